//! What changed since the revision before: added and removed words, told apart by more than colour.

use super::See;
use crate::{
    state::{Shown, excerpt},
    text::Text,
};
use contract::view::Change;
use yew::{Html, html};

pub(super) fn changes(see: &See, changes: &[Change]) -> Html {
    difference(see, see.say(Text::Changes), changes)
}

/// What the text that came back would change.
pub(super) fn proposed(see: &See, shown: &Shown) -> Html {
    let Some(review) = &shown.draft.review else { return Html::default() };
    let heading = see.fill(Text::Proposed, &[("name", review.decided_by.as_deref().unwrap_or_default())]);
    difference(see, &heading, &review.proposed)
}

fn difference(see: &See, heading: &str, changes: &[Change]) -> Html {
    if changes.iter().all(|change| change.kind == "same") {
        return Html::default();
    }
    let one = |change: &Change| {
        let words = change.text.clone();
        match change.kind.as_str() {
            "added" => html! { <ins><span class="quiet">{ see.say(Text::Added) }{ ": " }</span>{ words }</ins> },
            "removed" => html! { <del><span class="quiet">{ see.say(Text::Removed) }{ ": " }</span>{ words }</del> },
            _ => html! { <span>{ excerpt::between(&words) }</span> },
        }
    };
    html! { <section class="card"><h2>{ heading.to_owned() }</h2><p class="changes">{ for changes.iter().map(one) }</p></section> }
}
