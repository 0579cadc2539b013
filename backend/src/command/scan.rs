//! `saksvar scan`: personal data in a text (personopplysninger), with spans.

use super::{Done, Ended, Wrong, each_line, print, read_text, shape};
use domain::scan;
use serde::Deserialize;
use serde_json::{Value, json};
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub(super) struct Words {
    /// A text file, or - for standard input.
    file: Option<PathBuf>,
    /// Many: a line {"id","text"} each in and out.
    #[arg(long)]
    ndjson: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Input {
    id: String,
    text: String,
}

pub(super) fn run(words: &Words) -> Done {
    if words.ndjson {
        return each_line(|input: Input| found(&input.id, &input.text));
    }
    let file =
        words.file.as_ref().ok_or_else(|| Wrong::Input("Which file? Give one, or - for standard input.".to_owned()))?;
    let answer = found(&file.display().to_string(), &read_text(file)?);
    let is_clean = answer["findings"].as_array().is_none_or(Vec::is_empty);
    print(&answer.to_string())?;
    Ok(if is_clean { Ended::Fine } else { Ended::Findings })
}

fn found(id: &str, text: &str) -> Value {
    let findings: Vec<_> = scan::scan(text)
        .iter()
        .map(|found| {
            json!({"kind": shape::snake(found.kind), "text": found.text, "span": found.span, "confidence": shape::snake(found.confidence)})
        })
        .collect();
    json!({"id": id, "findings": findings})
}
