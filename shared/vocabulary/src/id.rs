//! Typed ids, so that a conversation can never be taken for a draft.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Wraps the text as it stands; what it may contain is checked where it is used in a path or a query.
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// The id as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id! {
    /// A municipality or other public body (virksomhet): the `tid` of its Entra tenant.
    TenantId
}
id! {
    /// One employee (ansatt): the `oid` of the Entra account; unique within a tenant only.
    PersonId
}
id! {
    /// A group of employees (gruppe): the object id of an Entra security group.
    GroupId
}
id! {
    /// One draft of a reply (utkast) with all its revisions.
    DraftId
}
id! {
    /// One mail in a mailbox (e-post): Graph's immutable id.
    MailId
}
id! {
    /// One conversation (samtale) in a mailbox: Graph's `conversationId`.
    ConversationId
}
id! {
    /// The reference in a reply's footer (referanse), `SV-` and groups of base32: 80 random bits.
    Reference
}

/// A case number (saksnummer): year and sequence, shown as `2026/1234`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(with = "String", extend("pattern" = "^(19|20|21)[0-9]{2}/[1-9][0-9]{0,8}$")))]
#[serde(try_from = "String", into = "String")]
pub struct CaseNumber {
    /// Four digits.
    pub year: u16,
    /// The number within the year, without leading zeros.
    pub sequence: u32,
}

impl fmt::Display for CaseNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.year, self.sequence)
    }
}

impl From<CaseNumber> for String {
    fn from(number: CaseNumber) -> Self {
        number.to_string()
    }
}

impl TryFrom<String> for CaseNumber {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl FromStr for CaseNumber {
    type Err = String;
    /// Reads `2026/1234` and `26/1234` (a two-digit year is of this century below 70); leading zeros of the sequence do not count.
    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("«{text}» is no case number: write year/sequence, for example 2026/1234");
        let (year, sequence) = text.trim().split_once('/').ok_or_else(wrong)?;
        let digits = year.len();
        let year: u16 = year.parse().map_err(|_| wrong())?;
        let sequence = sequence.parse().map_err(|_| wrong())?;
        let year = match (digits, year) {
            (4, 1900..=2199) => year,
            (2, 0..=69) => 2000 + year,
            (2, _) => 1900 + year,
            _ => return Err(wrong()),
        };
        Ok(Self { year, sequence })
    }
}

#[cfg(test)]
mod tests {
    use super::CaseNumber;

    #[test]
    fn case_numbers_are_read_in_their_usual_forms() {
        for (text, shown) in [("2026/1234", "2026/1234"), ("26/01234", "2026/1234"), ("97/5", "1997/5")] {
            assert_eq!(text.parse::<CaseNumber>().map(|n| n.to_string()), Ok(shown.to_owned()), "{text}");
        }
        for text in ["", "2026", "2026-1234", "123/4", "2026/x", "/1", "3026/1"] {
            assert!(text.parse::<CaseNumber>().is_err(), "{text}");
        }
    }
}
