//! Character references (tegnreferanser): `&aring;`, `&#229;`, `&#xE5;` (13.2.5.72 to 13.2.5.80).

use html5ever::data::{C1_REPLACEMENTS, NAMED_ENTITIES};
use std::borrow::Cow;

/// The longest name that needs no semicolon.
const BARE: usize = 6;
/// The longest name of all, with its semicolon.
const LONGEST: usize = 32;
/// For numbers that are no sign.
const NONE: char = '\u{fffd}';

/// The one or two signs that a reference stands for.
pub(super) struct Signs(char, Option<char>);

impl Signs {
    /// The signs as text.
    pub(super) fn encode<'b>(&self, buffer: &'b mut [u8; 8]) -> &'b str {
        let mut length = self.0.encode_utf8(buffer).len();
        if let Some(second) = self.1 {
            length += second.encode_utf8(&mut buffer[length..]).len();
        }
        std::str::from_utf8(&buffer[..length]).unwrap_or_default()
    }
}

/// A text with its references read.
pub(super) fn decoded(text: &str, in_attribute: bool) -> Cow<'_, str> {
    let Some(first) = text.find(['&', '\0']) else { return Cow::Borrowed(text) };
    let mut read = String::with_capacity(text.len());
    let (before, mut rest) = text.split_at(first);
    read.push_str(before);
    while let Some(sign) = rest.chars().next() {
        let mut length = sign.len_utf8();
        match (sign, self::read(rest, in_attribute)) {
            (_, Some((signs, whole))) => {
                read.push_str(signs.encode(&mut [0; 8]));
                length = whole;
            }
            ('\0', None) => read.push(NONE),
            (sign, None) => read.push(sign),
        }
        let end = rest[length..].find(['&', '\0']).map_or(rest.len(), |next| length + next);
        read.push_str(&rest[length..end]);
        rest = &rest[end..];
    }
    Cow::Owned(read)
}

/// The reference that a text begins with, and its length.
pub(super) fn read(text: &str, in_attribute: bool) -> Option<(Signs, usize)> {
    let rest = text.strip_prefix('&')?;
    match rest.strip_prefix('#') {
        Some(number) => numbered(number).map(|(sign, length)| (Signs(sign, None), 2 + length)),
        None => named(rest, in_attribute).map(|(signs, length)| (signs, 1 + length)),
    }
}

/// The longest name that the text begins with.
fn named(rest: &str, in_attribute: bool) -> Option<(Signs, usize)> {
    let bytes = rest.as_bytes();
    let run = bytes.iter().take(LONGEST).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let whole = (bytes.get(run) == Some(&b';')).then_some(run + 1);
    let (signs, length) = whole.into_iter().chain((2..=run.min(BARE)).rev()).find_map(|length| {
        let (first, second) = *NAMED_ENTITIES.get(&rest[..length])?;
        // The table also holds the beginnings of names, which stand for nothing.
        let sign = char::from_u32(first).filter(|sign| *sign != '\0')?;
        Some((Signs(sign, char::from_u32(second).filter(|sign| *sign != '\0')), length))
    })?;
    let goes_on = bytes.get(length).is_some_and(|next| *next == b'=' || next.is_ascii_alphanumeric());
    // Addresses hold what looks like a reference: `?a=1&copy=2`.
    let is_address = in_attribute && bytes[length - 1] != b';' && goes_on;
    (!is_address).then_some((signs, length))
}

/// The sign of a number, and the length with its semicolon.
fn numbered(rest: &str) -> Option<(char, usize)> {
    let (figures, radix, mark) = match rest.strip_prefix(['x', 'X']) {
        Some(figures) => (figures, 16, 1),
        None => (rest, 10, 0),
    };
    let length = figures.chars().take_while(|figure| figure.is_digit(radix)).count();
    let value = |number: u32, figure: char| (number * radix + figure.to_digit(radix).unwrap_or(0)).min(0x11_0000);
    let number = figures[..length].chars().fold(0, value);
    let end = mark + length + usize::from(figures[length..].starts_with(';'));
    (length > 0).then(|| (sign(number), end))
}

fn sign(number: u32) -> char {
    match number {
        0 => NONE,
        0x80..=0x9f => C1_REPLACEMENTS[(number - 0x80) as usize].or(char::from_u32(number)).unwrap_or(NONE),
        _ => char::from_u32(number).unwrap_or(NONE),
    }
}
