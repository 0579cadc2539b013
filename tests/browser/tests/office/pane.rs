//! The pane beside a mail that is read.

use browser::{Office, Visit};

const MAIL: &str = "Sak 2026/1234 – tilbygg";

pub(crate) async fn the_pane_starts_and_drafts(office: &'static Office) {
    let visit = Visit::hosted(office).await;
    visit.open(MAIL).await.drafted().await;
    visit.picture("office-draft").await;
    visit.end(&[]).await;
}
