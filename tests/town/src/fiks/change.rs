//! Changes (oppdatering, avskrivning): of an entry's status and key, and of what it is signed off by.

use super::{
    archive::{Archive, Refusal},
    codes, field,
};
use roxmltree::Node;

/// Changes an entry.
pub(super) fn updated(archive: &mut Archive, asked: Node<'_, '_>) -> Result<(), Refusal> {
    let change = field::inner(asked, "registreringOppdateringer")
        .ok_or_else(|| Refusal::Broken("Bare registreringer endres her".to_owned()))?;
    let reference =
        field::inner(change, "referanseTilRegistrering").ok_or_else(|| Refusal::invalid("Referanse mangler"))?;
    let id = field::entry(archive, reference)?.1.id.clone();
    let status = field::code(change, "journalstatus");
    if status.as_ref().is_some_and(|code| !codes::has("journalstatus", code) || matches!(code.as_str(), "J" | "A")) {
        return Err(Refusal::invalid("Statusen settes ikke av et fagsystem"));
    }
    let (title, key) = (field::text(change, "tittel"), field::key(change));
    if let Some(entry) = archive.entry_mut(&id) {
        entry.status = status.unwrap_or_else(|| entry.status.clone());
        entry.title = title.unwrap_or_else(|| entry.title.clone());
        entry.key = key.or_else(|| entry.key.clone());
    }
    Ok(())
}

/// Signs an entry off, or takes that back.
pub(super) fn signed(archive: &mut Archive, asked: Node<'_, '_>) -> Result<(), Refusal> {
    let reference =
        field::inner(asked, "referanseTilJournalpost").ok_or_else(|| Refusal::invalid("Referanse mangler"))?;
    let id = field::entry(archive, reference)?.1.id.clone();
    let new = field::inner(asked, "avskrivning");
    let by = new.and_then(|new| field::inner(new, "referanseAvskrivesAvJournalpost"));
    let by = by.map(|by| field::entry(archive, by).map(|(_, entry)| entry.id.clone())).transpose()?;
    let part = field::text(asked, "korrespondansepartID").unwrap_or_default();
    let entry = archive.entry_mut(&id).ok_or_else(|| Refusal::Missing("Journalposten finnes ikke".to_owned()))?;
    let one = entry.people.iter_mut().find(|one| one.id == part);
    let one = one.ok_or_else(|| Refusal::invalid("Korrespondanseparten finnes ikke på journalposten"))?;
    let Some(new) = new else {
        if one.signed.is_empty() {
            return Err(Refusal::Missing("Avskrivningen finnes ikke".to_owned()));
        }
        one.signed.clear();
        return Ok(());
    };
    let how = field::code(new, "avskrivningsmaate").unwrap_or_default();
    if !codes::has("avskrivningsmaate", &how) {
        return Err(Refusal::invalid("avskrivningsmaate er ukjent"));
    }
    let who = field::inner(new, "avskrevetAv").and_then(|who| field::text(who, "navn")).unwrap_or_default();
    one.signed.push((field::text(new, "avskrivningsdato").unwrap_or_default(), who, how, by));
    Ok(())
}
