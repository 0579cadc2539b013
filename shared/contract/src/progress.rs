//! What a long operation says while it works (fremdrift), as server-sent events.

use crate::Problem;
use serde::{Deserialize, Serialize};
use vocabulary::Language;

/// One step of the way to a draft, in order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "host", derive(schemars::JsonSchema))]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Step {
    /// The conversation is being read.
    Reading,
    /// The thread is read: so many mails, so many questions.
    Read {
        /// Mails in the conversation.
        mails: usize,
        /// Questions found.
        questions: usize,
    },
    /// The case and the sources are found.
    Found {
        /// How many sources.
        sources: usize,
    },
    /// The writer has written so far.
    Written {
        /// The text up to now, as far as it is whole.
        text: String,
        /// The language it is in.
        language: Language,
    },
    /// The draft is being checked.
    Checking,
}

/// One event of the stream: `event:` is the tag, `data:` the content as JSON.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", content = "data", rename_all = "snake_case")]
pub enum Event<A> {
    /// Work goes on.
    Progress(Step),
    /// The answer; the stream ends.
    Answer(A),
    /// It went wrong; the stream ends.
    Problem(Box<Problem>),
}
