//! How things are done (framgangsmåte): the steps of an application, and who decides a complaint, as our own articles tell them.

use super::{letter::Letter, lookup, topic::Topic, wanted, wording};
use crate::draft::brief::Excerpt;
use crate::evidence::{Origin, sentence, word};
use std::cmp::Reverse;

/// Sentences of a guide; who applies needs each step, but no more than can be read at once.
const STEPS: usize = 4;

/// The steps of an application: from the article that is about what is applied for, the sentences that say what to do.
pub(super) fn apply(letter: &mut Letter, question: &str) -> bool {
    let about = about(question, letter, &["søknad", "hvordan", "korleis", "skjema"]);
    let guide = |excerpt: &&Excerpt| excerpt.origin == Origin::Article && steps(excerpt).next().is_some();
    let near = |excerpt: &Excerpt| {
        let title = word::shared(&about, &word::stems(&excerpt.title));
        (
            title > 0,
            word::shared(&about, &word::stems(&excerpt.text)) + 2 * title,
            wording::fits(&excerpt.text, letter.language),
        )
    };
    let best = letter.evidence().filter(guide).max_by_key(|excerpt| (near(excerpt), Reverse(excerpt.number)));
    let Some(excerpt) = best.filter(|excerpt| near(excerpt).0) else { return false };
    let meant = |text: &&str| !wanted::is_of_another(&about, &excerpt.title, text);
    let said: Vec<String> = steps(excerpt).filter(meant).take(STEPS).map(str::to_owned).collect();
    lookup::tell(letter, excerpt, &said);
    true
}

/// Words that a question turns on, with those of the subject line, without those that any such question has.
fn about(question: &str, letter: &Letter, common: &[&str]) -> Vec<String> {
    let mut stems = word::stems(&format!("{question} {}", letter.brief.subject));
    stems.retain(|stem| !common.contains(&stem.as_str()) && !stem.chars().any(char::is_numeric));
    stems
}

/// The sentences that tell the reader what to do.
fn steps(excerpt: &Excerpt) -> impl Iterator<Item = &str> {
    const DO: [&str; 24] = [
        "send", "bruk", "legg", "fyll", "søk", "lever", "skriv", "logg", "last", "husk", "vedlegg", "ta", "set",
        "sett", "nytt", "use", "attach", "apply", "fill", "submit", "log", "include", "remember", "write",
    ];
    const TELLS: [&str; 13] = [
        "må du søke",
        "må du søkje",
        "du søker",
        "du søkjer",
        "søker du",
        "søkjer du",
        "søknadsfrist",
        "skal du sende",
        "må sendes",
        "må sendast",
        "you need a",
        "you apply",
        "you must apply",
    ];
    let is_step = |text: &&str| {
        let lower = text.to_lowercase();
        let first = lower.split(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty()).unwrap_or_default();
        DO.contains(&first) || TELLS.iter().any(|tells| lower.contains(tells))
    };
    sentence::split(&excerpt.text).into_iter().map(|range| &excerpt.text[range]).filter(is_step)
}

/// Who decides a complaint: the sentence of an article about complaints of this kind that names the appeal body (klageinstans).
pub(super) fn appeal(letter: &mut Letter, question: &str) -> bool {
    let about = about(question, letter, &["klage", "sak", "vedtak"]);
    let said = |excerpt: &'_ Excerpt| {
        let ranges = sentence::split(&excerpt.text).into_iter();
        let names = |text: &String| {
            let lower = text.to_lowercase();
            let body = ["klageinstans", "avgjør klag", "avgjer klag", "avgjøres av", "appeal body", "decides the"];
            body.iter().any(|word| lower.contains(word)) && !lower.contains("ikke til klageinstans")
        };
        ranges.map(|range| excerpt.text[range].to_owned()).find(|text| names(text) && !says_only_that_it_goes_on(text))
    };
    let near = |excerpt: &Excerpt| word::shared(&about, &word::stems(&excerpt.title));
    let articles = letter.evidence().filter(|excerpt| matches!(excerpt.origin, Origin::Article | Origin::Law));
    let found =
        articles.filter(|excerpt| near(excerpt) > 0).filter_map(|excerpt| said(excerpt).map(|said| (excerpt, said)));
    let Some((excerpt, said)) = found.max_by_key(|(excerpt, _)| (near(excerpt), Reverse(excerpt.number))) else {
        return false;
    };
    lookup::tell(letter, excerpt, &[said]);
    true
}

/// "Vi … sender den til klageinstansen hvis vi ikke endrer vedtaket" names nobody.
pub(super) fn says_only_that_it_goes_on(text: &str) -> bool {
    let lower = text.to_lowercase();
    lower.contains("klageinstans") && ["sender", "sende "].iter().any(|word| lower.contains(word))
}

/// Whether a topic has a procedure of its own, and what it says.
pub(super) fn told(letter: &mut Letter, question: &str, topic: Topic) -> bool {
    match topic {
        Topic::Apply => apply(letter, question),
        Topic::Appeal => appeal(letter, question),
        _ => false,
    }
}
