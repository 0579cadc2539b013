//! What the server's answers change; an answer to a question that is no longer asked changes nothing.

use super::{
    Answer, Desk, Effect, Insertion, Model, Shown, SignedOut, Slot, Stage, Tab, Ticket, aside,
    model::{Cause, Log, Trouble},
    place, queue,
    shown::Doing,
    signature,
    update::resumed,
    watch,
};
use crate::text::{Text, fill};
use contract::{
    Step,
    view::{Draft, DraftHtml, Sought},
};
use vocabulary::{Outcome, Status};

/// A sentence in the language of the pane.
pub(super) fn words(model: &Model, text: Text, places: &[(&str, &str)]) -> String {
    fill(model.language, text, places)
}

/// The server works on a draft.
pub(super) fn stepped(model: &mut Model, ticket: Ticket, step: Step) -> Vec<Effect> {
    if model.requests.holds(ticket)
        && let Stage::Preparing(last, text) = &mut model.reply
    {
        if let Step::Written { text: written, .. } = &step {
            text.clone_from(written);
        }
        *last = Some(step);
    }
    Vec::new()
}

/// The server has answered.
pub(super) fn answered(model: &mut Model, ticket: Ticket, answered: Result<Answer, Trouble>) -> Vec<Effect> {
    if !model.requests.holds(ticket) {
        return Vec::new();
    }
    match answered {
        Ok(answer) => took(model, ticket.slot, answer),
        Err(trouble) => failed(model, ticket.slot, trouble),
    }
}

fn took(model: &mut Model, slot: Slot, answer: Answer) -> Vec<Effect> {
    let was_out = model.signed_out.take().is_some();
    model.offline = false;
    match (slot, answer) {
        (Slot::Me | Slot::Watch, Answer::Me(me)) => {
            model.meet(me);
            let mut effects = watch::arm(model);
            if was_out {
                effects.extend(resumed(model));
            } else if model.tab == Tab::Review && model.queue.items.is_none() && model.reads_for_others() {
                effects.push(queue::load(model));
            }
            if model.reads_for_others()
                && let Some(draft) = model.linked.take()
            {
                effects.extend(queue::opened(model, draft));
            }
            return effects;
        }
        (Slot::Signature, Answer::Me(me)) => signature::saved(model, me),
        (Slot::Work(desk), Answer::Cases(cases)) => found(model, desk, cases),
        (Slot::Log, Answer::Log(lines)) => model.log = Log::Lines(lines),
        (Slot::Queue, Answer::Queue(items)) => queue::listed(model, items),
        (Slot::Queue, Answer::Me(me)) => {
            model.meet(me);
            return vec![queue::load(model)];
        }
        (Slot::Check(desk), Answer::Draft(draft)) => checked(model, desk, draft),
        (Slot::Watch, Answer::Draft(draft)) => return watch::looked(model, *draft),
        (Slot::Watch, Answer::Open(open)) => {
            return open.draft.map_or_else(Vec::new, |draft| watch::looked(model, draft));
        }
        (Slot::Work(desk), Answer::Draft(draft)) => return laid(model, desk, *draft),
        (Slot::Work(Desk::Reply), Answer::Open(open)) => match open.draft {
            Some(draft) => {
                let mut effects = laid(model, Desk::Reply, draft);
                effects.extend(place::led(model));
                return effects;
            }
            None => {
                model.reply = Stage::Empty;
                return place::led(model);
            }
        },
        (Slot::Work(desk), Answer::Html(html)) => return released(model, desk, *html),
        _ => {}
    }
    Vec::new()
}

/// Cases to choose among beside the draft, which is as it was.
fn found(model: &mut Model, desk: Desk, cases: Sought) {
    model.said = words(model, Text::CaseFound, &[("n", &cases.cases.len().to_string())]);
    if let Some(said) = &cases.said {
        model.said.push(' ');
        model.said.push_str(said);
    }
    if let Some(shown) = model.stage_mut(desk).shown_mut() {
        shown.doing = None;
        shown.found = Some(cases);
    }
}

/// A draft is laid on a desk, or the one that lies there is brought up to date.
fn laid(model: &mut Model, desk: Desk, draft: Draft) -> Vec<Effect> {
    let conversation = model.item.as_ref().and_then(|item| item.conversation.clone());
    moved_on(model, &draft);
    let same = model.stage(desk).shown().filter(|shown| shown.draft.id == draft.id);
    let done = same.and_then(|shown| shown.doing);
    let was_laid = same.is_some();
    if done == Some(Doing::Deciding) {
        return queue::decided(model, desk, draft);
    }
    model.said = told(model, done, &draft);
    let kept = model.kept.iter().position(|(id, _)| *id == draft.id).map(|at| model.kept.remove(at).1);
    if let Some(shown) = model.stage_mut(desk).shown_mut().filter(|_| was_laid) {
        shown.renew(draft);
        if done == Some(Doing::Saving) {
            shown.editor = None;
        }
        if let Some(editor) = &mut shown.editor {
            editor.revision = shown.draft.revision;
        }
    } else {
        let mut shown = Shown::new(draft, conversation);
        shown.editor = kept;
        // Whoever decides reads the mail beside the draft.
        shown.unfolded |= desk == Desk::Review;
        *model.stage_mut(desk) = Stage::Open(Box::new(shown));
    }
    let mut effects = focus(desk, done, was_laid);
    if !was_laid {
        effects.extend(aside::found(model, desk));
    }
    effects.extend(watch::arm(model));
    effects
}

/// The focus goes to what changed, and stays where it is when nothing was asked for.
fn focus(desk: Desk, done: Option<Doing>, was_laid: bool) -> Vec<Effect> {
    let place = match (desk, done) {
        (_, Some(Doing::Asking | Doing::Sending)) => "standing",
        (_, Some(Doing::Saving)) => "draft",
        (_, Some(Doing::Renewing)) => "panel",
        (Desk::Review, None) if !was_laid => "draft",
        _ => return Vec::new(),
    };
    vec![Effect::Focus(place.to_owned())]
}

fn told(model: &Model, done: Option<Doing>, draft: &Draft) -> String {
    let gaps = draft.gaps.len().to_string();
    match (done, draft.outcome) {
        (Some(Doing::Saving), _) => words(model, Text::SaidSaved, &[]),
        (Some(Doing::Sending), _) if draft.status == Status::Sent => words(model, Text::StandingSent, &[]),
        (Some(Doing::Asking), _) => words(model, Text::SaidRequested, &[]),
        (Some(_), _) => String::new(),
        (None, Outcome::CannotAnswer) => words(model, Text::SaidCannot, &[]),
        (None, _) if !draft.gaps.is_empty() => words(model, Text::SaidGaps, &[("n", &gaps)]) + &marked(model, draft),
        (None, _) => words(model, Text::SaidReady, &[]) + &marked(model, draft),
    }
}

/// How much there is to look at below.
fn marked(model: &Model, draft: &Draft) -> String {
    match draft.findings.len() {
        0 => String::new(),
        n => format!(" {}", words(model, Text::SaidFindings, &[("n", &n.to_string())])),
    }
}

/// The draft is sealed: into the mail it goes, unless another mail has come on the screen.
/// What came back and was worked on since is no news any more.
fn moved_on(model: &mut Model, draft: &Draft) {
    if let Some(me) = &mut model.me {
        let is_back = matches!(draft.status, Status::Approved | Status::Returned);
        me.decided.retain(|one| is_back || one.draft != draft.id);
    }
}

fn released(model: &mut Model, desk: Desk, html: DraftHtml) -> Vec<Effect> {
    moved_on(model, &html.draft);
    let on_screen = model.item.as_ref().and_then(|item| item.conversation.clone());
    let Some(shown) = model.stage_mut(desk).shown_mut() else { return Vec::new() };
    let conversation = shown.conversation.clone();
    shown.renew(html.draft);
    if conversation != on_screen {
        shown.trouble = Some(Cause::OtherMail.into());
        return vec![Effect::Focus("trouble".to_owned())];
    }
    shown.doing = Some(Doing::Inserting);
    let reference = html.reference.to_string();
    vec![Effect::Insert(Insertion { html: html.html, reference, away: html.away, conversation })]
}

fn checked(model: &mut Model, desk: Desk, draft: Box<Draft>) {
    let language = model.language;
    let n = draft.findings.len().to_string();
    if let Some(editor) = model.stage_mut(desk).shown_mut().and_then(|shown| shown.editor.as_mut()) {
        editor.checking = false;
        editor.checked = Some(draft);
        model.said = fill(language, Text::SaidChecked, &[("n", &n)]);
    }
}

fn failed(model: &mut Model, slot: Slot, trouble: Trouble) -> Vec<Effect> {
    if trouble.cause == Cause::SignedOut {
        model.lock();
        return vec![Effect::StopPreparing, Effect::SignOut];
    }
    if let Some(out) = &mut model.signed_out {
        *out = SignedOut { busy: false, failed: true };
    }
    match slot {
        Slot::Work(desk) => return work_failed(model, desk, trouble),
        Slot::Check(desk) => {
            if let Some(editor) = model.stage_mut(desk).shown_mut().and_then(|shown| shown.editor.as_mut()) {
                editor.checking = false;
            }
        }
        Slot::Queue => queue::failed(model, trouble),
        Slot::Log => model.log = Log::Failed(trouble),
        Slot::Watch => return watch::arm(model),
        Slot::Signature => signature::failed(model, trouble),
        Slot::Me | Slot::Settle => {}
    }
    Vec::new()
}

/// What is on the desk stays there: a failure is told above it and takes nothing away.
fn work_failed(model: &mut Model, desk: Desk, trouble: Trouble) -> Vec<Effect> {
    match model.stage_mut(desk) {
        Stage::Open(shown) => {
            shown.doing = None;
            shown.trouble = Some(trouble);
            vec![Effect::Focus("trouble".to_owned())]
        }
        stage => {
            *stage = Stage::Failed(trouble);
            Vec::new()
        }
    }
}
