//! What changed since the revision before: added and removed words, told apart by more than colour.

use super::{
    See,
    element::{el, line, tag, words},
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
    difference(see, &heading, shown, &shown.draft.changes)
}

/// What the text that came back would change.
pub(super) fn proposed(see: &See, shown: &Shown) -> Html {
    let Some(review) = &shown.draft.review else { return Html::default() };
    let heading = see.fill(Text::Proposed, &[("name", review.decided_by.as_deref().unwrap_or_default())]);
    difference(see, &heading, shown, &review.proposed)
}

fn difference(see: &See, heading: &str, shown: &Shown, changes: &[Change]) -> Html {
    if changes.iter().all(|change| change.kind == "same") {
        return Html::default();
    }
    let one = |change: &Change| {
        let words = change.text.clone();
        match change.kind.as_str() {
            "added" => marked("ins", see, Text::Added, words),
            "removed" => marked("del", see, Text::Removed, words),
            _ => line("span", "", excerpt::between(&words)),
        }
    };
    let words = tag("p", "changes").set("lang", shown.draft.language.code());
    let words = words.with(changes.iter().map(one).collect::<Vec<_>>());
    el("section", "card", [line("h2", "", heading.to_owned()), words])
}

/// What a colour shows is said, too.
fn marked(name: &'static str, see: &See, word: Text, text: String) -> Html {
    let told = tag("span", "quiet").set("lang", see.model.language.code());
    el(name, "", [told.says(format!("{}: ", see.say(word))), words(text)])
}
