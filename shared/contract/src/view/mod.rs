//! What is shown (visninger): one file per thing on the screen.

mod basis;
mod draft;
mod gate;
mod queue;
mod sort;

pub use basis::{
    Anchor, AskedMail, Basis, BasisFinding, BasisRevision, BasisRuling, BasisSeal, BasisSentence, BasisSource,
    Commitment, KeptBasis, ProvedEntry,
};
pub use draft::{
    Action, After, Before, Candidate, Case, Change, Deadline, Draft, DraftHtml, Evidence, Filing, Finding, Mail,
    OpenMail, Question, Review, Sentence, Sought, Support, Unsaved,
};
pub use gate::{GateAnswer, GateDecision};
pub use queue::{Approver, Decided, LogLine, Me, QueueItem, Signature};
pub use sort::{Confirmed, Journal, Sorting, Unit};
