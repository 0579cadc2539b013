//! Letters on pages, as a table.

use crate::made::{Paper, letters, pdf};
use domain::port::{DocumentText, Said, Unreadable};
use std::time::Duration;
use text::Text;

fn tried(bytes: &[u8]) -> Result<DocumentText, Unreadable> {
    crate::read(bytes, Said::default(), &Text, Duration::from_secs(20))
}

fn text(page: &str) -> String {
    tried(&pdf(&[page])).map_or_else(|reason| reason.to_string(), |read| read.text)
}

const LONG: &str = "Kommunen har mottatt søknaden din om tilbygg til bolig og har nå vurdert om den kan";

#[test]
fn letters_become_lines_and_paragraphs_again() {
    let heading = "BT /F1 18 Tf 72 780 Td (Vedtak) Tj /F1 11 Tf 0 -30 Td (Du får støtte.) Tj ET";
    let row = "BT /F1 11 Tf 72 700 Td (Garasje) Tj 200 0 Td (12 500) Tj -200 -14 Td (Bod) Tj 200 0 Td (4 000) Tj ET";
    for (page, is) in [
        (letters(&["Hei", "Du"]), "Hei\nDu".to_owned()),
        (letters(&[LONG, "godkjennes."]), format!("{LONG} godkjennes.")),
        (letters(&[&format!("{LONG} god-"), "kjennes."]), format!("{LONG} godkjennes.")),
        (letters(&[&format!("{LONG} inn-"), "og utkjøring"]), format!("{LONG} inn- og utkjøring")),
        (letters(&[&format!("{LONG} i Nord-"), "Norge"]), format!("{LONG} i Nord- Norge")),
        (letters(&[LONG, "– tegninger", "– kart"]), format!("{LONG}\n– tegninger\n– kart")),
        (letters(&[LONG, "1. tegninger"]), format!("{LONG}\n1. tegninger")),
        (
            letters(&["Per Haug", "Storgata 1", "7030 Trondheim", LONG]),
            format!("Per Haug\nStorgata 1\n7030 Trondheim\n{LONG}"),
        ),
        (letters(&["a", "", "", "b"]), "a\n\nb".to_owned()),
        (heading.to_owned(), "Vedtak\n\nDu får støtte.".to_owned()),
        (row.to_owned(), "Garasje\t12 500\nBod\t4 000".to_owned()),
        ("BT /F1 11 Tf 72 700 Td [(S) -20 (øk) 10 (nad) -400 (din)] TJ ET".to_owned(), "Søknad din".to_owned()),
        ("BT /F1 11 Tf 72 700 Td (fet) Tj 0.2 0 Td (fet) Tj ET".to_owned(), "fet".to_owned()),
        ("BT /F1 11 Tf 1 0 0 1 72 700 Tm (m) Tj /F1 6 Tf 4 Ts (2) Tj ET".to_owned(), "m2".to_owned()),
        ("q 0 1 -1 0 300 100 cm BT /F1 11 Tf (på høykant) Tj ET Q".to_owned(), "på høykant".to_owned()),
        ("BT /F1 11 Tf 72 700 Td (synlig) Tj 3 Tr 0 -14 Td (skjult) Tj ET".to_owned(), "synlig".to_owned()),
        ("BT /F1 11 Tf 72 700 Td (synlig) Tj 900 0 Td (utenfor) Tj ET".to_owned(), "synlig".to_owned()),
        ("BT /F1 11 Tf 72 700 Td (synlig) Tj /F1 0.2 Tf 0 -14 Td (bitteliten) Tj ET".to_owned(), "synlig".to_owned()),
        (
            "BT /F1 11 Tf 72 700 Td (eks) Tj /Span << /ActualText (t) >> BDC (T) Tj (T) Tj EMC (ra) Tj ET".to_owned(),
            "ekstra".to_owned(),
        ),
        ("BT 3 Tr /F1 11 Tf 72 700 Td (lest av en skanner) Tj ET".to_owned(), "lest av en skanner".to_owned()),
        ("BT /F9 11 Tf 72 700 Td (uten skrift) Tj ET".to_owned(), "uten skrift".to_owned()),
    ] {
        assert_eq!(text(&page), is, "{page}");
    }
}

#[test]
fn layers_that_are_off_are_not_read() {
    let mut paper = Paper::default();
    paper.add("<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [5 0 R 6 0 R] /D << /OFF [5 0 R] >> >> >>");
    paper.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    paper.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Properties << /A 5 0 R /B 6 0 R /C 7 0 R >> /XObject << /X 8 0 R >> >> >>");
    paper.stream("", b"/OC /A BDC BT /F1 11 Tf 72 700 Td (av) Tj /P BMC (ogs av) Tj EMC ET EMC /OC /B BDC BT /F1 11 Tf 72 700 Td (synlig) Tj ET EMC /OC /C BDC BT /F1 11 Tf 72 600 Td (av) Tj ET EMC /X Do");
    paper.add("<< /Type /OCG /Name (utkast) >>");
    paper.add("<< /Type /OCG /Name (kart) >>");
    paper.add("<< /Type /OCMD /OCGs [5 0 R] >>");
    paper.stream("/Subtype /Form /BBox [0 0 99 99] /OC 5 0 R", b"BT /F1 11 Tf 72 500 Td (av) Tj ET");
    assert_eq!(tried(&paper.finish()).map(|read| read.text), Ok("synlig".to_owned()));
}

#[test]
fn a_place_tells_its_page() {
    let read = tried(&pdf(&[&letters(&["Første side"]), "", &letters(&["Tredje side"])])).expect("a text");
    assert_eq!(read.text, "Første side\n\nTredje side");
    for (word, page) in [("Første", 1), ("Tredje", 3)] {
        let at = read.text.find(word).expect("it is there");
        assert_eq!(read.page(at), Some(page), "{word}");
    }
}

#[test]
fn a_running_head_stands_once() {
    let page = |number: usize, own: &str| {
        format!(
            "BT /F1 8 Tf 72 800 Td (Fjordvik kommune) Tj /F1 11 Tf 0 -100 Td ({own}) Tj /F1 8 Tf 0 -600 Td (Side {number}) Tj ET"
        )
    };
    let pages = [page(1, "Første"), page(2, "Andre"), page(3, "Tredje")];
    let read = tried(&pdf(&pages.each_ref().map(String::as_str))).expect("a text");
    assert_eq!(read.text, "Fjordvik kommune\n\nFørste\n\nSide 1\n\nAndre\n\nTredje");
}

/// A font of two bytes a letter, with a table that names them, as word processors write it.
fn composite(table: &str) -> Vec<u8> {
    let mut paper = Paper::default();
    paper.add("<< /Type /Catalog /Pages 2 0 R >>");
    paper.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    paper.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>");
    paper.stream("", b"BT /F1 11 Tf 72 700 Td <000100020003> Tj ET");
    paper.add("<< /Type /Font /Subtype /Type0 /BaseFont /Calibri /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 8 0 R >>");
    paper.add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Calibri /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor 7 0 R >>");
    paper.add("<< /Type /FontDescriptor /FontName /Calibri /Flags 4 /FontBBox [0 0 1 1] /ItalicAngle 0 /Ascent 1 /Descent 0 /CapHeight 1 /StemV 1 >>");
    paper.stream("", table.as_bytes());
    paper.finish()
}

#[test]
fn letters_are_those_that_the_files_own_table_names() {
    let table = |rows: &str| {
        format!(
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange {rows} endcmap end end"
        )
    };
    let named = table("3 beginbfchar <0001> <0073> <0002> <00F8> <0003> <FB01> endbfchar");
    assert_eq!(tried(&composite(&named)).map(|read| read.text), Ok("søfi".to_owned()));
    assert_eq!(tried(&composite(&table(""))).map(|read| read.text), Err(Unreadable::NoText), "letters without a name");
}

#[test]
fn five_hundred_pages_are_read() {
    let lines = letters(&[LONG; 40]);
    let at = std::time::Instant::now();
    let read = tried(&pdf(&vec![lines.as_str(); 500])).expect("a text");
    assert_eq!(read.pages.len(), 500);
    assert!(at.elapsed() < Duration::from_secs(60), "{:?}", at.elapsed());
}
