//! The facts (fakta) that the records are made of: read from the settings, and from nowhere else.

use crate::config::{Away, Config, Data, Endpoint};
use domain::rule::{Retention, access::Circle};
use std::net::{IpAddr, Ipv4Addr};

/// Where something that is given text runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// On the server itself.
    Here,
    /// In a private network.
    Within,
    /// Elsewhere.
    Outside,
}

/// A model that is given text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    /// Its address without path and key.
    pub host: String,
    /// Its name.
    pub name: String,
    /// The most delicate text that it is given.
    pub sees: Data,
    /// Where it runs.
    pub ground: Ground,
    /// Whether what it is given can be read on its way.
    pub in_the_open: bool,
}

impl Model {
    fn of(url: &str, name: &str, sees: Data) -> Option<Self> {
        let host = host(url);
        let ground = ground(&host);
        let in_the_open = ground != Ground::Here && !url.starts_with("https://");
        (!url.is_empty()).then(|| Self { host, name: name.to_owned(), sees, ground, in_the_open })
    }

    /// In words: which, where, and what it is given.
    #[must_use]
    pub fn told(&self) -> String {
        let name = if self.name.is_empty() { "uten navn" } else { &self.name };
        format!("{name} ({}, {}), som får {}", self.host, self.place(), self.given())
    }

    /// Where it runs, in words.
    #[must_use]
    pub fn place(&self) -> &'static str {
        match self.ground {
            Ground::Here => "på serveren selv",
            Ground::Within => "i et privat nett",
            Ground::Outside => "utenfor eget nett",
        }
    }

    /// What it is given, in words.
    #[must_use]
    pub fn given(&self) -> &'static str {
        match self.sees {
            Data::Open => "bare tekst som ikke gjelder noen person eller sak",
            Data::Personal => "tekst om personer og saker, men ikke taushetsbelagt tekst eller særlige kategorier",
            Data::Restricted => "også taushetsbelagt tekst og særlige kategorier av personopplysninger",
        }
    }
}

/// What one municipality's settings say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Its name.
    pub body: String,
    /// Its tenant in Entra.
    pub tenant: String,
    /// Its own mail domains.
    pub domains: Vec<String>,
    /// Whether others are served too.
    pub shares: bool,
    /// Where people reach the server.
    pub public_url: String,
    /// Whether that is this machine alone.
    pub loopback: bool,
    /// Where sign-in is, and where mail is.
    pub sign_in: String,
    /// …and what may be read and written there.
    pub mail: (String, Vec<String>),
    /// Models that write, in the order they are tried.
    pub writers: Vec<Model>,
    /// The most tokens a day; 0: no ceiling.
    pub tokens_per_day: u64,
    /// The model that searches by meaning.
    pub embeddings: Option<Model>,
    /// Access codes of the records, and how far what they restrict is seen.
    pub codes: Vec<(String, &'static str)>,
    /// How long text is kept.
    pub retention: Retention,
    /// Where the master key is, in words; what it is stands nowhere.
    pub key: String,
    /// Hours between checkpoints of the trail; `None` where there are none.
    pub checkpoints: Option<u64>,
    /// Whether the gate lets a person send when the server is away.
    pub asks_when_away: bool,
    /// Languages in which the footer says that a machine helped.
    pub notices: Vec<&'static str>,
    /// The level of the log.
    pub log: String,
    /// Whether figures are served.
    pub figures: bool,
}

impl Facts {
    /// Of the settings of one municipality.
    #[must_use]
    pub fn of(config: &Config) -> Self {
        let writer = &config.writer;
        let first = Model::of(&writer.url, &writer.model, writer.data);
        let more = writer.endpoint.iter().filter_map(|Endpoint { url, model, data, .. }| Model::of(url, model, *data));
        let notices = ["bokmål", "nynorsk", "engelsk"].into_iter().zip(&config.house.notice);
        let checkpoints = config.trail.is_kept().then_some(config.trail.every);
        Self {
            body: config.house.body.clone(),
            tenant: config.entra.tenant.clone(),
            domains: config.house.domains.clone(),
            shares: config.shares,
            public_url: config.server.public_url.clone(),
            loopback: config.is_loopback(),
            sign_in: host(&config.entra.authority),
            mail: (host(&config.graph.url), config.graph.scopes.clone()),
            writers: first.into_iter().chain(more).collect(),
            tokens_per_day: writer.tokens_per_day,
            embeddings: Model::of(&config.embeddings.url, &config.embeddings.model, config.embeddings.data),
            codes: config.access.code.iter().map(|row| (row.code.clone(), seen_by(row.seen_by.into()))).collect(),
            retention: config.retention.rule(),
            key: key(&config.store.key),
            checkpoints,
            asks_when_away: config.house.when_away == Away::Ask,
            notices: notices.filter(|(_, notice)| !notice.trim().is_empty()).map(|(language, _)| language).collect(),
            log: config.log.level.clone(),
            figures: !config.server.metrics.is_empty(),
        }
    }

    /// Every model, whatever it does.
    pub fn models(&self) -> impl Iterator<Item = &Model> {
        self.writers.iter().chain(&self.embeddings)
    }

    /// Models that run elsewhere.
    pub fn outside(&self) -> impl Iterator<Item = &Model> {
        self.models().filter(|model| model.ground == Ground::Outside)
    }
}

/// How far something is seen, in words.
fn seen_by(circle: Circle) -> &'static str {
    match circle {
        Circle::House => "alle som slippes inn",
        Circle::Unit => "enheten som har saken",
        Circle::Responsible => "den saksansvarlige",
    }
}

/// Where the master key is; the setting itself may be a key by mistake, so its kind alone is told.
fn key(setting: &str) -> String {
    match vault::Source::read(setting) {
        Ok(vault::Source::File(_)) => "i en egen fil på serveren",
        Ok(vault::Source::Variable(_)) => "i en miljøvariabel",
        Ok(vault::Source::Command(_)) => "i et nøkkelhvelv som en kommando henter fra",
        _ if setting.is_empty() => "i en fil ved siden av databasen, slik det bare er tillatt på egen maskin",
        _ => "ikke riktig oppgitt, så serveren starter ikke",
    }
    .to_owned()
}

/// Host and port of an address; nobody's name or password.
fn host(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    host.rsplit('@').next().unwrap_or_default().to_lowercase()
}

fn ground(host: &str) -> Ground {
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.rsplit_once(':').map_or(host, |(name, _)| name),
    };
    match name.parse::<IpAddr>() {
        Ok(address) if address.is_loopback() => Ground::Here,
        Ok(IpAddr::V4(address)) if is_private(address) => Ground::Within,
        Ok(IpAddr::V6(address)) if address.is_unique_local() || address.is_unicast_link_local() => Ground::Within,
        Err(_) if name == "localhost" => Ground::Here,
        // A name says nothing of where it leads.
        _ => Ground::Outside,
    }
}

fn is_private(address: Ipv4Addr) -> bool {
    address.is_private() || address.is_link_local()
}

#[cfg(test)]
mod tests {
    use super::{Ground, ground, host};

    #[test]
    fn where_a_model_runs_is_told_by_its_address() {
        for (url, told, wanted) in [
            ("http://127.0.0.1:8080/v1", "127.0.0.1:8080", Ground::Here),
            ("http://localhost/v1", "localhost", Ground::Here),
            ("http://[::1]:8080/v1", "[::1]:8080", Ground::Here),
            ("http://10.0.0.5:8000/v1", "10.0.0.5:8000", Ground::Within),
            ("http://[fd00::1]/v1", "[fd00::1]", Ground::Within),
            ("https://nokkel:hemmelig@Modell.example/v1?key=x", "modell.example", Ground::Outside),
            ("https://localhost.example/v1", "localhost.example", Ground::Outside),
            ("https://203.0.113.9/v1", "203.0.113.9", Ground::Outside),
        ] {
            assert_eq!((host(url).as_str(), ground(&host(url))), (told, wanted), "{url}");
        }
    }
}
