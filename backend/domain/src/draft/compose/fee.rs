//! What something costs (gebyr): the line of the fee schedule in force that is about what was asked, with the amount as it stands.

use super::{letter::Letter, lookup, wording};
use crate::draft::brief::Excerpt;
use crate::evidence::{Origin, sentence, word};
use vocabulary::Language;

/// Lines told when several are equally near ("inntil 50 m²", "over 50 m²").
const LINES: usize = 3;

/// Answers with the amount; `false` when no line with an amount is about it.
pub(super) fn fee(letter: &mut Letter, question: &str) -> bool {
    let asked = format!("{question} {}", letter.brief.subject);
    let wanted: Vec<_> = word::stems(&asked).into_iter().filter(|stem| stem != "gebyr").collect();
    let priced: Vec<_> = letter
        .evidence()
        .filter(|excerpt| matches!(excerpt.origin, Origin::Fee | Origin::Article))
        .flat_map(lines)
        .collect();
    let score = |(excerpt, line): &(&Excerpt, &str)| {
        let own = word::shared(&wanted, &word::stems(line));
        let title = word::shared(&wanted, &word::stems(&excerpt.title));
        (2 * own + title, excerpt.origin == Origin::Fee)
    };
    let Some(best) = priced.iter().map(score).max() else { return false };
    let nearest: Vec<_> = priced.iter().filter(|line| score(line) == best).copied().collect();
    // With no word in common only a single price can be meant.
    if best.0 == 0 && nearest.len() > 1 || nearest.len() > LINES {
        return false;
    }
    for (excerpt, line) in nearest {
        tell(letter, excerpt, line);
    }
    true
}

/// The lines of an excerpt that state an amount.
fn lines(excerpt: &Excerpt) -> impl Iterator<Item = (&Excerpt, &str)> {
    let ranges = sentence::split(&excerpt.text).into_iter();
    ranges.map(move |range| (excerpt, &excerpt.text[range])).filter(|(_, line)| has_amount(line))
}

fn has_amount(line: &str) -> bool {
    let lower = line.to_lowercase();
    if ["gratis", "kostnadsfri", "inkludert i gebyr", "free of charge"].iter().any(|word| lower.contains(word)) {
        return true;
    }
    let money = ["kr ", "kr.", "kr\u{a0}", " kroner", " kr", "nok", ",-"].iter().any(|sign| lower.contains(sign));
    money && line.chars().any(|c| c.is_ascii_digit())
}

fn tell(letter: &mut Letter, excerpt: &Excerpt, line: &str) {
    let Some((label, amount)) = priced(line) else {
        return lookup::tell(letter, excerpt, &[unnumbered(line).to_owned()]);
    };
    let bridged = letter.is_under_way();
    let label =
        if letter.language == Language::En { wording::quoted(&label, Language::En) } else { wording::lowered(&label) };
    let sentence = match (letter.language, bridged) {
        (Language::En, false) => format!("The fee for {label} is {amount}."),
        (Language::En, true) => format!("As for the price, the fee for {label} is {amount}."),
        (_, false) => format!("Gebyret for {label} er {amount}."),
        (Language::Nn, true) => format!("Når det gjeld prisen, er gebyret for {label} {amount}."),
        (_, true) => format!("Når det gjelder prisen, er gebyret for {label} {amount}."),
    };
    letter.claim(sentence, &[excerpt.number]);
}

/// "Punkt 6.2: Ferdigattest …" without the number of the line: that is for the schedule, not for the citizen.
fn unnumbered(line: &str) -> &str {
    let number = |lead: &str| {
        lead.chars().any(|c| c.is_ascii_digit()) && lead.chars().count() <= 12 && lead.split_whitespace().count() <= 2
    };
    line.split_once(": ").filter(|(lead, _)| number(lead)).map_or(line, |(_, rest)| rest)
}

/// "Tilbygg inntil 50 m²: kr 12 500" in its two halves; `None` for a line that is a sentence of its own.
fn priced(line: &str) -> Option<(String, String)> {
    let line = wording::borrowed(unnumbered(line));
    let (label, amount) = line.rsplit_once(": ")?;
    let amount = amount.trim().trim_end_matches('.');
    let begins = amount.starts_with(|c: char| c.is_ascii_digit()) || amount.to_lowercase().starts_with("kr");
    let label = label.trim().trim_start_matches("Gebyr for ").trim_start_matches("Gebyret for ").trim();
    (begins && amount.chars().count() <= 60 && !label.is_empty() && !label.contains(['.', ':']))
        .then(|| (label.to_owned(), amount.to_owned()))
}
