//! `browser`: lays pictures of the pane's main states in `target/screenshots`, and the picture of the README.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so and ends")]

use browser::Visit;
use std::fs;

const MAIL: &str = "Sak 2026/1234 – tilbygg";
/// The number behind the sentence about the fee.
const FEE: &str = "2";
const WINDOW: (u32, u32) = (1280, 800);

#[tokio::main]
async fn main() {
    front(Visit::with(&[], "", (1280, 860)).await).await;
    if std::env::args().nth(1).as_deref() == Some("front") {
        return;
    }
    line(Visit::with(&[], "", WINDOW).await, "light").await;
    line(Visit::with(&[], "?theme=dark", WINDOW).await, "dark").await;
    line(Visit::with(&[], "", (860, 1200)).await, "narrow").await;
    line(Visit::with(&[], "", (320, 1400)).await, "small").await;
    back(Visit::with(&[], "?signature", (860, 1200)).await).await;
    others(Visit::with(&[], "", WINDOW).await).await;
}

/// A draft that comes back with a text, and a signature to be registered.
async fn back(visit: Visit) {
    visit.open(MAIL).await.drafted().await.asked().await;
    visit.proposed("Per Haug", " Ring oss gjerne.").await.see("#decided", "").await;
    visit.becomes("kari", "Kari N.").await.open(MAIL).await.see("#standing", "").await;
    visit.picture("back-1-proposal").await;
    visit.press("#primary", "Bruk").await.asked().await.becomes("liv", "Liv A.").await.approved("Per Haug").await;
    visit.becomes("kari", "Kari N.").await.open(MAIL).await.inserted().await.send().await;
    visit.see("#dialog-message", "").await;
    visit.press("#dialog-stop", "").await.pane().await.press("[role=alert] .signature summary", "").await;
    visit.picture("back-2-signature").await;
    visit.browser.quit().await;
}

/// The picture of the README: a mail, its draft with a source open, and the findings.
async fn front(visit: Visit) {
    visit.open(MAIL).await.press("button.citation", FEE).await.see("#evidence", "").await;
    let above =
        "document.activeElement.blur(); const above = document.getElementById('evidence').getBoundingClientRect().top;";
    visit.ask(&format!("{above} document.getElementById('panel').scrollTo(0, above - 200)"), vec![]).await;
    visit.outlook().await.ask("document.getElementById('mails').scrollTo(0, 0)", vec![]).await;
    let picture = visit.picture("front").await;
    fs::copy(picture, browser::root().join("sidebar/picture.png")).expect("the picture of the README");
    visit.end(&[]).await;
}

/// The whole line in one set of colours.
async fn line(visit: Visit, name: &str) {
    let shot = async |state: &str| visit.picture(&format!("{name}-{state}")).await;
    let hold = visit.stand.town.hold_graph();
    visit.open(MAIL).await.see("[aria-busy=true]", "").await;
    shot("1-waiting").await;
    drop(hold);
    visit.see("#draft .letter p", "").await;
    shot("2-draft").await;
    visit.press("button.line", "").await;
    shot("3-mail-and-case").await;
    visit.press("button.line", "").await.press("button.citation", FEE).await.see("#evidence", "").await;
    shot("4-source").await;
    low(&visit).await;
    shot("5-findings").await;
    visit.press("button.link", "Rediger").await.see("#editor:focus", "").await;
    visit.type_here(" Vi lover at du får svar i morgen.").await.see("[role=status]", "Kontrollert").await;
    shot("6-edit").await;
    visit.press("button", "Avbryt").await.drafted().await.asked().await;
    shot("7-awaiting").await;
    judged(&visit, name).await;
    visit.becomes("kari", "Kari N.").await.open(MAIL).await.see("#standing", "Godkjent").await;
    shot("11-approved").await;
    visit.inserted().await;
    shot("12-inserted").await;
    visit.overwrite("#compose-body", "Ref. SV-", "Vi lover å betale. Ref. SV-").await.send().await;
    visit.see("#dialog-message", "").await;
    shot("13-stopped").await;
    visit.press("#dialog-stop", "").await.pane().await.see("[role=alert]", "").await;
    visit.see("#standing", "").await;
    shot("14-why").await;
    visit.outlook().await.overwrite("#compose-body", "Vi lover å betale. ", "").await.send().await;
    visit.see("#status", "Sendt").await;
    visit.pane().await.see("#standing", "E-posten er funnet").await;
    shot("15-sent").await;
    visit.press("#tab-log", "").await.see(".log", "").await;
    shot("16-log").await;
    visit.end(&[]).await;
}

/// The second person's part.
async fn judged(visit: &Visit, name: &str) {
    visit.becomes("liv", "Liv A.").await.press("#tab-review", "").await.see(".entry", "").await;
    visit.picture(&format!("{name}-8-queue")).await;
    visit.press(".entry", "").await.see(".detail #draft", "").await;
    visit.picture(&format!("{name}-9-to-decide")).await;
    low(visit).await;
    visit.picture(&format!("{name}-10-ticks")).await;
    visit.ticked().await;
}

/// Scrolls the pane to its end.
async fn low(visit: &Visit) {
    visit.ask("document.getElementById('panel').scrollTo(0, 1e6)", vec![]).await;
}

/// Mails of other kinds, and trouble.
async fn others(visit: Visit) {
    visit.pane().await.see(".empty", "").await;
    visit.picture("other-1-empty").await;
    let mails =
        ["Spørsmål om sak 2026/1234", "Haster", "ikkje henta", "Building a garage", "Status?", "Parkeringstillatelse"];
    for (place, mail) in mails.into_iter().enumerate() {
        visit.open(mail).await.see("#draft .letter p", "").await;
        visit.picture(&format!("other-{}-mail", place + 2)).await;
        low(&visit).await;
        visit.picture(&format!("other-{}-mail-below", place + 2)).await;
    }
    visit.stand.town.fail_graph(vec![town::Fault::Forbidden; 12]);
    visit.open("Dagpenger").await.see("#trouble", "").await;
    visit.picture("other-8-trouble").await;
    visit.stand.town.fail_office_sign_in(Some(13012));
    visit.go("").await;
    visit.pane().await.see(".empty", "Logg inn").await;
    visit.picture("other-9-signed-out").await;
    visit.browser.quit().await;
}
