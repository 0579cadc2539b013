//! A word from the second person to the author; needed when the draft goes back.

use super::See;
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
    html! {
        <div class="comment">
            <label class="quiet" for="comment">{ see.say(Text::Comment) }</label>
            <textarea id="comment" class="field" rows="2" placeholder={see.say(Text::Comment)} value={shown.comment.clone()}
                aria-invalid={missing.to_string()} aria-describedby={missing.then_some("comment-needed")}
                oninput={see.typed(desk, Touch::Comment)} />
            if missing { <p class="second bad" id="comment-needed" role="alert">{ see.say(Text::CommentNeeded) }</p> }
        </div>
    }
}
