//! What can be recognised in a text (gjenkjenning): case numbers, amounts, dates, law references and their kin, with a normal form.

use jiff::civil::Date;
use vocabulary::Span;

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
    /// A date; value `2026-03-01`, `--03-01` without a year.
    Date,
    /// A duration that sets a deadline; value `P14D`, `P3W`, `P1M`.
    Deadline,
    /// A law reference; value `lov/paragraph`, for example `fvl § 11 a`.
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
    /// A clock time or span of times; value `09:00`.
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

/// Every value in `text`, in order of place, none overlapping; `today` bounds the years that a case number may have.
#[must_use]
pub fn find(_text: &str, _today: Date) -> Vec<Value> {
    Vec::new()
}
