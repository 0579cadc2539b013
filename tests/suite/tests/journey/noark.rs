//! Cases in a Noark 5 kernel, everything else in the register: the line is the same, and a kernel that is away is told as what it is.

use crate::walk::{TILBYGG, mail_about, preparing};
use contract::{Kind, operation::SearchCases};
use suite::Stand;
use town::{Failing, Noark, NoarkSettings};

async fn kernel() -> Noark {
    let records = suite::root().join("tests/fixture/records");
    let settings = NoarkSettings { records: Some(records), ..NoarkSettings::default() };
    Noark::start(settings).await.expect("the kernel starts")
}

async fn stand(kernel: &Noark) -> Stand {
    let settings = [
        ("SAKSVAR__NOARK__URL", kernel.url.as_str()),
        ("SAKSVAR__NOARK__CLIENT_ID", "saksvar"),
        ("SAKSVAR__NOARK__CLIENT_SECRET", "town-noark-secret"),
    ];
    Stand::with(&settings).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_rests_on_the_kernels_records_and_on_the_registers_articles() {
    let without = Stand::up().await;
    let wanted = without.call("kari", &preparing(&mail_about(&without, TILBYGG))).await.expect("a draft");
    let kernel = kernel().await;
    let stand = stand(&kernel).await;
    let draft = stand.call("kari", &preparing(&mail_about(&stand, TILBYGG))).await.expect("a draft");
    assert_eq!((&draft.text, &draft.case), (&wanted.text, &wanted.case));
    let systems: Vec<&str> = draft.evidence.iter().map(|source| source.system.as_str()).collect();
    assert!(systems.contains(&"noark") && systems.contains(&"register"), "{systems:?}");
    // Who may see what is the house's to say, wherever the case lies: Ola is not of the unit.
    for (person, found) in [("kari", 1), ("ola", 0)] {
        let told = stand.call(person, &SearchCases { text: "klage barnehage".into() }).await.expect("an answer");
        assert_eq!(told.len(), found, "{person}");
    }
    let reached = backend::wire::cases_answer(&stand.config()).await;
    assert_eq!(reached, [("noark", Ok("answers, and shows us cases".to_owned()))]);
    assert_eq!(backend::wire::cases_answer(&without.config()).await, [], "off by default");
}

/// Milliseconds until each answer of a kernel that is not next door.
const FAR: u64 = 20;

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_waits_for_few_answers_of_the_kernel_in_a_row() {
    for (any, row, most) in [(true, 4, 20), (false, 6, 60)] {
        let records = Some(suite::root().join("tests/fixture/records"));
        let settings = NoarkSettings { records, any, latency: FAR, ..NoarkSettings::default() };
        let kernel = Noark::start(settings).await.expect("the kernel starts");
        let stand = stand(&kernel).await;
        // The first call also signs in and finds the doors, once for all.
        stand.call("kari", &preparing(&mail_about(&stand, TILBYGG))).await.expect("a draft");
        let (first, longest) = kernel.chain();
        stand.call("kari", &preparing(&mail_about(&stand, TILBYGG))).await.expect("a draft");
        let (calls, in_a_row) = kernel.chain();
        println!("extended: {any}: first {first} calls, {longest} in a row; then {calls} calls, {in_a_row} in a row");
        assert!(in_a_row <= row && calls <= most, "extended: {any}: {calls} calls, {in_a_row} in a row");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kernel_that_is_away_is_told_and_the_next_try_works() {
    let kernel = kernel().await;
    let stand = stand(&kernel).await;
    kernel.fail(vec![Failing::Down; 40]);
    let problem = stand.call("kari", &preparing(&mail_about(&stand, TILBYGG))).await.expect_err("no cases, no draft");
    assert_eq!(problem.kind, Kind::Outside, "{problem:?}");
    assert!(!problem.title.contains("503") && !problem.title.contains("noark"), "a sentence for people: {problem:?}");
    kernel.heal();
    stand.call("kari", &preparing(&mail_about(&stand, TILBYGG))).await.expect("a draft");
}
