//! What the pane looks like (visning): one file per part; each is drawn from what is known, and sends events.

mod actions;
mod away;
mod after;
mod case;
mod changes;
mod chip;
mod closer;
mod comment;
mod draft;
mod editor;
mod element;
mod evidence;
mod filing;
mod finding;
mod footer;
mod icon;
mod log;
mod mail;
mod manner;
mod queue;
mod reply;
mod shell;
mod signature;
mod standing;
mod trouble;
mod waiting;

use crate::{
    host::clock,
    state::{Desk, Event, Model, Touch, moment::Moment},
    text::{self, Text},
};
use element::tag;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::{Callback, Html, InputEvent, KeyboardEvent, MouseEvent};

/// Draws the whole pane.
pub fn pane(model: &Model, send: Callback<Event>) -> Html {
    shell::shell(&See { model, send, now: clock::now() })
}

/// What every part is drawn from.
pub(crate) struct See<'a> {
    pub(crate) model: &'a Model,
    send: Callback<Event>,
    now: Moment,
}

impl See<'_> {
    /// Whether there is a mail on the screen that can be answered.
    fn has_mail(&self) -> bool {
        self.model.item.as_ref().is_some_and(|item| item.mail.is_some())
    }

    /// A sentence.
    fn say(&self, text: Text) -> &'static str {
        text::say(self.model.language, text)
    }

    /// A sentence with its places filled in.
    fn fill(&self, text: Text, places: &[(&str, &str)]) -> String {
        text::fill(self.model.language, text, places)
    }

    /// A sentence about a number: one of it, or many.
    fn count(&self, n: usize, (one, many): (Text, Text)) -> String {
        if n == 1 { self.say(one).to_owned() } else { self.fill(many, &[("n", &n.to_string())]) }
    }

    /// A day.
    fn day(&self, text: &str) -> String {
        clock::local(text).map_or_else(|| text.to_owned(), |moment| moment.day(self.model.language, self.now))
    }

    /// A point in time.
    fn time(&self, text: &str) -> String {
        clock::local(text).map_or_else(|| text.to_owned(), |moment| moment.time(self.model.language, self.now))
    }

    /// Sends an event when pressed, once: what follows from it draws the pane anew.
    fn press(&self, event: Event) -> Callback<MouseEvent> {
        let (send, event) = (self.send.clone(), Cell::new(Some(event)));
        Callback::from(move |_| {
            if let Some(event) = event.take() {
                send.emit(event);
            }
        })
    }

    /// Sends a touch of the draft on a desk when pressed.
    fn touch(&self, desk: Desk, touch: Touch) -> Callback<MouseEvent> {
        self.press(Event::Touched(desk, touch))
    }

    /// Sends what a key means here, if it means anything.
    fn key(&self, meaning: impl Fn(&KeyboardEvent) -> Option<Event> + 'static) -> Callback<KeyboardEvent> {
        let send = self.send.clone();
        Callback::from(move |event: KeyboardEvent| {
            if let Some(event) = meaning(&event) {
                send.emit(event);
            }
        })
    }

    /// A box to tick, with its id and what it is for; setting and taking away the tick are touches.
    fn tick(
        &self,
        desk: Desk,
        (id, checked, title): (&str, bool, Text),
        touch: impl Fn(bool) -> Touch + 'static,
    ) -> Html {
        let onchange = self.send.reform(move |event: yew::Event| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            Event::Touched(desk, touch(input.is_some_and(|input| input.checked())))
        });
        let field = tag("input", "").set("type", "checkbox").set("id", id.to_owned()).set("title", self.say(title));
        field.ticked(checked, onchange)
    }

    /// Sends a touch made of what is typed.
    fn typed(&self, desk: Desk, touch: impl Fn(String) -> Touch + 'static) -> Callback<InputEvent> {
        self.types(move |text| Event::Touched(desk, touch(text)))
    }

    /// Sends an event made of what is typed.
    fn types(&self, event: impl Fn(String) -> Event + 'static) -> Callback<InputEvent> {
        self.send.reform(move |typed: InputEvent| event(value(&typed)))
    }
}

fn value(event: &InputEvent) -> String {
    let Some(target) = event.target() else { return String::new() };
    match target.dyn_ref::<HtmlInputElement>() {
        Some(input) => input.value(),
        None => target.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value).unwrap_or_default(),
    }
}
