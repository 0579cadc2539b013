//! The clause around a word (leddsetning): what it may be about, and what may deny it; at most a few words to each side.

/// Bytes to each side that are read, so that a text without full stops is read in linear time.
const REACH: usize = 140;

/// Bytes of the longest insertion that a clause goes on behind.
const INSERTION: usize = 40;

/// What ends a clause.
fn ends(byte: u8) -> bool {
    matches!(byte, b'.' | b'!' | b'?' | b';' | b':' | b',' | b'\n' | b'(' | b')')
}

/// First words of a clause that is about what the clause before it is about.
const BOUND: [&str; 8] = ["som", "der", "hvor", "og", "who", "which", "and", "med"];

/// The clause before byte `at`.
pub(super) fn before(text: &str, at: usize) -> &str {
    let window = &text[text.ceil_char_boundary(at.saturating_sub(REACH))..at];
    &window[window.bytes().rposition(ends).map_or(0, |end| end + 1)..]
}

/// The clause before byte `at`, and the one it leans on: where it begins with a word like "som", or goes on behind an
/// insertion ("mannen min, Per, har").
pub(super) fn before_with_antecedent(text: &str, at: usize) -> &str {
    let own = before(text, at);
    let first = own.split_whitespace().next().unwrap_or_default();
    let Some(comma) = text[..at - own.len()].strip_suffix(',').map(str::len) else { return own };
    let earlier = comma - before(text, comma).len();
    if BOUND.contains(&first) {
        return &text[earlier..at];
    }
    let inserted = comma - earlier <= INSERTION && text[..earlier].ends_with(',');
    if inserted { &text[earlier - 1 - before(text, earlier - 1).len()..at] } else { own }
}

/// The clause from byte `at` on.
pub(super) fn after(text: &str, at: usize) -> &str {
    let window = &text[at..text.floor_char_boundary((at + REACH).min(text.len()))];
    &window[..window.bytes().position(ends).unwrap_or(window.len())]
}

#[cfg(test)]
mod tests {
    use super::{after, before, before_with_antecedent};

    #[test]
    fn a_clause_ends_at_a_sign() {
        let text = "Hun ringte, sønnen, som er syk i dag, sover. Slutt";
        let at = text.find("syk").unwrap();
        assert_eq!(before(text, at), " som er ");
        assert_eq!(before_with_antecedent(text, at), " sønnen, som er ");
        assert_eq!(after(text, at), "syk i dag");
    }
}
