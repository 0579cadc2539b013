//! A writer (skriver) outside: a model endpoint. The built-in one is `draft::compose`.

use super::Failure;
use crate::draft::brief::{Answer, Brief};
use async_trait::async_trait;

/// Is told the text so far. A name of its own, so that every call may lend its text for that call alone.
pub type Heard<'a> = dyn Fn(&str) + Send + Sync + 'a;

/// A writer.
#[async_trait]
pub trait Writer: Send + Sync {
    /// Its name, as shown to people.
    fn name(&self) -> &str;
    /// Writes the reply from a brief whose names and numbers are pseudonyms; `heard` is told the text so far.
    async fn write(&self, brief: &Brief, heard: &Heard<'_>) -> Result<Answer, Failure>;
}
