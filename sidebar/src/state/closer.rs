//! A closer look at a place in the text: why it is flagged, what clears it, and its sentence written anew.

use super::{Call, Desk, Effect, Model, Shown, shown::Doing, touch, update::call};
use contract::operation::RewriteSentence;
use vocabulary::Span;

/// Opens a finding at its words, or closes it; the focus is on the words then.
pub(super) fn why(model: &mut Model, desk: Desk, key: String) -> Vec<Effect> {
    let Some(shown) = model.stage_mut(desk).shown_mut() else { return Vec::new() };
    let closes = shown.why.as_ref() == Some(&key);
    let place = mark(shown, &key);
    shown.why = (!closes).then_some(key);
    vec![Effect::Focus(if closes { place } else { "why".to_owned() })]
}

/// Points at the words of a finding: in the editor they are marked there.
pub(super) fn point(model: &mut Model, desk: Desk, key: String) -> Vec<Effect> {
    let Some(shown) = model.stage_mut(desk).shown_mut() else { return Vec::new() };
    if let Some(editor) = &shown.editor {
        let span = shown.latest().findings.iter().find(|finding| finding.key == key).and_then(|finding| finding.span);
        return span.map_or_else(Vec::new, |span| marked(&editor.text, span));
    }
    let place = mark(shown, &key);
    shown.pointed = Some(key);
    vec![Effect::Focus(place)]
}

/// The id of the words of a finding.
fn mark(shown: &Shown, key: &str) -> String {
    let at = shown.draft.findings.iter().position(|finding| finding.key == key);
    format!("mark-{}", at.unwrap_or_default())
}

/// Opens the editor with these words marked.
pub(super) fn edit_at(model: &mut Model, desk: Desk, span: Span) -> Vec<Effect> {
    touch::edit(model, desk);
    let editor = model.stage(desk).shown().and_then(|shown| shown.editor.as_ref());
    editor.map_or_else(Vec::new, |editor| marked(&editor.text, span))
}

fn marked(text: &str, span: Span) -> Vec<Effect> {
    let units = |end: usize| text.chars().take(end).map(char::len_utf16).sum::<usize>();
    let unit = |end: usize| u32::try_from(units(end)).unwrap_or_default();
    vec![Effect::Mark(unit(span.start), unit(span.end)), Effect::Focus("editor".to_owned())]
}

/// Has a sentence written anew: an edit as any other.
pub(super) fn anew(model: &mut Model, desk: Desk, sentence: usize) -> Vec<Effect> {
    let open = model.stage(desk).shown().filter(|shown| shown.doing.is_none() && shown.editor.is_none());
    let Some(shown) = open else { return Vec::new() };
    let (draft, revision) = (shown.draft.id.clone(), shown.draft.revision);
    let sentence = u32::try_from(sentence).unwrap_or_default();
    call(model, desk, Doing::Saving, Call::RewriteSentence(RewriteSentence { draft, revision, sentence }))
}
