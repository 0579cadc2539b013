//! The list of the second person: its parts, its keys, the next one, an address, absence, and whom an author names.

use super::{call, deciding, draft, drafted, open, pane, ticket};
use crate::state::{
    Answer, Call, Desk, Effect, Event, Model, Stage, Surface, Tab, Touch,
    queue::{Part, row},
    sample::{lead, waiting},
    update,
};
use contract::view::{Action, Me, QueueItem};
use vocabulary::{DraftId, Language, PersonId, Role, Status};

fn listed(model: &mut Model, items: Vec<QueueItem>) {
    model.me = Some(lead());
    let asked = update(model, Event::TabChosen(Tab::Review));
    update(model, Event::Answered(ticket(&asked), Ok(Answer::Queue(items))));
}

#[test]
fn the_list_has_three_parts_and_the_badge_counts_ones_own() {
    let mut model = pane();
    let late = QueueItem { overdue: true, mine: false, ..waiting("d1") };
    let own = QueueItem { mine: false, decidable: false, ..waiting("d3") };
    listed(&mut model, vec![late, waiting("d2"), own]);
    let of = |part| model.queue.of(part).map(|item| item.draft.as_str()).collect::<Vec<_>>();
    assert_eq!([of(Part::Mine), of(Part::All), of(Part::Overdue)], [vec!["d2"], vec!["d1", "d2", "d3"], vec!["d1"]]);
    assert_eq!(model.me.as_ref().map(|me| me.waiting), Some(1));
    assert_eq!(model.queue.part, Part::Mine, "first of all");
}

#[test]
fn the_next_one_opens_of_itself_and_none_that_may_not_be_decided() {
    let mut model = pane();
    let own = QueueItem { decidable: false, ..waiting("d2") };
    listed(&mut model, vec![waiting("d1"), own, waiting("d3")]);
    for (opened, next) in [("d1", Some("d3")), ("d3", Some("d1"))] {
        let asked = update(&mut model, Event::QueueOpened(DraftId::new(opened)));
        let read = draft(opened, 1, Status::AwaitingReview, &[Action::Return]);
        update(&mut model, Event::Answered(ticket(&asked), drafted(read)));
        update(&mut model, Event::Touched(Desk::Review, Touch::Comment("Nei".to_owned())));
        let asked = update(&mut model, Event::Keyed(false));
        update(&mut model, Event::Answered(ticket(&asked), drafted(draft(opened, 1, Status::Returned, &[]))));
        assert_eq!(model.queue.chosen.as_ref().map(DraftId::as_str), next);
        assert!(model.queue.decided.is_some());
        update(&mut model, Event::Escaped);
    }
    listed(&mut model, vec![waiting("d1")]);
    let asked = update(&mut model, Event::QueueOpened(DraftId::new("d1")));
    let read = draft("d1", 1, Status::AwaitingReview, &[Action::Return]);
    update(&mut model, Event::Answered(ticket(&asked), drafted(read)));
    update(&mut model, Event::Touched(Desk::Review, Touch::Comment("Nei".to_owned())));
    let asked = update(&mut model, Event::Keyed(false));
    let done = update(&mut model, Event::Answered(ticket(&asked), drafted(draft("d1", 1, Status::Returned, &[]))));
    assert_eq!((done.last(), &model.queue.chosen), (Some(&Effect::Focus("decided".to_owned())), &None));
}

#[test]
fn the_keys_decide_only_what_the_server_offers_and_not_while_somebody_writes() {
    let mut model = deciding();
    assert_eq!(update(&mut model, Event::Keyed(true)), [Effect::Focus("tick-fee".to_owned())]);
    assert_eq!(update(&mut model, Event::Keyed(false)), [Effect::Focus("comment".to_owned())]);
    for key in ["fee", "right"] {
        update(&mut model, Event::Touched(Desk::Review, Touch::Tick(key.to_owned(), true)));
    }
    update(&mut model, Event::Acted(Desk::Review, Action::Revise));
    assert_eq!(update(&mut model, Event::Keyed(true)), [], "somebody writes");
    update(&mut model, Event::Touched(Desk::Review, Touch::Abandon));
    assert!(matches!(call(&update(&mut model, Event::Keyed(true))), Call::Decide(decision) if decision.approve));
    let mut own = open(Status::Drafted, &[Action::Release]);
    assert_eq!(update(&mut own, Event::Keyed(true)), [], "nothing of that kind is offered");
}

#[test]
fn escape_goes_back_to_the_row_and_keeps_what_was_typed() {
    let mut model = deciding();
    update(&mut model, Event::Touched(Desk::Review, Touch::Comment("Sjekk".to_owned())));
    assert_eq!(update(&mut model, Event::Escaped), [Effect::Focus("primary".to_owned())]);
    update(&mut model, Event::Touched(Desk::Review, Touch::Comment(" ".to_owned())));
    let back = [Effect::Focus(row(&DraftId::new("d1")))];
    assert_eq!((update(&mut model, Event::Escaped), &model.queue.chosen), (back.to_vec(), &None));
    assert_eq!(update(&mut model, Event::Escaped), []);
    for (from, down, to) in
        [("row-d1", true, Some("row-d2")), ("row-d2", true, None), ("row-d2", false, Some("row-d1"))]
    {
        let moved = update(&mut model, Event::RowLeft(from.to_owned(), down));
        assert_eq!(moved, to.map(|id| Effect::Focus(id.to_owned())).into_iter().collect::<Vec<_>>(), "{from}");
    }
    assert_eq!(update(&mut model, Event::RowLeft("row-d1".to_owned(), false)), [], "the first");
}

#[test]
fn a_tab_shows_the_list_and_the_draft_of_its_address() {
    let mut model = Model::new(Language::Nb, Surface::Alone);
    model.linked = Some(DraftId::new("d9"));
    let asked = update(&mut model, Event::Started);
    let asked = update(&mut model, Event::Answered(ticket(&asked), Ok(Answer::Me(lead()))));
    let calls: Vec<&Call> =
        asked.iter().filter_map(|effect| if let Effect::Call(_, call) = effect { Some(call) } else { None }).collect();
    let [Call::ListReviews(_), Call::Show(show)] = calls[..] else { panic!("{asked:?}") };
    assert_eq!((show.draft.as_str(), model.tab), ("d9", Tab::Review));
    let [Effect::Call(list, _), Effect::Call(shown, _)] = asked[..] else { panic!("{asked:?}") };
    update(&mut model, Event::Answered(shown, drafted(draft("d9", 1, Status::Approved, &[]))));
    update(&mut model, Event::Answered(list, Ok(Answer::Queue(vec![waiting("d1")]))));
    assert!(matches!(model.queue.stage, Stage::Open(_)), "it is not in the list, and stays");
    update(&mut model, Event::SignOutPressed);
    assert_eq!(model.tab, Tab::Review);
    update(&mut model, Event::SignInPressed);
    let asked = update(&mut model, Event::SignedIn(true));
    let caseworker = Me { roles: vec![Role::Caseworker], ..lead() };
    let then = update(&mut model, Event::Answered(ticket(&asked), Ok(Answer::Me(caseworker))));
    assert_eq!(then, [], "who may not approve is asked for nothing here");
}

#[test]
fn an_absence_is_said_with_a_stand_in_and_ended() {
    let mut model = deciding();
    update(&mut model, Event::AwayTyped("2026-12-24".to_owned()));
    for (stand_in, until) in [(Some(PersonId::new("siv")), Some("2026-12-24".to_owned())), (None, None)] {
        let asked = update(&mut model, Event::AwaySaid(stand_in.clone()));
        let Call::SayAway(away) = call(&asked) else { panic!("{asked:?}") };
        assert_eq!((&away.stand_in, &away.until), (&stand_in, &until));
        let me = Me { pressing: 1, ..lead() };
        let then = update(&mut model, Event::Answered(ticket(&asked), Ok(Answer::Me(me))));
        assert!(matches!(call(&then), Call::ListReviews(_)), "the list may be another now");
    }
}

#[test]
fn an_author_asks_whoever_may_or_one_by_name_and_reminds() {
    let to = Some(PersonId::new("siv"));
    for (event, named) in
        [(Event::Acted(Desk::Reply, Action::RequestReview), None), (Event::Named(PersonId::new("siv")), to)]
    {
        let mut model = open(Status::Drafted, &[Action::RequestReview]);
        let asked = update(&mut model, event);
        assert!(matches!(call(&asked), Call::RequestReview(ask) if ask.to == named), "{asked:?}");
    }
    let mut model = open(Status::AwaitingReview, &[Action::Remind]);
    let asked = update(&mut model, Event::Acted(Desk::Reply, Action::Remind));
    assert!(matches!(call(&asked), Call::Remind(remind) if remind.revision == 1), "{asked:?}");
}
