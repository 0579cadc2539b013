//! A writer (skriver) outside: a model endpoint. The built-in one is `draft::compose`.

use super::Failure;
use crate::draft::{
    Class,
    brief::{Answer, Brief},
};
use async_trait::async_trait;

/// What a writer tells while it writes, also when it fails in the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told<'a> {
    /// The text so far.
    Text(&'a str),
    /// Tokens that were used, as the endpoint counts them or as near as can be reckoned; told once for each request that was answered.
    Spent(u64),
    /// What it was not given, because there was too much text.
    Unread {
        /// The numbers of excerpts.
        excerpts: &'a [u16],
        /// Whether the mail's end was left out too.
        mail: bool,
    },
}

/// Is told it. A name of its own, so that every call may lend its text for that call alone.
pub type Heard<'a> = dyn Fn(Told<'_>) + Send + Sync + 'a;

/// A writer.
#[async_trait]
pub trait Writer: Send + Sync {
    /// Its name, as shown to people.
    fn name(&self) -> &str;
    /// The most delicate text it may be given.
    fn sees(&self) -> Class;
    /// Writes the reply from a brief whose names and numbers are pseudonyms.
    async fn write(&self, brief: &Brief, heard: &Heard<'_>) -> Result<Answer, Failure>;
}
