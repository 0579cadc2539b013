//! Documents of a case, whatever kind of file they are (dokumenter): what can be read is a source, the rest costs nothing but itself.

use crate::{
    fiks, p360,
    person::of,
    system::{self, System},
};
use base64::{Engine, prelude::BASE64_STANDARD};
use document::made;
use domain::evidence::Contents;
use serde_json::{Value, json};

fn file(title: &str, media: &str, bytes: &[u8]) -> Value {
    json!({ "title": title, "media": media, "base64": BASE64_STANDARD.encode(bytes), "text": "", "access": null })
}

fn case(documents: &[Value]) -> Value {
    json!({ "number": "2026/77", "title": "Garasje", "public_title": null, "status": "B", "opened": "2026-04-01", "closed": null,
        "responsible": null, "access": null, "estates": [], "parties": [], "entries": [{ "number": 1, "kind": "I", "date": "2026-04-02",
        "title": "Søknad", "access": null, "correspondents": [], "documents": documents }] })
}

async fn contents(system: &System, unit: &str) -> Contents {
    let (person, number) = (of(unit), "2026/77".parse().expect("a number"));
    let case = system.records.case(&person, number).await.expect("an answer").expect("a case");
    system.records.sources_of(&person, &case).await.expect("the contents")
}

/// A scan and a locked file in an open case, and a scan that only its unit may see.
#[tokio::test]
async fn what_cannot_be_read_is_told_to_whoever_may_see_it() {
    let scan = made::pdf(&["0 0 m 10 10 l S"]);
    let locked = made::locked();
    let documents = [
        file("Søknad", "text/plain", "Vi søker om garasje.".as_bytes()),
        file("Situasjonskart", "application/pdf", &scan),
        file("Takst", "application/pdf", &locked),
    ];
    let mut case = case(&documents);
    let hidden = json!({ "number": 2, "kind": "I", "date": "2026-04-03", "title": "Attest", "correspondents": [],
        "access": { "code": "XK", "legal_basis": "offl. § 13" },
        "documents": [file("Helseattest", "application/pdf", &scan)] });
    case["entries"].as_array_mut().expect("entries").push(hidden);
    for system in [system::noark_with(&case).await, p360::with(&case).await, fiks::with(&case)] {
        let Contents { sources, unread } = contents(&system, "Byggesak").await;
        let told: Vec<_> = unread.iter().map(|one| (one.record.as_str(), one.title.as_str(), one.why.code())).collect();
        assert_eq!(
            told,
            [("2026/77-1", "Situasjonskart", "no_text"), ("2026/77-1", "Takst", "encrypted")],
            "{}: and not that there is a medical certificate",
            system.name
        );
        let read: Vec<&str> = sources.iter().map(|one| one.title.as_str()).collect();
        assert_eq!(read, ["Garasje", "Søknad"], "{}: it is no source", system.name);
    }
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
    let system = system::noark_with(&case(&documents)).await;
    let Contents { sources, unread } = contents(&system, "Byggesak").await;
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
    let why: Vec<(&str, &str)> = unread.iter().map(|one| (one.title.as_str(), one.why.code())).collect();
    assert_eq!(why, [("Skann", "no_text"), ("Bilde", "image"), ("Avkuttet", "damaged")]);
    assert!(sources.iter().all(|one| one.system == "noark" && one.record.starts_with("2026/77")), "{sources:?}");
}
