//! The limits (grenser) that several floors share; each with what it protects.

/// Bytes of one mail that are read; above it the mail is refused with a sentence, never cut in silence.
pub const MAIL_BYTES: usize = 8 * 1024 * 1024;
/// Bytes of text in one mail that are understood; a person writes a hundredth of it. Above it the mail is refused with a sentence.
pub const TEXT_BYTES: usize = 512 * 1024;
/// Unicode scalars of one draft; a reply form takes 32 KB of HTML (`displayReplyAllFormAsync`).
pub const DRAFT_CHARS: usize = 12_000;
/// Bytes of HTML that `displayReplyAllFormAsync` takes.
pub const REPLY_HTML_BYTES: usize = 32 * 1024;
/// Bytes of one request to our own API; the gate posts a whole mail body.
pub const REQUEST_BYTES: usize = 2 * 1024 * 1024;
/// Messages of one conversation that are read.
pub const THREAD_MESSAGES: usize = 200;
/// Evidence items that one draft may cite.
pub const EVIDENCE_ITEMS: usize = 12;
/// Hours that a seal is good for.
pub const SEAL_HOURS: i64 = 24;
