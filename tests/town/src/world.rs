//! Everything the town holds in memory (tilstand), behind one lock.

use crate::{
    entra::{Code, Keys},
    fault::Fault,
    mail::Post,
    person::Person,
    settings::Settings,
};
use std::{
    collections::{HashMap, HashSet, VecDeque},
    sync::{Mutex, MutexGuard, PoisonError},
    time::{SystemTime, UNIX_EPOCH},
};
use tokio::sync::watch;

/// Which of the emulated systems was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum System {
    /// Entra.
    Entra,
    /// Microsoft Graph.
    Graph,
    /// Outlook on the web.
    Outlook,
    /// The model endpoints.
    Model,
}

/// One request that was received, without its body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Who was asked.
    pub system: System,
    /// HTTP method.
    pub method: String,
    /// Path, as sent.
    pub path: String,
    /// Query, as sent; empty without one.
    pub query: String,
    /// The `Prefer` headers, joined by commas.
    pub prefer: String,
}

/// The addresses the four systems listen on.
#[derive(Clone, Debug)]
pub(crate) struct Addresses {
    pub(crate) entra: String,
    pub(crate) graph: String,
    pub(crate) outlook: String,
    pub(crate) model: String,
}

/// What changes while the town runs.
pub(crate) struct Inner {
    pub(crate) keys: Keys,
    pub(crate) post: Post,
    pub(crate) codes: HashMap<String, Code>,
    /// Refresh tokens: whose, and for which permissions.
    pub(crate) renewals: HashMap<String, (String, String)>,
    /// Roles that the administrator took away, as person key and role.
    pub(crate) withdrawn: HashSet<(String, String)>,
    /// Seconds by which a token's beginning lies before the moment it is issued.
    pub(crate) back: i64,
    /// Everything secret that was given out: codes and tokens.
    pub(crate) issued: Vec<String>,
    /// Outlook sessions: cookie to person key.
    pub(crate) sessions: HashMap<String, String>,
    pub(crate) redirect_uris: Vec<String>,
    pub(crate) addin_url: Option<String>,
    /// Scripted faults of the systems, in their order.
    pub(crate) faults: HashMap<System, VecDeque<Fault>>,
    /// Scripted answers of the token endpoint to the next on-behalf-of exchanges.
    pub(crate) refusals: VecDeque<crate::entra::Scripted>,
    /// The error code Office answers with instead of a token.
    pub(crate) office_error: Option<u32>,
    /// How Outlook takes to nested app authentication.
    pub(crate) bridge: crate::outlook::Bridge,
    /// What it was asked there.
    pub(crate) nested: Vec<serde_json::Value>,
    /// The token that it keeps there, by person and scope.
    pub(crate) kept: HashMap<(String, String), String>,
    pub(crate) requests: Vec<Request>,
    /// What the models were told, a request each.
    pub(crate) prompts: Vec<String>,
    /// Graph calls under way by mailbox.
    pub(crate) busy: HashMap<String, usize>,
}

/// The town itself.
pub(crate) struct World {
    pub(crate) settings: Settings,
    pub(crate) at: Addresses,
    inner: Mutex<Inner>,
    /// Whether Graph holds its answers back.
    pub(crate) held: watch::Sender<bool>,
    /// Whether the town is closing.
    pub(crate) closing: watch::Sender<bool>,
}

impl World {
    pub(crate) fn new(settings: Settings, at: Addresses, inner: Inner) -> Self {
        Self {
            settings,
            at,
            inner: Mutex::new(inner),
            held: watch::Sender::new(false),
            closing: watch::Sender::new(false),
        }
    }

    /// The changing part; never held over an await.
    pub(crate) fn open(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Unix seconds.
    pub(crate) fn now(&self) -> i64 {
        self.settings.now.unwrap_or_else(|| {
            let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
            i64::try_from(since.as_secs()).unwrap_or_default()
        })
    }

    /// Somebody by key, account name or object id.
    pub(crate) fn person(&self, name: &str) -> Option<&Person> {
        self.settings.persons.iter().find(|it| it.key == name || it.oid == name || it.upn.eq_ignore_ascii_case(name))
    }

    /// Issuer of the tokens for registered applications.
    pub(crate) fn issuer(&self) -> String {
        format!("{}/{}/v2.0", self.at.entra, self.settings.tenant)
    }

    /// Whether a person may open a mailbox.
    pub(crate) fn may_open(&self, person: &Person, mailbox: &str) -> bool {
        person.upn == mailbox || (mailbox == self.settings.shared && self.settings.delegates.contains(&person.key))
    }

    /// Waits until the town closes.
    pub(crate) async fn closed(&self) {
        // The sender lives in `self`, so the wait can only end by closing.
        let _ = self.closing.subscribe().wait_for(|closing| *closing).await;
    }
}

/// 128 random bits as hex: codes, sessions, ids of requests.
pub(crate) fn random() -> String {
    let mut bytes = [0; 16];
    // An empty source of randomness makes codes guessable, which hurts nobody in an emulator.
    let _ = aws_lc_rs::rand::fill(&mut bytes);
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
