//! Amounts of money (beløp): sign or word before or behind, groups, decimals, millions, and prices per square metre.

use super::{
    Hit, Kind, Strength,
    numeral::{Decimal, last_words},
    pattern::{Pattern, group, tail, whole},
    quantity::canonical,
    sign::{Needs, Page, Signs},
};
use jiff::civil::Date;

static SIGN_FIRST: Pattern = Pattern::on(
    concat!(
        r"(?i)(?:\b(kr|kroner|nok|eur|euro|usd|sek|dkk|gbp)\b\.?:?|([€$£]))~{0,2}(#)(?:~?(mill|mrd|tusen|millioner|millionar|million|milliarder|milliardar|milliard)\b\.?)?",
        r"(?:[,.][-–—])?(?:~?(?:/|per~|pr\.?~)~?(m²|m2|kvm|kvadratmeter|m³|m3|kubikkmeter))?"
    ),
    Needs::figures(1).all(Signs::MONEY),
);
static SIGN_LAST: Pattern = Pattern::on(
    concat!(
        r"(?i)\b(#)~?(?:(mill|mrd|tusen|millioner|millionar|million|milliarder|milliardar|milliard|thousand)\b\.?~?)?",
        r"(?:(kroner|kronar|kroners|kronor|kr|nok|euro|eur|sek|dkk|usd|gbp)\b|([€£])|([,.][-–—]))",
        r"(?:~?(?:/|\.~?/|per~|pr\.?~)~?(m²|m2|kvm|kvadratmeter|m³|m3|kubikkmeter))?"
    ),
    Needs::figures(1).all(Signs::MONEY),
);

static NOUN: Pattern = Pattern::on(
    r"(?i)~(kroner|kronar|euro|prosent|percent|promille|kvadratmeter|kilometer|centimeter|meter|liter)\b",
    Needs::figures(0).all(Signs::NOUN),
);
/// The longest number in words, in bytes.
const LONGEST: usize = 90;

/// Amounts, percentages and measures whose number is written in words.
pub(super) fn spelled(text: &Page<'_>, _: Date) -> Vec<Hit> {
    NOUN.find(text).filter_map(|found| in_words(text, &found)).collect()
}

fn in_words(text: &str, found: &regex::Captures<'_>) -> Option<Hit> {
    let range = whole(found);
    let before = tail(text, range.start, LONGEST);
    let line = before.rsplit(['\n', '.', ',', ':', '(']).next().unwrap_or_default();
    let (at, number) = last_words(line)?;
    let noun = group(found, 1).to_lowercase();
    let start = range.start - line.len() + at;
    let (kind, value) = match noun.as_str() {
        "prosent" | "percent" => (Kind::Percent, format!("{number} %")),
        "kroner" | "kronar" | "euro" => {
            (Kind::Amount, format!("{} {}", currency(&noun), Decimal::whole(number).money()))
        }
        unit => (Kind::Number, format!("{number} {}", canonical(unit))),
    };
    Some(Hit::new(kind, start..range.end, value, Strength::Strong))
}

/// All amounts.
pub(super) fn find(text: &Page<'_>, _: Date) -> Vec<Hit> {
    let first = SIGN_FIRST.find(text).filter_map(|found| {
        let sign = [group(&found, 1), group(&found, 2)].concat();
        hit(&found, [group(&found, 3), group(&found, 4), &sign, group(&found, 5)])
    });
    let last = SIGN_LAST.find(text).filter_map(|found| {
        let sign = [group(&found, 3), group(&found, 4)].concat();
        hit(&found, [group(&found, 1), group(&found, 2), &sign, group(&found, 6)])
    });
    first.chain(last).collect()
}

/// A number without groups has no more digits than this; what is longer is an account or a date that ran together with it.
const UNGROUPED: usize = 9;

/// From number, multiple, sign and unit.
fn hit(found: &regex::Captures<'_>, [number, multiple, sign, unit]: [&str; 4]) -> Option<Hit> {
    if number.split(|c: char| !c.is_ascii_digit()).any(|group| group.len() > UNGROUPED) {
        return None;
    }
    let amount = Decimal::read(number)?.times(times(multiple)).money();
    let value = format!("{} {amount}{}", currency(sign), per(unit));
    Some(Hit::new(Kind::Amount, whole(found), value, Strength::Strong))
}

fn times(multiple: &str) -> i128 {
    match multiple.to_lowercase().as_str() {
        "" => 1,
        "tusen" | "thousand" => 1_000,
        "mrd" => 1_000_000_000,
        word if word.starts_with("milliard") => 1_000_000_000,
        _ => 1_000_000,
    }
}

fn currency(sign: &str) -> &'static str {
    match sign.to_lowercase().as_str() {
        "eur" | "euro" | "€" => "EUR",
        "usd" | "$" => "USD",
        "gbp" | "£" => "GBP",
        "sek" | "kronor" => "SEK",
        "dkk" => "DKK",
        _ => "NOK",
    }
}

fn per(unit: &str) -> &'static str {
    match unit.to_lowercase().as_str() {
        "" => "",
        "m³" | "m3" | "kubikkmeter" => "/m³",
        _ => "/m²",
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, assert_table};

    #[test]
    fn numbers_in_words_are_amounts_before_their_currency() {
        assert_table(
            Kind::Amount,
            &[
                ("Gebyret er tolv tusen fem hundre kroner.", &["NOK 12500.00"]),
                ("Det kostar fem hundre kronar i 2026", &["NOK 500.00"]),
                ("mange kroner", &[]),
                ("du og to kroner", &["NOK 2.00"]),
            ],
        );
        assert_table(Kind::Percent, &[("Du får ti prosent", &["10 %"]), ("femti prosent", &["50 %"])]);
    }

    #[test]
    fn amounts_have_one_form() {
        assert_table(
            Kind::Amount,
            &[
                ("kr 12 500,-", &["NOK 12500.00"]),
                ("kr. 12.500,00", &["NOK 12500.00"]),
                ("12 500 kroner", &["NOK 12500.00"]),
                ("12\u{a0}500 kr", &["NOK 12500.00"]),
                ("kr 12\u{202f}500", &["NOK 12500.00"]),
                ("NOK 12,500.00", &["NOK 12500.00"]),
                ("12,5 mill. kr", &["NOK 12500000.00"]),
                ("kr 2,4 millioner", &["NOK 2400000.00"]),
                ("1 250 kr/m²", &["NOK 1250.00/m²"]),
                ("kr 45 per kvadratmeter", &["NOK 45.00/m²"]),
                ("kr 12 500,50.", &["NOK 12500.50"]),
                ("2889,- + 3210,- = 6099,-", &["NOK 2889.00", "NOK 3210.00", "NOK 6099.00"]),
                ("gebyret er 500 kr.", &["NOK 500.00"]),
                ("Det kostar 3 300 kronar", &["NOK 3300.00"]),
                ("€ 100 og 50 euro", &["EUR 100.00", "EUR 50.00"]),
                ("kr 500, og 2 barn", &["NOK 500.00"]),
                ("kravet 12 er krevd", &[]),
                ("kr 12 50020261234", &[]),
                ("kr 1250020261234", &[]),
                ("50020261234 kr", &[]),
                ("kr 999999999", &["NOK 999999999.00"]),
                ("12 500", &[]),
            ],
        );
    }
}
