//! The case the mail belongs to, or the ones to choose among.

use super::{
    See, chip,
    element::{all, button, el, line, press, tag, words},
};
use crate::{
    state::{Desk, Event, Shown, Touch, wish::Wish},
    text::Text,
};
use contract::view::Candidate;
use vocabulary::Match;
use yew::Html;

pub(super) fn case(see: &See, shown: &Shown, can_choose: bool) -> Html {
    let case = &shown.draft.case;
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
    let nothing = case.number.is_none() && case.candidates.is_empty() && case.silent.is_none();
    let heading = tag("h2", "").set("id", "case").says(see.say(Text::Case));
    let offered = (can_choose && !others.is_empty())
        .then(|| all([line("h3", "", see.say(Text::CaseChoose)), choices(see, others)]));
    let without = can_choose && case.matched != Match::None;
    let without = without.then(|| {
        let wish = Wish { without_case: true, ..Wish::default() };
        button("button link slim", see.say(Text::CaseWithout), see.press(Event::Wished(wish)))
    });
    tag("section", "card").set("aria-labelledby", "case").with([
        el("div", "row", [heading, chip::chip(see.say(word), tone)]),
        attached.unwrap_or_default(),
        line("p", "second", &case.why),
        line("p", "second", case.responsible.clone()),
        line("p", "second", nothing.then(|| see.say(Text::CaseNoCandidates))),
        line("p", "second", case.silent.clone()),
        offered.unwrap_or_default(),
        if can_choose { search(see, shown) } else { Html::default() },
        without.unwrap_or_default(),
    ])
}

/// Another case is sought among those that the person may see.
fn search(see: &See, shown: &Shown) -> Html {
    let (desk, name) = (Desk::Reply, see.say(Text::CaseSeek));
    let enter = see.key(move |event| (event.key() == "Enter").then_some(Event::Touched(desk, Touch::Search)));
    let field = tag("input", "field").set("id", "seek").set("aria-label", name).set("placeholder", name);
    let field = field.keys(enter).typed(&shown.sought, see.typed(desk, Touch::Seek));
    let go = button("button", see.say(Text::CaseSeekGo), see.touch(desk, Touch::Search));
    let found = shown.found.as_ref().map(|found| {
        let told = see.fill(Text::CaseFound, &[("n", &found.cases.len().to_string())]);
        let said = line("p", "second", found.said.clone());
        all([line("p", "second", told), said, choices(see, found.cases.iter().collect())])
    });
    all([el("div", "row", [field, go]), found.unwrap_or_default()])
}

fn choices(see: &See, candidates: Vec<&Candidate>) -> Html {
    let one = |candidate: &Candidate| {
        let button = press(
            "choice",
            see.press(Event::Wished(Wish { again: true, case: Some(candidate.number), ..Wish::default() })),
        );
        let number = line("strong", "whole", candidate.number.to_string());
        el("li", "", [button.with([number, line("span", "", &candidate.title)])])
    };
    el("ul", "choices", candidates.into_iter().map(one).collect::<Vec<_>>())
}
