//! The whole line, as people walk it.

use browser::Visit;

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_read_by_two_inserted_and_sent() {
    let visit = Visit::begin().await;
    visit.open("Sak 2026/1234 – tilbygg").await.drafted().await;
    assert_eq!(visit.many("#evidence").await, 0, "no source is open by itself");
    visit.press("button.citation", "1").await.see("#evidence blockquote mark", "").await;
    assert_eq!(visit.many("#evidence").await, 1, "the source opens in place");
    visit.asked().await;
    visit.becomes("liv", "Liv A.").await.press("#tab-review", "").await.press(".entry", "Per Haug").await;
    visit.see(".detail #draft", "").await;
    visit.press("#primary", "Godkjenn").await.see(".findings input:focus", "").await;
    assert_eq!(visit.many("#decided").await, 0, "nothing is approved before every finding is ticked");
    visit.ticked().await;
    visit.becomes("kari", "Kari N.").await.see("#back", "Liv Aas godkjente svaret til Per Haug").await;
    visit.see("#tab-reply .badge", "1").await;
    visit.open("Sak 2026/1234 – tilbygg").await.see("#standing", "Godkjent av Liv Aas").await;
    assert_eq!(visit.many("#back").await, 0, "what lies on the screen need not be announced");
    visit.inserted().await.send().await.see("#status", "Sendt").await;
    assert_eq!(visit.sent(), 1, "the mail lies among the sent ones");
    assert_eq!(visit.asked_at_send().await, ["/gate/know", "/gate/confirm"], "the gate saw the whole mail");
    visit.pane().await.press("button", "Se om den er sendt").await;
    visit.see("#standing", "funnet blant sendte elementer").await;
    visit.press("#tab-log", "").await.see(".log", "fant e-posten blant sendte elementer").await;
    visit.go("").await;
    visit.open("Sak 2026/1234 – tilbygg").await.see("#standing", "Sendt").await;
    visit.end(&[]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_person_proposes_a_text_its_author_adopts_it_and_they_approve() {
    let visit = Visit::begin().await;
    visit.open("Sak 2026/1234 – tilbygg").await.drafted().await.asked().await;
    visit.proposed("Per Haug", " Ring oss gjerne.").await.see("#decided", "Sendt tilbake til Kari").await;
    visit.becomes("kari", "Kari N.").await.open("Sak 2026/1234 – tilbygg").await;
    visit.see("#standing", "Liv Aas sendte utkastet tilbake").await;
    visit.see(".changes ins", "Ring oss gjerne.").await;
    visit.press("#primary", "Bruk forslaget").await.see("#draft", "Ring oss gjerne.").await;
    visit.see("#draft .foot", "Kari Nordby").await;
    visit.asked().await.becomes("liv", "Liv A.").await.approved("Per Haug").await;
    visit.end(&[]).await;
}
