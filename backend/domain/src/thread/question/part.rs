//! Several questions in one sentence (sammensatte spørsmål): where one ends and the next begins, and what leads up to the first.

use super::asking;

/// What joins two questions; the longer first.
const JOINTS: [&str; 16] = [
    ", og ", ", and ", ", eller ", ", or ", ", men ", ", but ", ", samt ", ", och ", " og ", " and ", " eller ",
    " samt ", " och ", "; ", " – ", ", ",
];

/// The question without a greeting before it, or what leads up to it («Da er det bare ett spørsmål igjen: »).
pub(super) fn without_lead(sentence: &str) -> &str {
    const GREETINGS: [&str; 7] = ["hei", "hallo", "god dag", "hello", "hi", "dear", "hej"];
    const JOINTS: [&str; 7] = ["og ", "men ", "and ", "but ", "så ", "så da ", "or "];
    let mut rest = sentence;
    if let Some((lead, after)) = rest.split_once(": ")
        && begins(after)
        && !lead.contains('?')
    {
        rest = after.trim_start();
    }
    if let Some((greeting, after)) = rest.split_once([',', '!', '.']).filter(|(greeting, _)| greeting.len() <= 60) {
        let lower = greeting.to_lowercase();
        let greets = GREETINGS.iter().any(|one| lower.starts_with(one)) && lower.split_whitespace().count() <= 4;
        rest = if greets && begins(after.trim_start()) { after.trim_start() } else { rest };
    }
    let joint =
        JOINTS.iter().find(|joint| rest.get(..joint.len()).is_some_and(|start| start.eq_ignore_ascii_case(joint)));
    joint.map(|joint| &rest[joint.len()..]).filter(|after| begins(after)).unwrap_or(rest)
}

fn begins(text: &str) -> bool {
    asking::begins(&text[..text.floor_char_boundary(80)].to_lowercase())
}

/// The questions of one sentence, where what joins them is followed by what clearly asks.
pub(super) fn split(sentence: &str) -> Vec<String> {
    let mut parts = Vec::new();
    let mut rest = sentence;
    let mut of_asking = None;
    while let Some((left, right)) = cut(rest, &mut of_asking) {
        parts.push(format!(
            "{}{}",
            left.trim_end_matches(['?', ',', ' ']),
            if of_asking == Some(true) { "." } else { "?" }
        ));
        rest = right;
    }
    parts.push(rest.to_owned());
    parts
}

/// At the first joint that stands between two questions. `indirect` remembers whether the sentence wonders («lurer på …»):
/// then clauses go on with a question word or «om», else they have the word order of questions.
fn cut<'t>(text: &'t str, indirect: &mut Option<bool>) -> Option<(&'t str, &'t str)> {
    let lower = text.to_lowercase();
    // Lower-casing may change lengths; then places do not agree.
    let lower = if lower.len() == text.len() { lower } else { text.to_owned() };
    let end = asking::indirect(&lower);
    let wonders = *indirect.get_or_insert(end.is_some());
    let from = if wonders { end.unwrap_or(0) } else { 0 };
    let mut at = from;
    while let Some(found) = lower[at..].find([' ', ',', ';']) {
        let place = at + found;
        at = place + 1;
        let Some(joint) = JOINTS.iter().find(|joint| lower[place..].starts_with(**joint)) else { continue };
        let (left, right) = (&lower[..place], &lower[place + joint.len()..]);
        if left.split_whitespace().count() >= 3 && goes_on(&lower[from..place], joint, right, wonders) {
            return Some((&text[..place], &text[place + joint.len()..]));
        }
    }
    None
}

fn goes_on(left: &str, joint: &str, right: &str, wonders: bool) -> bool {
    if right.split_whitespace().nth(1).is_none() {
        return false;
    }
    // «Hva koster det, når kommer det» has two; «…, hvor jeg bor» explains.
    if asking::begins(right) {
        return wonders || asks(left);
    }
    let listed = joint != ", " || asking::begins_with_question_word(left.trim_start());
    let whether = joint != ", " && ["om ", "whether ", "if "].iter().any(|word| right.starts_with(word));
    wonders && listed && (asking::begins_with_question_word(right) || whether)
}

/// Begins like a question, perhaps behind «Hei,».
fn asks(left: &str) -> bool {
    asking::begins(without_lead(left))
        || left.split_once(", ").is_some_and(|(_, rest)| asking::begins(rest))
        || asking::indirect(left).is_some()
}
