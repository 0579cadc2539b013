//! A new entry (arkivmelding): refused unless its case, its codes and its files are right; one whose key is there already is not made.

use super::{
    archive::{Archive, Entry, File, Paper, Refusal, Screening, Somebody},
    codes, field,
    give::sum,
    running::FiksMessage,
    write::Xml,
};
use roxmltree::Node;

/// Makes the entry; the receipt.
pub(super) fn made(archive: &mut Archive, asked: Node<'_, '_>, message: &FiksMessage) -> Result<Vec<u8>, Refusal> {
    if field::inner(asked, "mappe").is_some() {
        return Err(Refusal::Broken("Mapper opprettes ikke her".to_owned()));
    }
    let new = field::inner(asked, "registrering").ok_or_else(|| Refusal::invalid("registrering mangler"))?;
    let count = field::text(asked, "antallFiler").and_then(|text| text.trim().parse::<usize>().ok());
    if count != Some(message.files.len() - 1) {
        return Err(Refusal::invalid("antallFiler stemmer ikke med filene i meldingen"));
    }
    let key = field::key(new);
    if let Some((case, entry)) = archive.entries().find(|(_, entry)| key.is_some() && entry.key == key) {
        return Ok(receipt(case.year, entry, true));
    }
    let reference = field::inner(new, "referanseForelderMappe").ok_or_else(|| Refusal::invalid("Mappe mangler"))?;
    let at = field::case(archive, reference).map_err(|_| Refusal::invalid("Mappen finnes ikke"))?;
    if at.status == "A" {
        return Err(Refusal::invalid("Saken er avsluttet"));
    }
    let (id, number) = (at.id.clone(), at.entries.iter().map(|entry| entry.number).max().unwrap_or_default() + 1);
    let year = at.year;
    let entry = Entry { number, key, ..entry(archive, new, message)? };
    let written = receipt(year, &entry, false);
    if let Some(case) = archive.cases.iter_mut().find(|case| case.id == id) {
        case.entries.push(entry);
    }
    Ok(written)
}

fn entry(archive: &mut Archive, new: Node<'_, '_>, message: &FiksMessage) -> Result<Entry, Refusal> {
    let status = known(new, "journalstatus", "journalstatus")?.unwrap_or_else(|| "S".to_owned());
    if matches!(status.as_str(), "J" | "A") {
        return Err(Refusal::invalid(format!("Status {status} settes av arkivet")));
    }
    let named = |name: &'static str| new.children().filter(move |child| child.tag_name().name() == name);
    Ok(Entry {
        id: archive.id(),
        kind: known(new, "journalposttype", "journalposttype")?.unwrap_or_default(),
        status,
        date: field::text(new, "dokumentetsDato"),
        moments: [field::text(new, "mottattDato"), field::text(new, "sendtDato")],
        title: field::text(new, "tittel").unwrap_or_default(),
        public_title: field::text(new, "offentligTittel"),
        screening: screening(new),
        people: named("korrespondansepart").map(|one| somebody(archive, one)).collect::<Result<_, _>>()?,
        papers: named("dokumentbeskrivelse").map(|one| paper(archive, one, message)).collect::<Result<_, _>>()?,
        by: "Saksvar".to_owned(),
        ..Entry::default()
    })
}

/// A code that the list of the archive has.
fn known(node: Node<'_, '_>, name: &str, list: &str) -> Result<Option<String>, Refusal> {
    match field::code(node, name) {
        Some(code) if !codes::has(list, &code) => Err(Refusal::invalid(format!("{name} er ukjent"))),
        code => Ok(code),
    }
}

fn screening(node: Node<'_, '_>) -> Screening {
    let one = field::inner(node, "skjerming")?;
    Some((field::code(one, "tilgangsrestriksjon")?, field::text(one, "skjermingshjemmel")?))
}

fn somebody(archive: &mut Archive, one: Node<'_, '_>) -> Result<Somebody, Refusal> {
    Ok(Somebody {
        id: archive.id(),
        role: known(one, "korrespondanseparttype", "korrespondanseparttype")?.unwrap_or_default(),
        name: field::text(one, "korrespondansepartNavn").unwrap_or_default(),
        email: field::text(one, "epostadresse"),
        signed: Vec::new(),
    })
}

fn paper(archive: &mut Archive, one: Node<'_, '_>, message: &FiksMessage) -> Result<Paper, Refusal> {
    let versions = one.children().filter(|child| child.tag_name().name() == "dokumentobjekt");
    Ok(Paper {
        id: archive.id(),
        title: field::text(one, "tittel").unwrap_or_default(),
        kind: known(one, "dokumenttype", "dokumenttype")?.unwrap_or_else(|| "DOKUMENT".to_owned()),
        joined: known(one, "tilknyttetRegistreringSom", "tilknyttetregistreringsom")?.unwrap_or_default(),
        screening: screening(one),
        files: versions.map(|one| file(archive, one, message)).collect::<Result<_, _>>()?,
    })
}

fn file(archive: &mut Archive, one: Node<'_, '_>, message: &FiksMessage) -> Result<File, Refusal> {
    let name = field::text(one, "referanseDokumentfil").unwrap_or_default();
    let (_, bytes) =
        message.files.iter().skip(1).find(|(is, _)| *is == name).ok_or_else(|| Refusal::invalid("En fil mangler"))?;
    if field::text(one, "sjekksum").is_some_and(|said| !said.eq_ignore_ascii_case(&sum(bytes))) {
        return Err(Refusal::invalid("En fil er ikke den som er beskrevet"));
    }
    if field::text(one, "filstoerrelse").is_some_and(|size| size.trim() != bytes.len().to_string()) {
        return Err(Refusal::invalid("En fil er ikke så stor som beskrevet"));
    }
    Ok(File {
        id: archive.id(),
        variant: known(one, "variantformat", "variantformat")?.unwrap_or_else(|| "P".to_owned()),
        format: field::code(one, "format").unwrap_or_else(|| "av/0".to_owned()),
        mime: field::text(one, "mimeType").unwrap_or_default(),
        name: field::text(one, "filnavn").unwrap_or_default(),
        bytes: bytes.clone(),
    })
}

fn receipt(year: u32, entry: &Entry, already: bool) -> Vec<u8> {
    let spaces = [("", "arkivmelding.opprett.kvittering"), ("m", "metadatakatalog")];
    Xml::root("arkivmeldingKvittering", &spaces, |out| {
        out.of("registreringKvittering xsi:type=\"journalpostKvittering\"", |out| {
            out.text("systemID", &entry.id);
            out.text("opprettetAv", &entry.by);
            out.text("opprettetEllerEksisterende", if already { "Eksisterende" } else { "Opprettet" });
            out.text("journalaar", year.to_string());
            out.text("journalpostnummer", entry.number.to_string());
            out.code("journalposttype", &entry.kind);
            out.code("journalstatus", &entry.status);
        });
    })
}
