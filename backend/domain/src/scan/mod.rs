//! Personal data and secrets in a text (personopplysninger), with how sure each is.
//!
//! One pass marks the words that explain (`context`), one looks at every digit, at sign and capital (`sweep`); there each family
//! is asked, reads a bounded window and gives candidates with their own confidence, and `settle` keeps the surest where two overlap.
//! So the time is linear in the text.
//!
//! What the confidences mean, the same for every family:
//! - **Certain**: a form that hardly anything else has (a checksum in its usual groups, an e-mail address), or a form and a word
//!   beside it that says so. A delicate matter is certain, where the word has one reading and the clause is about somebody.
//! - **Probable**: the form fits and nothing speaks against it: digits that add up and a silent context, a known name, a
//!   delicate word in a clause about somebody. A person should look before it leaves.
//! - **Possible**: the form fits, and something else is as likely: a number beside the word for an order, a person's number
//!   valid only by the rule of 2032, unknown words with capitals, a delicate word in a clause about nobody.

mod account;
mod address;
mod card;
mod clause;
mod context;
mod denial;
mod digit;
mod email;
mod folded;
mod list;
mod name;
mod nordic;
mod organisation;
pub(crate) mod pattern;
mod person_number;
mod phone;
mod plate;
mod run;
mod secret;
mod settle;
mod topic;

use context::Marks;
pub(crate) use name::is_place_alone;
use run::{Place, Run};
use std::ops::Range;
use vocabulary::Span;

/// What kind of personal data; names as on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Kind {
    Fodselsnummer,
    DNummer,
    HNummer,
    Duf,
    Cpr,
    Personnummer,
    Samordningsnummer,
    Hetu,
    Organisation,
    BankAccount,
    Iban,
    PaymentCard,
    VehiclePlate,
    Phone,
    Email,
    Address,
    Name,
    Health,
    ChildWelfare,
    Crime,
    Union,
    Religion,
    Ethnicity,
    Sexuality,
    Politics,
    Economy,
    ProtectedAddress,
    Secret,
}

impl Kind {
    /// A number that names one person (fødselsnummer and its kin), here or in a Nordic country.
    #[must_use]
    pub fn is_personal_number(self) -> bool {
        self <= Self::Hetu
    }

    /// A word for a special category or another delicate matter, not an identifier.
    #[must_use]
    pub fn is_topic(self) -> bool {
        self >= Self::Health && self != Self::Secret
    }
}

/// How sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// The form fits, the context is silent.
    Possible,
    /// Form and context agree.
    Probable,
    /// Beyond reasonable doubt.
    Certain,
}

/// One piece of personal data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What.
    pub kind: Kind,
    /// As written.
    pub text: String,
    /// Where.
    pub span: Span,
    /// How sure.
    pub confidence: Confidence,
}

/// A candidate of one family: bytes of the text, before overlaps are settled.
#[derive(Clone, Debug)]
struct Candidate {
    kind: Kind,
    bytes: Range<usize>,
    confidence: Confidence,
}

/// All personal data in `text`, in order of place.
#[must_use]
pub fn scan(text: &str) -> Vec<Found> {
    let marks = Marks::of(text);
    let mut candidates = Vec::new();
    sweep(text, &marks, &mut candidates);
    let is_name = |one: &&Candidate| one.kind == Kind::Name && one.confidence == Confidence::Probable;
    let names: Vec<Range<usize>> = candidates.iter().filter(is_name).map(|one| one.bytes.clone()).collect();
    topic::find(text, &marks, &names, &mut candidates);
    secret::find(text, &marks, &mut candidates);
    settle::settle(text, candidates)
}

/// What a byte may be the beginning of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opens {
    Nothing,
    Number,
    Email,
    Name,
}

/// For each byte; letters outside ASCII may be capitals and are looked at more closely.
const OPENS: [Opens; 256] = {
    let mut table = [Opens::Nothing; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'0'..=b'9' => Opens::Number,
            b'@' => Opens::Email,
            b'A'..=b'Z' | 0xC3..=0xC5 => Opens::Name,
            _ => Opens::Nothing,
        };
        byte += 1;
    }
    table
};

/// One pass over the bytes: only where a digit, an at sign or a capital stands can anything but a word be found.
fn sweep(text: &str, marks: &Marks, out: &mut Vec<Candidate>) {
    let (mut run, mut names) = (Run::default(), name::Names::default());
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(skipped) = bytes[at..].iter().position(|byte| OPENS[usize::from(*byte)] != Opens::Nothing) {
        at += skipped;
        at = match OPENS[usize::from(bytes[at])] {
            Opens::Number => {
                let end = run.read(text, at);
                numbers(text, &run, marks, out);
                end
            }
            Opens::Email => {
                out.extend(email::at(text, at));
                at + 1
            }
            _ if is_capital(text, at) && !continues_word(text, at) => {
                let (found, end) = names.at(text, at);
                out.extend(found);
                end.max(at + 1)
            }
            _ => at + 1,
        };
    }
}

/// Looks at a group of digits and adds what it may be.
type Family = fn(&Place, &mut Vec<Candidate>);

/// Digits of the shortest number that is more than a house's; years, days and hours have fewer.
const SHORTEST: usize = 5;

/// Everything that a run of digits may be.
fn numbers(text: &str, run: &Run, marks: &Marks, out: &mut Vec<Candidate>) {
    let families: [Family; 8] = [
        person_number::find,
        nordic::find,
        organisation::find,
        account::find,
        card::find,
        plate::find,
        phone::find,
        address::find,
    ];
    let short: [Family; 2] = [account::find, address::find];
    let families = if run.digits() < SHORTEST { short.as_slice() } else { families.as_slice() };
    for group in 0..run.len() {
        let place = Place::new(text, marks, run, group);
        families.iter().for_each(|family| family(&place, out));
    }
}

fn is_capital(text: &str, at: usize) -> bool {
    text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(char::is_uppercase)
}

/// Whether a letter or a digit stands right before.
fn continues_word(text: &str, at: usize) -> bool {
    match text.as_bytes()[..at].last() {
        Some(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric(),
        Some(_) => text[..at].chars().next_back().is_some_and(char::is_alphanumeric),
        None => false,
    }
}

#[cfg(test)]
mod tests;
