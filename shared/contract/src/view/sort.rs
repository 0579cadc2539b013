//! What is proposed for a mail, and what was confirmed (sortering).

use serde::{Deserialize, Serialize};
use vocabulary::sort::Class;

/// A proposal for one mail; a person decides.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "host", derive(schemars::JsonSchema))]
pub struct Sorting {
    /// The one action proposed.
    pub class: Class,
    /// The id of the unit to forward to; only with `forward`.
    pub forward_to: Option<String>,
    /// How sure, 0 to 1; below a half a person should look closely.
    pub confidence: f32,
    /// Why, the weightiest first, as sentences.
    pub reasons: Vec<String>,
    /// Whether it is journalled.
    pub journal: Journal,
    /// What a person has confirmed of this mail; it can be corrected for ninety days.
    pub confirmed: Option<Confirmed>,
    /// Where mail can be forwarded.
    pub units: Vec<Unit>,
}

/// Whether a mail is journalled, arkivforskrifta § 14: both must hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "host", derive(schemars::JsonSchema))]
pub struct Journal {
    /// It has value as evidence.
    pub value_as_evidence: bool,
    /// It is or becomes part of the handling of a case.
    pub case_handled: bool,
}

/// What a person said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "host", derive(schemars::JsonSchema))]
pub struct Confirmed {
    /// The action.
    pub class: Class,
    /// The id of the unit; only with `forward`.
    pub forward_to: Option<String>,
}

/// A unit of the municipality.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "host", derive(schemars::JsonSchema))]
pub struct Unit {
    /// Its id, as in `forward_to`.
    pub id: String,
    /// Its name.
    pub name: String,
}
