//! Sending from the pane, what is said afterwards, and where the gate leads to.

use super::super::{
    Answer, Call, Desk, Effect, Event, Model, Slot, Stage, Surface, Touch,
    model::Cause,
    sample::{compose, draft, item, lead},
    shown::{Doing, Shown},
    update,
};
use contract::{
    operation::JournalReply,
    view::{Action, After, Decided, Draft, Filing, Me, OpenMail},
};
use vocabulary::{ConversationId, DraftId, Language, Rating, Status};

/// A pane with an approved draft to the mail on the screen.
fn approved() -> Model {
    let mut model = Model::new(Language::Nb, Surface::Outlook);
    let draft = draft("d1", 3, Status::Approved, &[Action::Send, Action::Release]);
    model.item = Some(item("a"));
    model.reply = Stage::Open(Box::new(Shown::new(draft, Some(ConversationId::new("a")))));
    model
}

fn press(model: &mut Model) -> Vec<Effect> {
    update(model, Event::Acted(Desk::Reply, Action::Send))
}

fn sends(effects: &[Effect]) -> bool {
    effects.iter().any(|effect| matches!(effect, Effect::Call(_, Call::Send(_))))
}

#[test]
fn who_gets_it_is_read_once_more_and_then_it_is_sent_once() {
    let mut model = approved();
    let asked = press(&mut model);
    assert_eq!(asked, [Effect::Focus("confirm".to_owned())]);
    update(&mut model, Event::Touched(Desk::Reply, Touch::NotNow));
    assert!(model.reply.shown().is_some_and(|shown| !shown.confirming), "not after all");
    press(&mut model);
    update(&mut model, Event::Escaped);
    assert!(!sends(&press(&mut model)), "asked anew");
    assert!(sends(&press(&mut model)));
    assert_eq!(model.reply.shown().and_then(|shown| shown.doing), Some(Doing::Sending));
    assert_eq!(press(&mut model), [], "a second press finds the first under way");
    let ticket = model.requests.next(Slot::Work(Desk::Reply));
    let sent = draft("d1", 3, Status::Sent, &[Action::Rewrite]);
    let effects = update(&mut model, Event::Answered(ticket, Ok(Answer::Draft(Box::new(sent)))));
    assert!(effects.contains(&Effect::Focus("standing".to_owned())) && !model.said.is_empty());
}

#[test]
fn a_refusal_is_told_and_the_next_press_asks_again() {
    let mut model = approved();
    press(&mut model);
    press(&mut model);
    let ticket = model.requests.next(Slot::Work(Desk::Reply));
    let effects = update(&mut model, Event::Answered(ticket, Err(Cause::Network.into())));
    assert_eq!(effects, [Effect::Focus("trouble".to_owned())]);
    assert!(!sends(&press(&mut model)));
}

#[test]
fn afterwards_the_title_is_copied_and_the_draft_rated() {
    let mut model = approved();
    if let Some(shown) = model.reply.shown_mut() {
        let (by, why, title) = ("Kari Nordby".to_owned(), String::new(), "Svar på henvendelse".to_owned());
        let journal = Some(true);
        let after = After { sent_at: None, by, unsure: false, journal, why, title, filing: None, unrated: true };
        shown.draft.after = Some(after);
    }
    let copied = update(&mut model, Event::Touched(Desk::Reply, Touch::CopyTitle));
    assert_eq!(copied, [Effect::Copy(Desk::Reply, "Svar på henvendelse".to_owned())]);
    let rated = update(&mut model, Event::Touched(Desk::Reply, Touch::Rate(Rating::Good)));
    assert!(matches!(&rated[..], [Effect::Call(_, Call::Rate(rate))] if rate.rating == Rating::Good));
}

/// What goes into the journal, as the server tells it.
fn filing(state: &str) -> Filing {
    let [case, title, code, told] = ["2026/1", "Svar", "", ""].map(str::to_owned);
    let (public_title, basis, mails) = (title.clone(), code.clone(), Vec::new());
    Filing { state: state.to_owned(), open: state == "open", told, case, title, public_title, code, basis, mails }
}

#[test]
fn what_stands_in_the_fields_goes_into_the_journal_once() {
    let mut model = approved();
    let after = |state| {
        let (by, why, title) = ("Kari".to_owned(), String::new(), "Svar".to_owned());
        let (journal, filing) = (Some(true), Some(filing(state)));
        Some(After { sent_at: None, by, unsure: false, journal, why, title, filing, unrated: false })
    };
    let sent = |state| Draft { after: after(state), ..draft("d1", 3, Status::Sent, &[Action::Rewrite]) };
    model.reply = Stage::Open(Box::new(Shown::new(sent("open"), Some(ConversationId::new("a")))));
    let touch = |model: &mut Model, touch| update(model, Event::Touched(Desk::Reply, touch));
    assert_eq!(touch(&mut model, Touch::Field(1, "Svar om tilbygg".to_owned())), []);
    touch(&mut model, Touch::Field(5, "Nei".to_owned()));
    let asked = touch(&mut model, Touch::Journal(false));
    let is_right = |ask: &JournalReply| (ask.case.as_str(), ask.title.as_str()) == ("2026/1", "Svar om tilbygg");
    assert!(matches!(&asked[..], [Effect::Call(_, Call::Journal(ask))] if is_right(ask)), "{asked:?}");
    assert_eq!(touch(&mut model, Touch::Journal(false)), [], "a second press finds the first under way");
    let ticket = model.requests.next(Slot::Work(Desk::Reply));
    update(&mut model, Event::Answered(ticket, Err(Cause::Network.into())));
    assert!(model.reply.shown().is_some_and(|shown| shown.fields[1] == "Svar om tilbygg"), "nothing typed is lost");
    let asked = touch(&mut model, Touch::Journal(true));
    assert!(matches!(&asked[..], [Effect::Call(_, Call::SkipJournal(ask))] if ask.why == "Nei"), "{asked:?}");
    // While the case system has not taken it, the pane looks now and then.
    for (state, looks) in [("queued", true), ("registered", false)] {
        let ticket = model.requests.next(Slot::Work(Desk::Reply));
        let effects = update(&mut model, Event::Answered(ticket, Ok(Answer::Draft(Box::new(sent(state))))));
        let later = effects.iter().any(|effect| matches!(effect, Effect::Later(..)));
        assert_eq!(later, looks, "{state}");
    }
}

#[test]
fn the_gate_leads_to_where_it_is_put_right() {
    for (place, is_open, focus) in [
        ("difference", true, "stopped"),
        ("recipients", true, "stopped"),
        ("signature", true, "signature"),
        ("standing", true, "standing"),
        ("draft", true, "draft"),
        ("standing", false, "stopped"),
        ("", true, "stopped"),
    ] {
        let mut model = Model::new(Language::Nb, Surface::Outlook);
        let stopped = super::super::Item { stopped: Some("Nei.".into()), place: place.into(), ..compose("a") };
        update(&mut model, Event::ItemOpened(Some(stopped)));
        let ticket = model.requests.next(Slot::Work(Desk::Reply));
        let draft = is_open.then(|| draft("d1", 1, Status::Released, &[Action::Release]));
        let open = OpenMail { conversation: ConversationId::new("a"), draft };
        let effects = update(&mut model, Event::Answered(ticket, Ok(Answer::Open(Box::new(open)))));
        assert!(effects.contains(&Effect::Focus(focus.to_owned())), "{place}: {effects:?}");
    }
}

#[test]
fn what_came_back_is_no_news_once_it_was_worked_on() {
    for (status, left) in [(Status::Approved, 2), (Status::Returned, 2), (Status::Released, 1), (Status::Sent, 1)] {
        let mut model = approved();
        let back = |id: &str| Decided {
            draft: DraftId::new(id),
            from_name: "Per Haug".to_owned(),
            by: "Liv Aas".to_owned(),
            approved: true,
        };
        model.me = Some(Me { decided: vec![back("d1"), back("d2")], ..lead() });
        let ticket = model.requests.next(Slot::Work(Desk::Reply));
        let news = draft("d1", 4, status, &[]);
        update(&mut model, Event::Answered(ticket, Ok(Answer::Draft(Box::new(news)))));
        assert_eq!(model.me.map(|me| me.decided.len()), Some(left), "{status:?}");
    }
}
