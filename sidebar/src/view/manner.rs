//! The language and the tone of the reply: a quiet menu below the draft; what is pressed has it written anew.

use super::{
    See,
    element::{el, line, press},
};
use crate::{
    state::{Desk, Event, Shown, wish::Wish},
    text::Text,
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
    let language = |language, name| (name, language == draft.language, Some(language), None);
    let tone = |tone, name| (name, tone == draft.tone, None, Some(tone));
    let choices = [
        language(Language::Nb, Text::LangNb),
        language(Language::Nn, Text::LangNn),
        language(Language::En, Text::LangEn),
        tone(Tone::Short, Text::ToneShort),
        tone(Tone::Usual, Text::ToneUsual),
        tone(Tone::Explaining, Text::ToneExplaining),
    ];
    let mut inner = vec![line("summary", "", see.say(Text::Manner))];
    for row in choices.chunks(3) {
        let one = |&(name, is_on, language, tone): &(Text, bool, _, _)| {
            let wish = Wish { language, tone, ..Wish::default() };
            press("button link slim", see.press(Event::Wished(wish))).set("aria-pressed", is_on).says(see.say(name))
        };
        inner.push(el("p", "", row.iter().map(one).collect::<Vec<_>>()));
    }
    el("details", "manner", inner)
}
