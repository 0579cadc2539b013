//! Documents to text (dokumentlesing): PDF, word processing, web pages, plain text and mails, read where a fault of the reader costs nothing.

use super::FailureKind;
pub use crate::unreadable::Unreadable;
use async_trait::async_trait;

/// What is said of a document by whoever holds it; a hint, for the bytes say more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Said<'a> {
    /// The media type, for example `application/pdf`; empty where none is said.
    pub media: &'a str,
    /// The file's name; empty where none is said.
    pub name: &'a str,
}

/// What a document turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// PDF.
    Pdf,
    /// Office Open XML, word processing (Word).
    Docx,
    /// OpenDocument text (LibreOffice).
    Odt,
    /// A web page.
    Html,
    /// A mail as it travels (RFC 5322).
    Mail,
    /// Plain text.
    Plain,
}

impl Format {
    /// Every format that is read, with its short name.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::Pdf, "pdf"),
        (Self::Docx, "docx"),
        (Self::Odt, "odt"),
        (Self::Html, "html"),
        (Self::Mail, "mail"),
        (Self::Plain, "plain"),
    ];

    /// Its short name.
    #[must_use]
    pub fn code(self) -> &'static str {
        Self::ALL.iter().find(|(one, _)| *one == self).map_or("plain", |(_, code)| code)
    }

    /// The format of this short name.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == code).map(|(one, _)| *one)
    }
}

/// A document as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentText {
    /// What it was.
    pub format: Format,
    /// The text that a reader sees: paragraphs apart by an empty line, items and rows on lines of their own, cells apart by ` | ` or a tab.
    pub text: String,
    /// Where each page begins in the text, in bytes; empty for what has no pages.
    pub pages: Vec<usize>,
    /// Names of the files that came with it; they are not read.
    pub attachments: Vec<String>,
}

impl DocumentText {
    /// The page on which this place of the text stands, from 1.
    #[must_use]
    pub fn page(&self, at: usize) -> Option<usize> {
        let before = self.pages.partition_point(|start| *start <= at);
        (before > 0).then_some(before)
    }
}

impl Unreadable {
    /// What it means for a document that its file could not be fetched. A file that this person is not let into is not told of.
    #[must_use]
    pub fn fetching(kind: FailureKind) -> Option<Self> {
        match kind {
            FailureKind::Denied => None,
            FailureKind::TooLarge => Some(Self::TooLarge),
            _ => Some(Self::Missing),
        }
    }
}

/// A reader of documents.
#[async_trait]
pub trait Documents: Send + Sync {
    /// The text of a document. What it is follows from its bytes; what is said of it decides only where they do not tell.
    ///
    /// # Errors
    /// [`Unreadable`] with the reason.
    async fn text(&self, bytes: &[u8], said: Said<'_>) -> Result<DocumentText, Unreadable>;
}

#[cfg(test)]
mod tests {
    use super::{DocumentText, Format, Unreadable};
    use crate::port::FailureKind;

    #[test]
    fn a_place_stands_on_its_page() {
        let pages = |pages: &[usize]| DocumentText {
            format: Format::Pdf,
            text: String::new(),
            pages: pages.to_vec(),
            attachments: Vec::new(),
        };
        for (starts, at, is) in [
            (&[0, 10, 10, 30][..], 0, Some(1)),
            (&[0, 10, 10, 30], 9, Some(1)),
            (&[0, 10, 10, 30], 10, Some(3)),
            (&[0, 10], 99, Some(2)),
            (&[], 5, None),
        ] {
            assert_eq!(pages(starts).page(at), is, "{starts:?} {at}");
        }
    }

    #[test]
    fn every_format_has_a_name_of_its_own() {
        assert!(Format::ALL.iter().all(|(one, code)| Format::of(code) == Some(*one)));
    }

    #[test]
    fn a_file_that_was_not_given_is_told_of_unless_it_is_hidden() {
        for (kind, is) in [
            (FailureKind::Denied, None),
            (FailureKind::TooLarge, Some(Unreadable::TooLarge)),
            (FailureKind::NotFound, Some(Unreadable::Missing)),
            (FailureKind::Garbled, Some(Unreadable::Missing)),
        ] {
            assert_eq!(Unreadable::fetching(kind), is, "{kind:?}");
        }
    }
}
