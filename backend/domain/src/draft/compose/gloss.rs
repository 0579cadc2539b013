//! The value of a quotation in the reply's own language (gjengitt verdi): who asks in English by when, reads "1 March" beside the
//! Norwegian words, and who asks in nynorsk how long, reads "tre veker".

use super::{expected::Expected, letter::Letter, lookup, wording};
use crate::draft::brief::Excerpt;
use crate::value::{self, Kind, Value};
use jiff::civil::Date;
use vocabulary::Language;

/// Says the one time or length of time of quoted sentences, where that is what was asked, and it is written otherwise in the reply's
/// language.
pub(super) fn tell(letter: &mut Letter, excerpt: &Excerpt, (question, said): (&str, &[String])) {
    let asks = matches!(Expected::of(question), Some(Expected::Time | Expected::Duration));
    if !asks || lookup::is_own_words(letter, excerpt, said) {
        return;
    }
    let said = said.join(" ");
    let values = value::find(&said, letter.brief.today);
    let mut times = values.iter().filter(|value| matches!(value.kind, Kind::Date | Kind::Deadline));
    let (Some(only), None) = (times.next(), times.next()) else { return };
    let Some(written) = written(only, letter.language) else { return };
    if !said.contains(&written) {
        let limit = [question, said.as_str()].iter().any(|text| text.to_lowercase().contains("frist"));
        letter.claim(sentence(letter.language, (limit, only.kind), &written), &[excerpt.number]);
    }
}

fn sentence(language: Language, (limit, kind): (bool, Kind), written: &str) -> String {
    match (language, limit) {
        (Language::En, true) if kind == Kind::Date => format!("The deadline is {written}."),
        (Language::En, true) => format!("The time limit is {written}."),
        (Language::En, false) => format!("The answer is {written}."),
        (_, true) => format!("Fristen er altså {written}."),
        (_, false) => format!("Svaret er altså {written}."),
    }
}

/// A date or a length of time as a language writes it; `None` for a form it has no words for.
fn written(value: &Value, language: Language) -> Option<String> {
    match value.kind {
        Kind::Date => day(&value.value, language),
        _ => length(&value.value, language),
    }
}

/// "1 March", "1. mars 2027".
fn day(value: &str, language: Language) -> Option<String> {
    match value.strip_prefix("--") {
        // Any year with a 29 February serves.
        Some(rest) => {
            let date: Date = format!("2024-{rest}").parse().ok()?;
            Some(wording::date(date, language).trim_end_matches(" 2024").to_owned())
        }
        None => Some(wording::date(value.parse().ok()?, language)),
    }
}

/// "three weeks", "tre veker", "én måned".
fn length(value: &str, language: Language) -> Option<String> {
    const UNITS: [(&str, [[&str; 3]; 2]); 5] = [
        (
            "WD",
            [["én arbeidsdag", "ein arbeidsdag", "one working day"], ["arbeidsdager", "arbeidsdagar", "working days"]],
        ),
        ("D", [["én dag", "ein dag", "one day"], ["dager", "dagar", "days"]]),
        ("W", [["én uke", "ei veke", "one week"], ["uker", "veker", "weeks"]]),
        ("M", [["én måned", "ein månad", "one month"], ["måneder", "månader", "months"]]),
        ("Y", [["ett år", "eitt år", "one year"], ["år", "år", "years"]]),
    ];
    const WORDS: [&str; 11] = ["to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"];
    const ENGLISH: [&str; 11] =
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let value = value.strip_prefix('P').filter(|rest| !rest.starts_with('T'))?;
    let (number, [one, many]) = UNITS.iter().find_map(|(unit, names)| Some((value.strip_suffix(unit)?, names)))?;
    let number: usize = number.parse().ok()?;
    let pick = |[nb, nn, en]: [&'static str; 3]| language.pick(nb, nn, en);
    if number == 1 {
        return Some(pick(*one).to_owned());
    }
    let words = if language == Language::En { ENGLISH } else { WORDS };
    let word = number
        .checked_sub(2)
        .and_then(|at| words.get(at))
        .map_or_else(|| number.to_string(), |word| (*word).to_owned());
    Some(format!("{word} {}", pick(*many)))
}

#[cfg(test)]
mod tests {
    use super::{day, length};
    use vocabulary::Language::{En, Nb, Nn};

    #[test]
    fn times_are_written_in_each_language() {
        for (value, language, written) in [
            ("--03-01", En, Some("1 March")),
            ("--02-29", Nn, Some("29. februar")),
            ("2027-03-01", En, Some("1 March 2027")),
            ("2026-03", En, None),
        ] {
            assert_eq!(day(value, language).as_deref(), written, "{value}");
        }
        for (value, language, written) in [
            ("P3W", Nn, Some("tre veker")),
            ("P3W", En, Some("three weeks")),
            ("P1M", Nb, Some("én måned")),
            ("P5WD", Nn, Some("fem arbeidsdagar")),
            ("P30D", En, Some("30 days")),
            ("P1W", Nn, Some("ei veke")),
            ("PT48H", En, None),
        ] {
            assert_eq!(length(value, language).as_deref(), written, "{value}");
        }
    }
}
