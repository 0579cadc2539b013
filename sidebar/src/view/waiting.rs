//! Waiting: the thin bar of progress under the parts, and the shape of what is coming with a true word about it.

use super::{
    See, draft,
    element::{el, line},
};
use crate::{
    state::{Stage, Tab},
    text::Text,
};
use contract::Step;
use yew::{Html, html};

/// The thin bar; it always takes its place, so that nothing moves when it fills.
pub(super) fn bar(see: &See) -> Html {
    let Stage::Preparing(step, _) = &see.model.reply else {
        return html! { <div class="bar"></div> };
    };
    let percent = match step {
        None => 5,
        Some(Step::Reading) => 15,
        Some(Step::Read { .. }) => 35,
        Some(Step::Found { .. }) => 55,
        Some(Step::Written { .. }) => 75,
        Some(Step::Checking) => 90,
    };
    html! {
        <div class="bar" role="progressbar" aria-label={see.say(Text::Progress)} aria-valuemin="0" aria-valuemax="100"
            aria-valuenow={percent.to_string()} aria-valuetext={word(see, step.as_ref())}>
            <div class="done" style={format!("width:{percent}%")}></div>
        </div>
    }
}

/// The reply on its way.
pub(super) fn preparing(see: &See, step: Option<&Step>, text: &str) -> Html {
    let item = see.model.item.as_ref();
    let (from, subject) = item.map(|item| (item.from.clone(), item.subject.clone())).unwrap_or_default();
    let writing = if text.is_empty() { lines(4) } else { draft::written(see, text) };
    html! {
        <>
            { el("section", "card", [
                line("h2", "", see.say(Text::Mail)),
                el("p", "", [line("strong", "", from)]),
                line("p", "second", subject),
            ]) }
            <section class="card" aria-busy="true">
                <h2 role="status">{ word(see, step) }</h2>
                { writing }
            </section>
        </>
    }
}

/// Something that is being fetched.
pub(super) fn loading(see: &See, text: Text) -> Html {
    let told = if see.model.tab == Tab::Reply { see.say(text) } else { see.say(Text::Loading) };
    html! { <section class="card" aria-busy="true"><h2 role="status">{ told }</h2>{ lines(3) }</section> }
}

fn lines(count: usize) -> Html {
    html! { <div class="skeleton" aria-hidden="true">{ for (0..count).map(|_| el("div", "", [])) }</div> }
}

fn word(see: &See, step: Option<&Step>) -> String {
    match step {
        None => see.say(Text::StepStarting).to_owned(),
        Some(Step::Reading) => see.say(Text::StepReading).to_owned(),
        Some(Step::Read { mails, questions }) => {
            see.fill(Text::StepRead, &[("mails", &mails.to_string()), ("questions", &questions.to_string())])
        }
        Some(Step::Found { sources }) => see.fill(Text::StepFound, &[("n", &sources.to_string())]),
        Some(Step::Written { .. }) => see.say(Text::DraftWriting).to_owned(),
        Some(Step::Checking) => see.say(Text::StepChecking).to_owned(),
    }
}
