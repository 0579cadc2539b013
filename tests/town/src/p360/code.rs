//! Code tables (kodetabeller): a value is given as code, as description, or as `recno:` and a number.

use super::refusal::Refusal;
use serde_json::{Value, json};

const TABLES: &str = include_str!("table.txt");

/// A row of a code table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) recno: u32,
    pub(super) code: &'static str,
    pub(super) description: &'static str,
    is_expired: bool,
}

impl Row {
    /// As documents show it.
    pub(super) fn shown(self) -> Value {
        json!({ "Recno": self.recno, "Code": self.code, "Description": self.description })
    }
}

fn row(line: &'static str) -> Option<Row> {
    let line = line.trim();
    let bare = line.trim_start_matches("- ");
    let (recno, rest) = bare.split_once(' ')?;
    let (code, description) = rest.split_once(' ')?;
    Some(Row { recno: recno.parse().ok()?, code, description, is_expired: bare != line })
}

/// The rows of a table; `None` where there is no such table.
pub(super) fn table(name: &str) -> Option<Vec<Row>> {
    let mut lines = TABLES.lines().skip_while(|line| *line != name || name.starts_with('#') || name.is_empty());
    lines.next()?;
    Some(lines.take_while(|line| line.starts_with(' ')).filter_map(row).collect())
}

/// The row that a value means.
pub(super) fn meant(name: &str, field: &str, value: &str) -> Result<Row, Refusal> {
    let same = |text: &str| text.eq_ignore_ascii_case(value) || text.to_lowercase() == value.to_lowercase();
    let number: Option<u32> = value.strip_prefix("recno:").and_then(|number| number.parse().ok());
    let rows = table(name).unwrap_or_default();
    let found = rows.into_iter().find(|row| match number {
        Some(number) => row.recno == number,
        None => same(row.code) || same(row.description),
    });
    let found = found.filter(|row| !row.is_expired);
    found.ok_or_else(|| Refusal::said(format!("'{value}' is not a valid value for {field} in {name}")))
}

/// A row by its code; every code that is kept has one.
pub(super) fn known(name: &str, code: &str) -> Option<Row> {
    table(name)?.into_iter().find(|row| row.code == code)
}

/// `SupportService/GetCodeTableRows`.
pub(super) fn rows(parameter: &Value) -> Result<Value, Refusal> {
    let name = parameter["CodeTableName"].as_str().unwrap_or_default();
    let rows = table(name).ok_or_else(|| Refusal::said(format!("Code table '{name}' was not found")))?;
    let all = parameter["IncludeExpiredValues"] == true;
    let shown = rows.into_iter().filter(|row| all || !row.is_expired).map(|row| {
        let mut shown = row.shown();
        shown["Language"] = json!("nb-NO");
        shown["IsExpired"] = json!(row.is_expired);
        shown
    });
    Ok(json!({ "CodeTableRows": shown.collect::<Vec<_>>() }))
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn a_value_is_a_code_a_description_or_a_number_that_holds() {
        let table = "code table: Access code";
        for (value, recno) in [
            ("UO", Some(100_001)),
            ("unntatt offentlighet", Some(100_001)),
            ("recno:100001", Some(100_001)),
            ("100001", None),
            ("recno:7", None),
            ("GR", None),
            ("", None),
        ] {
            assert_eq!(meant(table, "AccessCode", value).ok().map(|row| row.recno), recno, "{value}");
        }
        assert!(meant("code table: Nothing", "AccessCode", "UO").is_err());
    }
}
