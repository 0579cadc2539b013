//! One sentence written anew (ny formulering): other words for what its sources say, put in its place, and nothing else touched.

use super::{
    GAP,
    brief::{Brief, Part},
    compose::compose,
    normal::normalise,
    parse::without_citations,
};
use crate::{
    evidence::{sentence, word},
    thread::language::detect,
};
use std::cmp::Reverse;
use vocabulary::{Language, Span};

/// Below this the language of a sentence is a guess.
const SURE: f32 = 0.9;
/// Characters of the old sentence that a gap names.
const NAMED: usize = 60;

/// The sentence that is to be written anew: its words and its sources.
#[derive(Clone, Copy, Debug)]
pub struct Old<'a> {
    /// Its words, without citations.
    pub text: &'a str,
    /// What it cites.
    pub citations: &'a [u16],
    /// Whether its sources bear it; then every figure in it must be in the new one.
    pub is_borne: bool,
}

impl Old<'_> {
    /// How near these words come to saying the same; `None` where they say something else. For a sentence that its sources bear they have two
    /// thirds of its words and all its figures, so that nothing told is lost; for one that they do not bear, half of its words.
    fn nearness(&self, text: &str) -> Option<usize> {
        let wanted = word::stems(self.text);
        let shared = word::shared(&wanted, &word::stems(text));
        let (part, whole) = if self.is_borne { (2, 3) } else { (1, 2) };
        let has_figures = !self.is_borne || figures(self.text).iter().all(|one| figures(text).contains(one));
        (shared > 0 && shared * whole >= wanted.len() * part && has_figures).then_some(shared)
    }
}

/// The runs of digits in a text.
fn figures(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).collect()
}

impl Brief {
    /// The same task over the sources of one sentence alone.
    #[must_use]
    pub fn about(&self, old: Old<'_>) -> Self {
        let cited = self.evidence.iter().filter(|excerpt| old.citations.contains(&excerpt.number));
        Self { evidence: cited.cloned().collect(), ..self.clone() }
    }
}

/// How the built-in writer can say it: as it would itself from these sources, or as the source says it; the nearest first, and what comes after
/// the wording that stands there now before the others, so that asking again goes round. Nothing that the letter says already.
#[must_use]
pub fn wordings(old: Old<'_>, brief: &Brief, letter: &str) -> Vec<Part> {
    let mut all = composed(old, brief);
    all.extend(quoted(old, brief));
    all.dedup_by(|one, other| is_same(&one.text, &other.text));
    let here = all.iter().position(|part| is_same(&part.text, old.text));
    all.rotate_left(here.unwrap_or(0));
    let said = normalise(&without_citations(letter));
    all.retain(|part| !said.contains(&normalise(&part.text)));
    all
}

fn is_same(one: &str, other: &str) -> bool {
    normalise(one) == normalise(other)
}

/// What the built-in writer says from these sources, nearest to the old words first.
fn composed(old: Old<'_>, brief: &Brief) -> Vec<Part> {
    let is_borne =
        |part: &Part| !part.citations.is_empty() && part.citations.iter().all(|number| old.citations.contains(number));
    let parts = compose(&brief.about(old)).parts.into_iter().filter(is_borne);
    let mut near: Vec<(usize, Part)> = parts.filter_map(|part| Some((old.nearness(&part.text)?, part))).collect();
    near.sort_by_key(|(shared, _)| Reverse(*shared));
    near.into_iter().map(|(_, part)| Part { ends_paragraph: false, ..part }).collect()
}

/// Whole sentences of the sources, in the language of the letter, that say the same as the old words.
fn quoted(old: Old<'_>, brief: &Brief) -> Vec<Part> {
    let cited = brief.evidence.iter().filter(|one| one.tellable && old.citations.contains(&one.number));
    let mut near: Vec<(usize, Part)> = Vec::new();
    for excerpt in cited {
        for range in sentence::split(&excerpt.text) {
            let text = &excerpt.text[range];
            let shared = old.nearness(text).filter(|_| is_sentence(text) && !is_foreign(text, brief.language));
            if let Some(shared) = shared {
                near.push((
                    shared,
                    Part { text: text.to_owned(), citations: vec![excerpt.number], ends_paragraph: false },
                ));
            }
        }
    }
    near.sort_by_key(|(shared, _)| Reverse(*shared));
    near.into_iter().map(|(_, part)| part).take(2).collect()
}

/// A row of a table or a heading is no sentence.
fn is_sentence(text: &str) -> bool {
    text.ends_with('.') && text.starts_with(char::is_uppercase) && !text.contains([GAP.0, GAP.1, '[', ']'])
}

/// Few words tell Norwegian from English more surely than one Norwegian from the other.
fn is_foreign(text: &str, language: Language) -> bool {
    let (found, sure) = detect(text);
    let (is, wanted) = (found.of_reply(), language.of_reply());
    is != wanted && (sure >= SURE || wanted == Language::En)
}

/// Where the sources do not bear it and there is nothing else to say: a gap that names what stood there.
#[must_use]
pub fn gap(old: Old<'_>, language: Language) -> Part {
    let what = language.of_reply().pick("ikke dekket av kilden", "ikkje dekt av kjelda", "not in the source");
    let named: String = old.text.chars().filter(|c| ![GAP.0, GAP.1, '[', ']', '\n'].contains(c)).take(NAMED).collect();
    let text = format!("{}{what}: {}{}", GAP.0, named.trim(), GAP.1);
    Part { text, citations: Vec::new(), ends_paragraph: false }
}

/// The letter with another sentence in the place of this one and of the numbers behind it.
#[must_use]
pub fn replaced(marked: &str, span: Span, new: &Part) -> String {
    let (before, after) = around(marked, span);
    let old = span.of(marked);
    // A point of a list stays one.
    let point = ["- ", "• ", "* "].into_iter().find(|point| old.starts_with(point) && !new.text.starts_with(point));
    let numbers: String = new.citations.iter().map(|number| format!(" [{number}]")).collect();
    [before, point.unwrap_or_default(), new.text.trim(), &numbers, after].concat()
}

/// What stands before a sentence, and what stands behind it and its numbers.
#[must_use]
pub fn around(marked: &str, span: Span) -> (&str, &str) {
    let byte = |at: usize| marked.char_indices().nth(at).map_or(marked.len(), |(byte, _)| byte);
    let (before, mut after) = (&marked[..byte(span.start)], &marked[byte(span.end)..]);
    while let Some(rest) = after.trim_start_matches(' ').strip_prefix('[') {
        let Some((numbers, rest)) = rest.split_once(']') else { break };
        if numbers.is_empty() || !numbers.chars().all(|c| c.is_ascii_digit() || [',', ' '].contains(&c)) {
            break;
        }
        after = rest;
    }
    (before, after)
}

#[cfg(test)]
mod tests {
    use super::{Old, gap, replaced, wordings};
    use crate::{
        draft::{
            Draft, Frame,
            brief::{Brief, Excerpt, Part, Purpose},
        },
        evidence::Origin,
    };
    use jiff::civil::date;
    use vocabulary::{Language, Outcome, Tone};

    const SOURCE: &str = "Gebyret for tilbygg inntil 50 m² er 12 500 kroner. Gebyret for tilbygg betales når du søker.";

    fn brief(language: Language, tellable: bool) -> Brief {
        let excerpt = |number, text: &str| Excerpt {
            number,
            origin: Origin::Article,
            title: "Tilbygg".into(),
            date: None,
            valid_from: None,
            text: text.into(),
            tellable,
        };
        Brief {
            purpose: Purpose::Answer,
            language,
            tone: Tone::Usual,
            name: None,
            signature: ("Kari".into(), "Fjordvik".into()),
            subject: "Tilbygg".into(),
            mail: "Hva koster det?".into(),
            questions: vec!["Hva koster det?".into()],
            evidence: vec![excerpt(1, SOURCE), excerpt(2, "Gebyret for tilbygg er et annet.")],
            received: None,
            case: None,
            today: date(2026, 11, 21),
        }
    }

    #[test]
    fn it_says_what_the_cited_source_says_in_other_words_and_goes_round() {
        let old = "Gebyret for et tilbygg på inntil 50 m² er 12 500 kroner.";
        let said = |old: &str, letter: &str, brief: &Brief| -> Vec<String> {
            let parts = wordings(Old { text: old, citations: &[1], is_borne: true }, brief, letter);
            assert!(parts.iter().all(|part| part.citations == [1]), "{parts:?}");
            parts.into_iter().map(|part| part.text.replace('\u{a0}', " ")).collect()
        };
        let whole = brief(Language::Nb, true);
        assert!(
            said(old, old, &whole).iter().all(|text| !text.contains("betales")),
            "another sentence of it says something else"
        );
        let first = said(old, old, &whole);
        assert!(first.contains(&"Gebyret for tilbygg inntil 50 m² er 12 500 kroner.".to_owned()), "{first:?}");
        let second = said(&first[0], &first[0], &whole);
        assert!(!second.contains(&first[0]), "{second:?}");
        let letter = first.join(" ");
        assert!(said(&first[0], &letter, &whole).is_empty(), "what the letter says already is no other wording");
        assert!(said(old, old, &brief(Language::Nb, false)).is_empty(), "what may not be told is not");
        assert!(said("Rådhuset er åpent.", "", &whole).is_empty(), "the source says nothing like it");
        let of = Old { text: old, citations: &[1], is_borne: true };
        assert!(super::quoted(of, &brief(Language::En, true)).is_empty(), "a letter in English quotes no Norwegian");
    }

    fn part(text: &str, citations: &[u16]) -> Part {
        Part { text: text.into(), citations: citations.to_vec(), ends_paragraph: false }
    }

    #[test]
    fn only_its_own_place_changes() {
        let frame =
            Frame { language: Language::Nb, outcome: Outcome::Ready, footer: String::new(), recipients: vec![] };
        for (marked, at, new, whole) in [
            ("Hei.\n\nÅ, en. [1] [3] To.\n", 1, part("Tre.", &[1]), "Hei.\n\nTre. [1] To."),
            ("En [1]. To [2].", 0, part("Tre.", &[1, 2]), "Tre. [1] [2] To [2]."),
            ("- En [1]\n- To [2]", 1, part("Tre", &[2]), "- En [1]\n- Tre [2]"),
            ("En. [se under] To.", 0, part("Tre.", &[]), "Tre. [se under] To."),
            ("Alt.", 0, part("⟦hva?⟧", &[]), "⟦hva?⟧"),
        ] {
            let draft = Draft::parse(marked, frame.clone()).expect("a draft");
            assert_eq!(replaced(draft.marked(), draft.sentences()[at].span, &new), whole, "{marked}");
        }
    }

    #[test]
    fn a_gap_names_what_the_source_does_not_bear() {
        let old = Old { text: "Gebyret er [99] kroner.", citations: &[1], is_borne: false };
        assert_eq!(gap(old, Language::Nn).text, "⟦ikkje dekt av kjelda: Gebyret er 99 kroner.⟧");
    }
}
