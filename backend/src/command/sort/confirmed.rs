//! `--confirmed`: what people said of mails, a line each (bekreftede e-poster), learned from before anything is sorted.

use super::{super::read_text, Desk, Wrong};
use domain::sort::{Class, Confirmed, Label, Learned, Unfit};
use serde::Deserialize;
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

/// Wrong lines that are told one by one.
const TOLD: usize = 20;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    file: PathBuf,
    class: Class,
    forward_to: Option<String>,
}

/// A line that holds: where it stands, which mail, what it is.
struct Said {
    number: usize,
    file: PathBuf,
    label: Label,
}

/// What the lines of a file teach; refused as a whole, with every wrong line, when one of them is wrong.
pub(super) fn learned(desk: &Desk, file: &Path) -> Result<Learned, Wrong> {
    let text = read_text(file)?;
    let lines = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
    let (said, mut wrong) = parted(lines.map(|(number, line)| said(desk, number, line)));
    // The last word on a mail counts.
    let last: BTreeMap<PathBuf, Said> = said.into_iter().map(|said| (said.file.clone(), said)).collect();
    let last: Vec<Said> = last.into_values().collect();
    let confirmed = desk.shared(&last, |runtime, said| {
        let confirmed = desk.with(runtime, &said.file, |facts| Confirmed::of(facts, said.label.clone()));
        confirmed.map_err(|why| format!("line {}, field file: {}: {why}", said.number, said.file.display()))
    })?;
    let (confirmed, unread) = parted(confirmed.into_iter());
    wrong.extend(unread);
    if !wrong.is_empty() {
        return Err(Wrong::Input(refused(file, &wrong)));
    }
    let mut learned = Learned::default();
    confirmed.iter().for_each(|confirmed| learned.add(confirmed));
    Ok(learned)
}

fn parted<T>(all: impl Iterator<Item = Result<T, String>>) -> (Vec<T>, Vec<String>) {
    let (mut right, mut wrong) = (Vec::new(), Vec::new());
    for one in all {
        match one {
            Ok(one) => right.push(one),
            Err(why) => wrong.push(why),
        }
    }
    (right, wrong)
}

fn said(desk: &Desk, number: usize, line: &str) -> Result<Said, String> {
    let mut reader = serde_json::Deserializer::from_str(line);
    let Line { file, class, forward_to } = serde_path_to_error::deserialize(&mut reader)
        .map_err(|error| format!("line {number}, field {}: {}", error.path(), error.inner()))?;
    let label = Label::within(&desk.house, class, forward_to.clone());
    let label = label.map_err(|unfit| {
        let named = forward_to.map_or_else(String::new, |unit| format!(" (\"{unit}\")"));
        let remedy = if unfit == Unfit::UnitUnknown { "; the units stand in units.jsonl of the records" } else { "" };
        format!("line {number}, field forward_to: {unfit}{named}{remedy}")
    })?;
    Ok(Said { number, file, label })
}

fn refused(file: &Path, wrong: &[String]) -> String {
    let mut told: Vec<String> = wrong.iter().take(TOLD).map(|why| format!("{}: {why}", file.display())).collect();
    if wrong.len() > TOLD {
        told.push(format!("… and {} more wrong lines", wrong.len() - TOLD));
    }
    told.join("\n")
}
