//! Mails as data.
