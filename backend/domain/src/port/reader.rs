//! Bytes to text (lesing): MIME and HTML; pure, but with heavy parsers, therefore a plug.

use super::Failure;
use crate::{send::Dress, thread::Message};

/// HTML as a reader sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plain {
    /// The visible text, paragraphs apart by an empty line, quotes of earlier mails included.
    pub text: String,
    /// Text that is there but not seen.
    pub hidden: String,
    /// Targets of links and of pictures.
    pub links: Vec<String>,
}

/// A reader of mail.
pub trait Reader: Send + Sync {
    /// Reads an RFC 5322 mail; `Garbled` where it is none, `TooLarge` above the limit.
    ///
    /// # Errors
    /// [`Failure`] as said.
    fn mail(&self, bytes: &[u8]) -> Result<Message, Failure>;
    /// The text of an HTML body; never fails, never runs anything.
    fn plain(&self, html: &str) -> Plain;
    /// How the words of an HTML body are dressed; never fails, never runs anything.
    fn dress(&self, html: &str) -> Dress;
}
