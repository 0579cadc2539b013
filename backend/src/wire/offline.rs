//! The verbs over files (uten nett): mails from disk, a register in memory, nobody to ask; for `saksvar prepare`.

use super::{SystemChance, SystemClock, model};
use async_trait::async_trait;
use domain::{
    dossier::MailKey,
    draft::Class,
    person::Person,
    port::{Caller, Cipher, Clock, Failure, FailureKind, Grant, Identity, Mailbox, Secret, Session},
    rule::Rules,
    thread::Message,
};
use flow::{Call, Choice, Flow, Order, Shown, Step, Writers};
use jiff::Timestamp;
use register::Register;
use sql::{Place, Sqlite};
use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Instant,
};
use vault::Ring;
use vocabulary::{ConversationId, Language, MailId, PersonId, Role, TenantId};

/// What is prepared from.
pub struct Offline {
    /// The moment to reckon from.
    pub now: Timestamp,
    /// The house rules.
    pub rules: Rules,
    /// The records.
    pub register: Register,
    /// The mail to answer, then the earlier ones.
    pub mails: Vec<Message>,
    /// `builtin`, or the address of a model endpoint.
    pub writer: String,
}

/// Stages with the milliseconds each took.
pub type Timing = Vec<(&'static str, f64)>;

impl Offline {
    /// Runs the verb, and says how long each stage took.
    ///
    /// # Errors
    /// The verb's own failure.
    pub async fn prepare(mut self) -> Result<(Shown, Timing), flow::Failure> {
        for (number, mail) in (1..).zip(&mut self.mails) {
            mail.id = Some(MailId::new(format!("file-{number}")));
        }
        let writers = writers(&self.writer)?;
        let caller = caller();
        let keys = keys(&caller.person.tenant).map_err(flow::Failure::Outside)?;
        let flow = Flow {
            tenant: caller.person.tenant.clone(),
            mailbox: Arc::new(Files(self.mails)),
            records: flow::Systems::only(Arc::new(self.register)),
            journal: None,
            identity: Arc::new(Nobody),
            store: Arc::new(Sqlite::open(Place::Memory, keys).await.map_err(flow::Failure::Outside)?),
            checkpoints: Arc::new(()),
            reader: Arc::new(text::Text),
            writers,
            clock: Arc::new(Still(self.now)),
            chance: Arc::new(SystemChance),
            rules: self.rules,
            sends: false,
        };
        let watch = Watch::default();
        let key = MailKey { mail: MailId::new("file-1"), conversation: ConversationId::new("file"), mailbox: None };
        let order = Order { key, again: false, choice: Choice::default(), seen: None };
        let call = Call { caller: &caller, words: Language::Nb, trace: "file" };
        let shown = flow.prepare_draft(call, order, &|step| watch.hear(&step)).await?;
        Ok((shown, watch.told()))
    }
}

/// Keys that end with this run, as the store does.
pub(super) fn keys(tenant: &TenantId) -> Result<Arc<Ring>, Failure> {
    let ring = Ring::fleeting(Arc::new(SystemClock))?;
    ring.admit(tenant)?;
    Ok(Arc::new(ring))
}

/// Who names an endpoint beside the mail has decided that it may see it.
fn writers(named: &str) -> Result<Writers, flow::Failure> {
    if named == "builtin" || named.is_empty() {
        return Ok(Writers::default());
    }
    let settings = llm::Settings { sees: Class::Restricted, ..llm::Settings::new(named, "") };
    let list = model(settings).map_err(|why| flow::Failure::BadInput { field: "writer", why })?;
    Ok(Writers::new(vec![list], None))
}

/// The person at the command line.
fn caller() -> Caller {
    let person = Person {
        tenant: TenantId::new("file"),
        id: PersonId::new("file"),
        name: "Saksbehandler".to_owned(),
        address: String::new(),
        roles: vec![Role::Caseworker],
        groups: Vec::new(),
    };
    Caller { person, token: Secret::new("") }
}

/// Takes the time between the steps that the verb tells.
#[derive(Default)]
struct Watch {
    seen: Mutex<Vec<(&'static str, Instant)>>,
}

impl Watch {
    fn hear(&self, step: &Step) {
        let name = match step {
            Step::Reading => "start",
            Step::Read { .. } => "thread",
            Step::Found { .. } => "evidence",
            Step::Written { .. } => return,
            Step::Checking => "draft",
        };
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).push((name, Instant::now()));
    }

    fn told(self) -> Timing {
        let mut seen = self.seen.into_inner().unwrap_or_else(PoisonError::into_inner);
        seen.push(("check", Instant::now()));
        let pairs = seen.iter().zip(seen.iter().skip(1));
        pairs
            .map(|((_, from), (name, to))| (*name, (to.duration_since(*from).as_secs_f64() * 1e5).round() / 100.0))
            .collect()
    }
}

/// Mails from disk.
struct Files(Vec<Message>);

#[async_trait]
impl Mailbox for Files {
    async fn conversation(&self, _: &Grant, _: &MailKey) -> Result<Vec<Message>, Failure> {
        Ok(self.0.clone())
    }
    async fn header(&self, _: &Grant, _: &MailKey) -> Result<Vec<(String, String)>, Failure> {
        Ok(Vec::new())
    }
    async fn is_open(&self, _: &Grant, _: Option<&str>) -> Result<bool, Failure> {
        Ok(true)
    }
    async fn mime(&self, _: &Grant, _: Option<&str>, _: &MailId) -> Result<Vec<u8>, Failure> {
        Err(offline())
    }
    async fn create_reply(&self, _: &Grant, _: &MailKey, _: (&str, &[String])) -> Result<MailId, Failure> {
        Err(offline())
    }
    async fn made(&self, _: &Grant, _: Option<&str>, _: &MailId) -> Result<Option<Message>, Failure> {
        Err(offline())
    }
    async fn send(&self, _: &Grant, _: Option<&str>, _: &MailId) -> Result<(), Failure> {
        Err(offline())
    }
    async fn discard(&self, _: &Grant, _: Option<&str>, _: &MailId) -> Result<(), Failure> {
        Err(offline())
    }
    async fn sent(
        &self,
        _: &Grant,
        _: Option<&str>,
        _: &ConversationId,
        _: Timestamp,
    ) -> Result<Vec<Message>, Failure> {
        Err(offline())
    }
}

fn offline() -> Failure {
    Failure::new(FailureKind::Unavailable, "files", "there is no mailbox behind a file")
}

/// Whoever sits at the command line may read the files; nobody else is let in.
struct Nobody;

#[async_trait]
impl Identity for Nobody {
    async fn caller(&self, _: &str) -> Result<Caller, Failure> {
        Err(offline())
    }
    async fn grant(&self, _: &Caller) -> Result<Grant, Failure> {
        Ok(Grant { token: Secret::new("") })
    }
    async fn token_for(&self, _: &Caller, _: &str) -> Result<Secret, Failure> {
        Err(offline())
    }
    async fn anew(&self, _: &Caller) -> Result<Caller, Failure> {
        Err(offline())
    }
    async fn begin(&self, _: &str) -> Result<String, Failure> {
        Err(offline())
    }
    async fn finish(&self, _: &str, _: &str) -> Result<String, Failure> {
        Err(offline())
    }
    async fn redeem(&self, _: &str, _: &str) -> Result<Secret, Failure> {
        Err(offline())
    }
    async fn sign_out(&self, _: &str) {}
    async fn sessions(&self, _: &Caller) -> Result<Vec<Session>, Failure> {
        Err(offline())
    }
    async fn sign_out_all(&self, _: &Caller) -> Result<(), Failure> {
        Err(offline())
    }
}

/// A clock that stands.
struct Still(Timestamp);

impl Clock for Still {
    fn now(&self) -> Timestamp {
        self.0
    }
}
