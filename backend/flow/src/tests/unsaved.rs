//! What was typed and not saved: there for who typed it, wherever they come back, and for nobody else.

use super::{House, approval, at, block_on, by, conversation, house, kari, liv, ola, order};
use crate::{Kept, Shown};
use domain::{
    dossier::{Subject, Tie},
    port::{Caller, FailureKind},
    rule::retention::Retention,
};
use jiff::SignedDuration;
use vocabulary::TenantId;

const TYPED: &str = "Hei Per Haug,\n\nGebyret er";

impl House {
    fn typed(&self, who: &Caller, shown: &Shown, (text, keep): (&str, Option<u32>)) -> Shown {
        block_on(self.flow.check_draft(by(who), &shown.dossier.id, (text, keep))).expect("checked")
    }

    fn unsaved(&self, who: &Caller, shown: &Shown) -> Option<(u32, String)> {
        let shown = self.show(who, &shown.dossier.id).expect("shown");
        shown.dossier.aside(&shown.person).map(|aside| (aside.revision, aside.text.clone()))
    }
}

#[test]
fn it_comes_back_to_who_typed_it_and_goes_when_it_is_saved_or_thrown_away() {
    let house = house();
    let shown = house.with_fee();
    let revision = at(&shown).1;
    house.typed(&kari(), &shown, ("Bare sett på", None));
    assert_eq!(house.unsaved(&kari(), &shown), None, "a check alone keeps nothing");
    let entries = house.trail("fjordvik").len();
    house.typed(&kari(), &shown, ("Hei", Some(revision)));
    house.typed(&kari(), &shown, (TYPED, Some(revision)));
    assert_eq!(house.trail("fjordvik").len(), entries, "a pause in the typing is no act");
    assert_eq!(house.unsaved(&kari(), &shown), Some((revision, TYPED.to_owned())));
    let found = block_on(house.flow.find_draft(by(&kari()), &conversation())).expect("found").expect("a draft");
    assert!(found.dossier.aside(&found.person).is_some(), "on another computer, too");
    house.typed(&ola(), &shown, ("Noe ganske annet", Some(revision)));
    assert_eq!(house.unsaved(&ola(), &shown), None, "who cannot save it keeps nothing");
    house.typed(&kari(), &shown, (&shown.dossier.current().marked, Some(revision)));
    assert_eq!(house.unsaved(&kari(), &shown), None, "thrown away");
    house.typed(&kari(), &shown, (TYPED, Some(revision)));
    let saved = house.revise(&kari(), &shown, TYPED).expect("saved");
    assert_eq!(house.unsaved(&kari(), &saved), None);
}

#[test]
fn who_is_faster_takes_nothing_away() {
    let house = house();
    let shown = house.waiting();
    let revision = at(&shown).1;
    house.typed(&kari(), &shown, (TYPED, Some(revision)));
    let faster = house.revise(&liv(), &shown, "Hei Per Haug,\n\nTakk.").expect("Liv was faster");
    assert_eq!(house.unsaved(&kari(), &faster), Some((revision, TYPED.to_owned())), "offered, not lost");
    assert_eq!(house.unsaved(&liv(), &faster), None, "and to nobody else");
    let again = house.typed(&kari(), &faster, (TYPED, Some(revision)));
    assert_eq!(again.dossier.current().number, revision + 1);
}

#[test]
fn a_second_person_may_type_while_the_first_is_asked_and_the_word_still_counts() {
    let house = house();
    let waiting = house.waiting();
    house.typed(&liv(), &waiting, (TYPED, Some(at(&waiting).1)));
    let approved = house.decide(&liv(), &waiting, approval(&waiting)).expect("approved");
    assert!(approved.approved && approved.dossier.authors().len() == 1, "typing makes nobody an author");
    assert!(approved.dossier.asides.is_empty(), "their word is said");
}

#[test]
fn a_store_that_fails_tells_nobody_that_the_text_is_lost() {
    let house = house();
    let shown = house.with_fee();
    house.shelves.fail(Some(FailureKind::Unavailable));
    let failed = block_on(house.flow.check_draft(by(&kari()), &shown.dossier.id, (TYPED, Some(2))));
    house.shelves.fail(None);
    assert!(failed.is_err());
    assert_eq!(house.unsaved(&kari(), &shown), None);
}

#[test]
fn it_goes_with_its_draft_and_is_found_for_whom_it_names() {
    let house = house();
    let shown = house.with_fee();
    house.typed(&kari(), &shown, ("Ring heller nina.lie@example.no", Some(at(&shown).1)));
    let store = house.flow.store.tenant(&TenantId::new("fjordvik"));
    let tenant = TenantId::new("fjordvik");
    let kept = || Kept { store: store.as_ref(), tenant: &tenant, now: house.flow.clock.now() };
    let subject = Subject::Address("nina.lie@example.no".into());
    let holding = block_on(kept().export(&subject)).expect("an export");
    assert_eq!(holding.dossiers.first().map(|(tie, _)| *tie), Some(Tie::Named));
    let days = i64::from(Retention::default().unsent);
    house.clock.pass(SignedDuration::from_hours(24 * days));
    assert_eq!(block_on(house.flow.erase_expired()).expect("swept").count(), 1, "typing does not keep a draft young");
    assert!(block_on(kept().export(&subject)).expect("an export").dossiers.is_empty());
}

#[test]
fn writing_anew_keeps_the_edit_as_the_text_before() {
    let house = house();
    let edited = house.with_fee();
    let again = house.prepare(&kari(), order(true)).expect("written anew");
    let before = again.dossier.before(&again.person).map(|one| one.marked.as_str());
    assert_eq!(before, Some(edited.dossier.current().marked.as_str()));
    let back = house.revise(&kari(), &again, before.unwrap_or_default()).expect("taken back");
    assert_eq!(back.dossier.current().marked, edited.dossier.current().marked);
}
