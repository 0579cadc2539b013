//! Cases as Public 360 shows them to a person (saker): by number with entries and people, and by words.

use crate::{
    ask::{Service, Upn},
    case::{Words, address, bare, case_number, entry, number_of, parties},
    code::{self, Rows},
    failure, number,
    wire::{self, AtEnterprises, Cases, Contact, Documents, Enterprises, Persons},
};
use domain::{
    case::{Case, Entry},
    evidence::Seek,
    port::Failure,
};
use futures::future::{try_join, try_join_all, try_join3, try_join4};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use vocabulary::CaseNumber;

/// Cases of one address that are told.
pub(crate) const CASES: usize = 20;
/// Rows of a page; it gives no more at a time.
pub(crate) const PAGE: usize = 100;
/// Contacts of a case whose own address is looked up; the rest go without.
const LOOKED_UP: usize = 10;
/// Years in which a number without a year is sought.
const YEARS: u16 = 5;

pub(crate) const GET_CASES: &str = "CaseService/GetCases";
pub(crate) const GET_DOCUMENTS: &str = "DocumentService/GetDocuments";

/// Addresses of contacts, by their number.
pub(crate) type Addresses = BTreeMap<u64, String>;

/// What is needed to read a case.
pub(crate) struct Reading<'a> {
    pub(crate) service: &'a Service,
    pub(crate) person: &'a Upn,
}

impl Reading<'_> {
    fn number(&self, number: CaseNumber) -> String {
        number::written(number, self.service.settings().numbers)
    }

    pub(crate) async fn words(&self) -> Result<Words<'_>, Failure> {
        let (statuses, categories) =
            try_join(code::table(self.service, code::CASE_STATUS), code::table(self.service, code::CATEGORY)).await?;
        Ok(Words { statuses, categories, open: &self.service.settings().open })
    }

    /// The case with exactly this number, whole.
    pub(crate) async fn case(&self, number: CaseNumber) -> Result<Option<Case>, Failure> {
        let (found, documents, words) = try_join3(self.bare(number), self.documents(number), self.words()).await?;
        let Some(found) = found else { return Ok(None) };
        self.whole(&found, documents, &words).await.map(Some)
    }

    /// The case alone. One that does not heed what it was asked would give us somebody else's.
    pub(crate) async fn bare(&self, number: CaseNumber) -> Result<Option<wire::Case>, Failure> {
        let parameter =
            json!({ "CaseNumber": self.number(number), "IncludeCaseContacts": true, "MaxReturnedCases": 2 });
        let told: Cases = self.service.call(self.person, GET_CASES, parameter).await?;
        Ok(told.cases.into_iter().find(|case| case_number(case) == Some(number)))
    }

    /// The newest documents of a case, page by page.
    async fn documents(&self, number: CaseNumber) -> Result<Vec<wire::Document>, Failure> {
        let most = self.service.settings().entries;
        let mut all: BTreeMap<u64, wire::Document> = BTreeMap::new();
        for page in 0..most.div_ceil(PAGE) {
            let parameter = json!({
                "CaseNumber": self.number(number), "IncludeFiles": true, "IncludeRemarks": true,
                "MaxReturnedDocuments": PAGE, "Page": page, "SortingCriterion": "RecnoDescending",
            });
            let told: Documents = self.service.call(self.person, GET_DOCUMENTS, parameter).await?;
            let (before, count) = (all.len(), told.documents.len());
            all.extend(told.documents.into_iter().map(|one| (one.recno, one)));
            // Some tell how many pages there are; a page that brings nothing new is one that does not turn.
            let is_last = match told.total_page_count {
                0 => count < PAGE,
                pages => page + 1 >= pages,
            };
            if is_last || all.len() == before {
                break;
            }
        }
        let ours = |one: &wire::Document| number_of(one).is_some_and(|(case, _)| case == number);
        Ok(all.into_values().rev().take(most).filter(ours).collect())
    }

    /// A case with everything but the texts.
    async fn whole(
        &self,
        case: &wire::Case,
        documents: Vec<wire::Document>,
        words: &Words<'_>,
    ) -> Result<Case, Failure> {
        let told = documents.iter().flat_map(|one| &one.contacts).filter_map(|one| {
            let recno = one.contact_recno.as_deref()?.trim().parse().ok().filter(|recno| *recno > 0)?;
            Some((recno, address(one.email.as_deref())?))
        });
        let mut addresses: Addresses = told.collect();
        let untold = case.contacts.iter().map(|one| one.recno);
        let untold = untold.filter(|recno| *recno > 0 && !addresses.contains_key(recno)).collect();
        addresses.extend(self.addresses(untold).await?);
        let mut entries: Vec<Entry> = documents.into_iter().filter_map(|one| entry(one, words)).collect();
        entries.sort_by_key(|entry| entry.number);
        let bare = bare(case, words).ok_or_else(|| failure::garbled("a case has no number"))?;
        Ok(Case { parties: parties(case, &addresses), entries, ..bare })
    }

    /// Addresses that stand with the contacts alone; persons and enterprises are kept apart there.
    async fn addresses(&self, recnos: BTreeSet<u64>) -> Result<Addresses, Failure> {
        let asked = recnos.into_iter().take(LOOKED_UP).map(|recno| self.contacts(json!({ "Recno": recno })));
        let found = try_join_all(asked).await?.into_iter().flatten();
        Ok(found.filter_map(|one| Some((one.recno, address(one.email.as_deref())?))).collect())
    }

    /// Contacts of these marks: persons for themselves, persons at enterprises, and enterprises.
    pub(crate) async fn contacts(&self, parameter: Value) -> Result<Vec<Contact>, Failure> {
        let (one, two) = (parameter.clone(), parameter.clone());
        let persons = self.service.call::<Persons>(self.person, "ContactService/GetPrivatePersons", one);
        let at_work = self.service.call::<AtEnterprises>(self.person, "ContactService/GetContactPersons", two);
        let enterprises = self.service.call::<Enterprises>(self.person, "ContactService/GetEnterprises", parameter);
        let (persons, at_work, enterprises) = try_join3(persons, at_work, enterprises).await?;
        let all = persons.private_persons.into_iter().chain(at_work.contact_persons).chain(enterprises.enterprises);
        Ok(all.collect())
    }

    /// Cases that a search may mean, without what is in them; which it does mean is judged by whoever asked.
    pub(crate) async fn cases_like(&self, seek: &Seek, year: u16) -> Result<Vec<Case>, Failure> {
        let words = self.words();
        let asked: Vec<Value> = match (seek.number(), seek.sequence()) {
            (Some(number), _) => vec![json!({ "CaseNumber": self.number(number) })],
            (None, Some(sequence)) => (0..YEARS)
                .map(|back| json!({ "CaseNumber": self.number(CaseNumber { year: year - back, sequence }) }))
                .collect(),
            (None, None) => {
                let pattern = pattern(seek.longest());
                vec![json!({ "Title": pattern }), json!({ "UnofficialTitle": pattern })]
            }
        };
        let asked = try_join_all(asked.into_iter().map(|mut parameter| {
            parameter["MaxReturnedCases"] = json!(PAGE);
            parameter["SortCriterion"] = json!("RecnoDescending");
            self.service.call::<Cases>(self.person, GET_CASES, parameter)
        }));
        let (told, words) = try_join(asked, words).await?;
        let all: BTreeMap<u64, wire::Case> =
            told.into_iter().flat_map(|one| one.cases).map(|case| (case.recno, case)).collect();
        Ok(all.values().filter_map(|case| bare(case, &words)).collect())
    }

    /// What is known of a mail before it is registered: its case, and documents that may be it.
    pub(crate) async fn before(
        &self,
        number: CaseNumber,
        reference: &str,
    ) -> Result<(Option<wire::Case>, Vec<wire::Document>, Rows), Failure> {
        let parameter = json!({
            "AdditionalFields": [{ "Name": "SendersReference", "Value": reference }], "IncludeFiles": true, "IncludeRemarks": true,
            "MaxReturnedDocuments": PAGE, "SortingCriterion": "RecnoDescending",
        });
        let anywhere = async {
            let told = self.service.answered(self.person, GET_DOCUMENTS, parameter).await?;
            // An installation that does not let itself be asked by reference: the case's own documents tell.
            if told.is_refused() {
                return Ok(Vec::new());
            }
            told.read::<Documents>(GET_DOCUMENTS).map(|told| told.documents)
        };
        let statuses = code::table(self.service, code::CASE_STATUS);
        let (case, here, anywhere, statuses) =
            try_join4(self.bare(number), self.documents(number), anywhere, statuses).await?;
        Ok((case, anywhere.into_iter().chain(here).collect(), statuses))
    }
}

/// Anything with these letters in it; a sign that stands for others stands for itself.
fn pattern(text: &str) -> String {
    let plain = text.chars().fold(String::new(), |mut plain, sign| {
        match sign {
            '%' | '_' | '[' => plain.extend(['[', sign, ']']),
            sign => plain.push(sign),
        }
        plain
    });
    format!("%{plain}%")
}

#[cfg(test)]
mod tests {
    use super::pattern;

    #[test]
    fn a_sign_that_stands_for_others_stands_for_itself() {
        for (text, is) in [("garasje", "%garasje%"), ("100%", "%100[%]%"), ("a_b[c", "%a[_]b[[]c%"), ("", "%%")] {
            assert_eq!(pattern(text), is);
        }
    }
}
