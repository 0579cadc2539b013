//! What fits into the model (plass): how much of mail and evidence it is given, and what is left out.

use crate::settings::Settings;
use domain::draft::brief::Brief;

/// Characters of the mail that the model sees; the questions are taken out of it before and stand by themselves.
const MAIL: usize = 6_000;
/// Tokens for the rules and for everything around the texts.
const AROUND: usize = 1_500;
/// Characters that a token holds at the least: in Norwegian 2.2 with an English model's tokens, more with others.
const PER_TOKEN: usize = 2;

/// A brief that fits.
#[derive(Clone, Debug)]
pub(crate) struct Fitted {
    /// With the evidence that the model is given.
    pub(crate) brief: Brief,
    /// The numbers of the excerpts that it is not given.
    pub(crate) unread: Vec<u16>,
    /// Characters of the mail that it is given.
    pub(crate) mail: usize,
    whole: Brief,
}

impl Fitted {
    /// As much as the model's context has room for.
    pub(crate) fn new(brief: &Brief, settings: &Settings) -> Self {
        let tokens = (settings.context as usize).saturating_sub(settings.max_tokens as usize).saturating_sub(AROUND);
        let room = tokens * PER_TOKEN;
        let mail = MAIL.min(room / 2).min(brief.mail.chars().count());
        Self::with(brief.clone(), mail, room - mail)
    }

    /// For an endpoint that says that it was too much: what fits into its context, or half where that would be as much again.
    pub(crate) fn shortened(self, settings: &Settings) -> Self {
        let fitting = Self::new(&self.whole, settings);
        if fitting.length() < self.length() {
            return fitting;
        }
        let evidence = self.length() - self.mail;
        Self::with(self.whole, self.mail / 2, evidence / 2)
    }

    /// Whether the mail's end is left out.
    pub(crate) fn is_cut(&self) -> bool {
        self.mail < self.brief.mail.chars().count()
    }

    /// Characters of mail and evidence that it holds.
    fn length(&self) -> usize {
        let told = self.brief.evidence.iter().filter(|excerpt| excerpt.tellable);
        self.mail + told.map(|excerpt| excerpt.title.chars().count() + excerpt.text.chars().count()).sum::<usize>()
    }

    fn with(whole: Brief, mail: usize, evidence: usize) -> Self {
        let (brief, unread) = whole.within(evidence);
        Self { brief, unread, mail, whole }
    }
}

/// Tokens of a text, where nobody counts them.
pub(crate) fn tokens(characters: usize) -> u64 {
    characters.div_ceil(PER_TOKEN) as u64
}

#[cfg(test)]
mod tests {
    use super::{Fitted, Settings};
    use domain::draft::brief::{Brief, Purpose};
    use vocabulary::Language;

    #[test]
    fn a_long_mail_is_cut_and_a_small_context_cuts_it_sooner() {
        let brief = Brief {
            purpose: Purpose::Answer,
            language: Language::Nb,
            tone: vocabulary::Tone::Usual,
            name: None,
            signature: (String::new(), String::new()),
            subject: String::new(),
            mail: "å".repeat(7_000),
            questions: Vec::new(),
            evidence: Vec::new(),
            received: None,
            case: None,
            today: jiff::civil::date(2026, 11, 21),
        };
        for (context, mail) in [(100_000, 6_000), (4_548, 1_000), (1_000, 0)] {
            let settings = Settings { context, ..Settings::new("http://m.example.no", "m") };
            let fitted = Fitted::new(&brief, &settings);
            assert_eq!((fitted.mail, fitted.is_cut()), (mail, true), "{context}");
        }
        let short = Brief { mail: "Hei".into(), ..brief };
        assert!(!Fitted::new(&short, &Settings::new("http://m.example.no", "m")).is_cut());
    }
}
