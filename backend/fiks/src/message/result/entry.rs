//! An entry (journalpost, registrering), with whom it is from and to and its documents.

use super::{Sought, access, address};
use crate::xml::{Sequence, Unreadable, read::Element, space};
use domain::case::Access;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use vocabulary::CaseNumber;

/// An entry of whatever kind.
#[derive(Debug)]
pub(crate) struct Registration {
    pub(crate) id: String,
    /// The case it stands in, where it names it by its number.
    pub(crate) case: Option<CaseNumber>,
    pub(crate) title: String,
    pub(crate) access: Access,
    pub(crate) parts: Vec<Part>,
    pub(crate) papers: Vec<Paper>,
    /// The key that we gave it.
    pub(crate) key: Option<String>,
}

/// An entry of a journal.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) registration: Registration,
    pub(crate) number: u32,
    pub(crate) kind: String,
    pub(crate) status: String,
    pub(crate) date: Option<Date>,
}

/// Somebody an entry is from or to (korrespondansepart).
#[derive(Debug)]
pub(crate) struct Part {
    pub(crate) id: String,
    pub(crate) role: String,
    pub(crate) name: String,
    pub(crate) email: Option<String>,
    /// Whether the house has named this one as who answers.
    pub(crate) answers: bool,
    /// The entries by which it is signed off, by their ids; an empty one where it is signed off by none.
    pub(crate) signed: Vec<String>,
}

/// A document (dokumentbeskrivelse).
#[derive(Debug)]
pub(crate) struct Paper {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) number: u32,
    pub(crate) access: Access,
    pub(crate) versions: Vec<Version>,
}

/// A version of a document (dokumentobjekt).
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct Version {
    pub(crate) id: String,
    pub(crate) number: u32,
    pub(crate) variant: String,
    pub(crate) mime: Option<String>,
    pub(crate) sum: String,
    pub(crate) algorithm: String,
    pub(crate) size: u64,
}

impl Sought for Registration {
    const NAME: &'static str = "registrering";

    fn read(element: Element<'_, '_>) -> Result<Self, Unreadable> {
        let mut all = element.within(space::STRUCTURE);
        let registration = registration(&mut all)?;
        all.end()?;
        Ok(registration)
    }
}

impl Sought for Entry {
    const NAME: &'static str = "journalpost";

    fn read(element: Element<'_, '_>) -> Result<Self, Unreadable> {
        let mut all = element.within(space::STRUCTURE);
        let registration = registration(&mut all)?;
        all.one("journalaar")?.value::<i32>()?;
        all.one("journalsekvensnummer")?.value::<i32>()?;
        let number = all.one("journalpostnummer")?.value()?;
        let kind = all.one("journalposttype")?.code()?;
        let status = all.one("journalstatus")?.code()?;
        all.one("journaldato")?.date()?;
        let date = all.maybe("dokumentetsDato").map(Element::date).transpose()?;
        all.maybe("mottattDato").map(Element::moment).transpose()?;
        all.maybe("sendtDato").map(Element::moment).transpose()?;
        all.pass(&["forfallsdato", "offentlighetsvurdertDato", "antallVedlegg"]);
        all.pass(&["journalenhet", "dokumentflyt", "presedens", "elektroniskSignatur", "avskrivningsdato"]);
        all.end()?;
        Ok(Self { registration, number, kind, status, date })
    }
}

fn registration(all: &mut Sequence<'_, '_>) -> Result<Registration, Unreadable> {
    let id = all.one("systemID")?.id()?;
    all.one("opprettetDato")?.moment()?;
    all.one("opprettetAv")?.text()?;
    all.pass(&["arkivertDato", "arkivertAv"]);
    let case = all.maybe("referanseForelderMappe").map(case).transpose()?.flatten();
    all.pass(&["arkivdel", "part", "kassasjon"]);
    let access = access(all.maybe("skjerming"))?;
    all.pass(&["gradering"]);
    let papers = all.many("dokumentbeskrivelse").into_iter().map(paper).collect::<Result<_, _>>()?;
    all.pass(&["registreringsID"]);
    let title = all.one("tittel")?.text()?;
    all.maybe("offentligTittel").map(Element::text).transpose()?;
    all.pass(&["beskrivelse", "noekkelord", "forfatter", "dokumentmedium"]);
    all.pass(&["virksomhetsspesifikkeMetadata", "merknad", "kryssreferanse"]);
    let parts = all.many("korrespondansepart").into_iter().map(part).collect::<Result<_, _>>()?;
    all.pass(&["klassifikasjon"]);
    let key = all.maybe("referanseEksternNoekkel").map(key).transpose()?.flatten();
    Ok(Registration { id, case, title, access, parts, papers, key })
}

/// The case that a reference names.
fn case(element: Element<'_, '_>) -> Result<Option<CaseNumber>, Unreadable> {
    let mut all = element.within(space::METADATA);
    all.pass(&["systemID", "mappeID"]);
    let number = all.maybe("saksnummer").map(|one| {
        let mut parts = one.within(space::METADATA);
        let number =
            CaseNumber { year: parts.one("saksaar")?.value()?, sequence: parts.one("sakssekvensnummer")?.value()? };
        parts.end().map(|()| number)
    });
    all.pass(&["referanseEksternNoekkel"]);
    all.end()?;
    number.transpose()
}

/// Our own key; one of another system's is none.
fn key(element: Element<'_, '_>) -> Result<Option<String>, Unreadable> {
    let mut all = element.within(space::METADATA);
    let system = all.one("fagsystem")?.string()?;
    let key = all.one("noekkel")?.string()?;
    all.end()?;
    Ok(Some(key).filter(|_| system == super::super::US))
}

fn part(element: Element<'_, '_>) -> Result<Part, Unreadable> {
    let mut all = element.within(space::STRUCTURE);
    let id = all.one("korrespondansepartID")?.text()?;
    let role = all.one("korrespondanseparttype")?.code()?;
    let answers = all.maybe("erBehandlingsansvarlig").map(Element::string).transpose()?;
    let name = all.one("korrespondansepartNavn")?.text()?;
    all.pass(&["organisasjonid", "personid", "postadresse", "postnummer", "poststed", "landkode"]);
    let email = all.maybe("epostadresse").map(Element::text).transpose()?;
    all.pass(&["telefonnummer", "kontaktperson", "administrativEnhet", "saksbehandler", "erSkjermet", "erPersonnavn"]);
    all.pass(&["forsendelsesmaate", "deresReferanse"]);
    let signed = all.many("avskrivning").into_iter().map(signed).collect::<Result<_, _>>()?;
    all.end()?;
    let answers = answers.is_some_and(|is| matches!(is.trim(), "true" | "1"));
    Ok(Part { id, role, name, email: email.as_deref().and_then(address), answers, signed })
}

fn signed(element: Element<'_, '_>) -> Result<String, Unreadable> {
    let mut all = element.within(space::STRUCTURE);
    all.one("avskrivningsdato")?.date()?;
    all.one("avskrevetAv")?.somebody()?;
    all.one("avskrivningsmaate")?.code()?;
    let by = all
        .maybe("referanseAvskrivesAvJournalpost")
        .map(|one| one.within(space::METADATA).maybe("systemID").map(Element::id).transpose());
    all.pass(&["referanseAvskriverJournalpost"]);
    all.end()?;
    Ok(by.transpose()?.flatten().unwrap_or_default())
}

fn paper(element: Element<'_, '_>) -> Result<Paper, Unreadable> {
    let mut all = element.within(space::STRUCTURE);
    let id = all.one("systemID")?.id()?;
    all.one("dokumenttype")?.code()?;
    all.one("dokumentstatus")?.code()?;
    let title = all.one("tittel")?.text()?;
    all.pass(&["beskrivelse", "forfatter"]);
    all.one("opprettetDato")?.moment()?;
    all.one("opprettetAv")?.text()?;
    all.pass(&["dokumentmedium", "arkivdel"]);
    all.one("tilknyttetRegistreringSom")?.code()?;
    let number = all.one("dokumentnummer")?.value()?;
    all.one("tilknyttetDato")?.moment()?;
    all.one("tilknyttetAv")?.text()?;
    all.pass(&["part", "merknad", "kassasjon", "utfoertKassasjon", "sletting"]);
    let access = access(all.maybe("skjerming"))?;
    all.pass(&["gradering", "elektroniskSignatur"]);
    let versions = all.many("dokumentobjekt").into_iter().map(version).collect::<Result<_, _>>()?;
    all.end()?;
    Ok(Paper { id, title, number, access, versions })
}

fn version(element: Element<'_, '_>) -> Result<Version, Unreadable> {
    let mut all = element.within(space::STRUCTURE);
    let id = all.one("systemID")?.id()?;
    let number = all.one("versjonsnummer")?.value()?;
    let variant = all.one("variantformat")?.code()?;
    all.one("filnavn")?.string()?;
    all.one("format")?.code()?;
    let mime = all.maybe("mimeType").map(Element::string).transpose()?;
    all.pass(&["formatDetaljer"]);
    all.one("opprettetDato")?.moment()?;
    all.one("opprettetAv")?.text()?;
    all.one("referanseDokumentfil")?.text()?;
    let (sum, algorithm) = (all.one("sjekksum")?.text()?, all.one("sjekksumAlgoritme")?.text()?);
    let size = all.one("filstoerrelse")?.value()?;
    all.pass(&["elektroniskSignatur", "konvertering"]);
    all.end()?;
    Ok(Version { id, number, variant, mime, sum, algorithm, size })
}
