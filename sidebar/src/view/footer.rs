//! The footer and the list of sources, as they will leave after the body.

use super::{See, element::line};
use crate::text::Text;
use contract::view::Draft;
use yew::{Html, html};

pub(super) fn footer(see: &See, draft: &Draft) -> Html {
    let to = see.fill(Text::Recipients, &[("who", &draft.recipients.join(", "))]);
    html! {
        <section class="card slim">
            { line("p", "second to", to) }
            <details>
                { line("summary", "", see.say(Text::Footer)) }
                <div class="letter second" lang={draft.language.code()}>
                    { for draft.footer.lines().map(|words| line("p", "", words.to_owned())) }
                </div>
            </details>
        </section>
    }
}
