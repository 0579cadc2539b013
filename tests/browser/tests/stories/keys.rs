//! Keys alone, no mouse: from the mail to the reply in Outlook, and from tab to tab.

use browser::Visit;
use serde_json::json;
use thirtyfour::prelude::*;

const MAIL: &str = "Sak 2026/1234 – tilbygg";

/// What has the focus, in the place that is looked at.
const FOCUSED: &str = "return document.activeElement.matches(arguments[0])";

/// Presses Tab until the focus is on it, then Enter.
async fn enter(visit: &Visit, css: &str) {
    reach(visit, css).await;
    visit.key(Key::Enter).await;
}

/// Presses Tab until the focus is on it; it must show there.
async fn reach(visit: &Visit, css: &str) {
    for _ in 0..80 {
        if visit.ask(FOCUSED, vec![json!(css)]).await == json!(true) {
            let seen = visit.many(&format!("{css}:focus-visible")).await;
            assert_eq!(seen, 1, "the focus on {css} shows");
            return;
        }
        visit.key(Key::Tab).await;
    }
    panic!("Tab never comes to {css}");
}

/// The focus is there, without another key.
async fn at(visit: &Visit, css: &str) {
    let there = format!("return document.activeElement.matches({}) || null", json!(css));
    visit.answer(&there, &[]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_keyboard_alone_leads_from_the_mail_to_the_reply_in_outlook() {
    let visit = Visit::begin().await;
    let row = visit.outlook().await.see("#list .row", MAIL).await;
    row.focus().await.expect("the list takes the focus");
    visit.key(Key::Enter).await;
    visit.pane().await.see("#draft .letter p", "").await;
    let stays = "return document.activeElement === document.body || document.activeElement === null";
    assert_eq!(visit.ask(stays, vec![]).await, json!(true), "the pane takes no focus from the list of mails");
    visit.ask("window.focus()", vec![]).await;
    // What was opened last is closed first, and the focus is back on what opened it.
    enter(&visit, "#line").await;
    visit.see("#mail", "").await;
    enter(&visit, "button.citation").await;
    visit.see("#evidence", "").await;
    visit.key(Key::Escape).await.gone("#evidence", "").await;
    at(&visit, "#citation-0").await;
    visit.key(Key::Escape).await.gone("#mail", "").await;
    at(&visit, "#line").await;
    enter(&visit, "button.words").await;
    at(&visit, ".pointed").await;
    enter(&visit, "#primary").await;
    visit.see("#standing", "Venter på godkjenning").await;
    at(&visit, "#standing").await;
    // The second person's keys are a story of their own.
    visit.becomes("liv", "Liv A.").await.approved("Per Haug").await;
    visit.becomes("kari", "Kari N.").await.open(MAIL).await.see("#standing", "Godkjent").await;
    visit.ask("window.focus()", vec![]).await;
    enter(&visit, "#primary").await;
    visit.see("#standing", "Svaret er satt inn").await;
    at(&visit, "#standing").await;
    visit.outlook().await.see("#compose-body", "Ref. SV-").await;
    visit.end(&[]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_arrows_lead_from_tab_to_tab_and_tab_leads_into_what_they_show() {
    let visit = Visit::with(&[], "?person=liv", (1280, 800)).await;
    visit.pane().await.see("#tab-review", "").await;
    visit.ask("window.focus()", vec![]).await;
    reach(&visit, "#tab-reply").await;
    for (key, tab) in [
        (Key::Right, "#tab-review"),
        (Key::Right, "#tab-log"),
        (Key::Right, "#tab-reply"),
        (Key::Left, "#tab-log"),
        (Key::Home, "#tab-reply"),
        (Key::End, "#tab-log"),
    ] {
        visit.key(key).await;
        at(&visit, tab).await;
        visit.see(&format!("{tab}[aria-selected=true]"), "").await;
        assert_eq!(visit.many("[role=tab][tabindex='0']").await, 1, "one tab alone is on the way of Tab");
    }
    visit.key(Key::Tab).await;
    at(&visit, "#panel").await;
    visit.end(&[]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_to_tell_is_one_press_away_and_the_page_stands_in_three_languages() {
    let visit = Visit::begin().await;
    visit.pane().await.ask("window.focus()", vec![]).await;
    reach(&visit, ".about a").await;
    let page = visit.ask("return document.activeElement.href", vec![]).await;
    visit.browser.driver.goto(page.as_str().expect("an address")).await.expect("the page opens");
    for (language, words) in [("nb", "Meld fra"), ("nn", "Meld frå"), ("en", "Tell us")] {
        visit.see(&format!("article[lang={language}] h2"), words).await;
    }
    if let Ok(axe) = browser::Axe::fetched() {
        assert_eq!(axe.findings(&visit).await.1, Vec::<String>::new());
    }
    visit.end(&[]).await;
}
