//! What is said of each topic (utsagn): frames by who, what and how, built from kinds of words that the topics share.
//!
//! A topic's patterns list its usual phrases. The frames here say what any wording of the topic must hold: somebody who may grant
//! and what is granted, a cost and who bears it, a law and what it asks. The rarest kind of a frame stands first, so that most
//! sentences leave it at once.

pub(super) mod conduct;
pub(super) mod delicate;
pub(super) mod eligibility;
pub(super) mod fee;
pub(super) mod liability;
pub(super) mod outcome;
pub(super) mod right;
pub(super) mod threat;
pub(super) mod time;
mod word;
