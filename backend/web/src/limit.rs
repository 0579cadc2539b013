//! Guesses at the gate and sign-ins begun are counted (gjettevern): whoever asks for too many in a minute is told to wait.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

/// Unknown references one address may ask for in a minute, and sign-ins it may begin; a whole town hall may sit behind one address.
const PER_MINUTE: u32 = 120;
/// Addresses remembered at a time.
const REMEMBERED: usize = 10_000;

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
            .get(&from)
            .is_some_and(|(since, count)| since.elapsed() < Duration::from_secs(60) && *count >= PER_MINUTE)
    }

    /// Counts one.
    pub(crate) fn count(&self, from: IpAddr) {
        let mut counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        if counted.len() >= REMEMBERED {
            counted.retain(|_, (since, _)| since.elapsed() < Duration::from_secs(60));
        }
        let entry = counted.entry(from).or_insert((Instant::now(), 0));
        if entry.0.elapsed() >= Duration::from_secs(60) {
            *entry = (Instant::now(), 0);
        }
        entry.1 += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::{Guesses, PER_MINUTE};

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
}
