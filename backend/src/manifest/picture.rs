//! The pictures (ikoner): our own, and how large a PNG really is.

/// Our pictures by the last part of their address; the first six are served too.
pub(super) const PICTURES: [(&str, &[u8]); 7] = [
    ("icon-16.png", include_bytes!("../../../manifest/icon/icon-16.png")),
    ("icon-32.png", include_bytes!("../../../manifest/icon/icon-32.png")),
    ("icon-64.png", include_bytes!("../../../manifest/icon/icon-64.png")),
    ("icon-80.png", include_bytes!("../../../manifest/icon/icon-80.png")),
    ("icon-128.png", include_bytes!("../../../manifest/icon/icon-128.png")),
    (COLOR, include_bytes!("../../../manifest/icon/icon-192.png")),
    (OUTLINE, include_bytes!("../../../manifest/icon/icon-outline.png")),
];
/// The large picture in the package of the unified manifest.
pub(super) const COLOR: &str = "color.png";
/// The white one on nothing.
pub(super) const OUTLINE: &str = "outline.png";

/// Width and height of a PNG, from its first chunk; `None` where these are no bytes of one.
pub(super) fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let rest = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR")?;
    let number = |at: usize| Some(u32::from_be_bytes(rest.get(at..at + 4)?.try_into().ok()?));
    Some((number(0)?, number(4)?))
}

#[cfg(test)]
mod tests {
    use super::{PICTURES, size};

    #[test]
    fn our_pictures_are_as_large_as_their_names_say() {
        for (name, bytes) in PICTURES {
            let digits: String = name.chars().filter(char::is_ascii_digit).collect();
            let wanted = digits.parse().unwrap_or(if name == "color.png" { 192 } else { 32 });
            assert_eq!(size(bytes), Some((wanted, wanted)), "{name}");
        }
        assert_eq!(size(b"\x89PNG\r\n\x1a\n"), None);
        assert_eq!(size(b"GIF89a"), None);
    }
}
