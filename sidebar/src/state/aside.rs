//! What is typed and not saved: the server lays it aside at every pause, and gives it back when the person comes back.

use super::{
    Call, Desk, Effect, Event, Model, Slot, Ticket, Touch,
    shown::{Editor, Shown},
};
use contract::{operation::CheckDraft, view::Action};

/// Milliseconds without typing before the text is checked and laid aside.
const PAUSE: u32 = 300;

fn editor(model: &mut Model, desk: Desk) -> Option<&mut Editor> {
    model.stage_mut(desk).shown_mut()?.editor.as_mut()
}

pub(super) fn typed(model: &mut Model, desk: Desk, text: String) -> Vec<Effect> {
    if editor(model, desk).is_none() {
        return Vec::new();
    }
    let ticket = model.requests.next(Slot::Check(desk));
    if let Some(editor) = editor(model, desk) {
        editor.text = text;
        editor.pause = Some(ticket);
        editor.checking = true;
    }
    vec![Effect::Later(PAUSE, Box::new(Event::Touched(desk, Touch::Pause(ticket))))]
}

pub(super) fn paused(model: &Model, desk: Desk, ticket: Ticket) -> Vec<Effect> {
    let Some(shown) = model.stage(desk).shown() else { return Vec::new() };
    match &shown.editor {
        Some(editor) if editor.pause == Some(ticket) => vec![check(shown, (ticket, editor.revision), &editor.text)],
        _ => Vec::new(),
    }
}

fn check(shown: &Shown, (ticket, revision): (Ticket, u32), text: &str) -> Effect {
    let (draft, text) = (shown.draft.id.clone(), text.to_owned());
    Effect::Call(ticket, Call::Check(CheckDraft { draft, text, keep: Some(revision) }))
}

/// Leaves the editor; what was laid aside of it goes.
pub(super) fn abandoned(model: &mut Model, desk: Desk) -> Vec<Effect> {
    let mut effects = vec![Effect::Focus("draft".to_owned())];
    let ticket = model.requests.next(Slot::Check(desk));
    let Some(shown) = model.stage_mut(desk).shown_mut() else { return effects };
    shown.trouble = None;
    let typed = shown.editor.take().is_some_and(|editor| editor.pause.is_some());
    if shown.draft.unsaved.take().is_some() || typed {
        // The saved text itself says that nothing else is wanted.
        effects.push(check(shown, (ticket, shown.draft.revision), &shown.draft.text));
    }
    effects
}

/// A draft has come on the screen: what was typed over this very revision stands in the editor again.
pub(super) fn found(model: &mut Model, desk: Desk) -> Vec<Effect> {
    let shown = model.stage(desk).shown().filter(|shown| shown.editor.is_none());
    let unsaved = shown.and_then(|shown| shown.draft.unsaved.as_ref().filter(|it| it.revision == shown.draft.revision));
    if unsaved.is_some() { resumed(model, desk) } else { Vec::new() }
}

/// Takes up what was laid aside as an edit of the text that is there now.
pub(super) fn resumed(model: &mut Model, desk: Desk) -> Vec<Effect> {
    let Some(shown) = model.stage_mut(desk).shown_mut().filter(|shown| shown.draft.next.contains(&Action::Revise))
    else {
        return Vec::new();
    };
    let Some(unsaved) = shown.draft.unsaved.take() else { return Vec::new() };
    shown.edit();
    let mut effects = typed(model, desk, unsaved.text);
    effects.push(Effect::Focus("editor".to_owned()));
    effects
}
