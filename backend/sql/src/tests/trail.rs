//! The trail: in one line however many write at once, open operations swept.

use super::sample::{about, at, keys, memory, tenant, traced};
use crate::{Place, Sqlite};
use domain::audit::{Action, Link, chain};
use vocabulary::DraftId;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_chain_holds_after_five_hundred_entries_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let store = Sqlite::open(Place::File(&folder.path().join("s.db")), keys()).await.unwrap();
    let writes = (0..500).map(|i| {
        let handle = tenant(&store, if i % 5 == 0 { "bjerkedal" } else { "fjordvik" });
        tokio::spawn(async move { handle.record(about(Action::DraftShown, &format!("d{i}"))).await.unwrap() })
    });
    futures::future::join_all(writes).await.into_iter().for_each(|done| {
        done.unwrap();
    });
    for (name, count) in [("fjordvik", 400), ("bjerkedal", 100)] {
        let links = tenant(&store, name).entries(0, 1000).await.unwrap();
        assert_eq!(links.len(), count);
        assert_eq!(chain::verify(links), Ok(count as u64));
    }
}

#[tokio::test]
async fn entries_come_in_pages_and_by_draft() {
    let store = memory().await;
    let ours = tenant(&store, "fjordvik");
    for i in 0..7 {
        let number = ours.record(about(Action::DraftShown, if i % 2 == 0 { "a" } else { "b" })).await.unwrap();
        assert_eq!(number, i + 1);
    }
    let numbers = |links: Vec<Link>| links.into_iter().map(|link| link.sequence).collect::<Vec<_>>();
    assert_eq!(numbers(ours.entries(0, 3).await.unwrap()), [1, 2, 3]);
    assert_eq!(numbers(ours.entries(3, 3).await.unwrap()), [4, 5, 6]);
    assert_eq!(numbers(ours.entries(6, 3).await.unwrap()), [7]);
    assert_eq!(numbers(ours.entries(7, 3).await.unwrap()), [0; 0]);
    assert_eq!(numbers(ours.entries_of(&DraftId::new("b")).await.unwrap()), [2, 4, 6]);
}

#[tokio::test]
async fn what_was_opened_and_never_closed_is_unfinished_once() {
    let store = memory().await;
    let ours = tenant(&store, "fjordvik");
    let closed = [("t1", Action::OperationClosed), ("t2", Action::OperationFailed)];
    for trace in ["t1", "t2", "t3", "t4"] {
        ours.record(traced(Action::OperationOpened, trace)).await.unwrap();
    }
    for (trace, action) in closed {
        ours.record(traced(action, trace)).await.unwrap();
    }
    assert_eq!(ours.sweep_unfinished(at(60)).await.unwrap(), 2);
    assert_eq!(ours.sweep_unfinished(at(61)).await.unwrap(), 0);
    let links = ours.entries(6, 10).await.unwrap();
    let swept: Vec<_> =
        links.iter().map(|link| (link.entry.action, link.entry.trace.as_deref(), link.entry.at)).collect();
    let unfinished = |trace| (Action::OperationUnfinished, Some(trace), at(60));
    assert_eq!(swept, [unfinished("t3"), unfinished("t4")]);
    assert_eq!(chain::verify(ours.entries(0, 100).await.unwrap()), Ok(8));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn new_files_open_however_many_are_opened_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let opened = (0..60).map(|i| {
        let path = folder.path().join(format!("{i}.db"));
        tokio::spawn(async move {
            let store = Sqlite::open(Place::File(&path), keys()).await.unwrap();
            tenant(&store, "fjordvik").record(about(Action::DraftShown, "a")).await.unwrap()
        })
    });
    for number in futures::future::join_all(opened).await {
        assert_eq!(number.unwrap(), 1);
    }
}
