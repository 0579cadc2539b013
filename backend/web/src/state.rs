//! What every request can reach: flow, and how this installation is set.

use crate::{asset::Pages, limit::Guesses};
use flow::Flow;
use std::path::PathBuf;

/// How the server presents itself; from the configuration.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The public origin, without a slash at the end, for example `https://saksvar.fjordvik.kommune.no`.
    pub origin: String,
    /// Where office.js is loaded from.
    pub office_js: String,
    /// Who may frame the pane: Outlook's origins.
    pub frame_ancestors: Vec<String>,
    /// The folder of the built pane.
    pub assets: PathBuf,
    /// The municipality's name, as the pane shows it.
    pub body: String,
}

/// Flow with the settings; one per process.
pub struct Server {
    /// The verbs.
    pub flow: Flow,
    /// How this installation is set.
    pub settings: Settings,
    pub(crate) pages: Pages,
    /// Guesses at the gate.
    pub(crate) guesses: Guesses,
    /// Sign-ins begun.
    pub(crate) begun: Guesses,
}

impl Server {
    /// A server over these verbs.
    ///
    /// # Errors
    /// A sentence when the pane's files are missing.
    pub fn new(flow: Flow, settings: Settings) -> Result<Self, String> {
        let pages = Pages::load(&settings)?;
        Ok(Self { flow, settings, pages, guesses: Guesses::default(), begun: Guesses::default() })
    }
}
