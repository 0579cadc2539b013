//! The text of a document's file (dokumenttekst): plain text, HTML and mail; what else there is has no text yet, and is counted.

use super::table;
use domain::port::Reader;

/// Bytes of a file whose text is read.
pub(super) const LARGEST: u64 = 32 * 1024 * 1024;
/// Characters of a document's text that are kept.
const LONGEST: usize = 2_000_000;

/// The text of a file by its name and bytes; none where its kind has none that is read here.
pub(super) fn text(reader: &dyn Reader, name: &str, bytes: &[u8]) -> Option<String> {
    let end = name.rsplit('.').next().unwrap_or_default().to_lowercase();
    let decoded = || table::decoded(bytes).ok().map(|(text, _)| text.into_owned());
    let mut text = match end.as_str() {
        "txt" | "text" | "md" => decoded()?,
        "htm" | "html" | "xhtml" => reader.plain(&decoded()?).text,
        "eml" => reader.mail(bytes).ok()?.text,
        _ => return None,
    };
    text.truncate(text.floor_char_boundary(LONGEST));
    Some(text)
}

/// Whether files of this name have a text that is read.
pub(super) fn is_read(name: &str) -> bool {
    let end = name.rsplit('.').next().unwrap_or_default().to_lowercase();
    matches!(end.as_str(), "txt" | "text" | "md" | "htm" | "html" | "xhtml" | "eml")
}
