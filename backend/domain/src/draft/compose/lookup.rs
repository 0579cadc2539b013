//! The best passage of the evidence for any question (oppslag): whole sentences in the source's own words, with their source.

use super::{letter::Letter, topic::Topic, wording};
use crate::draft::brief::Excerpt;
use crate::evidence::{Origin, sentence, word};
use vocabulary::Language;

/// Characters of a passage; a letter answers, it does not recite.
const PASSAGE: usize = 380;
/// Sentences of a passage.
const SENTENCES: usize = 3;

/// Answers from the passage nearest to the question; `false` when none is near enough.
pub(super) fn passage(letter: &mut Letter, question: &str, topic: Topic) -> bool {
    let wanted = word::stems(question);
    let best = letter
        .evidence()
        .filter(|excerpt| excerpt.origin != Origin::Case && excerpt.origin != Origin::Note)
        .filter_map(|excerpt| nearest(excerpt, &wanted, topic).map(|(score, said)| (score, excerpt, said)))
        // The first of equals wins: evidence stands in order of trust.
        .reduce(|best, next| if next.0 > best.0 { next } else { best });
    let Some((_, excerpt, said)) = best else { return false };
    tell(letter, excerpt, &said);
    true
}

/// The sentences of an excerpt that answer best, with how near they are; at least half of the question's words must be met.
fn nearest(excerpt: &Excerpt, wanted: &[String], topic: Topic) -> Option<(usize, Vec<String>)> {
    let title = word::stems(&excerpt.title);
    let sentences: Vec<_> = sentence::split(&excerpt.text).into_iter().map(|range| &excerpt.text[range]).collect();
    let met = |stems: &[String]| word::shared(wanted, stems);
    let score = |text: &str| {
        let own = word::stems(text);
        let both: Vec<_> = own.iter().chain(&title).cloned().collect();
        let hours = topic == Topic::Hours && has_time(text);
        let enough = 2 * met(&both) >= wanted.len().max(1) && (met(&own) > 0 || hours || met(&title) == wanted.len());
        enough.then(|| 3 * met(&both) + met(&own) + if hours { 4 } else { 0 })
    };
    let scored = sentences.iter().enumerate().filter_map(|(at, text)| score(text).map(|score| (score, at)));
    let (score, at) = scored.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
    Some((score, from(&sentences, at, topic)))
}

/// The sentence and what follows it, as far as a passage goes. A heading alone says nothing; it is left out.
fn from(sentences: &[&str], at: usize, topic: Topic) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    let mut length = 0;
    for text in &sentences[at..] {
        length += text.chars().count();
        let beside = topic == Topic::Hours && !said.is_empty() && !has_time(text);
        if said.len() == SENTENCES || !said.is_empty() && length > PASSAGE || beside || text.trim() == "…" {
            break;
        }
        said.push((*text).to_owned());
    }
    if said.len() > 1 && is_heading(&said[0]) {
        said.remove(0);
    }
    said
}

fn is_heading(text: &str) -> bool {
    !text.ends_with(['.', '!', '?', ':', '»'])
        && text.chars().count() < 60
        && !text.contains(':')
        && !text.chars().any(|c| c.is_ascii_digit())
}

fn has_time(text: &str) -> bool {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    (1..bytes.len())
        .any(|at| matches!(bytes[at], b'.' | b':') && digit(at - 1) && digit(at + 1) && digit(at + 2) && !digit(at + 3))
}

/// Puts sentences of a source into the letter: as they stand where language and kind of source allow, else as a quotation.
pub(super) fn tell(letter: &mut Letter, excerpt: &Excerpt, said: &[String]) {
    let said: Vec<_> = said
        .iter()
        .map(|text| wording::borrowed(text))
        .filter(|text| text.chars().any(char::is_alphanumeric))
        .collect();
    let all = said.join(" ");
    let own_words = matches!(excerpt.origin, Origin::Article | Origin::Fee);
    if own_words && wording::fits(&all, letter.language) {
        for text in &said {
            letter.claim(wording::stopped(text), &[excerpt.number]);
        }
    } else {
        let introduced = introduction(letter, excerpt);
        letter.claim(
            format!("{introduced} {}", wording::quoted(&wording::stopped(&all), letter.language)),
            &[excerpt.number],
        );
    }
}

/// "I «Gebyrregulativ 2026» står det:", "I «Mangelbrev» av 3. februar 2026 står det:".
fn introduction(letter: &Letter, excerpt: &Excerpt) -> String {
    let language = letter.language;
    let title = wording::borrowed(&excerpt.title);
    let title = if excerpt.origin == Origin::Law { title } else { wording::quoted(&title, language) };
    let of = language.pick("av", "frå", "of");
    let dated = excerpt.date.filter(|_| matches!(excerpt.origin, Origin::Document | Origin::Decision));
    let date = dated.map_or_else(String::new, |date| format!(" {of} {}", wording::date(date, language)));
    match language {
        Language::En => format!("In {title}{date} it says (in Norwegian):"),
        _ => format!("I {title}{date} står det:"),
    }
}
