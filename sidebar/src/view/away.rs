//! Away, and who stands in (fravær og stedfortreder); and the names of those who may be asked.

use super::{
    See,
    element::{all, button, el, line, press, tag},
};
use crate::{
    state::{Desk, Event, Shown},
    text::Text,
};
use contract::view::{Action, Approver};
use vocabulary::PersonId;
use yew::Html;

fn approvers<'a>(see: &See<'a>) -> &'a [Approver] {
    see.model.me.as_ref().map_or(&[], |me| &me.approvers)
}

/// What this person says of their own absence.
pub(super) fn away(see: &See) -> Html {
    let told = match approvers(see).iter().find(|approver| approver.own && !approver.told.is_empty()) {
        Some(own) => {
            [line("p", "", &own.told), button("button", see.say(Text::AwayBack), see.press(Event::AwaySaid(None)))]
        }
        None => {
            let field = tag("input", "field").set("type", "date").set("aria-label", see.say(Text::AwayDay));
            let field = field.typed(&see.model.queue.until, see.types(Event::AwayTyped));
            [line("p", "second", see.say(Text::AwayDay)), all([field, names(see, |who| Event::AwaySaid(Some(who)))])]
        }
    };
    el("details", "away", [line("summary", "", see.say(Text::Away)), all(told)])
}

/// Whom the author may name instead of whoever may.
pub(super) fn named(see: &See, desk: Desk, shown: &Shown) -> Html {
    let nobody = approvers(see).iter().all(|approver| approver.own);
    if desk == Desk::Review || nobody || !shown.draft.next.contains(&Action::RequestReview) {
        return Html::default();
    }
    el("details", "away", [line("summary", "", see.say(Text::AskNamed)), names(see, Event::Named)])
}

/// A button for everybody else who may approve; who is away has it said beside their name.
fn names(see: &See, event: fn(PersonId) -> Event) -> Html {
    let mut rows = Vec::new();
    for approver in approvers(see) {
        if !approver.own {
            let name = press("button", see.press(event(approver.id.clone()))).says(&approver.name);
            rows.push(el("p", "", [name, line("span", "second", &approver.told)]));
        }
    }
    all(rows)
}
