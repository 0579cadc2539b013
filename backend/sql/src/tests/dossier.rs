//! Dossiers: whole again, never overwritten by the slower one, never another tenant's, never approved by an author.

use super::sample::{about, approval, aside, at, bare, dossier, entry, keys, memory, reference, save, tenant};
use crate::{
    Place, Sqlite,
    row::{DossierRow, Mirror},
};
use domain::{
    audit::Action,
    dossier::Dossier,
    port::{Change, FailureKind, Laying, Store, TenantStore},
};
use std::sync::Arc;
use vocabulary::{ConversationId, DraftId, PersonId, Relation, Status, TenantId, Tone};

/// The same in a conversation of its own.
fn elsewhere(mut dossier: Dossier) -> Dossier {
    dossier.key.conversation = ConversationId::new(format!("conversation of {}", dossier.id));
    dossier
}

#[tokio::test]
async fn what_is_saved_comes_back_equal() {
    let store = memory().await;
    let ours = tenant(&store, "fjordvik");
    for whole in [dossier("a"), elsewhere(bare("b"))] {
        let saved = save(&*ours, whole.clone()).await.unwrap();
        assert_eq!(saved, Dossier { version: 1, ..whole });
        assert_eq!(ours.dossier(&saved.id).await.unwrap(), Some(saved.clone()));
        assert_eq!(ours.by_reference(&saved.reference).await.unwrap(), Some(saved.clone()));
        let changed = Dossier { subject: "Ny".into(), ..saved };
        let again = save(&*ours, changed.clone()).await.unwrap();
        assert_eq!(ours.dossier(&again.id).await.unwrap(), Some(Dossier { version: 2, ..changed }));
    }
}

#[test]
fn a_dossier_of_before_there_were_tones_and_roles_is_read() {
    let row: DossierRow = dossier("a").into_row();
    let mut json = serde_json::to_value(row).unwrap();
    let taken = json["matched"].as_object_mut().and_then(|matched| matched.remove("relation"));
    assert_eq!(taken, Some("applicant".into()));
    for revision in json["revisions"].as_array_mut().unwrap() {
        assert_eq!(revision.as_object_mut().and_then(|revision| revision.remove("tone")), Some("explaining".into()));
    }
    let read = Dossier::from_row(serde_json::from_value::<DossierRow>(json).unwrap());
    assert_eq!(read.matched.relation, Relation::Unknown);
    assert!(read.revisions.iter().all(|revision| revision.tone == Tone::Usual));
    assert_eq!(read.revisions.len(), dossier("a").revisions.len());
}

#[tokio::test]
async fn a_text_is_laid_aside_over_the_version_that_was_read_and_leaves_no_entry() {
    let store = memory().await;
    let ours = tenant(&store, "fjordvik");
    let saved = save(&*ours, dossier("a")).await.unwrap();
    let lay = async |over: &Dossier, by: &str, aside| Laying::over(over, PersonId::new(by), aside).commit(&*ours).await;
    lay(&saved, "ola", Some(aside("ola", "Et annet halvt or"))).await.unwrap();
    let laid = ours.dossier(&saved.id).await.unwrap().unwrap();
    let asides = [aside("kari", "Et halvt or"), aside("ola", "Et annet halvt or")];
    assert_eq!(laid, Dossier { version: 2, asides: asides.to_vec(), ..saved.clone() });
    assert_eq!(lay(&saved, "ola", None).await.unwrap_err().kind, FailureKind::Stale);
    lay(&laid, "ola", None).await.unwrap();
    assert_eq!(ours.dossier(&saved.id).await.unwrap().unwrap().asides, asides[..1]);
    assert_eq!(ours.entries(0, 10).await.unwrap().len(), 1, "the save alone");
    let elsewhere = tenant(&store, "bjerkedal");
    let theirs = Laying::over(&laid, PersonId::new("kari"), None).commit(&*elsewhere).await;
    assert_eq!(theirs.unwrap_err().kind, FailureKind::Stale, "another house has no such draft");
}

#[tokio::test]
async fn a_stale_save_is_refused_and_leaves_no_entry() {
    let store = memory().await;
    let ours = tenant(&store, "fjordvik");
    let first = save(&*ours, dossier("a")).await.unwrap();
    let second = save(&*ours, first.clone()).await.unwrap();
    let other = Dossier { reference: reference("a"), ..dossier("b") };
    for (stale, why) in [
        (first, "an older version"),
        (dossier("a"), "another dossier with the same id"),
        (Dossier { version: 7, ..second.clone() }, "a version that never was"),
        (Dossier { version: 1, ..dossier("c") }, "a dossier that was never saved"),
        (other, "a reference that is taken"),
    ] {
        let failure = save(&*ours, stale).await.unwrap_err();
        assert_eq!(failure.kind, FailureKind::Stale, "{why}");
    }
    assert_eq!(ours.dossier(&second.id).await.unwrap(), Some(second));
    assert_eq!(ours.entries(0, 100).await.unwrap().len(), 2);
}

#[tokio::test]
async fn of_many_saves_at_once_one_wins() {
    let folder = tempfile::tempdir().unwrap();
    let store = Sqlite::open(Place::File(&folder.path().join("s.db")), keys()).await.unwrap();
    let ours = tenant(&store, "fjordvik");
    let read = save(&*ours, bare("a")).await.unwrap();
    let saves = (0..8).map(|who| {
        let change = Dossier { subject: format!("number {who}"), ..read.clone() };
        let ours = tenant(&store, "fjordvik");
        tokio::spawn(async move { Change::to(change).commit(&*ours, about(Action::DraftRevised, "a")).await })
    });
    let outcomes: Vec<_> = futures::future::join_all(saves).await.into_iter().map(Result::unwrap).collect();
    let won: Vec<_> = outcomes.iter().filter_map(|outcome| outcome.as_ref().ok()).collect();
    assert_eq!(won.len(), 1);
    assert!(outcomes.iter().flat_map(|outcome| outcome.as_ref().err()).all(|lost| lost.kind == FailureKind::Stale));
    assert_eq!(ours.dossier(&read.id).await.unwrap().as_ref(), Some(won[0]));
    assert_eq!(ours.entries(0, 100).await.unwrap().len(), 2);
}

#[tokio::test]
async fn two_tenants_never_see_each_other() {
    let store = memory().await;
    let (ours, theirs) = (tenant(&store, "fjordvik"), tenant(&store, "bjerkedal"));
    let mut saved = save(&*ours, dossier("a")).await.unwrap();
    assert_eq!(theirs.dossier(&saved.id).await.unwrap(), None);
    assert_eq!(theirs.latest_in(&saved.key.conversation).await.unwrap(), None);
    assert_eq!(theirs.by_reference(&saved.reference).await.unwrap(), None);
    assert_eq!(theirs.waiting().await.unwrap(), []);
    assert_eq!(theirs.entries_of(&saved.id).await.unwrap(), []);
    assert_eq!(theirs.entries(0, 100).await.unwrap(), []);
    ours.record(super::sample::traced(Action::OperationOpened, "t")).await.unwrap();
    assert_eq!(theirs.sweep_unfinished(at(5)).await.unwrap(), 0);
    assert_eq!(save(&*theirs, saved.clone()).await.unwrap_err().kind, FailureKind::Stale);
    assert_eq!(theirs.record(entry(Action::DraftShown)).await.unwrap(), 1, "each tenant counts from 1");
    // The same id in the other house is another draft.
    save(&*theirs, Dossier { reference: reference("b"), subject: "theirs".into(), ..dossier("a") }).await.unwrap();
    saved = ours.dossier(&saved.id).await.unwrap().unwrap();
    assert_eq!(saved.subject, "Sak 2026/1234");
    let found = async |house: &Arc<dyn TenantStore>, wanted| house.by_reference(&reference(wanted)).await.unwrap();
    assert_eq!(found(&ours, "a").await.map(|one| one.subject), Some("Sak 2026/1234".into()));
    assert_eq!(found(&theirs, "b").await.map(|one| one.subject), Some("theirs".into()));
    assert_eq!((found(&ours, "b").await, found(&theirs, "a").await), (None, None));
    assert_eq!(store.tenants().await.unwrap(), [TenantId::new("bjerkedal"), TenantId::new("fjordvik")]);
}

#[tokio::test]
async fn the_newest_in_a_conversation_and_the_longest_waiting_come_first() {
    let store = memory().await;
    let ours = tenant(&store, "fjordvik");
    for (id, created, asked) in [("a", 0, 30), ("b", 20, 10), ("c", 10, 20)] {
        let mut one = elsewhere(dossier(id));
        one.request.as_mut().unwrap().at = at(asked);
        save(&*ours, one).await.unwrap();
        let left = Dossier { status: Status::Sent, created: at(created), ..dossier(&format!("{id} sent")) };
        save(&*ours, left).await.unwrap();
    }
    let conversation = ConversationId::new("conversation");
    assert_eq!(ours.latest_in(&conversation).await.unwrap().map(|one| one.id), Some(DraftId::new("b sent")));
    // The clock was set back before the next one was begun.
    save(&*ours, Dossier { status: Status::Returned, created: at(-5), ..dossier("d") }).await.unwrap();
    assert_eq!(ours.latest_in(&conversation).await.unwrap().map(|one| one.id), Some(DraftId::new("d")));
    assert_eq!(ours.latest_in(&ConversationId::new("Conversation")).await.unwrap(), None);
    let queue: Vec<_> = ours.waiting().await.unwrap().into_iter().map(|one| one.id.to_string()).collect();
    assert_eq!(queue, ["b", "c", "a"]);
}

#[tokio::test]
async fn the_database_itself_refuses_an_author_who_approves() {
    let store = memory().await;
    let ours = tenant(&store, "fjordvik");
    let kept = save(&*ours, bare("a")).await.unwrap();
    for (by, revision, denied) in [("kari", 2, true), ("ola", 2, true), ("kari", 1, true), ("liv", 2, false)] {
        let ruled = Dossier { rulings: vec![approval(by, revision)], ..kept.clone() };
        let outcome = save(&*ours, ruled).await;
        assert_eq!(outcome.as_ref().err().map(|failure| failure.kind), denied.then_some(FailureKind::Denied), "{by}");
    }
    assert_eq!(ours.entries(0, 100).await.unwrap().len(), 2);
    // Returning one's own draft is no approval.
    let mut returned = approval("kari", 1);
    returned.approve = false;
    let other = Dossier { rulings: vec![returned], ..elsewhere(bare("b")) };
    assert_eq!(other.revisions[0].author, PersonId::new("kari"));
    save(&*ours, other).await.unwrap();
}

#[tokio::test]
async fn a_conversation_has_one_draft_under_way() {
    let store = memory().await;
    let (ours, theirs) = (tenant(&store, "fjordvik"), tenant(&store, "bjerkedal"));
    let first = save(&*ours, dossier("a")).await.unwrap();
    assert_eq!(save(&*ours, dossier("b")).await.unwrap_err().kind, FailureKind::Stale);
    save(&*theirs, dossier("c")).await.unwrap();
    save(&*ours, Dossier { status: Status::Sent, ..first }).await.unwrap();
    save(&*ours, dossier("b")).await.unwrap();
}

#[tokio::test]
async fn a_store_is_whole_after_a_restart_and_has_one_server() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("saksvar.db");
    let store = Sqlite::open(Place::File(&path), keys()).await.unwrap();
    let kept = save(&*tenant(&store, "fjordvik"), dossier("a")).await.unwrap();
    let second = Sqlite::open(Place::File(&path), keys()).await.unwrap_err();
    assert_eq!(second.kind, FailureKind::Denied);
    assert!(second.detail.contains("another server"), "{}", second.detail);
    let reader = Sqlite::read(&path).await.unwrap();
    assert_eq!(tenant(&reader, "fjordvik").entries(0, 9).await.unwrap().len(), 1);
    let shut = tenant(&reader, "fjordvik").dossier(&kept.id).await.unwrap_err();
    assert!(shut.detail.contains("without the keys"), "{}", shut.detail);
    assert!(save(&*tenant(&reader, "fjordvik"), kept.clone()).await.is_err(), "a reader writes nothing");
    reader.close().await;
    drop(store); // No orderly end: what was committed must be there all the same.
    let store = Sqlite::open(Place::File(&path), keys()).await.unwrap();
    let ours = tenant(&store, "fjordvik");
    assert_eq!(ours.dossier(&kept.id).await.unwrap(), Some(kept));
    assert_eq!(ours.record(entry(Action::DraftShown)).await.unwrap(), 2);
    drop(ours);
    store.close().await;
    let reader = Sqlite::read(&path).await.unwrap();
    assert_eq!(tenant(&reader, "fjordvik").entries(0, 9).await.unwrap().len(), 2, "no server is needed to read");
}

#[tokio::test]
async fn a_place_that_cannot_be_used_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("none").join("s.db");
    let failure = Sqlite::open(Place::File(&missing), keys()).await.unwrap_err();
    assert!(failure.detail.contains("check that the folder exists"), "{}", failure.detail);
    assert_eq!(Sqlite::read(&missing).await.unwrap_err().kind, FailureKind::NotFound);
    let text = folder.path().join("text.db");
    std::fs::write(&text, "this is no database, whatever it is called ".repeat(40)).unwrap();
    assert_eq!(Sqlite::open(Place::File(&text), keys()).await.unwrap_err().kind, FailureKind::Unavailable);
}
