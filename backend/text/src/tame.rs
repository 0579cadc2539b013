//! A fence before the HTML tokenizer: it compares each attribute of a tag with all before it, so a tag with a hundred thousand
//! of them would take minutes; here no tag keeps more than a few hundred.

use std::borrow::Cow;

/// More than any real mail has.
const MOST: usize = 200;

/// Where in a tag we are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Text,
    Open,
    Name,
    Between,
    Attribute,
    BeforeValue,
    Bare,
    Quoted(u8),
}

/// The same HTML without the attributes beyond the first [`MOST`] of each tag. One pass; most mail comes back as it is.
pub(crate) fn tame(html: &str) -> Cow<'_, str> {
    let mut at = At::Text;
    let mut count = 0;
    let mut dropped: Vec<(usize, usize)> = Vec::new();
    let bytes = html.as_bytes();
    let mut place = 0;
    while place < bytes.len() {
        // Text and values are most of a page, and end at one sign.
        let wanted = match at {
            At::Text => Some(b'<'),
            At::Quoted(quote) if count <= MOST => Some(quote),
            _ => None,
        };
        if let Some(wanted) = wanted {
            let Some(skipped) = bytes[place..].iter().position(|byte| *byte == wanted) else { break };
            place += skipped;
        }
        let (before, byte) = (at, bytes[place]);
        at = next(at, byte);
        if at == At::Open {
            count = 0;
        }
        if before == At::Between && at == At::Attribute {
            count += 1;
        }
        let inside =
            matches!(at, At::Attribute | At::BeforeValue | At::Bare | At::Quoted(_)) || matches!(before, At::Quoted(_));
        if count > MOST && inside {
            match dropped.last_mut() {
                Some((_, end)) if *end == place => *end = place + 1,
                _ => dropped.push((place, place + 1)),
            }
        }
        place += 1;
    }
    if dropped.is_empty() { Cow::Borrowed(html) } else { Cow::Owned(without(html, &dropped)) }
}

/// The states of the HTML standard (13.2.5.6 to 13.2.5.39) as far as attributes need them.
fn next(at: At, byte: u8) -> At {
    let blank = matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0c | b'/');
    match (at, byte) {
        (At::Text, b'<') | (At::Open, b'<') => At::Open,
        (At::Open, b'/') => At::Open,
        (At::Open, letter) if letter.is_ascii_alphabetic() => At::Name,
        (At::Text | At::Open, _) => At::Text,
        (At::Quoted(quote), _) if byte != quote => at,
        (At::Quoted(_), _) => At::Between,
        (_, b'>') => At::Text,
        (At::BeforeValue, b'"' | b'\'') => At::Quoted(byte),
        (At::BeforeValue, _) if blank && byte != b'/' => At::BeforeValue,
        (At::BeforeValue, _) => At::Bare,
        (At::Bare, b'/') => At::Bare,
        (_, _) if blank => At::Between,
        (At::Attribute, b'=') => At::BeforeValue,
        (At::Between, _) => At::Attribute,
        (same, _) => same,
    }
}

fn without(html: &str, dropped: &[(usize, usize)]) -> String {
    let mut kept = String::with_capacity(html.len());
    let mut from = 0;
    for (start, end) in dropped {
        // Ranges begin and end beside ASCII, but a broken one must not stop the reading.
        kept.push_str(html.get(from..*start).unwrap_or_default());
        from = *end;
    }
    kept.push_str(html.get(from..).unwrap_or_default());
    kept
}

#[cfg(test)]
mod tests {
    use super::tame;

    #[test]
    fn only_a_flood_of_attributes_is_cut() {
        for html in ["<p class=a style=\"x: 'y>'\" hidden>Hei</p>", "a < b <c d='e' f>", "", "<", "æ<å ø=æ>"] {
            assert_eq!(tame(html), html);
        }
        let flood: String = (0..1000).map(|n| format!(" a{n}=\"ø{n}\"")).collect();
        let tamed = tame(&format!("<p{flood}>Hei</p><p id=x>")).into_owned();
        assert!(tamed.len() < 4000 && tamed.ends_with(">Hei</p><p id=x>"), "{tamed}");
    }
}
