//! Nothing to show, and the reply to the mail on the screen.

use super::{
    Chapter, LAID, MAIL,
    Step::{Again, Also, Become, Deliver, Gone, Hold, Key, Let, Open, Outlook, Pane, Press, Script, See, Type, Write},
    state,
};
use thirtyfour::Key::{Enter, Escape};

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
const steps = [{ step: "reading" }, { step: "read", mails: 1, questions: 3 }, { step: "found", sources: 3 }, { step: "written", text, language: "nb" }];
const told = new TextEncoder().encode(steps.map((it) => `event: progress\ndata: ${JSON.stringify(it)}\n\n`).join(""));
window.fetch = (request, ...more) => (request.url ?? request).endsWith("/prepare-draft")
  ? Promise.resolve(new Response(new ReadableStream({ start: (stream) => stream.enqueue(told) }), { headers: { "content-type": "text/event-stream" } }))
  : real.call(window, request, ...more);
"#;

/// Beside Outlook.
pub(super) const ALONE: Chapter = Chapter {
    name: "alone",
    settings: &[("SAKSVAR__SERVER__OFFICE_JS", "http://127.0.0.1:9/office.js")],
    query: "",
    spoken: false,
    states: &[state("alone", "Outside Outlook", &[Pane, See(".empty", "")])],
};

/// Nothing that could be answered.
pub(super) const NOTHING: Chapter = Chapter {
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
            &[Again, Open(MAIL), LAID, Also("Status?"), See(".empty", "Flere")],
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
};

/// From the mail to the question for approval.
pub(super) const DRAFT: Chapter = Chapter {
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
        state("draft", "A draft", &[Let, LAID]),
        state("unfolded", "The mail and the case", &[Press("button.line", ""), See("#mail", "")]),
        state("whole-mail", "The whole mail", &[Press("#panel details summary", ""), See("details[open] .letter", "")]),
        state(
            "source",
            "A source, open",
            &[Press("button.line", ""), Gone("#mail"), Press("button.citation", "2"), See("#evidence", "")],
        ),
        state(
            "finding",
            "The words of a finding",
            &[Press(".evidence .close", ""), Press("button.words", ""), See(".pointed", "")],
        ),
        state("why", "Why it is flagged", &[Press(".found[role=button]", ""), See("#why", "")]),
        state(
            "manner",
            "Language and tone",
            &[Key(Escape), Gone("#why"), Press(".manner summary", ""), See(".manner [aria-pressed]", "")],
        ),
        state("copied", "The text is copied", &[Press(".links button", ""), See("#draft > .second:last-child", "")]),
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
};

/// Mails of other kinds.
pub(super) const MAILS: Chapter = Chapter {
    name: "mails",
    settings: &[],
    query: "",
    spoken: false,
    states: &[
        state("gaps", "Gaps to fill", &[Open("2026/0990"), LAID]),
        state("offered", "A case is offered", &[Open("Spørsmål om sak 2026/1234"), LAID, See("#case", "")]),
        state("choices", "Cases to choose among", &[Open("Status?"), See(".choices", "")]),
        state(
            "sought",
            "Cases that a search found",
            &[Write("#seek", "eiendomsskatt"), Key(Enter), See(".choice", "2026/990")],
        ),
        state("hostile", "A hostile mail", &[Open("Haster"), LAID]),
        state("nynorsk", "A mail in nynorsk", &[Open("ikkje henta"), LAID]),
        state("english", "A mail in English", &[Open("Building a garage"), LAID]),
        state("cannot", "The records do not answer", &[Open("Dagpenger"), LAID]),
        state(
            "others",
            "Somebody else's draft",
            &[Become("liv", "Liv A."), Open("Building a garage"), See("#standing", "")],
        ),
    ],
};
