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
use yew::{Html, InputEvent, html};

pub(super) fn signature(see: &See) -> Html {
    let signing = &see.model.signing;
    let word = if signing.busy { Text::Working } else { Text::Save };
    let typed = see.send.reform(|event: InputEvent| Event::Signed(Sign::Type(value(&event))));
    let save = press("button", see.press(Event::Signed(Sign::Save))).set("disabled", signing.busy.then_some(""));
    let (save, saved) = (save.says(see.say(word)), signing.saved.then(|| see.say(Text::SignatureSaved)));
    html! {
        <details class="signature">
            { line("summary", "", see.say(Text::Signature)) }
            { tag("p", "second").set("id", "signature-why").says(see.say(Text::SignatureWhy)) }
            <textarea id="signature" class="field" rows="4" aria-label={see.say(Text::Signature)} aria-describedby="signature-why"
                value={see.model.signature().to_owned()} oninput={typed} />
            { el("div", "row", [save, tag("span", "second").set("role", "status").says(saved)]) }
            { signing.trouble.as_ref().map(|failed| trouble::trouble(see, failed)) }
        </details>
    }
}
