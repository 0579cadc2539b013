//! Every format with what is right, and with what somebody's export could have wrong.

mod deposit;
mod law;
mod mail;
mod table;

use super::{House, Intake};
use crate::{
    import::Refused,
    row::{Article, CaseRow},
};
use domain::port::Unreadable;
use std::{fs, path::Path};
use tempfile::TempDir;

/// A folder with these files in it.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

fn read(path: &Path) -> Result<Intake, Refused> {
    let domains = ["fjordvik.kommune.no".to_owned()];
    let house = House { reader: &text::Text, documents: &stand_in, domains: &domains };
    Intake::read(&[path.to_owned()], &house)
}

/// Who reads documents, as far as an import sees of it: it is given bytes and name, and has a text or a reason.
fn stand_in(bytes: &[u8], name: &str) -> Result<String, Unreadable> {
    match bytes {
        b"%PDF letters" => Ok(format!("Lest av {name}")),
        b"%PDF scan" => Err(Unreadable::NoText),
        b"%PDF locked" => Err(Unreadable::Encrypted),
        b"%PDF bomb" => Err(Unreadable::Crashed),
        b"%PDF blank" => Ok(" \n".to_owned()),
        _ => Err(Unreadable::Unknown),
    }
}

fn cases(intake: &Intake) -> &[CaseRow] {
    let records = intake.parts.records.as_ref().map(|lines| lines.cases.as_slice());
    intake.parts.deposit.as_deref().or(records).unwrap_or_default()
}

fn articles(intake: &Intake) -> &[Article] {
    let records = intake.parts.records.as_ref().map(|lines| lines.articles.as_slice());
    let parts = &intake.parts;
    parts.fees.as_deref().or(parts.law.as_deref()).or(records).unwrap_or_default()
}

/// The first wrong place: file, line, field, and a part of the remedy.
fn wrong(path: &Path, (file, line, field, remedy): (&str, usize, &str, &str)) {
    let refused = read(path).unwrap_err();
    let first = &refused.wrong[0];
    assert_eq!((first.file.as_str(), first.line, first.field.as_str()), (file, line, field), "{refused}");
    assert!(first.remedy.contains(remedy), "{refused}");
}

#[test]
fn what_is_nothing_is_refused_and_other_files_are_left_alone_aloud() {
    for (files, remedy) in [
        (vec![], "holds none of cases.jsonl"),
        (vec![("a.json", &b"{}"[..])], "nothing here is known"),
        (vec![("readme.txt", &b"hei"[..])], "nothing here is known"),
    ] {
        let folder = folder(&files);
        let refused = read(folder.path()).unwrap_err().to_string();
        assert!(refused.contains(remedy), "{files:?}: {refused}");
    }
    assert!(read(Path::new("/nowhere/at/all")).unwrap_err().to_string().contains("check the path"));
    let folder =
        folder(&[("units.csv", b"id;navn;epost\nbygg;Bygg;bygg@fjordvik.kommune.no\n"), ("notes.docx", b"PK")]);
    let told = read(folder.path()).unwrap().told().join("\n");
    assert!(told.contains("units.csv: units as a table (UTF-8, `;`), 1 rows"), "{told}");
    assert!(told.contains("1 files of other kinds left alone"), "{told}");
    assert!(read(&folder.path().join("notes.docx")).is_err(), "named itself it must be something");
}

/// Pieces that the formats are made of, put together without sense.
const PIECES: [&[u8]; 34] = [
    b"Saksnr;Tittel;Status\n",
    b"Saksnr;Dok.nr.;Type;Tittel\n",
    b"Hva;Bel\xc3\xb8p;Fra\n",
    b"2026/1;",
    b"a;",
    b"\"",
    b"\n",
    b"\t",
    b",",
    b"01.01.2026",
    b"12 500",
    b"\xff",
    b"\0",
    b"\xc3\xa6",
    b"<mappe>",
    b"</mappe>",
    b"<registrering xsi:type=\"journalpost\">",
    b"</registrering>",
    b"<tittel>",
    b"</tittel>",
    b"<saksaar>2020</saksaar>",
    b"<![CDATA[",
    b"]]>",
    b"<!--",
    b"-->",
    b"&amp;",
    b"&#0;",
    b"&#x41;",
    b"<referanseDokumentfil>a</referanseDokumentfil>",
    b"<dokumentobjekt>",
    b"</dokumentobjekt>",
    b"From a\n",
    b"Message-ID: <a@x>\n",
    b"From: a@fjordvik.kommune.no\nDate: Tue, 10 Mar 2026 10:00:00 +0100\n\n",
];

#[test]
fn garbage_is_refused_or_read_and_never_falls_over() {
    let mut state = 7_u64;
    let mut draw = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    for name in ["a.csv", "arkivstruktur.xml", "a.xml", "a.eml", "a.mbox", "a.tar.bz2", "a.json", "a"] {
        for _ in 0..60 {
            let mut bytes: Vec<u8> = if name == "a.xml" { b"<html data-lovdata-URL=''>".to_vec() } else { Vec::new() };
            bytes.extend((0..draw(40)).flat_map(|_| PIECES[draw(PIECES.len())]));
            let folder = folder(&[(name, &bytes)]);
            if let Err(refused) = read(folder.path()) {
                assert!(refused.wrong.iter().all(|wrong| !wrong.remedy.is_empty()), "{name}: {refused}");
            }
        }
    }
}
