//! Choosing for a draft: a case by a search or none, a language, a tone.

use super::{call, draft, item, open, pane, shown, ticket, touch};
use crate::state::{Answer, Call, Effect, Event, Stage, Touch, model::Trouble, update, wish::Wish};
use contract::{
    Kind, Problem,
    operation::PrepareDraft,
    view::{Action, Candidate, Sought},
};
use vocabulary::{CaseNumber, Language, Status, Tone};

const NUMBER: CaseNumber = CaseNumber { year: 2026, sequence: 1234 };

fn order(effects: &[Effect]) -> &PrepareDraft {
    for effect in effects {
        if let Effect::Prepare(_, order) = effect {
            return order;
        }
    }
    panic!("no draft was wanted: {effects:?}")
}

#[test]
fn what_is_chosen_is_asked_for_over_the_revision_on_the_screen() {
    for wish in [
        Wish { language: Some(Language::Nn), ..Wish::default() },
        Wish { tone: Some(Tone::Short), ..Wish::default() },
        Wish { without_case: true, ..Wish::default() },
        Wish { again: true, case: Some(NUMBER), ..Wish::default() },
    ] {
        let mut model = open(Status::Drafted, &[Action::Rewrite]);
        let asked = update(&mut model, Event::Wished(wish));
        let PrepareDraft { again, seen, case, without_case, language, tone, .. } = order(&asked).clone();
        assert_eq!(Wish { again, case, without_case, language, tone }, wish);
        assert_eq!(seen, Some(1));
        assert!(matches!(model.reply, Stage::Preparing(None, _)));
    }
}

#[test]
fn a_case_is_sought_and_what_was_found_goes_with_the_mail() {
    let mut model = open(Status::Drafted, &[Action::Rewrite]);
    assert!(touch(&mut model, Touch::Seek("tilbygg".to_owned())).is_empty());
    let asked = touch(&mut model, Touch::Search);
    assert!(matches!(call(&asked), Call::Search(search) if search.text == "tilbygg"));
    assert!(touch(&mut model, Touch::Search).is_empty(), "a double click asks once");
    let cases = vec![Candidate { number: NUMBER, title: "Tilbygg".to_owned() }];
    let found = Sought { cases, said: Some("noark svarte ikke.".to_owned()) };
    update(&mut model, Event::Answered(ticket(&asked), Ok(Answer::Cases(found.clone()))));
    assert_eq!(
        (shown(&model).found.as_ref(), model.said.as_str()),
        (Some(&found), "Saker du kan velge: 1 noark svarte ikke.")
    );
    assert_eq!(shown(&model).draft, draft("d1", 1, Status::Drafted, &[Action::Rewrite]), "the draft is as it was");
    let problem = Problem::new(Kind::BadInput, "Skriv et saksnummer.");
    let asked = touch(&mut model, Touch::Search);
    update(&mut model, Event::Answered(ticket(&asked), Err(Trouble::from(problem))));
    assert!(shown(&model).trouble.is_some() && shown(&model).doing.is_none());
    assert_eq!(shown(&model).sought, "tilbygg", "what was typed stays");
    let late = touch(&mut model, Touch::Search);
    update(&mut model, Event::ItemOpened(Some(item("m2"))));
    update(&mut model, Event::Answered(ticket(&late), Ok(Answer::Cases(found))));
    assert_eq!(model.reply, Stage::Looking, "a search for another mail is no longer asked");
    assert!(update(&mut pane(), Event::Wished(Wish::default())).is_empty(), "without a mail nothing is wanted");
}
