//! Whole pages and mails (prøver), as programs write them.

mod client;
