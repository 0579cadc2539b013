//! Hostile files (fiendtlige filer): each with what may be said of it.

use super::{Paper, docx, docx_of, letters, odt, packed, pdf, pile};
use domain::port::Unreadable;

/// A hostile file.
#[derive(Clone, Debug)]
pub struct Trap {
    /// What it is.
    pub name: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its media type, as somebody said.
    pub media: &'static str,
    /// What it may be refused as; where there is nothing, or only time, it is read.
    pub reasons: &'static [Unreadable],
    /// Whether it may cost whoever reads it all memory or time, so that it is read in a process of its own alone.
    pub is_deadly: bool,
}

impl Trap {
    /// Whether it may be read.
    #[must_use]
    pub fn is_read(&self) -> bool {
        self.reasons.is_empty() || self.reasons == [Unreadable::Slow]
    }
}

fn trap(name: &'static str, bytes: impl Into<Vec<u8>>, media: &'static str, reasons: &'static [Unreadable]) -> Trap {
    Trap { name, bytes: bytes.into(), media, reasons, is_deadly: false }
}

const PDF: &str = "application/pdf";
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// Every hostile file.
#[must_use]
pub fn hostile() -> Vec<Trap> {
    [packages(), markup(), papers(), pretenders(), mails()].concat()
}

fn packages() -> Vec<Trap> {
    use Unreadable::{Archive, Damaged, Encrypted, Swollen, TooLong};
    let blanks = vec![b' '; 6 << 20];
    let main: &[(&str, &[u8])] = &[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", &blanks)];
    let bomb = packed(main);
    let nested = packed(&[("1.zip", &packed(&[("2.zip", &packed(&[("3.txt", &blanks)]))]))]);
    let mut liar = bomb.clone();
    // The sizes that the list declares, each as small as can be.
    if let Some(at) = find(&liar, b"PK\x01\x02") {
        for part in [at + 24, find(&liar[at + 4..], b"PK\x01\x02").map_or(at, |next| at + 4 + next) + 24] {
            liar[part..part + 4].copy_from_slice(&1_u32.to_le_bytes());
        }
    }
    let mut locked = docx("<w:p><w:r><w:t>Hemmelig</w:t></w:r></w:p>");
    lock(&mut locked);
    let manifest = r#"<manifest><file-entry full-path="content.xml"><encryption-data/></file-entry></manifest>"#;
    let types: &[(&str, &[u8])] = &[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<document/>")];
    vec![
        trap("a bomb, flat", bomb, DOCX, &[Swollen]),
        trap("a bomb that says it is small", liar, DOCX, &[Swollen, Damaged]),
        trap("a bomb, nested", nested, DOCX, &[Archive]),
        trap("ten thousand entries", pile(types, 10_000), DOCX, &[TooLong]),
        trap("a package with a password", locked, DOCX, &[Encrypted]),
        trap(
            "an ODT with a password",
            super::odt_of("", "x", &[("META-INF/manifest.xml", manifest)]),
            "",
            &[Encrypted],
        ),
        trap("a package without a list", docx("<w:p/>")[..200].to_vec(), DOCX, &[Damaged]),
    ]
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

/// Says of every part that it is locked.
fn lock(bytes: &mut [u8]) {
    for at in 0..bytes.len().saturating_sub(10) {
        match &bytes[at..at + 4] {
            b"PK\x03\x04" => bytes[at + 6] |= 1,
            b"PK\x01\x02" => bytes[at + 8] |= 1,
            _ => {}
        }
    }
}

fn markup() -> Vec<Trap> {
    use Unreadable::{Damaged, Empty, Hostile};
    let laughs: String =
        (1..10).map(|n| format!("<!ENTITY a{n} \"{}\">", format!("&a{};", n - 1).repeat(10))).collect();
    let of = |text: &str| packed(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", text.as_bytes())]);
    let bomb = of(&format!(
        "<!DOCTYPE w [<!ENTITY a0 \"ha\">{laughs}]><w:document><w:p><w:r><w:t>&a9;</w:t></w:r></w:p></w:document>"
    ));
    let outside = of(
        "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w:document><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:document>",
    );
    let unnamed = docx("<w:p><w:r><w:t>&secret;</w:t></w:r></w:p>");
    let deep = |open: &str, close: &str| format!("{}{}", open.repeat(100_000), close.repeat(100_000));
    vec![
        trap("an entity bomb", bomb, DOCX, &[Hostile]),
        trap("an entity from outside", outside, DOCX, &[Hostile]),
        trap("an entity without a name", unnamed, DOCX, &[Hostile]),
        trap("deep DOCX", docx(&deep("<w:sdt>", "</w:sdt>")), DOCX, &[Hostile]),
        trap("deep ODT", odt(&deep("<text:span>", "</text:span>")), "", &[Hostile]),
        trap("unclosed", docx("<w:p><w:r><w:t>Hei"), DOCX, &[Damaged]),
        trap("a note that is referred to again and again", again(), DOCX, &[Unreadable::Slow]),
        trap("a list whose numbers are books", books(), DOCX, &[Unreadable::Slow]),
        trap("no letters", docx("<w:p/>"), DOCX, &[Empty]),
        trap("deep HTML", deep("<div>", "</div>"), "text/html", &[Empty]),
        trap("only a picture", docx_of("<w:p/>", &[("word/media/a.png", "x")]), DOCX, &[Unreadable::NoText]),
    ]
}

/// A note of a megabyte, and five thousand references to it.
fn again() -> Vec<u8> {
    let text = "hei ".repeat(250_000);
    let note = format!(
        "<w:footnotes><w:footnote w:id=\"1\"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote></w:footnotes>"
    );
    let body = "<w:p><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>".repeat(5_000);
    docx_of(&body, &[("word/footnotes.xml", &note)])
}

/// Three thousand items, the number of each a megabyte.
fn books() -> Vec<u8> {
    let text = "%1 hei ".repeat(150_000);
    let numbering = format!(
        "<w:numbering><w:abstractNum w:abstractNumId=\"1\"><w:lvl><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"{text}\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>"
    );
    let body =
        "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>".repeat(3_000);
    docx_of(&body, &[("word/numbering.xml", &numbering)])
}

fn papers() -> Vec<Trap> {
    use Unreadable::{Crashed, Damaged, Encrypted, NoText, Slow, Swollen, TooLong};
    let mut all = vec![
        trap("no letters on a page", pdf(&["0 0 m 10 10 l S"]), PDF, &[NoText]),
        trap("too many pages", pdf(&vec!["BT ET"; 1_200]), PDF, &[TooLong]),
        trap("a PDF that only begins", "%PDF-1.7\n", PDF, &[Damaged]),
        trap("a stack of states", pdf(&["q ".repeat(200_000).as_str()]), PDF, &[NoText, Slow]),
        trap("deep arrays", pdf(&[&format!("{} TJ", "[".repeat(200_000))]), PDF, &[NoText, Damaged, Crashed]),
        trap("letters of no size", pdf(&["BT /F1 0 Tf (Hei) Tj ET"]), PDF, &[NoText]),
    ];
    for (name, objects, reasons) in [
        (
            "a page tree that bites its tail",
            vec!["<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>"],
            &[Damaged, NoText][..],
        ),
        (
            "two trees that bite each other",
            vec!["<< /Type /Pages /Kids [3 0 R] /Count 9 >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>"],
            &[Damaged, NoText],
        ),
        ("pages that are a number", vec!["42"], &[Damaged, NoText]),
        (
            "a length that never ends",
            vec!["<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Length 99999999999 >>\nstream\nBT"],
            &[Damaged, NoText],
        ),
        ("a reference to itself", vec!["2 0 R"], &[Damaged, NoText]),
    ] {
        let mut paper = Paper::default();
        paper.add("<< /Type /Catalog /Pages 2 0 R >>");
        for object in objects {
            paper.add(object);
        }
        all.push(trap(name, paper.finish(), PDF, reasons));
    }
    all.push(trap("forms within forms", forms(), PDF, &[Slow, NoText]));
    all.push(trap("a PDF with a password", locked(), PDF, &[Encrypted]));
    all.push(trap("object streams that hold each other", holders(), PDF, &[Damaged, NoText]));
    let swollen = trap("a stream packed twice", swollen(), PDF, &[Swollen, Slow, Crashed]);
    all.push(Trap { is_deadly: true, ..swollen });
    all
}

/// Twelve forms, each of which draws the next ten times.
fn forms() -> Vec<u8> {
    let mut paper = Paper::default();
    paper.add("<< /Type /Catalog /Pages 2 0 R >>");
    paper.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    paper.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>");
    paper.stream("", b"/X Do");
    for next in 6..40 {
        let entries =
            format!("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {next} 0 R >> >>");
        paper.stream(&entries, "/X Do ".repeat(10).as_bytes());
    }
    paper.finish()
}

/// Locked by a password that nobody told.
#[must_use]
pub fn locked() -> Vec<u8> {
    let mut paper = Paper::default();
    paper.add("<< /Type /Catalog /Pages 2 0 R >>");
    paper.add("<< /Type /Pages /Kids [] /Count 0 >>");
    let key = "ab".repeat(32);
    paper.add(format!("<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <{key}> /U <{key}> >>"));
    paper.trailer =
        "/Encrypt 3 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]".to_owned();
    paper.finish()
}

/// Two streams of objects that say each stands in the other.
fn holders() -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut at = Vec::new();
    for (number, next) in [(1, 2), (2, 1)] {
        at.push(file.len());
        let held = "3 0 << /Type /Catalog /Pages 4 0 R >>";
        file.extend(
            format!("{number} 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Extends {next} 0 R /Length {} >>\nstream\n{held}\nendstream\nendobj\n", held.len())
                .as_bytes(),
        );
    }
    let start = file.len();
    // Each row: a kind, a place, an index. The streams are said to stand in each other.
    let rows: Vec<u8> = [[0, 0, 0, 0], [2, 0, 2, 0], [2, 0, 1, 0], [2, 0, 1, 0], [2, 0, 2, 0]].concat();
    file.extend(
        format!("5 0 obj\n<< /Type /XRef /Size 5 /W [1 2 1] /Root 3 0 R /Length {} >>\nstream\n", rows.len())
            .as_bytes(),
    );
    file.extend(rows);
    file.extend(format!("\nendstream\nendobj\nstartxref\n{start}\n%%EOF").as_bytes());
    file
}

/// Blanks packed twice, six hundred times on one page: gigabytes.
fn swollen() -> Vec<u8> {
    use std::io::Write;
    let pack = |bytes: &[u8]| {
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        let _ = encoder.write_all(bytes);
        encoder.finish().unwrap_or_default()
    };
    let twice = pack(&pack(&vec![b' '; 8 << 20]));
    let mut paper = Paper::default();
    paper.add("<< /Type /Catalog /Pages 2 0 R >>");
    paper.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    let contents: Vec<String> = (0..600).map(|_| "4 0 R".to_owned()).collect();
    paper.add(format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [{}] >>", contents.join(" ")));
    paper.stream("/Filter [/FlateDecode /FlateDecode]", &twice);
    paper.finish()
}

fn pretenders() -> Vec<Trap> {
    use Unreadable::{Empty, Encrypted, Image, Media, OldOffice, OutlookFile, Sheet, Slides, Unknown};
    let wide = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], &[0; 600], &name, &[0; 600]].concat()
    };
    let office = |part: &str| packed(&[("[Content_Types].xml", b"<Types/>"), (part, b"<x/>")]);
    let open = |kind: &str| packed(&[("mimetype", format!("application/vnd.oasis.opendocument.{kind}").as_bytes())]);
    let noise: Vec<u8> = (0..4_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    vec![
        trap("nothing", "", PDF, &[Empty]),
        trap("blanks", " \n\t ", "text/plain", &[Empty]),
        trap("noise", noise, PDF, &[Unknown]),
        trap("a picture named as a document", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), PDF, &[Image]),
        trap("a photograph", b"\xff\xd8\xff\xe0\0\x10JFIF\0".to_vec(), DOCX, &[Image]),
        trap("a drawing", "<?xml version=\"1.0\"?><svg><text>Hei</text></svg>", "text/plain", &[Image]),
        trap("a film", b"\0\0\0\x18ftypmp42\0\0\0\0".to_vec(), "", &[Media]),
        trap("Word 97", wide("WordDocument"), "application/msword", &[OldOffice]),
        trap("a locked DOCX", wide("EncryptedPackage"), DOCX, &[Encrypted]),
        trap("Outlook's own", wide("__substg1.0_0037001F"), "application/vnd.ms-outlook", &[OutlookFile]),
        trap("rich text", "{\\rtf1 Hei}", "application/rtf", &[OldOffice]),
        trap("a spreadsheet", office("xl/workbook.xml"), DOCX, &[Sheet]),
        trap("slides", office("ppt/presentation.xml"), DOCX, &[Slides]),
        trap("an open spreadsheet", open("spreadsheet"), "", &[Sheet]),
        trap("open slides", open("presentation"), "", &[Slides]),
        trap("a PDF named as a page", pdf(&[&letters(&["Hei"])]), "text/html", &[]),
        trap("a page named as a PDF", "<!doctype html><p>Hei", PDF, &[]),
        trap("text named as a PDF", "Hei på deg", PDF, &[]),
    ]
}

fn mails() -> Vec<Trap> {
    let mut mail = "From: a@x.no\r\nSubject: innerst\r\n\r\nInnerst.\r\n".to_owned();
    for depth in 0..3 {
        mail = format!(
            "From: a@x.no\r\nSubject: mail {depth}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b{depth}\r\n\r\n--b{depth}\r\nContent-Type: text/plain\r\n\r\nSe vedlagt.\r\n--b{depth}\r\nContent-Type: message/rfc822\r\nContent-Disposition: attachment; filename=m{depth}.eml\r\n\r\n{mail}\r\n--b{depth}--\r\n"
        );
    }
    vec![
        trap("a mail in a mail in a mail", mail, "message/rfc822", &[]),
        trap("a mail without a header", "bare tekst", "message/rfc822", &[Unreadable::Damaged]),
    ]
}
