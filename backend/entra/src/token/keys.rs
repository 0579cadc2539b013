//! Entra's signing keys: kept, read again daily and when an unknown key appears, but never more often than allowed.

use super::jwk::{Key, Published};
use crate::{Entra, Settings, garbled, refused};
use domain::port::{Failure, FailureKind};
use serde::Deserialize;
use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
};
use tokio::sync::Mutex;

/// Seconds between two tries while no key is known at all, so that a start during a short outage heals soon.
const FIRST_TRY: i64 = 2;

/// What was read last.
#[derive(Clone, Default)]
struct Ring {
    keys: HashMap<String, Arc<Key>>,
    read: Option<i64>,
}

/// When a tenant's keys were last asked for, and what went wrong.
#[derive(Default)]
struct Try {
    at: Option<i64>,
    failure: Option<Failure>,
}

#[derive(Default)]
struct TenantKeys {
    ring: RwLock<Arc<Ring>>,
    turn: Mutex<Try>,
}

/// The keys of all tenants.
pub(crate) struct Keys {
    tenants: HashMap<String, TenantKeys>,
}

#[derive(Deserialize)]
struct Discovery {
    issuer: String,
    jwks_uri: String,
}

impl Keys {
    pub(crate) fn new(settings: &Settings) -> Self {
        let tenants = settings.tenants.iter().map(|tenant| (tenant.id.as_str().to_owned(), TenantKeys::default()));
        Self { tenants: tenants.collect() }
    }

    /// The tenant's key of this name; reads the keys again when that is due.
    pub(crate) async fn key(&self, entra: &Entra, tenant: &str, kid: &str) -> Result<Arc<Key>, Failure> {
        let kept = self.tenants.get(tenant).ok_or_else(|| refused("the token is of another tenant"))?;
        let pace = &entra.settings.pace;
        let now = entra.now();
        let ring = kept.ring();
        if let Some(key) = ring.keys.get(kid).filter(|_| ring.is_younger(pace.refresh, now)) {
            return Ok(Arc::clone(key));
        }
        // One reads; the others wait for what it finds, unless the key they need is known and not too old.
        let mut turn = match (ring.keys.get(kid), kept.turn.try_lock()) {
            (_, Ok(turn)) => turn,
            (Some(key), Err(_)) if ring.is_younger(pace.stale, now) => return Ok(Arc::clone(key)),
            (_, Err(_)) => kept.turn.lock().await,
        };
        let wait = if kept.ring().read.is_some() { pace.refetch } else { FIRST_TRY.min(pace.refetch) };
        // A clock that was set back must not keep new keys out until it is where it was.
        if turn.at.is_none_or(|at| !(0..wait).contains(&now.saturating_sub(at))) {
            let found = entra.published(tenant).await;
            turn.at = Some(now);
            turn.failure = found.as_ref().err().cloned();
            if let Ok(keys) = found {
                kept.replace(Ring { keys, read: Some(now) });
            }
        }
        kept.known(kid, &turn, (pace.stale, now))
    }
}

impl Ring {
    fn is_younger(&self, seconds: i64, now: i64) -> bool {
        self.read.is_some_and(|read| now.saturating_sub(read) < seconds)
    }
}

impl TenantKeys {
    fn ring(&self) -> Arc<Ring> {
        Arc::clone(&self.ring.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn replace(&self, ring: Ring) {
        *self.ring.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(ring);
    }

    /// The key as far as is known; old keys are good while Entra is away, but not for ever.
    fn known(&self, kid: &str, last: &Try, (stale, now): (i64, i64)) -> Result<Arc<Key>, Failure> {
        let ring = self.ring();
        match (ring.keys.get(kid), &last.failure) {
            (Some(key), _) if ring.is_younger(stale, now) => Ok(Arc::clone(key)),
            (_, Some(failure)) => Err(failure.clone()),
            _ => Err(refused("the token is signed with a key that Entra does not publish")),
        }
    }
}

impl Entra {
    /// Reads a tenant's keys by way of its discovery document.
    async fn published(&self, tenant: &str) -> Result<HashMap<String, Arc<Key>>, Failure> {
        let issuer = self.settings.issuer(tenant);
        let found: Discovery = self.wire.document(&format!("{issuer}/.well-known/openid-configuration")).await?;
        if found.issuer != issuer {
            return Err(garbled("the discovery document is another issuer's"));
        }
        let published: Published = self.wire.document(&found.jwks_uri).await?;
        let keys = published.named(&issuer, tenant);
        if keys.is_empty() {
            return Err(Failure::new(FailureKind::Garbled, crate::SYSTEM, "no usable signing key is published"));
        }
        tracing::debug!(keys = keys.len(), "signing keys read");
        Ok(keys)
    }
}
