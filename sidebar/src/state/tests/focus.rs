//! Where the focus goes, so that the keys are never lost.

use super::{draft, drafted, open, pane, shown, ticket, touch};
use crate::state::{Desk, Effect, Event, Touch, sample::item, update};
use contract::view::Action;
use vocabulary::Status;

const NEXT: [Action; 3] = [Action::RequestReview, Action::Revise, Action::Rewrite];

fn focus(id: &str) -> Effect {
    Effect::Focus(id.to_owned())
}

#[test]
fn escape_closes_what_was_opened_last_and_goes_back_to_what_opened_it() {
    let number = || Touch::Citation { place: 0, n: 1 };
    for (opened, closed) in
        [([number(), Touch::Unfold], ["line", "citation-0"]), ([Touch::Unfold, number()], ["citation-0", "line"])]
    {
        let mut model = open(Status::Drafted, &NEXT);
        for one in opened {
            touch(&mut model, one);
        }
        for id in closed {
            assert_eq!(update(&mut model, Event::Escaped), [focus(id)]);
        }
        assert!(update(&mut model, Event::Escaped).is_empty(), "nothing is open any more");
        assert!(!shown(&model).unfolded && shown(&model).open.is_none());
    }
}

#[test]
fn a_button_that_goes_away_leaves_the_focus_where_the_answer_will_stand() {
    let mut model = open(Status::Drafted, &NEXT);
    assert!(update(&mut model, Event::Acted(Desk::Reply, Action::Rewrite)).contains(&focus("panel")));
    assert!(update(&mut model, Event::CancelPressed).contains(&focus("primary")));
    let asked = update(&mut model, Event::PreparePressed);
    assert!(asked.contains(&focus("panel")));
    let laid = drafted(draft("d1", 1, Status::Drafted, &NEXT));
    let laid = update(&mut model, Event::Answered(ticket(&asked), laid));
    assert!(!laid.iter().any(|effect| matches!(effect, Effect::Focus(_))), "what streams in takes no focus");
    assert_eq!(model.said, "Utkastet er klart, men 1 felt må fylles ut. Merknader: 3.", "it is said instead");
    let asked = touch(&mut model, Touch::Reload);
    let renewed = drafted(draft("d1", 2, Status::Drafted, &NEXT));
    assert!(update(&mut model, Event::Answered(ticket(&asked), renewed)).contains(&focus("panel")));
}

#[test]
fn a_mail_that_is_opened_takes_no_focus_from_the_list_of_mails() {
    let mut model = pane();
    let asked = update(&mut model, Event::ItemOpened(Some(item("m1"))));
    let laid = update(&mut model, Event::Answered(ticket(&asked), drafted(draft("d1", 1, Status::Drafted, &NEXT))));
    let takes = |effects: &[Effect]| effects.iter().any(|effect| matches!(effect, Effect::Focus(_)));
    assert!(!takes(&asked) && !takes(&laid));
}
