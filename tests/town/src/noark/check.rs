//! Whether what somebody sends is an object of the class (kontroll): every field known, of its type, and none missing.

use super::{
    class::{Card, Class, Field},
    code::Codes,
    feil::Feil,
};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// Fields that only the kernel sets.
const OWN: [&str; 5] = ["systemID", "opprettetDato", "opprettetAv", "referanseOpprettetAv", "referanseDokumentfil"];

/// What values are held against.
pub(super) struct Rules<'a> {
    pub(super) codes: &'a Codes,
    /// Names of the house's own fields that were declared.
    pub(super) declared: &'a BTreeSet<String>,
}

impl Rules<'_> {
    /// The values of a body, codes with their names. `before` is what stands there when it is changed.
    pub(super) fn values(
        &self,
        class: &Class,
        body: &Map<String, Value>,
        before: Option<&Map<String, Value>>,
    ) -> Result<Map<String, Value>, Feil> {
        let mut values = Map::new();
        for (name, value) in body.iter().filter(|(name, _)| *name != "_links") {
            let field = class.field(name).ok_or_else(|| Feil::bad(format!("Ukjent felt {name} i {}", class.name)))?;
            let stands = before.and_then(|before| before.get(name));
            if OWN.contains(&name.as_str()) && stands != Some(value) {
                return Err(Feil::bad(format!("{name} settes av kjernen")));
            }
            if !value.is_null() {
                values.insert(name.clone(), self.value(field, value)?);
            }
        }
        match class.fields.iter().find(|field| field.card == Card::Sent && is_blank(values.get(&field.name))) {
            Some(field) => Err(Feil::bad(format!("{} mangler i {}", field.name, class.name))),
            None => Ok(values),
        }
    }

    fn value(&self, field: &Field, value: &Value) -> Result<Value, Feil> {
        if field.card != Card::Many {
            return self.one(&field.name, &field.kind, value);
        }
        let list = value.as_array().ok_or_else(|| Feil::bad(format!("{} er en liste", field.name)))?;
        list.iter().map(|value| self.one(&field.name, &field.kind, value)).collect::<Result<_, _>>().map(Value::Array)
    }

    fn one(&self, name: &str, kind: &str, value: &Value) -> Result<Value, Feil> {
        let fits = match kind {
            "string" | "SystemID" => value.is_string(),
            "integer" => value.is_i64() || value.is_u64(),
            "decimal" => value.is_number(),
            "boolean" => value.is_boolean(),
            "datetime" => value.as_str().is_some_and(is_moment),
            "object" => value.is_object(),
            "metadata" => return self.own(value),
            "skjerming" => return self.parts(name, value, &SCREENING),
            "kontaktinformasjon" => return self.parts(name, value, &CONTACT),
            list => return self.code(name, list, value),
        };
        if fits { Ok(value.clone()) } else { Err(Feil::bad(format!("{name} er ikke av typen {kind}"))) }
    }

    fn code(&self, name: &str, list: &str, value: &Value) -> Result<Value, Feil> {
        let code = value.get("kode").and_then(Value::as_str);
        let code = code.ok_or_else(|| Feil::bad(format!("{name} må ha en kode")))?;
        let known = self.codes.value(list, code);
        let known = known.ok_or_else(|| Feil::bad(format!("{name}: koden {code} finnes ikke i metadata/{list}")))?;
        Ok(value
            .get("kodenavn")
            .filter(|name| name.is_string())
            .map_or(known, |name| json!({ "kode": code, "kodenavn": name })))
    }

    fn own(&self, value: &Value) -> Result<Value, Feil> {
        let fields = value.as_object().ok_or_else(|| Feil::bad("virksomhetsspesifikkeMetadata er et objekt"))?;
        match fields.keys().find(|name| !self.declared.contains(*name)) {
            Some(name) => Err(Feil::bad(format!("{name} er ikke registrert i metadata/virksomhetsspesifikkeMetadata"))),
            None => Ok(value.clone()),
        }
    }

    /// An object within the object.
    fn parts(&self, name: &str, value: &Value, known: &[(&str, &str)]) -> Result<Value, Feil> {
        let fields = value.as_object().ok_or_else(|| Feil::bad(format!("{name} er et objekt")))?;
        let mut parts = Map::new();
        for (part, value) in fields {
            let kind = known.iter().find(|(known, _)| known == part).map(|(_, kind)| *kind);
            let kind = kind.ok_or_else(|| Feil::bad(format!("Ukjent felt {part} i {name}")))?;
            let checked = match (kind.strip_suffix('*'), value.as_array()) {
                (Some(kind), Some(list)) => {
                    list.iter().map(|value| self.one(part, kind, value)).collect::<Result<_, _>>().map(Value::Array)?
                }
                (Some(_), None) => return Err(Feil::bad(format!("{part} er en liste"))),
                (None, _) => self.one(part, kind, value)?,
            };
            parts.insert(part.clone(), checked);
        }
        Ok(Value::Object(parts))
    }
}

/// What a screening (skjerming) has.
const SCREENING: [(&str, &str); 6] = [
    ("tilgangsrestriksjon", "tilgangsrestriksjon"),
    ("skjermingshjemmel", "string"),
    ("skjermingMetadata", "skjermingmetadata*"),
    ("skjermingDokument", "skjermingdokument"),
    ("skjermingsvarighet", "integer"),
    ("skjermingOpphoererDato", "datetime"),
];

/// How somebody is reached.
const CONTACT: [(&str, &str); 3] = [("epostadresse", "string"), ("mobiltelefon", "string"), ("telefon", "string")];

fn is_blank(value: Option<&Value>) -> bool {
    value.is_none_or(|value| value.as_str().is_some_and(|text| text.trim().is_empty()))
}

/// An `xs:dateTime` or `xs:date` with its zone, as the standard wants it.
fn is_moment(text: &str) -> bool {
    if text.parse::<jiff::Timestamp>().is_ok() {
        return true;
    }
    let day = text.get(..10).is_some_and(|day| day.parse::<jiff::civil::Date>().is_ok());
    let zone = text.get(10..).unwrap_or_default();
    let is_offset =
        zone.len() == 6 && matches!(zone.as_bytes().first(), Some(b'+' | b'-')) && zone.as_bytes()[3] == b':';
    day && (zone == "Z" || is_offset)
}

#[cfg(test)]
mod tests {
    use super::{Rules, is_moment};
    use crate::noark::{class::Classes, code::Codes};
    use serde_json::json;
    use std::collections::BTreeSet;

    #[test]
    fn what_is_no_object_of_the_class_is_refused_with_the_field() {
        let (classes, codes) = (Classes::read(), Codes::read());
        let rules = Rules { codes: &codes, declared: &BTreeSet::from(["vnd-saksvar-v1:id".to_owned()]) };
        for (class, body, said) in [
            ("mappe", json!({ "tittel": "Sak" }), Ok(())),
            ("mappe", json!({}), Err("tittel mangler i mappe")),
            ("mappe", json!({ "tittel": " " }), Err("tittel mangler i mappe")),
            ("mappe", json!({ "tittel": 7 }), Err("tittel er ikke av typen string")),
            ("mappe", json!({ "tittel": "a", "tilgang": "b" }), Err("Ukjent felt tilgang i mappe")),
            ("mappe", json!({ "tittel": "a", "systemID": "b" }), Err("systemID settes av kjernen")),
            ("mappe", json!({ "tittel": "a", "noekkelord": "b" }), Err("noekkelord er en liste")),
            (
                "mappe",
                json!({ "tittel": "a", "dokumentmedium": { "kode": "Q" } }),
                Err("dokumentmedium: koden Q finnes ikke i metadata/dokumentmedium"),
            ),
            ("mappe", json!({ "tittel": "a", "dokumentmedium": "E" }), Err("dokumentmedium må ha en kode")),
            (
                "mappe",
                json!({ "tittel": "a", "skjerming": { "hjemmel": "x" } }),
                Err("Ukjent felt hjemmel i skjerming"),
            ),
            (
                "mappe",
                json!({ "tittel": "a", "skjerming": { "tilgangsrestriksjon": { "kode": "UO" }, "skjermingMetadata": [{ "kode": "NA" }] } }),
                Ok(()),
            ),
            ("mappe", json!({ "tittel": "a", "virksomhetsspesifikkeMetadata": { "vnd-saksvar-v1:id": "1" } }), Ok(())),
            (
                "mappe",
                json!({ "tittel": "a", "virksomhetsspesifikkeMetadata": { "vnd-x-v1:id": "1" } }),
                Err("vnd-x-v1:id er ikke registrert i metadata/virksomhetsspesifikkeMetadata"),
            ),
            (
                "journalpost",
                json!({ "tittel": "a", "mottattDato": "2026-11-20" }),
                Err("mottattDato er ikke av typen datetime"),
            ),
        ] {
            let class = classes.get(class).expect("a class");
            let checked = rules.values(class, body.as_object().expect("an object"), None);
            assert_eq!(checked.map(|_| ()).map_err(|feil| feil.1), said.map_err(str::to_owned), "{body}");
        }
    }

    #[test]
    fn a_moment_has_its_zone() {
        for (text, is) in [
            ("2026-11-20T09:12:03+01:00", true),
            ("2014-11-22T15:15:02.956+01:00", true),
            ("2012-10-10T15:00:00Z", true),
            ("2026-11-20+01:00", true),
            ("2026-11-20Z", true),
            ("2026-11-20", false),
            ("2026-11", false),
            ("i går", false),
            ("2026-02-30Z", false),
        ] {
            assert_eq!(is_moment(text), is, "{text}");
        }
    }
}
