//! How a reply speaks (tone): the same facts with fewer or more words around them.

use serde::{Deserialize, Serialize};

/// How much a reply says besides the facts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// The answer and nothing else (kort).
    Short,
    /// As a letter usually is (vanlig).
    #[default]
    Usual,
    /// With a way into the letter, where its sources stand, and an offer to help (forklarende).
    Explaining,
}

impl Tone {
    /// Its stable name, as on the wire.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Usual => "usual",
            Self::Explaining => "explaining",
        }
    }
}
