//! Who is calling: checks the tokens of our own API, exchanges them on behalf of the person, and signs people in when Office cannot.
//!
//! `token` decides whether a bearer is believed and keeps the signing keys; `exchange` turns it into a right to the mail;
//! `credential` is what proves that we are ourselves; `sign_in` is the fallback with code and PKCE, `session` what comes of it. `wire` is the only place that speaks HTTP, `shelf` the only place that remembers.

mod credential;
mod exchange;
mod refusal;
mod session;
mod settings;
mod shelf;
mod sign_in;
#[cfg(test)]
mod tests;
mod token;
mod wire;

use async_trait::async_trait;
pub use credential::Credential;
use domain::port::{Caller, Chance, Clock, Failure, FailureKind, Grant, Identity, Secret, Session};
pub use settings::{Pace, Settings, Tenant, Wrong};
use std::sync::Arc;

/// The name of this system in failures.
const SYSTEM: &str = "entra";

/// Microsoft Entra ID as identity (identitet).
pub struct Entra {
    settings: Settings,
    proof: Option<credential::Proof>,
    clock: Arc<dyn Clock>,
    chance: Arc<dyn Chance>,
    wire: wire::Wire,
    keys: token::Keys,
    grants: shelf::Shelf<Secret>,
    /// The tokens that Entra was just asked about.
    asked: shelf::Shelf<()>,
    begun: shelf::Shelf<sign_in::Begun>,
    tickets: shelf::Shelf<sign_in::Ticket>,
    /// What stands behind each bearer.
    sessions: shelf::Shelf<session::Session>,
    /// What renews each access token of a session; a session is alive as long as its token stands here.
    alive: shelf::Shelf<Secret>,
}

impl Entra {
    /// Checks the settings and makes the client; nothing is asked of the network yet.
    ///
    /// # Errors
    /// [`Wrong`] names the setting and what to write instead.
    pub fn new(settings: Settings, clock: Arc<dyn Clock>, chance: Arc<dyn Chance>) -> Result<Self, Wrong> {
        let settings = settings.checked()?;
        let wire = wire::Wire::new(&settings)?;
        let keys = token::Keys::new(&settings);
        let proof = settings.credential.as_ref().map(credential::Proof::of).transpose()?;
        Ok(Self {
            wire,
            keys,
            proof,
            clock,
            chance,
            grants: shelf::Shelf::new(settings.pace.remembered),
            asked: shelf::Shelf::new(settings.pace.remembered),
            begun: shelf::Shelf::new(settings.pace.remembered),
            tickets: shelf::Shelf::new(settings.pace.remembered),
            sessions: shelf::Shelf::new(settings.pace.remembered),
            alive: shelf::Shelf::new(settings.pace.remembered),
            settings,
        })
    }

    /// Asks for every tenant's keys, as the first token of the day would.
    ///
    /// # Errors
    /// Why one of them cannot be read.
    pub async fn reach(&self) -> Result<(), Failure> {
        for tenant in &self.settings.tenants {
            match self.keys.key(self, tenant.id.as_str(), "").await {
                // No key is without a name, and that was only found out by reading them.
                Err(failure) if failure.kind != FailureKind::Denied => return Err(failure),
                _ => {}
            }
        }
        Ok(())
    }

    fn now(&self) -> i64 {
        self.clock.now().as_second()
    }

    /// 256 random bits, safe in an address and in a header.
    fn random(&self) -> String {
        use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
        let bytes: Vec<u8> = (0..4).flat_map(|_| self.chance.bytes()).take(32).collect();
        URL_SAFE_NO_PAD.encode(bytes)
    }
}

#[async_trait]
impl Identity for Entra {
    async fn caller(&self, bearer: &str) -> Result<Caller, Failure> {
        if bearer.contains('.') {
            return self.vouched(self.verified(bearer).await?).await;
        }
        let held = self.session(bearer).ok_or_else(|| refused("the sign-in has ended"))?;
        self.vouched(self.verified(held.reveal()).await?).await
    }

    async fn grant(&self, caller: &Caller) -> Result<Grant, Failure> {
        self.superseded(caller, self.exchanged(caller).await)
    }

    async fn token_for(&self, caller: &Caller, scope: &str) -> Result<Secret, Failure> {
        self.exchanged_for(caller, scope).await
    }

    async fn anew(&self, caller: &Caller) -> Result<Caller, Failure> {
        self.superseded(caller, self.proven_anew(caller).await)
    }

    async fn begin(&self, binding: &str) -> Result<String, Failure> {
        self.sign_in_page(binding)
    }

    async fn finish(&self, state: &str, code: &str) -> Result<String, Failure> {
        self.ticket(state, code).await
    }

    async fn redeem(&self, ticket: &str, secret: &str) -> Result<Secret, Failure> {
        self.bearer(ticket, secret)
    }

    async fn sign_out(&self, bearer: &str) {
        self.forget(bearer);
    }

    async fn sessions(&self, caller: &Caller) -> Result<Vec<Session>, Failure> {
        Ok(self.sessions_of(caller))
    }

    async fn sign_out_all(&self, caller: &Caller) -> Result<(), Failure> {
        self.forget_all(caller);
        Ok(())
    }
}

/// The caller is not believed.
fn refused(why: &str) -> Failure {
    Failure::new(FailureKind::Denied, SYSTEM, why)
}

/// An answer that cannot be read.
fn garbled(what: &str) -> Failure {
    Failure::new(FailureKind::Garbled, SYSTEM, what)
}
