//! A mail laid out for sorting (blikk): its words, its unit, its body, what it asks, each read once.

use super::{
    Bulk, Facts, Journal, Reason,
    body::{self, Pointed},
    bulk,
    lexicon::words,
    matter::{self, MATTERS},
    neighbour,
    request::Asked,
    unit::Ranked,
};
use crate::evidence::{matching, word};
use std::collections::HashSet;
use vocabulary::Match;

/// Words of a mail that are looked at; the matter of a longer one stands in its beginning.
const WORDS: usize = 600;

/// How the mail belongs to a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Belongs {
    /// Number and party.
    Surely(String),
    /// The number alone.
    Numbered,
    /// Number and party, but the sender is not authenticated.
    Unproven,
    /// A party, and words of the case's title.
    Likely(String),
    /// A party who may write about anything.
    Perhaps,
    /// Nothing points to one.
    No,
}

/// Everything the rules look at.
pub(super) struct Look<'a> {
    pub(super) facts: &'a Facts<'a>,
    pub(super) words: Vec<String>,
    pub(super) asked: Asked,
    pub(super) questions: &'a [String],
    pub(super) bulk: Option<(Bulk, f32)>,
    pub(super) belongs: Belongs,
    pub(super) ranked: Option<Ranked>,
    pub(super) pointed: Option<Pointed>,
    pub(super) neighbour: Option<String>,
    /// How many different words of the mail are a municipality's matter; those that tell a place count half.
    pub(super) own: f32,
    /// The unit the mail was sent to.
    pub(super) desk: Option<usize>,
    pub(super) has_attachment: bool,
}

impl<'a> Look<'a> {
    pub(super) fn of(facts: &'a Facts<'a>) -> Self {
        let answered = facts.thread.answered();
        let mail = &answered.message;
        let (subject, visible) = (mail.subject.as_str(), answered.visible.as_str());
        let mut all = words(subject);
        let in_subject = all.len();
        all.extend(words(visible));
        all.truncate(WORDS);
        let questions = facts.thread.questions();
        let pointed = body::pointed(&all);
        let to = mail.to.iter().chain(&mail.cc).map(|one| one.address.as_str());
        Self {
            facts,
            asked: Asked::of(subject, visible, questions),
            questions,
            bulk: bulk::of(mail, visible, facts.envelope),
            belongs: belongs(facts, subject, visible),
            ranked: facts.house.rank(&all, in_subject),
            own: own(&all, pointed.as_ref()),
            pointed,
            neighbour: neighbour::spoken_to(&format!("{subject}\n{visible}"), facts.house),
            desk: facts.house.at(to),
            has_attachment: mail.attachments.iter().any(|attachment| !attachment.inline),
            words: all,
        }
    }

    /// Whether the records answer what is asked: a source whose title is about it, or that holds most of its words.
    pub(super) fn is_answerable(&self) -> bool {
        let wanted = word::stems(&self.questions.join(" "));
        let answers = |title: &str, text: &str| {
            let held = word::shared(&wanted, &word::stems(text));
            word::shared(&wanted, &word::stems(title)) > 0 || 2 * held > wanted.len()
        };
        !wanted.is_empty() && self.facts.sources.iter().any(|source| answers(&source.title, &source.text))
    }

    /// The unit to forward to, when it is clear enough and not the one that has the mail already.
    pub(super) fn unit_elsewhere(&self) -> Option<&Ranked> {
        self.ranked
            .as_ref()
            .filter(|ranked| self.desk != Some(ranked.unit) && !self.facts.house.is_general(ranked.unit))
    }

    /// Whether the one who has the mail opens everybody's.
    pub(super) fn is_at_general_desk(&self) -> bool {
        self.desk.is_none_or(|unit| self.facts.house.is_general(unit))
    }

    pub(super) fn because_of_unit(&self, ranked: &Ranked) -> Reason {
        Reason::Unit { name: self.facts.house.units()[ranked.unit].name.clone(), words: ranked.words.clone() }
    }

    /// A mail about a case is journalled, and so is one that puts a matter forward.
    pub(super) fn journal(&self) -> Journal {
        let in_case = !matches!(self.belongs, Belongs::Perhaps | Belongs::No);
        let new = self.asked.formal || self.has_attachment || (self.asked.action && self.own > 0.0);
        let handled = in_case || new;
        Journal { value_as_evidence: handled && !self.asked.thanks, case_handled: handled }
    }
}

/// A word that is the end of another body's word (riksvei) is not ours for that.
fn own(words: &[String], pointed: Option<&Pointed>) -> f32 {
    let theirs: Vec<&String> = pointed.iter().flat_map(|pointed| &pointed.words).map(|at| &words[*at]).collect();
    let ours: HashSet<&String> = MATTERS.hits(words).into_iter().map(|hit| &words[hit.at]).collect();
    let counted = ours.into_iter().filter(|word| !theirs.iter().any(|their| their.ends_with(word.as_str())));
    counted.map(|word| if matter::is_place(word) { 0.5 } else { 1.0 }).sum()
}

fn belongs(facts: &Facts, subject: &str, visible: &str) -> Belongs {
    use matching::Reason as Found;
    let matched = facts.matched;
    if let (Match::Strong, Some(number)) = (matched.matched, matched.number) {
        return Belongs::Surely(number.to_string());
    }
    let said = word::stems(&format!("{subject}\n{visible}"));
    let alike = matched.candidates.iter().find(|(_, title)| word::shared(&word::stems(title), &said) > 0);
    match (matched.reason, alike) {
        (Found::NumberAndParty | Found::NumberFromStranger, _) => Belongs::Numbered,
        (Found::NotAuthenticated, _) => Belongs::Unproven,
        (Found::PartyOnly, Some((number, _))) => Belongs::Likely(number.to_string()),
        (Found::PartyOnly, None) => Belongs::Perhaps,
        _ => Belongs::No,
    }
}
