//! From the approved draft into the mail that is written.

use crate::pane::MAIL;
use browser::{Office, POSTMOTTAK, Visit};
use serde_json::json;

/// Calls of Microsoft's library to the host, by number.
const PREPEND: &str = "23";
/// What the pane fetches comes back only when it is let go.
const HELD: &str = "const own = window.fetch; const gate = new Promise((go) => { window.go = go }); \
                    window.fetch = async (...all) => { const answer = await own(...all); await gate; return answer }";
/// What waits long waits short.
const HURRIED: &str = "const own = window.setTimeout; window.setTimeout = (act, wait, ...all) => own(act, wait > 5000 ? 200 : wait, ...all)";
const OWN_WORDS: &str = "Hilsen meg selv.";

/// The draft of the fixture's first mail, approved; Kari has the mail open.
async fn approved(visit: &Visit) {
    visit.open(MAIL).await.drafted().await.asked().await;
    visit.becomes("liv", "Liv A.").await.approved("Per Haug").await;
    visit.becomes("kari", "Kari N.").await.open(MAIL).await.see("#standing", "Godkjent").await;
}

/// Kari writes an answer of her own, and opens the pane beside it.
async fn begun(visit: &Visit) {
    approved(visit).await;
    visit.outlook().await.press("#reply-all", "").await.write("#compose-body", OWN_WORDS).await;
    visit.press("#compose-pane", "").await.pane().await.see("#primary", "Sett inn svar").await;
}

/// An Outlook that hangs is told of, and the second press does it.
pub(crate) async fn it_stands_above_what_is_written_with_its_reference_kept(office: &'static Office) {
    let visit = Visit::hosted(office).await;
    begun(&visit).await;
    visit.outlook().await.ask("document.body.dataset.unanswered = arguments[0]", vec![json!(PREPEND)]).await;
    visit.pane().await.ask(HURRIED, vec![]).await;
    visit.press("#primary", "Sett inn svar").await.see("#trouble", "Outlook tok ikke imot teksten").await;
    visit.gone("#standing", "satt inn").await;
    visit.outlook().await.ask("delete document.body.dataset.unanswered", vec![]).await;
    visit.inserted().await;
    let body = visit.words("#compose-body").await;
    let (letter, own) =
        (body.find("Ref. SV-").unwrap(), body.find(OWN_WORDS).expect("what was written is still there"));
    assert!(letter < own, "the letter stands above it");
    visit.overwrite("#compose-body", OWN_WORDS, "").await.send().await.see("#status", "Sendt").await;
    let sent = visit.stand.town.sent(POSTMOTTAK);
    let kept = sent[0].properties.get("saksvar.reference").and_then(|it| it.as_str()).unwrap_or_default();
    assert!(body.contains(kept) && kept.starts_with("SV-"), "the gate finds the reference {kept}");
    assert_eq!(sent[0].properties.get("saksvar.away"), Some(&json!("ask")));
    visit.end(&[]).await;
}

pub(crate) async fn another_mail_on_the_screen_gets_nothing(office: &'static Office) {
    let visit = Visit::hosted(office).await;
    approved(&visit).await;
    visit.ask(HELD, vec![]).await;
    visit.press("#primary", "Sett inn svar").await;
    visit.open("Status?").await.ask("window.go()", vec![]).await;
    visit.see(".choices", "2026/").await;
    assert_eq!(visit.outlook().await.many("#compose:not([hidden])").await, 0, "no answer was opened");
    visit.end(&[]).await;
}

pub(crate) async fn a_letter_too_long_for_a_reply_is_not_cut(office: &'static Office) {
    let visit = Visit::hosted(office).await;
    visit.open(MAIL).await.drafted().await;
    visit.press("button", "Rediger").await.see("#editor:focus", "").await;
    let longer = "const field = document.getElementById('editor'); field.value += arguments[0]; \
                  field.dispatchEvent(new Event('input', { bubbles: true }))";
    visit.ask(longer, vec![json!(" &".repeat(5600))]).await;
    visit.press("#primary", "Lagre").await.gone("#editor", "").await;
    visit.asked().await.becomes("liv", "Liv A.").await.approved("Per Haug").await;
    visit.becomes("kari", "Kari N.").await.open(MAIL).await.press("#primary", "Sett inn svar").await;
    visit.see("#trouble", "Et tomt svar er åpnet").await;
    visit.picture("office-too-long").await;
    visit.outlook().await.see("#compose-body", "").await;
    assert!(!visit.words("#compose-body").await.contains("Ref. SV-"), "nothing of it stands there yet");
    visit.press("#compose-pane", "").await.inserted().await;
    let body = visit.words("#compose-body").await;
    assert_eq!(body.matches(" &").count(), 5600, "the whole letter stands there");
    visit.end(&[]).await;
}
