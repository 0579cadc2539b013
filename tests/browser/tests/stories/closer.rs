//! A closer look at the draft: why words are flagged, a sentence written anew, and a typo after the approval.

use browser::Visit;
use thirtyfour::prelude::*;

const MAIL: &str = "Sak 2026/1234 – tilbygg";
/// What is marked in the editor.
const MARKED: &str = "const it = document.activeElement; return it.value?.slice(it.selectionStart, it.selectionEnd)";
/// A sentence that its source says nothing of.
const UNBORNE: &str = "\n\nRådhuset stenger klokken 14 hver fredag. [1]";

#[tokio::test(flavor = "multi_thread")]
async fn one_press_on_flagged_words_tells_why_and_leads_to_what_clears_it() {
    let visit = Visit::begin().await;
    visit.open(MAIL).await.drafted().await;
    let words = visit.words(".found[role=button]").await;
    visit.press(".found[role=button]", "").await.see("#why:focus", "").await;
    visit.see(".found[aria-expanded=true]", "").await;
    visit.picture("closer-1-why").await;
    visit.press("#why button", "Se kilden").await.see("#evidence", "").await;
    visit.key(Key::Escape).await.gone("#evidence", "").await;
    visit.key(Key::Escape).await.gone("#why", "").await.see(".found[role=button]:focus", "").await;
    visit.key(Key::Enter).await.see("#why:focus", "").await;
    visit.press("#why button", "Rediger her").await.see("#editor:focus", "").await;
    let marked = visit.ask(MARKED, vec![]).await;
    let marked = marked.as_str().unwrap_or_default().replace('\u{a0}', " ");
    assert!(!marked.is_empty() && marked.starts_with(&words.replace('\u{a0}', " ")), "«{marked}» is not «{words}»");
    visit.key(Key::Escape).await.gone("#editor", "").await;
    visit.end(&[]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sentence_is_written_anew_and_taken_back() {
    let visit = Visit::begin().await;
    visit.open(MAIL).await.drafted().await;
    visit.press("button", "Rediger").await.see("#editor:focus", "").await;
    visit.end_of_text().await.type_here(UNBORNE).await;
    visit.press("#primary", "Lagre").await.gone("#editor", "").await;
    let last = visit.many("button.citation").await - 1;
    visit.press(&format!("#citation-{last}"), "").await.see("#evidence", "").await;
    visit.picture("closer-2-sentence").await;
    visit.press("#evidence button", "Skriv setningen på nytt").await.see("input.gap", "").await;
    assert!(!visit.words("#draft .letter").await.contains("Rådhuset stenger"), "the source says nothing of it");
    visit.picture("closer-3-gap").await;
    visit.press(".links button", "Angre").await.see("#draft .letter", "Rådhuset stenger").await;
    visit.gone("input.gap", "").await;
    visit.press("button.citation", "1").await.press("#evidence button", "Skriv setningen på nytt").await;
    visit.see("#trouble, #draft:focus", "").await;
    visit.picture("closer-4-anew").await;
    visit.end(&["422", "409"]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_typo_the_second_reader_approves_the_difference_alone() {
    let visit = Visit::begin().await;
    visit.open(MAIL).await.drafted().await.asked().await;
    visit.becomes("liv", "Liv A.").await.approved("Per Haug").await;
    visit.becomes("kari", "Kari N.").await.open(MAIL).await.see("#standing", "Godkjent av Liv Aas").await;
    visit.press("button", "Rediger").await.see("#editor:focus", "").await;
    visit.end_of_text().await.type_here(" Norge").await;
    visit.press("#primary", "Lagre").await.gone("#editor", "").await.asked().await;
    visit.becomes("liv", "Liv A.").await.press("#tab-review", "").await.press(".entry", "Per Haug").await;
    visit.see(".detail h2", "Endret siden Liv Aas godkjente").await;
    visit.see(".changes ins", "Norge").await;
    assert_eq!(visit.many(".detail details.whole-draft[open]").await, 0, "the difference is shown alone");
    assert_eq!(visit.many(".findings input:not(:checked)").await, 0, "nothing else has changed");
    visit.picture("closer-5-difference").await;
    visit.press("#primary", "Godkjenn endringen").await.see("#decided", "Godkjent").await;
    visit.end(&[]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edit_comes_back_after_the_draft_was_written_anew_and_the_pane_opened_again() {
    let visit = Visit::begin().await;
    visit.open(MAIL).await.drafted().await;
    visit.press("button", "Rediger").await.see("#editor:focus", "").await;
    visit.end_of_text().await.type_here(" Ring oss gjerne.").await;
    visit.press("#primary", "Lagre").await.gone("#editor", "").await.see("#draft .letter", "Ring oss gjerne.").await;
    visit.press(".actions button", "Skriv på nytt").await.gone("#draft .letter", "Ring oss gjerne.").await;
    visit.see(".links button", "Hent tilbake mine endringer").await;
    visit.go("").await;
    visit.open(MAIL).await.press(".links button", "Hent tilbake mine endringer").await;
    visit.see("#draft .letter", "Ring oss gjerne.").await;
    visit.end(&[]).await;
}
