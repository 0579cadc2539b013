//! A quiet look, now and then, at what others do to a draft: approve it, return it, let it leave.

use super::{Call, Effect, Event, Model, Slot};
use contract::{
    operation::{FindDraft, SweepSent, WhoAmI},
    view::Draft,
};
use vocabulary::Status;

/// Milliseconds between two looks.
const EVERY: u32 = 20_000;

/// Plans the next look, where there is anything to wait for.
pub(super) fn arm(model: &mut Model) -> Vec<Effect> {
    let waits = model.reply.shown().is_some_and(|shown| {
        let waits = matches!(shown.draft.status, Status::AwaitingReview | Status::Released | Status::SendAllowed);
        waits || shown.is_queued()
    });
    let pends = model.me.as_ref().is_some_and(|me| me.pending > 0);
    if !waits && !pends {
        return Vec::new();
    }
    let ticket = model.requests.next(Slot::Watch);
    vec![Effect::Later(EVERY, Box::new(Event::WatchDue(ticket)))]
}

/// Looks now; nothing is disturbed while somebody is writing or waits for an answer.
pub(super) fn due(model: &mut Model) -> Vec<Effect> {
    let Some(shown) = model.reply.shown() else { return who(model) };
    if shown.editor.is_some() || shown.doing.is_some() || model.signed_out.is_some() {
        return arm(model);
    }
    let call = match shown.draft.status {
        Status::AwaitingReview => match &shown.conversation {
            Some(conversation) => Call::Find(FindDraft { conversation: conversation.clone() }),
            None => return who(model),
        },
        Status::Sent if !shown.is_queued() => return who(model),
        Status::Released | Status::SendAllowed | Status::Sent => {
            Call::Sweep(SweepSent { draft: shown.draft.id.clone() })
        }
        _ => return who(model),
    };
    vec![Effect::Call(model.requests.next(Slot::Watch), call)]
}

/// Asks whether a draft that is not on the screen has come back.
fn who(model: &mut Model) -> Vec<Effect> {
    if model.me.as_ref().is_none_or(|me| me.pending == 0) {
        return Vec::new();
    }
    vec![Effect::Call(model.requests.next(Slot::Watch), Call::WhoAmI(WhoAmI {}))]
}

/// Asks about a draft released here and no longer on the screen: opening another mail often means that it was sent.
pub(super) fn sweep_released(model: &mut Model) -> Vec<Effect> {
    let on_screen = model.reply.shown().map(|shown| shown.draft.id.clone());
    let Some(draft) = model.released.iter().find(|draft| Some(*draft) != on_screen.as_ref()).cloned() else {
        return Vec::new();
    };
    vec![Effect::Call(model.requests.next(Slot::Watch), Call::Sweep(SweepSent { draft }))]
}

/// How a draft stands now. The one on the screen is renewed; one that is sent is looked for no more.
pub(super) fn looked(model: &mut Model, draft: Draft) -> Vec<Effect> {
    if draft.status == Status::Sent {
        model.released.retain(|released| *released != draft.id);
    }
    if let Some(shown) = model.reply.shown_mut()
        && shown.draft.id == draft.id
        && shown.editor.is_none()
        && shown.doing.is_none()
    {
        shown.renew(draft);
    }
    arm(model)
}
