//! Small labels: a case number, a deadline, how many gaps.

use super::{See, element::tag};
use crate::text::Text;
use contract::view::Deadline;
use yew::Html;

/// A label in a colour of its meaning.
pub(super) fn chip(words: &str, tone: &'static str) -> Html {
    tag("span", "").set("class", format!("chip {tone}")).says(words.to_owned())
}

/// A clock with the day, and a word where it begins to matter.
pub(super) fn deadline(see: &See, deadline: &Deadline) -> Html {
    let form = match deadline.kind.as_str() {
        "preliminary_reply" => Text::DeadlinePreliminaryReply,
        "access_request" => Text::DeadlineAccessRequest,
        "appeal" => Text::DeadlineAppeal,
        _ => Text::DeadlineOther,
    };
    let (tone, word) = match deadline.state.as_str() {
        "amber" => ("warn", Some(Text::StateAmber)),
        "red" => ("bad", Some(Text::StateRed)),
        "breached" => ("bad", Some(Text::StateBreached)),
        _ => ("ok", None),
    };
    let mut words = see.fill(form, &[("day", &see.day(&deadline.due))]);
    if let Some(word) = word {
        words = format!("{words} – {}", see.say(word));
    }
    chip(&words, tone)
}
