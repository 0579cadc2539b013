//! A record says what the settings say: a setting is changed, and the record changes with it.

use super::{Facts, Kind, Sheet};
use crate::config::Config;
use Kind::{Ai, Dpia, Processing};
use jiff::Timestamp;

const KINDS: [Kind; 3] = [Processing, Dpia, Ai];

fn config(pairs: &[(&str, &str)]) -> Config {
    let own = [("HOUSE__BODY", "Fjordvik kommune"), ("ENTRA__TENANT", "t-1")];
    let named = own.iter().chain(pairs).map(|(name, value)| (format!("SAKSVAR__{name}"), (*value).to_owned()));
    Config::load(None, named).unwrap()
}

fn page(kind: Kind, pairs: &[(&str, &str)]) -> String {
    Sheet::of(kind, &Facts::of(&config(pairs))).markdown(Timestamp::UNIX_EPOCH)
}

/// Which records, settings, what stands there with them, and what without.
type Case = (&'static [Kind], &'static [(&'static str, &'static str)], &'static str, &'static str);

const MODEL: (&str, &str) = ("WRITER__URL", "https://modell.example/v1");
const EMBEDDINGS: (&str, &str) = ("EMBEDDINGS__URL", "http://127.0.0.1:8081/v1");

const CASES: &[Case] = &[
    (&[Processing, Dpia, Ai], &[("RETENTION__ANSWERED", "14")], "14 dager etter at svaret", "30 dager etter at svaret"),
    (&[Processing, Dpia, Ai], &[("RETENTION__UNSENT", "60")], "60 dager etter at noen", "90 dager etter at noen"),
    (&[Processing], &[("RETENTION__SORTED", "45")], "45 dager.", "90 dager."),
    (&[Processing, Dpia, Ai], &[MODEL], "modell.example", "Ingen språkmodell er satt opp"),
    (
        &[Processing, Dpia, Ai],
        &[MODEL, ("WRITER__DATA", "restricted")],
        "også taushetsbelagt tekst",
        "Ingen språkmodell er satt opp",
    ),
    (
        &[Processing, Dpia, Ai],
        &[MODEL, ("WRITER__DATA", "open")],
        "bare tekst som ikke gjelder noen",
        "Ingen språkmodell er satt opp",
    ),
    (&[Processing, Ai], &[EMBEDDINGS], "127.0.0.1:8081, på serveren selv", "Ingen språkmodell er satt opp"),
    (&[Processing], &[MODEL], "hvor modell.example behandler", "Ingen språkmodell utenfor eget nett"),
    (
        &[Dpia],
        &[MODEL, ("WRITER__DATA", "restricted")],
        "hvorfor modell.example utenfor eget nett",
        "Ingen språkmodell er satt opp",
    ),
    (&[Dpia], &[("WRITER__URL", "http://10.0.0.5/v1")], "uten TLS til 10.0.0.5", "Ingen språkmodell er satt opp"),
    (&[Processing, Dpia], &[("STORE__KEY", "env:NAVN")], "i en miljøvariabel", "ved siden av databasen"),
    (&[Processing, Dpia], &[("STORE__KEY", "command:vault read x")], "nøkkelhvelv", "ved siden av databasen"),
    (
        &[Processing],
        &[("SERVER__PUBLIC_URL", "https://s.example.no")],
        "med TLS på https://s.example.no",
        "bare på egen maskin",
    ),
    (
        &[Processing],
        &[("TRAIL__KEY", "trail.key"), ("TRAIL__EVERY", "6")],
        "hver 6. time",
        "Sjekkpunkter er ikke slått på",
    ),
    (&[Processing, Ai], &[("HOUSE__WHEN_AWAY", "stop")], "kan ikke et svar fra Saksvar sendes", "kan sende likevel"),
    (&[Processing, Dpia], &[("HOUSE__DOMAINS", "['fjordvik.kommune.no']")], "(fjordvik.kommune.no)", "(house.domains)"),
    (
        &[Ai],
        &[("HOUSE__NOTICE", "['Skrevet med hjelp.', '', '']")],
        "hjelpemiddel er brukt, på bokmål",
        "house.notice er tom",
    ),
    (&[Ai], &[("WRITER__TOKENS_PER_DAY", "5000")], "Høyst 5000 tokener", "uten tak"),
    (&[Processing], &[("GRAPH__SCOPES", "['Mail.Read']")], "tillatelser: Mail.Read.", "Mail.ReadWrite.Shared"),
    (
        &[Processing],
        &[("ACCESS__CODE", "[{ code = 'UO', seen_by = 'unit' }]")],
        "tilgangskode UO ses av enheten",
        "utenfor tabellen",
    ),
    (&[Processing], &[("LOG__LEVEL", "debug")], "nivå debug", "nivå info"),
    (&[Processing], &[("SERVER__METRICS", "127.0.0.1:9750")], "Driftstall har tall", "Driftstall er slått av"),
];

#[test]
fn a_setting_that_is_changed_is_changed_in_the_record() {
    for (kinds, pairs, with, without) in CASES.iter().copied() {
        for kind in kinds {
            let (changed, shipped) = (page(*kind, pairs), page(*kind, &[]));
            assert!(changed.contains(with), "{kind:?} {pairs:?}: {with} is missing: {changed}");
            assert!(!changed.contains(without), "{kind:?} {pairs:?}: {without} still stands there: {changed}");
            assert!(!shipped.contains(with), "{kind:?}: {with} stands there anyway");
        }
    }
}

#[test]
fn each_municipality_has_its_own() {
    let house = |host: &str, tenant: &str, body: &str, more: &str| {
        format!("{{ server.public_url = 'https://{host}', entra.tenant = '{tenant}', house.body = '{body}'{more} }}")
    };
    let theirs =
        house("b.example.no", "b", "Bjerkedal kommune", ", retention.answered = 7, writer.url = 'http://10.0.0.5/v1'");
    let both = format!("[{}, {theirs}]", house("a.example.no", "a", "Fjordvik kommune", ""));
    let config = config(&[("TENANT", &both)]);
    let [ours, theirs] = ["a", "b"].map(|tenant| Facts::of(&config.house(Some(tenant)).unwrap()));
    for kind in KINDS {
        let [ours, theirs] = [&ours, &theirs].map(|facts| Sheet::of(kind, facts).markdown(Timestamp::UNIX_EPOCH));
        assert!(ours.contains("Fjordvik kommune") && !ours.contains("Bjerkedal"), "{ours}");
        assert!(
            theirs.contains("Bjerkedal kommune") && theirs.contains("7 dager") && theirs.contains("10.0.0.5"),
            "{theirs}"
        );
    }
}

#[test]
fn no_secret_stands_in_a_record_and_markdown_stays_in_its_line() {
    let secrets = [
        ("ENTRA__CLIENT_SECRET", "hemmelig"),
        ("WRITER__KEY", "hemmelig"),
        ("WRITER__URL", "https://u:hemmelig@m.example/v1?key=hemmelig"),
        ("WRITER__MODEL", "m\n# Overskrift <b>"),
        ("EMBEDDINGS__KEY", "hemmelig"),
        ("STORE__KEY", "hemmelig"),
    ];
    for kind in KINDS {
        let page = page(kind, &secrets);
        assert!(!page.contains("hemmelig") && !page.contains("\n# Overskrift"), "{page}");
        assert!(page.contains("\\# Overskrift \\<b\\>"), "{page}");
    }
}

#[test]
fn what_the_law_asks_for_has_its_section_and_none_is_empty() {
    let ids = |kind| -> Vec<&str> {
        let sheet = Sheet::of(kind, &Facts::of(&config(&[])));
        assert!(sheet.sections.iter().all(|section| !section.lines.is_empty()));
        let lines = sheet.sections.iter().flat_map(|section| &section.lines);
        assert!(lines.into_iter().all(|line| line.text.ends_with('.')), "{kind:?}: {sheet:#?}");
        sheet.sections.iter().map(|section| section.id).collect()
    };
    for wanted in ["controller", "purpose", "people", "categories", "receivers", "transfer", "retention", "security"] {
        assert!(ids(Processing).contains(&wanted), "art. 30: {wanted}");
    }
    for wanted in ["description", "need", "risks"] {
        assert!(ids(Dpia).contains(&wanted), "art. 35: {wanted}");
    }
    assert!(ids(Ai).contains(&"oversight"));
    let json = Sheet::of(Ai, &Facts::of(&config(&[]))).json(Timestamp::UNIX_EPOCH);
    assert_eq!((json["record"].as_str(), json["tenant"].as_str()), (Some("ai"), Some("t-1")));
    assert!(json["sections"][0]["lines"][0]["text"].as_str().is_some_and(|text| text.contains("Fjordvik kommune")));
}
