//! How fast the nearest of a hundred thousand passages are found by looking at all of them.

use crate::search::processor;
use domain::port::Vector;
use register::search::{Place, Vectors, Wish};
use std::time::{Duration, Instant};

/// Passages of the collection.
const PASSAGES: usize = 100_000;
/// Numbers of a vector; the small models that know Norwegian have as many.
const NUMBERS: usize = 384;
/// Passages of one document.
const OF_ONE: usize = 3;
/// Questions that are asked.
const QUESTIONS: usize = 200;

/// Prints the figures.
pub(crate) fn run() {
    let mut state = 20_261_126_u64;
    let mut drawn = || Vector::of((0..NUMBERS).map(|_| next(&mut state)).collect());
    let mut vectors = Vectors::default();
    for row in 0..PASSAGES {
        if let Some(vector) = drawn() {
            vectors.add(Place { at: row / OF_ONE, passage: 0..1 }, &vector);
        }
    }
    let questions: Vec<Vector> = (0..QUESTIONS).filter_map(|_| drawn()).collect();
    let mut found = 0;
    let ask = |question: &Vector| {
        let start = Instant::now();
        found += vectors.nearest(question, &Wish { limit: 60, fits: &|at| at % 10 > 0 }).len();
        start.elapsed()
    };
    let begun = processor();
    let mut times: Vec<Duration> = questions.iter().map(ask).collect();
    let mean = (processor() - begun) / questions.len().max(1) as f64;
    times.sort_unstable();
    let at = |part: f64| times[((times.len() - 1) as f64 * part) as usize].as_secs_f64() * 1e3;
    let (count, megabytes) = (vectors.len(), vectors.len() * NUMBERS * 4 / 1_000_000);
    println!("meaning: {count} passages of {NUMBERS} numbers, {megabytes} MB ({found} hits)");
    println!("meaning: fastest {:.2} ms, p50 {:.2} ms, p99 {:.2} ms", at(0.0), at(0.5), at(0.99));
    println!("    {mean:.2} ms of the processor each, on the mean; where p50 is far above that, the machine is shared");
}

/// Xorshift: the same numbers on every machine, from -1 to 1.
fn next(state: &mut u64) -> f32 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    (*state >> 40) as f32 / (1_u64 << 23) as f32 - 1.0
}
