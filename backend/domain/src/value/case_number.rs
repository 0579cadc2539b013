//! Case numbers (saksnumre) and our own references; school years, meeting items, fractions and cadastral numbers are none.

use super::{
    Hit, Kind, Strength,
    pattern::{Pattern, after, before, group, tail, whole},
    sign::{Needs, Page, Signs},
};
use jiff::civil::Date;

static REFERENCE: Pattern =
    Pattern::on(r"(?i)\bSV-[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b", Needs::figures(0).all(Signs::REPLY));

static WORDED: Pattern = Pattern::on(
    concat!(
        r"(?i)\b(?:(?:arkiv)?sak(?:s?nr|snummer|snummeret|en|a)?|saksref|sag(?:snr|snummer)?|ärende(?:nummer)?|diarienr|dnr|",
        r"case(?:~(?:no|number|nr))?|(?:vår|vårt|dykkar|deres|dykkar|our|your)~{1,2}ref(?:eranse|erence)?|ref(?:eranse|erence)?)",
        r"\.?~{0,3}:?~{0,3}((?:19|20)?[0-9]{2})~?/~?([0-9]{1,6})(?:~?-~?([0-9]{1,4}))?\b"
    ),
    Needs::figures(3).any(Signs::CASE).all(Signs::SLASH),
);

static FULL: Pattern =
    Pattern::number(r"\b((?:19|20)[0-9]{2})/([0-9]{1,6})(?:-([0-9]{1,4}))?\b", Needs::figures(5).all(Signs::SLASH));
static SHORT: Pattern =
    Pattern::number(r"\b([0-9]{2})/([0-9]{3,6})(?:-([0-9]{1,4}))?\b", Needs::figures(5).all(Signs::SLASH));

static CADASTRAL: Pattern = Pattern::new(
    r"(?i)(?:g\.?(?:årds)?nr|b\.?(?:ruks)?nr|gbnr|eiendom(?:men)?|eigedom(?:men)?|matrikkel(?:nummer|nr)?|property)[.:]?~{0,2}(?:[0-9/., -]{0,12})$",
);
static MEETING: Pattern = Pattern::new(
    r"(?i)\b(?:ps|fs|fsk|kst|ks|utvalg(?:s|et)?|utval(?:s|et)?|formannskap(?:et)?|kommunestyre(?:t)?)[-,]?~{0,2}(?:i~)?$",
);

/// Our references.
pub(super) fn references(text: &Page<'_>, _: Date) -> Vec<Hit> {
    REFERENCE
        .find(text)
        .map(|found| {
            let range = whole(&found);
            let value = text[range.clone()].to_uppercase();
            Hit::new(Kind::ReplyReference, range, value, Strength::Strong)
        })
        .collect()
}

/// Case numbers beside a word that says so.
pub(super) fn worded(text: &Page<'_>, today: Date) -> Vec<Hit> {
    let hit = |found: regex::Captures<'_>| {
        let range = whole(&found);
        let value = number(&found, today)?;
        if MEETING.first(tail(text, range.start, 40)).is_some() || goes_on(text, range.end) {
            return None;
        }
        // «Sak 10/13» is as often item 10 of a meeting in 2013.
        let short = group(&found, 1).len() == 2 && group(&found, 2).len() < 3;
        let strength = if short { Strength::Medium } else { Strength::Strong };
        let start = found.get(1).map_or(range.start, |year| year.start());
        let start = if text[range.start..start].len() > 24 { start } else { range.start };
        Some(Hit::new(Kind::CaseNumber, start..range.end, value, strength))
    };
    WORDED.find(text).filter_map(hit).collect()
}

/// Case numbers by their form alone; a school year is kept as a number, so that nothing takes its parts.
pub(super) fn bare(text: &Page<'_>, today: Date) -> Vec<Hit> {
    let full = FULL.find(text).filter_map(|found| bare_hit(text, &found, today, Strength::Medium));
    let short = SHORT.find(text).filter_map(|found| bare_hit(text, &found, today, Strength::Weak));
    full.chain(short).collect()
}

fn bare_hit(text: &str, found: &regex::Captures<'_>, today: Date, strength: Strength) -> Option<Hit> {
    let range = whole(found);
    let joined = matches!(before(text, range.start), Some('/' | '-' | '.' | ','));
    let around = tail(text, range.start, 40);
    if joined || goes_on(text, range.end) || CADASTRAL.first(around).is_some() || MEETING.first(around).is_some() {
        return None;
    }
    if is_school_year(group(found, 1), group(found, 2)) {
        let value = text[range.clone()].to_owned();
        return Some(Hit::new(Kind::Number, range, value, Strength::Medium));
    }
    let value = number(found, today)?;
    let old = group(found, 1).len() == 4 && group(found, 1) < "1990";
    (!old).then(|| Hit::new(Kind::CaseNumber, range, value, strength))
}

/// A slash or a decimal sign and a digit follow: part of a longer number.
fn goes_on(text: &str, end: usize) -> bool {
    let digit = |at: usize| after(text, at).is_some_and(|c| c.is_ascii_digit());
    match after(text, end) {
        Some('/' | '-' | '.' | ',') => digit(end + 1),
        _ => false,
    }
}

/// `2026/2027`, `2026/27`, `26/27`.
fn is_school_year(first: &str, second: &str) -> bool {
    let (Ok(a), Ok(b)) = (first.parse::<u32>(), second.parse::<u32>()) else { return false };
    match (first.len(), second.len()) {
        (4, 4) => b == a + 1,
        (_, 2) => b == (a + 1) % 100,
        _ => false,
    }
}

/// The normal form, when the year can be one.
fn number(found: &regex::Captures<'_>, today: Date) -> Option<String> {
    let newest = i32::from(today.year()) + 1;
    let year: i32 = group(found, 1).parse().ok()?;
    let year = match group(found, 1).len() {
        4 => year,
        _ if year + 2000 <= newest => year + 2000,
        _ => year + 1900,
    };
    let sequence: u32 = group(found, 2).parse().ok()?;
    if !(1970..=newest).contains(&year) || sequence == 0 {
        return None;
    }
    let document = group(found, 3).parse::<u32>().map(|document| format!("-{document}")).unwrap_or_default();
    Some(format!("{year}/{sequence}{document}"))
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, Strength, assert_table, find};
    use jiff::civil::date;

    #[test]
    fn case_numbers_are_told_from_what_looks_like_them() {
        assert_table(
            Kind::CaseNumber,
            &[
                ("Gjelder sak 2026/1234.", &["2026/1234"]),
                ("saksnr. 26/01234-5", &["2026/1234-5"]),
                ("arkivsaksnr: 13/3081", &["2013/3081"]),
                ("vår ref.: 2024/1234-5/KAN", &["2024/1234-5"]),
                ("Vår ref: 2020/000234-23", &["2020/234-23"]),
                ("Deres ref 24/01234", &["2024/1234"]),
                ("your reference 2026/77 please", &["2026/77"]),
                ("se 2026/1234-5 om tilbygg", &["2026/1234-5"]),
                ("om 26/1234", &["2026/1234"]),
                ("skoleåret 2026/2027 og 2026/27 og 26/27", &[]),
                ("gnr/bnr 49/311 og eiendommen 63/108", &[]),
                ("PS 10/13 og FSK-12/26", &[]),
                ("24/7, 1/2 kopp, 12/3", &[]),
                ("journal 25367/2011", &[]),
                ("dato 2026/03/01", &[]),
                ("sak 2031/12", &[]),
                ("4999-47/690", &[]),
            ],
        );
    }

    #[test]
    fn the_word_and_the_year_say_how_sure() {
        for (text, strength) in [
            ("sak 26/1234", Strength::Strong),
            ("vedtak i sak 10/13", Strength::Medium),
            ("om 2026/1234 her", Strength::Medium),
            ("om 26/1234 her", Strength::Weak),
        ] {
            assert_eq!(find(text, date(2026, 11, 21))[0].strength, strength, "{text}");
        }
    }

    #[test]
    fn our_references_are_found_in_any_case() {
        assert_table(
            Kind::ReplyReference,
            &[
                ("Ref. SV-7K2M-Q4TD-9XWB-H3PA", &["SV-7K2M-Q4TD-9XWB-H3PA"]),
                ("ref. sv-7k2m-q4td-9xwb-h3pa.", &["SV-7K2M-Q4TD-9XWB-H3PA"]),
                ("SV-7K2M-Q4TD", &[]),
            ],
        );
    }
}
