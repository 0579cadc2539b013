//! What IT deploys (manifest): rendered from the settings into files that stay the same over versions, and validated line by line.

mod archive;
mod bundle;
mod fill;
mod grant;
mod picture;
mod render;
mod validate;
mod value;

pub use bundle::Bundle;
pub use validate::{Finding, Rule};
pub use value::{Values, consent};

/// The manifest that every Outlook with add-ins reads.
pub const OUTLOOK_XML: &str = "outlook.xml";
/// The unified manifest, for web, new Outlook and Outlook of Microsoft 365 on Windows.
pub const OUTLOOK_JSON: &str = "outlook.json";
/// The unified manifest with its pictures, as it is uploaded.
pub const OUTLOOK_ZIP: &str = "outlook.zip";
/// The app registration.
pub const ENTRA: &str = "entra.json";
/// Of it what has to be laid first.
pub const ENTRA_FIRST: &str = "entra-first.json";
/// The gate's script, as the server gives it to Outlook.
const SCRIPT: &str = include_str!("../../../sidebar/static/launchevent.js");
