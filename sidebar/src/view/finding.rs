//! What the checks found: what, where, why, and what clears it; and in one quiet line what was found fine.

use super::{
    See,
    element::{el, line, words},
    icon::{Icon, icon},
};
use crate::{
    state::{Desk, Shown, Touch, letter},
    text::{Text, code_name},
};
use contract::view::Finding;
use vocabulary::{Severity, Status};
use yew::{Html, html};

pub(super) fn findings(see: &See, desk: Desk, shown: &Shown) -> Html {
    let decides = shown.is_decidable();
    let verify = match shown.draft.status {
        _ if decides => Text::FindingDecide,
        Status::Approved | Status::Released | Status::SendAllowed | Status::Sent => Text::FindingSeen,
        _ => Text::FindingVerify,
    };
    let groups = [(Severity::Stop, Text::FindingStop), (Severity::Verify, verify), (Severity::Warn, Text::FindingWarn)];
    let draft = shown.latest();
    let group = |(severity, heading): (Severity, Text)| {
        let found: Vec<&Finding> = draft.findings.iter().filter(|finding| finding.severity == severity).collect();
        if found.is_empty() {
            return Html::default();
        }
        let left = (decides && severity == Severity::Verify).then(|| left(see, shown));
        html! {
            <>
                { el("div", "row", [line("h2", "", see.say(heading)), left.unwrap_or_default()]) }
                <ul class="findings">{ for found.into_iter().map(|finding| one(see, desk, shown, finding)) }</ul>
            </>
        }
    };
    html! {
        <section class="card" aria-live="polite">
            { for groups.into_iter().map(group) }
            { fine(see, shown) }
        </section>
    }
}

fn left(see: &See, shown: &Shown) -> Html {
    let left = Some(shown.unticked()).filter(|left| *left > 0);
    line("span", "second", left.map(|n| see.count(n, (Text::LeftOne, Text::LeftMany))))
}

fn one(see: &See, desk: Desk, shown: &Shown, finding: &Finding) -> Html {
    let ticks = shown.is_decidable() && finding.severity == Severity::Verify;
    let (sign, tone) = match finding.severity {
        Severity::Stop => (Icon::Cross, "bad"),
        Severity::Verify => (Icon::Bang, "warn"),
        Severity::Warn | Severity::Note => (Icon::Bang, "plain"),
    };
    let lead = if ticks { tick(see, desk, shown, finding) } else { icon(sign, tone) };
    let why = [finding.why.as_str(), finding.legal.as_deref().unwrap_or_default()].join(" ");
    html! {
        <li>
            { lead }
            <div>
                <p>{ title(finding, see, ticks) }{ place(see, desk, finding) }</p>
                { line("p", "second", letter::unbroken(&why)) }
                { el("p", "second", [line("span", "quiet", format!("{}: ", see.say(Text::Mend))), words(&finding.clears)]) }
            </div>
        </li>
    }
}

fn title(finding: &Finding, see: &See, ticks: bool) -> Html {
    let name = line("strong", "", see.say(code_name(finding.code)));
    if ticks {
        html! { <label for={format!("tick-{}", finding.key)}>{ name }</label> }
    } else {
        name
    }
}

/// The words it is about; pressed, they are shown in the text.
fn place(see: &See, desk: Desk, finding: &Finding) -> Html {
    if finding.text.is_empty() {
        return Html::default();
    }
    let words = format!("«{}»", finding.text);
    if finding.span.is_none() {
        return html! { <>{ " " }{ words }</> };
    }
    let press = see.touch(desk, Touch::Point(finding.key.clone()));
    html! { <>{ " " }<button type="button" class="words" title={see.say(Text::FindingPlace)} onclick={press}>{ words }</button></> }
}

fn tick(see: &See, desk: Desk, shown: &Shown, finding: &Finding) -> Html {
    let key = finding.key.clone();
    let onchange = see.ticked(desk, move |on| Touch::Tick(key.clone(), on));
    html! {
        <input type="checkbox" id={format!("tick-{}", finding.key)} checked={shown.ticked.contains(&finding.key)}
            title={see.say(Text::Tick)} {onchange} />
    }
}

fn fine(see: &See, shown: &Shown) -> Html {
    let draft = shown.latest();
    let notes =
        draft.findings.iter().filter(|finding| finding.severity == Severity::Note).map(|finding| finding.why.as_str());
    let told: Vec<&str> = draft.fine.iter().map(String::as_str).chain(notes).collect();
    let none = draft.findings.iter().all(|finding| finding.severity == Severity::Note);
    if told.is_empty() && !none {
        return Html::default();
    }
    let heading = if none { see.say(Text::FindingNone) } else { see.say(Text::FindingNote) };
    html! {
        <div class="fine">
            { icon(Icon::Check, "ok") }
            <p class="second"><strong class={if none { "" } else { "quiet" }}>{ heading }{ ". " }</strong>{ told.join(" ") }</p>
        </div>
    }
}
