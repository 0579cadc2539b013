//! Where the pane opens (sted) when the gate has sent somebody here.

use super::{Effect, Model};

/// The focus goes to what the gate spoke of: the lines of a signature, how the draft stands, the draft; else to its own sentence.
pub(super) fn led(model: &Model) -> Vec<Effect> {
    let Some(item) = model.item.as_ref().filter(|item| item.stopped.is_some()) else { return Vec::new() };
    let place = match item.place.as_str() {
        place @ ("signature" | "standing" | "draft") if model.reply.shown().is_some() || place == "signature" => place,
        _ => "stopped",
    };
    vec![Effect::Focus(place.to_owned())]
}
