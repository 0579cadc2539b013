//! A case system is away: the draft comes all the same, and the pane says calmly what it could not rest on, and what to do.

use browser::{LOOKS, Look, Visit};

#[tokio::test(flavor = "multi_thread")]
async fn a_case_system_that_is_away_is_named_under_the_case_and_at_the_search() {
    // Nobody listens there.
    let nowhere = [
        ("SAKSVAR__NOARK__URL", "http://127.0.0.1:9/noark5v5/"),
        ("SAKSVAR__NOARK__CLIENT_ID", "saksvar"),
        ("SAKSVAR__NOARK__CLIENT_SECRET", "any"),
    ];
    let visit = Visit::with(&nowhere, "", (1280, 860)).await;
    let said = "Sakarkivet (noark) svarte ikke. Svaret bygger bare på det vi fant ellers.";
    visit.open("Sak 2026/1234 – tilbygg").await.see("section[aria-labelledby=case] .second", said).await;
    visit.write("#seek", "tilbygg").await.press("section[aria-labelledby=case] .row button", "Søk").await;
    visit.see("section[aria-labelledby=case] .second", "Sakarkivet (noark) svarte ikke. Saken kan ligge der.").await;
    for look in [&LOOKS[0], &LOOKS[1], &LOOKS[3]] {
        look.set(&visit).await;
        visit.ask("document.getElementById('seek').scrollIntoView({ block: 'center' })", vec![]).await;
        visit.picture(&format!("silent-{}", look.name)).await;
        Look::leave(&visit).await;
    }
    visit.end(&[]).await;
}
