//! The pane beside a mail that is read.

use browser::{Office, POSTMOTTAK, Visit};
use serde_json::json;
use thirtyfour::prelude::*;
use town::System;

pub(crate) const MAIL: &str = "Sak 2026/1234 – tilbygg";

/// A mail whose whole text is one encrypted part.
const SEALED: &str = "From: Hilde Moen <hilde.moen@example.org>\r\nTo: postmottak@fjordvik.kommune.no\r\nSubject: Fortrolig\r\n\
    Message-ID: <sealed@example.org>\r\nDate: Fri, 20 Nov 2026 15:00:00 +0100\r\nMIME-Version: 1.0\r\n\
    Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\
    Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\r\n\
    Content-Disposition: attachment; filename=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\nMIIB\r\n--x--\r\n";

/// A mail to somebody's own address.
const OWN: &str = "From: Hilde Moen <hilde.moen@example.org>\r\nTo: kari.nordby@fjordvik.kommune.no\r\nSubject: Til deg\r\n\
    Message-ID: <own@example.org>\r\nDate: Fri, 20 Nov 2026 15:00:00 +0100\r\nMIME-Version: 1.0\r\n\
    Content-Type: text/plain; charset=utf-8\r\n\r\nHei! Hva skjer i sak 2026/1234?\r\n";

/// The library is Microsoft's, its mended history works, and the address is the one that Outlook gave.
const STARTED: &str = "return [typeof OSF, Office.context.mailbox.diagnostics.hostName, typeof history.pushState, \
                       location.search.includes('_host_Info')]";

/// In the pane's own page, under the policy that the server ships: no page may complain of it.
pub(crate) async fn it_starts_drafts_and_takes_on_the_colours_that_outlook_changes_to(office: &'static Office) {
    let visit = Visit::hosted(office).await;
    let started = visit.pane().await.ask(STARTED, vec![]).await;
    assert_eq!(started, json!(["object", "OutlookWebApp", "function", true]));
    visit.see(".empty", "Åpne en e-post").await;
    visit.outlook().await.see("#pane[data-listens~=officeThemeChanged]", "").await;
    visit.press("#theme", "").await.pane().await.see("html[data-theme=dark]", "").await;
    visit.open(MAIL).await.see("#draft .letter p", "").await;
    visit.picture("office-draft").await;
    visit.outlook().await.press("#theme", "").await.pane().await.see("html[data-theme=light]", "").await;
    visit.end(&[]).await;
}

/// A shared mailbox is read as itself, one's own as one's own; of a sealed mail nothing is asked, and of no mail neither.
pub(crate) async fn it_follows_the_mail_on_the_screen_into_its_mailbox(office: &'static Office) {
    let visit = Visit::hosted(office).await;
    visit.stand.town.deliver(SEALED.as_bytes());
    visit.stand.town.deliver(OWN.as_bytes());
    visit.go("").await;
    visit.open(MAIL).await.see("#draft .letter", "Per Haug").await;
    visit.open("Søppel ikkje henta").await.see("#draft .letter[lang=nn]", "").await;
    let shared = |visit: &Visit| visit.stand.town.count(System::Graph, "GET", &format!("/users/{POSTMOTTAK}/"));
    let before = shared(&visit);
    assert!(before > 0, "the mails were read in the shared mailbox");
    visit.open("Fortrolig").await.see(".empty", "Denne e-posten er beskyttet").await;
    visit.outlook().await.press("[data-folder=drafts]", "").await.pane().await.see(".empty", "Åpne en e-post").await;
    visit.outlook().await.press("[data-testid='kari.nordby@fjordvik.kommune.no/inbox']", "").await;
    visit.open("Til deg").await.see("#draft .letter p", "").await;
    assert_eq!(shared(&visit), before, "neither was sought there again");
    assert!(visit.stand.town.count(System::Graph, "GET", "/me/") > 0, "one's own mail was read as one's own");
    visit.end(&[]).await;
}

/// The library has an idea of its own of Tab and Escape, in which a heading that got the focus is the pane's end.
pub(crate) async fn the_keyboard_reaches_everything_and_stays_in_the_pane(office: &'static Office) {
    let visit = Visit::hosted(office).await;
    visit.open(MAIL).await.drafted().await;
    visit.unfolded().await;
    for css in ["button.citation", "summary", "#primary"] {
        visit.ask("document.getElementById('draft').focus()", vec![]).await;
        reached(&visit, css).await;
    }
    visit.press("button.citation", "").await.see("#evidence", "").await;
    visit.key(Key::Escape).await.gone("#evidence", "").await.see("button.citation:focus", "").await;
    assert!(
        visit.ask("return document.hasFocus()", vec![]).await == json!(true),
        "Escape closed the source, and no more"
    );
    visit.key(Key::Escape).await.gone("#mail", "").await.see("#line:focus", "").await;
    visit.key(Key::Escape).await;
    let left = visit.outlook().await.answer("return document.body.dataset.left ?? null", &[]).await;
    assert_eq!(left, json!("1"), "with nothing open Escape leads back to Outlook");
    visit.end(&[]).await;
}

async fn reached(visit: &Visit, css: &str) {
    for _ in 0..40 {
        visit.key(Key::Tab).await;
        if visit.many(&format!("{css}:focus")).await > 0 {
            return;
        }
    }
    panic!("Tab never comes to {css}");
}

pub(crate) async fn a_window_signs_in_where_outlook_gives_no_token(office: &'static Office) {
    let visit = Visit::hosted(office).await;
    visit.stand.town.fail_office_sign_in(Some(13012));
    visit.go("").await;
    visit.open(MAIL).await.see(".empty", "Logg inn for å fortsette").await;
    visit.press("#primary", "Logg inn").await;
    // The library asks first.
    visit.press("input", "Tillat").await;
    visit.in_other_window("[data-person=kari]").await;
    visit.pane().await.see(".who", "Kari N.").await;
    visit.drafted().await;
    // A page in a window of its own has its icon asked for.
    visit.end(&["/api/token", "/favicon.ico"]).await;
}
