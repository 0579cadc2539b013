//! The drafts that wait for a second person (køen).

use super::{Call, Desk, Effect, Model, Slot, Stage, answer, model::Trouble};
use crate::text::Text;
use contract::{
    operation::{ListReviews, SayAway, ShowDraft, WhoAmI},
    view::{Draft, QueueItem},
};
use vocabulary::{DraftId, PersonId, Status};

/// Which part of the list is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// What stands among this person's own to decide.
    #[default]
    Mine,
    /// All that waits.
    All,
    /// What has waited too long.
    Overdue,
}

impl Part {
    fn has(self, item: &QueueItem) -> bool {
        match self {
            Self::Mine => item.mine,
            Self::All => true,
            Self::Overdue => item.overdue,
        }
    }
}

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
    /// Which part of the list is shown.
    pub part: Part,
    /// The last day that this person will be away, as it is typed.
    pub until: String,
}

impl Queue {
    /// A part of the list, in the server's order.
    pub fn of(&self, part: Part) -> impl Iterator<Item = &QueueItem> {
        self.items.as_deref().unwrap_or_default().iter().filter(move |item| part.has(item))
    }

    /// The one to be opened after the open one: the most pressing of those that this person may decide.
    fn after(&self) -> Option<DraftId> {
        let mut rows = self.of(self.part);
        let next = rows.find(|item| item.decidable && Some(&item.draft) != self.chosen.as_ref());
        next.map(|item| item.draft.clone())
    }
}

/// How the ids of the rows on the screen begin.
pub const ROW: &str = "row-";

/// The id of a row on the screen.
#[must_use]
pub fn row(draft: &DraftId) -> String {
    format!("{ROW}{draft}")
}

/// The focus goes from one row to the next, or to the one before.
pub(super) fn moved(model: &Model, from: &str, down: bool) -> Vec<Effect> {
    let mut before = None;
    for item in model.queue.of(model.queue.part) {
        let id = row(&item.draft);
        let to = if down {
            (before.as_deref() == Some(from)).then_some(id.clone())
        } else {
            before.take().filter(|_| id == from)
        };
        if let Some(to) = to {
            return vec![Effect::Focus(to)];
        }
        before = Some(id);
    }
    Vec::new()
}

/// Closes the one that is open; the focus goes back to its row.
pub(super) fn left(model: &mut Model) -> Vec<Effect> {
    let Some(draft) = model.queue.chosen.clone() else { return Vec::new() };
    let mut effects = opened(model, draft.clone());
    effects.push(Effect::Focus(row(&draft)));
    effects
}

/// This person is away until the day that was typed, with somebody in their place; or is back.
pub(super) fn away(model: &mut Model, stand_in: Option<PersonId>) -> Vec<Effect> {
    let until = stand_in.is_some().then(|| std::mem::take(&mut model.queue.until));
    vec![Effect::Call(model.requests.next(Slot::Queue), Call::SayAway(SayAway { until, stand_in }))]
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
    let waiting = items.iter().filter(|item| item.mine).count();
    if let Some(me) = &mut model.me {
        me.waiting = u32::try_from(waiting).unwrap_or(u32::MAX);
    }
    // One that was opened by its address was never there, and stays.
    let has = |items: &[QueueItem], draft: &DraftId| items.iter().any(|item| item.draft == *draft);
    let was = model.queue.items.as_deref().unwrap_or_default();
    let gone = model.queue.chosen.as_ref().is_some_and(|draft| has(was, draft) && !has(&items, draft));
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
    let told = answer::words(model, sentence, &[("name", &draft.author)]);
    let next = model.queue.after();
    let who = Effect::Call(model.requests.next(Slot::Me), Call::WhoAmI(WhoAmI {}));
    let mut effects = vec![load(model), who];
    model.queue.chosen = None;
    model.queue.stage = Stage::Empty;
    // The next one opens of itself; the list may have lost it meanwhile, which the server then says.
    match next {
        Some(next) => effects.extend(opened(model, next)),
        None => effects.push(Effect::Focus("decided".to_owned())),
    }
    model.queue.decided = Some(told);
    effects
}
