//! Clock times (klokkeslett) and spans of them, such as opening hours.

use super::{
    Hit, Kind, Strength,
    pattern::{Pattern, group, whole},
    sign::{Needs, Page, Signs},
};
use jiff::civil::Date;

static SPAN: Pattern = Pattern::on(
    r"(?i)(?:\b(?:kl|klokken|klokka)\.?~{0,2})?\b([0-2]?[0-9])[:.]([0-5][0-9])~?(?:-|–|—|til|og|to|until)~?(?:(?:kl|klokken|klokka)\.?~)?([0-2]?[0-9])[:.]([0-5][0-9])\b",
    Needs::figures(6).any(Signs::COLON.or(Signs::DOT)),
);
static WORDED_SPAN: Pattern = Pattern::on(
    r"(?i)\b(?:kl|klokken|klokka)\.?~{0,2}([0-2]?[0-9])~?(?:-|–|—|til|og)~?([0-2]?[0-9])\b",
    Needs::figures(2).all(Signs::CLOCK),
);
/// «torsdag 10-17».
static DAY_SPAN: Pattern = Pattern::on(
    r"(?i)(?:man|tirs|ons|tors|fre|lør|søn|mån|tys|laur|sun|hver|kvar)da(?:g|gar|ger|gene|gane)(?:~?[:,])?~(?:kl\.?~)?([0-2]?[0-9])~?(?:-|–|—)~?([0-2]?[0-9])\b",
    Needs::figures(2).all(Signs::DAY),
);
static WORDED: Pattern = Pattern::on(
    r"(?i)\b(?:kl|klokken|klokka|klokkan)\.?~{0,2}([0-2]?[0-9])(?:[:.]?([0-5][0-9]))?\b",
    Needs::figures(1).all(Signs::CLOCK),
);
static COLON: Pattern = Pattern::number(r"\b([0-2]?[0-9]):([0-5][0-9])\b", Needs::figures(3).all(Signs::COLON));
static ENGLISH: Pattern =
    Pattern::on(r"(?i)\b([01]?[0-9])(?:[:.]([0-5][0-9]))?~?(am|pm|a\.m\.|p\.m\.)", Needs::figures(1).all(Signs::NOON));

/// All clock times.
pub(super) fn find(text: &Page<'_>, _: Date) -> Vec<Hit> {
    let span = |found: regex::Captures<'_>| {
        let (from, to) = (clock(group(&found, 1), group(&found, 2))?, clock(group(&found, 3), group(&found, 4))?);
        Some(hit(&found, format!("{from}-{to}")))
    };
    let hours = |found: regex::Captures<'_>| {
        let (from, to) = (clock(group(&found, 1), "")?, clock(group(&found, 2), "")?);
        Some(hit(&found, format!("{from}-{to}")))
    };
    let one = |found: regex::Captures<'_>| Some(hit(&found, clock(group(&found, 1), group(&found, 2))?));
    let mut hits: Vec<Hit> = SPAN.find(text).filter_map(span).collect();
    hits.extend(WORDED_SPAN.find(text).filter_map(hours));
    hits.extend(DAY_SPAN.find(text).filter_map(|found| hours_of_day(&found)));
    hits.extend(WORDED.find(text).filter_map(one));
    hits.extend(ENGLISH.find(text).filter_map(|found| english(&found)));
    hits.extend(COLON.find(text).filter_map(one));
    hits
}

fn hours_of_day(found: &regex::Captures<'_>) -> Option<Hit> {
    let (first, last) = (found.get(1)?, found.get(2)?);
    let value = format!("{}-{}", clock(first.as_str(), "")?, clock(last.as_str(), "")?);
    Some(Hit::new(Kind::Time, first.start()..last.end(), value, Strength::Medium))
}

fn hit(found: &regex::Captures<'_>, value: String) -> Hit {
    Hit::new(Kind::Time, whole(found), value, Strength::Strong)
}

fn clock(hour: &str, minute: &str) -> Option<String> {
    let hour: u8 = hour.parse().ok()?;
    let minute: u8 = if minute.is_empty() { 0 } else { minute.parse().ok()? };
    (hour <= 24).then(|| format!("{hour:02}:{minute:02}"))
}

fn english(found: &regex::Captures<'_>) -> Option<Hit> {
    let hour: u8 = group(found, 1).parse().ok()?;
    let afternoon = group(found, 3).to_lowercase().starts_with('p');
    let hour = match (hour, afternoon) {
        (12, false) => 0,
        (1..=11, true) => hour + 12,
        (0..=12, _) => hour,
        _ => return None,
    };
    Some(hit(found, clock(&hour.to_string(), group(found, 2))?))
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, assert_table};

    #[test]
    fn clock_times_have_one_form() {
        assert_table(
            Kind::Time,
            &[
                ("kl. 09:00", &["09:00"]),
                ("klokka 9", &["09:00"]),
                ("kl. 0900", &["09:00"]),
                ("09.00–15.30", &["09:00-15:30"]),
                ("kl 9-15", &["09:00-15:00"]),
                ("from 9 am to 3:30 pm", &["09:00", "15:30"]),
                ("torsdag 10-17 og fredager: 9–15", &["10:00-17:00", "09:00-15:00"]),
                ("14 dager 2-3 ganger", &[]),
                ("mellom 10:00 og 14:00", &["10:00-14:00"]),
                ("12.50", &[]),
                ("01.03.2026", &[]),
            ],
        );
    }
}
