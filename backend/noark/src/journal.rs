//! Registering a mail (journalføring): entry, correspondents, document and file, each made under the one before; what fails half-way is
//! taken back, and what was left lying is found by the mail's `Message-ID`.

use crate::{
    ask::Kernel,
    failure,
    filter::literal,
    read,
    wire::{CaseFolder, Code},
    write::{Made, code},
};
use domain::{
    person::Person,
    port::{Correspondent, Failure, FailureKind, Filed, Filing, Way},
};
use serde::Deserialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use vocabulary::CaseNumber;

/// PRONOM's name of a mail as RFC 5322 has it.
const MAIL: &str = "fmt/278";
const MAIL_TYPE: &str = "message/rfc822";

/// An entry in the journal, as far as it is judged here.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Entry {
    journalstatus: Option<Code>,
    #[serde(flatten)]
    made: Made,
}

/// The links of what is under an entry.
#[derive(Deserialize)]
struct Under {
    #[serde(rename = "_links")]
    links: crate::link::Links,
}

/// Registers a mail, or tells where it stands.
pub(crate) async fn register(kernel: &Kernel, person: &Person, filing: &Filing) -> Result<Filed, Failure> {
    let case = read::folder(kernel, filing.case).await?.ok_or_else(failure::no_case)?;
    for entry in known(kernel, filing).await? {
        if is_whole(&entry) {
            return filed(place(kernel, &entry.made, filing).await?, &entry.made, true);
        }
        // Left half-made by a server that stopped: taken away, and made anew.
        undo(kernel, entry.made.href()?).await?;
    }
    let entry = kernel.make(case.links.must("sakarkiv/ny-journalpost")?, &values(filing)).await;
    let entry =
        entry.map_err(|failure| if failure.kind == FailureKind::Stale { failure::closed() } else { failure })?;
    match fill(kernel, person, (&entry, filing)).await {
        Ok(()) => filed(filing.case, &entry, false),
        Err(failure) => {
            // The failure that came first is the one to tell; what could not be taken back now is at the next try.
            let _ = undo(kernel, entry.href()?).await;
            Err(failure)
        }
    }
}

/// Entries that this mail made before, in whichever case: who chose another case the second time is told where it stands.
async fn known(kernel: &Kernel, filing: &Filing) -> Result<Vec<Entry>, Failure> {
    let is = format!("beskrivelse eq {}", literal(&mark(filing)));
    kernel.list(&kernel.doors().await?.entries.href, &[("$filter", &is)], 10).await
}

/// The case that an entry stands in; where the kernel does not lead there, the one that was meant.
async fn place(kernel: &Kernel, entry: &Made, filing: &Filing) -> Result<CaseNumber, Failure> {
    match entry.links.to("sakarkiv/saksmappe") {
        Some(href) => kernel.get::<CaseFolder>(href).await.map(|folder| read::number_of(&folder)),
        None => Ok(filing.case),
    }
}

/// How a mail is known again among the entries.
fn mark(filing: &Filing) -> String {
    format!("E-post {}", filing.message_id)
}

/// Whether everything of the mail is there: the last thing that is done gives the entry its status.
fn is_whole(entry: &Entry) -> bool {
    entry.journalstatus.as_ref().is_some_and(|status| status.kode != "R")
}

fn filed(case: CaseNumber, entry: &Made, already: bool) -> Result<Filed, Failure> {
    let number = entry.journalpostnummer.map_or_else(|| case.to_string(), |number| format!("{case}-{number}"));
    Ok(Filed { id: entry.href()?.to_owned(), number, already })
}

/// The entry, reserved (`R`) until all of it is there. `J` and `A` are the archive's to set, and are never set here.
fn values(filing: &Filing) -> Value {
    let at = filing.at.to_string();
    let (kind, when) = match filing.way {
        Way::In => ("I", "mottattDato"),
        Way::Out => ("U", "sendtDato"),
    };
    let mut values = json!({
        "tittel": filing.title, "offentligTittel": filing.public_title, "beskrivelse": mark(filing),
        "journalposttype": code(kind), "journalstatus": code("R"), "dokumentmedium": code("E"), "dokumentetsDato": at,
    });
    values[when] = json!(at);
    if let Some(access) = &filing.access.code {
        values["skjerming"] = json!({ "tilgangsrestriksjon": code(access), "skjermingDokument": code("H") });
        if let Some(basis) = &filing.access.legal_basis {
            values["skjerming"]["skjermingshjemmel"] = json!(basis);
        }
    }
    values
}

/// Who it is from and to, the document and its file, and at last the status.
async fn fill(kernel: &Kernel, person: &Person, (entry, filing): (&Made, &Filing)) -> Result<(), Failure> {
    for one in &filing.people {
        correspondent(kernel, person, (entry, one)).await?;
    }
    let document = json!({
        "tittel": filing.title, "dokumenttype": code("B"), "dokumentstatus": code("F"), "tilknyttetRegistreringSom": code("H"),
        "eksternReferanse": filing.message_id,
    });
    let document = kernel.make(entry.links.must("arkivstruktur/ny-dokumentbeskrivelse")?, &document).await?;
    let sum: String = Sha256::digest(&filing.mime).iter().map(|byte| format!("{byte:02x}")).collect();
    let version = json!({
        "versjonsnummer": 1, "variantformat": code("P"), "format": code(MAIL), "mimeType": MAIL_TYPE, "filnavn": filing.message_id,
        "filstoerrelse": filing.mime.len(), "sjekksum": sum, "sjekksumAlgoritme": "SHA-256",
    });
    let version = kernel.make(document.links.must("arkivstruktur/ny-dokumentobjekt")?, &version).await?;
    kernel.file(version.links.must("arkivstruktur/fil")?, MAIL_TYPE, &filing.mime).await?;
    let status = match filing.way {
        // A caseworker has registered what came in; what went out has been sent.
        Way::In => "S",
        Way::Out => "E",
    };
    kernel.merge(&kernel.stands(entry.href()?).await?, &json!({ "journalstatus": code(status) })).await
}

async fn correspondent(kernel: &Kernel, person: &Person, (entry, one): (&Made, &Correspondent)) -> Result<(), Failure> {
    let is_ours = one.role.starts_with('I');
    let (relation, mut values) = if is_ours {
        let name = if one.name.is_empty() { &person.name } else { &one.name };
        ("arkivstruktur/ny-korrespondansepartintern", json!({ "saksbehandler": name }))
    } else {
        ("arkivstruktur/ny-korrespondansepartperson", json!({ "navn": one.name }))
    };
    values["korrespondanseparttype"] = code(&one.role);
    if let Some(email) = one.email.as_deref().filter(|_| !is_ours) {
        values["kontaktinformasjon"] = json!({ "epostadresse": email });
    }
    kernel.make(entry.links.must(relation)?, &values).await.map(|_| ())
}

/// Signs the incoming mail off as answered by e-mail; once.
pub(crate) async fn sign_off(kernel: &Kernel, incoming: &Filed, answer: &Filed) -> Result<(), Failure> {
    let (entry, answer) = (kernel.stands(&incoming.id).await?, kernel.stands(&answer.id).await?);
    let done: Vec<Value> = kernel.list(entry.links.must("sakarkiv/avskrivning")?, &[], 10).await?;
    if done.iter().any(|one| one["referanseAvskrivesAvJournalpost"] == json!(answer.system_id)) {
        return Ok(());
    }
    let values = json!({ "avskrivningsmaate": code("BE"), "referanseAvskrivesAvJournalpost": answer.system_id });
    kernel.make(entry.links.must("sakarkiv/ny-avskrivning")?, &values).await.map(|_| ())
}

/// Deletes an entry with what lies under it, the innermost first; what is gone already is gone.
pub(crate) async fn undo(kernel: &Kernel, href: &str) -> Result<(), Failure> {
    let entry = match kernel.stands(href).await {
        Err(failure) if failure.kind == FailureKind::NotFound => return Ok(()),
        entry => entry?,
    };
    for relation in ["sakarkiv/avskrivning", "arkivstruktur/korrespondansepart", "arkivstruktur/dokumentbeskrivelse"] {
        let Some(list) = entry.links.to(relation) else { continue };
        for under in kernel.list::<Under>(list, &[], 200).await? {
            if let Some(versions) = under.links.to("arkivstruktur/dokumentobjekt") {
                for version in kernel.list::<Under>(versions, &[], 50).await? {
                    away(kernel, &version).await?;
                }
            }
            away(kernel, &under).await?;
        }
    }
    kernel.delete(href).await
}

async fn away(kernel: &Kernel, one: &Under) -> Result<(), Failure> {
    match one.links.own() {
        Some(href) => kernel.delete(href).await,
        None => Ok(()),
    }
}
