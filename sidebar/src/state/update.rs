//! The one place where something that happened becomes what the pane knows next, and what it wants done.

use super::{
    Call, Desk, Effect, Event, Item, Model, Shown, SignedOut, Slot, Stage, Tab, answer,
    model::{Log, Trouble},
    queue,
    shown::Doing,
    signature, touch, watch,
    wish::Wish,
};
use contract::{
    operation::{
        DecideReview, FindDraft, PrepareDraft, ReleaseDraft, RemindReview, RequestReview, ReviseDraft, SendDraft,
        ShowLog, SweepSent, TakeOver, WhoAmI,
    },
    view::Action,
};
use vocabulary::{DraftId, PersonId};

/// Milliseconds a mail must stay on the screen before anything is read: who only leafs through a list asks for nothing.
const SETTLES: u32 = 500;

/// What follows from an event. Who is signed out asks for nothing but to be let in.
pub fn update(model: &mut Model, event: Event) -> Vec<Effect> {
    let mut effects = followed(model, event);
    if model.signed_out.is_some_and(|out| !out.busy) {
        effects.retain(|effect| !matches!(effect, Effect::Call(..) | Effect::Prepare(..)));
    }
    effects
}

fn followed(model: &mut Model, event: Event) -> Vec<Effect> {
    match event {
        Event::Started => vec![who(model)],
        Event::ItemOpened(item) => item_opened(model, item),
        Event::Settled(ticket) if model.requests.holds(ticket) => settled(model),
        Event::Online(online) => came_online(model, online),
        Event::Visible => visible(model),
        Event::TabChosen(tab) => tab_chosen(model, tab),
        Event::SignInPressed => sign_in(model),
        Event::SignOutPressed => sign_out(model),
        Event::SignedIn(succeeded) => signed_in(model, succeeded),
        Event::PreparePressed => led(prepare(model, Wish::default())),
        Event::CancelPressed => cancelled(model),
        Event::RetryPressed => led(retried(model)),
        Event::Wished(wish) => led(prepare(model, wish)),
        Event::Acted(desk, action) => acted(model, desk, action),
        Event::Touched(desk, touched) => touch::touched(model, desk, touched),
        Event::Signed(sign) => signature::signed(model, sign),
        Event::Escaped => touch::escaped(model),
        Event::QueueOpened(draft) => queue::opened(model, draft),
        Event::QueueParted(part) => {
            model.queue.part = part;
            Vec::new()
        }
        Event::RowLeft(from, down) => queue::moved(model, &from, down),
        Event::Keyed(approve) => keyed(model, if approve { Action::Approve } else { Action::Return }),
        Event::Named(person) => ask(model, Desk::Reply, Some(person)),
        Event::AwayTyped(day) => {
            model.queue.until = day;
            Vec::new()
        }
        Event::AwaySaid(stand_in) => queue::away(model, stand_in),
        Event::Stepped(ticket, step) => answer::stepped(model, ticket, step),
        Event::Answered(ticket, answered) => answer::answered(model, ticket, answered),
        Event::Inserted(outcome) => inserted(model, outcome),
        Event::Copied(desk, succeeded) => touch::copied(model, desk, succeeded),
        Event::LinkPressed(link) => vec![Effect::CopyLink(link)],
        Event::LinkCopied(succeeded) => touch::link_copied(model, succeeded),
        Event::WatchDue(ticket) if model.requests.holds(ticket) => watch::due(model),
        Event::Settled(_) | Event::WatchDue(_) => Vec::new(),
    }
}

fn who(model: &mut Model) -> Effect {
    Effect::Call(model.requests.next(Slot::Me), Call::WhoAmI(WhoAmI {}))
}

fn item_opened(model: &mut Model, item: Option<Item>) -> Vec<Effect> {
    if model.item.is_some() && item == model.item {
        return Vec::new();
    }
    model.keep_edit(Desk::Reply);
    let first = model.item.is_none() && matches!(model.reply, Stage::Empty);
    model.item = item;
    model.reply = Stage::Empty;
    model.log = Log::Closed;
    model.requests.next(Slot::Work(Desk::Reply));
    let mut effects = vec![Effect::StopPreparing];
    effects.extend(watch::sweep_released(model));
    if first {
        effects.extend(opened(model));
    } else if model.item.as_ref().is_some_and(|item| item.conversation.is_some()) {
        model.reply = Stage::Looking;
        let ticket = model.requests.next(Slot::Settle);
        effects.push(Effect::Later(SETTLES, Box::new(Event::Settled(ticket))));
    }
    effects
}

/// Another mail has stayed on the screen: it is opened, and who waits for a second person's word hears of it.
fn settled(model: &mut Model) -> Vec<Effect> {
    let mut effects = opened(model);
    if model.me.as_ref().is_some_and(|me| me.pending > 0) {
        effects.push(who(model));
    }
    effects
}

/// A mail that is read gets its draft; a mail being written only finds the one that is open in its conversation.
fn opened(model: &mut Model) -> Vec<Effect> {
    if model.signed_out.is_some() {
        return Vec::new();
    }
    let Some(item) = &model.item else { return Vec::new() };
    if item.mail.is_some() {
        return prepare(model, Wish::default());
    }
    let Some(conversation) = item.conversation.clone() else {
        model.reply = Stage::Empty;
        return Vec::new();
    };
    model.reply = Stage::Looking;
    let ticket = model.requests.next(Slot::Work(Desk::Reply));
    vec![Effect::Call(ticket, Call::Find(FindDraft { conversation }))]
}

fn prepare(model: &mut Model, wish: Wish) -> Vec<Effect> {
    let Some(Item { mail: Some(mail), conversation: Some(conversation), mailbox, .. }) = model.item.clone() else {
        return Vec::new();
    };
    model.keep_edit(Desk::Reply);
    let seen = model.reply.shown().map(|shown| shown.draft.revision);
    model.reply = Stage::Preparing(None, String::new());
    let ticket = model.requests.next(Slot::Work(Desk::Reply));
    let Wish { again, case, without_case, language, tone } = wish;
    let order = PrepareDraft { mail, conversation, mailbox, again, seen, case, without_case, language, tone };
    vec![Effect::StopPreparing, Effect::Prepare(ticket, order)]
}

/// The button that was pressed goes away: the focus waits where the answer will stand.
fn led(mut effects: Vec<Effect>) -> Vec<Effect> {
    if !effects.is_empty() {
        effects.push(Effect::Focus("panel".to_owned()));
    }
    effects
}

fn cancelled(model: &mut Model) -> Vec<Effect> {
    model.requests.next(Slot::Work(Desk::Reply));
    model.reply = Stage::Empty;
    vec![Effect::StopPreparing, Effect::Focus("primary".to_owned())]
}

fn retried(model: &mut Model) -> Vec<Effect> {
    let mut effects = if model.me.is_none() { vec![who(model)] } else { Vec::new() };
    effects.extend(match model.tab {
        Tab::Reply => opened(model),
        Tab::Review => queue::retried(model),
        Tab::Log => open_log(model),
    });
    effects
}

fn came_online(model: &mut Model, online: bool) -> Vec<Effect> {
    model.offline = !online;
    if online && matches!(model.reply, Stage::Failed(_)) { retried(model) } else { Vec::new() }
}

fn visible(model: &mut Model) -> Vec<Effect> {
    if model.signed_out.is_some() {
        return Vec::new();
    }
    let mut effects = vec![who(model)];
    if model.tab == Tab::Review {
        effects.push(queue::load(model));
    }
    effects.extend(watch::sweep_released(model));
    effects.extend(watch::due(model));
    effects
}

fn tab_chosen(model: &mut Model, tab: Tab) -> Vec<Effect> {
    model.tab = tab;
    match tab {
        Tab::Reply => Vec::new(),
        Tab::Review => vec![queue::load(model)],
        Tab::Log => open_log(model),
    }
}

fn open_log(model: &mut Model) -> Vec<Effect> {
    let Some(draft) = model.reply.shown().map(|shown| shown.draft.id.clone()) else {
        model.log = Log::Closed;
        return Vec::new();
    };
    model.log = Log::Loading;
    vec![Effect::Call(model.requests.next(Slot::Log), Call::ShowLog(ShowLog { draft }))]
}

fn sign_in(model: &mut Model) -> Vec<Effect> {
    match &mut model.signed_out {
        Some(out) if !out.busy => {
            *out = SignedOut { busy: true, failed: false };
            vec![Effect::SignIn]
        }
        _ => Vec::new(),
    }
}

/// Nothing of who leaves stays behind.
fn sign_out(model: &mut Model) -> Vec<Effect> {
    model.lock();
    model.me = None;
    model.tab = model.surface.home();
    model.forget();
    vec![Effect::StopPreparing, Effect::SignOut, Effect::Focus("primary".to_owned())]
}

/// First of all, who it is: what was laid aside is shown to nobody else.
fn signed_in(model: &mut Model, succeeded: bool) -> Vec<Effect> {
    model.signed_out = Some(SignedOut { busy: succeeded, failed: !succeeded });
    if succeeded { vec![who(model)] } else { Vec::new() }
}

/// Goes on where the last session ended.
pub(super) fn resumed(model: &mut Model) -> Vec<Effect> {
    let mut effects = opened(model);
    if model.tab == Tab::Review && model.reads_for_others() {
        effects.push(queue::load(model));
    }
    led(effects)
}

/// Asks for a second person: whoever may, or one by name.
fn ask(model: &mut Model, desk: Desk, to: Option<PersonId>) -> Vec<Effect> {
    let Some(shown) = model.stage(desk).shown().filter(|shown| shown.doing.is_none()) else { return Vec::new() };
    let (draft, revision) = (shown.draft.id.clone(), shown.draft.revision);
    call(model, desk, Doing::Asking, Call::RequestReview(RequestReview { draft, revision, to }))
}

/// The keys mean the draft in front, where the server offers that and nobody is writing in it.
fn keyed(model: &mut Model, action: Action) -> Vec<Effect> {
    let desk = if model.tab == Tab::Review { Desk::Review } else { Desk::Reply };
    let offered = |shown: &&Shown| shown.editor.is_none() && shown.draft.next.contains(&action);
    if model.stage(desk).shown().is_some_and(|shown| offered(&shown)) { acted(model, desk, action) } else { Vec::new() }
}

/// Carries out what the server offered. What only the screen can know to be missing is pointed out first.
fn acted(model: &mut Model, desk: Desk, action: Action) -> Vec<Effect> {
    let Some(shown) = model.stage_mut(desk).shown_mut() else { return Vec::new() };
    if shown.doing.is_some() {
        return Vec::new();
    }
    let (draft, revision) = (shown.draft.id.clone(), shown.draft.revision);
    match action {
        Action::Fill => touch::fill(model, desk),
        Action::Revise => touch::edit(model, desk),
        Action::Rewrite => led(prepare(model, Wish { again: true, ..Wish::default() })),
        Action::Approve => approve(model, desk),
        Action::Return => send_back(model, desk),
        Action::RequestReview => ask(model, desk, None),
        Action::Remind => call(model, desk, Doing::Renewing, Call::Remind(RemindReview { draft, revision })),
        Action::Adopt => adopt(model, desk),
        // Who gets it is read once more before it leaves.
        Action::Send if !shown.confirming => {
            shown.confirming = true;
            vec![Effect::Focus("confirm".to_owned())]
        }
        Action::Send => call(model, desk, Doing::Sending, Call::Send(SendDraft { draft, revision })),
        Action::Release => call(model, desk, Doing::Releasing, Call::Release(ReleaseDraft { draft, revision })),
        Action::TakeOver => call(model, desk, Doing::Renewing, Call::TakeOver(TakeOver { draft, revision })),
        Action::SweepSent => call(model, desk, Doing::Renewing, Call::Sweep(SweepSent { draft })),
    }
}

/// Asks the server about the draft on a desk; nothing else can be pressed there until it has answered.
pub(super) fn call(model: &mut Model, desk: Desk, doing: Doing, call: Call) -> Vec<Effect> {
    if let Some(shown) = model.stage_mut(desk).shown_mut() {
        shown.confirming = false;
        shown.doing = Some(doing);
        shown.trouble = None;
    }
    vec![Effect::Call(model.requests.next(Slot::Work(desk)), call)]
}

/// Makes the text that came back the author's own, as it stands.
fn adopt(model: &mut Model, desk: Desk) -> Vec<Effect> {
    let Some(shown) = model.stage(desk).shown() else { return Vec::new() };
    let Some(text) = shown.draft.review.as_ref().and_then(|review| review.proposal.clone()) else { return Vec::new() };
    let (draft, revision) = (shown.draft.id.clone(), shown.draft.revision);
    call(model, desk, Doing::Saving, Call::Revise(ReviseDraft { draft, revision, text }))
}

fn approve(model: &mut Model, desk: Desk) -> Vec<Effect> {
    let Some(shown) = model.stage(desk).shown() else { return Vec::new() };
    match shown.first_unticked() {
        Some(finding) => vec![Effect::Focus(format!("tick-{}", finding.key))],
        None => decide(model, desk, true, None),
    }
}

fn send_back(model: &mut Model, desk: Desk) -> Vec<Effect> {
    let Some(shown) = model.stage_mut(desk).shown_mut() else { return Vec::new() };
    shown.comment_missing = shown.comment.trim().is_empty();
    if shown.comment_missing { vec![Effect::Focus("comment".to_owned())] } else { decide(model, desk, false, None) }
}

/// Sends the second person's word; `proposal` is a text that goes back with it.
pub(super) fn decide(model: &mut Model, desk: Desk, approve: bool, proposal: Option<String>) -> Vec<Effect> {
    let Some(shown) = model.stage(desk).shown() else { return Vec::new() };
    let decision = DecideReview {
        draft: shown.draft.id.clone(),
        revision: shown.draft.revision,
        fingerprint: shown.draft.fingerprint.clone(),
        approve,
        ticked: shown.ticked.clone(),
        comment: shown.comment.trim().to_owned(),
        proposal,
    };
    call(model, desk, Doing::Deciding, Call::Decide(decision))
}

fn inserted(model: &mut Model, outcome: Result<(), Trouble>) -> Vec<Effect> {
    let Some(shown) = model.reply.shown_mut().filter(|shown| shown.doing == Some(Doing::Inserting)) else {
        return Vec::new();
    };
    shown.doing = None;
    match outcome {
        Err(trouble) => {
            shown.trouble = Some(trouble);
            vec![Effect::Focus("trouble".to_owned())]
        }
        Ok(()) => {
            let draft: DraftId = shown.draft.id.clone();
            model.said = answer::words(model, crate::text::Text::SaidInserted, &[]);
            if !model.released.contains(&draft) {
                model.released.push(draft);
            }
            let mut effects = vec![Effect::Focus("standing".to_owned())];
            effects.extend(watch::arm(model));
            effects
        }
    }
}
