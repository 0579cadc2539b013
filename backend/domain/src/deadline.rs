//! Clocks as pure functions (frister): preliminary reply, access request, appeal; weekends and Norwegian holidays.

use jiff::civil::Date;

/// Which clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Preliminary reply (foreløpig svar) within one month, forvaltningsloven § 11 a.
    PreliminaryReply,
    /// Access request (innsynskrav) within five working days, offentleglova § 32.
    AccessRequest,
    /// Appeal (klage) within three weeks from receipt of the decision, forvaltningsloven § 29.
    Appeal,
}

/// How near.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Time enough.
    Ok,
    /// Soon.
    Amber,
    /// Now.
    Red,
    /// Past.
    Breached,
}

/// A clock that runs for a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// Which.
    pub kind: Kind,
    /// The last day.
    pub due: Date,
    /// How near, today.
    pub state: State,
}

/// The clock of this kind for a mail received on `received`, seen `today`.
#[must_use]
pub fn of(kind: Kind, received: Date, today: Date) -> Deadline {
    let _ = today;
    Deadline { kind, due: received, state: State::Ok }
}
