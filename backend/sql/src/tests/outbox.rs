//! What waits to be journalled: with its dossier or not at all, taken by one, and gone with what it was about.

use super::sample::{about, at, bare, keys_in, memory, posting, save, tenant};
use crate::{Place, Sql, Sqlite};
use domain::{
    audit::Action,
    dossier::Dossier,
    port::{Erasure, FailureKind, Post, Posting, TenantStore},
};
use jiff::SignedDuration;
use vocabulary::{ConversationId, DraftId};

/// A draft in a conversation of its own, that waits.
async fn waiting(store: &dyn TenantStore, id: &str) -> Dossier {
    let mut one = bare(id);
    one.key.conversation = ConversationId::new(format!("conversation of {id}"));
    let saved = save(store, one).await.unwrap();
    Post::of(posting(id), saved).commit(store, about(Action::JournalConfirmed, id)).await.unwrap()
}

async fn rows(store: &Sql) -> i64 {
    let rows: (i64,) = sqlx::query_as("SELECT count(*) FROM journal_outbox").fetch_one(store.pool()).await.unwrap();
    rows.0
}

#[tokio::test]
async fn it_waits_with_its_dossier_and_nothing_of_it_is_another_tenants() {
    let store = memory().await;
    let (ours, theirs) = (tenant(&store, "fjordvik"), tenant(&store, "bjerkedal"));
    let saved = waiting(&*ours, "a").await;
    let kept = Posting { version: 1, ..posting("a") };
    assert_eq!(ours.posting(&saved.id).await.unwrap(), Some(kept.clone()));
    assert_eq!(ours.postings().await.unwrap(), std::slice::from_ref(&kept));
    assert_eq!((theirs.posting(&saved.id).await.unwrap(), theirs.take(at(9)).await.unwrap()), (None, None));
    // Twice, from two windows: the second finds the dossier changed, and leaves nothing.
    let again = Post::of(posting("a"), Dossier { version: saved.version - 1, ..saved.clone() });
    let again = again.commit(&*ours, about(Action::JournalConfirmed, "a")).await;
    assert_eq!(again.unwrap_err().kind, FailureKind::Stale);
    let second = Post::of(posting("a"), saved.clone()).commit(&*ours, about(Action::JournalConfirmed, "a")).await;
    assert_eq!(second.unwrap_err().kind, FailureKind::Stale, "there is a row already");
    assert_eq!(ours.dossier(&saved.id).await.unwrap(), Some(saved.clone()));
    assert_eq!(ours.entries(0, 100).await.unwrap().len(), 2);
    let done = Post::done(kept, saved).commit(&*ours, about(Action::JournalRegistered, "a")).await.unwrap();
    assert_eq!((rows(&store).await, ours.dossier(&done.id).await.unwrap()), (0, Some(done)));
}

#[tokio::test]
async fn one_at_a_time_takes_what_is_due_and_who_died_at_it_is_followed_by_another() {
    let store = memory().await;
    let ours = tenant(&store, "fjordvik");
    for id in ["a", "b"] {
        waiting(&*ours, id).await;
    }
    let now = at(1);
    let (one, two, none) = (ours.take(now).await, ours.take(now).await, ours.take(now).await);
    let (one, two) = (one.unwrap().unwrap(), two.unwrap().unwrap());
    assert_eq!((one.draft.as_str(), two.draft.as_str(), none.unwrap()), ("a", "b", None));
    let carried = one.clone().carry(&*ours).await.unwrap();
    assert_eq!(one.carry(&*ours).await.unwrap_err().kind, FailureKind::Stale, "of an older version");
    let later = carried.later(FailureKind::Slow, now).carry(&*ours).await.unwrap();
    two.stopped(FailureKind::Refused).carry(&*ours).await.unwrap();
    let after = now + SignedDuration::from_hours(1);
    assert_eq!(ours.take(after).await.unwrap().unwrap(), Posting { version: later.version + 1, ..later.held(after) });
    assert_eq!(ours.take(after).await.unwrap(), None, "what was stopped waits for a person");
    let ended = after + SignedDuration::from_mins(5);
    assert_eq!(ours.take(ended).await.unwrap().unwrap().draft, DraftId::new("a"));
}

#[tokio::test]
async fn what_is_damaged_hides_no_other_and_an_erased_draft_leaves_nothing() {
    let store = memory().await;
    let ours = tenant(&store, "fjordvik");
    for id in ["a", "b"] {
        waiting(&*ours, id).await;
    }
    sqlx::query("UPDATE journal_outbox SET due = due - 1 WHERE draft = 'a'").execute(store.pool()).await.unwrap();
    assert_eq!(ours.take(at(1)).await.unwrap().unwrap().draft, DraftId::new("b"));
    assert_eq!(ours.take(at(1)).await.unwrap_err().kind, FailureKind::Garbled);
    for id in ["a", "b"] {
        let read = ours.dossier(&DraftId::new(id)).await.unwrap().unwrap();
        Erasure::of(&read).commit(&*ours, about(Action::TextErased, id)).await.unwrap();
    }
    assert_eq!(rows(&store).await, 0);
}

#[tokio::test]
async fn its_text_is_encrypted_and_changes_keys_with_the_rest() {
    let folder = tempfile::tempdir().unwrap();
    let ring = keys_in(folder.path());
    let store = Sqlite::open(Place::File(&folder.path().join("s.db")), ring.clone()).await.unwrap();
    let (ours, whose) = (tenant(&store, "fjordvik"), vocabulary::TenantId::new("fjordvik"));
    waiting(&*ours, "a").await;
    let (body,): (String,) = sqlx::query_as("SELECT body FROM journal_outbox").fetch_one(store.pool()).await.unwrap();
    assert!(!body.contains("Haug"));
    ring.rotate(&whose).unwrap();
    let rekeyed = store.rekey(&whose).await.unwrap();
    assert_eq!((rekeyed.rows, rekeyed.unread), (2, 0));
    assert_eq!(ours.postings().await.unwrap(), [Posting { version: 1, ..posting("a") }]);
    assert_eq!(store.readable(&[]).await.unwrap().unread, 0);
}
