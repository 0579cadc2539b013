//! Percentages and numbers (tall), alone or with a unit.

use super::{
    Hit, Kind, Strength,
    numeral::Decimal,
    pattern::{Pattern, after, before, group, head, is_blank, whole},
    sign::{Needs, Page, Signs},
};
use jiff::civil::Date;

static PERCENT: Pattern = Pattern::on(
    r"(?i)\b(#)~?(?:%|prosent(?:poeng)?\b|percent\b|per~cent\b|pst\b\.?)",
    Needs::figures(1).all(Signs::PERCENT),
);
static SLASHED: Pattern = Pattern::number(r"\b[0-9]{1,6}(?:/[0-9]{1,6}){1,3}\b", Needs::figures(2).all(Signs::SLASH));
static WEEK: Pattern = Pattern::on(r"(?i)\b(?:uke|veke|week)~([0-9]{1,2})\b", Needs::figures(1).all(Signs::WEEK));
static NUMBER: Pattern = Pattern::number(r"\b(#)", Needs::figures(1));
static UNIT: Pattern = Pattern::new(concat!(
    r"(?i)^~?(m²|m2|kvm|kvadratmeter|square~met(?:er|re)s?|m³|m3|kubikkmeter|kwh|km/t|kilometer|km|centimeter|cm|millimeter|mm|kg|tonn|liter|promille|meter|m|dekar|daa|",
    r"minutter|minutt|minutes|min|år|years?|barn|stk|personer|personar|plasser|plassar|G|R)(?:[^a-zæøå0-9²³]|$)",
));

/// Percentages.
pub(super) fn percents(text: &Page<'_>, _: Date) -> Vec<Hit> {
    PERCENT
        .find(text)
        .filter_map(|found| {
            let value = format!("{} %", Decimal::read(group(&found, 1))?.plain());
            Some(Hit::new(Kind::Percent, whole(&found), value, Strength::Strong))
        })
        .collect()
}

/// Numbers with a unit, or alone; citations and the numbers of a list are none.
pub(super) fn numbers(text: &Page<'_>, _: Date) -> Vec<Hit> {
    let slashed = SLASHED
        .find(text)
        .map(|found| Hit::new(Kind::Number, whole(&found), group(&found, 0).to_owned(), Strength::Weak));
    let weeks = WEEK.find(text).map(|found| {
        Hit::new(
            Kind::Number,
            whole(&found),
            format!("uke {}", group(&found, 1).trim_start_matches('0')),
            Strength::Medium,
        )
    });
    slashed.chain(weeks).chain(NUMBER.find_before_letters(text).filter_map(|found| number(text, &found))).collect()
}

fn number(text: &Page<'_>, found: &regex::Captures<'_>) -> Option<Hit> {
    let range = whole(found);
    // Most numbers are part of something that is known by now.
    if !text.is_free(&range) {
        return None;
    }
    let (front, behind) = (before(text, range.start), after(text, range.end));
    let cited = front == Some('[') && behind == Some(']');
    if cited || is_list_mark(text, &range) {
        return None;
    }
    let value = Decimal::read(group(found, 1))?.plain();
    let next = head(text, range.end, 24);
    let lettered = next.trim_start_matches(is_blank).starts_with(char::is_alphabetic);
    let unit = lettered.then(|| UNIT.first(next)).flatten().and_then(|found| found.get(1));
    let attached = unit.is_none() && behind.is_some_and(char::is_alphabetic);
    if attached {
        return None;
    }
    let Some(unit) = unit else { return Some(Hit::new(Kind::Number, range, value, Strength::Weak)) };
    let value = format!("{value} {}", canonical(unit.as_str()));
    Some(Hit::new(Kind::Number, range.start..range.end + unit.end(), value, Strength::Medium))
}

/// «1. Søknad» and «2) Kart» at the start of a line.
fn is_list_mark(text: &str, range: &std::ops::Range<usize>) -> bool {
    let first = text[..range.start].trim_end_matches(is_blank);
    let first = first.is_empty() || first.ends_with('\n');
    let mut rest = text[range.end..].chars();
    first && range.len() <= 2 && matches!(rest.next(), Some('.' | ')')) && rest.next().is_none_or(is_blank)
}

pub(super) fn canonical(word: &str) -> &str {
    match word.to_lowercase().as_str() {
        "m²" | "m2" | "kvm" | "kvadratmeter" => "m²",
        "m³" | "m3" | "kubikkmeter" => "m³",
        "m" | "meter" => "m",
        "km" | "kilometer" => "km",
        "cm" | "centimeter" => "cm",
        "mm" | "millimeter" => "mm",
        "kwh" => "kWh",
        "dekar" | "daa" => "dekar",
        "minutter" | "minutt" | "minutes" | "min" => "min",
        "år" | "year" | "years" => "år",
        "personer" | "personar" => "personer",
        "plasser" | "plassar" => "plasser",
        square if square.starts_with("square") => "m²",
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, assert_table};

    #[test]
    fn numbers_have_one_form() {
        assert_table(
            Kind::Number,
            &[
                ("tilbygg på 50 m² og 4,5 meter", &["50 m²", "4.5 m"]),
                ("50 kvm", &["50 m²"]),
                ("10 centimeter og 3 promille", &["10 cm", "3 promille"]),
                ("femten centimeter snø på tjue meter", &["15 cm", "20 m"]),
                ("0,5 G og 2 R", &["0.5 G", "2 R"]),
                ("vi er 4 i familien", &["4"]),
                ("i 2026", &["2026"]),
                ("1. Søknad\n2) Kart med 3 sider", &["3"]),
                ("gebyret [1] er høyt [12]", &[]),
                ("1/2 kopp", &["1/2"]),
                ("skoleåret 2026/2027", &["2026/2027"]),
                ("uke 12", &["uke 12"]),
                ("H0101 og A4", &[]),
            ],
        );
        assert_table(
            Kind::Percent,
            &[("12,5 %", &["12.5 %"]), ("100 prosent", &["100 %"]), ("50%", &["50 %"]), ("femti", &[])],
        );
    }
}
