//! Bytes to text (lesing): mail as it travels (RFC 5322, MIME) and HTML, read for a person and never run; the `Reader` of the domain.

mod authentication;
mod dress;
mod html;
mod mail;
mod page;
mod style;

use domain::{
    port::{Failure, Plain, Reader},
    send::Dress,
    thread::Message,
};

/// The reader; it keeps nothing between two mails.
#[derive(Clone, Copy, Debug, Default)]
pub struct Text;

impl Text {
    /// The header lines of a mail, folded ones joined, in their order; empty for what is no mail.
    #[must_use]
    pub fn header(self, bytes: &[u8]) -> Vec<(String, String)> {
        mail::header(bytes)
    }
}

impl Reader for Text {
    fn mail(&self, bytes: &[u8]) -> Result<Message, Failure> {
        mail::read(bytes)
    }

    fn plain(&self, html: &str) -> Plain {
        html::plain(html)
    }

    fn dress(&self, html: &str) -> Dress {
        dress::dress(html)
    }
}

#[cfg(test)]
mod tests;
