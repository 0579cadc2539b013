//! House rules as the business writes them (`rules.toml`): read into a plain shape; what they may say is validated by the caller.

use serde::Deserialize;
use std::collections::BTreeMap;
use vocabulary::{Code, Severity, Tone};

/// A line per language; empty to leave it out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Lines {
    /// Bokmål.
    pub nb: String,
    /// Nynorsk.
    pub nn: String,
    /// English.
    pub en: String,
}

/// Days that each kind of text is kept; what is left out is as shipped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Retention {
    /// A reply that has left, after it left.
    pub answered: Option<u32>,
    /// A draft, after anybody last did anything with it.
    pub unsent: Option<u32>,
    /// By which mail the sorting was corrected.
    pub sorted: Option<u32>,
}

/// What stands in the file; everything may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Rules {
    /// Counts the changes, from 1.
    pub version: Option<u32>,
    /// The body's name, as in "Fjordvik kommune".
    pub body: Option<String>,
    /// Mail domains of our own.
    pub domains: Vec<String>,
    /// Addresses, mail domains and names of the press.
    pub press: Vec<String>,
    /// How replies speak where nobody chose.
    pub tone: Tone,
    /// Whether the gate stops (else asks) when the server is away.
    pub stop_when_away: bool,
    /// Line that says a machine helped (KI-merking).
    pub notice: Lines,
    /// A text that the house's mail clients put below every mail.
    pub below: String,
    /// Severities raised above the shipped ones, by code.
    pub raised: BTreeMap<Code, Severity>,
    /// How long text is kept.
    pub retention: Retention,
}

/// Why a file is no set of rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// The path of the key, as `notice.nb`; empty where the file is no TOML at all.
    pub path: String,
    /// What is wrong and what to do.
    pub why: String,
}

impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.path.is_empty() { f.write_str(&self.why) } else { write!(f, "{}: {}", self.path, self.why) }
    }
}

impl std::error::Error for Unreadable {}

const KEYS: [&str; 10] =
    ["version", "body", "domains", "press", "tone", "stop_when_away", "notice", "below", "raised", "retention"];
const LINES: [&str; 3] = ["nb", "nn", "en"];
const LIMITS: [&str; 3] = ["answered", "unsent", "sorted"];

/// Reads a `rules.toml`.
///
/// # Errors
/// [`Unreadable`] with the path of the key: unknown keys are refused, because a misspelt rule would be a rule that is not kept.
pub fn read(text: &str) -> Result<Rules, Unreadable> {
    let table: toml::Table = toml::from_str(text)
        .map_err(|error| Unreadable { path: String::new(), why: format!("this is no TOML: {}", error.message()) })?;
    if let Some(key) = table.keys().find(|key| !KEYS.contains(&key.as_str())) {
        return Err(unknown(key, &KEYS));
    }
    for (section, known) in [("notice", &LINES), ("retention", &LIMITS)] {
        if let Some(key) = inner(&table, section).find(|key| !known.contains(&key.as_str())) {
            return Err(unknown(&format!("{section}.{key}"), known));
        }
    }
    for key in table.keys() {
        // Each key by itself, so that a wrong type is told with its path.
        let alone: toml::Table =
            table.iter().filter(|(other, _)| *other == key).map(|(k, v)| (k.clone(), v.clone())).collect();
        alone.try_into::<Rules>().map_err(|error| Unreadable { path: key.clone(), why: error.message().to_owned() })?;
    }
    table
        .try_into()
        .map_err(|error: toml::de::Error| Unreadable { path: String::new(), why: error.message().to_owned() })
}

fn inner<'a>(table: &'a toml::Table, key: &str) -> impl Iterator<Item = &'a String> {
    table.get(key).and_then(toml::Value::as_table).into_iter().flat_map(|inner| inner.keys())
}

fn unknown(path: &str, known: &[&str]) -> Unreadable {
    Unreadable { path: path.to_owned(), why: format!("unknown key; known are {}", known.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::{Lines, Retention, Rules, read};
    use vocabulary::{Code, Severity, Tone};

    #[test]
    fn a_whole_file_is_read_and_an_empty_one_too() {
        let text = "version = 3\nbody = \"Fjordvik kommune\"\ndomains = [\"fjordvik.kommune.no\"]\npress = [\"fjordavisa.no\"]\ntone = \"short\"\nstop_when_away = true\nbelow = \"Postboks 1\"\n\
                    [notice]\nnb = \"Skrevet med hjelp av KI.\"\n[raised]\nthird_party = \"stop\"\n[retention]\nanswered = 14\n";
        let rules = Rules {
            version: Some(3),
            body: Some("Fjordvik kommune".into()),
            domains: vec!["fjordvik.kommune.no".into()],
            press: vec!["fjordavisa.no".into()],
            tone: Tone::Short,
            stop_when_away: true,
            notice: Lines { nb: "Skrevet med hjelp av KI.".into(), ..Lines::default() },
            below: "Postboks 1".into(),
            raised: [(Code::ThirdParty, Severity::Stop)].into(),
            retention: Retention { answered: Some(14), ..Retention::default() },
        };
        assert_eq!(read(text), Ok(rules));
        assert_eq!(read(""), Ok(Rules::default()));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_path() {
        for (text, path) in [
            ("bodi = \"x\"", "bodi"),
            ("[notice]\nno = \"x\"", "notice.no"),
            ("[retention]\nanswerd = 3", "retention.answerd"),
            ("[retention]\nanswered = -1", "retention"),
            ("version = \"three\"", "version"),
            ("domains = 4", "domains"),
            ("tone = \"cosy\"", "tone"),
            ("[raised]\nfees = \"stop\"", "raised"),
            ("[raised]\nfee = \"heavy\"", "raised"),
            ("body = ", ""),
        ] {
            let unreadable = read(text).expect_err(text);
            assert_eq!(unreadable.path, path, "{text}: {unreadable}");
            assert!(!unreadable.why.is_empty());
        }
    }
}
