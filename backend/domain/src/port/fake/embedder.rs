//! An embedder of few words: texts with the same words, or with words told to mean the same, lie close.

use super::{held, told};
use crate::{
    draft::Class,
    port::{Embedder, Failure, FailureKind, Side, Vector},
};
use async_trait::async_trait;
use std::{
    hash::{DefaultHasher, Hash, Hasher},
    sync::Mutex,
};

/// Numbers of a vector.
const DIMENSION: usize = 1_024;

/// A bag of hashed words; remembers what it was given, and can be told to fail.
#[derive(Debug)]
pub struct Bag {
    same: Vec<(&'static str, &'static str)>,
    sees: Class,
    fails: Mutex<Option<FailureKind>>,
    given: Mutex<Vec<(Side, String)>>,
}

impl Bag {
    /// The first word of each pair means the second.
    #[must_use]
    pub fn new(same: &[(&'static str, &'static str)]) -> Self {
        Self { same: same.to_vec(), sees: Class::Personal, fails: Mutex::default(), given: Mutex::default() }
    }

    /// The same, to be given nothing more delicate than this.
    #[must_use]
    pub fn seeing(self, sees: Class) -> Self {
        Self { sees, ..self }
    }

    /// Fails from now on, or no longer.
    pub fn fail(&self, kind: Option<FailureKind>) {
        *held(&self.fails) = kind;
    }

    /// What it was given, and as what.
    #[must_use]
    pub fn given(&self) -> Vec<(Side, String)> {
        held(&self.given).clone()
    }

    fn vector(&self, text: &str) -> Option<Vector> {
        let mut numbers = vec![0.0; DIMENSION];
        for word in text.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3) {
            let word = self.same.iter().find(|(one, _)| *one == word).map_or(word, |(_, other)| other);
            let mut hasher = DefaultHasher::new();
            word.hash(&mut hasher);
            numbers[1 + usize::try_from(hasher.finish() % 1_023).unwrap_or_default()] += 1.0;
        }
        // A text without words has a direction of its own.
        numbers[0] = if numbers.iter().any(|number| *number > 0.0) { 0.0 } else { 1.0 };
        Vector::of(numbers)
    }
}

#[async_trait]
impl Embedder for Bag {
    fn sees(&self) -> Class {
        self.sees
    }

    async fn vectors(&self, texts: &[String], side: Side) -> Result<Vec<Vector>, Failure> {
        held(&self.given).extend(texts.iter().map(|text| (side, text.clone())));
        told(*held(&self.fails), "llm")?;
        Ok(texts.iter().filter_map(|text| self.vector(text)).collect())
    }
}
