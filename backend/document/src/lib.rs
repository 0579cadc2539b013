//! Documents to text (dokumentlesing): what a file is follows from its bytes; its text is what a reader sees; all else has a reason.
//!
#![doc = include_str!("../README.md")]

mod kind;
mod letters;
mod limit;
#[cfg(feature = "fake")]
pub mod made;
mod office;
mod pdf;
mod tidy;

pub use limit::BYTES;

use domain::port::{DocumentText, Format, Reader, Said, Unreadable};
use kind::Kind;
use limit::Deadline;
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    time::Duration,
};

/// Reads a document within so much time. Endless recursion and memory that runs out are not held here: whoever reads what strangers
/// send does so in a process of its own.
///
/// # Errors
/// [`Unreadable`] with the reason.
pub fn read(bytes: &[u8], said: Said<'_>, reader: &dyn Reader, patience: Duration) -> Result<DocumentText, Unreadable> {
    if bytes.len() > BYTES {
        return Err(Unreadable::TooLarge);
    }
    let deadline = Deadline::after(patience);
    let work = AssertUnwindSafe(|| text(bytes, said, reader, &deadline));
    let read = catch_unwind(work).unwrap_or(Err(Unreadable::Crashed))?;
    if read.text.len() > limit::TEXT {
        return Err(Unreadable::TooLong);
    }
    Ok(read)
}

fn text(bytes: &[u8], said: Said<'_>, reader: &dyn Reader, deadline: &Deadline) -> Result<DocumentText, Unreadable> {
    match kind::of(bytes, said)? {
        Kind::Pdf => pdf::read(bytes, deadline),
        Kind::Package(package) => office::read(package, deadline),
        Kind::Html => whole(Format::Html, &reader.plain(&letters::decoded(bytes, said.media, true)?).text),
        Kind::Plain => whole(Format::Plain, &letters::decoded(bytes, said.media, false)?),
        Kind::Mail => mail(bytes, reader),
    }
}

/// A text without pages.
fn whole(format: Format, text: &str) -> Result<DocumentText, Unreadable> {
    let text = tidy::tidy(text);
    if text.is_empty() {
        return Err(Unreadable::Empty);
    }
    Ok(DocumentText { format, text, pages: Vec::new(), attachments: Vec::new() })
}

fn mail(bytes: &[u8], reader: &dyn Reader) -> Result<DocumentText, Unreadable> {
    let mail = reader.mail(bytes).map_err(|_| Unreadable::Damaged)?;
    let attachments: Vec<String> =
        mail.attachments.iter().filter(|one| !one.inline).map(|one| one.name.clone()).collect();
    let text = tidy::tidy(&mail.text);
    if text.is_empty() && attachments.is_empty() {
        return Err(Unreadable::Empty);
    }
    Ok(DocumentText { format: Format::Mail, text, pages: Vec::new(), attachments })
}

#[cfg(test)]
mod tests;
