//! Public 360's answers (saksbehandlingssystem): a case that was asked for and nobody else's, or a failure that tells nothing of it.

use crate::{
    json::{changed, written},
    loopback::{self, Said},
};
use domain::{
    case::Access,
    person::Person,
    port::{Failure, Filing, Journal, Records, Secret, Way, fake::Frozen},
};
use fuzz::Pick;
use p360::{Entrance, P360, Settings};
use serde_json::{Value, json};
use std::sync::{Arc, Mutex, OnceLock};
use tokio::runtime::Runtime;
use vocabulary::{CaseNumber, PersonId, TenantId};

/// What it says of cases, of documents, and of everything else.
type Told = Arc<Mutex<[Said; 3]>>;

struct Desk {
    p360: P360,
    runtime: Runtime,
    said: Told,
}

fn desk() -> &'static Desk {
    static DESK: OnceLock<Desk> = OnceLock::new();
    DESK.get_or_init(|| {
        let said: Told = Arc::new(Mutex::new([const { (200, Vec::new()) }; 3]));
        let told = Arc::clone(&said);
        let address = loopback::serve(move |path| {
            let at = ["/GetCases", "/GetDocuments"].iter().position(|name| path.ends_with(name)).unwrap_or(2);
            told.lock().expect("no panic")[at].clone()
        });
        let key = Entrance::Key(Secret::new("kari-hemmelig"));
        let settings = Settings { answer_bytes: 50_000, ..Settings::at(address, "saksvar", key) };
        let clock = Arc::new(Frozen::at("2026-11-21T08:00:00Z".parse().expect("a time")));
        let p360 = P360::new(settings, Arc::new(backend::reading::Here), clock).expect("good settings");
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        Desk { p360, runtime, said }
    })
}

fn cases() -> Value {
    json!({ "Successful": true, "ErrorMessage": null, "ErrorDetails": null, "TotalPageCount": 1, "Cases": [{
        "Recno": 200_001, "CaseNumber": "26/01234", "Title": "Tilbygg", "UnofficialTitle": "Tilbygg – Per Haug", "Status": "B",
        "Date": "2026-10-12T00:00:00", "AccessCodeCode": "UO", "Paragraph": "offl. § 13", "ResponsibleEnterpriseName": "Byggesak",
        "ResponsiblePerson": { "Name": "Ola Nes", "Email": "ola.nes@fjordvik.kommune.no" }, "ResponsiblePersonName": "Ola Nes",
        "Contacts": [{ "Recno": 7, "Role": "Sakspart", "ContactName": "Per Haug" }],
    }] })
}

fn documents() -> Value {
    json!({ "Successful": true, "TotalPageCount": 2, "Documents": [{
        "Recno": 200_002, "DocumentNumber": "26/01234-1", "CaseNumber": "26/01234", "Title": "Søknad", "StatusCode": "J",
        "DocumentDate": "2026-10-12T00:00:00Z", "Category": { "Recno": 110, "Code": "I", "Description": "Inngående" },
        "AccessCodeCode": "U", "Contacts": [{ "ContactRecno": "7", "Role": "EA", "SearchName": "Per Haug", "Email": "Per.Haug@example.no" }],
        "Files": [{ "Recno": 9, "Title": "Søknad", "Format": "TXT", "VersionFormatCode": "A", "RelationTypeCode": "H", "Note": "" }],
        "Remarks": [{ "Title": "Til saken", "Content": "Ring Per Haug" }], "ReferringDocuments": ["26/01234-2"],
    }] })
}

/// Files, contacts, code tables and what was made, in one.
fn rest() -> Value {
    json!({ "Successful": true, "File": { "Format": "TXT", "Base64Data": "SGVp" },
        "PrivatePersons": [{ "Recno": 7, "Email": "per.haug@example.no" }], "ContactPersons": [], "Enterprises": [],
        "CodeTableRows": [{ "Recno": 1, "Code": "U", "Description": "Ugradert", "IsExpired": false }],
        "Recno": 5, "DocumentNumber": "26/01234-2" })
}

fn said(of: &Value, pick: &mut Pick<'_>) -> Said {
    let status = if pick.below(12) == 0 { pick.one(&[201, 302, 400, 401, 404, 500, 503]) } else { 200 };
    let body = match pick.below(10) {
        0 => pick.raw(200).to_vec(),
        1 => json!({ "Successful": false, "ErrorMessage": "Saken om Per Haug finnes ikke" }).to_string().into_bytes(),
        2 | 3 => of.to_string().into_bytes(),
        _ => {
            let value = changed(of, pick);
            written(&value, pick)
        }
    };
    (status, body)
}

fn filing(case: CaseNumber) -> Filing {
    Filing {
        case,
        system: String::new(),
        way: Way::In,
        title: "Tilbygg – Per Haug".into(),
        public_title: "Tilbygg".into(),
        access: Access::default(),
        at: "2026-11-20T08:12:03Z".parse().expect("a time"),
        people: Vec::new(),
        message_id: "<a@example.no>".into(),
        mime: b"Hei".to_vec(),
    }
}

fn quiet(failure: &Failure, told: &str) {
    let quiet = ["hemmelig", "Per Haug", "Tilbygg"].iter().all(|words| !failure.detail.contains(words));
    assert!(quiet && !failure.detail.trim().is_empty(), "{told}: {failure:?}");
}

fuzz::target!(
    /// Answers of Public 360 with something changed.
    p360_answers, 200, |pick| {
    let desk = desk();
    let all = [said(&cases(), &mut pick.part()), said(&documents(), &mut pick.part()), said(&rest(), pick)];
    let told = all.iter().map(|(_, body)| String::from_utf8_lossy(body).into_owned()).collect::<Vec<_>>().join(" / ");
    *desk.said.lock().expect("no panic") = all;
    let person = Person {
        tenant: TenantId::new("fjordvik"),
        id: PersonId::new("kari"),
        name: "Kari Nordby".into(),
        address: "kari.nordby@fjordvik.kommune.no".into(),
        roles: Vec::new(),
        groups: Vec::new(),
    };
    let number: CaseNumber = "2026/1234".parse().expect("a number");
    desk.runtime.block_on(async {
        match desk.p360.case(&person, number).await {
            Ok(Some(case)) => {
                assert_eq!(case.number, number, "{told}");
                assert!(case.access.code.as_deref().is_none_or(|code| !code.trim().is_empty() && code != "U"), "{told}");
                if let Err(failure) = desk.p360.sources_of(&person, &case).await {
                    quiet(&failure, &told);
                }
            }
            Ok(None) => {}
            Err(failure) => quiet(&failure, &told),
        }
        match desk.p360.cases_of(&person, "per.haug@example.no").await {
            Ok(cases) => assert!(cases.iter().all(|case| case.knows("per.haug@example.no")), "{told}"),
            Err(failure) => quiet(&failure, &told),
        }
        if let Err(failure) = desk.p360.register(&person, &filing(number)).await {
            quiet(&failure, &told);
        }
    });
});
