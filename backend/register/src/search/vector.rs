//! Vectors of passages (betydningsvektorer) side by side in memory; the nearest to a question are found by looking at all of them.

use super::Wish;
use domain::port::Vector;
use std::ops::Range;

/// Products that are added up side by side, so that the processor can take several at once.
const LANES: usize = 16;

/// A passage of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Which document, in the order they were handed in.
    pub at: usize,
    /// Where in its text, in bytes.
    pub passage: Range<usize>,
}

/// A document whose best passage lies near the question.
#[derive(Clone, Debug, PartialEq)]
pub struct Near {
    /// The passage.
    pub place: Place,
    /// How near: the product of the two vectors.
    pub likeness: f32,
    /// Whether it is nearer than passages are to what is about something else.
    pub is_near: bool,
}

/// The vectors of one collection, those of a document beside each other.
#[derive(Debug, Default)]
pub struct Vectors {
    dimension: usize,
    numbers: Vec<f32>,
    places: Vec<Place>,
    /// Questions about something else, each with how near it comes to any passage.
    foreign: Vec<(Vector, f32)>,
}

impl Vectors {
    /// None yet, with questions that no passage of this collection answers: models differ in what they call near, and these tell what
    /// it does not mean.
    #[must_use]
    pub fn beside(foreign: Vec<Vector>) -> Self {
        Self { foreign: foreign.into_iter().map(|vector| (vector, -1.0)).collect(), ..Self::default() }
    }

    /// How many passages there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there are none yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Adds one; the first says how many numbers all have, and one with another number of them is left out.
    pub fn add(&mut self, place: Place, vector: &Vector) {
        let numbers = vector.numbers();
        if self.is_empty() {
            self.dimension = numbers.len();
        }
        if numbers.len() == self.dimension {
            for (foreign, nearest) in &mut self.foreign {
                *nearest = nearest.max(product(foreign.numbers(), numbers));
            }
            self.numbers.extend_from_slice(numbers);
            self.places.push(place);
        }
    }

    /// The documents nearest to a question, each with its best passage, nearest first; equal ones in their own order.
    #[must_use]
    pub fn nearest(&self, question: &Vector, wish: &Wish<'_>) -> Vec<Near> {
        let question = question.numbers();
        if self.is_empty() || wish.limit == 0 || question.len() != self.dimension {
            return Vec::new();
        }
        let likeness: Vec<f32> =
            self.numbers.chunks_exact(self.dimension).map(|vector| product(vector, question)).collect();
        let mut best = self.best_of_each(&likeness, wish.fits);
        let by_likeness = |one: &usize, other: &usize| likeness[*other].total_cmp(&likeness[*one]).then(one.cmp(other));
        if best.len() > wish.limit {
            best.select_nth_unstable_by(wish.limit - 1, by_likeness);
            best.truncate(wish.limit);
        }
        best.sort_by(by_likeness);
        let floor = self.floor();
        let near = |row: usize| Near {
            place: self.places[row].clone(),
            likeness: likeness[row],
            is_near: likeness[row] > floor,
        };
        best.into_iter().map(near).collect()
    }

    /// As near as the second of the foreign questions comes: one of them may be answered here after all.
    fn floor(&self) -> f32 {
        let mut nearest: Vec<f32> = self.foreign.iter().map(|(_, nearest)| *nearest).collect();
        nearest.sort_by(|one, other| other.total_cmp(one));
        nearest.get(1).copied().unwrap_or(-1.0)
    }

    /// For each document that fits, the row of its nearest passage.
    fn best_of_each(&self, likeness: &[f32], fits: &dyn Fn(usize) -> bool) -> Vec<usize> {
        let mut best: Vec<usize> = Vec::new();
        let mut is_fitting = false;
        for (row, place) in self.places.iter().enumerate() {
            let is_new = row == 0 || self.places[row - 1].at != place.at;
            if is_new {
                is_fitting = fits(place.at);
            }
            match best.last_mut().filter(|_| !is_new) {
                Some(last) if is_fitting && likeness[row] > likeness[*last] => *last = row,
                None if is_fitting => best.push(row),
                _ => {}
            }
        }
        best
    }
}

/// The sum of the products, number by number.
fn product(one: &[f32], other: &[f32]) -> f32 {
    let mut sums = [0.0; LANES];
    let (ones, others) = (one.chunks_exact(LANES), other.chunks_exact(LANES));
    let rest: f32 = ones.remainder().iter().zip(others.remainder()).map(|(one, other)| one * other).sum();
    for (ones, others) in ones.zip(others) {
        for lane in 0..LANES {
            sums[lane] += ones[lane] * others[lane];
        }
    }
    sums.iter().sum::<f32>() + rest
}

#[cfg(test)]
mod tests {
    use super::{Place, Vector, Vectors, Wish};

    fn vector(numbers: &[f32]) -> Vector {
        Vector::of(numbers.to_vec()).unwrap()
    }

    fn vectors(rows: &[(usize, &[f32])]) -> Vectors {
        let mut vectors = Vectors::default();
        for (row, (at, numbers)) in rows.iter().enumerate() {
            vectors.add(Place { at: *at, passage: row..row + 1 }, &vector(numbers));
        }
        vectors
    }

    #[test]
    fn the_nearest_passage_of_each_document_is_found_and_what_does_not_fit_is_not() {
        let rows: [(usize, &[f32]); 6] = [
            (0, &[0.0, 1.0]),
            (0, &[1.0, 0.2]),
            (1, &[1.0, 0.1]),
            (2, &[0.0, 1.0]),
            (2, &[0.1, 1.0]),
            (4, &[1.0, 0.1]),
        ];
        let all = vectors(&rows);
        for (limit, unfit, found) in [
            (10, None, vec![(1, 2), (4, 5), (0, 1), (2, 4)]),
            (2, None, vec![(1, 2), (4, 5)]),
            (2, Some(1), vec![(4, 5), (0, 1)]),
            (0, None, vec![]),
        ] {
            let wish = Wish { limit, fits: &|at| Some(at) != unfit };
            let near = all.nearest(&vector(&[1.0, 0.0]), &wish);
            let places: Vec<_> = near.iter().map(|near| (near.place.at, near.place.passage.start)).collect();
            assert_eq!(places, found, "{limit} {unfit:?}");
        }
        let wish = Wish { limit: 9, fits: &|_| true };
        assert!(all.nearest(&vector(&[1.0, 0.0, 0.0]), &wish).is_empty(), "another model");
        assert!(Vectors::default().nearest(&vector(&[1.0]), &wish).is_empty());
    }

    #[test]
    fn long_vectors_are_multiplied_whole_and_one_of_another_length_is_left_out() {
        let long: Vec<f32> = (0..37_u8).map(|number| f32::from(number) - 10.0).collect();
        let mut all = vectors(&[(0, &long), (1, &[1.0, 0.0])]);
        all.add(Place { at: 2, passage: 0..1 }, &vector(&[1.0; 37]));
        let near = all.nearest(&vector(&long), &Wish { limit: 9, fits: &|_| true });
        assert_eq!(near.iter().map(|near| near.place.at).collect::<Vec<_>>(), [0, 2]);
        assert!((near[0].likeness - 1.0).abs() < 1e-5, "{near:?}");
    }

    #[test]
    fn near_is_what_is_nearer_than_all_but_one_of_the_foreign_questions() {
        for (foreign, near) in [
            (vec![], vec![true, true]),
            (vec![[0.0, 1.0]], vec![true, true]),
            // The first is nearly answered, the second tells what is far.
            (vec![[1.0, 0.1], [0.5, 1.0], [0.0, 1.0]], vec![true, false]),
        ] {
            let mut all = Vectors::beside(foreign.iter().map(|numbers| vector(numbers)).collect());
            all.add(Place { at: 0, passage: 0..1 }, &vector(&[1.0, 0.0]));
            all.add(Place { at: 1, passage: 0..1 }, &vector(&[0.1, 1.0]));
            let found = all.nearest(&vector(&[1.0, 0.0]), &Wish { limit: 2, fits: &|_| true });
            assert_eq!(found.iter().map(|one| one.is_near).collect::<Vec<_>>(), near, "{foreign:?}");
        }
    }
}
