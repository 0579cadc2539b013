//! Fetching (henting, `innsyn.*.hent`): a folder by its case number, an entry or a file by the archive's own id, a code list by its name.

use super::{Kind, Message, US};
use crate::xml::{Writer, space};
use vocabulary::CaseNumber;

/// A case folder with its parties.
pub(crate) fn folder(number: CaseNumber) -> Message {
    let mut out = Writer::of("mappeHent", space::FOLDER);
    out.text("system", US);
    out.within("referanseTilMappe", |out| case_number(out, number));
    out.text("inkluder", "part");
    Message::of(Kind::Folder, out.finish())
}

/// A case by its number, in a reference to a folder.
pub(crate) fn case_number(out: &mut Writer, number: CaseNumber) {
    out.within("m:saksnummer", |out| {
        out.number("m:saksaar", number.year);
        out.number("m:sakssekvensnummer", number.sequence);
    });
}

/// An entry with these parts of it.
pub(crate) fn entry(id: &str, include: &[&str]) -> Message {
    let mut out = Writer::of("registreringHent", space::ENTRY);
    out.text("system", US);
    out.reference("referanseTilRegistrering", id);
    for name in include {
        out.text("inkluder", name);
    }
    Message::of(Kind::Entry, out.finish())
}

/// The file of a version of a document (dokumentobjekt).
pub(crate) fn file(id: &str) -> Message {
    let mut out = Writer::of("dokumentfilHent", space::FILE);
    out.text("system", US);
    // Its schema's own element, although of the catalogue's type.
    out.within("dokumentfilNoekkel", |out| out.text("systemID", id));
    Message::of(Kind::File, out.finish())
}

/// A code list.
pub(crate) fn codes(name: &str) -> Message {
    let mut out = Writer::of("HentKodeliste", space::CODES);
    out.text("kodelistenavn", name);
    Message::of(Kind::Codes, out.finish())
}
