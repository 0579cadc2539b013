//! What waits for a second person: the list, and the one that is open with everything needed to decide.

use super::{
    See, changes, chip,
    element::{all, el, line, press, tag},
    reply, trouble, waiting,
};
use crate::{
    state::{Desk, Event, Shown, Stage, moment},
    text::{Text, code_name},
};
use contract::view::QueueItem;
use vocabulary::Severity;
use yew::Html;

pub(super) fn queue(see: &See) -> Html {
    let queue = &see.model.queue;
    let list = match &queue.items {
        None if queue.trouble.is_some() => Html::default(),
        None => waiting::loading(see, Text::Loading),
        Some(items) if items.is_empty() => trouble::empty(see, Text::QueueEmpty, Text::QueueEmptyWhy),
        Some(items) => el("ul", "queue", items.iter().map(|item| one(see, item)).collect::<Vec<_>>()),
    };
    let decided = queue.decided.as_ref().map(|decided| {
        tag("p", "card ok").set("id", "decided").set("tabindex", "-1").set("role", "status").says(decided)
    });
    let failed = queue.trouble.as_ref().map(|failed| trouble::trouble(see, failed));
    all([decided.unwrap_or_default(), failed.unwrap_or_default(), list])
}

fn one(see: &See, item: &QueueItem) -> Html {
    let open = see.model.queue.chosen.as_ref() == Some(&item.draft);
    let topics: Vec<&str> = item.topics.iter().map(|code| see.say(code_name(*code))).collect();
    let by = see.fill(Text::QueueBy, &[("name", &item.author), ("n", &item.revision.to_string())]);
    let case = item.case.map(|number| chip::chip(&number.to_string(), "brand"));
    let stop = (item.severity == Severity::Stop).then(|| chip::chip(see.say(Text::FindingStop), "bad"));
    let chips = [line("strong", "", &item.from_name), case.unwrap_or_default(), stop.unwrap_or_default()];
    let waited = line("span", "second whole", moment::waited(see.model.language, item.waited));
    let class = if open { "card entry open" } else { "card entry" };
    let button = press(class, see.press(Event::QueueOpened(item.draft.clone()))).set("aria-expanded", open);
    let button = button.with([
        el("span", "row", [el("span", "chips", chips), waited]),
        line("span", "second", format!("{} — {by}", topics.join(" · "))),
        line("span", "second", (!item.decidable).then(|| see.say(Text::QueueOwn))),
    ]);
    el("li", "", [button, if open { opened(see) } else { Html::default() }])
}

fn opened(see: &See) -> Html {
    match &see.model.queue.stage {
        Stage::Open(shown) => detail(see, shown),
        Stage::Failed(failed) => trouble::trouble(see, failed),
        _ => waiting::loading(see, Text::Loading),
    }
}

fn detail(see: &See, shown: &Shown) -> Html {
    let desk = Desk::Review;
    let draft = &shown.draft;
    let asked = draft.review.as_ref().map(|review| {
        see.fill(Text::AskedBy, &[("name", &review.requested_by), ("time", &see.time(&review.requested_at))])
    });
    el(
        "div",
        "detail",
        [
            reply::failed(see, shown),
            line("p", "second", asked),
            reply::line(see, desk, shown),
            reply::beside(see, desk, shown),
            changes::changes(see, shown),
            reply::below(see, desk, shown),
        ],
    )
}
