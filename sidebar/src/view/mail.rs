//! The mail that is answered: who asks what, and in which language.

use super::{
    See, chip,
    icon::{Icon, icon},
};
use crate::text::{Text, language_name};
use contract::view::{Mail, Question};
use yew::{Html, html};

pub(super) fn mail(see: &See, mail: &Mail) -> Html {
    let heading = if mail.questions.is_empty() { Text::MailNoQuestions } else { Text::MailAsks };
    let (before, after) = see.say(heading).split_once("{ $name }").unwrap_or_default();
    let many = (mail.mails > 1).then(|| see.fill(Text::MailCount, &[("n", &mail.mails.to_string())]));
    html! {
        <section class="card" aria-labelledby="mail">
            <div class="row">
                <h2 id="mail">{ see.say(Text::Mail) }</h2>
                { chip::chip(see.say(language_name(mail.language)), "plain") }
            </div>
            <p>{ before }<strong>{ &mail.from_name }</strong>{ after }</p>
            <ul class="questions">{ for mail.questions.iter().map(|asked| question(see, asked)) }</ul>
            <p class="second">{ [&mail.from_address, &see.time(&mail.received)].map(String::as_str).join(" · ") }</p>
            <p class="second">{ many }</p>
            <details>
                <summary>{ see.say(Text::MailWhole) }</summary>
                <p class="second subject">{ &mail.subject }</p>
                <div class="letter" lang={mail.language.code()}>{ for mail.visible.lines().map(line) }</div>
            </details>
        </section>
    }
}

fn line(line: &str) -> Html {
    html! { <p>{ line.to_owned() }</p> }
}

fn question(see: &See, question: &Question) -> Html {
    let (sign, tone, word) = if question.answered {
        (Icon::Check, "ok", Text::QuestionAnswered)
    } else {
        (Icon::Question, "warn", Text::QuestionOpen)
    };
    html! { <li>{ icon(sign, tone) }<span>{ &question.text }<span class="quiet">{ ", " }{ see.say(word) }</span></span></li> }
}
