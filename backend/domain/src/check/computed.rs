//! Computed values (utregning): a sum, a difference, a rate times a count, tax, a date so many days on, the days that are left.

use super::{
    known::{self, Known, same, unit},
    look::{Line, Look},
};
use crate::{
    deadline,
    scan::pattern::Pattern,
    value::{Kind, Value},
};
use jiff::{ToSpan, civil::Date};

static SUM: Pattern = Pattern::new(
    r"\b(?:til sammen|tilsammen|totalt|total|samlet|samla|sum|summen|summar|summer\p{L}*|i alt|altogether|in total|together|combined)\b|\+",
);
static DIFFERENCE: Pattern = Pattern::new(
    r"\b(?:differanse\p{L}*|forskjell\p{L}*|skilnad\p{L}*|mellomlegg\p{L}*|gjenstår|gjenståande|gjenstående|rest|resten|mer enn|meir enn|mindre enn|dyrere|dyrare|billigere|billigare|difference|remaining|remains|more than|less than)\b",
);
static TAX: Pattern = Pattern::new(r"\b(?:mva|moms|merverdiavgift\p{L}*|meirverdiavgift\p{L}*|vat)\b");
static WITHOUT: Pattern = Pattern::new(r"\b(?:uten|utan|eks|ekskl|eksklusive|excluding|without|før)\b");
static YEARLY: Pattern = Pattern::new(r"\b(?:i året|per år|pr\.? år|årlig|årleg|for året|a year|per year|annually)\b");
static LEFT: Pattern = Pattern::new(
    r"\b(?:igjen|att|gjenstår|unna|left|remaining|remain|from now|from today|fra i dag|frå i dag|om|in)\b",
);
/// The words say that a date follows from something.
static FOLLOWS: Pattern = Pattern::new(
    r"\b(?:altså|dermed|det vil si|dvs|regnet fra|rekna frå|etter|fra|frå|løper|går ut|that is|which means|therefore|after|from|runs)\b",
);
/// The words say so of the date itself, so that another date is a mistake.
static FOLLOWED: Pattern = Pattern::new(r"\b(?:altså|dermed|det vil si|dvs|that is|which means|therefore)\b");
/// Value added tax in Norway, in hundredths: general, food, low.
const RATES: [i64; 3] = [125, 115, 112];
/// No more operands of a kind are tried, so that a long fee schedule costs no more than a short one.
const OPERANDS: usize = 60;

/// What a computation comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Computed {
    /// It comes out right, from values of these sources.
    Right(Vec<u16>),
    /// The sentence itself names what it is computed from, and it comes to something else.
    Wrong,
}

/// A value that may be computed with, and the source that says it; none for the sentence and the mail.
#[derive(Clone, Copy)]
struct Operand<'l> {
    value: &'l Value,
    source: Option<u16>,
    /// Whether the sentence names it too.
    named: bool,
}

/// Computes a value anew that no source says as it is.
pub(super) fn of(look: &Look, line: &Line, value: &Value, sources: &[&Known]) -> Option<Computed> {
    match value.kind {
        Kind::Amount => amount(look, line, value, sources),
        Kind::Date => date(look, line, value, sources),
        Kind::Deadline => days_left(look, line, value, sources),
        Kind::Number => count(line, value, sources),
        _ => None,
    }
}

/// The values of these kinds that the sentence names and the sources say, each once, those of the sentence first.
fn operands<'l>(line: &'l Line, value: &Value, sources: &[&'l Known], kinds: &[Kind]) -> Vec<Operand<'l>> {
    let own = line.assessed.values.iter().map(|(one, ..)| one).filter(|one| one.span != value.span);
    let source = |one: &Value| sources.iter().find(|known| known.says(one)).map(|known| known.number);
    let own = own.filter(|one| kinds.contains(&one.kind));
    let mut all: Vec<Operand> = own.map(|one| Operand { value: one, source: source(one), named: true }).collect();
    for known in sources {
        for one in known.stated.values().filter(|one| kinds.contains(&one.kind)) {
            if all.len() >= OPERANDS {
                break;
            }
            let seen = all.iter().any(|other| same(other.value, one));
            if !seen {
                all.push(Operand { value: one, source: Some(known.number), named: false });
            }
        }
    }
    all
}

fn numbers<'l>(operands: impl IntoIterator<Item = Operand<'l>>) -> Vec<u16> {
    let mut all: Vec<u16> = operands.into_iter().filter_map(|operand| operand.source).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// An amount or a number in hundredths.
fn hundredths(value: &Value) -> Option<i64> {
    let figure = known::figure(&value.value);
    let (whole, decimals) = figure.split_once('.').unwrap_or((&figure, ""));
    let decimals: i64 = format!("{decimals:0<2}").get(..2)?.parse().ok()?;
    whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(decimals)
}

fn amount(look: &Look, line: &Line, value: &Value, sources: &[&Known]) -> Option<Computed> {
    let (words, wanted) = (look.words(line), hundredths(value)?);
    let amounts: Vec<(Operand, i64)> = operands(line, value, sources, &[Kind::Amount])
        .into_iter()
        .filter(|operand| unit(operand.value) == unit(value))
        .filter_map(|operand| Some((operand, hundredths(operand.value)?)))
        .collect();
    if SUM.is_match(words) {
        return sum(&amounts, wanted);
    }
    let by = |fits: &dyn Fn(i64) -> bool| {
        amounts.iter().find(|(_, there)| fits(*there)).map(|(operand, _)| Computed::Right(numbers([*operand])))
    };
    if TAX.is_match(words) {
        let without = WITHOUT.is_match(words);
        return by(&|there| RATES.iter().any(|rate| is_taxed(there, wanted, *rate, without)));
    }
    if DIFFERENCE.is_match(words) {
        return pair(&amounts, |one, other| (one - other).abs() == wanted);
    }
    let yearly = YEARLY.is_match(words).then(|| by(&|there| there * 12 == wanted)).flatten();
    yearly.or_else(|| multiplied(line, value, sources, wanted))
}

fn is_taxed(there: i64, wanted: i64, rate: i64, without: bool) -> bool {
    let (net, gross) = if without { (wanted, there) } else { (there, wanted) };
    (net * rate - gross * 100).abs() <= 100
}

/// All that the sentence names make the sum, or any two do.
fn sum(amounts: &[(Operand, i64)], wanted: i64) -> Option<Computed> {
    let named: Vec<_> = amounts.iter().filter(|(operand, _)| operand.named).collect();
    if named.len() >= 2 {
        let total: i64 = named.iter().map(|(_, amount)| amount).sum();
        let right = Computed::Right(numbers(named.iter().map(|(operand, _)| *operand)));
        return Some(if total == wanted { right } else { Computed::Wrong });
    }
    pair(amounts, |one, other| one + other == wanted)
}

fn pair(amounts: &[(Operand, i64)], fits: impl Fn(i64, i64) -> bool) -> Option<Computed> {
    let found = amounts.iter().enumerate().find_map(|(at, (one, first))| {
        let other = amounts[at + 1..].iter().find(|(_, second)| fits(*first, *second))?;
        Some([*one, other.0])
    });
    found.map(|operands| Computed::Right(numbers(operands)))
}

/// A price per unit times a count that the sentence names, or a percentage of an amount.
fn multiplied(line: &Line, value: &Value, sources: &[&Known], wanted: i64) -> Option<Computed> {
    let share = || {
        let all = operands(line, value, sources, &[Kind::Amount, Kind::Percent]);
        let (amounts, rates): (Vec<Operand>, Vec<Operand>) =
            all.into_iter().partition(|one| one.value.kind == Kind::Amount);
        let fits = |rate: &Operand, whole: &Operand| {
            let (rate, whole) = (hundredths(rate.value)?, hundredths(whole.value)?);
            (whole.checked_mul(rate)? == wanted.checked_mul(10_000)?).then_some(())
        };
        let pairs = rates.iter().flat_map(|rate| amounts.iter().map(move |whole| (rate, whole)));
        let mut fitting = pairs.filter(|(rate, whole)| fits(rate, whole).is_some());
        fitting.next().map(|(rate, whole)| Computed::Right(numbers([*rate, *whole])))
    };
    product(line, value, sources).map(|(_, by)| by).or_else(share)
}

/// The count of the sentence that makes this amount of a price per unit, and the sources of the price.
fn product<'l>(line: &'l Line, value: &Value, sources: &[&Known]) -> Option<(&'l Value, Computed)> {
    let wanted = hundredths(value)?;
    let rates = operands(line, value, sources, &[Kind::Amount]);
    let counts = line.assessed.values.iter().map(|(one, ..)| one).filter(|one| one.kind == Kind::Number);
    counts.into_iter().find_map(|count| {
        let times = hundredths(count)?;
        let fits = |rate: &&Operand| {
            let per = unit(rate.value);
            let of_unit = per.split_once('/').is_some_and(|(_, per)| unit(count) == per);
            let price = hundredths(rate.value).and_then(|price| price.checked_mul(times));
            (of_unit || !per.contains('/') && rate.named) && price == wanted.checked_mul(100)
        };
        rates.iter().find(fits).map(|rate| (count, Computed::Right(numbers([*rate]))))
    })
}

/// How many of something there are is the citizen's to say, where the sentence goes on to multiply it rightly.
fn count(line: &Line, value: &Value, sources: &[&Known]) -> Option<Computed> {
    let amounts = line.assessed.values.iter().map(|(one, ..)| one).filter(|one| one.kind == Kind::Amount);
    amounts
        .filter_map(|amount| product(line, amount, sources))
        .find(|(counted, _)| counted.span == value.span)
        .map(|(_, by)| by)
}

/// Dates and durations that a date may follow from.
fn date(look: &Look, line: &Line, value: &Value, sources: &[&Known]) -> Option<Computed> {
    let wanted: Date = value.value.parse().ok()?;
    let spans = operands(line, value, sources, &[Kind::Deadline]);
    let received = look.mail.as_ref().and_then(|mail| mail.received);
    let bases = operands(line, value, sources, &[Kind::Date]);
    let starts = bases.iter().map(|base| (base.value.value.parse().ok(), base.source, base.named));
    let starts = starts.chain([(received, None, true), (Some(look.ground.today), None, true)]);
    let follows = FOLLOWS.is_match(look.words(line));
    for (start, source, known) in starts {
        let start: Option<Date> = start;
        let fits = |span: &&Operand| start.is_some_and(|start| is_after(start, &span.value.value, wanted));
        if let Some(span) = spans.iter().filter(|span| follows && (known || span.named)).find(fits) {
            return Some(Computed::Right(source.into_iter().chain(span.source).collect()));
        }
    }
    let named = |all: &[Operand]| all.iter().filter(|one| one.named).count();
    (FOLLOWED.is_match(look.words(line)) && named(&spans) == 1 && named(&bases) == 1).then_some(Computed::Wrong)
}

/// Whether `wanted` is so long after `start`, or the next working day where that is none.
fn is_after(start: Date, duration: &str, wanted: Date) -> bool {
    let Some(end) = later(start, duration) else { return false };
    let mut rolled = end;
    while !deadline::is_working_day(rolled) && rolled < Date::MAX {
        rolled = rolled.saturating_add(1.day());
    }
    wanted == end || wanted == rolled
}

/// So long after a date: `P3W`, `P1M`, `P14D`, `P5WD`.
fn later(start: Date, duration: &str) -> Option<Date> {
    let text = duration.strip_prefix('P')?;
    let count = |unit: &str| text.strip_suffix(unit).and_then(|count| count.parse::<u16>().ok());
    if let Some(days) = count("WD") {
        return Some(deadline::add_working_days(start, u32::from(days)));
    }
    let days = count("D").map(|days| i32::from(days).days());
    let weeks = || count("W").map(|weeks| i32::from(weeks).weeks());
    let months = || count("M").map(|months| i32::from(months).months());
    start.checked_add(days.or_else(weeks).or_else(months)?).ok()
}

/// The days from today to a date of the sentence or the sources.
fn days_left(look: &Look, line: &Line, value: &Value, sources: &[&Known]) -> Option<Computed> {
    if !LEFT.is_match(look.words(line)) {
        return None;
    }
    let ends = operands(line, value, sources, &[Kind::Date]);
    let fits = |end: &&Operand| {
        let end: Option<Date> = end.value.value.parse().ok();
        end.is_some_and(|end| later(look.ground.today, &value.value) == Some(end))
    };
    ends.iter().find(fits).map(|end| Computed::Right(numbers([*end])))
}
