//! Numbers every request, so that an answer that comes too late is known and dropped.

use super::Desk;

/// What a request is for; a newer request of the same kind makes the older one worthless.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// Who is at the screen.
    Me,
    /// What is shown on a desk.
    Work(Desk),
    /// The check of a text in the editor.
    Check(Desk),
    /// The list of drafts that wait.
    Queue,
    /// The log of a draft.
    Log,
    /// A quiet look at how things stand.
    Watch,
    /// The mail on the screen has changed; wait until it stays.
    Settle,
    /// The signature of who is at the screen.
    Signature,
}

impl Slot {
    const COUNT: usize = 10;

    fn place(self) -> usize {
        match self {
            Self::Me => 0,
            Self::Work(Desk::Reply) => 1,
            Self::Work(Desk::Review) => 2,
            Self::Check(Desk::Reply) => 3,
            Self::Check(Desk::Review) => 4,
            Self::Queue => 5,
            Self::Log => 6,
            Self::Watch => 7,
            Self::Settle => 8,
            Self::Signature => 9,
        }
    }
}

/// The number of one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ticket {
    /// What it is for.
    pub slot: Slot,
    number: u32,
}

/// The latest number of each kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Requests([u32; Slot::COUNT]);

impl Requests {
    /// The ticket of a new request; all earlier ones of the kind are void.
    pub fn next(&mut self, slot: Slot) -> Ticket {
        let latest = &mut self.0[slot.place()];
        *latest = latest.wrapping_add(1);
        Ticket { slot, number: *latest }
    }

    /// Whatever has been asked, no answer counts any more.
    pub fn void(&mut self) {
        self.0 = self.0.map(|latest| latest.wrapping_add(1));
    }

    /// Whether nothing newer has been asked.
    #[must_use]
    pub fn holds(&self, ticket: Ticket) -> bool {
        self.0[ticket.slot.place()] == ticket.number
    }
}

#[cfg(test)]
mod tests {
    use super::{Desk, Requests, Slot};

    #[test]
    fn only_the_latest_answer_of_a_kind_counts() {
        let mut requests = Requests::default();
        let first = requests.next(Slot::Work(Desk::Reply));
        let other = requests.next(Slot::Queue);
        let second = requests.next(Slot::Work(Desk::Reply));
        assert!(!requests.holds(first) && requests.holds(second) && requests.holds(other));
        requests.void();
        assert!(!requests.holds(second) && !requests.holds(other));
    }
}
