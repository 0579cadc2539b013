//! Several case systems (flere sakarkiv): what they tell is one answer without doubles, and it says which of them said nothing.

use crate::case::{Access, Case};
use std::cmp::Reverse;
use vocabulary::Language;

/// Cases of one address that are told.
const TOLD: usize = 20;

/// Why a system said nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// It took longer than is waited.
    Slow,
    /// It does not answer, or answers that it cannot.
    Away,
    /// It does not let us in, or not this person.
    Refused,
    /// What it said cannot be read.
    Unreadable,
}

/// A system that was asked and said nothing (taust system).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Silent {
    /// What it is called.
    pub system: String,
    /// Why.
    pub why: Why,
}

/// What was told, and by whom not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gathered<T> {
    /// What the others told.
    pub value: T,
    /// Who said nothing; where there are some, what is not in the value may be there all the same.
    pub silent: Vec<Silent>,
}

impl<T> Gathered<T> {
    /// The same with another value.
    pub fn map<U>(self, of: impl FnOnce(T) -> U) -> Gathered<U> {
        Gathered { value: of(self.value), silent: self.silent }
    }
}

/// The one case that several systems were asked for: the first that has it tells it, under the strictest access that any of them told.
#[must_use]
pub fn one(told: Vec<Option<Case>>) -> Option<Case> {
    told.into_iter().flatten().reduce(|first, other| Case { access: stricter(first.access, other.access), ..first })
}

/// The cases that several systems told, in the order of the systems, each number once.
#[must_use]
pub fn merged(told: Vec<Vec<Case>>) -> Vec<Case> {
    let mut all: Vec<Case> = Vec::new();
    for case in told.into_iter().flatten() {
        match all.iter_mut().find(|known| known.number == case.number) {
            Some(known) => known.access = stricter(std::mem::take(&mut known.access), case.access),
            None => all.push(case),
        }
    }
    all
}

/// The same, the newest first, and a few.
#[must_use]
pub fn newest(told: Vec<Vec<Case>>) -> Vec<Case> {
    let mut all = merged(told);
    all.sort_by_key(|case| Reverse((case.opened, case.number)));
    all.truncate(TOLD);
    all
}

/// Any code restricts; of two the first one's counts.
fn stricter(first: Access, other: Access) -> Access {
    if first.is_open() { other } else { first }
}

/// Each silent system once, in the order they were met, with what was first found of it.
#[must_use]
pub fn each_once(all: impl IntoIterator<Item = Silent>) -> Vec<Silent> {
    let mut once: Vec<Silent> = Vec::new();
    for silent in all {
        if once.iter().all(|known| known.system != silent.system) {
            once.push(silent);
        }
    }
    once
}

/// What a person is told of them, and what to do; nothing where all answered.
#[must_use]
pub fn sentence(silent: &[Silent], reader: Language) -> Option<String> {
    let names: Vec<&str> = silent.iter().map(|one| one.system.as_str()).collect();
    let (archive, whom) = match names.as_slice() {
        [] => return None,
        [_] => (["Sakarkivet", "Sakarkivet", "The case archive"], ["det", "det", "it"]),
        _ => (["Sakarkivene", "Sakarkiva", "The case archives"], ["dem", "dei", "them"]),
    };
    let pick = |of: [&'static str; 3]| reader.pick(of[0], of[1], of[2]);
    let told = reader.pick(
        "{archive} ({names}) svarte ikke. Svaret bygger bare på det vi fant ellers. Skriv på nytt om litt, eller slå opp i {whom} selv.",
        "{archive} ({names}) svara ikkje. Svaret byggjer berre på det vi fann elles. Skriv på nytt om litt, eller slå opp i {whom} sjølv.",
        "{archive} ({names}) did not answer. The reply rests only on what we found elsewhere. Rewrite it in a while, or look in {whom} yourself.",
    );
    let told = told.replace("{archive}", pick(archive)).replace("{whom}", pick(whom));
    Some(told.replace("{names}", &names.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::{Silent, Why, each_once, merged, newest, one, sentence};
    use crate::case::{Access, Case};
    use jiff::civil::date;
    use vocabulary::{CaseNumber, Language};

    fn case(system: &str, sequence: u32, code: &str) -> Case {
        let access = Access { code: (!code.is_empty()).then(|| code.into()), legal_basis: None };
        Case {
            system: system.into(),
            number: CaseNumber { year: 2026, sequence },
            title: format!("{sequence} in {system}"),
            public_title: None,
            status: "B".into(),
            opened: Some(date(2026, 1, 1 + i8::try_from(sequence % 28).unwrap())),
            closed: None,
            responsible: None,
            access,
            parties: Vec::new(),
            estates: Vec::new(),
            entries: Vec::new(),
        }
    }

    fn told(cases: &[Case]) -> Vec<String> {
        let code = |case: &Case| case.access.code.clone().unwrap_or_default();
        cases.iter().map(|case| format!("{} {} {}", case.system, case.number.sequence, code(case))).collect()
    }

    #[test]
    fn one_case_of_two_systems_is_the_first_ones_under_the_strictest_access() {
        for (all, is) in [
            (vec![None, None], None),
            (vec![None, Some(case("b", 1, ""))], Some("b 1 ")),
            (vec![Some(case("a", 1, "")), Some(case("b", 1, ""))], Some("a 1 ")),
            (vec![Some(case("a", 1, "")), Some(case("b", 1, "UO"))], Some("a 1 UO")),
            (vec![Some(case("a", 1, "P")), Some(case("b", 1, "UO"))], Some("a 1 P")),
            (vec![Some(case("a", 1, "P")), None, Some(case("c", 1, ""))], Some("a 1 P")),
        ] {
            let found = one(all).map(|case| told(&[case]).remove(0));
            assert_eq!(found.as_deref(), is);
        }
    }

    #[test]
    fn cases_of_several_systems_come_without_doubles_newest_first_and_twenty_at_most() {
        let all = vec![vec![case("a", 1, ""), case("a", 3, "")], vec![], vec![case("b", 3, "UO"), case("b", 2, "")]];
        assert_eq!(told(&merged(all.clone())), ["a 1 ", "a 3 UO", "b 2 "]);
        assert_eq!(told(&newest(all)), ["a 3 UO", "b 2 ", "a 1 "]);
        let many = |system: &str, from| (from..from + 15).map(|at| case(system, at, "")).collect::<Vec<_>>();
        assert_eq!(newest(vec![many("a", 0), many("b", 10)]).len(), 20);
    }

    #[test]
    fn who_said_nothing_is_named_once_and_what_to_do_is_told() {
        let silent = |system: &str, why| Silent { system: system.into(), why };
        let all = [silent("noark", Why::Slow), silent("p360", Why::Away), silent("noark", Why::Away)];
        let once = each_once(all);
        assert_eq!(once, [silent("noark", Why::Slow), silent("p360", Why::Away)]);
        for (some, reader, begins) in [
            (&once[..0], Language::Nb, None),
            (&once[..1], Language::Nb, Some("Sakarkivet (noark) svarte ikke. Svaret bygger bare på")),
            (&once[..1], Language::Nn, Some("Sakarkivet (noark) svara ikkje. Svaret byggjer berre på")),
            (&once[..], Language::Nb, Some("Sakarkivene (noark, p360) svarte ikke.")),
            (&once[..], Language::En, Some("The case archives (noark, p360) did not answer.")),
        ] {
            let told = sentence(some, reader);
            assert_eq!(told.is_some(), begins.is_some());
            assert!(
                told.iter().all(|told| told.starts_with(begins.unwrap_or_default()) && !told.contains('{')),
                "{told:?}"
            );
        }
    }
}
