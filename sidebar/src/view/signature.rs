//! The signature of who is at the screen: registered once, known at Send ever after.

use super::{
    See,
    element::{el, line, press, tag},
    trouble, value,
};
use crate::{
    state::{Event, signature::Sign},
    text::Text,
};
use yew::{Html, InputEvent};

pub(super) fn signature(see: &See) -> Html {
    let signing = &see.model.signing;
    let word = if signing.busy { Text::Working } else { Text::Save };
    let typed = see.send.reform(|event: InputEvent| Event::Signed(Sign::Type(value(&event))));
    let save = press("button", see.press(Event::Signed(Sign::Save))).set("disabled", signing.busy.then_some(""));
    let (save, saved) = (save.says(see.say(word)), signing.saved.then(|| see.say(Text::SignatureSaved)));
    let name = see.say(Text::Signature);
    let field = tag("textarea", "field").set("id", "signature").set("rows", "4").set("aria-label", name);
    let inner = [
        line("summary", "", name),
        tag("p", "second").set("id", "signature-why").says(see.say(Text::SignatureWhy)),
        field.set("aria-describedby", "signature-why").typed(see.model.signature(), typed),
        el("div", "row", [save, tag("span", "second").set("role", "status").says(saved)]),
        signing.trouble.as_ref().map(|failed| trouble::trouble(see, failed)).unwrap_or_default(),
    ];
    // The gate stopped the mail for lines below the reply: here they are registered.
    let is_led_here = see.model.item.as_ref().is_some_and(|item| item.place == "signature");
    tag("details", "signature").set("open", is_led_here.then_some("")).with(inner)
}
