//! Personal data and secrets in a text (personopplysninger), with how sure each is.
//!
//! One file per family; each gives candidates with their own confidence, and `settle` keeps the surest where two overlap.
//! Every pattern is compiled once and looks at a bounded window around a candidate, so the time is linear in the text.

mod account;
mod address;
mod card;
mod context;
mod denial;
mod digit;
mod email;
mod name;
mod nordic;
mod organisation;
pub(crate) mod pattern;
mod person_number;
mod phone;
mod plate;
mod secret;
mod settle;
mod topic;

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
    let families: [fn(&str) -> Vec<Candidate>; 12] = [
        person_number::find,
        nordic::find,
        organisation::find,
        account::find,
        card::find,
        plate::find,
        phone::find,
        email::find,
        address::find,
        name::find,
        topic::find,
        secret::find,
    ];
    settle::settle(text, families.iter().flat_map(|family| family(text)).collect())
}

#[cfg(test)]
mod tests {
    use super::{Confidence::*, Kind, Kind::*, scan};

    fn kinds(text: &str) -> Vec<(Kind, super::Confidence)> {
        scan(text).into_iter().map(|found| (found.kind, found.confidence)).collect()
    }

    #[test]
    fn families_are_told_apart_by_checksum_grouping_and_words() {
        for (text, expected) in [
            ("Mitt fnr er 20036914700.", vec![(Fodselsnummer, Certain)]),
            ("Det gjelder 200369 14700.", vec![(Fodselsnummer, Certain)]),
            ("Se 20036914700.", vec![(Fodselsnummer, Probable)]),
            ("Se 30108299939.", vec![(Fodselsnummer, Possible)]),
            ("Fødselsnummer: 30108299939", vec![(Fodselsnummer, Certain)]),
            ("Betal til konto 8601 11 17947.", vec![(BankAccount, Certain)]),
            ("Betal til 8601.11.17947", vec![(BankAccount, Certain)]),
            ("Kontonr 86011117947", vec![(BankAccount, Certain)]),
            ("IBAN NO93 8601 1117 947", vec![(Iban, Certain)]),
            ("Org.nr. 995 525 828 er vårt.", vec![(Organisation, Certain)]),
            ("Ring 900 00 000 i dag.", vec![(Phone, Certain)]),
            ("Ordre 987654321 og 12345678901.", vec![]),
            ("Bilen har skilt SV 30755.", vec![(VehiclePlate, Certain)]),
            ("Skriv til per.haug@example.no.", vec![(Email, Certain)]),
            ("Kortet 4111 1111 1111 1111 er sperret.", vec![(PaymentCard, Probable)]),
            ("Passordet er Sommer2026!", vec![(Secret, Certain)]),
            ("Det er Marit Vold i Økonomi som har saken din.", vec![(Name, Probable)]),
            ("Vi er ikke i kontakt med barnevernet.", vec![]),
            ("Han er i kontakt med barnevernet.", vec![(ChildWelfare, Probable)]),
        ] {
            assert_eq!(kinds(text), expected, "{text}");
        }
    }

    #[test]
    fn a_long_hostile_text_is_read_in_linear_time() {
        let text = "1234 5678 9012 3456 AB 12345 a@b Storgata ".repeat(20_000);
        assert!(scan(&text).len() < 200_000);
    }
}
