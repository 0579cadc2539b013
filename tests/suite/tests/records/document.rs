//! Documents of a case, whatever kind of file they are (dokumenter): what can be read is a source, the rest costs nothing but itself.

use crate::{person::of, system};
use base64::{Engine, prelude::BASE64_STANDARD};
use document::made;
use serde_json::{Value, json};

fn file(title: &str, media: &str, bytes: &[u8]) -> Value {
    json!({ "title": title, "media": media, "base64": BASE64_STANDARD.encode(bytes), "text": "", "access": null })
}

#[tokio::test]
async fn what_can_be_read_is_a_source_and_the_rest_costs_nothing() {
    let pdf =
        made::pdf(&[&made::letters(&["Gebyret er 12 500 kroner."]), &made::letters(&["Klagefristen er tre uker."])]);
    let scan = made::pdf(&["0 0 m 10 10 l S"]);
    let docx = made::docx("<w:p><w:r><w:t>Tegningene mangler.</w:t></w:r></w:p>");
    let odt = made::odt("<text:p>Naboen har merknader.</text:p>");
    let mail = "From: per@example.no\r\nSubject: Tegninger\r\n\r\nHer er tegningene.\r\n";
    let documents = [
        file("Vedtak", "application/pdf", &pdf),
        file("Skann", "application/pdf", &scan),
        file("Notat", "application/octet-stream", &docx),
        file("Merknad", "application/vnd.oasis.opendocument.text", &odt),
        file("Epost", "message/rfc822", mail.as_bytes()),
        file("Bilde", "application/pdf", b"\x89PNG\r\n\x1a\n"),
        file("Brev", "text/plain; charset=iso-8859-1", b"S\xf8knaden er mottatt."),
        file("Avkuttet", "application/pdf", &pdf[..40]),
    ];
    let case = json!({ "number": "2026/77", "title": "Garasje", "public_title": null, "status": "B", "opened": "2026-04-01", "closed": null,
        "responsible": null, "access": null, "estates": [], "parties": [], "entries": [{ "number": 1, "kind": "I", "date": "2026-04-02",
        "title": "Søknad", "access": null, "correspondents": [], "documents": documents }] });
    let system = system::noark_with(&case).await;
    let person = of("Byggesak");
    let case =
        system.records.case(&person, "2026/77".parse().expect("a number")).await.expect("an answer").expect("a case");
    let sources = system.records.sources_of(&person, &case).await.expect("the sources");
    let read: Vec<(&str, &str)> = sources.iter().skip(1).map(|one| (one.title.as_str(), one.text.as_str())).collect();
    assert_eq!(
        read,
        [
            ("Vedtak", "Gebyret er 12 500 kroner.\n\nKlagefristen er tre uker."),
            ("Notat", "Tegningene mangler."),
            ("Merknad", "Naboen har merknader."),
            ("Epost", "Her er tegningene."),
            ("Brev", "Søknaden er mottatt."),
        ]
    );
    assert!(sources.iter().all(|one| one.system == "noark" && one.record.starts_with("2026/77")), "{sources:?}");
}
