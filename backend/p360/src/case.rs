//! Cases as they are told (saker, journalposter): from the shapes of Public 360 to those of the house.

use crate::{code::Rows, document, number, read::Addresses, wire};
use domain::case::{Access, Case, Document, Entry, FileRef, Party, Responsible};
use vocabulary::CaseNumber;

/// What codes mean there.
pub(crate) struct Words<'a> {
    pub(crate) statuses: Rows,
    pub(crate) categories: Rows,
    /// Access codes that hide nothing.
    pub(crate) open: &'a [String],
}

pub(crate) fn case_number(case: &wire::Case) -> Option<CaseNumber> {
    case.case_number.as_deref()?.parse().ok()
}

pub(crate) fn number_of(document: &wire::Document) -> Option<(CaseNumber, u32)> {
    number::entry(document.document_number.as_deref()?)
}

pub(crate) fn address(email: Option<&str>) -> Option<String> {
    email.map(|email| email.trim().to_lowercase()).filter(|email| !email.is_empty())
}

fn filled(text: Option<&String>) -> Option<String> {
    text.filter(|text| !text.trim().is_empty()).cloned()
}

/// The parties of a case, with the addresses that are known of them.
pub(crate) fn parties(case: &wire::Case, addresses: &Addresses) -> Vec<Party> {
    let party = |one: &wire::CaseContact| Party {
        role: one.role.clone().unwrap_or_default(),
        name: one.contact_name.clone().unwrap_or_default(),
        // Who is no contact has no number, and shares none.
        email: addresses.get(&one.recno).filter(|_| one.recno > 0).cloned(),
    };
    case.contacts.iter().map(party).collect()
}

/// A case by itself; the title in the house is the one that is not official.
pub(crate) fn bare(case: &wire::Case, words: &Words<'_>) -> Option<Case> {
    let public = filled(case.title.as_ref());
    let title = filled(case.unofficial_title.as_ref()).or_else(|| public.clone()).unwrap_or_default();
    let own = case.responsible_person.as_ref();
    let name = filled(case.responsible_person_name.as_ref()).or_else(|| filled(own?.name.as_ref()));
    let unit = filled(case.responsible_enterprise_name.as_ref());
    let email = own.and_then(|one| address(one.email.as_deref()));
    Some(Case {
        system: crate::SYSTEM.to_owned(),
        number: case_number(case)?,
        public_title: public.filter(|public| *public != title),
        title,
        status: words.statuses.code(case.status.as_deref().unwrap_or_default()),
        opened: case.date.as_deref().and_then(wire::day),
        // It does not tell when a case was closed, nor in words we know which properties it is about.
        closed: None,
        responsible: name.map(|name| Responsible { name, unit, email, ..Responsible::default() }),
        access: access((&case.access_code_code, &case.access_code_description, &case.paragraph), words.open),
        parties: Vec::new(),
        estates: Vec::new(),
        entries: Vec::new(),
    })
}

/// Any code but those that hide nothing restricts, also a description whose code is not told.
fn access((code, description, basis): (&Option<String>, &Option<String>, &Option<String>), open: &[String]) -> Access {
    let untold = || filled(description.as_ref()).map(|_| format!("{}?", crate::SYSTEM));
    let code = filled(code.as_ref()).or_else(untold);
    let code = code.map(|code| code.trim().to_owned());
    let hides = code.filter(|code| !open.iter().any(|one| one.eq_ignore_ascii_case(code)));
    let legal_basis = filled(basis.as_ref()).filter(|_| hides.is_some());
    Access { code: hides, legal_basis }
}

/// An entry. What is void (utgår) or only reserved tells nothing.
pub(crate) fn entry(one: wire::Document, words: &Words<'_>) -> Option<Entry> {
    let (_, number) = number_of(&one)?;
    if matches!(one.status_code.as_deref(), Some("U" | "R")) {
        return None;
    }
    let kind = one
        .category
        .as_ref()
        .and_then(|category| filled(category.code.as_ref()).or_else(|| filled(category.description.as_ref())));
    let kind = kind.map(|kind| words.categories.code(&kind)).unwrap_or_default();
    let own = access((&one.access_code_code, &one.access_code_description, &one.paragraph), words.open);
    let mut documents: Vec<Document> =
        document::best(&one.files).into_iter().map(|file| paper(file, words.open)).collect();
    // A remark is the house's own word: it is read where the entry is the house's own, too.
    if matches!(kind.as_str(), "N" | "X") {
        documents.extend(one.remarks.iter().filter_map(document::remark));
    }
    let correspondent = |who: wire::DocumentContact| Party {
        role: who.role.unwrap_or_default(),
        name: who.search_name.unwrap_or_default(),
        email: address(who.email.as_deref()),
    };
    Some(Entry {
        number,
        kind,
        date: one.document_date.as_deref().and_then(wire::day),
        title: one.title.unwrap_or_default(),
        access: own,
        correspondents: one.contacts.into_iter().map(correspondent).collect(),
        documents,
    })
}

fn paper(file: &wire::File, open: &[String]) -> Document {
    let access = access((&file.access_code_code, &file.access_code_description, &file.paragraph), open);
    let place = (file.recno > 0).then(|| FileRef(file.recno.to_string()));
    Document { title: file.title.clone().unwrap_or_default(), access, file: place, ..Document::default() }
}

#[cfg(test)]
mod tests {
    use super::{access, parties};
    use crate::wire::{Case, CaseContact};

    #[test]
    fn an_address_is_its_contacts_and_nobody_elses() {
        let contacts = [0, 7, 8].map(|recno| CaseContact { recno, ..CaseContact::default() }).to_vec();
        let case = Case { contacts, ..Case::default() };
        let addresses = [(0, "a@example.no".to_owned()), (7, "b@example.no".to_owned())].into();
        let emails: Vec<_> = parties(&case, &addresses).into_iter().map(|party| party.email).collect();
        assert_eq!(emails, [None, Some("b@example.no".to_owned()), None]);
    }

    #[test]
    fn whatever_does_not_open_restricts() {
        let open = ["U".to_owned()];
        for (code, description, is) in [
            (Some("U"), Some("Ugradert"), None),
            (Some("u "), None, None),
            (None, None, None),
            (Some(""), Some(""), None),
            (Some("UO"), Some("Unntatt offentlighet"), Some("UO")),
            (None, Some("Unntatt offentlighet"), Some("p360?")),
            (Some("XX"), None, Some("XX")),
        ] {
            let texts = (code.map(str::to_owned), description.map(str::to_owned), Some("offl. § 13".to_owned()));
            let read = access((&texts.0, &texts.1, &texts.2), &open);
            assert_eq!(read.code.as_deref(), is, "{code:?} {description:?}");
            assert_eq!(read.legal_basis.is_some(), is.is_some());
        }
    }
}
