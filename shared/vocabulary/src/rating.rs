//! What a person says of a draft (vurdering).

use serde::{Deserialize, Serialize};

/// Was it any good?
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Rating {
    /// It could be sent nearly as it stood.
    Good,
    /// It had to be changed.
    Changed,
    /// It was of no use.
    Unusable,
}

impl Rating {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Good, Self::Changed, Self::Unusable];

    /// Its stable name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Changed => "changed",
            Self::Unusable => "unusable",
        }
    }

    /// The one with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rating| rating.name() == name)
    }
}
