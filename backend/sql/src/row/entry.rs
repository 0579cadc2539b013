//! The row of an entry in the trail (loggpost).

use super::{
    mirror::{mirror, names},
    moment::Moment,
};
use domain::audit::{Action, Entry};
use vocabulary::{CaseNumber, DraftId, PersonId};

names! {
    /// What was done.
    ActionRow = Action {
        OperationOpened, OperationClosed, OperationFailed, OperationUnfinished, DraftPrepared, DraftShown, DraftRevised,
        DraftTakenOver, ReviewRequested, DraftApproved, DraftReturned, ReviewRefused, DraftReleased, SendAllowed, SendAsked,
        SendStopped, SendUngated, SendBegun, SendOrdered, SendAccepted, SendUnsure, SendGivenUp, DraftSent, SentAltered, DraftRated, GateSwitched, SignatureSaved, SortConfirmed, TrailExported,
        BasisShown, KeyMade, KeyRotated, KeyRewrapped, KeyErased, BackupMade, BackupRestored, TextErased,
        SortForgotten, PersonExported, PersonErased,
    }
}
mirror! {
    /// An entry.
    EntryRow = Entry {
        at: Moment,
        person: Option<PersonId>,
        action: ActionRow,
        draft: Option<DraftId>,
        revision: Option<u32>,
        case: Option<CaseNumber>,
        trace: Option<String>,
        facts: Vec<(String, String)>,
    }
}
