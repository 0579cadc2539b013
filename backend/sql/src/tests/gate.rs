//! The gate's switch and the counted words: with their entries, and each tenant's own.

use super::sample::{bare, entry, memory, tenant};
use domain::{
    audit::Action,
    dossier::{Dossier, MailKey},
    port::{Change, Heap, Switch, Tally},
};
use vocabulary::{ConversationId, GateMode, Rating};

#[tokio::test]
async fn the_last_switch_counts_and_each_is_an_entry() {
    let store = memory().await;
    let (ours, theirs) = (tenant(&store, "fjordvik"), tenant(&store, "bjerkedal"));
    assert_eq!(ours.gate().await, Ok(None));
    for mode in [GateMode::Off, GateMode::Prompt, GateMode::Soft, GateMode::Off] {
        Switch::to(mode).commit(&*ours, entry(Action::GateSwitched)).await.unwrap();
        assert_eq!(ours.gate().await, Ok(Some(mode)));
    }
    assert_eq!(theirs.gate().await, Ok(None));
    assert_eq!(ours.entries(0, 100).await.unwrap().len(), 4);
}

/// A draft in a conversation of its own.
fn own(id: &str) -> Dossier {
    let bare = bare(id);
    let key = MailKey { conversation: ConversationId::new(id), ..bare.key.clone() };
    Dossier { key, ..bare }
}

#[tokio::test]
async fn words_are_counted_with_the_draft_or_not_at_all() {
    let store = memory().await;
    let (ours, theirs) = (tenant(&store, "fjordvik"), tenant(&store, "bjerkedal"));
    let heap = |unit: &str| Heap { week: "2026-11-23".into(), unit: unit.into(), rating: Rating::Good };
    for id in ["a", "b", "c"] {
        let saved = Change::to(own(id)).commit(&*ours, entry(Action::DraftPrepared)).await.unwrap();
        let rated = saved.clone().rated(saved.created);
        let unit = if id == "c" { "" } else { "Byggesak" };
        Tally::of(heap(unit), rated.clone()).commit(&*ours, entry(Action::DraftRated)).await.unwrap();
        // Of a version that is not there any more nothing is counted.
        assert!(Tally::of(heap(unit), rated).commit(&*ours, entry(Action::DraftRated)).await.is_err());
    }
    assert_eq!(ours.tallies().await, Ok(vec![(heap(""), 1), (heap("Byggesak"), 2)]));
    assert_eq!(theirs.tallies().await, Ok(Vec::new()));
}
