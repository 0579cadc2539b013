//! Signing in where Outlook gives no token: by a window of the add-in's own.

use browser::Visit;

#[tokio::test(flavor = "multi_thread")]
async fn a_window_signs_in_where_outlook_cannot() {
    let visit = Visit::begin().await;
    visit.stand.town.fail_office_sign_in(Some(13012));
    visit.go("").await;
    visit.open("Sak 2026/1234 – tilbygg").await.see(".empty", "Logg inn for å fortsette").await;
    visit.press("#primary", "Logg inn").await;
    visit.in_other_window("[data-person=kari]").await;
    visit.pane().await.see(".who", "Kari N.").await;
    visit.drafted().await;
    visit.press("#sign-out", "Logg ut").await.see(".empty", "Logg inn for å fortsette").await;
    assert!(!visit.words("body").await.contains("Kari N."), "nobody's name stays");
    visit.end(&["/api/token"]).await;
}
