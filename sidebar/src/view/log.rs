//! What has happened to the draft on the screen.

use super::{
    See,
    element::{self, el, words},
    trouble, waiting,
};
use crate::{
    state::model::Log,
    text::{Text, log_name},
};
use contract::view::LogLine;
use yew::{Html, html};

pub(super) fn log(see: &See) -> Html {
    match &see.model.log {
        Log::Closed => trouble::empty(see, Text::Log, Text::LogNoDraft),
        Log::Loading => waiting::loading(see, Text::Loading),
        Log::Failed(failed) => trouble::trouble(see, failed),
        Log::Lines(lines) if lines.is_empty() => trouble::empty(see, Text::Log, Text::LogEmpty),
        Log::Lines(lines) => html! {
            <section class="card" aria-labelledby="log">
                <h2 id="log">{ see.say(Text::Log) }</h2>
                <ol class="log">{ for lines.iter().map(|line| one(see, line)) }</ol>
            </section>
        },
    }
}

fn one(see: &See, line: &LogLine) -> Html {
    let who = if line.who.is_empty() { see.say(Text::LogMachine) } else { line.who.as_str() };
    let revision = line.revision.map(|n| see.fill(Text::LogRevision, &[("n", &n.to_string())]));
    let mut about: Vec<String> = revision.into_iter().collect();
    about.push(format!("#{}", line.entry));
    let did = words(format!(" {}", see.say(log_name(&line.action))));
    let what = el("p", "", [element::line("strong", "", who.to_owned()), did]);
    html! {
        <li>
            <time class="second whole" datetime={line.at.clone()}>{ see.time(&line.at) }</time>
            { el("div", "", [what, element::line("p", "second", about.join(" · "))]) }
        </li>
    }
}
