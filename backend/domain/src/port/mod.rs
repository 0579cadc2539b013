//! The sockets (porter): what flow needs from outside, as roles; the adapters are the plugs.

pub mod capability;
pub mod checkpoints;
pub mod cipher;
pub mod clock;
pub mod code;
pub mod documents;
pub mod embedder;
pub mod enrolment;
pub mod erasure;
pub mod failure;
#[cfg(feature = "fake")]
pub mod fake;
pub mod identity;
pub mod journal;
pub mod laying;
pub mod lesson;
pub mod mailbox;
pub mod outbox;
pub mod reader;
pub mod records;
pub mod store;
pub mod switch;
pub mod tally;
pub mod writer;

pub use capability::{Capabilities, Capability};
pub use checkpoints::Checkpoints;
pub use cipher::Cipher;
pub use clock::{Chance, Clock, day};
pub use code::{CodeList, CodeRow};
pub use documents::{DocumentText, Documents, Format, Said, Unreadable};
pub use embedder::{Embedder, Side, Vector};
pub use enrolment::{Enrolled, Enrolment};
pub use erasure::{Batch, Erasing, Erasure};
pub use failure::{Failure, Kind as FailureKind};
pub use identity::{Caller, Grant, Identity, Secret, Session};
pub use journal::{Correspondent, Filed, Filing, Journal, Way};
pub use laying::{Laid, Laying};
pub use lesson::{Lesson, Taught};
pub use mailbox::Mailbox;
pub use outbox::{Parcel, Post, Posted, Posting};
pub use reader::{Plain, Reader};
pub use records::Records;
pub use store::{Change, Registered, Registration, Save, Store, TenantStore};
pub use switch::{Switch, Switched};
pub use tally::{Heap, Tallied, Tally};
pub use writer::{Heard, Told, Writer};
