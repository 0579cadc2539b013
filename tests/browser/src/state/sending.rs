//! From approval to what was sent.

use super::{
    Chapter, MAIL,
    Step::{
        Approved, Asked, Become, Drafted, Gone, Inserted, Open, Outlook, Overwrite, Pane, Press, Script, See, Send,
    },
    state,
};

/// A signature as Outlook has it.
const SIGNED: &str = "const field = document.querySelector('#signature'); field.value = 'Kari Nordby\\nFjordvik kommune, byggesak\\nTlf. 900 00 000'; \
                      field.dispatchEvent(new Event('input', { bubbles: true }))";

/// Settings of a house that sends from the pane.
pub const SENDS: [(&str, &str); 2] = [
    ("SAKSVAR__GRAPH__SEND", "true"),
    ("SAKSVAR__GRAPH__SCOPES", r#"["Mail.ReadWrite", "Mail.ReadWrite.Shared", "Mail.Send", "Mail.Send.Shared"]"#),
];

/// Approved, inserted, stopped, sent.
pub(super) const SENDING: Chapter = Chapter {
    name: "sending",
    settings: &[],
    query: "?signature",
    spoken: false,
    states: &[
        state(
            "approved",
            "Approved",
            &[
                Open(MAIL),
                Drafted,
                Asked,
                Become("liv", "Liv A."),
                Press("#tab-review", ""),
                Press(".entry", ""),
                See(".detail #draft", ""),
                Approved,
                Become("kari", "Kari N."),
                Open(MAIL),
                See("#standing", "Godkjent"),
            ],
        ),
        state("inserted", "Inserted", &[Inserted, Pane]),
        state(
            "stopped",
            "Stopped at Send",
            &[
                Outlook,
                Overwrite("Ref. SV-", "Vi lover å betale. Ref. SV-"),
                Send,
                See("#dialog-message", ""),
                Press("#dialog-stop", ""),
                Pane,
                See("[role=alert]", ""),
                See("#standing", ""),
            ],
        ),
        state(
            "signature",
            "The signature to register",
            &[Press("[role=alert] .signature summary", ""), See("#signature", "")],
        ),
        state(
            "signed",
            "The signature is registered",
            &[Script(SIGNED), Press("[role=alert] .signature .button", ""), See(".signature [role=status]", "lagret")],
        ),
        state(
            "sent",
            "Sent",
            &[
                Outlook,
                Overwrite("Vi lover å betale. ", ""),
                Send,
                See("#status", "Sendt"),
                Pane,
                See("#standing", "funnet blant sendte"),
            ],
        ),
        state("log", "The log", &[Press("#tab-log", ""), See(".log", "")]),
    ],
};

/// Sent by the server, on the person's click.
pub(super) const POSTED: Chapter = Chapter {
    name: "posted",
    settings: &SENDS,
    query: "",
    spoken: false,
    states: &[
        state(
            "confirm",
            "A last look before it is sent",
            &[
                Open(MAIL),
                Drafted,
                Asked,
                Become("liv", "Liv A."),
                Press("#tab-review", ""),
                Press(".entry", ""),
                See(".detail #draft", ""),
                Approved,
                Become("kari", "Kari N."),
                Open(MAIL),
                Press("#primary", "Send svaret"),
                See("#confirm", ""),
            ],
        ),
        state("posted", "Sent from the pane", &[Press("#primary", "Send nå"), See("#after", "")]),
        state("rated", "The draft is rated", &[Press("#after .chips button", "Ja"), Gone("#after .chips button")]),
    ],
};
