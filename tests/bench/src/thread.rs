//! How fast a mail is taken apart.

use crate::{median, say};
use domain::thread::quote;

/// Prints the figures.
pub(crate) fn run() {
    let line = "Hei, jeg lurer på om dere kan si meg når byggesaken min blir ferdig behandlet.\n";
    let mail = format!(
        "{line}\nDen 2. mars 2026 kl. 09:05 skrev Per Haug <per.haug@example.no>:\n{}",
        format!("> {line}").repeat(9_000)
    );
    say("thread", mail.len(), median(|| drop(quote::split(&mail))));
}
