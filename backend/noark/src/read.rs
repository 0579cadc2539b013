//! Cases as the kernel holds them (saker): found by number or by whom they are about, with entries, people and properties.

use crate::{
    SYSTEM,
    ask::Kernel,
    file,
    wire::{CaseFolder, Code, Estate, JournalEntry, Paper, Screening, Somebody, day},
};
use domain::{
    case::{Access, Case, Document, Entry, FileRef, Party, Responsible},
    evidence::Seek,
    port::Failure,
};
use futures::future::{try_join, try_join_all, try_join3};
use serde::de::DeserializeOwned;
use vocabulary::CaseNumber;

/// Cases of one address that are told.
pub(crate) const CASES: usize = 20;
/// Cases that a search of the kernel's own may bring.
const SOUGHT: usize = 200;
/// People, properties or papers of one thing that are read.
const PARTS: usize = 200;
/// What is wanted with a case, and with an entry, in one answer.
const UNDER_CASE: &str = "part,nasjonalidentifikator";
const UNDER_ENTRY: &str = "korrespondansepart,dokumentbeskrivelse/dokumentobjekt";
pub(crate) const PEOPLE: &str = "korrespondansepart";

/// Whether the kernel answers and lets us in.
pub(crate) async fn reach(kernel: &Kernel) -> Result<String, Failure> {
    let doors = kernel.doors().await?;
    let some: Vec<serde_json::Value> = kernel.list(&doors.cases.href, &[], 1).await?;
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
    let hits: Vec<CaseFolder> = kernel.list_with(&doors.cases, (UNDER_CASE, &[("$filter", &wanted)]), 2).await?;
    // A kernel that does not heed the filter would give us somebody else's case.
    Ok(hits.into_iter().find(|hit| number_of(hit) == number))
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
    let folders: Vec<CaseFolder> = kernel.list(&kernel.doors().await?.cases.href, &[asked], SOUGHT).await?;
    Ok(folders.iter().map(bare).collect())
}

pub(crate) fn number_of(folder: &CaseFolder) -> CaseNumber {
    CaseNumber { year: folder.saksaar, sequence: folder.sakssekvensnummer }
}

/// A case with everything but the texts.
async fn whole(kernel: &Kernel, mut folder: CaseFolder) -> Result<Case, Failure> {
    let (people, estates) = (folder.part.take(), folder.nasjonalidentifikator.take());
    let (parties, estates, entries) =
        try_join3(parties(kernel, &folder, people), self::estates(kernel, &folder, estates), entries(kernel, &folder))
            .await?;
    Ok(Case { parties, estates, entries, ..bare(&folder) })
}

/// A case by its folder alone.
pub(crate) fn bare(folder: &CaseFolder) -> Case {
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

/// The parties of a case: those that came with it, else those its link leads to.
pub(crate) async fn parties(
    kernel: &Kernel,
    folder: &CaseFolder,
    known: Option<Vec<Somebody>>,
) -> Result<Vec<Party>, Failure> {
    let all = known_or_listed(kernel, known, folder.links.to("arkivstruktur/part")).await?;
    Ok(all.into_iter().map(party).collect())
}

/// What came with an object, else what its link leads to.
async fn known_or_listed<T: DeserializeOwned>(
    kernel: &Kernel,
    known: Option<Vec<T>>,
    href: Option<&str>,
) -> Result<Vec<T>, Failure> {
    match (known, href) {
        (Some(known), _) => Ok(known),
        (None, Some(href)) => kernel.list(href, &[], PARTS).await,
        (None, None) => Ok(Vec::new()),
    }
}

pub(crate) fn party(one: Somebody) -> Party {
    let role = one.korrespondanseparttype.or(one.part_rolle);
    let name = [one.navn, one.saksbehandler, one.administrativ_enhet].into_iter().flatten().next();
    let email = one.kontaktinformasjon.and_then(|contact| contact.epostadresse);
    let email = email.map(|email| email.trim().to_lowercase()).filter(|email| !email.is_empty());
    Party { role: kode(role.as_ref()), name: name.unwrap_or_default(), email }
}

async fn estates(kernel: &Kernel, folder: &CaseFolder, known: Option<Vec<Estate>>) -> Result<Vec<String>, Failure> {
    let all = known_or_listed(kernel, known, folder.links.to("arkivstruktur/nasjonalidentifikator")).await?;
    let written =
        |one: &Estate| Some(format!("{}-{}/{}", one.kommunenummer.as_deref()?, one.gaardsnummer?, one.bruksnummer?));
    Ok(all.iter().filter_map(written).collect())
}

/// The newest entries in their order, each document with where its versions are.
async fn entries(kernel: &Kernel, folder: &CaseFolder) -> Result<Vec<Entry>, Failure> {
    let all = lines(kernel, folder, UNDER_ENTRY).await?;
    try_join_all(all.into_iter().map(|entry| entered(kernel, entry))).await
}

/// A case with who has a part in it, and no documents.
pub(crate) async fn peopled(kernel: &Kernel, mut folder: CaseFolder) -> Result<Case, Failure> {
    let known = folder.part.take();
    let entries = async {
        let all = lines(kernel, &folder, PEOPLE).await?;
        let one = |entry: JournalEntry| async move {
            Ok(Entry { correspondents: people(kernel, &entry).await?, ..line(&entry) })
        };
        try_join_all(all.into_iter().map(one)).await
    };
    let (parties, entries) = try_join(parties(kernel, &folder, known), entries).await?;
    Ok(Case { parties, entries, ..bare(&folder) })
}

/// The newest lines of its journal in their order, with what is wanted under each where the kernel gives that.
async fn lines(kernel: &Kernel, folder: &CaseFolder, under: &str) -> Result<Vec<JournalEntry>, Failure> {
    let Some(way) = folder.links.list("sakarkiv/journalpost") else { return Ok(Vec::new()) };
    let newest = (under, [("$orderby", "journalpostnummer desc")].as_slice());
    let mut all: Vec<JournalEntry> = kernel.list_with(&way, newest, kernel.settings().entries).await?;
    all.retain(is_told);
    all.sort_by_key(|entry| entry.journalpostnummer);
    Ok(all)
}

/// What is void (utgår) or only reserved tells nothing.
pub(crate) fn is_told(entry: &JournalEntry) -> bool {
    !matches!(kode(entry.journalstatus.as_ref()).as_str(), "U" | "R")
}

async fn entered(kernel: &Kernel, mut one: JournalEntry) -> Result<Entry, Failure> {
    let papers = one.dokumentbeskrivelse.take();
    let papers = known_or_listed(kernel, papers, one.links.to("arkivstruktur/dokumentbeskrivelse"));
    let (people, mut papers) = try_join(people(kernel, &one), papers).await?;
    papers.sort_by_key(|paper| paper.dokumentnummer);
    Ok(Entry { correspondents: people, documents: papers.iter().map(document).collect(), ..line(&one) })
}

/// Senders and recipients of an entry.
pub(crate) async fn people(kernel: &Kernel, one: &JournalEntry) -> Result<Vec<Party>, Failure> {
    let known = one.korrespondansepart.clone();
    let all = known_or_listed(kernel, known, one.links.to("arkivstruktur/korrespondansepart")).await?;
    Ok(all.into_iter().map(party).collect())
}

/// An entry by its own line in the journal alone.
pub(crate) fn line(one: &JournalEntry) -> Entry {
    Entry {
        number: one.journalpostnummer.unwrap_or_default(),
        kind: kode(one.journalposttype.as_ref()),
        date: one.dokumentets_dato.as_deref().and_then(day),
        title: one.tittel.clone(),
        access: access(one.skjerming.as_ref()),
        ..Entry::default()
    }
}

fn document(paper: &Paper) -> Document {
    let known = paper.dokumentobjekt.as_deref().and_then(file::kept);
    let listed = || paper.links.to("arkivstruktur/dokumentobjekt").map(|href| FileRef(href.to_owned()));
    Document {
        title: paper.tittel.clone(),
        file: known.or_else(listed),
        access: access(paper.skjerming.as_ref()),
        ..Document::default()
    }
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
