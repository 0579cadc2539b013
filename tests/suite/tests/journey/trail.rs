//! The trail of a day's work: every operation opened and closed, refused ones as designed, verified beside the server, whole after a kill.

use crate::sorting;
use crate::walk::{
    POSTMOTTAK, TILBYGG, approval, asked, drafted, gate, mail_about, preparing, release, sending, swept,
};
use contract::{
    Access, Kind, Operation, TABLE,
    operation::{
        CheckDraft, FindDraft, ListReviews, PrepareDraft, RateDraft, RemindReview, ReviseDraft, RewriteSentence,
        SaveSignature, SayAway, SearchCases, SendDraft, ShowBasis, ShowDraft, ShowLog, SkipJournal, SwitchGate,
        TakeOver, WhoAmI,
    },
    view::Draft,
};
use domain::{
    audit::{Action, Link, chain},
    port::Store,
};
use serde_json::Value;
use std::{
    path::PathBuf,
    process::{Child, Command, Output, Stdio},
    sync::OnceLock,
};
use suite::Stand;
use tokio::net::TcpStream;
use vocabulary::{ConversationId, DraftId, GateMode, Rating, TenantId, sort::Class};

/// Every entry, read beside the running server.
pub(crate) async fn trail(stand: &Stand) -> Vec<Link> {
    let store = backend::wire::store_to_read(&stand.config()).await.expect("the store is read");
    let tenant = TenantId::new(&stand.town.settings().tenant);
    let store: &dyn Store = &store;
    store.tenant(&tenant).entries(0, 10_000).await.expect("the trail is whole")
}

fn fact<'a>(link: &'a Link, name: &str) -> Option<&'a str> {
    link.entry.facts.iter().find(|(fact, _)| fact == name).map(|(_, value)| value.as_str())
}

/// How each opened operation ended, by its path.
fn ends(links: &[Link]) -> Vec<(String, Vec<Action>)> {
    let opened = links.iter().filter(|link| link.entry.action == Action::OperationOpened);
    let of = |link: &Link| {
        let same = links.iter().filter(|other| other.entry.trace == link.entry.trace && other.sequence > link.sequence);
        let ends = same.map(|other| other.entry.action).filter(|action| {
            matches!(action, Action::OperationClosed | Action::OperationFailed | Action::OperationUnfinished)
        });
        (fact(link, "operation").unwrap_or_default().to_owned(), ends.collect())
    };
    opened.map(of).collect()
}

/// The same draft after a sentence in it was written anew, and taken back.
async fn anew(stand: &Stand, draft: Draft) -> Draft {
    let revise = |now: &Draft, text| ReviseDraft { draft: now.id.clone(), revision: now.revision, text };
    let more = draft.text.clone() + "\n\nRådhuset stenger klokken 14 hver fredag. [1]";
    let now = stand.call("kari", &revise(&draft, more)).await.expect("revised");
    let sentence = u32::try_from(now.sentences.len() - 1).expect("a number");
    let rewrite = RewriteSentence { draft: now.id.clone(), revision: now.revision, sentence };
    let now = stand.call("kari", &rewrite).await.expect("written anew");
    assert_eq!(now.gaps.len(), 1, "the source says nothing of it");
    stand.call("kari", &revise(&now, draft.text)).await.expect("as it was")
}

/// Left out of the journal, and journalled after all.
async fn journalled_after_all(stand: &Stand, draft: &DraftId) {
    let skip = SkipJournal { draft: draft.clone(), why: "Journalført for hånd".into() };
    let now = stand.call("kari", &skip).await.expect("kept");
    stand.call("kari", &crate::journalled::confirming(&now)).await.expect("journalled");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_operation_leaves_its_two_entries_and_the_chain_holds() {
    let kernel = crate::journalled::kernel().await;
    let stand = crate::journalled::stand(&kernel).await;
    let mail = mail_about(&stand, TILBYGG);
    let conversation = ConversationId::new(mail.conversation());
    stand.call("kari", &sorting::sorting(&mail)).await.expect("sorted");
    stand.call("kari", &sorting::confirming(&mail, Class::Question, None)).await.expect("confirmed");
    let draft = anew(&stand, drafted(&stand, &mail).await).await;
    let (id, revision) = (draft.id.clone(), draft.revision);
    stand.call("kari", &WhoAmI {}).await.expect("Kari");
    stand.call("kari", &FindDraft { conversation }).await.expect("found");
    let found = stand.call("kari", &SearchCases { text: "tilbygg Storgata".into() }).await.expect("searched");
    assert!(found.cases.iter().any(|case| case.number.to_string() == "2026/1234"), "{found:?}");
    stand.call("kari", &ShowDraft { draft: id.clone() }).await.expect("shown");
    let half = CheckDraft { draft: id.clone(), text: "Et halvt or".into(), keep: Some(revision) };
    stand.call("kari", &half).await.expect("checked");
    stand.call("kari", &ReviseDraft { draft: id.clone(), revision, text: draft.text.clone() }).await.expect("revised");
    stand.call("kari", &TakeOver { draft: id.clone(), revision }).await.expect("hers");
    let kept = CheckDraft { draft: id.clone(), text: draft.text.clone(), keep: Some(revision) };
    stand.call("kari", &kept).await.expect("checked");
    let waiting = asked(&stand, &draft).await;
    stand.call("kari", &RemindReview { draft: id.clone(), revision: waiting.revision }).await.expect("reminded");
    stand.call("liv", &ListReviews {}).await.expect("the queue");
    stand.call("liv", &SayAway { until: None, stand_in: None }).await.expect("back");
    let approved = stand.call("liv", &approval(&waiting)).await.expect("approved");
    let released = release(&stand, &approved).await.expect("released");
    let sent = stand.call("kari", &SendDraft { draft: id.clone(), revision: approved.revision }).await.expect("sent");
    assert_eq!(sent.status, vocabulary::Status::Sent);
    gate(&stand, &sending(&released, &mail)).await;
    swept(&stand, &approved).await;
    stand.call("kari", &RateDraft { draft: id.clone(), rating: Rating::Good }).await.expect("counted");
    journalled_after_all(&stand, &id).await;
    stand.call("tor", &SwitchGate { mode: GateMode::Soft }).await.expect("switched");
    stand.call("kari", &ShowLog { draft: id.clone() }).await.expect("the log");
    let basis = stand.call("kari", &ShowBasis { draft: id }).await.expect("what it was based on");
    assert!(basis.commitments.iter().all(|one| one.matches == Some(true)) && basis.html.contains("<h1>"));
    assert!(basis.entries.iter().all(|entry| entry.proved == Some(true)) && basis.kept.is_some());
    let signature = SaveSignature { text: "Kari Nordby\nFjordvik kommune".into(), images: Vec::new() };
    let me = stand.call("kari", &signature).await.expect("registered");
    assert_eq!(me.signature.map(|known| known.text), Some(signature.text));

    let links = trail(&stand).await;
    let ends = ends(&links);
    for row in TABLE.iter().filter(|row| row.access != Access::Anyone) {
        let of: Vec<_> = ends.iter().filter(|(path, _)| path == row.path).collect();
        assert!(!of.is_empty(), "{} is not in the trail", row.path);
        assert!(of.iter().all(|(_, ends)| *ends == [Action::OperationClosed]), "{}: {of:?}", row.path);
    }
    assert!(
        links
            .iter()
            .filter(|link| link.entry.action == Action::OperationOpened)
            .all(|link| link.entry.person.is_some())
    );
    assert_eq!(chain::verify(links.clone()).map(|length| length as usize), Ok(links.len()));
    let told = format!("{links:?}");
    for personal in ["Haug", "Kari", "example.no", "Storgata", "12 500"] {
        assert!(!told.contains(personal), "{personal} is in the trail");
    }
    crate::at_rest::nothing_is_readable(&stand, &[draft.text]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_refused_at_the_door_leaves_nothing_and_who_fails_inside_leaves_why() {
    let stand = Stand::up().await;
    let mail = mail_about(&stand, TILBYGG);
    let draft = drafted(&stand, &mail).await;
    let before = trail(&stand).await.len();
    let body = serde_json::to_vec(&preparing(&mail)).expect("JSON");
    for (bearer, body, status) in [
        (None, body.clone(), 401),
        (Some("a.b.c".to_owned()), body.clone(), 401),
        (Some(stand.token("tor")), body, 403),
        (Some(stand.token("kari")), b"{\"x\":1}".to_vec(), 400),
    ] {
        assert_eq!(stand.post(PrepareDraft::PATH, bearer.as_deref(), body).await.status(), status);
    }
    assert_eq!(trail(&stand).await.len(), before, "at the door nothing has begun");
    let none = DraftId::new("none");
    assert_eq!(stand.call("kari", &ShowDraft { draft: none }).await.expect_err("none").kind, Kind::NotFound);
    assert_eq!(release(&stand, &draft).await.expect_err("not approved").kind, Kind::Blocked);
    let links = trail(&stand).await;
    let failed: Vec<_> = links[before..].iter().filter(|link| link.entry.action == Action::OperationFailed).collect();
    let reasons: Vec<_> = failed.iter().filter_map(|link| fact(link, "reason")).collect();
    assert_eq!(reasons, ["not_found", "needs_review"]);
    assert_eq!(links.len(), before + 4);
}

/// The binary, built from this very tree.
pub(crate) fn saksvar() -> PathBuf {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    let built = || {
        let build = Command::new(env!("CARGO"))
            .args(["build", "--quiet", "--offline", "-p", "backend"])
            .current_dir(suite::root())
            .status();
        assert!(build.is_ok_and(|status| status.success()), "the binary is built");
        let me = std::env::current_exe().expect("this test");
        me.ancestors().nth(2).expect("target/debug").join(format!("saksvar{}", std::env::consts::EXE_SUFFIX))
    };
    BUILT.get_or_init(built).clone()
}

/// A command over the stand's settings.
pub(crate) fn command(stand: &Stand, words: &[&str]) -> Command {
    let mut command = Command::new(saksvar());
    command.args(words).envs(stand.environment());
    command
}

/// Exit code and what was printed.
pub(crate) fn run(stand: &Stand, words: &[&str]) -> (Option<i32>, String) {
    let Output { status, stdout, .. } = command(stand, words).output().expect("the binary runs");
    (status.code(), String::from_utf8(stdout).expect("text"))
}

#[tokio::test(flavor = "multi_thread")]
async fn an_auditor_verifies_and_exports_beside_the_running_server() {
    let stand = Stand::up().await;
    let mail = mail_about(&stand, TILBYGG);
    drafted(&stand, &mail).await;
    let length = trail(&stand).await.len();
    let (code, told) = run(&stand, &["audit", "verify"]);
    let told: Value = serde_json::from_str(&told).expect("JSON");
    assert_eq!(
        (code, &told["holds"], told["entries"].as_u64()),
        (Some(0), &Value::Bool(true), Some(length as u64)),
        "{told}"
    );
    let (code, lines) = run(&stand, &["audit", "export"]);
    assert_eq!((code, lines.lines().count()), (Some(0), length));
    assert!(lines.lines().all(|line| serde_json::from_str::<Value>(line).is_ok_and(|entry| entry["hash"].is_string())));
    assert!(stand.call("kari", &preparing(&mail)).await.is_ok(), "the server was not disturbed");
}

/// The server as a process of its own, listening.
async fn spawned(stand: &Stand) -> Child {
    let mut server = command(stand, &["serve"]).stderr(Stdio::null()).spawn().expect("the server starts");
    let address = stand.url.trim_start_matches("http://");
    while TcpStream::connect(address).await.is_err() {
        assert!(server.try_wait().expect("a process").is_none(), "the server ended by itself");
        tokio::task::yield_now().await;
    }
    server
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kill_in_the_middle_is_marked_at_the_next_start() {
    let mut stand = Stand::up().await;
    let mail = mail_about(&stand, TILBYGG);
    let draft = drafted(&stand, &mail).await;
    stand.halt().await;
    let mut server = spawned(&stand).await;
    let hold = stand.town.hold_graph();
    let order = serde_json::to_vec(&PrepareDraft { again: true, ..preparing(&mail) }).expect("JSON");
    let stream = stand.post(PrepareDraft::PATH, Some(&stand.token("kari")), order).await;
    while stand.town.under_way(POSTMOTTAK) == 0 {
        tokio::task::yield_now().await;
    }
    server.kill().expect("killed");
    server.wait().expect("dead");
    drop(hold);
    assert!(stream.text().await.is_err(), "the pane sees that the line broke");
    let (code, told) = run(&stand, &["audit", "verify"]);
    assert_eq!(code, Some(0), "{told}");

    stand.restart().await;
    let links = trail(&stand).await;
    let ends = ends(&links);
    let last = ends.iter().rfind(|(path, _)| path == PrepareDraft::PATH).expect("it was opened");
    assert_eq!(last.1, [Action::OperationUnfinished]);
    assert!(chain::verify(links).is_ok());
    let again = stand.call("kari", &preparing(&mail)).await.expect("the draft is there");
    assert_eq!((again.id, again.revision), (draft.id, draft.revision));
}
