//! Where the draft stands: waiting, returned, approved, inserted, sent, somebody else's, or stopped at Send.

use super::{
    See,
    element::{el, line, tag},
    icon::{Icon, icon},
    signature,
};
use crate::{state::Shown, text::Text};
use vocabulary::{GateMode, Status};
use yew::Html;

struct Standing {
    sign: Icon,
    tone: &'static str,
    heading: String,
    why: String,
}

pub(super) fn standing(see: &See, shown: &Shown) -> Html {
    let Some(standing) = told(see, shown) else { return Html::default() };
    let approved = left_approved(see, shown);
    let signature = is_signed_here(see, shown).then(|| signature::signature(see));
    let told = [
        line("h2", "strong", standing.heading),
        line("p", "", Some(standing.why).filter(|why| !why.is_empty())),
        line("p", "second", approved),
        signature.unwrap_or_default(),
    ];
    let card = tag("section", "card standing").set("id", "standing").set("tabindex", "-1");
    card.with([icon(standing.sign, standing.tone), el("div", "", told)])
}

/// Where the gate has stopped the mail, the signature is asked for there.
fn is_signed_here(see: &See, shown: &Shown) -> bool {
    let is_stopped = see.model.item.as_ref().is_some_and(|item| item.stopped.is_some());
    shown.draft.mine && shown.draft.status == Status::Released && !is_stopped
}

/// The gate stopped the mail that is being written.
pub(super) fn stopped(see: &See, sentence: &str) -> Html {
    let told = [
        line("h2", "strong", see.say(Text::Stopped)),
        line("p", "", sentence.to_owned()),
        line("p", "second", see.say(Text::StoppedWhy)),
        signature::signature(see),
    ];
    let card = tag("section", "card standing").set("id", "stopped").set("tabindex", "-1");
    card.set("role", "alert").with([icon(Icon::Cross, "bad"), el("div", "", told)])
}

fn told(see: &See, shown: &Shown) -> Option<Standing> {
    let draft = &shown.draft;
    let review = draft.review.as_ref();
    let say = |text| see.say(text).to_owned();
    let decider = review.and_then(|review| review.decided_by.clone()).unwrap_or_default();
    let asked = review.map(|review| see.time(&review.requested_at)).unwrap_or_default();
    let decided = review.and_then(|review| review.decided_at.as_ref()).map(|at| see.time(at)).unwrap_or_default();
    let (sign, tone, heading, why) = match draft.status {
        Status::Drafted if draft.mine => return None,
        // The server has handed the text out, and Outlook has not taken it: the trouble says so, and nothing is inserted.
        Status::Released if shown.trouble.as_ref().is_some_and(|trouble| trouble.cause.is_of_insertion()) => {
            return None;
        }
        Status::Drafted => {
            let heading = see.fill(Text::StandingOther, &[("name", &draft.author)]);
            (Icon::Bang, "brand", heading, say(Text::StandingOtherWhy))
        }
        Status::AwaitingReview if !draft.mine => {
            let name = review.map(|review| review.requested_by.as_str()).unwrap_or_default();
            let why = see.fill(Text::AskedBy, &[("name", name), ("time", &asked)]);
            (Icon::Clock, "brand", say(Text::StandingAwaiting), why)
        }
        Status::AwaitingReview => {
            let told = review.map(|review| review.told.as_str()).unwrap_or_default();
            let why = see.fill(Text::StandingAwaitingWhy, &[("time", &asked)]) + " " + told;
            let overdue = review.is_some_and(|review| review.overdue);
            let heading = if overdue { Text::StandingOverdue } else { Text::StandingAwaiting };
            (Icon::Clock, if overdue { "warn" } else { "brand" }, say(heading), why)
        }
        Status::Returned => {
            let comment = review.map(|review| review.comment.as_str()).filter(|comment| !comment.is_empty());
            let comment = comment.map(|comment| format!("«{comment}»")).unwrap_or_default();
            (Icon::Bang, "warn", see.fill(Text::StandingReturned, &[("name", &decider)]), comment)
        }
        Status::Approved => {
            let why = see.fill(Text::StandingApprovedWhy, &[("time", &decided)]);
            (Icon::Check, "ok", see.fill(Text::StandingApproved, &[("name", &decider)]), why)
        }
        _ if draft.after.as_ref().is_some_and(|after| after.unsure) => {
            (Icon::Bang, "warn", say(Text::StandingUnsure), say(Text::StandingUnsureWhy))
        }
        Status::Released => (Icon::Check, "ok", say(Text::StandingReleased), say(released(see))),
        Status::SendAllowed => (Icon::Clock, "brand", say(Text::StandingAllowed), say(Text::StandingAllowedWhy)),
        Status::Sent => {
            let after = draft.after.as_ref();
            let at = after.and_then(|after| after.sent_at.as_ref()).map(|at| see.time(at)).unwrap_or_default();
            let by = after.map(|after| after.by.as_str()).unwrap_or_default();
            let why = see.fill(Text::StandingSentWhy, &[("name", by), ("time", &at)]);
            (Icon::Check, "ok", say(Text::StandingSent), why)
        }
    };
    Some(Standing { sign, tone, heading, why })
}

/// Who approved what has left since, and when.
fn left_approved(see: &See, shown: &Shown) -> Option<String> {
    let has_left = matches!(shown.draft.status, Status::Released | Status::SendAllowed | Status::Sent);
    let review = shown.draft.review.as_ref().filter(|review| has_left && review.approved == Some(true))?;
    let name = review.decided_by.as_deref().unwrap_or_default();
    let time = see.time(review.decided_at.as_deref().unwrap_or_default());
    Some(see.fill(Text::StandingApproved, &[("name", name)]) + ", " + &time)
}

/// What the gate will do, as IT has set it.
fn released(see: &See) -> Text {
    match see.model.me.as_ref().map(|me| me.gate) {
        Some(GateMode::Prompt) => Text::StandingReleasedPrompt,
        Some(GateMode::Off) => Text::StandingReleasedOff,
        _ => Text::StandingReleasedWhy,
    }
}
