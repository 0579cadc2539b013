//! Writing in the pane: gaps, edits that are checked while they are typed, and the keyboard alone.

use browser::Visit;
use thirtyfour::prelude::*;

const MAIL: &str = "Sak 2026/1234 – tilbygg";

#[tokio::test(flavor = "multi_thread")]
async fn an_edit_is_checked_while_it_is_typed_and_saved_with_its_findings() {
    let visit = Visit::begin().await;
    visit.open(MAIL).await.drafted().await;
    assert_eq!(visit.many(".gap").await, 0, "no gap is left");
    visit.press("button", "Rediger").await.see("#editor:focus", "").await;
    visit.key(Key::End).await.type_here(" Vi lover at du får tillatelse i morgen.").await;
    visit.see("[role=status]", "Kontrollert").await;
    visit.see(".findings", "Løfte").await;
    visit.press("#primary", "Lagre").await.gone("#editor", "").await;
    visit.see("#draft .letter", "Vi lover at du får tillatelse i morgen.").await;
    visit.see(".findings", "Løfte").await;
    visit.press("button", "Rediger").await.see("#editor:focus", "").await;
    visit.type_here("Dette skal bort. ").await.key(Key::Escape).await.see("#primary:focus", "Lagre").await;
    visit.press("button", "Avbryt").await.gone("#editor", "").await;
    assert!(!visit.words("#draft .letter").await.contains("Dette skal bort"), "the text is as it was");
    visit.press("button", "Rediger").await.see("#editor:focus", "").await;
    visit.key(Key::Escape).await.gone("#editor", "").await;
    visit.press(".links button", "Kopier").await.see("#draft", "Teksten er kopiert.").await;
    visit.press(".links button", "Angre").await.gone("#draft .letter", "tillatelse i morgen").await;
    visit.press(".links button", "Angre").await.see("#draft .letter", "tillatelse i morgen").await;
    visit.unfolded().await.press(".questions label", "").await.see(".questions :checked", "").await;
    visit.picture("writing-ticked").await;
    visit.end(&[]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_keyboard_alone_leads_from_the_draft_to_the_question_for_approval() {
    let visit = Visit::begin().await;
    visit.open(MAIL).await.drafted().await;
    reach(&visit, "button.citation").await;
    visit.key(Key::Enter).await.see("#evidence", "").await;
    visit.key(Key::Escape).await.gone("#evidence", "").await;
    reach(&visit, "#primary").await;
    visit.key(Key::Enter).await.see("#standing", "Venter på godkjenning").await;
    visit.end(&[]).await;
}

/// Presses Tab until the focus stands on it, and sees that it shows.
async fn reach(visit: &Visit, css: &str) {
    visit.ask("window.focus()", vec![]).await;
    for _ in 0..60 {
        visit.key(Key::Tab).await;
        if visit.many(&format!("{css}:focus-visible")).await > 0 {
            let outline = "return getComputedStyle(document.activeElement).outlineStyle";
            assert_eq!(visit.ask(outline, vec![]).await, "solid", "the focus on {css} shows");
            return;
        }
    }
    panic!("Tab never comes to {css}");
}
