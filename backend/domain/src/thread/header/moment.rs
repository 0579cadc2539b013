//! When a quoted mail was sent (tidspunkt): dates and times as mail clients write them, in their languages.

use jiff::{
    Timestamp,
    civil::{Date, Time},
    tz::{Offset, TimeZone},
};

/// The beginnings of the months in Norwegian, Danish, Swedish, Finnish, English, German and French; a longer one stands first.
const MONTHS: [&str; 12] = [
    "jan|tammik",
    "feb|fév|helmik",
    "mars|mär|mar|maalisk",
    "apr|avr|huhtik",
    "mai|maj|may|toukok",
    "jun|juin|kesäk",
    "jul|juil|heinäk",
    "aug|aoû|aou|elok",
    "sep|syysk",
    "okt|oct|lokak",
    "nov|marrask",
    "des|dec|dez|déc|jouluk",
];

/// A header says its time within so many bytes.
const LONGEST: usize = 300;

/// A word or a number, and what stands between it and the next.
#[derive(Clone, Copy, Debug)]
struct Token<'t> {
    text: &'t str,
    number: Option<i64>,
    /// The text up to the next token.
    gap: &'t str,
}

/// The moment a header names; without a full date none, without a zone in Norwegian time.
pub(super) fn moment(text: &str) -> Option<Timestamp> {
    let text = &text[..text.floor_char_boundary(LONGEST)];
    let tokens = tokens(text);
    let half = tokens.iter().find_map(|token| half(token.text));
    let (date, behind) = worded(&tokens).or_else(|| numeric(&tokens, half.is_some()))?;
    let clock = time(&tokens[behind..], half).unwrap_or(Time::midnight());
    let zone = offset(text).map_or_else(|| TimeZone::get("Europe/Oslo").unwrap_or(TimeZone::UTC), TimeZone::fixed);
    Some(date.to_datetime(clock).to_zoned(zone).ok()?.timestamp())
}

/// Runs of digits and runs of letters.
fn tokens(text: &str) -> Vec<Token<'_>> {
    let kind = |c: char| (c.is_alphanumeric(), c.is_ascii_digit());
    let mut runs: Vec<(usize, usize)> = Vec::new();
    let mut last = (false, false);
    for (at, c) in text.char_indices() {
        let now = kind(c);
        match runs.last_mut() {
            Some((_, end)) if now.0 && now == last => *end = at + c.len_utf8(),
            _ if now.0 => runs.push((at, at + c.len_utf8())),
            _ => {}
        }
        last = now;
    }
    let next = |place: usize| runs.get(place + 1).map_or(text.len(), |(start, _)| *start);
    let token = |(place, (start, end)): (usize, &(usize, usize))| Token {
        text: &text[*start..*end],
        number: text[*start..*end].parse().ok(),
        gap: &text[*end..next(place)],
    };
    runs.iter().enumerate().map(token).collect()
}

/// Whether the clock is one of twelve hours, and in its second half.
fn half(word: &str) -> Option<bool> {
    match word {
        "AM" | "am" => Some(false),
        "PM" | "pm" => Some(true),
        _ => None,
    }
}

/// `16.03.2026`, `2026-03-16`, `16/03/26`, and `3/16/2026` beside a clock of twelve hours; and where it ends.
fn numeric(tokens: &[Token<'_>], american: bool) -> Option<(Date, usize)> {
    (0..tokens.len().saturating_sub(2)).find_map(|at| {
        let three = &tokens[at..at + 3];
        let sign = three[0].gap.trim_end();
        if !matches!(sign, "." | "/" | "-") || three[1].gap.trim_end() != sign {
            return None;
        }
        let (a, b, c) = (three[0].number?, three[1].number?, three[2].number?);
        let months_first = b > 12 || (american && sign == "/" && a <= 12);
        let (year, month, day) = match (three[0].text.len(), months_first) {
            (4, _) => (a, b, c),
            (_, true) => (c, a, b),
            (_, false) => (c, b, a),
        };
        Some((civil(year, month, day)?, at + 3))
    })
}

/// `16. mars 2026`, then `March 16th, 2026`: «mar. 17 févr.» is a Tuesday.
fn worded(tokens: &[Token<'_>]) -> Option<(Date, usize)> {
    let day_first = |at: usize| {
        let (day, month) = (tokens[at].number?, month(tokens.get(at + 1)?.text)?);
        Some((civil(tokens.get(at + 2)?.number?, month, day)?, at + 3))
    };
    let month_first = |at: usize| {
        let (month, day) = (month(tokens[at].text)?, tokens.get(at + 1)?.number?);
        let suffix = tokens.get(at + 2).is_some_and(|token| matches!(token.text, "st" | "nd" | "rd" | "th"));
        let year = at + 2 + usize::from(suffix);
        Some((civil(tokens.get(year)?.number?, month, day)?, year + 1))
    };
    (0..tokens.len()).find_map(day_first).or_else(|| (0..tokens.len()).find_map(month_first))
}

fn month(word: &str) -> Option<i64> {
    let word = word.to_lowercase();
    let begins = |names: &str| names.split('|').any(|name| word.starts_with(name));
    // «marraskuuta» begins like March.
    let place = if word.starts_with("marrask") { 10 } else { MONTHS.iter().position(|names| begins(names))? };
    i64::try_from(place).ok().map(|place| place + 1)
}

fn civil(year: i64, month: i64, day: i64) -> Option<Date> {
    let year = if year < 100 { year + 2000 } else { year };
    let known = (1990..2100).contains(&year);
    known.then(|| Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok())?
}

/// `10:12`, `10.12`, `10h12`.
fn time(tokens: &[Token<'_>], half: Option<bool>) -> Option<Time> {
    (0..tokens.len().saturating_sub(1)).find_map(|at| {
        let joined = matches!(tokens[at].gap, ":" | ".");
        let french = tokens[at].gap.is_empty() && tokens[at + 1].text == "h";
        let minutes = tokens.get(at + if french { 2 } else { 1 })?;
        if !(joined || french) || minutes.text.len() != 2 || tokens[at].text.len() > 2 {
            return None;
        }
        let hour = match (tokens[at].number?, half) {
            (12, Some(second)) => {
                if second {
                    12
                } else {
                    0
                }
            }
            (hour, Some(true)) if hour < 12 => hour + 12,
            (hour, _) => hour,
        };
        Time::new(i8::try_from(hour).ok()?, i8::try_from(minutes.number?).ok()?, 0, 0).ok()
    })
}

/// `GMT+1`, `(GMT+01:00)`, `+0100`.
fn offset(text: &str) -> Option<Offset> {
    let (at, sign) = text.char_indices().find_map(|(at, c)| match c {
        '+' => Some((at, 1)),
        '-' | '−' if text[..at].ends_with("GMT") || text[..at].ends_with("UTC") => Some((at, -1)),
        _ => None,
    })?;
    let figures: Vec<i32> = text[at..]
        .chars()
        .skip(1)
        .filter(|c| *c != ':')
        .map_while(|c| c.to_digit(10).and_then(|digit| i32::try_from(digit).ok()))
        .collect();
    let seconds = match figures[..] {
        [hours] => hours * 3600,
        [tens, ones] => (tens * 10 + ones) * 3600,
        [tens, ones, six, one] => (tens * 10 + ones) * 3600 + (six * 10 + one) * 60,
        _ => return None,
    };
    Offset::from_seconds(sign * seconds).ok()
}
