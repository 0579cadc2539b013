//! The plain elements: a name, a class, and what stands in it. One function makes them all, where a macro would write each one out
//! in full: the parts of the screen are mostly these.

use yew::{
    AttrValue, Callback, Html, MouseEvent, html,
    virtual_dom::{AttributeOrProperty, Attributes, VTag, VText},
};

/// What can stand as words; nothing at all is drawn where there are none.
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

impl<W: Words> Words for Option<W> {
    fn words(self) -> Option<AttrValue> {
        self.and_then(Words::words)
    }
}

/// Words alone.
pub(super) fn words(words: impl Words) -> Html {
    words.words().map_or_else(Html::default, |words| VText::new(words).into())
}

/// An element with a class (none: empty) and what stands in it.
pub(super) fn el(name: &'static str, class: &'static str, inner: impl Into<Vec<Html>>) -> Html {
    made(name, class, inner.into())
}

/// An element with a class and words alone; without words it is not drawn.
pub(super) fn line(name: &'static str, class: &'static str, words: impl Words) -> Html {
    words.words().map_or_else(Html::default, |words| made(name, class, vec![VText::new(words).into()]))
}

/// A button with words alone.
pub(super) fn button(class: &'static str, words: &'static str, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" {class} {onclick}>{ self::words(words) }</button> }
}

fn made(name: &'static str, class: &'static str, inner: Vec<Html>) -> Html {
    let mut tag = VTag::new(name);
    if !class.is_empty() {
        let values = Box::new([Some(AttributeOrProperty::Static(class))]);
        tag.attributes = Attributes::Dynamic { keys: &["class"], values };
    }
    tag.add_children(inner);
    tag.into()
}
