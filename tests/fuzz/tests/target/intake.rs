//! What others exported (deposits, tables, mail): read or refused with where and why, and what was kept is the same again.

use crate::register::{Open, Still};
use register::{House, Intake, Register, Shelf};
use std::{fs, path::Path, sync::Arc};
use vocabulary::TenantId;

/// An export that is right, and the name under which it is known.
const EXPORTS: [(&str, &str); 5] = [
    ("arkivstruktur.xml", DEPOSIT),
    (
        "saker.csv",
        "Saksnr;Tittel;Status;Saksdato;Part;Part e-post;Gnr/bnr;Tilgangskode;Hjemmel\n2026/1;\"Tilbygg; garasje\";B;12.01.2026;Kari Nordmann;kari@example.no;4999-47/690;;\n2026/2;Kai;A;2026-02-01;;;;UO;offl. § 13\n",
    ),
    (
        "poster.csv",
        "Saksnr;Dok.nr.;Type;Dato;Tittel;Avsender;Avsender e-post;Tekst\n2026/1;1;I;12.01.2026;Søknad;Kari Nordmann;kari@example.no;\"Jeg søker.\"\n",
    ),
    (
        "gebyr.csv",
        "Overskrift;Hva;Beløp;Enhet;Fra;Til;Hjemmel;Vilkår\nByggesak;Tilbygg;12 500;søknad;01.01.2026;;pbl. § 33-1;inntil 50 m²\n",
    ),
    (
        "svar.mbox",
        "From x Tue Mar 10 10:00:00 2026\nFrom: a@example.no\nMessage-ID: <q@x>\nDate: Tue, 10 Mar 2026 10:00:00 +0100\n\nNår?\n\nFrom x Tue Mar 10 10:00:00 2026\nFrom: b@fjordvik.kommune.no\nTo: a@example.no\nMessage-ID: <a@x>\nIn-Reply-To: <q@x>\nSubject: SV: Tid\nDate: Wed, 11 Mar 2026 10:00:00 +0100\n\nSeptiktanker tømmes annethvert år, i mai eller i juni.\n",
    ),
];
const DEPOSIT: &str = "<?xml version=\"1.0\"?>\n<arkiv xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><arkivdel>\n\
    <mappe xsi:type=\"saksmappe\"><systemID>m</systemID><tittel>Tilbygg</tittel><saksaar>2020</saksaar><sakssekvensnummer>7</sakssekvensnummer>\n\
    <saksstatus>A</saksstatus><skjerming><tilgangsrestriksjon>UO</tilgangsrestriksjon></skjerming>\n\
    <part><partNavn>Kari</partNavn><epostadresse>kari@example.no</epostadresse></part>\n\
    <registrering xsi:type=\"journalpost\"><tittel>Svar</tittel><journalposttype>U</journalposttype><journaldato>2020-03-02</journaldato>\n\
    <dokumentbeskrivelse><tittel>Svar</tittel><dokumentobjekt><referanseDokumentfil>a.txt</referanseDokumentfil></dokumentobjekt></dokumentbeskrivelse>\n\
    </registrering></mappe></arkivdel></arkiv>\n";
const WORDS: &[&str] = &[
    "<mappe>",
    "</mappe>",
    "<mappe xsi:type=\"saksmappe\">",
    "<systemID>m</systemID>",
    "<referanseForelderMappe>m</referanseForelderMappe>",
    "<registrering>",
    "</registrering>",
    "<dokumentobjekt>",
    "</dokumentobjekt>",
    "<referanseDokumentfil>../../a</referanseDokumentfil>",
    "<referanseDokumentfil>/etc/passwd</referanseDokumentfil>",
    "<referanseDokumentfil>.</referanseDokumentfil>",
    "<sjekksum>00</sjekksum>",
    "<!DOCTYPE a [<!ENTITY b \"c\">]>",
    "&b;",
    "&#0;",
    "&#x110000;",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<?",
    "?>",
    "xmlns:x=\"",
    "<journalpostnummer>99999999999</journalpostnummer>",
    "<saksaar>-1</saksaar>",
    "<gradering/>",
    "\"",
    "\"\"",
    ";",
    "\t",
    "\n",
    "\r",
    "\u{feff}",
    "2026/1",
    "31.02.2026",
    "12,500",
    "=HYPERLINK(1)",
    "Saksnr",
    "Tittel;Tittel",
    "From x\n",
    ">From x\n",
    "Message-ID: <q@x>\n",
    "\n\n",
];

fn domains() -> [String; 1] {
    ["fjordvik.kommune.no".to_owned()]
}

/// Keeps what was read: the same export once more changes nothing, it opens, and what mail brought can be taken out of it.
fn holds(intake: Intake, again: Intake, folder: &Path) {
    let (kept, law, house) = (folder.join("kept"), folder.join("law"), TenantId::new("fjordvik"));
    let shelf = Shelf::new(&kept, &Open, &house);
    intake.keep(&shelf, &law).expect("what was read can be kept");
    assert!(again.keep(&shelf, &law).expect("twice too").is_empty());
    Register::open(&shelf, Arc::new(Still)).expect("what was kept opens");
    let asker = "a@example.no".parse().expect("an address");
    shelf.forget_mailed(&asker).expect("mail can be taken out");
    assert!(shelf.mailed(&asker).expect("what is left is read").is_empty());
    Register::open(&shelf, Arc::new(Still)).expect("what is left opens");
}

fuzz::target!(
    /// An export with something wrong in it.
    intake_read, 120, |pick| {
    let folder = tempfile::tempdir().expect("a folder");
    let (name, base) = EXPORTS[pick.below(EXPORTS.len())];
    let place = folder.path().join("export");
    fs::create_dir(&place).expect("a folder");
    fs::write(place.join("a.txt"), "Tilbygget er godkjent.").expect("a file");
    let bytes = if pick.coin() { pick.mutated(base.as_bytes(), WORDS) } else { pick.line(WORDS).into_bytes() };
    fs::write(place.join(name), &bytes).expect("a file");
    // Nothing that a deposit names may lead out of it.
    fs::write(folder.path().join("a"), "utenfor").expect("a file");
    let domains = domains();
    let documents = |bytes: &[u8], _: &str| {
        assert_ne!(bytes, b"utenfor");
        Err(domain::port::Unreadable::Unknown)
    };
    let house = House { reader: &text::Text, documents: &documents, domains: &domains };
    let read = || Intake::read(std::slice::from_ref(&place), &house);
    match read() {
        Ok(intake) => holds(intake, read().expect("the same again"), folder.path()),
        Err(refused) => {
            let lines = bytes.iter().filter(|byte| **byte == b'\n').count() + 1;
            let is_told = |wrong: &register::Wrong| !wrong.remedy.trim().is_empty() && wrong.line <= lines;
            assert!(!refused.wrong.is_empty() && refused.wrong.iter().all(is_told), "{name}: {refused:?}");
        }
    }
});
