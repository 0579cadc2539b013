//! Cases as the archive holds them (saker): found by number, by whom they are about or by words, with their entries.

use crate::{
    SYSTEM,
    ask::Archive,
    message::{
        fetch,
        result::{self, Entry as JournalEntry, Folder, Paper, Part, Registration, Version},
        search::{Search, Value, What},
    },
};
use domain::{
    case::{Case, Document, Entry, FileRef, Party},
    evidence::Seek,
    port::Failure,
};
use futures::future::{try_join, try_join_all};
use serde::{Deserialize, Serialize};
use vocabulary::CaseNumber;

/// Cases of one address that are told.
pub(crate) const CASES: usize = 20;
/// Cases that a search by words may bring.
const SOUGHT: u32 = 100;
/// Entries that come at once.
const PAGE: u32 = 100;
/// Entries that are looked at for the cases of one address.
const TRACES: u32 = 60;
/// What comes along with an entry.
const WITH: [&str; 2] = ["dokumentbeskrivelse", "korrespondansepart"];

/// Where the text of a document is.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct Place {
    /// The entry it belongs to.
    pub(crate) entry: String,
    /// The document.
    pub(crate) paper: String,
    /// Its versions, where they were told already.
    pub(crate) versions: Vec<Version>,
}

impl Place {
    /// The place that this system wrote.
    pub(crate) fn of(FileRef(written): &FileRef) -> Option<Self> {
        serde_json::from_str(written).ok()
    }
}

/// Whether the archive answers.
pub(crate) async fn reach(archive: &Archive) -> Result<String, Failure> {
    archive.read(&fetch::codes("journalposttype"), result::codes).await?;
    Ok(format!("answers; {}", archive.carried()))
}

/// The case with exactly this number: its folder and its entries are asked for side by side.
pub(crate) async fn case(archive: &Archive, number: CaseNumber) -> Result<Option<Case>, Failure> {
    let (folder, entries) = try_join(folder(archive, number), entries(archive, number)).await?;
    Ok(folder.map(|folder| whole(folder, entries)))
}

/// Its folder alone.
pub(crate) async fn folder(archive: &Archive, number: CaseNumber) -> Result<Option<Folder>, Failure> {
    let found = archive.find(&fetch::folder(number), result::folder).await?;
    // An archive that does not heed the number would give us somebody else's case.
    Ok(found.filter(|folder| folder.number == number))
}

/// The newest entries of a case; what is void (utgår) or only reserved tells nothing.
async fn entries(archive: &Archive, number: CaseNumber) -> Result<Vec<JournalEntry>, Failure> {
    let fields = [
        ("journalpostSaksaar", Value::Number(number.year.into())),
        ("journalpostSakssekvensnummer", Value::Number(number.sequence)),
    ];
    let most = archive.settings().entries;
    let page = |skip: u32| {
        let newest = Some("journalpostJournalpostnummer");
        let take = PAGE.min(most - skip);
        Search { what: What::Entries, include: &WITH, fields: &fields, newest, take, skip }.message()
    };
    let first = archive.read(&page(0), result::found::<JournalEntry>).await?;
    let rest = (PAGE..first.count.min(most)).step_by(PAGE as usize).map(page);
    let rest = rest.map(|message| async move { archive.read(&message, result::found::<JournalEntry>).await });
    let mut all = first.page;
    all.extend(try_join_all(rest).await?.into_iter().flat_map(|found| found.page));
    // As above: an entry of another case would be another's.
    all.retain(|entry| entry.registration.case.is_none_or(|case| case == number));
    all.retain(|entry| !matches!(entry.status.as_str(), "U" | "R"));
    all.sort_by_key(|entry| entry.number);
    all.dedup_by_key(|entry| entry.number);
    Ok(all)
}

/// Cases that know this address: as party, or as correspondent of an entry.
pub(crate) async fn cases_of(archive: &Archive, address: &str) -> Result<Vec<Case>, Failure> {
    if address.is_empty() {
        return Ok(Vec::new());
    }
    let search = |what, field, take| {
        Search { what, include: &[], fields: &[(field, Value::Text(address))], newest: None, take, skip: 0 }.message()
    };
    let parties = search(What::Cases, "mappePartEpostadresse", SOUGHT);
    let traces = search(What::Registrations, "registreringKorrespondansepartEpostadresse", TRACES);
    let (folders, entries) =
        try_join(archive.read(&parties, result::found::<Folder>), archive.read(&traces, result::found::<Registration>))
            .await?;
    let mut numbers: Vec<CaseNumber> = folders.page.iter().map(|folder| folder.number).collect();
    numbers.extend(entries.page.iter().filter_map(|entry| entry.case));
    numbers.sort_unstable_by(|one, other| other.cmp(one));
    numbers.dedup();
    let whole = numbers.into_iter().take(CASES).map(|number| case(archive, number));
    Ok(try_join_all(whole).await?.into_iter().flatten().collect())
}

/// Cases that a search may mean, without what is in them; which it does mean is judged by whoever asked.
pub(crate) async fn cases_like(archive: &Archive, seek: &Seek) -> Result<Vec<Case>, Failure> {
    if let Some(number) = seek.number() {
        return Ok(folder(archive, number).await?.into_iter().map(bare).collect());
    }
    let like = format!("*{}*", seek.longest());
    let field = match seek.sequence() {
        Some(sequence) => ("sakSaksekvensnummer", Value::Number(sequence)),
        None => ("mappeTittel", Value::Like(&like)),
    };
    let search = Search { what: What::Cases, include: &[], fields: &[field], newest: None, take: SOUGHT, skip: 0 };
    let found = archive.read(&search.message(), result::found::<Folder>).await?;
    Ok(found.page.into_iter().map(bare).collect())
}

/// A case by its folder alone.
fn bare(folder: Folder) -> Case {
    Case {
        system: SYSTEM.to_owned(),
        number: folder.number,
        title: folder.title,
        public_title: folder.public_title,
        status: folder.status,
        opened: Some(folder.opened),
        closed: folder.closed,
        responsible: folder.responsible,
        access: folder.access,
        parties: folder.parties,
        estates: folder.estates,
        entries: Vec::new(),
    }
}

fn whole(folder: Folder, entries: Vec<JournalEntry>) -> Case {
    Case { entries: entries.into_iter().map(entered).collect(), ..bare(folder) }
}

fn entered(one: JournalEntry) -> Entry {
    let Registration { id, title, access, parts, mut papers, .. } = one.registration;
    papers.sort_by_key(|paper| paper.number);
    Entry {
        number: one.number,
        kind: one.kind,
        date: one.date,
        title,
        access,
        correspondents: parts.into_iter().map(party).collect(),
        documents: papers.into_iter().map(|paper| document(&id, paper)).collect(),
    }
}

fn party(part: Part) -> Party {
    Party { role: part.role, name: part.name, email: part.email }
}

fn document(entry: &str, paper: Paper) -> Document {
    let place = Place { entry: entry.to_owned(), paper: paper.id, versions: paper.versions };
    let file = serde_json::to_string(&place).ok().map(FileRef);
    Document { title: paper.title, file, access: paper.access, ..Document::default() }
}
