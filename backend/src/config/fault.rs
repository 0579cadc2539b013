//! What is wrong with settings (feil i oppsettet), a sentence each with its remedy; `serve` does not start with one of them.

use super::{Config, Entra, Graph, NO_KEY, Server, Trail, Writer, is_loopback};
use std::path::{Component, Path, PathBuf};

/// The permissions that sending from the pane needs, in one's own mailbox and in a shared one.
const SENDING: [&str; 2] = ["Mail.Send", "Mail.Send.Shared"];

impl Graph {
    /// Sending without the permission would fail at the click.
    fn fault(&self) -> Option<String> {
        let has = |needed: &&str| self.scopes.iter().any(|scope| scope == needed);
        let missing: Vec<_> = SENDING.into_iter().filter(|needed| !has(needed)).collect();
        (self.send && !missing.is_empty()).then(|| {
            let missing = missing.join("\" and \"");
            format!("graph.send is true, and graph.scopes does not name \"{missing}\". Add it, and have an administrator consent to it.")
        })
    }
}

impl Config {
    /// What is wrong with the settings for `serve`, a sentence each.
    #[must_use]
    pub fn faults(&self) -> Vec<String> {
        if self.tenant.is_empty() {
            return self.own_faults();
        }
        let houses = match self.houses() {
            Ok(houses) => houses,
            Err(why) => return vec![why],
        };
        let mut faults = Vec::new();
        for (number, house) in (1..).zip(&houses) {
            let name = self.called(number);
            faults.extend(house.own_faults().into_iter().map(|fault| format!("{name}: {fault}")));
            if houses[..number - 1].iter().any(|other| other.host() == house.host()) {
                faults.push(format!("{name}: server.public_url is another's too. Give each a host of its own."));
            }
            if houses[..number - 1].iter().any(|other| other.entra.tenant == house.entra.tenant) {
                faults.push(format!("{name}: entra.tenant is another's too. Write each municipality once."));
            }
        }
        faults
    }

    fn own_faults(&self) -> Vec<String> {
        let mut faults = self.out_of_bounds();
        faults.extend(self.trail.faults());
        faults.extend(self.retention.rule().valid().err().map(|invalid| format!("{invalid}.")));
        faults.extend(self.access.table().err());
        faults.extend(self.beside());
        faults.extend(self.graph.fault());
        faults.extend(self.entra.fault());
        faults.extend(self.server.readable_on_the_way().into_iter().chain(self.readable_on_the_way()));
        for (key, context) in self.writer.contexts() {
            if context < self.writer.max_tokens.saturating_add(2_000) {
                faults.push(format!("{key} is {context}. It must hold writer.max_tokens and 2000 more at the least."));
            }
        }
        for (key, value) in [("entra.tenant", &self.entra.tenant), ("entra.client_id", &self.entra.client_id)] {
            if value.is_empty() {
                faults.push(format!("{key} is not set. It stands in the Entra admin centre under App registrations."));
            }
        }
        for (key, url) in [
            ("server.public_url", &self.server.public_url),
            ("server.office_js", &self.server.office_js),
            ("entra.authority", &self.entra.authority),
            ("graph.url", &self.graph.url),
        ] {
            if !(url.starts_with("https://") || self.is_loopback() && is_loopback(url)) {
                faults.push(format!(
                    "{key} = \"{url}\" must begin with https:// (loopback only when server.public_url is loopback too)."
                ));
            }
        }
        if let Err(fault) = self.server.metrics() {
            faults.push(fault);
        }
        if self.shares && !is_a_name(&self.entra.tenant) {
            faults.push("entra.tenant names a folder here: write it with letters, digits and hyphens only.".to_owned());
        }
        if self.store.key.is_empty() && !self.is_loopback() {
            faults.push(NO_KEY.to_owned());
        }
        if self.server.public_url.ends_with('/') {
            faults.push("server.public_url must not end with a slash.".to_owned());
        }
        faults
    }

    /// Numbers that a server cannot live with.
    fn out_of_bounds(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for (key, seconds, most) in [
            ("server.patience", self.server.patience, 600),
            ("graph.patience", self.graph.patience, 120),
            ("writer.patience", self.writer.patience, 300),
            ("embeddings.patience", self.embeddings.patience, 30),
            ("cases.patience", self.cases.patience, 60),
            ("noark.patience", self.noark.patience, 60),
            ("p360.patience", self.p360.patience, 60),
            ("fiks.patience", self.fiks.patience, 120),
            ("einnsyn.patience", self.einnsyn.patience, 30),
        ] {
            if !(1..=most).contains(&seconds) {
                faults.push(format!("{key} is {seconds}. Write a number of seconds from 1 to {most}."));
            }
        }
        for (key, number, (least, most)) in [
            ("server.connections", self.server.connections, (16, 60_000)),
            ("server.per_person", self.server.per_person, (10, 1_000_000)),
            ("server.per_tenant", self.server.per_tenant, (100, 10_000_000)),
        ] {
            if !(least..=most).contains(&number) {
                faults.push(format!("{key} is {number}. Write a number from {least} to {most}."));
            }
        }
        faults
    }

    /// What is served to anybody must not lie with what nobody may read, nor around it.
    fn beside(&self) -> Option<String> {
        let [assets, store] = [self.server.assets_folder(), &self.store.folder].map(whole);
        (assets.starts_with(&store) || store.starts_with(&assets)).then(|| {
            format!(
                "server.assets ({}) and store.folder ({}) lie in each other: files of the one are given to everybody, and the other is for \
                 nobody. Give each a folder of its own.",
                assets.display(),
                store.display()
            )
        })
    }

    /// Endpoints of models that text would travel to unencrypted, which nobody allowed.
    fn readable_on_the_way(&self) -> Vec<String> {
        let writers = self.writer.endpoint.iter().map(|endpoint| ("writer.endpoint.url", &endpoint.url));
        let writers =
            std::iter::once(("writer.url", &self.writer.url)).chain(writers).map(|url| (url, self.writer.plain_http));
        let embeddings = (("embeddings.url", &self.embeddings.url), self.embeddings.plain_http);
        let all = writers.chain([embeddings]);
        let open = all.filter(|((_, url), allowed)| url.starts_with("http://") && !is_loopback(url) && !allowed);
        open.map(|((key, url), _)| {
            let section = key.split('.').next().unwrap_or_default();
            format!(
                "{key} = \"{url}\" is not encrypted: what is sent there can be read on the way. Write https:// ({section}.ca_file names an \
                 authority of your own), or set {section}.plain_http = true."
            )
        })
        .collect()
    }
}

impl Server {
    /// Where a program without a pane inside looks for one.
    pub(crate) const BUILT: &str = "dist";

    /// The folder that is given to everybody, if any is.
    fn assets_folder(&self) -> &Path {
        if self.assets.as_os_str().is_empty() { Path::new(Self::BUILT) } else { &self.assets }
    }

    /// Half of what TLS needs, or an address that others reach by plain HTTP, which nobody allowed.
    fn readable_on_the_way(&self) -> Vec<String> {
        let (certificate, key) = (self.certificate.as_os_str(), self.key.as_os_str());
        if certificate.is_empty() != key.is_empty() {
            let (named, missing) = if key.is_empty() { ("certificate", "key") } else { ("key", "certificate") };
            return vec![format!("server.{named} is set and server.{missing} is not. Set both, or neither.")];
        }
        if !certificate.is_empty() || self.plain_http {
            return Vec::new();
        }
        let figures = self.metrics.parse().ok().map(|address| ("server.metrics", address));
        let all = std::iter::once(("server.listen", self.listen)).chain(figures);
        let open = all.filter(|(_, address)| !address.ip().to_canonical().is_loopback());
        open.map(|(key, address)| {
            format!(
                "{key} = \"{address}\" is reached from other machines and is not encrypted. Set server.certificate and server.key, listen on \
                 127.0.0.1 beside the proxy, or set server.plain_http = true where something else encrypts the way."
            )
        })
        .collect()
    }
}

impl Entra {
    /// A certificate without its key or a key without one, or a secret beside both.
    fn fault(&self) -> Option<String> {
        let is_named = !self.certificate.as_os_str().is_empty();
        if is_named == self.certificate_key.is_empty() {
            let (named, missing) = if is_named { ("", "_key") } else { ("_key", "") };
            return Some(format!(
                "entra.certificate{named} is set and entra.certificate{missing} is not. Set both, or neither."
            ));
        }
        (is_named && !self.client_secret.is_empty())
            .then(|| "entra.client_secret is set beside entra.certificate. Leave the secret empty.".to_owned())
    }
}

impl Trail {
    fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        if !(1..=720).contains(&self.every) {
            faults.push(format!("trail.every is {}. Write a number of hours from 1 to 720.", self.every));
        }
        if self.is_kept() && self.checkpoints.as_os_str().is_empty() {
            faults.push(
                "trail.checkpoints is not set. Name a folder that is kept elsewhere than the database.".to_owned(),
            );
        }
        faults
    }
}

impl Writer {
    /// The rooms of all endpoints, each with the setting it is.
    fn contexts(&self) -> impl Iterator<Item = (&'static str, u32)> {
        let more = self.endpoint.iter().filter_map(|endpoint| endpoint.context);
        std::iter::once(("writer.context", self.context))
            .chain(more.map(|context| ("writer.endpoint.context", context)))
    }
}

/// Whether it can be the name of a folder, and of nothing else.
fn is_a_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
}

/// A folder with its links followed as far as it is there, and from the root.
fn whole(folder: &Path) -> PathBuf {
    let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let there = folder.ancestors().find_map(|part| Some((part, part.canonicalize().ok()?)));
    let Some((part, real)) = there else { return folder };
    let rest = folder.strip_prefix(part).unwrap_or(Path::new(""));
    rest.components().fold(real, |mut all, component| {
        match component {
            Component::ParentDir => drop(all.pop()),
            component => all.push(component),
        }
        all
    })
}

#[cfg(test)]
mod tests {
    use super::Config;
    use std::fs;

    fn faults(pairs: &[(&str, &str)]) -> Vec<String> {
        let ids = [("SAKSVAR__ENTRA__TENANT", "t"), ("SAKSVAR__ENTRA__CLIENT_ID", "c")];
        let all = ids.iter().chain(pairs).map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Config::load(None, all).unwrap().faults()
    }

    #[test]
    fn what_everybody_is_given_and_what_nobody_may_read_lie_apart() {
        let place = tempfile::TempDir::new().unwrap();
        let under = |name: &str| place.path().join(name).display().to_string();
        fs::create_dir(place.path().join("real")).unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink(place.path().join("real"), place.path().join("link")).unwrap();
        for (assets, store, apart) in [
            ("dist", "state", true),
            ("dist", "dist", false),
            ("dist", "dist/state", false),
            ("state/dist", "state", false),
            ("dist", "dist/../state", true),
            ("dist", "x/../dist/state", false),
            ("dist", "distant", true),
            #[cfg(unix)]
            ("real", "link/state", false),
        ] {
            let faults =
                faults(&[("SAKSVAR__SERVER__ASSETS", &under(assets)), ("SAKSVAR__STORE__FOLDER", &under(store))]);
            assert_eq!(faults.is_empty(), apart, "{assets} {store}: {faults:?}");
            assert!(faults.iter().all(|fault| fault.contains("lie in each other")), "{faults:?}");
        }
    }

    #[test]
    fn an_endpoint_in_the_open_must_be_allowed_by_name() {
        let endpoint = "[{ url = 'http://10.0.0.5:8000/v1', model = 'm', data = 'open' }]";
        for (name, url, section) in [
            ("SAKSVAR__WRITER__URL", "http://10.0.0.5/v1", "WRITER"),
            ("SAKSVAR__WRITER__URL", "http://127.0.0.1.example.no/v1", "WRITER"),
            ("SAKSVAR__WRITER__ENDPOINT", endpoint, "WRITER"),
            ("SAKSVAR__EMBEDDINGS__URL", "http://modell.intern/v1", "EMBEDDINGS"),
        ] {
            assert_eq!(faults(&[(name, url)]).len(), 1, "{url}");
            let allowed = format!("SAKSVAR__{section}__PLAIN_HTTP");
            assert_eq!(faults(&[(name, url), (&allowed, "true")]), Vec::<String>::new(), "{url}");
        }
        for url in ["http://127.0.0.1:8080/v1", "http://localhost/v1", "https://modell.intern/v1", ""] {
            assert_eq!(faults(&[("SAKSVAR__WRITER__URL", url)]), Vec::<String>::new(), "{url}");
        }
    }

    #[test]
    fn who_listens_for_other_machines_has_a_certificate_or_is_allowed_by_name() {
        const PAIR: [(&str, &str); 2] =
            [("SAKSVAR__SERVER__CERTIFICATE", "cert.pem"), ("SAKSVAR__SERVER__KEY", "key.pem")];
        const ALLOWED: (&str, &str) = ("SAKSVAR__SERVER__PLAIN_HTTP", "true");
        for (key, address, open) in [
            ("LISTEN", "0.0.0.0:8750", 1),
            ("LISTEN", "[::]:8750", 1),
            ("LISTEN", "10.0.0.7:8750", 1),
            ("METRICS", "10.0.0.7:9750", 1),
            ("LISTEN", "[::ffff:127.0.0.1]:8750", 0),
            ("LISTEN", "127.0.0.9:8750", 0),
            ("METRICS", "[::1]:9750", 0),
        ] {
            let name = format!("SAKSVAR__SERVER__{key}");
            let place = (name.as_str(), address);
            let told = faults(&[place]);
            assert!(told.len() == open && told.iter().all(|fault| fault.contains("plain_http")), "{address}: {told:?}");
            assert_eq!(faults(&[place, ALLOWED]), Vec::<String>::new(), "{address}");
            assert_eq!(faults(&[place, PAIR[0], PAIR[1]]), Vec::<String>::new(), "{address}");
        }
        for half in PAIR {
            let told = faults(&[half]);
            assert!(told.len() == 1 && told[0].ends_with("Set both, or neither."), "{told:?}");
        }
    }

    #[test]
    fn a_certificate_for_entra_comes_with_its_key_and_in_place_of_a_secret() {
        const ALL: [(&str, &str); 3] = [
            ("SAKSVAR__ENTRA__CERTIFICATE", "entra.pem"),
            ("SAKSVAR__ENTRA__CERTIFICATE_KEY", "file:entra.key"),
            ("SAKSVAR__ENTRA__CLIENT_SECRET", "hemmelig"),
        ];
        for (set, fault) in [
            (&ALL[..2], None),
            (&ALL[2..], None),
            (&ALL[..1], Some("entra.certificate_key is not")),
            (&ALL[1..2], Some("entra.certificate is not")),
            (&ALL[..], Some("entra.client_secret is set beside")),
        ] {
            let told = faults(set);
            assert_eq!(told.len(), usize::from(fault.is_some()), "{told:?}");
            assert!(fault.is_none_or(|fault| told[0].contains(fault)), "{told:?}");
        }
    }

    #[test]
    fn limits_are_numbers_that_a_server_can_live_with() {
        for name in ["CONNECTIONS", "PER_PERSON", "PER_TENANT"] {
            assert_eq!(faults(&[(&format!("SAKSVAR__SERVER__{name}"), "1")]).len(), 1, "{name}");
        }
    }
}
