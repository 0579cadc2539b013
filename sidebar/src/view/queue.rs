//! What waits for a second person: the list, and the one that is open with everything needed to decide.

use super::{
    See, changes, chip, comment, draft,
    element::{el, line},
    finding, footer, reply, trouble, waiting,
};
use crate::{
    state::{Desk, Event, Shown, Stage, moment},
    text::{Text, code_name},
};
use contract::view::QueueItem;
use vocabulary::Severity;
use yew::{Html, classes, html};

pub(super) fn queue(see: &See) -> Html {
    let queue = &see.model.queue;
    let list = match &queue.items {
        None if queue.trouble.is_some() => Html::default(),
        None => waiting::loading(see, Text::Loading),
        Some(items) if items.is_empty() => trouble::empty(see, Text::QueueEmpty, Text::QueueEmptyWhy),
        Some(items) => html! { <ul class="queue">{ for items.iter().map(|item| one(see, item)) }</ul> },
    };
    html! {
        <>
            if let Some(decided) = &queue.decided { <p class="card ok" id="decided" tabindex="-1" role="status">{ decided }</p> }
            { queue.trouble.as_ref().map(|failed| trouble::trouble(see, failed)) }
            { list }
        </>
    }
}

fn one(see: &See, item: &QueueItem) -> Html {
    let open = see.model.queue.chosen.as_ref() == Some(&item.draft);
    let topics: Vec<&str> = item.topics.iter().map(|code| see.say(code_name(*code))).collect();
    let by = see.fill(Text::QueueBy, &[("name", &item.author), ("n", &item.revision.to_string())]);
    let case = item.case.map(|number| chip::chip(&number.to_string(), "brand"));
    let stop = (item.severity == Severity::Stop).then(|| chip::chip(see.say(Text::FindingStop), "bad"));
    html! {
        <li>
            <button type="button" class={classes!("card", "entry", open.then_some("open"))} aria-expanded={open.to_string()}
                onclick={see.press(Event::QueueOpened(item.draft.clone()))}>
                <span class="row">
                    { el("span", "chips", [line("strong", "", &item.from_name), case.unwrap_or_default(), stop.unwrap_or_default()]) }
                    { line("span", "second whole", moment::waited(see.model.language, item.waited)) }
                </span>
                { line("span", "second", format!("{} — {by}", topics.join(" · "))) }
                { line("span", "second", (!item.decidable).then(|| see.say(Text::QueueOwn))) }
            </button>
            if open { { opened(see) } }
        </li>
    }
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
    html! {
        <div class="detail">
            { shown.trouble.as_ref().map(|failed| trouble::trouble(see, failed)) }
            { line("p", "second", asked) }
            { reply::line(see, desk, shown) }
            if shown.unfolded { { reply::beside(see, desk, shown) } }
            { changes::changes(see, &draft.changes) }
            { draft::draft(see, desk, shown) }
            { finding::findings(see, desk, shown) }
            { comment::comment(see, desk, shown) }
            { footer::footer(see, draft) }
        </div>
    }
}
