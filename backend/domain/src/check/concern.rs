//! What a check is worried about (bekymring): code, weight, legal ground and words, and where in the text it stands.

use super::{Finding, Look};
use vocabulary::{Code, Language, Severity, Span};

/// The same sentence in bokmål, nynorsk and English; `{}` stands for the words that are flagged.
pub(super) type Words = [&'static str; 3];

/// One reason to flag something.
#[derive(Clone, Copy)]
pub(super) struct Concern {
    pub(super) code: Code,
    pub(super) severity: Severity,
    pub(super) legal: Option<&'static str>,
    pub(super) why: Words,
    pub(super) clears: Words,
}

/// Where something stands: a place in the marked text with its words, or nowhere in it.
#[derive(Clone, Debug, Default)]
pub(super) struct Place {
    pub(super) span: Option<Span>,
    pub(super) text: String,
    pub(super) evidence: Vec<u16>,
}

impl Place {
    /// Outside the marked text: the footer, the recipients, the mail.
    pub(super) fn outside(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// The same place with the evidence it is about.
    pub(super) fn citing(self, evidence: &[u16]) -> Self {
        Self { evidence: evidence.to_vec(), ..self }
    }
}

impl Concern {
    /// The finding, worded for the reader and weighed by the house rules.
    pub(super) fn at(&self, look: &Look, place: Place) -> Finding {
        let words = look.ground.words;
        let raised =
            look.ground.rules.raised.iter().filter(|(code, _)| *code == self.code).map(|(_, severity)| *severity);
        Finding {
            code: self.code,
            severity: raised.chain([self.severity]).max().unwrap_or(self.severity),
            span: place.span,
            why: worded(self.why, words, &place.text),
            legal: self.legal,
            clears: worded(self.clears, words, &place.text),
            text: place.text,
            evidence: place.evidence,
        }
    }
}

impl Concern {
    /// Why, with other words than those of the place.
    pub(super) fn why_of(&self, language: Language, words: &str) -> String {
        worded(self.why, language, words)
    }
}

fn worded([nb, nn, en]: Words, language: Language, flagged: &str) -> String {
    language.pick(nb, nn, en).replace("{}", flagged)
}
