//! Backup and restore: copied beside the running server, proved, refused when it is damaged, half or foreign, and equal after a restore.

use crate::{
    trail::{command, run},
    walk::{TILBYGG, approval, asked, drafted, filled, mail_about, preparing, release},
};
use backend::{backup::MANIFEST, checkpoint::Key};
use contract::{
    Problem,
    operation::{FindDraft, ListReviews, ReviseDraft, SaveSignature, ShowDraft, WhoAmI},
    view::Draft,
};
use serde_json::Value;
use std::{
    collections::BTreeMap,
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};
use suite::Stand;
use tempfile::TempDir;
use town::Folder;
use vocabulary::ConversationId;

fn text(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}

/// A command that ends well, and its one line.
fn told(stand: &Stand, words: &[&str]) -> Value {
    told_with(stand, words, &[])
}

/// The same with more settings.
fn told_with(stand: &Stand, words: &[&str], more: &[(&str, String)]) -> Value {
    let output = command(stand, words).envs(more.iter().cloned()).output().expect("the binary runs");
    assert_eq!(output.status.code(), Some(0), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("a line of JSON")
}

/// A command that is refused: its exit code, and its sentence.
fn refused(stand: &Stand, words: &[&str], more: &[(&str, &str)]) -> (Option<i32>, String) {
    let output = command(stand, words).envs(more.iter().copied()).output().expect("the binary runs");
    (output.status.code(), String::from_utf8(output.stderr).expect("text"))
}

/// A backup in a new folder.
fn backed(stand: &Stand, elsewhere: &TempDir, name: &str) -> PathBuf {
    let to = elsewhere.path().join(name);
    told(stand, &["backup", "--to", text(&to)]);
    to
}

/// What every table holds.
async fn tables(stand: &Stand) -> Vec<(String, u64, String)> {
    let store = backend::wire::store_to_read(&stand.config()).await.expect("the store is read");
    let tables = store.tables().await.expect("every row is read");
    store.close().await;
    tables.into_iter().map(|table| (table.name, table.rows, table.sha256)).collect()
}

/// The files below a folder with their bytes, without locks and the log of the database.
fn bytes(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let is_kept =
        |path: &PathBuf| !["lock", "sqlite", "sqlite-wal", "sqlite-shm"].iter().any(|end| text(path).ends_with(end));
    let files = suite::files(folder, "").into_iter().filter(is_kept);
    files
        .map(|path| (path.strip_prefix(folder).expect("below").to_path_buf(), fs::read(&path).expect("read")))
        .collect()
}

/// What people are shown, word for word.
async fn answers(stand: &Stand, drafts: &[Draft]) -> Vec<String> {
    let shown = |answer: Result<String, Problem>| answer.expect("it is answered");
    let json = |value: Value| value.to_string();
    let mut all = Vec::new();
    for draft in drafts {
        let show = stand.call("kari", &ShowDraft { draft: draft.id.clone() }).await;
        all.push(shown(show.map(|draft| json(serde_json::to_value(draft).expect("JSON")))));
    }
    for mail in stand.town.mails(crate::walk::POSTMOTTAK, Folder::Inbox) {
        let find = FindDraft { conversation: ConversationId::new(mail.conversation()) };
        let found = stand.call("kari", &find).await;
        all.push(shown(found.map(|found| json(serde_json::to_value(found).expect("JSON")))));
    }
    let queue = stand.call("liv", &ListReviews {}).await;
    all.push(shown(queue.map(|queue| json(serde_json::to_value(queue).expect("JSON")))));
    let me = stand.call("kari", &WhoAmI {}).await;
    all.push(shown(me.map(|me| json(serde_json::to_value(me).expect("JSON")))));
    all
}

/// A day's work: an approved draft, a waiting one, some more, and a signature.
async fn worked(stand: &Stand) -> Vec<Draft> {
    let signature = SaveSignature { text: "Kari Nordby\nFjordvik kommune".into(), images: Vec::new() };
    stand.call("kari", &signature).await.expect("registered");
    let tilbygg = mail_about(stand, TILBYGG);
    let waiting = asked(stand, &drafted(stand, &tilbygg).await).await;
    let approved = stand.call("liv", &approval(&waiting)).await.expect("approved");
    release(stand, &approved).await.expect("released");
    let mut drafts = vec![approved];
    for mail in stand.town.mails(crate::walk::POSTMOTTAK, Folder::Inbox).into_iter().take(5) {
        if mail.number != tilbygg.number
            && let Ok(draft) = stand.call("kari", &preparing(&mail)).await
        {
            drafts.push(draft);
        }
    }
    assert!(drafts.len() > 2, "there is something to lose");
    drafts
}

/// Settings by which commands sign checkpoints, in a folder that lies elsewhere.
fn signing(elsewhere: &Path) -> [(&'static str, String); 2] {
    let (key, checkpoints) = (elsewhere.join("trail.key"), elsewhere.join("checkpoints"));
    fs::write(&key, Key::new("sak.example.no").expect("a key").written()).expect("written");
    [("SAKSVAR__TRAIL__KEY", text(&key).to_owned()), ("SAKSVAR__TRAIL__CHECKPOINTS", text(&checkpoints).to_owned())]
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_restored_is_equal_in_every_table_file_and_answer() {
    let (mut stand, elsewhere) = (Stand::up().await, TempDir::new().expect("a folder"));
    let signing = signing(elsewhere.path());
    let drafts = worked(&stand).await;
    told(&stand, &["audit", "verify"]);
    let before = answers(&stand, &drafts).await;
    stand.halt().await;
    let signed = command(&stand, &["audit", "checkpoint"]).envs(signing.clone()).output().expect("the binary runs");
    assert!(signed.status.success());
    let (rows, files) = (tables(&stand).await, bytes(&stand.state_folder()));
    let to = elsewhere.path().join("b");
    told_with(&stand, &["backup", "--to", text(&to)], &signing);
    fs::remove_dir_all(elsewhere.path().join("checkpoints")).expect("the other disk is lost too");
    assert_ne!(tables(&stand).await, rows, "the trail says that a backup was made");

    // The day goes on: a draft is changed, and everything is lost but the backup and the master key.
    stand.restart().await;
    let edit = |draft: &Draft| ReviseDraft {
        draft: draft.id.clone(),
        revision: draft.revision,
        text: format!("{}\n\nEn setning til.", filled(&draft.text)),
    };
    stand.call("kari", &edit(&drafts[1])).await.expect("changed");
    let words = ["restore", "--from", text(&to)];
    let (code, why) = refused(&stand, &[&words[..], &["--over"]].concat(), &[]);
    assert!(code == Some(3) && why.contains("another server has"), "{why}");
    stand.halt().await;
    let (code, why) = refused(&stand, &words, &[]);
    assert!(code == Some(2) && why.contains("holds a store already") && why.contains("--over"), "{why}");
    let answer = told_with(&stand, &[&words[..], &["--over"]].concat(), &signing);
    let aside = PathBuf::from(answer["before"].as_str().expect("what was there is put aside"));
    assert!(aside.join("saksvar.sqlite").is_file() && aside.join("keys.json").is_file());
    fs::remove_dir_all(aside).expect("no longer needed");

    assert_eq!(tables(&stand).await, rows, "row for row");
    let mut restored = bytes(&stand.state_folder());
    restored.remove(Path::new("restored.json")).expect("the next start is told");
    assert_eq!(restored, files, "byte for byte");
    for file in suite::files(&stand.state_folder(), "").iter().filter(|file| !text(file).ends_with(".lock")) {
        let mode = fs::metadata(file).expect("a file").permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{}", file.display());
    }
    let verified = told_with(&stand, &["audit", "verify"], &signing);
    assert_eq!(
        (&verified["holds"], &verified["checkpoints"][0]["extends"]),
        (&true.into(), &true.into()),
        "{verified}"
    );
    stand.restart().await;
    assert_eq!(answers(&stand, &drafts).await, before, "word for word");
    stand.restart().await;
    let (_, entries) = run(&stand, &["audit", "export"]);
    let told_of = |action: &str| entries.lines().filter(|line| line.contains(action)).count();
    assert_eq!(
        (told_of("\"backup_restored\""), told_of("\"backup_made\"")),
        (1, 0),
        "once, and the other is after the copy"
    );
    stand.call("kari", &edit(&drafts[1])).await.expect("work goes on");
}

#[tokio::test(flavor = "multi_thread")]
async fn backups_under_load_are_whole_each_time_and_disturb_nobody() {
    let stand = Arc::new(Stand::up().await);
    let drafts = worked(&stand).await;
    let elsewhere = TempDir::new().expect("a folder");
    let is_over = Arc::new(AtomicBool::new(false));
    let work = |draft: Draft| {
        let (stand, is_over) = (stand.clone(), is_over.clone());
        async move {
            let (mut draft, mut edits) = (draft, 0);
            while !is_over.load(Ordering::Relaxed) {
                let text = format!("{}\n\nTillegg {edits}.", filled(&draft.text));
                let edit = ReviseDraft { draft: draft.id.clone(), revision: draft.revision, text };
                draft = stand.call("kari", &edit).await.expect("the edit is saved while the copy is made");
                edits += 1;
            }
            edits
        }
    };
    let at_work: Vec<_> = drafts.iter().skip(1).take(2).map(|draft| tokio::spawn(work(draft.clone()))).collect();
    let copied = stand.clone();
    let folders = tokio::task::spawn_blocking(move || {
        let all = ["a", "b", "c"].map(|name| backed(&copied, &elsewhere, name));
        (all, elsewhere)
    });
    let (folders, _elsewhere) = folders.await.expect("three backups");
    is_over.store(true, Ordering::Relaxed);
    let mut edits = 0;
    for work in at_work {
        edits += work.await.expect("nobody was disturbed");
    }
    assert!(edits > 2, "there was work under way");
    let ends: Vec<u64> = folders.iter().map(|folder| checked(&stand, folder)).collect();
    assert!(ends.is_sorted() && ends[0] < ends[2], "each is of its own moment: {ends:?}");
}

/// Proves a backup beside the server; the length of its trail.
fn checked(stand: &Stand, folder: &Path) -> u64 {
    let answer = told(stand, &["restore", "--check", "--from", text(folder)]);
    assert_eq!((&answer["unread"], &answer["trails"][0]["broken"]), (&Value::from(0), &Value::Null));
    assert!(answer["opened"].as_u64() > Some(2), "{answer}");
    answer["trails"][0]["entries"].as_u64().expect("a number")
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_damaged_half_or_foreign_is_refused_and_nothing_is_written() {
    let stand = Stand::up().await;
    worked(&stand).await;
    let elsewhere = TempDir::new().expect("a folder");
    let good = backed(&stand, &elsewhere, "good");
    let empty = elsewhere.path().join("empty");
    let key = stand.config().store.folder.with_extension("key");
    let settings = [("SAKSVAR__STORE__FOLDER", text(&empty)), ("SAKSVAR__STORE__KEY", &format!("file:{}", text(&key)))];
    let restore = |from: &Path, more: &[(&str, &str)]| {
        refused(&stand, &["restore", "--from", text(from)], &[&settings[..], more].concat())
    };
    let again = elsewhere.path().join("damaged");
    let files: Vec<PathBuf> =
        suite::files(&good, "").iter().map(|file| file.strip_prefix(&good).expect("below").to_path_buf()).collect();
    assert!(files.len() >= 5, "{files:?}");
    for file in &files {
        let content = fs::read(good.join(file)).expect("read");
        let middle = content.len() / 2;
        let mut flipped = content.clone();
        flipped[middle] ^= 4;
        for (what, damage) in [("flipped", Some(flipped)), ("cut", Some(content[..middle].to_vec())), ("gone", None)] {
            copy(&good, &again);
            match damage {
                Some(bytes) => fs::write(again.join(file), bytes).expect("damaged"),
                None => fs::remove_file(again.join(file)).expect("gone"),
            }
            let (code, why) = restore(&again, &[]);
            assert!(code == Some(2) && why.len() > 40, "{} {what}: {code:?} {why}", file.display());
            assert!(!empty.join("saksvar.sqlite").exists(), "{} {what}", file.display());
        }
    }
    // Another installation: another master key; or the same key and other municipalities.
    let other = elsewhere.path().join("other.key");
    run(&stand, &["key", "new", text(&other)]);
    let (code, why) = restore(&good, &[("SAKSVAR__STORE__KEY", &format!("file:{}", text(&other)))]);
    assert!(code == Some(2) && why.contains("are locked by master key"), "{why}");
    let (code, why) = restore(&good, &[("SAKSVAR__ENTRA__TENANT", "33333333-3333-4333-8333-333333333333")]);
    assert!(code == Some(2) && why.contains("of another installation"), "{why}");
    let (code, why) = restore(&elsewhere.path().join("nowhere"), &[]);
    assert!(code == Some(2) && why.contains("manifest.json"), "{why}");
    // A file too many is not restored.
    fs::write(good.join("records/evil.sh"), "x").expect("laid there");
    let (code, why) = restore(&good, &[]);
    assert_eq!(code, Some(0), "{why}");
    assert!(empty.join("saksvar.sqlite").is_file() && !empty.join("records/evil.sh").exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_is_for_its_owner_alone_holds_no_master_key_and_is_never_written_over() {
    let stand = Stand::up().await;
    let drafts = worked(&stand).await;
    // A key that somebody laid into the folder, against the manual.
    let inside = stand.state_folder().join("records/master.key");
    let secret = fs::read_to_string(stand.config().store.folder.with_extension("key")).expect("the key");
    fs::write(&inside, &secret).expect("laid there");
    let elsewhere = TempDir::new().expect("a folder");
    let to = backed(&stand, &elsewhere, "b");
    for file in suite::files(&to, "") {
        let mode = fs::metadata(&file).expect("a file").permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{}", file.display());
        let bytes = fs::read(&file).expect("read");
        let secret = secret.trim().as_bytes();
        assert!(!bytes.windows(secret.len()).any(|part| part == secret), "{}", file.display());
        let readable = String::from_utf8_lossy(&bytes).into_owned();
        assert!(!readable.contains("Per Haug") && !readable.contains(drafts[0].text.lines().next().expect("a line")));
    }
    assert_eq!(fs::metadata(&to).expect("a folder").permissions().mode() & 0o777, 0o700);
    assert!(fs::read_to_string(to.join(MANIFEST)).is_ok_and(|text| !text.contains(secret.trim())));
    let within = stand.state_folder().join("b");
    let part = elsewhere.path().join("c.part");
    fs::create_dir(&part).expect("one that broke off");
    for (to, words) in
        [(to, "never written over"), (within.clone(), "within store.folder"), (elsewhere.path().join("c"), "broke off")]
    {
        let (code, why) = refused(&stand, &["backup", "--to", text(&to)], &[]);
        assert!(code == Some(2) && why.contains(words), "{why}");
    }
    assert!(!within.exists() && !within.with_extension("part").exists());
    let (code, why) = refused(
        &stand,
        &["backup", "--to", text(&elsewhere.path().join("d"))],
        &[("SAKSVAR__STORE__KEY", "file:/nowhere")],
    );
    assert!(code == Some(3) && why.contains("master key cannot be read"), "without the key there is no proof: {why}");
    assert!(!elsewhere.path().join("d").exists() && !elsewhere.path().join("d.part").exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn all_municipalities_of_a_server_are_in_its_backup_and_each_trail_tells_of_it() {
    let (first, second) = Stand::pair().await;
    drafted(&first, &mail_about(&first, TILBYGG)).await;
    drafted(&second, &mail_about(&second, TILBYGG)).await;
    let elsewhere = TempDir::new().expect("a folder");
    let to = backed(&first, &elsewhere, "b");
    let answer = told(&first, &["restore", "--check", "--from", text(&to)]);
    assert_eq!(answer["trails"].as_array().map(Vec::len), Some(2), "{answer}");
    let (_, entries) = run(&first, &["audit", "export"]);
    let told_of: Vec<&str> = entries.lines().filter(|line| line.contains("\"backup_made\"")).collect();
    assert_eq!(told_of.len(), 2);
    assert!(told_of.iter().all(|line| line.contains(answer["id"].as_str().expect("a name"))), "{told_of:?}");
    assert!(suite::files(&to.join("tenant"), ".encrypted").len() >= 2, "the records of the first");
    // Where one of them had its keys destroyed, the backup of the others is as good as before.
    let rows = answer["opened"].as_u64().expect("a number");
    told(&first, &["key", "erase", "--yes", "--tenant", &second.town.settings().tenant]);
    let after = told(&first, &["backup", "--to", text(&elsewhere.path().join("c"))]);
    assert_eq!((after["opened"].as_u64(), after["unread"].as_u64()), (Some(rows - 1), Some(0)), "{after}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restore_that_broke_off_keeps_servers_from_starting_until_it_is_done_again() {
    let mut stand = Stand::up().await;
    let draft = drafted(&stand, &mail_about(&stand, TILBYGG)).await;
    let elsewhere = TempDir::new().expect("a folder");
    let to = backed(&stand, &elsewhere, "b");
    stand.halt().await;
    // As a power cut leaves it: the old store put aside, the new one half there.
    let folder = stand.state_folder();
    fs::create_dir(folder.join("restore.part")).expect("made");
    fs::remove_file(folder.join("saksvar.sqlite")).expect("put aside");
    let (code, why) = refused(&stand, &["serve"], &[]);
    assert!(code == Some(3) && why.contains("a restore broke off"), "{why}");
    assert!(!folder.join("saksvar.sqlite").exists(), "no empty store is made in its place");
    told(&stand, &["restore", "--over", "--from", text(&to)]);
    stand.restart().await;
    let shown = stand.call("kari", &ShowDraft { draft: draft.id }).await.expect("shown");
    assert_eq!(shown.text, draft.text);
}

/// Copies a folder over another.
fn copy(from: &Path, to: &Path) {
    let _ = fs::remove_dir_all(to);
    for file in suite::files(from, "") {
        let place = to.join(file.strip_prefix(from).expect("below"));
        fs::create_dir_all(place.parent().expect("a folder")).expect("made");
        fs::copy(&file, place).expect("copied");
    }
}
