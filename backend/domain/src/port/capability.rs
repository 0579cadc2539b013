//! What a case system can do (egenskaper): what it cannot is never an error; whoever asks looks first, and people are told.

/// Something a case system can do (egenskap).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Capability {
    /// Find a case by its number.
    Number,
    /// Find cases by an e-mail address.
    Address,
    /// Find cases by words of their titles.
    Words,
    /// Give the texts of a case's documents.
    Texts,
    /// Take a mail into its journal.
    Journal,
    /// Sign a mail off as answered.
    SignOff,
    /// Take a registration back.
    Undo,
    /// Give its code lists.
    Codes,
    /// Be asked in the person's own name, so that it shows what that person may see by its own rules.
    AsPerson,
    /// Search outside the case: articles, fees, law, and what was answered before.
    Precedents,
}

use Capability::{Address, AsPerson, Codes, Journal, Number, Precedents, SignOff, Texts, Undo, Words};

/// Each of them, in the order in which people are told.
const EACH: [Capability; 10] = [Number, Address, Words, Texts, Journal, SignOff, Undo, Codes, AsPerson, Precedents];

/// A set of capabilities.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Capabilities(u16);

impl Capabilities {
    /// These ones.
    #[must_use]
    pub fn of(some: &[Capability]) -> Self {
        Self(some.iter().fold(0, |set, one| set | bit(*one)))
    }

    /// Every one there is.
    #[must_use]
    pub fn all() -> Self {
        Self::of(&EACH)
    }

    /// The same and one more, where that is so.
    #[must_use]
    pub fn with(self, one: Capability, is_so: bool) -> Self {
        if is_so { Self(self.0 | bit(one)) } else { self }
    }

    /// Whether this one is among them.
    #[must_use]
    pub fn has(self, one: Capability) -> bool {
        self.0 & bit(one) != 0
    }

    /// What either can.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Each of them, in the order in which people are told.
    pub fn iter(self) -> impl Iterator<Item = Capability> {
        EACH.into_iter().filter(move |one| self.has(*one))
    }

    /// Each that is lacking.
    pub fn lacking(self) -> impl Iterator<Item = Capability> {
        EACH.into_iter().filter(move |one| !self.has(*one))
    }
}

fn bit(one: Capability) -> u16 {
    1 << one as u16
}

#[cfg(test)]
mod tests {
    use super::{Address, Capabilities, EACH, Number, Words};

    #[test]
    fn a_set_has_what_it_was_made_of_and_nothing_else() {
        for (some, has) in [(&[][..], &[][..]), (&[Words, Number, Words], &[Number, Words]), (&EACH, &EACH)] {
            let set = Capabilities::of(some);
            assert_eq!(set.iter().collect::<Vec<_>>(), has);
            assert_eq!(set.lacking().count(), EACH.len() - has.len());
            assert!(EACH.iter().all(|one| set.has(*one) == has.contains(one)), "{set:?}");
        }
        assert_eq!(Capabilities::all(), Capabilities::of(&EACH));
        let both = Capabilities::of(&[Number]).or(Capabilities::of(&[Words]));
        assert_eq!(both.with(Address, false), Capabilities::of(&[Number, Words]));
        assert_eq!(both.with(Address, true), Capabilities::of(&[Number, Address, Words]));
    }
}
