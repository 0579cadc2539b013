//! An emulated municipality (en emulert kommune): Entra, Microsoft Graph, Outlook on the web and model endpoints on loopback.
//!
//! It knows the outside systems from their documentation only, and nothing of the product: what it refuses, the real ones refuse.

mod einnsyn;
mod entra;
mod fault;
mod fiks;
mod graph;
mod group;
mod host;
mod listen;
mod mail;
mod model;
mod noark;
mod outlook;
mod p360;
mod person;
mod running;
mod seed;
mod settings;
mod world;

pub use einnsyn::{EINNSYN_PARAMETERS, Einnsyn, EinnsynSettings, Published};
pub use fault::Fault;
pub use fiks::{FiksArchive, FiksFailing, FiksMessage, FiksSettings, fiks_judged};
pub use group::access;
pub use host::HOSTS;
pub use mail::{Address, Folder, Mail};
pub use model::{EMBEDDING_MODEL, HOSTILE_MODES, MODEL};
pub use noark::{Asked, Clerk, Failing, Noark, NoarkSettings, Vouching};
pub use outlook::Bridge;
pub use p360::{Called, P360, P360Settings, P360User};
pub use person::{Person, persons};
pub use running::{Hold, Running, Town};
pub use settings::{Library, OFFICE, SendMode, Settings};
pub use world::{Request, System};
