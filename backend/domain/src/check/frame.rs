//! Frames (rammer): kinds of words that together say something, in whatever order a sentence has them.
//!
//! "Kommunen godtek søknaden", "søknaden er godtatt av kommunen": who, does what, to what. A pattern of phrases would have to list
//! every order and every word between; a frame lists the words of each kind once.

use super::mood;
use std::ops::Range;

/// Words of each kind of which the sentence must have one, and words of which it may have none. A word written with "-" at an end is
/// any word that goes on there: "søknad-", "-skade-".
pub(super) struct Frame {
    pub(super) all: &'static [&'static str],
    pub(super) none: &'static str,
}

/// Makes a sentence one about what may be, or about what the reader is to do with a form or a page.
pub(super) const OPEN: &str = "når hvis dersom hvorvidt med før inntil vanligvis vanlegvis normalt ofte oftest oftast if when whether unless usually";

/// The municipality, and who speaks for it.
pub(super) const WE: &str = "vi me jeg eg kommunen utvalget utvalet formannskapet rådmannen kommunedirektøren administrasjonen we municipality council";

/// The bytes of the words, in lower case, that fill the first frame that fits.
pub(super) fn find(words: &str, frames: &[Frame]) -> Option<Range<usize>> {
    let split: Vec<&str> =
        words.split(|c: char| !(c.is_alphanumeric() || c == '\'')).filter(|word| !word.is_empty()).collect();
    let start = |word: &str| word.as_ptr() as usize - words.as_ptr() as usize;
    let one = |kind: &str| split.iter().find(|word| is_of(word, kind));
    frames.iter().find_map(|frame| {
        let mut filled: Option<Range<usize>> = None;
        for kind in frame.all {
            let word = one(kind)?;
            let (from, to) = (start(word), start(word) + word.len());
            filled = Some(filled.map_or(from..to, |range| range.start.min(from)..range.end.max(to)));
        }
        filled.filter(|range| one(frame.none).is_none() && !mood::is_conditional(words, range.start))
    })
}

/// Whether a word is one of a list.
fn is_of(word: &str, list: &str) -> bool {
    list.split(' ').any(|one| match (one.strip_prefix('-'), one.strip_suffix('-')) {
        (Some(inner), Some(_)) => word.contains(inner.trim_end_matches('-')),
        (Some(end), None) => word.ends_with(end),
        (None, Some(begin)) => word.starts_with(begin),
        (None, None) => !one.is_empty() && word == one,
    })
}

#[cfg(test)]
mod tests {
    use super::{Frame, find};

    #[test]
    fn a_frame_is_filled_in_any_order_and_by_all_its_kinds() {
        let frames = [Frame { all: &["vi kommunen", "godta-", "søknad- -melding-"], none: "hvis" }];
        for (words, filled) in [
            ("kommunen godtar søknaden.", Some("kommunen godtar søknaden")),
            ("søknaden har vi godtatt i dag", Some("søknaden har vi godtatt")),
            ("byggemeldingen godtas av kommunen", Some("byggemeldingen godtas av kommunen")),
            ("kommunen godtar ingenting", None),
            ("hvis vi godtar søknaden, får du brev", None),
            ("", None),
        ] {
            assert_eq!(find(words, &frames).map(|range| &words[range]), filled, "{words}");
        }
    }
}
