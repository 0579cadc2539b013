//! `cargo run --release -p bench -- thread|scan|search|journal|meaning|sort|ground|letter|document|trail|store`: figures of speed, printed and never asserted;
//! machines differ. With `--features gate` also `gate`, which needs the whole server and the town.

#![allow(clippy::print_stdout, reason = "figures are printed")]

#[cfg(feature = "gate")]
mod gate;
mod document;
mod ground;
mod journal;
mod letter;
mod meaning;
mod scan;
mod search;
mod sort;
mod store;
mod thread;
mod trail;

use std::{
    process::ExitCode,
    time::{Duration, Instant},
};

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        Some("thread") => thread::run(),
        Some("scan") => scan::run(),
        Some("search") => search::run(),
        Some("journal") => journal::run(),
        Some("meaning") => meaning::run(),
        Some("sort") => sort::run(),
        Some("ground") => ground::run(),
        Some("letter") => letter::run(),
        Some("document") => document::run(),
        Some("trail") => trail::run(),
        Some("store") => store::run(),
        #[cfg(feature = "gate")]
        Some("gate") => gate::run(),
        _ => {
            println!(
                "Which figure? thread, scan, search, journal, meaning, sort, ground, letter, document, trail, store or (--features gate) gate"
            );
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// The median time of seven runs.
fn median(mut work: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..7)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[times.len() / 2]
}

/// One line: what, how many bytes, how long, how many megabytes a second.
fn say(what: &str, bytes: usize, time: Duration) {
    let rate = bytes as f64 / time.as_secs_f64() / 1e6;
    println!("{what}: {bytes} bytes in {:.2} ms, {rate:.1} MB/s", time.as_secs_f64() * 1e3);
}
