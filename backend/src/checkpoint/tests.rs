//! Checkpoints are made when something was added, held against the last one, and never signed over a trail that was rewritten.

use super::{Folder, Key, Unmade, make, origin, read};
use domain::{
    audit::{Action, Entry, note::Refused},
    port::Store,
};
use jiff::Timestamp;
use sql::{Place, Sql, Sqlite};
use std::sync::Arc;
use tempfile::TempDir;
use vocabulary::TenantId;

fn tenant() -> TenantId {
    TenantId::new("fjordvik")
}

async fn trail(actions: &[Action]) -> Sql {
    let keys = Arc::new(vault::Ring::fleeting(Arc::new(crate::wire::SystemClock)).unwrap());
    let store = Sqlite::open(Place::Memory, keys).await.unwrap();
    add(&store, actions).await;
    store
}

async fn add(store: &dyn Store, actions: &[Action]) {
    for action in actions {
        store.tenant(&tenant()).record(Entry::of(*action, Timestamp::UNIX_EPOCH)).await.unwrap();
    }
}

#[tokio::test]
async fn a_checkpoint_is_made_for_what_was_added_and_the_trail_goes_on_from_it() {
    let (place, key) = (TempDir::new().unwrap(), Key::new("sak.example.no").unwrap());
    let folder = Folder::at(&place.path().join("new"), key.verifier().clone());
    let store = trail(&[Action::DraftShown; 5]).await;
    assert_eq!(make(&store, &key, &folder).await, Ok(1));
    assert_eq!(make(&store, &key, &folder).await, Ok(0), "nothing was added");
    add(&store, &[Action::DraftRevised; 4]).await;
    assert_eq!(make(&store, &key, &folder).await, Ok(1));
    let files = folder.files().unwrap();
    assert_eq!(files.len(), 2);
    let sizes = files.iter().map(|file| {
        let (of, checkpoint) = read(&std::fs::read_to_string(file).unwrap(), key.verifier()).unwrap();
        assert_eq!((of, &checkpoint.origin), (tenant(), &origin(key.verifier(), &tenant())));
        checkpoint.size
    });
    assert_eq!(sizes.collect::<Vec<_>>(), [5, 9]);
    assert_eq!(folder.last(&tenant()).unwrap().map(|last| last.size), Some(9));
    assert_eq!(folder.last(&TenantId::new("other")).unwrap(), None);
}

#[tokio::test]
async fn a_trail_that_was_cut_or_rewritten_is_not_signed() {
    let (place, key) = (TempDir::new().unwrap(), Key::new("sak.example.no").unwrap());
    let folder = Folder::at(place.path(), key.verifier().clone());
    make(&trail(&[Action::DraftShown; 5]).await, &key, &folder).await.unwrap();
    for other in [&[Action::DraftShown; 4][..], &[Action::DraftRevised; 5], &[Action::DraftRevised; 8], &[]] {
        let store = trail(other).await;
        let made = make(&store, &key, &folder).await;
        // A store without entries has no trail to sign for.
        let expected = if other.is_empty() { Ok(0) } else { Err(Unmade::Fork(5)) };
        assert_eq!(made, expected, "{other:?}");
    }
    assert_eq!(folder.files().unwrap().len(), 1);
}

#[tokio::test]
async fn what_another_key_signed_or_somebody_changed_does_not_count() {
    let (place, key) = (TempDir::new().unwrap(), Key::new("sak.example.no").unwrap());
    let folder = Folder::at(place.path(), key.verifier().clone());
    make(&trail(&[Action::DraftShown; 5]).await, &key, &folder).await.unwrap();
    let file = folder.files().unwrap().remove(0);
    let note = std::fs::read_to_string(&file).unwrap();
    let other = Key::new("sak.example.no").unwrap();
    assert_eq!(read(&note, other.verifier()).err(), Some(Refused::Unknown));
    let changed = note.replacen("\n5\n", "\n4\n", 1);
    assert_eq!(read(&changed, key.verifier()).err(), Some(Refused::Forged));
    std::fs::write(&file, changed).unwrap();
    assert_eq!(folder.last(&tenant()).unwrap(), None);
}
