//! Everyday letters that no second person need read: opening hours, how-to and receipts, each borne by its own source.

use super::{LETTER, PER, TODAY, draft, mail, source};
use crate::{
    check::{CHECKS, Ground, Look, look},
    evidence::{Evidence, Item, Origin},
    rule::Rules,
};
use vocabulary::{Language, Severity};

const SENTENCES: &[&str] = &[
    "Rådhuset har åpent fra 9 til 15 på hverdager.",
    "Biblioteket held ope frå 10 til 18 måndag til fredag.",
    "The library is open from 10 to 18 on weekdays.",
    "Svømmehallen er stengt fram til 4. januar 2027.",
    "Svømmehallen er stengt i vinterferien.",
    "Servicetorget svarer på telefon fra 9 til 15.",
    "Vi svarer på telefon mandag til fredag fra 9 til 14.",
    "Du finner skjemaet under Bygg og eiendom på nettsiden.",
    "Du sender søknaden i skjemaet på nettsiden.",
    "Du loggar inn med BankID og fyller ut skjemaet.",
    "Legg ved situasjonskart og tegninger i skjemaet.",
    "You fill in the form on our website and attach a drawing.",
    "Du kan kjøpe situasjonskart i nettbutikken.",
    "Gjenvinningsstasjonen tar imot hageavfall hele året.",
    "Renovasjonsbilen henter papir annenhver tirsdag.",
    "Søppelspann blir tømde annankvar veke.",
    "Du kan levere farlig avfall på gjenvinningsstasjonen.",
    "Barnehagen har planleggingsdag 2. januar 2027.",
    "Skolen har ferie i uke 8.",
    "Helsestasjonen ligger i Storgata 12.",
    "Kommunestyret har møte i rådhuset 10. desember 2026.",
    "Møteplanen ligger på nettsiden til kommunen.",
    "Kartet viser hvor ledningene ligger.",
    "Du kan ringe servicetorget på 22 22 55 55.",
    "Kulturskolen har kontor i andre etasje.",
    "Parkeringsplassen ved rådhuset er åpen for alle.",
    "Ansvarlig søker sender inn søknaden i Altinn.",
    "Barnevernvakta har telefon heile døgnet.",
    "Du kan søke om bostøtte på nettsidene til Husbanken.",
    "Saksbehandleren din er i møte til klokken 12.",
];

const RECEIPTS: &[&str] = &[
    "Hei Per,\n\nTakk for e-posten din. Vi svarer så snart vi kan.\n\nHilsen\nKari Nordby",
    "Hei Per,\n\nVi har mottatt e-posten din 20. november 2026.",
    "Hei,\n\nVi har fått e-posten din, og svarar så snart vi kan.",
    "Dear Per,\n\nThank you for your e-mail. We will get back to you as soon as we can.",
    "Hei,\n\nVi har mottatt klagen din 20. november 2026 og ser på saken på nytt.",
];

fn heaviest(marked: &str, borne_by: &str) -> Option<(Severity, String)> {
    let item = Item { number: 1, source: source(Origin::Article, "Om tjenesten", borne_by) };
    let (evidence, rules) = (Evidence::restored(vec![item]), Rules::shipped("Fjordvik kommune"));
    let ground = Ground { thread: None, evidence: &evidence, rules: &rules, today: TODAY, words: Language::Nb };
    let draft = draft(marked, PER);
    let look = Look::of(&draft, &ground, Some(mail(LETTER)));
    let found = look::ordered(CHECKS.iter().flat_map(|check| (check.run)(&look)).collect());
    found.first().map(|finding| (finding.severity, format!("{:?} {}", finding.code, finding.text)))
}

#[test]
fn opening_hours_and_how_to_from_a_source_and_receipts_are_clear() {
    let cited = SENTENCES.iter().map(|sentence| {
        let marked = format!("{} [1].", sentence.trim_end_matches('.'));
        (marked, *sentence)
    });
    let receipts = RECEIPTS.iter().map(|letter| ((*letter).to_owned(), "Noe annet."));
    let wrong: Vec<String> = cited
        .chain(receipts)
        .filter_map(|(marked, source)| {
            let (severity, what) = heaviest(&marked, source)?;
            (severity > Severity::Warn).then(|| format!("{severity:?} {what}: {marked}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}
