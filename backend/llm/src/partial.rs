//! Reads a JSON answer while it is still being written, so that the words can be shown as they come.

/// The words of the `text` fields so far; tolerant, because only the finished answer counts.
#[derive(Debug, Default)]
pub(crate) struct Partial {
    text: String,
    key: String,
    string: bool,
    value: bool,
    escape: Escape,
}

#[derive(Debug, Default, PartialEq, Eq)]
enum Escape {
    #[default]
    None,
    Began,
    Unicode(String),
}

impl Partial {
    /// The words so far.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Reads on.
    pub(crate) fn push(&mut self, chunk: &str) {
        for c in chunk.chars() {
            if self.string { self.inside(c) } else { self.outside(c) }
        }
    }

    fn outside(&mut self, c: char) {
        match c {
            '"' => {
                self.string = true;
                if !self.value {
                    self.key.clear();
                } else if self.is_text() && !self.text.is_empty() && !self.text.ends_with(char::is_whitespace) {
                    self.text.push(' ');
                }
            }
            ':' => self.value = true,
            't' if self.value && self.key == "ends_paragraph" => {
                self.value = false;
                self.text.push_str("\n\n");
            }
            ',' | '{' | '}' | '[' | ']' => self.value = false,
            _ => {}
        }
    }

    fn inside(&mut self, c: char) {
        match (std::mem::take(&mut self.escape), c) {
            (Escape::None, '"') => {
                self.string = false;
                self.value = false;
            }
            (Escape::None, '\\') => self.escape = Escape::Began,
            (Escape::Began, 'u') => self.escape = Escape::Unicode(String::new()),
            (Escape::Began, 'n') => self.add('\n'),
            (Escape::Began, 't') => self.add(' '),
            (Escape::Unicode(mut hex), c) => {
                hex.push(c);
                if hex.len() < 4 {
                    self.escape = Escape::Unicode(hex);
                } else if let Some(c) = u32::from_str_radix(&hex, 16).ok().and_then(char::from_u32) {
                    // Half of a pair has no character of its own; the finished answer has it.
                    self.add(c);
                }
            }
            (_, c) => self.add(c),
        }
    }

    fn add(&mut self, c: char) {
        if self.value && self.is_text() {
            self.text.push(c);
        } else if !self.value && self.key.len() < 32 {
            self.key.push(c);
        }
    }

    fn is_text(&self) -> bool {
        self.key == "text"
    }
}

#[cfg(test)]
mod tests {
    use super::Partial;

    #[test]
    fn words_are_known_before_the_answer_is_whole() {
        for (json, text) in [
            (r#"{"parts":[{"text":"Gebyret er kr"#, "Gebyret er kr"),
            (
                r#"{"parts":[{"text":"A \"b\" \u00e5\nc","citations":[1],"ends_paragraph":true},{"text":"D"#,
                "A \"b\" å\nc\n\nD",
            ),
            (r#"{"parts":[{"text":"A.","citations":[],"ends_paragraph":false},{"text":"B."}]}"#, "A. B."),
            (r#"{"other":"x","parts":[]}"#, ""),
            ("```json\n{\"text\": \"A", "A"),
            ("I cannot help with that.", ""),
        ] {
            for size in [1, 5, 100] {
                let mut partial = Partial::default();
                let chars: Vec<_> = json.chars().collect();
                for chunk in chars.chunks(size) {
                    partial.push(&chunk.iter().collect::<String>());
                }
                assert_eq!(partial.text(), text, "{json}");
            }
        }
    }
}
