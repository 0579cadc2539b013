//! Reads JSON into the contract's shapes. Small on purpose: whole numbers only, objects for structs, no words about errors;
//! the reader that serves everyone costs the pane more than all its own screens.

use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error, Expected, IntoDeserializer, MapAccess, SeqAccess,
    Unexpected, Visitor,
};
use std::fmt;

/// Deepest nesting that is read.
const DEEPEST: u8 = 32;

/// The text is no JSON, or not of the shape asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Garbled;

impl fmt::Display for Garbled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("garbled")
    }
}

impl std::error::Error for Garbled {}

impl Error for Garbled {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
    fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self
    }
    fn invalid_value(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self
    }
    fn invalid_length(_: usize, _: &dyn Expected) -> Self {
        Self
    }
    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }
    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }
    fn missing_field(_: &'static str) -> Self {
        Self
    }
    fn duplicate_field(_: &'static str) -> Self {
        Self
    }
}

/// Reads one value, and nothing after it.
///
/// # Errors
/// [`Garbled`].
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, Garbled> {
    let mut reader = Reader { bytes: text.as_bytes(), at: 0, depth: 0 };
    let value = T::deserialize(&mut reader)?;
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

    fn deeper(&mut self) -> Result<(), Garbled> {
        self.at += 1;
        self.depth += 1;
        if self.depth > DEEPEST { Err(Garbled) } else { Ok(()) }
    }

    /// Stands before the next element of a list or an object that ends with `end`; `false` at its end.
    fn goes_on(&mut self, first: &mut bool, end: u8) -> Result<bool, Garbled> {
        if self.peek() == Some(end) && (*first || self.bytes[self.at - 1] != b',') {
            self.at += 1;
            self.depth -= 1;
            return Ok(false);
        }
        if !std::mem::take(first) {
            self.expect(b',')?;
        }
        Ok(true)
    }
}

impl<'de> Deserializer<'de> for &mut Reader<'_> {
    type Error = Garbled;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Garbled> {
        match self.peek().ok_or(Garbled)? {
            b'{' => {
                self.deeper()?;
                visitor.visit_map(Inside { reader: self, first: true })
            }
            b'[' => {
                self.deeper()?;
                visitor.visit_seq(Inside { reader: self, first: true })
            }
            b'"' => visitor.visit_string(self.string()?),
            b't' => self.word("true").and_then(|()| visitor.visit_bool(true)),
            b'f' => self.word("false").and_then(|()| visitor.visit_bool(false)),
            b'n' => self.word("null").and_then(|()| visitor.visit_unit()),
            _ => visitor.visit_u64(self.number()?),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Garbled> {
        if self.peek() != Some(b'{') {
            return Err(Garbled);
        }
        self.deeper()?;
        visitor.visit_map(Inside { reader: self, first: true })
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Garbled> {
        if self.peek() != Some(b'[') {
            return Err(Garbled);
        }
        self.deeper()?;
        visitor.visit_seq(Inside { reader: self, first: true })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, Garbled> {
        self.expect(b'[')?;
        self.depth += 1;
        let mut first = true;
        let value = visitor.visit_seq(Inside { reader: &mut *self, first: true })?;
        // A visitor of so many elements stops before it has seen the end.
        if length > 0 {
            first = false;
        }
        if self.goes_on(&mut first, b']')? { Err(Garbled) } else { Ok(value) }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Garbled> {
        if self.peek() == Some(b'n') {
            self.word("null")?;
            return visitor.visit_none();
        }
        visitor.visit_some(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Garbled> {
        visitor.visit_enum(self.string()?.into_deserializer())
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Garbled> {
        visitor.visit_string(self.string()?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Garbled> {
        self.deserialize_string(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Garbled> {
        visitor.visit_str(&self.string()?)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Garbled> {
        self.peek();
        visitor.visit_u64(self.number()?)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Garbled> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Garbled> {
        self.deserialize_u64(visitor)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u128 f32 f64 char bytes byte_buf unit unit_struct newtype_struct tuple_struct map ignored_any
    }
}

/// The elements of a list or an object.
struct Inside<'a, 'b> {
    reader: &'a mut Reader<'b>,
    first: bool,
}

impl<'de> SeqAccess<'de> for Inside<'_, '_> {
    type Error = Garbled;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Garbled> {
        if self.reader.goes_on(&mut self.first, b']')? {
            seed.deserialize(&mut *self.reader).map(Some)
        } else {
            Ok(None)
        }
    }
}

impl<'de> MapAccess<'de> for Inside<'_, '_> {
    type Error = Garbled;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Garbled> {
        if self.reader.goes_on(&mut self.first, b'}')? {
            seed.deserialize(&mut *self.reader).map(Some)
        } else {
            Ok(None)
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Garbled> {
        self.reader.expect(b':')?;
        seed.deserialize(&mut *self.reader)
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use contract::{
        Problem, Step,
        view::{Draft, GateAnswer, Sentence},
    };
    use serde::de::IgnoredAny;

    #[test]
    fn it_reads_what_the_server_writes() {
        let draft = crate::state::sample::draft("d\u{1}«1»\n\"\\😀", 3, vocabulary::Status::Drafted, &[]);
        assert_eq!(read::<Draft>(&serde_json::to_string_pretty(&draft).unwrap()).as_ref(), Ok(&draft));
        let mut problem = Problem::new(contract::Kind::Stale, "Ola endret først.");
        problem.trace = Some("7".to_owned());
        assert_eq!(read::<Problem>(&serde_json::to_string(&problem).unwrap()), Ok(problem));
        for step in [Step::Reading, Step::Read { mails: 3, questions: 2 }, Step::Written { text: "Hei".to_owned() }] {
            assert_eq!(read::<Step>(&serde_json::to_string(&step).unwrap()), Ok(step));
        }
        let sentence =
            read::<Sentence>(r#"{"span":[1,5],"citations":[2],"support":"no_claim","later":{"a":[null,true]}}"#);
        assert_eq!(sentence.map(|sentence| (sentence.span.start, sentence.citations)), Ok((1, vec![2])));
    }

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
            assert_eq!(read::<IgnoredAny>(text).is_ok(), usual, "{text:?}");
        }
        // What no shape of the contract holds is refused: deep nests, numbers with a sign, a point, or more than 64 bits.
        for text in ["[".repeat(100_000), "-1".to_owned(), "1.5".to_owned(), "9".repeat(23)] {
            assert!(read::<IgnoredAny>(&text).is_err());
        }
        assert!(read::<GateAnswer>("[\"allow\",\"\"]").is_err());
    }
}
