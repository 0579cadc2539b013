//! The code lists (kodelister) of a case system: each body has its own, and only its own system knows them.

/// Which code list (kodeliste).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CodeList {
    /// How far a case has come (saksstatus).
    CaseStatus,
    /// What an entry is: in, out, internal (journalposttype).
    EntryKind,
    /// How far an entry has come (journalstatus).
    EntryStatus,
    /// Access codes (tilgangskoder, tilgangsrestriksjon).
    Access,
    /// The provisions a restriction rests on (skjermingshjemmel).
    LegalBasis,
    /// What a correspondent is (korrespondanseparttype).
    Role,
    /// What a party is to a case (partrolle).
    PartyRole,
    /// What a document is (dokumenttype).
    DocumentKind,
}

impl CodeList {
    /// Each of them.
    pub const EACH: [Self; 8] = [
        Self::CaseStatus,
        Self::EntryKind,
        Self::EntryStatus,
        Self::Access,
        Self::LegalBasis,
        Self::Role,
        Self::PartyRole,
        Self::DocumentKind,
    ];
}

/// A row of a code list (kode).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeRow {
    /// The code, for example `UO`.
    pub code: String,
    /// What people call it.
    pub name: String,
    /// Whether it is no longer to be used.
    pub expired: bool,
}
