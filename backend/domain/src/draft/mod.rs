//! What we propose (utkast): sentences that cite evidence numbers, gaps that say what is missing, a footer that names the sources.

pub mod anew;
pub mod brief;
pub mod citation;
pub mod class;
pub mod compose;
pub mod normal;
pub mod note;
pub mod parse;
pub mod used;

pub use brief::{Brief, Part};
pub use class::Class;
pub use note::Note;
pub use used::used;
use vocabulary::{Language, Outcome, Span};

/// The brackets of a gap: `⟦dato⟧` is a field to fill.
pub const GAP: (char, char) = ('⟦', '⟧');

/// One sentence of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its words, without citations.
    pub text: String,
    /// Its place in the marked text, without the citations after it.
    pub span: Span,
    /// The evidence it cites.
    pub citations: Vec<u16>,
}

/// Everything around the words of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Language of the reply.
    pub language: Language,
    /// What the writer could make of it.
    pub outcome: Outcome,
    /// Sources and reference, as they leave after the body; see `send::footer`.
    pub footer: String,
    /// Who will get it, lower case addresses: the sender of the answered mail first.
    pub recipients: Vec<String>,
}

/// One revision of a draft. `marked` is the text a person edits: citations as `[1]` after the sentence, gaps as `⟦…⟧`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    marked: String,
    sentences: Vec<Sentence>,
    gaps: Vec<String>,
    frame: Frame,
}

impl Draft {
    /// The text as it is edited; all spans are places in it.
    #[must_use]
    pub fn marked(&self) -> &str {
        &self.marked
    }
    /// Its sentences, in order.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }
    /// What is still to be filled in.
    #[must_use]
    pub fn gaps(&self) -> &[String] {
        &self.gaps
    }
    /// What stands around the words.
    #[must_use]
    pub fn frame(&self) -> &Frame {
        &self.frame
    }
    /// The body as it leaves: without citation numbers.
    #[must_use]
    pub fn body(&self) -> String {
        parse::without_citations(&self.marked)
    }
    /// The whole block as it leaves: body, empty line, footer.
    #[must_use]
    pub fn letter(&self) -> String {
        format!("{}\n\n{}", self.body(), self.frame.footer)
    }
}
