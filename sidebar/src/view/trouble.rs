//! Nothing to show, or something went wrong: what happened, and what to do next.

use super::{
    See,
    element::{Words, all, button, el, line, tag},
    icon::{Icon, icon},
};
use crate::{
    state::{
        Event,
        model::{Cause, Trouble},
    },
    text::Text,
};
use yew::Html;

/// A place where nothing is, with the next step.
pub(super) fn empty(see: &See, sign: Icon, heading: Text, why: Text) -> Html {
    empty_of(see, sign, see.say(heading), why)
}

/// The same with words of its own above.
pub(super) fn empty_of(see: &See, sign: Icon, heading: impl Words, why: Text) -> Html {
    el("section", "empty", [icon(sign, "plain"), line("h2", "strong", heading), line("p", "second", see.say(why))])
}

/// The page stands in no mail client.
pub(super) fn alone(see: &See) -> Html {
    empty(see, Icon::Mail, Text::OutsideOutlook, Text::OutsideOutlookWhy)
}

/// Nobody is signed in.
pub(super) fn signed_out(see: &See) -> Html {
    let failed = see.model.signed_out.is_some_and(|out| out.failed);
    let failed = failed.then(|| tag("p", "empty bad").set("role", "alert").says(see.say(Text::SignInFailed)));
    all([empty(see, Icon::Lock, Text::SignedOut, Text::SignedOutWhy), failed.unwrap_or_default()])
}

/// The network is away.
pub(super) fn offline(see: &See) -> Html {
    if !see.model.offline {
        return Html::default();
    }
    let told = [line("h2", "strong", see.say(Text::Offline)), line("p", "second", see.say(Text::OfflineWhy))];
    tag("section", "card standing").set("role", "status").with([icon(Icon::Bang, "warn"), el("div", "", told)])
}

/// The link that helps, to be sent to who can use it; what came of copying stands beside it as it is told.
fn mend(see: &See, link: &String) -> Html {
    let copy = button("button link slim", see.say(Text::CopyLink), see.press(Event::LinkPressed(link.clone())));
    let said = Some(&see.model.said);
    let said = said.filter(|said| [Text::LinkCopied, Text::CopyFailed].iter().any(|text| see.say(*text) == **said));
    let shown = tag("a", "").set("id", "mend").set("href", link).set("target", "_blank");
    all([el("p", "second", [shown.set("rel", "noopener noreferrer").says(link)]), copy, line("p", "second", said)])
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
    // Nothing but an address of the web: it is opened with a press. The server itself has https everywhere but on loopback.
    let link = problem.and_then(|problem| problem.link.as_ref()).filter(|link| link.starts_with("http"));
    let link = link.map(|link| mend(see, link)).unwrap_or_default();
    let told = [line("p", "", heading), link, line("p", "second", detail), line("p", "second", trace)];
    let card = tag("section", "card standing").set("id", "trouble").set("tabindex", "-1").set("role", "alert");
    card.with([icon(Icon::Cross, "bad"), el("div", "", told)])
}
