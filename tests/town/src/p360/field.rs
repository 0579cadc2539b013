//! What an operation takes (parametere): names and kinds. What is not described is refused: a filter that is not heeded finds too much.

use super::refusal::Refusal;
use serde_json::{Map, Value};

const FIELDS: &str = include_str!("field.txt");

/// The fields of an operation such as `CaseService/GetCases`; `None` where there is no such operation.
fn of(operation: &str) -> Option<Vec<(&'static str, &'static str)>> {
    let mut lines = FIELDS.lines().skip_while(|line| *line != operation);
    lines.next()?;
    let fields = lines.take_while(|line| line.starts_with(' '));
    Some(fields.filter_map(|line| line.trim().split_once(' ')).collect())
}

/// Whether there is such an operation.
pub(super) fn is_known(operation: &str) -> bool {
    operation.contains('/') && !operation.starts_with(['#', ' ']) && of(operation).is_some()
}

/// Refuses what cannot be read, and what is missing.
pub(super) fn check(operation: &str, parameter: &Map<String, Value>) -> Result<(), Refusal> {
    let fields = of(operation).unwrap_or_default();
    for (name, value) in parameter {
        let kind = fields.iter().find(|(field, _)| field == name).map(|(_, kind)| *kind);
        let kind = kind.ok_or_else(|| Refusal::bad(format!("Could not find member '{name}' on parameter")))?;
        if kind == "-" {
            return Err(Refusal::said(format!("{name} is not supported by this installation")));
        }
        if !value.is_null() && !fits(value, kind.trim_end_matches('!')) {
            return Err(Refusal::bad(format!("Error converting value of '{name}'")));
        }
    }
    let empty = |name: &str| parameter.get(name).is_none_or(|value| value.is_null() || value == "");
    match fields.iter().find(|(name, kind)| kind.ends_with('!') && empty(name)) {
        Some((name, _)) => Err(Refusal::said(format!("{name} is mandatory"))),
        None => Ok(()),
    }
}

fn fits(value: &Value, kind: &str) -> bool {
    match kind {
        "text" => value.is_string(),
        "whole" => value.as_i64().is_some_and(|number| i32::try_from(number).is_ok()),
        "flag" => value.is_boolean(),
        "moment" => value.as_str().is_some_and(|text| moment(text).is_some()),
        "list" => value.is_array(),
        _ => value.is_object(),
    }
}

/// A moment as .NET reads one: with a zone, or without as local time.
pub(super) fn moment(text: &str) -> Option<jiff::civil::DateTime> {
    let oslo = || jiff::tz::TimeZone::get("Europe/Oslo").ok();
    match text.parse::<jiff::Timestamp>() {
        Ok(at) => Some(at.to_zoned(oslo()?).datetime()),
        Err(_) => text.parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::{check, is_known, moment};
    use serde_json::{Value, json};

    #[test]
    fn what_is_not_described_is_refused() {
        let read = |parameter: Value| check("DocumentService/GetDocuments", parameter.as_object().unwrap()).is_ok();
        for (parameter, taken) in [
            (json!({ "CaseNumber": "26/01234", "MaxReturnedDocuments": 10 }), true),
            (json!({ "CaseNumber": null }), true),
            (json!({ "SortCriterion": "RecnoDescending" }), false),
            (json!({ "casenumber": "26/01234" }), false),
            (json!({ "Recno": "1" }), false),
            (json!({ "Recno": 99_999_999_999_u64 }), false),
            (json!({ "IncludeFiles": "true" }), false),
            (json!({ "LastDate": "2026-01-01T00:00:00" }), false),
        ] {
            assert_eq!(read(parameter.clone()), taken, "{parameter}");
        }
        for (name, known) in
            [("CaseService/GetCases", true), ("CaseService/Ping", true), ("CaseService/Get", false), ("", false)]
        {
            assert_eq!(is_known(name), known, "{name}");
        }
    }

    #[test]
    fn a_moment_has_a_zone_or_is_local() {
        for (text, is) in [
            ("2026-11-20T08:12:03Z", Some("2026-11-20T09:12:03")),
            ("2026-11-20T09:12:03", Some("2026-11-20T09:12:03")),
            ("2026-11-20", Some("2026-11-20T00:00:00")),
            ("20.11.2026", None),
        ] {
            assert_eq!(moment(text).map(|at| at.to_string()).as_deref(), is, "{text}");
        }
    }
}
