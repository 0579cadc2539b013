//! Nothing to do, something wrong, and a page loaded anew in the middle of the work.

use browser::Visit;
use town::Fault;

#[tokio::test(flavor = "multi_thread")]
async fn trouble_is_told_with_a_next_step_and_nothing_is_lost() {
    let visit = Visit::begin().await;
    visit.becomes("liv", "Liv A.").await.press("#tab-review", "").await;
    visit.see(".empty", "Ingen utkast venter på godkjenning.").await;
    visit.becomes("kari", "Kari N.").await;
    visit.stand.town.fail_graph(vec![Fault::Unavailable(None); 12]);
    visit.open("Sak 2026/1234 – tilbygg").await.see("#trouble", "").await;
    visit.stand.town.fail_graph([]);
    visit.see("#primary", "Prøv igjen").await;
    loop {
        visit.press("#primary", "").await;
        if visit.many("#draft").await > 0 {
            break;
        }
    }
    visit.end(&["503", "502"]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mailbox_that_is_closed_to_the_person_is_told_with_whom_to_ask() {
    let visit = Visit::begin().await;
    visit.stand.town.fail_graph(vec![Fault::Forbidden; 12]);
    visit
        .open("Sak 2026/1234 – tilbygg")
        .await
        .see("#trouble", "Outlook gir deg ikke tilgang til denne e-posten. Be den")
        .await;
    assert_eq!(visit.many("#draft").await, 0, "nothing of the mail is shown");
    visit.end(&["502", "403"]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_loaded_anew_stands_where_it_stood() {
    let visit = Visit::begin().await;
    visit.open("Sak 2026/1234 – tilbygg").await.drafted().await;
    let before = visit.words("#draft .letter").await;
    visit.go("").await;
    visit.open("Sak 2026/1234 – tilbygg").await.see("#draft .letter p", "").await;
    assert_eq!(visit.words("#draft .letter").await, before, "what was saved is there");
    visit.asked().await;
    visit.go("").await;
    visit.open("Sak 2026/1234 – tilbygg").await.see("#standing", "Venter på godkjenning").await;
    visit.end(&[]).await;
}
