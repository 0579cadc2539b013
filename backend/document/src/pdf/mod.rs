//! PDF (ISO 32000): letters as they are placed on each page, set into lines and paragraphs again.

mod flow;
mod line;
mod mark;
mod show;
mod state;
#[cfg(test)]
mod tests;

use crate::{
    limit::{Deadline, PAGES, TEXT},
    tidy::tidy,
};
use domain::port::{DocumentText, Format, Unreadable};
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use mark::Layers;
use show::Printer;

/// The text of a document, page by page.
pub(crate) fn read(bytes: &[u8], deadline: &Deadline) -> Result<DocumentText, Unreadable> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(reason)?;
    let pages = pdf.pages();
    match pages.len() {
        0 => return Err(Unreadable::Damaged),
        count if count > PAGES => return Err(Unreadable::TooLong),
        _ => {}
    }
    let mut printer = Printer::new(Layers::of(&pdf), deadline);
    let mut all = Vec::with_capacity(pages.len());
    let mut bytes = 0;
    for page in pages.iter() {
        deadline.hold_now()?;
        let paragraphs = flow::paragraphs(printer.page(page)?);
        bytes += paragraphs.iter().map(String::len).sum::<usize>();
        if bytes > TEXT {
            return Err(Unreadable::TooLong);
        }
        all.push(paragraphs);
    }
    // Letters that no table of the file names cannot be read any more than a picture's.
    if printer.unknown * 2 > printer.known + printer.unknown {
        return Err(Unreadable::NoText);
    }
    flow::drop_running(&mut all);
    bound(&all)
}

fn reason(error: LoadPdfError) -> Unreadable {
    match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm) => {
            Unreadable::Encrypted
        }
        _ => Unreadable::Damaged,
    }
}

/// The pages as one text, and where each begins.
fn bound(all: &[Vec<String>]) -> Result<DocumentText, Unreadable> {
    let mut text = String::new();
    let mut pages = Vec::with_capacity(all.len());
    for paragraphs in all {
        let page = tidy(&paragraphs.join("\n\n"));
        if !text.is_empty() && !page.is_empty() {
            text.push_str("\n\n");
        }
        pages.push(text.len());
        text.push_str(&page);
    }
    if text.is_empty() {
        Err(Unreadable::NoText)
    } else {
        Ok(DocumentText { format: Format::Pdf, text, pages, attachments: Vec::new() })
    }
}
