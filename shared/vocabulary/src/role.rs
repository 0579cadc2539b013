//! The app roles (roller) that an Entra administrator assigns.

use serde::{Deserialize, Serialize};

/// What somebody is trusted with; a person may have several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Role {
    /// Drafts, edits, asks for review, inserts (saksbehandler).
    Caseworker,
    /// Approves or returns what others wrote (fagleder).
    Reviewer,
    /// Changes the house rules (regelansvarlig).
    RuleKeeper,
    /// Reads the trail (revisor).
    Auditor,
    /// Runs the installation (drift).
    Operator,
}

impl Role {
    /// All roles, as the app registration lists them.
    pub const ALL: [Self; 5] = [Self::Caseworker, Self::Reviewer, Self::RuleKeeper, Self::Auditor, Self::Operator];

    /// The value of the `roles` claim.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Caseworker => "Caseworker",
            Self::Reviewer => "Reviewer",
            Self::RuleKeeper => "RuleKeeper",
            Self::Auditor => "Auditor",
            Self::Operator => "Operator",
        }
    }

    /// The role a claim names, if it is one of ours.
    #[must_use]
    pub fn named(claim: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == claim)
    }
}
