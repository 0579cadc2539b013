//! What a file is (format): told by its bytes; its media type and then its name decide only between kinds of text.

use crate::office::{Opened, open};
use domain::port::{Said, Unreadable};

/// Bytes in which a mark may stand after rubbish, as in many PDFs.
const HEAD: usize = 1024;

/// What is read.
#[derive(Debug)]
pub(crate) enum Kind<'b> {
    Pdf,
    Package(Opened<'b>),
    Html,
    Mail,
    Plain,
}

/// First bytes of what is not read.
const MARKS: &[(&[u8], Unreadable)] = &[
    (b"\x89PNG\r\n", Unreadable::Image),
    (b"\xff\xd8\xff", Unreadable::Image),
    (b"GIF87a", Unreadable::Image),
    (b"GIF89a", Unreadable::Image),
    (b"II*\0", Unreadable::Image),
    (b"MM\0*", Unreadable::Image),
    (b"8BPS", Unreadable::Image),
    (b"\0\0\x01\0", Unreadable::Image),
    (b"ID3", Unreadable::Media),
    (b"OggS", Unreadable::Media),
    (b"fLaC", Unreadable::Media),
    (b"\x1a\x45\xdf\xa3", Unreadable::Media),
    (b"7z\xbc\xaf\x27\x1c", Unreadable::Archive),
    (b"Rar!\x1a\x07", Unreadable::Archive),
    (b"\x1f\x8b", Unreadable::Archive),
    (b"BZh", Unreadable::Archive),
    (b"\xfd7zXZ", Unreadable::Archive),
    (b"MZ", Unreadable::Unknown),
    (b"\x7fELF", Unreadable::Unknown),
    (b"{\\rtf", Unreadable::OldOffice),
];

/// What these bytes are.
pub(crate) fn of<'b>(bytes: &'b [u8], said: Said<'_>) -> Result<Kind<'b>, Unreadable> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Unreadable::Empty);
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return open(bytes).map(Kind::Package);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Err(compound(bytes));
    }
    if let Some((_, reason)) = MARKS.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        return Err(*reason);
    }
    if let Some(reason) = boxed(head) {
        return Err(reason);
    }
    if has(head, b"%PDF-") {
        return Ok(Kind::Pdf);
    }
    text(bytes, said)
}

fn has(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// Kinds whose mark stands behind a length: WebP, WAV and AVI, bitmaps, and the family of MP4 with HEIC and AVIF.
fn boxed(head: &[u8]) -> Option<Unreadable> {
    let at = |from: usize| head.get(from..from + 4);
    match (at(0), at(4), at(8)) {
        (Some(b"RIFF"), _, Some(b"WEBP")) => Some(Unreadable::Image),
        (Some(b"RIFF"), _, Some(b"WAVE" | b"AVI ")) => Some(Unreadable::Media),
        (_, Some(b"ftyp"), Some(b"heic" | b"heix" | b"mif1" | b"avif")) => Some(Unreadable::Image),
        (_, Some(b"ftyp"), _) => Some(Unreadable::Media),
        (Some([b'B', b'M', ..]), Some([_, _, 0, 0]), _) => Some(Unreadable::Image),
        _ => None,
    }
}

/// A compound file: a locked DOCX, a mail of Outlook, or Office from before 2007. Its names are UTF-16.
fn compound(bytes: &[u8]) -> Unreadable {
    let named = |name: &str| has(bytes, &name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>());
    if named("EncryptedPackage") {
        Unreadable::Encrypted
    } else if named("__substg1.0_") || named("__properties_version1.0") {
        Unreadable::OutlookFile
    } else {
        Unreadable::OldOffice
    }
}

/// Which text: a page, a mail, or plain; bytes that nobody types are none.
fn text<'b>(bytes: &'b [u8], said: Said<'_>) -> Result<Kind<'b>, Unreadable> {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Ok(if is_page(&widened(bytes)) { Kind::Html } else { Kind::Plain });
    }
    let odd = bytes.iter().filter(|byte| matches!(byte, 0..=8 | 11 | 14..=26 | 28..=31 | 127)).count();
    if bytes.contains(&0) || odd * 100 > bytes.len() {
        return Err(Unreadable::Unknown);
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    if is_vector(head) {
        return Err(Unreadable::Image);
    }
    let media = said.media.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let ending = said.name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    Ok(match (media.as_str(), ending.as_str()) {
        _ if is_page(head) => Kind::Html,
        ("text/html" | "application/xhtml+xml", _) => Kind::Html,
        ("message/rfc822", _) => Kind::Mail,
        ("text/plain", _) => Kind::Plain,
        _ if is_mail(head) => Kind::Mail,
        (_, "html" | "htm" | "xhtml") => Kind::Html,
        (_, "eml") => Kind::Mail,
        _ => Kind::Plain,
    })
}

/// UTF-16 with every second byte left out, which is enough to see a tag.
fn widened(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().take(2 * HEAD).copied().filter(|byte| !matches!(byte, 0 | 0xfe | 0xff)).collect()
}

fn begins(head: &[u8]) -> String {
    let text = String::from_utf8_lossy(head).to_ascii_lowercase();
    text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}').to_owned()
}

fn is_page(head: &[u8]) -> bool {
    let text = begins(head);
    text.starts_with("<!doctype html") || text.starts_with("<html") || (text.starts_with('<') && text.contains("<html"))
}

fn is_vector(head: &[u8]) -> bool {
    let text = begins(head);
    text.starts_with("<svg") || (text.starts_with("<?xml") && text.contains("<svg") && !text.contains("<html"))
}

/// Two header lines of a mail at the very beginning.
fn is_mail(head: &[u8]) -> bool {
    const NAMES: [&str; 12] = [
        "from",
        "to",
        "cc",
        "subject",
        "date",
        "message-id",
        "received",
        "return-path",
        "mime-version",
        "reply-to",
        "delivered-to",
        "content-type",
    ];
    let text = String::from_utf8_lossy(head);
    let mut lines = text.lines().filter(|line| !line.starts_with([' ', '\t']));
    let mut header = || {
        lines.next().is_some_and(|line| {
            let name = line.split_once(':').map(|(name, _)| name.to_ascii_lowercase()).unwrap_or_default();
            NAMES.contains(&name.as_str()) || (name.starts_with("x-") && !name.contains(' '))
        })
    };
    header() && header()
}
