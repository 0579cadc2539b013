//! Citations in a marked text (kildehenvisninger): `[1]`, `[1][3]`, `[1] [3]`, `[1, 3]`; found, and taken out.

use std::ops::Range;

/// One bracket with its numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// Where it stood, in bytes of the text without citations.
    pub at: usize,
    /// Whether it opens a line and so belongs to the sentence after it.
    pub leads: bool,
    /// The evidence numbers.
    pub numbers: Vec<u16>,
}

/// A text without its citations, and the way back to the places in the marked one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stripped {
    /// The text.
    pub text: String,
    /// What was taken out, in order.
    pub citations: Vec<Cited>,
    /// For each piece that was kept: its place here, and in the marked text.
    pieces: Vec<(usize, usize)>,
}

impl Stripped {
    /// The byte in the marked text of the character that begins at `at` here.
    #[must_use]
    pub fn start(&self, at: usize) -> usize {
        self.map(self.pieces.partition_point(|(here, _)| *here <= at), at)
    }

    /// The byte in the marked text after the character that ends at `at` here.
    #[must_use]
    pub fn end(&self, at: usize) -> usize {
        self.map(self.pieces.partition_point(|(here, _)| *here < at), at)
    }

    fn map(&self, piece: usize, at: usize) -> usize {
        piece.checked_sub(1).map_or(at, |piece| self.pieces[piece].1 + (at - self.pieces[piece].0))
    }

    fn keep(&mut self, marked: &str, range: Range<usize>) {
        if !range.is_empty() {
            self.pieces.push((self.text.len(), range.start));
            self.text.push_str(&marked[range]);
        }
    }

    /// Blanks before a citation go with it; a line that held nothing else goes whole.
    fn trim(&mut self, signs: &[char]) {
        self.text.truncate(self.text.trim_end_matches(signs).len());
        while self.pieces.last().is_some_and(|(here, _)| *here >= self.text.len()) {
            self.pieces.pop();
        }
    }
}

/// Takes the citations out of `marked`.
#[must_use]
pub fn strip(marked: &str) -> Stripped {
    let mut stripped = Stripped::default();
    let mut from = 0;
    let mut look = 0;
    while let Some(offset) = marked[look..].find('[') {
        let open = look + offset;
        let Some((numbers, mut end)) = bracket(marked, open) else {
            look = open + 1;
            continue;
        };
        stripped.keep(marked, from..open);
        stripped.trim(&[' ', '\u{a0}']);
        let opens_line = stripped.text.is_empty() || stripped.text.ends_with('\n');
        let rest = marked[end..].trim_start_matches([' ', '\u{a0}']);
        let ends_line = rest.is_empty() || rest.starts_with('\n');
        if opens_line {
            end = marked.len() - rest.len();
        }
        if opens_line && ends_line {
            stripped.trim(&['\n']);
        }
        let leads = opens_line && !ends_line;
        stripped.citations.push(Cited { at: stripped.text.len(), leads, numbers });
        (from, look) = (end, end);
    }
    stripped.keep(marked, from..marked.len());
    stripped
}

/// The numbers of the bracket that opens at `open`, and the byte after it; `None` when it holds anything but evidence numbers.
fn bracket(marked: &str, open: usize) -> Option<(Vec<u16>, usize)> {
    // No list of sources is longer; a bracket without an end must not be searched to the end of the text.
    let window = marked.as_bytes().get(open + 1..marked.len().min(open + 64))?;
    let length = window.iter().position(|byte| *byte == b']')?;
    let inner = std::str::from_utf8(&window[..length]).ok()?;
    let number = |part: &str| {
        let part = part.trim();
        let plain = (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse().ok().filter(|_| plain)
    };
    let numbers: Option<Vec<u16>> = inner.split(',').map(number).collect();
    Some((numbers?, open + 1 + length + 1))
}
