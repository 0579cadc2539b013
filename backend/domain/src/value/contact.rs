//! Telephone numbers and e-mail addresses (kontaktopplysninger).

use super::{
    Hit, Kind, Strength,
    pattern::{Pattern, before, digits, group, whole},
    sign::{Needs, Page, Signs},
};
use jiff::civil::Date;

static EMAIL: Pattern = Pattern::on(
    r"(?i)\b[a-z0-9æøå][a-z0-9æøå._%+'-]*@(?:[a-z0-9æøå-]+\.)+[a-z]{2,20}\b",
    Needs::figures(0).all(Signs::AT),
);
static FOREIGN: Pattern = Pattern::on(
    r"(?:\+|\b00)~?([1-9][0-9]{0,2}(?:[ ()\x{a0}-]?[0-9]){6,13})\b",
    Needs::figures(7).any(Signs::PLUS.or(Signs::NOUGHTS)),
);
static WORDED: Pattern = Pattern::on(
    r"(?i)\b(?:tlf|telefon(?:nummer|nr)?|mob(?:il)?(?:nummer|nr)?|tel|phone|ring(?:~(?:meg~)?(?:på|til))?)\.?:?~{0,3}((?:\+?47~?)?[2-9](?:~?[0-9]){7}|0[0-9]{4}|1[0-9]{2}~?[0-9]{0,3}|8[0-9]{2}~?[0-9]{2}~?[0-9]{3})\b",
    Needs::figures(3).any(Signs::PHONE),
);
static BARE: Pattern = Pattern::number(
    r"\b([2-9][0-9]~[0-9]{2}~[0-9]{2}~[0-9]{2}|[489][0-9]{2}~[0-9]{2}~[0-9]{3}|[2-9][0-9]{7})\b",
    Needs::figures(8),
);

/// E-mail addresses.
pub(super) fn emails(text: &Page<'_>, _: Date) -> Vec<Hit> {
    let hit = |found: regex::Captures<'_>| {
        let value = group(&found, 0).to_lowercase();
        Hit::new(Kind::Email, whole(&found), value, Strength::Strong)
    };
    EMAIL.find(text).map(hit).collect()
}

/// Numbers with a country code, or beside a word that says so.
pub(super) fn marked_phones(text: &Page<'_>, _: Date) -> Vec<Hit> {
    let foreign = FOREIGN.find(text).filter_map(|found| {
        let value = digits(group(&found, 1));
        let norwegian = value.starts_with("47");
        (!norwegian || value.len() == 10)
            .then(|| Hit::new(Kind::Phone, whole(&found), format!("+{value}"), Strength::Strong))
    });
    let worded = WORDED.find(text).filter_map(|found| {
        let number = found.get(1).filter(|number| !goes_on(text, number.end()))?;
        Some(Hit::new(Kind::Phone, number.range(), national(number.as_str()), Strength::Strong))
    });
    foreign.chain(worded).collect()
}

/// Whether digits follow behind a sign: a date or a version ("131.02.2026") is no number to call.
fn goes_on(text: &str, at: usize) -> bool {
    let mut next = text[at..].chars();
    matches!(next.next(), Some('.' | ',' | '/' | '-')) && next.next().is_some_and(|c| c.is_ascii_digit())
}

/// Eight digits in the groups of a telephone number, or in none.
pub(super) fn bare_phones(text: &Page<'_>, _: Date) -> Vec<Hit> {
    BARE.find(text)
        .filter(|found| !matches!(before(text, whole(found).start), Some('/' | '-' | '.' | ',' | '[')))
        .map(|found| Hit::new(Kind::Phone, whole(&found), national(group(&found, 1)), Strength::Medium))
        .collect()
}

/// With country code; short numbers have none.
fn national(number: &str) -> String {
    let digits = digits(number);
    match digits.len() {
        8 => format!("+47{digits}"),
        10 => format!("+{digits}"),
        _ => digits,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, assert_table};

    #[test]
    fn contacts_have_one_form() {
        assert_table(
            Kind::Phone,
            &[
                ("22 22 55 55", &["+4722225555"]),
                ("900 00 000", &["+4790000000"]),
                ("+47 22 22 55 55", &["+4722225555"]),
                ("0047 90000000", &["+4790000000"]),
                ("tlf. 90000000", &["+4790000000"]),
                ("tlf 02800", &["02800"]),
                ("+46 8 123 456 78", &["+46812345678"]),
                ("tlf. 131.02.2026", &[]),
                ("tlf 131, 02800 og 22 22 55 55", &["131", "+4722225555"]),
                ("12 34 56", &[]),
                ("02800", &[]),
                ("22 22 55 55 kroner", &[]),
            ],
        );
        assert_table(
            Kind::Email,
            &[
                ("Skriv til Per.Haug@Example.NO.", &["per.haug@example.no"]),
                ("<a+b@x.example.org>", &["a+b@x.example.org"]),
                ("a@b", &[]),
            ],
        );
    }
}
