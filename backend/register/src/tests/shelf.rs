//! What is kept: the same again when opened, and nothing of it readable on the disk.

use super::{clock, fixture};
use crate::{Register, Shelf};
use domain::port::Cipher;
use std::{collections::BTreeMap, fs, path::Path};
use vault::Ring;
use vocabulary::TenantId;

const FILES: [&str; 3] = ["cases.jsonl", "articles.jsonl", "units.jsonl"];

fn tenant(name: &str) -> TenantId {
    TenantId::new(name)
}

fn keys() -> Ring {
    let ring = Ring::fleeting(clock()).unwrap();
    ring.admit(&tenant("fjordvik")).unwrap();
    ring.admit(&tenant("bjerkedal")).unwrap();
    ring
}

/// The lines of every file, decrypted.
fn lines(shelf: &Shelf<'_>) -> BTreeMap<&'static str, String> {
    FILES.map(|file| (file, String::from_utf8(shelf.plain(file).unwrap().unwrap()).unwrap())).into()
}

fn bytes(folder: &Path) -> Vec<u8> {
    fs::read_dir(folder).unwrap().flat_map(|file| fs::read(file.unwrap().path()).unwrap()).collect()
}

fn holds(folder: &Path, text: &str) -> bool {
    bytes(folder).windows(text.len()).any(|window| window == text.as_bytes())
}

#[test]
fn the_kept_copy_opens_to_the_same_and_stays_the_same() {
    let (ring, house) = (keys(), tenant("fjordvik"));
    let imported = Register::import(&fixture(), clock()).unwrap();
    assert_eq!((imported.cases, imported.articles, imported.units), (16, 16, 7));
    let folder = tempfile::tempdir().unwrap();
    let (first, second) = (folder.path().join("first"), folder.path().join("second"));
    let (first, second) = (Shelf::new(&first, &ring, &house), Shelf::new(&second, &ring, &house));
    imported.register.keep(&first).unwrap();
    imported.register.keep(&first).unwrap();
    Register::open(&first, clock()).unwrap().keep(&second).unwrap();
    assert_eq!(lines(&first), lines(&second));
    for (file, kept) in lines(&first) {
        assert_eq!(kept.lines().count(), fs::read_to_string(fixture().join(file)).unwrap().lines().count());
    }
    let place = folder.path().join("first");
    assert_eq!(fs::read_dir(&place).unwrap().count(), 4, "nothing of the index, nothing half written");
    for text in ["per.haug@example.no", "Storgata 12", "2026/1234", "byggesak"] {
        assert!(!holds(&place, text), "{text}");
    }
}

#[test]
fn nothing_was_imported_yet_is_an_empty_register() {
    let (ring, house, folder) = (keys(), tenant("fjordvik"), tempfile::tempdir().unwrap());
    let none = folder.path().join("records");
    let register = Register::open(&Shelf::new(&none, &ring, &house), clock()).unwrap();
    assert_eq!(register.find("byggesak", 5).unwrap(), Vec::<String>::new());
}

#[test]
fn plain_files_of_an_older_version_are_taken_over_and_wiped() {
    let (ring, house, folder) = (keys(), tenant("fjordvik"), tempfile::tempdir().unwrap());
    for file in FILES {
        fs::copy(fixture().join(file), folder.path().join(file)).unwrap();
    }
    // A second name of the same file shows what is left where it lay.
    let twin = tempfile::tempdir_in(folder.path().parent().unwrap()).unwrap();
    fs::hard_link(folder.path().join("cases.jsonl"), twin.path().join("cases")).unwrap();
    let shelf = Shelf::new(folder.path(), &ring, &house);
    assert!(holds(folder.path(), "per.haug@example.no"), "the test could see it");
    let opened = Register::open(&shelf, clock()).unwrap();
    assert_eq!(format!("{opened:?}"), "16 cases, 16 articles, 7 units");
    assert!(!holds(folder.path(), "per.haug@example.no"));
    assert!(fs::read(twin.path().join("cases")).unwrap().iter().all(|byte| *byte == 0), "the bytes are gone too");
    assert_eq!(format!("{:?}", Register::open(&shelf, clock()).unwrap()), "16 cases, 16 articles, 7 units");
}

#[test]
fn files_turn_to_a_new_key_and_are_of_no_use_elsewhere() {
    let (ring, house, folder) = (keys(), tenant("fjordvik"), tempfile::tempdir().unwrap());
    let shelf = Shelf::new(folder.path(), &ring, &house);
    Register::import(&fixture(), clock()).unwrap().register.keep(&shelf).unwrap();
    let before = lines(&shelf);
    assert!(shelf.is_settled() && !shelf.rekey().unwrap());
    ring.rotate(&house).unwrap();
    assert!(!shelf.is_settled());
    assert!(shelf.rekey().unwrap() && shelf.is_settled());
    ring.retire(&house, || shelf.is_settled()).unwrap();
    assert_eq!(lines(&shelf), before);
    // One file in the place of another, and another tenant.
    fs::copy(folder.path().join("units.encrypted"), folder.path().join("cases.encrypted")).unwrap();
    let refused = Register::open(&shelf, clock()).unwrap_err().to_string();
    assert!(refused.contains("records.lines of cases.jsonl was encrypted for another place"), "{refused}");
    let other = tenant("bjerkedal");
    assert!(Register::open(&Shelf::new(folder.path(), &ring, &other), clock()).is_err());
}
