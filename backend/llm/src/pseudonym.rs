//! Pseudonyms in what a model writes (pseudonymer): those it was given are put into their exact form; any other is a gap.

use regex::{Captures, Regex};
use std::{collections::HashSet, sync::LazyLock};

/// One of ours, also as models misspell it: `[Person 1]`, `PERSON_1`, `\[PERSON\_1\]`.
static LIKE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)[\[(<{\\]*\b(PERSON|NUMBER|EMAIL|ADDRESS|TEXT)(?:\\?_| )(\d{1,6})\b\\?[\])>}]?").ok()
});

/// The pseudonyms that stand in a text.
pub(crate) fn seen(text: &str) -> HashSet<String> {
    let found = LIKE.iter().flat_map(|like| like.captures_iter(text));
    found.map(|found| named(&found)).collect()
}

/// The text with those that are known in their exact form. An address is never a model's to write, and what it was not given stands
/// for nobody: both are gaps for a person to fill.
pub(crate) fn settled(text: &str, known: &HashSet<String>) -> String {
    let one = |found: &Captures| {
        let name = named(found);
        let class = found[1].to_uppercase();
        let is_misspelt_only = !found[0].contains(['[', '_']);
        match class.as_str() {
            // "person 1" and "text 2" are words, where they name nobody.
            _ if is_misspelt_only && !known.contains(&name) => found[0].to_owned(),
            "EMAIL" => "⟦e-postadresse⟧".to_owned(),
            "TEXT" => String::new(),
            _ if known.contains(&name) => name,
            "PERSON" => "⟦navn⟧".to_owned(),
            "ADDRESS" => "⟦adresse⟧".to_owned(),
            _ => "⟦nummer⟧".to_owned(),
        }
    };
    LIKE.as_ref().map_or_else(String::new, |like| like.replace_all(text, one).into_owned())
}

fn named(found: &Captures) -> String {
    format!("[{}_{}]", found[1].to_uppercase(), &found[2])
}

#[cfg(test)]
mod tests {
    use super::{seen, settled};

    #[test]
    fn only_what_the_model_was_given_stands_for_somebody() {
        let known = seen("Hei [PERSON_1], ring [NUMBER_2] eller skriv til [EMAIL_1]. [TEXT_1]");
        for (text, settled_text) in [
            ("Hei [PERSON_1]!", "Hei [PERSON_1]!"),
            (
                "Hei [Person_1] og PERSON_1 og (PERSON_1) og \\[PERSON\\_1\\].",
                "Hei [PERSON_1] og [PERSON_1] og [PERSON_1] og [PERSON_1].",
            ),
            ("Hei [PERSON 1].", "Hei [PERSON_1]."),
            ("Ring [NUMBER_2], ikke [NUMBER_3].", "Ring [NUMBER_2], ikke ⟦nummer⟧."),
            ("Spør [PERSON_2] i [ADDRESS_9].", "Spør ⟦navn⟧ i ⟦adresse⟧."),
            ("Skriv til [EMAIL_1].", "Skriv til ⟦e-postadresse⟧."),
            ("Et [TEXT_1] her.", "Et  her."),
            ("Maks 1 person 2 ganger, se text 3.", "Maks 1 person 2 ganger, se text 3."),
            ("[1] Ja.", "[1] Ja."),
        ] {
            assert_eq!(settled(text, &known), settled_text, "{text}");
        }
    }
}
