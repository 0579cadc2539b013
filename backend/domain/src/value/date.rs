//! Dates (datoer) in Norwegian, Danish, Swedish and English, in words and in figures; a day that does not exist is none.

use super::{
    Hit, Kind, Strength,
    pattern::{Pattern, after, before, group, whole},
    sign::{Needs, Page, Signs},
};
use jiff::civil::Date;

static DAY_FIRST: Pattern = Pattern::on(
    concat!(
        r"(?i)\b([0-9]{1,2})(?:\.|st|nd|rd|th)?~{0,2}(?:of~)?",
        r"(januari|january|januar|jan|februari|february|februar|feb|mars|march|marts|mar|april|apr|mai|maj|may|juni|june|jun|juli|july|jul|",
        r"augusti|august|aug|september|sept|sep|oktober|october|okt|oct|november|nov|desember|december|des|dec)\b\.?(?:,?~{1,2}((?:19|20)[0-9]{2})\b)?"
    ),
    Needs::figures(1).any(Signs::MONTH.or(Signs::LETTERED)),
);
static MONTH_FIRST: Pattern = Pattern::on(
    concat!(
        r"\b(January|Jan|February|Feb|March|Mar|April|Apr|May|June|Jun|July|Jul|August|Aug|September|Sept|Sep|October|Oct|November|Nov|December|Dec)",
        r"\.?~([0-9]{1,2})(?:st|nd|rd|th)?\b(?:,?~{1,2}((?:19|20)[0-9]{2})\b)?"
    ),
    Needs::figures(1).all(Signs::MONTH),
);
static MONTH_YEAR: Pattern = Pattern::on(
    concat!(
        r"(?i)\b(januari|january|januar|februari|february|februar|mars|march|marts|april|mai|maj|may|juni|june|juli|july|",
        r"augusti|august|september|oktober|october|november|desember|december)~{1,2}((?:19|20)[0-9]{2})\b"
    ),
    Needs::figures(4).all(Signs::MONTH),
);
static ISO: Pattern =
    Pattern::number(r"\b((?:19|20)[0-9]{2})-([0-9]{2})-([0-9]{2})\b", Needs::figures(8).all(Signs::HYPHEN));
static FIGURES: Pattern = Pattern::number(
    r"\b([0-9]{1,2})([./])~?([0-9]{1,2})[./]~?((?:19|20)[0-9]{2}|[0-9]{2})\b",
    Needs::figures(4).any(Signs::DOT.or(Signs::SLASH)),
);
static WITHOUT_YEAR: Pattern = Pattern::on(
    r"(?i)\b(?:den|innen|innan|fra|frå|til|før|etter|frist|fristen er|senest|seinast|dato)~([0-9]{1,2})\.([0-9]{1,2})\.(?:[^0-9]|$)",
    Needs::figures(2).all(Signs::DOTTED),
);

static ORDINAL: Pattern = Pattern::on(
    concat!(
        r"(?i)\b([a-zæøå]{4,14}(?:-[a-z]{4,8})?)~(?:of~)?(januar|january|februar|february|mars|march|april|mai|may|juni|june|juli|july|",
        r"august|september|oktober|october|november|desember|december)\b(?:,?~((?:19|20)[0-9]{2})\b)?"
    ),
    Needs::figures(0).all(Signs::MONTH),
);
/// The ordinals from the first to the nineteenth by their beginnings, which three languages share or nearly share.
const ORDINALS: [&[&str]; 19] = [
    &["første", "fyrste", "first"],
    &["andre", "annen", "second"],
    &["tredje", "third"],
    &["fjerde", "fourth"],
    &["femte", "fifth"],
    &["sjette", "sixth"],
    &["sjuende", "syvende", "sjuande", "seventh"],
    &["åttende", "åttande", "eighth"],
    &["niende", "niande", "ninth"],
    &["tiende", "tiande", "tenth"],
    &["ellevte", "elvte", "eleventh"],
    &["tolvte", "twelfth"],
    &["trettende", "trettande", "thirteenth"],
    &["fjortende", "fjortande", "fourteenth"],
    &["femtende", "femtande", "fifteenth"],
    &["sekstende", "sekstande", "sixteenth"],
    &["syttende", "syttande", "seventeenth"],
    &["attende", "attande", "eighteenth"],
    &["nittende", "nittande", "nineteenth"],
];

/// Dates whose day is written in words: «første mars 2026».
pub(super) fn spelled(text: &Page<'_>, _: Date) -> Vec<Hit> {
    ORDINAL.find(text).filter_map(|found| in_words(&found)).collect()
}

fn in_words(found: &regex::Captures<'_>) -> Option<Hit> {
    let day = ordinal(&group(found, 1).to_lowercase())?.to_string();
    let month = month_number(group(found, 2))?.to_string();
    let year = group(found, 3);
    let value = if year.is_empty() { yearless(&day, &month)? } else { full([year, &month, &day])? };
    Some(Hit::new(Kind::Date, whole(found), value, Strength::Strong))
}

/// 1 to 31.
fn ordinal(word: &str) -> Option<usize> {
    let small = |word: &str| ORDINALS.iter().position(|row| row.contains(&word)).map(|at| at + 1);
    match word {
        "tjuende" | "tyvende" | "tjuande" | "twentieth" => return Some(20),
        "trettiende" | "tredevte" | "trettiande" | "thirtieth" => return Some(30),
        _ => {}
    }
    let tens = [("tjue", 20), ("twenty-", 20), ("tretti", 30), ("thirty-", 30)];
    let tens = tens.into_iter().find_map(|(tens, value)| Some(value + small(word.strip_prefix(tens)?)?));
    small(word).or(tens)
}

/// The first day of «24. og 31. desember» and «20.–24. mars», which has its month from the second.
static PAIRED: Pattern = Pattern::on(
    concat!(
        r"(?i)\b([0-9]{1,2})\.?~?(?:og|and|til|to|,|-|–)~?[0-9]{1,2}\.?~",
        r"(januar|january|februar|february|mars|march|april|mai|may|juni|june|juli|july|august|september|oktober|october|november|desember|december)\b",
        r"(?:~((?:19|20)[0-9]{2})\b)?"
    ),
    Needs::figures(2).all(Signs::MONTH),
);

fn paired(found: &regex::Captures<'_>) -> Option<Hit> {
    let (day, month, year) = (found.get(1)?, month_number(group(found, 2))?.to_string(), group(found, 3));
    let value = if year.is_empty() { yearless(day.as_str(), &month)? } else { full([year, &month, day.as_str()])? };
    Some(Hit::new(Kind::Date, day.range(), value, Strength::Medium))
}

/// All dates.
pub(super) fn find(text: &Page<'_>, _: Date) -> Vec<Hit> {
    let mut hits: Vec<Hit> = ISO.find(text).filter_map(|found| iso(text, &found)).collect();
    hits.extend(FIGURES.find(text).filter_map(|found| figures(text, &found)));
    hits.extend(DAY_FIRST.find(text).filter_map(|found| worded(text, &found, [1, 2])));
    hits.extend(MONTH_FIRST.find(text).filter_map(|found| worded(text, &found, [2, 1])));
    hits.extend(MONTH_YEAR.find(text).filter_map(|found| month_year(&found)));
    hits.extend(PAIRED.find(text).filter_map(|found| paired(&found)));
    hits.extend(WITHOUT_YEAR.find(text).filter_map(|found| without_year(&found)));
    hits
}

fn iso(text: &str, found: &regex::Captures<'_>) -> Option<Hit> {
    let range = whole(found);
    let joined = before(text, range.start).is_some_and(|c| c == '-' || c == '/');
    let value = full([group(found, 1), group(found, 2), group(found, 3)])?;
    (!joined).then(|| Hit::new(Kind::Date, range, value, Strength::Strong))
}

fn figures(text: &str, found: &regex::Captures<'_>) -> Option<Hit> {
    let range = whole(found);
    let year = group(found, 4);
    // «1/2/26» is a property as easily as a date; with slashes a date is written in full.
    if group(found, 2) == "/" && year.len() == 2 {
        return None;
    }
    let digit = |at| after(text, at).is_some_and(|c: char| c.is_ascii_digit());
    let joined = before(text, range.start).is_some_and(|c| ".,/-".contains(c))
        || (after(text, range.end) == Some('.') && digit(range.end + 1));
    let year =
        if year.len() == 2 { format!("{}{year}", if year < "70" { "20" } else { "19" }) } else { year.to_owned() };
    let value = full([&year, group(found, 3), group(found, 1)])?;
    (!joined).then(|| Hit::new(Kind::Date, range, value, Strength::Strong))
}

/// Groups: the places of day and month; the year is the third.
fn worded(text: &str, found: &regex::Captures<'_>, [day, month]: [usize; 2]) -> Option<Hit> {
    let range = whole(found);
    let (day, name, year) = (group(found, day), group(found, month), group(found, 3));
    // «You 2 may» is no date; nor is the last part of a longer number.
    let unsure = (year.is_empty() && name == "may") || before(text, range.start).is_some_and(|c| ".,/".contains(c));
    let month = month_number(name)?.to_string();
    let value = if year.is_empty() { yearless(day, &month)? } else { full([year, &month, day])? };
    let end = range.end - usize::from(year.is_empty() && text[..range.end].ends_with('.'));
    (!unsure).then(|| Hit::new(Kind::Date, range.start..end, value, Strength::Strong))
}

fn month_year(found: &regex::Captures<'_>) -> Option<Hit> {
    let value = format!("{}-{:02}", group(found, 2), month_number(group(found, 1))?);
    Some(Hit::new(Kind::Date, whole(found), value, Strength::Medium))
}

fn without_year(found: &regex::Captures<'_>) -> Option<Hit> {
    let (day, month) = (found.get(1)?, found.get(2)?);
    let value = yearless(day.as_str(), month.as_str())?;
    Some(Hit::new(Kind::Date, day.start()..month.end() + 1, value, Strength::Medium))
}

/// `2026-03-01`, from year, month and day.
fn full([year, month, day]: [&str; 3]) -> Option<String> {
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
    Some(date.to_string())
}

/// `--03-01`; the leap year 2024 lets 29 February be.
fn yearless(day: &str, month: &str) -> Option<String> {
    let date = Date::new(2024, month.parse().ok()?, day.parse().ok()?).ok()?;
    Some(format!("--{:02}-{:02}", date.month(), date.day()))
}

/// 1 to 12, by the first letters of the name.
pub(super) fn month_number(name: &str) -> Option<u8> {
    let name = name.to_lowercase();
    let starts = [
        ("jan", 1),
        ("feb", 2),
        ("mar", 3),
        ("apr", 4),
        ("mai", 5),
        ("maj", 5),
        ("may", 5),
        ("jun", 6),
        ("jul", 7),
        ("aug", 8),
        ("sep", 9),
        ("okt", 10),
        ("oct", 10),
        ("nov", 11),
        ("des", 12),
        ("dec", 12),
    ];
    starts.into_iter().find(|(start, _)| name.starts_with(start)).map(|(_, number)| number)
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, assert_table};

    #[test]
    fn days_in_words_are_dates() {
        assert_table(
            Kind::Date,
            &[
                ("innen første mars 2026", &["2026-03-01"]),
                ("fyrste mai", &["--05-01"]),
                ("tjuefjerde desember", &["--12-24"]),
                ("the thirty-first of January 2027", &["2027-01-31"]),
                ("siste mars", &[]),
                ("trettiførste februar 2026", &["2026-02"]),
            ],
        );
    }

    #[test]
    fn dates_have_one_form() {
        assert_table(
            Kind::Date,
            &[
                ("1. mars 2026", &["2026-03-01"]),
                ("1.mars", &["--03-01"]),
                ("innen 1. mars.", &["--03-01"]),
                ("01.03.2026", &["2026-03-01"]),
                ("1.3.26", &["2026-03-01"]),
                ("2026-03-01", &["2026-03-01"]),
                ("1. marts 2026 og 1 mars 2026", &["2026-03-01", "2026-03-01"]),
                ("17. mai", &["--05-17"]),
                ("24. desember 2026", &["2026-12-24"]),
                ("March 1, 2026 and 3rd of May 2026", &["2026-03-01", "2026-05-03"]),
                ("den 5 maj 2026", &["2026-05-05"]),
                ("i mars 2026", &["2026-03"]),
                ("innen 1.3. sender vi", &["--03-01"]),
                ("29. februar", &["--02-29"]),
                ("stengt 24. og 31. desember", &["--12-24", "--12-31"]),
                ("20.–24. mars 2026", &["2026-03-20", "2026-03-24"]),
                ("31.02.2026 og 30. februar", &[]),
                ("punkt 1.3.2", &[]),
                ("you 2 may go", &[]),
                ("gården 12/3", &[]),
            ],
        );
    }
}
