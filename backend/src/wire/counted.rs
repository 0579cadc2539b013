//! Plugs that are counted (telling): what fails behind a plug, and how long the store takes, becomes a figure; nothing else changes.

use async_trait::async_trait;
use domain::{
    audit::{
        Entry, Examined, Link,
        tree::{Frontier, Hash, Part},
    },
    case::Case,
    dossier::{Dossier, MailKey},
    draft::{
        Class,
        brief::{Answer, Brief},
    },
    evidence::{Contents, Query, Seek, Source},
    person::Person,
    port::{
        Batch, Caller, Capabilities, CodeList, CodeRow, Embedder, Enrolled, Erasing, Failure, Filed, Filing, Grant,
        Heap, Heard, Identity, Journal, Laid, Mailbox, Posted, Posting, Records, Registered, Save, Secret, Session,
        Side, Store, Switched, Tallied, Taught, TenantStore, Vector, Writer,
    },
    review::Approver,
    send::Signature,
    sort::{Learned, Mark, Said, Unit},
    thread::Message,
};
use jiff::Timestamp;
use std::{sync::Arc, time::Instant};
use vocabulary::{CaseNumber, ConversationId, DraftId, GateMode, MailId, PersonId, Reference, TenantId};
use web::Metrics;

/// A plug with the figures it is counted in.
#[derive(Clone)]
pub(super) struct Counted<P: ?Sized> {
    metrics: Arc<Metrics>,
    plug: Arc<P>,
}

impl<P: ?Sized> Counted<P> {
    pub(super) fn new(plug: Arc<P>, metrics: &Arc<Metrics>) -> Arc<Self> {
        Arc::new(Self { metrics: metrics.clone(), plug })
    }

    fn outcome<T>(&self, outcome: Result<T, Failure>) -> Result<T, Failure> {
        outcome.inspect_err(|failure| self.metrics.failed(failure))
    }

    async fn stored<T>(&self, call: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
        let since = Instant::now();
        let outcome = call.await;
        self.metrics.waited(since.elapsed());
        self.outcome(outcome)
    }
}

/// A port whose methods hand everything on: `outcome` counts the failure, `stored` the time too.
macro_rules! counted {
    ($how:ident $port:ident:
        $(fn $name:ident($($argument:ident: $kind:ty),*) -> $told:ty;)*
        $(else $($rest:tt)*)?
    ) => {
        #[async_trait]
        impl $port for Counted<dyn $port> {
            $(async fn $name(&self, $($argument: $kind),*) -> Result<$told, Failure> {
                counted!(@$how self, self.plug.$name($($argument),*))
            })*
            $($($rest)*)?
        }
    };
    (@outcome $self:ident, $call:expr) => { $self.outcome($call.await) };
    (@stored $self:ident, $call:expr) => { $self.stored($call).await };
}

counted! { outcome Mailbox:
    fn conversation(grant: &Grant, key: &MailKey) -> Vec<Message>;
    fn header(grant: &Grant, key: &MailKey) -> Vec<(String, String)>;
    fn is_open(grant: &Grant, mailbox: Option<&str>) -> bool;
    fn mime(grant: &Grant, mailbox: Option<&str>, mail: &MailId) -> Vec<u8>;
    fn create_reply(grant: &Grant, key: &MailKey, letter: (&str, &[String])) -> MailId;
    fn made(grant: &Grant, mailbox: Option<&str>, mail: &MailId) -> Option<Message>;
    fn send(grant: &Grant, mailbox: Option<&str>, mail: &MailId) -> ();
    fn discard(grant: &Grant, mailbox: Option<&str>, mail: &MailId) -> ();
    fn sent(grant: &Grant, mailbox: Option<&str>, conversation: &ConversationId, since: Timestamp) -> Vec<Message>;
}

counted! { outcome Records:
    fn health() -> String;
    fn codes(person: &Person, list: CodeList) -> Option<Vec<CodeRow>>;
    fn case(person: &Person, number: CaseNumber) -> Option<Case>;
    fn cases_of(person: &Person, address: &str) -> Vec<Case>;
    fn cases_like(person: &Person, seek: &Seek) -> Vec<Case>;
    fn sources_of(person: &Person, case: &Case) -> Contents;
    fn search(person: &Person, query: &Query) -> Vec<Source>;
    fn units(person: &Person) -> Vec<Unit>;
    else
    fn system(&self) -> &str {
        self.plug.system()
    }
    fn capabilities(&self) -> Capabilities {
        self.plug.capabilities()
    }
    fn scope(&self) -> Option<&str> {
        self.plug.scope()
    }
    fn in_name_of(&self, token: Secret) -> Option<Arc<dyn Records>> {
        let plug = self.plug.in_name_of(token)?;
        Some(Counted::new(plug, &self.metrics))
    }
}

counted! { outcome Journal:
    fn register(person: &Person, filing: &Filing) -> Filed;
    fn sign_off(person: &Person, incoming: &Filed, answer: &Filed) -> ();
    fn undo(person: &Person, filed: &Filed) -> ();
}

counted! { outcome Identity:
    fn caller(bearer: &str) -> Caller;
    fn grant(caller: &Caller) -> Grant;
    fn token_for(caller: &Caller, scope: &str) -> Secret;
    fn anew(caller: &Caller) -> Caller;
    fn begin(binding: &str) -> String;
    fn finish(state: &str, code: &str) -> String;
    fn redeem(ticket: &str, secret: &str) -> Secret;
    fn sessions(caller: &Caller) -> Vec<Session>;
    fn sign_out_all(caller: &Caller) -> ();
    else
    async fn sign_out(&self, bearer: &str) {
        self.plug.sign_out(bearer).await;
    }
}

counted! { stored Store:
    fn tenants() -> Vec<TenantId>;
    fn wipe() -> bool;
    else
    fn tenant(&self, tenant: &TenantId) -> Arc<dyn TenantStore> {
        Counted::new(self.plug.tenant(tenant), &self.metrics)
    }
}

counted! { stored TenantStore:
    fn dossier(draft: &DraftId) -> Option<Dossier>;
    fn latest_in(conversation: &ConversationId) -> Option<Dossier>;
    fn by_reference(reference: &Reference) -> Option<Dossier>;
    fn waiting() -> Vec<Dossier>;
    fn decided() -> Vec<Dossier>;
    fn save(save: Save) -> ();
    fn lay_aside(laid: Laid) -> ();
    fn gate() -> Option<GateMode>;
    fn switch(switched: Switched) -> ();
    fn tally(tallied: Tallied) -> ();
    fn tallies() -> Vec<(Heap, u64)>;
    fn post(posted: Posted) -> ();
    fn take(now: Timestamp) -> Option<Posting>;
    fn carry(posting: Posting) -> ();
    fn posting(draft: &DraftId) -> Option<Posting>;
    fn postings() -> Vec<Posting>;
    fn signature(person: &PersonId) -> Option<Signature>;
    fn register(registered: Registered) -> ();
    fn approvers() -> Vec<Approver>;
    fn enrol(enrolled: Enrolled) -> ();
    fn learned(words: &[u32]) -> Learned;
    fn confirmed(mark: &Mark) -> Option<Said>;
    fn learn(taught: Taught) -> ();
    fn begun_before(at: Timestamp, after: &DraftId, limit: u32) -> Batch;
    fn erase(erasing: Erasing) -> ();
    fn forget(before: Timestamp, entry: Entry) -> u64;
    fn confirmed_of(sender: &str) -> u64;
    fn unlearn(sender: &str, entry: Entry) -> u64;
    fn record(entry: Entry) -> u64;
    fn entries_of(draft: &DraftId) -> Vec<Link>;
    fn entries(after: u64, limit: u32) -> Vec<Link>;
    fn tree() -> Frontier;
    fn hashes(parts: &[Part]) -> Vec<Hash>;
    fn examine(sizes: &[u64]) -> Examined;
    fn sweep_unfinished(at: Timestamp) -> u64;
}

counted! { outcome Embedder:
    fn vectors(texts: &[String], side: Side) -> Vec<Vector>;
    else
    fn sees(&self) -> Class {
        self.plug.sees()
    }
}

#[async_trait]
impl Writer for Counted<dyn Writer> {
    fn name(&self) -> &str {
        self.plug.name()
    }

    fn sees(&self) -> Class {
        self.plug.sees()
    }

    async fn write(&self, brief: &Brief, heard: &Heard<'_>) -> Result<Answer, Failure> {
        let answered = self.plug.write(brief, heard).await;
        self.metrics.model(answered.as_ref().err());
        self.outcome(answered)
    }
}

#[cfg(test)]
mod tests {
    use super::{Capabilities, CodeList, CodeRow, Counted, Metrics, Records};
    use async_trait::async_trait;
    use domain::{
        case::Case,
        evidence::{Contents, Query, Seek, Source},
        person::Person,
        port::{Failure, FailureKind, Store},
        sort::Unit,
    };
    use sql::{Place, Sqlite};
    use std::sync::Arc;
    use vocabulary::{CaseNumber, PersonId, TenantId};

    /// A register that is away.
    struct Away;

    #[async_trait]
    impl Records for Away {
        fn system(&self) -> &str {
            "register"
        }
        fn capabilities(&self) -> Capabilities {
            Capabilities::all()
        }
        async fn health(&self) -> Result<String, Failure> {
            Ok(String::new())
        }
        async fn codes(&self, _: &Person, _: CodeList) -> Result<Option<Vec<CodeRow>>, Failure> {
            Ok(None)
        }
        async fn case(&self, _: &Person, _: CaseNumber) -> Result<Option<Case>, Failure> {
            Err(Failure::new(FailureKind::Unavailable, "register", "away"))
        }
        async fn cases_of(&self, _: &Person, _: &str) -> Result<Vec<Case>, Failure> {
            Ok(Vec::new())
        }
        async fn cases_like(&self, _: &Person, _: &Seek) -> Result<Vec<Case>, Failure> {
            Ok(Vec::new())
        }
        async fn sources_of(&self, _: &Person, _: &Case) -> Result<Contents, Failure> {
            Ok(Contents::default())
        }
        async fn search(&self, _: &Person, _: &Query) -> Result<Vec<Source>, Failure> {
            Ok(Vec::new())
        }
        async fn units(&self, _: &Person) -> Result<Vec<Unit>, Failure> {
            Ok(Vec::new())
        }
    }

    #[tokio::test]
    async fn a_failure_is_counted_and_handed_on() {
        let metrics = Arc::new(Metrics::default());
        let plug: Arc<dyn Records> = Arc::new(Away);
        let records = Counted::new(plug, &metrics);
        let person = Person {
            tenant: TenantId::new("t"),
            id: PersonId::new("p"),
            name: "Kari".to_owned(),
            address: "kari@example.no".to_owned(),
            roles: Vec::new(),
            groups: Vec::new(),
        };
        assert!(records.cases_of(&person, "per@example.no").await.is_ok());
        let failed = records.case(&person, "2026/1".parse().unwrap()).await;
        assert_eq!(failed.err().map(|failure| failure.kind), Some(FailureKind::Unavailable));
        let line = "saksvar_outside_failures_total{system=\"register\",kind=\"unavailable\"} 1";
        assert!(metrics.text().lines().any(|told| told == line), "{}", metrics.text());
    }

    #[tokio::test]
    async fn every_call_of_the_store_is_timed() {
        let metrics = Arc::new(Metrics::default());
        let keys = super::super::offline::keys(&TenantId::new("t")).unwrap();
        let plug: Arc<dyn Store> = Arc::new(Sqlite::open(Place::Memory, keys).await.unwrap());
        let store = Counted::new(plug, &metrics);
        store.tenants().await.unwrap();
        store.tenant(&TenantId::new("t")).waiting().await.unwrap();
        assert!(metrics.text().contains("saksvar_store_wait_seconds_count{} 2"), "{}", metrics.text());
    }
}
