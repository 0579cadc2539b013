//! The reference (referanse) in a reply's last line, by which the gate and the citizen's answer find it.

use vocabulary::Reference;

/// Base32 after Crockford (<https://www.crockford.com/base32.html>): no I, L, O, U.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: usize = 16;

/// The reference of 80 random bits: `SV-` and sixteen letters of base32 (Crockford) in groups of four.
#[must_use]
pub fn reference(random: [u8; 10]) -> Reference {
    let bits = random.iter().fold(0_u128, |bits, byte| (bits << 8) | u128::from(*byte));
    let letters = (0..LENGTH).map(|place| {
        let five = (bits >> (5 * (LENGTH - 1 - place))) & 31;
        LETTERS[five as usize]
    });
    written(letters)
}

/// The references in a text, in order; letters that are easily misread count as what they were.
///
/// A client may wrap the line at a hyphen, put another dash in its place or change the case; a reference does not begin or end
/// in the middle of a word.
#[must_use]
pub fn find(text: &str) -> Vec<Reference> {
    let chars: Vec<char> = text.chars().filter(|c| !is_invisible(*c)).collect();
    let mut found: Vec<Reference> = Vec::new();
    let mut at = 0;
    while at + 3 < chars.len() {
        match begins(&chars, at).then(|| letters_after(&chars, at + 3)).flatten() {
            Some((reference, end)) => {
                if !found.contains(&reference) {
                    found.push(reference);
                }
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// The reference that a whole field holds, in its normal spelling; `None` when it is none.
#[must_use]
pub fn read(field: &str) -> Option<Reference> {
    find(field).into_iter().next()
}

fn written(letters: impl Iterator<Item = u8>) -> Reference {
    let mut text = String::from("SV");
    for (place, letter) in letters.enumerate() {
        if place % 4 == 0 {
            text.push('-');
        }
        text.push(char::from(letter));
    }
    Reference::new(text)
}

fn begins(chars: &[char], at: usize) -> bool {
    let free = at == 0 || !chars[at - 1].is_alphanumeric();
    free && matches!((chars[at], chars[at + 1]), ('S' | 's', 'V' | 'v')) && is_dash(chars[at + 2])
}

/// Sixteen letters from `at` on, groups apart by a dash, a blank or both; gives the place after them.
fn letters_after(chars: &[char], mut at: usize) -> Option<(Reference, usize)> {
    let mut letters = Vec::with_capacity(LENGTH);
    while letters.len() < LENGTH {
        let between = letters.len() % 4 == 0 && !letters.is_empty();
        if between || letters.is_empty() {
            at += chars[at.min(chars.len())..].iter().take(6).take_while(|c| is_gap(**c, between)).count();
        }
        letters.push(letter(*chars.get(at)?)?);
        at += 1;
    }
    let ends = chars.get(at).is_none_or(|c| !c.is_alphanumeric());
    ends.then(|| (written(letters.into_iter()), at))
}

fn is_gap(c: char, between: bool) -> bool {
    c.is_whitespace() || c == '>' || (between && is_dash(c))
}

fn letter(c: char) -> Option<u8> {
    let upper = match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    u8::try_from(upper).ok().filter(|byte| LETTERS.contains(byte))
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::{find, read, reference};

    #[test]
    fn eighty_bits_become_sixteen_letters() {
        for (random, shown) in [
            ([0; 10], "SV-0000-0000-0000-0000"),
            ([255; 10], "SV-ZZZZ-ZZZZ-ZZZZ-ZZZZ"),
            ([0, 0, 0, 0, 0, 0, 0, 0, 0, 1], "SV-0000-0000-0000-0001"),
            ([128, 0, 0, 0, 0, 0, 0, 0, 0, 0], "SV-G000-0000-0000-0000"),
        ] {
            assert_eq!(reference(random).as_str(), shown);
        }
    }

    #[test]
    fn a_reference_is_found_however_a_client_writes_it() {
        let whole = "SV-1A2B-3C4D-5E6F-7G8H";
        for text in [
            "Ref. SV-1A2B-3C4D-5E6F-7G8H",
            "ref. sv-1a2b-3c4d-5e6f-7g8h.",
            "Ref. SV\u{2011}1A2B\u{2011}3C4D\u{2011}5E6F\u{2011}7G8H",
            "> Ref. SV-1A2B-3C4D-\n> 5E6F-7G8H",
            "SV: spørsmål\nRef. SV-1A2B-3C4D-5E6F-7G8H",
            "Ref. SV-IA2B-3C4D-5E6F-7G8H",
            "SV-1A2B3C4D5E6F7G8H",
            "SV-1A\u{200b}2B-3C4D-5E6F-7G8H og igjen SV-1A2B-3C4D-5E6F-7G8H",
        ] {
            let found: Vec<String> = find(text).iter().map(ToString::to_string).collect();
            assert_eq!(found, [whole], "{text:?}");
        }
    }

    #[test]
    fn what_is_no_reference_is_not_taken_for_one() {
        for text in [
            "",
            "SV-",
            "SV: Søknad om tilbygg",
            "SV-1A2B-3C4D-5E6F",
            "SV-1A2B-3C4D-5E6F-7G8HX",
            "XSV-1A2B-3C4D-5E6F-7G8H",
            "SV-1A2U-3C4D-5E6F-7G8H",
            "SV-å",
        ] {
            assert!(read(text).is_none(), "{text:?}");
        }
    }

    #[test]
    fn two_replies_in_one_thread_give_both_references_in_order() {
        let text = format!("Ref. {}\n\nRef. {}", reference([7; 10]), reference([9; 10]));
        assert_eq!(find(&text), [reference([7; 10]), reference([9; 10])]);
    }

    #[test]
    fn a_hostile_text_of_beginnings_is_read_in_one_pass() {
        assert!(find(&"SV-SV-".repeat(100_000)).is_empty());
    }
}
