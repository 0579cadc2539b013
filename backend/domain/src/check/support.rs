//! Support (dekning): each sentence held, value by value, against the evidence it cites.

use crate::value::Value;
use vocabulary::Span;

/// How the evidence bears a sentence or a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bearing {
    /// Borne by a cited source.
    Supported,
    /// In no cited source.
    Unsupported,
    /// A cited source says otherwise.
    Contradicted,
    /// It claims nothing.
    NoClaim,
}

/// A sentence with its bearing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessed {
    /// Its place in the marked text.
    pub span: Span,
    /// Its words.
    pub text: String,
    /// What it cites.
    pub citations: Vec<u16>,
    /// How it is borne.
    pub bearing: Bearing,
    /// Its values (spans in the marked text), each with its bearing and the evidence that bears it.
    pub values: Vec<(Value, Bearing, Vec<u16>)>,
}
