//! The town and the unmodified server with the built pane.

use crate::Office;
use backend::{config::Config, serve, wire};
use std::{path::Path, sync::Arc, time::Duration};
use tempfile::TempDir;
use tokio::{net::TcpListener, sync::oneshot, task::JoinHandle, time::timeout};
use town::{HOSTS, Noark, NoarkSettings, Running, Settings, Town};

/// A running town with its server; both end with it.
pub struct Stand {
    /// The outside systems.
    pub town: Running,
    /// The case system that takes mails, in a house that is connected to one.
    pub kernel: Option<Noark>,
    /// The server's origin.
    pub url: String,
    at: String,
    office: Option<&'static Office>,
    state: TempDir,
    stop: Option<oneshot::Sender<()>>,
    server: Option<JoinHandle<Result<(), String>>>,
}

impl Stand {
    /// Starts a town with the fixture's mail and records, and a server against it with more settings (`SAKSVAR__…`). With a library of
    /// Microsoft's both speak TLS on the hosts that they have on the internet, and the server's settings of Office are those it comes with.
    pub async fn with(more: &[(&str, &str)], office: Option<&'static Office>) -> Self {
        let pages = crate::root().join("dist");
        assert!(pages.join("index.html").is_file(), "The pane is not built. Run `cargo xtask sidebar` first.");
        let fixture = crate::root().join("tests/fixture");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let at = serve::address(&listener).expect("an address").to_string();
        let url = format!("{}://{at}", if office.is_some() { "https" } else { "http" });
        let town = Town::start(settings(&url, &fixture, office)).await.expect("the town starts");
        let state = TempDir::new().expect("a folder");
        let kernel = if more.contains(&KERNEL) { Some(kernel(&fixture).await) } else { None };
        let mut stand = Self { town, kernel, url, at, office, state, stop: None, server: None };
        let config = stand.config(more);
        wire::import(&config, &fixture.join("records")).expect("the records are imported");
        stand.serve(&config, listener).await;
        stand
    }

    /// Whether Outlook gives its add-ins Microsoft's own library.
    #[must_use]
    pub fn is_hosted(&self) -> bool {
        self.office.is_some()
    }

    /// What the browser must be told to find the hosts here, and nothing else anywhere.
    #[must_use]
    pub fn flags(&self) -> Vec<String> {
        if self.office.is_none() {
            return Vec::new();
        }
        let mut rules: Vec<String> = HOSTS.iter().map(|host| format!("MAP {host} {}", self.town.outlook_at)).collect();
        rules.extend(["MAP * ~NOTFOUND".to_owned(), "EXCLUDE 127.0.0.1".to_owned()]);
        vec![format!("--host-resolver-rules={}", rules.join(", ")), "--ignore-certificate-errors".to_owned()]
    }

    async fn serve(&mut self, config: &Config, listener: TcpListener) {
        let hosts = wire::hosts(config, &Arc::default()).await.expect("the server is wired");
        let hosts = hosts.encrypted(serve::certificate(config).expect("the certificate is read"));
        let (stop, stopped) = oneshot::channel();
        self.stop = Some(stop);
        self.server = Some(tokio::spawn(serve::until_stopped(listener, hosts, async {
            let _ = stopped.await;
        })));
    }

    /// Starts a server again over the same store.
    pub async fn resume(&mut self) {
        let listener = TcpListener::bind(self.address()).await.expect("the port is free again");
        let config = self.config(&[]);
        self.serve(&config, listener).await;
    }

    /// Stops the server; a connection that the browser keeps open is not waited for long.
    pub async fn halt(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(mut server) = self.server.take()
            && timeout(Duration::from_secs(2), &mut server).await.is_err()
        {
            server.abort();
            let _ = server.await;
        }
    }

    /// Host and port of the server.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.at
    }

    fn config(&self, more: &[(&str, &str)]) -> Config {
        let pages = crate::root().join("dist");
        let mut all = own(&self.town, (&self.url, &self.at), (self.state.path(), &pages));
        match self.office {
            None => all.extend([
                ("SAKSVAR__SERVER__OFFICE_JS", format!("{}/office.js", self.town.outlook_url)),
                ("SAKSVAR__SERVER__FRAME_ANCESTORS", format!("[\"{}\"]", self.town.outlook_url)),
            ]),
            Some(office) => {
                let (certificate, key) = office.written(self.state.path());
                all.extend([("SAKSVAR__SERVER__CERTIFICATE", certificate), ("SAKSVAR__SERVER__KEY", key)]);
            }
        }
        let more = more.iter().map(|(name, value)| (*name, (*value).to_owned()));
        if let Some(kernel) = &self.kernel {
            all.push(("SAKSVAR__NOARK__URL", kernel.url.clone()));
            all.push(("SAKSVAR__NOARK__CLIENT_SECRET", "town-noark-secret".to_owned()));
        }
        let all = all.into_iter().chain(more).map(|(name, value)| (name.to_owned(), value));
        Config::load(None, all).expect("the settings are right")
    }
}

/// The setting that has a case system started beside the town.
pub(crate) const KERNEL: (&str, &str) = ("SAKSVAR__NOARK__CLIENT_ID", "saksvar");

async fn kernel(fixture: &Path) -> Noark {
    let settings = NoarkSettings { records: Some(fixture.join("records")), ..NoarkSettings::default() };
    Noark::start(settings).await.expect("the kernel starts")
}

fn settings(url: &str, fixture: &Path, office: Option<&Office>) -> Settings {
    Settings {
        library: office.map(Office::library),
        mail: Some(fixture.join("mail")),
        addin_url: Some(url.to_owned()),
        redirect_uris: vec![format!("{url}/auth/callback"), url.replace("http", "brk-multihub")],
        ..Settings::default()
    }
}

type Setting = (&'static str, String);

fn own(town: &Running, (url, at): (&str, &str), (state, pages): (&Path, &Path)) -> Vec<Setting> {
    vec![
        ("SAKSVAR__SERVER__PUBLIC_URL", url.to_owned()),
        ("SAKSVAR__SERVER__LISTEN", at.to_owned()),
        ("SAKSVAR__SERVER__ASSETS", pages.display().to_string()),
        ("SAKSVAR__STORE__FOLDER", state.join("store").display().to_string()),
        ("SAKSVAR__ENTRA__AUTHORITY", town.entra_url.clone()),
        ("SAKSVAR__ENTRA__TENANT", town.settings().tenant.clone()),
        ("SAKSVAR__ENTRA__CLIENT_ID", town.settings().client_id.clone()),
        ("SAKSVAR__ENTRA__CLIENT_SECRET", town.settings().client_secret.clone()),
        ("SAKSVAR__GRAPH__URL", format!("{}/v1.0", town.graph_url)),
        ("SAKSVAR__HOUSE__BODY", "Fjordvik kommune".to_owned()),
        ("SAKSVAR__HOUSE__DOMAINS", "[\"fjordvik.kommune.no\"]".to_owned()),
    ]
}
