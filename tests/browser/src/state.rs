//! Every state the pane can show, each a row with the steps that lead to it from the row before: one list for the tests and the pictures.

use thirtyfour::Key;
use town::Fault;

/// What somebody does, or what happens, on the way to a state.
#[derive(Clone, Debug)]
pub enum Step {
    /// Opens Outlook anew.
    Again,
    /// Looks at the pane.
    Pane,
    /// Looks at Outlook.
    Outlook,
    /// Opens a mail by words of its subject.
    Open(&'static str),
    /// Selects one more.
    Also(&'static str),
    /// Becomes somebody else: the key, and what the pane shows of the name.
    Become(&'static str, &'static str),
    /// Presses something with these words (none: any).
    Press(&'static str, &'static str),
    /// Waits for something with these words (none: any).
    See(&'static str, &'static str),
    /// Waits until nothing of the kind is left.
    Gone(&'static str),
    /// Types into a field.
    Write(&'static str, &'static str),
    /// Types where the focus is.
    Type(&'static str),
    /// Presses a key where the focus is.
    Key(Key),
    /// Writes words over others in the mail.
    Overwrite(&'static str, &'static str),
    /// Waits for the draft, and fills its gaps.
    Drafted,
    /// Asks for a second person.
    Asked,
    /// Ticks every finding, and approves.
    Approved,
    /// Inserts the reply.
    Inserted,
    /// Presses Send.
    Send,
    /// Runs a script in what is looked at.
    Script(&'static str),
    /// A mail arrives.
    Deliver(&'static str),
    /// Graph answers nothing from here on.
    Hold,
    /// Graph answers again.
    Let,
    /// The next call of Graph goes wrong.
    Fail(Fault),
    /// Outlook gives no token.
    SignedOut,
}

/// One state: its name, what a person calls it, and how it is reached from the one before.
#[derive(Debug)]
pub struct State {
    /// In file names.
    pub name: &'static str,
    /// Under the picture.
    pub title: &'static str,
    /// The way.
    pub steps: &'static [Step],
}

/// States that follow from each other in one visit.
#[derive(Debug)]
pub struct Chapter {
    /// Its name.
    pub name: &'static str,
    /// What the server is told besides.
    pub settings: &'static [(&'static str, &'static str)],
    /// The query of Outlook's page.
    pub query: &'static str,
    /// Whether it is shown in every language; its steps name no words of the pane then.
    pub spoken: bool,
    /// In their order.
    pub states: &'static [State],
}

const fn state(name: &'static str, title: &'static str, steps: &'static [Step]) -> State {
    State { name, title, steps }
}

use Step::{
    Again, Also, Approved, Asked, Become, Deliver, Drafted, Fail, Gone, Hold, Inserted, Let, Open, Outlook, Overwrite,
    Pane, Press, Script, See, Send, SignedOut, Type, Write,
};

const MAIL: &str = "Sak 2026/1234 – tilbygg";
const DRAFT: Step = See("#draft .letter p", "");

/// A mail whose whole text is one encrypted part.
pub const SEALED: &str = "From: Hilde Moen <hilde.moen@example.org>\r\nTo: postmottak@fjordvik.kommune.no\r\nSubject: Fortrolig\r\n\
    Message-ID: <sealed@example.org>\r\nDate: Fri, 20 Nov 2026 15:00:00 +0100\r\nMIME-Version: 1.0\r\n\
    Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\
    Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\r\n\
    Content-Disposition: attachment; filename=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\nMIIB\r\n--x--\r\n";

/// The server writes so far and no further.
const WRITING: &str = r#"
const real = window.fetch;
const text = "Hei, Per Haug\n\nVi mottok søknaden om tilbygg 12. januar 2026 [1], og den er nå til behandling hos Ola Nes [1].\n\nGebyret for tilbygg inntil 50 m² er kr 12 500 [2]. Du kan vente svar innen ⟦dato⟧.";
const steps = [{ step: "reading" }, { step: "read", mails: 1, questions: 3 }, { step: "found", sources: 3 }, { step: "written", text }];
const told = new TextEncoder().encode(steps.map((it) => `event: progress\ndata: ${JSON.stringify(it)}\n\n`).join(""));
window.fetch = (request, ...more) => (request.url ?? request).endsWith("/prepare-draft")
  ? Promise.resolve(new Response(new ReadableStream({ start: (stream) => stream.enqueue(told) }), { headers: { "content-type": "text/event-stream" } }))
  : real.call(window, request, ...more);
"#;
/// The server is not reached.
const CUT: &str = "window.fetch = () => Promise.reject(new TypeError('Failed to fetch'))";
/// The server never answers.
const SILENT: &str = "window.fetch = () => new Promise(() => {})";
/// The server says that somebody else was first.
const STALE: &str = r#"
window.real ??= window.fetch;
const problem = { type: "urn:saksvar:problem:stale", title: "Noen andre har endret utkastet. Hent det på nytt.", status: 409, kind: "stale", trace: "4f9c2a7d10b35e68" };
window.fetch = async () => new Response(JSON.stringify(problem), { status: 409, headers: { "content-type": "application/problem+json" } });
"#;

/// Every state, by chapters.
pub const CHAPTERS: &[Chapter] = &[
    Chapter {
        name: "alone",
        settings: &[("SAKSVAR__SERVER__OFFICE_JS", "http://127.0.0.1:9/office.js")],
        query: "",
        spoken: false,
        states: &[state("alone", "Outside Outlook", &[Pane, See(".empty", "")])],
    },
    Chapter {
        name: "nothing",
        settings: &[],
        query: "",
        spoken: false,
        states: &[
            state("empty", "No mail is open", &[Pane, See(".empty", "Åpne en e-post")]),
            state("log-none", "The log of no draft", &[Press("#tab-log", ""), See(".empty", "")]),
            state(
                "several",
                "Several mails are selected",
                &[Again, Open(MAIL), DRAFT, Also("Status?"), See(".empty", "Flere")],
            ),
            state(
                "protected",
                "A protected mail",
                &[Deliver(SEALED), Again, Open("Fortrolig"), See(".empty", "beskyttet")],
            ),
            state(
                "compose",
                "A new mail",
                &[Outlook, Press("#new", ""), Press("#compose-pane", ""), Pane, See(".empty", "")],
            ),
        ],
    },
    Chapter {
        name: "draft",
        settings: &[],
        query: "",
        spoken: true,
        states: &[
            state(
                "writing",
                "A draft streams in",
                &[Pane, See(".tabs", ""), Script(WRITING), Open(MAIL), See("[aria-busy] .letter p", "")],
            ),
            state("waiting", "The conversation is being read", &[Again, Hold, Open(MAIL), See("[aria-busy=true]", "")]),
            state("draft", "A draft", &[Let, DRAFT]),
            state("unfolded", "The mail and the case", &[Press("button.line", ""), See("#mail", "")]),
            state(
                "whole-mail",
                "The whole mail",
                &[Press("#panel details summary", ""), See("details[open] .letter", "")],
            ),
            state(
                "source",
                "A source, open",
                &[Press("button.line", ""), Gone("#mail"), Press("button.citation", "2"), See("#evidence", "")],
            ),
            state(
                "finding",
                "The words of a finding",
                &[Press(".evidence .close", ""), Press("button.words", ""), See("#pointed", "")],
            ),
            state(
                "copied",
                "The text is copied",
                &[Press(".links button", ""), See("#draft > .second:last-child", "")],
            ),
            state(
                "editor",
                "The editor, checked",
                &[
                    Press(".links button:last-child", ""),
                    See("#editor:focus", ""),
                    Type(" Vi lover at du får svar i morgen."),
                    See(".findings li:nth-child(3)", ""),
                ],
            ),
            state(
                "awaiting",
                "Waiting for approval",
                &[Press(".actions .button.link", ""), See(".links", ""), Press("#primary", ""), See("#standing", "")],
            ),
        ],
    },
    Chapter {
        name: "mails",
        settings: &[],
        query: "",
        spoken: false,
        states: &[
            state("gaps", "Gaps to fill", &[Open("2026/0990"), DRAFT]),
            state("offered", "A case is offered", &[Open("Spørsmål om sak 2026/1234"), DRAFT, See("#case", "")]),
            state("choices", "Cases to choose among", &[Open("Status?"), See(".choices", "")]),
            state("hostile", "A hostile mail", &[Open("Haster"), DRAFT]),
            state("nynorsk", "A mail in nynorsk", &[Open("ikkje henta"), DRAFT]),
            state("english", "A mail in English", &[Open("Building a garage"), DRAFT]),
            state("cannot", "The records do not answer", &[Open("Dagpenger"), DRAFT]),
            state(
                "others",
                "Somebody else's draft",
                &[Become("liv", "Liv A."), Open("Building a garage"), See("#standing", "")],
            ),
        ],
    },
    Chapter {
        name: "review",
        settings: &[],
        query: "?person=liv",
        spoken: true,
        states: &[
            state(
                "queue-loading",
                "The list is fetched",
                &[
                    Pane,
                    See(".who", "Liv"),
                    Script("window.real = window.fetch"),
                    Script(SILENT),
                    Press("#tab-review", ""),
                    See("[aria-busy]", ""),
                ],
            ),
            state("queue-empty", "Nothing waits", &[Again, Pane, Press("#tab-review", ""), See(".empty", "")]),
            state(
                "queue",
                "What waits",
                &[
                    Become("kari", "Kari N."),
                    Open(MAIL),
                    Drafted,
                    Press("#primary:enabled", ""),
                    See("#standing", ""),
                    Become("liv", "Liv A."),
                    Press("#tab-review", ""),
                    See(".entry", ""),
                ],
            ),
            state("queue-open", "One of it, open", &[Press(".entry", ""), See(".detail #draft", "")]),
            state(
                "queue-comment",
                "A comment is needed",
                &[Press(".actions .button:not(.primary):not(.link)", ""), See("#comment-needed", "")],
            ),
            state(
                "queue-editor",
                "The second person writes",
                &[Press(".detail .links button:last-child", ""), See("#editor:focus", ""), Type(" Ring oss gjerne.")],
            ),
            state(
                "decided",
                "Sent back with a text",
                &[Press(".actions .button:not(.primary):not(.link)", ""), See("#decided", "")],
            ),
            state("back", "A draft has come back", &[Become("kari", "Kari N."), See("#back", "")]),
            state("proposal", "Returned, with a text to adopt", &[Open(MAIL), See(".changes ins", "")]),
            state(
                "queue-changed",
                "What changed since",
                &[
                    Press("#primary", ""),
                    Gone(".changes ins"),
                    Press("#primary:enabled", ""),
                    See("#standing", ""),
                    Become("liv", "Liv A."),
                    Press("#tab-review", ""),
                    Press(".entry", ""),
                    See(".detail .changes", ""),
                ],
            ),
        ],
    },
    Chapter {
        name: "returned",
        settings: &[],
        query: "",
        spoken: false,
        states: &[
            state(
                "returned",
                "Returned, with a comment",
                &[
                    Open(MAIL),
                    Drafted,
                    Asked,
                    Become("liv", "Liv A."),
                    Press("#tab-review", ""),
                    Press(".entry", ""),
                    See(".detail #draft", ""),
                    Write("#comment", "Ta med når saken skal være ferdig behandlet."),
                    Press(".actions button", "Send tilbake"),
                    See("#decided", ""),
                    Become("kari", "Kari N."),
                    Open(MAIL),
                    See("#standing", "sendte utkastet tilbake"),
                ],
            ),
            state(
                "unsaved",
                "Somebody else was first",
                &[Pane, Script(STALE), Press(".actions button", ""), See("#trouble", "")],
            ),
        ],
    },
    Chapter {
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
                &[
                    Script(SIGNED),
                    Press("[role=alert] .signature .button", ""),
                    See(".signature [role=status]", "lagret"),
                ],
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
                    See("#standing", "E-posten er funnet"),
                ],
            ),
            state("log", "The log", &[Press("#tab-log", ""), See(".log", "")]),
        ],
    },
    Chapter {
        name: "trouble",
        settings: &[],
        query: "",
        spoken: false,
        states: &[
            state(
                "refused",
                "The mailbox is closed to the person",
                &[Fail(Fault::Forbidden), Open("Dagpenger"), See("#trouble", "")],
            ),
            state(
                "network",
                "The server is not reached",
                &[Again, Pane, See(".who", "Kari"), Script(CUT), Open(MAIL), See("#trouble", "")],
            ),
            state(
                "offline",
                "Offline",
                &[
                    Again,
                    Open(MAIL),
                    DRAFT,
                    Script("dispatchEvent(new Event('offline'))"),
                    See("#panel > .standing", ""),
                ],
            ),
            state(
                "log-loading",
                "The log is fetched",
                &[Again, Open(MAIL), DRAFT, Script(SILENT), Press("#tab-log", ""), See("[aria-busy]", "")],
            ),
            state("signed-out", "Signed out", &[SignedOut, Again, Pane, See(".empty", "Logg inn")]),
            state(
                "sign-in-failed",
                "The sign-in did not succeed",
                &[
                    Script(
                        "Office.context.ui.displayDialogAsync = (...args) => args.at(-1)({ status: 'failed', error: { code: 12009 } })",
                    ),
                    Press("#primary", ""),
                    See("[role=alert]", ""),
                ],
            ),
        ],
    },
];

/// A signature as Outlook has it.
const SIGNED: &str = "const field = document.querySelector('#signature'); field.value = 'Kari Nordby\\nFjordvik kommune, byggesak\\nTlf. 900 00 000'; \
                      field.dispatchEvent(new Event('input', { bubbles: true }))";
