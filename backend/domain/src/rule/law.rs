//! The acts and regulations that were imported (lovsamling): which sections each has, so that no letter names one that is not there.

use crate::value;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The personal data regulation stands within the act that makes it Norwegian law, its articles as `gdpr/a15`.
const REGULATION: &str = "gdpr";

/// An act or regulation (lov, forskrift).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// Its names, each in the short form that references are read in.
    names: Vec<String>,
    /// From when it is in force; an act that was passed without a date is not.
    in_force: Option<Date>,
    /// Its sections as `§ 11 a` or `art 6`, each with the number of its paragraphs (ledd).
    sections: BTreeMap<String, u8>,
}

impl Act {
    /// An act by everything it is called, and its provisions (`§ 11 a`, `gdpr/a6`) with their texts, one paragraph a line or marked
    /// `(1)`; two where it holds the personal data regulation.
    pub fn read<'t>(
        names: impl Iterator<Item = &'t str>,
        in_force: Option<Date>,
        provisions: impl Iterator<Item = (&'t str, &'t str)>,
    ) -> Vec<Self> {
        let mut acts = [Vec::new(), vec![REGULATION.to_owned()]].map(|names| Self::empty(names, in_force));
        acts[0].names = called(names);
        for (provision, text) in provisions {
            let article = provision.strip_prefix("gdpr/a").map(|number| format!("art {number}"));
            let at = usize::from(article.is_some());
            acts[at].sections.insert(article.unwrap_or_else(|| spaced(provision)), paragraphs(text));
        }
        acts.into_iter().filter(|act| !act.sections.is_empty()).collect()
    }

    fn empty(names: Vec<String>, in_force: Option<Date>) -> Self {
        Self { names, in_force, sections: BTreeMap::new() }
    }

    /// Whether it goes by this name, where that names a year (`pbl 1985`) the act of that year.
    fn is_called(&self, name: &str) -> bool {
        let year = name.rsplit_once(' ').filter(|(_, year)| year.len() == 4 && year.parse::<u16>().is_ok());
        let (name, year) = year.map_or((name, None), |(name, year)| (name, Some(format!("-{year}-"))));
        let of_year = |year: String| self.names.iter().any(|own| own.contains(&year));
        self.names.iter().any(|own| own == name) && year.is_none_or(of_year)
    }

    fn standing(&self, section: &str, paragraph: Option<u8>) -> Standing {
        match (self.sections.get(section), paragraph) {
            (Some(count), Some(paragraph)) if *count > 0 && paragraph > *count => Standing::NoParagraph(*count),
            (None, _) if !self.has_range(section) => Standing::NoSection,
            _ => Standing::Known,
        }
    }

    /// `§ 24-25`: from the one section to the other.
    fn has_range(&self, section: &str) -> bool {
        let ends = section.split_once('-').map(|(from, to)| (from.to_owned(), format!("§ {to}")));
        ends.is_some_and(|(from, to)| self.sections.contains_key(&from) && self.sections.contains_key(&to))
    }

    /// How many sections it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.sections.len()
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sections.is_empty()
    }
}

/// Each name with its short form; «Forvaltningsloven – fvl» and «Lov om … (forvaltningsloven)» are two names each.
fn called<'t>(names: impl Iterator<Item = &'t str>) -> Vec<String> {
    let split = names.flat_map(|name| name.split([',', '–', '(', ')']));
    let split = split.map(|name| name.trim().to_lowercase()).filter(|name| !name.is_empty());
    let mut names: Vec<String> = split.flat_map(|name| [value::act(&name), name]).collect();
    names.sort();
    names.dedup();
    names
}

/// `§ 11 a`, whatever blanks it was written with.
fn spaced(provision: &str) -> String {
    let mut spaced = String::new();
    for c in provision.to_lowercase().chars().filter(|c| !c.is_whitespace()) {
        if c.is_ascii_alphabetic() && spaced.ends_with(|last: char| last.is_ascii_digit()) || spaced.ends_with('§') {
            spaced.push(' ');
        }
        spaced.push(c);
    }
    spaced
}

fn paragraphs(text: &str) -> u8 {
    let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
    let marked = (1..=30).take_while(|number| text.contains(&format!("({number})"))).count();
    u8::try_from(lines.max(marked)).unwrap_or(u8::MAX)
}

/// How a reference stands to the corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The act is not in the corpus, or the reference names none.
    NotHeld,
    /// It is there.
    Known,
    /// The act has no such section.
    NoSection,
    /// The section has fewer paragraphs (ledd): so many.
    NoParagraph(u8),
    /// The act has not come into force.
    NotInForce,
}

/// All acts that were imported.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corpus {
    acts: Vec<Act>,
}

impl Corpus {
    /// A corpus of these acts.
    #[must_use]
    pub fn new(acts: Vec<Act>) -> Self {
        Self { acts }
    }

    /// Its acts.
    #[must_use]
    pub fn acts(&self) -> &[Act] {
        &self.acts
    }

    /// How a reference in its normal form, `fvl § 11 a ledd 1`, stands to the acts in force on `day`. Where two acts have the same
    /// name the one that came into force last counts: an act that was passed to follow another has no say before its day.
    #[must_use]
    pub fn standing(&self, reference: &str, day: Date) -> Standing {
        let (name, section, paragraph) = parts(reference);
        let held = || self.acts.iter().filter(|act| act.is_called(name));
        let in_force = held().filter(|act| act.in_force.is_some_and(|from| from <= day)).max_by_key(|act| act.in_force);
        match (held().next(), in_force) {
            (None, _) => Standing::NotHeld,
            (Some(_), None) => Standing::NotInForce,
            (_, Some(act)) => act.standing(section, paragraph),
        }
    }
}

/// Act, section and paragraph of `fvl § 11 a ledd 1 nr 2`.
fn parts(reference: &str) -> (&str, &str, Option<u8>) {
    let begins = reference.find('§').or_else(|| reference.find("art ")).unwrap_or(reference.len());
    let (name, rest) = reference.split_at(begins);
    let ends = [" ledd ", " punktum ", " nr ", " bokstav "].iter().filter_map(|word| rest.find(word)).min();
    let paragraph = rest.split(" ledd ").nth(1).and_then(|number| number.split(' ').next()?.parse().ok());
    (name.trim(), &rest[..ends.unwrap_or(rest.len())], paragraph)
}

#[cfg(test)]
mod tests {
    use super::{Act, Corpus, Standing};
    use jiff::civil::{Date, date};

    fn corpus() -> Corpus {
        let old = ["Forvaltningsloven – fvl", "Lov om behandlingsmåten (forvaltningsloven)", "LOV-1967-02-10"];
        let provisions = [("§ 11", "Ett.\nTo."), ("§ 11a", "Ett.\nTo.\nTre."), ("§ 28", "")];
        let mut acts = Act::read(old.into_iter(), Some(date(1970, 1, 1)), provisions.into_iter());
        acts.extend(Act::read(["Forvaltningsloven"].into_iter(), None, [("§ 100", "(1) Ett.(2) To.")].into_iter()));
        acts.extend(Act::read(["Havnelova"].into_iter(), None, [("§ 1", "Ett.")].into_iter()));
        let privacy = [("§ 12", "Ett."), ("gdpr/a15", "1. Ett.")];
        acts.extend(Act::read(["Personopplysningsloven"].into_iter(), Some(date(2018, 7, 20)), privacy.into_iter()));
        Corpus::new(acts)
    }

    #[test]
    fn a_reference_is_held_against_the_act_in_force() {
        let today: Date = date(2026, 11, 21);
        for (reference, standing) in [
            ("fvl § 11", Standing::Known),
            ("fvl § 11 a ledd 3", Standing::Known),
            ("fvl § 11 a ledd 4 punktum 1", Standing::NoParagraph(3)),
            ("fvl § 28 ledd 2 nr 1", Standing::Known),
            ("fvl § 11-28", Standing::Known),
            ("fvl § 11-29", Standing::NoSection),
            ("fvl 1967 § 11", Standing::Known),
            ("fvl 1867 § 11", Standing::NotHeld),
            ("fvl § 99", Standing::NoSection),
            ("fvl § 100", Standing::NoSection),
            ("havneloven § 1", Standing::NotInForce),
            ("pbl § 20-1", Standing::NotHeld),
            ("§ 11", Standing::NotHeld),
            ("popplyl § 12", Standing::Known),
            ("gdpr art 15 nr 1", Standing::Known),
            ("gdpr art 150", Standing::NoSection),
            ("", Standing::NotHeld),
        ] {
            assert_eq!(corpus().standing(reference, today), standing, "{reference}");
        }
    }

    #[test]
    fn the_act_that_came_into_force_last_counts_from_its_day() {
        let act = |from: Date, section: &'static str| {
            Act::read(["Arkivlova"].into_iter(), Some(from), [(section, "Ett.")].into_iter())
        };
        let corpus = Corpus::new([act(date(1999, 1, 1), "§ 9"), act(date(2026, 1, 1), "§ 20")].concat());
        assert_eq!(corpus.standing("arkl § 9", date(2025, 12, 31)), Standing::Known);
        assert_eq!(corpus.standing("arkl § 9", date(2026, 1, 1)), Standing::NoSection);
        assert_eq!(corpus.standing("arkl § 20", date(2026, 1, 1)), Standing::Known);
    }
}
