//! Numbers of lists in DOCX (nummerering): they stand in no letter of the text, and letters refer to them («vilkår 2»).

use super::xml::{Element, Look, Visit};
use std::collections::HashMap;

/// What an item begins with that has no number.
pub(super) const ITEM: &str = "– ";
/// Bytes of what stands before an item; longer, it is none.
const LONGEST: usize = 40;
/// Levels of a list.
const LEVELS: usize = 9;

/// How the lists of a document are numbered.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// Kinds of lists by their id, and which kind a list is.
    kinds: HashMap<String, Vec<Level>>,
    lists: HashMap<String, String>,
    /// What is being read: a kind with its levels, or a list.
    kind: Option<(String, Vec<Level>)>,
    list: Option<String>,
}

#[derive(Clone, Debug, Default)]
struct Level {
    start: u32,
    format: String,
    /// As `%1.%2`.
    text: String,
}

impl Visit for Numbering {
    fn start(&mut self, name: &str, element: &Element<'_>) -> Look {
        let value = || element.of("val").unwrap_or_default();
        let level = self.kind.as_mut().and_then(|(_, levels)| levels.last_mut());
        match (name, level) {
            ("abstractNum", _) => self.kind = element.of("abstractNumId").map(|id| (id, Vec::new())),
            ("num", _) => self.list = element.of("numId"),
            ("abstractNumId", _) => self.lists.extend(self.list.clone().map(|list| (list, value()))),
            ("lvlOverride", _) => return Look::Past,
            ("lvl", _) => {
                if let Some((_, levels)) = self.kind.as_mut().filter(|(_, levels)| levels.len() < LEVELS) {
                    levels.push(Level { start: 1, ..Level::default() });
                }
            }
            ("start", Some(level)) => level.start = value().parse().unwrap_or(1),
            ("numFmt", Some(level)) => level.format = value(),
            ("lvlText", Some(level)) => level.text = value(),
            _ => {}
        }
        Look::Within
    }

    fn end(&mut self, name: &str) {
        match name {
            "abstractNum" => self.kinds.extend(self.kind.take()),
            "num" => self.list = None,
            _ => {}
        }
    }

    fn text(&mut self, _: &str) {}
}

/// How far each list has come.
#[derive(Debug, Default)]
pub(super) struct Counted(HashMap<String, Vec<u32>>);

impl Counted {
    /// What the next item of this list begins with.
    pub(super) fn next(&mut self, numbering: &Numbering, list: &str, level: usize) -> String {
        let kind = numbering.lists.get(list);
        let Some(levels) = kind.and_then(|kind| numbering.kinds.get(kind)) else { return ITEM.to_owned() };
        let Some(own) = levels.get(level) else { return ITEM.to_owned() };
        let counts = self.0.entry(list.to_owned()).or_default();
        counts.truncate(level + 1);
        while counts.len() < level {
            counts.push(levels.get(counts.len()).map_or(1, |above| above.start));
        }
        match counts.get_mut(level) {
            Some(count) => *count = count.saturating_add(1),
            None => counts.push(own.start),
        }
        if matches!(own.format.as_str(), "bullet" | "none" | "") || !own.text.contains('%') || own.text.len() > LONGEST
        {
            return ITEM.to_owned();
        }
        let mut text = own.text.clone();
        for (at, (count, level)) in counts.iter().zip(levels).enumerate() {
            text = text.replace(&format!("%{}", at + 1), &figure(*count, &level.format));
        }
        format!("{} ", text.trim())
    }
}

/// A number as its list writes it.
fn figure(number: u32, format: &str) -> String {
    let letter = |first: u8| {
        let at = u8::try_from(number.saturating_sub(1) % 26).unwrap_or_default();
        char::from(first + at).to_string().repeat((number.saturating_sub(1) / 26 + 1).min(3) as usize)
    };
    match format {
        "lowerLetter" => letter(b'a'),
        "upperLetter" => letter(b'A'),
        "lowerRoman" => roman(number),
        "upperRoman" => roman(number).to_uppercase(),
        "decimalZero" => format!("{number:02}"),
        _ => number.to_string(),
    }
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 9] =
        [(100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];
    if number > 399 {
        return number.to_string();
    }
    let mut rest = number;
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            text.push_str(sign);
            rest -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::figure;

    #[test]
    fn figures_are_written_as_their_list_writes_them() {
        for (number, format, is) in [
            (3, "decimal", "3"),
            (3, "lowerLetter", "c"),
            (28, "upperLetter", "BB"),
            (14, "lowerRoman", "xiv"),
            (4, "upperRoman", "IV"),
            (0, "lowerLetter", "a"),
            (u32::MAX, "lowerRoman", "4294967295"),
            (7, "decimalZero", "07"),
        ] {
            assert_eq!(figure(number, format), is, "{number} {format}");
        }
    }
}
