//! What a sentence rests on (belegg): which places of a source are marked beside it.

use super::{Assessed, Bearing};
use crate::{
    evidence::Item,
    value::{self, Value},
};
use jiff::tz::TimeZone;
use std::collections::{BTreeMap, BTreeSet};
use vocabulary::Span;

/// The values in the excerpt that the sentences citing it rest on; of a value that stands in several lines, those beside the sentence's
/// other values.
#[must_use]
pub fn marks(item: &Item, sentences: &[Assessed]) -> Vec<Span> {
    let day = item.source.retrieved.to_zoned(TimeZone::UTC).date();
    let found = value::find(&item.source.text, day);
    let cited = sentences.iter().filter(|sentence| sentence.citations.contains(&item.number));
    let mut marks: Vec<Span> = cited.flat_map(|sentence| rested_on(item, sentence, &found)).collect();
    marks.sort_by_key(|mark| mark.start);
    marks.dedup();
    marks
}

/// Where one sentence's values stand in the excerpt: in the lines that hold most of them.
fn rested_on(item: &Item, sentence: &Assessed, found: &[Value]) -> Vec<Span> {
    let is_borne = |value: &&Value| {
        sentence.values.iter().any(|(borne, bearing, numbers)| {
            let is_same = (borne.kind, &borne.value) == (value.kind, &value.value);
            is_same && *bearing == Bearing::Supported && numbers.contains(&item.number)
        })
    };
    let ends: Vec<usize> = item.source.text.chars().enumerate().filter(|(_, c)| *c == '\n').map(|(at, _)| at).collect();
    let mut lines: BTreeMap<usize, Vec<&Value>> = BTreeMap::new();
    for value in found.iter().filter(is_borne) {
        lines.entry(ends.partition_point(|end| *end < value.span.start)).or_default().push(value);
    }
    let kinds =
        |values: &[&Value]| values.iter().map(|value| (value.kind, &value.value)).collect::<BTreeSet<_>>().len();
    let most = lines.values().map(|values| kinds(values)).max().unwrap_or(0);
    lines.into_values().filter(|values| kinds(values) == most).flatten().map(|value| value.span).collect()
}

#[cfg(test)]
mod tests {
    use super::marks;
    use crate::{
        check::{Ground, run},
        draft::{Draft, Frame},
        evidence::{Evidence, Item, Origin, Source},
        rule::Rules,
    };
    use jiff::civil::date;
    use vocabulary::{Language, Outcome};

    const FEES: &str =
        "Tilbygg inntil 50 m²: kr 12 500\nGarasje inntil 70 m²: kr 8 200\nCarport inntil 50 m²: kr 8 200";

    fn item(number: u16, text: &str) -> Item {
        let source = Source::open(Origin::Fee, "gebyr", "Gebyrregulativ", text);
        Item { number, source }
    }

    #[test]
    fn of_a_value_that_stands_in_several_lines_those_beside_the_other_values_are_marked() {
        for (marked, number, places) in [
            ("Gebyret for tilbygg inntil 50 m² er kr 12 500 [1].", 1, vec!["50 m²", "kr 12 500"]),
            ("Gebyret for garasje inntil 70 m² er kr 8 200 [1].", 1, vec!["70 m²", "kr 8 200"]),
            ("Gebyret for tilbygg er kr 99 000 [1].", 1, vec![]),
            ("Gebyret for tilbygg inntil 50 m² er kr 12 500 [1].", 2, vec![]),
            ("Takk for e-posten.", 1, vec![]),
        ] {
            let items = vec![item(1, FEES), item(2, FEES)];
            let (evidence, rules) = (Evidence::restored(items.clone()), Rules::shipped("Fjordvik kommune"));
            let today = date(2026, 11, 21);
            let ground = Ground { thread: None, evidence: &evidence, rules: &rules, today, words: Language::Nb };
            let frame = Frame {
                language: Language::Nb,
                outcome: Outcome::Ready,
                footer: "Ref.".into(),
                recipients: vec!["per.haug@example.no".into()],
            };
            let checked = run(Draft::parse(marked, frame).expect("a draft"), &ground);
            let source = &items[number - 1];
            let found: Vec<String> =
                marks(source, checked.sentences()).iter().map(|span| span.of(FEES).to_owned()).collect();
            assert_eq!(found, places, "{marked} in {number}");
        }
    }
}
