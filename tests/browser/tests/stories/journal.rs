//! After sending: what goes into the journal is read, corrected, and confirmed; then it is told under which numbers it stands there.

use browser::{CONNECTED, Visit};

const MAIL: &str = "Sak 2026/1234 – tilbygg";

/// Keys that write a text over what stands in a field: all of it is marked first.
fn over(text: &str) -> String {
    format!("\u{e009}a\u{e000}{text}")
}

/// The reply was sent from the pane.
async fn sent() -> Visit {
    let visit = Visit::with(&CONNECTED, "", (1280, 900)).await;
    visit.open(MAIL).await.drafted().await.asked().await;
    visit.becomes("liv", "Liv A.").await.approved("Per Haug").await;
    visit.becomes("kari", "Kari N.").await.open(MAIL).await.see("#standing", "Godkjent av Liv Aas").await;
    visit.press("#primary", "Send svaret").await.press("#primary", "Send nå").await;
    visit.see("#after", "journalføres").await;
    visit.see(".filing summary", "2026/1234").await;
    visit
}

#[tokio::test(flavor = "multi_thread")]
async fn the_six_fields_are_corrected_and_confirmed_and_the_numbers_are_told() {
    let visit = sent().await;
    let kernel = visit.stand.kernel.as_ref().expect("a case system");
    let entries = || kernel.objects("journalpost").into_iter().filter(|one| one["opprettetAv"] == "saksvar").count();
    assert_eq!(entries(), 0, "nothing is journalled in silence");
    visit.press(".filing summary", "").await;
    visit.write("#field-1", &over("Svar om gebyr for tilbygg")).await.write("#field-0", &over("tilbygg")).await;
    visit.press("#journal", "Journalfør").await.see("#trouble:focus", "Sak: skriv saksnummeret").await;
    visit.write("#field-0", &over("2026/1234")).await;
    visit.picture("journal-1-fields").await;
    visit.press("#journal", "Journalfør").await.see("#filed", "Journalført som 2026/1234-6 og -7.").await;
    visit.picture("journal-2-registered").await;
    assert_eq!((visit.many("#journal").await, entries()), (0, 2), "there is nothing more to press");
    let titles = format!("{:?}", kernel.objects("journalpost"));
    assert!(titles.contains("Svar om gebyr for tilbygg"), "what was typed is what stands there");
    visit.go("").await;
    visit.open(MAIL).await.see("#filed", "Journalført som 2026/1234-6 og -7.").await;
    visit.press("#tab-log", "").await.see(".log", "fikk svaret journalført").await;
    visit.end(&["/api/journal-reply"]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_not_journal_it_says_why() {
    let visit = sent().await;
    visit.press("#skip-journal", "Ikke journalfør").await.see("#trouble:focus", "Skriv hvorfor").await;
    visit.write("#field-5", "Ligger i saken fra før").await.press("#skip-journal", "").await;
    visit.see("#filed", "Ikke journalført: Ligger i saken fra før").await;
    assert_eq!(visit.many("#journal").await, 0);
    visit.end(&["/api/skip-journal"]).await;
}
