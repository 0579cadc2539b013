//! The settings (konfigurasjon): `default.toml`, then a file, then the environment; unknown keys refused, secrets never shown.

mod access;
mod fault;
mod file;
mod section;

pub use access::Access;
pub use section::{
    Away, CaseNumbers, Cases, Data, Einnsyn, Embeddings, Endpoint, Entra, Fiks, Form, Graph, House, Log, Manifest,
    Noark, P360, Retention, SendMode, Server, Store, Trail, Writer,
};
use serde::{Deserialize, Serialize};
use std::{
    fs,
    path::{Path, PathBuf},
};
use toml::{Table, Value};

/// The shipped settings, documented: the manual.
const DEFAULT: &str = include_str!("../default.toml");
/// The list of municipalities that share the server.
const TENANT: &str = "tenant";
/// What is told where the server is not on loopback and nothing says where the key is.
const NO_KEY: &str = "store.key is not set: what people wrote is encrypted, and this says where the key is. `saksvar key new FILE` makes \
    one; then write file:FILE, and keep a copy of it where the server is not.";
/// The start of our variables in the environment.
const PREFIX: &str = "SAKSVAR__";
/// Keys that are never printed.
const SECRETS: [(&str, &str); 8] = [
    ("entra", "client_secret"),
    ("entra", "certificate_key"),
    ("writer", "key"),
    ("embeddings", "key"),
    ("noark", "client_secret"),
    ("p360", "key"),
    ("p360", "client_secret"),
    ("einnsyn", "key"),
];

/// All settings; what each means stands in `default.toml`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "default.toml is the documentation, and a second one would drift from it")]
pub struct Config {
    pub server: Server,
    pub store: Store,
    pub trail: Trail,
    pub entra: Entra,
    pub graph: Graph,
    pub writer: Writer,
    pub embeddings: Embeddings,
    pub house: House,
    pub cases: Cases,
    pub noark: Noark,
    pub p360: P360,
    pub fiks: Fiks,
    pub einnsyn: Einnsyn,
    pub access: Access,
    pub retention: Retention,
    pub manifest: Manifest,
    pub log: Log,
    /// Municipalities that share the server, each as the sections in which it differs.
    pub tenant: Vec<Table>,
    /// The files that the last of them come from.
    #[serde(skip)]
    files: Vec<String>,
    /// Whether this is one municipality of several; then its records lie in a folder of its own.
    #[serde(skip)]
    pub shares: bool,
}

impl Config {
    /// Reads the settings in force.
    ///
    /// # Errors
    /// One sentence that names file, key and remedy.
    pub fn load(file: Option<&Path>, environment: impl IntoIterator<Item = (String, String)>) -> Result<Self, String> {
        let mut all = table(DEFAULT, "default.toml")?;
        if let Some(file) = file {
            let text = fs::read_to_string(file)
                .map_err(|error| format!("{}: {error}. Give another file with --config.", file.display()))?;
            lay_over(&mut all, table(&text, &file.display().to_string())?, &file.display().to_string())?;
        }
        for (name, value) in environment {
            if let Some(path) = name.strip_prefix(PREFIX) {
                set(&mut all, path, &value).map_err(|why| format!("{name}: {why}"))?;
            }
        }
        let read: Result<Self, toml::de::Error> = Value::Table(all).try_into();
        read.map_err(|error| format!("The settings cannot be read: {}", error.to_string().trim_end()))?.with_files()
    }

    /// The settings as TOML, secrets hidden.
    #[must_use]
    pub fn shown(&self) -> String {
        let mut table = Table::try_from(self).unwrap_or_default();
        hide_secrets(&mut table);
        let key = table.get_mut("store").and_then(|store| store.get_mut("key"));
        key.into_iter().for_each(|key| *key = Value::String(self.store.shown_key()));
        let houses = table.get_mut(TENANT).and_then(Value::as_array_mut).into_iter().flatten();
        houses.filter_map(Value::as_table_mut).for_each(hide_secrets);
        toml::to_string(&table).unwrap_or_default()
    }

    /// The settings of each municipality served: these, or those of `[[tenant]]` laid over them.
    ///
    /// # Errors
    /// One sentence that names the setting a municipality cannot have of its own, or that is none.
    pub fn houses(&self) -> Result<Vec<Self>, String> {
        if self.tenant.is_empty() {
            return Ok(vec![self.clone()]);
        }
        (1..).zip(&self.tenant).map(|(number, own)| self.house_of(own, &self.called(number))).collect()
    }

    fn house_of(&self, own: &Table, name: &str) -> Result<Self, String> {
        let shared = |section: &str, key: &str| match section {
            "server" => key != "public_url",
            "store" | "log" => true,
            _ => false,
        };
        let keys = own.iter().flat_map(|(section, keys)| {
            keys.as_table().into_iter().flatten().map(move |(key, _)| (section.as_str(), key.as_str()))
        });
        if let Some((section, key)) = keys.into_iter().find(|(section, key)| shared(section, key)) {
            return Err(format!("{name}: {section}.{key} is the same for all; set it outside [[tenant]]."));
        }
        let mut all =
            Table::try_from(Self { tenant: Vec::new(), ..self.clone() }).map_err(|error| error.to_string())?;
        // Without the list itself, so that a house cannot hold houses.
        let list = all.remove(TENANT);
        lay_over(&mut all, own.clone(), name)?;
        all.extend(list.map(|list| (TENANT.to_owned(), list)));
        let house: Self = Value::Table(all)
            .try_into()
            .map_err(|error: toml::de::Error| format!("{name}: {}", error.to_string().trim_end()))?;
        Ok(Self { shares: true, ..house })
    }

    /// The settings of one municipality: the one named by its Entra tenant, or the only one.
    ///
    /// # Errors
    /// One sentence that names those there are.
    pub fn house(&self, named: Option<&str>) -> Result<Self, String> {
        let mut houses = self.houses()?;
        let names: Vec<_> = houses.iter().map(|house| house.entra.tenant.clone()).collect();
        let place = match named {
            None if houses.len() == 1 => Some(0),
            None => None,
            Some(named) => names.iter().position(|name| name == named),
        };
        place
            .map(|place| houses.swap_remove(place))
            .ok_or_else(|| format!("Which municipality? Give --tenant with one of these: {}.", names.join(", ")))
    }

    /// The folder of what this municipality imported: its records and acts.
    #[must_use]
    pub fn own_folder(&self) -> PathBuf {
        let folder = &self.store.folder;
        if self.shares { folder.join("tenant").join(&self.entra.tenant) } else { folder.clone() }
    }

    /// Host and port by which people reach it, in lower case.
    #[must_use]
    pub fn host(&self) -> String {
        let rest = self.server.public_url.split("://").nth(1).unwrap_or_default();
        rest.split('/').next().unwrap_or_default().to_lowercase()
    }

    /// Whether people reach the server on this machine only.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        is_loopback(&self.server.public_url)
    }
}

impl Trail {
    /// Whether the server makes checkpoints.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        !self.key.as_os_str().is_empty()
    }
}

impl Retention {
    /// As the house rule; whether its days are within their bounds is for the domain to say.
    #[must_use]
    pub fn rule(&self) -> domain::rule::Retention {
        domain::rule::Retention { answered: self.answered, unsent: self.unsent, sorted: self.sorted }
    }
}

impl Store {
    /// Where the key is to be found; empty only where every municipality is on loopback.
    ///
    /// # Errors
    /// One sentence when it is not set.
    pub(crate) fn needs_key(&self, houses: &[Config]) -> Result<(), String> {
        if self.key.is_empty() && !houses.iter().all(Config::is_loopback) { Err(NO_KEY.to_owned()) } else { Ok(()) }
    }

    /// Where the key is; not what somebody wrote who took the setting for the key itself, nor what a command is given.
    fn shown_key(&self) -> String {
        match vault::Source::read(&self.key) {
            _ if self.key.is_empty() => String::new(),
            Ok(source) => source.to_string(),
            Err(_) => "(set)".to_owned(),
        }
    }
}

fn hide_secrets(table: &mut Table) {
    for (section, key) in SECRETS {
        table.get_mut(section).and_then(|section| section.get_mut(key)).into_iter().for_each(hide);
    }
    let endpoints = table.get_mut("writer").and_then(|writer| writer.get_mut("endpoint"));
    let endpoints = endpoints.and_then(Value::as_array_mut).into_iter().flatten();
    endpoints.filter_map(|endpoint| endpoint.get_mut("key")).for_each(hide);
}

/// Says only whether a secret is there.
fn hide(value: &mut Value) {
    let is_empty = value.as_str().is_none_or(str::is_empty);
    *value = Value::String(if is_empty { String::new() } else { "(set)".to_owned() });
}

fn is_loopback(url: &str) -> bool {
    let url = url.strip_prefix("https://").or(url.strip_prefix("http://")).unwrap_or_default();
    ["127.0.0.1", "localhost", "[::1]"].iter().any(|host| {
        let port = url.strip_prefix(host).map(|rest| rest.split('/').next().unwrap_or_default());
        port.is_some_and(|port| {
            port.is_empty() || port.strip_prefix(':').is_some_and(|digits| digits.parse::<u16>().is_ok())
        })
    })
}

fn table(text: &str, file: &str) -> Result<Table, String> {
    text.parse().map_err(|error: toml::de::Error| {
        // The line itself is not repeated: a secret may stand in it.
        let line = 1 + error.span().map_or(0, |at| text[..at.start].matches('\n').count());
        format!("{file}, line {line}: {}", error.message())
    })
}

/// Lays `over` on `all`; a key that `all` does not have is refused.
fn lay_over(all: &mut Table, over: Table, file: &str) -> Result<(), String> {
    for (section, values) in over {
        if let (TENANT, Value::Array(_), true) = (section.as_str(), &values, all.contains_key(TENANT)) {
            all.insert(section, values);
            continue;
        }
        let known = all.get_mut(&section).and_then(Value::as_table_mut);
        let (Some(known), Value::Table(values)) = (known, values) else {
            return Err(format!(
                "{file}: there is no section [{section}]. The sections stand in default.toml (`saksvar config --default`)."
            ));
        };
        for (key, value) in values {
            let Some(place) = known.get_mut(&key) else {
                return Err(format!(
                    "{file}: there is no setting {section}.{key}. The settings stand in default.toml (`saksvar config --default`)."
                ));
            };
            *place = value;
        }
    }
    Ok(())
}

/// Sets `SECTION__KEY` to a text, or to what the text means where the setting is no text.
fn set(all: &mut Table, path: &str, value: &str) -> Result<(), String> {
    let unknown = || "there is no such setting; write SAKSVAR__SECTION__KEY as in default.toml".to_owned();
    if path.eq_ignore_ascii_case(TENANT) {
        all.insert(TENANT.to_owned(), read_value(value)?);
        return Ok(());
    }
    let (section, key) = path.split_once("__").ok_or_else(unknown)?;
    let place = all
        .get_mut(&section.to_lowercase())
        .and_then(|section| section.get_mut(key.to_lowercase()))
        .ok_or_else(unknown)?;
    *place = match place {
        Value::String(_) => Value::String(value.to_owned()),
        _ => read_value(value)?,
    };
    Ok(())
}

/// A value as TOML writes it. What it says is not repeated: it may be a secret.
fn read_value(value: &str) -> Result<Value, String> {
    let line: Table = format!("value = {value}").parse().map_err(|_| "its value is not written as TOML".to_owned())?;
    line.get("value").cloned().ok_or_else(|| "its value is not written as TOML".to_owned())
}

/// The shipped settings with their comments.
#[must_use]
pub fn manual() -> &'static str {
    DEFAULT
}

#[cfg(test)]
mod tests {
    use super::Config;

    fn with(pairs: &[(&str, &str)]) -> Result<Config, String> {
        Config::load(None, pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())))
    }

    #[test]
    fn a_file_that_is_no_toml_is_told_by_its_line_and_not_by_what_stands_in_it() {
        for text in ["[writer]\nkey = HEMMELIG", "[writer]\nkey = 'HEMMELIG", "[writer]\nkey 'HEMMELIG'"] {
            let why = super::table(text, "saksvar.toml").unwrap_err();
            assert!(why.starts_with("saksvar.toml, line 2: ") && !why.contains("HEMMELIG"), "{why}");
        }
    }

    #[test]
    fn the_environment_overrides_and_unknown_names_are_refused() {
        let config = with(&[
            ("SAKSVAR__HOUSE__BODY", "Fjordvik kommune"),
            ("SAKSVAR__HOUSE__DOMAINS", "[\"a.no\"]"),
            ("PATH", "x"),
        ])
        .unwrap();
        assert_eq!((config.house.body.as_str(), config.house.domains.len()), ("Fjordvik kommune", 1));
        for wrong in [
            ("SAKSVAR__HOUSE__BDY", "x"),
            ("SAKSVAR__HOUSE", "x"),
            ("SAKSVAR__LOG__FORM", "poem"),
            ("SAKSVAR__HOUSE__DOMAINS", "["),
        ] {
            assert!(with(&[wrong]).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn secrets_are_not_shown() {
        for name in ["ENTRA__CLIENT_SECRET", "ENTRA__CERTIFICATE_KEY", "WRITER__KEY", "EMBEDDINGS__KEY"] {
            let name = &format!("SAKSVAR__{name}");
            let config = with(&[(name, "hemmelig")]).unwrap();
            assert!(!config.shown().contains("hemmelig") && config.shown().contains("(set)"), "{name}");
        }
        let endpoint = "[{ url = 'http://m.example/v1', model = 'm', key = 'hemmelig', data = 'open' }]";
        let config = with(&[("SAKSVAR__WRITER__ENDPOINT", endpoint)]).unwrap();
        assert!(!config.shown().contains("hemmelig") && config.shown().contains("(set)"), "{}", config.shown());
    }

    #[test]
    fn the_setting_of_the_key_shows_a_place_and_never_a_key() {
        for (key, shown) in [
            ("file:/etc/saksvar.key", "file:/etc/saksvar.key"),
            ("env:SAKSVAR_KEY", "env:SAKSVAR_KEY"),
            ("command:vault read --token=hemmelig", "command:vault"),
            ("aGVtbWVsaWctaGVtbWVsaWctaGVtbWVsaWctMTIzNDU=", "(set)"),
            ("hemmelig", "(set)"),
            ("", ""),
        ] {
            let all = with(&[("SAKSVAR__STORE__KEY", key)]).unwrap().shown();
            assert!(all.contains(&format!("key = \"{shown}\"")), "{all}");
            assert!(!all.contains("hemmelig") && !all.contains("aGVt"), "{all}");
        }
    }

    #[test]
    fn an_endpoint_says_what_it_may_see() {
        let endpoint = |rest: &str| format!("[{{ url = 'http://m.example/v1', model = 'm'{rest} }}]");
        for (rest, fine) in [
            (", data = 'open'", true),
            (", data = 'restricted', key = 'k', context = 8192", true),
            ("", false),
            (", data = 'secret'", false),
            (", data = 'open', colour = 'red'", false),
        ] {
            assert_eq!(with(&[("SAKSVAR__WRITER__ENDPOINT", &endpoint(rest))]).is_ok(), fine, "{rest}");
        }
        let small = with(&[("SAKSVAR__WRITER__ENDPOINT", &endpoint(", data = 'open', context = 2048"))]).unwrap();
        assert!(small.faults().iter().any(|fault| fault.contains("writer.endpoint.context")), "{:?}", small.faults());
    }

    /// Two houses on one server, told in the way of the environment.
    fn shared(second: &str) -> Result<Config, String> {
        let house = |host: &str, more: &str| {
            format!("{{ server = {{ public_url = 'https://{host}' }}, entra = {{ {more} }} }}")
        };
        let first = house("a.example.no", "tenant = 'a', client_id = 'c', client_secret = 'hemmelig'");
        with(&[
            ("SAKSVAR__TENANT", &format!("[{first}, {second}]")),
            ("SAKSVAR__HOUSE__BODY", "Felles"),
            ("SAKSVAR__STORE__KEY", "file:/etc/saksvar.key"),
        ])
    }

    #[test]
    fn municipalities_that_share_a_server_differ_in_what_is_theirs() {
        let second = "{ server.public_url = 'https://B.example.no', entra.tenant = 'b', entra.client_id = 'd', house.body = 'B' }";
        let config = shared(second).unwrap();
        assert_eq!(config.faults(), Vec::<String>::new());
        assert!(!config.shown().contains("hemmelig") && config.shown().contains("(set)"), "{}", config.shown());
        let houses = config.houses().unwrap();
        let told: Vec<_> = houses.iter().map(|house| (house.host(), house.house.body.clone())).collect();
        assert_eq!(told, [("a.example.no".into(), "Felles".into()), ("b.example.no".into(), "B".into())]);
        assert!(houses[1].own_folder().ends_with("tenant/b") && houses[1].entra.client_secret.is_empty());
        let chosen = |named| config.house(named).map(|house| house.entra.tenant);
        assert_eq!(chosen(Some("b")).as_deref(), Ok("b"));
        assert!([None, Some("c")].into_iter().all(|named| chosen(named).is_err_and(|why| why.contains("a, b"))));
        for (second, named) in [
            ("{ server = { listen = '0.0.0.0:1' } }", "server.listen"),
            ("{ store = { folder = '/x' } }", "store.folder"),
            ("{ house = { colour = 'red' } }", "house.colour"),
            ("{ tenant = [] }", "[tenant]"),
            ("{ server.public_url = 'https://A.example.no', entra = { tenant = 'b', client_id = 'd' } }", "public_url"),
            (
                "{ server.public_url = 'https://b.example.no', entra = { tenant = 'a', client_id = 'd' } }",
                "entra.tenant",
            ),
            ("{ server.public_url = 'https://b.example.no', entra = { tenant = '../a', client_id = 'd' } }", "folder"),
        ] {
            let faults = shared(second).unwrap().faults();
            assert!(faults.iter().any(|fault| fault.contains(named)), "{second}: {faults:?}");
        }
    }

    #[test]
    fn limits_are_those_of_the_house_rules_and_within_their_bounds() {
        let config = with(&[]).unwrap();
        assert_eq!(config.retention.rule(), domain::rule::Retention::default(), "default.toml says what is shipped");
        let ids = [("SAKSVAR__ENTRA__TENANT", "t"), ("SAKSVAR__ENTRA__CLIENT_ID", "c")];
        let faults = |name: &str, days: &str| with(&[ids[0], ids[1], (name, days)]).unwrap().faults();
        assert_eq!(faults("SAKSVAR__RETENTION__ANSWERED", "365"), Vec::<String>::new());
        for (name, days) in [("ANSWERED", "0"), ("ANSWERED", "366"), ("UNSENT", "6"), ("SORTED", "91")] {
            let name = format!("SAKSVAR__RETENTION__{name}");
            let told = faults(&name, days);
            assert!(told.len() == 1 && told[0].contains("retention."), "{name} = {days}: {told:?}");
        }
        assert!(with(&[("SAKSVAR__RETENTION__ANSWERED", "'never'")]).is_err());
    }

    #[test]
    fn a_key_needs_a_folder_for_its_checkpoints() {
        let ids = [("SAKSVAR__ENTRA__TENANT", "t"), ("SAKSVAR__ENTRA__CLIENT_ID", "c")];
        let faults = |more: &[(&str, &str)]| with(&[&ids[..], more].concat()).unwrap().faults().len();
        let (key, folder) = (("SAKSVAR__TRAIL__KEY", "trail.key"), ("SAKSVAR__TRAIL__CHECKPOINTS", "checkpoints"));
        assert_eq!((faults(&[key]), faults(&[key, folder]), faults(&[("SAKSVAR__TRAIL__EVERY", "0")])), (1, 0, 1));
    }

    #[test]
    fn loopback_is_for_loopback_only() {
        let ids = [("SAKSVAR__ENTRA__TENANT", "t"), ("SAKSVAR__ENTRA__CLIENT_ID", "c")];
        let faults = |more: &[(&str, &str)]| with(&[&ids[..], more].concat()).unwrap().faults().len();
        assert_eq!(faults(&[]), 0);
        assert_eq!(faults(&[("SAKSVAR__GRAPH__URL", "http://127.0.0.1:9/v1.0")]), 0);
        assert_eq!(
            faults(&[
                ("SAKSVAR__SERVER__PUBLIC_URL", "https://127.0.0.1:8443"),
                ("SAKSVAR__GRAPH__URL", "http://127.0.0.1:9/v1.0")
            ]),
            0,
            "a machine that speaks TLS with itself"
        );
        assert_eq!(faults(&[("SAKSVAR__GRAPH__URL", "http://127.0.0.1.evil.example/v1.0")]), 1);
        assert_eq!(faults(&[("SAKSVAR__GRAPH__URL", "http://127.0.0.1:1@evil.example/v1.0")]), 1);
        assert_eq!(
            faults(&[
                ("SAKSVAR__SERVER__PUBLIC_URL", "https://s.example.no"),
                ("SAKSVAR__STORE__KEY", "file:/etc/saksvar.key"),
                ("SAKSVAR__GRAPH__URL", "http://127.0.0.1:9/v1.0")
            ]),
            1
        );
        assert_eq!(faults(&[("SAKSVAR__SERVER__PUBLIC_URL", "https://s.example.no")]), 1, "a key must be named");
        assert_eq!(faults(&[("SAKSVAR__SERVER__PUBLIC_URL", "http://s.example.no")]), 2, "and people reach it by TLS");
        assert_eq!(with(&[]).unwrap().faults().len(), 2);
        assert_eq!(faults(&[("SAKSVAR__EMBEDDINGS__PATIENCE", "0")]), 1, "nobody waits for nothing");
    }

    #[test]
    fn figures_have_an_address_of_their_own_or_none() {
        for (metrics, fine) in
            [("", true), ("127.0.0.1:9750", true), ("[::1]:9750", true), ("9750", false), ("127.0.0.1:8750", false)]
        {
            let config = with(&[("SAKSVAR__SERVER__METRICS", metrics)]).unwrap();
            let told = config.faults().iter().any(|fault| fault.contains("server.metrics"));
            assert_eq!((config.server.metrics().is_ok(), told), (fine, !fine), "{metrics}");
        }
        assert!(with(&[("SAKSVAR__SERVER__PROXIES", "['10.0.0.1', '::1']")]).is_ok());
        assert!(with(&[("SAKSVAR__SERVER__PROXIES", "['proxy']")]).is_err());
    }
}
