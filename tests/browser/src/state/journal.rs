//! From what was sent to the journal.

use super::{
    Chapter, MAIL,
    Step::{Approved, Asked, Away, Become, Drafted, Open, Press, See, Write},
    sending::SENDS,
    state,
};
use crate::stand::KERNEL;

/// Settings of a house that sends from the pane and is connected to a case system that takes mails.
pub const CONNECTED: [(&str, &str); 3] = [SENDS[0], SENDS[1], KERNEL];

/// Suggested, corrected (the keys before a text mark what stands in the field), and what the case system makes of it.
pub(super) const JOURNAL: Chapter = Chapter {
    name: "journal",
    settings: &CONNECTED,
    query: "",
    spoken: false,
    states: &[
        state(
            "suggested",
            "Suggested to be journalled",
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
                Press("#primary", "Send nå"),
                See("#journal", "Journalfør"),
            ],
        ),
        state("fields", "The six fields", &[Press(".filing summary", ""), See("#field-2", "")]),
        state(
            "unfit",
            "A field is wrong",
            &[Write("#field-0", "\u{e009}a\u{e000}tilbygg"), Press("#journal", ""), See("#trouble", "Sak:")],
        ),
        state(
            "queued",
            "The case system is away",
            &[
                Away,
                Write("#field-0", "\u{e009}a\u{e000}2026/1234"),
                Press("#journal", ""),
                See("#filed", "Venter på sakssystemet"),
            ],
        ),
    ],
};
