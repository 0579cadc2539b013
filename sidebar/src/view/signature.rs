//! The signature of who is at the screen: registered once, known at Send ever after.

use super::{See, element::line, trouble, value};
use crate::{
    state::{Event, signature::Sign},
    text::Text,
};
use yew::{Html, InputEvent, html};

pub(super) fn signature(see: &See) -> Html {
    let signing = &see.model.signing;
    let word = if signing.busy { Text::Working } else { Text::Save };
    let typed = see.send.reform(|event: InputEvent| Event::Signed(Sign::Type(value(&event))));
    html! {
        <details class="signature">
            { line("summary", "", see.say(Text::Signature)) }
            <p class="second" id="signature-why">{ see.say(Text::SignatureWhy) }</p>
            <textarea id="signature" class="field" rows="4" aria-label={see.say(Text::Signature)} aria-describedby="signature-why"
                value={see.model.signature().to_owned()} oninput={typed} />
            <div class="row">
                <button type="button" class="button" disabled={signing.busy} onclick={see.press(Event::Signed(Sign::Save))}>{ see.say(word) }</button>
                <span class="second" role="status">{ if signing.saved { see.say(Text::SignatureSaved) } else { "" } }</span>
            </div>
            { signing.trouble.as_ref().map(|failed| trouble::trouble(see, failed)) }
        </details>
    }
}
