//! Records as they are imported (saksregister): wrong lines are told, and what was kept is the same again.

use domain::port::Clock;
use jiff::Timestamp;
use register::{Refused, Register};
use std::{fs, path::Path, sync::Arc};

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
const FILES: [&str; 4] = ["cases.jsonl", "articles.jsonl", "units.jsonl", "synonyms.jsonl"];

struct Still;

impl Clock for Still {
    fn now(&self) -> Timestamp {
        Timestamp::UNIX_EPOCH
    }
}

fn shipped(file: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixture/records");
    fs::read_to_string(folder.join(file)).unwrap_or_default()
}

/// Reads a folder, keeps it, and reads what was kept.
fn holds(folder: &Path, asked: &str) -> Result<(), Refused> {
    let imported = Register::import(folder, Arc::new(Still))?;
    let (kept, again) = (folder.join("kept"), folder.join("again"));
    imported.register.keep(&kept)?;
    let opened = Register::open(&kept, Arc::new(Still))?;
    opened.keep(&again)?;
    for file in FILES {
        assert_eq!(fs::read(kept.join(file)).ok(), fs::read(again.join(file)).ok(), "{file}");
    }
    let found = opened.find(asked, 5).expect("the index answers");
    assert!(found.len() <= 5, "{asked:?}");
    Ok(())
}

fuzz::target!(
    /// Lines of the fixture with something wrong in them, and lines of pieces.
    register_import, 60, |pick| {
    let folder = tempfile::tempdir().expect("a folder");
    let asked = pick.part().words(6, crate::words::SAID);
    let file = FILES[pick.below(3)];
    let lines = if pick.coin() { pick.mutated(shipped(file).as_bytes(), WORDS) } else { pick.line(WORDS).into_bytes() };
    fs::write(folder.path().join(file), lines).expect("a file");
    if let Err(refused) = holds(folder.path(), &asked) {
        assert!(!refused.wrong.is_empty() && refused.wrong.iter().all(|wrong| !wrong.remedy.trim().is_empty()), "{refused:?}");
    }
});

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
