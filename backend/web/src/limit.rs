//! Guesses at the gate, sign-ins begun and drafts under way are counted (gjettevern): whoever asks for too many is told to wait.
//!
//! Counted here and not by a crate: what is a guess is known only after the answer, and the limiters of others take a place before it.

use std::{
    collections::HashMap,
    net::{IpAddr, Ipv6Addr},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};
use vocabulary::PersonId;

/// Unknown references one address may ask for in a minute, and sign-ins it may begin; a whole town hall may sit behind one address.
const PER_MINUTE: u32 = 120;
/// Addresses remembered at a time.
const REMEMBERED: usize = 10_000;
/// Drafts that one person may have under way at a time: a hand can open so many mails before the first is answered.
const AT_ONCE: usize = 4;

/// Counts per address and minute.
#[derive(Debug, Default)]
pub(crate) struct Guesses {
    counted: Mutex<HashMap<IpAddr, (Instant, u32)>>,
}

impl Guesses {
    /// Whether this address has used up its minute.
    pub(crate) fn is_spent(&self, from: IpAddr) -> bool {
        let counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        counted
            .get(&line(from))
            .is_some_and(|(since, count)| since.elapsed() < Duration::from_secs(60) && *count >= PER_MINUTE)
    }

    /// Counts one.
    pub(crate) fn count(&self, from: IpAddr) {
        let mut counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        if counted.len() >= REMEMBERED {
            counted.retain(|_, (since, _)| since.elapsed() < Duration::from_secs(60));
        }
        let entry = counted.entry(line(from)).or_insert((Instant::now(), 0));
        if entry.0.elapsed() >= Duration::from_secs(60) {
            *entry = (Instant::now(), 0);
        }
        entry.1 += 1;
    }
}

/// The address as whoever has it cannot change it at will: of IPv6 the first half, for the other is the subscriber's own.
fn line(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() >> 64 << 64).into(),
        address => address,
    }
}

/// What each person has under way.
#[derive(Debug, Default)]
pub(crate) struct AtOnce {
    under_way: Mutex<HashMap<PersonId, usize>>,
}

impl AtOnce {
    /// A place, given back when it is dropped; none for whoever has taken them all.
    pub(crate) fn enter(self: &Arc<Self>, person: &PersonId) -> Option<Place> {
        let mut under_way = self.held();
        let count = under_way.entry(person.clone()).or_default();
        if *count >= AT_ONCE {
            return None;
        }
        *count += 1;
        Some(Place { of: self.clone(), person: person.clone() })
    }

    fn held(&self) -> MutexGuard<'_, HashMap<PersonId, usize>> {
        self.under_way.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One place that is taken.
#[derive(Debug)]
pub(crate) struct Place {
    of: Arc<AtOnce>,
    person: PersonId,
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut under_way = self.of.held();
        let left = under_way.get(&self.person).map_or(0, |count| count.saturating_sub(1));
        if left == 0 {
            under_way.remove(&self.person);
        } else {
            under_way.insert(self.person.clone(), left);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{AT_ONCE, AtOnce, Guesses, PER_MINUTE, line};
    use std::{net::IpAddr, sync::Arc};
    use vocabulary::PersonId;

    #[test]
    fn a_guesser_is_told_to_wait_and_others_are_not() {
        let (guesses, guesser, other) = (Guesses::default(), [10, 0, 0, 1].into(), [10, 0, 0, 2].into());
        for _ in 0..PER_MINUTE {
            assert!(!guesses.is_spent(guesser));
            guesses.count(guesser);
        }
        assert!(guesses.is_spent(guesser));
        assert!(!guesses.is_spent(other));
    }

    #[test]
    fn a_subscriber_has_one_line() {
        for (address, expected) in [
            ("192.0.2.7", "192.0.2.7"),
            ("::ffff:192.0.2.7", "192.0.2.7"),
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
            ("2001:db8:1:2::ffff", "2001:db8:1:2::"),
        ] {
            let address: IpAddr = address.parse().unwrap();
            assert_eq!(line(address).to_string(), expected);
        }
    }

    #[test]
    fn a_person_has_so_many_places_and_gets_them_back() {
        let (at_once, kari, ola) = (Arc::new(AtOnce::default()), PersonId::new("kari"), PersonId::new("ola"));
        let mut taken: Vec<_> = (0..AT_ONCE).map(|_| at_once.enter(&kari).unwrap()).collect();
        assert!(at_once.enter(&kari).is_none() && at_once.enter(&ola).is_some());
        taken.pop();
        assert!(at_once.enter(&kari).is_some());
        drop(taken);
        assert!(at_once.held().is_empty());
    }
}
