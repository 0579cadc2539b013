//! Nothing to show, or something went wrong: what happened, and what to do next.

use super::{
    See,
    element::{Words, el, line},
    icon::{Icon, icon},
};
use crate::{
    state::model::{Cause, Trouble},
    text::Text,
};
use yew::{Html, html};

/// A place where nothing is, with the next step.
pub(super) fn empty(see: &See, heading: Text, why: Text) -> Html {
    empty_of(see, see.say(heading), why)
}

/// The same with words of its own above.
pub(super) fn empty_of(see: &See, heading: impl Words, why: Text) -> Html {
    el("section", "empty", [line("h2", "strong", heading), line("p", "second", see.say(why))])
}

/// The page stands in no mail client.
pub(super) fn alone(see: &See) -> Html {
    empty(see, Text::OutsideOutlook, Text::OutsideOutlookWhy)
}

/// Nobody is signed in.
pub(super) fn signed_out(see: &See) -> Html {
    let failed = see.model.signed_out.is_some_and(|out| out.failed);
    html! {
        <>
            { empty(see, Text::SignedOut, Text::SignedOutWhy) }
            if failed { <p class="empty bad" role="alert">{ see.say(Text::SignInFailed) }</p> }
        </>
    }
}

/// The network is away.
pub(super) fn offline(see: &See) -> Html {
    if !see.model.offline {
        return Html::default();
    }
    html! {
        <section class="card standing" role="status">
            { icon(Icon::Bang, "warn") }
            { el("div", "", [line("h2", "strong", see.say(Text::Offline)), line("p", "second", see.say(Text::OfflineWhy))]) }
        </section>
    }
}

/// Something went wrong.
pub(super) fn trouble(see: &See, trouble: &Trouble) -> Html {
    let problem = trouble.problem.as_deref();
    let own = match trouble.cause {
        Cause::Network => Text::FailedNetwork,
        Cause::Garbled => Text::FailedGarbled,
        Cause::Broken => Text::FailedBroken,
        Cause::SignedOut => Text::SignedOutWhy,
        Cause::OtherMail => Text::FailedOtherMail,
        Cause::Insert => Text::FailedInsert,
        Cause::TooLong => Text::FailedTooLong,
        Cause::Refused(_) => Text::Failed,
    };
    let heading = problem.map_or_else(|| see.say(own).to_owned(), |problem| problem.title.clone());
    let detail = problem.and_then(|problem| problem.detail.clone());
    let trace = problem.and_then(|problem| problem.trace.as_ref()).map(|id| see.fill(Text::Trace, &[("id", id)]));
    let link = problem.and_then(|problem| problem.link.clone()).filter(|link| link.starts_with("https://"));
    html! {
        <section class="card standing" id="trouble" tabindex="-1" role="alert">
            { icon(Icon::Cross, "bad") }
            <div>
                { line("p", "", heading) }
                { line("p", "second", detail) }
                { line("p", "second", trace) }
                if let Some(link) = link {
                    <p><a href={link} target="_blank" rel="noopener noreferrer">{ see.say(Text::Mend) }</a></p>
                }
            </div>
        </section>
    }
}
