//! A change (`arkivmelding.oppdater`): an entry that nobody has built on is void (utgår), for the standard lets nobody delete one.

use super::{Kind, Message, create::key};
use crate::xml::{Writer, space};

/// Makes an entry void, and frees the key by which its mail is known, so that the same mail can be registered anew.
pub(crate) fn void(id: &str) -> Message {
    let mut out = Writer::of("arkivmeldingOppdatering", space::UPDATE);
    out.typed("registreringOppdateringer", Some("journalpostOppdatering"), |out| {
        out.reference("referanseTilRegistrering", id);
        key(out, &format!("utgår {id}"));
        out.code("journalstatus", "U");
    });
    Message::of(Kind::Update, out.finish())
}
