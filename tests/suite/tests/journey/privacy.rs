//! Who sees what: another tenant nothing, a colleague nothing of one's own mailbox, the log nobody's words.

use crate::walk::{
    TILBYGG, approval, asked, drafted, filled, gate, mail_about, preparing, release, revised, sending, swept,
};
use contract::{
    Access, Kind, Operation, TABLE,
    operation::{FindDraft, PrepareDraft, ShowDraft, ShowLog, SweepSent, TakeOver},
    view::OpenMail,
};
use std::{
    io,
    sync::{Arc, Mutex, OnceLock, PoisonError},
};
use suite::Stand;
use town::{Fault, Folder};
use vocabulary::{ConversationId, MailId, sort::Class};

#[tokio::test(flavor = "multi_thread")]
async fn another_tenants_token_opens_nothing() {
    let stand = Stand::up().await;
    let mut claims = stand.town.claims("liv").expect("Liv");
    let other = "99999999-9999-4999-8999-999999999999";
    claims["tid"] = other.into();
    claims["iss"] = format!("{}/{other}/v2.0", stand.town.entra_url).into();
    let token = stand.town.sign(&claims).expect("signed");
    for row in TABLE.iter().filter(|row| row.access != Access::Anyone) {
        assert_eq!(stand.post(row.path, Some(&token), "{}").await.status(), 401, "{}", row.path);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_colleague_sees_nothing_of_ones_own_mailbox() {
    let stand = Stand::up().await;
    let eml = "From: Per Haug <per.haug@example.no>\r\nTo: kari.nordby@fjordvik.kommune.no\r\nSubject: Sak 2026/1234\r\n\
               Message-ID: <egen@example.no>\r\nDate: Fri, 20 Nov 2026 08:42:11 +0100\r\n\r\nHva er gebyret i sak 2026/1234?\r\n";
    stand.town.deliver(eml.as_bytes());
    let mails = stand.town.mails("kari.nordby@fjordvik.kommune.no", Folder::Inbox);
    let mail = mails.iter().find(|mail| mail.internet_id == "<egen@example.no>").expect("delivered");
    let conversation = ConversationId::new(mail.conversation());
    let order = PrepareDraft {
        mail: MailId::new(mail.immutable_id()),
        conversation: conversation.clone(),
        mailbox: None,
        again: false,
        case: None,
        seen: None,
        without_case: false,
        language: None,
        tone: None,
    };
    let draft = stand.call("kari", &order).await.expect("a draft");
    let id = || draft.id.clone();
    for person in ["ola", "liv", "eva"] {
        assert_eq!(stand.call(person, &ShowDraft { draft: id() }).await.expect_err(person).kind, Kind::NotFound);
        assert_eq!(stand.call(person, &ShowLog { draft: id() }).await.expect_err(person).kind, Kind::NotFound);
        assert_eq!(stand.call(person, &SweepSent { draft: id() }).await.expect_err(person).kind, Kind::NotFound);
        assert_eq!(
            stand.call(person, &TakeOver { draft: id(), revision: draft.revision }).await.expect_err(person).kind,
            Kind::NotFound
        );
        assert_eq!(
            stand.call(person, &FindDraft { conversation: conversation.clone() }).await.expect(person).draft,
            None
        );
        assert_eq!(stand.call(person, &order).await.expect_err(person).kind, Kind::NotFound, "it is not their mailbox");
    }
    let edited = revised(&stand, &draft, &filled(&draft.text)).await;
    let waiting = asked(&stand, &edited).await;
    assert!(stand.call("liv", &approval(&waiting)).await.is_ok(), "whoever is asked as the second person reads it");
    assert_eq!(
        stand.call("ola", &ShowDraft { draft: id() }).await.expect_err("Ola was not asked").kind,
        Kind::NotFound
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_caseworker_without_the_shared_mailbox_sees_nothing_of_it() {
    let stand = Stand::up().await;
    let mail = mail_about(&stand, TILBYGG);
    drafted(&stand, &mail).await;
    let mut claims = stand.town.claims("tor").expect("Tor");
    claims["roles"] = vec!["Caseworker"].into();
    let token = stand.town.sign(&claims).expect("signed");
    let find = FindDraft { conversation: ConversationId::new(mail.conversation()) };
    let body = serde_json::to_vec(&find).expect("JSON");
    let found: OpenMail = stand.post(FindDraft::PATH, Some(&token), body).await.json().await.expect("looked");
    assert_eq!(found.draft, None);
    let body = serde_json::to_vec(&preparing(&mail)).expect("JSON");
    let prepared = stand.post(PrepareDraft::PATH, Some(&token), body).await.text().await.expect("a stream");
    assert!(prepared.contains("event: problem") && !prepared.contains("event: answer"), "{prepared}");
}

/// What the log of this process holds.
#[derive(Clone, Default)]
pub(crate) struct Lines(Arc<Mutex<Vec<u8>>>);

impl Lines {
    /// Everything so far.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap_or_else(PoisonError::into_inner)).into_owned()
    }
}

impl io::Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn readers_of_a_draft_see_the_same_fields_and_only_their_own_next_steps() {
    let stand = Stand::up().await;
    let waiting = asked(&stand, &drafted(&stand, &mail_about(&stand, TILBYGG)).await).await;
    let mut claims = stand.town.claims("tor").expect("Tor");
    claims["roles"] = vec!["Auditor"].into();
    let auditor = stand.town.sign(&claims).expect("signed");
    let body = serde_json::to_string(&ShowDraft { draft: waiting.id.clone() }).expect("JSON");
    let mut seen = Vec::new();
    for (bearer, mine) in [(stand.token("kari"), true), (stand.token("liv"), false), (auditor, false)] {
        let answer = stand.post(ShowDraft::PATH, Some(&bearer), body.clone()).await;
        let mut draft: serde_json::Value = answer.json().await.expect("the draft");
        let fields = draft.as_object_mut().expect("an object");
        let (own, next) = (fields.remove("mine"), fields.remove("next"));
        assert_eq!(own, Some(mine.into()));
        seen.push((draft, next.expect("steps")));
    }
    let [(author, _), (second, decides), (auditor, nothing)] = seen.as_slice() else { panic!("three readers") };
    assert_eq!((author, author), (second, auditor));
    assert!(decides.to_string().contains("approve") && nothing == &serde_json::json!([]), "{decides} {nothing}");
    // No reader writes a field by naming it, whatever their roles.
    for field in ["status", "author", "verdict", "review"] {
        let body = serde_json::json!({"draft": waiting.id, "revision": waiting.revision, "text": "x", field: "x"});
        let answer = stand.post("/api/revise-draft", Some(&stand.token("liv")), body.to_string()).await;
        assert_eq!(answer.status(), 400, "{field}");
    }
}

/// Every line that the server logs from now on, as much as the settings allow, as machines read them.
pub(crate) fn lines() -> Lines {
    static LINES: OnceLock<Lines> = OnceLock::new();
    let listen = || {
        let (lines, log) = (Lines::default(), backend::telemetry::lines("debug").json());
        let writer = lines.clone();
        log.with_writer(move || writer.clone()).try_init().expect("nobody else listens in this process");
        lines
    };
    LINES.get_or_init(listen).clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_of_a_whole_day_holds_nobodys_words() {
    let lines = lines();
    let stand = Stand::writing(|town| town.hostile_model_url("not-json")).await;
    for mail in stand.town.mails(crate::walk::POSTMOTTAK, Folder::Inbox) {
        // Some of them need no answer; what is logged of those counts too.
        let _ = stand.call("kari", &preparing(&mail)).await;
        let _ = stand.call("kari", &crate::sorting::confirming(&mail, Class::Forward, Some("vva"))).await;
    }
    let mail = mail_about(&stand, TILBYGG);
    let waiting = asked(&stand, &drafted(&stand, &mail).await).await;
    assert!(stand.call("kari", &approval(&waiting)).await.is_err());
    let approved = stand.call("liv", &approval(&waiting)).await.expect("approved");
    let released = release(&stand, &approved).await.expect("released");
    let mut altered = sending(&released, &mail);
    altered.html = altered.html.replace("Per", "Pål");
    altered.to.push("journalist@example.org".to_owned());
    gate(&stand, &altered).await;
    swept(&stand, &approved).await;
    for fault in [Fault::Garbage, Fault::Forbidden, Fault::ClaimsChallenge] {
        stand.town.fail_graph([fault]);
        let _ = stand.call("kari", &preparing(&mail)).await;
    }
    let _ = stand.client.get(format!("{}/auth/callback?state=x&code=Haug", stand.url)).send().await;
    assert_eq!(stand.post(ShowDraft::PATH, Some(&stand.token("kari")), "{\"draft\":\"Per Haug\"}").await.status(), 404);
    let log = lines.text();
    assert!(log.contains("not done") && log.contains("the writer failed"), "there is a log: {log}");
    for (number, line) in log.lines().enumerate() {
        let told = [
            "Haug",
            "Nordby",
            "Liv Aas",
            "Solveig",
            "example.no",
            "example.org",
            "fjordvik.kommune.no",
            "Storgata",
            "tilbygg",
            "12 500",
            "eyJ",
            "SV-",
            "journalist",
        ];
        let told = told.iter().find(|word| line.contains(*word));
        assert_eq!(told, None, "line {number}: {line}");
    }
}
