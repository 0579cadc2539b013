//! A kernel that runs (en kjerne i drift), and what a test may do with it.

use super::{
    file::Upload,
    kernel::{Clerk, Kernel},
    seed, serve,
};
use crate::{listen, world::random};
use axum::{
    Router,
    body::Body,
    extract::DefaultBodyLimit,
    http::{Method, Response, StatusCode},
};
use std::{
    collections::{HashMap, VecDeque},
    io,
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};
use tokio::{sync::watch, task::JoinHandle};

/// How a kernel is set up.
#[derive(Clone, Debug)]
pub struct NoarkSettings {
    /// The port; 0 picks a free one.
    pub port: u16,
    /// Who may sign in.
    pub clerks: Vec<Clerk>,
    /// A records folder whose `cases.jsonl` is filed from the beginning.
    pub records: Option<PathBuf>,
    /// Whether filters understand `any` (the extended level of the standard).
    pub any: bool,
    /// Bytes of a file that is sent whole, at most.
    pub bulk: usize,
    /// Milliseconds until each answer.
    pub latency: u64,
    /// The time the kernel writes.
    pub now: String,
}

impl Default for NoarkSettings {
    fn default() -> Self {
        let codes = ["UO", "MU", "P", "KL", "XX", "5", "5a", "6", "11"].map(str::to_owned).to_vec();
        let clerk = |name: &str, password: &str, archivist| Clerk {
            name: name.to_owned(),
            password: password.to_owned(),
            archivist,
            cleared: codes.clone(),
        };
        Self {
            port: 0,
            clerks: vec![clerk("saksvar", "town-noark-secret", false), clerk("admin@example.com", "password", true)],
            records: None,
            any: true,
            bulk: 157_286_400,
            latency: 0,
            now: "2026-11-21T09:00:00+01:00".to_owned(),
        }
    }
}

/// What goes wrong with the next call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failing {
    /// 503.
    Down,
    /// 500 after the call was carried out by nobody.
    Broken,
    /// 200 whose JSON is none.
    Garbage,
    /// No answer for so many milliseconds, then the right one.
    Slow(u64),
    /// The right answer, after the next call was let through: so the failure comes half-way.
    Through,
}

/// A call that was received.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// HTTP method.
    pub method: String,
    /// Path.
    pub path: String,
}

/// Whose name a token of another issuer is good for.
pub type Vouching = Arc<dyn Fn(&str) -> Option<String> + Send + Sync>;

/// All the kernel knows.
pub(super) struct State {
    pub(super) settings: NoarkSettings,
    base: String,
    kernel: Mutex<Kernel>,
    uploads: Mutex<HashMap<String, Upload>>,
    failing: Mutex<VecDeque<Failing>>,
    asked: Mutex<Vec<Asked>>,
    spans: Mutex<Vec<(Instant, Instant)>>,
    vouching: Mutex<Option<Vouching>>,
    meddling: Mutex<Option<usize>>,
}

impl State {
    /// The clerk whose token this is, by the word of the issuer that the kernel trusts.
    pub(super) fn vouched(&self, token: &str) -> Option<Clerk> {
        let vouching = lock(&self.vouching).clone()?;
        let name = vouching(token)?;
        self.settings.clerks.iter().find(|clerk| clerk.name == name).cloned()
    }

    /// Never held over an await.
    pub(super) fn open(&self) -> MutexGuard<'_, Kernel> {
        lock(&self.kernel)
    }

    pub(super) fn uploads(&self) -> MutexGuard<'_, HashMap<String, Upload>> {
        lock(&self.uploads)
    }

    /// The path after the root; the way in is there without the part that nobody can build.
    pub(super) fn path<'a>(&self, path: &'a str) -> &'a str {
        let (base, root) = (self.base.as_str(), self.open().root.clone());
        let own = root.split_once("//").and_then(|(_, rest)| rest.find('/').map(|at| &rest[at..])).unwrap_or("/");
        let rest = path.strip_prefix(own).or_else(|| {
            let rest = path.strip_prefix(base)?;
            (rest.is_empty() || rest.starts_with(".well-known/")).then_some(rest)
        });
        rest.unwrap_or("-/-/-")
    }

    /// Notes how long a call took.
    pub(super) fn ended(&self, begun: Instant) {
        lock(&self.spans).push((begun, Instant::now()));
    }

    /// Notes the call, waits as long as the kernel takes, and fails it where that was wanted.
    pub(super) async fn begun(&self, method: &Method, path: &str) -> Option<Response<Body>> {
        lock(&self.asked).push(Asked { method: method.to_string(), path: path.to_owned() });
        let left = *lock(&self.meddling);
        if left == Some(0) {
            self.open().store.touch();
        }
        *lock(&self.meddling) = left.and_then(|left| left.checked_sub(1));
        tokio::time::sleep(Duration::from_millis(self.settings.latency)).await;
        let failing = lock(&self.failing).pop_front();
        let (status, body) = match failing? {
            Failing::Through => return None,
            Failing::Slow(wait) => {
                tokio::time::sleep(Duration::from_millis(wait)).await;
                return None;
            }
            Failing::Down => (StatusCode::SERVICE_UNAVAILABLE, ""),
            Failing::Broken => {
                (StatusCode::INTERNAL_SERVER_ERROR, "{\"feil\":{\"kode\":500,\"beskrivelse\":\"Intern feil\"}}")
            }
            Failing::Garbage => (StatusCode::OK, "{\"results\": ["),
        };
        let mut response = Response::new(Body::from(body));
        *response.status_mut() = status;
        Some(response)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A started kernel; it stops when it is dropped.
pub struct Noark {
    /// Where it begins, with a slash at the end.
    pub url: String,
    state: Arc<State>,
    closing: watch::Sender<bool>,
    task: Option<JoinHandle<()>>,
}

impl Noark {
    /// Opens the port and files the records.
    ///
    /// # Errors
    /// A port that is taken, records that cannot be read.
    pub async fn start(settings: NoarkSettings) -> io::Result<Self> {
        let listener = listen::open(settings.port).await?;
        let base = "/noark5v5/".to_owned();
        let url = format!("{}{base}", listen::address(&listener)?);
        let mut kernel = Kernel::new(format!("{url}r/{}/", &random()[..12]), settings.now.clone());
        kernel.expands = settings.any;
        seed::fill(&mut kernel, settings.records.as_deref())?;
        let state = Arc::new(State {
            settings,
            base,
            kernel: Mutex::new(kernel),
            uploads: Mutex::default(),
            failing: Mutex::default(),
            asked: Mutex::default(),
            spans: Mutex::default(),
            vouching: Mutex::default(),
            meddling: Mutex::default(),
        });
        // How much is taken at once is the kernel's own to say.
        let router = Router::new().fallback(serve::call).layer(DefaultBodyLimit::disable()).with_state(state.clone());
        let closing = watch::Sender::new(false);
        let mut closed = closing.subscribe();
        let task = tokio::spawn(async move {
            let until = async move {
                // The sender may be gone before it says anything, which closes the kernel as well.
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

    /// Before the call after so many, somebody else changes every object that there is.
    pub fn meddle(&self, after: usize) {
        *lock(&self.state.meddling) = Some(after);
    }

    /// From now on tokens of this issuer are good for the clerks that it names.
    pub fn trusts(&self, issuer: Vouching) {
        *lock(&self.state.vouching) = Some(issuer);
    }

    /// Nothing goes wrong any more.
    pub fn heal(&self) {
        lock(&self.state.failing).clear();
    }

    /// The calls since the last time this was asked.
    #[must_use]
    pub fn asked(&self) -> Vec<Asked> {
        std::mem::take(&mut *lock(&self.state.asked))
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

    /// How many objects of a class there are.
    #[must_use]
    pub fn count(&self, class: &str) -> usize {
        let kernel = self.state.open();
        kernel.store.all().filter(|object| kernel.classes.is(&object.class, class)).count()
    }

    /// The values of the objects of a class, in the order they were made.
    #[must_use]
    pub fn objects(&self, class: &str) -> Vec<serde_json::Value> {
        let kernel = self.state.open();
        let all = kernel.store.all().filter(|object| kernel.classes.is(&object.class, class));
        all.map(|object| serde_json::Value::Object(object.values.clone())).collect()
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

impl Drop for Noark {
    fn drop(&mut self) {
        self.closing.send_replace(true);
    }
}
