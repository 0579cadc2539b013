//! The mail that is answered: who asks what, and in which language.

use super::{
    See, chip,
    element::{el, line, words},
    icon::{Icon, icon},
};
use crate::{
    state::{Desk, Touch},
    text::{Text, language_name},
};
use contract::view::{Draft, Question};
use yew::{Html, html};

pub(super) fn mail(see: &See, desk: Desk, draft: &Draft) -> Html {
    let mail = &draft.mail;
    let heading = if mail.questions.is_empty() { Text::MailNoQuestions } else { Text::MailAsks };
    let (before, after) = see.say(heading).split_once("{ $name }").unwrap_or_default();
    let many = (mail.mails > 1).then(|| see.fill(Text::MailCount, &[("n", &mail.mails.to_string())]));
    html! {
        <section class="card" aria-labelledby="mail">
            <div class="row">
                <h2 id="mail">{ see.say(Text::Mail) }</h2>
                { chip::chip(see.say(language_name(mail.language)), "plain") }
            </div>
            { el("p", "", [words(before), line("strong", "", &mail.from_name), words(after)]) }
            <ul class="questions">{ for mail.questions.iter().enumerate().map(|asked| question(see, desk, draft, asked)) }</ul>
            { line("p", "second", [&mail.from_address, &see.time(&mail.received)].map(String::as_str).join(" · ")) }
            { line("p", "second", many) }
            <details>
                { line("summary", "", see.say(Text::MailWhole)) }
                { line("p", "second subject", &mail.subject) }
                <div class="letter" lang={mail.language.code()}>{ for mail.visible.lines().map(|words| line("p", "", words.to_owned())) }</div>
            </details>
        </section>
    }
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
    let onchange = see.ticked(desk, move |on| Touch::Dealt(text.clone(), on));
    html! {
        <li>
            <input type="checkbox" id={id.clone()} checked={dealt} title={see.say(Text::QuestionTick)} {onchange} />
            <label for={id}>{ words(&question.text) }{ line("span", "quiet", format!(", {}", see.say(word))) }</label>
            { icon(sign, tone) }
        </li>
    }
}
