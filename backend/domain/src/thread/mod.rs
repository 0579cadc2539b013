//! What was written (tråd): the mails of a conversation, newest first, each without quotes and signature, with questions, language and values.

pub mod message;

use crate::value::Value;
use jiff::civil::Date;
pub use message::{Address, Attachment, Message};
use vocabulary::{Language, MailId};

/// One mail with its parts told apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The mail as it came.
    pub message: Message,
    /// What this person wrote, without quotes and signature.
    pub visible: String,
    /// What was quoted.
    pub quoted: String,
    /// The signature, if one was found.
    pub signature: Option<String>,
}

/// A conversation that can be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thread {
    messages: Vec<Written>,
    answered: usize,
    language: Language,
    confidence: f32Bits,
    questions: Vec<String>,
    values: Vec<Value>,
}

#[allow(non_camel_case_types)]
type f32Bits = u32;

/// Why a thread could not be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Empty {
    /// No mail at all, or drafts only.
    #[error("there is no mail to answer")]
    NoMail,
}

impl Thread {
    /// Reads a conversation: drafts are left out, the newest mail comes first, and earlier mails are recovered from its quotes
    /// where they are not among `messages`. `answering` names the mail on the screen (else the newest); `today` bounds years.
    ///
    /// # Errors
    /// [`Empty::NoMail`] when no mail remains.
    pub fn new(_messages: Vec<Message>, _answering: Option<&MailId>, _today: Date) -> Result<Self, Empty> {
        Err(Empty::NoMail)
    }

    /// All mails, newest first.
    #[must_use]
    pub fn messages(&self) -> &[Written] {
        &self.messages
    }

    /// The mail that is answered.
    #[must_use]
    pub fn answered(&self) -> &Written {
        &self.messages[self.answered]
    }

    /// Its language, and how sure (0 to 1).
    #[must_use]
    pub fn language(&self) -> (Language, f32) {
        (self.language, f32::from_bits(self.confidence))
    }

    /// What is asked, one question each, in the citizen's words.
    #[must_use]
    pub fn questions(&self) -> &[String] {
        &self.questions
    }

    /// The values in subject and visible text of the answered mail; spans count in the visible text.
    #[must_use]
    pub fn values(&self) -> &[Value] {
        &self.values
    }
}
