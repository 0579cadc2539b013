//! What waits for a second person: the list, and the one that is open with everything needed to decide.

use super::{
    See, away, changes, chip,
    element::{all, el, line, press, tag},
    evidence, reply, trouble, waiting,
};
use crate::{
    state::{
        Desk, Event, Shown, Stage,
        queue::{Part, row},
    },
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
        Some(_) => list(see),
    };
    let decided = queue.decided.as_ref().map(|decided| {
        tag("p", "card ok").set("id", "decided").set("tabindex", "-1").set("role", "status").says(decided)
    });
    let failed = queue.trouble.as_ref().map(|failed| trouble::trouble(see, failed));
    // One that is opened by its address, or has left the part that is shown.
    let is_listed = queue.of(queue.part).any(|item| Some(&item.draft) == queue.chosen.as_ref());
    let alone = if queue.chosen.is_some() && !is_listed { opened(see) } else { Html::default() };
    all([decided.unwrap_or_default(), failed.unwrap_or_default(), alone, list, away::away(see)])
}

fn list(see: &See) -> Html {
    let queue = &see.model.queue;
    let parts = [(Part::Mine, Text::QueueMine), (Part::All, Text::QueueAll), (Part::Overdue, Text::QueueOverdue)];
    let parts = parts.map(|(part, name)| {
        let class = if part == queue.part { "button chosen" } else { "button" };
        let button = press(class, see.press(Event::QueueParted(part))).set("aria-pressed", part == queue.part);
        button.says(format!("{} ({})", see.say(name), queue.of(part).count()))
    });
    let rows: Vec<Html> = queue.of(queue.part).map(|item| one(see, item)).collect();
    let none = rows.is_empty().then(|| see.say(Text::QueueNone));
    let rows = el("ul", "queue", rows);
    let keys = line("p", "second keys", see.say(Text::QueueKeys));
    all([el("div", "chips", parts), line("p", "second", none), rows, keys])
}

fn one(see: &See, item: &QueueItem) -> Html {
    let open = see.model.queue.chosen.as_ref() == Some(&item.draft);
    let topics: Vec<&str> = item.topics.iter().map(|code| see.say(code_name(*code))).collect();
    let case = item.case.map(|number| chip::chip(&number.to_string(), "brand"));
    let flag = |is: bool, word| if is { chip::chip(see.say(word), "bad") } else { Html::default() };
    let chips = [
        line("strong", "", &item.from_name),
        case.unwrap_or_default(),
        flag(item.overdue, Text::QueueOverdue),
        flag(item.severity == Severity::Stop, Text::FindingStop),
    ];
    let class = if open { "card entry open" } else { "card entry" };
    let button = press(class, see.press(Event::QueueOpened(item.draft.clone()))).set("aria-expanded", open);
    let button = button.set("id", row(&item.draft)).with([
        el("span", "chips", chips),
        line("span", "", topics.join(" · ")),
        line("span", "second", &item.told),
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
    let beside = [
        line("p", "second", asked),
        reply::line(see, desk, shown),
        reply::beside(see, desk, shown),
        evidence::all(see, &draft.evidence),
    ];
    let front = [reply::failed(see, shown), changes::changes(see, shown), reply::below(see, desk, shown)];
    el("div", "detail", [el("div", "", beside), el("div", "", front)])
}
