//! What a reader sees of DOCX and ODT, as a table.

use crate::made;
use domain::port::Said;
use std::time::Duration;
use text::Text;

fn text(bytes: &[u8]) -> String {
    crate::read(bytes, Said::default(), &Text, Duration::from_secs(5))
        .map_or_else(|reason| reason.to_string(), |read| read.text)
}

fn run(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

fn paragraph(text: &str) -> String {
    format!("<w:p>{}</w:p>", run(text))
}

#[test]
fn docx_is_what_a_reader_of_the_accepted_text_sees() {
    let item = "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr>";
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", paragraph(text));
    let row = |cells: &[&str]| format!("<w:tr>{}</w:tr>", cells.iter().map(|text| cell(text)).collect::<String>());
    for (body, is) in [
        (format!("{}{}", paragraph("Vedtak"), paragraph("Du får støtte.")), "Vedtak\n\nDu får støtte."),
        ("<w:p><w:r><w:t xml:space=\"preserve\">Du får </w:t></w:r><w:ins><w:r><w:t>ikke</w:t></w:r></w:ins><w:del><w:r><w:delText>straks</w:delText></w:r></w:del></w:p>".to_owned(), "Du får ikke"),
        (format!("<w:p><w:moveFrom>{}</w:moveFrom>{}</w:p>", run("gammelt"), run("nytt")), "nytt"),
        (format!("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>skjult</w:t></w:r>{}</w:p>", run("synlig")), "synlig"),
        ("<w:p><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>synlig</w:t></w:r></w:p>".to_owned(), "synlig"),
        (format!("<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>{}</w:p>", run("synlig")), "synlig"),
        ("<w:p><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>synlig</w:t></w:r></w:p>".to_owned(), "synlig"),
        (format!("<w:p>{item}{}</w:p><w:p>{item}{}</w:p>{}", run("tegninger"), run("kart"), paragraph("Hilsen")), "– tegninger\n– kart\n\nHilsen"),
        (format!("<w:tbl>{}{}</w:tbl>{}", row(&["Tiltak", "Gebyr"]), row(&["Garasje", "12 500"]), paragraph("Slutt")), "Tiltak | Gebyr\nGarasje | 12 500\n\nSlutt"),
        (format!("<w:tbl>{}<w:tr><w:trPr><w:del/></w:trPr>{}</w:tr></w:tbl>", row(&["a", "b"]), cell("slettet")), "a | b"),
        (format!("<w:tbl><w:tr><w:tc><w:tbl>{}</w:tbl>{}</w:tc>{}</w:tr></w:tbl>", row(&["x", "y"]), paragraph("z"), cell("b")), "x | y z | b"),
        ("<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r></w:p>".to_owned(), "a\tb\nc-d"),
        (format!("<w:p><w:r><w:instrText>PAGE</w:instrText></w:r>{}</w:p>", run("3 &lt; 4 &amp; &#229;")), "3 < 4 & å"),
        (format!("<w:p><mc:AlternateContent><mc:Choice>{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback></mc:AlternateContent></w:p>", run("en gang")), "en gang"),
        (format!("<w:p>{}<w:r><w:txbxContent>{}</w:txbxContent></w:r></w:p>", run("utenfor"), paragraph("i boks")), "i boks\n\nutenfor"),
        (format!("<w:p><w:commentRangeStart w:id=\"1\"/>{}<w:r><w:commentReference w:id=\"1\"/></w:r></w:p>", run("tekst")), "tekst"),
    ] {
        assert_eq!(text(&made::docx(&body)), is, "{body}");
    }
}

#[test]
fn heads_feet_and_notes_of_a_docx_stand_once_and_in_their_places() {
    let part = |root: &str, inner: &str| format!("<w:{root}>{inner}</w:{root}>");
    let note = |kind: &str, id: u32, text: &str| format!("<w:{kind} w:id=\"{id}\">{}</w:{kind}>", paragraph(text));
    let line = "<w:footnote w:id=\"0\" w:type=\"separator\"><w:p><w:r><w:t>strek</w:t></w:r></w:p></w:footnote>";
    let head = part("hdr", &paragraph("Fjordvik kommune"));
    let parts = [
        ("word/header1.xml", head.clone()),
        ("word/header2.xml", head),
        ("word/footer1.xml", part("ftr", &paragraph("Side"))),
        (
            "word/footnotes.xml",
            part("footnotes", &format!("{line}{}{}", note("footnote", 2, "andre"), note("footnote", 1, "første"))),
        ),
        ("word/endnotes.xml", part("endnotes", &note("endnote", 1, "sist"))),
        ("word/comments.xml", part("comments", &paragraph("hemmelig merknad"))),
    ];
    let parts: Vec<(&str, &str)> = parts.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let body = "<w:p><w:r><w:t>En</w:t><w:footnoteReference w:id=\"1\"/><w:t>, to</w:t><w:footnoteReference w:id=\"2\"/><w:endnoteReference w:id=\"1\"/></w:r></w:p>";
    let is = "Fjordvik kommune\n\nEn[1], to[2][3]\n\nSide\n\n[1] første\n[2] andre\n[3] sist";
    assert_eq!(text(&made::docx_of(body, &parts)), is);
}

#[test]
fn lists_of_a_docx_keep_their_numbers() {
    let level = |at: usize, format: &str, text: &str| {
        format!(
            "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>"
        )
    };
    let levels = [level(0, "decimal", "%1."), level(1, "lowerLetter", "%1 %2)"), level(2, "bullet", "o")].concat();
    let numbering = format!(
        "<w:numbering><w:abstractNum w:abstractNumId=\"7\">{levels}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/></w:num></w:numbering>"
    );
    let item = |list: u32, level: usize, text: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>{}</w:p>",
            run(text)
        )
    };
    let body = [
        item(1, 0, "en"),
        item(1, 1, "a"),
        item(1, 1, "b"),
        item(1, 0, "to"),
        item(1, 1, "c"),
        item(1, 2, "punkt"),
        item(2, 0, "ny"),
        item(9, 0, "ukjent"),
        item(1, 40, "for dypt"),
        item(0, 0, "ingen"),
    ];
    let is = "1. en\n1 a) a\n1 b) b\n2. to\n2 a) c\n– punkt\n1. ny\n– ukjent\n– for dypt\n\ningen";
    assert_eq!(text(&made::docx_of(&body.concat(), &[("word/numbering.xml", &numbering)])), is);
}

#[test]
fn odt_is_what_a_reader_of_the_accepted_text_sees() {
    let style = "<style:style style:name=\"T1\"><style:text-properties text:display=\"none\"/></style:style>";
    let item = |text: &str| format!("<text:list-item><text:p>{text}</text:p><text:p>mer</text:p></text:list-item>");
    for (body, is) in [
        ("<text:h>Vedtak</text:h><text:p>Du får\n   støtte.</text:p>".to_owned(), "Vedtak\n\nDu får støtte."),
        ("<text:p>a<text:s text:c=\"3\"/>b<text:tab/>c<text:line-break/>d</text:p>".to_owned(), "a   b\tc\nd"),
        ("<text:p>a<text:span text:style-name=\"T1\">skjult <text:span>og</text:span></text:span>b</text:p>".to_owned(), "ab"),
        ("<text:p text:style-name=\"T1\">skjult</text:p><text:p>b</text:p>".to_owned(), "b"),
        ("<text:section text:display=\"none\"><text:p>skjult</text:p></text:section><text:p>b</text:p>".to_owned(), "b"),
        ("<text:tracked-changes><text:changed-region><text:deletion><text:p>slettet</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>a<text:change text:change-id=\"c\"/>b</text:p>".to_owned(), "ab"),
        ("<text:p>a<office:annotation><text:p>merknad</text:p></office:annotation>b</text:p>".to_owned(), "ab"),
        (format!("<text:list>{}{}</text:list>", item("en"), item("to")), "– en\n\nmer\n\n– to\n\nmer"),
        ("<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row><table:table-row><table:table-cell><text:p>b</text:p><text:p>c</text:p></table:table-cell><table:table-cell><text:p>d</text:p></table:table-cell></table:table-row></table:table>".to_owned(), "a | \nb c | d"),
        ("<text:p>a<text:note><text:note-citation>7</text:note-citation><text:note-body><text:p>under</text:p></text:note-body></text:note> b</text:p>".to_owned(), "a[1] b\n\n[1] under"),
    ] {
        let is = is.replace(" \n", "\n");
        let read = text(&made::odt_of(style, &body, &[])).replace(" |\n", "\n").replace(" | \n", "\n");
        assert_eq!(read, is.replace(" |\n", "\n"), "{body}");
    }
    let styles = "<styles><master-styles><style:header><text:p>Fjordvik</text:p></style:header><style:footer><text:p>Side</text:p></style:footer></master-styles></styles>";
    assert_eq!(text(&made::odt_of("", "<text:p>Hei</text:p>", &[("styles.xml", styles)])), "Fjordvik\n\nHei\n\nSide");
}
