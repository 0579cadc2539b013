//! The text of a document's file (dokumenttekst): plain text, HTML and mail here, PDF and word processing by who reads documents.

use super::{House, table};
use domain::port::Unreadable;

/// Bytes of a file whose text is read.
pub(super) const LARGEST: u64 = 32 * 1024 * 1024;
/// Characters of a document's text that are kept.
const LONGEST: usize = 2_000_000;
/// Endings of what is read here.
const OWN: [&str; 7] = ["txt", "text", "md", "htm", "html", "xhtml", "eml"];
/// Endings of what is read elsewhere; what has another is tried too, and has its reason.
const ELSEWHERE: [&str; 3] = ["pdf", "docx", "odt"];

/// The text of a file by its name and bytes, or why it has none.
pub(super) fn text(house: &House<'_>, name: &str, bytes: &[u8]) -> Result<String, Unreadable> {
    let decoded = || table::decoded(bytes).map(|(text, _)| text.into_owned()).map_err(|_| Unreadable::Damaged);
    let mut text = match ending(name).as_str() {
        "txt" | "text" | "md" => decoded()?,
        "htm" | "html" | "xhtml" => house.reader.plain(&decoded()?).text,
        "eml" => house.reader.mail(bytes).map_err(|_| Unreadable::Damaged)?.text,
        _ => (house.documents)(bytes, name)?,
    };
    text.truncate(text.floor_char_boundary(LONGEST));
    if text.trim().is_empty() { Err(Unreadable::Empty) } else { Ok(text) }
}

/// Whether files of this name may have a text that is read.
pub(super) fn is_read(name: &str) -> bool {
    let end = ending(name);
    OWN.iter().chain(&ELSEWHERE).any(|known| *known == end)
}

fn ending(name: &str) -> String {
    name.rsplit('.').next().unwrap_or_default().trim().to_lowercase()
}
