//! Folders and entries as they are answered (arkivstruktur), with what was asked for beside them.

use super::{
    archive::{Case, Entry, File, Paper, Screening, Somebody},
    write::Xml,
};
use sha2::{Digest, Sha256};

/// When everything was made; the archive has no clock.
const MADE: &str = "2026-11-20T09:00:00+01:00";

pub(super) fn case(out: &mut Xml, case: &Case, include: &[String]) {
    out.text("a:systemID", &case.id);
    out.text("a:mappeID", format!("{}/{}", case.year, case.sequence));
    out.text("a:tittel", &case.title);
    out.maybe("a:offentligTittel", case.public_title.as_ref());
    out.text("a:opprettetDato", MADE);
    out.text("a:opprettetAv", "arkivet");
    if let Some(day) = &case.closed {
        out.text("a:avsluttetDato", format!("{day}T12:00:00+01:00"));
        out.text("a:avsluttetAv", "arkivet");
    }
    for one in case.parties.iter().filter(|_| asks(include, "part")) {
        out.of("a:part", |out| {
            out.text("a:partID", &one.id);
            out.text("a:partNavn", &one.name);
            out.code("a:partRolle", &one.role);
            out.maybe("a:epostadresse", one.email.as_ref());
        });
    }
    screening(out, &case.screening);
    out.text("a:saksaar", case.year.to_string());
    out.text("a:sakssekvensnummer", case.sequence.to_string());
    out.text("a:saksdato", &case.opened);
    out.named("a:administrativEnhet", case.unit.as_ref());
    out.named("a:saksansvarlig", case.responsible.as_ref());
    out.code("a:saksstatus", &case.status);
    for estate in &case.estates {
        let (municipality, numbers) = estate.split_once('-').unwrap_or_default();
        let (farm, title) = numbers.split_once('/').unwrap_or_default();
        out.of("a:matrikkelnummer", |out| {
            out.text("a:kommunenummer", municipality);
            out.text("a:gardsnummer", farm);
            out.text("a:bruksnummer", title);
        });
    }
}

/// What every entry has.
pub(super) fn registration(out: &mut Xml, case: &Case, entry: &Entry, include: &[String]) {
    out.text("a:systemID", &entry.id);
    out.text("a:opprettetDato", MADE);
    out.text("a:opprettetAv", &entry.by);
    out.of("a:referanseForelderMappe", |out| {
        out.text("m:systemID", &case.id);
        out.of("m:saksnummer", |out| {
            out.text("m:saksaar", case.year.to_string());
            out.text("m:sakssekvensnummer", case.sequence.to_string());
        });
    });
    screening(out, &entry.screening);
    for (at, one) in entry.papers.iter().enumerate().filter(|_| asks(include, "dokumentbeskrivelse")) {
        out.of("a:dokumentbeskrivelse", |out| paper(out, (at, one), asks(include, "dokumentobjekt")));
    }
    out.text("a:tittel", &entry.title);
    out.maybe("a:offentligTittel", entry.public_title.as_ref());
    for one in entry.people.iter().filter(|_| asks(include, "korrespondansepart")) {
        out.of("a:korrespondansepart", |out| correspondent(out, one, asks(include, "avskrivning")));
    }
    if let Some((system, key)) = &entry.key {
        out.of("a:referanseEksternNoekkel", |out| {
            out.text("m:fagsystem", system);
            out.text("m:noekkel", key);
        });
    }
}

/// The same, and what an entry of a journal has besides.
pub(super) fn entry(out: &mut Xml, case: &Case, entry: &Entry, include: &[String]) {
    registration(out, case, entry, include);
    out.text("a:journalaar", case.year.to_string());
    out.text("a:journalsekvensnummer", (case.sequence * 100 + entry.number).to_string());
    out.text("a:journalpostnummer", entry.number.to_string());
    out.code("a:journalposttype", &entry.kind);
    out.code("a:journalstatus", &entry.status);
    out.text("a:journaldato", entry.date.as_ref().unwrap_or(&case.opened));
    out.maybe("a:dokumentetsDato", entry.date.as_ref());
    out.maybe("a:mottattDato", entry.moments[0].as_ref());
    out.maybe("a:sendtDato", entry.moments[1].as_ref());
}

fn asks(include: &[String], name: &str) -> bool {
    include.iter().any(|one| one == name)
}

fn screening(out: &mut Xml, screening: &Screening) {
    if let Some((code, basis)) = screening {
        out.of("a:skjerming", |out| {
            out.code("a:tilgangsrestriksjon", code);
            out.text("a:skjermingshjemmel", basis);
        });
    }
}

fn correspondent(out: &mut Xml, one: &Somebody, signed: bool) {
    out.text("a:korrespondansepartID", &one.id);
    out.code("a:korrespondanseparttype", &one.role);
    out.text("a:korrespondansepartNavn", &one.name);
    out.maybe("a:epostadresse", one.email.as_ref());
    for (day, by, how, entry) in one.signed.iter().filter(|_| signed) {
        out.of("a:avskrivning", |out| {
            out.text("a:avskrivningsdato", day);
            out.named("a:avskrevetAv", Some(by));
            out.code("a:avskrivningsmaate", how);
            if let Some(entry) = entry {
                out.of("a:referanseAvskrivesAvJournalpost", |out| out.text("m:systemID", entry));
            }
        });
    }
}

fn paper(out: &mut Xml, (at, one): (usize, &Paper), files: bool) {
    out.text("a:systemID", &one.id);
    out.code("a:dokumenttype", &one.kind);
    out.code("a:dokumentstatus", "F");
    out.text("a:tittel", &one.title);
    out.text("a:opprettetDato", MADE);
    out.text("a:opprettetAv", "arkivet");
    out.code("a:tilknyttetRegistreringSom", &one.joined);
    out.text("a:dokumentnummer", (at + 1).to_string());
    out.text("a:tilknyttetDato", MADE);
    out.text("a:tilknyttetAv", "arkivet");
    screening(out, &one.screening);
    for (at, file) in one.files.iter().enumerate().filter(|_| files) {
        out.of("a:dokumentobjekt", |out| version(out, at, file));
    }
}

fn version(out: &mut Xml, at: usize, file: &File) {
    out.text("a:systemID", &file.id);
    out.text("a:versjonsnummer", (at + 1).to_string());
    out.code("a:variantformat", &file.variant);
    out.text("a:filnavn", &file.name);
    out.code("a:format", &file.format);
    out.text("a:mimeType", &file.mime);
    out.text("a:opprettetDato", MADE);
    out.text("a:opprettetAv", "arkivet");
    out.text("a:referanseDokumentfil", format!("{}.bin", file.id));
    out.text("a:sjekksum", sum(&file.bytes));
    out.text("a:sjekksumAlgoritme", "SHA-256");
    out.text("a:filstoerrelse", file.bytes.len().to_string());
}

pub(super) fn sum(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
