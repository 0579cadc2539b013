//! A table of text (CSV): its characters, its separator and its rows, each with the line it begins on.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use std::borrow::Cow;

/// Bytes of a table at most.
pub(super) const LARGEST: u64 = 2 * 1024 * 1024 * 1024;
/// Characters of a field at most.
pub(super) const FIELD: usize = 1_000_000;
/// Fields of a row at most.
const FIELDS: usize = 200;

/// What is wrong with a table, and where: line, column from 1, remedy.
pub(super) type Fault = (usize, usize, &'static str);

/// The text of bytes and what they were read as; the line of what no known encoding has.
pub(super) fn decoded(bytes: &[u8]) -> Result<(Cow<'_, str>, &'static str), Fault> {
    let strict =
        |encoding: &'static Encoding, bytes| encoding.decode_without_bom_handling_and_without_replacement(bytes);
    let (text, called) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (strict(encoding, &bytes[length..]), encoding.name()),
        None if std::str::from_utf8(bytes).is_ok() => (strict(UTF_8, bytes), "UTF-8"),
        None if bytes.contains(&0) => (None, ""),
        // Five places of Windows-1252 mean nothing; a file that has one is something else, and is not guessed at.
        None if bytes.iter().any(|byte| [0x81, 0x8d, 0x8f, 0x90, 0x9d].contains(byte)) => (None, ""),
        None => (strict(WINDOWS_1252, bytes), "Windows-1252"),
    };
    match text {
        Some(text) => match text.find('\0') {
            Some(at) => Err((line_at(&text, at), 0, "there is a zero byte here; export the table again as text")),
            None => Ok((text, called)),
        },
        None => {
            let at = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
            let line = 1 + bytes[..at].iter().filter(|byte| **byte == b'\n').count();
            Err((line, 0, "the characters are neither UTF-8 nor Windows-1252; save the table as UTF-8"))
        }
    }
}

fn line_at(text: &str, at: usize) -> usize {
    1 + text.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count()
}

/// What separates the fields: the one that the first row has most of, outside of quotes.
pub(super) fn separator(text: &str) -> char {
    let mut quoted = false;
    let mut counts = [(';', 0), ('\t', 0), (',', 0)];
    for c in text.chars().take_while(|c| *c != '\n') {
        quoted ^= c == '"';
        for (sign, count) in &mut counts {
            *count += usize::from(!quoted && c == *sign);
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or_default();
    counts.iter().find(|(_, count)| *count == most).map_or(';', |(sign, _)| *sign)
}

/// The rows of a text one after another.
pub(super) struct Rows<'a> {
    rest: &'a str,
    separator: char,
    line: usize,
}

impl<'a> Rows<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self { rest: text, separator: separator(text), line: 1 }
    }

    /// One field, and what stands behind it: the separator, the end of the row, or the end of all.
    fn field(&mut self) -> Result<(Cow<'a, str>, Option<char>), &'static str> {
        if let Some(inside) = self.rest.strip_prefix('"') {
            return self.quoted(inside);
        }
        let end = self.rest.find([self.separator, '\n']).unwrap_or(self.rest.len());
        let field = &self.rest[..end];
        self.behind(end).map(|behind| (Cow::Borrowed(field.trim_end_matches('\r').trim()), behind))
    }

    fn quoted(&mut self, inside: &'a str) -> Result<(Cow<'a, str>, Option<char>), &'static str> {
        let (mut from, mut doubled) = (0, false);
        loop {
            let Some(at) = inside[from..].find('"').map(|at| from + at) else {
                return Err("the quotation mark that begins here is never closed; close it");
            };
            if inside[at + 1..].starts_with('"') {
                (from, doubled) = (at + 2, true);
                continue;
            }
            let field = &inside[..at];
            self.line += field.bytes().filter(|byte| *byte == b'\n').count();
            self.rest = inside[at + 1..].trim_start_matches([' ', '\r']);
            let text = if doubled { Cow::Owned(field.replace("\"\"", "\"")) } else { Cow::Borrowed(field) };
            return self.behind(0).map(|behind| (text, behind));
        }
    }

    fn behind(&mut self, end: usize) -> Result<Option<char>, &'static str> {
        let mut rest = self.rest[end..].chars();
        let behind = rest.next();
        match behind {
            Some(c) if c == self.separator || c == '\n' => {}
            None => {}
            Some(_) => return Err("there is text after the closing quotation mark; double the marks within a field"),
        }
        self.rest = rest.as_str();
        Ok(behind)
    }

    fn row(&mut self) -> Result<Vec<Cow<'a, str>>, (usize, &'static str)> {
        let mut fields = Vec::new();
        loop {
            let (field, behind) = self.field().map_err(|why| (fields.len() + 1, why))?;
            if field.len() > FIELD {
                return Err((fields.len() + 1, "the field is longer than 1 000 000 characters; shorten it"));
            }
            fields.push(field);
            if fields.len() > FIELDS {
                return Err((0, "the row has more than 200 columns; leave out what is not asked for"));
            }
            match behind {
                Some('\n') => {
                    self.line += 1;
                    return Ok(fields);
                }
                None => return Ok(fields),
                Some(_) => {}
            }
        }
    }
}

impl<'a> Iterator for Rows<'a> {
    type Item = (usize, Result<Vec<Cow<'a, str>>, Fault>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if self.rest.is_empty() {
                return None;
            }
            let begun = self.line;
            match self.row() {
                Ok(fields) if fields.iter().all(|field| field.is_empty()) => {}
                Ok(fields) => return Some((begun, Ok(fields))),
                Err((column, why)) => {
                    // The rest of the row means nothing now; the next line is a row again.
                    let end = self.rest.find('\n').map_or(self.rest.len(), |end| end + 1);
                    self.line += self.rest[..end].matches('\n').count();
                    self.rest = &self.rest[end..];
                    return Some((begun, Err((begun, column, why))));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Rows, decoded};

    #[test]
    fn rows_are_read_with_their_lines_and_separators() {
        for (text, rows) in [
            ("a;b\n1;2\n", vec![(1, "a|b"), (2, "1|2")]),
            ("a,b\r\n\"x, \"\"y\"\"\",2", vec![(1, "a|b"), (2, "x, \"y\"|2")]),
            ("a\tb\n\n\"to\nlinjer\"\t2\nsist\t\n", vec![(1, "a|b"), (3, "to\nlinjer|2"), (5, "sist|")]),
            ("a;b\n\"x\"y;2\n3;4\n", vec![(1, "a|b"), (2, "!1"), (3, "3|4")]),
            ("a;b\n1;\"x\n3;4\n", vec![(1, "a|b"), (2, "!2"), (3, "3|4")]),
        ] {
            let read: Vec<(usize, String)> = Rows::of(text)
                .map(|(line, row)| {
                    (line, row.map_or_else(|(_, column, _)| format!("!{column}"), |fields| fields.join("|")))
                })
                .collect();
            let rows: Vec<_> = rows.into_iter().map(|(line, row)| (line, row.to_owned())).collect();
            assert_eq!(read, rows, "{text:?}");
        }
    }

    #[test]
    fn characters_are_recognised_or_refused_never_guessed() {
        for (bytes, read) in [
            (&b"\xef\xbb\xbfs\xc3\xb8knad"[..], Ok(("søknad", "UTF-8"))),
            (b"s\xc3\xb8knad", Ok(("søknad", "UTF-8"))),
            (b"s\xf8knad \x96 \x80", Ok(("søknad – €", "Windows-1252"))),
            (b"\xff\xfes\x00\xf8\x00", Ok(("sø", "UTF-16LE"))),
            (b"a\ns\xf8k\x81", Err(2)),
            (b"a\nb\x00c", Err(2)),
            (b"\xf8\x00", Err(1)),
        ] {
            let got = decoded(bytes).map(|(text, called)| (text.into_owned(), called)).map_err(|fault| fault.0);
            assert_eq!(got, read.map(|(text, called)| (text.to_owned(), called)), "{bytes:?}");
        }
    }
}
