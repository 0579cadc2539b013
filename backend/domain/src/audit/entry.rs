//! One entry of the trail (loggpost).

use jiff::Timestamp;
use vocabulary::{CaseNumber, DraftId, PersonId};

macro_rules! actions {
    ($($name:ident $text:literal,)*) => {
        /// What was done; the names are stable.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs)]
        pub enum Action {
            $($name,)*
        }

        impl Action {
            /// All of them, in the order of the work.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The stable name, as in the export and in the store.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)*
                }
            }
        }
    };
}

actions! {
    OperationOpened "operation_opened",
    OperationClosed "operation_closed",
    OperationFailed "operation_failed",
    OperationUnfinished "operation_unfinished",
    DraftPrepared "draft_prepared",
    DraftShown "draft_shown",
    DraftRevised "draft_revised",
    DraftTakenOver "draft_taken_over",
    ReviewRequested "review_requested",
    ReviewReminded "review_reminded",
    DraftApproved "draft_approved",
    DraftReturned "draft_returned",
    ReviewRefused "review_refused",
    DraftReleased "draft_released",
    SendAllowed "send_allowed",
    SendAsked "send_asked",
    SendStopped "send_stopped",
    SendUngated "send_ungated",
    SendBegun "send_begun",
    SendOrdered "send_ordered",
    SendAccepted "send_accepted",
    SendUnsure "send_unsure",
    SendGivenUp "send_given_up",
    DraftSent "draft_sent",
    SentAltered "sent_altered",
    DraftRated "draft_rated",
    JournalConfirmed "journal_confirmed",
    JournalSkipped "journal_skipped",
    JournalRegistered "journal_registered",
    JournalStopped "journal_stopped",
    JournalRetried "journal_retried",
    GateSwitched "gate_switched",
    SignatureSaved "signature_saved",
    ApproverKnown "approver_known",
    ApproverForgotten "approver_forgotten",
    AbsenceStated "absence_stated",
    SortConfirmed "sort_confirmed",
    TrailExported "trail_exported",
    BasisShown "basis_shown",
    KeyMade "key_made",
    KeyRotated "key_rotated",
    KeyRewrapped "key_rewrapped",
    KeyErased "key_erased",
    TenantAdded "tenant_added",
    TenantDisabled "tenant_disabled",
    TenantEnabled "tenant_enabled",
    BackupMade "backup_made",
    BackupRestored "backup_restored",
    TextErased "text_erased",
    SortForgotten "sort_forgotten",
    PersonExported "person_exported",
    PersonErased "person_erased",
}

impl Action {
    /// The action with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|action| action.name() == name)
    }
}

/// An entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When, to the millisecond, so that every store gives it back as it was.
    pub at: Timestamp,
    /// Who; `None` for the gate and the clock.
    pub person: Option<PersonId>,
    /// What.
    pub action: Action,
    /// Which draft.
    pub draft: Option<DraftId>,
    /// Which revision.
    pub revision: Option<u32>,
    /// Which case.
    pub case: Option<CaseNumber>,
    /// Under which request (trace id).
    pub trace: Option<String>,
    /// Named facts without personal text: operation, reason, rule version, ids of sources, salted SHA-256 commitments of texts.
    pub facts: Vec<(String, String)>,
}

impl Entry {
    /// An entry that says only what was done, and when; the rest is added with the other functions.
    #[must_use]
    pub fn of(action: Action, at: Timestamp) -> Self {
        let at = Timestamp::from_millisecond(at.as_millisecond()).unwrap_or(at);
        Self { at, person: None, action, draft: None, revision: None, case: None, trace: None, facts: Vec::new() }
    }

    /// Who did it.
    #[must_use]
    pub fn by(self, person: &PersonId) -> Self {
        Self { person: Some(person.clone()), ..self }
    }

    /// Which revision of which draft it is about.
    #[must_use]
    pub fn about(self, draft: &DraftId, revision: u32) -> Self {
        Self { draft: Some(draft.clone()), revision: Some(revision), ..self }
    }

    /// Which case it is about.
    #[must_use]
    pub fn in_case(self, case: Option<CaseNumber>) -> Self {
        Self { case, ..self }
    }

    /// A named fact; never personal text.
    #[must_use]
    pub fn fact(mut self, name: &str, value: impl Into<String>) -> Self {
        self.facts.push((name.to_owned(), value.into()));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::Action;

    #[test]
    fn every_name_is_read_back_and_is_in_snake_case() {
        for action in Action::ALL {
            assert_eq!(Action::named(action.name()), Some(*action));
            let snake: String = format!("{action:?}")
                .char_indices()
                .map(|(at, c)| {
                    if c.is_uppercase() && at > 0 {
                        format!("_{}", c.to_lowercase())
                    } else {
                        c.to_lowercase().to_string()
                    }
                })
                .collect();
            assert_eq!(action.name(), snake);
        }
        assert_eq!(Action::named("draft_dreamt"), None);
    }
}
