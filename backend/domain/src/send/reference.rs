//! The reference (referanse) in a reply's last line, by which the gate and the citizen's answer find it.

use vocabulary::Reference;

/// The reference of 80 random bits: `SV-` and sixteen letters of base32 (Crockford) in groups of four.
#[must_use]
pub fn reference(random: [u8; 10]) -> Reference {
    Reference::new(format!("SV-{}", crate::draft::normal::hex(&random)))
}

/// The references in a text, in order; letters that are easily misread count as what they were.
#[must_use]
pub fn find(_text: &str) -> Vec<Reference> {
    Vec::new()
}
