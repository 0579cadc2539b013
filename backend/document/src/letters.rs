//! Bytes as letters (tegnsett): what a mark at the beginning, the document itself or whoever holds it says; else UTF-8, else Windows-1252.

use domain::port::Unreadable;

/// Windows-1252 between 0x80 and 0x9f; elsewhere it is Unicode.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Bytes in which a page must say its letters.
const HEAD: usize = 1024;

/// The text in these bytes; `declares` says that a charset may stand in the text itself.
pub(crate) fn decoded(bytes: &[u8], media: &str, declares: bool) -> Result<String, Unreadable> {
    if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        return Ok(String::from_utf8_lossy(rest).into_owned());
    }
    if let Some(wide) = wide(bytes) {
        return Ok(wide);
    }
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    let named = charset(&media.to_ascii_lowercase()).or_else(|| declares.then(|| charset(&head)).flatten());
    // What is said may be wrong; bytes that are UTF-8 throughout are hardly ever something else.
    match (std::str::from_utf8(bytes), named.as_deref()) {
        (Ok(text), _) => Ok(text.to_owned()),
        (Err(_), Some("utf-8" | "utf8")) => Ok(String::from_utf8_lossy(bytes).into_owned()),
        (Err(_), None | Some("windows-1252" | "iso-8859-1" | "iso-8859-15" | "latin1" | "us-ascii")) => {
            Ok(bytes.iter().map(|byte| western(*byte)).collect())
        }
        (Err(_), Some(_)) => Err(Unreadable::Unknown),
    }
}

/// UTF-16 with its mark.
fn wide(bytes: &[u8]) -> Option<String> {
    let read: fn([u8; 2]) -> u16 = match bytes.get(..2)? {
        b"\xff\xfe" => u16::from_le_bytes,
        b"\xfe\xff" => u16::from_be_bytes,
        _ => return None,
    };
    let units = bytes[2..].chunks_exact(2).map(|pair| read([pair[0], pair[1]]));
    Some(char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect())
}

fn western(byte: u8) -> char {
    match byte {
        0x80..=0x9f => WINDOWS[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// The name after `charset=`.
fn charset(text: &str) -> Option<String> {
    let (_, rest) = text.split_once("charset=")?;
    let name =
        rest.trim_start_matches(['"', '\'', ' ']).split(|c: char| !(c.is_ascii_alphanumeric() || "-_".contains(c)));
    name.into_iter().next().filter(|name| !name.is_empty()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::decoded;
    use domain::port::Unreadable;

    #[test]
    fn letters_are_those_that_were_written() {
        for (bytes, media, is) in [
            (&b"s\xc3\xb8knad"[..], "", Ok("søknad")),
            (b"\xef\xbb\xbfs\xc3\xb8knad", "", Ok("søknad")),
            (b"s\xf8knad \x96 5 \x80", "", Ok("søknad – 5 €")),
            (b"s\xf8knad", "text/plain; charset=ISO-8859-1", Ok("søknad")),
            (b"\xff\xfes\0\xf8\0", "", Ok("sø")),
            (b"\xfe\xff\0s\0\xf8", "", Ok("sø")),
            (b"<meta charset='windows-1252'>\xe5", "", Ok("<meta charset='windows-1252'>å")),
            (b"<meta charset=koi8-r>\xe5", "", Err(Unreadable::Unknown)),
            (b"\xe5 \xff", "text/plain; charset=utf-8", Ok("\u{fffd} \u{fffd}")),
        ] {
            assert_eq!(decoded(bytes, media, true).as_deref(), is.as_ref().map(|text| *text), "{bytes:?}");
        }
    }
}
