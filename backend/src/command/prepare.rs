//! `saksvar prepare`: the whole line offline (utkast fra fil), over the very verbs that the server uses.

use super::{Done, Ended, Wrong, print, read, shape, thread};
use crate::wire::{
    self,
    offline::{Offline, Timing},
};
use domain::thread::Message;
use flow::Shown;
use jiff::Timestamp;
use serde_json::{Value, json};
use std::{fs, path::PathBuf};
use tokio::runtime::Runtime;
use vocabulary::Verdict;

#[derive(Debug, clap::Args)]
pub(super) struct Words {
    /// The mail to answer (.eml).
    #[arg(long)]
    mail: PathBuf,
    /// A folder with the earlier mails of the conversation (.eml).
    #[arg(long)]
    thread: Option<PathBuf>,
    /// The records directory.
    #[arg(long)]
    records: PathBuf,
    /// House rules; without it the records directory's rules.toml, else the shipped ones.
    #[arg(long)]
    rules: Option<PathBuf>,
    /// A folder of acts and regulations that references are held against.
    #[arg(long)]
    law: Option<PathBuf>,
    /// `builtin`, or the address of an OpenAI-compatible endpoint.
    #[arg(long, default_value = "builtin")]
    writer: String,
    /// The moment to reckon from, RFC 3339.
    #[arg(long)]
    now: Option<String>,
}

pub(super) fn run(words: &Words) -> Done {
    let (shown, timing) = prepared(words)?;
    print(&answer(&shown, &timing).to_string())?;
    Ok(if shown.checked.verdict() == Verdict::Clear { Ended::Fine } else { Ended::Findings })
}

/// The draft to a mail in a file, and how long each stage took.
pub(super) fn prepared(words: &Words) -> Result<(Shown, Timing), Wrong> {
    let now = words.now.as_deref().map_or_else(|| Ok(Timestamp::now()), str::parse);
    let now = now.map_err(|error| Wrong::Input(format!("--now: {error}; write it as 2026-11-21T09:00:00+01:00")))?;
    // Patterns are compiled while the records are read; the times told are those of a server that has run for a second.
    let warming = std::thread::spawn(wire::warm);
    let kept = words.records.join("rules.toml");
    let rules = words.rules.clone().or_else(|| kept.is_file().then_some(kept));
    let rules = super::rules(rules.as_deref(), words.law.as_deref())?;
    let register = wire::records(&words.records).map_err(Wrong::Input)?;
    let mails = mails(words)?;
    let runtime = Runtime::new().map_err(|error| Wrong::Outside(format!("the runtime did not start: {error}")))?;
    let _ = warming.join();
    let offline = Offline { now, rules, register, mails, writer: words.writer.clone() };
    runtime.block_on(offline.prepare()).map_err(wrong)
}

#[expect(clippy::needless_pass_by_value, reason = "it is handed to map_err")]
fn wrong(failure: flow::Failure) -> Wrong {
    match failure {
        flow::Failure::Outside(_) => Wrong::Outside(failure.to_string()),
        _ => Wrong::Input(failure.to_string()),
    }
}

/// The mail to answer first, then the earlier ones.
fn mails(words: &Words) -> Result<Vec<Message>, Wrong> {
    let mut mails = vec![thread::mail(&read(&words.mail)?)?];
    if let Some(folder) = &words.thread {
        let entries = fs::read_dir(folder).map_err(|error| Wrong::Input(format!("{}: {error}", folder.display())))?;
        let mut files: Vec<_> = entries
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|end| end == "eml"))
            .collect();
        files.sort();
        for file in files {
            mails.push(thread::mail(&read(&file)?)?);
        }
    }
    Ok(mails)
}

fn answer(shown: &Shown, timing: &[(&'static str, f64)]) -> Value {
    let draft = shown.checked.draft();
    let matched = &shown.dossier.matched;
    let candidates: Vec<_> =
        matched.candidates.iter().map(|(number, title)| json!({"number": number, "title": title})).collect();
    let silent: Vec<_> =
        matched.silent.iter().map(|one| json!({"system": one.system, "why": shape::snake(one.why)})).collect();
    let unread =
        shown.unread.iter().map(|one| json!({"record": one.record, "title": one.title, "why": one.why.code()}));
    let unread: Vec<_> = unread.collect();
    let sentences: Vec<_> = draft
        .sentences()
        .iter()
        .map(|sentence| json!({"text": sentence.text, "citations": sentence.citations}))
        .collect();
    json!({
        "thread": shape::thread(&shown.thread),
        "case": {"number": matched.number, "match": matched.matched, "reason": shape::snake(matched.reason), "role": matched.relation, "candidates": candidates, "silent": silent, "unread": unread},
        "evidence": shown.evidence.items().iter().map(shape::item).collect::<Vec<_>>(),
        "draft": {
            "writer": shown.dossier.current().writer, "outcome": draft.frame().outcome, "language": draft.frame().language, "tone": shown.dossier.current().tone, "text": draft.marked(), "footer": draft.frame().footer,
            "sentences": sentences, "gaps": draft.gaps(), "recipients": draft.frame().recipients,
        },
        "checked": {"findings": shape::findings(shown.checked.findings()), "verdict": shown.checked.verdict()},
        "deadlines": shown.deadlines.iter().map(shape::deadline).collect::<Vec<_>>(),
        "timing_ms": timing.iter().map(|(stage, ms)| ((*stage).to_owned(), json!(ms))).collect::<serde_json::Map<_, _>>(),
    })
}
