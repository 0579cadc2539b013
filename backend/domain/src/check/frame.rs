//! Frames (rammer): kinds of words that together say something, in whatever order a sentence has them.
//!
//! "Kommunen godtek søknaden", "søknaden er godtatt av kommunen": who, does what, to what. A pattern of phrases would have to list
//! every order and every word between; a frame lists the words of each kind once. All words of a table are looked for in one pass.

use super::mood;
use aho_corasick::AhoCorasick;
use std::{collections::HashMap, ops::Range, sync::OnceLock};

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

/// The frames of a check, compiled at their first use and kept.
pub(super) struct Frames {
    frames: &'static [Frame],
    compiled: OnceLock<Compiled>,
}

/// Where a kind of words is looked up; frames that list the same words share one.
type Kind = usize;

struct Compiled {
    automaton: Option<AhoCorasick>,
    words: Vec<Listed>,
    /// For each frame the kinds it must have, and the one it may not.
    frames: Vec<(Vec<Kind>, Kind)>,
    kinds: usize,
}

/// One word of a list.
struct Listed {
    kind: Kind,
    /// Letters may stand before it.
    joins: bool,
    /// Letters may follow it.
    goes_on: bool,
}

impl Frames {
    /// These frames.
    pub(super) const fn new(frames: &'static [Frame]) -> Self {
        Self { frames, compiled: OnceLock::new() }
    }

    /// The bytes of the words, in lower case, that fill the first frame that fits.
    pub(super) fn find(&self, words: &str) -> Option<Range<usize>> {
        let compiled = self.compiled.get_or_init(|| Compiled::of(self.frames));
        let first = compiled.first(words);
        let fitting = compiled.frames.iter().filter(|(_, none)| first[*none].is_none());
        let mut filled = fitting.filter_map(|(all, _)| whole(all.iter().map(|kind| first[*kind].as_ref())));
        filled.find(|range| !mood::is_conditional(words, range.start))
    }
}

/// From the first of some words to the last of them; nothing where one is missing.
fn whole<'r>(words: impl Iterator<Item = Option<&'r Range<usize>>>) -> Option<Range<usize>> {
    let mut whole: Option<Range<usize>> = None;
    for word in words {
        let word = word?;
        whole = Some(whole.map_or(word.clone(), |whole| whole.start.min(word.start)..whole.end.max(word.end)));
    }
    whole
}

impl Compiled {
    fn of(frames: &[Frame]) -> Self {
        let mut kinds: HashMap<&str, Kind> = HashMap::new();
        let mut kind = |list: &'static str| {
            let next = kinds.len();
            *kinds.entry(list).or_insert(next)
        };
        let frames: Vec<(Vec<Kind>, Kind)> =
            frames.iter().map(|frame| (frame.all.iter().map(|list| kind(list)).collect(), kind(frame.none))).collect();
        let listed = kinds.iter().flat_map(|(list, kind)| list.split(' ').map(|written| (written, *kind)));
        // What is no word by itself stands in no sentence as one.
        let listed = listed.map(|(written, kind)| listed_as(written, kind));
        let (texts, words): (Vec<&str>, Vec<Listed>) =
            listed.filter(|(text, _)| !text.is_empty() && text.chars().all(is_of_word)).unzip();
        Self { automaton: AhoCorasick::new(texts).ok(), words, frames, kinds: kinds.len() }
    }

    /// For each kind the first word of the sentence that is of it.
    fn first(&self, text: &str) -> Vec<Option<Range<usize>>> {
        let mut first = vec![None; self.kinds];
        for found in self.automaton.iter().flat_map(|automaton| automaton.find_overlapping_iter(text)) {
            let listed = &self.words[found.pattern().as_usize()];
            // Matches come in the order of their ends, and so words in the order they stand.
            if first[listed.kind].is_none() {
                let (before, after) = (&text[..found.start()], &text[found.end()..]);
                let start = before.trim_end_matches(is_of_word).len();
                let end = text.len() - after.trim_start_matches(is_of_word).len();
                let fits = (listed.joins || start == found.start()) && (listed.goes_on || end == found.end());
                first[listed.kind] = fits.then_some(start..end);
            }
        }
        first
    }
}

/// A word as a table writes it: its letters, and at which ends others may join it.
fn listed_as(written: &str, kind: Kind) -> (&str, Listed) {
    let text = written.strip_prefix('-').unwrap_or(written);
    let (joins, whole) = (text.len() < written.len(), text.len());
    let text = text.strip_suffix('-').unwrap_or(text);
    (text, Listed { kind, joins, goes_on: text.len() < whole })
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '\''
}

#[cfg(test)]
mod tests {
    use super::{Frame, Frames, listed_as, mood};
    use std::ops::Range;

    const TABLE: [Frame; 2] = [
        Frame { all: &["vi kommunen", "godta-", "søknad- -melding-"], none: "hvis" },
        Frame { all: &["vi kommunen", "-skade", "e-post bil"], none: "hvis" },
    ];
    static FRAMES: Frames = Frames::new(&TABLE);

    #[test]
    fn a_frame_is_filled_in_any_order_and_by_all_its_kinds() {
        for (words, filled) in [
            ("kommunen godtar søknaden.", Some("kommunen godtar søknaden")),
            ("søknaden har vi godtatt i dag", Some("søknaden har vi godtatt")),
            ("byggemeldingen godtas av kommunen", Some("byggemeldingen godtas av kommunen")),
            ("vi så en vannskade på en bil, en bil til", Some("vi så en vannskade på en bil")),
            ("vi så skader på en bil", None),
            ("vi så en skade i en e-post", None),
            ("livi godtar søknaden", None),
            ("kommunen godtar ingenting", None),
            ("hvis vi godtar søknaden, får du brev", None),
            ("", None),
        ] {
            assert_eq!(FRAMES.find(words).map(|range| &words[range]), filled, "{words}");
        }
    }

    /// The same by looking at every word of every list, as a reader of the table would.
    fn slowly(words: &str, frames: &[Frame]) -> Option<Range<usize>> {
        let split: Vec<&str> =
            words.split(|c: char| !(c.is_alphanumeric() || c == '\'')).filter(|word| !word.is_empty()).collect();
        let one = |list: &str| {
            let is_of = |word: &&&str| {
                list.split(' ').filter(|written| !written.is_empty()).any(|written| {
                    match (listed_as(written, 0), word) {
                        ((text, listed), word) if listed.joins && listed.goes_on => word.contains(text),
                        ((text, listed), word) if listed.joins => word.ends_with(text),
                        ((text, listed), word) if listed.goes_on => word.starts_with(text),
                        ((text, _), word) => **word == text,
                    }
                })
            };
            let start = |word: &str| word.as_ptr() as usize - words.as_ptr() as usize;
            split.iter().find(is_of).map(|word| start(word)..start(word) + word.len())
        };
        frames.iter().find_map(|frame| {
            let found: Option<Vec<Range<usize>>> = frame.all.iter().map(|list| one(list)).collect();
            let found = found.filter(|found| !found.is_empty() && one(frame.none).is_none())?;
            let from = found.iter().map(|range| range.start).min()?;
            let to = found.iter().map(|range| range.end).max()?;
            (!mood::is_conditional(words, from)).then_some(from..to)
        })
    }

    #[test]
    fn one_pass_finds_what_looking_at_every_word_finds() {
        let pieces = [
            "vi",
            "kommunen",
            "godtar",
            "godta",
            "søknad",
            "søknaden",
            "melding",
            "byggemeldingen",
            "hvis",
            "skade",
            "vannskade",
            "skaden",
            "e-post",
            "bil",
            "bilen",
            "'vi",
            "å",
            "når",
        ];
        let mut state = 20_261_126_u64;
        for _ in 0..3_000 {
            let mut text = String::new();
            for _ in 0..8 {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let drawn = usize::try_from(state >> 33).unwrap_or(0);
                text.push_str(pieces[drawn % pieces.len()]);
                text.push_str([" ", ", ", "-", "", "."][drawn / 64 % 5]);
            }
            assert_eq!(FRAMES.find(&text), slowly(&text, &TABLE), "{text}");
        }
    }
}
