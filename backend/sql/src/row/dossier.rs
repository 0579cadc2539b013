//! The row of a dossier's facts (utkastmappe).

use super::{
    journal::JournallingRow,
    message::MessageRow,
    mirror::mirror,
    moment::Moment,
    review::{AsideRow, RequestRow, RevisionRow, RulingRow, SealRow, SendingRow},
    source::{CaseMatchRow, ItemRow},
};
use domain::dossier::{Dossier, MailKey};
use vocabulary::{ConversationId, DraftId, MailId, Reference, Status};

mirror! {
    /// Where the mail lies.
    MailKeyRow = MailKey { mail: MailId, conversation: ConversationId, mailbox: Option<String> }
}
mirror! {
    /// The whole; `version` stands here as it was read, the column counts.
    DossierRow = Dossier {
        id: DraftId,
        reference: Reference,
        key: MailKeyRow,
        subject: String,
        from: String,
        messages: Vec<MessageRow>,
        matched: CaseMatchRow,
        evidence: Vec<ItemRow>,
        revisions: Vec<RevisionRow>,
        request: Option<RequestRow>,
        rulings: Vec<RulingRow>,
        // Absent in rows of an older version of this program.
        #[serde(default)]
        asides: Vec<AsideRow>,
        seal: Option<SealRow>,
        sending: Option<SendingRow>,
        rated: Option<Moment>,
        journalling: Option<JournallingRow>,
        status: Status,
        created: Moment,
        version: u64,
    }
}
