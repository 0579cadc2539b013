//! Choosing for a draft: its case by a search or none, its language, its tone.

use browser::Visit;
use thirtyfour::Key;

#[tokio::test(flavor = "multi_thread")]
async fn a_case_is_chosen_sought_and_done_without() {
    let visit = Visit::begin().await;
    visit.open("Status?").await.see("#draft .letter p", "").await;
    visit.unfolded().await;
    visit.see(".card", "mulig treff").await;
    visit.see(".card", "rollen i saken er ukjent").await;
    visit.press(".choice", "2026/1234").await.see(".line .chip", "2026/1234").await;
    visit.unfolded().await;
    visit.see(".card", "søker i saken").await;
    visit.press(".card button", "Søk").await.see("#trouble", "Skriv et saksnummer").await;
    visit.write("#seek", "finnes ikke").await.key(Key::Enter).await.see(".card", "Saker du kan velge: 0").await;
    visit.see("#seek", "").await.clear().await.expect("an empty field");
    visit.write("#seek", "eiendomsskatt").await.key(Key::Enter).await.see(".choice", "2026/990").await;
    visit.picture("case-sought").await;
    visit.press(".choice", "2026/990").await.see(".line .chip", "2026/990").await;
    visit.unfolded().await;
    visit.see(".card", "er ikke med i saken").await;
    visit.press(".card button", "Svar uten sak").await.see(".line .chip", "ingen sak").await;
    visit.unfolded().await;
    visit.see(".card", "En saksbehandler har valgt å svare uten sak.").await;
    visit.end(&["422"]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn language_and_tone_are_switched_at_the_draft() {
    let visit = Visit::begin().await;
    visit.open("Sak 2026/1234 – tilbygg").await.see("#draft .letter[lang=nb]", "Vennlig hilsen").await;
    visit.press(".manner summary", "Språk og tone").await;
    visit.see(".manner [aria-pressed=true]", "bokmål").await;
    visit.picture("draft-manner").await;
    visit.press(".manner button", "nynorsk").await.see("#draft .letter[lang=nn]", "Venleg helsing").await;
    visit.press(".manner summary", "").await.see(".manner [aria-pressed=true]", "nynorsk").await;
    visit.press(".manner button", "engelsk").await.see("#draft .letter[lang=en]", "Kind regards").await;
    visit.press(".manner summary", "").await;
    visit.press(".manner button", "kort").await.gone("#draft .letter", "Thank you for your email.").await;
    visit.see("#draft .letter[lang=en]", "Kind regards").await;
    visit.press(".manner summary", "").await.see(".manner [aria-pressed=true]", "kort").await;
    visit.press(".manner button", "forklarende").await.see("#draft .letter", "we will gladly help").await;
    // Opened anew, the draft is as it was chosen.
    visit.open("Status?").await.see("#draft .letter[lang=nb]", "").await;
    visit.open("Sak 2026/1234 – tilbygg").await.see("#draft .letter[lang=en]", "gladly help").await;
    visit.end(&[]).await;
}
