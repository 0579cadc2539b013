//! Registering a mail (journalføring): one message that the archive carries out whole or not at all, known again by the mail's `Message-ID`.

use crate::{
    ask::Archive,
    failure,
    message::{
        create, fetch,
        receipt::Receipt,
        result::{self, Part, Registration},
        search::{Search, Value, What},
        sign_off, update,
    },
    read,
};
use domain::{
    person::Person,
    port::{Failure, FailureKind, Filed, Filing},
};
use futures::future::try_join;
use jiff::civil::Date;
use vocabulary::CaseNumber;

/// What comes along with an entry that is signed off.
const SIGNED: [&str; 2] = ["korrespondansepart", "avskrivning"];

/// Registers a mail, or tells where it stands.
pub(crate) async fn register(archive: &Archive, person: &Person, filing: &Filing) -> Result<Filed, Failure> {
    if filing.access.code.is_some() && filing.access.legal_basis.as_deref().is_none_or(|basis| basis.trim().is_empty())
    {
        return Err(failure::no_basis());
    }
    let (known, folder) = try_join(known(archive, &filing.message_id), read::folder(archive, filing.case)).await?;
    if let Some(entry) = known {
        return standing(archive, filing.case, entry).await;
    }
    let folder = folder.ok_or_else(failure::no_case)?;
    if folder.status == "A" {
        return Err(failure::closed());
    }
    let receipt = archive.read(&create::message(person, filing), Receipt::read).await?;
    match receipt.number {
        Some(number) if !receipt.already => Ok(filed(receipt.id, filing.case, number, false)),
        // It was registered between our look and our message, or the archive tells no number.
        _ => {
            let (case, number) = place(archive, &receipt.id, filing.case).await?;
            Ok(filed(receipt.id, case, number, receipt.already))
        }
    }
}

/// The entry that this mail made before, in whichever case.
async fn known(archive: &Archive, message_id: &str) -> Result<Option<Registration>, Failure> {
    let fields = [("registreringEksternId", Value::Key(message_id))];
    let search = Search { what: What::Registrations, include: &[], fields: &fields, newest: None, take: 5, skip: 0 };
    let found = archive.read(&search.message(), result::found::<Registration>).await?;
    // An archive that does not heed the key would tell of another's mail.
    Ok(found.page.into_iter().find(|entry| entry.key.as_deref() == Some(message_id)))
}

async fn standing(archive: &Archive, meant: CaseNumber, entry: Registration) -> Result<Filed, Failure> {
    let (case, number) = place(archive, &entry.id, entry.case.unwrap_or(meant)).await?;
    Ok(filed(entry.id, case, number, true))
}

/// The case of an entry and its number there; where the archive does not name the case, the one that was meant.
async fn place(archive: &Archive, id: &str, meant: CaseNumber) -> Result<(CaseNumber, u32), Failure> {
    let entry =
        archive.find(&fetch::entry(id, &[]), result::entry).await?.ok_or_else(|| failure::lacking("the entry"))?;
    Ok((entry.registration.case.unwrap_or(meant), entry.number))
}

fn filed(id: String, case: CaseNumber, number: u32, already: bool) -> Filed {
    Filed { id, number: format!("{case}-{number}"), already }
}

/// Signs the incoming mail off as answered by e-mail; once.
pub(crate) async fn sign_off(
    archive: &Archive,
    (person, on): (&Person, Date),
    (incoming, answer): (&Filed, &Filed),
) -> Result<(), Failure> {
    let entry = archive.find(&fetch::entry(&incoming.id, &SIGNED), result::entry).await?;
    let parts = entry.ok_or_else(|| failure::lacking("the entry"))?.registration.parts;
    if parts.iter().any(|part| part.signed.contains(&answer.id)) {
        return Ok(());
    }
    let part = answering(&parts).ok_or_else(|| failure::lacking("a correspondent of the entry"))?;
    archive.ask(&sign_off::sign_off((&incoming.id, &part.id), &answer.id, (&person.name, on))).await.map(|_| ())
}

/// The correspondent whose mail it is to answer: who was named for it, else the first within the house, else the first.
fn answering(parts: &[Part]) -> Option<&Part> {
    let named = parts.iter().find(|part| part.answers);
    named.or_else(|| parts.iter().find(|part| part.role == "IM")).or_else(|| parts.first())
}

/// Makes an entry void, for the standard lets nobody delete one; what it was signed off by is taken back first. Twice is once.
pub(crate) async fn undo(archive: &Archive, filed: &Filed) -> Result<(), Failure> {
    let Some(entry) = archive.find(&fetch::entry(&filed.id, &SIGNED), result::entry).await? else { return Ok(()) };
    if entry.status == "U" {
        return Ok(());
    }
    for part in entry.registration.parts.iter().filter(|part| !part.signed.is_empty()) {
        match archive.ask(&sign_off::unsign(&filed.id, &part.id)).await {
            Err(failure) if failure.kind != FailureKind::NotFound => return Err(failure),
            _ => {}
        }
    }
    archive.ask(&update::void(&filed.id)).await.map(|_| ())
}
