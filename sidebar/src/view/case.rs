//! The case the mail belongs to, or the ones to choose among.

use super::{
    See, chip,
    element::{all, el, line, press, tag, words},
};
use crate::{state::Event, text::Text};
use contract::view::{Candidate, Case};
use vocabulary::Match;
use yew::Html;

pub(super) fn case(see: &See, case: &Case, can_choose: bool) -> Html {
    let (word, tone) = match case.matched {
        Match::Strong => (Text::CaseStrong, "ok"),
        Match::Offered => (Text::CaseOffered, "warn"),
        Match::None => (Text::CaseNone, "plain"),
    };
    let title = case.title.clone().unwrap_or_default();
    let attached = case
        .number
        .map(|number| el("p", "", [line("strong", "whole", number.to_string()), words(format!(" {title}"))]));
    let others: Vec<&Candidate> = case.candidates.iter().filter(|it| Some(it.number) != case.number).collect();
    let nothing = case.number.is_none() && case.candidates.is_empty();
    let heading = tag("h2", "").set("id", "case").says(see.say(Text::Case));
    let offered = (can_choose && !others.is_empty()).then(|| offered(see, &others));
    tag("section", "card").set("aria-labelledby", "case").with([
        el("div", "row", [heading, chip::chip(see.say(word), tone)]),
        attached.unwrap_or_default(),
        line("p", "second", &case.why),
        line("p", "second", case.responsible.clone()),
        line("p", "second", nothing.then(|| see.say(Text::CaseNoCandidates))),
        offered.unwrap_or_default(),
    ])
}

fn offered(see: &See, candidates: &[&Candidate]) -> Html {
    let one = |candidate: &&Candidate| {
        let number = candidate.number.to_string();
        let label = see.fill(Text::CaseChooseOne, &[("number", &number)]);
        let button = press("choice", see.press(Event::CaseChosen(candidate.number)));
        let button = button.set("aria-label", format!("{label}: {}", candidate.title));
        el("li", "", [button.with([line("strong", "whole", number), line("span", "", &candidate.title)])])
    };
    let list = el("ul", "choices", candidates.iter().map(one).collect::<Vec<_>>());
    all([line("h3", "", see.say(Text::CaseChoose)), list])
}
