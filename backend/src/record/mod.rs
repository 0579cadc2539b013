//! What the law wants written down (dokumentasjonsplikt), made from the settings in force, so that it cannot say what they do not: the
//! record of processing, the facts for the impact assessment, the entry for a register of AI. In bokmål, for those who must answer for it.

mod ai;
mod dpia;
mod fact;
mod processing;

pub use fact::Facts;

use jiff::Timestamp;
use serde_json::{Value, json};
use std::fmt::Write as _;

/// Which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The record of processing (behandlingsprotokoll), personvernforordningen art. 30.
    Processing,
    /// Facts for the impact assessment (personvernkonsekvensvurdering), art. 35.
    Dpia,
    /// An entry for a register of AI in use (KI-register).
    Ai,
}

impl Kind {
    /// Its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Processing => "processing",
            Self::Dpia => "dpia",
            Self::Ai => "ai",
        }
    }
}

/// One thing to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The sentence.
    pub text: String,
    /// Whether the settings do not hold it, so that the municipality has to fill it in or find it out.
    pub open: bool,
}

/// What the settings say.
fn said(text: impl Into<String>) -> Line {
    Line { text: text.into(), open: false }
}

/// What the municipality has to say itself.
fn open(text: impl Into<String>) -> Line {
    Line { text: text.into(), open: true }
}

/// Lines under a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// A name that stays, for machines.
    pub id: &'static str,
    /// The heading.
    pub title: &'static str,
    /// The lines.
    pub lines: Vec<Line>,
}

/// A whole record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Which.
    pub kind: Kind,
    /// The municipality.
    pub body: String,
    /// Its tenant.
    pub tenant: String,
    /// The heading.
    pub title: String,
    /// The sections, in the order of the law.
    pub sections: Vec<Section>,
}

impl Sheet {
    /// The record of these facts.
    #[must_use]
    pub fn of(kind: Kind, facts: &Facts) -> Self {
        let (title, sections) = match kind {
            Kind::Processing => ("Protokoll over behandling: Saksvar", processing::sections(facts)),
            Kind::Dpia => ("Fakta til vurdering av personvernkonsekvenser: Saksvar", dpia::sections(facts)),
            Kind::Ai => ("Oppføring i KI-register: Saksvar", ai::sections(facts)),
        };
        Self { kind, body: facts.body.clone(), tenant: facts.tenant.clone(), title: title.to_owned(), sections }
    }

    /// As JSON.
    #[must_use]
    pub fn json(&self, at: Timestamp) -> Value {
        let line = |line: &Line| json!({"text": line.text, "open": line.open});
        let section = |section: &Section| {
            let lines: Vec<Value> = section.lines.iter().map(line).collect();
            json!({"id": section.id, "title": section.title, "lines": lines})
        };
        json!({
            "record": self.kind.name(), "title": self.title, "body": self.body, "tenant": self.tenant, "made": at.to_string(),
            "version": env!("CARGO_PKG_VERSION"), "sections": self.sections.iter().map(section).collect::<Vec<_>>(),
        })
    }

    /// As Markdown.
    #[must_use]
    pub fn markdown(&self, at: Timestamp) -> String {
        let mut page = format!(
            "# {}\n\n{}. Laget av innstillingene som gjaldt {}, av Saksvar {}.\n",
            self.title,
            plain(&self.body),
            at.strftime("%d.%m.%Y kl. %H.%M UTC"),
            env!("CARGO_PKG_VERSION")
        );
        for section in &self.sections {
            let _ = writeln!(page, "\n## {}\n", section.title);
            for line in &section.lines {
                let mark = if line.open { "**Kommunen må fylle ut:** " } else { "" };
                let _ = writeln!(page, "- {mark}{}", plain(&line.text));
            }
        }
        page
    }
}

/// A text whose letters mean nothing in Markdown: what stands in a setting stays in its line.
fn plain(text: &str) -> String {
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    one_line.chars().fold(String::new(), |mut plain, c| {
        if "\\`*_[]<>#|".contains(c) {
            plain.push('\\');
        }
        plain.push(c);
        plain
    })
}

#[cfg(test)]
mod tests;
