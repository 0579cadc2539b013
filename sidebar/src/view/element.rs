//! Elements put together step by step: each step is one small call, where a macro would write the whole element out at every place.

use std::rc::Rc;
use yew::{
    AttrValue, Callback, Event, Html, InputEvent, KeyboardEvent, MouseEvent,
    html::{onchange, onclick, oninput, onkeydown},
    virtual_dom::{Key, VList, VTag, VText},
};

/// What can stand as words; where there are none, nothing is drawn or set.
pub(super) trait Words {
    /// As one text.
    fn words(self) -> Option<AttrValue>;
}

impl Words for &'static str {
    fn words(self) -> Option<AttrValue> {
        Some(AttrValue::Static(self))
    }
}

impl Words for String {
    fn words(self) -> Option<AttrValue> {
        Some(self.into())
    }
}

impl Words for &String {
    fn words(self) -> Option<AttrValue> {
        self.clone().words()
    }
}

/// As attributes have it: both are said.
impl Words for bool {
    fn words(self) -> Option<AttrValue> {
        Some(AttrValue::Static(if self { "true" } else { "false" }))
    }
}

impl<W: Words> Words for Option<W> {
    fn words(self) -> Option<AttrValue> {
        self.and_then(Words::words)
    }
}

/// An element that is being put together.
pub(super) struct Tag(Box<VTag>);

/// Begins an element with a class (none: empty).
pub(super) fn tag(name: &'static str, class: &'static str) -> Tag {
    let tag = Tag(Box::new(VTag::new(name)));
    if class.is_empty() { tag } else { tag.set("class", class) }
}

/// Begins a button.
pub(super) fn press(class: &'static str, onclick: Callback<MouseEvent>) -> Tag {
    tag("button", class).set("type", "button").pressed(onclick)
}

impl Tag {
    /// Sets an attribute, where there is anything to set.
    pub(super) fn set(self, name: &'static str, value: impl Words) -> Self {
        self.put(name, value.words())
    }

    fn put(mut self, name: &'static str, value: Option<AttrValue>) -> Self {
        if let Some(value) = value {
            self.0.add_attribute(name, value);
        }
        self
    }

    /// Hears that it is pressed.
    pub(super) fn pressed(mut self, onclick: Callback<MouseEvent>) -> Self {
        self.0.add_listener(Rc::new(onclick::Wrapper::new(onclick)));
        self
    }

    /// Hears the keys that are pressed in it.
    pub(super) fn keys(mut self, onkeydown: Callback<KeyboardEvent>) -> Self {
        self.0.add_listener(Rc::new(onkeydown::Wrapper::new(onkeydown)));
        self
    }

    /// Ends a field that is typed in.
    pub(super) fn typed(mut self, value: &str, oninput: Callback<InputEvent>) -> Html {
        self.0.set_value(value.to_owned());
        self.0.add_listener(Rc::new(oninput::Wrapper::new(oninput)));
        (*self.0).into()
    }

    /// Ends a box to tick.
    pub(super) fn ticked(mut self, checked: bool, onchange: Callback<Event>) -> Html {
        self.0.set_checked(checked);
        self.0.add_listener(Rc::new(onchange::Wrapper::new(onchange)));
        (*self.0).into()
    }

    /// Ends it with what stands in it.
    pub(super) fn with(self, inner: impl Into<Vec<Html>>) -> Html {
        self.filled(inner.into())
    }

    /// Ends it with words alone.
    pub(super) fn says(self, words: impl Words) -> Html {
        self.filled(vec![text(words.words())])
    }

    fn filled(mut self, inner: Vec<Html>) -> Html {
        self.0.add_children(inner);
        (*self.0).into()
    }
}

/// Several things without an element around them; each keeps its place, drawn or not.
pub(super) fn all(inner: impl Into<Vec<Html>>) -> Html {
    VList::with_children(inner.into(), None).into()
}

/// Something with a name among its likes: under another name it is drawn anew, under the same it stays what it was. Without names,
/// what is drawn takes the place of what stood there before, counted from the end: things on the screen become others, and move.
pub(super) fn named(name: impl Into<Key>, inner: Html) -> Html {
    VList::with_children(vec![inner], Some(name.into())).into()
}

/// Words alone.
pub(super) fn words(words: impl Words) -> Html {
    text(words.words())
}

fn text(words: Option<AttrValue>) -> Html {
    words.map_or_else(Html::default, |words| VText::new(words).into())
}

/// An element with a class (none: empty) and what stands in it.
pub(super) fn el(name: &'static str, class: &'static str, inner: impl Into<Vec<Html>>) -> Html {
    tag(name, class).filled(inner.into())
}

/// An element with a class and words alone; without words it is not drawn.
pub(super) fn line(name: &'static str, class: &'static str, words: impl Words) -> Html {
    lined(tag(name, class), words.words())
}

fn lined(tag: Tag, words: Option<AttrValue>) -> Html {
    if words.is_none() { Html::default() } else { tag.filled(vec![text(words)]) }
}

/// A button with words alone.
pub(super) fn button(class: &'static str, words: &'static str, onclick: Callback<MouseEvent>) -> Html {
    press(class, onclick).says(words)
}

/// A link out of the pane.
pub(super) fn link(url: String, words: &'static str) -> Html {
    tag("a", "").set("href", url).set("target", "_blank").set("rel", "noopener noreferrer").says(words)
}
