//! Lists of words that are asked often (ordlister): a quick hash, and the ends of words, which tell most others apart at once.

use std::{
    collections::HashSet,
    hash::{BuildHasherDefault, Hasher},
};

/// Multiplies and turns, byte for byte: the lists are ours alone, so nobody can choose words that collide.
#[derive(Default)]
pub(super) struct Quick(u64);

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        let (chunks, rest) = bytes.as_chunks::<8>();
        let rest = rest.iter().rev().fold(0u64, |word, byte| word << 8 | u64::from(*byte));
        for word in chunks.iter().map(|chunk| u64::from_le_bytes(*chunk)).chain([rest]) {
            self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
        }
    }

    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 29
    }
}

/// A list of words.
pub(super) type List = HashSet<&'static str, BuildHasherDefault<Quick>>;

/// The words of a list that blanks part.
pub(super) fn list(words: &'static str) -> List {
    words.split_whitespace().collect()
}

/// Whether a word has only small letters, Latin ones: it is its own lower case.
pub(super) fn is_small(word: &str) -> bool {
    word.chars().all(|c| matches!(c, 'a'..='z' | 'ß'..='ÿ'))
}

/// The last two bytes of words: a word that ends otherwise ends in none of them.
#[derive(Clone, Debug)]
pub(super) struct Ends(Vec<bool>);

impl Ends {
    /// The ends of these words, each two bytes long or longer.
    pub(super) fn of<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let mut known = vec![false; 1 << 16];
        words.filter_map(last_two).for_each(|end| known[end] = true);
        Self(known)
    }

    /// Whether a word may end in one of them.
    pub(super) fn may_end(&self, word: &str) -> bool {
        last_two(word).is_some_and(|end| self.0[end])
    }
}

fn last_two(word: &str) -> Option<usize> {
    let [.., before, last] = *word.as_bytes() else { return None };
    Some(usize::from(before) << 8 | usize::from(last))
}

#[cfg(test)]
mod tests {
    use super::{Ends, list};

    #[test]
    fn words_are_known_by_themselves_and_by_their_ends() {
        let words = list("gate vei åsen");
        assert!(words.contains("gate") && !words.contains("gat"));
        let ends = Ends::of(words.iter().copied());
        for (word, may) in [("storgate", true), ("kyllingåsen", true), ("vogn", false), ("e", false), ("", false)] {
            assert_eq!(ends.may_end(word), may, "{word}");
        }
    }
}
