//! Around the sending: a last look before it, and afterwards whether to journal, and whether the draft was good.

use super::{
    See,
    element::{all, button, el, line, tag},
    filing,
};
use crate::{
    state::{Desk, Shown, Touch},
    text::Text,
};
use contract::view::After;
use vocabulary::Rating;
use yew::Html;

const RATINGS: [(Rating, Text); 3] =
    [(Rating::Good, Text::RateGood), (Rating::Changed, Text::RateChanged), (Rating::Unusable, Text::RateUnusable)];

pub(super) fn after(see: &See, shown: &Shown) -> Html {
    let sure = shown.confirming.then(|| {
        let who = shown.draft.recipients.join(", ");
        tag("section", "card")
            .set("id", "confirm")
            .set("tabindex", "-1")
            .says(see.fill(Text::SendSure, &[("who", &who)]))
    });
    let told =
        shown.draft.after.as_ref().and_then(|after| after.journal.map(|is_for| told(see, shown, (after, is_for))));
    all([sure.unwrap_or_default(), told.unwrap_or_default()])
}

fn told(see: &See, shown: &Shown, (after, is_for): (&After, bool)) -> Html {
    let heading = if is_for { Text::JournalYes } else { Text::JournalNo };
    let by_hand = after.filing.as_ref().is_none_or(|filing| filing.state == "by_hand");
    let title = (is_for && by_hand).then(|| {
        let copy = button("button link slim", see.say(Text::Copy), see.touch(Desk::Reply, Touch::CopyTitle));
        el("p", "row", [line("span", "strong", after.title.clone()), copy])
    });
    let rated = |(rating, word)| button("button link slim", see.say(word), see.touch(Desk::Reply, Touch::Rate(rating)));
    let rate = || all([line("p", "second", see.say(Text::Rate)), el("p", "chips", RATINGS.map(rated))]);
    tag("section", "card").set("id", "after").with([
        line("h2", "strong", see.say(heading)),
        line("p", "second", after.why.clone()),
        title.unwrap_or_default(),
        after.filing.as_ref().map(|it| filing::filing(see, (shown, it), is_for)).unwrap_or_default(),
        if after.unrated { rate() } else { Html::default() },
    ])
}
