//! What a draft is wanted like (ønske): its case or none, its language, its tone.

use vocabulary::{CaseNumber, Language, Tone};

/// What a draft is wanted like; what is not chosen stays as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// Written anew.
    pub again: bool,
    /// With this case.
    pub case: Option<CaseNumber>,
    /// Without a case.
    pub without_case: bool,
    /// In this language.
    pub language: Option<Language>,
    /// In this tone.
    pub tone: Option<Tone>,
}
