//! On what an answer was based: for whoever may see the draft and for the auditor, also when its text is gone.

use super::{block_on, by, caller, house, kari, liv, ola, order};
use crate::Failure;
use domain::{
    audit::{Action, Checkpoint, Entry},
    basis::{Anchor, Said},
    port::{Checkpoints, Failure as Broken},
};
use jiff::Timestamp;
use std::sync::Arc;
use vocabulary::{DraftId, Role, TenantId};

#[test]
fn whoever_may_see_the_draft_and_the_auditor_are_told_and_it_is_recorded() {
    let house = house();
    let approved = house.approved();
    let draft = &approved.dossier.id;
    for who in [kari(), liv(), caller("fjordvik", "tor", &[Role::Auditor])] {
        let basis = block_on(house.flow.show_basis(by(&who), draft)).expect("a basis");
        let kept = basis.kept.as_ref().expect("it is kept");
        assert!(kept.checked.is_some() && kept.dossier.rulings.len() == 1);
        assert!(basis.commitments().iter().all(|one| one.said == Said::Matches));
        assert_eq!(basis.commitments().len(), 2);
        assert!(basis.entries.iter().all(|placed| placed.holds(&basis.anchor) == Some(true)));
        assert_eq!(house.trail("fjordvik").last(), Some(&"basis_shown"));
    }
    // Another body knows nothing of it.
    let stranger = caller("bjerkedal", "tor", &[Role::Auditor]);
    assert_eq!(block_on(house.flow.show_basis(by(&stranger), draft)).err(), Some(Failure::NotFound));
}

#[test]
fn of_an_erased_draft_the_auditor_alone_is_told_what_the_trail_holds() {
    let house = house();
    let gone = DraftId::new("gone");
    let entry = Entry::of(Action::DraftPrepared, Timestamp::UNIX_EPOCH).about(&gone, 1).fact("text", "ab");
    block_on(house.flow.store.tenant(&TenantId::new("fjordvik")).record(entry)).expect("recorded");
    let auditor = caller("fjordvik", "tor", &[Role::Auditor]);
    let basis = block_on(house.flow.show_basis(by(&auditor), &gone)).expect("a basis");
    assert_eq!((basis.kept.is_none(), basis.entries.len()), (true, 2), "the entry, and that it was looked at");
    assert_eq!(basis.commitments()[0].said, Said::Erased);
    for who in [kari(), liv(), ola()] {
        assert_eq!(block_on(house.flow.show_basis(by(&who), &gone)).err(), Some(Failure::NotFound));
    }
    let never = DraftId::new("never");
    assert_eq!(block_on(house.flow.show_basis(by(&auditor), &never)).err(), Some(Failure::NotFound));
}

/// One checkpoint, made of the trail as it was.
struct One(Checkpoint);

#[async_trait::async_trait]
impl Checkpoints for One {
    async fn latest(&self, _: &TenantId) -> Result<Option<Checkpoint>, Broken> {
        Ok(Some(self.0.clone()))
    }
}

#[test]
fn entries_are_proved_to_the_latest_checkpoint_and_newer_ones_are_not_yet() {
    let mut house = house();
    let shown = house.prepare(&kari(), order(false)).expect("a draft");
    let tree = block_on(house.flow.store.tenant(&TenantId::new("fjordvik")).tree()).expect("a tree");
    let checkpoint = Checkpoint::of("sak.example.no/fjordvik".into(), &tree);
    house.flow.checkpoints = Arc::new(One(checkpoint.clone()));
    let basis = block_on(house.flow.show_basis(by(&kari()), &shown.dossier.id)).expect("a basis");
    assert_eq!(basis.anchor, Anchor::Checkpoint(checkpoint.clone()));
    let proved: Vec<_> = basis.entries.iter().map(|placed| placed.holds(&basis.anchor)).collect();
    assert_eq!(proved, [Some(true), None]);
    // A checkpoint that the trail does not go on from proves nothing.
    house.flow.checkpoints = Arc::new(One(Checkpoint { root: [7; 32], ..checkpoint }));
    let basis = block_on(house.flow.show_basis(by(&kari()), &shown.dossier.id)).expect("a basis");
    assert_eq!(basis.entries[0].holds(&basis.anchor), Some(false));
}
