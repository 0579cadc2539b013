//! A deposit imported by the program itself: its documents are read in a process apart, and none takes the import with it.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on says so and ends")]

use document::made;
use std::{fmt::Write as _, fs, process::Command};

/// A deposit of one case with these files as its documents.
fn deposit(files: &[(&str, Vec<u8>)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut documents = String::new();
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).unwrap();
        let _ = writeln!(
            documents,
            "<dokumentbeskrivelse><tittel>{name}</tittel><dokumentobjekt><referanseDokumentfil>{name}</referanseDokumentfil>\
             </dokumentobjekt></dokumentbeskrivelse>"
        );
    }
    let archive = format!(
        "<arkiv>\n<saksmappe><tittel>Tilbygg</tittel><saksaar>2020</saksaar><sakssekvensnummer>7</sakssekvensnummer>\
         <saksstatus>A</saksstatus><journalpost><tittel>Svar</tittel><journalposttype>U</journalposttype>\n\
         {documents}</journalpost></saksmappe></arkiv>"
    );
    fs::write(folder.path().join("arkivstruktur.xml"), archive).unwrap();
    folder
}

#[test]
fn what_eats_memory_is_told_and_the_rest_is_imported() {
    let bomb = made::hostile().into_iter().find(|trap| trap.is_deadly).expect("there is one");
    let folder = deposit(&[
        ("a.pdf", made::pdf(&[&made::letters(&["Tilbygget er godkjent."])])),
        ("b.bin", bomb.bytes),
        ("c.odt", made::odt("<text:p>Veien er brøytet.</text:p>")),
    ]);
    let store = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_saksvar"))
        .args(["records", "import", "--check"])
        .arg(folder.path())
        .env("SAKSVAR__STORE__FOLDER", store.path())
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{told}{}", String::from_utf8_lossy(&output.stderr));
    for part in [
        "Noark 5 deposit, 1 cases; 1 documents without a text",
        "1 documents without a text, the first at line 4: unpacked, the file is far larger than any document",
        "1 cases of deposits and 1 journal entries could be imported",
    ] {
        assert!(told.contains(part), "{part} is missing: {told}");
    }
}
