//! In a house that sends from the pane: one more look at who gets it, and the server sends exactly what was approved.

use browser::{POSTMOTTAK, SENDS, Visit};

const MAIL: &str = "Sak 2026/1234 – tilbygg";

#[tokio::test(flavor = "multi_thread")]
async fn an_approved_reply_leaves_from_the_pane_after_one_more_look_and_the_draft_is_rated() {
    let visit = Visit::with(&SENDS, "", (1280, 900)).await;
    visit.open(MAIL).await.drafted().await.asked().await;
    visit.becomes("liv", "Liv A.").await.approved("Per Haug").await;
    visit.becomes("kari", "Kari N.").await.open(MAIL).await.see("#standing", "Godkjent av Liv Aas").await;
    visit.press("#primary", "Send svaret").await.see("#confirm:focus", "per.haug@").await;
    visit.picture("posted-1-confirm").await;
    visit.press(".actions button", "Avbryt").await.gone("#confirm", "").await;
    assert_eq!(visit.sent(), 0, "who thinks better of it has sent nothing");
    visit.press("#primary", "Send svaret").await.press("#primary", "Send nå").await;
    visit.see("#standing:focus", "Sendt av Kari Nordby").await;
    let sent = visit.stand.town.sent(POSTMOTTAK);
    assert_eq!(sent.len(), 1, "once");
    assert_eq!(visit.outlook().await.pane().await.many("#tab-reply .badge").await, 0, "what has left is no news");
    assert!(sent[0].text.contains("Ref. SV-") && sent[0].text.contains("12 500"), "{}", sent[0].text);
    assert_eq!(visit.outlook().await.many("#compose:not([hidden])").await, 0, "Outlook opened no answer");
    visit.pane().await.see("#after", "journalføres").await;
    visit.picture("posted-2-sent").await;
    visit.press("#after .chips button", "Ja").await.gone("#after", "Var utkastet godt?").await;
    visit.picture("posted-3-rated").await;
    visit.press("#tab-log", "").await.see(".log", "sa om utkastet var godt").await;
    visit.go("").await;
    visit.open(MAIL).await.see("#standing", "Sendt").await;
    assert_eq!(visit.many("#after .chips button").await, 0, "nobody is asked twice");
    visit.end(&[]).await;
}
