//! What goes wrong, and who is not signed in.

use super::{
    Chapter, LAID, MAIL, SILENT,
    Step::{Again, Fail, Open, Pane, Press, Script, See, SignedOut, Unconsented},
    state,
};
use town::Fault;

/// The server is not reached.
const CUT: &str = "window.fetch = () => Promise.reject(new TypeError('Failed to fetch'))";

/// Something is away, or somebody.
pub(super) const TROUBLE: Chapter = Chapter {
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
            &[Again, Open(MAIL), LAID, Script("dispatchEvent(new Event('offline'))"), See("#panel > .standing", "")],
        ),
        state(
            "log-loading",
            "The log is fetched",
            &[Again, Open(MAIL), LAID, Script(SILENT), Press("#tab-log", ""), See("[aria-busy]", "")],
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
};

/// Nobody has said yes to reading mail yet.
pub(super) const CONSENT: Chapter = Chapter {
    name: "consent",
    settings: &[],
    query: "",
    spoken: false,
    states: &[state(
        "consent",
        "Consent is missing",
        &[Pane, See(".who", "Kari"), Unconsented, Open(MAIL), See("#mend", "")],
    )],
};
