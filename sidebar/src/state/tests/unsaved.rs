//! What is typed and not saved: laid aside at a pause, there again after a reload, offered where somebody was faster.

use super::{call, draft, drafted, item, open, pane, shown, ticket, touch};
use crate::state::{Call, Desk, Effect, Event, Model, Touch, model::Cause, update};
use contract::view::{Action, Draft, Unsaved};
use vocabulary::Status;

/// The pane opened anew on a draft of which a text is laid aside.
fn reopened(typed_over: u32, next: &[Action]) -> (Model, Vec<Effect>) {
    let mut model = pane();
    let asked = update(&mut model, Event::ItemOpened(Some(item("m1"))));
    let unsaved = Some(Unsaved { text: "Et halvt or".to_owned(), revision: typed_over });
    let kept = Draft { unsaved, ..draft("d1", 2, Status::Drafted, next) };
    let effects = update(&mut model, Event::Answered(ticket(&asked), drafted(kept)));
    (model, effects)
}

fn typed(model: &Model) -> Option<&str> {
    shown(model).editor.as_ref().map(|editor| editor.text.as_str())
}

/// The check that follows when the typing rests.
fn rested(model: &mut Model, effects: &[Effect]) -> Vec<Effect> {
    let later = effects.iter().find_map(|effect| if let Effect::Later(_, due) = effect { Some(due) } else { None });
    update(model, (**later.expect("a pause")).clone())
}

#[test]
fn a_pause_lays_aside_and_a_burst_of_typing_asks_once() {
    let mut model = open(Status::Drafted, &[Action::Revise]);
    update(&mut model, Event::Acted(Desk::Reply, Action::Revise));
    let keys: Vec<Vec<Effect>> = (1..=20).map(|n| touch(&mut model, Touch::Type("x".repeat(n)))).collect();
    let asked: Vec<Vec<Effect>> = keys.iter().map(|key| rested(&mut model, key)).collect();
    assert_eq!(asked.iter().map(Vec::len).sum::<usize>(), 1, "the last pause alone asks");
    let Call::Check(check) = call(&asked[19]) else { panic!("{asked:?}") };
    assert_eq!((check.text.len(), check.keep), (20, Some(1)));
}

#[test]
fn it_stands_in_the_editor_again_when_the_pane_comes_back() {
    let (mut model, effects) = reopened(2, &[Action::Revise]);
    assert_eq!(typed(&model), Some("Et halvt or"));
    let asked = rested(&mut model, &effects);
    assert!(matches!(call(&asked), Call::Check(check) if check.keep == Some(2)), "and is checked");
    let gone = touch(&mut model, Touch::Abandon);
    let Call::Check(check) = call(&gone) else { panic!("{gone:?}") };
    assert_eq!(
        (check.text.as_str(), check.keep),
        (shown(&model).draft.text.as_str(), Some(2)),
        "thrown away there, too"
    );
    update(&mut model, Event::Answered(ticket(&gone), drafted(draft("d1", 2, Status::Drafted, &[Action::Revise]))));
    assert_eq!((typed(&model), &shown(&model).draft.unsaved), (None, &None));
}

#[test]
fn where_somebody_was_faster_it_is_offered_and_not_laid_over_their_text() {
    for (take, text) in [(true, Some("Et halvt or")), (false, None)] {
        let (mut model, effects) = reopened(1, &[Action::Revise]);
        assert!((typed(&model), &effects[..]) == (None, &[]) && shown(&model).draft.unsaved.is_some(), "{effects:?}");
        let effects = touch(&mut model, if take { Touch::Resume } else { Touch::Discard });
        assert_eq!((typed(&model), shown(&model).draft.unsaved.is_some()), (text, false));
        let asked = if take { rested(&mut model, &effects) } else { effects };
        assert!(matches!(call(&asked), Call::Check(check) if check.keep == Some(2)), "{asked:?}");
    }
    let (model, _) = reopened(2, &[]);
    assert_eq!(typed(&model), None, "who may not edit is shown no editor");
}

#[test]
fn a_check_that_fails_takes_no_word() {
    let (mut model, effects) = reopened(2, &[Action::Revise]);
    let asked = rested(&mut model, &effects);
    update(&mut model, Event::Answered(ticket(&asked), Err(Cause::Network.into())));
    let editor = shown(&model).editor.as_ref().expect("the editor stays open");
    assert_eq!((editor.text.as_str(), editor.checking, editor.checked.is_none()), ("Et halvt or", false, true));
}

#[test]
fn an_editor_that_was_only_opened_leaves_nothing_to_throw_away() {
    let mut model = open(Status::Drafted, &[Action::Revise]);
    update(&mut model, Event::Acted(Desk::Reply, Action::Revise));
    assert_eq!(touch(&mut model, Touch::Abandon), [Effect::Focus("draft".to_owned())]);
}
