//! Answers from the case itself (om saken): how far it has come, who has it, what is missing, which documents.

use super::{
    asked::Asked,
    facts::{Entry, Facts, Status, day},
    letter::Letter,
    lookup,
    topic::Topic,
    wording,
};
use crate::draft::brief::Excerpt;
use crate::evidence::{Origin, sentence, word};
use vocabulary::Language;

/// How far the case has come, with whom, and what happened last in it.
pub(super) fn status(letter: &mut Letter) -> bool {
    let Some(facts) = Facts::among(letter.evidence()) else { return false };
    let Some(status) = facts.status else { return false };
    let case = named(letter, &facts);
    let state = state(letter, &facts, status);
    let sentence = match (letter.language, letter.is_under_way()) {
        (Language::Nn, true) => format!("Når det gjeld saka di, {case}, {}.", state.with("ho")),
        (Language::Nn, false) => format!("Saka di, {case}, {}.", state.plain()),
        (Language::En, true) => format!("As for your case, {case}, it {}.", state.plain()),
        (Language::En, false) => format!("Your case, {case}, {}.", state.plain()),
        (_, true) => format!("Når det gjelder saken din, {case}, {}.", state.with("den")),
        (_, false) => format!("Saken din, {case}, {}.", state.plain()),
    };
    letter.claim(sentence, &[facts.source]);
    last_event(letter, &facts);
    true
}

/// How far the case has come and, where it has ended, how.
pub(super) fn progress(letter: &mut Letter) -> bool {
    let found = status(letter);
    let facts = Facts::among(letter.evidence());
    let ended =
        facts.and_then(|facts| facts.status).is_some_and(|status| matches!(status, Status::Closed | Status::Finished));
    if found && ended {
        decision(letter);
    }
    found
}

/// How the case ended: the sentence of our newest decision (vedtak) that decides, where there is one.
fn decision(letter: &mut Letter) {
    const DECIDES: [&str; 13] = [
        "gir ",
        "gjev ",
        "innvilg",
        "avsl",
        "godkjen",
        "tillatelse",
        "løyve",
        "vedtatt",
        "vedteke",
        "medhold",
        "medhald",
        "granted",
        "refused",
    ];
    let decides = |text: &str| {
        let lower = text.to_lowercase();
        DECIDES.iter().any(|word| lower.contains(word))
    };
    let mut letters = ours(letter);
    letters.retain(|excerpt| word::shared(&word::stems(&excerpt.title), &["vedtak".to_owned()]) > 0);
    letters.sort_by_key(|excerpt| std::cmp::Reverse(excerpt.date));
    let found = letters.into_iter().find_map(|excerpt| {
        let mut sentences = sentence::split(&excerpt.text).into_iter().map(|range| excerpt.text[range].to_owned());
        sentences.find(|text| decides(text)).map(|said| (excerpt, said))
    });
    if let Some((excerpt, said)) = found {
        lookup::tell(letter, excerpt, &[said]);
    }
}

/// Whether what the citizen asks of has come in, as the journal says it.
pub(super) fn received(letter: &mut Letter, asked: &Asked) -> bool {
    let Some(facts) = Facts::among(letter.evidence()) else { return false };
    let wanted = word::stems(&format!("{} {}", asked.clause, asked.context));
    // "kartet" asks of "Situasjonskart": the last part of a compound is its kind.
    let is_kind = |want: &String, stem: &String| {
        word::is_kin(want, stem) || want.chars().count() >= 4 && stem.ends_with(want.as_str())
    };
    let meets = |entry: &&Entry| {
        let title = word::stems(&entry.title);
        !entry.sent && wanted.iter().any(|want| title.iter().any(|stem| is_kind(want, stem)))
    };
    let Some(entry) = facts.journal.iter().flatten().filter(meets).max_by_key(|entry| entry.on) else { return false };
    let sentence = event(letter, entry, false);
    letter.claim(sentence, &[facts.source]);
    true
}

/// A predicate in two words: "er" and "under behandling hos Ola Nes i Byggesak".
struct State(&'static str, String);

impl State {
    fn plain(&self) -> String {
        format!("{} {}", self.0, self.1)
    }

    /// With its subject behind the verb, as Norwegian has it after an adverbial.
    fn with(&self, subject: &str) -> String {
        format!("{} {subject} {}", self.0, self.1)
    }
}

fn state(letter: &mut Letter, facts: &Facts, status: Status) -> State {
    let language = letter.language;
    let closed = facts.closed.as_deref().map(|text| written(text, language));
    let is = language.pick("er", "er", "has been");
    match (status, closed) {
        (Status::Handled, _) => {
            let handled = language.pick("under behandling", "under handsaming", "being processed");
            State(language.pick("er", "er", "is"), format!("{handled}{}", with(letter, facts)))
        }
        (Status::Closed | Status::Finished, Some(day)) => State(
            language.pick("ble", "vart", "was"),
            format!("{} {day}", language.pick("avsluttet", "avslutta", "closed on")),
        ),
        (Status::Closed, None) => State(is, language.pick("avsluttet", "avslutta", "closed").to_owned()),
        (Status::Finished, None) => {
            State(is, language.pick("ferdig behandlet", "ferdig handsama", "concluded").to_owned())
        }
        (Status::Registered, _) => {
            State(is, language.pick("registrert hos oss", "registrert hos oss", "registered with us").to_owned())
        }
        (Status::Dropped, _) => State(is, language.pick("utgått", "utgått", "withdrawn").to_owned()),
    }
}

/// " hos Ola Nes i Byggesak", and the letter has then said who.
fn with(letter: &mut Letter, facts: &Facts) -> String {
    let Some(who) = responsible(letter, facts) else { return String::new() };
    letter.names_responsible = true;
    format!(" {} {who}", letter.pick("hos", "hos", "by"))
}

/// Number and title: "2026/1234 «Søknad om tilbygg»".
fn named(letter: &Letter, facts: &Facts) -> String {
    let number = facts.number.clone().or_else(|| letter.brief.case.map(|number| number.to_string()));
    let title = facts.title.as_deref().map(|title| wording::quoted(title, letter.language));
    [number, title].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// "Ola Nes i Byggesak".
pub(super) fn responsible(letter: &Letter, facts: &Facts) -> Option<String> {
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

/// The newest that came in or went out, so that the citizen sees where the case stands; else when it began, and the newest document.
fn last_event(letter: &mut Letter, facts: &Facts) {
    if let Some(entry) = facts.newest() {
        let sentence = event(letter, entry, false);
        return letter.claim(sentence, &[facts.source]);
    }
    if facts.closed.is_none()
        && let Some(opened) = facts.opened.as_deref().map(|text| written(text, letter.language))
    {
        let lead = letter.pick("Saken ble opprettet", "Saka vart oppretta", "It was opened on");
        letter.claim(format!("{lead} {opened}."), &[facts.source]);
    }
    // What opened the case, or came before it, is no news.
    let opened = facts.opened.as_deref().and_then(day);
    let dated = letter.evidence().filter(|excerpt| excerpt.origin == Origin::Document && excerpt.date > opened);
    let Some(document) = dated.max_by_key(|excerpt| excerpt.date) else { return };
    let name = document_name(document, letter.language);
    let lead = letter.pick(
        "Det nyeste dokumentet i saken er",
        "Det nyaste dokumentet i saka er",
        "The newest document in the case is",
    );
    letter.claim(format!("{lead} {name}."), &[document.number]);
}

/// "Vi mottok «Situasjonskart» 16. november 2026.", or as what came after something else.
fn event(letter: &Letter, entry: &Entry, after: bool) -> String {
    let title = wording::quoted(&entry.title, letter.language);
    let lead = match (entry.sent, after) {
        (_, true) => letter.pick("Etter det har vi mottatt", "Etter det har vi fått", "Since then we have received"),
        (true, _) => letter.pick("Vi sendte", "Vi sende", "We sent"),
        (false, _) => letter.pick("Vi mottok", "Vi fekk", "We received"),
    };
    let on = match (letter.language, after) {
        (Language::En, true) => format!(" ({})", wording::date(entry.on, letter.language)),
        (Language::En, false) => format!(" on {}", wording::date(entry.on, letter.language)),
        _ => format!(" {}", wording::date(entry.on, letter.language)),
    };
    format!("{lead} {title}{on}.")
}

/// "«Mangelbrev» fra 3. februar 2026".
fn document_name(document: &Excerpt, language: Language) -> String {
    let title = wording::quoted(&wording::borrowed(&document.title), language);
    let of = language.pick("fra", "frå", "of");
    document.date.map_or_else(|| title.clone(), |date| format!("{title} {of} {}", wording::date(date, language)))
}

/// Who has the case; nothing more where the letter says so already.
pub(super) fn who(letter: &mut Letter) -> bool {
    if letter.names_responsible {
        return true;
    }
    let Some(facts) = Facts::among(letter.evidence()) else { return false };
    let Some(who) = responsible(letter, &facts) else { return false };
    letter.names_responsible = true;
    let sentence = match letter.language {
        Language::Nn => format!("Det er {who} som har ansvaret for saka di."),
        Language::En => format!("{who} is responsible for your case."),
        _ => format!("Det er {who} som har ansvaret for saken din."),
    };
    letter.claim(sentence, &[facts.source]);
    true
}

/// Whether the citizen says to have applied already, and to have heard nothing.
pub(super) fn waits(mail: &str) -> bool {
    const WAITING: [&str; 12] = [
        "ikke fått svar",
        "ikkje fått svar",
        "ikke hørt noe",
        "ikkje høyrt noko",
        "ikke hørt fra",
        "ikkje høyrt frå",
        "ennå ikke hørt",
        "venter fortsatt",
        "ventar framleis",
        "har ventet",
        "have not heard",
        "no answer yet",
    ];
    let mail = mail.to_lowercase();
    WAITING.iter().any(|words| mail.contains(words))
}

/// The documents of the case that we wrote ourselves, as far as its journal tells: what others wrote is not ours to answer with.
pub(super) fn ours<'a>(letter: &Letter<'a>) -> Vec<&'a Excerpt> {
    let facts = Facts::among(letter.evidence());
    let own = |excerpt: &&Excerpt| facts.as_ref().and_then(|facts| facts.wrote_on(excerpt.date)) != Some(false);
    letter.evidence().filter(|excerpt| excerpt.origin == Origin::Document).filter(own).collect()
}

/// What is missing, as our newest letter in the case says it. What came in after that letter may be just that: then a person says
/// what is left.
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
    let Some(facts) = Facts::among(letter.evidence()) else { return true };
    let since: Vec<_> = facts.received_after(excerpt.date).map(|entry| event(letter, entry, true)).collect();
    let Some(last) = since.last() else { return true };
    letter.claim(last.clone(), &[facts.source]);
    letter.leave_open(letter.pick(
        "Nå mangler vi ⟦det som fortsatt mangler, eller ingenting⟧.",
        "No manglar vi ⟦det som framleis manglar, eller ingenting⟧.",
        "We still need ⟦what is still missing, or nothing⟧.",
    ));
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

/// How far the case has come, told before something that only a person knows; a gap where the case does not say.
pub(super) fn status_or_gap(letter: &mut Letter) {
    if !status(letter) && letter.brief.case.is_some() {
        letter.missing("", Topic::Status);
    }
}
