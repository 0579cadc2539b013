//! A writer that answers from a script.

use super::held;
use crate::{
    draft::Class,
    draft::brief::{Answer, Brief},
    port::{Failure, FailureKind, Heard, Told, Writer},
};
use async_trait::async_trait;
use std::sync::Mutex;

/// Gives the same answer every time, or fails; an answer costs a hundred tokens; remembers what it was asked.
#[derive(Debug)]
pub struct Script {
    answer: Result<Answer, FailureKind>,
    sees: Class,
    asked: Mutex<Vec<Brief>>,
}

impl Script {
    /// Answers with this.
    #[must_use]
    pub fn new(answer: Result<Answer, FailureKind>) -> Self {
        Self { answer, sees: Class::Restricted, asked: Mutex::new(Vec::new()) }
    }

    /// The same, to be given nothing more delicate than this.
    #[must_use]
    pub fn seeing(self, sees: Class) -> Self {
        Self { sees, ..self }
    }

    /// The briefs it was given.
    #[must_use]
    pub fn asked(&self) -> Vec<Brief> {
        held(&self.asked).clone()
    }
}

#[async_trait]
impl Writer for Script {
    fn name(&self) -> &str {
        "script"
    }

    fn sees(&self) -> Class {
        self.sees
    }

    async fn write(&self, brief: &Brief, heard: &Heard<'_>) -> Result<Answer, Failure> {
        held(&self.asked).push(brief.clone());
        let answer = self.answer.clone().map_err(|kind| Failure::new(kind, "llm", "told to fail"))?;
        heard(Told::Text(&answer.marked()));
        heard(Told::Spent(100));
        Ok(answer)
    }
}
