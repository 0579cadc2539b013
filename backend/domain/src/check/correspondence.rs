//! What the checks need of the thread (korrespondanse): who takes part, what the citizen wrote, when it came, in which language.

use crate::{
    deadline::{self, Kind},
    scan::pattern::lowered,
    thread::{Thread, Written},
    value::Value,
};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use vocabulary::Language;

/// The answered mail and its conversation, as the checks see them.
#[derive(Clone, Debug, Default)]
pub(super) struct Mail {
    /// Subject and body of the answered mail as it came, quotes and hidden text included.
    pub(super) raw: String,
    /// Subject and what the sender wrote, without quotes and signature, lower case.
    pub(super) said: String,
    /// Their signature, lower case.
    pub(super) signature: String,
    /// What all participants wrote, without quotes and signatures, lower case.
    pub(super) written: String,
    /// Addresses of all who take part, lower case.
    pub(super) addresses: Vec<String>,
    /// Who wrote the answered mail.
    pub(super) sender: String,
    /// The name they wrote under.
    pub(super) name: String,
    /// Where it asks to be answered, when that is not the sender.
    pub(super) reply_to: Vec<String>,
    /// Its language, and how sure.
    pub(super) language: (Language, f32),
    /// The day it came.
    pub(super) received: Option<Date>,
    /// What the answered mail says.
    pub(super) values: Vec<Value>,
}

impl Mail {
    pub(super) fn of(thread: &Thread) -> Self {
        let answered = thread.answered();
        let message = &answered.message;
        Self {
            raw: format!("{}\n{}", message.subject, message.text),
            said: lowered(&format!("{}\n{}", message.subject, answered.visible)),
            signature: lowered(answered.signature.as_deref().unwrap_or_default()),
            written: thread.messages().iter().flat_map(parts).collect::<Vec<_>>().join("\n").to_lowercase(),
            addresses: thread.messages().iter().flat_map(addresses).collect(),
            sender: message.from.address.to_lowercase(),
            name: message.from.name.clone().unwrap_or_default(),
            reply_to: message.reply_to.iter().map(|one| one.address.to_lowercase()).collect(),
            language: thread.language(),
            received: message.date.map(day),
            values: thread.values().to_vec(),
        }
    }

    /// Whether `date` is a clock of our own that the law starts when this mail comes in.
    pub(super) fn is_own_clock(&self, date: &str, today: Date) -> bool {
        let due = |kind| self.received.map(|received| deadline::of(kind, received, today).due.to_string());
        [Kind::PreliminaryReply, Kind::AccessRequest].into_iter().filter_map(due).any(|due| due == date)
    }
}

fn parts(written: &Written) -> Vec<&str> {
    let name = written.message.from.name.as_deref();
    [Some(written.message.subject.as_str()), Some(written.visible.as_str()), written.signature.as_deref(), name]
        .into_iter()
        .flatten()
        .collect()
}

fn addresses(written: &Written) -> Vec<String> {
    let message = &written.message;
    let all = std::iter::once(&message.from).chain(&message.to).chain(&message.cc);
    all.map(|one| one.address.to_lowercase()).filter(|address| !address.is_empty()).collect()
}

/// The day of a moment in Norway, where all deadlines are counted.
fn day(at: Timestamp) -> Date {
    at.to_zoned(TimeZone::get("Europe/Oslo").unwrap_or(TimeZone::UTC)).date()
}
