//! What every request can reach: flow, and how this installation is set.

use crate::{
    Metrics, Pane,
    asset::Pages,
    door::Door,
    limit::{Drafts, Guesses, Paces},
};
use flow::Flow;
use std::{
    net::IpAddr,
    sync::{Arc, atomic::AtomicBool},
    time::Duration,
};

/// How the server presents itself; from the configuration.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The public origin, without a slash at the end, for example `https://saksvar.fjordvik.kommune.no`.
    pub origin: String,
    /// Where office.js is loaded from.
    pub office_js: String,
    /// Who may frame the pane: Outlook's origins.
    pub frame_ancestors: Vec<String>,
    /// How the pane signs in.
    pub sign_in: SignIn,
    /// The municipality's name, as the pane shows it.
    pub body: String,
    /// How long an operation that does not stream may take before its caller is told so.
    pub patience: Duration,
    /// The addresses of the proxies in front; what they say of the caller's address is believed.
    pub proxies: Vec<IpAddr>,
    /// Calls that a person may make in a minute.
    pub per_person: u32,
    /// Calls that all people together may make in a minute.
    pub per_tenant: u32,
}

/// What the pane must know to have Outlook fetch a token (nested app authentication), and whom to send where consent is missing.
#[derive(Clone, Debug)]
pub struct SignIn {
    /// Our application (client) id.
    pub client_id: String,
    /// Where the municipality's people sign in: Entra's address with the tenant.
    pub authority: String,
    /// The one scope that is asked for, our own.
    pub scope: String,
    /// Where an administrator consents for everybody.
    pub consent: String,
}

/// Flow with the settings; one per process.
pub struct Server {
    /// The verbs.
    pub flow: Flow,
    /// How this installation is set.
    pub settings: Settings,
    pub(crate) pages: Pages,
    pub(crate) pane: Arc<Pane>,
    /// Whether IT switched the municipality off.
    pub(crate) off: AtomicBool,
    /// Guesses at the gate.
    pub(crate) guesses: Guesses,
    /// Sign-ins begun.
    pub(crate) begun: Guesses,
    /// Calls of people who are signed in.
    pub(crate) paces: Paces,
    /// Drafts that are being prepared.
    pub(crate) at_once: Arc<Drafts>,
    /// Who was refused.
    pub(crate) door: Arc<Door>,
    pub(crate) metrics: Arc<Metrics>,
}

impl Server {
    /// A server over these verbs that shows this pane, counted in these figures.
    ///
    /// # Errors
    /// A sentence when the pane is not whole.
    pub fn new(flow: Flow, settings: Settings, (pane, metrics): (Arc<Pane>, Arc<Metrics>)) -> Result<Self, String> {
        let pages = Pages::of(&pane, &settings)?;
        let (guesses, begun) = (Guesses::default(), Guesses::default());
        let paces = Paces::new(settings.per_person, settings.per_tenant);
        let door = Arc::new(Door::new(metrics.clone()));
        let off = AtomicBool::new(false);
        Ok(Self { flow, settings, pages, pane, off, guesses, begun, paces, at_once: Arc::default(), door, metrics })
    }
}
