//! A word from the second person to the author; needed when the draft goes back.

use super::{
    See,
    element::{el, tag},
};
use crate::{
    state::{Desk, Shown, Touch},
    text::Text,
};
use contract::view::Action;
use yew::Html;

pub(super) fn comment(see: &See, desk: Desk, shown: &Shown) -> Html {
    if !shown.draft.next.contains(&Action::Return) {
        return Html::default();
    }
    let missing = shown.comment_missing;
    let needed = missing.then(|| {
        let line = tag("p", "second bad").set("id", "comment-needed").set("role", "alert");
        line.says(see.say(Text::CommentNeeded))
    });
    let word = see.say(Text::Comment);
    let field = tag("textarea", "field").set("id", "comment").set("rows", "2").set("placeholder", word);
    let field = field.set("aria-invalid", missing).set("aria-describedby", missing.then_some("comment-needed"));
    let field = field.typed(&shown.comment, see.typed(desk, Touch::Comment));
    let label = tag("label", "quiet").set("for", "comment").says(word);
    el("div", "comment", [label, field, needed.unwrap_or_default()])
}
