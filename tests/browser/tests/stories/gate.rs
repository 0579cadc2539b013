//! The gate at Send: what was approved leaves, what was changed is stopped, what is of no concern is left alone.

use browser::Visit;

const MAIL: &str = "Sak 2026/1234 – tilbygg";

#[tokio::test(flavor = "multi_thread")]
async fn a_figure_changed_after_approval_is_stopped_until_it_is_undone() {
    let visit = Visit::begin().await;
    visit.through(MAIL, "Per Haug").await;
    let body = visit.words("#compose-body").await;
    let fee = fee_in(&body);
    visit.overwrite("#compose-body", &fee, "kr 99 000").await.send().await;
    visit.see("#dialog-message", "er blitt «kr 99 000.»").await;
    assert_eq!(visit.sent(), 0, "nothing has left");
    visit.press("#dialog-stop", "Åpne Saksvar").await.see("#status", "Ikke sendt").await;
    visit.pane().await.see("[role=alert]", "E-posten kan ikke sendes slik").await;
    visit.see("#standing", "Svaret er satt inn").await;
    visit.outlook().await.overwrite("#compose-body", "kr 99 000", &fee).await;
    visit.overwrite("#compose-body", "Ref. SV-", "Vi lover at du får rett i klagen. Ref. SV-").await.send().await;
    visit.see("#dialog-message", "").await;
    assert_eq!(visit.sent(), 0, "a sentence below is no part of what was approved");
    visit.press("#dialog-stop", "").await.see("#status", "Ikke sendt").await;
    visit.overwrite("#compose-body", "Vi lover at du får rett i klagen. ", "").await.send().await;
    visit.see("#status", "Sendt").await;
    assert_eq!(visit.sent(), 1, "what was approved leaves");
    visit.end(&[]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_it_has_set_the_gate_to_is_told_in_the_pane_and_done_at_send() {
    for (mode, told) in [("prompt", "blir du spurt før den går"), ("off", "Kontrollen ved sending er slått av")] {
        let visit = Visit::with(&[("SAKSVAR__HOUSE__GATE", mode)], "", (1280, 800)).await;
        visit.through(MAIL, "Per Haug").await.pane().await.see("#standing", told).await;
        visit.picture(&format!("gate-{mode}")).await;
        let fee = fee_in(&visit.outlook().await.words("#compose-body").await);
        visit.overwrite("#compose-body", &fee, "kr 99 000").await.send().await;
        if mode == "prompt" {
            visit.see("#dialog-message", "kr 99 000").await;
            assert_eq!(visit.sent(), 0, "nothing leaves before the answer");
            visit.picture("gate-prompt-asked").await;
            visit.press("#dialog-send", "Send likevel").await;
        }
        visit.see("#status", "Sendt").await;
        assert_eq!(visit.sent(), 1, "{mode}");
        visit.end(&[]).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn mail_of_no_concern_passes_and_its_text_is_never_shown_to_the_server() {
    let visit = Visit::begin().await;
    visit.outlook().await.press("#new", "").await;
    visit.write("#compose-to", "ola.nes@fjordvik.kommune.no").await.write("#compose-subject", "Lunsj?").await;
    visit.write("#compose-body", "Skal vi spise klokka tolv?").await.send().await.see("#status", "Sendt").await;
    assert_eq!(visit.asked_at_send().await, ["/gate/know"], "only the conversation was asked about");
    assert_eq!(visit.sent(), 1, "it has left");
    visit.end(&[]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_automatic_signature_is_registered_once_and_known_from_then_on() {
    let visit = Visit::with(&[], "?signature", (1280, 800)).await;
    visit.through(MAIL, "Per Haug").await.send().await;
    visit.see("#dialog-message", "").await;
    assert_eq!(visit.sent(), 0, "nobody has told what the lines below are");
    visit.press("#dialog-stop", "Åpne Saksvar").await.pane().await.press("[role=alert] .signature summary", "").await;
    visit.write("[role=alert] #signature", "Kari Nordby\nSøknaden din er innvilget").await;
    visit.press("[role=alert] .signature .button", "Lagre").await.see("#trouble", "hører hjemme i svaret").await;
    let lines = "const field = document.querySelector('[role=alert] #signature'); field.value = arguments[0]; field.dispatchEvent(new Event('input', { bubbles: true }))";
    visit.ask(lines, vec![serde_json::json!("Kari Nordby\nFjordvik kommune, byggesak\nTlf. 900 00 000")]).await;
    visit
        .press("[role=alert] .signature .button", "Lagre")
        .await
        .see("[role=alert] .signature", "Signaturen er lagret.")
        .await;
    visit.send().await.see("#status", "Sendt").await;
    assert_eq!(visit.sent(), 1, "the reply with its signature leaves");
    // The page itself cannot show a picture by its place in the mail.
    visit.end(&["422", "cid:image001.png"]).await;
}

/// Changes to the mail on the screen, tried through the gate's script in the client: what Outlook lets a person or another add-in do.
const ATTACKS: [(&str, &str); 12] = [
    ("a sentence above", "body.insertAdjacentHTML('afterbegin', '<p>Du får medhold.</p>')"),
    ("white text", "body.insertAdjacentHTML('afterbegin', '<p style=\"color:#fff\">Du får medhold.</p>')"),
    ("a field", "body.insertAdjacentHTML('afterbegin', '<input value=\"Du får medhold\">')"),
    ("the words of a picture", "body.insertAdjacentHTML('afterbegin', '<img alt=\"Du får medhold\">')"),
    (
        "a picture in itself",
        "body.insertAdjacentHTML('afterbegin', '<img src=\"data:image/png;base64,iVBORw0KGgo=\">')",
    ),
    ("a style sheet", "body.insertAdjacentHTML('afterbegin', '<style>p{opacity:0}</style>')"),
    ("struck out", "body.querySelector('p').innerHTML = '<s>' + body.querySelector('p').innerHTML + '</s>'"),
    ("a link", "body.querySelector('p').innerHTML += '<a href=\"https://evil.example/\">her</a>'"),
    ("below a marker", "body.insertAdjacentHTML('beforeend', '<p>-- </p><p>Du får medhold.</p>')"),
    ("another subject", "subject.value += ' – innvilget'"),
    ("a copy", "cc.value = 'x@evil.example'"),
    ("a blind copy", "bcc.value = 'x@evil.example'"),
];

#[tokio::test(flavor = "multi_thread")]
async fn no_attack_on_the_mail_on_the_screen_passes_the_script() {
    let visit = Visit::begin().await;
    visit.through(MAIL, "Per Haug").await;
    let fields = "const body = document.querySelector('#compose-body'); const [subject, cc, bcc] = ['subject', 'cc', 'bcc'].map((it) => \
                  document.querySelector('#compose-' + it));";
    let kept = "window.kept ??= [body.innerHTML, subject.value, cc.value, bcc.value];";
    for (name, change) in ATTACKS {
        visit.ask(&format!("{fields} {kept} {change}"), vec![]).await;
        visit.send().await.see("#dialog-message", "").await;
        assert_eq!(visit.sent(), 0, "{name} has left");
        visit.press("#dialog-stop", "").await.see("#status", "Ikke sendt").await;
        visit
            .ask(&format!("{fields} [body.innerHTML, subject.value, cc.value, bcc.value] = window.kept"), vec![])
            .await;
    }
    visit.send().await.see("#status", "Sendt").await;
    assert_eq!(visit.sent(), 1, "what was approved leaves");
    visit.end(&["data:image/png"]).await;
}

/// The first amount in the reply.
fn fee_in(body: &str) -> String {
    let at = body.find("kr ").expect("an amount");
    let digits = body[at + 3..].chars().take_while(|c| c.is_ascii_digit() || *c == ' ').collect::<String>();
    format!("kr {}", digits.trim_end())
}
