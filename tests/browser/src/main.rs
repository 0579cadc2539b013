//! `browser`: lays the gallery of the pane's states, and the picture of the README.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so and ends")]

use browser::{Visit, gallery};
use std::fs;

const MAIL: &str = "Sak 2026/1234 – tilbygg";
/// The number behind the sentence about the fee.
const FEE: &str = "2";

#[tokio::main]
async fn main() {
    let wanted = std::env::args().nth(1).unwrap_or_default();
    if wanted != "front" {
        gallery::lay(&wanted).await;
    }
    if matches!(wanted.as_str(), "" | "front") {
        front(Visit::with(&[], "", (1280, 860)).await).await;
    }
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
