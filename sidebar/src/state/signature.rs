//! The signature of who is at the screen (signatur): typed once, so that the gate knows it below every reply.

use super::{Effect, Model, Slot, answer, model::Trouble};
use crate::text::Text;
use contract::view::Me;

/// The signature while it is being written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signing {
    /// What stands in the field; `None` while it is the registered one.
    pub typed: Option<String>,
    /// Whether it is being saved.
    pub busy: bool,
    /// Whether the last one was saved.
    pub saved: bool,
    /// Why it was not.
    pub trouble: Option<Trouble>,
}

/// What somebody does to their signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Types.
    Type(String),
    /// Saves it.
    Save,
}

impl Model {
    /// The signature as it stands in the field.
    #[must_use]
    pub fn signature(&self) -> &str {
        let registered =
            || self.me.as_ref().and_then(|me| me.signature.as_ref()).map_or("", |known| known.text.as_str());
        self.signing.typed.as_deref().unwrap_or_else(registered)
    }
}

pub(super) fn signed(model: &mut Model, sign: Sign) -> Vec<Effect> {
    match sign {
        Sign::Type(text) => {
            model.signing.typed = Some(text);
            model.signing.saved = false;
            Vec::new()
        }
        Sign::Save if model.signing.busy => Vec::new(),
        Sign::Save => {
            let text = model.signature().to_owned();
            let images = model
                .me
                .as_ref()
                .and_then(|me| me.signature.as_ref())
                .map_or_else(Vec::new, |known| known.images.clone());
            model.signing = Signing { typed: Some(text.clone()), busy: true, ..Signing::default() };
            vec![Effect::SaveSignature(model.requests.next(Slot::Signature), text, images)]
        }
    }
}

/// It is registered.
pub(super) fn saved(model: &mut Model, me: Me) {
    model.signing = Signing { saved: true, ..Signing::default() };
    model.said = answer::words(model, Text::SignatureSaved, &[]);
    model.me = Some(me);
}

/// It is not; what was typed stays.
pub(super) fn failed(model: &mut Model, trouble: Trouble) {
    model.signing.busy = false;
    model.signing.trouble = Some(trouble);
}
