//! Records as they are imported (saksregister): wrong lines are told, and what was kept is the same again.

use domain::port::{
    Cipher, Clock, Failure,
    cipher::{Mark, Place},
};
use jiff::Timestamp;
use register::{Refused, Register, Shelf, Wrong};
use std::{collections::BTreeMap, ffi::OsString, fs, path::Path, sync::Arc};
use vocabulary::TenantId;

const WORDS: &[&str] = &[
    "{\"number\":\"2026/1\",\"title\":\"T\",\"status\":\"B\"}",
    "\n",
    "{",
    "}",
    "[",
    "]",
    "\"number\":",
    "\"2026/1\"",
    "\"title\":\"Å\"",
    "\"entries\":[]",
    "\"entries\":[{\"number\":1,\"kind\":\"I\",\"title\":\"a\"}]",
    "\"opened\":\"2026-02-30\"",
    "\"closed\":null",
    "\"parties\":[{\"role\":\"a\",\"name\":\"b\",\"email\":\"c@x.no\"}]",
    ",",
    ":",
    "null",
    "\"colour\":1",
    "1e999",
    "\"\\ud800\"",
    "\u{feff}",
    "{\"id\":\"a\",\"kind\":\"fee\",\"title\":\"t\",\"text\":\"x\"}",
    "{\"id\":\"u\",\"name\":\"A\",\"email\":\"a@b.no\"}",
    "{\"words\":[\"bhg\",\"barnehage\"]}",
    "{\"words\":[\"a\"]}",
];
const FILES: [&str; 3] = ["cases.jsonl", "articles.jsonl", "units.jsonl"];

pub(crate) struct Still;

impl Clock for Still {
    fn now(&self) -> Timestamp {
        Timestamp::UNIX_EPOCH
    }
}

/// Encrypts nothing, so that what was kept can be compared; the real one is `vault`, with tests of its own.
#[derive(Debug)]
pub(crate) struct Open;

impl Cipher for Open {
    fn admit(&self, _tenant: &TenantId) -> Result<(), Failure> {
        Ok(())
    }

    fn encrypt(&self, _place: Place<'_>, plain: &[u8]) -> Result<Vec<u8>, Failure> {
        Ok(plain.to_vec())
    }

    fn decrypt(&self, _place: Place<'_>, encrypted: Vec<u8>) -> Result<Vec<u8>, Failure> {
        Ok(encrypted)
    }

    fn lookup(&self, _tenant: &TenantId, _column: &str, value: &str) -> Result<String, Failure> {
        Ok(value.to_owned())
    }

    fn mark(&self, _tenant: &TenantId) -> Result<Mark, Failure> {
        Ok(Mark::default())
    }
}

/// Every file of a folder with its bytes.
fn contents(folder: &Path) -> BTreeMap<OsString, Vec<u8>> {
    let files = fs::read_dir(folder).expect("a folder").map(|file| file.expect("a file"));
    files.map(|file| (file.file_name(), fs::read(file.path()).expect("bytes"))).collect()
}

fn shipped(file: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixture/records");
    fs::read_to_string(folder.join(file)).unwrap_or_default()
}

/// Reads a folder, keeps it, and reads what was kept.
fn holds(folder: &Path, asked: &str) -> Result<(), Refused> {
    let imported = Register::import(folder, Arc::new(Still))?;
    let (kept, again) = (folder.join("kept"), folder.join("again"));
    let house = TenantId::new("fjordvik");
    let shelf = Shelf::new(&kept, &Open, &house);
    imported.register.keep(&shelf)?;
    let opened = Register::open(&shelf, Arc::new(Still))?;
    opened.keep(&Shelf::new(&again, &Open, &house))?;
    assert_eq!(contents(&kept), contents(&again));
    let found = opened.find(asked, 5).expect("the index answers");
    assert!(found.len() <= 5, "{asked:?}");
    Ok(())
}

fuzz::target!(
    /// Lines of the fixture with something wrong in them, and lines of pieces.
    register_import, 60, |pick| {
    let folder = tempfile::tempdir().expect("a folder");
    let asked = pick.part().words(6, crate::words::SAID);
    let file = FILES[pick.below(FILES.len())];
    let lines = if pick.coin() { pick.mutated(shipped(file).as_bytes(), WORDS) } else { pick.line(WORDS).into_bytes() };
    fs::write(folder.path().join(file), &lines).expect("a file");
    if let Err(refused) = holds(folder.path(), &asked) {
        assert!(!refused.wrong.is_empty() && refused.wrong.iter().all(|wrong| !wrong.remedy.trim().is_empty()), "{refused:?}");
        refused.wrong.iter().for_each(|wrong| is_told_with_its_place(wrong, file, &lines));
    }
});

/// Whether the file and a line of it are named, and the field wherever the line is an object at all.
fn is_told_with_its_place(wrong: &Wrong, file: &str, bytes: &[u8]) {
    let lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
    if wrong.line == 0 {
        return assert!(lines.iter().all(|line| line.trim_ascii().is_empty()), "{wrong:?}");
    }
    assert!(wrong.file == file && wrong.line <= lines.len(), "{wrong:?}");
    let line = lines[wrong.line - 1];
    let is_object = serde_json::from_slice::<serde_json::Map<String, serde_json::Value>>(line).is_ok();
    assert!(
        !is_object || !wrong.field.is_empty() || wrong.remedy.contains('`'),
        "{wrong:?}: {}",
        String::from_utf8_lossy(line)
    );
}

fuzz::target!(
    /// Whatever is asked of the fixture's records.
    register_find, 150, |pick| {
    use std::sync::OnceLock;
    static REGISTER: OnceLock<Register> = OnceLock::new();
    let register = REGISTER.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixture/records");
        Register::import(&folder, Arc::new(Still)).expect("the fixture").register
    });
    let asked = pick.text_of(&[crate::words::SAID, WORDS]);
    let mut found = register.find(&asked, 8).expect("the index answers");
    let count = found.len();
    found.sort();
    found.dedup();
    assert!(count <= 8 && found.len() == count, "{asked:?}: {found:?}");
});
