//! What a person chose for a draft (valg): its case or none, its language, its tone; what nobody chose stays as it was.

use crate::{Call, Failure};
use domain::{
    dossier::Dossier,
    evidence::{CaseMatch, matching::Reason},
};
use jiff::civil::Date;
use vocabulary::{CaseNumber, Language, Tone};

/// Which case a person chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// This one.
    Case(CaseNumber),
    /// None: the mail is answered without a case.
    Without,
}

/// What a person chose; what is absent is as before, or as it comes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// The case.
    pub case: Option<Chosen>,
    /// The language of the reply.
    pub language: Option<Language>,
    /// How it speaks.
    pub tone: Option<Tone>,
}

impl Choice {
    /// The choice, when what it asks for can be written.
    pub(crate) fn possible(self, call: Call<'_>) -> Result<Self, Failure> {
        if self.language.is_none_or(Language::is_written) {
            return Ok(self);
        }
        let why = call.words.pick(
            "Saksvar skriver bokmål, nynorsk og engelsk. Velg ett av dem, eller få svaret oversatt.",
            "Saksvar skriv bokmål, nynorsk og engelsk. Vel eitt av dei, eller få svaret omsett.",
            "Saksvar writes bokmål, nynorsk and English. Choose one of them, or have the reply translated.",
        );
        Err(Failure::BadInput { field: "language", why: why.to_owned() })
    }

    /// Whether a draft is to be written otherwise than it stands.
    pub(crate) fn changes(&self, dossier: &Dossier) -> bool {
        let (current, matched) = (dossier.current(), &dossier.matched);
        let is_other = |chosen| match chosen {
            Chosen::Case(number) => matched.number != Some(number),
            Chosen::Without => matched.reason != Reason::Declined,
        };
        self.case.is_some_and(is_other)
            || self.language.is_some_and(|language| language != current.language)
            || self.tone.is_some_and(|tone| tone != current.tone)
    }

    /// The same, filled up with what was chosen for the draft before.
    pub(crate) fn over(self, dossier: &Dossier, today: Date) -> Self {
        let (current, before) = (dossier.current(), case_of(&dossier.matched));
        // A language that is not the citizen's own was chosen; their own is what they write in now.
        let citizens = dossier.thread(today).ok().map(|thread| thread.language().0.of_reply());
        let language = Some(current.language).filter(|language| citizens != Some(*language));
        Self {
            case: self.case.or(before),
            language: self.language.or(language),
            tone: self.tone.or(Some(current.tone)),
        }
    }
}

/// The case that a person chose before.
fn case_of(matched: &CaseMatch) -> Option<Chosen> {
    match matched.reason {
        Reason::Chosen => matched.number.map(Chosen::Case),
        Reason::Declined => Some(Chosen::Without),
        _ => None,
    }
}
