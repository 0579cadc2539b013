//! Two rankings made one (sammenslåing): by the words and by the meaning, after their ranks; scores of the two are no measure of
//! each other.

use super::{Hit, Near};
use domain::value::{self, Kind, Value};
use jiff::civil::Date;
use std::collections::HashMap;

/// Reciprocal rank fusion: how little the first ranks differ (Cormack, Clarke and Büttcher 2009).
const EVEN: f32 = 60.0;
/// How much the meaning of a question counts beside its words.
const MEANING: f32 = 0.5;
/// The same where names or numbers of it were hidden: what was told only in part is added behind what the words found.
const IN_PART: f32 = 1e-6;

/// Ranks by both; what both found comes before what one did. What no word found must be near indeed.
pub(crate) fn fused(words: Vec<Hit>, near: Vec<Near>, is_whole: bool) -> Vec<Hit> {
    let weight = if is_whole { MEANING } else { IN_PART };
    let mut hits = words;
    let mut ranks: Vec<f32> = (0..hits.len()).map(rank).collect();
    let known: HashMap<usize, usize> = hits.iter().enumerate().map(|(row, hit)| (hit.at, row)).collect();
    for (at, near) in near.into_iter().enumerate() {
        let more = weight * rank(at);
        if let Some(row) = known.get(&near.place.at) {
            ranks[*row] += more;
        } else if near.is_near {
            hits.push(Hit { at: near.place.at, score: 0.0, covered: 0.0, passage: near.place.passage });
            ranks.push(more);
        }
    }
    hits.iter_mut().zip(ranks).for_each(|(hit, rank)| hit.score = rank);
    hits.sort_by(|one, other| other.score.total_cmp(&one.score).then(one.at.cmp(&other.at)));
    hits
}

#[allow(clippy::cast_precision_loss)]
fn rank(at: usize) -> f32 {
    1.0 / (EVEN + 1.0 + at as f32)
}

/// What a question names by a number that means one thing alone: a case, a property, a section of an act.
pub(crate) struct Named(Vec<(Kind, String)>);

impl Named {
    /// What this text names.
    pub(crate) fn of(text: &str) -> Self {
        let is_exact = |value: &Value| matches!(value.kind, Kind::CaseNumber | Kind::Property | Kind::Law);
        // Years are not completed in what is kept of these.
        let values = value::find(text, Date::constant(2026, 1, 1));
        Self(values.into_iter().filter(is_exact).map(|value| (value.kind, value.value)).collect())
    }

    /// Puts first, in the order they have, the hits in whose text it stands: an exact number is not outweighed by what sounds alike.
    pub(crate) fn first(&self, hits: &mut [Hit], text: impl Fn(&Hit) -> String) {
        if !self.0.is_empty() {
            hits.sort_by_cached_key(|hit| !Self::of(&text(hit)).0.iter().any(|named| self.0.contains(named)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Hit, Named, Near, fused};
    use crate::search::vector::Place;

    fn hits(all: &[usize]) -> Vec<Hit> {
        all.iter().map(|at| Hit { at: *at, score: 9.0, covered: 0.5, passage: 0..1 }).collect()
    }

    fn near(all: &[(usize, bool)]) -> Vec<Near> {
        let near = |(at, is_near): &(usize, bool)| Near {
            place: Place { at: *at, passage: 5..9 },
            likeness: 0.5,
            is_near: *is_near,
        };
        all.iter().map(near).collect()
    }

    #[test]
    fn what_both_found_comes_first_and_what_no_word_found_must_be_near() {
        for (words, meaning, is_whole, order) in [
            (vec![1, 2, 3], vec![], true, vec![1, 2, 3]),
            (vec![1, 2, 3], vec![(3, false), (2, false)], true, vec![2, 3, 1]),
            (vec![1, 2, 3], vec![(3, false), (2, false)], false, vec![1, 2, 3]),
            (vec![1, 2], vec![(7, true), (2, true)], true, vec![2, 1, 7]),
            (vec![1, 2], vec![(7, true), (2, true)], false, vec![1, 2, 7]),
            (vec![1, 2], vec![(7, false), (2, false)], true, vec![2, 1]),
            (vec![], vec![(7, true), (8, false)], true, vec![7]),
        ] {
            let found = fused(hits(&words), near(&meaning), is_whole);
            assert_eq!(found.iter().map(|hit| hit.at).collect::<Vec<_>>(), order, "{words:?} {meaning:?}");
            let is_shown =
                |hit: &Hit| if words.contains(&hit.at) { hit.passage == (0..1) } else { hit.passage == (5..9) };
            assert!(found.iter().all(is_shown), "{found:?}");
        }
    }

    #[test]
    fn a_number_that_means_one_thing_comes_first() {
        let texts =
            ["Om gebyr.", "Etter plan- og bygningsloven § 21-7 er fristen tre uker.", "Sak 2026/1234 gjelder tilbygg."];
        for (question, order) in [
            ("Hva koster det?", [0, 1, 2]),
            ("Hva sier plan- og bygningsloven § 21-7?", [1, 0, 2]),
            ("Hva sier plan- og bygningsloven § 21-4?", [0, 1, 2]),
            ("Når får jeg svar i sak 26/1234?", [2, 0, 1]),
        ] {
            let mut found = hits(&[0, 1, 2]);
            Named::of(question).first(&mut found, |hit| texts[hit.at].to_owned());
            assert_eq!(found.iter().map(|hit| hit.at).collect::<Vec<_>>(), order, "{question}");
        }
    }
}
