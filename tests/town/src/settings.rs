//! How a town is set up (innstillinger).

use crate::{
    outlook::Bridge,
    person::{Person, persons},
};
use std::path::PathBuf;

/// The id of all Office hosts; `azp` of a token that Office fetched for an add-in.
pub const OFFICE: &str = "ea5a67f6-b6f3-4338-b240-c655ddc3cc8e";

/// What Outlook does when the add-in says no, or says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SendMode {
    /// The sender may send anyway.
    PromptUser,
    /// The sender must mend the mail; an add-in that is away stops nobody.
    SoftBlock,
    /// Nothing leaves without the add-in's word.
    Block,
}

impl SendMode {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::PromptUser => "promptUser",
            Self::SoftBlock => "softBlock",
            Self::Block => "block",
        }
    }
}

/// Microsoft's own office.js in place of the town's. Outlook then stands on the hosts that it has on the internet, with TLS.
#[derive(Clone, Debug)]
pub struct Library {
    /// The folder of its files, `dist` of the npm package.
    pub folder: PathBuf,
    /// A certificate for [`crate::HOSTS`], as PEM.
    pub certificate: String,
    /// Its key, as PEM.
    pub key: String,
}

/// A town's settings; `Settings::default()` is Fjordvik kommune with ports that the system picks.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Ports for Entra, Graph, Outlook and the models; 0 picks a free one.
    pub ports: [u16; 4],
    /// Directory (tenant) id.
    pub tenant: String,
    /// Id of the registered application.
    pub client_id: String,
    /// Its secret.
    pub client_secret: String,
    /// The certificate that was uploaded to it, as PEM, with an RSA key of 2048 bits.
    pub certificate: Option<String>,
    /// Where a sign-in may return to, exactly; more can be registered after start.
    pub redirect_uris: Vec<String>,
    /// Graph permissions that the administrator consented to.
    pub consented: Vec<String>,
    /// Who works here.
    pub persons: Vec<Person>,
    /// The shared mailbox.
    pub shared: String,
    /// Keys of the persons who may open the shared mailbox.
    pub delegates: Vec<String>,
    /// A directory of `.eml` files; without one there are a few mails of the town's own.
    pub mail: Option<PathBuf>,
    /// Origin of the add-in, such as `http://127.0.0.1:8443`; may be set after start.
    pub addin_url: Option<String>,
    /// Path of the pane under the origin.
    pub pane_path: String,
    /// Path of the event page under the origin.
    pub launch_path: String,
    /// The library that Outlook gives its add-ins; without one the town's own.
    pub library: Option<Library>,
    /// How Outlook treats a mail that the add-in stops.
    pub send_mode: SendMode,
    /// How Outlook takes to nested app authentication.
    pub bridge: Bridge,
    /// Milliseconds until Outlook says that the add-in takes long, and until it gives up.
    pub patience: [u32; 2],
    /// A frozen time in Unix seconds; without it the clock of the machine.
    pub now: Option<i64>,
    /// Seconds a token lasts.
    pub token_life: i64,
    /// Key that the model endpoints want as a bearer.
    pub model_key: String,
}

const CONSENTED: [&str; 7] = [
    "User.Read",
    "Mail.Read",
    "Mail.Read.Shared",
    "Mail.ReadWrite",
    "Mail.ReadWrite.Shared",
    "Mail.Send",
    "Mail.Send.Shared",
];

impl Default for Settings {
    fn default() -> Self {
        Self {
            ports: [0; 4],
            tenant: "11111111-1111-4111-8111-111111111111".to_owned(),
            client_id: "22222222-2222-4222-8222-222222222222".to_owned(),
            client_secret: "town-client-secret".to_owned(),
            certificate: None,
            redirect_uris: Vec::new(),
            consented: CONSENTED.map(str::to_owned).to_vec(),
            persons: persons(),
            shared: "postmottak@fjordvik.kommune.no".to_owned(),
            delegates: ["kari", "liv", "eva", "ola"].map(str::to_owned).to_vec(),
            mail: None,
            addin_url: None,
            pane_path: "/index.html".to_owned(),
            launch_path: "/launchevent.html".to_owned(),
            library: None,
            send_mode: SendMode::SoftBlock,
            bridge: Bridge::default(),
            patience: [5_000, 300_000],
            now: None,
            token_life: 4_500,
            model_key: "town-model-key".to_owned(),
        }
    }
}
