//! A memory with an end: things are kept under the SHA-256 of a secret, each until its time, and never more than so many.

use sha2::{Digest, Sha256};
use std::{
    collections::{BTreeSet, HashMap},
    sync::{Mutex, MutexGuard, PoisonError},
};

/// SHA-256 of what opens the place; the secret itself is not kept.
type Key = [u8; 32];

/// Things by secret.
pub(crate) struct Shelf<T> {
    places: Mutex<Places<T>>,
    most: usize,
}

struct Places<T> {
    things: HashMap<Key, (i64, T)>,
    ends: BTreeSet<(i64, Key)>,
}

impl<T: Clone> Shelf<T> {
    /// A shelf with room for `most` things, at least one.
    pub(crate) fn new(most: usize) -> Self {
        let places = Places { things: HashMap::new(), ends: BTreeSet::new() };
        Self { places: Mutex::new(places), most: most.max(1) }
    }

    /// Keeps `thing` until the second `until`; what ends first makes room when there is none.
    pub(crate) fn put(&self, secret: &str, until: i64, thing: T) {
        let key = key(secret);
        let mut places = self.places();
        places.remove(&key);
        while places.things.len() >= self.most {
            let Some((_, soonest)) = places.ends.first().copied() else { break };
            places.remove(&soonest);
        }
        places.ends.insert((until, key));
        places.things.insert(key, (until, thing));
    }

    /// What is kept, if its time is not up.
    pub(crate) fn look(&self, secret: &str, now: i64) -> Option<T> {
        let key = key(secret);
        let mut places = self.places();
        match places.things.get(&key) {
            Some((until, thing)) if *until > now => Some(thing.clone()),
            Some(_) => {
                places.remove(&key);
                None
            }
            None => None,
        }
    }

    /// What is kept, and no longer.
    pub(crate) fn take(&self, secret: &str, now: i64) -> Option<T> {
        let (until, thing) = self.places().remove(&key(secret))?;
        (until > now).then_some(thing)
    }

    /// What is kept of those that `is` picks and whose time is not up, the one nearest its end first.
    pub(crate) fn all(&self, now: i64, is: impl Fn(&T) -> bool) -> Vec<T> {
        let places = self.places();
        let kept = places.ends.iter().filter(|(until, _)| *until > now);
        let things = kept.filter_map(|(_, key)| places.things.get(key).map(|(_, thing)| thing));
        things.filter(|thing| is(thing)).cloned().collect()
    }

    /// Lets go of all but `most` of those that `is` picks, the one nearest its end first; gives what went.
    pub(crate) fn thin(&self, most: usize, is: impl Fn(&T) -> bool) -> Vec<T> {
        let mut places = self.places();
        let picked = |(_, key): &&(i64, Key)| places.things.get(key).is_some_and(|(_, thing)| is(thing));
        let keys: Vec<Key> = places.ends.iter().filter(picked).map(|(_, key)| *key).collect();
        let gone = keys.len().saturating_sub(most);
        keys[..gone].iter().filter_map(|key| places.remove(key)).map(|(_, thing)| thing).collect()
    }

    fn places(&self) -> MutexGuard<'_, Places<T>> {
        self.places.lock().unwrap_or_else(PoisonError::into_inner)
    }

    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.places().things.len()
    }
}

impl<T> Places<T> {
    fn remove(&mut self, key: &Key) -> Option<(i64, T)> {
        let (until, thing) = self.things.remove(key)?;
        self.ends.remove(&(until, *key));
        Some((until, thing))
    }
}

fn key(secret: &str) -> Key {
    Sha256::digest(secret.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::Shelf;

    #[test]
    fn a_thing_is_kept_until_its_second_and_no_longer() {
        let shelf = Shelf::new(2);
        shelf.put("a", 10, 'a');
        assert_eq!((shelf.look("a", 9), shelf.look("b", 9), shelf.look("a", 10)), (Some('a'), None, None));
        assert_eq!(shelf.len(), 0);
    }

    #[test]
    fn what_is_taken_is_gone() {
        let shelf = Shelf::new(2);
        shelf.put("a", 10, 'a');
        shelf.put("late", 10, 'l');
        assert_eq!((shelf.take("a", 1), shelf.take("a", 1), shelf.take("late", 10)), (Some('a'), None, None));
    }

    #[test]
    fn of_those_that_are_picked_so_many_are_left() {
        let shelf = Shelf::new(8);
        for (secret, until, thing) in [("a", 30, 1), ("b", 20, 1), ("c", 10, 2), ("d", 40, 1)] {
            shelf.put(secret, until, thing);
        }
        assert_eq!(shelf.thin(1, |thing| *thing == 1), [1, 1]);
        assert_eq!((shelf.look("d", 0), shelf.look("c", 0), shelf.len()), (Some(1), Some(2), 2));
    }

    #[test]
    fn those_that_are_picked_can_be_seen_until_their_time() {
        let shelf = Shelf::new(8);
        for (secret, until, thing) in [("a", 30, 1), ("b", 20, 3), ("c", 10, 5), ("d", 40, 2)] {
            shelf.put(secret, until, thing);
        }
        assert_eq!((shelf.all(10, |thing| thing % 2 == 1), shelf.len()), (vec![3, 1], 4));
    }

    #[test]
    fn the_thing_nearest_its_end_makes_room() {
        let shelf = Shelf::new(2);
        for (secret, until) in [("a", 30), ("b", 20), ("c", 40), ("c", 50)] {
            shelf.put(secret, until, secret.len());
        }
        assert_eq!((shelf.len(), shelf.look("b", 0), shelf.look("a", 0)), (2, None, Some(1)));
    }
}
