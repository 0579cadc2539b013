//! What a value is about (tilknytning): a right number for another measure, another year, another case or another unit is wrong.

use super::{
    denial,
    known::{self, Known, Passage, figure, same, unit},
    look::{Line, Look},
    terms::Place,
};
use crate::{
    evidence::word,
    scan::pattern::Pattern,
    value::{Kind, Strength, Value},
};
use std::collections::BTreeSet;

/// Small words that part one case from another, each group under one sign.
const LIMITS: [(&str, &[&str]); 6] = [
    ("≤", &["inntil", "under", "maks", "høyst", "høgst", "mindre", "below", "less", "most"]),
    ("≥", &["over", "mer", "meir", "minst", "større", "above", "more", "least", "larger"]),
    ("−", &["uten", "utan", "without"]),
    ("+", &["med", "with"]),
    ("<", &["før", "before"]),
    (">", &["etter", "after"]),
];
static YEAR: Pattern = Pattern::new(r"(?:^|[^\d./-])((?:19|20)\d\d)(?:[^\d/-]|$)");
/// A heading has no more words than this.
const HEADING: usize = 6;

/// The limits a sentence in lower case names.
pub(super) fn limits(text: &str) -> impl Iterator<Item = String> {
    let mut signs: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter_map(|word| LIMITS.iter().find(|(_, words)| words.contains(&word)).map(|(sign, _)| *sign))
        .collect();
    signs.sort_unstable();
    signs.dedup();
    signs.into_iter().map(str::to_owned)
}

/// Gives what stands under a heading the heading's words. The first passage, the title, is over all and parts nothing.
pub(super) fn hang_headings(passages: &mut [Passage]) {
    let mut heading: Vec<String> = Vec::new();
    for passage in passages.iter_mut().skip(1) {
        let words = passage.text.split_whitespace().count();
        if passage.values.is_empty() && words <= HEADING && !passage.text.ends_with(['.', '!', '?']) {
            heading.clone_from(&passage.stems);
        } else {
            let new = heading.iter().filter(|stem| !passage.about.contains(stem)).cloned().collect::<Vec<_>>();
            passage.about.extend(new);
        }
    }
}

/// Kinds of which a source may say several, each of something else.
fn is_bound(value: &Value) -> bool {
    use Kind::{Amount, Date, Deadline, Email, Number, Percent, Phone, Time};
    matches!(value.kind, Amount | Date | Deadline | Email | Percent | Phone | Time)
        || value.kind == Number && !unit(value).is_empty()
}

/// Whether the source, which says this value, says it of something else than the sentence does.
pub(super) fn is_misplaced(look: &Look, line: &Line, value: &Value, known: &Known) -> bool {
    is_bound(value)
        && (is_of_another(line, value, known)
            || is_of_another_part(line, value, known)
            || is_of_another_year(look, line, value, known)
            || is_of_another_case(line, value, known))
}

/// What a value is said of, worked out once and then compared with many sentences.
struct Matter<'l> {
    line: &'l Line,
    value: &'l Value,
    words: Vec<&'l String>,
}

impl<'l> Matter<'l> {
    /// The words of the value itself say nothing of what it is about.
    fn of(line: &'l Line, value: &'l Value) -> Self {
        let own = known::content(&value.text);
        Self { line, value, words: subject(line, value).iter().filter(|word| !own.contains(word)).collect() }
    }

    /// The sentences of a source that are about it, and how much: words and limits, doubled where they are the same and not only kin,
    /// and the other values of both.
    fn nearness(&self, known: &Known) -> Vec<(Place, usize)> {
        let others = self.line.assessed.values.iter().map(|(other, ..)| other);
        let others: Vec<&Value> =
            others.filter(|other| other.span != self.value.span && other.kind != Kind::Name).collect();
        known.about(&self.words, &others)
    }
}

/// What the sentence says the value of: its own part of the sentence, where that has several values of the kind.
fn subject<'l>(line: &'l Line, value: &Value) -> &'l [String] {
    let several = line.assessed.values.iter().filter(|(one, ..)| one.kind == value.kind).count() > 1;
    let part = line.parts.iter().find(|part| part.values.iter().any(|one| one.span == value.span));
    part.filter(|part| several && !part.stems.is_empty()).map_or(&line.about, |part| &part.stems)
}

/// Another sentence of the source, with another value of the kind, is nearer to what the claim is about. What the title says,
/// or a line without words such as the source's own date, is said of the whole source.
fn is_of_another(line: &Line, value: &Value, known: &Known) -> bool {
    let mut saying: BTreeSet<Place> = BTreeSet::new();
    for (at, passage) in known.saying(value) {
        if at == 0 || passage.about.is_empty() {
            return false;
        }
        saying.insert(at);
    }
    if saying.is_empty() {
        return false;
    }
    let (own, others): (Vec<_>, Vec<_>) =
        Matter::of(line, value).nearness(known).into_iter().partition(|(at, _)| saying.contains(at));
    let own = own.into_iter().map(|(_, nearness)| nearness).max().unwrap_or(0);
    // What is about nothing the claim is about is nearer to nothing.
    others.into_iter().any(|(at, nearness)| nearness > own && has_rival(line, value, known.passage(at)))
}

/// One part of a sentence that says several values, between commas and conjunctions.
#[derive(Clone, Debug)]
pub(super) struct Part {
    stems: Vec<String>,
    values: Vec<Value>,
}

static JOINT: Pattern = Pattern::new(r"[,;] | (?:og|mens|medan|men|and|while|but) ");

/// The parts of a sentence in lower case whose first scalar is number `start` of its source.
pub(super) fn parts(text: &str, start: usize, values: &[Value]) -> Vec<Part> {
    if values.len() < 2 {
        return Vec::new();
    }
    let mut scalar = start;
    let mut all = Vec::new();
    for part in clauses(text) {
        let last = scalar + part.chars().count();
        let here = values.iter().filter(|value| (scalar..last).contains(&value.span.start));
        all.push(Part { stems: known::content(part), values: here.cloned().collect() });
        scalar = last;
    }
    all
}

/// Of what a sentence is about, so much stands in a sentence of the source that it repeats it.
const REPEATS: (usize, usize) = (4, 5);

/// Whether the sentence repeats one of the source, with this value in the place of another one of its kind.
pub(super) fn is_exchanged(line: &Line, value: &Value, known: &Known) -> bool {
    let own = known::content(&value.text);
    let words: Vec<String> = line.stems.iter().filter(|stem| !own.contains(stem)).cloned().collect();
    let named = |passage: &Passage| value.kind == Kind::Name && passage.text.contains(&value.text.to_lowercase());
    let otherwise = |passage: &Passage| has_rival(line, value, passage) && !passage.says(value) && !named(passage);
    let repeating = known.sharing(&words).filter(|(shared, _)| shared * REPEATS.1 >= words.len() * REPEATS.0);
    let mut repeating = repeating.map(|(_, passage)| passage).peekable();
    words.len() > 1 && repeating.peek().is_some() && repeating.all(otherwise)
}

/// Whether a sentence denies in the part that is nearest to these words: "til kommunen, ikke til statsforvalteren" does not deny
/// that it goes to the municipality.
pub(super) fn denies_near(passage: &Passage, stems: &[String]) -> bool {
    let part = clauses(&passage.text)
        .max_by_key(|part| (word::shared(stems, &known::content(part)), std::cmp::Reverse(part.len())));
    passage.denies && part.is_some_and(denial::denies)
}

fn clauses(text: &str) -> impl Iterator<Item = &str> {
    let ends: Vec<usize> = JOINT.find_iter(text).map(|joint| joint.start()).chain([text.len()]).collect();
    let mut from = 0;
    ends.into_iter().map(move |end| &text[std::mem::replace(&mut from, end)..end])
}

/// Within one sentence of the source, "kr 8 400 for garasje og kr 12 500 for tilbygg": the part that says the value is about
/// something the claim does not name, and another part is about something it does.
fn is_of_another_part(line: &Line, value: &Value, known: &Known) -> bool {
    let mut saying = known.saying(value).map(|(_, passage)| passage).peekable();
    saying.peek().is_some() && saying.all(|passage| part_of_another(line, value, passage))
}

fn part_of_another(line: &Line, value: &Value, passage: &Passage) -> bool {
    let says = |part: &&Part| part.values.iter().any(|there| same(value, there));
    let Some(own) = passage.parts.iter().find(says) else { return false };
    let rivals =
        passage.parts.iter().filter(|part| !says(part) && part.values.iter().any(|there| rivals(line, value, there)));
    rivals.into_iter().any(|rival| {
        let (ours, theirs) = (only(&own.stems, &rival.stems), only(&rival.stems, &own.stems));
        !ours.is_empty() && word::shared(&ours, &line.stems) == 0 && word::shared(&theirs, &line.stems) > 0
    })
}

/// The words of one part that the other does not have.
fn only(one: &[String], other: &[String]) -> Vec<String> {
    one.iter().filter(|stem| !other.iter().any(|there| word::is_kin(stem, there))).cloned().collect()
}

/// Another value of the same kind and unit, which the sentence does not say too.
fn rivals(line: &Line, value: &Value, there: &Value) -> bool {
    there.kind == value.kind
        && unit(there) == unit(value)
        && !same(value, there)
        && !line.assessed.values.iter().any(|(mine, ..)| same(mine, there))
}

/// Whether a passage says another value of the kind.
pub(super) fn has_rival(line: &Line, value: &Value, passage: &Passage) -> bool {
    passage.values.iter().any(|there| rivals(line, value, there))
}

/// Whether a passage says the same figure in another unit: "kr 45" for "kr 45 per m²", "14 dager" for "14 arbeidsdager".
pub(super) fn has_other_unit(value: &Value, passage: &Passage) -> bool {
    let measured = matches!(value.kind, Kind::Amount | Kind::Number);
    measured
        && !unit(value).is_empty()
        && passage.values.iter().any(|there| {
            there.kind == value.kind && unit(there) != unit(value) && figure(&there.value) == figure(&value.value)
        })
}

/// The claim names a year, and what says the value is of other years only; or it names none, the source is past, and its
/// successor, with the same title, says another value.
fn is_of_another_year(look: &Look, line: &Line, value: &Value, known: &Known) -> bool {
    // A date with its year is of that year, whatever the source is called.
    if value.kind == Kind::Date && !value.value.starts_with('-') {
        return false;
    }
    let named = named_years(look, line);
    let mut saying = known.saying(value).map(|(_, passage)| passage).peekable();
    if named.is_empty() {
        let then = line.assessed.values.iter().filter(|(one, ..)| one.kind == Kind::Date);
        let of_then = then.filter_map(|(one, ..)| one.value.get(..4)?.parse().ok()).any(|year| holds(known, year));
        return !of_then && is_past(look, known) && successor(look, line, value, known).is_some();
    }
    let fits = |passage: &Passage| {
        let own: Vec<i16> = years(&passage.text).collect();
        match own.is_empty() {
            false => own.iter().any(|year| named.contains(year)),
            true => named.iter().any(|year| holds(known, *year)),
        }
    };
    saying.peek().is_some() && !saying.any(fits)
}

/// Whether a source is of this year: by its title, else by the days it holds.
fn holds(known: &Known, year: i16) -> bool {
    let source = known.source;
    if known.years.is_empty() {
        source.valid_from.is_none_or(|from| from.year() <= year) && source.valid_to.is_none_or(|to| year <= to.year())
    } else {
        known.years.contains(&year)
    }
}

/// The years that stand alone in a sentence, not those of its dates and case numbers.
fn named_years(look: &Look, line: &Line) -> Vec<i16> {
    let alone = line
        .assessed
        .values
        .iter()
        .filter(|(value, ..)| value.kind == Kind::Number && value.strength == Strength::Weak);
    let mut named: Vec<i16> = alone.flat_map(|(value, ..)| years(&value.text).collect::<Vec<_>>()).collect();
    named.retain(|year| look.words(line).contains(&year.to_string()));
    named
}

/// The years that stand alone in a text.
pub(super) fn years(text: &str) -> impl Iterator<Item = i16> {
    YEAR.find_iter(text).filter_map(|found| found.as_str().trim_matches(|c: char| !c.is_ascii_digit()).parse().ok())
}

fn is_past(look: &Look, known: &Known) -> bool {
    let dated = known.source.valid_from.is_some() || known.source.valid_to.is_some();
    let named = !known.years.is_empty() && known.years.iter().all(|year| *year < look.ground.today.year());
    !known.source.holds(look.ground.today) || !dated && named
}

/// The source of the same name that has taken the place of a past one, where it says another value of what the sentence is about.
pub(super) fn successor<'l>(look: &'l Look, line: &Line, value: &Value, past: &Known) -> Option<&'l Known<'l>> {
    let follows = |known: &&Known| {
        known.number != past.number && !is_past(look, known) && known.name == past.name && !known.name.is_empty()
    };
    let matter = Matter::of(line, value);
    let says_other = |known: &&Known| {
        let about = || matter.nearness(known).into_iter().map(|(at, _)| known.passage(at));
        !known.says(value) && about().any(|passage| has_rival(line, value, passage))
    };
    look.known.iter().filter(follows).find(says_other)
}

/// The claim names a case, and the source belongs to another one and does not name it either.
fn is_of_another_case(line: &Line, value: &Value, known: &Known) -> bool {
    let Some(case) = &known.source.case else { return false };
    let case = case.to_string();
    let named = || line.assessed.values.iter().map(|(one, ..)| one).filter(|one| one.kind == Kind::CaseNumber);
    let is_named = |one: &Value| one.value.starts_with(&case);
    let both = |(_, passage): (Place, &Passage)| named().any(|one| passage.says(one));
    named().next().is_some() && !named().any(is_named) && !known.saying(value).any(both)
}
