//! Cases in a Public 360, everything else in the register: the line is the same, each person sees what Public 360 shows that person, and one
//! that is away is told as what it is.

use crate::{
    from_the_pane::SENDS,
    journalled::{card, confirming, entries, kernel, replied},
    walk::{TILBYGG, mail_about, preparing},
};
use contract::operation::{PrepareDraft, SearchCases};
use suite::Stand;
use town::{Failing, P360, P360Settings};

async fn system() -> P360 {
    let records = suite::root().join("tests/fixture/records");
    P360::start(P360Settings { records: Some(records), ..P360Settings::default() }).await.expect("it starts")
}

fn connected(system: &P360) -> [(&str, &str); 3] {
    [
        ("SAKSVAR__P360__URL", system.url.as_str()),
        ("SAKSVAR__P360__CLIENT_ID", "saksvar"),
        ("SAKSVAR__P360__KEY", "town-p360-key"),
    ]
}

async fn stand(system: &P360) -> Stand {
    Stand::with(&connected(system)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_is_journalled_there_in_the_persons_name() {
    let system = system().await;
    let settings: Vec<(&str, &str)> = connected(&system).into_iter().chain(SENDS).collect();
    let stand = Stand::with(&settings).await;
    let draft = replied(&stand).await;
    let told = card(&stand.call("kari", &confirming(&draft)).await.expect("it is confirmed"));
    assert_eq!((told.state.as_str(), system.made().len()), ("registered", 2), "{told:?}");
    let writes = system.asked().into_iter().filter(|called| called.operation.contains("/CreateDocument"));
    assert!(writes.clone().all(|called| called.person() == Some("kari.nordby@fjordvik.kommune.no")));
    assert_eq!(system.made()[0]["signed_off"], "BE", "{:?}", system.made());
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_case_systems_the_one_that_showed_the_case_gets_the_reply() {
    let (system, kernel) = (system().await, kernel().await);
    let noark = [
        ("SAKSVAR__NOARK__URL", kernel.url.as_str()),
        ("SAKSVAR__NOARK__CLIENT_ID", "saksvar"),
        ("SAKSVAR__NOARK__CLIENT_SECRET", "town-noark-secret"),
    ];
    let settings: Vec<(&str, &str)> = noark.into_iter().chain(connected(&system)).chain(SENDS).collect();
    let stand = Stand::with(&settings).await;
    let draft = replied(&stand).await;
    let told = card(&stand.call("kari", &confirming(&draft)).await.expect("it is confirmed"));
    assert_eq!((told.state.as_str(), entries(&kernel).len(), system.made().len()), ("registered", 2, 0), "{told:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_rests_on_what_public_360_shows_the_person_and_on_the_registers_articles() {
    let without = Stand::up().await;
    let wanted = without.call("kari", &preparing(&mail_about(&without, TILBYGG))).await.expect("a draft");
    let system = system().await;
    let stand = stand(&system).await;
    let draft = stand.call("kari", &preparing(&mail_about(&stand, TILBYGG))).await.expect("a draft");
    assert_eq!((&draft.text, &draft.case), (&wanted.text, &wanted.case));
    let systems: Vec<&str> = draft.evidence.iter().map(|source| source.system.as_str()).collect();
    assert!(systems.contains(&"p360") && systems.contains(&"register"), "{systems:?}");
    let asked = system.asked();
    let own = asked.iter().filter(|called| !called.operation.ends_with("/GetCodeTableRows"));
    assert!(own.clone().count() > 2, "it was asked");
    for called in own {
        assert_eq!(called.person(), Some("kari.nordby@fjordvik.kommune.no"), "{called:?}");
    }
    for (person, found) in [("kari", 1), ("ola", 0)] {
        let told = stand.call(person, &SearchCases { text: "klage barnehage".into() }).await.expect("an answer");
        assert_eq!(told.cases.len(), found, "{person}");
    }
    let reached = backend::wire::cases_answer(&stand.config()).await;
    let said = "answers, lets us in, and has 5 access codes; it is asked in each person's own name";
    let [("p360", Ok(told))] = reached.as_slice() else { panic!("{reached:?}") };
    assert!(told.starts_with(said), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_that_is_away_is_told_and_the_next_try_works() {
    let system = system().await;
    let stand = stand(&system).await;
    system.fail(vec![Failing::Down; 40]);
    let draft = stand.call("kari", &preparing(&mail_about(&stand, TILBYGG))).await.expect("a draft of what is here");
    let said = draft.case.silent.clone().unwrap_or_default();
    assert!(said.contains("svarte ikke") && !said.contains("503"), "a sentence for people: {said:?}");
    system.heal();
    let again = PrepareDraft { again: true, ..preparing(&mail_about(&stand, TILBYGG)) };
    let draft = stand.call("kari", &again).await.expect("a draft");
    let rests = draft.evidence.iter().any(|source| source.system == "p360");
    assert!(rests && draft.case.silent.is_none(), "{:?}", draft.case);
}

/// Milliseconds until each answer of one that is not next door.
const FAR: u64 = 20;

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_waits_for_few_answers_in_a_row() {
    let records = Some(suite::root().join("tests/fixture/records"));
    let settings = P360Settings { records, latency: FAR, ..P360Settings::default() };
    let system = P360::start(settings).await.expect("it starts");
    let stand = stand(&system).await;
    // The first time the code tables are fetched, too, beside the rest.
    stand.call("kari", &preparing(&mail_about(&stand, TILBYGG))).await.expect("a draft");
    let (first, longest) = system.chain();
    let again = PrepareDraft { again: true, ..preparing(&mail_about(&stand, TILBYGG)) };
    stand.call("kari", &again).await.expect("a draft");
    let (calls, in_a_row) = system.chain();
    println!("first {first} calls, {longest} in a row; then {calls} calls, {in_a_row} in a row");
    assert!(
        longest <= 4 && in_a_row <= 4 && first <= 20,
        "{first} and {calls} calls, {longest} and {in_a_row} in a row"
    );
}
