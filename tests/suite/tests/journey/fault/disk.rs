//! A disk that takes no more, and a database that another program holds: told with what to do, in time, and nothing is lost.

use super::Served;
use crate::{
    trail::{command, run, saksvar, trail},
    walk::{TILBYGG, drafted, filled, mail_about},
};
use backend::wire::key;
use contract::{
    Kind, Operation, Problem,
    operation::{ReviseDraft, ShowDraft, WhoAmI},
    view::Draft,
};
use domain::audit::chain;
use sql::Sqlite;
use std::{
    process::Command,
    sync::{Arc, mpsc},
    time::{Duration, Instant},
};
use suite::Stand;
use vocabulary::TenantId;

fn edit(draft: &Draft, number: u32) -> ReviseDraft {
    let text = format!("{}\n\nTillegg {number}.", filled(&draft.text));
    ReviseDraft { draft: draft.id.clone(), revision: draft.revision, text }
}

/// What a person is told of a store that does not store: 503, when to come again, and a sentence with what to do.
async fn told<O: Operation>(stand: &Stand, operation: &O) -> Problem {
    let body = serde_json::to_vec(operation).expect("JSON");
    let answer = stand.post(O::PATH, Some(&stand.token("kari")), body).await;
    let again = answer.headers().get("retry-after").map(|seconds| seconds.as_bytes().to_vec());
    assert_eq!((answer.status().as_u16(), again), (503, Some(b"10".to_vec())));
    let problem: Problem = answer.json().await.expect("a problem");
    assert!(problem.kind == Kind::Outside && problem.title.contains("meld fra til IT"), "{problem:?}");
    problem
}

/// The real server, whose files may not grow beyond so many bytes: what the system then answers is what a full disk answers.
async fn cramped(stand: &Stand, bytes: u64) -> Served {
    let script = format!("trap '' XFSZ; ulimit -f {}; exec \"$0\" serve", bytes / 512);
    let mut server = Command::new("sh");
    server.args(["-c", &script]).arg(saksvar()).envs(stand.environment());
    Served::at(stand, &mut server).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_loses_nothing_that_was_answered_and_work_goes_on_when_there_is_room() {
    let mut stand = Stand::up().await;
    let mut draft = drafted(&stand, &mail_about(&stand, TILBYGG)).await;
    stand.halt().await;
    let file = stand.state_folder().join("saksvar.sqlite");
    let size = std::fs::metadata(&file).expect("a database").len();
    let server = cramped(&stand, size + 400_000).await;
    let (mut saved, mut refused) = (0, None);
    while refused.is_none() && saved < 400 {
        match stand.call("kari", &edit(&draft, saved)).await {
            Ok(next) => (draft, saved) = (next, saved + 1),
            Err(problem) => refused = Some(problem),
        }
    }
    let problem = refused.expect("the disk is full at last");
    assert_eq!(problem.status, 503, "{problem:?}");
    told(&stand, &edit(&draft, 999)).await;
    told(&stand, &WhoAmI {}).await;
    let (code, verified) = run(&stand, &["audit", "verify"]);
    assert_eq!(code, Some(0), "the trail is read beside it, and holds: {verified}");
    drop(server);

    stand.restart().await;
    assert!(saved > 0 && chain::verify(trail(&stand).await).is_ok());
    let shown = stand.call("kari", &ShowDraft { draft: draft.id.clone() }).await.expect("shown");
    assert_eq!((shown.revision, &shown.text), (draft.revision, &draft.text), "{saved} edits were answered");
    let next = stand.call("kari", &edit(&draft, 999)).await.expect("there is room again");
    assert_eq!(next.revision, draft.revision + 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_another_program_holds_is_told_in_time_and_served_again_when_it_is_free() {
    let stand = Stand::up().await;
    let draft = drafted(&stand, &mail_about(&stand, TILBYGG)).await;
    let tenant = TenantId::new(&stand.town.settings().tenant);
    let beside = Sqlite::beside(&stand.state_folder().join("saksvar.sqlite")).await.expect("opened beside the server");
    let beside = beside.with(Arc::new(key::ring(&stand.config()).expect("the keys")));
    let ((held, holds), (release, released)) = (mpsc::channel(), mpsc::channel::<()>());
    let holder = tokio::spawn(async move {
        let work = move || {
            held.send(()).expect("told");
            let _ = released.recv();
            Ok(())
        };
        beside.when_settled(&tenant, work).await
    });
    tokio::task::spawn_blocking(move || holds.recv()).await.expect("waited").expect("the database is held");
    let (begun, order) = (Instant::now(), edit(&draft, 1));
    // More people than there are connections.
    let waiting = futures::future::join_all((0..6).map(|_| told(&stand, &order)));
    waiting.await;
    assert!(begun.elapsed() < Duration::from_secs(25), "{:?}", begun.elapsed());
    let (code, verified) = run(&stand, &["audit", "verify"]);
    assert_eq!(code, Some(0), "{verified}");
    release.send(()).expect("let go");
    holder.await.expect("ended").expect("nothing was written");
    let next = stand.call("kari", &order).await.expect("the same once more");
    assert_eq!(next.revision, draft.revision + 1, "it was not done before");
    let output = command(&stand, &["audit", "verify"]).output().expect("the binary runs");
    assert!(output.status.success());
}
