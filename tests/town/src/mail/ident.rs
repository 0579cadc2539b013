//! Ids as Exchange makes them: long, opaque, case-sensitive; with `/` and `+` in Office, with `-` and `_` in Graph.

use super::Mail;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

/// An opaque id of what it stands for.
pub(crate) fn hashed(prefix: &str, what: &str) -> String {
    format!("{prefix}{}=", URL_SAFE_NO_PAD.encode(Sha256::digest(what)))
}

impl Mail {
    /// The id that changes when the mail is moved.
    #[must_use]
    pub fn id(&self) -> String {
        hashed("AAMk", &format!("{} {}", self.number, self.moves))
    }

    /// The id that stays.
    #[must_use]
    pub fn immutable_id(&self) -> String {
        hashed("AAkA", &self.number.to_string())
    }

    /// The conversation, which is another one in each mailbox.
    #[must_use]
    pub fn conversation(&self) -> String {
        hashed("AAQk", &format!("{} {}", self.mailbox, self.root))
    }

    /// The id as `item.itemId` gives it in Outlook.
    #[must_use]
    pub fn office_id(&self) -> String {
        self.id().replace('-', "/").replace('_', "+")
    }
}
