//! Runs a target (kjøring): our own cases in a fixed order, each timed, the failing one named.

use crate::Pick;
use std::{
    env, panic,
    time::{Duration, Instant},
};

/// Longest time that one case may take in a development build; wide, because machines are shared.
const PATIENCE: Duration = Duration::from_secs(20);
/// Bytes of the largest case.
const LARGEST: usize = 600;

/// Whether `cargo bolero` runs or lists the targets.
#[must_use]
pub fn is_guided() -> bool {
    ["CARGO_BOLERO_SELECT", "BOLERO_TEST_NAME"].iter().any(|name| env::var_os(name).is_some())
}

/// Runs `body` for so many cases, or for as long as `FUZZ_SECONDS` says; `FUZZ_CASE` makes that one as small as it gets and runs it;
/// `FUZZ_SEED` makes all of them others.
pub fn seeded(name: &'static str, times: u64, body: fn(&mut Pick<'_>)) {
    let seed = number("FUZZ_SEED").unwrap_or_default();
    if let Some(case) = number("FUZZ_CASE") {
        let smallest = smallest(bytes(name, seed, case), body);
        return Case { name, seed, case }.run(&smallest, body);
    }
    let begun = Instant::now();
    let mut slowest = (Duration::ZERO, 0);
    let seconds = number("FUZZ_SECONDS").map(Duration::from_secs);
    let mut tried = 0;
    for case in 0.. {
        if seconds.map_or(case >= times, |seconds| begun.elapsed() > seconds) {
            break;
        }
        let at = Instant::now();
        Case { name, seed, case }.run(&bytes(name, seed, case), body);
        tried = case + 1;
        slowest = slowest.max((at.elapsed(), case));
    }
    let (took, (longest, which)) = (begun.elapsed(), slowest);
    let pace = u128::from(tried) * 1000 / took.as_millis().max(1);
    say(&format!("{name}: {tried} cases in {took:.1?}, {pace} a second; slowest {longest:.1?} (case {which})"));
    assert!(slowest.0 < PATIENCE, "{name}: case {} took {:?}", slowest.1, slowest.0);
}

fn number(name: &str) -> Option<u64> {
    env::var(name).ok().and_then(|value| value.parse().ok())
}

/// The bytes of one of our own cases.
fn bytes(name: &str, seed: u64, case: u64) -> Vec<u8> {
    let mut chance = Chance::of(name, seed, case);
    // Short cases are the many: they reach odd places sooner and are read more easily.
    let largest = 1 << (3 + case % 8);
    let length = usize::try_from(chance.next() % largest).unwrap_or_default().min(LARGEST);
    (0..=length).map(|_| chance.next().to_le_bytes()[3]).collect()
}

/// The same failure from fewer bytes, where leaving some out still fails.
fn smallest(mut bytes: Vec<u8>, body: fn(&mut Pick<'_>)) -> Vec<u8> {
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| ()));
    let fails = |bytes: &[u8]| panic::catch_unwind(|| body(&mut Pick::of(bytes))).is_err();
    let mut size = bytes.len();
    while size > 0 && fails(&bytes) {
        let mut at = 0;
        while at < bytes.len() {
            let without = [&bytes[..at], &bytes[bytes.len().min(at + size)..]].concat();
            if fails(&without) { bytes = without } else { at += size }
        }
        size /= 2;
    }
    panic::set_hook(hook);
    bytes
}

/// One of our own cases; says which it was where its test fails.
struct Case {
    name: &'static str,
    seed: u64,
    case: u64,
}

impl Case {
    fn run(self, bytes: &[u8], body: fn(&mut Pick<'_>)) {
        body(&mut Pick::of(bytes));
    }
}

impl Drop for Case {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let seed = if self.seed == 0 { String::new() } else { format!("FUZZ_SEED={} ", self.seed) };
            say(&format!("smaller: {seed}FUZZ_CASE={} cargo test -p fuzz {}", self.case, self.name));
        }
    }
}

#[expect(clippy::print_stderr, reason = "a test says which case failed and how long the slowest took")]
fn say(line: &str) {
    eprintln!("{line}");
}

/// Numbers (splitmix64) that are the same at every run for one target and case.
struct Chance(u64);

impl Chance {
    fn of(name: &str, seed: u64, case: u64) -> Self {
        let named = name
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
        // Seed 0 leaves the cases that every test run tries as they are.
        Self(named ^ case.wrapping_mul(0x2545_f491_4f6c_dd1d) ^ seed.wrapping_mul(0x9e6c_63d0_876a_68ee))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

#[cfg(test)]
mod tests {
    use super::Chance;

    #[test]
    fn a_case_is_the_same_at_every_run_and_another_for_another_target_or_seed() {
        let first = |name, seed, case| Chance::of(name, seed, case).next();
        assert_eq!(first("thread", 0, 7), first("thread", 0, 7));
        for (name, seed, case) in [("thread", 0, 8), ("scan", 0, 7), ("thread", 1, 7)] {
            assert_ne!(first("thread", 0, 7), first(name, seed, case));
        }
    }
}
