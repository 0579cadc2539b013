//! Where a draft stands on its way out (status).

use serde::{Deserialize, Serialize};

/// The stations of a draft; an edit leads back to `Drafted`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Written, not yet asked about (utkast).
    Drafted,
    /// Waits for a second person (til godkjenning).
    AwaitingReview,
    /// Came back with a comment (returnert).
    Returned,
    /// Approved by a second person (godkjent).
    Approved,
    /// Sealed and inserted (klar til sending).
    Released,
    /// The gate let it through; not yet seen in Sent Items (sluppet gjennom).
    SendAllowed,
    /// Seen in Sent Items (sendt).
    Sent,
}

/// What the writer could make of the mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Every question has its answer (klart).
    Ready,
    /// There are gaps to fill (må fylles ut).
    NeedsFilling,
    /// The records do not answer (kan ikke besvares).
    CannotAnswer,
}

/// How sure the case (sak) of a mail is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Match {
    /// Case number or reply reference, and an authenticated sender who is party or correspondent (sikkert treff).
    Strong,
    /// Offered to a person, never attached (mulig treff).
    Offered,
    /// No case.
    None,
}
