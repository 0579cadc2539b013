//! Street addresses (gateadresse): a name that ends as streets do, a house number, perhaps postal code and place.

use super::pattern::compile;
use super::{Candidate, Confidence, Kind};
use regex::Regex;
use std::sync::LazyLock;

/// What the names of Norwegian streets, roads and places along them end in.
const ENDINGS: &str = "gata|gaten|gate|veien|vegen|veg|vei|alléen|allé|alle|plassen|plass|torget|torg|stien|sti|bakken|bakke|svingen|sving\
    |tunet|tun|haugen|haug|lia|lien|åsen|ås|kroken|krok|ringen|ring|løkka|løkken|kaia|kaien|brygga|bryggen|jordet|lunden|lund|toppen|skogen\
    |dalen|marka|moen|mo|neset|nes|feltet|terrassen|terrasse|stredet|smauet|smug|smuget|hagen|faret|ledet|stykket|gropa|flata|flaten|vika\
    |viken|vik|enga|engen|bråten|berget|berg|kleiva|kleiven|sletta|sletten|rinden|myra|myren|stranda|stranden|høgda|høyden|reina|grenda|kollen|tjernet|vannet|vatnet|skrenten|ekra|åkeren|roa|røa|fjellet|fossen\
    |elva|bekken|gården|garden|tråkket|leitet|kneika|rabben|teigen|sundet|holmen|odden|øya|lykkja|løypa|stubben|kvartalet|almenningen";

static STREET: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let name = r"\p{Lu}[\p{L}.'-]{0,40}";
    let street =
        format!(r"(?:{name} ){{0,2}}\p{{Lu}}[\p{{L}}'-]{{1,40}}(?:{ENDINGS})|{name}s? (?:{name} )?(?:{ENDINGS})");
    let place = r"(,? (?:N-)?\d{4} \p{Lu}\p{L}+(?: (?:i|på|\p{Lu}\p{L}*))?)?";
    compile(&format!(r"\b(?:{street}) \d{{1,4}} ?(?:[A-Z]\b)?{place}"))
});

pub(super) fn find(text: &str) -> Vec<Candidate> {
    let captures = STREET.iter().flat_map(|pattern| pattern.captures_iter(text));
    captures
        .filter_map(|found| {
            let whole = found.get(0)?;
            let start = whole.start() + leading(whole.as_str());
            let end = whole.start() + whole.as_str().trim_end().len();
            let confidence = if found.get(1).is_some() { Confidence::Certain } else { Confidence::Probable };
            Some(Candidate { kind: Kind::Address, bytes: start..end, confidence })
        })
        .collect()
}

/// Bytes of words before the street's name that only happen to have a capital because they begin a sentence.
fn leading(words: &str) -> usize {
    let mut skipped = 0;
    for word in words.split_inclusive(' ') {
        if !OPENERS.contains(&word.trim_end()) {
            break;
        }
        skipped += word.len();
    }
    skipped
}

const OPENERS: [&str; 20] = [
    "I", "På", "Ved", "For", "Fra", "Frå", "Til", "Han", "Hun", "Ho", "Jeg", "Eg", "Vi", "Du", "Er", "Kolet",
    "Gjelder", "Gjeld", "Adressen", "Adressa",
];

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn an_address_is_a_street_with_a_number() {
        for (text, address) in [
            ("Hun bor i Storgata 12 B, 7030 Trondheim nå.", Some("Storgata 12 B, 7030 Trondheim")),
            ("Vi møtes i Karl Johans gate 5.", Some("Karl Johans gate 5")),
            ("I Bergstien 1 er det stille", Some("Bergstien 1")),
            ("Veien er 12 meter", None),
            ("storgata 12", None),
        ] {
            assert_eq!(find(text).first().map(|found| &text[found.bytes.clone()]), address, "{text}");
        }
    }
}
