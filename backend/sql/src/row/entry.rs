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
        DraftTakenOver, ReviewRequested, ReviewReminded, DraftApproved, DraftReturned, ReviewRefused, DraftReleased, SendAllowed, SendAsked, SendStopped, DraftSent, SentAltered, SignatureSaved, ApproverKnown, ApproverForgotten, AbsenceStated, SortConfirmed, TrailExported, BasisShown, KeyMade, KeyRotated, KeyRewrapped, KeyErased, TenantAdded, TenantDisabled, TenantEnabled, BackupMade, BackupRestored, TextErased, SendUngated, SendBegun, SendOrdered, SendAccepted, SendUnsure, SendGivenUp, DraftRated, GateSwitched, JournalConfirmed, JournalSkipped,
        JournalRegistered, JournalStopped, JournalRetried,
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
