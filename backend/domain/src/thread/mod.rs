//! What was written (tråd): the mails of a conversation, newest first, each without quotes and signature, with questions, language and values.

mod banner;
mod header;
pub mod kind;
pub mod language;
pub mod message;
pub mod question;
pub mod quote;
mod recover;
pub mod redact;
pub mod sentence;
mod signature;

use crate::value::{self, Value};
use jiff::{Timestamp, civil::Date};
pub use message::{Address, Attachment, Message};
pub use redact::Redaction;
use std::collections::HashSet;
use vocabulary::{Language, MailId, Span, limit::THREAD_MESSAGES};

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

impl Written {
    fn new(message: Message) -> Self {
        let parts = quote::without_fragments(&message.text);
        Self { message, visible: parts.visible, quoted: parts.quoted, signature: parts.signature }
    }
}

/// A conversation that can be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thread {
    messages: Vec<Written>,
    answered: usize,
    language: Language,
    /// Thousandths, so that threads compare exactly.
    confidence: u16,
    questions: Vec<String>,
    values: Vec<Value>,
}

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
    pub fn new(messages: Vec<Message>, answering: Option<&MailId>, today: Date) -> Result<Self, Empty> {
        let mut own: Vec<Written> = messages.into_iter().filter(|message| !message.draft).map(Written::new).collect();
        own.sort_by_key(|written| std::cmp::Reverse(written.message.date));
        if own.is_empty() {
            return Err(Empty::NoMail);
        }
        let named = answering.and_then(|id| own.iter().position(|written| written.message.id.as_ref() == Some(id)));
        let (messages, answered) = with_earlier(own, named.unwrap_or(0));
        let mail = &messages[answered];
        let text = if mail.visible.trim().is_empty() { &mail.message.subject } else { &mail.visible };
        let (language, sure) = language::detect(text);
        let questions = question::find(&mail.visible);
        let values = values(mail, today);
        // `sure` lies between 0 and 1.
        let confidence = (sure * 1000.0).round() as u16;
        Ok(Self { messages, answered, language, confidence, questions, values })
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
        (self.language, f32::from(self.confidence) / 1000.0)
    }

    /// What is asked, one question each, in the citizen's words.
    #[must_use]
    pub fn questions(&self) -> &[String] {
        &self.questions
    }

    /// The values of the answered mail: those of the visible text, with spans that count in it, then those that only the
    /// subject has, with an empty span.
    #[must_use]
    pub fn values(&self) -> &[Value] {
        &self.values
    }

    /// All that is known to have been written in this conversation, quotes included: what may stand below a reply.
    #[must_use]
    pub fn known_text(&self) -> String {
        let texts: Vec<&str> = self.messages.iter().map(|written| written.message.text.as_str()).collect();
        texts.join("\n\n")
    }

    /// The names of everybody who wrote or was written to, for [`Redaction::new`].
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        let people = self.messages.iter().flat_map(|written| {
            let mail = &written.message;
            [&mail.from].into_iter().chain(&mail.reply_to).chain(&mail.to).chain(&mail.cc)
        });
        let mut names: Vec<String> =
            people.filter_map(|person| person.name.clone()).filter(|name| !name.contains('@')).collect();
        names.sort();
        names.dedup();
        names
    }
}

/// All mails with the recovered ones among them, newest first, and where the answered one then stands.
fn with_earlier(own: Vec<Written>, answered: usize) -> (Vec<Written>, usize) {
    let mut known: HashSet<String> = own.iter().map(|written| print(&written.visible)).collect();
    let only = own.len() == 1;
    let mut all: Vec<(Option<Timestamp>, bool, Written)> = Vec::new();
    let mut recovered = 0;
    for (at, written) in own.into_iter().enumerate() {
        let date = written.message.date;
        let text = if recovered < THREAD_MESSAGES { written.message.text.as_str() } else { "" };
        let found = recover::earlier(text, date);
        // A lone mail without a date (a file that is only a body) is newer than what it quotes.
        all.push((date.or(only.then_some(Timestamp::MAX)), at == answered, written));
        let mut last = date;
        for earlier in found.into_iter().map(Written::new) {
            if recovered >= THREAD_MESSAGES
                || earlier.visible.trim().is_empty()
                || !known.insert(print(&earlier.visible))
            {
                continue;
            }
            last = earlier.message.date.or(last);
            recovered += 1;
            all.push((last, false, earlier));
        }
    }
    all.sort_by_key(|(date, ..)| std::cmp::Reverse(*date));
    let answered = all.iter().position(|(_, is_answered, _)| *is_answered).unwrap_or(0);
    (all.into_iter().map(|(.., written)| written).collect(), answered)
}

/// The first letters and digits of a text: the same for a mail and for its quotation, however it was wrapped.
fn print(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).take(300).collect()
}

fn values(mail: &Written, today: Date) -> Vec<Value> {
    let mut values = value::find(&mail.visible, today);
    for mut found in value::find(&mail.message.subject, today) {
        if !values.iter().any(|known| known.kind == found.kind && known.value == found.value) {
            found.span = Span::default();
            values.push(found);
        }
    }
    values
}

#[cfg(test)]
mod tests;
