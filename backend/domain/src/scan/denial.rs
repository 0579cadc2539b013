//! Denied statements (nektelse): "ikke i kontakt med barnevernet" says nothing delicate about anybody.

use super::{clause, list::is_small};
use std::borrow::Cow;

/// Words between the denial and the word it denies.
const REACH: usize = 6;

const DENIALS: [&str; 20] = [
    "ikke", "ikkje", "aldri", "ingen", "inga", "intet", "uten", "utan", "verken", "korkje", "hverken", "heller", "not",
    "never", "no", "without", "nor", "isn't", "hasn't", "neppe",
];

/// After these the denial is about something else, or says that it once was so ("ikke lenger", "ikke bare", "ikke fått hjelp for").
const BARRIERS: [&str; 28] = [
    "bare",
    "berre",
    "kun",
    "men",
    "nok",
    "lenger",
    "lengre",
    "alltid",
    "fordi",
    "siden",
    "sidan",
    "at",
    "hjelp",
    "oppfølging",
    "behandling",
    "frisk",
    "only",
    "but",
    "enough",
    "anymore",
    "because",
    "that",
    "help",
    "og",
    "and",
    "while",
    "mens",
    "lengur",
];

/// Whether the word that begins at byte `at` is denied by one of the few words before it in its clause.
pub(super) fn is_denied(text: &str, at: usize) -> bool {
    for word in clause::before(text, at).split_whitespace().rev().take(REACH) {
        let word = if is_small(word) { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) };
        if DENIALS.contains(&&*word) {
            return true;
        }
        if BARRIERS.contains(&&*word) {
            return false;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::is_denied;

    #[test]
    fn a_denial_reaches_over_its_own_clause_only() {
        for (text, denied) in [
            ("Vi er ikke i kontakt med barnevernet", true),
            ("Eg har aldri vore i barnevernet", true),
            ("Det er ikke sant, barnevernet er inne", false),
            ("Han er ikke bare i barnevernet", false),
            ("Han er ikke lenger i barnevernet", false),
            ("She is not known to barnevernet", true),
            ("Barnevernet er inne", false),
        ] {
            let at = text.to_lowercase().find("barnevernet").unwrap();
            assert_eq!(is_denied(text, at), denied, "{text}");
        }
    }
}
