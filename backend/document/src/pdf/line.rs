//! Letters that stand together (linjebit): what is drawn one letter at a time becomes pieces of a line again.

/// Blank between two letters, in their size, from which on it parts two words.
const WORD: f64 = 0.17;
/// The same, from which on it parts two columns.
const COLUMN: f64 = 1.6;
/// How far a letter may stand above or below its line, as a raised figure does.
const LEVEL: f64 = 0.42;

/// A piece of a line; lengths are the page's, seen so that its letters stand upright.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) y: f64,
    pub(super) size: f64,
    /// Quarter turns of its letters.
    pub(super) turn: u8,
    pub(super) is_seen: bool,
    pub(super) text: String,
    /// Where its last letter begins, and what that is: some programs draw bold letters twice.
    last: (f64, String),
}

/// A letter with its place.
pub(super) struct Letter {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) y: f64,
    pub(super) size: f64,
    pub(super) turn: u8,
    pub(super) is_seen: bool,
    pub(super) text: String,
}

/// What a page holds.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) pieces: Vec<Piece>,
    /// Share of the page that its largest picture covers.
    pub(super) pictured: f64,
}

impl Sheet {
    /// Adds a letter where it stands.
    pub(super) fn add(&mut self, letter: Letter) {
        match self.pieces.last_mut() {
            Some(last) if last.goes_on(&letter) => last.push(letter),
            _ if letter.text.trim().is_empty() => {}
            _ => self.pieces.push(Piece {
                left: letter.left,
                right: letter.right,
                y: letter.y,
                size: letter.size,
                turn: letter.turn,
                is_seen: letter.is_seen,
                last: (letter.left, letter.text.clone()),
                text: letter.text,
            }),
        }
    }

    /// The pieces that are read: unseen ones only where they are the letters of a scan.
    pub(super) fn read(self) -> Vec<Piece> {
        let is_scan = self.pictured > 0.5 || !self.pieces.iter().any(|piece| piece.is_seen);
        let mut read: Vec<Piece> = self.pieces.into_iter().filter(|piece| piece.is_seen || is_scan).collect();
        read.dedup_by(|again, first| again.is_again(first));
        read
    }
}

impl Piece {
    pub(super) fn is_level_with(&self, y: f64, size: f64) -> bool {
        (self.y - y).abs() < LEVEL * self.size.max(size)
    }

    /// Whether it is the same once more in the same place, drawn twice to look bold.
    fn is_again(&self, first: &Self) -> bool {
        let is_there = (self.left - first.left).abs() < 0.2 * first.size && (self.y - first.y).abs() < 0.2 * first.size;
        is_there && self.turn == first.turn && self.text == first.text
    }

    fn goes_on(&self, letter: &Letter) -> bool {
        let gap = letter.left - self.right;
        let size = self.size.max(letter.size);
        self.turn == letter.turn
            && self.is_seen == letter.is_seen
            && self.is_level_with(letter.y, letter.size)
            && letter.left > self.last.0 - 0.2 * size
            && gap < COLUMN * size
    }

    fn push(&mut self, letter: Letter) {
        let size = self.size.max(letter.size);
        if (letter.left - self.last.0).abs() < 0.12 * size && letter.text == self.last.1 {
            return;
        }
        let is_apart = letter.left - self.right > WORD * size;
        if is_apart && !self.text.ends_with(' ') && !letter.text.starts_with(' ') {
            self.text.push(' ');
        }
        self.text.push_str(&letter.text);
        self.right = self.right.max(letter.right);
        // A raised figure neither moves nor shrinks its line.
        self.size = size;
        self.last = (letter.left, letter.text);
    }
}
