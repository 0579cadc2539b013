//! The whole crate against an identity provider on loopback, with keys made when the tests run.

mod anew;
mod attack;
mod bearer;
mod certificate;
mod key;
mod on_behalf;
mod provider;
mod setting;
mod window;

use crate::{Credential, Entra, Pace, Settings, Tenant};
use domain::port::{Chance, Clock, Secret};
use jiff::Timestamp;
use provider::Provider;
use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, AtomicU8, Ordering},
    },
    time::Duration,
};
use vocabulary::TenantId;

pub(in crate::tests) const TENANT: &str = "11111111-1111-4111-8111-111111111111";
pub(in crate::tests) const NEIGHBOUR: &str = "33333333-3333-4333-8333-333333333333";
pub(in crate::tests) const STRANGER: &str = "99999999-9999-4999-8999-999999999999";
pub(in crate::tests) const CLIENT: &str = "22222222-2222-4222-8222-222222222222";
pub(in crate::tests) const OFFICE: &str = "ea5a67f6-b6f3-4338-b240-c655ddc3cc8e";
pub(in crate::tests) const KARI: &str = "aaaaaaaa-0000-4000-8000-000000000001";
pub(in crate::tests) const START: i64 = 1_790_000_000;

/// A clock that stands until it is moved.
pub(in crate::tests) struct Still(AtomicI64);

impl Still {
    pub(in crate::tests) fn pass(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::SeqCst);
    }
}

impl Clock for Still {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(self.0.load(Ordering::SeqCst)).unwrap()
    }
}

/// Chance that counts.
struct Counted(AtomicU8);

impl Chance for Counted {
    fn bytes(&self) -> [u8; 10] {
        [self.0.fetch_add(1, Ordering::SeqCst); 10]
    }
}

/// An installation in front of a provider.
pub(in crate::tests) struct House {
    pub(in crate::tests) entra: Arc<Entra>,
    pub(in crate::tests) clock: Arc<Still>,
    pub(in crate::tests) provider: Provider,
}

pub(in crate::tests) async fn house() -> House {
    house_with(|_| ()).await
}

pub(in crate::tests) async fn house_with(change: impl FnOnce(&mut Settings)) -> House {
    let provider = Provider::start().await;
    let mut settings = settings(&provider.address);
    change(&mut settings);
    let clock = Arc::new(Still(AtomicI64::new(START)));
    let entra = Entra::new(settings, Arc::clone(&clock) as _, Arc::new(Counted(AtomicU8::new(0)))).unwrap();
    House { entra: Arc::new(entra), clock, provider }
}

pub(in crate::tests) fn settings(authority: &str) -> Settings {
    let tenant = |id: &str, name: &str| Tenant { id: TenantId::new(id), name: name.to_owned() };
    Settings {
        authority: authority.to_owned(),
        tenants: vec![tenant(TENANT, "Fjordvik kommune"), tenant(NEIGHBOUR, "Nabovik kommune")],
        client_id: CLIENT.to_owned(),
        credential: Some(Credential::Secret(Secret::new("hemmelig"))),
        audience: CLIENT.to_owned(),
        application_uri: format!("api://saksvar.fjordvik.kommune.no/{CLIENT}"),
        scope: "access_as_user".to_owned(),
        clients: vec![CLIENT.to_owned(), OFFICE.to_owned()],
        graph_scopes: vec!["https://graph.microsoft.com/Mail.ReadWrite".to_owned()],
        redirect_url: "https://saksvar.fjordvik.kommune.no/auth/callback".to_owned(),
        pace: Pace { timeout: Duration::from_secs(5), remembered: 8, ..Pace::default() },
    }
}
