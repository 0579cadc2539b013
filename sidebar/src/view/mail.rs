//! The mail that is answered: who asks what, and in which language.

use super::{
    See, chip,
    element::{el, line, tag, words},
    icon::{Icon, icon},
};
use crate::{
    state::{Desk, Touch},
    text::{self, Text, language_name},
};
use contract::view::{Draft, Question};
use yew::Html;

pub(super) fn mail(see: &See, desk: Desk, draft: &Draft) -> Html {
    let mail = &draft.mail;
    let heading = if mail.questions.is_empty() { Text::MailNoQuestions } else { Text::MailAsks };
    let mut who = Vec::new();
    text::parts(see.say(heading), |part, is_place| {
        who.push(if is_place { line("strong", "", &mail.from_name) } else { words(part) });
    });
    let many = (mail.mails > 1).then(|| see.fill(Text::MailCount, &[("n", &mail.mails.to_string())]));
    let heading = tag("h2", "").set("id", "mail").says(see.say(Text::Mail));
    let questions: Vec<Html> =
        mail.questions.iter().enumerate().map(|asked| question(see, desk, draft, asked)).collect();
    let lines: Vec<Html> = mail.visible.lines().map(|words| line("p", "", words.to_owned())).collect();
    let whole = [
        line("summary", "", see.say(Text::MailWhole)),
        tag("p", "second subject").set("lang", mail.language.code()).says(&mail.subject),
        tag("div", "letter").set("lang", mail.language.code()).with(lines),
    ];
    tag("section", "card").set("aria-labelledby", "mail").with([
        el("div", "row", [heading, chip::chip(see.say(language_name(mail.language)), "plain")]),
        el("p", "", who),
        el("ul", "questions", questions),
        line(
            "p",
            "second",
            [&mail.from_address, &mail.role_told, &see.time(&mail.received)].map(String::as_str).join(" · "),
        ),
        line("p", "second", many),
        el("details", "", whole),
    ])
}

/// What is asked, to be ticked off, and whether the draft answers it.
fn question(see: &See, desk: Desk, draft: &Draft, (place, question): (usize, &Question)) -> Html {
    let (sign, tone, word) = if question.answered {
        (Icon::Check, "ok", Text::QuestionAnswered)
    } else {
        (Icon::Question, "warn", Text::QuestionOpen)
    };
    let dealt = see.model.dealt.iter().any(|(id, text)| *id == draft.id && *text == question.text);
    let id = format!("asked-{place}");
    let text = question.text.clone();
    let tick = see.tick(desk, (&id, dealt, Text::QuestionTick), move |on| Touch::Dealt(text.clone(), on));
    let asked = tag("span", "").set("lang", draft.mail.language.code()).says(&question.text);
    let told = [asked, line("span", "quiet", format!(", {}", see.say(word)))];
    el("li", "", [tick, tag("label", "").set("for", id).with(told), icon(sign, tone)])
}
