//! A stand: the town and the unmodified server on loopback, and people who call it.

use backend::{config::Config, serve, wire};
use contract::{Event, Operation, Problem};
use domain::port::Clock;
use reqwest::{Client, Response, StatusCode};
use std::{future::pending, sync::Arc, time::Duration};
use tempfile::TempDir;
use tokio::{net::TcpListener, sync::oneshot, task::JoinHandle};
use town::{Running, Settings, Town};

/// The first of two municipalities on one server.
const FJORDVIK: &str = "11111111-1111-4111-8111-111111111111";
/// …and the second.
const BJERKEDAL: &str = "22222222-2222-4222-8222-222222222222";

/// A running town with its server; both end with it.
pub struct Stand {
    /// The outside systems.
    pub town: Running,
    /// The server's origin.
    pub url: String,
    /// The client that people use.
    pub client: Client,
    state: TempDir,
    more: Vec<(String, String)>,
    /// Where the figures of this server are.
    pub metrics_url: String,
    stop: Option<oneshot::Sender<()>>,
    server: Option<JoinHandle<Result<(), String>>>,
}

impl Stand {
    /// Starts a town with the fixture's mail and records, and a server against it.
    pub async fn up() -> Self {
        Self::with(&[]).await
    }

    /// The same, with more settings (`SAKSVAR__…`).
    pub async fn with(more: &[(&str, &str)]) -> Self {
        let more: Vec<_> = more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Self::of(|_| more).await
    }

    /// The same with a model endpoint as the writer; the endpoint is one of the town's.
    pub async fn writing(model: impl FnOnce(&Running) -> String) -> Self {
        Self::writing_with(model, &[]).await
    }

    /// The same with more settings of the writer (`DATA`, `ENDPOINT` …).
    pub async fn writing_with(model: impl FnOnce(&Running) -> String, more: &[(&str, &str)]) -> Self {
        let setting = |name: &str, value: String| (format!("SAKSVAR__WRITER__{name}"), value);
        Self::of(|town| {
            let key = town.settings().model_key.clone();
            let (model, name) = (model(town), town::MODEL.to_owned());
            let own = [("URL", model), ("MODEL", name), ("KEY", key), ("PATIENCE", "3".to_owned())];
            let more = more.iter().map(|(name, value)| (*name, (*value).to_owned()));
            own.into_iter().chain(more).map(|(name, value)| setting(name, value)).collect()
        })
        .await
    }

    /// The same, with settings that are known once the town is there.
    pub async fn of(more: impl FnOnce(&Running) -> Vec<(String, String)>) -> Self {
        Self::in_town(|_| (), more).await
    }

    /// The same in a town that is set up differently.
    pub async fn in_town(
        change: impl FnOnce(&mut Settings),
        more: impl FnOnce(&Running) -> Vec<(String, String)>,
    ) -> Self {
        let fixture = crate::root().join("tests/fixture");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}", serve::address(&listener).expect("an address"));
        let mut settings = Settings {
            mail: Some(fixture.join("mail")),
            addin_url: Some(url.clone()),
            pane_path: "/index.html".to_owned(),
            redirect_uris: vec![format!("{url}/auth/callback")],
            ..Settings::default()
        };
        change(&mut settings);
        let town = Town::start(settings).await.expect("the town starts");
        let state = TempDir::new().expect("a folder");
        pages(state.path());
        let more = more(&town);
        let mut stand =
            Self { town, url, client: client(), state, more, metrics_url: String::new(), stop: None, server: None };
        let config = stand.config();
        wire::import(&config, &fixture.join("records")).expect("the records are imported");
        stand.serve(&config, listener).await;
        stand
    }

    /// Two municipalities on one server and one database, each with a town of its own. The second is reached as `localhost`, has no records,
    /// and ends with the first.
    pub async fn pair() -> (Self, Self) {
        let fixture = crate::root().join("tests/fixture");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let port = serve::address(&listener).expect("an address").port();
        let mut stands = Vec::new();
        for (host, tenant) in [("127.0.0.1", FJORDVIK), ("localhost", BJERKEDAL)] {
            let url = format!("http://{host}:{port}");
            let settings = Settings {
                tenant: tenant.to_owned(),
                client_id: format!("{}9", &tenant[..tenant.len() - 1]),
                mail: Some(fixture.join("mail")),
                addin_url: Some(url.clone()),
                redirect_uris: vec![format!("{url}/auth/callback")],
                ..Settings::default()
            };
            let town = Town::start(settings).await.expect("the town starts");
            let state = TempDir::new().expect("a folder");
            pages(state.path());
            stands.push(Self {
                town,
                url,
                client: client(),
                state,
                more: Vec::new(),
                metrics_url: String::new(),
                stop: None,
                server: None,
            });
        }
        let houses = [house(&stands[0], "Fjordvik kommune"), house(&stands[1], "Bjerkedal kommune")];
        let second = stands.pop().expect("the second");
        let mut first = stands.pop().expect("the first");
        first.more = vec![("SAKSVAR__TENANT".to_owned(), format!("[{}]", houses.join(", ")))];
        let config = first.config();
        let own = config.house(Some(FJORDVIK)).expect("the first house");
        wire::import(&own, &fixture.join("records")).expect("the records are imported");
        first.serve(&config, listener).await;
        (first, second)
    }

    async fn serve(&mut self, config: &Config, listener: TcpListener) {
        self.serve_at(config, listener, Arc::new(wire::SystemClock)).await;
    }

    async fn serve_at(&mut self, config: &Config, listener: TcpListener, clock: Arc<dyn Clock>) {
        let metrics = Arc::default();
        let hosts = wire::hosts_at(config, &metrics, clock).await.expect("the server is wired");
        let figures = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        self.metrics_url = format!("http://{}/metrics", serve::address(&figures).expect("an address"));
        tokio::spawn(serve::metrics_until_stopped(figures, (metrics, None), pending()));
        let (stop, stopped) = oneshot::channel();
        self.stop = Some(stop);
        self.server = Some(tokio::spawn(serve::until_stopped(listener, hosts, async {
            let _ = stopped.await;
        })));
    }

    /// Stops the server and starts it again over the same store, as after a restart.
    pub async fn restart(&mut self) {
        self.restart_at(Arc::new(wire::SystemClock)).await;
    }

    /// The same with another clock for drafts and how long they are kept.
    pub async fn restart_at(&mut self, clock: Arc<dyn Clock>) {
        self.halt().await;
        let address = self.url.trim_start_matches("http://").to_owned();
        let listener = TcpListener::bind(address).await.expect("the port is free again");
        let config = self.config();
        self.serve_at(&config, listener, clock).await;
    }

    /// Stops the server; what is under way is finished.
    pub async fn halt(&mut self) {
        self.client = client();
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(server) = self.server.take() {
            let _ = tokio::time::timeout(Duration::from_secs(10), server).await;
        }
    }

    /// Where the store lies.
    pub fn state_folder(&self) -> std::path::PathBuf {
        self.state.path().join("store")
    }

    /// The settings of this stand, for the command line's verbs.
    pub fn config(&self) -> Config {
        Config::load(None, self.environment()).expect("the settings are right")
    }

    /// The same settings as another process is given them.
    pub fn environment(&self) -> Vec<(String, String)> {
        let own = settings(&self.town, &self.url, self.state.path());
        own.into_iter().map(|(name, value)| (name.to_owned(), value)).chain(self.more.iter().cloned()).collect()
    }

    /// The token Office gives the pane of this person (`kari`, `liv`, `ola`, `tor`).
    pub fn token(&self, person: &str) -> String {
        self.town.office_token(person).expect("the person works here")
    }

    /// The figures, as Prometheus is told them.
    pub async fn metrics(&self) -> String {
        let answer = self.client.get(&self.metrics_url).send().await.expect("the figures are served");
        answer.text().await.expect("text")
    }

    /// Posts JSON as it stands.
    pub async fn post(&self, path: &str, bearer: Option<&str>, body: impl Into<reqwest::Body>) -> Response {
        let mut request =
            self.client.post(format!("{}{path}", self.url)).header("content-type", "application/json").body(body);
        if let Some(bearer) = bearer {
            request = request.bearer_auth(bearer);
        }
        request.send().await.expect("the server answers")
    }

    /// Calls a streaming operation as a person; gives every event, name and JSON.
    pub async fn events<O: Operation>(&self, person: &str, operation: &O) -> Vec<(String, String)> {
        let body = serde_json::to_vec(operation).expect("an operation is JSON");
        let text = self.post(O::PATH, Some(&self.token(person)), body).await.text().await.expect("a whole answer");
        text.split_terminator("\n\n").map(parted).collect()
    }

    /// Calls an operation of a server that may be killed meanwhile; nothing when the line broke before the whole answer was there.
    pub async fn tried<O: Operation>(&self, person: &str, operation: &O) -> Option<Result<O::Answer, Problem>> {
        let body = serde_json::to_vec(operation).expect("an operation is JSON");
        let request = self.client.post(format!("{}{}", self.url, O::PATH)).header("content-type", "application/json");
        let answer = request.bearer_auth(self.token(person)).body(body).send().await.ok()?;
        let is_fine = answer.status() == StatusCode::OK;
        let text = answer.text().await.ok()?;
        Some(answered::<O>(is_fine, &text))
    }

    /// Calls an operation as a person; streams are read to their end.
    ///
    /// # Errors
    /// The problem the server answered with.
    pub async fn call<O: Operation>(&self, person: &str, operation: &O) -> Result<O::Answer, Problem> {
        let body = serde_json::to_vec(operation).expect("an operation is JSON");
        let bearer = (person != "gate").then(|| self.token(person));
        let answer = self.post(O::PATH, bearer.as_deref(), body).await;
        let is_fine = answer.status() == StatusCode::OK;
        let text = answer.text().await.expect("a whole answer");
        answered::<O>(is_fine, &text)
    }
}

/// What a whole answer says.
fn answered<O: Operation>(is_fine: bool, text: &str) -> Result<O::Answer, Problem> {
    match (is_fine, O::STREAMS) {
        (true, false) => Ok(serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))),
        (true, true) => last::<O>(text),
        (false, _) => Err(serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))),
    }
}

/// What is a house's own among several, as the environment tells it.
fn house(stand: &Stand, name: &str) -> String {
    let (town, url) = (stand.town.settings(), &stand.url);
    format!(
        "{{ server = {{ public_url = '{url}' }}, graph = {{ url = '{}/v1.0' }}, house = {{ body = '{name}' }}, entra = {{ authority = '{}', tenant = '{}', client_id = '{}', client_secret = '{}' }} }}",
        stand.town.graph_url, stand.town.entra_url, town.tenant, town.client_id, town.client_secret
    )
}

/// The last event of a stream.
fn last<O: Operation>(text: &str) -> Result<O::Answer, Problem> {
    let (name, content) = parted(text.trim_end().rsplit("\n\n").next().unwrap_or_default());
    let json = format!("{{\"event\":\"{name}\",\"data\":{content}}}");
    match serde_json::from_str(&json).unwrap_or_else(|error| panic!("{error}: {text}")) {
        Event::Answer(answer) => Ok(answer),
        Event::Problem(problem) => Err(*problem),
        Event::Progress(step) => panic!("the stream ended with {step:?}"),
    }
}

/// An event's name and JSON.
fn parted(event: &str) -> (String, String) {
    let (name, content) = event.split_once('\n').unwrap_or_default();
    (name.trim_start_matches("event: ").to_owned(), content.trim_start_matches("data: ").to_owned())
}

fn client() -> Client {
    Client::builder()
        .timeout(Duration::from_secs(60))
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .expect("a client")
}

/// The pages a server needs; the journeys go without the built pane.
fn pages(state: &std::path::Path) {
    let folder = state.join("pane");
    std::fs::create_dir_all(&folder).expect("a folder");
    for page in ["index.html", "launchevent.html", "launchevent.js", "signed-in.html"] {
        std::fs::write(folder.join(page), "{{origin}} {{office_js}}").expect("a page");
    }
}

fn settings(town: &Running, url: &str, state: &std::path::Path) -> Vec<(&'static str, String)> {
    let (code, unit) = town::access();
    vec![
        ("SAKSVAR__ACCESS__CODE", code),
        ("SAKSVAR__ACCESS__UNIT", unit),
        ("SAKSVAR__SERVER__PUBLIC_URL", url.to_owned()),
        ("SAKSVAR__SERVER__LISTEN", url.trim_start_matches("http://").to_owned()),
        ("SAKSVAR__SERVER__ASSETS", state.join("pane").display().to_string()),
        // A test asks faster than a hand.
        ("SAKSVAR__SERVER__PER_PERSON", "1000000".to_owned()),
        ("SAKSVAR__SERVER__PER_TENANT", "10000000".to_owned()),
        ("SAKSVAR__SERVER__OFFICE_JS", format!("{}/office.js", town.outlook_url)),
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
