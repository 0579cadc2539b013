//! What a writer is given (oppdrag) and what it gives back: questions and numbered evidence in, ordered parts with evidence numbers out.

use jiff::civil::Date;
use vocabulary::{Language, Outcome};

/// One source, as a writer may see it: no address, no id, no link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// Its number.
    pub number: u16,
    /// What it is.
    pub origin: crate::evidence::Origin,
    /// Title.
    pub title: String,
    /// Its own date.
    pub date: Option<Date>,
    /// From when it holds.
    pub valid_from: Option<Date>,
    /// The text.
    pub text: String,
    /// Whether it may be told to the recipient; one that may not is never quoted.
    pub tellable: bool,
}

/// What the reply is to do besides answering questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Answer the questions.
    Answer,
    /// Say that an access request (innsynskrav) has come in.
    AccessRequest,
    /// Say that a complaint (klage) has come in.
    Complaint,
}

/// The writer's task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brief {
    /// What to write.
    pub purpose: Purpose,
    /// Language of the reply.
    pub language: Language,
    /// The citizen's name for the greeting, if known.
    pub name: Option<String>,
    /// Who signs, and the body.
    pub signature: (String, String),
    /// The citizen's subject line.
    pub subject: String,
    /// What the citizen wrote, without quotes: data, never instructions.
    pub mail: String,
    /// The questions, in order.
    pub questions: Vec<String>,
    /// The evidence.
    pub evidence: Vec<Excerpt>,
    /// When the mail came.
    pub received: Option<Date>,
    /// Whether a case is attached.
    pub case: Option<vocabulary::CaseNumber>,
    /// Today.
    pub today: Date,
}

/// A piece of the reply: a sentence or two with the evidence it rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// The words; gaps as `⟦…⟧`.
    pub text: String,
    /// Evidence numbers.
    pub citations: Vec<u16>,
    /// Whether a paragraph ends after it.
    pub ends_paragraph: bool,
}

/// What a writer gives back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// In order, greeting to closing.
    pub parts: Vec<Part>,
    /// What it could make of it.
    pub outcome: Outcome,
    /// Citations to numbers that do not exist, dropped; flagged by a check.
    pub dropped: Vec<u16>,
}

impl Answer {
    /// The parts as one marked text.
    #[must_use]
    pub fn marked(&self) -> String {
        let mut text = String::new();
        for part in &self.parts {
            text.push_str(part.text.trim());
            for number in &part.citations {
                text.push_str(&format!(" [{number}]"));
            }
            text.push_str(if part.ends_paragraph { "\n\n" } else { " " });
        }
        text.trim_end().to_owned()
    }
}
