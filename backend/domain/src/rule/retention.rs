//! How long text is kept (oppbevaring): a limit in days for each kind of it, set by the house, within bounds that the law leaves.

use super::Invalid;

/// A kind of text, or of what was made of it, that has a limit of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A reply that has left, with the mail it answers: a working copy, for the letters themselves are journalled and lie in the mailbox
    /// (arkivlova; personvernforordningen art. 5 nr. 1 bokstav e).
    Answered,
    /// A draft that has not left, with the mail it would answer.
    Unsent,
    /// By which mail a person corrected the sorting: a keyed hash, and fingerprints of its words.
    Sorted,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Answered, Self::Unsent, Self::Sorted];

    /// Its name, as in the settings (`retention.answered`) and in the trail.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Unsent => "unsent",
            Self::Sorted => "sorted",
        }
    }

    /// Days that are shipped.
    #[must_use]
    pub const fn shipped(self) -> u32 {
        match self {
            Self::Answered => 30,
            Self::Unsent | Self::Sorted => 90,
        }
    }

    /// The fewest and the most days that a house may choose. A year is the end of any working copy; a word on what a mail is can be
    /// corrected for ninety days, and is needed for nothing else.
    #[must_use]
    pub const fn bounds(self) -> (u32, u32) {
        match self {
            Self::Answered => (1, 365),
            Self::Unsent => (7, 365),
            Self::Sorted => (1, Self::Sorted.shipped()),
        }
    }
}

/// Days that each kind is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retention {
    /// After the reply left.
    pub answered: u32,
    /// After anybody last wrote, asked or ruled.
    pub unsent: u32,
    /// After it was said.
    pub sorted: u32,
}

impl Default for Retention {
    fn default() -> Self {
        Self { answered: Kind::Answered.shipped(), unsent: Kind::Unsent.shipped(), sorted: Kind::Sorted.shipped() }
    }
}

impl Retention {
    /// Days of one kind.
    #[must_use]
    pub fn days(&self, kind: Kind) -> u32 {
        match kind {
            Kind::Answered => self.answered,
            Kind::Unsent => self.unsent,
            Kind::Sorted => self.sorted,
        }
    }

    /// The same, if every limit is within its bounds.
    ///
    /// # Errors
    /// [`Invalid::Retention`] with the first that is not.
    pub fn valid(self) -> Result<Self, Invalid> {
        let wrong = Kind::ALL.into_iter().find(|kind| {
            let (least, most) = kind.bounds();
            !(least..=most).contains(&self.days(*kind))
        });
        wrong.map_or(Ok(self), |kind| Err(Invalid::Retention { kind, days: self.days(kind) }))
    }
}

#[cfg(test)]
mod tests {
    use super::{Invalid, Kind, Retention};

    #[test]
    fn limits_have_bounds_and_none_is_endless() {
        let shipped = Retention::default();
        for (retention, wrong) in [
            (shipped, None),
            (Retention { answered: 1, unsent: 7, sorted: 1 }, None),
            (Retention { answered: 0, ..shipped }, Some(Kind::Answered)),
            (Retention { answered: 366, ..shipped }, Some(Kind::Answered)),
            (Retention { unsent: 6, ..shipped }, Some(Kind::Unsent)),
            (Retention { unsent: u32::MAX, ..shipped }, Some(Kind::Unsent)),
            (Retention { sorted: 91, ..shipped }, Some(Kind::Sorted)),
        ] {
            let refused = retention.valid().err();
            assert_eq!(
                refused,
                wrong.map(|kind| Invalid::Retention { kind, days: retention.days(kind) }),
                "{retention:?}"
            );
        }
    }
}
