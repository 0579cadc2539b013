//! What the gate at Send (sluse) is told.

use serde::{Deserialize, Serialize};

/// Let it go, ask, or stop it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "host", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum GateDecision {
    /// Nothing known here: the mail passes and its content is not read.
    Unknown,
    /// Something is open here: ask again with the whole mail.
    Known,
    /// It may leave.
    Allow,
    /// A person may send it all the same, after reading why not.
    Ask,
    /// It may not leave.
    Stop,
}

/// The server's word, with the sentence that Outlook shows (at most 500 characters).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "host", derive(schemars::JsonSchema))]
pub struct GateAnswer {
    /// The decision.
    pub decision: GateDecision,
    /// What happened and what to do next; empty where it passes.
    pub sentence: String,
    /// Where in the pane it is put right: `difference`, `recipients`, `signature`, `standing` or `draft`; empty where it passes.
    pub place: String,
}
