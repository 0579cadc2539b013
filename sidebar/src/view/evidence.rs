//! One source, opened in place: what it says, from when it holds, who may see it, where the original is.

use super::{
    See, chip,
    element::{self, el, line, press, tag},
};
use crate::{
    state::{Desk, Touch, excerpt},
    text::Text,
};
use contract::view::Evidence;
use yew::Html;

/// The source `n`, opened from a number in the text, with what can be done about the sentence it bears.
pub(super) fn opened(see: &See, desk: Desk, (evidence, anew): (&Evidence, Html)) -> Html {
    let label = see.fill(Text::Source, &[("n", &evidence.n.to_string())]);
    let cross = super::icon::icon(super::icon::Icon::Cross, "plain");
    let close = press("close", close(see, desk)).set("aria-label", see.say(Text::Close)).with([cross]);
    tag("aside", "evidence").set("id", "evidence").set("aria-label", label).with([source(see, evidence, close), anew])
}

/// All sources, one below the other, for who decides.
pub(super) fn all(see: &See, evidence: &[Evidence]) -> Html {
    let one = |evidence: &Evidence| el("div", "evidence", [source(see, evidence, Html::default())]);
    el("div", "sources", evidence.iter().map(one).collect::<Vec<_>>())
}

fn source(see: &See, evidence: &Evidence, close: Html) -> Html {
    let access = match &evidence.access {
        None => chip::chip(see.say(Text::SourceOpen), "plain"),
        Some(code) => chip::chip(&see.fill(Text::SourceRestricted, &[("code", code)]), "warn"),
    };
    let part = |(marked, words): (bool, String)| {
        if marked { line("mark", "", words) } else { element::words(words) }
    };
    let title = [line("span", "n", evidence.n.to_string()), element::words(&evidence.title)];
    let parts: Vec<Html> = excerpt::parts(&evidence.text, &evidence.marks).into_iter().map(part).collect();
    // The records are the municipality's: bokmål or nynorsk, and which of them is not known.
    let (heading, text) = (tag("h3", "").set("lang", "no"), tag("blockquote", "").set("lang", "no"));
    element::all([
        el("div", "row", [heading.with(title), access]),
        close,
        text.set("tabindex", "0").with(parts),
        el("p", "second", [element::words(facts(see, evidence)), original(see, evidence)]),
    ])
}

fn close(see: &See, desk: Desk) -> yew::Callback<yew::MouseEvent> {
    let open = see.model.stage(desk).shown().and_then(|shown| shown.open).unwrap_or_default();
    see.touch(desk, Touch::Citation { place: open.0, n: open.1 })
}

fn facts(see: &See, evidence: &Evidence) -> String {
    let day = |form, day: &Option<String>| day.as_ref().map(|day| see.fill(form, &[("day", &see.day(day))]));
    let mut facts = Vec::new();
    facts.extend(day(Text::SourceValidFrom, &evidence.valid_from));
    facts.extend(day(Text::SourceValidTo, &evidence.valid_to));
    if facts.is_empty() {
        facts.extend(day(Text::SourceDated, &evidence.date));
    }
    facts.push(see.fill(Text::SourceRetrieved, &[("time", &see.time(&evidence.retrieved))]));
    facts.push(evidence.record.clone());
    facts.join(" · ")
}

/// A link to the original, only where it is an address of the web.
fn original(see: &See, evidence: &Evidence) -> Html {
    match evidence.url.as_deref().filter(|url| url.starts_with("https://") || url.starts_with("http://")) {
        Some(url) => {
            element::all([element::words(" · "), element::link(url.to_owned(), see.say(Text::SourceOriginal))])
        }
        None => Html::default(),
    }
}
