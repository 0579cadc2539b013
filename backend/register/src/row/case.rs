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
use std::collections::HashSet;
use vocabulary::{CaseNumber, PersonId};

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AccessRow {
    pub(crate) code: String,
    #[serde(default)]
    pub(crate) legal_basis: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PartyRow {
    pub(crate) role: String,
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) email: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ResponsibleRow {
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) email: Option<String>,
    #[serde(default)]
    pub(crate) unit: Option<String>,
    #[serde(default)]
    pub(crate) account: Option<PersonId>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DocumentRow {
    pub(crate) title: String,
    pub(crate) text: String,
    /// Where it is stricter than the entry's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) access: Option<AccessRow>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EntryRow {
    pub(crate) number: u32,
    pub(crate) kind: String,
    #[serde(default)]
    pub(crate) date: Option<Day>,
    pub(crate) title: String,
    #[serde(default)]
    pub(crate) access: Option<AccessRow>,
    #[serde(default)]
    pub(crate) correspondents: Vec<PartyRow>,
    #[serde(default)]
    pub(crate) documents: Vec<DocumentRow>,
}

/// A case.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CaseRow {
    pub(crate) number: CaseNumber,
    pub(crate) title: String,
    #[serde(default)]
    pub(crate) public_title: Option<String>,
    pub(crate) status: String,
    #[serde(default)]
    pub(crate) opened: Option<Day>,
    #[serde(default)]
    pub(crate) closed: Option<Day>,
    #[serde(default)]
    pub(crate) responsible: Option<ResponsibleRow>,
    #[serde(default)]
    pub(crate) access: Option<AccessRow>,
    #[serde(default)]
    pub(crate) parties: Vec<PartyRow>,
    #[serde(default)]
    pub(crate) estates: Vec<String>,
    #[serde(default)]
    pub(crate) entries: Vec<EntryRow>,
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
        let documents = self.entries.iter().flat_map(|entry| &entry.documents).map(|document| &document.access);
        let entries = self.entries.iter().map(|entry| &entry.access);
        let all = std::iter::once(&self.access).chain(entries).chain(documents);
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

    pub(crate) fn title(&self) -> &str {
        &self.title
    }

    /// What anyone may read in it: the titles and texts of what came in and went out and is not restricted.
    pub(crate) fn told(&self) -> String {
        let told =
            self.entries.iter().filter(|entry| entry.access.is_none() && matches!(entry.kind.as_str(), "I" | "U"));
        let texts = told.flat_map(|entry| {
            let open = entry.documents.iter().filter(|document| document.access.is_none());
            std::iter::once(entry.title.as_str()).chain(open.map(|document| document.text.as_str()))
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
        let mut numbers = HashSet::new();
        for (at, entry) in self.entries.iter().enumerate() {
            faults.extend(entry.faults().into_iter().map(|(field, remedy)| (format!("entries[{at}].{field}"), remedy)));
            if !numbers.insert(entry.number) {
                let remedy = format!("another entry of the case has number {}; give each its own", entry.number);
                faults.push((format!("entries[{at}].number"), remedy));
            }
        }
        faults
    }
}

impl EntryRow {
    /// What is wrong in it alone.
    pub(crate) fn faults(&self) -> Vec<(String, String)> {
        let mut faults: Vec<_> = access_fault("access", self.access.as_ref()).into_iter().collect();
        faults.extend(party_faults("correspondents", &self.correspondents));
        for (at, document) in self.documents.iter().enumerate() {
            faults.extend(access_fault(&format!("documents[{at}].access"), document.access.as_ref()));
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
        let access = row.access.map(Access::from).unwrap_or_default();
        Self { title: row.title, text: row.text, access, ..Self::default() }
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
