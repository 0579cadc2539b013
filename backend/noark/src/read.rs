//! Cases as the kernel holds them (saker): found by number or by whom they are about, with entries, people and properties.

use crate::{
    SYSTEM,
    ask::Kernel,
    filter::literal,
    wire::{CaseFolder, Code, Estate, JournalEntry, Paper, Screening, Somebody, day},
};
use domain::{
    case::{Access, Case, Document, Entry, FileRef, Party, Responsible},
    evidence::Seek,
    port::{Failure, FailureKind},
};
use futures::future::{try_join, try_join_all, try_join3};
use vocabulary::CaseNumber;

/// Cases of one address that are told.
pub(crate) const CASES: usize = 20;
/// Cases that a search of the kernel's own may bring.
const SOUGHT: usize = 200;
/// People, properties or papers of one thing that are read.
const PARTS: usize = 200;
/// Entries of journals that are looked at for the cases of one address.
const TRACES: usize = 60;

/// Whether the kernel answers and lets us in.
pub(crate) async fn reach(kernel: &Kernel) -> Result<String, Failure> {
    let doors = kernel.doors().await?;
    let some: Vec<serde_json::Value> = kernel.list(&doors.cases, &[], 1).await?;
    Ok(if some.is_empty() { "answers, and shows us no case" } else { "answers, and shows us cases" }.to_owned())
}

/// The case with exactly this number.
pub(crate) async fn case(kernel: &Kernel, number: CaseNumber) -> Result<Option<Case>, Failure> {
    match folder(kernel, number).await? {
        Some(folder) => whole(kernel, folder).await.map(Some),
        None => Ok(None),
    }
}

/// Its folder alone.
pub(crate) async fn folder(kernel: &Kernel, number: CaseNumber) -> Result<Option<CaseFolder>, Failure> {
    let wanted = format!("saksaar eq {} and sakssekvensnummer eq {}", number.year, number.sequence);
    let doors = kernel.doors().await?;
    let hits: Vec<CaseFolder> = kernel.list(&doors.cases, &[("$filter", &wanted)], 2).await?;
    // A kernel that does not heed the filter would give us somebody else's case.
    Ok(hits.into_iter().find(|hit| number_of(hit) == number))
}

/// Cases that know this address: as party, or as correspondent of an entry.
pub(crate) async fn cases_of(kernel: &Kernel, address: &str) -> Result<Vec<Case>, Failure> {
    let folders = match kernel.knows_any() {
        true => match by_person(kernel, address).await {
            // A kernel of the base level says that it does not understand; it has a search of its own instead.
            Err(failure) if matches!(failure.kind, FailureKind::Garbled | FailureKind::Refused) => {
                kernel.forget_any();
                by_search(kernel, address).await?
            }
            folders => folders?,
        },
        false => by_search(kernel, address).await?,
    };
    let whole = folders.into_iter().take(CASES).map(|folder| whole(kernel, folder));
    try_join_all(whole).await
}

async fn by_person(kernel: &Kernel, address: &str) -> Result<Vec<CaseFolder>, Failure> {
    let is = format!("x/kontaktinformasjon/epostadresse eq {}", literal(address));
    let doors = kernel.doors().await?;
    let (party, correspondent) = (format!("part/any(x: {is})"), format!("korrespondansepart/any(x: {is})"));
    let (parties, correspondents) = ([("$filter", party.as_str())], [("$filter", correspondent.as_str())]);
    let (mut folders, entries): (Vec<CaseFolder>, Vec<JournalEntry>) =
        try_join(kernel.list(&doors.cases, &parties, CASES), kernel.list(&doors.entries, &correspondents, TRACES))
            .await?;
    let mut above: Vec<&str> = entries.iter().filter_map(|entry| entry.links.to("sakarkiv/saksmappe")).collect();
    above.sort_unstable();
    above.dedup();
    above.retain(|href| !folders.iter().any(|folder| folder.links.own() == Some(href)));
    folders.extend(try_join_all(above.into_iter().map(|href| kernel.get::<CaseFolder>(href))).await?);
    Ok(folders)
}

async fn by_search(kernel: &Kernel, address: &str) -> Result<Vec<CaseFolder>, Failure> {
    let doors = kernel.doors().await?;
    kernel.list(&doors.cases, &[("$search", address)], CASES).await
}

/// Cases that a search may mean, without what is in them; which it does mean is judged by whoever asked.
pub(crate) async fn cases_like(kernel: &Kernel, seek: &Seek) -> Result<Vec<Case>, Failure> {
    if let Some(number) = seek.number() {
        return Ok(folder(kernel, number).await?.iter().map(bare).collect());
    }
    let by_number = seek.sequence().map(|sequence| format!("sakssekvensnummer eq {sequence}"));
    let asked = match &by_number {
        Some(filter) => ("$filter", filter.as_str()),
        None => ("$search", seek.longest()),
    };
    let folders: Vec<CaseFolder> = kernel.list(&kernel.doors().await?.cases, &[asked], SOUGHT).await?;
    Ok(folders.iter().map(bare).collect())
}

pub(crate) fn number_of(folder: &CaseFolder) -> CaseNumber {
    CaseNumber { year: folder.saksaar, sequence: folder.sakssekvensnummer }
}

/// A case with everything but the texts.
async fn whole(kernel: &Kernel, folder: CaseFolder) -> Result<Case, Failure> {
    let (parties, estates, entries) =
        try_join3(parties(kernel, &folder), estates(kernel, &folder), entries(kernel, &folder)).await?;
    Ok(Case { parties, estates, entries, ..bare(&folder) })
}

/// A case by its folder alone.
fn bare(folder: &CaseFolder) -> Case {
    let responsible = folder.saksansvarlig.clone().filter(|name| !name.trim().is_empty());
    let unit = folder.administrativ_enhet.clone();
    Case {
        system: SYSTEM.to_owned(),
        number: number_of(folder),
        title: folder.tittel.clone(),
        public_title: folder.offentlig_tittel.clone(),
        status: kode(folder.saksstatus.as_ref()),
        opened: folder.saksdato.as_deref().and_then(day),
        closed: folder.avsluttet_dato.as_deref().and_then(day),
        responsible: responsible.map(|name| Responsible { name, unit, ..Responsible::default() }),
        access: access(folder.skjerming.as_ref()),
        parties: Vec::new(),
        estates: Vec::new(),
        entries: Vec::new(),
    }
}

async fn parties(kernel: &Kernel, folder: &CaseFolder) -> Result<Vec<Party>, Failure> {
    let Some(href) = folder.links.to("arkivstruktur/part") else { return Ok(Vec::new()) };
    let all: Vec<Somebody> = kernel.list(href, &[], PARTS).await?;
    Ok(all.into_iter().map(party).collect())
}

fn party(one: Somebody) -> Party {
    let role = one.korrespondanseparttype.or(one.part_rolle);
    let name = [one.navn, one.saksbehandler, one.administrativ_enhet].into_iter().flatten().next();
    let email = one.kontaktinformasjon.and_then(|contact| contact.epostadresse);
    let email = email.map(|email| email.trim().to_lowercase()).filter(|email| !email.is_empty());
    Party { role: kode(role.as_ref()), name: name.unwrap_or_default(), email }
}

async fn estates(kernel: &Kernel, folder: &CaseFolder) -> Result<Vec<String>, Failure> {
    let Some(href) = folder.links.to("arkivstruktur/nasjonalidentifikator") else { return Ok(Vec::new()) };
    let all: Vec<Estate> = kernel.list(href, &[], PARTS).await?;
    let written =
        |one: &Estate| Some(format!("{}-{}/{}", one.kommunenummer.as_deref()?, one.gaardsnummer?, one.bruksnummer?));
    Ok(all.iter().filter_map(written).collect())
}

/// The newest entries in their order, each document with where its versions are.
async fn entries(kernel: &Kernel, folder: &CaseFolder) -> Result<Vec<Entry>, Failure> {
    let Some(href) = folder.links.to("sakarkiv/journalpost") else { return Ok(Vec::new()) };
    let newest = [("$orderby", "journalpostnummer desc")];
    let mut all: Vec<JournalEntry> = kernel.list(href, &newest, kernel.settings().entries).await?;
    // What is void (utgår) or only reserved tells nothing.
    all.retain(|entry| !matches!(kode(entry.journalstatus.as_ref()).as_str(), "U" | "R"));
    all.sort_by_key(|entry| entry.journalpostnummer);
    try_join_all(all.into_iter().map(|entry| entered(kernel, entry))).await
}

async fn entered(kernel: &Kernel, one: JournalEntry) -> Result<Entry, Failure> {
    let people = async {
        match one.links.to("arkivstruktur/korrespondansepart") {
            Some(href) => kernel.list::<Somebody>(href, &[], PARTS).await,
            None => Ok(Vec::new()),
        }
    };
    let papers = async {
        match one.links.to("arkivstruktur/dokumentbeskrivelse") {
            Some(href) => kernel.list::<Paper>(href, &[], PARTS).await,
            None => Ok(Vec::new()),
        }
    };
    let (people, mut papers) = try_join(people, papers).await?;
    papers.sort_by_key(|paper| paper.dokumentnummer);
    Ok(Entry {
        number: one.journalpostnummer.unwrap_or_default(),
        kind: kode(one.journalposttype.as_ref()),
        date: one.dokumentets_dato.as_deref().and_then(day),
        title: one.tittel,
        access: access(one.skjerming.as_ref()),
        correspondents: people.into_iter().map(party).collect(),
        documents: papers.into_iter().map(document).collect(),
    })
}

fn document(paper: Paper) -> Document {
    let file = paper.links.to("arkivstruktur/dokumentobjekt").map(|href| FileRef(href.to_owned()));
    Document { title: paper.tittel, text: String::new(), file, access: access(paper.skjerming.as_ref()) }
}

fn kode(code: Option<&Code>) -> String {
    code.map(|code| code.kode.clone()).unwrap_or_default()
}

/// Any screening restricts, also one without a code: then under a code that no house has.
fn access(screening: Option<&Screening>) -> Access {
    let Some(screening) = screening else { return Access::default() };
    let code = screening.tilgangsrestriksjon.as_ref().map(|code| code.kode.trim().to_owned());
    let code = code.filter(|code| !code.is_empty()).unwrap_or_else(|| format!("{SYSTEM}?"));
    Access { code: Some(code), legal_basis: screening.skjermingshjemmel.clone() }
}
