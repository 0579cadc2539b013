//! A JSON object in which no name stands twice, for two readers may believe different ones (RFC 7519, section 4, allows refusing it).

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeOwned, Error, MapAccess, Visitor},
};
use serde_json::Value;
use std::{collections::HashSet, fmt};

/// Reads an object; none where it is no UTF-8, no object, or says something twice, be it something we have no use for.
pub(crate) fn read<T: DeserializeOwned>(json: &[u8]) -> Option<T> {
    let text = std::str::from_utf8(json).ok()?;
    serde_json::from_str::<Once>(text).ok()?;
    serde_json::from_str(text).ok()
}

/// An object whose names were looked at, and nothing else.
struct Once;

impl<'de> Deserialize<'de> for Once {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        reader.deserialize_map(Names)
    }
}

struct Names;

impl<'de> Visitor<'de> for Names {
    type Value = Once;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Once, A::Error> {
        let mut seen = HashSet::new();
        // Values are read, too: a number that no reader can hold is no claim.
        while let Some((name, _)) = map.next_entry::<String, Value>()? {
            if !seen.insert(name) {
                return Err(A::Error::custom("a name stands twice"));
            }
        }
        Ok(Once)
    }
}
