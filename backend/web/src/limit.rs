//! Guesses at the gate, sign-ins begun, calls of a person and drafts under way are counted (gjettevern): whoever asks for too many is told to wait.
//!
//! Counted here and not by a crate: what is a guess is known only after the answer, and the limiters of others take a place before it.

use std::{
    collections::HashMap,
    hash::Hash,
    net::{IpAddr, Ipv6Addr},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};
use vocabulary::PersonId;

/// What is counted is counted in minutes.
pub(crate) const MINUTE: Duration = Duration::from_secs(60);
/// Unknown references one address may ask for in a minute, and sign-ins it may begin; a whole town hall may sit behind one address.
const PER_MINUTE: u32 = 120;
/// Addresses and people remembered at a time.
const REMEMBERED: usize = 10_000;
/// Drafts that one person may have under way at a time: a hand can open so many mails before the first is answered.
const DRAFTS: usize = 4;

/// Counts for each of many, a minute at a time.
#[derive(Debug)]
struct PerMinute<K> {
    most: u32,
    counted: Mutex<HashMap<K, (Instant, u32)>>,
}

impl<K: Eq + Hash> PerMinute<K> {
    fn new(most: u32) -> Self {
        Self { most, counted: Mutex::default() }
    }

    fn is_spent(&self, key: &K) -> bool {
        self.held().get(key).is_some_and(|(since, count)| since.elapsed() < MINUTE && *count >= self.most)
    }

    fn count(&self, key: K) {
        let mut counted = self.held();
        if counted.len() >= REMEMBERED {
            counted.retain(|_, (since, _)| since.elapsed() < MINUTE);
        }
        let entry = counted.entry(key).or_insert((Instant::now(), 0));
        if entry.0.elapsed() >= MINUTE {
            *entry = (Instant::now(), 0);
        }
        entry.1 += 1;
    }

    fn held(&self) -> MutexGuard<'_, HashMap<K, (Instant, u32)>> {
        self.counted.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Counts per address and minute.
#[derive(Debug)]
pub(crate) struct Guesses(PerMinute<IpAddr>);

impl Default for Guesses {
    fn default() -> Self {
        Self(PerMinute::new(PER_MINUTE))
    }
}

impl Guesses {
    /// Whether this address has used up its minute.
    pub(crate) fn is_spent(&self, from: IpAddr) -> bool {
        self.0.is_spent(&line(from))
    }

    /// Counts one.
    pub(crate) fn count(&self, from: IpAddr) {
        self.0.count(line(from));
    }
}

/// Calls of people who are signed in: so many a minute for each, and for all together.
#[derive(Debug)]
pub(crate) struct Paces {
    people: PerMinute<PersonId>,
    all: PerMinute<()>,
}

impl Paces {
    pub(crate) fn new(per_person: u32, per_tenant: u32) -> Self {
        Self { people: PerMinute::new(per_person), all: PerMinute::new(per_tenant) }
    }

    /// Counts a call, or names the limit that is spent. Whoever has spent their own takes nothing of what all have.
    pub(crate) fn take(&self, person: &PersonId) -> Result<(), &'static str> {
        if self.people.is_spent(person) {
            return Err("calls-of-the-person");
        }
        if self.all.is_spent(&()) {
            return Err("calls-of-the-tenant");
        }
        self.people.count(person.clone());
        self.all.count(());
        Ok(())
    }
}

/// The address as whoever has it cannot change it at will: of IPv6 the first half, for the other is the subscriber's own.
pub(crate) fn line(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() >> 64 << 64).into(),
        address => address,
    }
}

/// What each person, or address, has under way.
#[derive(Debug)]
pub(crate) struct AtOnce<K: Clone + Eq + Hash> {
    most: usize,
    under_way: Mutex<HashMap<K, usize>>,
}

/// The drafts that people have under way.
pub(crate) type Drafts = AtOnce<PersonId>;

impl Default for Drafts {
    fn default() -> Self {
        Self::new(DRAFTS)
    }
}

impl<K: Clone + Eq + Hash> AtOnce<K> {
    /// `most` at a time for each.
    pub(crate) fn new(most: usize) -> Self {
        Self { most, under_way: Mutex::default() }
    }

    /// A place, given back when it is dropped; none for whoever has taken them all.
    pub(crate) fn enter(self: &Arc<Self>, who: &K) -> Option<Place<K>> {
        let mut under_way = self.held();
        let count = under_way.entry(who.clone()).or_default();
        if *count >= self.most {
            return None;
        }
        *count += 1;
        Some(Place { of: self.clone(), who: who.clone() })
    }

    fn held(&self) -> MutexGuard<'_, HashMap<K, usize>> {
        self.under_way.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One place that is taken.
#[derive(Debug)]
pub(crate) struct Place<K: Clone + Eq + Hash> {
    of: Arc<AtOnce<K>>,
    who: K,
}

impl<K: Clone + Eq + Hash> Drop for Place<K> {
    fn drop(&mut self) {
        let mut under_way = self.of.held();
        let left = under_way.get(&self.who).map_or(0, |count| count.saturating_sub(1));
        if left == 0 {
            under_way.remove(&self.who);
        } else {
            under_way.insert(self.who.clone(), left);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{DRAFTS, Drafts, Guesses, PER_MINUTE, Paces, line};
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
    fn a_person_and_a_town_hall_have_so_many_calls_a_minute() {
        let [kari, ola, liv] = ["kari", "ola", "liv"].map(PersonId::new);
        let paces = Paces::new(2, 3);
        let calls = [&kari, &kari, &kari, &ola, &liv, &kari].map(|person| paces.take(person).err());
        let (own, all) = (Some("calls-of-the-person"), Some("calls-of-the-tenant"));
        assert_eq!(calls, [None, None, own, None, all, own]);
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
        let (at_once, kari, ola) = (Arc::new(Drafts::default()), PersonId::new("kari"), PersonId::new("ola"));
        let mut taken: Vec<_> = (0..DRAFTS).map(|_| at_once.enter(&kari).unwrap()).collect();
        assert!(at_once.enter(&kari).is_none() && at_once.enter(&ola).is_some());
        taken.pop();
        assert!(at_once.enter(&kari).is_some());
        drop(taken);
        assert!(at_once.held().is_empty());
    }
}
