//! A reply that the server itself sends (sending fra panelet): what has been done so far, kept before each step is taken.
//!
//! The mail server makes a draft, is told what stands in it, and is ordered to send it. Its draft can be sent once only, so an order that
//! got no answer may be given again for the same draft, and for no other: from the first order on no second draft is ever made.

use super::Dossier;
use crate::person::Person;
use jiff::{SignedDuration, Timestamp};
use vocabulary::{MailId, PersonId, Status};

/// Minutes that one who is at it may take; who died at it is known by that.
const LEASE: SignedDuration = SignedDuration::from_mins(4);
/// Seconds from an order until it may be given again: the mail server may still be at the first.
const SETTLES: SignedDuration = SignedDuration::from_secs(30);

/// Minutes after which an order that the mail server did not take by then is not taken any more.
const OVER: SignedDuration = SignedDuration::from_mins(30);

/// How far a sending has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sending {
    /// Who pressed.
    pub by: PersonId,
    /// Their name.
    pub by_name: String,
    /// When.
    pub at: Timestamp,
    /// Until when somebody is at it.
    pub held_until: Option<Timestamp>,
    /// The mail server's draft, once it is made.
    pub mail: Option<MailId>,
    /// When the mail server was last ordered to send it.
    pub ordered: Option<Timestamp>,
    /// When it is known to have taken the order.
    pub accepted: Option<Timestamp>,
}

impl Sending {
    /// Somebody begins.
    #[must_use]
    pub fn begun(by: &Person, now: Timestamp) -> Self {
        let held_until = now.checked_add(LEASE).ok();
        Self {
            by: by.id.clone(),
            by_name: by.name.clone(),
            at: now,
            held_until,
            mail: None,
            ordered: None,
            accepted: None,
        }
    }

    /// Somebody goes on with it.
    #[must_use]
    pub fn taken_up(self, now: Timestamp) -> Self {
        Self { held_until: now.checked_add(LEASE).ok(), ..self }
    }

    /// The mail server's draft is made.
    #[must_use]
    pub fn drafted(self, mail: MailId) -> Self {
        Self { mail: Some(mail), ..self }
    }

    /// The order is about to be given.
    #[must_use]
    pub fn ordered(self, now: Timestamp) -> Self {
        Self { ordered: Some(now), ..self }
    }

    /// The order was taken.
    #[must_use]
    pub fn accepted(self, now: Timestamp) -> Self {
        Self { accepted: Some(now), held_until: None, ..self }
    }

    /// Nobody is at it any more; whether it left is not known.
    #[must_use]
    pub fn let_go(self) -> Self {
        Self { held_until: None, ..self }
    }

    /// Whether somebody is at it.
    #[must_use]
    pub fn is_held(&self, now: Timestamp) -> bool {
        self.held_until.is_some_and(|until| now < until)
    }

    /// Whether the order may be given (again) now.
    #[must_use]
    pub fn may_order(&self, now: Timestamp) -> bool {
        let settled = |at: Timestamp| now.duration_since(at) >= SETTLES;
        self.accepted.is_none() && self.ordered.is_none_or(settled)
    }

    /// Whether an order was given so long ago that it is not taken any more, where it has not been by now.
    #[must_use]
    pub fn is_over(&self, now: Timestamp) -> bool {
        self.accepted.is_none() && self.ordered.is_some_and(|at| now.duration_since(at) >= OVER)
    }

    /// Whether a mail may have left by it: nothing else may be done with the draft then.
    #[must_use]
    pub fn may_have_left(&self) -> bool {
        self.ordered.is_some()
    }

    /// Whether nobody knows if it left.
    #[must_use]
    pub fn is_unsure(&self) -> bool {
        self.ordered.is_some() && self.accepted.is_none()
    }
}

impl Dossier {
    /// The same, so far with its sending; once the mail server has taken the order, it stands as let through.
    #[must_use]
    pub fn sending(self, sending: Option<Sending>) -> Self {
        let is_accepted = sending.as_ref().is_some_and(|sending| sending.accepted.is_some());
        let status = if is_accepted && self.status == Status::Released { Status::SendAllowed } else { self.status };
        Self { sending, status, ..self }
    }

    /// Whether the server is sending it now, or has, as far as anybody knows.
    #[must_use]
    pub fn is_on_its_way(&self, now: Timestamp) -> bool {
        let sending = self.sending.as_ref().filter(|_| self.status != Status::Sent);
        sending.is_some_and(|sending| sending.may_have_left() || sending.is_held(now))
    }
}

#[cfg(test)]
mod tests {
    use super::Sending;
    use crate::person::Person;
    use jiff::{SignedDuration, Timestamp};
    use vocabulary::{MailId, PersonId, TenantId};

    #[test]
    fn an_order_is_given_again_only_when_the_first_has_settled_and_was_not_taken() {
        let now = Timestamp::UNIX_EPOCH;
        let at = |seconds| now + SignedDuration::from_secs(seconds);
        let person = Person {
            tenant: TenantId::new("t"),
            id: PersonId::new("kari"),
            name: "Kari".into(),
            address: String::new(),
            roles: vec![],
            groups: vec![],
        };
        let begun = Sending::begun(&person, now);
        assert!(begun.is_held(at(200)) && !begun.is_held(at(300)) && begun.may_order(now) && !begun.may_have_left());
        let ordered = begun.drafted(MailId::new("m")).ordered(now);
        for (seconds, may) in [(0, false), (29, false), (30, true), (3600, true)] {
            assert_eq!(ordered.may_order(at(seconds)), may, "{seconds}");
        }
        assert!(!ordered.is_over(at(1799)) && ordered.is_over(at(1800)));
        assert!(ordered.is_unsure() && ordered.may_have_left() && !ordered.clone().let_go().is_held(now));
        let accepted = ordered.accepted(at(1));
        assert!(!accepted.may_order(at(3600)) && !accepted.is_unsure() && !accepted.is_held(at(2)));
    }
}
