//! Vehicle plates (kjennemerke): two letters without I, O, Q and five digits.

use super::pattern::compile;
use super::{
    Candidate, Confidence, Kind,
    context::{Hint, hints_at},
};
use regex::Regex;
use std::sync::LazyLock;

static PLATE: LazyLock<Option<Regex>> = LazyLock::new(|| compile(r"\b([A-HJ-NPR-Z]{2}) ?\d{5}\b"));

/// Letters before a number that stand for something else: kroner, number, standards, meetings.
const OTHERS: [&str; 6] = ["KR", "NR", "EN", "NS", "PS", "SV"];

pub(super) fn find(text: &str) -> Vec<Candidate> {
    let captures = PLATE.iter().flat_map(|pattern| pattern.captures_iter(text));
    captures
        .filter_map(|found| {
            let (bytes, letters) = (found.get(0)?.range(), &found[1]);
            let confidence = match (hints_at(text, &bytes, Hint::Plate), OTHERS.contains(&letters)) {
                (true, _) => Confidence::Certain,
                (_, true) if matches!(letters, "KR" | "NR") => return None,
                (_, true) => Confidence::Possible,
                _ => Confidence::Probable,
            };
            Some(Candidate { kind: Kind::VehiclePlate, bytes, confidence })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn plates_need_two_letters_and_five_digits() {
        for (text, count) in
            [("DN 12345", 1), ("DN12345", 1), ("KR 12500", 0), ("IO 12345", 0), ("DN 1234", 0), ("ABC12345", 0)]
        {
            assert_eq!(find(text).len(), count, "{text}");
        }
    }
}
