//! Waiting: the thin bar of progress under the parts, and the shape of what is coming with a true word about it.

use super::{
    See, draft,
    element::{Words, all, el, line, tag},
};
use crate::{
    state::{Stage, Tab},
    text::Text,
};
use contract::Step;
use yew::Html;

/// The thin bar; it always takes its place, so that nothing moves when it fills.
pub(super) fn bar(see: &See) -> Html {
    let Stage::Preparing(step, _) = &see.model.reply else {
        return el("div", "bar", []);
    };
    let percent = match step {
        None => 5,
        Some(Step::Reading) => 15,
        Some(Step::Read { .. }) => 35,
        Some(Step::Found { .. }) => 55,
        Some(Step::Written { .. }) => 75,
        Some(Step::Checking) => 90,
    };
    let done = tag("div", "done").set("style", format!("width:{percent}%")).with([]);
    let bar = tag("div", "bar").set("role", "progressbar").set("aria-label", see.say(Text::Progress));
    let bar = bar.set("aria-valuemin", "0").set("aria-valuemax", "100").set("aria-valuenow", percent.to_string());
    bar.set("aria-valuetext", word(see, step.as_ref())).with([done])
}

/// The reply on its way: the text already stands where the draft will, and the word about it where mail and case will.
pub(super) fn preparing(see: &See, step: Option<&Step>, text: &str) -> Html {
    let language = if let Some(Step::Written { language, .. }) = step { *language } else { see.model.language };
    let writing = if text.is_empty() { lines(6) } else { draft::written(text, language) };
    busy(word(see, step), writing)
}

/// A card that is still being filled, and a true word about it above.
fn busy(told: impl Words, inner: Html) -> Html {
    let told = tag("div", "told").set("role", "status").with([line("h2", "", told)]);
    all([told, tag("section", "card").set("aria-busy", "true").with([inner])])
}

/// Something that is being fetched.
pub(super) fn loading(see: &See, text: Text) -> Html {
    let told = if see.model.tab == Tab::Reply { see.say(text) } else { see.say(Text::Loading) };
    busy(told, lines(3))
}

fn lines(count: usize) -> Html {
    let lines: Vec<Html> = (0..count).map(|_| el("div", "", [])).collect();
    tag("div", "skeleton").set("aria-hidden", "true").with(lines)
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
