//! Into the journal: what goes there, folded to one line and open to be corrected; then how far it has come.

use super::{
    See,
    element::{all, el, line, press, tag},
};
use crate::{
    state::{Desk, Shown, Touch},
    text::Text,
};
use contract::view::Filing;
use yew::Html;

/// The fields in their order.
const FIELDS: [Text; 6] =
    [Text::Case, Text::JournalTitle, Text::JournalPublic, Text::JournalCode, Text::JournalBasis, Text::JournalWhyNot];

/// The fields and the two buttons, for who may say; and what there is to be told.
pub(super) fn filing(see: &See, (shown, filing): (&Shown, &Filing), is_for: bool) -> Html {
    let told = tag("p", "second").set("role", "status").set("id", "filed").says(&filing.told);
    if !filing.open {
        return told;
    }
    let field = |(at, (name, value)): (usize, (Text, &String))| {
        let mut id = String::from("field-");
        id.push(char::from(b'0' + at as u8));
        let input =
            tag("input", "field").set("id", &id).typed(value, see.typed(Desk::Reply, move |it| Touch::Field(at, it)));
        all([tag("label", "second").set("for", id).says(see.say(name)), input])
    };
    let fields = FIELDS.into_iter().zip(&shown.fields).enumerate().map(field);
    let mails = filing.mails.iter().map(|mail| line("p", "second", mail));
    let mut summary = String::new();
    for value in [0, 1, 3].iter().filter_map(|at| shown.fields.get(*at)).filter(|value| !value.is_empty()) {
        if !summary.is_empty() {
            summary.push_str(" · ");
        }
        summary.push_str(value);
    }
    let inner = [line("summary", "", summary)].into_iter().chain(fields).chain(mails).collect::<Vec<_>>();
    let button = |(id, is_first): (&'static str, bool), word, skips| {
        let class = if is_first { "button primary" } else { "button" };
        let disabled = shown.doing.is_some().then_some("");
        press(class, see.touch(Desk::Reply, Touch::Journal(skips)))
            .set("disabled", disabled)
            .set("id", id)
            .says(see.say(word))
    };
    all([
        told,
        tag("details", "filing").set("open", shown.trouble.as_ref().map(|_| "")).with(inner),
        el(
            "p",
            "chips",
            [
                button(("journal", is_for), Text::JournalDo, false),
                button(("skip-journal", !is_for), Text::JournalSkip, true),
            ],
        ),
    ])
}
