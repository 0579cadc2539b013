//! The messages held against the standard's own schemas with `xmllint`, whole and hurt in every place; where either is missing the test
//! says that it was not run. The town's reading of the schemas must judge the same.

use super::{
    Kind, Message, create, fetch,
    problem::Problem,
    receipt::Receipt,
    result::{self, Entry, Folder, Registration},
    search::{Search, Value, What},
    sign_off, update,
};
use domain::{
    case::Access,
    person::Person,
    port::{Correspondent, Filing, Way},
};
use roxmltree::{Document, Node};
use std::{
    collections::BTreeSet,
    fs,
    io::Write as _,
    ops::Range,
    path::{Path, PathBuf},
    process::Command,
};
use town::{FiksArchive, FiksMessage, FiksSettings};
use vocabulary::{CaseNumber, PersonId, TenantId};

const ID: &str = "5ac5bae0-f1c5-4a00-8000-00000000000a";
const CASE: CaseNumber = CaseNumber { year: 2026, sequence: 1234 };

fn person() -> Person {
    Person {
        tenant: TenantId::new("fjordvik"),
        id: PersonId::new("kari"),
        name: "Kari Nordby".into(),
        address: "kari.nordby@fjordvik.kommune.no".into(),
        roles: Vec::new(),
        groups: Vec::new(),
    }
}

fn hostile() -> Vec<String> {
    let long = "Søknad om tilbygg ".repeat(600);
    [
        "Søknad om tilbygg",
        "O'Brien & sønn <\"x\"> ]]> <![CDATA[",
        "a\0\u{1}\u{8}b\u{1b}[31m\u{fffe}",
        "🏡👩‍👩‍👧 tilbygg",
        "\u{202e}ggyblit\u{202c} עברית العربية",
        "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
        "linje\r\nlinje\tog\u{85}",
        "",
        " ",
        long.as_str(),
    ]
    .map(str::to_owned)
    .to_vec()
}

fn filing(way: Way, text: &str, access: Option<&str>) -> Filing {
    let one = |role: &str, name: &str, email: Option<&str>| Correspondent {
        role: role.into(),
        name: name.into(),
        email: email.map(str::to_owned),
    };
    let basis = access.map(|_| format!("offl. § 13 {text}"));
    Filing {
        case: CASE,
        system: String::new(),
        way,
        title: text.into(),
        public_title: text.into(),
        access: Access { code: access.map(str::to_owned), legal_basis: basis },
        at: "2026-11-20T23:30:03.25Z".parse().unwrap(),
        people: vec![
            one("EA", text, Some(text)),
            one("EA", "", Some("a@example.no")),
            one("IM", "", None),
            one("EK", "", None),
        ],
        message_id: format!("<{text}@example.no>"),
        mime: format!("Subject: {text}\r\n\r\nHei").into_bytes(),
    }
}

fn search(what: What, field: &str, value: Value<'_>, newest: Option<&str>) -> Message {
    let include: &[&str] = if what == What::Cases { &["part"] } else { &["dokumentbeskrivelse", "korrespondansepart"] };
    Search { what, include, fields: &[(field, value), (field, value)], newest, take: 100, skip: 200 }.message()
}

/// Everything that is written, with this text wherever one can stand.
fn messages(text: &str) -> Vec<Message> {
    vec![
        search(What::Cases, "mappePartEpostadresse", Value::Text(text), None),
        search(What::Cases, "mappeTittel", Value::Like(text), Some("mappeOpprettetDato")),
        search(What::Entries, "journalpostSaksaar", Value::Number(2026), Some("journalpostJournalpostnummer")),
        search(What::Registrations, "registreringEksternId", Value::Key(text), None),
        search(What::Registrations, "registreringKorrespondansepartEpostadresse", Value::Text(text), None),
        fetch::folder(CASE),
        fetch::entry(ID, &["korrespondansepart", "avskrivning"]),
        fetch::file(ID),
        fetch::codes("tilgangsrestriksjon"),
        create::message(&person(), &filing(Way::In, text, None)),
        create::message(&person(), &filing(Way::Out, text, Some("UO"))),
        update::void(ID),
        sign_off::sign_off((ID, "part-1"), ID, (text, "2026-11-20".parse().unwrap())),
        sign_off::unsign(ID, "part-1"),
    ]
}

/// The schema of a type of message.
fn schema(kind: &str) -> String {
    format!("{kind}.xsd")
}

/// An XML, its schema, and whether it is hurt.
struct Trial {
    name: String,
    schema: String,
    xml: Vec<u8>,
}

/// The same with one element dropped, moved behind the next one, misspelt or emptied, for each element and each way.
fn hurt(xml: &[u8]) -> Vec<(String, Vec<u8>)> {
    let text = std::str::from_utf8(xml).unwrap();
    let document = Document::parse(text).unwrap();
    let mut all = Vec::new();
    for node in document.root_element().descendants().skip(1).filter(Node::is_element) {
        let (name, whole) = (node.tag_name().name(), node.range());
        let mut put = |how: &str, range: Range<usize>, with: &str| {
            let mut text = text.to_owned();
            text.replace_range(range, with);
            all.push((format!("{how} {name}"), text.into_bytes()));
        };
        let own = &text[whole.clone()];
        put("drop", whole.clone(), "");
        put("empty", whole.clone(), &format!("{}</{}>", &own[..=own.find('>').unwrap()], written(own)));
        put(
            "misspell",
            whole.clone(),
            &own.replacen(written(own), &format!("{}x", written(own)), 1).replacen(
                &format!("</{}>", written(own)),
                &format!("</{}x>", written(own)),
                usize::MAX,
            ),
        );
        if let Some(next) = node.next_sibling_element() {
            let after = &text[next.range()];
            put("reorder", whole.start..next.range().end, &format!("{after}{own}"));
        }
    }
    all
}

/// The name as it is written, with its prefix.
fn written(own: &str) -> &str {
    own[1..].split(['>', ' ', '/']).next().unwrap()
}

/// The schemas, where they and what judges by them are there.
fn schemas() -> Result<PathBuf, String> {
    let beside = || concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data").into();
    let public: PathBuf = std::env::var_os("SAKSVAR_PUBLIC_DATA").map_or_else(beside, PathBuf::from);
    let folder = public.join("case-system/fiks-arkiv");
    if !folder.join("metadatakatalog.xsd").is_file() {
        return Err("the schemas of KS Fiks Arkiv are not there".into());
    }
    let runs = Command::new("xmllint").arg("--version").output();
    runs.map_err(|_| "there is no xmllint".to_owned()).map(|_| folder)
}

fn ready(what: &str) -> Option<PathBuf> {
    match schemas() {
        Ok(folder) => Some(folder),
        Err(why) => {
            writeln!(std::io::stdout(), "\nnot run: {what}; {why}").unwrap();
            None
        }
    }
}

/// Which of them are valid.
fn valid(schemas: &Path, trials: &[Trial]) -> Vec<bool> {
    let folder = tempfile::tempdir().unwrap();
    let mut is = vec![false; trials.len()];
    let kinds: BTreeSet<&String> = trials.iter().map(|trial| &trial.schema).collect();
    for kind in kinds {
        let ours: Vec<usize> = (0..trials.len()).filter(|at| trials[*at].schema == *kind).collect();
        for at in &ours {
            fs::write(folder.path().join(format!("{at}.xml")), &trials[*at].xml).unwrap();
        }
        let names = ours.iter().map(|at| format!("{at}.xml"));
        let run = Command::new("xmllint")
            .current_dir(folder.path())
            .args(["--nonet", "--noout", "--schema"])
            .arg(schemas.join(kind))
            .args(names)
            .output()
            .unwrap();
        let told = String::from_utf8_lossy(&run.stderr).into_owned();
        for line in told.lines().filter_map(|line| line.strip_suffix(".xml validates")) {
            is[line.parse::<usize>().unwrap()] = true;
        }
        assert!(told.contains("valid"), "{kind}: {told}");
    }
    is
}

#[test]
fn every_message_is_valid_and_every_hurt_one_is_judged_as_the_schemas_judge_it() {
    let Some(schemas) = ready("the messages of Fiks Arkiv against their schemas") else { return };
    let mut trials = Vec::new();
    let mut whole = 0;
    for text in hostile() {
        for message in messages(&text) {
            let xml = message.files[0].bytes.clone();
            let schema = schema(message.kind.name());
            trials.push(Trial { name: format!("{:?} {:.20}", message.kind, text), schema, xml });
            whole += 1;
        }
    }
    for message in messages("Søknad om tilbygg") {
        for (name, xml) in hurt(&message.files[0].bytes) {
            trials.push(Trial {
                name: format!("{:?}: {name}", message.kind),
                schema: schema(message.kind.name()),
                xml,
            });
        }
    }
    let judged = valid(&schemas, &trials);
    let mut rejected = 0;
    for (at, (trial, is)) in trials.iter().zip(&judged).enumerate() {
        let towns = town::fiks_judged(&trial.xml);
        let shown = || String::from_utf8_lossy(&trial.xml[..trial.xml.len().min(3000)]).into_owned();
        assert!(*is || at >= whole, "{} is not valid: {}", trial.name, shown());
        assert_eq!(towns.is_ok(), *is, "{}: the town says {towns:?} of {}", trial.name, shown());
        assert!(!is || at < whole || !trial.name.contains("misspell"), "{}", trial.name);
        rejected += usize::from(!is);
    }
    writeln!(std::io::stdout(), "{whole} messages valid; of {} hurt ones {rejected} refused", trials.len() - whole)
        .unwrap();
    assert!(rejected > 300, "{rejected}");
}

/// An archive with a case in which something of everything is.
fn archive() -> FiksArchive {
    let folder = tempfile::tempdir().unwrap();
    let case = serde_json::json!({
        "number": "2026/1234", "title": "Tilbygg & <garasje>", "public_title": "Tilbygg", "status": "B", "opened": "2026-03-01",
        "closed": "2026-10-01", "responsible": { "name": "Ola Nes", "unit": "Byggesak" }, "access": { "code": "UO", "legal_basis": "offl. § 13" },
        "parties": [{ "role": "applicant", "name": "Per Haug", "email": "per.haug@example.no" }], "estates": ["4999-47/690"],
        "entries": [{ "number": 1, "kind": "I", "date": "2026-03-02", "title": "Søknad", "access": { "code": "UO", "legal_basis": "offl. § 13" },
            "correspondents": [{ "role": "EA", "name": "Per Haug", "email": "per.haug@example.no" }, { "role": "IM", "name": "Ola Nes" }],
            "documents": [{ "title": "Søknad", "text": "Hei", "access": { "code": "UO", "legal_basis": "offl. § 13" } }] }],
    });
    fs::write(folder.path().join("cases.jsonl"), case.to_string()).unwrap();
    FiksArchive::open(&FiksSettings { records: Some(folder.path().to_owned()), ..FiksSettings::default() }).unwrap()
}

async fn answers(archive: &FiksArchive, message: Message) -> Vec<FiksMessage> {
    let files = message.files.into_iter().map(|file| (file.name, file.bytes)).collect();
    let (id, kind) = (ID.to_owned(), message.kind.name().to_owned());
    archive.take(FiksMessage { id, kind, to: None, files }).await
}

/// Whether an answer can be read.
type Reads = fn(&[u8]) -> bool;

/// Something of every answer that has a schema, with what reads it.
async fn every_answer() -> Vec<(FiksMessage, Reads)> {
    let archive = archive();
    let mail = create::message(&person(), &filing(Way::In, "Spørsmål", Some("UO")));
    let receipt = answers(&archive, mail).await.pop().unwrap();
    let made = Receipt::read(&receipt.files[0].1).unwrap().id;
    let with = ["dokumentbeskrivelse", "dokumentobjekt", "korrespondansepart", "avskrivning"];
    let entry = answers(&archive, fetch::entry(&made, &with)).await.pop().unwrap();
    let part = result::entry(&entry.files[0].1).unwrap().unwrap().registration.parts.remove(0).id;
    let signed = sign_off::sign_off((&made, &part), &made, ("Kari Nordby", "2026-11-20".parse().unwrap()));
    assert_eq!(answers(&archive, signed).await.len(), 2);
    let number = Value::Number(2026);
    let mut wrong = fetch::folder(CASE);
    wrong.files[0].bytes = b"<x/>".to_vec();
    let mut all: Vec<(Message, Reads)> = vec![
        (search(What::Cases, "sakSaksaar", number, None), |xml| result::found::<Folder>(xml).is_ok()),
        (search(What::Entries, "journalpostSaksaar", number, None), |xml| result::found::<Entry>(xml).is_ok()),
        (search(What::Registrations, "registreringTittel", Value::Text("Spørsmål"), None), |xml| {
            result::found::<Registration>(xml).is_ok()
        }),
        (fetch::folder(CASE), |xml| result::folder(xml).is_ok()),
        (fetch::entry(&made, &with), |xml| result::entry(xml).is_ok()),
        (fetch::codes("journalposttype"), |xml| result::codes(xml).is_ok()),
        (fetch::folder(CaseNumber { year: 2026, sequence: 9 }), |xml| Problem::Missing.read(xml).is_ok()),
        (wrong, |xml| Problem::Invalid.read(xml).is_ok()),
    ];
    all[0].0 = Search {
        what: What::Cases,
        include: &["part"],
        fields: &[("sakSaksaar", number)],
        newest: None,
        take: 9,
        skip: 0,
    }
    .message();
    all[1].0 = Search {
        what: What::Entries,
        include: &with[..1],
        fields: &[("journalpostSaksaar", number)],
        newest: None,
        take: 9,
        skip: 0,
    }
    .message();
    let mut told: Vec<(FiksMessage, Reads)> = vec![(receipt, |xml| Receipt::read(xml).is_ok())];
    for (message, read) in all {
        told.push((answers(&archive, message).await.pop().unwrap(), read));
    }
    archive.fail([town::FiksFailing::Broken]);
    told.push((answers(&archive, fetch::folder(CASE)).await.pop().unwrap(), |xml| Problem::Broken.read(xml).is_ok()));
    told
}

/// What nothing is built on is passed over without a look inside: its place is judged, and not its content.
const PASSED: [&str; 9] = [
    "avsluttetAv",
    "fagsystem",
    "journalaar",
    "journalposttype",
    "journalstatus",
    "kode",
    "noekkel",
    "opprettetAv",
    "partID",
];
/// The same of a reference, which is read by the number that people know.
const REFERENCES: [&str; 1] = ["systemID"];

#[tokio::test]
async fn an_answer_that_is_valid_is_read_and_one_that_is_not_is_refused() {
    let told = every_answer().await;
    for (answer, read) in &told {
        assert!(read(&answer.files[0].1), "{}: {}", answer.kind, String::from_utf8_lossy(&answer.files[0].1));
    }
    let Some(schemas) = ready("the answers of Fiks Arkiv against their schemas") else { return };
    let mut trials = Vec::new();
    let mut reads = Vec::new();
    for (answer, read) in &told {
        let whole = answer.files[0].1.clone();
        for (name, xml) in std::iter::once(("whole".to_owned(), whole.clone())).chain(hurt(&whole)) {
            trials.push(Trial { name: format!("{}: {name}", answer.kind), schema: schema(&answer.kind), xml });
            reads.push(*read);
        }
    }
    let (mut refused, mut passed) = (0, BTreeSet::new());
    for ((trial, read), is) in trials.iter().zip(reads).zip(valid(&schemas, &trials)) {
        assert!(is || !trial.name.ends_with(": whole"), "{}: {}", trial.name, String::from_utf8_lossy(&trial.xml));
        let read = read(&trial.xml);
        let name = trial.name.rsplit(' ').next().unwrap();
        if read && !is {
            passed.insert(name);
        }
        refused += usize::from(!is && !read);
    }
    writeln!(std::io::stdout(), "{} answers; {refused} hurt ones refused; passed over: {passed:?}", told.len())
        .unwrap();
    assert!(passed.iter().all(|name| PASSED.contains(name) || REFERENCES.contains(name)), "{passed:?}");
    assert!(refused > 500, "{refused}");
}

#[test]
fn an_answer_of_another_kind_is_none() {
    for (kind, answer, is) in [
        (Kind::Create, "no.ks.fiks.arkiv.v1.arkivering.arkivmelding.opprett.mottatt", true),
        (Kind::Create, "no.ks.fiks.arkiv.v1.arkivering.arkivmelding.opprett.kvittering", true),
        (Kind::Create, "no.ks.fiks.arkiv.v1.arkivering.arkivmelding.oppdater.kvittering", false),
        (Kind::Search, "no.ks.fiks.arkiv.v1.innsyn.sok.resultat.utvidet", true),
        (Kind::Search, "no.ks.fiks.arkiv.v1.innsyn.sok.resultat.minimum", false),
        (Kind::Folder, "no.ks.fiks.arkiv.v1.innsyn.mappe.hent.resultat", true),
        (Kind::Folder, "no.ks.fiks.arkiv.v1.innsyn.mappe.hent.mottatt", false),
        (Kind::Folder, "no.ks.fiks.arkiv.v1.innsyn.mappe.hent", false),
        (Kind::Folder, "", false),
    ] {
        assert_eq!(kind.judged(answer).is_some(), is, "{kind:?} {answer}");
    }
}
