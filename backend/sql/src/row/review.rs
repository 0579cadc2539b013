//! Rows of revisions, requests, rulings and seals (revisjon, forespørsel, godkjenning, segl).

use super::{
    message::AttachmentRow,
    mirror::{mirror, names},
    moment::{Day, Moment},
};
use domain::{
    dossier::{Addressee, Aside, Request, Revision, Sending},
    draft::Note,
    review::{Absence, Approver, Ruling},
    send::{Envelope, Seal},
};
use vocabulary::{ConversationId, DraftId, Language, MailId, Outcome, PersonId, Reference, Tone};

names! {
    /// What there is to say of how it was written.
    NoteRow = Note { NoAnswer, Withheld, Spent, Shortened }
}
mirror! {
    /// One revision.
    RevisionRow = Revision {
        number: u32,
        author: PersonId,
        author_name: String,
        at: Moment,
        marked: String,
        footer: String,
        language: Language,
        #[serde(default)]
        tone: Tone,
        outcome: Outcome,
        recipients: Vec<String>,
        writer: String,
        note: Option<NoteRow>,
        rules: u32,
    }
}
mirror! {
    /// A request for a second person.
    RequestRow = Request {
        by: PersonId,
        by_name: String,
        at: Moment,
        revision: u32,
        to: Option<AddresseeRow>,
        reminded: Option<Moment>,
    }
}
mirror! {
    /// Whom a request is addressed to.
    AddresseeRow = Addressee { person: PersonId, name: String }
}
mirror! {
    /// Away, with somebody in their place.
    AbsenceRow = Absence { until: Day, stand_in: PersonId }
}
mirror! {
    /// Who is known to approve.
    ApproverRow = Approver { person: PersonId, name: String, seen: Moment, absence: Option<AbsenceRow> }
}
mirror! {
    /// A second person's word.
    RulingRow = Ruling {
        by: PersonId,
        by_name: String,
        at: Moment,
        revision: u32,
        fingerprint: String,
        approve: bool,
        ticked: Vec<String>,
        comment: String,
        proposal: Option<String>,
    }
}
mirror! {
    /// A text that is not saved.
    AsideRow = Aside { by: PersonId, revision: u32, text: String, at: Moment }
}
mirror! {
    /// Around the sealed text.
    EnvelopeRow = Envelope {
        from: String,
        subject: String,
        to: Vec<String>,
        cc: Vec<String>,
        bcc: Vec<String>,
        attachments: Vec<AttachmentRow>,
    }
}
mirror! {
    /// A seal.
    SealRow = Seal {
        reference: Reference,
        draft: DraftId,
        revision: u32,
        conversation: ConversationId,
        envelope: EnvelopeRow,
        text: String,
        made: Moment,
        expires: Moment,
        sent: Option<Moment>,
    }
}
mirror! {
    /// How far a sending by the server itself has come.
    SendingRow = Sending {
        by: PersonId,
        by_name: String,
        at: Moment,
        held_until: Option<Moment>,
        mail: Option<MailId>,
        ordered: Option<Moment>,
        accepted: Option<Moment>,
    }
}
