//! The language and the tone of the reply: a quiet menu below the draft; what is pressed has it written anew.

use super::{
    See,
    element::{el, line, press},
};
use crate::{
    state::{Desk, Event, Shown, wish::Wish},
    text::{Text, language_name},
};
use contract::view::Action;
use vocabulary::{Language, Status, Tone};
use yew::Html;

pub(super) fn manner(see: &See, desk: Desk, shown: &Shown) -> Html {
    let draft = &shown.draft;
    let is_open = desk == Desk::Reply && shown.editor.is_none() && shown.doing.is_none();
    let is_sent = draft.status == Status::Sent;
    if !is_open || is_sent || !see.has_mail() || !draft.next.contains(&Action::Rewrite) {
        return Html::default();
    }
    let one = |name, is_on: bool, wish| {
        press("button link slim", see.press(Event::Wished(wish))).set("aria-pressed", is_on).says(see.say(name))
    };
    let languages = [Language::Nb, Language::Nn, Language::En]
        .map(|it| one(language_name(it), it == draft.language, Wish { language: Some(it), ..Wish::default() }));
    let tones =
        [(Tone::Short, Text::ToneShort), (Tone::Usual, Text::ToneUsual), (Tone::Explaining, Text::ToneExplaining)];
    let tones = tones.map(|(it, name)| one(name, it == draft.tone, Wish { tone: Some(it), ..Wish::default() }));
    let inner = [line("summary", "", see.say(Text::Manner)), el("p", "", languages), el("p", "", tones)];
    el("details", "manner", inner)
}
