//! The town and the unmodified server with the built pane.

use backend::{config::Config, serve, wire};
use std::{path::Path, sync::Arc, time::Duration};
use tempfile::TempDir;
use tokio::{net::TcpListener, sync::oneshot, task::JoinHandle, time::timeout};
use town::{Running, Settings, Town};

/// A running town with its server; both end with it.
pub struct Stand {
    /// The outside systems.
    pub town: Running,
    /// The server's origin.
    pub url: String,
    state: TempDir,
    stop: Option<oneshot::Sender<()>>,
    server: Option<JoinHandle<Result<(), String>>>,
}

impl Stand {
    /// Starts a town with the fixture's mail and records, and a server against it with more settings (`SAKSVAR__…`).
    pub async fn with(more: &[(&str, &str)]) -> Self {
        let pages = crate::root().join("dist");
        assert!(pages.join("index.html").is_file(), "The pane is not built. Run `cargo xtask sidebar` first.");
        let fixture = crate::root().join("tests/fixture");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}", serve::address(&listener).expect("an address"));
        let town = Town::start(settings(&url, &fixture)).await.expect("the town starts");
        let state = TempDir::new().expect("a folder");
        let config = config(&town, &url, (state.path(), &pages), more);
        wire::import(&config, &fixture.join("records")).expect("the records are imported");
        let mut stand = Self { town, url, state, stop: None, server: None };
        stand.serve(&config, listener).await;
        stand
    }

    async fn serve(&mut self, config: &Config, listener: TcpListener) {
        let hosts = wire::hosts(config, &Arc::default()).await.expect("the server is wired");
        let (stop, stopped) = oneshot::channel();
        self.stop = Some(stop);
        self.server = Some(tokio::spawn(serve::until_stopped(listener, hosts, async {
            let _ = stopped.await;
        })));
    }

    /// Starts a server again over the same store.
    pub async fn resume(&mut self) {
        let listener = TcpListener::bind(self.address()).await.expect("the port is free again");
        let config = config(&self.town, &self.url, (self.state.path(), &crate::root().join("dist")), &[]);
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
        self.url.trim_start_matches("http://")
    }
}

fn settings(url: &str, fixture: &Path) -> Settings {
    Settings {
        mail: Some(fixture.join("mail")),
        addin_url: Some(url.to_owned()),
        redirect_uris: vec![format!("{url}/auth/callback")],
        ..Settings::default()
    }
}

fn config(town: &Running, url: &str, (state, pages): (&Path, &Path), more: &[(&str, &str)]) -> Config {
    let own = [
        ("SAKSVAR__SERVER__PUBLIC_URL", url),
        ("SAKSVAR__SERVER__LISTEN", url.trim_start_matches("http://")),
        ("SAKSVAR__SERVER__ASSETS", &pages.display().to_string()),
        ("SAKSVAR__SERVER__OFFICE_JS", &format!("{}/office.js", town.outlook_url)),
        ("SAKSVAR__SERVER__FRAME_ANCESTORS", &format!("[\"{}\"]", town.outlook_url)),
        ("SAKSVAR__STORE__FOLDER", &state.join("store").display().to_string()),
        ("SAKSVAR__ENTRA__AUTHORITY", &town.entra_url),
        ("SAKSVAR__ENTRA__TENANT", &town.settings().tenant),
        ("SAKSVAR__ENTRA__CLIENT_ID", &town.settings().client_id),
        ("SAKSVAR__ENTRA__CLIENT_SECRET", &town.settings().client_secret),
        ("SAKSVAR__GRAPH__URL", &format!("{}/v1.0", town.graph_url)),
        ("SAKSVAR__HOUSE__BODY", "Fjordvik kommune"),
        ("SAKSVAR__HOUSE__DOMAINS", "[\"fjordvik.kommune.no\"]"),
    ];
    let all = own.iter().chain(more).map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Config::load(None, all).expect("the settings are right")
}
