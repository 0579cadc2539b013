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

/// The fields with the names that the server knows them by.
const FIELDS: [(&str, Text); 6] = [
    ("case", Text::Case),
    ("title", Text::JournalTitle),
    ("public_title", Text::JournalPublic),
    ("code", Text::JournalCode),
    ("basis", Text::JournalBasis),
    ("why", Text::JournalWhyNot),
];

/// The fields and the two buttons, for who may say; and what there is to be told.
pub(super) fn filing(see: &See, (shown, filing): (&Shown, &Filing), is_for: bool) -> Html {
    let told = tag("p", "second").set("role", "status").set("id", "filed").says(&filing.told);
    if !filing.open {
        return told;
    }
    let values = shown.fields();
    let wrong =
        shown.trouble.as_ref().and_then(|trouble| trouble.problem.as_deref()).and_then(|it| it.field.as_deref());
    let field = |(at, (name, label)): (usize, (&'static str, Text))| {
        let id = format!("field-{name}");
        let input = tag("input", "field").set("id", &id).set("aria-invalid", wrong == Some(name));
        let input = input.typed(&values[at], see.typed(Desk::Reply, move |text| Touch::Field(at, text)));
        all([tag("label", "second").set("for", &id).says(see.say(label)), input])
    };
    let fields = FIELDS.into_iter().enumerate().map(field);
    let mails = filing.mails.iter().map(|mail| line("p", "second", mail));
    let [case, title, _, code, ..] = &values;
    let summary =
        [case.as_str(), title, code].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
    let inner = [line("summary", "", summary)].into_iter().chain(fields).chain(mails).collect::<Vec<_>>();
    let button = |(id, is_first): (&'static str, bool), word, touch| {
        let class = if is_first { "button primary" } else { "button" };
        let disabled = shown.doing.is_some().then_some("");
        press(class, see.touch(Desk::Reply, touch)).set("disabled", disabled).set("id", id).says(see.say(word))
    };
    all([
        told,
        tag("details", "filing").set("open", wrong.map(|_| "")).with(inner),
        el(
            "p",
            "row",
            [
                button(("journal", is_for), Text::JournalDo, Touch::Journal),
                button(("skip-journal", !is_for), Text::JournalSkip, Touch::SkipJournal),
            ],
        ),
    ])
}
