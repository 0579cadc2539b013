//! A Noark 5 deposit, and what may be wrong with one.

use super::{cases, folder, read, wrong};
use crate::Register;
use crate::tests::clock;
use jiff::civil::date;
use std::{fs, os::unix::fs::symlink};

const SUM: &str = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

/// A case with two entries; the first has a file with a sum, the second one in HTML.
fn archive() -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<n5:arkiv xmlns:n5="http://www.arkivverket.no/standarder/noark5/arkivstruktur" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
 <n5:systemID>a</n5:systemID><n5:tittel>Arkiv</n5:tittel>
 <n5:arkivdel><n5:systemID>d</n5:systemID><n5:tittel>Del</n5:tittel>
  <n5:klassifikasjonssystem><n5:klasse><n5:klasseID>K1</n5:klasseID>
   <n5:mappe xsi:type="n5:saksmappe"><n5:systemID>m1</n5:systemID><n5:tittel>Søknad om tilbygg &amp; garasje</n5:tittel>
    <n5:saksdato>2020-03-01</n5:saksdato><n5:avsluttetDato>2020-06-01T10:00:00+02:00</n5:avsluttetDato>
    <n5:part><n5:partNavn>Kari Nordmann</n5:partNavn><n5:partRolle>Søker</n5:partRolle><n5:epostadresse>kari@example.no</n5:epostadresse></n5:part>
    <n5:merknad><n5:merknadstekst>Intern.</n5:merknadstekst></n5:merknad>
    <n5:registrering xsi:type="n5:journalpost"><n5:systemID>r1</n5:systemID>
     <n5:dokumentbeskrivelse><n5:tittel>Søknad</n5:tittel>
      <n5:dokumentobjekt><n5:versjonsnummer>1</n5:versjonsnummer><n5:variantformat>Arkivformat</n5:variantformat>
       <n5:referanseDokumentfil>dokumenter\1.txt</n5:referanseDokumentfil><n5:sjekksum>{SUM}</n5:sjekksum><n5:sjekksumAlgoritme>SHA-256</n5:sjekksumAlgoritme></n5:dokumentobjekt>
     </n5:dokumentbeskrivelse>
     <n5:tittel>Søknad om tilbygg</n5:tittel><n5:journalpostnummer>1</n5:journalpostnummer>
     <n5:journalposttype>Inngående dokument</n5:journalposttype><n5:journaldato>2020-03-02</n5:journaldato>
     <n5:korrespondansepart><n5:korrespondanseparttype>Avsender</n5:korrespondanseparttype><n5:korrespondansepartNavn>Kari Nordmann</n5:korrespondansepartNavn></n5:korrespondansepart>
    </n5:registrering>
    <n5:mappe><n5:systemID>m2</n5:systemID><n5:tittel>Vedlegg</n5:tittel>
     <n5:registrering xsi:type="n5:journalpost"><n5:tittel>Svar</n5:tittel><n5:journalpostnummer>2</n5:journalpostnummer>
      <n5:journalposttype><n5:kode>U</n5:kode></n5:journalposttype>
      <n5:dokumentbeskrivelse><n5:tittel>Svar</n5:tittel>
       <n5:skjerming><n5:tilgangsrestriksjon>UO</n5:tilgangsrestriksjon><n5:skjermingshjemmel>offl. § 13</n5:skjermingshjemmel></n5:skjerming>
       <n5:dokumentobjekt><n5:variantformat>A</n5:variantformat><n5:referanseDokumentfil>dokumenter/2.html</n5:referanseDokumentfil></n5:dokumentobjekt></n5:dokumentbeskrivelse>
     </n5:registrering>
    </n5:mappe>
    <n5:saksaar>2020</n5:saksaar><n5:sakssekvensnummer>7</n5:sakssekvensnummer><n5:saksstatus>Avsluttet</n5:saksstatus>
    <n5:administrativEnhet>Byggesak</n5:administrativEnhet><n5:saksansvarlig>Ola Nes</n5:saksansvarlig>
   </n5:mappe>
  </n5:klasse></n5:klassifikasjonssystem>
 </n5:arkivdel>
</n5:arkiv>
"#
    )
}

fn deposited(archive: &str) -> tempfile::TempDir {
    folder(&[
        ("arkivstruktur.xml", archive.as_bytes()),
        ("dokumenter/1.txt", b"hello"),
        ("dokumenter/2.html", "<p>Tilbygget er <b>godkjent</b>.</p>".as_bytes()),
    ])
}

#[test]
fn a_deposit_becomes_cases_with_the_texts_of_its_files() {
    let folder = deposited(&archive());
    let intake = read(folder.path()).unwrap();
    let [case] = cases(&intake) else { panic!("{intake:?}") };
    assert_eq!((case.number().to_string().as_str(), case.title()), ("2020/7", "Søknad om tilbygg & garasje"));
    assert_eq!((case.status.as_str(), case.closed.map(|day| day.0)), ("A", Some(date(2020, 6, 1))));
    assert_eq!(case.addresses().collect::<Vec<_>>(), ["kari@example.no"]);
    let told: Vec<_> = case
        .entries
        .iter()
        .map(|entry| (entry.number, entry.kind.as_str(), entry.documents[0].text.as_str()))
        .collect();
    assert_eq!(told, [(1, "I", "hello"), (2, "U", "Tilbygget er godkjent.")]);
    assert_eq!(case.entries[0].correspondents[0].role, "EA");
    assert_eq!(case.codes().collect::<Vec<_>>(), ["UO"], "the document's own");
    assert!(!case.told().contains("godkjent"), "what is restricted is not searched");
    let told = intake.told().join("\n");
    assert!(
        told.contains("Noark 5 deposit, 1 cases; 1 files without a SHA-256 to hold them against; 1 remarks"),
        "{told}"
    );
    assert!(format!("{:?}", Register::of_intake(intake, clock()).unwrap()).starts_with("1 cases"));
}

#[test]
fn a_restriction_reaches_everything_within_it() {
    let shield = "<n5:skjerming><n5:tilgangsrestriksjon>UO</n5:tilgangsrestriksjon></n5:skjerming>";
    let nameless = "<n5:skjerming><n5:skjermingshjemmel>offl. § 13</n5:skjermingshjemmel></n5:skjerming>";
    for (at, with, code) in [
        ("<n5:tittel>Del</n5:tittel>", shield, "UO"),
        ("<n5:klasseID>K1</n5:klasseID>", shield, "UO"),
        ("<n5:saksdato>2020-03-01</n5:saksdato>", nameless, "skjermet"),
        ("<n5:saksdato>2020-03-01</n5:saksdato>", "<n5:gradering><n5:gradering>B</n5:gradering></n5:gradering>", "B"),
    ] {
        let folder = deposited(&archive().replace(at, &format!("{at}{with}")));
        let intake = read(folder.path()).unwrap();
        assert_eq!(cases(&intake)[0].access.as_ref().map(|access| access.code.as_str()), Some(code), "{at}{with}");
    }
}

#[test]
fn what_is_wrong_in_a_deposit_is_told_with_its_line() {
    for (from, to, line, field, remedy) in [
        ("\\1.txt", "\\..\\..\\hemmelig.txt", 12, "referanseDokumentfil", "lies outside"),
        ("dokumenter\\1.txt", "/etc/passwd", 12, "referanseDokumentfil", "lies outside"),
        ("dokumenter\\1.txt", "C:\\1.txt", 12, "referanseDokumentfil", "lies outside"),
        ("\\1.txt", "\\3.txt", 12, "referanseDokumentfil", "no such file"),
        ("2cf24dba", "3cf24dba", 12, "sjekksum", "is not the one that was deposited"),
        ("Inngående dokument", "Brevdue", 10, "journalposttype", "write I, U, N, X or S"),
        ("2020-03-02", "2020-02-31", 10, "journaldato", "a day that exists"),
        ("<n5:sakssekvensnummer>7</n5:sakssekvensnummer>", "", 6, "sakssekvensnummer", "has no number"),
        ("<n5:saksstatus>Avsluttet", "<n5:saksstatus>Halvveis", 6, "saksstatus", "write a status"),
        ("<n5:systemID>m2", "<n5:systemID>m1", 19, "systemID", "stands within itself"),
        ("journalpostnummer>2<", "journalpostnummer>1<", 6, "entries[1].number", "another entry"),
        ("</n5:klasse>", "", 30, "", "no well-formed XML"),
        ("&amp;", "&ond;", 6, "", "entity"),
        (
            "<n5:arkiv ",
            "<!DOCTYPE a [<!ENTITY ond SYSTEM \"file:///etc/passwd\">]><n5:arkiv ",
            2,
            "",
            "declarations of its own",
        ),
        ("kari@example.no", "kari", 6, "parties[0].email", "e-mail address"),
    ] {
        let text = archive().replace(from, to);
        assert_ne!(text, archive(), "{from}");
        wrong(deposited(&text).path(), ("arkivstruktur.xml", line, field, remedy));
    }
    let cut = archive();
    let cut = &cut[..cut.len() / 2];
    assert!(read(deposited(cut).path()).is_err());
    let deep = format!("{}{}", "<mappe>".repeat(100), "</mappe>".repeat(100));
    wrong(deposited(&deep).path(), ("arkivstruktur.xml", 1, "", "within each other"));
}

#[test]
fn a_link_out_of_the_deposit_is_not_followed() {
    let (deposit, secret) = (deposited(&archive()), folder(&[("hemmelig.txt", b"hello")]));
    let link = deposit.path().join("dokumenter/1.txt");
    fs::remove_file(&link).unwrap();
    symlink(secret.path().join("hemmelig.txt"), &link).unwrap();
    wrong(deposit.path(), ("arkivstruktur.xml", 12, "referanseDokumentfil", "a link leads out"));
}

#[test]
fn a_document_that_cannot_be_read_is_told_with_its_reason_and_takes_nothing_with_it() {
    let object = |file: &str| {
        format!(
            "<n5:dokumentbeskrivelse><n5:tittel>{file}</n5:tittel><n5:dokumentobjekt><n5:referanseDokumentfil>{file}\
             </n5:referanseDokumentfil></n5:dokumentobjekt></n5:dokumentbeskrivelse>\n"
        )
    };
    let files: [(&str, &[u8], &str); 9] = [
        ("a.pdf", b"%PDF letters", "Lest av a.pdf"),
        ("B.DOCX", b"%PDF letters", "Lest av B.DOCX"),
        ("c.pdf", b"%PDF scan", ""),
        ("d.pdf", b"%PDF scan", ""),
        ("e.pdf", b"%PDF locked", ""),
        ("f.odt", b"%PDF bomb", ""),
        ("g.pdf", b"%PDF blank", ""),
        ("h.sosi", b"hva dette er", ""),
        ("i.txt", b"Ren tekst.", "Ren tekst."),
    ];
    let paper = "<n5:dokumentbeskrivelse><n5:tittel>Bare på papir</n5:tittel></n5:dokumentbeskrivelse>";
    let objects: String = files.iter().map(|(file, ..)| object(file)).collect();
    let at = "<n5:journalposttype><n5:kode>U";
    let text = archive().replace(at, &format!("\n{objects}{paper}{at}"));
    let folder = deposited(&text);
    for (file, bytes, _) in files {
        fs::write(folder.path().join(file), bytes).unwrap();
    }
    let intake = read(folder.path()).unwrap();
    let [case] = cases(&intake) else { panic!("{intake:?}") };
    let texts: Vec<&str> = case.entries[1].documents.iter().map(|document| document.text.as_str()).collect();
    let expected: Vec<&str> = files.iter().map(|(_, _, text)| *text).chain(["", "Tilbygget er godkjent."]).collect();
    assert_eq!(texts, expected);
    let told = intake.told().join("\n");
    for part in [
        "1 documents without a file; 6 documents without a text;",
        "2 documents without a text, the first at line 24: the pages are pictures",
        "1 documents without a text, the first at line 26: the file is locked by a password",
        "1 documents without a text, the first at line 27: the reader gave up on this file",
        "1 documents without a text, the first at line 28: the file is empty",
        "1 documents without a text, the first at line 29: this is of a kind that is not read",
    ] {
        assert!(told.contains(part), "{part} is missing: {told}");
    }
}

#[test]
fn the_version_with_a_text_that_is_read_is_chosen_and_one_blotted_out_never_before_the_whole() {
    let object = |form: &str, version: u8, file: &str| {
        format!(
            "<n5:dokumentobjekt><n5:versjonsnummer>{version}</n5:versjonsnummer><n5:variantformat>{form}</n5:variantformat>\
             <n5:referanseDokumentfil>{file}</n5:referanseDokumentfil></n5:dokumentobjekt>"
        )
    };
    let own = "<n5:dokumentobjekt><n5:variantformat>A</n5:variantformat><n5:referanseDokumentfil>dokumenter/2.html</n5:referanseDokumentfil></n5:dokumentobjekt>";
    for (objects, chosen) in [
        ([object("P", 1, "gammel.odt"), object("A", 2, "ny.pdf")], "Lest av ny.pdf"),
        ([object("P", 1, "brev.docx"), object("A", 2, "bilde.tif")], "Lest av brev.docx"),
        ([object("O", 3, "sladdet.pdf"), object("A", 2, "hel.pdf")], "Lest av hel.pdf"),
    ] {
        let folder = deposited(&archive().replace(own, &objects.concat()));
        for file in ["gammel.odt", "ny.pdf", "brev.docx", "bilde.tif", "sladdet.pdf", "hel.pdf"] {
            fs::write(folder.path().join(file), b"%PDF letters").unwrap();
        }
        let intake = read(folder.path()).unwrap();
        assert_eq!(cases(&intake)[0].entries[1].documents[0].text, chosen);
    }
}
