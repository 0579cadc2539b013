//! When a reading is tried again: after what the server asked for, within bounds, with a little chance so that not all come back at once.

use jiff::{SignedDuration, Timestamp, fmt::rfc2822};
use std::time::Duration;

/// How patient we are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// Tries in all; one is none again.
    pub tries: u32,
    /// The first wait when the server names none; doubled each time.
    pub first: Duration,
    /// The longest wait; a server that asks for more gets no second try.
    pub longest: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { tries: 4, first: Duration::from_millis(400), longest: Duration::from_secs(10) }
    }
}

impl Patience {
    /// How long to wait before the next try, if there is one. `tried` counts from 1; `asked` is the `Retry-After` header, in
    /// seconds or as an HTTP date (RFC 9110, 10.2.3); `jitter` of 255 is a quarter more.
    pub(crate) fn wait(&self, tried: u32, asked: Option<&str>, (now, jitter): (Timestamp, u8)) -> Option<Duration> {
        if tried >= self.tries {
            return None;
        }
        let wait = match asked {
            Some(text) => asked_for(text, now).unwrap_or(self.first),
            None => self.first.saturating_mul(1 << (tried - 1).min(16)),
        };
        (wait <= self.longest).then(|| wait + wait.mul_f64(f64::from(jitter) / 1020.0))
    }
}

fn asked_for(text: &str, now: Timestamp) -> Option<Duration> {
    let text = text.trim();
    if let Ok(seconds) = text.parse::<u64>() {
        return Some(Duration::from_secs(seconds));
    }
    let until = rfc2822::DateTimeParser::new().parse_timestamp(text).ok()?;
    let wait = until.duration_since(now).max(SignedDuration::ZERO);
    Duration::try_from(wait).ok()
}

#[cfg(test)]
mod tests {
    use super::Patience;
    use std::time::Duration;

    #[test]
    fn waits_are_what_was_asked_for_within_bounds() {
        let now = "2026-11-21T12:00:00Z".parse().unwrap();
        let patience = Patience { tries: 3, first: Duration::from_millis(100), longest: Duration::from_secs(5) };
        let table: &[(u32, Option<&str>, Option<u64>)] = &[
            (1, None, Some(100)),
            (2, None, Some(200)),
            (3, None, None),
            (1, Some("2"), Some(2000)),
            (1, Some(" 0 "), Some(0)),
            (1, Some("5"), Some(5000)),
            (1, Some("6"), None),
            (1, Some("18446744073709551615"), None),
            (1, Some("Sat, 21 Nov 2026 12:00:03 GMT"), Some(3000)),
            (1, Some("Sat, 21 Nov 2026 11:00:00 GMT"), Some(0)),
            (1, Some("Sat, 21 Nov 2026 13:00:00 GMT"), None),
            (1, Some("soon"), Some(100)),
            (1, Some("-3"), Some(100)),
            (3, Some("1"), None),
        ];
        for (tried, asked, expected) in table {
            let wait = patience.wait(*tried, *asked, (now, 0));
            assert_eq!(wait, expected.map(Duration::from_millis), "{tried} {asked:?}");
        }
        assert_eq!(patience.wait(1, Some("4"), (now, 255)), Some(Duration::from_secs(5)));
    }
}
