//! The server is away when somebody presses Send: nothing is lost, and the policy of the house decides.

use browser::{Mute, Visit};

#[tokio::test(flavor = "multi_thread")]
async fn a_silent_server_is_told_of_and_the_sender_decides() {
    let mut visit = Visit::begin().await;
    visit.outlook().await.press("#new", "").await;
    visit.write("#compose-to", "ola.nes@fjordvik.kommune.no").await.write("#compose-subject", "Lunsj?").await;
    visit.write("#compose-body", "Skal vi spise klokka tolv?").await;
    let mute = Mute::instead_of(&mut visit.stand).await;
    visit.send().await.see("#dialog-message", "Saksvar svarer ikke, og kunne ikke se over e-posten.").await;
    visit.see("#dialog-send", "Send likevel").await;
    visit.press("#dialog-stop", "").await.see("#status", "Ikke sendt").await;
    drop(mute);
    visit.send().await.see("#dialog-message", "Saksvar er ikke tilgjengelig nå.").await;
    visit.press("#dialog-stop", "Prøv senere").await.see("#status", "Ikke sendt").await;
    assert_eq!(visit.sent(), 0, "nothing has left");
    visit.see("#compose-body", "Skal vi spise klokka tolv?").await;
    visit.stand.resume().await;
    visit.send().await.see("#status", "Sendt").await;
    assert_eq!(visit.sent(), 1, "what was written leaves when the server is back");
    visit.end(&["net::ERR_"]).await;
}
