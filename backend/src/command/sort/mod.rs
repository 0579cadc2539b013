//! `saksvar sort`: what to do with each mail (sortering), proposed with reasons; nothing is moved or deleted.

mod confirmed;

use super::{Done, Ended, Wrong, print};
use crate::wire;
use domain::{
    evidence::{Query, Source, matching::match_case},
    person::Person,
    port::{Failure, Reader, Records, clock},
    sort::{Envelope, Facts, House, Learned, Proposal, propose},
    thread::Thread,
    value::Kind,
};
use jiff::Timestamp;
use register::Register;
use serde_json::{Value, json};
use std::{
    io::Read,
    path::{Path, PathBuf},
    thread::{available_parallelism, scope},
};
use text::Text;
use tokio::runtime::{Builder, Runtime};
use vocabulary::{CaseNumber, Language, PersonId, Role, TenantId, limit::MAIL_BYTES};

/// Mails that are held at once.
const AT_ONCE: usize = 256;

#[derive(Debug, clap::Args)]
pub(super) struct Words {
    /// The mails (.eml).
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The records directory.
    #[arg(long)]
    records: PathBuf,
    /// What people confirmed of mails, to learn from before sorting: a line {"file":"a.eml","class":"forward","forward_to":"byggesak"} each,
    /// with the file as it would be named on this line. The last line about a file counts.
    #[arg(long)]
    confirmed: Option<PathBuf>,
}

/// What every mail is sorted by.
struct Desk {
    register: Register,
    house: House,
    person: Person,
    now: Timestamp,
    learned: Option<Learned>,
}

pub(super) fn run(words: &Words) -> Done {
    let register = wire::records(&words.records).map_err(Wrong::Input)?;
    let person = nobody();
    let units = runtime()?.block_on(register.units(&person));
    let house = House::new(units.map_err(|failure| Wrong::Outside(failure.to_string()))?);
    let desk = Desk { house, register, person, now: Timestamp::now(), learned: None };
    let learned = words.confirmed.as_deref().map(|file| confirmed::learned(&desk, file)).transpose()?;
    let desk = Desk { learned, ..desk };
    let mut refused = 0_usize;
    for files in words.files.chunks(AT_ONCE) {
        let lines = desk.sorted(files)?;
        refused += lines.iter().filter(|line| line.get("error").is_some()).count();
        print(&lines.iter().map(Value::to_string).collect::<Vec<_>>().join("\n"))?;
    }
    match refused {
        0 => Ok(Ended::Fine),
        1 => Err(Wrong::Input("One file could not be read; its line says why.".to_owned())),
        _ => Err(Wrong::Input(format!("{refused} files could not be read; their lines say why."))),
    }
}

/// What the records are asked with.
fn runtime() -> Result<Runtime, Wrong> {
    let runtime = Builder::new_current_thread().build();
    runtime.map_err(|error| Wrong::Outside(format!("the runtime did not start: {error}")))
}

/// Whoever sits at the command line may read the records.
fn nobody() -> Person {
    Person {
        tenant: TenantId::new("file"),
        id: PersonId::new("file"),
        name: "Saksbehandler".to_owned(),
        address: String::new(),
        roles: vec![Role::Caseworker],
        groups: Vec::new(),
    }
}

impl Desk {
    /// A line for each file, in their order.
    fn sorted(&self, files: &[PathBuf]) -> Result<Vec<Value>, Wrong> {
        self.shared(files, |runtime, file| self.line(runtime, file))
    }

    /// The answers to a question about each of many, in their order; the work is shared among the processors.
    fn shared<A: Sync, B: Send>(&self, all: &[A], of: impl Fn(&Runtime, &A) -> B + Sync) -> Result<Vec<B>, Wrong> {
        let workers = available_parallelism().map_or(1, usize::from);
        let share = all.len().div_ceil(workers).max(1);
        let part = |some: &[A]| runtime().map(|runtime| some.iter().map(|one| of(&runtime, one)).collect::<Vec<B>>());
        let part = &part;
        let parts: Vec<Result<Vec<B>, Wrong>> = scope(|scope| {
            let running: Vec<_> = all.chunks(share).map(|some| scope.spawn(move || part(some))).collect();
            let stopped = || Err(Wrong::Outside("the sorting stopped; try again with fewer files".to_owned()));
            running.into_iter().map(|part| part.join().unwrap_or_else(|_| stopped())).collect()
        });
        Ok(parts.into_iter().collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
    }

    /// A mail that cannot be read is answered with its error, and the others go on.
    fn line(&self, runtime: &Runtime, file: &Path) -> Value {
        let name = file.display().to_string();
        match self.with(runtime, file, propose) {
            Ok(proposal) => shown(&name, &proposal),
            Err(why) => json!({"file": name, "error": why}),
        }
    }

    /// Reads a mail and what the records know of it, and says something of that.
    fn with<T>(&self, runtime: &Runtime, file: &Path, of: impl FnOnce(&Facts) -> T) -> Result<T, String> {
        let bytes = bounded(file)?;
        let mail = Text.mail(&bytes).map_err(|failure| failure.to_string())?;
        let header = Text.header(&bytes);
        let envelope = Envelope::of(header.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        let thread = Thread::new(vec![mail], None, clock::day(self.now)).map_err(|empty| empty.to_string())?;
        let found = runtime.block_on(self.found(&thread)).map_err(|failure| failure.to_string())?;
        let facts = Facts {
            thread: &thread,
            envelope,
            matched: &found.0,
            sources: &found.1,
            house: &self.house,
            learned: self.learned.as_ref(),
        };
        Ok(of(&facts))
    }

    /// The case of a mail, and what the records say to its questions.
    async fn found(&self, thread: &Thread) -> Result<(domain::evidence::CaseMatch, Vec<Source>), Failure> {
        let mut named = Vec::new();
        for number in numbers(thread) {
            named.extend(self.register.case(&self.person, number).await?);
        }
        let sender = &thread.answered().message.from.address;
        let known = self.register.cases_of(&self.person, sender).await?;
        let asks = !thread.questions().is_empty();
        let query = Query::of(thread, clock::day(self.now));
        let sources = if asks { self.register.search(&self.person, &query).await? } else { Vec::new() };
        Ok((match_case(thread, &named, &known), sources))
    }
}

/// The case numbers in the mail, each once; more than a few are a list.
fn numbers(thread: &Thread) -> Vec<CaseNumber> {
    let written = thread.values().iter().filter(|value| value.kind == Kind::CaseNumber);
    let mut numbers: Vec<CaseNumber> =
        written.filter_map(|value| value.value.split('-').next()?.parse().ok()).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers.truncate(10);
    numbers
}

/// A file, or why not; one byte more than is read of a mail tells that it is too large, without holding all of it.
fn bounded(file: &Path) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let opened = std::fs::File::open(file).map_err(|error| error.to_string())?;
    opened.take(MAIL_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
    Ok(bytes)
}

fn shown(file: &str, proposal: &Proposal) -> Value {
    json!({
        "file": file,
        "class": proposal.class.name(),
        "forward_to": proposal.forward_to,
        "confidence": (f64::from(proposal.confidence) * 100.0).round() / 100.0,
        "reasons": proposal.reasons.iter().map(|reason| reason.words(Language::Nb)).collect::<Vec<_>>(),
        "journal": {
            "value_as_evidence": proposal.journal.value_as_evidence,
            "case_handled": proposal.journal.case_handled,
        },
    })
}
