//! What changed since the revision before: added and removed words, told apart by more than colour.

use super::{
    See,
    element::{el, line, words},
};
use crate::{
    state::{Shown, excerpt},
    text::Text,
};
use contract::view::Change;
use yew::Html;

pub(super) fn changes(see: &See, shown: &Shown) -> Html {
    let heading = match shown.approved_before() {
        Some((name, at)) => see.fill(Text::ChangesApproved, &[("name", name), ("time", &see.time(at))]),
        None => see.say(Text::Changes).to_owned(),
    };
    difference(see, &heading, &shown.draft.changes)
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
            "added" => marked("ins", see.say(Text::Added), words),
            "removed" => marked("del", see.say(Text::Removed), words),
            _ => line("span", "", excerpt::between(&words)),
        }
    };
    let words = el("p", "changes", changes.iter().map(one).collect::<Vec<_>>());
    el("section", "card", [line("h2", "", heading.to_owned()), words])
}

/// What a colour shows is said, too.
fn marked(name: &'static str, word: &'static str, text: String) -> Html {
    el(name, "", [line("span", "quiet", format!("{word}: ")), words(text)])
}
