//! E-mail addresses (e-postadresse).

use super::pattern::compile;
use super::{Candidate, Confidence, Kind};
use regex::Regex;
use std::sync::LazyLock;

static EMAIL: LazyLock<Option<Regex>> =
    LazyLock::new(|| compile(r"[\p{L}0-9][\p{L}0-9._%+'-]*@(?:[\p{L}0-9-]+\.)+\p{L}{2,24}"));

pub(super) fn find(text: &str) -> Vec<Candidate> {
    let found = EMAIL.iter().flat_map(|pattern| pattern.find_iter(text));
    found.map(|one| Candidate { kind: Kind::Email, bytes: one.range(), confidence: Confidence::Certain }).collect()
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn addresses_end_where_the_sentence_goes_on() {
        for (text, address) in [
            ("Skriv til per.haug@example.no.", Some("per.haug@example.no")),
            ("<åse@bø.example.org>", Some("åse@bø.example.org")),
            ("a@b", None),
            ("@example.no", None),
        ] {
            assert_eq!(find(text).first().map(|found| &text[found.bytes.clone()]), address, "{text}");
        }
    }
}
