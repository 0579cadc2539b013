//! Sorting over HTTP: proposed, confirmed, corrected, remembered after a restart; nothing for strangers and other roles.

use crate::walk::{POSTMOTTAK, TILBYGG, mail_about};
use contract::{
    Kind, Problem,
    operation::{ConfirmSort, Operation, SortMail},
    view::Sorting,
};
use std::{path::Path, process::Command};
use suite::Stand;
use town::{Folder, Mail};
use vocabulary::{ConversationId, MailId, sort::Class};

/// Asks what to do with a mail in the shared mailbox.
pub(crate) fn sorting(mail: &Mail) -> SortMail {
    SortMail {
        mail: MailId::new(mail.immutable_id()),
        conversation: ConversationId::new(mail.conversation()),
        mailbox: Some(POSTMOTTAK.to_owned()),
    }
}

/// Says what a mail is.
pub(crate) fn confirming(mail: &Mail, class: Class, unit: Option<&str>) -> ConfirmSort {
    let SortMail { mail, conversation, mailbox } = sorting(mail);
    ConfirmSort { mail, conversation, mailbox, class, forward_to: unit.map(str::to_owned) }
}

fn deliver(stand: &Stand, number: usize) -> Mail {
    let id = format!("<container-{number}@example.org>");
    let eml = format!(
        "From: innbygger{number}@example.org\r\nTo: {POSTMOTTAK}\r\nSubject: Container {number}\r\nMessage-ID: {id}\r\n\
         Date: Fri, 20 Nov 2026 08:4{number}:11 +0100\r\n\r\nContaineren med avfall er full. Kan dere hente den?\r\n"
    );
    stand.town.deliver(eml.as_bytes());
    let mails = stand.town.mails(POSTMOTTAK, Folder::Inbox);
    mails.into_iter().find(|mail| mail.internet_id == id).expect("delivered")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_house_teaches_its_habit_and_it_is_there_after_a_restart() {
    let mut stand = Stand::up().await;
    let mails: Vec<Mail> = (0..4).map(|number| deliver(&stand, number)).collect();
    let first = stand.call("kari", &sorting(&mails[0])).await.expect("sorted");
    assert_eq!((first.class, first.forward_to.as_deref()), (Class::Question, None), "{:?}", first.reasons);
    assert!(first.confirmed.is_none() && !first.reasons.is_empty() && first.units.iter().any(|unit| unit.id == "vva"));
    let mut answers: Vec<Sorting> = Vec::new();
    for mail in &mails[..3] {
        answers.push(stand.call("kari", &confirming(mail, Class::Forward, Some("torg"))).await.expect("confirmed"));
    }
    assert!(
        answers.iter().all(|one| one.confirmed.as_ref().is_some_and(|word| word.forward_to.as_deref() == Some("torg")))
    );
    stand.restart().await;
    let next = stand.call("liv", &sorting(&mails[3])).await.expect("sorted");
    assert_eq!((next.class, next.forward_to.as_deref()), (Class::Forward, Some("torg")), "{:?}", next.reasons);
    assert!(next.reasons[0].contains("3"), "{:?}", next.reasons);
    let corrected = stand.call("liv", &confirming(&mails[0], Class::Question, None)).await.expect("corrected");
    assert_eq!(corrected.confirmed.map(|word| word.class), Some(Class::Question));
    let unlearned = stand.call("liv", &sorting(&mails[3])).await.expect("sorted");
    assert_eq!(unlearned.class, Class::Question, "two corrections are no habit");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_mail_is_a_question_in_its_case() {
    let stand = Stand::up().await;
    let sorted = stand.call("kari", &sorting(&mail_about(&stand, TILBYGG))).await.expect("sorted");
    assert_eq!(sorted.class, Class::Question, "{:?}", sorted.reasons);
    assert!(sorted.confidence > 0.9 && sorted.journal.case_handled, "{sorted:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn strangers_other_roles_and_wrong_words_are_refused() {
    let stand = Stand::up().await;
    let mail = mail_about(&stand, TILBYGG);
    let body = |operation: &ConfirmSort| serde_json::to_vec(operation).expect("JSON");
    let word = confirming(&mail, Class::Question, None);
    assert_eq!(stand.post(ConfirmSort::PATH, None, body(&word)).await.status(), 401);
    assert_eq!(stand.call("tor", &word).await.expect_err("IT").kind, Kind::NotAllowed);
    assert_eq!(stand.call("tor", &sorting(&mail)).await.expect_err("IT").kind, Kind::NotAllowed);
    // A caseworker who does not have the mailbox.
    let mut claims = stand.town.claims("tor").expect("Tor");
    claims["roles"] = vec!["Caseworker"].into();
    let token = stand.town.sign(&claims).expect("signed");
    for (path, body) in
        [(ConfirmSort::PATH, body(&word)), (SortMail::PATH, serde_json::to_vec(&sorting(&mail)).expect("JSON"))]
    {
        let answer = stand.post(path, Some(&token), body).await;
        assert!(!answer.status().is_success(), "{path}");
        assert!(!answer.text().await.expect("text").contains("reasons"));
    }
    for (class, unit) in [(Class::Forward, None), (Class::Forward, Some("romfart")), (Class::Journal, Some("vva"))] {
        let refused = stand.call("kari", &confirming(&mail, class, unit)).await.expect_err("refused");
        assert_eq!((refused.kind, refused.field.as_deref()), (Kind::BadInput, Some("forward_to")), "{refused:?}");
    }
    let unknown = br#"{"mail":"x","conversation":"y","mailbox":null,"class":"burn","forward_to":null}"#;
    let problem: Problem = stand
        .post(ConfirmSort::PATH, Some(&stand.token("kari")), unknown.to_vec())
        .await
        .json()
        .await
        .expect("a problem");
    assert_eq!((problem.kind, problem.field.as_deref()), (Kind::BadInput, Some("class")));
    let sorted = stand.call("kari", &sorting(&mail)).await.expect("sorted");
    assert_eq!(sorted.confirmed, None, "nothing of that was kept");
}

/// Sorts files at the command line: exit code, lines, complaint.
fn sorted(folder: &Path, words: &[&str]) -> (Option<i32>, Vec<serde_json::Value>, String) {
    let records = suite::root().join("tests/fixture/records");
    let mut command = Command::new(crate::trail::saksvar());
    let output =
        command.current_dir(folder).arg("sort").args(words).arg("--records").arg(records).output().expect("it runs");
    let lines = String::from_utf8(output.stdout).expect("text");
    let lines = lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    (output.status.code(), lines, String::from_utf8(output.stderr).expect("text"))
}

#[test]
fn the_command_line_learns_from_a_file_before_it_sorts() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["a", "b", "c", "d"] {
        let eml = "From: x@example.org\r\nTo: postmottak@fjordvik.kommune.no\r\nSubject: Container\r\n\r\nContaineren med avfall er full. \
                   Kan dere hente den?\r\n";
        std::fs::write(folder.path().join(format!("{name}.eml")), eml).expect("written");
    }
    let confirm = |lines: &str| std::fs::write(folder.path().join("c.jsonl"), lines).expect("written");
    let with = ["d.eml", "--confirmed", "c.jsonl"];
    let (code, lines, _) = sorted(folder.path(), &["d.eml"]);
    assert_eq!((code, &lines[0]["class"]), (Some(0), &"question".into()), "{lines:?}");
    let line = |name: &str, unit: &str| {
        format!("{{\"file\":\"{name}.eml\",\"class\":\"forward\",\"forward_to\":\"{unit}\"}}\n")
    };
    confirm(&[line("a", "torg"), line("b", "torg"), line("c", "vva"), "\n".into(), line("c", "torg")].concat());
    let (code, lines, _) = sorted(folder.path(), &with);
    assert_eq!((code, &lines[0]["forward_to"]), (Some(0), &"torg".into()), "{lines:?}");
    for (wrong, told) in [
        (line("a", "romfart"), "c.jsonl: line 1, field forward_to: there is no unit with this id (\"romfart\")"),
        (line("none", "vva"), "c.jsonl: line 1, field file: none.eml: "),
        (
            "{\"file\":\"a.eml\",\"class\":\"forward\"}".into(),
            "line 1, field forward_to: forward needs the id of the unit",
        ),
        ("{\"file\":\"a.eml\",\"class\":\"burn\"}".into(), "line 1, field class: unknown variant `burn`"),
        ("{\"file\":\"a.eml\",\"class\":\"question\",\"why\":\"x\"}".into(), "line 1, field why: unknown field `why`"),
        ("\n{".into(), "line 2"),
    ] {
        confirm(&wrong);
        let (code, lines, complaint) = sorted(folder.path(), &with);
        assert_eq!((code, lines.len()), (Some(2), 0), "{wrong}");
        assert!(complaint.contains(told), "{complaint}");
    }
}
