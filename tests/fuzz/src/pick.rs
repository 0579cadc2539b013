//! Choices read from bytes (valg): what a fuzzer mutates becomes texts of words, odd signs and mails taken apart.

use crate::mails;

/// What can stand anywhere, and what readers of text stumble over.
const ODD: &[&str] = &[
    " ",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "\u{a0}",
    "\u{200b}",
    "\u{ad}",
    "\u{feff}",
    "\u{202e}",
    "\u{2028}",
    "\0",
    "\u{7}",
    "İ",
    "ẞß",
    "e\u{301}",
    "å̊",
    "ﬁ",
    "Ǆ",
    "🎉",
    "👨‍👩‍👧",
    "مرحبا",
    "１２",
    "²",
    "½",
    "٣",
    "«",
    "»",
    "“",
    "…",
    "–",
    "—",
    "-",
    ".",
    ",",
    ";",
    ":",
    "!",
    "?",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "<",
    ">",
    "\"",
    "'",
    "/",
    "\\",
    "@",
    "#",
    "%",
    "*",
    "_",
    "0",
    "00",
    "1",
    "99999999999999999999",
    "-1",
    "æøå",
    "Å",
    "a",
    "ß",
];

/// Bytes of the longest text that a repeated piece becomes.
const LONG: usize = 20_000;

/// Reads choices from the bytes of one case; where they are used up every choice is the first, so any bytes are a case.
#[derive(Debug)]
pub struct Pick<'b> {
    bytes: &'b [u8],
}

impl<'b> Pick<'b> {
    /// The choices in these bytes.
    #[must_use]
    pub fn of(bytes: &'b [u8]) -> Self {
        Self { bytes }
    }

    /// Whether no choice is left.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// A byte.
    pub fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.bytes.split_first() else { return 0 };
        self.bytes = rest;
        *first
    }

    /// A number below `bound`; 0 where the bound is 0.
    pub fn below(&mut self, bound: usize) -> usize {
        let high = if bound > 256 { usize::from(self.byte()) << 8 } else { 0 };
        (high | usize::from(self.byte())) % bound.max(1)
    }

    /// Heads or tails.
    pub fn coin(&mut self) -> bool {
        self.byte() & 1 == 1
    }

    /// One of several; there must be one.
    pub fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    /// At most so many bytes as they are.
    pub fn raw(&mut self, most: usize) -> &'b [u8] {
        let (raw, rest) = self.bytes.split_at(most.min(self.bytes.len()));
        self.bytes = rest;
        raw
    }

    /// A share of what is left, for inputs of several parts.
    pub fn part(&mut self) -> Pick<'b> {
        let half = self.bytes.len() / 2;
        Pick::of(self.raw(half))
    }

    /// A text: words of this kind most often; else noise, a mail of the fixture taken apart, or one piece again and again.
    pub fn text(&mut self, words: &[&str]) -> String {
        match self.below(64) {
            0..=5 => String::from_utf8_lossy(self.raw(usize::MAX)).into_owned(),
            6..=15 => {
                let mail = &mails()[self.below(mails().len())];
                String::from_utf8_lossy(&self.mutated(mail.text.as_bytes(), words)).into_owned()
            }
            16 => self.repeated(words),
            _ => self.line(words),
        }
    }

    /// A text of one of several kinds of words.
    pub fn text_of(&mut self, kinds: &[&[&str]]) -> String {
        let words = self.one(kinds);
        self.text(words)
    }

    /// Words of this kind and odd signs, until the choices are used up.
    pub fn line(&mut self, words: &[&str]) -> String {
        let mut text = String::new();
        while !self.is_empty() {
            self.word(words, &mut text);
        }
        text
    }

    /// At most so many words of this kind.
    pub fn words(&mut self, most: usize, words: &[&str]) -> String {
        let mut text = String::new();
        for _ in 0..self.below(most + 1) {
            self.word(words, &mut text);
        }
        text
    }

    fn word(&mut self, words: &[&str], text: &mut String) {
        match self.below(16) {
            0 => text.push_str(self.one(ODD)),
            1 => text.extend(char::from_u32(u32::from_le_bytes([self.byte(), self.byte(), self.byte() % 17, 0]))),
            2 => text.push(char::from(self.byte())),
            choice => {
                text.push_str(self.one(words));
                if choice % 2 == 0 {
                    text.push(' ');
                }
            }
        }
    }

    /// One short piece until the text is long: what takes more than the time of its length shows here.
    fn repeated(&mut self, words: &[&str]) -> String {
        let piece = self.words(4, words);
        let piece = if piece.is_empty() { words.first().copied().unwrap_or(" ") } else { &piece };
        piece.repeat((LONG / piece.len().max(1)).max(1))
    }

    /// Bytes with a few places cut out, doubled, moved or overwritten.
    pub fn mutated(&mut self, base: &[u8], words: &[&str]) -> Vec<u8> {
        let mut bytes = base.to_vec();
        for _ in 0..=self.below(8) {
            let (one, other) = (self.below(bytes.len() + 1), self.below(bytes.len() + 1));
            let (start, end) = (one.min(other), one.max(other).min(one.min(other) + 2_000));
            match self.below(6) {
                0 => drop(bytes.drain(start..end)),
                1 => {
                    let again = bytes[start..end].to_vec();
                    bytes.splice(start..start, again);
                }
                2 => bytes.truncate(end),
                3 => bytes[start..end].iter_mut().take(4).for_each(|byte| *byte = self.byte()),
                4 => drop(bytes.splice(start..start, self.one(ODD).bytes())),
                _ => drop(bytes.splice(start..start, self.one(words).bytes())),
            }
            bytes.truncate(LONG);
        }
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::Pick;

    #[test]
    fn any_bytes_are_a_case() {
        for bytes in [&[][..], &[16], &[16, 0, 0], &[255; 40], &[7, 1, 2, 3]] {
            let mut pick = Pick::of(bytes);
            let _ = pick.text(&["ord"]);
            assert_eq!((pick.below(0), pick.below(1)), (0, 0));
        }
    }
}
