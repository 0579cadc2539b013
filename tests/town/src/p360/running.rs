//! A Public 360 that runs (i drift), and what a test may do with it.

use super::{access::P360User, model::Store, seed, serve};
use crate::{listen, noark::Failing, world::random};
use axum::{
    Router,
    body::Body,
    http::{Response, StatusCode},
};
use serde_json::{Value, json};
use std::{
    collections::VecDeque,
    io,
    path::PathBuf,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::{sync::watch, task::JoinHandle};

/// How it is set up.
#[derive(Clone, Debug)]
pub struct P360Settings {
    /// The port; 0 picks a free one.
    pub port: u16,
    /// The key of the integration.
    pub key: String,
    /// Its name.
    pub client_id: String,
    /// Its secret, where it comes with a token instead.
    pub client_secret: String,
    /// Who has an account.
    pub users: Vec<P360User>,
    /// A records folder whose `cases.jsonl` is filed from the beginning.
    pub records: Option<PathBuf>,
    /// Where the operations begin.
    pub prefix: String,
    /// Whether case numbers have the whole year (`2026/01234`).
    pub long_numbers: bool,
    /// Milliseconds until each answer.
    pub latency: u64,
}

impl Default for P360Settings {
    fn default() -> Self {
        let units = ["Byggesak", "Helse og omsorg", "Barnehage og skole", "Økonomi", "Vei, vann og avløp"];
        let user = |name: &str, units: &[&str]| P360User {
            upn: format!("{name}@fjordvik.kommune.no"),
            units: units.iter().copied().map(str::to_owned).collect(),
            codes: vec!["UO".to_owned()],
        };
        Self {
            port: 0,
            key: "town-p360-key".to_owned(),
            client_id: "saksvar".to_owned(),
            client_secret: "town-p360-secret".to_owned(),
            users: vec![user("kari.nordby", &units), user("ola.nes", &units[..1])],
            records: None,
            prefix: "/Biz/v2/api/call/SI.Data.RPC/SI.Data.RPC".to_owned(),
            long_numbers: false,
            latency: 0,
        }
    }
}

/// A call that was received.
#[derive(Clone, Debug, PartialEq)]
pub struct Called {
    /// `CaseService/GetCases`.
    pub operation: String,
    /// What it was called with.
    pub parameter: Value,
}

impl Called {
    /// In whose name.
    #[must_use]
    pub fn person(&self) -> Option<&str> {
        self.parameter["ADContextUser"].as_str()
    }
}

/// All it knows.
pub(super) struct State {
    pub(super) settings: P360Settings,
    store: Mutex<Store>,
    tokens: Mutex<Vec<String>>,
    failing: Mutex<VecDeque<Failing>>,
    half: AtomicBool,
    lost: AtomicBool,
    called: Mutex<Vec<Called>>,
    spans: Mutex<Vec<(Instant, Instant)>>,
}

impl State {
    /// Never held over an await.
    pub(super) fn open(&self) -> MutexGuard<'_, Store> {
        lock(&self.store)
    }

    pub(super) fn holds(&self, token: &str) -> bool {
        lock(&self.tokens).iter().any(|one| one == token)
    }

    pub(super) fn issue(&self) -> String {
        let token = random();
        lock(&self.tokens).push(token.clone());
        token
    }

    /// Whether the document that is made now stays without its files; once.
    pub(super) fn is_half(&self) -> bool {
        self.half.swap(false, Ordering::Relaxed)
    }

    /// Whether the answer to a document that was made is lost; once.
    pub(super) fn is_lost(&self) -> bool {
        self.lost.swap(false, Ordering::Relaxed)
    }

    /// Notes how long a call took.
    pub(super) fn ended(&self, begun: Instant) {
        lock(&self.spans).push((begun, Instant::now()));
    }

    /// Notes the call, waits as long as it takes, and fails it where that was wanted.
    pub(super) async fn begun(&self, operation: &str, parameter: &Value) -> Option<Response<Body>> {
        lock(&self.called).push(Called { operation: operation.to_owned(), parameter: parameter.clone() });
        tokio::time::sleep(Duration::from_millis(self.settings.latency)).await;
        let failing = lock(&self.failing).pop_front();
        let (status, body) = match failing? {
            Failing::Through => return None,
            Failing::Slow(wait) => {
                tokio::time::sleep(Duration::from_millis(wait)).await;
                return None;
            }
            Failing::Down => (StatusCode::SERVICE_UNAVAILABLE, ""),
            Failing::Broken => (StatusCode::INTERNAL_SERVER_ERROR, r#"{"Message":"An error has occurred."}"#),
            Failing::Garbage => (StatusCode::OK, r#"{"Cases": ["#),
        };
        let mut response = Response::new(Body::from(body));
        *response.status_mut() = status;
        Some(response)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A started Public 360; it stops when it is dropped.
pub struct P360 {
    /// Its address, without a path.
    pub url: String,
    state: Arc<State>,
    closing: watch::Sender<bool>,
    task: Option<JoinHandle<()>>,
}

impl P360 {
    /// Opens the port and files the records.
    ///
    /// # Errors
    /// A port that is taken, records that cannot be read.
    pub async fn start(settings: P360Settings) -> io::Result<Self> {
        let listener = listen::open(settings.port).await?;
        let url = listen::address(&listener)?;
        let mut store = Store::new(settings.long_numbers);
        settings.records.as_deref().map_or(Ok(()), |records| seed::fill(&mut store, records))?;
        let state = Arc::new(State {
            settings,
            store: Mutex::new(store),
            tokens: Mutex::default(),
            failing: Mutex::default(),
            half: AtomicBool::new(false),
            lost: AtomicBool::new(false),
            called: Mutex::default(),
            spans: Mutex::default(),
        });
        let router = Router::new().fallback(serve::call).with_state(state.clone());
        let router = router.layer(axum::extract::DefaultBodyLimit::max(64 << 20));
        let closing = watch::Sender::new(false);
        let mut closed = closing.subscribe();
        let task = tokio::spawn(async move {
            let until = async move {
                // The sender may be gone before it says anything, which closes it as well.
                let _ = closed.wait_for(|closing| *closing).await;
            };
            // Nobody is left to be told when serving ends badly.
            let _ = axum::serve(listener, router).with_graceful_shutdown(until).await;
        });
        Ok(Self { url, state, closing, task: Some(task) })
    }

    /// What goes wrong with the next calls, one after the other.
    pub fn fail(&self, failing: impl IntoIterator<Item = Failing>) {
        lock(&self.state.failing).extend(failing);
    }

    /// The next document is made without its files, and its call fails.
    pub fn fail_half(&self) {
        self.state.half.store(true, Ordering::Relaxed);
    }

    /// Tokens that were given out are not taken any more.
    pub fn withdraw(&self) {
        lock(&self.state.tokens).clear();
    }

    /// The next document is made whole, and nobody is told: the answer is lost.
    pub fn fail_lost(&self) {
        self.state.lost.store(true, Ordering::Relaxed);
    }

    /// Nothing goes wrong any more.
    pub fn heal(&self) {
        lock(&self.state.failing).clear();
        self.state.half.store(false, Ordering::Relaxed);
        self.state.lost.store(false, Ordering::Relaxed);
    }

    /// The calls since the last time this was asked.
    #[must_use]
    pub fn asked(&self) -> Vec<Called> {
        std::mem::take(&mut *lock(&self.state.called))
    }

    /// How many calls there were since the last time this was asked, and how many of them at most were in a row: each begun after the one
    /// before it had been answered.
    #[must_use]
    pub fn chain(&self) -> (usize, usize) {
        let mut spans = std::mem::take(&mut *lock(&self.state.spans));
        spans.sort_by_key(|(_, ended)| *ended);
        let mut last: Option<Instant> = None;
        let mut row = 0;
        for (begun, ended) in &spans {
            if last.is_none_or(|last| last <= *begun) {
                last = Some(*ended);
                row += 1;
            }
        }
        (spans.len(), row)
    }

    /// How many documents there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.state.open().documents.len()
    }

    /// Documents that were made by calls, as number, status, way of signing off, reference and files.
    #[must_use]
    pub fn made(&self) -> Vec<Value> {
        let store = self.state.open();
        let ours = store.documents.iter().filter(|one| one.person != "arkivet");
        ours.map(|one| {
            let contacts = one.contacts.iter().map(|who| json!({ "role": who.role, "name": who.name, "email": who.email }));
            json!({
                "number": store.document_number(one), "status": one.status, "category": one.category, "by": one.person,
                "signed_off": one.signed_off, "reference": one.reference, "title": one.title, "unofficial": one.unofficial,
                "access": one.access.code, "paragraph": one.access.paragraph, "contacts": contacts.collect::<Vec<_>>(),
                "dispatched": one.dispatched.map(|at| at.to_string()),
                "files": one.files.iter().map(|file| file.bytes.len()).collect::<Vec<_>>(),
            })
        })
        .collect()
    }

    /// Closes the port and waits until the calls under way have ended.
    pub async fn stop(mut self) {
        self.closing.send_replace(true);
        if let Some(task) = self.task.take() {
            // A task that ended badly has ended as well.
            let _ = task.await;
        }
    }
}

impl Drop for P360 {
    fn drop(&mut self) {
        self.closing.send_replace(true);
    }
}
