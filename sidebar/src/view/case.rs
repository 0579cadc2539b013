//! The case the mail belongs to, or the ones to choose among.

use super::{
    See, chip,
    element::{el, line, words},
};
use crate::{state::Event, text::Text};
use contract::view::{Candidate, Case};
use vocabulary::Match;
use yew::{Html, html};

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
    html! {
        <section class="card" aria-labelledby="case">
            <div class="row"><h2 id="case">{ see.say(Text::Case) }</h2>{ chip::chip(see.say(word), tone) }</div>
            { attached }
            { line("p", "second", &case.why) }
            { line("p", "second", case.responsible.clone()) }
            { line("p", "second", nothing.then(|| see.say(Text::CaseNoCandidates))) }
            if can_choose && !others.is_empty() { { offered(see, &others) } }
        </section>
    }
}

fn offered(see: &See, candidates: &[&Candidate]) -> Html {
    let one = |candidate: &&Candidate| {
        let number = candidate.number.to_string();
        let label = see.fill(Text::CaseChooseOne, &[("number", &number)]);
        html! {
            <li><button type="button" class="choice" aria-label={format!("{label}: {}", candidate.title)}
                onclick={see.press(Event::CaseChosen(candidate.number))}>
                { line("strong", "whole", number) }{ line("span", "", &candidate.title) }
            </button></li>
        }
    };
    html! { <><h3>{ see.say(Text::CaseChoose) }</h3><ul class="choices">{ for candidates.iter().map(one) }</ul></> }
}
