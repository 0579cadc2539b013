//! A closer look at a place in the text: why it is flagged, the words in the editor, its sentence written anew, and what was approved before.

use super::{call, deciding, draft, drafted, open, shown, ticket, touch};
use crate::state::{Call, Desk, Effect, Event, Shown, Stage, Touch, update};
use contract::view::{Action, Change, Draft, Review, Sentence, Support};
use vocabulary::{Span, Status};

fn focus(id: &str) -> Effect {
    Effect::Focus(id.to_owned())
}

#[test]
fn one_press_tells_why_and_escape_goes_back_to_the_words() {
    let mut model = open(Status::Drafted, &[Action::Revise]);
    assert_eq!(touch(&mut model, Touch::Why("right".to_owned())), [focus("why")]);
    assert_eq!(shown(&model).why.as_deref(), Some("right"));
    assert_eq!(update(&mut model, Event::Escaped), [focus("mark-1")]);
    assert_eq!((update(&mut model, Event::Escaped), &shown(&model).why), (vec![], &None));
    assert_eq!(touch(&mut model, Touch::Point("right".to_owned())), [focus("mark-1")]);
    assert_eq!(touch(&mut model, Touch::Go("gap-0".to_owned())), [focus("gap-0")]);
}

#[test]
fn the_words_are_marked_in_the_editor_as_the_browser_counts() {
    let mut model = open(Status::Drafted, &[Action::Revise]);
    let Stage::Open(on_screen) = &mut model.reply else { panic!("a draft") };
    on_screen.draft.text = "Å 😀 kr 5.".to_owned();
    on_screen.draft.findings[0].span = Some(Span::new(4, 8));
    let marked = [Effect::Mark(5, 9), focus("editor")];
    assert_eq!(touch(&mut model, Touch::EditAt(Span::new(4, 8))), marked);
    assert_eq!(touch(&mut model, Touch::Point("fee".to_owned())), marked, "from the list below, too");
    assert!(touch(&mut model, Touch::Point("old".to_owned())).is_empty(), "a finding about the whole has no place");
}

#[test]
fn a_sentence_is_written_anew_once_and_only_from_a_saved_text() {
    let mut model = open(Status::Drafted, &[Action::Revise]);
    let sentence = |citations| Sentence { span: Span::new(0, 3), citations, support: Support::Supported };
    let Stage::Open(on_screen) = &mut model.reply else { panic!("a draft") };
    on_screen.draft.sentences = vec![sentence(vec![]), sentence(vec![2])];
    let may = |shown: &Shown| [0, 1, 2].map(|at| shown.is_rewritable(at));
    assert_eq!(may(on_screen), [false, true, false]);
    on_screen.draft.mine = false;
    assert_eq!(may(on_screen), [false; 3]);
    let asked = touch(&mut model, Touch::Anew(1));
    assert!(matches!(call(&asked), Call::RewriteSentence(ask) if (ask.revision, ask.sentence) == (1, 1)));
    assert!(touch(&mut model, Touch::Anew(1)).is_empty(), "one press is one");
    update(&mut model, Event::Answered(ticket(&asked), drafted(draft("d1", 2, Status::Drafted, &[Action::Revise]))));
    assert_eq!(shown(&model).draft.revision, 2);
    update(&mut model, Event::Acted(Desk::Reply, Action::Revise));
    assert!(touch(&mut model, Touch::Anew(1)).is_empty(), "what is being typed comes first");
}

#[test]
fn what_was_ticked_before_and_did_not_change_is_ticked_still() {
    let mut model = deciding();
    let change = |kind: &str| Change { kind: kind.to_owned(), text: "ord".to_owned() };
    let review = Review {
        requested_by: String::new(),
        requested_at: String::new(),
        overdue: false,
        told: String::new(),
        decided_by: None,
        decided_at: None,
        approved: None,
        comment: String::new(),
        proposal: None,
        proposed: vec![],
        approved_by: Some("Liv Aas".to_owned()),
        approved_at: Some("i går".to_owned()),
        ticked: vec!["fee".to_owned()],
    };
    let next = [Action::Approve, Action::Return];
    let again = Draft { review: Some(review), ..draft("d1", 2, Status::AwaitingReview, &next) };
    let again = Draft { changes: vec![change("same"), change("added")], ..again };
    let asked = update(&mut model, Event::Touched(Desk::Review, Touch::Reload));
    update(&mut model, Event::Answered(ticket(&asked), drafted(again)));
    let open = model.stage(Desk::Review).shown().expect("a draft");
    assert_eq!((open.unticked(), open.first_unticked().map(|one| one.key.as_str())), (1, Some("right")));
    assert_eq!(open.approved_before(), Some(("Liv Aas", "i går")));
    let (mut same, mut others) = (open.clone(), open.clone());
    same.draft.changes.truncate(1);
    others.draft.next.clear();
    assert_eq!([same, others].map(|one| one.approved_before().is_some()), [false, false]);
}
