//! Mails of other kinds, and what the pane makes of them.

use browser::Visit;

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
