//! What a collection means (betydningssøk): the vectors of its passages, learned in the background, and those of a question.

use super::{Corpus, Near, Vectors, Wish, passage, vector::Place};
use domain::{
    evidence::word,
    port::{Embedder, Failure, FailureKind, Side, Vector, embedder::outgoing},
};
use std::sync::{Arc, PoisonError, RwLock};

/// What no municipality answers, and what nobody asks: how near passages come to these tells what a model does not call near.
const FOREIGN: [&str; 12] = [
    "Hvem skrev Peer Gynt?",
    "Hva er hovedstaden i Mongolia?",
    "Hvordan baker jeg en sjokoladekake?",
    "Hvor mange måner har Jupiter?",
    "Hvilket lag vant cupfinalen i fjor?",
    "Kan du anbefale en god film?",
    "Hvordan virker en dieselmotor?",
    "Hva heter kongen av Sverige?",
    "Tusen takk for hjelpen!",
    "Ha en riktig god helg!",
    "Jeg så deg på toget i går.",
    "Hvordan har du det i dag?",
];
/// Passages that are handed over at once; what is learned is searched from then on.
const AT_ONCE: usize = 64;

/// What a question means, so far as the embedder was told.
#[derive(Clone, Debug)]
pub(crate) struct Meant {
    /// Its vector.
    pub(crate) vector: Vector,
    /// Whether nothing of it was hidden.
    pub(crate) is_whole: bool,
}

/// The vectors of one collection, and who makes them.
pub(crate) struct Meaning {
    embedder: Arc<dyn Embedder>,
    vectors: RwLock<Vectors>,
}

impl Meaning {
    /// Nothing is learned yet.
    pub(crate) fn new(embedder: Arc<dyn Embedder>) -> Self {
        Self { embedder, vectors: RwLock::default() }
    }

    /// Learns what of the corpus is not known yet; gives how many passages there are then. What was learned before a failure stays.
    pub(crate) async fn learn(&self, corpus: &(impl Corpus + Sync + ?Sized)) -> Result<usize, Failure> {
        if self.known() == 0 {
            let foreign = self.embedder.vectors(&FOREIGN.map(str::to_owned), Side::Question).await?;
            *self.vectors.write().unwrap_or_else(PoisonError::into_inner) = Vectors::beside(foreign);
        }
        let places: Vec<Place> = (0..corpus.size()).flat_map(|at| places(corpus, at)).collect();
        loop {
            let known = self.known();
            let next = &places[known.min(places.len())..];
            let next = &next[..next.len().min(AT_ONCE)];
            if next.is_empty() {
                return Ok(known);
            }
            let texts: Vec<String> = next.iter().map(|place| text(corpus, place)).collect();
            let vectors = self.embedder.vectors(&texts, Side::Passage).await?;
            if !self.keep(known, next, &vectors) {
                return Err(Failure::new(
                    FailureKind::Garbled,
                    "register",
                    "the embedder gave vectors that do not go with the passages",
                ));
            }
        }
    }

    /// How many passages are known.
    pub(crate) fn known(&self) -> usize {
        self.vectors.read().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// Keeps the vectors of the next passages, unless somebody else did so meanwhile; whether they could be kept.
    fn keep(&self, known: usize, places: &[Place], found: &[Vector]) -> bool {
        let mut vectors = self.vectors.write().unwrap_or_else(PoisonError::into_inner);
        if vectors.len() == known && places.len() == found.len() {
            places.iter().zip(found).for_each(|(place, vector)| vectors.add(place.clone(), vector));
        }
        vectors.len() >= known + places.len()
    }

    /// The vector of each question; nothing for one that may not leave the house, and for all where the embedder does not answer.
    pub(crate) async fn asked(&self, questions: &[String], people: &[String]) -> Vec<Option<Meant>> {
        let mut asked = vec![None; questions.len()];
        // What turns on no word turns on no meaning either: «Hei!» lies near to much.
        let turns_on_words = |question: &&String| !word::stems(question).is_empty();
        let leaves = |question: &String| {
            Some(question).filter(turns_on_words).and_then(|it| outgoing(it, people, self.embedder.sees()))
        };
        let (places, texts): (Vec<usize>, Vec<String>) =
            questions.iter().enumerate().filter_map(|(at, question)| Some((at, leaves(question)?))).unzip();
        if texts.is_empty() || self.known() == 0 {
            return asked;
        }
        let vectors = self.embedder.vectors(&texts, Side::Question).await.unwrap_or_default();
        if vectors.len() == places.len() {
            for ((at, text), vector) in places.into_iter().zip(texts).zip(vectors) {
                asked[at] = Some(Meant { vector, is_whole: text == questions[at] });
            }
        }
        asked
    }

    /// The documents whose meaning is nearest.
    pub(crate) fn nearest(&self, question: &Meant, wish: &Wish<'_>) -> Vec<Near> {
        self.vectors.read().unwrap_or_else(PoisonError::into_inner).nearest(&question.vector, wish)
    }
}

fn places(corpus: &(impl Corpus + ?Sized), at: usize) -> Vec<Place> {
    passage::readable(&corpus.text(at)).into_iter().map(|passage| Place { at, passage }).collect()
}

/// A passage as a model reads it: under its title.
fn text(corpus: &(impl Corpus + ?Sized), place: &Place) -> String {
    let (title, text) = (corpus.title(place.at), corpus.text(place.at));
    let passage = text.get(place.passage.clone()).unwrap_or_default().trim();
    if title.is_empty() { passage.to_owned() } else { format!("{title}\n{passage}") }
}
