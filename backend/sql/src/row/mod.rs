//! Rows (rader): serde mirrors of what the domain keeps, so that the domain knows nothing of JSON and a change there does
//! not compile here until somebody has decided what it means for what is stored.

mod dossier;
mod entry;
mod journal;
mod message;
mod mirror;
mod moment;
mod review;
mod source;

pub(crate) use dossier::DossierRow;
pub(crate) use entry::EntryRow;
pub(crate) use journal::PostingRow;
pub(crate) use message::SignatureRow;
pub(crate) use mirror::Mirror;
pub(crate) use review::ApproverRow;
