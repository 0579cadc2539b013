//! Ids before they reach a path or a filter: the SDK puts them there as they stand, so nothing but an id may pass. What a caller names and is no
//! id names nothing that is there; an id of Graph's own answer that is none makes the answer unreadable.

use crate::{SYSTEM, garbled};
use domain::port::{Failure, FailureKind};
use vocabulary::{ConversationId, MailId};

/// Characters of an id; Exchange's are below 300.
const ID_BYTES: usize = 1024;
/// Characters of an address (RFC 5321, 4.5.3.1.3).
const ADDRESS_BYTES: usize = 254;

/// A mail's id that a caller names, as Graph writes it, also from the form that Outlook's own interface uses.
pub(crate) fn mail(id: &MailId) -> Result<String, Failure> {
    checked(id.as_str()).ok_or_else(|| nothing("no mail has such an id"))
}

/// A conversation's id, likewise.
pub(crate) fn conversation(id: &ConversationId) -> Result<String, Failure> {
    checked(id.as_str()).ok_or_else(|| nothing("no conversation has such an id"))
}

/// An id in an answer of Graph's.
pub(crate) fn told(id: &str) -> Result<String, Failure> {
    checked(id).ok_or_else(|| garbled("an id holds what no id of Graph's does"))
}

/// What the caller asks for is not there.
pub(crate) fn nothing(why: &str) -> Failure {
    Failure::new(FailureKind::NotFound, SYSTEM, why)
}

/// The same id in Graph's alphabet: Exchange's own has `/` and `+`
/// (<https://learn.microsoft.com/javascript/api/outlook/office.mailbox#outlook-office-mailbox-converttorestid-member(1)>).
pub(crate) fn normal(id: &str) -> String {
    id.replace('/', "-").replace('+', "_")
}

fn checked(id: &str) -> Option<String> {
    let id = normal(id);
    let is_id = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'=');
    ((1..=ID_BYTES).contains(&id.len()) && id.bytes().all(is_id)).then_some(id)
}

/// A shared mailbox that a caller names by its address, lower case.
pub(crate) fn mailbox(address: &str) -> Result<String, Failure> {
    let wrong = || nothing("the shared mailbox is not named by an address");
    let (local, host) = address.split_once('@').ok_or_else(wrong)?;
    let is_local = |byte: u8| byte.is_ascii_alphanumeric() || b"._%+'-".contains(&byte);
    let is_host = |byte: u8| byte.is_ascii_alphanumeric() || b".-".contains(&byte);
    let fits = !local.is_empty() && local.bytes().all(is_local) && host.contains('.') && host.bytes().all(is_host);
    if fits && address.len() <= ADDRESS_BYTES { Ok(address.to_ascii_lowercase()) } else { Err(wrong()) }
}

/// A text inside a filter: a quote is doubled.
pub(crate) fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

#[cfg(test)]
mod tests {
    use super::{mail, mailbox, quoted, told};
    use domain::port::FailureKind::{Garbled, NotFound};
    use vocabulary::MailId;

    #[test]
    fn only_ids_pass() {
        let long = "A".repeat(1025);
        for (id, expected) in [
            ("AAMkAGI1-x_y=", Some("AAMkAGI1-x_y=")),
            ("AAMk/AGI+1==", Some("AAMk-AGI_1==")),
            ("", None),
            ("x/../../../users/o@k.no/messages/1", None),
            ("x?y", None),
            ("x y", None),
            ("x'y", None),
            ("x%2fy", None),
            ("æ", None),
            ("{{RID}}", None),
            (&long, None),
        ] {
            let (named, answered) = (mail(&MailId::new(id)), told(id));
            assert_eq!((named.as_deref().ok(), answered.as_deref().ok()), (expected, expected), "{id:.40}");
            // Whoever asks for it hears that it is not there; Graph is blamed only for its own.
            let blamed = [named, answered].map(|answer| answer.err().map(|failure| failure.kind));
            let expected = expected.map_or([Some(NotFound), Some(Garbled)], |_| [None, None]);
            assert_eq!(blamed, expected, "{id:.40}");
        }
    }

    #[test]
    fn only_addresses_name_a_mailbox() {
        for (address, expected) in [
            ("Postmottak@fjordvik.kommune.no", Some("postmottak@fjordvik.kommune.no")),
            ("o'neil+x@example.no", Some("o'neil+x@example.no")),
            ("postmottak", None),
            ("@example.no", None),
            ("a@b", None),
            ("a/b@example.no", None),
            ("a@b@example.no", None),
            ("a?b@example.no", None),
            ("a#@example.no", None),
            ("a@example.no/messages", None),
            ("å@example.no", None),
        ] {
            assert_eq!(mailbox(address).ok().as_deref(), expected, "{address}");
        }
    }

    #[test]
    fn a_quote_ends_no_filter() {
        assert_eq!(quoted("a' or 'b"), "'a'' or ''b'");
    }
}
