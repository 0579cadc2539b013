//! What something costs (gebyr): the line of the fee schedule in force that is about what was asked, with the amount as it stands.

use super::{letter::Letter, lookup, size, wording};
use crate::draft::brief::Excerpt;
use crate::evidence::{Origin, sentence, word};
use vocabulary::Language;

/// Lines told when several are equally near ("inntil 50 m²", "over 50 m²").
const LINES: usize = 3;

/// Answers with the amount; `false` when no line with an amount is about it.
pub(super) fn fee(letter: &mut Letter, question: &str) -> bool {
    let brief = letter.brief;
    let asked = wanted(&format!("{question} {}", brief.subject));
    nearest(letter, question, &asked) || {
        // "Vi skal bygge på huset. Hva blir gebyret?": what it is for stands before the question.
        let told = wanted(&brief.mail);
        !told.is_empty() && nearest(letter, question, &told)
    }
}

/// Tells the lines that are nearest to what is wanted; `false` where none is, or too many are.
fn nearest(letter: &mut Letter, question: &str, wanted: &[String]) -> bool {
    let priced: Vec<_> = letter
        .evidence()
        .filter(|excerpt| matches!(excerpt.origin, Origin::Fee | Origin::Article))
        .flat_map(lines)
        .collect();
    let score = |(excerpt, line): &(&Excerpt, &str)| {
        let own = word::shared(wanted, &word::stems(&priced_label(line)));
        let title = word::shared(wanted, &word::stems(&excerpt.title));
        // "Ny enebolig" is nearer to "enebolig" than "tilbygg til bolig".
        let exact = word::stems(&priced_label(line)).iter().filter(|stem| wanted.contains(stem)).count();
        (2 * own + title, exact, excerpt.origin == Origin::Fee)
    };
    let Some(best) = priced.iter().map(score).max() else { return false };
    let mut nearest: Vec<_> = priced.iter().filter(|line| score(line) == best).copied().collect();
    if is_difference(question) {
        nearest.retain(|(_, line)| is_difference(line));
    }
    if let Some(size) = size::of(question).or_else(|| size::of(&letter.brief.mail)) {
        nearest.retain(|(_, line)| size::admits(line, size));
    }
    // With no word in common only a single price can be meant.
    if nearest.is_empty() || best.0 == 0 && nearest.len() > 1 || nearest.len() > LINES {
        return false;
    }
    for (excerpt, line) in nearest {
        tell(letter, excerpt, line);
    }
    true
}

/// Whether a text is about how much more or less, which the price itself does not answer.
fn is_difference(text: &str) -> bool {
    const WORDS: [&str; 18] = [
        "lavere",
        "lågare",
        "høyere",
        "høgare",
        "billigere",
        "billegare",
        "dyrere",
        "dyrare",
        "redusert",
        "reduksjon",
        "rabatt",
        "moderasjon",
        "søskenmoderasjon",
        "lower",
        "higher",
        "cheaper",
        "reduced",
        "discount",
    ];
    let lower = text.to_lowercase();
    lower.split(|c: char| !c.is_alphabetic()).any(|word| WORDS.contains(&word))
}

/// What the price is asked of: not the words of any such question, nor the figures of an address or a size.
fn wanted(asked: &str) -> Vec<String> {
    let mut wanted = word::stems(asked);
    wanted.retain(|stem| !matches!(stem.as_str(), "søknad" | "m²" | "sats") && !stem.chars().any(char::is_numeric));
    wanted.retain(|stem| !word::is_kin("gebyr", stem) && !stem.starts_with("søknad"));
    wanted
}

/// Whether a sentence of a schedule is one of its lines: what something costs, or that it is in another price.
pub(super) fn is_line(line: &str) -> bool {
    priced(line).is_some() || unnumbered(line) != line || line.to_lowercase().contains("inkludert i gebyr")
}

/// What a line names, without its amount: the figures of a price say nothing of what it is for.
fn priced_label(line: &str) -> String {
    priced(line).map_or_else(|| line.to_owned(), |(label, _)| label)
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
    let label =
        if letter.language == Language::En { wording::quoted(&label, Language::En) } else { wording::lowered(&label) };
    let sentence = match letter.language {
        Language::En => format!("The fee for {label} is {amount}."),
        _ => format!("Gebyret for {label} er {amount}."),
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
