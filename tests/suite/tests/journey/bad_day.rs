//! Bad days: a mail that is too large, gone or empty; a mail system, a model, a token that is away; bounded time, and nothing lost.

use crate::walk::{POSTMOTTAK, TILBYGG, drafted, mail_about, preparing};
use contract::{
    Kind, Operation, Problem,
    operation::{FindDraft, PrepareDraft, ShowDraft, WhoAmI},
};
use std::time::{Duration, Instant};
use suite::Stand;
use town::{Fault, Folder, Mail};
use vocabulary::{ConversationId, DraftId, MailId};

/// Delivers a mail to the shared mailbox, with a file where there is one, and gives it as it lies there.
fn delivered(stand: &Stand, text: &str, file: &str) -> Mail {
    let eml = format!(
        "From: Per Haug <per.haug@example.no>\r\nTo: {POSTMOTTAK}\r\nSubject: Melding\r\nMessage-ID: <prove@example.no>\r\n\
         Date: Fri, 20 Nov 2026 08:42:11 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b\"\r\n\r\n\
         --b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n--b\r\nContent-Type: text/csv; name=\"liste.csv\"\r\n\
         Content-Disposition: attachment; filename=\"liste.csv\"\r\n\r\n{file}\r\n--b--\r\n"
    );
    assert_eq!(stand.town.deliver(eml.as_bytes()).len(), 1);
    stand.town.mails(POSTMOTTAK, Folder::Inbox).into_iter().rfind(|mail| mail.subject == "Melding").expect("delivered")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_of_five_megabytes_is_answered_in_good_time() {
    let stand = Stand::up().await;
    let question = "Hva er gebyret for tilbygg i sak 2026/1234?\r\n";
    let mail = delivered(&stand, &question.repeat(1_000), &"1;2;3\r\n".repeat(750_000));
    let begun = Instant::now();
    let draft = stand.call("kari", &preparing(&mail)).await.expect("a draft");
    assert!(begun.elapsed() < Duration::from_secs(50), "{:?}", begun.elapsed());
    assert_eq!(draft.case.number.map(|number| number.to_string()).as_deref(), Some("2026/1234"));
    assert!(stand.call("kari", &preparing(&mail_about(&stand, TILBYGG))).await.is_ok(), "the next mail is as ever");
}

#[tokio::test(flavor = "multi_thread")]
async fn more_text_than_anyone_writes_is_refused_at_once() {
    let stand = Stand::up().await;
    let mail = delivered(&stand, &"Hva er gebyret for tilbygg?\r\n".repeat(180_000), "");
    let problem = stand.call("kari", &preparing(&mail)).await.expect_err("five megabytes of text");
    assert_eq!(problem.kind, Kind::TooLarge, "{problem:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_answered_is_told_and_leaves_no_draft() {
    let stand = Stand::up().await;
    let real = mail_about(&stand, TILBYGG);
    let erased = delivered(&stand, "Hei, når åpner dere?", "");
    let orders = [
        (
            "a conversation that is not there",
            PrepareDraft {
                conversation: ConversationId::new("AAQkNone"),
                mail: MailId::new("AAMkNone"),
                ..preparing(&real)
            },
        ),
        (
            "ids that are none",
            PrepareDraft {
                conversation: ConversationId::new("x' or '1"),
                mail: MailId::new("../.."),
                ..preparing(&real)
            },
        ),
        ("a mail that is gone", preparing(&erased)),
        (
            "a mailbox that is not there",
            PrepareDraft { mailbox: Some("ingen@fjordvik.kommune.no".to_owned()), ..preparing(&real) },
        ),
        (
            "somebody else's mailbox",
            PrepareDraft { mailbox: Some("liv.aas@fjordvik.kommune.no".to_owned()), ..preparing(&real) },
        ),
        ("a mailbox that is a path", PrepareDraft { mailbox: Some("../me".to_owned()), ..preparing(&real) }),
    ];
    assert!(stand.town.erase(erased.number));
    for (what, order) in orders {
        let problem = stand.call("kari", &order).await.expect_err(what);
        let told = [Kind::NotFound, Kind::Blocked, Kind::BadInput, Kind::Outside].contains(&problem.kind);
        assert!(told && problem.title.chars().count() > 20, "{what}: {problem:?}");
        let found = stand.call("kari", &FindDraft { conversation: order.conversation }).await;
        assert!(found.is_ok_and(|found| found.draft.is_none()), "{what}");
    }
    let number = "2031/9999".parse().expect("a case number");
    let problem =
        stand.call("kari", &PrepareDraft { case: Some(number), ..preparing(&real) }).await.expect_err("no such case");
    assert_eq!((problem.kind, problem.field.as_deref()), (Kind::BadInput, Some("case")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_that_is_deleted_meanwhile_loses_no_draft() {
    let stand = Stand::up().await;
    let mail = mail_about(&stand, TILBYGG);
    let draft = drafted(&stand, &mail).await;
    assert!(stand.town.erase(mail.number));
    let again =
        stand.call("kari", &PrepareDraft { again: true, ..preparing(&mail) }).await.expect_err("the mail is gone");
    assert!([Kind::NotFound, Kind::Blocked].contains(&again.kind), "{again:?}");
    let shown = stand.call("kari", &ShowDraft { draft: draft.id.clone() }).await.expect("the draft is there");
    assert_eq!(shown.text, draft.text);
    let found = stand
        .call("kari", &FindDraft { conversation: ConversationId::new(mail.conversation()) })
        .await
        .expect("looked");
    assert_eq!(found.draft.map(|found| found.id), Some(draft.id));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_system_that_is_away_is_given_up_in_good_time() {
    let stand = Stand::up().await;
    let mail = mail_about(&stand, TILBYGG);
    for fault in [Fault::Unavailable(None), Fault::Unavailable(Some(9_999)), Fault::BreakOff] {
        stand.town.fail_graph(vec![fault.clone(); 8]);
        let begun = Instant::now();
        let problem = stand.call("kari", &preparing(&mail)).await.expect_err("Graph is away");
        assert_eq!(problem.kind, Kind::Outside, "{fault:?}: {problem:?}");
        assert!(begun.elapsed() < Duration::from_secs(15), "{fault:?}: {:?}", begun.elapsed());
        settled(&stand, &mail).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn half_an_answer_or_a_wrong_one_of_the_mail_system_is_told_and_leaves_no_draft() {
    let stand = Stand::up().await;
    let mail = mail_about(&stand, TILBYGG);
    let find = FindDraft { conversation: ConversationId::new(mail.conversation()) };
    for fault in [Fault::WrongContentType, Fault::Garbage, Fault::BreakOff, Fault::ForeignNextLink] {
        stand.town.fail_graph(vec![fault.clone(); 8]);
        let begun = Instant::now();
        let problem = stand.call("kari", &preparing(&mail)).await.expect_err("nothing that can be read");
        assert_eq!((problem.kind, problem.status), (Kind::Outside, 502), "{fault:?}: {problem:?}");
        assert!(problem.title.starts_with("Outlook") && begun.elapsed() < Duration::from_secs(15), "{problem:?}");
        stand.town.fail_graph([]);
        let found = stand.call("kari", &find).await;
        assert!(found.is_ok_and(|found| found.draft.is_none()), "{fault:?}");
    }
    for _ in 0..40 {
        if stand.call("kari", &preparing(&mail)).await.is_ok() {
            return;
        }
    }
    panic!("it works again once the fault is over");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_busy_mail_system_is_given_the_time_it_asks_for_and_no_more_than_a_person_has() {
    let stand = Stand::up().await;
    let mail = mail_about(&stand, TILBYGG);
    stand.town.fail_graph([Fault::TooManyRequests(Some(2)), Fault::Unavailable(Some(1))]);
    let begun = Instant::now();
    stand.call("kari", &preparing(&mail)).await.expect("a draft after the wait");
    // Two questions at once may each meet one of the two.
    assert!((2..20).contains(&begun.elapsed().as_secs()), "{:?}", begun.elapsed());
    let other = stand.town.mails(POSTMOTTAK, Folder::Inbox).into_iter().find(|other| other.number != mail.number);
    stand.town.fail_graph([Fault::TooManyRequests(Some(3_600))]);
    let begun = Instant::now();
    let problem = stand.call("kari", &preparing(&other.expect("another mail"))).await.expect_err("an hour");
    assert!(problem.kind == Kind::Outside && begun.elapsed() < Duration::from_secs(5), "{problem:?}");
}

/// Asks until the faults that are left have been used up; then it works as ever.
async fn settled(stand: &Stand, mail: &Mail) {
    for _ in 0..10 {
        if stand.call("kari", &preparing(mail)).await.is_ok() {
            return;
        }
    }
    panic!("it works again once the fault is over");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_stalls_is_not_waited_for_for_ever() {
    let stand = Stand::with(&[("SAKSVAR__GRAPH__PATIENCE", "3")]).await;
    let mail = mail_about(&stand, TILBYGG);
    stand.town.fail_graph([Fault::Stall]);
    let begun = Instant::now();
    let outcome = stand.call("kari", &preparing(&mail)).await;
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
    assert!(
        outcome.as_ref().is_ok() || outcome.as_ref().is_err_and(|problem| problem.kind == Kind::Outside),
        "{outcome:?}"
    );
    settled(&stand, &mail).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_model_and_mail_the_draft_under_way_is_still_shown() {
    let stand = Stand::writing(|town| town.hostile_model_url("unavailable")).await;
    let mail = mail_about(&stand, TILBYGG);
    let draft = drafted(&stand, &mail).await;
    stand.town.fail_graph(vec![Fault::Unavailable(Some(9_999)); 2]);
    let again =
        stand.call("kari", &PrepareDraft { again: true, ..preparing(&mail) }).await.expect_err("nothing answers");
    assert_eq!(again.kind, Kind::Outside);
    let found =
        stand.call("kari", &FindDraft { conversation: ConversationId::new(mail.conversation()) }).await.expect("found");
    assert_eq!(found.draft.map(|found| (found.id, found.text)), Some((draft.id, draft.text)), "shown as it was");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_expired_token_asks_for_a_new_one() {
    let stand = Stand::up().await;
    let mut claims = stand.town.claims("kari").expect("Kari");
    let now = claims["iat"].as_i64().expect("a time");
    (claims["iat"], claims["nbf"], claims["exp"]) = ((now - 9_000).into(), (now - 9_000).into(), (now - 4_000).into());
    let old = stand.town.sign(&claims).expect("signed");
    let answer = stand.post(WhoAmI::PATH, Some(&old), "{}").await;
    assert_eq!(answer.headers()["www-authenticate"], "Bearer");
    let problem: Problem = answer.json().await.expect("a problem");
    assert_eq!(problem.kind, Kind::NotSignedIn);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_reloads_in_the_middle_finds_the_finished_draft() {
    let stand = Stand::up().await;
    let mail = mail_about(&stand, TILBYGG);
    let hold = stand.town.hold_graph();
    let order = serde_json::to_vec(&preparing(&mail)).expect("JSON");
    let stream = stand.post(PrepareDraft::PATH, Some(&stand.token("kari")), order).await;
    while stand.town.under_way(POSTMOTTAK) == 0 {
        tokio::task::yield_now().await;
    }
    drop(stream);
    drop(hold);
    let find = FindDraft { conversation: ConversationId::new(mail.conversation()) };
    let begun = Instant::now();
    let mut found: Option<DraftId> = None;
    while found.is_none() && begun.elapsed() < Duration::from_secs(20) {
        found = stand.call("kari", &find).await.expect("looked").draft.map(|draft| draft.id);
    }
    let again = stand.call("kari", &preparing(&mail)).await.expect("the same");
    assert_eq!(found, Some(again.id), "the work went on without a listener");
    assert_eq!(again.revision, 1);
}
