//! Which words stand in which passages (ordregister): a word finds its kin, the same word or a part of a compound, and where they
//! stand, without a look at every passage.

use super::work;
use std::collections::BTreeMap;

/// The fewest characters of a word that is sought as a part of a compound, as in [`crate::evidence::word::is_kin`].
const PART: usize = 5;

/// A passage by its place among those of its source.
pub(super) type Place = u32;

/// The words of a source, each with the passages it stands in.
#[derive(Clone, Debug, Default)]
pub(super) struct Terms {
    /// In the order of the alphabet.
    forward: Vec<(String, Vec<Place>)>,
    /// The same spelled backwards, in that order, each with its place in `forward`.
    backward: Vec<(String, usize)>,
}

impl Terms {
    /// Indexes the words of each passage, in the order of the passages.
    pub(super) fn of<'t>(passages: impl Iterator<Item = &'t [String]>) -> Self {
        let mut places: BTreeMap<&str, Vec<Place>> = BTreeMap::new();
        for (place, words) in (0..).zip(passages) {
            for word in words {
                places.entry(word).or_default().push(place);
            }
        }
        let forward: Vec<_> = places.into_iter().map(|(word, places)| (word.to_owned(), places)).collect();
        let turned = forward.iter().enumerate().filter(|(_, (word, _))| is_part(word));
        let mut backward: Vec<_> = turned.map(|(at, (word, _))| (word.chars().rev().collect(), at)).collect();
        backward.sort_unstable();
        Self { forward, backward }
    }

    /// Whether any passage has a word that is kin of this one.
    pub(super) fn has(&self, word: &str) -> bool {
        !self.kin(word).is_empty()
    }

    /// For each passage that has kin of any of these words, how many of the words; in order.
    pub(super) fn shared<'w>(&self, words: impl IntoIterator<Item = &'w String>) -> Vec<(Place, usize)> {
        self.summed(words, 1, 1)
    }

    /// The same, but a word counts two where it stands itself or two of its kin do: klage and frist for klagefrist.
    pub(super) fn likeness<'w>(&self, words: impl IntoIterator<Item = &'w String>) -> Vec<(Place, usize)> {
        self.summed(words, 2, 2)
    }

    /// The sum over the words, of which each counts `most` at most, and `itself` where it stands as it is.
    fn summed<'w>(
        &self,
        words: impl IntoIterator<Item = &'w String>,
        itself: usize,
        most: usize,
    ) -> Vec<(Place, usize)> {
        let mut all: Vec<(Place, usize)> = Vec::new();
        for word in words {
            let kin = self.kin(word).into_iter().map(|at| &self.forward[at]);
            let places = kin.flat_map(|(there, places)| {
                let counts = if there == word { itself } else { 1 };
                places.iter().map(move |place| (*place, counts))
            });
            let one = merged(places.collect());
            work::done(one.len());
            all.extend(one.into_iter().map(|(place, counts)| (place, counts.min(most))));
        }
        merged(all)
    }

    /// The words that are the same as this one, a compound with it or a part of it.
    fn kin(&self, word: &str) -> Vec<usize> {
        let mut kin: Vec<usize> =
            self.forward.binary_search_by(|(there, _)| there.as_str().cmp(word)).into_iter().collect();
        if is_part(word) {
            let turned: String = word.chars().rev().collect();
            kin.extend(starting(&self.forward, word));
            kin.extend(starting(&self.backward, &turned).map(|at| self.backward[at].1));
            kin.extend(
                beginnings(word)
                    .filter_map(|part| self.forward.binary_search_by(|(one, _)| one.as_str().cmp(part)).ok()),
            );
            let ends = beginnings(&turned);
            let ends = ends.filter_map(|part| self.backward.binary_search_by(|(one, _)| one.as_str().cmp(part)).ok());
            kin.extend(ends.map(|at| self.backward[at].1));
            kin.sort_unstable();
            kin.dedup();
        }
        kin
    }
}

/// The places of those that begin with `word`.
fn starting<T>(sorted: &[(String, T)], word: &str) -> std::ops::Range<usize> {
    let from = sorted.partition_point(|(there, _)| there.as_str() < word);
    let count = sorted[from..].iter().take_while(|(there, _)| there.starts_with(word)).count();
    from..from + count
}

/// The beginnings of a word that are long enough to be a part of it, without the word itself.
fn beginnings(word: &str) -> impl Iterator<Item = &str> {
    word.char_indices().skip(PART).map(|(at, _)| &word[..at])
}

fn is_part(word: &str) -> bool {
    word.len() >= PART && word.chars().count() >= PART
}

/// Each place once, with the sum of what was counted for it, in order.
pub(super) fn merged(mut counted: Vec<(Place, usize)>) -> Vec<(Place, usize)> {
    counted.sort_unstable();
    counted.dedup_by(|next, first| {
        let is_same = next.0 == first.0;
        first.1 += if is_same { next.1 } else { 0 };
        is_same
    });
    counted
}

#[cfg(test)]
mod tests {
    use super::Terms;
    use crate::evidence::word;

    const WORDS: [&str; 14] = [
        "gebyr",
        "byggesaksgebyr",
        "gebyrsats",
        "klage",
        "klagefrist",
        "frist",
        "sak",
        "saksliste",
        "tilbygg",
        "ærfugl",
        "ær",
        "byggesak",
        "tilbyggssøknad",
        "≤",
    ];

    fn drawn(state: &mut u64, most: u64) -> Vec<String> {
        let mut next = || {
            *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            *state >> 33
        };
        let mut words: Vec<String> = (0..next() % most).map(|_| WORDS[(next() % 14) as usize].to_owned()).collect();
        words.sort();
        words.dedup();
        words
    }

    #[test]
    fn the_index_counts_what_a_look_at_every_passage_counts() {
        let mut state = 20_261_126_u64;
        for _ in 0..500 {
            let passages: Vec<Vec<String>> = (0..6).map(|_| drawn(&mut state, 7)).collect();
            let wanted = drawn(&mut state, 6);
            let terms = Terms::of(passages.iter().map(Vec::as_slice));
            let counted = |count: &dyn Fn(&Vec<String>) -> usize| -> Vec<(u32, usize)> {
                (0..).zip(passages.iter().map(count)).filter(|(_, count)| *count > 0).collect()
            };
            assert_eq!(
                terms.shared(&wanted),
                counted(&|there| word::shared(&wanted, there)),
                "{wanted:?} {passages:?}"
            );
            let likeness = |word: &String, there: &Vec<String>| {
                let kin = there.iter().filter(|there| word::is_kin(word, there)).take(2).count();
                if there.contains(word) { 2 } else { kin }
            };
            let slowly = counted(&|there| wanted.iter().map(|word| likeness(word, there)).sum());
            assert_eq!(terms.likeness(&wanted), slowly, "{wanted:?} {passages:?}");
            for word in &wanted {
                assert_eq!(terms.has(word), passages.iter().flatten().any(|there| word::is_kin(word, there)));
            }
        }
    }
}
