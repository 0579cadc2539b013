//! Code tables (kodetabeller): what is meant by a code is looked up there, for each house has its own rows. They are nobody's, and are kept.

use crate::{
    ask::Service,
    failure,
    wire::{CodeTable, CodeTableRow},
};
use domain::port::{CodeList, CodeRow, Failure};
use serde_json::json;
use std::{collections::HashMap, sync::Arc, time::Duration};
use tokio::{sync::Mutex, time::Instant};

/// How long a table is kept.
const KEPT: Duration = Duration::from_secs(3600);

/// The operation that gives them.
const ROWS: &str = "SupportService/GetCodeTableRows";

/// Their names, as the vendor delivers them.
pub(crate) const ACCESS: &str = "code table: Access code";
pub(crate) const CASE_STATUS: &str = "code table: Case status";
pub(crate) const CATEGORY: &str = "code table: Document category";
pub(crate) const STATUS: &str = "code table: Journal status";
pub(crate) const ROLE: &str = "code table: Activity - Contact role";
pub(crate) const NOTE: &str = "code table: Note type";
pub(crate) const RESPONSE: &str = "code table: Response Code";

/// The rows of a table.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rows(Arc<Vec<CodeTableRow>>);

/// The tables that were fetched, and when.
pub(crate) type Tables = Mutex<HashMap<&'static str, (Instant, Rows)>>;

impl Rows {
    fn row(&self, value: &str) -> Option<&CodeTableRow> {
        let same =
            |text: &Option<String>| text.as_ref().is_some_and(|text| text.to_lowercase() == value.to_lowercase());
        self.0.iter().find(|row| same(&row.code)).or_else(|| self.0.iter().find(|row| same(&row.description)))
    }

    /// The code of a value that is shown as code or as description; what no row says stays as it is.
    pub(crate) fn code(&self, value: &str) -> String {
        self.row(value).and_then(|row| row.code.clone()).unwrap_or_else(|| value.to_owned())
    }

    /// How the first of these values that holds is sent.
    pub(crate) fn sent(&self, values: &[&str]) -> Option<String> {
        let mut rows = values.iter().filter_map(|value| self.row(value)).filter(|row| !row.is_expired && row.recno > 0);
        rows.next().map(|row| format!("recno:{}", row.recno))
    }

    /// How the first one that holds is sent.
    pub(crate) fn first(&self) -> Option<String> {
        self.0.iter().find(|row| !row.is_expired && row.recno > 0).map(|row| format!("recno:{}", row.recno))
    }

    /// All of them.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &CodeTableRow> {
        self.0.iter()
    }
}

/// A table; empty where the installation has none of that name.
pub(crate) async fn table(service: &Service, name: &'static str) -> Result<Rows, Failure> {
    if let Some((at, rows)) = service.tables().lock().await.get(name)
        && at.elapsed() < KEPT
    {
        return Ok(rows.clone());
    }
    let parameter = json!({ "CodeTableName": name, "IncludeExpiredValues": true });
    let told = service.common(ROWS, parameter).await?;
    // It answered, and has no table of that name: one that nobody need have.
    let rows =
        if told.is_refused() { Rows::default() } else { Rows(Arc::new(told.read::<CodeTable>(ROWS)?.code_table_rows)) };
    service.tables().lock().await.insert(name, (Instant::now(), rows.clone()));
    Ok(rows)
}

/// How a value that must be there is sent.
pub(crate) async fn must(service: &Service, name: &'static str, values: &[&str]) -> Result<String, Failure> {
    let sent = table(service, name).await?.sent(values);
    sent.ok_or_else(|| failure::unknown_code(name, values.first().copied().unwrap_or_default()))
}

/// A code list; none where the installation has none of the kind.
pub(crate) async fn list(service: &Service, list: CodeList) -> Result<Option<Vec<CodeRow>>, Failure> {
    let rows = table(service, name(list)).await?;
    let row = |row: &CodeTableRow| {
        let code = row.code.clone().filter(|code| !code.is_empty())?;
        let name = row.description.clone().unwrap_or_else(|| code.clone());
        Some(CodeRow { code, name, expired: row.is_expired })
    };
    let rows: Vec<CodeRow> = rows.iter().filter_map(row).collect();
    Ok((!rows.is_empty()).then_some(rows))
}

/// What the vendor calls a list.
fn name(list: CodeList) -> &'static str {
    match list {
        CodeList::CaseStatus => CASE_STATUS,
        CodeList::EntryKind => CATEGORY,
        CodeList::EntryStatus => STATUS,
        CodeList::Access => ACCESS,
        CodeList::LegalBasis => "code table: Law",
        CodeList::Role => ROLE,
        CodeList::PartyRole => "code table: Contact - Case role",
        CodeList::DocumentKind => "code table: File category",
    }
}
