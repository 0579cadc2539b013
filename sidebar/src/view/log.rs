//! What has happened to the draft on the screen.

use super::{
    See,
    element::{self, el, tag, words},
    icon::Icon,
    trouble, waiting,
};
use crate::{
    state::model::Log,
    text::{Text, log_name},
};
use contract::view::LogLine;
use yew::Html;

pub(super) fn log(see: &See) -> Html {
    match &see.model.log {
        Log::Closed => trouble::empty(see, Icon::Clock, Text::Log, Text::LogNoDraft),
        Log::Loading => waiting::loading(see, Text::Loading),
        Log::Failed(failed) => trouble::trouble(see, failed),
        Log::Lines(lines) if lines.is_empty() => trouble::empty(see, Icon::Clock, Text::Log, Text::LogEmpty),
        Log::Lines(lines) => {
            let heading = tag("h2", "").set("id", "log").says(see.say(Text::Log));
            let lines: Vec<Html> = lines.iter().map(|line| one(see, line)).collect();
            tag("section", "card").set("aria-labelledby", "log").with([heading, el("ol", "log", lines)])
        }
    }
}

fn one(see: &See, line: &LogLine) -> Html {
    let who = if line.who.is_empty() { see.say(Text::LogMachine) } else { line.who.as_str() };
    let revision = line.revision.map(|n| see.fill(Text::LogRevision, &[("n", &n.to_string())]));
    let mut about: Vec<String> = revision.into_iter().collect();
    about.push(format!("#{}", line.entry));
    let did = words(format!(" {}", see.say(log_name(&line.action))));
    let what = el("p", "", [element::line("strong", "", who.to_owned()), did]);
    let time = tag("time", "second whole").set("datetime", &line.at).says(see.time(&line.at));
    el("li", "", [time, el("div", "", [what, element::line("p", "second", about.join(" · "))])])
}
