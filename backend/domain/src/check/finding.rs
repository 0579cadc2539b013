//! One finding (merknad): what, where, why, on what ground, and what clears it.

use vocabulary::{Code, Severity, Span};

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What kind.
    pub code: Code,
    /// How heavy.
    pub severity: Severity,
    /// Where in the marked text; absent when it is about the whole, the footer or the recipients.
    pub span: Option<Span>,
    /// The words it is about.
    pub text: String,
    /// Why, as one sentence in the reader's language.
    pub why: String,
    /// The legal ground.
    pub legal: Option<&'static str>,
    /// What clears it, in the reader's language.
    pub clears: String,
    /// The evidence it is about.
    pub evidence: Vec<u16>,
}

impl Finding {
    /// Names the finding when it is ticked: code, place and words, never the language it is worded in.
    #[must_use]
    pub fn key(&self) -> String {
        let place = self.span.map_or_else(String::new, |span| format!("@{}-{}", span.start, span.end));
        format!("{:?}{place}:{}", self.code, self.text)
    }
}
