//! A server that is killed in the middle: everything it answered is there, nothing is half there, the file is free again.

use super::sample::{about, at, dossier, keys_in, save, tenant, traced};
use crate::{Place, Sqlite, trail};
use domain::audit::{Action, chain};
use std::{path::Path, process::Command};
use vocabulary::{DraftId, TenantId};

/// Names the database to the process that will die.
const VICTIM: &str = "SAKSVAR_TEST_VICTIM";

/// Writes, leaves a transaction open, and dies without any farewell.
async fn die(path: &Path) {
    let store = Sqlite::open(Place::File(path), keys_in(path.parent().unwrap())).await.unwrap();
    let ours = tenant(&store, "fjordvik");
    save(&*ours, dossier("a")).await.unwrap();
    ours.record(traced(Action::OperationOpened, "t")).await.unwrap();
    let mut open = store.begin().await.unwrap();
    let entry = about(Action::DraftShown, "a");
    trail::append::<sqlx::Sqlite>(&mut open, &TenantId::new("fjordvik"), entry).await.unwrap();
    std::process::abort();
}

#[tokio::test]
async fn what_was_answered_survives_a_kill() {
    if let Some(path) = std::env::var_os(VICTIM) {
        die(Path::new(&path)).await;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.db");
    let me = std::env::current_exe().unwrap();
    let name = ["--exact", "tests::kill::what_was_answered_survives_a_kill"];
    let died = Command::new(me).args(name).env(VICTIM, &path).output().unwrap();
    assert!(!died.status.success(), "the victim must die");
    let store = Sqlite::open(Place::File(&path), keys_in(folder.path())).await.unwrap();
    let ours = tenant(&store, "fjordvik");
    assert_eq!(ours.dossier(&DraftId::new("a")).await.unwrap().unwrap().version, 1);
    assert_eq!(chain::verify(ours.entries(0, 9).await.unwrap()), Ok(2), "what was not committed never was");
    assert_eq!(ours.sweep_unfinished(at(60)).await.unwrap(), 1);
}
