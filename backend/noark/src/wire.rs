//! The shapes of the standard that are read (klasser, chapter 7); what is not needed is not named, and what is new is let be.

use crate::link::Links;
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Deserializer, de::DeserializeOwned};

/// As many objects as a kernel may take for a page.
const WHOLE: usize = 20;

/// A page of a list. Nothing there: no `results` at all.
#[derive(Debug, Deserialize)]
pub(crate) struct Page<T> {
    #[serde(default = "Vec::new")]
    pub(crate) results: Vec<T>,
    #[serde(default, rename = "_links")]
    pub(crate) links: Links,
}

/// Only links: the root, and the groups below it.
#[derive(Debug, Deserialize)]
pub(crate) struct Door {
    #[serde(rename = "_links")]
    pub(crate) links: Links,
}

/// A code (kode).
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Code {
    pub(crate) kode: String,
}

/// A row of a code list.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Row {
    pub(crate) kode: String,
    pub(crate) kodenavn: Option<String>,
}

/// Screening (skjerming).
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Screening {
    pub(crate) tilgangsrestriksjon: Option<Code>,
    pub(crate) skjermingshjemmel: Option<String>,
}

/// A case folder (saksmappe).
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CaseFolder {
    pub(crate) saksaar: u16,
    pub(crate) sakssekvensnummer: u32,
    pub(crate) tittel: String,
    pub(crate) offentlig_tittel: Option<String>,
    pub(crate) saksstatus: Option<Code>,
    pub(crate) saksdato: Option<String>,
    pub(crate) avsluttet_dato: Option<String>,
    pub(crate) saksansvarlig: Option<String>,
    pub(crate) administrativ_enhet: Option<String>,
    pub(crate) skjerming: Option<Screening>,
    #[serde(default, deserialize_with = "under")]
    pub(crate) part: Option<Vec<Somebody>>,
    #[serde(default, deserialize_with = "under")]
    pub(crate) nasjonalidentifikator: Option<Vec<Estate>>,
    #[serde(rename = "_links")]
    pub(crate) links: Links,
}

/// A journal entry (journalpost).
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct JournalEntry {
    pub(crate) journalpostnummer: Option<u32>,
    pub(crate) journalposttype: Option<Code>,
    pub(crate) journalstatus: Option<Code>,
    pub(crate) dokumentets_dato: Option<String>,
    pub(crate) tittel: String,
    pub(crate) skjerming: Option<Screening>,
    #[serde(default, deserialize_with = "under")]
    pub(crate) korrespondansepart: Option<Vec<Somebody>>,
    #[serde(default, deserialize_with = "under")]
    pub(crate) dokumentbeskrivelse: Option<Vec<Paper>>,
    #[serde(rename = "_links")]
    pub(crate) links: Links,
}

/// A party or a correspondent (part, korrespondansepart).
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Somebody {
    pub(crate) part_rolle: Option<Code>,
    pub(crate) korrespondanseparttype: Option<Code>,
    pub(crate) navn: Option<String>,
    pub(crate) saksbehandler: Option<String>,
    pub(crate) administrativ_enhet: Option<String>,
    pub(crate) kontaktinformasjon: Option<Contact>,
}

/// How somebody is reached (kontaktinformasjon).
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Contact {
    pub(crate) epostadresse: Option<String>,
}

/// A property (matrikkel); other national identifiers have none of its numbers.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Estate {
    pub(crate) kommunenummer: Option<String>,
    pub(crate) gaardsnummer: Option<u32>,
    pub(crate) bruksnummer: Option<u32>,
}

/// A document (dokumentbeskrivelse).
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Paper {
    pub(crate) tittel: String,
    pub(crate) dokumentnummer: Option<u32>,
    pub(crate) skjerming: Option<Screening>,
    #[serde(default, deserialize_with = "under")]
    pub(crate) dokumentobjekt: Option<Vec<Version>>,
    #[serde(rename = "_links")]
    pub(crate) links: Links,
}

/// A version of a document (dokumentobjekt).
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Version {
    #[serde(default, deserialize_with = "number")]
    pub(crate) versjonsnummer: Option<u32>,
    pub(crate) variantformat: Option<Code>,
    pub(crate) mime_type: Option<String>,
    pub(crate) filstoerrelse: Option<u64>,
    pub(crate) sjekksum: Option<String>,
    pub(crate) sjekksum_algoritme: Option<String>,
    #[serde(rename = "_links")]
    pub(crate) links: Links,
}

/// A number, also where it is written as a text: the standard's own example does.
fn number<'de, D: Deserializer<'de>>(from: D) -> Result<Option<u32>, D::Error> {
    Ok(match serde_json::Value::deserialize(from)? {
        serde_json::Value::String(text) => text.trim().parse().ok(),
        value => value.as_u64().and_then(|number| u32::try_from(number).ok()),
    })
}

/// A list that came with the object it lies under (`$expand`). One that is written in another way, or that may be no more than the first
/// page of it, is read where its link leads.
fn under<'de, T: DeserializeOwned, D: Deserializer<'de>>(from: D) -> Result<Option<Vec<T>>, D::Error> {
    let all = serde_json::from_value::<Vec<T>>(serde_json::Value::deserialize(from)?);
    Ok(all.ok().filter(|all| all.len() < WHOLE))
}

/// The day of a moment, written as `xs:dateTime` or, by older kernels, as `xs:date`.
pub(crate) fn day(text: &str) -> Option<Date> {
    text.parse::<Timestamp>().map(domain::port::day).or_else(|_| text.get(..10).unwrap_or(text).parse()).ok()
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn a_moment_is_a_day_in_norway() {
        for (text, is) in [
            ("2026-11-20T09:12:03+01:00", Some("2026-11-20")),
            ("2026-11-19T23:30:00Z", Some("2026-11-20")),
            ("2026-11-20", Some("2026-11-20")),
            ("2026-11-20+01:00", Some("2026-11-20")),
            ("2026-11-20Z", Some("2026-11-20")),
            ("20.11.2026", None),
            ("", None),
        ] {
            assert_eq!(day(text).map(|day| day.to_string()).as_deref(), is, "{text}");
        }
    }
}
