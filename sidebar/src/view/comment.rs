//! A word from the second person to the author; needed when the draft goes back.

use super::{See, element::tag};
use crate::{
    state::{Desk, Shown, Touch},
    text::Text,
};
use contract::view::Action;
use yew::{Html, html};

pub(super) fn comment(see: &See, desk: Desk, shown: &Shown) -> Html {
    if !shown.draft.next.contains(&Action::Return) {
        return Html::default();
    }
    let missing = shown.comment_missing;
    let needed = missing.then(|| {
        let line = tag("p", "second bad").set("id", "comment-needed").set("role", "alert");
        line.says(see.say(Text::CommentNeeded))
    });
    html! {
        <div class="comment">
            { tag("label", "quiet").set("for", "comment").says(see.say(Text::Comment)) }
            <textarea id="comment" class="field" rows="2" placeholder={see.say(Text::Comment)} value={shown.comment.clone()}
                aria-invalid={missing.to_string()} aria-describedby={missing.then_some("comment-needed")}
                oninput={see.typed(desk, Touch::Comment)} />
            { needed }
        </div>
    }
}
