//! One byte for each letter (folding av bokstaver): the fast engine behind a pattern gives up at the first letter beyond ASCII where a
//! pattern asks for the bounds of words, and Norwegian has such a letter in every second sentence.
//!
//! In a text without capitals the capitals are free: each of the letters that patterns name gets one of its own, all others share one.
//! What matches the folded text with the folded pattern matches the text with the pattern, letter for letter.

use std::borrow::Cow;

/// The letters that patterns name, each written as the capital at its place in the alphabet.
const LETTERS: [char; 24] = [
    'æ', 'ø', 'å', 'é', 'è', 'ê', 'ë', 'ä', 'ö', 'ü', 'ò', 'ó', 'ô', 'à', 'á', 'â', 'ç', 'ñ', 'č', 'đ', 'ŋ', 'š', 'ŧ',
    'ž',
];
/// Every other letter of those that patterns call a letter.
const OTHER: char = 'Z';
/// What belongs to a word, and is not called a letter: other alphabets, marks, joiners.
const JOINED: char = 'Y';

/// The text in one byte for each letter; nothing where a capital stands in it.
pub(super) fn text(text: &str) -> Option<Cow<'_, str>> {
    if text.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    Some(if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(text.chars().map(letter).collect()) })
}

fn letter(c: char) -> char {
    match c {
        '\0'..='\x7f' => c,
        '\u{c0}'..='\u{24f}' if c.is_alphabetic() => named(c).unwrap_or(OTHER),
        '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' => JOINED,
        _ if c.is_alphabetic() => JOINED,
        _ => c,
    }
}

/// The capital of a letter that has one of its own.
fn named(c: char) -> Option<char> {
    ('A'..='X').zip(LETTERS).find(|(_, letter)| *letter == c).map(|(capital, _)| capital)
}

/// A pattern for folded texts; nothing where it asks for what they do not have: capitals, ranges beyond ASCII, marks.
pub(super) fn source(pattern: &str) -> Option<String> {
    let mut folded = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some(c) = rest.chars().next() {
        let (taken, written) = match c {
            '\\' => escaped(rest)?,
            '(' if rest.starts_with("(?") && !rest.starts_with("(?:") => return None,
            'A'..='Z' => return None,
            c if !c.is_ascii() && c.is_alphabetic() => {
                let ranged = folded.ends_with('-') || rest[c.len_utf8()..].starts_with('-');
                (c.len_utf8(), named(c).filter(|_| !ranged)?.to_string())
            }
            c => (c.len_utf8(), c.to_string()),
        };
        folded.push_str(&written);
        rest = &rest[taken..];
    }
    Some(folded)
}

/// What begins with a backslash: how long it is, and how it is written for folded texts.
fn escaped(rest: &str) -> Option<(usize, String)> {
    for (escape, written) in
        [(r"\p{L}", "[A-XZa-z]"), (r"\p{N}", "[0-9]"), (r"\d", "[0-9]"), (r"\s", r"[ \t\r\n\u{a0}\u{2009}\u{202f}]")]
    {
        if rest.starts_with(escape) {
            return Some((escape.len(), written.to_owned()));
        }
    }
    let next = rest[1..].chars().next()?;
    match next {
        'b' if !rest.starts_with(r"\b{") => Some((2, r"(?-u:\b)".to_owned())),
        'n' | 'r' | 't' => Some((2, format!(r"\{next}"))),
        next if next.is_ascii_punctuation() => Some((2, format!(r"\{next}"))),
        _ => None,
    }
}

/// Places in a folded text, told in the order of the text, as places in the text itself.
pub(super) struct Places<'t> {
    /// The rest of the text; nothing where the two are the same.
    rest: Option<std::str::Chars<'t>>,
    at: usize,
    folded: usize,
}

impl<'t> Places<'t> {
    pub(super) fn of(text: &'t str, folded: &str) -> Self {
        Self { rest: (text.len() != folded.len()).then(|| text.chars()), at: 0, folded: 0 }
    }

    /// The byte of the text where byte `folded` of the folded one stands, which is no earlier than the last one asked for.
    pub(super) fn at(&mut self, folded: usize) -> usize {
        let Some(rest) = &mut self.rest else { return folded };
        while self.folded < folded
            && let Some(c) = rest.next()
        {
            self.at += c.len_utf8();
            self.folded += letter(c).len_utf8();
        }
        self.at
    }
}

#[cfg(test)]
mod tests {
    use super::{super::pattern::compile, Places, source, text};
    use regex::Regex;

    const PATTERNS: [&str; 13] = [
        r"\bpå\b",
        r"\b(?:får|få|ikke|ikkje) (?:\p{L}+ ){0,2}?(?:støtte|løyve)\p{L}*",
        r"[æøå]r?\b",
        r"^[^å]{2,3}",
        r"\bå (?:\p{L}+ )?gå$",
        r"\p{L}+(?:['’]\p{L}+)?",
        r"[\p{L}\d-]*\d[\p{L}\d-]*",
        r"«[^»\n]*»|\bé\b",
        r".å.",
        r"\bm²|\b§ ?\d+",
        r"\d\s\d",
        r"\bsystem_å\b|[a-z_]+>",
        r"\bho\b|\b\p{L}{1,3}\b",
    ];

    #[test]
    fn a_folded_pattern_finds_in_a_folded_text_what_the_pattern_finds_in_the_text() {
        let pieces = [
            "på", "får", "ikkje", "støtte", "å", "gå", "løyvet", " ", " ", " ", "ær", "«", "»", "é", "12", "m²",
            "§ 11", "’s", "ц", "ő", "×", "–", "\u{a0}", "e\u{301}", "\n", "-", "ho", "š", "ß", "system_", "_", ">",
        ];
        let mut state = 20_261_126_u64;
        for _ in 0..2_000 {
            let mut own = String::new();
            for _ in 0..9 {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                own.push_str(pieces[usize::try_from(state >> 33).unwrap_or(0) % pieces.len()]);
            }
            let folded = text(&own).expect("no capitals");
            for pattern in PATTERNS {
                let plain = compile(pattern).expect("a pattern");
                let fast = Regex::new(&source(pattern).expect("can be folded")).expect("a pattern");
                let wanted: Vec<_> = plain.find_iter(&own).map(|found| found.range()).collect();
                let mut places = Places::of(&own, &folded);
                let found: Vec<_> =
                    fast.find_iter(&folded).map(|found| places.at(found.start())..places.at(found.end())).collect();
                assert_eq!(found, wanted, "{pattern} in {own:?}");
            }
        }
    }

    #[test]
    fn what_cannot_be_folded_is_left_as_it_is() {
        for pattern in [r"[A-Z]\d", r"(?i)på", r"\p{Lu}", r"[æ-å]", r"\x{2028}", r"\w", r"Å", r"\bł\b", r"\B"] {
            assert_eq!(source(pattern), None, "{pattern}");
        }
        assert_eq!(text("Hei på deg"), None);
        assert_eq!(text("på ä").as_deref(), Some("pC H"));
    }
}
