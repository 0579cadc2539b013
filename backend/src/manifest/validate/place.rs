//! On which line a value of a JSON text begins (sted), by its pointer (RFC 6901, without the escapes, which our keys do not need).

use std::collections::BTreeMap;

/// The lines of all values.
pub(super) struct Places {
    lines: BTreeMap<String, usize>,
}

/// A walk over a text that is known to be JSON.
struct Walk<'a> {
    rest: std::iter::Peekable<std::str::Chars<'a>>,
    line: usize,
    lines: BTreeMap<String, usize>,
}

impl Places {
    /// Of a text that a JSON parser has read already: that bounds the depth, too.
    pub(super) fn of(text: &str) -> Self {
        let mut walk = Walk { rest: text.chars().peekable(), line: 1, lines: BTreeMap::new() };
        walk.value("");
        Self { lines: walk.lines }
    }

    /// The line of a value; of the nearest one around it where it is not there.
    pub(super) fn line(&self, pointer: &str) -> usize {
        let mut pointer = pointer;
        loop {
            match (self.lines.get(pointer), pointer.rsplit_once('/')) {
                (Some(line), _) => return *line,
                (None, Some((above, _))) => pointer = above,
                (None, None) => return 1,
            }
        }
    }
}

impl Walk<'_> {
    fn next(&mut self) -> Option<char> {
        let letter = self.rest.next();
        self.line += usize::from(letter == Some('\n'));
        letter
    }

    fn blanks(&mut self) {
        while self.rest.peek().is_some_and(|letter| letter.is_whitespace()) {
            self.next();
        }
    }

    fn value(&mut self, pointer: &str) {
        self.blanks();
        self.lines.insert(pointer.to_owned(), self.line);
        match self.rest.peek() {
            Some('{') => self.many('}', |walk, _| {
                let key = walk.string();
                walk.blanks();
                walk.next();
                walk.value(&format!("{pointer}/{key}"));
            }),
            Some('[') => self.many(']', |walk, place| walk.value(&format!("{pointer}/{place}"))),
            Some('"') => drop(self.string()),
            _ => {
                while self
                    .rest
                    .peek()
                    .is_some_and(|letter| !matches!(letter, ',' | ']' | '}') && !letter.is_whitespace())
                {
                    self.next();
                }
            }
        }
    }

    /// What stands between two brackets, with commas between.
    fn many(&mut self, end: char, mut each: impl FnMut(&mut Self, usize)) {
        self.next();
        for place in 0.. {
            self.blanks();
            match self.rest.peek().copied() {
                Some(letter) if letter != end => {
                    if letter == ',' {
                        self.next();
                    }
                }
                _ => {
                    self.next();
                    return;
                }
            }
            self.blanks();
            each(self, place);
        }
    }

    fn string(&mut self) -> String {
        let mut text = String::new();
        self.next();
        while let Some(letter) = self.next() {
            match letter {
                '"' => break,
                '\\' => text.extend(self.next()),
                other => text.push(other),
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::Places;

    #[test]
    fn every_value_has_its_line() {
        let text = "{\n \"a\": [1,\n  {\"b\\\"\": \"x,]}\"},\n  []\n ],\n \"c\": true\n}";
        assert!(serde_json::from_str::<serde_json::Value>(text).is_ok());
        let places = Places::of(text);
        for (pointer, line) in
            [("", 1), ("/a", 2), ("/a/0", 2), ("/a/1", 3), ("/a/1/b\"", 3), ("/a/2", 4), ("/c", 6), ("/a/9/x", 2)]
        {
            assert_eq!(places.line(pointer), line, "{pointer}");
        }
    }
}
