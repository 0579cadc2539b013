//! The command line (kommandolinje), one file per subcommand; exit codes: 0 fine, 1 findings, 2 bad input, 3 an outside system.

mod audit;
mod backup;
mod check;
mod document;
mod health;
mod gate;
mod journal;
mod key;
mod manifest;
mod person;
mod prepare;
mod record;
mod records;
mod scan;
mod searched;
mod shape;
mod sort;
mod tenant;
mod thread;
mod verify;

use crate::{
    config::{self, Config},
    wire,
};
use clap::{Parser, Subcommand};
use domain::rule::{Retention, Rules};
use std::{
    io::{ErrorKind, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

/// Saksvar: drafts with a source for every claim, and a gate at Send.
#[derive(Debug, Parser)]
#[command(name = "saksvar", version)]
pub struct Line {
    /// A file of settings over the shipped ones.
    #[arg(long, global = true)]
    config: Option<PathBuf>,
    /// Answer as JSON (what it is already; kept for scripts).
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Serve the pane, the operations and the gate.
    Serve,
    /// The settings in force, secrets hidden.
    Config {
        /// The shipped settings with their comments instead.
        #[arg(long)]
        default: bool,
    },
    /// Is the installation right?
    Check(check::Words),
    /// Can the server on this machine work?
    Health,
    /// The whole line offline: thread, case, evidence, draft, findings.
    Prepare(prepare::Words),
    /// Only the checks, over a draft and its evidence.
    Verify(verify::Words),
    /// Personal data in a text, with spans.
    Scan(scan::Words),
    /// A mail taken apart: visible text, quotes, signature, questions, language, values.
    Thread(thread::Words),
    /// The text of a document: PDF, DOCX, ODT, HTML, a mail or plain text; or why it is not read.
    Document(document::Words),
    /// One of the readers that the program starts for itself: documents on standard input, a line each back.
    #[command(name = "read-document", hide = true)]
    ReadDocument,
    /// What kind of mail each file is, a line each: journal, forward, delete, wrong recipient, access, complaint, question.
    Sort(sort::Words),
    /// The built-in case register.
    Records {
        #[command(subcommand)]
        what: records::What,
    },
    /// What is kept of one person, on their request.
    Person {
        #[command(subcommand)]
        what: person::What,
    },
    /// What the law wants written down, from the settings in force: record of processing, facts for the DPIA, register of AI.
    Record(record::Words),
    /// The municipalities that share the server: add one, switch one off and on.
    Tenant {
        #[command(subcommand)]
        what: tenant::What,
    },
    /// The keys that lock what is stored.
    Key {
        #[command(subcommand)]
        what: key::What,
    },
    /// Copies everything but the master key, beside the running server, and proves the copy.
    Backup(backup::Backup),
    /// Puts a backup in the place of the store, or only proves it.
    Restore(backup::Restore),
    /// What IT deploys in Outlook and Entra.
    Manifest {
        #[command(subcommand)]
        what: manifest::What,
    },
    /// How the gate at Send works, or switches it: in force at once, also on a running server.
    Gate(gate::Words),
    /// What waits to be journalled.
    Journal {
        #[command(subcommand)]
        what: journal::What,
    },
    /// The trail.
    Audit {
        #[command(subcommand)]
        what: audit::What,
    },
}

/// How a command ended well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ended {
    Fine,
    Findings,
}

/// How a command ended badly: a sentence for a person.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Wrong {
    Input(String),
    Outside(String),
}

type Done = Result<Ended, Wrong>;

/// Does what the line says.
#[must_use]
pub fn run(line: Line) -> ExitCode {
    crate::reading::this_program_reads();
    match execute(line) {
        Ok(Ended::Fine) => ExitCode::SUCCESS,
        Ok(Ended::Findings) => ExitCode::from(1),
        Err(Wrong::Input(why)) => complain(&why, 2),
        Err(Wrong::Outside(why)) => complain(&why, 3),
    }
}

fn complain(why: &str, code: u8) -> ExitCode {
    let _ = writeln!(std::io::stderr(), "saksvar: {why}");
    ExitCode::from(code)
}

fn execute(line: Line) -> Done {
    let settings = || Config::load(line.config.as_deref(), std::env::vars()).map_err(Wrong::Input);
    match line.what {
        What::Serve => serve(&settings()?),
        What::Config { default: true } => print(config::manual()),
        What::Config { default: false } => print(&settings()?.shown()),
        What::Check(words) => check::run(&words, &settings()?),
        What::Health => health::run(&settings()?),
        What::Prepare(words) => prepare::run(&words),
        What::Verify(words) => verify::run(&words),
        What::Scan(words) => scan::run(&words),
        What::Thread(words) => thread::run(&words),
        What::Document(words) => document::run(&words, line.json),
        What::ReadDocument => document::serve(),
        What::Sort(words) => sort::run(&words),
        What::Records { what } => records::run(&what, settings),
        What::Person { what } => person::run(&what, &settings()?),
        What::Record(words) => record::run(&words, &settings()?),
        What::Tenant { what } => tenant::run(&what, line.json, &settings()?),
        What::Key { what } => key::run(&what, settings),
        What::Backup(words) => backup::make(&words, &settings()?),
        What::Restore(words) => backup::restore(&words, &settings()?),
        What::Manifest { what } => manifest::run(&what, line.json, settings),
        What::Gate(words) => gate::run(&words, &settings()?),
        What::Journal { what } => journal::run(&what, settings),
        What::Audit { what } => audit::run(&what, &settings()?),
    }
}

fn serve(config: &Config) -> Done {
    let faults = config.faults();
    if !faults.is_empty() {
        return Err(Wrong::Input(faults.join("\n")));
    }
    crate::serve::run(config).map(|()| Ended::Fine).map_err(Wrong::Outside)
}

/// Prints and flushes; a reader that went away is no error.
fn print(text: &str) -> Done {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{}", text.trim_end()).and_then(|()| out.flush());
    Ok(Ended::Fine)
}

/// The house rules of a file, or the shipped ones, and the acts of a folder.
fn rules(file: Option<&Path>, law: Option<&Path>) -> Result<Rules, Wrong> {
    let law = law.map(wire::law).transpose().map_err(Wrong::Input)?;
    let shipped = Rules { law: law.unwrap_or_default(), ..Rules::shipped("Kommunen") };
    let Some(file) = file else { return Ok(shipped) };
    let wrong = |why: String| Wrong::Input(format!("{}: {why}", file.display()));
    let read = contract::rules::read(&read_text(file)?).map_err(|error| wrong(error.to_string()))?;
    let rules = Rules {
        version: read.version.unwrap_or(shipped.version),
        body: read.body.unwrap_or(shipped.body),
        notice: [read.notice.nb, read.notice.nn, read.notice.en],
        below: read.below,
        raised: read.raised.into_iter().collect(),
        domains: read.domains,
        press: read.press,
        tone: read.tone,
        stop_when_away: read.stop_when_away,
        review_days: shipped.review_days,
        gate: shipped.gate,
        retention: retention(&read.retention),
        law: shipped.law,
    };
    rules.valid().map_err(|invalid| wrong(invalid.to_string()))
}

/// The limits of a file, the rest as shipped.
fn retention(read: &contract::rules::Retention) -> Retention {
    let shipped = Retention::default();
    Retention {
        answered: read.answered.unwrap_or(shipped.answered),
        unsent: read.unsent.unwrap_or(shipped.unsent),
        sorted: read.sorted.unwrap_or(shipped.sorted),
    }
}

/// Reads a file, or standard input for `-`.
fn read(file: &Path) -> Result<Vec<u8>, Wrong> {
    let outcome = if file == Path::new("-") {
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut std::io::stdin(), &mut bytes).map(|_| bytes)
    } else {
        std::fs::read(file)
    };
    outcome.map_err(|error| {
        let why = match error.kind() {
            ErrorKind::NotFound => "there is no such file; check the path".to_owned(),
            ErrorKind::IsADirectory => "this is a folder; name a file in it".to_owned(),
            ErrorKind::PermissionDenied => "the file may not be read; check its permissions".to_owned(),
            _ => error.to_string(),
        };
        Wrong::Input(format!("{}: {why}", file.display()))
    })
}

/// Reads a file as UTF-8.
fn read_text(file: &Path) -> Result<String, Wrong> {
    String::from_utf8(read(file)?).map_err(|_| Wrong::Input(format!("{} is not UTF-8 text", file.display())))
}

/// Answers NDJSON with NDJSON: a line in, a line out, flushed. A line that cannot be read is answered with its error and the
/// others go on; the exit code tells.
fn each_line<I: serde::de::DeserializeOwned>(mut answer: impl FnMut(I) -> serde_json::Value) -> Done {
    let mut ended = Ok(Ended::Fine);
    for (number, line) in (1..).zip(std::io::stdin().lines()) {
        let line = line.map_err(|error| Wrong::Input(format!("standard input, line {number}: {error}")))?;
        if line.trim().is_empty() {
            continue;
        }
        let mut reader = serde_json::Deserializer::from_str(&line);
        match serde_path_to_error::deserialize(&mut reader) {
            Ok(input) => print(&answer(input).to_string())?,
            Err(error) => {
                ended = Err(Wrong::Input(format!(
                    "standard input, line {number}, field {}: {}",
                    error.path(),
                    error.inner()
                )));
                print(&serde_json::json!({"error": error.to_string()}).to_string())?
            }
        };
    }
    ended
}
