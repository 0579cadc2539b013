//! Answers from the case itself (om saken): status, who has it, what is missing, when an answer comes, which documents.

use super::{
    facts::{Facts, Status, day},
    letter::Letter,
    lookup, wording,
};
use crate::draft::brief::Excerpt;
use crate::evidence::{Origin, sentence, word};
use jiff::civil::Date;
use vocabulary::Language;

/// How far the case has come, since when, and who has it.
pub(super) fn status(letter: &mut Letter) -> bool {
    status_but_for(letter, None)
}

/// The same, without the newest letter when that is of `told`: what it says follows.
fn status_but_for(letter: &mut Letter, told: Option<Date>) -> bool {
    let Some(facts) = Facts::among(letter.evidence()) else { return false };
    let Some(status) = facts.status else { return false };
    let state = state(letter.language, status);
    let case = named(letter, &facts);
    let sentence = match (letter.language, letter.is_under_way()) {
        (Language::Nn, true) => format!("Når det gjeld saka di, {case}, er ho {state}."),
        (Language::Nn, false) => format!("Saka di, {case}, er {state}."),
        (Language::En, true) => format!("As for your case, {case}, it {state}."),
        (Language::En, false) => format!("Your case, {case}, {state}."),
        (_, true) => format!("Når det gjelder saken din, {case}, er den {state}."),
        (_, false) => format!("Saken din, {case}, er {state}."),
    };
    letter.claim(sentence, &[facts.source]);
    background(letter, &facts);
    if told.is_none() || facts.newest.as_ref().map(|entry| entry.on) != told {
        newest(letter, &facts);
    }
    true
}

fn state(language: Language, status: Status) -> &'static str {
    match status {
        Status::Handled => language.pick("under behandling", "under handsaming", "is being processed"),
        Status::Registered => language.pick("registrert hos oss", "registrert hos oss", "has been registered with us"),
        Status::Closed => language.pick("avsluttet", "avslutta", "has been closed"),
        Status::Dropped => language.pick("utgått", "utgått", "has been withdrawn"),
    }
}

/// Number and title: "2026/1234 «Søknad om tilbygg»".
fn named(letter: &Letter, facts: &Facts) -> String {
    let number = facts.number.clone().or_else(|| letter.brief.case.map(|number| number.to_string()));
    let title = facts.title.as_deref().map(|title| wording::quoted(title, letter.language));
    [number, title].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Opened when, and with whom; one sentence.
fn background(letter: &mut Letter, facts: &Facts) {
    if let Some(closed) = facts.closed.as_deref().map(|text| written(text, letter.language)) {
        let lead = letter.pick("Saken ble avsluttet", "Saka vart avslutta", "It was closed on");
        return letter.claim(format!("{lead} {closed}."), &[facts.source]);
    }
    let opened = facts.opened.as_deref().map(|text| written(text, letter.language));
    let who = responsible(letter, facts);
    let sentence = match (opened, who, letter.language) {
        (Some(day), Some(who), Language::Nn) => format!("Saka vart oppretta {day}, og det er {who} som har ansvaret."),
        (Some(day), Some(who), Language::En) => format!("It was opened on {day}, and {who} is responsible for it."),
        (Some(day), Some(who), _) => format!("Saken ble opprettet {day}, og det er {who} som har ansvaret."),
        (Some(day), None, language) => {
            let opened = language.pick("Saken ble opprettet", "Saka vart oppretta", "It was opened on");
            format!("{opened} {day}.")
        }
        (None, Some(who), language) => in_charge(&who, language),
        (None, None, _) => return,
    };
    letter.claim(sentence, &[facts.source]);
}

fn responsible(letter: &Letter, facts: &Facts) -> Option<String> {
    let name = facts.responsible.as_deref()?;
    Some(match (facts.unit.as_deref(), letter.language) {
        (Some(unit), Language::En) => format!("{name} ({unit})"),
        (Some(unit), _) => format!("{name} i {unit}"),
        (None, _) => name.to_owned(),
    })
}

fn written(text: &str, language: Language) -> String {
    day(text).map_or_else(|| text.to_owned(), |day| wording::date(day, language))
}

/// The newest that came in or went out, so that the citizen sees where the case stands; else the newest document at hand.
fn newest(letter: &mut Letter, facts: &Facts) {
    if let Some(entry) = &facts.newest {
        let title = wording::quoted(&entry.title, letter.language);
        let lead = if entry.sent {
            letter.pick("Vi sendte", "Vi sende", "We sent")
        } else {
            letter.pick("Vi mottok", "Vi fekk", "We received")
        };
        let on = letter.pick("", "", "on ");
        return letter
            .claim(format!("{lead} {title} {on}{}.", wording::date(entry.on, letter.language)), &[facts.source]);
    }
    // What opened the case is no news.
    let opened = facts.opened.as_deref().and_then(day);
    let dated = letter
        .evidence()
        .filter(|excerpt| excerpt.origin == Origin::Document && excerpt.date.is_some() && excerpt.date != opened);
    let Some(document) = dated.max_by_key(|excerpt| excerpt.date) else { return };
    let name = document_name(document, letter.language);
    let lead =
        letter.pick("Blant dokumentene i saken er", "Mellom dokumenta i saka er", "Among the documents in the case is");
    letter.claim(format!("{lead} {name}."), &[document.number]);
}

/// "«Mangelbrev» av 3. februar 2026".
fn document_name(document: &Excerpt, language: Language) -> String {
    let title = wording::quoted(&wording::borrowed(&document.title), language);
    let of = language.pick("av", "frå", "of");
    document.date.map_or_else(|| title.clone(), |date| format!("{title} {of} {}", wording::date(date, language)))
}

/// Who has the case.
pub(super) fn who(letter: &mut Letter) -> bool {
    let Some(facts) = Facts::among(letter.evidence()) else { return false };
    let Some(who) = responsible(letter, &facts) else { return false };
    letter.claim(in_charge(&who, letter.language), &[facts.source]);
    true
}

fn in_charge(who: &str, language: Language) -> String {
    match language {
        Language::Nn => format!("Det er {who} som har ansvaret for saka di."),
        Language::En => format!("{who} is responsible for your case."),
        _ => format!("Det er {who} som har ansvaret for saken din."),
    }
}

/// When an answer comes: never a promise of our own, only what a source about the same says; else a gap after the status.
pub(super) fn when(letter: &mut Letter, question: &str) -> bool {
    let found = says_by_when(letter, question);
    if !letter.is_under_way() {
        status_but_for(letter, found.as_ref().and_then(|(excerpt, _)| excerpt.date));
    }
    let Some((excerpt, said)) = found else {
        letter.missing("", super::Topic::When);
        return true;
    };
    lookup::tell(letter, excerpt, &[said]);
    if excerpt.origin != Origin::Document && waits(&letter.brief.mail) {
        // The usual time is no answer to somebody who has waited longer than that.
        letter.missing("", super::Topic::When);
    }
    true
}

/// Whether the citizen says to have applied already, and to have heard nothing.
pub(super) fn waits(mail: &str) -> bool {
    const WAITING: [&str; 9] = [
        "ikke fått svar",
        "ikkje fått svar",
        "ikke hørt noe",
        "ikkje høyrt noko",
        "ennå ikke hørt",
        "venter fortsatt",
        "ventar framleis",
        "have not heard",
        "no answer yet",
    ];
    let mail = mail.to_lowercase();
    WAITING.iter().any(|words| mail.contains(words))
}

/// The sentence of a source that says by when an answer comes, with its source.
fn says_by_when<'a>(letter: &Letter<'a>, question: &str) -> Option<(&'a Excerpt, String)> {
    let about = word::stems(&format!("{question} {}", letter.brief.subject));
    let articles = letter.evidence().filter(|excerpt| matches!(excerpt.origin, Origin::Article | Origin::Fee));
    let sources = ours(letter).into_iter().chain(articles);
    let mut found: Option<(&Excerpt, String)> = None;
    for excerpt in sources.filter(|excerpt| near(excerpt, &about)) {
        let sentences = sentence::split(&excerpt.text).into_iter().map(|range| &excerpt.text[range]);
        let said = sentences.filter(|text| says_when(text)).max_by_key(|text| word::shared(&about, &word::stems(text)));
        // A letter in the case itself is nearer than any article, the newest the nearest.
        let newer = |best: &Excerpt| {
            (excerpt.origin == Origin::Document, excerpt.date) > (best.origin == Origin::Document, best.date)
        };
        if let Some(said) = said
            && found.as_ref().is_none_or(|(best, _)| newer(best))
        {
            found = Some((excerpt, said.to_owned()));
        }
    }
    found
}

/// The documents of the case that we wrote ourselves, as far as its journal tells: what others wrote is not ours to answer with.
fn ours<'a>(letter: &Letter<'a>) -> Vec<&'a Excerpt> {
    let written = Facts::among(letter.evidence()).and_then(|facts| facts.written);
    let own = |excerpt: &&Excerpt| match (&written, excerpt.date) {
        (Some(days), Some(date)) => days.contains(&date),
        (Some(_), None) => false,
        (None, _) => true,
    };
    letter.evidence().filter(|excerpt| excerpt.origin == Origin::Document).filter(own).collect()
}

fn near(excerpt: &Excerpt, about: &[String]) -> bool {
    excerpt.origin == Origin::Document || word::shared(about, &word::stems(&excerpt.title)) > 0
}

/// Whether a sentence says by when something is answered.
fn says_when(text: &str) -> bool {
    let lower = text.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let answers = [
        "behandlingstid",
        "handsamingstid",
        "vente svar",
        "svar innen",
        "svar innan",
        "vi behandler",
        "vi behandlar",
        "vi svarer",
        "vi svarar",
        "processing time",
        "are handled",
    ];
    let long = ["uke", "veke", "dager", "dagar", "måned", "månad", "week", "month", "days"];
    has(&answers) && (has(&long) || lower.contains(char::is_numeric))
}

/// What is missing, as a letter in the case says it.
pub(super) fn missing(letter: &mut Letter) -> bool {
    const CUES: [&str; 5] = ["mangl", "ettersend", "vi trenger", "vi treng ", "missing"];
    let mut documents = ours(letter);
    documents.sort_by_key(|excerpt| std::cmp::Reverse(excerpt.date));
    let found = documents.into_iter().find_map(|excerpt| {
        let said: Vec<_> = sentence::split(&excerpt.text)
            .into_iter()
            .map(|range| excerpt.text[range].to_owned())
            .filter(|text| CUES.iter().any(|cue| text.to_lowercase().contains(cue)))
            .take(2)
            .collect();
        (!said.is_empty()).then_some((excerpt, said))
    });
    let Some((excerpt, said)) = found else { return false };
    lookup::tell(letter, excerpt, &said);
    true
}

/// Which documents there are, by title and date.
pub(super) fn documents(letter: &mut Letter) -> bool {
    let documents: Vec<_> = letter.evidence().filter(|excerpt| excerpt.origin == Origin::Document).take(6).collect();
    let names: Vec<_> = documents.iter().map(|document| document_name(document, letter.language)).collect();
    let Some((last, first)) = names.split_last() else { return false };
    let and = letter.pick("og", "og", "and");
    let list = if first.is_empty() { last.clone() } else { format!("{} {and} {last}", first.join(", ")) };
    let lead = letter.pick(
        "Disse dokumentene er registrert i saken:",
        "Desse dokumenta er registrerte i saka:",
        "These documents are registered in the case:",
    );
    let numbers: Vec<_> = documents.iter().map(|document| document.number).collect();
    letter.claim(format!("{lead} {list}."), &numbers);
    true
}
