//! Input as strict as its description (inndata): an object is an object, and `2.0` is the whole number that JSON Schema says it is.

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeOwned, Error, IntoDeserializer, MapAccess, Visitor, value::MapAccessDeserializer},
};
use std::{fmt, marker::PhantomData};
use vocabulary::{GateMode, Rating, sort::Class};

/// The largest whole number: above it, JSON's readers no longer tell neighbours apart (RFC 8259 § 6).
pub const MOST: u64 = 1 << 53;

/// A list of objects. What serde derives would also take a list of lists.
pub(crate) fn objects<'de, D: Deserializer<'de>, T: DeserializeOwned>(input: D) -> Result<Vec<T>, D::Error> {
    Ok(Vec::<Object<T>>::deserialize(input)?.into_iter().map(|object| object.0).collect())
}

/// A whole number, written with or without `.0`.
pub(crate) fn whole<'de, D: Deserializer<'de>, N: TryFrom<u64>>(input: D) -> Result<N, D::Error> {
    input.deserialize_any(Whole)?.try_into().map_err(|_| D::Error::custom("this number is too large"))
}

/// The same where it may be absent.
pub(crate) fn whole_if_any<'de, D: Deserializer<'de>>(input: D) -> Result<Option<u32>, D::Error> {
    #[derive(Deserialize)]
    struct Number(#[serde(deserialize_with = "whole")] u32);
    Ok(Option::<Number>::deserialize(input)?.map(|number| number.0))
}

/// A word of a list where it may be absent. What serde derives would also take an object with the word as its field.
pub(crate) fn word_if_any<'de, D: Deserializer<'de>, T: DeserializeOwned>(input: D) -> Result<Option<T>, D::Error> {
    let word = Option::<String>::deserialize(input)?;
    word.map(|word| T::deserialize(word.into_deserializer())).transpose()
}

/// The class of a mail, by its name. What serde derives would also take an object with the name as its field.
pub(crate) fn class<'de, D: Deserializer<'de>>(input: D) -> Result<Class, D::Error> {
    let name = String::deserialize(input)?;
    Class::named(&name).ok_or_else(|| D::Error::unknown_variant(&name, &Class::NAMES))
}

/// A word on a draft, by its name, likewise.
pub(crate) fn rating<'de, D: Deserializer<'de>>(input: D) -> Result<Rating, D::Error> {
    let name = String::deserialize(input)?;
    Rating::named(&name).ok_or_else(|| D::Error::unknown_variant(&name, &["good", "changed", "unusable"]))
}

/// How the gate works, by its name, likewise.
pub(crate) fn gate_mode<'de, D: Deserializer<'de>>(input: D) -> Result<GateMode, D::Error> {
    let name = String::deserialize(input)?;
    GateMode::named(&name).ok_or_else(|| D::Error::unknown_variant(&name, &["soft", "prompt", "off"]))
}

/// An input that is an object.
pub struct Object<T>(pub T);

impl<'de, T: DeserializeOwned> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        input.deserialize_map(Fields(PhantomData)).map(Self)
    }
}

struct Fields<T>(PhantomData<T>);

impl<'de, T: DeserializeOwned> Visitor<'de> for Fields<T> {
    type Value = T;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map))
    }
}

struct Whole;

impl Visitor<'_> for Whole {
    type Value = u64;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a whole number, 0 or more")
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<u64, E> {
        if number <= MOST { Ok(number) } else { Err(E::custom("this number is too large")) }
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "it is whole, not negative and in reach"
    )]
    fn visit_f64<E: Error>(self, number: f64) -> Result<u64, E> {
        if number.fract() == 0.0 && (0.0..=MOST as f64).contains(&number) {
            Ok(number as u64)
        } else {
            Err(E::invalid_value(serde::de::Unexpected::Float(number), &self))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Object;
    use crate::operation::{AttachedFile, ConfirmSend, ConfirmSort, KnowConversation, PrepareDraft, TakeOver};
    use serde::de::DeserializeOwned;
    use vocabulary::sort::Class;

    fn is_read<T: DeserializeOwned>(json: &str) -> bool {
        serde_json::from_str::<Object<T>>(json).is_ok()
    }

    #[test]
    fn an_object_is_an_object_and_a_whole_number_is_whole() {
        assert!(is_read::<KnowConversation>(r#"{"conversation":null,"reference":null}"#));
        assert!(!is_read::<KnowConversation>("[null,null]"));
        for (revision, fine) in [
            ("2", true),
            ("2.0", true),
            ("2.5", false),
            ("-1", false),
            ("4294967296", false),
            ("1e300", false),
            ("\"2\"", false),
        ] {
            assert_eq!(is_read::<TakeOver>(&format!(r#"{{"draft":"d","revision":{revision}}}"#)), fine, "{revision}");
        }
        let prepare = |more: &str| {
            let always =
                r#""mail":"m","conversation":"c","mailbox":null,"again":false,"case":null,"without_case":false"#;
            format!("{{{always},{more}}}")
        };
        for (more, fine) in [
            (r#""seen":null"#, true),
            (r#""seen":3"#, true),
            (r#""seen":3.0"#, true),
            (r#""seen":3.1"#, false),
            (r#""language":"nn","tone":"short""#, true),
            (r#""language":null,"tone":null"#, true),
            (r#""language":"fr""#, false),
            (r#""tone":"cosy""#, false),
            (r#""tone":{"short":null}"#, false),
        ] {
            assert_eq!(is_read::<PrepareDraft>(&prepare(more)), fine, "{more}");
        }
        let sort = |class: &str| format!(r#"{{"mail":"m","conversation":"c","class":{class}}}"#);
        for class in Class::ALL {
            let name = serde_json::to_string(&class).unwrap();
            assert!(name.contains(class.name()) && is_read::<ConfirmSort>(&sort(&name)), "{name}");
        }
        assert!([r#"{"question":null}"#, "\"burn\"", "0", "null"].iter().all(|it| !is_read::<ConfirmSort>(&sort(it))));
        let file = |file: &str| {
            format!(
                r#"{{"reference":null,"conversation":null,"from":"","to":[],"cc":[],"bcc":[],"subject":"","html":"","attachments":[{file}]}}"#
            )
        };
        assert!(is_read::<ConfirmSend>(&file(r#"{"name":"a","size":9.0,"sha256":null,"inline":false}"#)));
        assert!(!is_read::<ConfirmSend>(&file(r#"["a",9,null,false]"#)));
        assert!(is_read::<AttachedFile>(r#"{"name":"a","size":9,"inline":false}"#));
    }
}
