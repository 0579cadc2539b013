//! A mail for the journal (`arkivmelding.opprett`): an entry of the case with whom it is from and to, and the mail itself beside it.

use super::{Attachment, Kind, Message, US, fetch::case_number};
use crate::xml::{Writer, space, write::said};
use domain::{
    person::Person,
    port::{Correspondent, Filing, Way, day},
};
use sha2::{Digest, Sha256};

/// The mail's name in the message; nothing of the mail is in it.
const FILE: &str = "1.eml";
/// What stands where a mail has no title; a title must have a sign in it.
const UNTITLED: &str = "Uten tittel";

/// An entry that is to be made.
pub(crate) fn message(person: &Person, filing: &Filing) -> Message {
    let mut out = Writer::of("arkivmelding", space::CREATE);
    out.text("system", US);
    out.number("antallFiler", 1);
    out.typed("registrering", Some("journalpost"), |out| entry(out, person, filing));
    let mail = Attachment { name: FILE.to_owned(), bytes: filing.mime.clone() };
    let mut message = Message::of(Kind::Create, out.finish());
    message.files.push(mail);
    message
}

fn entry(out: &mut Writer, person: &Person, filing: &Filing) {
    out.within("referanseForelderMappe", |out| case_number(out, filing.case));
    if let (Some(code), Some(basis)) = (&filing.access.code, &filing.access.legal_basis) {
        out.within("skjerming", |out| {
            out.code("tilgangsrestriksjon", code);
            out.text("skjermingshjemmel", basis);
        });
    }
    out.within("dokumentbeskrivelse", |out| document(out, filing));
    out.text("tittel", said(&filing.title, UNTITLED));
    out.text("offentligTittel", said(&filing.public_title, UNTITLED));
    for one in &filing.people {
        out.within("korrespondansepart", |out| correspondent(out, person, one));
    }
    key(out, &filing.message_id);
    let (kind, status, when) = match filing.way {
        // A caseworker has registered what came in; what went out has been sent. `J` and `A` are the archive's to set.
        Way::In => ("I", "S", "mottattDato"),
        Way::Out => ("U", "E", "sendtDato"),
    };
    out.code("journalposttype", kind);
    out.code("journalstatus", status);
    out.text("dokumentetsDato", &day(filing.at).to_string());
    out.text(when, &filing.at.to_string());
}

/// What a mail is known by again.
pub(crate) fn key(out: &mut Writer, key: &str) {
    out.within("referanseEksternNoekkel", |out| {
        out.text("m:fagsystem", US);
        out.text("m:noekkel", key);
    });
}

fn document(out: &mut Writer, filing: &Filing) {
    out.code("dokumenttype", "KORR");
    out.code("dokumentstatus", "F");
    out.text("tittel", said(&filing.title, UNTITLED));
    out.code("tilknyttetRegistreringSom", "H");
    out.number("dokumentnummer", 1);
    out.within("dokumentobjekt", |out| {
        out.number("versjonsnummer", 1);
        out.code("variantformat", "P");
        // PRONOM's name of a mail as RFC 5322 has it.
        out.code("format", "fmt/278");
        out.text("mimeType", "message/rfc822");
        out.text("filnavn", "e-post.eml");
        out.text("referanseDokumentfil", FILE);
        out.text("sjekksum", &sum(&filing.mime));
        out.text("sjekksumAlgoritme", "SHA-256");
        out.number("filstoerrelse", u32::try_from(filing.mime.len()).unwrap_or(u32::MAX));
    });
}

/// A checksum as the standard writes it.
pub(crate) fn sum(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn correspondent(out: &mut Writer, person: &Person, one: &Correspondent) {
    let is_ours = one.role.starts_with('I');
    let email = one.email.as_deref().filter(|email| !said(email, "").is_empty());
    let fallback = if is_ours { &person.name } else { email.unwrap_or_default() };
    let name = said(said(&one.name, fallback), "Ukjent");
    out.code("korrespondanseparttype", &one.role);
    out.text("korrespondansepartNavn", name);
    if is_ours {
        out.within("saksbehandler", |out| out.text("m:navn", name));
    } else if let Some(email) = email {
        out.text("epostadresse", email);
    }
}
