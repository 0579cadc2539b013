//! What waits for a second person, and what comes back.

use super::{
    Chapter, MAIL, SILENT,
    Step::{Again, Asked, Become, Drafted, Gone, Open, Pane, Press, Script, See, Type, Write},
    state,
};

/// The server says that somebody else was first.
const STALE: &str = r#"
window.real ??= window.fetch;
const problem = { type: "urn:saksvar:problem:stale", title: "Noen andre har endret utkastet. Hent det på nytt.", status: 409, kind: "stale", trace: "4f9c2a7d10b35e68" };
window.fetch = async () => new Response(JSON.stringify(problem), { status: 409, headers: { "content-type": "application/problem+json" } });
"#;

/// The second person.
pub(super) const REVIEW: Chapter = Chapter {
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
                Become("eva", "Eva"),
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
        state(
            "queue-part",
            "A part of it where nothing waits",
            &[Press(".chips .button:last-child", ""), Gone(".entry")],
        ),
        state(
            "away",
            "Away, and who stands in",
            &[
                Press(".chips .button:nth-child(2)", ""),
                See(".entry", ""),
                Press(".away summary", ""),
                See(".away .field", ""),
            ],
        ),
        state(
            "queue-open",
            "One of it, open",
            &[Press(".away summary", ""), Gone(".away[open]"), Press(".entry", ""), See(".detail #draft", "")],
        ),
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
};

/// Back with the author.
pub(super) const RETURNED: Chapter = Chapter {
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
};
