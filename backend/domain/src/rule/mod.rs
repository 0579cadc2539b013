//! House rules (husregler), set by the business: validated here, read from TOML in `backend`.

use vocabulary::{Code, Severity};

/// The rules a draft is written and checked under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// Which version; recorded with every revision.
    pub version: u32,
    /// The body's name, as in "Fjordvik kommune".
    pub body: String,
    /// Line that says a machine helped (KI-merking), per language nb, nn, en; empty to leave out.
    pub notice: [String; 3],
    /// Severities raised above the shipped ones; never lowered.
    pub raised: Vec<(Code, Severity)>,
    /// Mail domains of our own.
    pub domains: Vec<String>,
    /// Whether the gate stops (else asks) when the server is away.
    pub stop_when_away: bool,
}

impl Rules {
    /// The rules that are shipped, for a body of this name.
    #[must_use]
    pub fn shipped(body: &str) -> Self {
        Self {
            version: 1,
            body: body.to_owned(),
            notice: Default::default(),
            raised: Vec::new(),
            domains: Vec::new(),
            stop_when_away: false,
        }
    }
}
