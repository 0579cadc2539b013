//! What can be recognised in a text (gjenkjenning): case numbers, amounts, dates, law references and their kin, with a normal form.
//!
//! One file per family. A family sees the whole text and says what it would claim; where two claims meet, the family that
//! stands first in [`FAMILIES`] wins, so that the digits of an account number are never also a telephone number.

mod account;
mod act;
mod address;
mod amount;
mod case_number;
pub mod checksum;
mod contact;
mod date;
mod duration;
mod given_name;
mod law;
pub mod month;
mod name;
mod numeral;
mod pattern;
mod property;
mod quantity;
mod sign;
mod time;

use jiff::civil::Date;
use sign::Page;
use std::ops::Range;
use vocabulary::{Span, span::Ascending};

/// What kind of value; the names on the command line are these in snake case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Case number (saksnummer); value `2026/1234` or `2026/1234-5`.
    CaseNumber,
    /// Our own reference; value `SV-…`.
    ReplyReference,
    /// Property (gårds- og bruksnummer); value `4999-47/690` or `47/690`.
    Property,
    /// Organisation number; nine digits.
    Organisation,
    /// Account number; eleven digits.
    BankAccount,
    /// Customer identification of a payment.
    Kid,
    /// International account number.
    Iban,
    /// Amount of money; value `NOK 12500.00`, with `/m²` where it is a price per unit.
    Amount,
    /// A date; value `2026-03-01`, `--03-01` without a year, `2026-03` without a day.
    Date,
    /// A duration of hours, days, weeks or months; value `PT48H`, `P14D`, `P3W`, `P1M`, and `P5WD` for working days.
    /// `Strong` beside a word that makes it a deadline (innen, frist), else `Weak`.
    Deadline,
    /// A law reference; value `lov/paragraph`, for example `fvl § 11 a` or `fvl § 13 ledd 1 nr 2 bokstav b`.
    Law,
    /// A telephone number; digits with country code.
    Phone,
    /// An e-mail address, lower case.
    Email,
    /// A street address.
    Address,
    /// Postal code and place.
    PostalCode,
    /// A percentage; value `12.5 %`.
    Percent,
    /// A clock time or span of times; value `09:00` or `09:00-15:30`.
    Time,
    /// A number with a unit, or alone; value `50 m²`.
    Number,
    /// A person's, body's or place's name.
    Name,
}

/// How much the form alone says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// Needs a hit elsewhere before it means anything.
    Weak,
    /// Likely.
    Medium,
    /// Said so by a word or a checksum.
    Strong,
}

/// One recognised value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// What it is.
    pub kind: Kind,
    /// As it is written.
    pub text: String,
    /// In its normal form, so that two spellings compare equal.
    pub value: String,
    /// How sure.
    pub strength: Strength,
    /// Where, in Unicode scalars.
    pub span: Span,
}

/// What a family would claim: a range of bytes and what it means.
#[derive(Debug)]
struct Hit {
    kind: Kind,
    range: Range<usize>,
    value: String,
    strength: Strength,
}

impl Hit {
    fn new(kind: Kind, range: Range<usize>, value: String, strength: Strength) -> Self {
        Self { kind, range, value, strength }
    }
}

/// A family of recognisers.
type Family = fn(&Page<'_>, Date) -> Vec<Hit>;

/// All families, and whether they need a figure; the first to claim a place keeps it.
const FAMILIES: [(bool, Family); 22] = [
    (false, contact::emails),
    (false, case_number::references),
    (true, law::find),
    (true, property::worded),
    (true, case_number::worded),
    (true, account::ibans),
    (true, account::worded),
    (true, contact::marked_phones),
    (true, time::find),
    (false, date::spelled),
    (true, date::find),
    (false, duration::find),
    (true, amount::find),
    (false, amount::spelled),
    (true, quantity::percents),
    (true, address::find),
    (true, property::bare),
    (true, case_number::bare),
    (true, account::bare),
    (true, contact::bare_phones),
    (true, quantity::numbers),
    (false, name::find),
];

/// Whether a word is a given name (fornavn) that is common in Norway.
pub(crate) fn is_given_name(word: &str) -> bool {
    given_name::is_known(word)
}

/// The short name that references use for an act, whatever people call it: `fvl`, `pbl`; its own where it has none here.
#[must_use]
pub fn act(name: &str) -> String {
    act::short(name)
}

/// Every value in `text`, in order of place, none overlapping; `today` bounds the years that a case number may have.
#[must_use]
pub fn find(text: &str, today: Date) -> Vec<Value> {
    let mut page = Page::of(text);
    // Only names, addresses of mail and durations do without a figure; most families need not be asked about a text that has none.
    let asked = FAMILIES.iter().filter(|(needs_figures, _)| *needs_figures <= page.has_figures());
    for (_, family) in asked.collect::<Vec<_>>() {
        for hit in family(&page, today) {
            if page.is_free(&hit.range) {
                page.claims.insert(hit.range.start, hit);
            }
        }
    }
    let mut spans = Ascending::new(text);
    page.claims
        .into_values()
        .map(|hit| Value {
            kind: hit.kind,
            text: text[hit.range.clone()].to_owned(),
            value: hit.value,
            strength: hit.strength,
            span: spans.span(hit.range),
        })
        .collect()
}

/// The number that a word in lower case stands for; «to», which is English too, and «elva», the river, are left out.
#[must_use]
pub fn spelled(word: &str) -> Option<u32> {
    numeral::word(word).filter(|_| !matches!(word, "to" | "elva"))
}

/// Drives the tables of the families: the values of one kind, as `value` strings.
#[cfg(test)]
fn values_of(kind: Kind, text: &str) -> Vec<String> {
    find(text, Date::constant(2026, 11, 21)).into_iter().filter(|v| v.kind == kind).map(|v| v.value).collect()
}

/// Asserts that a table of texts gives these values of one kind.
#[cfg(test)]
fn assert_table(kind: Kind, table: &[(&str, &[&str])]) {
    for (text, values) in table {
        assert_eq!(values_of(kind, text), *values, "{text:?}");
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, Strength, find};
    use jiff::civil::date;

    #[test]
    fn a_mail_gives_its_values_in_order_and_none_twice() {
        let text = "Hei 😀 Gjelder sak 26/1234: gebyret på kr 12 500,- forfaller 1. mars 2027, jf. fvl. § 11 a. Ring 22 22 55 55.";
        let found = find(text, date(2026, 11, 21));
        let seen: Vec<_> = found.iter().map(|v| (v.kind, v.value.as_str())).collect();
        assert_eq!(
            seen,
            [
                (Kind::CaseNumber, "2026/1234"),
                (Kind::Amount, "NOK 12500.00"),
                (Kind::Date, "2027-03-01"),
                (Kind::Law, "fvl § 11 a"),
                (Kind::Phone, "+4722225555"),
            ]
        );
        for value in &found {
            assert_eq!(value.span.of(text), value.text);
        }
        assert_eq!(found[0].strength, Strength::Strong);
    }

    #[test]
    fn a_long_hostile_text_takes_no_longer_than_its_length() {
        let at = std::time::Instant::now();
        for piece in ["1 ", "1/", "kr ", "§ 1 ", "Aa ", "1.1.", "12 500 ", "a@", "Den 1. ", "\u{a0}", "gnr 1 ", "+1 "]
        {
            let text = piece.repeat(20_000 / piece.len());
            let _ = find(&text, date(2026, 11, 21));
        }
        // A quadratic recogniser would take far longer, so the bound may be wide.
        assert!(at.elapsed().as_secs() < 20, "{:?}", at.elapsed());
    }
}
