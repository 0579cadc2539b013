//! The editor: the text with its citations and gaps, checked again when the typing rests.

use super::{
    See,
    element::{all, el, line, tag},
};
use crate::{
    state::{Desk, Shown, Touch, shown::Editor},
    text::Text,
};
use contract::view::Action;
use yew::Html;

pub(super) fn editor(see: &See, desk: Desk, shown: &Shown, editor: &Editor) -> Html {
    let rows = editor.text.lines().map(|line| line.chars().count() / 38 + 1).sum::<usize>() + 1;
    let checked = match (editor.checking, &editor.checked) {
        (true, _) => see.say(Text::EditChecking),
        (false, Some(_)) => see.say(Text::EditChecked),
        (false, None) => "",
    };
    let help = [
        tag("span", "").set("id", "edit-help").says(see.say(Text::EditHelp)),
        tag("span", "whole").set("role", "status").says(checked),
    ];
    let field = tag("textarea", "field").set("id", "editor").set("lang", shown.draft.language.code());
    let field = field.set("rows", rows.clamp(8, 24).to_string()).set("aria-describedby", "edit-help");
    all([
        tag("label", "quiet").set("for", "editor").says(see.say(Text::Edit)),
        field.typed(&editor.text, see.typed(desk, Touch::Type)),
        line("p", "second", shown.draft.next.contains(&Action::Return).then(|| see.say(Text::EditReviewer))),
        el("div", "row second", help),
    ])
}
