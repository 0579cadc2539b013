//! Erased is gone: from the tables, the file and its log; once, whole, with its entry, and of nobody else.

use super::{
    learned,
    sample::{about, at, bare, dossier, entry, keys_in, memory, save, signature, tenant},
};
use crate::{Place, Sql, Sqlite};
use domain::{
    audit::{Action, chain},
    dossier::Dossier,
    port::{Erasure, FailureKind, Lesson, Registration, Store, TenantStore},
    sort::{CORRECTABLE_DAYS, Learned},
};
use jiff::{SignedDuration, Timestamp};
use std::path::Path;
use vocabulary::{ConversationId, DraftId, PersonId, TenantId};

fn elsewhere(id: &str) -> Dossier {
    let mut one = bare(id);
    one.key.conversation = ConversationId::new(format!("conversation of {id}"));
    one
}

async fn erase(store: &dyn TenantStore, read: &Dossier) -> Result<(), domain::port::Failure> {
    let mails = Erasure::of(read).with_mails(&TenantId::new("fjordvik"), read);
    mails.commit(store, about(Action::TextErased, read.id.as_str())).await
}

#[tokio::test]
async fn a_dossier_goes_once_with_its_rulings_and_no_other_goes_with_it() {
    let store = memory().await;
    let (ours, theirs) = (tenant(&store, "fjordvik"), tenant(&store, "bjerkedal"));
    let read = save(&*ours, dossier("a")).await.unwrap();
    let other = save(&*ours, elsewhere("b")).await.unwrap();
    let foreign = save(&*theirs, Dossier { reference: super::sample::reference("x"), ..dossier("a") }).await.unwrap();
    erase(&*ours, &read).await.unwrap();
    assert_eq!(ours.dossier(&read.id).await.unwrap(), None);
    assert_eq!(ours.by_reference(&read.reference).await.unwrap(), None);
    assert_eq!(erase(&*ours, &read).await.unwrap_err().kind, FailureKind::Stale, "twice");
    assert_eq!(ours.dossier(&other.id).await.unwrap(), Some(other));
    assert_eq!(theirs.dossier(&foreign.id).await.unwrap(), Some(foreign));
    let rulings: (i64,) = sqlx::query_as("SELECT count(*) FROM ruling").fetch_one(store.pool()).await.unwrap();
    assert_eq!(rulings.0, 2, "those of the other tenant");
    let entries = ours.entries(0, 100).await.unwrap();
    assert_eq!(entries.len(), 3, "the second try left none");
    assert_eq!(chain::verify(entries), Ok(3));
    assert!(ours.examine(&[]).await.unwrap().broken.is_none());
}

#[tokio::test]
async fn what_was_changed_meanwhile_is_not_erased() {
    let store = memory().await;
    let ours = tenant(&store, "fjordvik");
    let read = save(&*ours, dossier("a")).await.unwrap();
    let newer = save(&*ours, read.clone()).await.unwrap();
    assert_eq!(erase(&*ours, &read).await.unwrap_err().kind, FailureKind::Stale);
    assert_eq!(ours.dossier(&newer.id).await.unwrap(), Some(newer));
}

#[tokio::test]
async fn without_its_entry_nothing_is_erased() {
    let store = memory().await;
    let ours = tenant(&store, "fjordvik");
    let read = save(&*ours, dossier("a")).await.unwrap();
    learned::confirm(&*ours, "a", &learned::journal()).await;
    // Whatever ends it between the rows and the entry: the entry's own table refuses it here.
    let refusal = "CREATE TRIGGER full BEFORE INSERT ON trail BEGIN SELECT RAISE(ABORT, 'full'); END";
    sqlx::query(refusal).execute(store.pool()).await.unwrap();
    assert!(erase(&*ours, &read).await.is_err());
    assert!(ours.unlearn("per.haug@example.no", entry(Action::SortForgotten)).await.is_err());
    assert!(ours.forget(at(9), entry(Action::SortForgotten)).await.is_err());
    assert_eq!(ours.dossier(&read.id).await.unwrap(), Some(read));
    let rulings: (i64,) = sqlx::query_as("SELECT count(*) FROM ruling").fetch_one(store.pool()).await.unwrap();
    assert_eq!(rulings.0, 2);
    assert_eq!(ours.confirmed_of("per.haug@example.no").await.unwrap(), 1);
}

/// Whether any file in the folder holds one of these pieces.
fn found(folder: &Path, pieces: &[Vec<u8>]) -> usize {
    let files = std::fs::read_dir(folder).unwrap().map(|file| std::fs::read(file.unwrap().path()).unwrap());
    let all: Vec<u8> = files.flatten().collect();
    pieces.iter().filter(|piece| all.windows(piece.len()).any(|bytes| bytes == *piece)).count()
}

/// What stands in the columns of a row, cut in pieces: ciphertext and all.
async fn pieces(store: &Sql) -> Vec<Vec<u8>> {
    let (body, conversation, reference): (String, String, String) =
        sqlx::query_as("SELECT body, conversation, reference FROM dossier WHERE id = 'a'")
            .fetch_one(store.pool())
            .await
            .unwrap();
    let chunks = body.as_bytes().chunks_exact(64).map(<[u8]>::to_vec);
    chunks.chain([conversation.into_bytes(), reference.into_bytes()]).collect()
}

#[tokio::test]
async fn no_page_of_the_file_and_no_log_holds_a_letter_of_what_was_erased() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.sqlite");
    let store = Sqlite::open(Place::File(&path), keys_in(folder.path())).await.unwrap();
    let ours = tenant(&store, "fjordvik");
    let long = Dossier { subject: "Sak om tilbygg ".repeat(4000), ..dossier("a") };
    let read = save(&*ours, Dossier { reference: super::sample::reference("erased"), ..long }).await.unwrap();
    save(&*ours, elsewhere("b")).await.unwrap();
    // Some of it is in the file already, some in the log.
    assert!(store.wipe().await.unwrap());
    let read = save(&*ours, read).await.unwrap();
    let pieces = pieces(&store).await;
    assert!(pieces.len() > 100);
    // All but those that lie across the end of a page.
    assert!(found(folder.path(), &pieces) > pieces.len() * 9 / 10, "the test could see it");
    erase(&*ours, &read).await.unwrap();
    assert!(store.wipe().await.unwrap());
    assert_eq!(found(folder.path(), &pieces), 0, "while the server runs");
    assert!(ours.dossier(&DraftId::new("b")).await.unwrap().is_some());
}

#[tokio::test]
async fn a_reader_keeps_the_log_and_the_next_try_clears_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.sqlite");
    let patience = std::time::Duration::ZERO;
    let store = Sqlite::open_within(Place::File(&path), keys_in(folder.path()), patience).await.unwrap();
    let ours = tenant(&store, "fjordvik");
    let read = save(&*ours, dossier("a")).await.unwrap();
    let reader = Sqlite::read(&path).await.unwrap();
    let mut reading = reader.snapshot().await.unwrap();
    sqlx::query("SELECT count(*) FROM dossier").fetch_one(&mut *reading).await.unwrap();
    let pieces = pieces(&store).await;
    erase(&*ours, &read).await.unwrap();
    assert!(!store.wipe().await.unwrap(), "it is told, not passed over");
    drop(reading);
    reader.close().await;
    assert!(store.wipe().await.unwrap());
    assert_eq!(found(folder.path(), &pieces), 0);
}

#[tokio::test]
async fn batches_are_whole_and_a_damaged_row_hides_no_other() {
    let store = memory().await;
    let ours = tenant(&store, "fjordvik");
    for (id, created) in [("a", 0), ("b", 10), ("c", 20), ("d", 30)] {
        save(&*ours, Dossier { created: at(created), ..elsewhere(id) }).await.unwrap();
    }
    save(&*tenant(&store, "bjerkedal"), Dossier { reference: super::sample::reference("x"), ..bare("e") })
        .await
        .unwrap();
    let damage = "UPDATE dossier SET body = substr(body, 1, 40) || '*' || substr(body, 42) WHERE id = 'b'";
    sqlx::query(damage).execute(store.pool()).await.unwrap();
    let ids = |batch: &domain::port::Batch| batch.dossiers.iter().map(|one| one.id.to_string()).collect::<Vec<_>>();
    let (mut after, mut read, mut unread) = (DraftId::new(""), Vec::new(), Vec::new());
    loop {
        let batch = ours.begun_before(at(30), &after, 2).await.unwrap();
        read.extend(ids(&batch));
        unread.extend(batch.unread);
        let Some(next) = batch.next else { break };
        after = next;
    }
    assert_eq!((read, unread), (vec!["a".to_owned(), "c".to_owned()], vec![DraftId::new("b")]));
}

#[tokio::test]
async fn what_a_sender_taught_is_taken_back_and_old_words_go_by_the_clock() {
    let store = memory().await;
    let ours = tenant(&store, "fjordvik");
    let one = learned::journal();
    for mail in ["a", "b"] {
        learned::confirm(&*ours, mail, &one).await;
    }
    let lesson = Lesson::of(learned::mark("c"), "Eva@example.no", one.clone());
    lesson.commit(&*ours, entry(Action::SortConfirmed)).await.unwrap();
    assert_eq!(ours.confirmed_of("per.haug@example.no").await.unwrap(), 2);
    assert_eq!(tenant(&store, "bjerkedal").confirmed_of("per.haug@example.no").await.unwrap(), 0);
    assert_eq!(ours.unlearn("per.haug@example.no", entry(Action::SortForgotten)).await.unwrap(), 2);
    let mut left = Learned::default();
    left.add(&one);
    assert_eq!(ours.learned(&[1, 2]).await.unwrap(), left);
    assert_eq!(ours.confirmed(&learned::mark("a")).await.unwrap(), None);
    assert_eq!(ours.unlearn("per.haug@example.no", entry(Action::SortForgotten)).await.unwrap(), 0, "twice");
    let now = at(0) + SignedDuration::from_hours(24 * CORRECTABLE_DAYS.cast_signed() + 1);
    let limit = |now: Timestamp| now - SignedDuration::from_hours(24 * CORRECTABLE_DAYS.cast_signed());
    assert_eq!(ours.forget(limit(at(0)), entry(Action::SortForgotten)).await.unwrap(), 0);
    // One that is damaged does not keep the others.
    sqlx::query("UPDATE confirmation SET label = 'delete'").execute(store.pool()).await.unwrap();
    assert_eq!(ours.forget(limit(now), entry(Action::SortForgotten)).await.unwrap(), 1);
    assert_eq!(ours.confirmed_of("eva@example.no").await.unwrap(), 0);
    let told: Vec<_> =
        ours.entries(3, 9).await.unwrap().into_iter().filter_map(|link| link.entry.facts.last().cloned()).collect();
    assert_eq!(told, ["2", "1"].map(|count| ("mails".to_owned(), count.to_owned())));
}

#[tokio::test]
async fn a_confirmation_of_the_version_before_is_read_and_kept_as_it_was() {
    let store = memory().await;
    let ours = tenant(&store, "fjordvik");
    learned::confirm(&*ours, "a", &learned::journal()).await;
    let row: (String, i64, String, String, String) =
        sqlx::query_as("SELECT mark, at, ruled, label, words FROM confirmation").fetch_one(store.pool()).await.unwrap();
    let digest = crate::digest::digest(&["fjordvik", &row.0, &row.1.to_string(), &row.2, &row.3, &row.4]);
    let before = "UPDATE confirmation SET sender = '', digest = $1";
    sqlx::query(before).bind(digest).execute(store.pool()).await.unwrap();
    assert_eq!(ours.confirmed(&learned::mark("a")).await.unwrap(), Some(learned::journal().said));
}

#[tokio::test]
async fn beside_a_running_server_it_is_erased_too_and_another_version_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.sqlite");
    let ring = keys_in(folder.path());
    assert_eq!(Sqlite::beside(&path).await.unwrap_err().kind, FailureKind::NotFound);
    let server = Sqlite::open(Place::File(&path), ring.clone()).await.unwrap();
    let house = tenant(&server, "fjordvik");
    let read = save(&*house, dossier("a")).await.unwrap();
    let registration = Registration::of(PersonId::new("kari"), Some(signature()));
    registration.commit(&*house, entry(Action::SignatureSaved)).await.unwrap();
    let beside = Sqlite::beside(&path).await.unwrap().with(ring.clone());
    erase(&*tenant(&beside, "fjordvik"), &read).await.unwrap();
    assert!(beside.wipe().await.unwrap());
    beside.close().await;
    assert_eq!(house.dossier(&read.id).await.unwrap(), None);
    assert_eq!(
        save(&*house, read).await.unwrap_err().kind,
        FailureKind::Stale,
        "what the server had read is not written back"
    );
    house.record(entry(Action::DraftShown)).await.unwrap();
    assert_eq!(chain::verify(house.entries(0, 9).await.unwrap()), Ok(4));
    sqlx::query("DELETE FROM _sqlx_migrations WHERE version = (SELECT max(version) FROM _sqlx_migrations)")
        .execute(server.pool())
        .await
        .unwrap();
    assert_eq!(Sqlite::beside(&path).await.unwrap_err().kind, FailureKind::Stale);
}
