//! How the gate at Send works (sluse), as IT has set it.

use serde::{Deserialize, Serialize};

/// What the gate does with what it finds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum GateMode {
    /// It stops what may not leave, and asks where a person may decide.
    #[default]
    Soft,
    /// It stops nothing, and asks wherever it would have stopped.
    Prompt,
    /// It lets everything go and reads nothing (nødbryter).
    Off,
}

impl GateMode {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Soft, Self::Prompt, Self::Off];

    /// Its stable name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Soft => "soft",
            Self::Prompt => "prompt",
            Self::Off => "off",
        }
    }

    /// The one with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::GateMode;

    #[test]
    fn every_name_is_read_back() {
        for mode in GateMode::ALL {
            assert_eq!(GateMode::named(mode.name()), Some(mode));
        }
        assert_eq!(GateMode::named("block"), None);
    }
}
