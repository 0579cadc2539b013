//! Rows of journalling (journalføring): how far a reply has come, and the mails that wait.

use super::{
    mirror::{Mirror, mirror, names},
    moment::Moment,
    source::AccessRow,
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use domain::{
    dossier::{Fields, Hindrance, Journalling, Standing},
    filing::{Correspondent, Filed, Filing, Way},
    port::{FailureKind, Parcel, Posting},
};
use vocabulary::{CaseNumber, DraftId, PersonId};

names! {
    /// Where it stands.
    StandingRow = Standing { Queued, Registered, Stopped, Skipped }
}
names! {
    /// What stands in the way.
    HindranceRow = Hindrance { Denied, CaseGone, Refused, TooLarge, Unclear }
}
names! {
    /// Which way a mail went.
    WayRow = Way { In, Out }
}
names! {
    /// What was in the way the last time.
    KindRow = FailureKind { Unavailable, Denied, MoreNeeded, NotFound, Garbled, Slow, Stale, TooLarge, Refused }
}
mirror! {
    /// What was confirmed.
    FieldsRow = Fields { case: Option<CaseNumber>, title: String, public_title: String, access: AccessRow }
}
mirror! {
    /// How far it has come.
    JournallingRow = Journalling {
        by: PersonId,
        by_name: String,
        at: Moment,
        standing: StandingRow,
        fields: FieldsRow,
        why: String,
        settled: Option<Moment>,
        numbers: Vec<String>,
        hindrance: Option<HindranceRow>,
    }
}
mirror! {
    /// Somebody a mail is from or to.
    CorrespondentRow = Correspondent { role: String, name: String, email: Option<String> }
}
mirror! {
    /// A mail as it is to stand in the journal.
    FilingRow = Filing {
        case: CaseNumber,
        system: String,
        way: WayRow,
        title: String,
        public_title: String,
        access: AccessRow,
        at: Moment,
        people: Vec<CorrespondentRow>,
        message_id: String,
        mime: Bytes,
    }
}
mirror! {
    /// A mail in the journal.
    FiledRow = Filed { id: String, number: String, already: bool }
}
mirror! {
    /// One mail that waits.
    ParcelRow = Parcel { filing: FilingRow, filed: Option<FiledRow>, signed_off: bool }
}
mirror! {
    /// The whole; `due` and `version` stand here as they were read, the columns count.
    PostingRow = Posting {
        draft: DraftId,
        by: PersonId,
        by_name: String,
        by_address: String,
        parcels: Vec<ParcelRow>,
        undo: Vec<FiledRow>,
        tries: u32,
        failing: Option<KindRow>,
        due: Option<Moment>,
        at_work: bool,
        version: u64,
    }
}

/// Bytes, which JSON has no word for, as base64.
#[derive(serde::Serialize, serde::Deserialize)]
pub(crate) struct Bytes(String);

impl Mirror<Bytes> for Vec<u8> {
    fn into_row(self) -> Bytes {
        Bytes(STANDARD.encode(self))
    }
    fn from_row(row: Bytes) -> Self {
        // What was encrypted is what was written here.
        STANDARD.decode(row.0).unwrap_or_default()
    }
}
