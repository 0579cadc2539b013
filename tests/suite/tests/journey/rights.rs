//! Retention and a person's rights on a running server: what is due goes by the clock, what a person asks for goes at once, and what is
//! left holds and says so.

use crate::{
    sent::sent,
    sorting,
    trail::{command, run},
    walk::{POSTMOTTAK, TILBYGG, approval, asked, drafted, gate, mail_about, preparing, released, sending, swept},
};
use contract::{
    Kind,
    operation::{ListReviews, ShowBasis, ShowDraft},
    view::{Draft, GateDecision},
};
use domain::port::fake::Frozen;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use std::{fs, sync::Arc, time::Duration};
use suite::Stand;
use town::Mail;
use vocabulary::{Status, sort::Class};

const PER: &str = "per.haug@example.no";

/// The server again, so many days later.
async fn days_later(stand: &mut Stand, days: i64) {
    let now = Timestamp::now() + SignedDuration::from_hours(24 * days);
    stand.restart_at(Arc::new(Frozen::at(now))).await;
}

/// Waits until the clock has erased a draft; gives the sentence that its author is told.
async fn erased(stand: &Stand, draft: &Draft) -> String {
    let gone = async {
        loop {
            match stand.call("kari", &ShowDraft { draft: draft.id.clone() }).await {
                Err(problem) => return problem,
                Ok(_) => tokio::task::yield_now().await,
            }
        }
    };
    let problem = tokio::time::timeout(Duration::from_secs(30), gone).await.expect("it is erased at the start");
    assert_eq!(problem.kind, Kind::Blocked);
    problem.title
}

/// The database and its log, as a text whose other bytes are lost.
fn files(stand: &Stand) -> String {
    let files = ["saksvar.sqlite", "saksvar.sqlite-wal"].map(|name| fs::read(stand.state_folder().join(name)));
    String::from_utf8_lossy(&files.into_iter().flatten().flatten().collect::<Vec<_>>()).into_owned()
}

/// A few pieces of what is encrypted in the files now: nothing else there is so long, and the drafts of the stand are the only rows that
/// are. The store's own test looks for all of it.
fn ciphertext(stand: &Stand) -> Vec<String> {
    let files = files(stand);
    let runs = files.split(|c: char| !(c.is_ascii_alphanumeric() || c == '+' || c == '/'));
    let long: Vec<&str> = runs.filter(|run| run.len() > 400).collect();
    long.iter().step_by(long.len() / 5 + 1).map(|run| run[100..300].to_owned()).collect()
}

/// Whether any of these pieces is in the files.
fn holds(stand: &Stand, pieces: &[String]) -> bool {
    let files = files(stand);
    pieces.iter().any(|piece| files.contains(piece.as_str()))
}

/// Waits until none of these pieces is in the files.
async fn wiped(stand: &Stand, pieces: &[String]) {
    let gone = async {
        while holds(stand, pieces) {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(30), gone).await.expect("the log is emptied");
}

fn json(told: &str) -> Value {
    serde_json::from_str(told).unwrap_or_else(|error| panic!("{error}: {told}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_month_after_it_left_a_reply_is_gone_and_the_trail_still_proves_it() {
    let mut stand = Stand::up().await;
    let mail = mail_about(&stand, TILBYGG);
    let released = released(&stand, &mail).await;
    gate(&stand, &sending(&released, &mail)).await;
    sent(&stand, &mail, &released.html).await;
    assert_eq!(swept(&stand, &released.draft).await.status, Status::Sent);
    let draft = &released.draft;
    days_later(&mut stand, 29).await;
    assert!(stand.call("kari", &ShowDraft { draft: draft.id.clone() }).await.is_ok(), "not a day early");
    stand.halt().await;
    let before = ciphertext(&stand);
    assert!(!before.is_empty() && holds(&stand, &before), "the test could see it");
    days_later(&mut stand, 31).await;
    let told = erased(&stand, draft).await;
    assert!(told.contains("slettet"), "{told}");
    wiped(&stand, &before).await;
    // The gate holds what still carries its reference; the conversation begins anew.
    assert_eq!(gate(&stand, &sending(&released, &mail)).await.decision, GateDecision::Stop);
    let basis = stand.call("tor", &ShowBasis { draft: draft.id.clone() }).await.expect("the auditor is told");
    assert!(basis.kept.is_none() && basis.commitments.iter().all(|one| one.matches.is_none()));
    assert!(basis.entries.iter().all(|entry| entry.proved == Some(true)));
    assert!(basis.entries.iter().any(|entry| entry.action == "text_erased"));
    let (code, holds) = run(&stand, &["audit", "verify"]);
    assert_eq!((code, &json(&holds)["holds"]), (Some(0), &Value::Bool(true)), "{holds}");
    assert!(stand.call("kari", &preparing(&mail)).await.is_ok_and(|anew| anew.id != draft.id));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_approval_that_waits_too_long_ends_with_a_sentence() {
    let mut stand = Stand::up().await;
    let waiting = asked(&stand, &drafted(&stand, &mail_about(&stand, TILBYGG)).await).await;
    days_later(&mut stand, 91).await;
    erased(&stand, &waiting).await;
    assert!(stand.call("liv", &ListReviews {}).await.expect("a queue").is_empty());
    let problem = stand.call("liv", &approval(&waiting)).await.expect_err("nothing to approve");
    assert_eq!(problem.kind, Kind::Blocked);
    assert!(problem.title.contains("Utkastet er slettet"), "{}", problem.title);
    // Who had nothing to do with it hears that there is none.
    let stranger = stand.call("ola", &ShowDraft { draft: waiting.id.clone() }).await.expect_err("none");
    assert_eq!(stranger.kind, Kind::NotFound);
}

/// What Per wrote: a draft that waits, and a mail of his that was sorted.
async fn about_per(stand: &Stand) -> (Mail, Draft) {
    let mail = mail_about(stand, TILBYGG);
    let waiting = asked(stand, &drafted(stand, &mail).await).await;
    stand.call("kari", &sorting::confirming(&mail, Class::Question, None)).await.expect("confirmed");
    (mail, waiting)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_is_told_everything_and_erased_beside_the_running_server() {
    let stand = Stand::up().await;
    let (mail, waiting) = about_per(&stand).await;
    let (code, told) = run(&stand, &["person", "export", "Per.Haug@example.no"]);
    let held = json(&told);
    assert_eq!((code, held["who"].as_str(), held["confirmed_mails"].as_u64()), (Some(0), Some(PER), Some(1)));
    let draft = &held["drafts"][0];
    assert_eq!((draft["draft"].as_str(), draft["why"].as_str()), (Some(waiting.id.as_str()), Some("correspondent")));
    assert_eq!(draft["status"], "awaiting_review");
    assert!(draft["mails"][0]["text"].as_str().is_some_and(|text| text.contains("tilbygg")), "{told}");
    assert!(draft["revisions"][0]["text"].is_string() && draft["trail"][0]["action"] == "draft_prepared");
    assert!(draft["sources"][0]["text"].is_string() && draft["kept_until"].is_string());
    assert!(held["records"].as_array().is_some_and(|cases| cases.contains(&"2026/1234".into())), "{told}");
    assert!(
        held["notes"].as_array().is_some_and(|notes| notes.len() > 2)
            && held["unread"].as_array().is_some_and(Vec::is_empty)
    );

    let before = ciphertext(&stand);
    let (code, told) = run(&stand, &["person", "erase", PER, "--yes"]);
    let gone = json(&told);
    assert_eq!((code, &gone["files_wiped"]), (Some(0), &Value::Bool(true)), "{told}");
    assert_eq!(
        (gone["erased"][0]["draft"].as_str(), gone["confirmed_mails"].as_u64()),
        (Some(waiting.id.as_str()), Some(1))
    );
    assert!(gone["notes"][0].as_str().is_some_and(|note| note.contains("Sporet beholdes")), "{told}");
    assert!(!before.is_empty() && !holds(&stand, &before));
    // The server goes on: the approval ends, the sorting knows nothing, the trail holds and names nobody.
    let problem = stand.call("liv", &approval(&waiting)).await.expect_err("nothing to approve");
    assert!(problem.title.contains("Utkastet er slettet"), "{}", problem.title);
    assert!(stand.call("kari", &sorting::sorting(&mail)).await.expect("sorted").confirmed.is_none());
    assert_eq!(run(&stand, &["audit", "verify"]).0, Some(0));
    let (_, lines) = run(&stand, &["audit", "export"]);
    for action in ["person_exported", "sort_forgotten", "text_erased", "person_erased"] {
        assert!(lines.contains(action), "{action}");
    }
    assert!(!lines.contains("example.no") && !lines.contains("Haug"));
    // Twice is as good as once, and there is nothing to tell any more.
    let (code, again) = run(&stand, &["person", "erase", PER, "--yes"]);
    assert_eq!((code, json(&again)["erased"].as_array().map(Vec::len)), (Some(0), Some(0)), "{again}");
    let held = json(&run(&stand, &["person", "export", PER]).1);
    assert_eq!((held["drafts"].as_array().map(Vec::len), held["confirmed_mails"].as_u64()), (Some(0), Some(0)));
}

/// A question of somebody's, and what the house answered.
fn mailbox(folder: &std::path::Path) {
    let mail = |id: &str, from: &str, to: (&str, &str), text: &str| {
        format!(
            "From: {from}\r\nTo: {}\r\nSubject: Båtplass\r\nDate: Tue, 10 Mar 2026 10:00:00 +0100\r\nMessage-ID: <{id}@x>\r\n{}\r\n{text}\r\n",
            to.0, to.1
        )
    };
    let (theirs, ours) = ("tuva.lien@example.no", "post@fjordvik.kommune.no");
    let answer = "Plassene deles ut i april, og den som har stått lengst på listen, får først.";
    fs::write(folder.join("1.eml"), mail("q", theirs, (ours, ""), "Når deles plassene ut?")).expect("a mail");
    fs::write(folder.join("2.eml"), mail("a", ours, (theirs, "In-Reply-To: <q@x>\r\n"), answer)).expect("a mail");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_earlier_answer_out_of_imported_mail_is_told_and_erased_like_all_else() {
    let stand = Stand::up().await;
    let (mails, tuva) = (tempfile::tempdir().expect("a folder"), "Tuva.Lien@example.no");
    mailbox(mails.path());
    let (code, told) = run(&stand, &["records", "import", &mails.path().display().to_string()]);
    assert_eq!((code, told.contains("1 earlier answers imported")), (Some(0), true), "{told}");
    let held = json(&run(&stand, &["person", "export", tuva]).1);
    let answer = &held["answers"][0];
    assert_eq!(
        (&answer["why"], &answer["title"], &answer["date"]),
        (&"correspondent".into(), &"Båtplass".into(), &"2026-03-10".into()),
        "{held}"
    );
    assert!(answer["text"].as_str().is_some_and(|text| text.contains("april")), "{held}");
    assert_eq!(answer["to"], serde_json::json!(["tuva.lien@example.no"]));
    let (code, told) = run(&stand, &["person", "erase", tuva, "--yes"]);
    let gone = json(&told);
    assert_eq!((code, &gone["answers"]), (Some(0), &Value::from(1)), "{told}");
    assert!(
        gone["notes"].as_array().is_some_and(|notes| notes
            .iter()
            .any(|note| note.as_str().is_some_and(|note| note.contains("importeres den på nytt")))),
        "{told}"
    );
    let held = json(&run(&stand, &["person", "export", tuva]).1);
    assert_eq!(held["answers"], Value::Array(Vec::new()));
    assert_eq!(json(&run(&stand, &["person", "erase", tuva, "--yes"]).1)["answers"], Value::from(0));
}

#[tokio::test(flavor = "multi_thread")]
async fn by_its_number_a_case_is_erased_and_another_house_keeps_its_own() {
    let (ours, theirs) = Stand::pair().await;
    about_per(&ours).await;
    let (_, there) = about_per(&theirs).await;
    let tenant = ours.town.settings().tenant.clone();
    let refused = run(&ours, &["person", "erase", PER, "--yes"]);
    assert_eq!(refused.0, Some(2), "which house? {}", refused.1);
    let (code, told) = run(&ours, &["person", "erase", "2026/1234", "--tenant", &tenant, "--yes"]);
    assert_eq!((code, json(&told)["erased"].as_array().map(Vec::len)), (Some(0), Some(1)), "{told}");
    let held = json(&run(&ours, &["person", "export", "2026/1234", "--tenant", &tenant]).1);
    assert_eq!(held["drafts"].as_array().map(Vec::len), Some(0));
    assert!(theirs.call("kari", &ShowDraft { draft: there.id.clone() }).await.is_ok());
    let other = theirs.town.settings().tenant.clone();
    let held = json(&run(&ours, &["person", "export", PER, "--tenant", &other]).1);
    assert_eq!((held["drafts"].as_array().map(Vec::len), held["confirmed_mails"].as_u64()), (Some(1), Some(1)));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_done_is_refused_with_its_code() {
    let stand = Stand::up().await;
    let (_, waiting) = about_per(&stand).await;
    for words in [
        &["person", "export", "Per Haug"][..],
        &["person", "export", ""],
        &["person", "export", "0a1b2c3d-0000-4000-8000"],
        &["person", "erase", PER],
        &["person", "erase", POSTMOTTAK, "--yes"],
        &["person", "erase", PER, "--tenant", "nobody", "--yes"],
        &["record", "poem"],
    ] {
        let (code, told) = run(&stand, words);
        assert_eq!((code, told.as_str()), (Some(2), ""), "{words:?}");
    }
    assert!(stand.call("kari", &ShowDraft { draft: waiting.id }).await.is_ok(), "nothing was touched");
    let nowhere = tempfile::tempdir().expect("a folder");
    let output = command(&stand, &["person", "export", PER]).env("SAKSVAR__STORE__FOLDER", nowhere.path()).output();
    assert_eq!(output.expect("it runs").status.code(), Some(3));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_records_of_the_law_are_made_of_the_settings_in_force() {
    let stand = Stand::with(&[("SAKSVAR__RETENTION__ANSWERED", "21")]).await;
    for (what, told) in [("processing", "21 dager"), ("dpia", "21 dager"), ("ai", "Ingen språkmodell er satt opp")] {
        let (code, page) = run(&stand, &["record", what, "--format", "md"]);
        assert!(code == Some(0) && page.contains(told) && page.contains("Fjordvik kommune"), "{what}: {page}");
        let (code, sheet) = run(&stand, &["record", what]);
        assert_eq!((code, json(&sheet)["record"].as_str()), (Some(0), Some(what)));
    }
    let is_secret = stand.town.settings().client_secret.clone();
    assert!(!run(&stand, &["record", "dpia"]).1.contains(&is_secret));
}
