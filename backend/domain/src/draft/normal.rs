//! The normal form of a text (normalform): what stays the same when a mail client rewrites a letter; seals and fingerprints are over it.

use super::Draft;
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

/// NFC, no invisible characters, every run of white space one blank; upper and lower case count.
#[must_use]
pub fn normalise(text: &str) -> String {
    // What is invisible goes first: it may stand between a letter and its accent.
    let seen = text.chars().filter(|c| c.is_whitespace() || !is_invisible(*c));
    // Nearly every text is composed already, and need not be taken apart to see it.
    if text.chars().all(is_composed) { spaced(seen, text.len()) } else { spaced(seen.nfc(), text.len()) }
}

/// Whether a sign stands in NFC as it is, whatever stands beside it: no accent of its own, and none that joins the letter before it.
fn is_composed(c: char) -> bool {
    matches!(c, '\0'..'\u{300}' | '\u{2010}'..='\u{2027}' | '€')
}

fn spaced(signs: impl Iterator<Item = char>, capacity: usize) -> String {
    let mut normal = String::with_capacity(capacity);
    for c in signs {
        if c.is_whitespace() || c == '\u{a0}' {
            if !normal.ends_with(' ') && !normal.is_empty() {
                normal.push(' ');
            }
        } else {
            normal.push(c);
        }
    }
    normal.truncate(normal.trim_end().len());
    normal
}

/// Whether a reader does not see it: control signs, zero-width and direction signs, fillers, tags.
pub(super) fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// SHA-256 in hex over normalised letter and recipients: what a review binds to (design: "Back is round").
#[must_use]
pub fn fingerprint(draft: &Draft) -> String {
    let mut hash = Sha256::new();
    hash.update(normalise(&draft.letter()));
    for recipient in &draft.frame().recipients {
        hash.update([0]);
        hash.update(recipient);
    }
    hex(&hash.finalize())
}

/// Lower-case hex.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::{is_composed, normalise};
    use unicode_normalization::{IsNormalized, UnicodeNormalization};

    #[test]
    fn what_a_client_rewrites_stays_the_same() {
        for (text, normal) in [
            ("Hei\u{a0} Kari,\r\n\r\ngebyret", "Hei Kari, gebyret"),
            ("a\u{200b}b", "ab"),
            ("e\u{301}n", "én"),
            ("e\u{200b}\u{301}n", "én"),
            ("  kr 5 \n", "kr 5"),
            ("50\u{a0}m², kr\u{a0}12\u{202f}500", "50 m², kr 12 500"),
            ("50\u{a0}\u{a0} m²", "50 m²"),
            ("", ""),
        ] {
            assert_eq!(normalise(text), normal, "{text:?}");
        }
    }

    #[test]
    fn signs_taken_for_composed_are() {
        for c in (0..=0x10_ffff).filter_map(char::from_u32).filter(|c| is_composed(*c)) {
            for pair in [['e', c], [c, c], [c, 'e']] {
                assert!(pair.into_iter().nfc().eq(pair), "{c:?}");
            }
            assert_eq!(unicode_normalization::is_nfc_quick([c].into_iter()), IsNormalized::Yes, "{c:?}");
        }
    }
}
