//! Personal data and secrets in a text (personopplysninger), with how sure each is.

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

/// All personal data in `text`, in order of place.
#[must_use]
pub fn scan(_text: &str) -> Vec<Found> {
    Vec::new()
}
