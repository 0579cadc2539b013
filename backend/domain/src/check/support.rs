//! Support (dekning): each sentence held, value by value, against the evidence it cites.

use super::{
    binding,
    claim::Stance,
    computed::{self, Computed},
    denial,
    known::{self, Known, same, unit},
    look::{Line, Look},
};
use crate::{
    evidence::word,
    scan::pattern::Pattern,
    value::{Kind, Strength, Value},
};
use vocabulary::Span;

/// How the evidence bears a sentence or a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bearing {
    /// Borne by a cited source.
    Supported,
    /// In no cited source.
    Unsupported,
    /// A cited source says otherwise.
    Contradicted,
    /// It claims nothing.
    NoClaim,
}

/// A sentence with its bearing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessed {
    /// Its place in the marked text.
    pub span: Span,
    /// Its words.
    pub text: String,
    /// What it cites.
    pub citations: Vec<u16>,
    /// How it is borne.
    pub bearing: Bearing,
    /// Its values (spans in the marked text), each with its bearing and the evidence that bears it.
    pub values: Vec<(Value, Bearing, Vec<u16>)>,
}

/// The sentence says that it repeats what the citizen wrote.
static REPEATS: Pattern = Pattern::new(concat!(
    r"\bdu (?:skriver|skriv|skrev|skreiv|spør|spurde|spurte|opplyser|opplyste|nevner|nemner|oppgir|oppgav|ber|bad|viser til|sendte|sende)\b|",
    r"\b(?:henvendelsen|e-posten|eposten|meldingen|meldinga|førespurnaden|spørsmålet) (?:di[nt]?|ditt|deres|dykkar|av|fra|frå)\b|",
    r"\byou (?:wrote|asked|write|state|mention)|\byour (?:e-?mail|message|inquiry|enquiry|letter)\b",
));
/// The sentence says when the mail came.
static CAME: Pattern = Pattern::new(
    r"\b(?:mottok|mottatt|motteke|fekk|fikk|fått|received|kom)\b|\b(?:søknaden|klagen|klaga|kravet|innsynskravet) (?:di[nt]?|ditt|av|fra|frå)\b|\byour (?:request|complaint|application)",
);
/// The sentence is about when we answer, and so may name the time the law gives us.
static ANSWERS: Pattern = Pattern::new(
    r"\b(?:fra|frå) (?:vi|at vi) (?:fikk|fekk|mottok)|\bfrom when we received|\b(?:svar|svare|svarer|svarar|behandle|behandler|handsame|answer|reply|respond|hear from us|avgjøre|avgjere)\b|\bforeløpig|\bførebels",
);
static APPEALS: Pattern = Pattern::new(r"\bklage|\bklag|\bappeal");

/// Gives every line of `look` its bearing.
pub(super) fn assess(look: &mut Look) {
    let bearings: Vec<_> = look.lines.iter().map(|line| sentence(look, line)).collect();
    for (line, (bearing, values)) in look.lines.iter_mut().zip(bearings) {
        line.assessed.bearing = bearing;
        line.assessed.values = values;
    }
}

type Values = Vec<(Value, Bearing, Vec<u16>)>;

fn sentence(look: &Look, line: &Line) -> (Bearing, Values) {
    let values: Values = line.assessed.values.iter().map(|(value, ..)| weigh(look, line, value)).collect();
    let bearing = match line.stance {
        Stance::Courtesy | Stance::Closing => Bearing::NoClaim,
        Stance::Claims => overall(look, line, &values),
    };
    (bearing, values)
}

fn overall(look: &Look, line: &Line, values: &Values) -> Bearing {
    let any = |wanted| values.iter().any(|(_, bearing, _)| *bearing == wanted);
    let sources = held_against(look, line);
    let nearest = nearest(line, &sources);
    if any(Bearing::Contradicted) || is_turned(look, line, &nearest) {
        return Bearing::Contradicted;
    }
    if any(Bearing::Unsupported) || names_a_sign(look, line, &sources) {
        return Bearing::Unsupported;
    }
    let claimed: Vec<_> = values.iter().filter(|(_, bearing, _)| *bearing == Bearing::Supported).collect();
    let from_mail = !claimed.is_empty() && claimed.iter().all(|(.., evidence)| evidence.is_empty());
    if from_mail || borne_by_words(look, line, claimed.len(), (&sources, &nearest)) {
        Bearing::Supported
    } else {
        Bearing::Unsupported
    }
}

/// Signs with figures that are no value: a road, a form, a room.
static SIGN: Pattern = Pattern::new(r"[\p{L}\d-]*\d[\p{L}\d-]*");

/// Whether a sentence names such a sign that neither its sources nor the mail has.
fn names_a_sign(look: &Look, line: &Line, sources: &[&Known]) -> bool {
    let words = look.words(line);
    let known = |sign: &str| {
        let there = sources.iter().any(|known| known.text.contains(sign));
        there || look.mail.as_ref().is_some_and(|mail| mail.written.contains(sign))
    };
    let of_value = |sign: &str| line.assessed.values.iter().any(|(value, ..)| value.text.to_lowercase().contains(sign));
    let mut signs = SIGN.find_iter(words).map(|found| found.as_str());
    signs.any(|sign| sign.contains(char::is_alphabetic) && !of_value(sign) && !known(sign))
}

/// Whether the words of a sentence are those of these sources: half of them, fewer where its values are borne too;
/// and it must not deny what they say, nor say what they deny.
fn borne_by_words(look: &Look, line: &Line, values: usize, (sources, nearest): Held) -> bool {
    let has = |stem: &&String| sources.iter().any(|known| known.stems.has(stem));
    let shared = line.stems.iter().filter(has).count();
    let wanted = if values > 0 { line.stems.len() / 4 } else { line.stems.len().div_ceil(2) };
    // A case number says by itself what the sentence is about.
    let numbered = line.assessed.values.iter().any(|(value, ..)| value.kind == Kind::CaseNumber);
    let words = known::plain(look.words(line));
    if sources.iter().any(|known| known.has(words.trim_end_matches(['.', '!', ' ']))) {
        return true;
    }
    if line.stems.is_empty() {
        return values > 0;
    }
    (shared >= wanted.max(1) || values > 0 && numbered) && !is_denied_by(look, line, nearest)
}

/// The sentences of the sources that are nearest to a line, where they are near: two thirds of its words and more than one.
fn nearest<'l>(line: &Line, sources: &[&'l Known]) -> Vec<&'l known::Passage> {
    let near: Vec<_> = sources.iter().flat_map(|known| known.sharing(&line.stems)).collect();
    let best = near.iter().map(|(shared, _)| *shared).max().unwrap_or(0);
    let close = best * 3 >= line.stems.len() * 2 && best > 1;
    near.into_iter().filter(|(shared, _)| close && *shared == best).map(|(_, passage)| passage).collect()
}

/// Sources, and the sentences of theirs that are nearest to a line.
type Held<'h> = (&'h [&'h Known<'h>], &'h [&'h known::Passage]);

/// Whether the nearest sentence of the sources says the opposite: the same words, but a denial in only one of the two.
fn is_denied_by(look: &Look, line: &Line, nearest: &[&known::Passage]) -> bool {
    let denies = denial::denies(look.words(line));
    let opposes =
        |passage: &&known::Passage| passage.denies != denies && (denies || binding::denies_near(passage, &line.stems));
    !nearest.is_empty() && nearest.iter().all(opposes)
}

/// Whether a line says, word for word but for the denial, what the nearest sentences deny, or denies what they say.
fn is_turned(look: &Look, line: &Line, nearest: &[&known::Passage]) -> bool {
    // With another value "uten mva" and "med mva" are both true.
    let same = |passage: &known::Passage| {
        let values = line.assessed.values.iter().map(|(value, ..)| value);
        values.filter(|value| value.kind != Kind::Name && counts(value)).all(|value| passage.says(value))
    };
    let turned = |passage: &&known::Passage| same(passage) && denial::is_turned(look.words(line), &passage.text);
    !nearest.is_empty() && nearest.iter().all(turned)
}

/// What a sentence is held against: what it cites; everything, where the text is not one of ours.
fn held_against<'l>(look: &'l Look, line: &Line) -> Vec<&'l Known<'l>> {
    look.known.iter().filter(|known| !look.cites || line.assessed.citations.contains(&known.number)).collect()
}

/// One value with its bearing and the evidence that bears it, or that says otherwise.
fn weigh(look: &Look, line: &Line, value: &Value) -> (Value, Bearing, Vec<u16>) {
    let (bearing, evidence) = weighed(look, line, value, &held_against(look, line));
    (value.clone(), bearing, evidence)
}

/// The bearing of a value, and the evidence for it, by these sources.
fn weighed(look: &Look, line: &Line, value: &Value, sources: &[&Known]) -> (Bearing, Vec<u16>) {
    let numbers = |known: &[&Known]| known.iter().map(|known| known.number).collect::<Vec<_>>();
    let saying: Vec<&Known> = sources.iter().filter(|known| known.says(value)).copied().collect();
    let misplaced =
        |known: &Known| binding::is_misplaced(look, line, value, known) || binding::is_exchanged(line, value, known);
    let right: Vec<&Known> = saying.iter().filter(|known| !misplaced(known)).copied().collect();
    if !right.is_empty() {
        return (Bearing::Supported, numbers(&right));
    }
    if !saying.is_empty() {
        let later = saying.iter().filter_map(|known| binding::successor(look, line, value, known));
        let later: Vec<u16> = later.map(|known| known.number).collect();
        return (Bearing::Contradicted, if later.is_empty() { numbers(&saying) } else { later });
    }
    if !counts(value) {
        let otherwise = sources.iter().filter(|known| binding::is_exchanged(line, value, known));
        let otherwise: Vec<u16> = otherwise.map(|known| known.number).collect();
        let bearing = if otherwise.is_empty() { Bearing::NoClaim } else { Bearing::Contradicted };
        return (bearing, otherwise);
    }
    if is_repeated(look, line, value) || is_own_clock(look, line, value) && !is_other_clock(line, value, sources) {
        return (Bearing::Supported, Vec::new());
    }
    match computed::of(look, line, value, sources) {
        Some(Computed::Right(evidence)) => return (Bearing::Supported, evidence),
        Some(Computed::Wrong) => return (Bearing::Contradicted, line.assessed.citations.clone()),
        None => {}
    }
    let rivals = rivals(line, value, sources);
    if rivals.is_empty() { (Bearing::Unsupported, elsewhere(look, value)) } else { (Bearing::Contradicted, rivals) }
}

/// The source that says what a sentence says, though the sentence does not cite it: all its values and most of its words.
pub(super) fn unnamed<'l>(look: &'l Look, line: &Line) -> Option<&'l Known<'l>> {
    let others = look.known.iter().filter(|known| known.is_open() && !line.assessed.citations.contains(&known.number));
    let bears = |known: &&Known| {
        let sources = [*known];
        let bearings: Vec<Bearing> = line
            .assessed
            .values
            .iter()
            .map(|(value, ..)| weighed(look, line, value, &sources).0)
            .filter(|bearing| *bearing != Bearing::NoClaim)
            .collect();
        let values = bearings.iter().all(|bearing| *bearing == Bearing::Supported);
        let about = known.nearness(&line.stems) * 2 >= line.stems.len();
        values && about && borne_by_words(look, line, bearings.len(), (&sources, &nearest(line, &sources)))
    };
    others.filter(bears).max_by_key(|known| (known.nearness(&line.stems), std::cmp::Reverse(known.number)))
}

/// A single digit without a unit is as often a list's number as a fact.
fn counts(value: &Value) -> bool {
    !(value.kind == Kind::Number && value.strength == Strength::Weak && value.text.len() < 2)
}

/// Sources that do say it, though the sentence does not cite them.
fn elsewhere(look: &Look, value: &Value) -> Vec<u16> {
    look.known.iter().filter(|known| known.says(value)).map(|known| known.number).collect()
}

/// The citizen's own words given back, and said to be so; a case number, a name and our own name need no such word.
fn is_repeated(look: &Look, line: &Line, value: &Value) -> bool {
    if value.kind == Kind::Name && look.ground.rules.body.to_lowercase().contains(&value.text.to_lowercase()) {
        return true;
    }
    let Some(mail) = &look.mail else { return false };
    let said = mail.values.iter().any(|there| same(value, there)) || mail.written.contains(&known::plain(&value.text));
    let came = value.kind == Kind::Date && mail.received.is_some_and(|day| date_is(&value.value, &day.to_string()));
    match value.kind {
        Kind::CaseNumber | Kind::Name => said,
        Kind::Date if CAME.is_match(look.words(line)) => said || came,
        _ => (said || came) && REPEATS.is_match(look.words(line)),
    }
}

fn date_is(value: &str, day: &str) -> bool {
    value == day || value.starts_with('-') && day.ends_with(value.trim_start_matches('-'))
}

/// The time the law gives us to answer, or the citizen to appeal.
pub(super) fn is_own_clock(look: &Look, line: &Line, value: &Value) -> bool {
    let (words, value_is) = (look.words(line), |all: &[&str]| all.contains(&value.value.as_str()));
    match value.kind {
        Kind::Date => look.mail.as_ref().is_some_and(|mail| mail.is_own_clock(&value.value, look.ground.today)),
        Kind::Deadline if APPEALS.is_match(words) => value_is(&["P3W"]),
        Kind::Deadline => look.mail.is_some() && value_is(&["P1M", "P5WD"]) && ANSWERS.is_match(words),
        _ => false,
    }
}

/// Whether a cited source gives another time to appeal than the general one.
fn is_other_clock(line: &Line, value: &Value, sources: &[&Known]) -> bool {
    let other = |(shared, passage): (usize, &known::Passage)| {
        shared > 1 && binding::has_rival(line, value, passage) && APPEALS.is_match(&passage.text)
    };
    value.kind == Kind::Deadline && sources.iter().any(|known| known.sharing(&line.stems).any(other))
}

/// Sources that say another value of the same kind about the same thing.
fn rivals(line: &Line, value: &Value, sources: &[&Known]) -> Vec<u16> {
    let comparable = matches!(
        value.kind,
        Kind::Amount
            | Kind::Date
            | Kind::Deadline
            | Kind::Percent
            | Kind::Time
            | Kind::Phone
            | Kind::Email
            | Kind::BankAccount
            | Kind::Iban
    ) || value.kind == Kind::Number && !unit(value).is_empty();
    let rival = |known: &&&Known| {
        comparable && known.sharing(&line.stems).any(|(own, passage)| contradicts(line, value, (own, passage), known))
    };
    sources.iter().filter(rival).map(|known| known.number).collect()
}

/// Whether a sentence of a source, which shares so many words with a line, says otherwise of the same: they share most of what the
/// shorter one is about, its title counting as heading.
fn contradicts(line: &Line, value: &Value, (own, passage): (usize, &known::Passage), known: &Known) -> bool {
    let is_there = |stem: &&String| {
        let mut all = passage.stems.iter().chain(&known.name);
        all.any(|there| word::is_kin(stem, there))
    };
    let wanted = line.stems.len().min(passage.stems.len() + known.name.len()).max(1);
    let about = own * 2 >= wanted || line.stems.iter().filter(is_there).count() * 2 >= wanted;
    about && (binding::has_rival(line, value, passage) || binding::has_other_unit(value, passage))
}

/// How far `source` bears `claim`: the bearing of its weakest sentence, a score from 0 to 1, and the parts it does not bear.
#[must_use]
pub fn bearing(claim: &str, source: &str, today: jiff::civil::Date) -> (Bearing, f32, Vec<Span>) {
    super::bearing::of(claim, source, today)
}
