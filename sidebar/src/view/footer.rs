//! The footer and the list of sources, as they will leave after the body.

use super::{
    See,
    element::{el, line, tag},
};
use crate::text::Text;
use contract::view::Draft;
use yew::Html;

pub(super) fn footer(see: &See, draft: &Draft) -> Html {
    let to = see.fill(Text::Recipients, &[("who", &draft.recipients.join(", "))]);
    let lines: Vec<Html> = draft.footer.lines().map(|words| line("p", "", words.to_owned())).collect();
    let text = tag("div", "letter second").set("lang", draft.language.code()).with(lines);
    let folded = el("details", "", [line("summary", "", see.say(Text::Footer)), text]);
    el("section", "card slim", [line("p", "second to", to), folded])
}
