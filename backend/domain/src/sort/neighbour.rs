//! Another municipality (annen kommune): the one a mail speaks to, when it is not ours.

use super::House;
use crate::scan::pattern::{Pattern, lowered};

static NAMED: Pattern =
    Pattern::new(r"\b[A-ZÆØÅ][a-zæøå]+(?:-[A-ZÆØÅ][a-zæøå]+)?(?: [A-ZÆØÅ][a-zæøå]+)? (?:kommune|municipality)\b");
static MOVES: Pattern = Pattern::new(
    r"\b(?:flytt\p{L}*|sammenlign\p{L}*|samanlikn\p{L}*|i motsetning|slik som|på samme måte|moved?|moving|compared)\b",
);

/// The other municipality, if it alone is named; who moves from there or compares with it speaks to us.
pub(super) fn spoken_to(text: &str, house: &House) -> Option<String> {
    if house.names().is_empty() || MOVES.is_match(&lowered(text)) {
        return None;
    }
    let mut other = None;
    for found in NAMED.find_iter(text) {
        let name = found.as_str().rsplit_once(' ')?.0;
        // A sentence may begin before the name: «Hei Fjordvik kommune».
        let last = name.rsplit(' ').next().unwrap_or(name);
        let ours = |known: &String| [name, last].iter().any(|name| name.to_lowercase().replace(' ', "-") == *known);
        if house.names().iter().any(ours) {
            return None;
        }
        const NO_NAMES: [&str; 14] = [
            "Hei", "Kjære", "Til", "Hello", "Dear", "Hi", "Vår", "Din", "Deres", "Hvilken", "Kva", "Norsk", "Annen",
            "Our",
        ];
        let name = if NO_NAMES.contains(&name.split(' ').next().unwrap_or(name)) { last } else { name };
        if !NO_NAMES.contains(&name) {
            other.get_or_insert_with(|| name.to_owned());
        }
    }
    other
}

#[cfg(test)]
mod tests {
    use super::super::unit::tests::house;
    use super::spoken_to;

    #[test]
    fn another_municipality_is_told_from_ours() {
        for (text, expected) in [
            ("Hei Solvik kommune, når tømmes søpla?", Some("Solvik")),
            ("Jeg har hytte i Nordre Solvik kommune.", Some("Nordre Solvik")),
            ("Til Fjordvik kommune: vi i Solvik kommune …", None),
            ("Jeg har flyttet fra Solvik kommune.", None),
            ("Hei Kommune", None),
            ("Kan kommunen hjelpe?", None),
        ] {
            assert_eq!(spoken_to(text, &house()).as_deref(), expected, "{text}");
        }
    }
}
