//! What is kept (lagret innhold): cases, documents, files and contacts, each with its number.

use jiff::civil::DateTime;

/// Who may see something; `U` is everyone.
#[derive(Clone, Debug)]
pub(super) struct Access {
    pub(super) code: String,
    pub(super) paragraph: Option<String>,
}

impl Access {
    pub(super) fn is_open(&self) -> bool {
        self.code == "U"
    }
}

/// What a contact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Somebody for themselves.
    Person,
    /// Somebody at an enterprise.
    AtEnterprise,
    /// An enterprise.
    Enterprise,
}

/// A contact.
#[derive(Clone, Debug)]
pub(super) struct Contact {
    pub(super) recno: u32,
    pub(super) name: String,
    pub(super) email: String,
    pub(super) kind: Kind,
}

/// Somebody who stands on a case or a document; without a number who is not among the contacts.
#[derive(Clone, Debug)]
pub(super) struct Who {
    pub(super) recno: Option<u32>,
    pub(super) role: String,
    pub(super) name: String,
    pub(super) email: Option<String>,
}

/// A case.
#[derive(Clone, Debug)]
pub(super) struct Case {
    pub(super) recno: u32,
    pub(super) year: u16,
    pub(super) sequence: u32,
    pub(super) title: String,
    pub(super) unofficial: String,
    pub(super) status: String,
    pub(super) date: Option<DateTime>,
    pub(super) access: Access,
    pub(super) unit: String,
    pub(super) person: (String, String),
    pub(super) contacts: Vec<Who>,
}

/// A file.
#[derive(Clone, Debug)]
pub(super) struct File {
    pub(super) recno: u32,
    pub(super) title: String,
    pub(super) format: String,
    pub(super) note: String,
    pub(super) access: Access,
    pub(super) relation: String,
    pub(super) version: String,
    pub(super) bytes: Vec<u8>,
}

/// A document, which is an entry of the journal.
#[derive(Clone, Debug)]
pub(super) struct Document {
    pub(super) recno: u32,
    pub(super) case: u32,
    pub(super) number: u32,
    pub(super) title: String,
    pub(super) unofficial: String,
    pub(super) category: String,
    pub(super) status: String,
    pub(super) date: Option<DateTime>,
    pub(super) dispatched: Option<DateTime>,
    pub(super) access: Access,
    pub(super) reference: Option<String>,
    pub(super) person: String,
    pub(super) contacts: Vec<Who>,
    pub(super) files: Vec<File>,
    pub(super) remarks: Vec<(String, String)>,
    pub(super) referring: Vec<String>,
    pub(super) signed_off: Option<String>,
}

/// All of it.
#[derive(Debug, Default)]
pub(super) struct Store {
    /// Whether case numbers are written with the whole year.
    pub(super) long: bool,
    pub(super) cases: Vec<Case>,
    pub(super) documents: Vec<Document>,
    pub(super) contacts: Vec<Contact>,
    last: u32,
}

impl Store {
    pub(super) fn new(long: bool) -> Self {
        Self { long, ..Self::default() }
    }

    /// The next number.
    pub(super) fn recno(&mut self) -> u32 {
        self.last = self.last.max(200_000) + 1;
        self.last
    }

    /// A case's number as this installation writes it.
    pub(super) fn number(&self, case: &Case) -> String {
        let year = if self.long { case.year } else { case.year % 100 };
        format!("{year:02}/{:05}", case.sequence)
    }

    pub(super) fn case_of(&self, document: &Document) -> Option<&Case> {
        self.cases.iter().find(|case| case.recno == document.case)
    }

    /// `26/01234-5`.
    pub(super) fn document_number(&self, document: &Document) -> String {
        let case = self.case_of(document).map(|case| self.number(case)).unwrap_or_default();
        format!("{case}-{}", document.number)
    }
}
