//! Vehicle plates (kjennemerke): two letters without I, O, Q and five digits.

use super::{Candidate, Confidence, Kind, context::Hint, digit::stands_alone, run::Place};

/// Letters before a number that stand for something else: kroner and numbers.
const SUMS: [&str; 4] = ["KR", "NR", "AS", "US"];

/// Letters of standards and meetings, which may have five digits too.
const OTHERS: [&str; 4] = ["EN", "NS", "PS", "FS"];

pub(super) fn find(place: &Place, out: &mut Vec<Candidate>) {
    out.extend(if place.length() == 5 { plate(place) } else { None });
}

fn plate(place: &Place) -> Option<Candidate> {
    let number = place.first();
    let before = &place.text[..number.start];
    let before = before.strip_suffix([' ', '\u{a0}', '-']).unwrap_or(before);
    let start = before.len().checked_sub(2)?;
    let letters = before.get(start..)?;
    let bytes = start..number.end;
    let fits = letters.bytes().all(|letter| letter.is_ascii_uppercase() && !matches!(letter, b'I' | b'O' | b'Q'));
    if !fits || SUMS.contains(&letters) || !stands_alone(place.text, &bytes) {
        return None;
    }
    let confidence = match (place.marks.hints_at(&bytes, Hint::Plate), OTHERS.contains(&letters)) {
        (true, _) => Confidence::Certain,
        (_, true) => Confidence::Possible,
        _ => Confidence::Probable,
    };
    Some(Candidate { kind: Kind::VehiclePlate, bytes, confidence })
}

#[cfg(test)]
mod tests {
    use super::super::{Confidence::*, Kind::VehiclePlate, tests::kinds};

    #[test]
    fn plates_need_two_letters_and_five_digits() {
        for (text, confidence) in [
            ("DN 12345", Some(Probable)),
            ("DN12345", Some(Probable)),
            ("SV 12345", Some(Probable)),
            ("Bilen har skilt DN 12345", Some(Certain)),
            ("EN 12345", Some(Possible)),
            ("KR 12500", None),
            ("IO 12345", None),
            ("DN 1234", None),
            ("ABC12345", None),
        ] {
            let found = kinds(text);
            assert_eq!(found.first().copied(), confidence.map(|sure| (VehiclePlate, sure)), "{text}");
        }
    }
}
