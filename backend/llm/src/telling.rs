//! Tells the text so far (lytting): cleaned, whole words only; and notices a model that goes round in a circle.

use crate::{answer, circle, clean, failure, fit::Fitted, partial::Partial, prompt, pseudonym};
use domain::{
    draft::compose::greeting,
    port::{Failure, Heard, Told},
};
use std::collections::HashSet;

/// New characters before the text so far is told again.
const STEP: usize = 24;
/// New bytes before the answer is looked at for a circle.
const LOOK: usize = 1_024;

/// What is told while a model writes.
pub(crate) struct Telling<'a> {
    greeting: String,
    pseudonyms: HashSet<String>,
    partial: Partial,
    told: usize,
    content: String,
    looked: usize,
    heard: &'a Heard<'a>,
}

impl<'a> Telling<'a> {
    /// Nothing yet.
    pub(crate) fn new(fitted: &Fitted, heard: &'a Heard<'a>) -> Self {
        Self {
            greeting: greeting(&fitted.brief),
            pseudonyms: pseudonym::seen(&prompt::user(fitted)),
            partial: Partial::default(),
            told: 0,
            content: String::new(),
            looked: 0,
            heard,
        }
    }

    /// Hears more of the answer.
    pub(crate) fn hear(&mut self, more: &str) -> Result<(), Failure> {
        self.partial.push(more);
        self.content.push_str(more);
        if self.content.len() >= self.looked + LOOK {
            self.looked = self.content.len();
            if circle::is_circling(&self.content) {
                return Err(failure::garbled("it repeats itself"));
            }
        }
        let text = self.partial.text();
        let whole = text.rfind(char::is_whitespace).unwrap_or(0);
        if whole >= self.told + STEP {
            self.told = whole;
            let clean = clean::clean(answer::without_greeting(clean::closed(&text[..whole]))).text;
            let clean = pseudonym::settled(&clean, &self.pseudonyms);
            (self.heard)(Told::Text(&format!("{}\n\n{clean}", self.greeting)));
        }
        Ok(())
    }
}
