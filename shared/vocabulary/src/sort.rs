//! What a mail is sorted as (sortering).

use serde::{Deserialize, Serialize};

/// The one action for a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// Belongs to a case and asks nothing (journalføres).
    Journal,
    /// Ours, another unit's (videresendes).
    Forward,
    /// Needs nobody (slettes).
    Delete,
    /// Another body's (feil mottaker).
    WrongRecipient,
    /// Access to documents or own data (innsynskrav).
    AccessRequest,
    /// A decision is not accepted (klage).
    Complaint,
    /// Asks something that is ours to answer (spørsmål).
    Question,
}

impl Class {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Journal,
        Self::Forward,
        Self::Delete,
        Self::WrongRecipient,
        Self::AccessRequest,
        Self::Complaint,
        Self::Question,
    ];

    /// Their names, in the same order.
    pub const NAMES: [&str; 7] =
        ["journal", "forward", "delete", "wrong_recipient", "access_request", "complaint", "question"];

    /// The stable name, as on the wire, in the trail and in the store.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize]
    }

    /// The class with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::Class;

    #[test]
    fn every_name_is_read_back() {
        for class in Class::ALL {
            assert_eq!(Class::named(class.name()), Some(class));
        }
        assert_eq!(Class::named("dreamt"), None);
    }
}
