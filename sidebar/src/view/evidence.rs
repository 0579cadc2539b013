//! One source, opened in place: what it says, from when it holds, who may see it, where the original is.

use super::{See, chip};
use crate::{
    state::{Desk, Touch, excerpt},
    text::Text,
};
use contract::view::Evidence;
use yew::{Html, html};

/// The source `n`, opened from a number in the text.
pub(super) fn opened(see: &See, desk: Desk, evidence: &Evidence) -> Html {
    let label = see.fill(Text::Source, &[("n", &evidence.n.to_string())]);
    let access = match &evidence.access {
        None => chip::chip(see.say(Text::SourceOpen), "plain"),
        Some(code) => chip::chip(&see.fill(Text::SourceRestricted, &[("code", code)]), "warn"),
    };
    let part = |(marked, words): (bool, String)| {
        if marked {
            html! { <mark>{ words }</mark> }
        } else {
            html! { { words } }
        }
    };
    html! {
        <aside class="evidence" id="evidence" aria-label={label}>
            <div class="row"><h3><span class="n">{ evidence.n }</span>{ &evidence.title }</h3>{ access }</div>
            <blockquote tabindex="0">{ for excerpt::parts(&evidence.text, &evidence.marks).into_iter().map(part) }</blockquote>
            <p class="second">{ facts(see, evidence) }{ original(see, evidence) }</p>
            <button type="button" class="close" aria-label={see.say(Text::Close)} onclick={close(see, desk)}>
                { super::icon::icon(super::icon::Icon::Cross, "plain") }
            </button>
        </aside>
    }
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
        Some(url) => html! {
            <>{ " · " }<a href={url.to_owned()} target="_blank" rel="noopener noreferrer">{ see.say(Text::SourceOriginal) }</a></>
        },
        None => Html::default(),
    }
}
