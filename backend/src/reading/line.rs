//! What is said between the server and a reader (samtale): a line and the bytes of the document, then a line back.

use domain::port::{DocumentText, Format, Unreadable};
use serde::{Deserialize, Serialize};

/// The line before the bytes.
#[derive(Debug, Deserialize, Serialize)]
pub(super) struct Question {
    /// How many bytes follow.
    pub(super) bytes: usize,
    /// Milliseconds that reading may take.
    pub(super) patience: u64,
    pub(super) media: String,
    pub(super) name: String,
}

/// The line back.
#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Answer {
    Read(Read),
    /// The code of the reason.
    Refused(String),
}

#[derive(Debug, Deserialize, Serialize)]
pub(super) struct Read {
    format: String,
    text: String,
    pages: Vec<usize>,
    attachments: Vec<String>,
}

impl From<Result<DocumentText, Unreadable>> for Answer {
    fn from(outcome: Result<DocumentText, Unreadable>) -> Self {
        match outcome {
            Ok(DocumentText { format, text, pages, attachments }) => {
                Self::Read(Read { format: format.code().to_owned(), text, pages, attachments })
            }
            Err(reason) => Self::Refused(reason.code().to_owned()),
        }
    }
}

impl Answer {
    /// The answer as the domain has it; what no reader of ours says is a reader that broke.
    pub(super) fn told(self) -> Result<DocumentText, Unreadable> {
        match self {
            Self::Read(Read { format, text, pages, attachments }) => {
                let format = Format::of(&format).ok_or(Unreadable::Crashed)?;
                // Places in a text that is not trusted: none may stand beyond it, or within a letter.
                let is_true = pages.is_sorted() && pages.iter().all(|at| text.is_char_boundary(*at));
                if is_true { Ok(DocumentText { format, text, pages, attachments }) } else { Err(Unreadable::Crashed) }
            }
            Self::Refused(code) => Err(Unreadable::of(&code).unwrap_or(Unreadable::Crashed)),
        }
    }
}
