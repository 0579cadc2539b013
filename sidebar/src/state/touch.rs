//! What somebody does to the draft in front of them: opens sources, fills gaps, edits, ticks, comments.

use super::{
    Call, Desk, Effect, Model, Shown, Slot, Tab, Touch, answer, aside, closer, letter, queue,
    shown::Doing,
    update::{call, decide},
};
use crate::text::Text;
use contract::operation::{JournalReply, RateDraft, ReviseDraft, SearchCases, ShowDraft, SkipJournal};
use vocabulary::Rating;

/// The draft on a desk was touched.
pub(super) fn touched(model: &mut Model, desk: Desk, touch: Touch) -> Vec<Effect> {
    match touch {
        Touch::Type(text) => return aside::typed(model, desk, text),
        Touch::Pause(ticket) => return aside::paused(model, desk, ticket),
        Touch::Resume => return aside::resumed(model, desk),
        Touch::Abandon | Touch::Discard => return aside::abandoned(model, desk),
        Touch::SaveGaps => return fill(model, desk),
        Touch::SaveEdit => return save_edit(model, desk),
        Touch::Propose => return propose(model, desk),
        Touch::Reload => return reload(model, desk),
        Touch::Point(key) => return closer::point(model, desk, key),
        Touch::Why(key) => return closer::why(model, desk, key),
        Touch::EditAt(span) => return closer::edit_at(model, desk, span),
        Touch::Anew(sentence) => return closer::anew(model, desk, sentence),
        Touch::Go(id) => return vec![Effect::Focus(id)],
        Touch::Dealt(question, on) => dealt(model, desk, question, on),
        Touch::Seek(text) => with(model, desk, |shown| shown.sought = text),
        Touch::Search => return search(model, desk),
        Touch::Copy => return copy(model, desk),
        Touch::CopyTitle => return copy_title(model, desk),
        Touch::Rate(rating) => return rate(model, desk, rating),
        Touch::Field(at, text) => with(model, desk, |shown| {
            if let Some(field) = shown.fields.get_mut(at) {
                *field = text;
            }
        }),
        Touch::Journal(skips) => return journal(model, desk, skips),
        Touch::NotNow => return not_now(model, desk),
        Touch::Undo => return undo(model, desk),
        Touch::Citation { place, n } => return cited(model, desk, (place, n)),
        Touch::Unfold => with(model, desk, |shown| {
            shown.unfolded = !shown.unfolded;
            shown.unfolded_last = shown.unfolded.then_some(true);
        }),
        Touch::Gap(index, text) => with(model, desk, |shown| {
            let needed = shown.fills.len().max(index + 1);
            shown.fills.resize(needed, String::new());
            shown.fills[index] = text;
        }),
        Touch::Comment(text) => with(model, desk, |shown| {
            shown.comment_missing &= text.trim().is_empty();
            shown.comment = text;
        }),
        Touch::Tick(key, on) => with(model, desk, |shown| {
            shown.ticked.retain(|ticked| *ticked != key);
            if on {
                shown.ticked.push(key);
            }
        }),
    }
    Vec::new()
}

/// Seeks a case by what stands in the field.
fn search(model: &mut Model, desk: Desk) -> Vec<Effect> {
    let Some(shown) = model.stage(desk).shown().filter(|shown| shown.doing.is_none()) else { return Vec::new() };
    let text = shown.sought.clone();
    call(model, desk, Doing::Renewing, Call::Search(SearchCases { text }))
}

fn with(model: &mut Model, desk: Desk, change: impl FnOnce(&mut Shown)) {
    if let Some(shown) = model.stage_mut(desk).shown_mut() {
        change(shown);
    }
}

/// Opens the source behind a number, or closes it; the focus is on the number then.
fn cited(model: &mut Model, desk: Desk, number: (usize, u16)) -> Vec<Effect> {
    let Some(shown) = model.stage_mut(desk).shown_mut() else { return Vec::new() };
    let closes = shown.open == Some(number);
    shown.open = (!closes).then_some(number);
    shown.unfolded_last = shown.unfolded_last.map(|_| false);
    if closes { vec![Effect::Focus(format!("citation-{}", number.0))] } else { Vec::new() }
}

/// Leaves the editor, or closes what was opened last: the source, or mail and case. What has been typed is not thrown away by one key: the buttons are shown instead.
pub(super) fn escaped(model: &mut Model) -> Vec<Effect> {
    let desk = if model.tab == Tab::Review { Desk::Review } else { Desk::Reply };
    let Some(shown) = model.stage(desk).shown() else { return leave(model, desk) };
    if shown.confirming {
        return not_now(model, desk);
    }
    match (&shown.editor, shown.open, shown.why.clone()) {
        (Some(editor), ..) if editor.text == shown.filled() => touched(model, desk, Touch::Abandon),
        (Some(_), ..) => vec![Effect::Focus("primary".to_owned())],
        (None, open, None) if shown.unfolded_last.is_some_and(|last| last || open.is_none()) => {
            touched(model, desk, Touch::Unfold);
            vec![Effect::Focus("line".to_owned())]
        }
        (None, Some(number), _) => cited(model, desk, number),
        (None, None, Some(key)) => closer::why(model, desk, key),
        (None, None, None) if !shown.comment.trim().is_empty() => vec![Effect::Focus("primary".to_owned())],
        (None, None, None) => leave(model, desk),
    }
}

/// From a draft of the list back to its row.
fn leave(model: &mut Model, desk: Desk) -> Vec<Effect> {
    if desk == Desk::Review { queue::left(model) } else { Vec::new() }
}

/// It is not sent after all.
fn not_now(model: &mut Model, desk: Desk) -> Vec<Effect> {
    with(model, desk, |shown| shown.confirming = false);
    vec![Effect::Focus("primary".to_owned())]
}

fn copy_title(model: &Model, desk: Desk) -> Vec<Effect> {
    let after = model.stage(desk).shown().and_then(|shown| shown.draft.after.as_ref());
    after.map(|after| Effect::Copy(desk, after.title.clone())).into_iter().collect()
}

fn rate(model: &mut Model, desk: Desk, rating: Rating) -> Vec<Effect> {
    let Some(shown) = model.stage(desk).shown() else { return Vec::new() };
    let draft = shown.draft.id.clone();
    call(model, desk, Doing::Renewing, Call::Rate(RateDraft { draft, rating }))
}

/// What stands in the fields goes into the journal, or the reason why it does not.
fn journal(model: &mut Model, desk: Desk, skips: bool) -> Vec<Effect> {
    let Some(shown) = model.stage(desk).shown().filter(|shown| shown.doing.is_none()) else { return Vec::new() };
    let draft = shown.draft.id.clone();
    let Ok([case, title, public_title, code, basis, why]) = <[String; 6]>::try_from(shown.fields.clone()) else {
        return Vec::new();
    };
    let ask = if skips {
        Call::SkipJournal(SkipJournal { draft, why })
    } else {
        Call::Journal(JournalReply { draft, case, title, public_title, code, basis })
    };
    call(model, desk, Doing::Renewing, ask)
}

/// The tick is the person's own: it stays when the draft is written anew, and says nothing to the server.
fn dealt(model: &mut Model, desk: Desk, question: String, on: bool) {
    let Some(shown) = model.stage(desk).shown() else { return };
    let row = (shown.draft.id.clone(), question);
    model.dealt.retain(|own| *own != row);
    if on {
        model.dealt.push(row);
    }
}

fn copy(model: &Model, desk: Desk) -> Vec<Effect> {
    let Some(shown) = model.stage(desk).shown() else { return Vec::new() };
    vec![Effect::Copy(desk, letter::plain(&shown.filled()))]
}

/// The text lies on the clipboard, or not.
pub(super) fn copied(model: &mut Model, desk: Desk, succeeded: bool) -> Vec<Effect> {
    model.said = answer::words(model, if succeeded { Text::Copied } else { Text::CopyFailed }, &[]);
    with(model, desk, |shown| shown.copied = Some(succeeded));
    Vec::new()
}

/// The link that helps lies on the clipboard, or is marked.
pub(super) fn link_copied(model: &mut Model, succeeded: bool) -> Vec<Effect> {
    model.said = answer::words(model, if succeeded { Text::LinkCopied } else { Text::CopyFailed }, &[]);
    Vec::new()
}

/// The text before the last change becomes the next revision; pressed again, the edit comes back.
fn undo(model: &mut Model, desk: Desk) -> Vec<Effect> {
    let open = model.stage(desk).shown().filter(|shown| shown.doing.is_none() && shown.editor.is_none());
    let Some(shown) = open else { return Vec::new() };
    let Some(text) = shown.draft.before.as_ref().map(|before| before.text.clone()) else { return Vec::new() };
    let (draft, revision) = (shown.draft.id.clone(), shown.draft.revision);
    call(model, desk, Doing::Saving, Call::Revise(ReviseDraft { draft, revision, text }))
}

/// Saves the gaps that are filled, or goes to the first one that is not.
pub(super) fn fill(model: &mut Model, desk: Desk) -> Vec<Effect> {
    let Some(shown) = model.stage(desk).shown() else { return Vec::new() };
    if !shown.has_fills() {
        return vec![Effect::Focus("gap-0".to_owned())];
    }
    let text = shown.filled();
    let (draft, revision) = (shown.draft.id.clone(), shown.draft.revision);
    call(model, desk, Doing::Saving, Call::Revise(ReviseDraft { draft, revision, text }))
}

/// Opens the editor.
pub(super) fn edit(model: &mut Model, desk: Desk) -> Vec<Effect> {
    with(model, desk, Shown::edit);
    vec![Effect::Focus("editor".to_owned())]
}

fn save_edit(model: &mut Model, desk: Desk) -> Vec<Effect> {
    let Some(shown) = model.stage(desk).shown().filter(|shown| shown.doing.is_none()) else { return Vec::new() };
    let Some(editor) = &shown.editor else { return Vec::new() };
    let (draft, revision, text) = (shown.draft.id.clone(), editor.revision, editor.text.clone());
    model.requests.next(Slot::Check(desk));
    call(model, desk, Doing::Saving, Call::Revise(ReviseDraft { draft, revision, text }))
}

fn propose(model: &mut Model, desk: Desk) -> Vec<Effect> {
    let Some(shown) = model.stage(desk).shown().filter(|shown| shown.doing.is_none()) else { return Vec::new() };
    let Some(text) = shown.editor.as_ref().map(|editor| editor.text.clone()) else { return Vec::new() };
    model.requests.next(Slot::Check(desk));
    decide(model, desk, false, Some(text))
}

fn reload(model: &mut Model, desk: Desk) -> Vec<Effect> {
    let Some(shown) = model.stage(desk).shown() else { return Vec::new() };
    let draft = shown.draft.id.clone();
    call(model, desk, Doing::Renewing, Call::Show(ShowDraft { draft }))
}
