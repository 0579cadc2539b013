//! Mails of other kinds, and what the pane makes of them.

use browser::{SEALED, Visit};

/// Words of the subject, where to look in the pane, what stands there.
const KINDS: [(&str, &str, &str); 5] = [
    ("Spørsmål om sak 2026/1234", ".card", "mulig treff"),
    ("Haster: sak 2026/0412", ".findings", "Instruks i e-posten"),
    ("Søppel ikkje henta", "#draft .letter[lang=nn]", "Venleg helsing"),
    ("Building a garage", "#draft .letter[lang=en]", "Kind regards"),
    ("Status?", ".choices", "2026/"),
];

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_mail_gets_what_it_needs() {
    let visit = Visit::begin().await;
    for (subject, css, words) in KINDS {
        visit.open(subject).await.see("#draft .letter p", "").await;
        visit.unfolded().await;
        visit.see(css, words).await;
    }
    // Outlook shows no picture from elsewhere; the hostile mail has one.
    visit.press(".choice", "2026/").await.see("#draft .letter p", "").await;
    visit.end(&["spor.trygg-melding.example"]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn several_mails_or_a_sealed_one_are_told_as_such_and_nothing_is_asked() {
    let visit = Visit::begin().await;
    assert_eq!(visit.stand.town.deliver(SEALED.as_bytes()).len(), 1, "delivered");
    visit.go("").await;
    visit.open("Fortrolig").await.see(".empty", "Denne e-posten er beskyttet").await;
    assert_eq!(visit.many("#primary").await, 0, "there is nothing to ask for");
    visit.picture("other-sealed").await;
    visit.open("Sak 2026/1234 – tilbygg").await.see("#draft .letter p", "").await;
    visit.also("Status?").await.see(".empty", "Flere e-poster er valgt").await;
    assert_eq!(visit.many("#primary").await, 0, "there is nothing to ask for");
    visit.picture("other-several").await;
    visit.also("Status?").await.see("#draft .letter p", "").await;
    let asked =
        "return performance.getEntriesByType('resource').filter((it) => it.name.endsWith('/api/prepare-draft')).length";
    assert_eq!(visit.ask(asked, vec![]).await, 2, "one mail was asked about, and asked about again");
    visit.end(&[]).await;
}
