//! A fallback sign-in that has succeeded (økt): an opaque bearer in memory; and the newer proof that a word needs which cannot be taken back.
//!
//! A session ends with its token, at sign-out, when nobody has used it for a while, when Entra says so, when more must be proven than it
//! was begun with, and when its person has begun too many others.

use crate::{Entra, SYSTEM, garbled, refused};
use domain::port::{self, Caller, Failure, FailureKind, Secret};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering::Relaxed},
};
use vocabulary::{PersonId, TenantId};

/// Bytes of what the pane may hand in as state, ticket, secret or bearer.
pub(crate) const WORD_BYTES: usize = 512;

/// Whose a session is.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Whose(TenantId, PersonId);

impl Whose {
    pub(crate) fn of(caller: &Caller) -> Self {
        Self(caller.person.tenant.clone(), caller.person.id.clone())
    }
}

/// What stands behind a bearer.
#[derive(Clone)]
pub(crate) struct Session {
    person: Whose,
    token: Secret,
    begun: i64,
    /// The second of its last use, the same for all copies.
    used: Arc<AtomicI64>,
}

impl Entra {
    /// The opaque bearer; a wrong secret uses the ticket up.
    pub(crate) fn bearer(&self, ticket: &str, secret: &str) -> Result<Secret, Failure> {
        if ticket.len() > WORD_BYTES || secret.len() > WORD_BYTES {
            return Err(garbled("this is no ticket"));
        }
        let held = self.tickets.take(ticket, self.now());
        let held = held.ok_or_else(|| refused("the ticket is used, unknown, or too old"))?;
        if hex(&Sha256::digest(secret.as_bytes())) != held.binding {
            return Err(refused("the ticket belongs to another pane"));
        }
        let bearer = self.random();
        let others = self.settings.pace.sessions.saturating_sub(1);
        let gone = self.sessions.thin(others, |session| session.person == held.person);
        gone.iter().for_each(|session| self.ended(&session.token));
        self.alive.put(held.token.reveal(), held.until, held.renewal);
        let (begun, used) = (self.now(), Arc::new(self.now().into()));
        let session = Session { person: held.person, token: held.token, begun, used };
        self.sessions.put(&bearer, held.until, session);
        Ok(Secret::new(bearer))
    }

    /// The token behind an opaque bearer; using it is what keeps it.
    pub(crate) fn session(&self, bearer: &str) -> Option<Secret> {
        if bearer.len() > WORD_BYTES {
            return None;
        }
        let session = self.sessions.look(bearer, self.now())?;
        let rested = self.now().saturating_sub(session.used.swap(self.now(), Relaxed));
        if rested >= self.settings.pace.idle {
            self.forget(bearer);
            return None;
        }
        self.alive.look(session.token.reveal(), self.now()).is_some().then_some(session.token)
    }

    /// The sessions of a person that would still be believed.
    pub(crate) fn sessions_of(&self, caller: &Caller) -> Vec<port::Session> {
        let (whose, now) = (Whose::of(caller), self.now());
        let rested = |session: &Session| now.saturating_sub(session.used.load(Relaxed));
        let is_alive = |session: &Session| self.alive.look(session.token.reveal(), now).is_some();
        let all =
            self.sessions.all(now, |session| session.person == whose && rested(session) < self.settings.pace.idle);
        let second = |second| Timestamp::from_second(second).unwrap_or_default();
        let shown = |session: Session| port::Session {
            begun: second(session.begun),
            used: second(session.used.load(Relaxed)),
            is_own: session.token == caller.token,
        };
        all.into_iter().filter(is_alive).map(shown).collect()
    }

    /// Ends all sessions of a person, and those that wait to be fetched.
    pub(crate) fn forget_all(&self, caller: &Caller) {
        let whose = Whose::of(caller);
        self.tickets.thin(0, |ticket| ticket.person == whose);
        let gone = self.sessions.thin(0, |session| session.person == whose);
        gone.iter().for_each(|session| self.ended(&session.token));
    }

    /// Ends a session, with the right to the mail that was given on its behalf.
    pub(crate) fn forget(&self, bearer: &str) {
        let session = if bearer.len() > WORD_BYTES { None } else { self.sessions.take(bearer, self.now()) };
        if let Some(session) = session {
            self.ended(&session.token);
        }
    }

    /// Ends the session of who must prove more: the pane signs in again, and what came before must not live on beside that.
    pub(crate) fn superseded<T>(&self, caller: &Caller, outcome: Result<T, Failure>) -> Result<T, Failure> {
        if outcome.as_ref().is_err_and(|failure| failure.claims.is_some()) {
            self.ended(&caller.token);
        }
        outcome
    }

    /// The caller, if the proof is young enough; that of a session is renewed here, a newer one of Office's must be fetched by the pane.
    ///
    /// The challenge is the one for a token that was revoked: it names the moment before which a token may not begin
    /// (<https://learn.microsoft.com/entra/identity-platform/claims-challenge>).
    pub(crate) async fn proven_anew(&self, caller: &Caller) -> Result<Caller, Failure> {
        let earliest = self.now().saturating_sub(self.settings.pace.anew);
        let shown = self.verified(caller.token.reveal()).await?;
        if shown.since >= earliest {
            return Ok(shown.caller);
        }
        let claims = format!("{{\"access_token\":{{\"nbf\":{{\"essential\":true,\"value\":\"{earliest}\"}}}}}}");
        let newer = Failure::new(FailureKind::MoreNeeded, SYSTEM, "the proof of the role is too old");
        let newer = Failure { claims: Some(claims), ..newer };
        match self.alive.look(caller.token.reveal(), self.now()).filter(|renewal| !renewal.reveal().is_empty()) {
            Some(renewal) => self.renewed(caller, &renewal).await?.filter(|(since, _)| *since >= earliest),
            None => None,
        }
        .map(|(_, caller)| caller)
        .ok_or(newer)
    }

    /// The same person's newer token and its `iat`; none, and the session has ended, where Entra does not renew it any more.
    async fn renewed(&self, caller: &Caller, renewal: &Secret) -> Result<Option<(i64, Caller)>, Failure> {
        let token = match self.renewal_exchanged(renewal).await {
            Ok(token) => token,
            Err(failure) if failure.kind == FailureKind::Denied => {
                self.ended(&caller.token);
                return Ok(None);
            }
            Err(failure) => return Err(failure),
        };
        let newer = self.verified(token.reveal()).await?;
        if newer.client != self.settings.client_id || Whose::of(&newer.caller) != Whose::of(caller) {
            return Err(refused("the renewed token is another's"));
        }
        Ok(Some((newer.since, newer.caller)))
    }

    /// Ends what stands on a token.
    pub(crate) fn ended(&self, token: &Secret) {
        self.alive.take(token.reveal(), self.now());
        self.grants.take(&self.place_of_grant(token), self.now());
    }
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
