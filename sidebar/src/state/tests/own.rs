//! What is the person's own: ticks, copies and edits taken back; and mails that nothing is asked about.

use super::{call, draft, drafted, item, open, shown, ticket, touch};
use crate::state::{Bar, Call, Desk, Effect, Event, Item, Stage, Touch, update};
use contract::view::{Action, Before, Draft};
use vocabulary::{DraftId, Status};

#[test]
fn what_cannot_be_read_is_not_asked_about() {
    for bar in [Bar::Several, Bar::Protected] {
        let mut model = open(Status::Drafted, &[]);
        let barred = Item { bar: Some(bar), ..Item::default() };
        let effects = update(&mut model, Event::ItemOpened(Some(barred)));
        assert_eq!((effects, &model.reply), (vec![Effect::StopPreparing], &Stage::Empty), "{bar:?}");
        assert!(update(&mut model, Event::PreparePressed).is_empty());
        let back = update(&mut model, Event::ItemOpened(Some(item("m1"))));
        assert!(matches!(back.last(), Some(Effect::Later(..))), "one mail alone is read again");
    }
}

#[test]
fn questions_are_ticked_off_for_as_long_as_the_person_is_there() {
    let mut model = open(Status::Drafted, &[Action::Revise]);
    let row = |text: &str| (DraftId::new("d1"), text.to_owned());
    for question in ["Hva koster det?", "Når?", "Når?"] {
        touch(&mut model, Touch::Dealt(question.to_owned(), true));
    }
    assert_eq!(model.dealt, [row("Hva koster det?"), row("Når?")]);
    touch(&mut model, Touch::Dealt("Når?".to_owned(), false));
    update(&mut model, Event::ItemOpened(Some(item("m2"))));
    assert_eq!(model.dealt, [row("Hva koster det?")], "another mail takes nothing away");
    update(&mut model, Event::SignOutPressed);
    assert!(model.dealt.is_empty());
}

#[test]
fn the_text_before_ones_own_last_change_comes_from_the_server_and_is_taken_back() {
    let mut model = open(Status::Drafted, &[Action::RequestReview, Action::Revise]);
    assert!(touch(&mut model, Touch::Undo).is_empty(), "nothing was changed yet");
    let before = |text: &str| Some(Before { text: text.to_owned(), edited: false });
    let next = |revision, text: &str| {
        let draft = draft("d1", revision, Status::Drafted, &[Action::RequestReview, Action::Revise]);
        Draft { before: before(text), ..draft }
    };
    let asked = touch(&mut model, Touch::Reload);
    update(&mut model, Event::Answered(ticket(&asked), drafted(next(2, "Slik var det."))));
    for (revision, text) in [(3, "Slik var det."), (4, "Slik ble det.")] {
        let asked = touch(&mut model, Touch::Undo);
        assert!(matches!(call(&asked), Call::Revise(edit) if edit.text == text && edit.revision == revision - 1));
        assert!(touch(&mut model, Touch::Undo).is_empty(), "one press is one");
        update(&mut model, Event::Answered(ticket(&asked), drafted(next(revision, "Slik ble det."))));
    }
}

#[test]
fn a_link_that_helps_is_copied_and_that_is_said() {
    let mut model = open(Status::Drafted, &[Action::Fill]);
    let link = "https://login.example/adminconsent".to_owned();
    assert_eq!(update(&mut model, Event::LinkPressed(link.clone())), [Effect::CopyLink(link)]);
    for (succeeded, said) in [(true, "Lenken er kopiert."), (false, "Ctrl+C")] {
        assert!(update(&mut model, Event::LinkCopied(succeeded)).is_empty());
        assert!(model.said.contains(said), "{}", model.said);
    }
    assert_eq!(shown(&model).copied, None, "the draft is another text");
}

#[test]
fn a_copy_is_the_text_with_what_is_typed_in_its_gaps() {
    let mut model = open(Status::Drafted, &[Action::Fill]);
    touch(&mut model, Touch::Gap(0, "12. mai".to_owned()));
    let copy = Effect::Copy(Desk::Reply, "Gebyret er kr 12 500. Svar innen 12. mai.".to_owned());
    assert_eq!(touch(&mut model, Touch::Copy), [copy]);
    update(&mut model, Event::Copied(Desk::Reply, false));
    assert_eq!((shown(&model).copied, model.said.contains("Ctrl+C")), (Some(false), true));
}
