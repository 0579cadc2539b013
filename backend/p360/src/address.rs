//! Cases of an address (saker etter adresse): each with what is needed to know that the address stands in it, and no more.

use crate::{
    case::{address, bare, case_number, entry, number_of, parties},
    read::{Addresses, CASES, GET_CASES, GET_DOCUMENTS, Reading},
    wire::{self, Cases, Documents},
};
use domain::{
    case::{Case, Entry},
    port::Failure,
};
use futures::future::{try_join_all, try_join3};
use serde_json::json;
use std::collections::BTreeMap;
use vocabulary::CaseNumber;

/// Documents that are looked at.
const TRACES: usize = 60;

impl Reading<'_> {
    /// Cases that know this address: as party, or as correspondent of an entry. It must be a contact's.
    pub(crate) async fn cases_of(&self, wanted: &str) -> Result<Vec<Case>, Failure> {
        let contacts = self.contacts(json!({ "Email": wanted, "MaxRows": CASES })).await?;
        // One that does not heed what it was asked would give us everybody.
        let known: Addresses = contacts
            .iter()
            .filter(|one| address(one.email.as_deref()).as_deref() == Some(wanted))
            .map(|one| (one.recno, wanted.to_owned()))
            .collect();
        if known.is_empty() {
            return Ok(Vec::new());
        }
        let recnos: Vec<u64> = known.keys().copied().collect();
        let (cases, traces, words) =
            try_join3(self.on_cases(&recnos), self.on_documents(&recnos), self.words()).await?;
        let mut entries: BTreeMap<CaseNumber, Vec<Entry>> = BTreeMap::new();
        for one in traces {
            let Some((case, _)) = number_of(&one) else { continue };
            entries.entry(case).or_default().extend(entry(one, &words));
        }
        let lacking =
            entries.keys().rev().filter(|number| !cases.iter().any(|case| case_number(case) == Some(**number)));
        let above = try_join_all(lacking.take(CASES).map(|number| self.bare(*number))).await?;
        let told = cases.iter().chain(above.iter().flatten()).filter_map(|case| {
            let bare = bare(case, &words)?;
            let entries = entries.remove(&bare.number).unwrap_or_default();
            Some(Case { parties: parties(case, &known), entries, ..bare })
        });
        Ok(told.collect())
    }

    async fn on_cases(&self, recnos: &[u64]) -> Result<Vec<wire::Case>, Failure> {
        let parameter = json!({
            "ContactRecnos": recnos, "IncludeCaseContacts": true, "MaxReturnedCases": CASES, "SortCriterion": "RecnoDescending",
        });
        let told: Cases = self.service.call(self.person, GET_CASES, parameter).await?;
        Ok(told.cases)
    }

    async fn on_documents(&self, recnos: &[u64]) -> Result<Vec<wire::Document>, Failure> {
        let parameter = json!({
            "ContactRecnos": recnos, "MaxReturnedDocuments": TRACES, "SortingCriterion": "RecnoDescending",
        });
        let told: Documents = self.service.call(self.person, GET_DOCUMENTS, parameter).await?;
        Ok(told.documents)
    }
}
