//! What the checks found: what, where, why, and what clears it; and in one quiet line what was found fine.

use super::{
    See,
    element::{all, el, line, press, tag, words},
    icon::{Icon, icon},
};
use crate::{
    state::{Desk, Shown, Touch, letter},
    text::{Text, code_name},
};
use contract::view::Finding;
use vocabulary::{Severity, Status};
use yew::Html;

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
        let found: Vec<Html> = found.into_iter().map(|finding| one(see, desk, shown, finding)).collect();
        let heading = el("div", "row", [line("h2", "", see.say(heading)), left.unwrap_or_default()]);
        all([heading, el("ul", "findings", found)])
    };
    let [stop, verify, warn] = groups.map(group);
    el("section", "card", [stop, verify, warn, fine(see, shown)])
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
    let title = el("p", "", [title(finding, see, ticks), place(see, desk, shown, finding)]);
    el("li", "", [lead, el("div", "", [title, reasons(see, finding)])])
}

/// What it is, why, and what clears it.
pub(super) fn told(see: &See, finding: &Finding) -> Html {
    all([el("p", "", [title(finding, see, false)]), reasons(see, finding)])
}

fn reasons(see: &See, finding: &Finding) -> Html {
    let why = [finding.why.as_str(), finding.legal.as_deref().unwrap_or_default()].join(" ");
    let clears = [line("span", "quiet", format!("{}: ", see.say(Text::Mend))), words(&finding.clears)];
    all([line("p", "second", letter::unbroken(why.trim_end())), el("p", "second", clears)])
}

fn title(finding: &Finding, see: &See, ticks: bool) -> Html {
    let name = line("strong", "", see.say(code_name(finding.code)));
    if ticks { tag("label", "").set("for", format!("tick-{}", finding.key)).with([name]) } else { name }
}

/// The words it is about; pressed, they are shown in the text.
fn place(see: &See, desk: Desk, shown: &Shown, finding: &Finding) -> Html {
    if finding.text.is_empty() {
        return Html::default();
    }
    let about = format!("«{}»", finding.text);
    if finding.span.is_none() {
        return words(format!(" {about}"));
    }
    let button = press("words", see.touch(desk, Touch::Point(finding.key.clone())));
    let button = button.set("title", see.say(Text::FindingPlace)).set("lang", shown.draft.language.code());
    all([words(" "), button.says(about)])
}

fn tick(see: &See, desk: Desk, shown: &Shown, finding: &Finding) -> Html {
    let key = finding.key.clone();
    let id = format!("tick-{key}");
    let ticked = shown.ticked.contains(&key);
    see.tick(desk, (&id, ticked, Text::Tick), move |on| Touch::Tick(key.clone(), on))
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
    let heading = line("strong", if none { "" } else { "quiet" }, format!("{heading}. "));
    el("div", "fine", [icon(Icon::Check, "ok"), el("p", "second", [heading, words(told.join(" "))])])
}
