//! An archive (arkiv) that takes messages of KS Fiks Arkiv V1 and answers them, without a network between.

mod archive;
mod change;
mod codes;
mod create;
mod field;
mod folder;
mod give;
mod running;
mod schema;
mod search;
mod seed;
mod write;

pub use running::{FiksArchive, FiksFailing, FiksMessage, FiksSettings};
pub use schema::judged as fiks_judged;
