//! What lies in the archive (arkivinnhold): cases with their parties, entries and documents.

/// Whom something is screened from, and by which law.
pub(super) type Screening = Option<(String, String)>;

#[derive(Clone, Debug, Default)]
pub(super) struct Somebody {
    pub(super) id: String,
    pub(super) role: String,
    pub(super) name: String,
    pub(super) email: Option<String>,
    /// Signed off: when, by whom, how, and by which entry.
    pub(super) signed: Vec<(String, String, String, Option<String>)>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct File {
    pub(super) id: String,
    pub(super) variant: String,
    pub(super) format: String,
    pub(super) mime: String,
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Paper {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) kind: String,
    pub(super) joined: String,
    pub(super) screening: Screening,
    pub(super) files: Vec<File>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    pub(super) id: String,
    pub(super) number: u32,
    pub(super) kind: String,
    pub(super) status: String,
    pub(super) date: Option<String>,
    pub(super) moments: [Option<String>; 2],
    pub(super) title: String,
    pub(super) public_title: Option<String>,
    pub(super) screening: Screening,
    pub(super) people: Vec<Somebody>,
    pub(super) papers: Vec<Paper>,
    pub(super) key: Option<(String, String)>,
    pub(super) by: String,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Case {
    pub(super) id: String,
    pub(super) year: u32,
    pub(super) sequence: u32,
    pub(super) title: String,
    pub(super) public_title: Option<String>,
    pub(super) status: String,
    pub(super) opened: String,
    pub(super) closed: Option<String>,
    pub(super) responsible: Option<String>,
    pub(super) unit: Option<String>,
    pub(super) screening: Screening,
    pub(super) parties: Vec<Somebody>,
    pub(super) estates: Vec<String>,
    pub(super) entries: Vec<Entry>,
}

/// The archive.
#[derive(Debug, Default)]
pub(super) struct Archive {
    pub(super) cases: Vec<Case>,
    made: u64,
}

impl Archive {
    /// An id that nothing has yet.
    pub(super) fn id(&mut self) -> String {
        self.made += 1;
        format!("5ac5bae0-f1c5-4a00-8000-{:012x}", self.made)
    }

    pub(super) fn entries(&self) -> impl Iterator<Item = (&Case, &Entry)> {
        self.cases.iter().flat_map(|case| case.entries.iter().map(move |entry| (case, entry)))
    }

    pub(super) fn entry_mut(&mut self, id: &str) -> Option<&mut Entry> {
        self.cases.iter_mut().flat_map(|case| &mut case.entries).find(|entry| entry.id == id)
    }
}

/// Why a request is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    Invalid(String),
    Broken(String),
    Missing(String),
}

impl Refusal {
    pub(super) fn invalid(why: impl Into<String>) -> Self {
        Self::Invalid(why.into())
    }
}
