//! After Send: a person confirms the journalling, and the case system has the mails and the reply, once, signed off; whatever is away then.

use crate::{
    from_the_pane::SENDS,
    sent,
    trail::trail,
    walk::{POSTMOTTAK, TILBYGG, approval, asked, drafted, gate, mail_about, released, sending, swept},
};
use contract::{
    Kind, Operation, Problem,
    operation::{FindDraft, JournalReply, PrepareDraft, SendDraft, ShowDraft, SkipJournal},
    view::{Draft, Filing, GateDecision},
};
use domain::audit::Action;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use std::sync::Arc;
use suite::Stand;
use town::{Failing, Noark, NoarkSettings};
use vocabulary::{ConversationId, MailId, Status};

pub(crate) async fn kernel() -> Noark {
    let records = suite::root().join("tests/fixture/records");
    let settings = NoarkSettings { records: Some(records), ..NoarkSettings::default() };
    Noark::start(settings).await.expect("the kernel starts")
}

/// A house that is connected to it, and lets the server send.
pub(crate) async fn stand(kernel: &Noark) -> Stand {
    let connected = [
        ("SAKSVAR__NOARK__URL", kernel.url.as_str()),
        ("SAKSVAR__NOARK__CLIENT_ID", "saksvar"),
        ("SAKSVAR__NOARK__CLIENT_SECRET", "town-noark-secret"),
    ];
    let settings: Vec<(&str, &str)> = connected.into_iter().chain(SENDS).collect();
    Stand::with(&settings).await
}

/// A reply that left from the shared mailbox, with a blind copy that Outlook does not show the gate.
pub(crate) async fn replied(stand: &Stand) -> Draft {
    let mail = mail_about(stand, TILBYGG);
    let released = released(stand, &mail).await;
    assert_eq!(gate(stand, &sending(&released, &mail)).await.decision, GateDecision::Allow);
    let hidden = json!({"bccRecipients": [{"emailAddress": {"address": "skjult@example.net"}}]});
    sent::sent_with(stand, (&mail, &released.html), hidden).await;
    let draft = swept(stand, &released.draft).await;
    assert_eq!(draft.status, Status::Sent);
    draft
}

pub(crate) fn card(draft: &Draft) -> Filing {
    draft.after.as_ref().and_then(|after| after.filing.clone()).expect("it has left")
}

/// What is suggested, as it stands in the pane.
pub(crate) fn confirming(draft: &Draft) -> JournalReply {
    let Filing { case, title, public_title, code, basis, .. } = card(draft);
    JournalReply { draft: draft.id.clone(), case, title, public_title, code, basis }
}

/// The entries that we made in the kernel.
pub(crate) fn entries(kernel: &Noark) -> Vec<Value> {
    kernel.objects("journalpost").into_iter().filter(|entry| entry["opprettetAv"] == "saksvar").collect()
}

fn codes(kernel: &Noark, field: &str) -> Vec<String> {
    entries(kernel).iter().map(|entry| entry[field]["kode"].as_str().unwrap_or_default().to_owned()).collect()
}

async fn times(stand: &Stand, action: Action) -> usize {
    trail(stand).await.iter().filter(|link| link.entry.action == action).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_mail_and_the_reply_are_in_the_journal_once_and_signed_off() {
    let kernel = kernel().await;
    let stand = stand(&kernel).await;
    let draft = replied(&stand).await;
    let card = card(&draft);
    assert_eq!((card.state.as_str(), card.open, card.case.as_str()), ("open", true, "2026/1234"));
    assert_eq!((entries(&kernel).len(), card.mails.len()), (0, 2), "nothing before a person says so: {card:?}");
    // Pressed twice, from two windows.
    let confirm = confirming(&draft);
    let before = kernel.asked().len();
    let (one, two) = tokio::join!(stand.call("kari", &confirm), stand.call("kari", &confirm));
    let (one, two) = (one.expect("confirmed"), two.expect("confirmed"));
    let calls = kernel.asked().len() - before;
    for told in [one, two, stand.call("kari", &confirm).await.expect("it is there")] {
        let told = self::card(&told);
        let is_done = told.told == "Journalført som 2026/1234-6 og -7.";
        assert!(!told.open && (is_done || told.state == "queued"), "{told:?}");
    }
    let last = stand.call("kari", &ShowDraft { draft: draft.id.clone() }).await.expect("a draft");
    assert_eq!(self::card(&last).state, "registered");
    assert_eq!(
        (codes(&kernel, "journalposttype"), codes(&kernel, "journalstatus")),
        (vec!["I".to_owned(), "U".to_owned()], vec!["S".to_owned(), "E".to_owned()])
    );
    let titles: Vec<Value> = entries(&kernel).iter().map(|entry| entry["tittel"].clone()).collect();
    assert_eq!(titles[1], confirm.title);
    assert!(titles[0].as_str().is_some_and(|title| title.starts_with("Henvendelse")), "{titles:?}");
    assert_eq!(kernel.objects("avskrivning").len(), 1);
    let people = serde_json::to_string(&kernel.objects("korrespondansepart")).expect("JSON");
    assert!(people.contains("per.haug@example.no") && !people.contains("skjult@example.net"), "{people}");
    assert_eq!((times(&stand, Action::JournalConfirmed).await, times(&stand, Action::JournalRegistered).await), (1, 1));
    assert!(calls < 120, "{calls} calls for two mails");
    assert!(stand.metrics().await.contains("journalled"), "it is counted");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_system_that_is_away_delays_and_loses_nothing() {
    let kernel = kernel().await;
    let mut stand = stand(&kernel).await;
    let draft = replied(&stand).await;
    kernel.fail(vec![Failing::Down; 400]);
    let told = card(&stand.call("kari", &confirming(&draft)).await.expect("it is confirmed"));
    assert_eq!((told.state.as_str(), told.open), ("queued", false), "{told:?}");
    assert!(told.told.starts_with("Venter på sakssystemet"), "{}", told.told);
    assert_eq!(entries(&kernel).len(), 0);
    // The server ends, the case system is there again, and a later start goes on.
    kernel.heal();
    let later = Timestamp::now() + SignedDuration::from_mins(3);
    stand.restart_at(Arc::new(At(later))).await;
    let show = ShowDraft { draft: draft.id.clone() };
    for _ in 0..200 {
        if card(&stand.call("kari", &show).await.expect("a draft")).state == "registered" {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    let told = card(&stand.call("kari", &show).await.expect("a draft"));
    assert_eq!((told.state.as_str(), entries(&kernel).len()), ("registered", 2), "{told:?}");
    let store = backend::wire::store_to_read(&stand.config()).await.expect("the store is read");
    let tables = store.tables().await.expect("the tables are read");
    assert!(format!("{tables:?}").contains("journal_outbox"), "{tables:?}");
}

/// A clock that stands.
struct At(Timestamp);

impl domain::port::Clock for At {
    fn now(&self) -> Timestamp {
        self.0
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_named_and_a_closed_case_is_corrected() {
    let kernel = kernel().await;
    let stand = stand(&kernel).await;
    let draft = replied(&stand).await;
    let confirm = confirming(&draft);
    for (wrong, field) in [
        (JournalReply { case: "tilbygg".into(), ..confirm.clone() }, "case"),
        (JournalReply { case: "2024/2210".into(), ..confirm.clone() }, "case"),
        (JournalReply { title: " ".into(), ..confirm.clone() }, "title"),
        (JournalReply { public_title: "Om 03851598730".into(), ..confirm.clone() }, "public_title"),
        (JournalReply { code: "UO".into(), ..confirm.clone() }, "basis"),
    ] {
        let problem = stand.call("kari", &wrong).await.expect_err("it is wrong");
        assert_eq!(problem.field.as_deref(), Some(field), "{problem:?}");
    }
    assert_eq!(entries(&kernel).len(), 0);
    let skip = SkipJournal { draft: draft.id.clone(), why: String::new() };
    let problem = stand.call("kari", &skip).await.expect_err("a reason is missing");
    assert_eq!(problem.field.as_deref(), Some("why"));
    let skipped =
        stand.call("kari", &SkipJournal { why: "Gjelder ingen sak".into(), ..skip }).await.expect("it is kept");
    assert_eq!(card(&skipped).told, "Ikke journalført: Gjelder ingen sak");
    assert_eq!(times(&stand, Action::JournalSkipped).await, 1);
}

async fn refused<O: Operation>(stand: &Stand, person: &str, operation: &O) -> Problem
where
    O::Answer: std::fmt::Debug,
{
    stand.call(person, operation).await.expect_err("it is not theirs")
}

#[tokio::test(flavor = "multi_thread")]
async fn only_who_handles_the_mail_journals_it_and_without_a_case_system_it_is_by_hand() {
    let kernel = kernel().await;
    let stand = stand(&kernel).await;
    let eml = "From: Per Haug <per.haug@example.no>\r\nTo: kari.nordby@fjordvik.kommune.no\r\nSubject: Sak 2026/1234\r\n\
               Message-ID: <egen@example.no>\r\nDate: Fri, 20 Nov 2026 08:42:11 +0100\r\n\r\nHva er gebyret i sak 2026/1234?\r\n";
    stand.town.deliver(eml.as_bytes());
    let mails = stand.town.mails("kari.nordby@fjordvik.kommune.no", town::Folder::Inbox);
    let mail = mails.into_iter().find(|mail| mail.internet_id == "<egen@example.no>").expect("delivered");
    let own = PrepareDraft { mailbox: None, mail: MailId::new(mail.immutable_id()), ..crate::walk::preparing(&mail) };
    let draft = stand.call("kari", &own).await.expect("a draft");
    assert_eq!(refused(&stand, "ola", &confirming_of(&draft)).await.kind, Kind::NotFound);
    let without = Stand::up().await;
    let draft = replied(&without).await;
    let told = card(&draft);
    assert_eq!((told.state.as_str(), told.open), ("by_hand", false));
    assert!(told.told.contains("for hånd"), "{}", told.told);
    let problem = refused(&without, "kari", &confirming(&draft)).await;
    assert!(problem.title.contains("for hånd"), "{problem:?}");
    let unsent = drafted_elsewhere(&without).await;
    assert!(refused(&without, "kari", &confirming_of(&unsent)).await.title.contains("sendte"));
}

fn confirming_of(draft: &Draft) -> JournalReply {
    let (case, title) = ("2026/1234".to_owned(), "Svar".to_owned());
    JournalReply {
        draft: draft.id.clone(),
        case,
        public_title: title.clone(),
        title,
        code: String::new(),
        basis: String::new(),
    }
}

/// A draft in another conversation, that has not left.
async fn drafted_elsewhere(stand: &Stand) -> Draft {
    let mails = stand.town.mails(POSTMOTTAK, town::Folder::Inbox);
    let ours = mail_about(stand, TILBYGG).conversation();
    let mail = mails.into_iter().find(|mail| mail.conversation() != ours).expect("another mail");
    let draft = stand.call("kari", &crate::walk::preparing(&mail)).await.expect("a draft");
    let find = FindDraft { conversation: ConversationId::new(mail.conversation()) };
    stand.call("kari", &find).await.expect("looked").draft.unwrap_or(draft)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_that_the_server_sent_is_journalled_as_well() {
    let kernel = kernel().await;
    let stand = stand(&kernel).await;
    let mail = mail_about(&stand, TILBYGG);
    let waiting = asked(&stand, &drafted(&stand, &mail).await).await;
    let approved = stand.call("liv", &approval(&waiting)).await.expect("approved");
    let send = SendDraft { draft: approved.id.clone(), revision: approved.revision };
    let sent = stand.call("kari", &send).await.expect("sent");
    let told = card(&stand.call("kari", &confirming(&sent)).await.expect("it is confirmed"));
    assert_eq!((told.state.as_str(), entries(&kernel).len()), ("registered", 2), "{told:?}");
}
