//! Whole stories told in events: what the pane then knows, and what it asks for.

mod closer;
mod focus;
mod own;
mod review;
mod unsaved;
mod wish;
mod send;

use super::{
    Answer, Call, Desk, Effect, Event, Item, Model, SignedOut, Stage, Surface, Tab, Ticket, Touch,
    model::{Cause, Log, Trouble},
    sample::{compose, draft, item, lead, waiting},
    signature::Sign,
    update,
};
use contract::{
    Kind, Problem, Step,
    view::{Action, Draft, DraftHtml, Me, OpenMail, Signature},
};
use vocabulary::{ConversationId, DraftId, Language, Reference, Status};

fn pane() -> Model {
    Model::new(Language::Nb, Surface::Outlook)
}

fn ticket(effects: &[Effect]) -> Ticket {
    let of = |effect: &Effect| match effect {
        Effect::Call(ticket, _) | Effect::Prepare(ticket, _) => Some(*ticket),
        _ => None,
    };
    effects.iter().find_map(of).unwrap_or_else(|| panic!("nothing was asked: {effects:?}"))
}

fn call(effects: &[Effect]) -> &Call {
    let calls = effects.iter().filter_map(|effect| if let Effect::Call(_, call) = effect { Some(call) } else { None });
    { calls }.next().unwrap_or_else(|| panic!("nothing was asked: {effects:?}"))
}

fn drafted(draft: Draft) -> Result<Answer, Trouble> {
    Ok(Answer::Draft(Box::new(draft)))
}

/// A pane with a draft on the screen.
fn open(status: Status, next: &[Action]) -> Model {
    let mut model = pane();
    let asked = update(&mut model, Event::ItemOpened(Some(item("m1"))));
    update(&mut model, Event::Answered(ticket(&asked), drafted(draft("d1", 1, status, next))));
    model
}

fn shown(model: &Model) -> &super::Shown {
    model.reply.shown().expect("a draft is on the screen")
}

fn touch(model: &mut Model, touch: Touch) -> Vec<Effect> {
    update(model, Event::Touched(Desk::Reply, touch))
}

#[test]
fn escape_closes_what_is_open_and_throws_no_typing_away() {
    let mut model = open(Status::Drafted, &[Action::RequestReview, Action::Revise]);
    touch(&mut model, Touch::Citation { place: 0, n: 1 });
    assert_eq!(update(&mut model, Event::Escaped), [Effect::Focus("citation-0".to_owned())]);
    assert_eq!(shown(&model).open, None);
    update(&mut model, Event::Acted(Desk::Reply, Action::Revise));
    touch(&mut model, Touch::Type("Noe annet.".to_owned()));
    assert_eq!(update(&mut model, Event::Escaped), [Effect::Focus("primary".to_owned())]);
    assert!(shown(&model).editor.is_some(), "the edit is still there");
    touch(&mut model, Touch::Abandon);
    update(&mut model, Event::Acted(Desk::Reply, Action::Revise));
    update(&mut model, Event::Escaped);
    assert_eq!(shown(&model).editor, None, "nothing was typed");
}

#[test]
fn a_mail_that_is_read_gets_its_draft_and_the_progress_is_true() {
    let mut model = pane();
    let asked = update(&mut model, Event::ItemOpened(Some(item("m1"))));
    assert!(
        matches!(&asked[..], [Effect::StopPreparing, .., Effect::Prepare(_, request)] if !request.again && request.mail.as_str() == "m1")
    );
    update(
        &mut model,
        Event::Stepped(ticket(&asked), Step::Written { text: "Hei".to_owned(), language: Language::Nn }),
    );
    update(&mut model, Event::Stepped(ticket(&asked), Step::Checking));
    assert_eq!(model.reply, Stage::Preparing(Some(Step::Checking), "Hei".to_owned()));
    update(&mut model, Event::Answered(ticket(&asked), drafted(draft("d1", 1, Status::Drafted, &[Action::Fill]))));
    assert_eq!(shown(&model).draft.id.as_str(), "d1");
    assert_eq!(model.said, "Utkastet er klart, men 1 felt må fylles ut. Merknader: 3.");
}

#[test]
fn an_answer_for_a_mail_that_is_gone_is_dropped() {
    let mut model = pane();
    let late = update(&mut model, Event::ItemOpened(Some(item("m1"))));
    let settling = update(&mut model, Event::ItemOpened(Some(item("m2"))));
    update(&mut model, Event::Answered(ticket(&late), drafted(draft("d1", 1, Status::Drafted, &[]))));
    assert_eq!(model.reply, Stage::Looking);
    let Some(Effect::Later(_, settled)) = settling.last() else { panic!("{settling:?}") };
    let third = update(&mut model, Event::ItemOpened(Some(item("m3"))));
    assert!(update(&mut model, (**settled).clone()).is_empty(), "who leafs through a list asks for nothing");
    let Some(Effect::Later(_, settled)) = third.last() else { panic!("{third:?}") };
    let asked = update(&mut model, (**settled).clone());
    assert!(asked.iter().any(|effect| matches!(effect, Effect::Prepare(_, request) if request.mail.as_str() == "m3")));
}

#[test]
fn a_mail_being_written_only_finds_what_is_open_in_its_conversation() {
    for (written, asks) in [(compose("c1"), true), (Item::default(), false)] {
        let mut model = pane();
        let asked = update(&mut model, Event::ItemOpened(Some(written)));
        assert_eq!(asked.iter().any(|effect| matches!(effect, Effect::Call(_, Call::Find(_)))), asks);
        assert!(!asked.iter().any(|effect| matches!(effect, Effect::Prepare(..))));
    }
    let mut model = pane();
    let asked = update(&mut model, Event::ItemOpened(Some(compose("c1"))));
    let nothing = OpenMail { conversation: ConversationId::new("c1"), draft: None };
    update(&mut model, Event::Answered(ticket(&asked), Ok(Answer::Open(Box::new(nothing)))));
    assert_eq!(model.reply, Stage::Empty);
}

#[test]
fn gaps_are_saved_together_and_an_empty_one_is_pointed_out() {
    let mut model = open(Status::Drafted, &[Action::Fill]);
    assert_eq!(update(&mut model, Event::Acted(Desk::Reply, Action::Fill)), [Effect::Focus("gap-0".to_owned())]);
    touch(&mut model, Touch::Gap(0, "12. mai".to_owned()));
    let asked = update(&mut model, Event::Acted(Desk::Reply, Action::Fill));
    assert!(matches!(call(&asked), Call::Revise(edit) if edit.text.ends_with("Svar innen 12. mai.")));
    assert!(update(&mut model, Event::Acted(Desk::Reply, Action::Fill)).is_empty(), "a double click asks once");
    update(&mut model, Event::Answered(ticket(&asked), drafted(draft("d1", 2, Status::Drafted, &[]))));
    assert!(shown(&model).fills.is_empty() && shown(&model).doing.is_none());
}

#[test]
fn an_edit_is_checked_after_a_pause_and_survives_another_mail() {
    let mut model = open(Status::Drafted, &[Action::RequestReview, Action::Revise]);
    update(&mut model, Event::Acted(Desk::Reply, Action::Revise));
    let first = touch(&mut model, Touch::Type("a".to_owned()));
    let second = touch(&mut model, Touch::Type("ab".to_owned()));
    let Effect::Later(_, early) = &first[0] else { panic!("{first:?}") };
    assert!(update(&mut model, (**early).clone()).is_empty(), "still typing");
    let Effect::Later(_, due) = &second[0] else { panic!("{second:?}") };
    let asked = update(&mut model, (**due).clone());
    assert!(matches!(call(&asked), Call::Check(check) if check.text == "ab"));
    update(&mut model, Event::ItemOpened(Some(item("m2"))));
    assert_eq!(model.kept.len(), 1);
    let back = update(&mut model, Event::ItemOpened(Some(item("m1"))));
    let Some(Effect::Later(_, settled)) = back.last() else { panic!("{back:?}") };
    let asked = update(&mut model, (**settled).clone());
    update(&mut model, Event::Answered(ticket(&asked), drafted(draft("d1", 1, Status::Drafted, &[]))));
    assert_eq!(shown(&model).editor.as_ref().map(|editor| editor.text.as_str()), Some("ab"));
}

#[test]
fn an_edit_that_comes_too_late_keeps_its_text() {
    let mut model = open(Status::Drafted, &[Action::Revise]);
    update(&mut model, Event::Acted(Desk::Reply, Action::Revise));
    touch(&mut model, Touch::Type("mitt".to_owned()));
    let asked = touch(&mut model, Touch::SaveEdit);
    let stale = Problem::new(Kind::Stale, "Ola Nes endret utkastet først.");
    update(&mut model, Event::Answered(ticket(&asked), Err(stale.into())));
    assert_eq!(shown(&model).trouble.as_ref().map(|trouble| trouble.cause), Some(Cause::Refused(Kind::Stale)));
    let asked = touch(&mut model, Touch::Reload);
    update(&mut model, Event::Answered(ticket(&asked), drafted(draft("d1", 2, Status::Drafted, &[]))));
    let editor = shown(&model).editor.as_ref().expect("the editor stays open");
    assert_eq!((editor.text.as_str(), editor.revision), ("mitt", 2));
}

fn released(model: &mut Model) -> Vec<Effect> {
    let asked = update(model, Event::Acted(Desk::Reply, Action::Release));
    let html = DraftHtml {
        html: "<p>Hei</p>".to_owned(),
        reference: Reference::new("SV-A"),
        away: "ask".to_owned(),
        expires: String::new(),
        draft: draft("d1", 1, Status::Released, &[Action::SweepSent]),
    };
    update(model, Event::Answered(ticket(&asked), Ok(Answer::Html(Box::new(html)))))
}

#[test]
fn a_released_draft_goes_into_the_mail_it_was_made_for_and_is_watched_until_sent() {
    let mut model = open(Status::Approved, &[Action::Release]);
    let effects = released(&mut model);
    assert!(matches!(&effects[..], [Effect::Insert(reply)] if reply.reference == "SV-A" && reply.away == "ask"));
    let effects = update(&mut model, Event::Inserted(Ok(())));
    let Some(Effect::Later(_, due)) = effects.last() else { panic!("{effects:?}") };
    assert!(matches!(call(&update(&mut model, (**due).clone())), Call::Sweep(_)));
    let effects = update(&mut model, Event::ItemOpened(Some(item("m2"))));
    assert!(matches!(call(&effects), Call::Sweep(sweep) if sweep.draft == DraftId::new("d1")));
    update(&mut model, Event::Answered(ticket(&effects), drafted(draft("d1", 1, Status::Sent, &[]))));
    assert!(model.released.is_empty());
}

#[test]
fn another_mail_on_the_screen_gets_nothing() {
    let mut model = open(Status::Approved, &[Action::Release]);
    model.item = Some(item("m2"));
    assert_eq!(released(&mut model), [Effect::Focus("trouble".to_owned())]);
    assert_eq!(shown(&model).trouble, Some(Cause::OtherMail.into()));
}

#[test]
fn a_failure_takes_nothing_away_and_a_retry_asks_again() {
    let mut model = pane();
    let asked = update(&mut model, Event::ItemOpened(Some(item("m1"))));
    update(&mut model, Event::Answered(ticket(&asked), Err(Cause::Network.into())));
    assert_eq!(model.reply, Stage::Failed(Cause::Network.into()));
    assert!(update(&mut model, Event::RetryPressed).iter().any(|effect| matches!(effect, Effect::Prepare(..))));
    let mut model = open(Status::Drafted, &[Action::RequestReview]);
    let asked = update(&mut model, Event::Acted(Desk::Reply, Action::RequestReview));
    update(&mut model, Event::Answered(ticket(&asked), Err(Cause::Network.into())));
    assert_eq!(shown(&model).trouble, Some(Cause::Network.into()));
}

#[test]
fn who_is_not_signed_in_is_asked_to_and_then_goes_on() {
    let mut model = pane();
    let asked = update(&mut model, Event::ItemOpened(Some(item("m1"))));
    update(&mut model, Event::Answered(ticket(&asked), Err(Cause::SignedOut.into())));
    assert!(model.signed_out.is_some() && model.reply == Stage::Empty);
    assert_eq!(update(&mut model, Event::SignInPressed), [Effect::SignIn]);
    assert!(update(&mut model, Event::SignInPressed).is_empty());
    update(&mut model, Event::SignedIn(false));
    assert!(model.signed_out.is_some_and(|out| out.failed && !out.busy));
    let asked = update(&mut model, Event::SignedIn(true));
    let effects = update(&mut model, Event::Answered(ticket(&asked), Ok(Answer::Me(lead()))));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Prepare(..))));
    assert_eq!(model.signed_out, None);
    let asked = update(&mut model, Event::SignedIn(true));
    update(&mut model, Event::Answered(ticket(&asked), Err(Cause::Network.into())));
    assert!(model.signed_out.is_some_and(|out| out.failed && !out.busy), "another try is offered");
}

/// A draft on the screen with an edit that is not saved, in front of the team lead.
fn editing() -> Model {
    let mut model = open(Status::Drafted, &[Action::RequestReview, Action::Revise]);
    model.me = Some(lead());
    update(&mut model, Event::Acted(Desk::Reply, Action::Revise));
    touch(&mut model, Touch::Type("Noe annet.".to_owned()));
    model
}

#[test]
fn nothing_of_who_signs_out_stays_behind() {
    let mut model = editing();
    let late = update(&mut model, Event::TabChosen(Tab::Log));
    let effects = update(&mut model, Event::SignOutPressed);
    assert!(effects.contains(&Effect::SignOut) && effects.contains(&Effect::StopPreparing));
    let mut empty = Model { signed_out: Some(SignedOut::default()), item: model.item.clone(), ..pane() };
    empty.requests = model.requests.clone();
    assert_eq!(model, empty);
    for event in [
        Event::Answered(ticket(&late), Ok(Answer::Log(Vec::new()))),
        Event::TabChosen(Tab::Review),
        Event::Visible,
        Event::Online(true),
        Event::RetryPressed,
        Event::ItemOpened(Some(item("m2"))),
    ] {
        let effects = update(&mut model, event.clone());
        assert!(!effects.iter().any(|effect| matches!(effect, Effect::Call(..) | Effect::Prepare(..))), "{event:?}");
        assert!(model.signed_out.is_some() && model.reply.shown().is_none(), "{event:?}");
    }
}

#[test]
fn a_session_that_ends_by_itself_shows_no_draft_and_gives_an_edit_back_to_its_writer_alone() {
    for (name, comes_back) in [(lead().name, true), ("Ola Hansen".to_owned(), false)] {
        let mut model = editing();
        let asked = update(&mut model, Event::Visible);
        let effects = update(&mut model, Event::Answered(ticket(&asked), Err(Cause::SignedOut.into())));
        assert_eq!(effects, [Effect::StopPreparing, Effect::SignOut]);
        assert!(model.signed_out.is_some() && model.reply == Stage::Empty && model.log == Log::Closed);
        update(&mut model, Event::SignInPressed);
        let asked = update(&mut model, Event::SignedIn(true));
        let me = Me { name, ..lead() };
        let asked = update(&mut model, Event::Answered(ticket(&asked), Ok(Answer::Me(me))));
        let again = draft("d1", 1, Status::Drafted, &[Action::Revise]);
        update(&mut model, Event::Answered(ticket(&asked), drafted(again)));
        assert_eq!(shown(&model).editor.is_some(), comes_back);
    }
}

/// The list with one draft open in front of the team lead.
fn deciding() -> Model {
    let mut model = pane();
    model.me = Some(lead());
    let asked = update(&mut model, Event::TabChosen(Tab::Review));
    update(&mut model, Event::Answered(ticket(&asked), Ok(Answer::Queue(vec![waiting("d1"), waiting("d2")]))));
    let asked = update(&mut model, Event::QueueOpened(DraftId::new("d1")));
    let read = draft("d1", 1, Status::AwaitingReview, &[Action::Approve, Action::Return]);
    update(&mut model, Event::Answered(ticket(&asked), drafted(read)));
    model
}

#[test]
fn approval_needs_every_tick_and_a_return_needs_a_word() {
    let mut model = deciding();
    let press = |model: &mut Model, action| update(model, Event::Acted(Desk::Review, action));
    let tick = |key: &str| Event::Touched(Desk::Review, Touch::Tick(key.to_owned(), true));
    assert_eq!(press(&mut model, Action::Approve), [Effect::Focus("tick-fee".to_owned())]);
    update(&mut model, tick("fee"));
    assert_eq!(press(&mut model, Action::Approve), [Effect::Focus("tick-right".to_owned())]);
    assert_eq!(press(&mut model, Action::Return), [Effect::Focus("comment".to_owned())]);
    update(&mut model, tick("right"));
    let asked = press(&mut model, Action::Approve);
    let Call::Decide(decision) = call(&asked) else { panic!("{asked:?}") };
    assert!(decision.approve && decision.ticked == ["fee", "right"] && decision.fingerprint == "d1-1");
    let effects = update(&mut model, Event::Answered(ticket(&asked), drafted(draft("d1", 1, Status::Approved, &[]))));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Call(_, Call::ListReviews(_)))));
    assert_eq!(model.queue.decided.as_deref(), Some("Godkjent. Kari Nordby kan sette inn svaret."));
    assert_eq!(
        (&model.queue.stage, model.queue.chosen.as_ref()),
        (&Stage::Looking, Some(&DraftId::new("d2"))),
        "the next"
    );
}

#[test]
fn ticks_do_not_outlive_the_text_they_were_set_on() {
    let mut model = deciding();
    update(&mut model, Event::Touched(Desk::Review, Touch::Tick("fee".to_owned(), true)));
    let asked = update(&mut model, Event::Touched(Desk::Review, Touch::Reload));
    update(
        &mut model,
        Event::Answered(ticket(&asked), drafted(draft("d1", 2, Status::AwaitingReview, &[Action::Approve]))),
    );
    assert_eq!(model.queue.stage.shown().map(super::Shown::unticked), Some(2));
}

#[test]
fn a_source_opens_in_place_and_closes_again() {
    let mut model = open(Status::Drafted, &[]);
    for open in [Some((0, 2)), None] {
        touch(&mut model, Touch::Citation { place: 0, n: 2 });
        assert_eq!(shown(&model).open, open);
    }
}

#[test]
fn a_second_person_sends_back_a_text_and_its_author_adopts_it_as_it_stands() {
    let mut model = deciding();
    update(&mut model, Event::Acted(Desk::Review, Action::Revise));
    update(&mut model, Event::Touched(Desk::Review, Touch::Type("Mitt forslag".to_owned())));
    let asked = update(&mut model, Event::Touched(Desk::Review, Touch::Propose));
    let Call::Decide(decision) = call(&asked) else { panic!("{asked:?}") };
    assert_eq!((decision.approve, decision.proposal.as_deref()), (false, Some("Mitt forslag")));
    assert!(update(&mut model, Event::Touched(Desk::Review, Touch::Propose)).is_empty(), "one press is one");
    let mut returned = draft("d1", 1, Status::Returned, &[Action::Adopt, Action::Revise]);
    returned.review = Some(contract::view::Review {
        requested_by: String::new(),
        requested_at: String::new(),
        overdue: false,
        told: String::new(),
        decided_by: Some("Liv Aas".to_owned()),
        decided_at: None,
        approved: Some(false),
        comment: String::new(),
        proposal: decision.proposal.clone(),
        proposed: vec![],
        approved_by: None,
        approved_at: None,
        ticked: vec![],
    });
    let mut model = open(Status::AwaitingReview, &[]);
    let asked = touch(&mut model, Touch::Reload);
    update(&mut model, Event::Answered(ticket(&asked), drafted(returned)));
    let asked = update(&mut model, Event::Acted(Desk::Reply, Action::Adopt));
    assert!(
        matches!(call(&asked), Call::Revise(edit) if edit.text == "Mitt forslag" && edit.revision == 1),
        "{asked:?}"
    );
}

#[test]
fn a_signature_is_saved_once_and_what_was_typed_survives_a_refusal() {
    let mut model = pane();
    model.me = Some(lead());
    update(&mut model, Event::Signed(Sign::Type("Liv Aas\nFjordvik kommune".to_owned())));
    let asked = update(&mut model, Event::Signed(Sign::Save));
    let [Effect::SaveSignature(first, text, images)] = &asked[..] else { panic!("{asked:?}") };
    assert_eq!((text.as_str(), images.len()), ("Liv Aas\nFjordvik kommune", 0));
    assert!(update(&mut model, Event::Signed(Sign::Save)).is_empty(), "one press is one");
    update(&mut model, Event::Answered(*first, Err(Problem::new(Kind::BadInput, "for lang").into())));
    assert_eq!((model.signature(), model.signing.busy), ("Liv Aas\nFjordvik kommune", false));
    assert!(model.signing.trouble.is_some());
    let asked = update(&mut model, Event::Signed(Sign::Save));
    let [Effect::SaveSignature(second, ..)] = &asked[..] else { panic!("{asked:?}") };
    let signature = Some(Signature { text: "Liv Aas".to_owned(), images: vec![] });
    update(&mut model, Event::Answered(*second, Ok(Answer::Me(Me { signature, ..lead() }))));
    assert_eq!((model.signature(), model.signing.saved), ("Liv Aas", true));
}

#[test]
fn whoever_waits_for_a_word_hears_of_it_on_another_mail_too() {
    let mut model = open(Status::Drafted, &[]);
    model.me = Some(Me { pending: 1, ..lead() });
    let effects = update(&mut model, Event::ItemOpened(Some(item("m2"))));
    let Some(Effect::Later(_, settled)) = effects.last() else { panic!("{effects:?}") };
    let effects = update(&mut model, (**settled).clone());
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Call(_, Call::WhoAmI(_)))), "{effects:?}");
    let asked = effects.iter().find_map(|effect| match effect {
        Effect::Call(ticket, Call::WhoAmI(_)) => Some(*ticket),
        _ => None,
    });
    let still = Me { pending: 1, ..lead() };
    let effects = update(&mut model, Event::Answered(asked.expect("asked"), Ok(Answer::Me(still))));
    let Some(Effect::Later(_, due)) = effects.last() else { panic!("{effects:?}") };
    assert!(matches!(call(&update(&mut model, (**due).clone())), Call::WhoAmI(_)), "and looks again");
}
