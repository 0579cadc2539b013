//! What leaves the house, what comes back, and what happens when eInnsyn fails; and whether the emulated one is what its OpenAPI says.

use crate::{Einnsyn, Settings};
use domain::{
    evidence::{Origin, Query, Source, select},
    person::Person,
    port::{Failure, FailureKind, Records, Secret, fake::Frozen},
};
use std::{collections::BTreeSet, fs, io::Write as _, path::PathBuf, sync::Arc, time::Duration};
use town::{EINNSYN_PARAMETERS, EinnsynSettings, Failing, Published};
use vocabulary::{PersonId, TenantId};

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

fn query(questions: &[&str]) -> Query {
    let questions = questions.iter().map(|one| (*one).to_owned()).collect();
    Query { questions, on: jiff::civil::date(2026, 11, 21), limit: 5, case: None, people: vec!["Per Haug".into()] }
}

fn published() -> Vec<Published> {
    let sent = |number, title: &str| Published::sent(number, title, "Tilbygg og garasje");
    vec![
        Published { kind: "inngaaende_dokument".into(), ..sent(1, "Søknad om garasje") },
        Published { deleted: true, ..sent(2, "Svar om garasje, trukket") },
        Published { after: Some("2026-12-24T00:00:00Z".into()), ..sent(3, "Svar om garasje, ikke ennå") },
        Published { after: Some("snart".into()), ..sent(4, "Svar om garasje, snart") },
        Published { after: Some("2026-01-01T00:00:00Z".into()), ..sent(5, "Svar om garasje nær grense") },
        sent(6, "Gebyr for garasje er kr 4 800"),
    ]
}

async fn desk(published: Vec<Published>, change: impl Fn(&mut Settings)) -> (town::Einnsyn, Einnsyn) {
    let settings = EinnsynSettings { key: Some("town-key".into()), published, latency: 0 };
    let there = town::Einnsyn::start(settings).await.unwrap();
    let mut ours = Settings { key: Some(Secret::new("town-key")), ..Settings::at(&there.url) };
    ours.timeout = Duration::from_secs(20);
    change(&mut ours);
    let clock = Arc::new(Frozen::at("2026-11-21T08:00:00Z".parse().unwrap()));
    let here = Einnsyn::new(ours, clock).unwrap();
    (there, here)
}

async fn found(here: &Einnsyn, questions: &[&str]) -> Result<Vec<Source>, Failure> {
    here.search(&person(), &query(questions)).await
}

#[tokio::test]
async fn what_was_answered_to_others_comes_as_similar_cases_with_its_origin() {
    let (there, here) = desk(published(), |_| {}).await;
    let told = found(&here, &["Hvor nær grensen kan jeg bygge garasje?"]).await.unwrap();
    let titles: Vec<&str> = told.iter().map(|one| one.title.as_str()).collect();
    assert_eq!(titles, ["Svar om garasje nær grense", "Gebyr for garasje er kr 4 800"], "published answers alone");
    let one = &told[0];
    assert_eq!((one.origin, one.system.as_str(), one.record.as_str()), (Origin::Similar, "einnsyn", "2025/105-6"));
    assert_eq!((one.date.map(|day| day.to_string()).as_deref(), one.case), (Some("2025-03-04"), None));
    assert_eq!(one.url.as_deref(), Some(&*format!("{}/journalpost/jp_{:026}", there.url, 5)));
    assert_eq!(
        one.text,
        "Nordvik kommune, Plan og bygg har sendt «Svar om garasje nær grense» i saken «Tilbygg og garasje». Brevet kan bes om innsyn i."
    );
    assert!(told.iter().all(|one| one.access.is_open() && one.is_inward() && !one.tellable("per.haug@example.no")));
    assert!(
        told.iter().all(|one| !format!("{one:?}").contains("Hemmelig")),
        "what is kept from the public is not read"
    );
    // They stand last, and take no place from what a claim may rest on.
    let fee = Source::open(Origin::Fee, "gebyr-2026", "Gebyr", "Garasje koster 5 000 kroner.");
    let chosen =
        select(told.into_iter().chain([fee]).collect(), &query(&["Hva koster garasje?"]), "per.haug@example.no");
    let order: Vec<Origin> = chosen.items().iter().map(|item| item.source.origin).collect();
    assert_eq!(order, [Origin::Fee, Origin::Similar, Origin::Similar]);
}

#[tokio::test]
async fn only_words_of_the_matter_leave_the_house() {
    let (there, here) = desk(published(), |settings| settings.bodies = vec!["enh_1".into(), "enh_2".into()]).await;
    let mail = "Per Haug, Storgata 12, f. 01017012345, tlf. 900 12 345, sak 2026/1234: får naboen Kari Lund garasje?";
    found(&here, &[mail]).await.unwrap();
    assert_eq!(
        there.asked(),
        [
            "/search?query=garasje&entity=Journalpost&journalposttype=utgaaende_dokument&sortBy=score&limit=25&expand=saksmappe%2Cjournalenhet&\
          administrativEnhet=enh_1%2Cenh_2"
        ]
    );
    for questions in [&["Sønnen min har autisme, får han skoleskyss?"][..], &["Hei, hva sier du, Kari Lund?"], &[]] {
        assert!(found(&here, questions).await.unwrap().is_empty());
        assert!(there.asked().is_empty(), "{questions:?}");
    }
}

#[tokio::test]
async fn pages_are_followed_as_long_as_something_is_missing_and_no_longer() {
    let closed = |number| Published { deleted: true, ..Published::sent(number, "Svar om garasje", "x") };
    let open = |number| Published::sent(number, "Svar om garasje", "x");
    for (published, calls, told) in [
        ((1..=60).map(open).collect::<Vec<_>>(), 1, 3),
        ((1..=30).map(closed).chain((31..=60).map(open)).collect(), 2, 3),
        ((1..=500).map(closed).collect(), 3, 0),
        (Vec::new(), 1, 0),
    ] {
        let (there, here) = desk(published, |_| {}).await;
        let found = found(&here, &["garasje"]).await.unwrap();
        assert_eq!((there.asked().len(), found.len()), (calls, told));
    }
}

#[tokio::test]
async fn each_failure_is_told_as_what_it_is() {
    for (failing, kind) in [
        (Failing::Down, FailureKind::Unavailable),
        (Failing::Broken, FailureKind::Unavailable),
        (Failing::Garbage, FailureKind::Garbled),
        (Failing::Slow(5_000), FailureKind::Slow),
    ] {
        let (there, here) = desk(published(), |settings| settings.timeout = Duration::from_millis(300)).await;
        there.fail([failing]);
        let failure = found(&here, &["garasje"]).await.unwrap_err();
        assert_eq!((failure.kind, failure.system), (kind, "einnsyn"), "{failure}");
        assert!(here.health().await.is_ok(), "the next one is answered");
    }
    for (change, kind) in [
        (
            (|settings: &mut Settings| settings.key = Some(Secret::new("guessed"))) as fn(&mut Settings),
            FailureKind::Denied,
        ),
        (|settings| settings.key = None, FailureKind::Denied),
        (|settings| settings.answer_bytes = 500, FailureKind::TooLarge),
    ] {
        let (_there, here) = desk(published(), change).await;
        let failure = found(&here, &["garasje"]).await.unwrap_err();
        assert_eq!(failure.kind, kind, "{failure}");
        assert!(!failure.detail.contains("guessed") && !failure.detail.contains("garasje"), "{failure}");
    }
}

/// The description, where it lies beside the project.
fn openapi() -> Option<String> {
    let beside = || concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data").into();
    let public: PathBuf = std::env::var_os("SAKSVAR_PUBLIC_DATA").map_or_else(beside, PathBuf::from);
    fs::read_to_string(public.join("case-system/einnsyn/einnsyn.openapi.yml")).ok()
}

/// The lines under a heading, as far as they are indented more.
fn under<'a>(text: &'a str, heading: &str) -> Vec<&'a str> {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let mut rest = text.lines().skip_while(|line| line.trim_start() != heading || indent(line) > 4);
    let depth = rest.next().map_or(0, indent);
    rest.take_while(|line| indent(line) > depth).collect()
}

/// The list that follows a key.
fn listed<'a>(lines: &[&'a str], key: &str) -> Vec<&'a str> {
    let rest = lines.iter().map(|line| line.trim()).skip_while(|line| *line != key).skip(1);
    rest.map_while(|line| line.strip_prefix("- ")).collect()
}

#[tokio::test]
async fn the_emulated_one_is_what_the_openapi_says() {
    let Some(text) = openapi() else {
        writeln!(std::io::stdout(), "\nnot run: eInnsyn against its OpenAPI; the description is not there").unwrap();
        return;
    };
    // Its one operation's parameters are named by reference.
    let search = under(&text, "/search:");
    let names: Vec<&str> =
        search.iter().filter_map(|line| line.trim().strip_prefix("- $ref: '#/components/parameters/")).collect();
    let names: Vec<&str> = names.iter().map(|name| name.trim_end_matches('\'')).collect();
    let said: BTreeSet<&str> = names.iter().map(|name| name.rsplit('.').next().unwrap()).collect();
    let towns: BTreeSet<&str> = EINNSYN_PARAMETERS.iter().map(|(name, _)| *name).collect();
    assert_eq!(towns, said);
    for name in names {
        let lines = under(&text, &format!("{name}:"));
        let enumerated = listed(&lines, "enum:");
        let (_, form) = EINNSYN_PARAMETERS.iter().find(|(own, _)| name.ends_with(&format!(".{own}"))).unwrap();
        if !enumerated.is_empty() {
            assert_eq!(form.trim_start_matches('+').split_whitespace().collect::<Vec<_>>(), enumerated, "{name}");
        }
        assert!(lines.contains(&"      explode: false"), "{name}");
    }
    // What we ask is allowed, and what comes has all that is required.
    let (there, here) = desk(published(), |_| {}).await;
    found(&here, &["garasje"]).await.unwrap();
    let asked = there.asked().remove(0);
    for pair in asked.split_once('?').unwrap().1.split('&') {
        assert!(said.contains(pair.split('=').next().unwrap()), "{pair}");
    }
    let whole: serde_json::Value = {
        let client = reqwest::Client::new();
        let request = client.get(format!("{}{asked}", there.url)).header("API-KEY", "town-key");
        serde_json::from_slice(&request.send().await.unwrap().bytes().await.unwrap()).unwrap()
    };
    let entry = &whole["items"][0];
    for (value, classes) in [
        (entry, &["Journalpost.Journalpost:", "Registrering.Registrering:", "Base.Base:"][..]),
        (&entry["saksmappe"], &["Saksmappe.Saksmappe:", "Mappe.Mappe:", "Base.Base:"]),
        (&entry["journalenhet"], &["Enhet.Enhet:", "Base.Base:"]),
    ] {
        for class in classes {
            let required = listed(&under(&text, class), "required:");
            assert!(!required.is_empty(), "{class}");
            for field in required {
                assert!(!value[field].is_null(), "{class} needs {field}: {value}");
            }
        }
    }
}

#[tokio::test]
async fn the_emulated_one_refuses_what_the_real_one_would() {
    let (there, _) = desk(published(), |_| {}).await;
    for (asked, status) in [
        ("/search?query=garasje", 200),
        ("/search?limit=100", 200),
        ("/search?limit=101", 400),
        ("/search?limit=0", 400),
        ("/search?q=garasje", 400),
        ("/search?entity=Journalpost&entity=Saksmappe", 400),
        ("/search?entity=Journalpost,Saksmappe", 200),
        ("/search?entity=journalpost", 400),
        ("/search?journalposttype=U", 400),
        ("/search?sortOrder=down", 400),
        ("/search?startingAfter=1", 400),
        ("/journalpost", 404),
    ] {
        let request = reqwest::Client::new().get(format!("{}{asked}", there.url)).header("API-KEY", "town-key");
        assert_eq!(request.send().await.unwrap().status(), status, "{asked}");
    }
}
