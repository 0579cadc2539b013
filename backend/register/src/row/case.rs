//! A line of `cases.jsonl`: a case with its journal (sak med journal).

use super::{
    Line, address_fault,
    day::{Day, order_fault},
    empty_fault,
};
use crate::register::SYSTEM;
use domain::{
    case::{Access, Case, Document, Entry, Party, Responsible},
    evidence::earlier,
};
use serde::{Deserialize, Serialize};
use vocabulary::{CaseNumber, PersonId};

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct AccessRow {
    code: String,
    #[serde(default)]
    legal_basis: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PartyRow {
    role: String,
    name: String,
    #[serde(default)]
    email: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ResponsibleRow {
    name: String,
    #[serde(default)]
    email: Option<String>,
    #[serde(default)]
    unit: Option<String>,
    #[serde(default)]
    account: Option<PersonId>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct DocumentRow {
    title: String,
    text: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EntryRow {
    number: u32,
    kind: String,
    #[serde(default)]
    date: Option<Day>,
    title: String,
    #[serde(default)]
    access: Option<AccessRow>,
    #[serde(default)]
    correspondents: Vec<PartyRow>,
    #[serde(default)]
    documents: Vec<DocumentRow>,
}

/// A case.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CaseRow {
    number: CaseNumber,
    title: String,
    #[serde(default)]
    public_title: Option<String>,
    status: String,
    #[serde(default)]
    opened: Option<Day>,
    #[serde(default)]
    closed: Option<Day>,
    #[serde(default)]
    responsible: Option<ResponsibleRow>,
    #[serde(default)]
    access: Option<AccessRow>,
    #[serde(default)]
    parties: Vec<PartyRow>,
    #[serde(default)]
    estates: Vec<String>,
    #[serde(default)]
    entries: Vec<EntryRow>,
}

impl CaseRow {
    pub(crate) fn number(&self) -> CaseNumber {
        self.number
    }

    /// The addresses of parties and correspondents.
    pub(crate) fn addresses(&self) -> impl Iterator<Item = &str> {
        let parties = self.parties.iter().chain(self.entries.iter().flat_map(|entry| &entry.correspondents));
        parties.filter_map(|party| party.email.as_deref())
    }

    /// The access codes of the case and of its entries.
    pub(crate) fn codes(&self) -> impl Iterator<Item = &str> {
        let all = std::iter::once(&self.access).chain(self.entries.iter().map(|entry| &entry.access));
        all.flatten().map(|access| access.code.as_str())
    }

    /// Whether anyone may see the case; what any code restricts, a code that nobody knows too, is not searched.
    pub(crate) fn is_open(&self) -> bool {
        self.access.is_none()
    }

    /// Whether something went out in it that answers a question, open to anyone.
    pub(crate) fn has_answer(&self) -> bool {
        let answers =
            |entry: &EntryRow| entry.access.is_none() && entry.kind == "U" && earlier::is_answer(&entry.title);
        self.entries.iter().any(answers)
    }

    pub(crate) fn is_closed(&self) -> bool {
        self.closed.is_some() || matches!(self.status.as_str(), "A" | "F" | "S")
    }

    /// Whether it is about this property: `4999-47/690`, or without the municipality.
    pub(crate) fn is_about(&self, property: &str) -> bool {
        self.estates
            .iter()
            .any(|estate| estate == property || estate.split_once('-').is_some_and(|(_, own)| own == property))
    }

    pub(crate) fn title(&self) -> &str {
        &self.title
    }

    /// What anyone may read in it: the titles and texts of what came in and went out and is not restricted.
    pub(crate) fn told(&self) -> String {
        let told =
            self.entries.iter().filter(|entry| entry.access.is_none() && matches!(entry.kind.as_str(), "I" | "U"));
        let texts = told.flat_map(|entry| {
            std::iter::once(entry.title.as_str()).chain(entry.documents.iter().map(|document| document.text.as_str()))
        });
        texts.collect::<Vec<_>>().join("\n")
    }
}

impl Line for CaseRow {
    const FILE: &'static str = "cases.jsonl";
    type Key = CaseNumber;

    fn key(&self) -> CaseNumber {
        self.number
    }
    fn key_field() -> &'static str {
        "number"
    }
    fn faults(&self) -> Vec<(String, String)> {
        let mut faults = Vec::new();
        faults.extend(empty_fault("title", &self.title));
        faults.extend(empty_fault("status", &self.status));
        faults.extend(order_fault("closed", self.opened, self.closed));
        faults.extend(access_fault("access", self.access.as_ref()));
        let responsible = self.responsible.as_ref().and_then(|one| one.email.as_deref());
        faults.extend(address_fault("responsible.email".to_owned(), responsible));
        faults.extend(party_faults("parties", &self.parties));
        for (at, entry) in self.entries.iter().enumerate() {
            faults.extend(access_fault(&format!("entries[{at}].access"), entry.access.as_ref()));
            faults.extend(party_faults(&format!("entries[{at}].correspondents"), &entry.correspondents));
            if self.entries[..at].iter().any(|earlier| earlier.number == entry.number) {
                let remedy = format!("another entry of the case has number {}; give each its own", entry.number);
                faults.push((format!("entries[{at}].number"), remedy));
            }
        }
        faults
    }
}

/// An empty code could be read as open; it is refused, so that nobody has to guess.
fn access_fault(field: &str, access: Option<&AccessRow>) -> Option<(String, String)> {
    let empty = access.is_some_and(|access| access.code.trim().is_empty());
    empty.then(|| {
        (format!("{field}.code"), "write the code, or null instead of the whole access when it is open".to_owned())
    })
}

fn party_faults(field: &str, parties: &[PartyRow]) -> Vec<(String, String)> {
    let fault = |(at, party): (usize, &PartyRow)| address_fault(format!("{field}[{at}].email"), party.email.as_deref());
    parties.iter().enumerate().filter_map(fault).collect()
}

impl From<AccessRow> for Access {
    fn from(row: AccessRow) -> Self {
        Self { code: Some(row.code), legal_basis: row.legal_basis }
    }
}

impl From<PartyRow> for Party {
    fn from(row: PartyRow) -> Self {
        Self { role: row.role, name: row.name, email: row.email.map(|email| email.to_lowercase()) }
    }
}

impl From<ResponsibleRow> for Responsible {
    fn from(row: ResponsibleRow) -> Self {
        Self { name: row.name, email: row.email, unit: row.unit, account: row.account }
    }
}

fn all<Row, Of: From<Row>>(rows: Vec<Row>) -> Vec<Of> {
    rows.into_iter().map(Of::from).collect()
}

impl From<DocumentRow> for Document {
    fn from(row: DocumentRow) -> Self {
        Self { title: row.title, text: row.text, file: None, access: Access::default() }
    }
}

impl From<EntryRow> for Entry {
    fn from(row: EntryRow) -> Self {
        Self {
            number: row.number,
            kind: row.kind,
            date: row.date.map(|day| day.0),
            title: row.title,
            access: row.access.map(Access::from).unwrap_or_default(),
            correspondents: all(row.correspondents),
            documents: all(row.documents),
        }
    }
}

impl From<CaseRow> for Case {
    fn from(row: CaseRow) -> Self {
        let mut entries: Vec<Entry> = all(row.entries);
        entries.sort_by_key(|entry| entry.number);
        Self {
            system: SYSTEM.to_owned(),
            number: row.number,
            title: row.title,
            public_title: row.public_title,
            status: row.status,
            opened: row.opened.map(|day| day.0),
            closed: row.closed.map(|day| day.0),
            responsible: row.responsible.map(Responsible::from),
            access: row.access.map(Access::from).unwrap_or_default(),
            parties: all(row.parties),
            estates: row.estates,
            entries,
        }
    }
}
