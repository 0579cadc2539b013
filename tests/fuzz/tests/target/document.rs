//! Files of a case (dokumenter): read or refused with a reason, whatever they are, and no part of the reader gives up.

use document::made::{self, Paper};
use domain::port::{Format, Said, Unreadable};
use fuzz::Pick;
use std::time::Duration;
use text::Text;

const WORD: &[&str] = &[
    "<w:p>",
    "</w:p>",
    "<w:r>",
    "</w:r>",
    "<w:t>",
    "</w:t>",
    "<w:tab/>",
    "<w:br/>",
    "<w:tbl>",
    "</w:tbl>",
    "<w:tr>",
    "</w:tr>",
    "<w:tc>",
    "</w:tc>",
    "<w:del>",
    "</w:del>",
    "<w:ins>",
    "</w:ins>",
    "<w:pPr>",
    "</w:pPr>",
    "<w:rPr><w:vanish/></w:rPr>",
    "<w:numPr><w:numId w:val=\"1\"/></w:numPr>",
    "<w:footnoteReference w:id=\"1\"/>",
    "<w:txbxContent>",
    "</w:txbxContent>",
    "&amp;",
    "&x;",
    "&#0;",
    "&#x10ffff;",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<?",
    "<!DOCTYPE a [",
    "Hei",
];

const LISTS: &[&str] = &[
    "<w:abstractNum w:abstractNumId=\"1\">",
    "</w:abstractNum>",
    "<w:lvl>",
    "</w:lvl>",
    "<w:start w:val=\"4294967295\"/>",
    "<w:numFmt w:val=\"lowerRoman\"/>",
    "<w:lvlText w:val=\"%1.%2%9%\"/>",
    "<w:num w:numId=\"1\">",
    "</w:num>",
    "<w:abstractNumId w:val=\"1\"/>",
];

const OPEN: &[&str] = &[
    "<text:p>",
    "</text:p>",
    "<text:h>",
    "</text:h>",
    "<text:span text:style-name=\"T1\">",
    "</text:span>",
    "<text:s text:c=\"999999999999\"/>",
    "<text:s text:c=\"-1\"/>",
    "<text:tab/>",
    "<text:list>",
    "</text:list>",
    "<text:list-item>",
    "</text:list-item>",
    "<text:note>",
    "</text:note>",
    "<text:note-body>",
    "</text:note-body>",
    "<table:table>",
    "</table:table>",
    "<table:table-row>",
    "</table:table-row>",
    "<table:table-cell>",
    "</table:table-cell>",
    "<office:annotation>",
    "</office:annotation>",
    "<style:style style:name=\"T1\">",
    "<style:header>",
    "</style:header>",
    "&x;",
    "Hei",
];

const DRAWN: &[&str] = &[
    "BT",
    "ET",
    "/F1 11 Tf",
    "/F9 0 Tf",
    "/X Do",
    "(Hei) Tj",
    "(på) '",
    "1 2 (deg) \"",
    "[(a) -500 (b) 99999999999 (c)] TJ",
    "72 700 Td",
    "-1e38 1e38 Td",
    "0 0 0 0 0 0 Tm",
    "0 1 -1 0 300 300 Tm",
    "1 0 0 1 72 700 Tm",
    "q",
    "Q",
    "0 0 0 0 0 0 cm",
    "2 0 0 2 0 0 cm",
    "3 Tr",
    "7 Tr",
    "0 Tz",
    "T*",
    "14 TL",
    "-9 Ts",
    "<",
    ">",
    "<<",
    ">>",
    "[",
    "]",
    "(",
    ")",
    "BI",
    "ID",
    "EI",
    "<0001ff> Tj",
    "%",
    "obj",
    "endstream",
    "stream",
    "/Span << /ActualText (x) >> BDC",
    "EMC",
];

fn pdf(pick: &mut Pick<'_>) -> Vec<u8> {
    if pick.coin() {
        let (one, other) = (pick.part().line(DRAWN), pick.part().line(DRAWN));
        return made::pdf(&[&one, &other]);
    }
    let mut paper = Paper::default();
    paper.add("<< /Type /Catalog /Pages 2 0 R >>");
    paper.add("<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 1 >>");
    paper.add("<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> >>");
    paper.stream("", pick.part().line(DRAWN).as_bytes());
    paper.add("<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 4 0 R >>");
    paper.stream("/Subtype /Form /Matrix [1 0 0 1]", pick.part().line(DRAWN).as_bytes());
    paper.add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /W [1 [500] 2 3 600] /DW -5 >>");
    paper.finish()
}

fn file(pick: &mut Pick<'_>) -> Vec<u8> {
    let whole = match pick.below(5) {
        0 => made::docx_of(
            &pick.part().line(WORD),
            &[
                ("word/footnotes.xml", &pick.part().line(WORD)),
                ("word/header1.xml", &pick.part().line(WORD)),
                ("word/numbering.xml", &pick.part().line(LISTS)),
            ],
        ),
        1 => made::odt_of(&pick.part().line(OPEN), &pick.part().line(OPEN), &[("styles.xml", &pick.part().line(OPEN))]),
        2 | 3 => pdf(pick),
        _ => pick.part().line(&[WORD, OPEN, DRAWN].concat()).into_bytes(),
    };
    if pick.coin() { pick.mutated(&whole, DRAWN) } else { whole }
}

fuzz::target!(
    /// Files, sound and changed.
    document_read, 3_000, |pick| {
    let bytes = file(pick);
    let media = pick.one(&["", "application/pdf", "text/html", "text/plain", "message/rfc822"]);
    let shown = || String::from_utf8_lossy(&bytes).into_owned();
    match document::read(&bytes, Said { media, name: "" }, &Text, Duration::from_secs(10)) {
        Ok(read) => {
            assert!(!read.text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t')), "{:?}", shown());
            assert!(!read.text.contains("\n\n\n") && read.text.trim_matches('\n') == read.text, "{:?}", shown());
            assert!(read.pages.is_sorted() && read.pages.iter().all(|at| read.text.is_char_boundary(*at)), "{:?}", shown());
            assert_eq!(read.format == Format::Pdf, !read.pages.is_empty(), "{:?}", shown());
        }
        // What makes others' parsers give up is held by the process that reads; ours must not.
        Err(Unreadable::Crashed) => assert!(shown().contains("%PDF-"), "{:?}", shown()),
        Err(reason) => assert_ne!(reason, Unreadable::Unavailable, "{:?}", shown()),
    }
});
