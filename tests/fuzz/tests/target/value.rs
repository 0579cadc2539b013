//! What can be recognised in a text (verdier): places that hold what they say, in order, and normal forms that are their own.

use crate::words::{SAID, at};
use domain::value::{Kind, Value, checksum, find, spelled};
use jiff::civil::{Date, date};
use vocabulary::CaseNumber;

const TODAY: Date = date(2026, 11, 21);

const WORDS: &[&str] = &[
    "kr",
    "kr.",
    "NOK",
    "12 500",
    "12.500,-",
    "1.234.567,89",
    "tusen",
    "millioner",
    "ti tusen kroner",
    "hundre og tjue",
    "per m²",
    "kroner",
    "1. mars 2026",
    "1.3.26",
    "31.02.2026",
    "2026-03-01",
    "mars",
    "første mars",
    "innen",
    "frist",
    "tre uker",
    "14 dager",
    "fem virkedager",
    "48 timer",
    "6-8 uker",
    "kl. 09.00",
    "kl 25:99",
    "09:00–15:30",
    "§",
    "§§ 11-13",
    "fvl. § 11 a",
    "offentleglova § 3",
    "første ledd",
    "nr. 2 bokstav b",
    "art. 15",
    "GDPR",
    "sak",
    "saksnr.",
    "26/1234",
    "2026/1234-5",
    "2026001234",
    "gnr. 47",
    "bnr. 690",
    "47/690",
    "4999-47/690",
    "konto",
    "8601 11 17947",
    "8601.11.17947",
    "KID 1234567890128",
    "NO93 8601 1117 947",
    "org.nr.",
    "995 525 828",
    "tlf.",
    "+47 22 22 55 55",
    "0047",
    "22225555",
    "per.haug@example.no",
    "a@b",
    "Storgata 12 B",
    "4999 Fjordvik",
    "25 %",
    "12,5 prosent",
    "50 m²",
    "kvm",
    "Per Haug",
    "Kari",
    "Fjordvik kommune",
    "SV-0000-0000-0000-0000",
    "/",
    "-",
    ".",
    ",",
    ":",
    "–",
    "1",
    "9",
    "00",
    "99999999",
    "\u{a0}",
    "\n",
    "og",
    "til",
];

fuzz::target!(
    /// Identifiers, amounts, dates, durations, references.
    value_find, 400, |pick| {
    let text = pick.text_of(&[WORDS, WORDS, WORDS, SAID]);
    let scalars: Vec<char> = text.chars().collect();
    let mut end = 0;
    for value in find(&text, TODAY) {
        assert_eq!(at(&scalars, value.span), value.text, "{text:?}");
        assert!(end <= value.span.start && !value.span.is_empty() && !value.value.is_empty(), "{text:?}: {value:?}");
        end = value.span.end;
        is_well_formed(&value, &text);
    }
});

fn is_well_formed(value: &Value, text: &str) {
    let written = &value.value;
    let digits = |count: usize| written.len() == count && written.bytes().all(|byte| byte.is_ascii_digit());
    let fine = match value.kind {
        Kind::CaseNumber => written.split('-').next().is_some_and(|number| number.parse::<CaseNumber>().is_ok()),
        Kind::Organisation => digits(9),
        Kind::BankAccount => digits(11),
        Kind::Email => written == &written.to_lowercase() && written.contains('@'),
        Kind::Amount => {
            written.starts_with("NOK ") || written.split(' ').next().is_some_and(|currency| currency.len() == 3)
        }
        Kind::Date if written.len() == 10 => written.parse::<Date>().is_ok(),
        Kind::Phone => written.strip_prefix('+').unwrap_or(written).bytes().all(|byte| byte.is_ascii_digit()),
        Kind::Deadline => written.starts_with('P'),
        _ => true,
    };
    assert!(fine, "{value:?} in {text:?}");
}

fuzz::target!(
    /// A normal form, read again, is itself.
    value_normal_form, 300, |pick| {
    let text = pick.line(WORDS);
    let kept = |kind: Kind| matches!(kind, Kind::Law | Kind::Email | Kind::Date | Kind::Amount | Kind::CaseNumber | Kind::Iban);
    // An amount of billions is no amount that a municipality writes.
    const LONGEST: usize = 16;
    for value in find(&text, TODAY).into_iter().filter(|value| kept(value.kind)) {
        if (value.kind == Kind::Date && value.value.len() != 10) || value.value.len() > LONGEST {
            continue;
        }
        let again = find(&value.value, TODAY);
        let same = again.iter().any(|other| (other.kind, &other.value) == (value.kind, &value.value));
        assert!(same, "{value:?} in {text:?}, read again: {again:?}");
    }
});

/// The values of a text that begin before a place, without what only their place says.
fn found(text: &str, before: usize) -> Vec<(Kind, String, usize, usize)> {
    let values = find(text, TODAY).into_iter().filter(|value| value.span.start < before);
    values.map(|value| (value.kind, value.value, value.span.start, value.span.end)).collect()
}

fuzz::target!(
    /// Lines that show no sign of a value are not read: a line that shows every sign (a letter that only Unicode folds) holds the same values.
    value_signs, 600, |pick| {
    let line = pick.text_of(&[WORDS, WORDS, SAID]).replace('\n', " ");
    let scalars = line.chars().count();
    assert_eq!(found(&format!("{line} ; s"), scalars), found(&format!("{line} ; ſ"), scalars), "{line:?}");
});

fuzz::target!(
    /// Lines above and below that hold nothing change nothing.
    value_around, 400, |pick| {
    let text = pick.text_of(&[WORDS, WORDS, SAID]);
    const ABOVE: &str = "\n;\n";
    let moved = ABOVE.chars().count();
    let alone: Vec<_> = found(&text, usize::MAX).into_iter().map(|(kind, value, start, end)| (kind, value, start + moved, end + moved)).collect();
    assert_eq!(alone, found(&format!("{ABOVE}{text}\n;\n"), usize::MAX), "{text:?}");
});

fuzz::target!(
    /// Words for numbers, and the sums of identifiers.
    value_parts, 2_000, |pick| {
    const PARTS: &[&str] = &["en", "to", "tjue", "hundre", "tusen", "million", "og", "elleve", "åtti", "nitten", "første", "tjuende", "0", "1", "9", "NO"];
    let word = pick.text(PARTS);
    let _ = (spelled(&word), domain::value::act(&word));
    let _ = (checksum::is_organisation(&word), checksum::is_account(&word), checksum::luhn(&word));
    let _ = (checksum::is_kid(&word), checksum::is_iban(&word), word.parse::<CaseNumber>());
});
