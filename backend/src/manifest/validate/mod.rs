//! Validation (kontroll): our own rules over what was rendered or written by hand, each finding with its line and its remedy.

mod address;
mod form;
mod gate;
mod icon;
mod order;
mod package;
mod place;
mod registration;
mod resource;
mod rule;
mod sheet;
mod unified;

#[cfg(test)]
mod tests;

use super::{Bundle, ENTRA, ENTRA_FIRST, OUTLOOK_JSON};
pub use rule::Rule;
use serde::Serialize;
use serde_json::Value;
use sheet::Sheet;
use std::fmt;

/// The most that the upload takes of one manifest, in bytes.
const LARGEST: usize = 256 * 1024;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The file.
    pub file: String,
    /// The line, from one.
    pub line: usize,
    /// The rule that is broken.
    pub rule: Rule,
    /// What stands there.
    pub told: String,
    /// What to do.
    pub remedy: &'static str,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}. {}", self.file, self.line, self.told, self.remedy)
    }
}

/// The findings of one file, as they are made.
struct Report {
    file: String,
    found: Vec<Finding>,
}

impl Report {
    fn of(file: &str) -> Self {
        Self { file: file.to_owned(), found: Vec::new() }
    }

    fn add(&mut self, line: usize, rule: Rule, told: impl Into<String>) {
        self.found.push(Finding { file: self.file.clone(), line, rule, told: told.into(), remedy: rule.remedy() });
    }
}

/// Whether a file of this name is looked into; pictures are held against what names them.
pub(super) fn has_rules(name: &str) -> bool {
    [".xml", ".json", ".zip"].iter().any(|end| name.ends_with(end))
}

/// Everything that is wrong with a bundle.
pub(super) fn findings(bundle: &Bundle) -> Vec<Finding> {
    bundle.names().flat_map(|name| of_file(bundle, name)).collect()
}

fn of_file(bundle: &Bundle, name: &str) -> Vec<Finding> {
    let mut report = Report::of(name);
    let bytes = bundle.file(name).unwrap_or_default();
    let is_read = name.ends_with(".xml") || name.ends_with(".json");
    if name.ends_with(".zip") {
        package::check(bundle, bytes, &mut report);
    } else if is_read && bytes.len() > LARGEST {
        report.add(1, Rule::Size, format!("the file has {} bytes", bytes.len()));
    } else if is_read {
        match std::str::from_utf8(bytes) {
            Ok(text) => of_text(bundle, text, &mut report),
            Err(error) => report.add(line_of(bytes, error.valid_up_to()), Rule::Read, "this is not UTF-8"),
        }
    }
    report.found
}

fn of_text(bundle: &Bundle, text: &str, report: &mut Report) {
    if report.file.ends_with(".xml") {
        match Sheet::read(text, bundle) {
            Ok(sheet) => CHECKS.iter().for_each(|check| check(&sheet, report)),
            Err((line, why)) => report.add(line, Rule::Read, why),
        }
        return;
    }
    match serde_json::from_str::<Value>(text) {
        Ok(value) => of_json(bundle, (text, &value), report),
        Err(error) => report.add(error.line(), Rule::Read, error.to_string()),
    }
}

/// Every check of the add-in-only manifest.
const CHECKS: [fn(&Sheet<'_>, &mut Report); 13] = [
    order::check,
    order::overrides,
    resource::check,
    resource::unique,
    address::https,
    address::origin,
    form::ids,
    form::words,
    form::locale,
    form::permission,
    gate::events,
    gate::runtime,
    icon::check,
];

/// What kind of JSON it is, is told by its name, or by what stands in it.
fn of_json(bundle: &Bundle, (text, value): (&str, &Value), report: &mut Report) {
    let places = place::Places::of(text);
    let has = |key: &str| value.get(key).is_some();
    match report.file.as_str() {
        name if name.starts_with(".well-known/") => {}
        OUTLOOK_JSON => unified::check(bundle, (value, &places), report),
        ENTRA | ENTRA_FIRST => registration::check(bundle, (value, &places), report),
        _ if has("extensions") => unified::check(bundle, (value, &places), report),
        _ if has("appRoles") || has("api") => registration::check(bundle, (value, &places), report),
        _ => report.add(1, Rule::Read, "this is neither a unified manifest nor an app registration"),
    }
}

fn line_of(bytes: &[u8], at: usize) -> usize {
    1 + bytes.iter().take(at).filter(|byte| **byte == b'\n').count()
}
