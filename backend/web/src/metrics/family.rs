//! One family of figures (måltallsfamilie), and how Prometheus reads it (text exposition format 0.0.4).

use std::{
    collections::BTreeMap,
    fmt::Write,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

/// The values of labels are words of the program: nothing that came with a request lives as long as `'static`.
pub(super) type Words<const N: usize> = [&'static str; N];

/// Upper bounds in seconds, from a row of the store to a model that writes.
const BOUNDS: [f64; 15] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0];

/// Name, help and labels.
#[derive(Debug)]
struct Head<const N: usize> {
    name: &'static str,
    help: &'static str,
    labels: Words<N>,
}

impl<const N: usize> Head<N> {
    fn write(&self, kind: &str, out: &mut String) {
        let Self { name, help, .. } = self;
        let _ = writeln!(out, "# HELP {name} {help}\n# TYPE {name} {kind}");
    }

    fn pairs(&self, words: &Words<N>) -> String {
        let pairs = self.labels.iter().zip(words).map(|(label, word)| format!("{label}=\"{word}\""));
        pairs.collect::<Vec<_>>().join(",")
    }
}

/// Things that are counted.
#[derive(Debug)]
pub(super) struct Counter<const N: usize> {
    head: Head<N>,
    counted: Mutex<BTreeMap<Words<N>, u64>>,
}

impl<const N: usize> Counter<N> {
    pub(super) fn new(name: &'static str, help: &'static str, labels: Words<N>) -> Self {
        Self { head: Head { name, help, labels }, counted: Mutex::default() }
    }

    pub(super) fn add(&self, words: Words<N>) {
        *held(&self.counted).entry(words).or_default() += 1;
    }

    pub(super) fn write(&self, out: &mut String) {
        self.head.write("counter", out);
        for (words, count) in held(&self.counted).iter() {
            let _ = writeln!(out, "{}{{{}}} {count}", self.head.name, self.head.pairs(words));
        }
    }
}

/// Times that are taken.
#[derive(Debug)]
pub(super) struct Histogram<const N: usize> {
    head: Head<N>,
    taken: Mutex<BTreeMap<Words<N>, Times>>,
}

/// How many stayed under each bound, how many there were, and their sum.
#[derive(Debug, Default)]
struct Times {
    under: [u64; BOUNDS.len()],
    count: u64,
    sum: f64,
}

impl<const N: usize> Histogram<N> {
    pub(super) fn new(name: &'static str, help: &'static str, labels: Words<N>) -> Self {
        Self { head: Head { name, help, labels }, taken: Mutex::default() }
    }

    pub(super) fn take(&self, words: Words<N>, time: Duration) {
        let seconds = time.as_secs_f64();
        let mut taken = held(&self.taken);
        let times = taken.entry(words).or_default();
        for (under, _) in times.under.iter_mut().zip(BOUNDS).filter(|(_, bound)| seconds <= *bound) {
            *under += 1;
        }
        times.count += 1;
        times.sum += seconds;
    }

    pub(super) fn write(&self, out: &mut String) {
        self.head.write("histogram", out);
        for (words, times) in held(&self.taken).iter() {
            self.write_times(&self.head.pairs(words), times, out);
        }
    }

    fn write_times(&self, pairs: &str, times: &Times, out: &mut String) {
        let (name, Times { under, count, sum }) = (self.head.name, times);
        let comma = if pairs.is_empty() { "" } else { "," };
        for (under, bound) in under.iter().zip(BOUNDS) {
            let _ = writeln!(out, "{name}_bucket{{{pairs}{comma}le=\"{bound}\"}} {under}");
        }
        let _ = writeln!(out, "{name}_bucket{{{pairs}{comma}le=\"+Inf\"}} {count}");
        let _ = writeln!(out, "{name}_sum{{{pairs}}} {sum}\n{name}_count{{{pairs}}} {count}");
    }
}

fn held<T>(kept: &Mutex<T>) -> MutexGuard<'_, T> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::{Counter, Histogram};
    use std::time::Duration;

    #[test]
    fn a_counter_counts_each_set_of_words() {
        let counter = Counter::new("x_total", "X.", ["a", "b"]);
        counter.add(["1", "2"]);
        counter.add(["1", "2"]);
        counter.add(["1", "3"]);
        let mut out = String::new();
        counter.write(&mut out);
        assert_eq!(
            out,
            "# HELP x_total X.\n# TYPE x_total counter\nx_total{a=\"1\",b=\"2\"} 2\nx_total{a=\"1\",b=\"3\"} 1\n"
        );
    }

    #[test]
    fn a_histogram_counts_upwards() {
        let histogram = Histogram::new("y_seconds", "Y.", []);
        for time in [1, 6, 90_000] {
            histogram.take([], Duration::from_millis(time));
        }
        let mut out = String::new();
        histogram.write(&mut out);
        for line in [
            "# TYPE y_seconds histogram",
            "y_seconds_bucket{le=\"0.001\"} 1",
            "y_seconds_bucket{le=\"0.005\"} 1",
            "y_seconds_bucket{le=\"0.01\"} 2",
            "y_seconds_bucket{le=\"60\"} 2",
            "y_seconds_bucket{le=\"+Inf\"} 3",
            "y_seconds_sum{} 90.007",
            "y_seconds_count{} 3",
        ] {
            assert!(out.lines().any(|told| told == line), "{line} is not in {out}");
        }
    }
}
