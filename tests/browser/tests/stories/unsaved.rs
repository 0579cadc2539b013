//! What is typed and not saved: checked while it is typed, and there again when the pane comes back.

use browser::Visit;
use serde_json::json;
use thirtyfour::prelude::*;

const MAIL: &str = "Sak 2026/1234 – tilbygg";
/// Notes when the last key was typed, and when these words first stood among the findings.
const WATCH: &str = "window.told = {}; \
    document.addEventListener('input', () => { told.key = performance.now(); told.shown = null; }, true); \
    new MutationObserver(() => { \
      const found = [...document.querySelectorAll('.findings')].some((it) => it.textContent.includes('Løfte')); \
      if (found && told.key && !told.shown) told.shown = performance.now(); \
    }).observe(document.body, { subtree: true, childList: true, characterData: true });";
const TOLD: &str = "return told.shown && told.shown - told.key";
const CHECKS: &str =
    "return performance.getEntriesByType('resource').filter((it) => it.name.endsWith('/api/check-draft')).length";
const CARET: &str = "const it = document.getElementById('editor'); return it.value.length - it.selectionEnd";

#[tokio::test(flavor = "multi_thread")]
async fn findings_follow_the_typing_soon_and_leave_the_caret_alone() {
    let visit = Visit::begin().await;
    visit.open(MAIL).await.drafted().await;
    visit.press("button", "Rediger").await.see("#editor:focus", "").await;
    visit.key(Key::End).await;
    let behind = visit.ask(CARET, vec![]).await;
    visit.ask(WATCH, vec![]).await;
    visit.type_here(" Vi lover at du får tillatelse i morgen.").await;
    let waited = visit.answer(TOLD, &[]).await.as_f64().expect("milliseconds");
    let checks = visit.ask(CHECKS, vec![json!(null)]).await.as_u64().expect("a number");
    println!("from the last key to its findings {waited:.0} ms, {checks} checks for 40 keys");
    assert!(checks <= 3, "a burst of typing asks seldom: {checks}");
    assert_eq!(visit.ask(CARET, vec![]).await, behind, "the caret stays where the typing was");
    assert_eq!(visit.many("#editor:focus").await, 1);
    visit.end(&[]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_that_was_not_saved_is_there_when_the_pane_comes_back_and_for_nobody_else() {
    let visit = Visit::begin().await;
    visit.open(MAIL).await.drafted().await;
    visit.press("button", "Rediger").await.see("#editor:focus", "").await;
    visit.end_of_text().await.type_here(" Et halvt or").await.see("[role=status]", "Kontrollert").await;
    let stored = "return localStorage.length + sessionStorage.length + document.cookie.length";
    assert_eq!(visit.ask(stored, vec![]).await, 0, "nothing of it stays in the browser");
    visit.go("").await;
    visit.open(MAIL).await.see("#editor:focus", "").await;
    visit.picture("unsaved-1-back").await;
    let value = "return document.getElementById('editor').value";
    assert!(visit.ask(value, vec![]).await.as_str().is_some_and(|text| text.ends_with("Et halvt or")));
    visit.becomes("ola", "Ola N.").await.open(MAIL).await.see("#draft .letter p", "").await;
    assert!(!visit.words("body").await.contains("Et halvt or"), "it is Kari's own");
    visit.becomes("liv", "Liv A.").await.open(MAIL).await.see("#draft .letter p", "").await;
    visit
        .press(".actions button", "Ta over")
        .await
        .press("button.link", "Rediger")
        .await
        .see("#editor:focus", "")
        .await;
    visit.end_of_text().await.type_here(" Hilsen Liv").await;
    visit.press("#primary", "Lagre").await.gone("#editor", "").await;
    visit.becomes("kari", "Kari N.").await.open(MAIL).await.see(".unsaved", "ikke er lagret").await;
    visit.picture("unsaved-2-offered").await;
    assert_eq!(visit.many(".unsaved button").await, 1, "it is Liv's draft now, and can be taken over first");
    visit.press(".unsaved button", "Forkast").await.gone(".unsaved", "").await;
    visit.go("").await;
    visit.open(MAIL).await.see("#draft .letter", "Hilsen Liv").await;
    assert_eq!(visit.many(".unsaved, #editor").await, 0, "it was thrown away");
    visit.end(&[]).await;
}
