//! Tables: cases, entries, articles, units and fees, with the faults of real exports.

use super::{articles, cases, folder, read, wrong};
use crate::{
    Register, Shelf,
    row::{Line, Unit},
    tests::{block_on, clock},
};
use domain::{
    evidence::Query,
    person::Person,
    port::{Cipher, Records},
};
use jiff::civil::{Date, date};
use std::fs;
use vault::Ring;
use vocabulary::TenantId;

const CASES: &str = "Saksnr;Tittel;Status;Saksdato;Saksbehandler;Enhet;Part;Part e-post;Gnr/bnr;Tilgangskode;Hjemmel\n\
    2026/1;Søknad om tilbygg – Storgata 12;Under behandling;12.01.2026;Ola Nes;Byggesak;Kari Nordmann;kari@example.no;4999-47/690;;\n\
    2026/2;Klage;B;2026-01-13;;;;;;UO;offl. § 13\n";
const ENTRIES: &str = "Saksnr;Dok.nr.;Type;Dato;Tittel;Avsender;Avsender e-post;Tekst\n\
    2026/1;1;Inngående dokument;12.01.2026;Søknad;Kari Nordmann;kari@example.no;\"Jeg søker om; tilbygg\nav stua\"\n\
    2026/1;2;U;20.01.2026;Svar;;;\n";

#[test]
fn cases_and_entries_come_together_in_any_encoding_and_order() {
    let windows = |text: &str| encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    let commas =
        |text: &str| text.replace('"', "").replace("om; ", "om ").replace("\nav stua", " av stua").replace(';', ",");
    for (name, cases_file, entries_file) in [
        ("UTF-8", CASES.as_bytes().to_vec(), ENTRIES.as_bytes().to_vec()),
        ("with a mark", format!("\u{feff}{CASES}").into_bytes(), format!("\u{feff}{ENTRIES}").into_bytes()),
        ("Windows-1252, lines as Windows ends them", windows(&CASES.replace('\n', "\r\n")), windows(ENTRIES)),
        ("commas", commas(CASES).into_bytes(), commas(ENTRIES).into_bytes()),
        ("tabs", CASES.replace(';', "\t").into_bytes(), commas(ENTRIES).replace(',', "\t").into_bytes()),
    ] {
        // The entries are read before their cases.
        let folder = folder(&[("a-journal.csv", &entries_file), ("b-saker.csv", &cases_file)]);
        let intake = read(folder.path()).unwrap_or_else(|refused| panic!("{name}: {refused}"));
        let [first, second] = cases(&intake) else { panic!("{name}: {:?}", cases(&intake)) };
        assert_eq!((first.title.as_str(), first.status.as_str()), ("Søknad om tilbygg – Storgata 12", "B"), "{name}");
        assert_eq!(first.opened.map(|day| day.0), Some(date(2026, 1, 12)), "{name}");
        assert_eq!(first.estates, ["4999-47/690"], "{name}");
        assert_eq!(first.addresses().collect::<Vec<_>>(), ["kari@example.no"; 2], "{name}");
        assert_eq!(first.entries.iter().map(|entry| entry.kind.as_str()).collect::<Vec<_>>(), ["I", "U"], "{name}");
        assert!(first.entries[0].documents[0].text.contains("av stua"), "{name}");
        assert!(first.is_open() && !second.is_open(), "{name}");
    }
}

#[test]
fn every_wrong_row_is_told_by_file_line_and_column() {
    let units = "id;navn;epost\nbygg;Bygg;bygg@fjordvik.kommune.no\n";
    for (file, text, line, field, remedy) in [
        ("s.csv", CASES.replace("12.01.2026", "31.02.2026"), 2, "Saksdato", "a day that exists"),
        ("s.csv", CASES.replace("Under behandling", "Halvferdig"), 2, "Status", "write a status"),
        ("s.csv", CASES.replace("Status;", ""), 1, "", "`status` is missing"),
        ("s.csv", CASES.replace("Hjemmel", "Farge"), 1, "Farge", "not known"),
        ("s.csv", CASES.replace("2026/2", "2026/1"), 3, "number", "2026/1 stands on line 2 too"),
        ("s.csv", CASES.replace("2026/2", "2/2026x"), 3, "Saksnr", "for example 2026/1234"),
        ("s.csv", CASES.replace("kari@example.no", "kari at example"), 2, "parties[0].email", "e-mail address"),
        ("s.csv", CASES.replace(";UO;", ";;"), 3, "Tilgangskode", "legal basis stands here without a code"),
        ("s.csv", CASES.replace("2026/2;Klage", "2026/2;\"Klage"), 3, "Tittel", "never closed"),
        ("s.csv", CASES.replace("2026/2;Klage;B", "2026/2;Klage"), 3, "", "10 fields and the first row 11"),
        ("j.csv", ENTRIES.to_owned(), 2, "case", "there is no case 2026/1"),
        ("u.csv", units.replace("Bygg;", "By\0gg;"), 2, "", "a zero byte"),
        ("u.csv", units.replace("Bygg;", &format!("{};", "x".repeat(10 << 20))), 2, "navn", "longer than 1 000 000"),
        ("u.csv", format!("{units}bygg;Bygg;bygg@fjordvik.kommune.no\n"), 3, "id", "bygg stands on line 2 too"),
        ("u.csv", format!("{}\n", ";".repeat(300)), 1, "column 0", "more than 200 columns"),
        ("u.csv", String::new(), 0, "", "the table is empty"),
        ("g.csv", "Hva;Beløp;Fra\nTilbygg;12,5;01.01.2026\n".into(), 2, "Beløp", "one thing only"),
        ("g.csv", "Hva;Beløp;Fra\nTilbygg;12 500;\n".into(), 2, "Fra", "write something"),
        ("g.csv", "Hva;Beløp;Fra;Til\nTilbygg;1;01.01.2026;31.12.2025\n".into(), 2, "valid_to", "before the first"),
        ("g.csv", "Hva;Beløp;Fra\nA;1;01.01.2026\nA;2;01.01.2026\n".into(), 3, "id", "on line 2 too"),
        ("a.csv", "id;tittel;tekst;type\na;A;t;roman\n".into(), 2, "type", "article, fee, law or decision"),
    ] {
        let folder = folder(&[(file, text.as_bytes())]);
        wrong(folder.path(), (file, line, field, remedy));
    }
    let two = format!("{ENTRIES}2026/1;2;U;21.01.2026;Svar igjen;;;\n");
    wrong(
        folder(&[("s.csv", CASES.as_bytes()), ("j.csv", two.as_bytes())]).path(),
        ("j.csv", 5, "number", "on line 4 of j.csv too"),
    );
    wrong(
        folder(&[("u.csv", b"id;navn;epost\nb;B\x81;b@x.no\n")]).path(),
        ("u.csv", 2, "", "neither UTF-8 nor Windows-1252"),
    );
}

#[test]
fn a_table_and_json_lines_of_one_kind_may_not_name_the_same_thing_twice() {
    let unit = br#"{"id":"bygg","name":"Bygg","email":"bygg@fjordvik.kommune.no"}"#;
    let folder = folder(&[(Unit::FILE, unit), ("a.csv", b"id;navn;epost\nbygg;Bygg;bygg@fjordvik.kommune.no\n")]);
    wrong(folder.path(), ("units.jsonl", 1, "id", "bygg stands in a.csv on line 2 too"));
}

fn kari() -> Person {
    Person {
        tenant: TenantId::new("fjordvik"),
        id: vocabulary::PersonId::new("kari"),
        name: "Kari Nordby".into(),
        address: "kari.nordby@fjordvik.kommune.no".into(),
        roles: Vec::new(),
        groups: Vec::new(),
    }
}

/// The amounts that are found for a question on a day, and until when each holds.
fn found(register: &Register, question: &str, on: Date) -> Vec<String> {
    let query = Query { questions: vec![question.to_owned()], limit: 3, on, case: None, people: Vec::new() };
    let sources = block_on(register.search(&kari(), &query)).unwrap();
    sources.into_iter().map(|source| source.text).collect()
}

#[test]
fn a_fee_is_found_with_its_condition_and_last_years_never_grounds_this_years_answer() {
    let head = "Overskrift;Hva;Beløp;Enhet;Fra;Hjemmel;Vilkår\n";
    let old = format!(
        "{head}Byggesak;Tilbygg;11 900;søknad;01.01.2025;pbl. § 33-1;inntil 50 m²\nByggesak;Brygge;5 000;søknad;01.01.2025;pbl. § 33-1;\n"
    );
    let new = format!("{head}Byggesak;Tilbygg;12 500;søknad;01.01.2026;pbl. § 33-1;inntil 50 m²\n");
    let (ring, house) = (Ring::fleeting(clock()).unwrap(), TenantId::new("fjordvik"));
    ring.admit(&house).unwrap();
    for files in [["gebyr-2025.csv", "gebyr-2026.csv"], ["gebyr-2026.csv", "gebyr-2025.csv"]] {
        let kept = tempfile::tempdir().unwrap();
        let shelf = Shelf::new(kept.path(), &ring, &house);
        for file in files {
            let text = if file.contains("2025") { &old } else { &new };
            let from = folder(&[(file, text.as_bytes())]);
            let changed = read(from.path()).unwrap().keep(&shelf, &kept.path().join("law")).unwrap();
            assert!(changed.contains(&"fees.jsonl"), "{file}: {changed:?}");
            let again = read(from.path()).unwrap().keep(&shelf, &kept.path().join("law")).unwrap();
            assert!(again.is_empty(), "{file} twice: {again:?}");
        }
        let register = Register::open(&shelf, clock()).unwrap();
        let question = "Hva er gebyret for tilbygg?";
        let [now] = found(&register, question, date(2026, 5, 1)).try_into().unwrap();
        assert!(
            now.contains("kr 12 500 per søknad. Vilkår: inntil 50 m². Gjelder fra 01.01.2026. Hjemmel: pbl. § 33-1."),
            "{now}"
        );
        let then = found(&register, question, date(2025, 5, 1));
        assert!(then[0].contains("kr 11 900"), "{then:?}");
        // What the new schedule no longer has is offered as what it is: over.
        let query = Query {
            questions: vec!["Hva koster brygge?".into()],
            limit: 3,
            on: date(2026, 5, 1),
            case: None,
            people: Vec::new(),
        };
        let gone = block_on(register.search(&kari(), &query)).unwrap();
        assert!(gone.iter().all(|source| !source.text.contains("Brygge") || !source.holds(query.on)), "{gone:?}");
    }
}

#[test]
fn articles_hold_from_and_until_the_days_of_their_table() {
    let text = "id,title,text,valid_from,valid_to\na,Åpningstider,Vi har åpent til 15.,2026-01-01,31.03.2026\nb,Åpningstider,Vi har åpent til 16.,01.04.2026,\n";
    let folder = folder(&[("artikler.csv", text.as_bytes())]);
    let intake = read(folder.path()).unwrap();
    assert_eq!(articles(&intake).len(), 2);
    let register = Register::of_intake(intake, clock()).unwrap();
    for (on, told) in [(date(2026, 3, 31), "til 15"), (date(2026, 4, 1), "til 16")] {
        let found = found(&register, "Når har dere åpent?", on);
        assert!(found.len() == 1 && found[0].contains(told), "{on}: {found:?}");
    }
}

#[test]
fn what_is_not_named_stays_as_it_is() {
    let (ring, house) = (Ring::fleeting(clock()).unwrap(), TenantId::new("fjordvik"));
    ring.admit(&house).unwrap();
    let kept = tempfile::tempdir().unwrap();
    let (shelf, law) = (Shelf::new(kept.path(), &ring, &house), kept.path().join("law"));
    let units: (&str, &[u8]) = ("u.csv", b"id;navn;epost\nbygg;Bygg;b@x.no\n");
    read(folder(&[("s.csv", CASES.as_bytes()), units]).path()).unwrap().keep(&shelf, &law).unwrap();
    let fewer = folder(&[("s.csv", CASES.lines().take(2).collect::<Vec<_>>().join("\n").as_bytes())]);
    assert_eq!(read(fewer.path()).unwrap().keep(&shelf, &law).unwrap(), ["cases.jsonl"]);
    assert!(format!("{:?}", Register::open(&shelf, clock()).unwrap()).starts_with("1 cases, 0 articles, 1 units"));
}

#[test]
fn an_import_that_is_killed_or_refused_leaves_the_register_whole() {
    let (ring, house) = (Ring::fleeting(clock()).unwrap(), TenantId::new("fjordvik"));
    ring.admit(&house).unwrap();
    let kept = tempfile::tempdir().unwrap();
    let (shelf, law) = (Shelf::new(kept.path(), &ring, &house), kept.path().join("law"));
    let units = |name: &str| folder(&[("u.csv", format!("id;navn;epost\nbygg;{name};b@x.no\n").as_bytes())]);
    read(units("Før").path()).unwrap().keep(&shelf, &law).unwrap();
    let name = || block_on(Register::open(&shelf, clock()).unwrap().units(&kari())).unwrap()[0].name.clone();
    let stamp = shelf.stamp();
    assert!(read(folder(&[("u.csv", b"id;navn;epost\nbygg;;b@x.no\n")]).path()).is_err());
    assert_eq!((name().as_str(), shelf.stamp()), ("Før", stamp));
    // Killed while it wrote: what was half written counts for nothing.
    let (file, fresh) = (kept.path().join("units.encrypted"), kept.path().join("units.new"));
    let before = fs::read(&file).unwrap();
    fs::write(&fresh, b"half").unwrap();
    assert_eq!(name(), "Før");
    assert!(!fresh.exists());
    // Killed while it put files in their places: opening goes on with it.
    read(units("Etter").path()).unwrap().keep(&shelf, &law).unwrap();
    fs::rename(&file, &fresh).unwrap();
    fs::write(&file, before).unwrap();
    fs::write(kept.path().join("import.ready"), b"").unwrap();
    assert_eq!(name(), "Etter");
}
