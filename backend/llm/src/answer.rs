//! From the model's finished words to parts of a draft: cleaned, unknown evidence dropped, greeting and closing ours.

use crate::{circle, clean, failure, fit::Fitted, prompt, pseudonym};
use domain::{
    draft::{
        GAP,
        brief::{Answer, Brief, Part, Purpose},
        compose::{closing, greeting},
    },
    port::Failure,
    thread::language::detect,
};
use serde::Deserialize;
use serde_json::Value;
use std::collections::HashSet;
use vocabulary::{Language, Outcome, limit::DRAFT_CHARS};

/// The number that no evidence has: sources are counted from 1.
const NO_SOURCE: u16 = 0;

/// From how many characters on a text tells its language.
const TELLING: usize = 80;
/// Below this a language is a guess.
const SURE: f32 = 0.9;

#[derive(Deserialize)]
struct Reply {
    parts: Vec<Piece>,
}

#[derive(Deserialize)]
struct Piece {
    text: String,
    #[serde(default)]
    citations: Vec<Value>,
    #[serde(default)]
    ends_paragraph: bool,
}

/// What the model was given, to hold its answer against.
struct Given {
    numbers: HashSet<u16>,
    pseudonyms: HashSet<String>,
}

/// The answer, or why it is none.
pub(crate) fn of(content: &str, fitted: &Fitted) -> Result<Answer, Failure> {
    let reply = read(content).ok_or_else(|| failure::garbled("it has not the shape that was asked for"))?;
    let brief = &fitted.brief;
    let told = brief.evidence.iter().filter(|excerpt| excerpt.tellable);
    let given = Given {
        numbers: told.map(|excerpt| excerpt.number).collect(),
        pseudonyms: pseudonym::seen(&prompt::user(fitted)),
    };
    let mut dropped = Vec::new();
    let mut body: Vec<Part> = reply.parts.iter().filter_map(|piece| part(piece, &given, &mut dropped)).collect();
    unframe(&mut body);
    said_once(&mut body);
    let whole: String = body.iter().map(|part| format!("{}\n", part.text)).collect();
    match whole.chars().count() {
        0 => return Err(failure::garbled("it says nothing")),
        long if long > DRAFT_CHARS => return Err(failure::garbled("it is longer than a reply may be")),
        _ if circle::is_senseless(&whole) => return Err(failure::garbled("it repeats itself")),
        _ if is_foreign(&body, brief) => return Err(failure::garbled("it is in another language than was asked for")),
        _ => {}
    }
    let outcome = outcome(&body);
    Ok(Answer { parts: framed(body, brief), outcome, dropped })
}

/// Whether this is an answer from beginning to end, though nobody said that it has ended.
pub(crate) fn is_whole(content: &str) -> bool {
    read(content).is_some()
}

fn read(content: &str) -> Option<Reply> {
    serde_json::from_str(json_in(content)).ok()
}

/// Whether most of it is surely English where Norwegian was asked for, or the other way round; a quoted sentence in the middle, and
/// bokmål for nynorsk, are for the checks to find.
fn is_foreign(body: &[Part], brief: &Brief) -> bool {
    let is_english = |language: Language| language.of_reply() == Language::En;
    let length = |part: &Part| part.text.chars().count();
    let is_other = |part: &&Part| {
        let (language, sureness) = detect(&part.text);
        sureness >= SURE && is_english(language) != is_english(brief.language)
    };
    let other: usize = body.iter().filter(is_other).map(length).sum();
    other >= TELLING && other * 4 > body.iter().map(length).sum::<usize>() * 3
}

/// What is said twice with the same sources is said once.
fn said_once(body: &mut Vec<Part>) {
    let mut seen = HashSet::new();
    body.retain(|part| seen.insert((part.text.to_lowercase(), part.citations.clone())));
}

/// The object in the words around it: some models cannot do without a fence.
fn json_in(content: &str) -> &str {
    // Some say first what they think.
    let content = content.rsplit_once("</think>").map_or(content, |(_, said)| said);
    match (content.find('{'), content.rfind('}')) {
        (Some(start), Some(end)) if start < end => &content[start..=end],
        _ => content,
    }
}

fn part(piece: &Piece, given: &Given, dropped: &mut Vec<u16>) -> Option<Part> {
    let clean = clean::clean(&piece.text);
    let text = pseudonym::settled(&clean.text, &given.pseudonyms);
    if !text.chars().any(char::is_alphanumeric) {
        return None;
    }
    let is_cited = !piece.citations.is_empty() || !clean.citations.is_empty();
    let listed = piece.citations.iter().map(number);
    let inline = clean.citations.into_iter().map(|n| u16::try_from(n).unwrap_or(u16::MAX));
    let mut citations = Vec::new();
    for number in listed.chain(inline) {
        let list = if given.numbers.contains(&number) { &mut citations } else { &mut *dropped };
        if !list.contains(&number) {
            list.push(number);
        }
    }
    if citations.is_empty() && is_cited {
        // What rests on no source that exists says so, and a check flags it.
        citations.push(NO_SOURCE);
    }
    Some(Part { text, citations, ends_paragraph: piece.ends_paragraph })
}

/// The evidence number of a citation; anything else is a number that no evidence has.
fn number(value: &Value) -> u16 {
    let number =
        value.as_u64().or_else(|| value.as_str().and_then(|text| text.trim_matches(['[', ']', ' ']).parse().ok()));
    number.and_then(|number| u16::try_from(number).ok()).unwrap_or(u16::MAX)
}

/// Takes off a greeting and a closing that the model wrote all the same.
fn unframe(body: &mut Vec<Part>) {
    if let Some(first) = body.first_mut() {
        first.text = without_greeting(&first.text).to_owned();
    }
    let is_closing = |part: &Part| {
        let lower = part.text.to_lowercase();
        [
            "vennlig hilsen",
            "med vennlig hilsen",
            "venleg helsing",
            "med venleg helsing",
            "mvh",
            "kind regards",
            "best regards",
            "hilsen",
        ]
        .iter()
        .any(|closing| lower.starts_with(closing))
    };
    if let Some(at) = body.iter().position(is_closing) {
        body.truncate(at);
    }
    body.retain(|part| part.text.chars().any(char::is_alphanumeric));
}

/// The text after a first line or sentence that merely greets.
pub(crate) fn without_greeting(text: &str) -> &str {
    let lower = text.to_lowercase();
    let greets = ["hei", "kjære", "dear", "hello", "hi "].iter().any(|word| {
        lower
            .strip_prefix(word)
            .is_some_and(|rest| word.ends_with(' ') || rest.is_empty() || rest.starts_with([' ', ',', '!', '.', '\n']))
    });
    if !greets {
        return text;
    }
    let window = text.char_indices().nth(60).map_or(text.len(), |(at, _)| at);
    match text[..window].find(['.', '!', '\n']) {
        Some(at) => text[at + 1..].trim_start(),
        None if window == text.len() => "",
        None => text,
    }
}

fn outcome(body: &[Part]) -> Outcome {
    let open = body.iter().any(|part| part.text.contains([GAP.0, GAP.1]));
    let borne = body.iter().any(|part| part.citations.iter().any(|number| *number != NO_SOURCE));
    match (open, borne) {
        (false, _) => Outcome::Ready,
        (true, true) => Outcome::NeedsFilling,
        (true, false) => Outcome::CannotAnswer,
    }
}

fn framed(mut body: Vec<Part>, brief: &Brief) -> Vec<Part> {
    if brief.purpose == Purpose::Sentence {
        return body;
    }
    if let Some(last) = body.last_mut() {
        last.ends_paragraph = true;
    }
    let plain = |text: String, ends_paragraph| Part { text, citations: Vec::new(), ends_paragraph };
    let mut parts = vec![plain(greeting(brief), true)];
    parts.append(&mut body);
    parts.push(plain(closing(brief), false));
    parts
}

#[cfg(test)]
mod tests {
    use super::without_greeting;

    #[test]
    fn a_greeting_is_taken_off_and_nothing_else() {
        for (text, rest) in [
            ("Hei, Per Haug", ""),
            ("Hei Per! Saken er åpen.", "Saken er åpen."),
            ("Dear Per,\nYour case is open.", "Your case is open."),
            ("Heisen er reparert.", "Heisen er reparert."),
            ("Saken er åpen.", "Saken er åpen."),
        ] {
            assert_eq!(without_greeting(text), rest, "{text}");
        }
    }
}
