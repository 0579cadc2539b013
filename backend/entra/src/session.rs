//! A fallback sign-in that has succeeded (økt): an opaque bearer in memory, which ends with its token, at sign-out, or when Entra says so;
//! and the newer proof that a word needs which cannot be taken back.

use crate::{Entra, SYSTEM, garbled, refused};
use domain::port::{Caller, Failure, FailureKind, Secret};
use sha2::{Digest, Sha256};

/// Bytes of what the pane may hand in as state, ticket, secret or bearer.
pub(crate) const WORD_BYTES: usize = 512;

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
        self.alive.put(held.token.reveal(), held.until, held.renewal);
        self.sessions.put(&bearer, held.until, held.token);
        Ok(Secret::new(bearer))
    }

    /// The token behind an opaque bearer.
    pub(crate) fn session(&self, bearer: &str) -> Option<Secret> {
        if bearer.len() > WORD_BYTES {
            return None;
        }
        let token = self.sessions.look(bearer, self.now())?;
        self.alive.look(token.reveal(), self.now()).is_some().then_some(token)
    }

    /// Ends a session, with the right to the mail that was given on its behalf.
    pub(crate) fn forget(&self, bearer: &str) {
        let token = if bearer.len() > WORD_BYTES { None } else { self.sessions.take(bearer, self.now()) };
        if let Some(token) = token {
            self.ended(&token);
        }
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
        let person = |caller: &Caller| (caller.person.tenant.clone(), caller.person.id.clone());
        if newer.client != self.settings.client_id || person(&newer.caller) != person(caller) {
            return Err(refused("the renewed token is another's"));
        }
        Ok(Some((newer.since, newer.caller)))
    }

    fn ended(&self, token: &Secret) {
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
