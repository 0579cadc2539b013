//! What a key must hold to: nothing moves, nothing is told, nothing is lost on the way from one key to the next.

use crate::{Ring, Source, Wrong};
use domain::port::{Cipher, Clock, FailureKind, cipher::Place};
use jiff::Timestamp;
use std::{fs, path::Path, sync::Arc};
use vocabulary::TenantId;

struct Frozen;

impl Clock for Frozen {
    fn now(&self) -> Timestamp {
        "2026-11-26T08:00:00Z".parse().unwrap()
    }
}

fn clock() -> Arc<dyn Clock> {
    Arc::new(Frozen)
}

fn tenant(name: &str) -> TenantId {
    TenantId::new(name)
}

/// A master key in a file of this folder.
fn key(folder: &Path, name: &str) -> Source {
    let file = folder.join(name);
    Source::make(&file).unwrap();
    Source::File(file)
}

fn ring(folder: &Path) -> Ring {
    let ring = Ring::create(&folder.join("keys.json"), key(folder, "master.key"), clock()).unwrap();
    ring.admit(&tenant("fjordvik")).unwrap();
    ring.admit(&tenant("bjerkedal")).unwrap();
    ring
}

fn place<'a>(tenant: &'a TenantId, row: &'a str) -> Place<'a> {
    Place { tenant, table: "dossier", row, column: "body" }
}

#[test]
fn a_text_is_read_where_it_was_written_and_nowhere_else() {
    let folder = tempfile::tempdir().unwrap();
    let ring = ring(folder.path());
    let (ours, theirs) = (tenant("fjordvik"), tenant("bjerkedal"));
    let here = place(&ours, "a 1");
    let text = "Jeg søker om tilbygg".as_bytes();
    let encrypted = ring.encrypt(here, text).unwrap();
    assert_eq!(ring.decrypt(here, encrypted.clone()).unwrap(), text);
    assert_eq!(encrypted[..9], ring.mark(&ours).unwrap());
    assert_ne!(ring.encrypt(here, text).unwrap(), encrypted, "the same text is another ciphertext each time");
    for (elsewhere, kind) in [
        (Place { row: "b 1", ..here }, FailureKind::Garbled),
        (Place { row: "a 2", ..here }, FailureKind::Garbled),
        (Place { table: "signature", ..here }, FailureKind::Garbled),
        (Place { column: "digest", ..here }, FailureKind::Garbled),
        (Place { table: "dossiera", row: " 1", ..here }, FailureKind::Garbled),
        (Place { tenant: &theirs, ..here }, FailureKind::Denied),
    ] {
        let refused = ring.decrypt(elsewhere, encrypted.clone()).unwrap_err();
        assert_eq!(refused.kind, kind, "{elsewhere:?}");
        assert!(refused.detail.contains(&elsewhere.to_string()), "{}", refused.detail);
    }
    for at in 0..encrypted.len() {
        let mut flipped = encrypted.clone();
        flipped[at] ^= 1;
        assert!(ring.decrypt(here, flipped).is_err(), "byte {at}");
        assert!(ring.decrypt(here, encrypted[..at].to_vec()).is_err(), "cut at {at}");
    }
}

#[test]
fn lookups_are_of_a_tenant_and_a_column() {
    let folder = tempfile::tempdir().unwrap();
    let ring = ring(folder.path());
    let look = |name: &str, column: &str, value: &str| ring.lookup(&tenant(name), column, value).unwrap();
    let one = look("fjordvik", "conversation", "AAQk=");
    assert_eq!(one.len(), 64);
    assert_eq!(look("fjordvik", "conversation", "AAQk="), one);
    for (name, column, value) in [
        ("bjerkedal", "conversation", "AAQk="),
        ("fjordvik", "address", "AAQk="),
        ("fjordvik", "conversation", "aaqk="),
        ("fjordvik", "conversationA", "AQk="),
    ] {
        assert_ne!(look(name, column, value), one, "{name} {column} {value}");
    }
    ring.rotate(&tenant("fjordvik")).unwrap();
    assert_eq!(look("fjordvik", "conversation", "AAQk="), one, "a new data key leaves it as it is");
}

#[test]
fn a_new_data_key_leaves_the_old_one_readable_until_it_retires() {
    let folder = tempfile::tempdir().unwrap();
    let (server, ours) = (ring(folder.path()), tenant("fjordvik"));
    let here = place(&ours, "a 1");
    let old = server.encrypt(here, b"gammel").unwrap();
    // The command line is another process with a ring of its own over the same file.
    let source = Source::File(folder.path().join("master.key"));
    let line = Ring::open(&folder.path().join("keys.json"), source, clock()).unwrap();
    let id = line.rotate(&ours).unwrap();
    assert_eq!(server.turning(), std::slice::from_ref(&ours), "the server sees it");
    let new = server.encrypt(here, b"ny").unwrap();
    assert_ne!(new[..9], old[..9]);
    assert_eq!(server.decrypt(here, old.clone()).unwrap(), b"gammel");
    server.retire(&ours, || false).unwrap();
    assert_eq!(server.turning().len(), 1, "something still stands under it");
    server.retire(&ours, || true).unwrap();
    assert!(server.turning().is_empty());
    assert_eq!(line.states().into_iter().find(|state| state.tenant == ours).unwrap().keys[0].id, id);
    assert_eq!(server.decrypt(here, new).unwrap(), b"ny");
    let gone = server.decrypt(here, old).unwrap_err();
    assert_eq!(gone.kind, FailureKind::Denied);
    assert!(gone.detail.contains("restore that file"), "{}", gone.detail);
}

#[test]
fn another_master_key_locks_the_same_data_keys_while_the_server_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let (server, ours) = (ring(folder.path()), tenant("fjordvik"));
    let (here, file) = (place(&ours, "a 1"), folder.path().join("keys.json"));
    let text = server.encrypt(here, b"tekst").unwrap();
    let look = server.lookup(&ours, "conversation", "c").unwrap();
    let (old, new) = (Source::File(folder.path().join("master.key")), key(folder.path(), "new.key"));
    let line = Ring::open(&file, old.clone(), clock()).unwrap();
    assert_eq!(line.rewrap(&new).unwrap(), new.id().unwrap());
    assert_eq!(server.decrypt(here, text.clone()).unwrap(), b"tekst", "no restart is needed");
    assert!(server.encrypt(here, b"mer").is_ok());
    let refused = Ring::open(&file, old, clock()).unwrap_err();
    assert!(matches!(refused, Wrong::OtherKey { .. }), "{refused}");
    let next = Ring::open(&file, new, clock()).unwrap();
    assert_eq!(next.decrypt(here, text.clone()).unwrap(), b"tekst");
    assert_eq!(next.lookup(&ours, "conversation", "c").unwrap(), look);
    // A data key that the server cannot unlock leaves it with those it has, and it says why.
    next.rotate(&ours).unwrap();
    assert_eq!(server.decrypt(here, text).unwrap(), b"tekst");
    assert!(server.trouble().is_some_and(|why| matches!(why, Wrong::OtherKey { .. })));
}

#[test]
fn destroyed_keys_are_gone_for_the_running_server_too_and_do_not_come_back_unseen() {
    let folder = tempfile::tempdir().unwrap();
    let (server, ours, theirs) = (ring(folder.path()), tenant("fjordvik"), tenant("bjerkedal"));
    let here = place(&ours, "a 1");
    let text = server.encrypt(here, b"tekst").unwrap();
    let other = server.encrypt(place(&theirs, "a 1"), b"deres").unwrap();
    let file = folder.path().join("keys.json");
    let line = Ring::open(&file, Source::File(folder.path().join("master.key")), clock()).unwrap();
    line.erase(&ours).unwrap();
    for refused in [
        server.decrypt(here, text).unwrap_err(),
        server.encrypt(here, b"").unwrap_err(),
        server.lookup(&ours, "conversation", "c").unwrap_err(),
        server.admit(&ours).unwrap_err(),
    ] {
        assert_eq!(refused.kind, FailureKind::Denied);
        assert!(refused.detail.contains("were destroyed at 2026-11-26"), "{}", refused.detail);
    }
    assert_eq!(server.decrypt(place(&theirs, "a 1"), other).unwrap(), b"deres");
    assert!(matches!(line.erase(&ours), Err(Wrong::Erased { .. })));
    assert!(matches!(line.erase(&tenant("nobody")), Err(Wrong::NoTenant(_))));
    let kept = fs::read_to_string(file).unwrap();
    assert_eq!(kept.matches("wrapped").count(), 1, "{kept}");
}

#[test]
fn what_is_no_key_is_refused_with_what_to_do_and_nothing_is_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("keys.json");
    drop(ring(folder.path()));
    let before = fs::read(&file).unwrap();
    let short = folder.path().join("short.key");
    fs::write(&short, "hemmelig\n").unwrap();
    for (source, told) in [
        (key(folder.path(), "other.key"), "Nothing was changed"),
        (Source::File(short), "`saksvar key new FILE` makes one"),
        (Source::File(folder.path().join("none.key")), "Put the key there"),
        (Source::Variable("SAKSVAR_NO_SUCH_KEY".into()), "there is no such variable"),
        (Source::Command(vec!["saksvar-no-such-program".into()]), "the program does not run"),
        (Source::Command(vec!["false".into()]), "the program ended with"),
    ] {
        let refused = Ring::open(&file, source, clock()).unwrap_err().to_string();
        assert!(refused.contains(told) && !refused.contains("hemmelig"), "{refused}");
    }
    assert_eq!(fs::read(&file).unwrap(), before);
    let place = folder.path().join("master.key");
    assert!(Source::make(&place).unwrap_err().to_string().contains("never overwritten"));
    assert!(matches!(
        Ring::open(&folder.path().join("none.json"), Source::File(place), clock()),
        Err(Wrong::NoRing(_))
    ));
    for setting in ["", "file", "file:", "hemmelig", "vault:x", "aGVtbWVsaWc=:x"] {
        let refused = Source::read(setting).unwrap_err().to_string();
        assert!(!refused.contains("hemmelig") && !refused.contains("aGVt"), "{refused}");
    }
}

#[test]
fn a_key_comes_from_a_file_a_variable_or_a_command_in_either_writing() {
    let folder = tempfile::tempdir().unwrap();
    let made = key(folder.path(), "master.key");
    let file = folder.path().join("master.key");
    let written = fs::read_to_string(&file).unwrap();
    assert_eq!(written.trim().len(), 44);
    let printed = Source::read(&format!("command:cat {}", file.display())).unwrap();
    assert_eq!(printed.id().unwrap(), made.id().unwrap());
    let hex = folder.path().join("hex.key");
    fs::write(&hex, format!(" {}\r\n", "0a".repeat(32))).unwrap();
    let base64 = folder.path().join("base64.key");
    fs::write(&base64, "CgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgo=").unwrap();
    assert_eq!(Source::File(hex).id().unwrap(), Source::File(base64).id().unwrap());
    assert!(matches!(Source::read("env:SAKSVAR_KEY"), Ok(Source::Variable(name)) if name == "SAKSVAR_KEY"));
}

#[cfg(unix)]
#[test]
fn a_key_is_for_its_owner_alone_and_one_that_others_read_is_warned_about() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    drop(ring(folder.path()));
    let file = folder.path().join("master.key");
    let source = Source::File(file.clone());
    for made in [&file, &folder.path().join("keys.json")] {
        assert_eq!(fs::metadata(made).unwrap().permissions().mode() & 0o777, 0o600, "{}", made.display());
    }
    assert_eq!(source.warning(), None);
    fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
    assert!(source.warning().is_some_and(|told| told.contains("chmod 600")));
}

#[test]
fn nothing_that_is_shown_holds_a_key() {
    let folder = tempfile::tempdir().unwrap();
    let ring = ring(folder.path());
    let written = fs::read_to_string(folder.path().join("master.key")).unwrap();
    let client = Source::read("command:vault read -token=hemmelig").unwrap();
    let shown = format!("{ring:?} {:?} {:?} {client} {client:?}", ring.source, ring.states());
    let raw: Vec<u8> = base64::Engine::decode(&base64::engine::general_purpose::STANDARD, written.trim()).unwrap();
    let hex: String = raw.iter().map(|byte| format!("{byte:02x}")).collect();
    for key in [written.trim(), &hex, &format!("{raw:?}"), "hemmelig"] {
        assert!(!shown.contains(key), "{shown}");
    }
    assert_eq!(format!("{:?}", ring.source.master().unwrap()), "(master key)");
    let file = fs::read_to_string(folder.path().join("keys.json")).unwrap();
    assert!(!file.contains(written.trim()));
}
