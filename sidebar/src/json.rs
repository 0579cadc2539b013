//! Reads JSON into a tree, and writes it. Small on purpose: whole numbers only, no words about errors; the reader that serves everyone
//! costs the pane more than all its own screens.

/// Deepest nesting that is read.
const DEEPEST: u8 = 32;

/// The text is no JSON, or not of the shape asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Garbled;

/// One value.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is what JSON calls it")]
pub enum Json {
    Null,
    Bool(bool),
    Number(u64),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

static NULL: Json = Json::Null;

impl Json {
    /// What stands under a name; `Null` where nothing does.
    #[must_use]
    pub fn at(&self, name: &str) -> &Self {
        let Self::Object(fields) = self else { return &NULL };
        fields.iter().find(|(own, _)| own == name).map_or(&NULL, |(_, value)| value)
    }
}

/// Reads one value, and nothing after it.
///
/// # Errors
/// [`Garbled`].
pub fn parse(text: &str) -> Result<Json, Garbled> {
    let mut reader = Reader { bytes: text.as_bytes(), at: 0, depth: 0 };
    let value = reader.value()?;
    if reader.peek().is_some() { Err(Garbled) } else { Ok(value) }
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    depth: u8,
}

impl Reader<'_> {
    /// The next byte that is no blank.
    fn peek(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.bytes.get(self.at) {
            self.at += 1;
        }
        self.bytes.get(self.at).copied()
    }

    fn expect(&mut self, byte: u8) -> Result<(), Garbled> {
        if self.peek() != Some(byte) {
            return Err(Garbled);
        }
        self.at += 1;
        Ok(())
    }

    fn word(&mut self, word: &str) -> Result<(), Garbled> {
        if !self.bytes[self.at..].starts_with(word.as_bytes()) {
            return Err(Garbled);
        }
        self.at += word.len();
        Ok(())
    }

    fn next(&mut self) -> Result<u8, Garbled> {
        let byte = self.bytes.get(self.at).copied().ok_or(Garbled)?;
        self.at += 1;
        Ok(byte)
    }

    fn string(&mut self) -> Result<String, Garbled> {
        self.expect(b'"')?;
        let mut text = Vec::new();
        loop {
            match self.next()? {
                b'"' => return String::from_utf8(text).map_err(|_| Garbled),
                b'\\' => self.escaped(&mut text)?,
                0..0x20 => return Err(Garbled),
                byte => text.push(byte),
            }
        }
    }

    fn escaped(&mut self, text: &mut Vec<u8>) -> Result<(), Garbled> {
        let plain = match self.next()? {
            b'n' => b'\n',
            b't' => b'\t',
            b'r' => b'\r',
            b'b' => 8,
            b'f' => 12,
            byte @ (b'"' | b'\\' | b'/') => byte,
            b'u' => {
                let letter = self.scalar()?;
                text.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
                return Ok(());
            }
            _ => return Err(Garbled),
        };
        text.push(plain);
        Ok(())
    }

    /// Four hex digits, or two times four for what lies outside the first plane.
    fn scalar(&mut self) -> Result<char, Garbled> {
        let first = self.four()?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first).ok_or(Garbled);
        }
        self.word("\\u")?;
        let second = self.four()?.checked_sub(0xdc00).filter(|low| *low < 0x400).ok_or(Garbled)?;
        char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + second).ok_or(Garbled)
    }

    fn four(&mut self) -> Result<u32, Garbled> {
        let mut value = 0;
        for _ in 0..4 {
            value = value << 4 | char::from(self.next()?).to_digit(16).ok_or(Garbled)?;
        }
        Ok(value)
    }

    fn number(&mut self) -> Result<u64, Garbled> {
        let mut value: u64 = 0;
        let start = self.at;
        while let Some(digit @ b'0'..=b'9') = self.bytes.get(self.at) {
            value = value.checked_mul(10).and_then(|v| v.checked_add(u64::from(digit - b'0'))).ok_or(Garbled)?;
            self.at += 1;
        }
        if self.at == start { Err(Garbled) } else { Ok(value) }
    }

    fn value(&mut self) -> Result<Json, Garbled> {
        Ok(match self.peek().ok_or(Garbled)? {
            b'{' => Json::Object(self.elements(b'}', Self::field)?),
            b'[' => Json::List(self.elements(b']', Self::value)?),
            b'"' => Json::Text(self.string()?),
            b't' => self.word("true").map(|()| Json::Bool(true))?,
            b'f' => self.word("false").map(|()| Json::Bool(false))?,
            b'n' => self.word("null").map(|()| Json::Null)?,
            _ => Json::Number(self.number()?),
        })
    }

    fn field(&mut self) -> Result<(String, Json), Garbled> {
        let name = self.string()?;
        self.expect(b':')?;
        Ok((name, self.value()?))
    }

    /// The elements of a list or an object, up to its `end`.
    fn elements<T>(&mut self, end: u8, one: fn(&mut Self) -> Result<T, Garbled>) -> Result<Vec<T>, Garbled> {
        self.at += 1;
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Garbled);
        }
        let mut elements = Vec::new();
        while elements.is_empty() || self.peek() != Some(end) {
            if !elements.is_empty() {
                self.expect(b',')?;
            } else if self.peek() == Some(end) {
                break;
            }
            elements.push(one(self)?);
        }
        self.at += 1;
        self.depth -= 1;
        Ok(elements)
    }
}

/// Writes a text with its quotes.
pub fn quoted(text: &str, to: &mut String) {
    to.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => to.extend(['\\', letter]),
            '\n' => to.push_str("\\n"),
            '\0'..' ' => {
                let code = u32::from(letter);
                let digit = |half| char::from_digit(half, 16).unwrap_or('0');
                to.push_str("\\u00");
                to.extend([digit(code >> 4), digit(code & 15)]);
            }
            _ => to.push(letter),
        }
    }
    to.push('"');
}

#[cfg(test)]
mod tests {
    use super::{Json, parse, quoted};

    #[test]
    fn it_agrees_with_the_usual_reader_on_what_is_json() {
        for text in [
            "",
            "{",
            "{}",
            "[]",
            "[1,]",
            "[,1]",
            "[1 2]",
            "{\"a\":1,}",
            "{\"a\" 1}",
            "{,}",
            "nul",
            "null x",
            "\"a",
            "\"\\x\"",
            "\"\\ud83d\\ude00\"",
            "\"\\ud83dx\"",
            "\"\\u00e5\"",
            "\"\n\"",
            "[[],{}]",
            " [ true , false ] ",
            "-",
            "{\"a\":{\"b\":[1,2,{\"c\":null}]}}",
            "]",
            "[}",
            "{]",
        ] {
            let usual = serde_json::from_str::<serde_json::Value>(text).is_ok();
            assert_eq!(parse(text).is_ok(), usual, "{text:?}");
        }
        // What no shape of the contract holds is refused: deep nests, numbers with a sign, a point, or more than 64 bits.
        for text in ["[".repeat(100_000), "-1".to_owned(), "1.5".to_owned(), "9".repeat(23)] {
            assert!(parse(&text).is_err());
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        for text in ["", "Hei på deg", "\"\\/\n\r\t\u{1}\u{1f}", "😀 «1»"] {
            let mut written = String::new();
            quoted(text, &mut written);
            assert_eq!(parse(&written), Ok(Json::Text(text.to_owned())), "{written}");
            assert_eq!(serde_json::from_str::<String>(&written).ok().as_deref(), Some(text), "{written}");
        }
    }
}
