//! What is refused at the door (avvisninger), told in log and figures: a reason in words of the program, and never so often that it fills the disk.
//!
//! Who knocks need not be anybody, and a line a knock would let anybody write the log. So each kind of line has so many a minute; the next one
//! says how many were left out, and the figures count them all.

use crate::{Metrics, limit::MINUTE};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Instant,
};

/// Lines a minute for each reason to refuse.
const REFUSALS: u32 = 60;
/// Lines a minute for each outcome of what anybody may ask.
const ANSWERS: u32 = 120;

/// How often each kind of line was written lately; the kinds are words of the program, so there are only so many.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    written: Mutex<HashMap<[&'static str; 2], Minute>>,
}

#[derive(Debug)]
struct Minute {
    since: Instant,
    lines: u32,
    left_out: u64,
}

/// A line that may be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// How many of its kind were left out before it.
    pub(crate) left_out: Option<u64>,
}

impl Lines {
    /// Leave to write one more line of a kind, `most` a minute.
    pub(crate) fn leave(&self, kind: [&'static str; 2], most: u32) -> Option<Line> {
        let mut written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        let fresh = || Minute { since: Instant::now(), lines: 0, left_out: 0 };
        let minute = written.entry(kind).or_insert_with(fresh);
        if minute.since.elapsed() >= MINUTE {
            *minute = Minute { left_out: minute.left_out, ..fresh() };
        }
        if minute.lines >= most {
            minute.left_out += 1;
            return None;
        }
        minute.lines += 1;
        let left_out = std::mem::take(&mut minute.left_out);
        Some(Line { left_out: (left_out > 0).then_some(left_out) })
    }
}

/// The door of one server.
#[derive(Debug)]
pub(crate) struct Door {
    lines: Lines,
    metrics: Arc<Metrics>,
}

impl Door {
    pub(crate) fn new(metrics: Arc<Metrics>) -> Self {
        Self { lines: Lines::default(), metrics }
    }

    /// Somebody was refused for this reason; `why` is a fixed sentence or empty, and never what came. The span of the request says which
    /// operation it was, and the id under which problem and header name it.
    pub(crate) fn refused(&self, reason: &'static str, why: &str) {
        self.metrics.refused(reason);
        if let Some(Line { left_out }) = self.lines.leave(["refused", reason], REFUSALS) {
            tracing::warn!(reason, why, left_out, "refused at the door");
        }
    }

    /// Leave for the line of an answer to somebody who need not be anybody.
    pub(crate) fn answered(&self, operation: &'static str, outcome: &'static str) -> Option<Line> {
        self.lines.leave([operation, outcome], ANSWERS)
    }
}

#[cfg(test)]
mod tests {
    use super::{Line, Lines};
    use std::time::Instant;

    #[test]
    fn a_kind_has_so_many_lines_and_the_next_says_how_many_were_left_out() {
        let lines = Lines::default();
        let kind = ["refused", "token"];
        let told: Vec<_> = (0..5).map(|_| lines.leave(kind, 2).is_some()).collect();
        assert_eq!(told, [true, true, false, false, false]);
        assert!(lines.leave(["refused", "role"], 2).is_some(), "another kind has its own");
        let minute_ago = Instant::now().checked_sub(super::MINUTE).expect("the machine has run for a minute");
        lines.written.lock().unwrap().get_mut(&kind).unwrap().since = minute_ago;
        assert_eq!(lines.leave(kind, 2), Some(Line { left_out: Some(3) }));
        assert_eq!(lines.leave(kind, 2), Some(Line { left_out: None }));
    }
}
