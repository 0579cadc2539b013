//! The second person's list: cleared by keys alone, by whom it is addressed to, in a plain tab, on a phone.

use browser::Visit;
use serde_json::json;
use thirtyfour::prelude::*;

const MAIL: &str = "Sak 2026/1234 – tilbygg";

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_decided_with_keys_alone() {
    let visit = Visit::begin().await;
    visit.open(MAIL).await.drafted().await.asked().await;
    visit.becomes("liv", "Liv A.").await.press("#tab-review", "").await.see(".entry", "Per Haug").await;
    reach(&visit, ".entry").await;
    visit.key(Key::Enter).await.see(".detail #draft:focus", "").await;
    visit.see(".detail #mail", "").await;
    visit.key(Key::Escape).await.gone(".detail", "").await.see(".entry:focus", "Per Haug").await;
    visit.key(Key::Enter).await.see(".detail #draft:focus", "").await;
    loop {
        control_enter(&visit).await;
        if visit.many(".findings input:focus").await == 0 {
            break;
        }
        visit.key(Key::Space).await;
    }
    visit.see("#decided:focus", "Godkjent").await;
    visit.end(&[]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_author_names_a_reader_and_reminds_them_and_a_stand_in_has_it_too() {
    let visit = Visit::begin().await;
    // Whoever may approve is known once they have been here.
    visit.becomes("eva", "Eva").await.becomes("liv", "Liv A.").await;
    visit.becomes("kari", "Kari N.").await.open(MAIL).await.drafted().await;
    visit.press("summary", "Be en bestemt person").await.press(".away button", "Liv Aas").await;
    visit.see("#standing", "Til Liv Aas").await;
    visit.press(".actions button", "Minn om").await.see("#standing", "Purret").await;
    visit.gone(".actions button", "Minn om").await;
    visit.becomes("eva", "Eva").await.press("#tab-review", "").await.see(".button", "Mine (0)").await;
    visit.press(".button", "Alle (1)").await.see(".entry", "Til Liv Aas").await;
    visit.becomes("liv", "Liv A.").await.see("#tab-review .badge.late", "1").await;
    visit.press("#tab-review", "").await.see(".entry", "Purret").await;
    visit.press("summary", "Fravær").await;
    let day = "const field = document.querySelector('input[type=date]'); field.value = arguments[0]; field.dispatchEvent(new InputEvent('input', {bubbles: true}))";
    let until = "return new Date(Date.now() + 864e5).toISOString().slice(0, 10)";
    let until = visit.ask(until, vec![]).await;
    visit.ask(day, vec![until]).await;
    visit.press(".away button", "Eva").await.press("summary", "Fravær").await.see(".away", "Stedfortreder: Eva").await;
    visit.becomes("eva", "Eva").await.press("#tab-review", "").await.see(".button", "Mine (1)").await;
    visit.end(&[]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lead_signs_in_in_a_plain_tab_on_a_phone_and_clears_the_list() {
    let visit = Visit::with(&[], "", (360, 740)).await;
    visit.open(MAIL).await.drafted().await.asked().await;
    let driver = &visit.browser.driver;
    driver.goto(&visit.stand.url).await.expect("the tab opens");
    visit.see(".empty", "Logg inn for å fortsette").await;
    visit.press("#primary", "Logg inn").await.press("[data-person=liv]", "").await;
    visit.see(".who", "Liv A.").await;
    let address = driver.current_url().await.expect("an address");
    assert!(!address.as_str().contains("ticket"), "nothing of the sign-in stays in the address: {address}");
    let kept = "return JSON.stringify(sessionStorage) + JSON.stringify(localStorage) + document.cookie + (window.bearer ?? '')";
    assert_eq!(visit.ask(kept, vec![]).await, json!("{}{}"), "nor anywhere else");
    visit.press(".entry", "Per Haug").await.see(".detail #draft", "").await;
    let wide = "return document.scrollingElement.scrollWidth <= innerWidth";
    assert_eq!(visit.ask(wide, vec![]).await, json!(true), "nothing is wider than the phone");
    visit.ticked().await;
    driver.goto(&visit.stand.url).await.expect("the tab opens");
    visit.see(".empty", "Logg inn for å fortsette").await;
    // Another's ticket, without the secret it is bound to, lets nobody in.
    driver.goto(format!("{}/#ticket=abcdef0123456789", visit.stand.url)).await.expect("the tab opens");
    driver.refresh().await.expect("anew");
    visit.see(".empty", "Logg inn for å fortsette").await;
    visit.end(&["/api/", "/auth/redeem"]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_opens_one_draft_in_two_columns_after_the_sign_in() {
    let visit = Visit::begin().await;
    visit.open(MAIL).await.drafted().await.asked().await;
    visit.becomes("liv", "Liv A.").await.press("#tab-review", "").await;
    let row = "return document.querySelector('.entry')?.id";
    let draft = visit.answer(row, &[]).await.as_str().expect("a row").trim_start_matches("row-").to_owned();
    let driver = &visit.browser.driver;
    driver.goto(format!("{}/#draft={draft}", visit.stand.url)).await.expect("the tab opens");
    visit.press("#primary", "Logg inn").await.press("[data-person=liv]", "").await;
    visit.see(".detail #draft", "").await;
    visit.see(".detail .sources .evidence", "").await;
    let beside = "const [a, b] = document.querySelector('.detail').children; return a.getBoundingClientRect().right <= b.getBoundingClientRect().left";
    assert_eq!(visit.ask(beside, vec![]).await, json!(true), "the mail stands beside the draft");
    visit.press("#sign-out", "Logg ut").await.see(".empty", "Logg inn for å fortsette").await;
    visit.press("#primary", "Logg inn").await.press("[data-person=kari]", "").await;
    visit.see(".empty", "Saksvar").await;
    assert_eq!(visit.many(".entry").await, 0, "who may not approve has no list here");
    visit.end(&["/api/"]).await;
}

async fn control_enter(visit: &Visit) {
    let chain = visit.browser.driver.action_chain().key_down(Key::Control).send_keys(Key::Enter);
    chain.key_up(Key::Control).perform().await.expect("keys");
    visit.ask("return new Promise((done) => setTimeout(done, 50))", vec![]).await;
}

/// Presses Tab until the focus stands on it.
async fn reach(visit: &Visit, css: &str) {
    visit.ask("window.focus()", vec![]).await;
    for _ in 0..60 {
        visit.key(Key::Tab).await;
        if visit.many(&format!("{css}:focus-visible")).await > 0 {
            return;
        }
    }
    panic!("Tab never comes to {css}");
}
