//! A writer that answers from a script.

use super::held;
use crate::{
    draft::brief::{Answer, Brief},
    port::{Failure, FailureKind, Writer, writer::Heard},
};
use async_trait::async_trait;
use std::sync::Mutex;

/// Gives the same answer every time, or fails; remembers what it was asked.
#[derive(Debug)]
pub struct Script {
    answer: Result<Answer, FailureKind>,
    asked: Mutex<Vec<Brief>>,
}

impl Script {
    /// Answers with this.
    #[must_use]
    pub fn new(answer: Result<Answer, FailureKind>) -> Self {
        Self { answer, asked: Mutex::new(Vec::new()) }
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

    async fn write(&self, brief: &Brief, heard: &Heard<'_>) -> Result<Answer, Failure> {
        held(&self.asked).push(brief.clone());
        let answer = self.answer.clone().map_err(|kind| Failure::new(kind, "llm", "told to fail"))?;
        heard(&answer.marked());
        Ok(answer)
    }
}
