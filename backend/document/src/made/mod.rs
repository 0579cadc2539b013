//! Documents made by hand (prøvedokumenter): sound ones to read, and hostile ones to survive; for tests and figures.

mod hostile;
mod pack;
mod paper;

pub use hostile::{Trap, hostile, locked};
pub use pack::{docx, docx_of, odt, odt_of, packed, pile};
pub use paper::{Paper, letters, pdf};
