//! One claim against one source (dekningsprøve), for the command line: no numbers, no thread, only the two texts.

use super::{
    Bearing,
    likeness::{self, Likeness},
    reading::Reading,
};
use jiff::civil::Date;
use vocabulary::Span;

/// From this share of word pairs on, the claim repeats the source, and a fact that is not in the place has been exchanged.
const REPEATS: f32 = 0.65;

/// See [`super::support::bearing`].
pub(super) fn of(claim: &str, source: &str, today: Date) -> (Bearing, f32, Vec<Span>) {
    let there = Reading::of(source, today);
    let likeness = likeness::of(claim, &there, today);
    let score = score(&likeness);
    if likeness.near >= REPEATS && !likeness.exchanged.is_empty() {
        return (Bearing::Contradicted, score.min(0.2), likeness.exchanged);
    }
    if likeness.reversed {
        return (Bearing::Contradicted, score.min(0.2), likeness.missing);
    }
    let bearing = if score >= 0.5 { Bearing::Supported } else { Bearing::Unsupported };
    (bearing, score, likeness.missing)
}

/// What speaks for the claim and against it, weighed once on English and Norwegian texts together and rounded; a fact that
/// the source lacks weighs more than a word, and a figure more than a name, since names have many forms.
fn score(likeness: &Likeness) -> f32 {
    let flag = |set: bool| f32::from(u8::from(set));
    let count = |facts: usize| facts as f32;
    let sum = 3.7 * likeness.window + 1.1 * likeness.weakest
        - 3.3 * likeness.small
        - 0.25 * count(likeness.run)
        - 1.5 * count(likeness.figures)
        - 0.5 * count(likeness.names)
        - 1.5 * flag(likeness.first)
        - 1.0 * flag(likeness.second)
        - 1.0 * flag(likeness.opinion)
        - 4.0 * flag(likeness.question)
        - 0.3 * flag(likeness.denies);
    1.0 / (1.0 + (2.0 - sum).exp())
}
