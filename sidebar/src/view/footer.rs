//! The footer and the list of sources, as they will leave after the body.

use super::See;
use crate::text::Text;
use contract::view::Draft;
use yew::{Html, html};

pub(super) fn footer(see: &See, draft: &Draft) -> Html {
    let to = see.fill(Text::Recipients, &[("who", &draft.recipients.join(", "))]);
    html! {
        <section class="card slim">
            <p class="second to">{ to }</p>
            <details>
                <summary>{ see.say(Text::Footer) }</summary>
                <div class="letter second" lang={draft.language.code()}>
                    { for draft.footer.lines().map(|line| html! { <p>{ line.to_owned() }</p> }) }
                </div>
            </details>
        </section>
    }
}
