//! The gate at Send, in the hidden page that Outlook on the web gives it.

use crate::pane::MAIL;
use browser::{Office, Visit};

pub(crate) async fn what_was_changed_is_stopped_and_what_was_approved_leaves(office: &'static Office) {
    let visit = Visit::hosted(office).await;
    visit.through(MAIL, "Per Haug").await;
    visit.overwrite("#compose-body", "Ref. SV-", "Vi lover å betale. Ref. SV-").await.send().await;
    let sentence = visit.see("#dialog-message", "").await.text().await.expect("words");
    assert_eq!((visit.sent(), visit.many("#dialog-send").await), (0, 0), "nothing has left, and nothing may");
    visit.press("#dialog-stop", "Åpne Saksvar").await.see("#status", "Ikke sendt").await;
    visit.pane().await.see("[role=alert]", &sentence).await;
    // The pane leads to the draft once it has it; keys pressed before that would end there.
    visit.answer("return document.activeElement.id || null", &[]).await;
    visit.outlook().await.overwrite("#compose-body", "Vi lover å betale. ", "").await;
    asked_about_a_copy(&visit).await;
    visit.send().await.see("#status", "Sendt").await;
    assert_eq!(visit.sent(), 1, "what was approved leaves");
    assert_eq!(visit.asked_at_send().await, ["/gate/know", "/gate/confirm"], "the gate saw the whole mail");
    visit.pane().await.see("#standing", "funnet blant sendte elementer").await;
    visit.end(&[]).await;
}

/// The sender may send to a colleague besides, and thinks better of it.
async fn asked_about_a_copy(visit: &Visit) {
    visit.write("#compose-cc", "ola.nes@fjordvik.kommune.no").await.send().await;
    visit.see("#dialog-message", "ola.nes@fjordvik.kommune.no").await;
    visit.see("#dialog-send", "Send likevel").await;
    visit.press("#dialog-stop", "").await.see("#status", "Ikke sendt").await;
    visit.ask("document.getElementById('compose-cc').value = ''", vec![]).await;
}

pub(crate) async fn mail_of_no_concern_passes_unread(office: &'static Office) {
    let visit = Visit::hosted(office).await;
    visit.outlook().await.press("#new", "").await;
    visit.write("#compose-to", "ola.nes@fjordvik.kommune.no").await.write("#compose-subject", "Lunsj?").await;
    visit.write("#compose-body", "Skal vi spise klokka tolv?").await.send().await.see("#status", "Sendt").await;
    assert_eq!(visit.asked_at_send().await, ["/gate/know"], "only the conversation was asked about");
    visit.end(&[]).await;
}
