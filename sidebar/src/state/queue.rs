//! The drafts that wait for a second person (køen).

use super::{Call, Desk, Effect, Model, Slot, Stage, answer, model::Trouble};
use crate::text::Text;
use contract::{
    operation::{ListReviews, ShowDraft, WhoAmI},
    view::{Draft, QueueItem},
};
use vocabulary::{DraftId, Status};

/// The list and the one that is open.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Queue {
    /// What waits; `None` until the server has answered.
    pub items: Option<Vec<QueueItem>>,
    /// The list could not be had.
    pub trouble: Option<Trouble>,
    /// The one that is open.
    pub chosen: Option<DraftId>,
    /// The draft itself.
    pub stage: Stage,
    /// What came of the last decision.
    pub decided: Option<String>,
}

/// Asks for the list.
pub(super) fn load(model: &mut Model) -> Effect {
    Effect::Call(model.requests.next(Slot::Queue), Call::ListReviews(ListReviews {}))
}

/// Asks again for what failed.
pub(super) fn retried(model: &mut Model) -> Vec<Effect> {
    let mut effects = vec![load(model)];
    if matches!(model.queue.stage, Stage::Failed(_))
        && let Some(draft) = model.queue.chosen.take()
    {
        effects.extend(opened(model, draft));
    }
    effects
}

/// Opens one of the list, or closes it.
pub(super) fn opened(model: &mut Model, draft: DraftId) -> Vec<Effect> {
    model.queue.decided = None;
    let ticket = model.requests.next(Slot::Work(Desk::Review));
    if model.queue.chosen.as_ref() == Some(&draft) {
        model.queue.chosen = None;
        model.queue.stage = Stage::Empty;
        return Vec::new();
    }
    model.queue.chosen = Some(draft.clone());
    model.queue.stage = Stage::Looking;
    vec![Effect::Call(ticket, Call::Show(ShowDraft { draft }))]
}

/// The list is here.
pub(super) fn listed(model: &mut Model, items: Vec<QueueItem>) {
    let waiting = items.iter().filter(|item| item.decidable).count();
    if let Some(me) = &mut model.me {
        me.waiting = u32::try_from(waiting).unwrap_or(u32::MAX);
    }
    let gone = model.queue.chosen.as_ref().is_some_and(|draft| !items.iter().any(|item| item.draft == *draft));
    let idle = model.queue.stage.shown().is_none_or(|shown| shown.editor.is_none() && shown.doing.is_none());
    if gone && idle {
        model.queue.chosen = None;
        model.queue.stage = Stage::Empty;
    }
    model.queue.items = Some(items);
    model.queue.trouble = None;
}

/// The list could not be had; what is shown stays.
pub(super) fn failed(model: &mut Model, trouble: Trouble) {
    model.queue.trouble = Some(trouble);
}

/// The second person has decided: the draft leaves the desk, and the list is asked for again.
pub(super) fn decided(model: &mut Model, desk: Desk, draft: Draft) -> Vec<Effect> {
    let approved = draft.status == Status::Approved;
    let (sentence, said) = if approved {
        (Text::DecidedApproved, Text::SaidApproved)
    } else {
        (Text::DecidedReturned, Text::SaidReturned)
    };
    model.said = answer::words(model, said, &[]);
    if desk == Desk::Reply {
        if let Some(shown) = model.reply.shown_mut() {
            shown.renew(draft);
            shown.editor = None;
        }
        return vec![Effect::Focus("standing".to_owned())];
    }
    model.queue.decided = Some(answer::words(model, sentence, &[("name", &draft.author)]));
    model.queue.chosen = None;
    model.queue.stage = Stage::Empty;
    let who = Effect::Call(model.requests.next(Slot::Me), Call::WhoAmI(WhoAmI {}));
    vec![load(model), who, Effect::Focus("decided".to_owned())]
}
