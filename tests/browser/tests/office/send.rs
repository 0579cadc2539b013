//! The gate at Send, in the hidden page that Outlook on the web gives it.

use crate::pane::MAIL;
use browser::{Office, Visit};

pub(crate) async fn what_was_approved_leaves(office: &'static Office) {
    let visit = Visit::hosted(office).await;
    visit.through(MAIL, "Per Haug").await.send().await.see("#status", "Sendt").await;
    assert_eq!(visit.sent(), 1, "the mail lies among the sent ones");
    assert_eq!(visit.asked_at_send().await, ["/gate/know", "/gate/confirm"], "the gate saw the whole mail");
    visit.pane().await.press("button", "Se om den er sendt").await;
    visit.see("#standing", "E-posten er funnet blant sendte elementer").await;
    visit.end(&[]).await;
}

pub(crate) async fn what_was_changed_is_stopped_and_the_pane_says_why(office: &'static Office) {
    let visit = Visit::hosted(office).await;
    visit.through(MAIL, "Per Haug").await;
    visit.overwrite("#compose-body", "Ref. SV-", "Vi lover å betale. Ref. SV-").await.send().await;
    let sentence = visit.see("#dialog-message", "").await.text().await.expect("words");
    assert_eq!((visit.sent(), visit.many("#dialog-send").await), (0, 0), "nothing has left, and nothing may");
    visit.press("#dialog-stop", "Åpne Saksvar").await.see("#status", "Ikke sendt").await;
    visit.pane().await.see("[role=alert]", &sentence).await;
    visit.picture("office-stopped").await;
    visit.outlook().await.overwrite("#compose-body", "Vi lover å betale. ", "").await.send().await;
    visit.see("#status", "Sendt").await;
    assert_eq!(visit.sent(), 1, "what was approved leaves");
    visit.end(&[]).await;
}

pub(crate) async fn a_colleague_in_copy_is_asked_about(office: &'static Office) {
    let visit = Visit::hosted(office).await;
    visit.through(MAIL, "Per Haug").await;
    visit.write("#compose-cc", "ola.nes@fjordvik.kommune.no").await.send().await;
    visit.see("#dialog-message", "ola.nes@fjordvik.kommune.no").await;
    visit.press("#dialog-send", "Send likevel").await.see("#status", "Sendt").await;
    assert_eq!(visit.sent(), 1, "the sender decided");
    visit.end(&[]).await;
}

pub(crate) async fn mail_of_no_concern_passes_unread(office: &'static Office) {
    let visit = Visit::hosted(office).await;
    visit.outlook().await.press("#new", "").await;
    visit.write("#compose-to", "ola.nes@fjordvik.kommune.no").await.write("#compose-subject", "Lunsj?").await;
    visit.write("#compose-body", "Skal vi spise klokka tolv?").await.send().await.see("#status", "Sendt").await;
    assert_eq!(visit.asked_at_send().await, ["/gate/know"], "only the conversation was asked about");
    visit.end(&[]).await;
}
