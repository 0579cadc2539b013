//! What a source states (oppgitte verdier): each value once, with the passages that say it, found by what it may be compared with.

use super::{
    known::{figure, is_month, minutes, month, same, tail},
    terms::Place,
    work,
};
use crate::value::{Kind, Value};
use std::collections::{HashMap, hash_map::Entry};

/// The values of a source.
#[derive(Clone, Debug, Default)]
pub(super) struct Stated {
    /// Each value once, in the order of the text, with the passages that say it.
    values: Vec<(Value, Vec<Place>)>,
    /// Values that may be the same, in whatever spelling.
    alike: HashMap<Sign, Vec<usize>>,
}

/// What two values that are the same have in common, by one of the ways in which they are compared.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Sign {
    Itself(Kind, String),
    /// A duration that does not depend on the calendar.
    Minutes(u32),
    /// A date by its year and month.
    Month(String),
    /// A date by its month and day.
    Day(String),
    /// A case, with or without a document.
    Case(String),
    /// Any section of any act.
    Law,
    /// A number or an amount without its unit.
    Figure(String),
}

impl Stated {
    /// The values of each passage, in the order of the passages.
    pub(super) fn of<'v>(passages: impl Iterator<Item = &'v [Value]>) -> Self {
        let mut own = Self::default();
        let mut known: HashMap<(Kind, &str), usize> = HashMap::new();
        for (place, value) in (0..).zip(passages).flat_map(|(place, values)| values.iter().map(move |one| (place, one)))
        {
            match known.entry((value.kind, &value.value)) {
                Entry::Occupied(at) => own.values[*at.get()].1.push(place),
                Entry::Vacant(vacant) => {
                    vacant.insert(own.values.len());
                    signs(value).into_iter().for_each(|sign| own.alike.entry(sign).or_default().push(own.values.len()));
                    own.values.push((value.clone(), vec![place]));
                }
            }
        }
        own
    }

    /// Each value once, in the order of the text.
    pub(super) fn values(&self) -> impl Iterator<Item = &Value> {
        self.values.iter().map(|(value, _)| value).inspect(|_| work::done(1))
    }

    /// The passages that say this value, in whatever spelling, each once and in order.
    pub(super) fn places(&self, wanted: &Value) -> Vec<Place> {
        let alike = sought(wanted).into_iter().filter_map(|sign| self.alike.get(&sign)).flatten();
        let said =
            alike.map(|at| &self.values[*at]).inspect(|_| work::done(1)).filter(|(there, _)| same(wanted, there));
        let mut places: Vec<Place> = said.flat_map(|(_, places)| places).copied().collect();
        places.sort_unstable();
        places.dedup();
        places
    }
}

/// All signs under which a value of a source may be sought.
fn signs(there: &Value) -> Vec<Sign> {
    let value = there.value.as_str();
    let mut signs = vec![Sign::Itself(there.kind, value.to_owned())];
    match there.kind {
        Kind::Date => signs.extend([Sign::Month(month(value).to_owned()), Sign::Day(tail(value).to_owned())]),
        Kind::CaseNumber => {
            signs.extend(value.match_indices('-').map(|(end, _)| Sign::Case(value[..end].to_owned())));
        }
        Kind::Law => signs.push(Sign::Law),
        Kind::Number | Kind::Amount => signs.push(Sign::Figure(figure(value))),
        _ => {}
    }
    signs.extend(length(there));
    signs
}

/// The signs of values that a claimed one may be the same as.
fn sought(claimed: &Value) -> Vec<Sign> {
    let value = claimed.value.as_str();
    let itself = Sign::Itself(claimed.kind, value.to_owned());
    let other = match claimed.kind {
        Kind::Date if is_month(value) => Some(Sign::Month(value.to_owned())),
        Kind::Date => Some(Sign::Day(tail(value).to_owned())),
        Kind::CaseNumber => Some(Sign::Case(value.to_owned())),
        Kind::Law => Some(Sign::Law),
        Kind::Number | Kind::Amount => length(claimed).or_else(|| Some(Sign::Figure(figure(value)))),
        _ => length(claimed),
    };
    std::iter::once(itself).chain(other).collect()
}

fn length(value: &Value) -> Option<Sign> {
    let is_measured = matches!(value.kind, Kind::Deadline | Kind::Number);
    is_measured.then(|| minutes(value)).flatten().map(Sign::Minutes)
}

#[cfg(test)]
mod tests {
    use super::Stated;
    use crate::{check::known::same, value};
    use jiff::civil::date;

    const TEXT: &str = "Gebyret er kr 12 500, kr 45 per m² og 12 500 kroner. Fristen er 1. mars 2026, 1. mars, mars 2026 eller 2026-03-01. \
        To uker, 14 dager, fjorten dager, 90 minutter, 1,5 timer, en måned. Sak 2026/1234, sak 2026/1234-5 og sak 26/1234. \
        Forvaltningsloven § 11, forvaltningsloven § 11 første ledd, § 11 og § 1. 50 m², 50, 50 kvm, 3 prosent, 3 promille. \
        Klokken 10–14. Ring 55 00 40 00 eller 55004000. Skriv til post@fjordvik.kommune.no. Kari Nordby har saken.";

    #[test]
    fn values_are_found_by_all_that_makes_them_the_same() {
        let values = value::find(TEXT, date(2026, 11, 23));
        assert!(values.len() > 20, "{values:?}");
        let stated = Stated::of(values.iter().map(std::slice::from_ref));
        for wanted in &values {
            let slowly: Vec<u32> =
                (0..).zip(&values).filter(|(_, there)| same(wanted, there)).map(|(place, _)| place).collect();
            assert_eq!(stated.places(wanted), slowly, "{wanted:?}");
        }
    }
}
