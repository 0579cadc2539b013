//! The words both sides of the wire know: ids, languages, findings, roles, spans and limits; no HTTP, no clocks, no chance.

pub mod finding;
pub mod gate;
pub mod id;
pub mod language;
pub mod limit;
pub mod rating;
pub mod relation;
pub mod role;
pub mod sort;
pub mod span;
pub mod status;
pub mod tone;

pub use finding::{Code, Severity, Verdict};
pub use gate::GateMode;
pub use id::{CaseNumber, ConversationId, DraftId, GroupId, MailId, PersonId, Reference, TenantId};
pub use language::Language;
pub use rating::Rating;
pub use relation::Relation;
pub use role::Role;
pub use span::Span;
pub use status::{Match, Outcome, Status};
pub use tone::Tone;
