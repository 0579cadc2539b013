//! The steps of a journey, as a person takes them.

use contract::{
    Access, Problem, Row,
    operation::{
        AttachedFile, ConfirmSend, DecideReview, KnowConversation, PrepareDraft, ReleaseDraft, RequestReview,
        ReviseDraft, SweepSent,
    },
    view::{Draft, DraftHtml, GateAnswer, GateDecision},
};
use suite::Stand;
use town::{Folder, Mail};
use vocabulary::{ConversationId, MailId, Role, Severity};

/// The shared mailbox that the citizens write to.
pub(crate) const POSTMOTTAK: &str = "postmottak@fjordvik.kommune.no";
/// Words in the subject of the mail that the demo begins with.
pub(crate) const TILBYGG: &str = "Sak 2026/1234";

/// The mail in the shared mailbox whose subject holds these words.
pub(crate) fn mail_about(stand: &Stand, words: &str) -> Mail {
    let mails = stand.town.mails(POSTMOTTAK, Folder::Inbox);
    mails
        .into_iter()
        .find(|mail| mail.subject.contains(words))
        .unwrap_or_else(|| panic!("there is a mail about {words}"))
}

/// Asks for a draft to a mail in the shared mailbox.
pub(crate) fn preparing(mail: &Mail) -> PrepareDraft {
    PrepareDraft {
        mail: MailId::new(mail.immutable_id()),
        conversation: ConversationId::new(mail.conversation()),
        mailbox: Some(POSTMOTTAK.to_owned()),
        again: false,
        case: None,
        seen: None,
        without_case: false,
        language: None,
        tone: None,
    }
}

/// A draft to a mail, made by Kari, with every gap filled by a harmless phrase.
pub(crate) async fn drafted(stand: &Stand, mail: &Mail) -> Draft {
    let draft = stand.call("kari", &preparing(mail)).await.expect("a draft");
    if draft.gaps.is_empty() { draft } else { revised(stand, &draft, &filled(&draft.text)).await }
}

/// The text with every gap filled.
pub(crate) fn filled(text: &str) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('⟦') {
        filled.push_str(before);
        filled.push_str("det kommer vi tilbake til");
        rest = after.split_once('⟧').map_or("", |(_, after)| after);
    }
    filled + rest
}

/// Kari's edit.
pub(crate) async fn revised(stand: &Stand, draft: &Draft, text: &str) -> Draft {
    let revise = ReviseDraft { draft: draft.id.clone(), revision: draft.revision, text: text.to_owned() };
    stand.call("kari", &revise).await.expect("the edit is saved")
}

/// Kari asks for a second person.
pub(crate) async fn asked(stand: &Stand, draft: &Draft) -> Draft {
    let ask = RequestReview { draft: draft.id.clone(), revision: draft.revision, to: None };
    stand.call("kari", &ask).await.expect("asked")
}

/// An approval with every finding ticked.
pub(crate) fn approval(draft: &Draft) -> DecideReview {
    let heavy = draft.findings.iter().filter(|finding| finding.severity >= Severity::Verify);
    DecideReview {
        draft: draft.id.clone(),
        revision: draft.revision,
        fingerprint: draft.fingerprint.clone(),
        approve: true,
        ticked: heavy.map(|finding| finding.key.clone()).collect(),
        comment: String::new(),
        proposal: None,
    }
}

/// From the mail to the approved and sealed reply.
pub(crate) async fn released(stand: &Stand, mail: &Mail) -> DraftHtml {
    let draft = asked(stand, &drafted(stand, mail).await).await;
    let approved = stand.call("liv", &approval(&draft)).await.expect("approved");
    release(stand, &approved).await.expect("released")
}

/// Kari inserts the reply.
pub(crate) async fn release(stand: &Stand, draft: &Draft) -> Result<DraftHtml, Problem> {
    stand.call("kari", &ReleaseDraft { draft: draft.id.clone(), revision: draft.revision }).await
}

/// The mail as the client would send it: the reply, and the thread below as Outlook quotes it.
pub(crate) fn sending(released: &DraftHtml, mail: &Mail) -> ConfirmSend {
    let quote = format!(
        "<div id=\"appendonsend\"></div><hr><div><b>Fra:</b> {} &lt;{}&gt;<br><b>Til:</b> {POSTMOTTAK}<br><b>Emne:</b> {}</div><div>Jeg lurer på tre ting:</div>",
        mail.from.name, mail.from.address, mail.subject
    );
    ConfirmSend {
        reference: Some(released.reference.clone()),
        conversation: Some(ConversationId::new(mail.conversation())),
        from: POSTMOTTAK.to_owned(),
        to: released.draft.recipients.clone(),
        cc: vec![],
        bcc: vec![],
        subject: format!("SV: {}", mail.subject),
        html: format!("<html><body>{}{quote}</body></html>", released.html),
        attachments: Vec::<AttachedFile>::new(),
    }
}

/// The gate's word on a mail.
pub(crate) async fn gate(stand: &Stand, sending: &ConfirmSend) -> GateAnswer {
    stand.call("gate", sending).await.expect("the gate answers")
}

/// Whether the gate knows the conversation.
pub(crate) async fn known(stand: &Stand, conversation: &str) -> GateDecision {
    let know = KnowConversation { conversation: Some(ConversationId::new(conversation)), reference: None };
    stand.call("gate", &know).await.expect("the gate answers").decision
}

/// Kari looks whether it was sent.
pub(crate) async fn swept(stand: &Stand, draft: &Draft) -> Draft {
    stand.call("kari", &SweepSent { draft: draft.id.clone() }).await.expect("looked")
}

/// Somebody who may call an operation, as far as roles go.
pub(crate) fn caller(row: &Row) -> &'static str {
    let needs = |role| matches!(row.access, Access::Roles(roles) if roles == [role]);
    if needs(Role::Operator) { "tor" } else { "liv" }
}
