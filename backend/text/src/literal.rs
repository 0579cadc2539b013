//! What looks like a tag and is text (ordrett): for both readers of a page, so that neither reads more of it than the other.

use html5ever::tokenizer::{TokenSinkResult, states::Rcdata};

/// Elements whose tags are read as text: what looks like an element in them is shown, sign by sign.
pub(crate) fn literal(name: &str) -> TokenSinkResult<()> {
    match name {
        "textarea" => TokenSinkResult::RawData(Rcdata),
        "plaintext" => TokenSinkResult::Plaintext,
        _ => TokenSinkResult::Continue,
    }
}
