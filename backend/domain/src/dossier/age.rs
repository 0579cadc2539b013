//! How old a dossier is (alder), and whether it has been kept long enough.

use super::Dossier;
use crate::rule::retention::{Kind, Retention};
use jiff::{SignedDuration, Timestamp};
use vocabulary::Status;

impl Dossier {
    /// Which limit it is under. What the gate let through and nobody has seen among what was sent is a draft still.
    #[must_use]
    pub fn kind(&self) -> Kind {
        if self.status == Status::Sent { Kind::Answered } else { Kind::Unsent }
    }

    /// From when its days count: the last moment at which anybody did anything with it. The latest of all counts and not the last one,
    /// so that a clock that went back for a while makes nothing look older than it is that was begun before. (Nobody can begin anything
    /// while it is far behind: no token holds then.)
    #[must_use]
    pub fn since(&self) -> Timestamp {
        let written = self.revisions.iter().map(|revision| revision.at);
        let asked = self.request.iter().map(|request| request.at);
        let ruled = self.rulings.iter().map(|ruling| ruling.at);
        let sealed = self.seal.iter().flat_map(|seal| std::iter::once(seal.made).chain(seal.sent));
        let journalled = self.journalling.iter().map(super::Journalling::last);
        written.chain(asked).chain(ruled).chain(sealed).chain(journalled).fold(self.created, Timestamp::max)
    }

    /// Whether its limit has passed; never while the case system is still to get it.
    #[must_use]
    pub fn is_due(&self, retention: &Retention, now: Timestamp) -> bool {
        if self.is_queued() {
            return false;
        }
        let kept = SignedDuration::from_hours(24 * i64::from(retention.days(self.kind())));
        self.since().checked_add(kept).is_ok_and(|end| end <= now)
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, Retention, SignedDuration, Status, Timestamp};
    use crate::dossier::{Dossier, tests::begun};

    fn dossier() -> Dossier {
        begun(None)
    }

    fn day(number: i64) -> Timestamp {
        dossier().created + SignedDuration::from_hours(24 * number)
    }

    #[test]
    fn a_reply_that_left_and_a_draft_that_did_not_have_limits_of_their_own() {
        let retention = Retention::default();
        let sent = |at: i64| dossier().sent(day(at));
        let edited = |at: i64| {
            let mut one = dossier();
            one.revisions[0].at = day(at);
            one
        };
        let asked = |at: i64| {
            let one = dossier();
            let by = one.current().author.clone();
            one.asked(by, "Kari Nordby", day(at))
        };
        let bare = |status| Dossier { status, ..dossier() };
        for (one, now, due) in [
            (bare(Status::Sent), 29, false),
            (bare(Status::Sent), 30, true),
            (sent(0), 30, true),
            (bare(Status::Drafted), 30, false),
            (bare(Status::Drafted), 90, true),
            (bare(Status::SendAllowed), 89, false),
            (bare(Status::SendAllowed), 90, true),
            (edited(50), 139, false),
            (edited(50), 140, true),
            (asked(60), 149, false),
            (asked(60), 150, true),
            // The clock went back when it was edited, or is behind now.
            (edited(-4000), 89, false),
            (bare(Status::Sent), -4000, false),
            (edited(4000), 90, false),
        ] {
            assert_eq!(one.is_due(&retention, day(now)), due, "{:?} on day {now}", one.status);
        }
        assert_eq!((bare(Status::Sent).kind(), bare(Status::Approved).kind()), (Kind::Answered, Kind::Unsent));
    }
}
