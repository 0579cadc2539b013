//! How long a journal of a million entries takes to import, to open and to ask, and what it holds; made by a seeded generator.

use crate::search::{Language, memory};
use domain::{
    evidence::{Query, Seek},
    person::Person,
    port::{Cipher, Clock, Records},
    rule::access::AccessTable,
};
use jiff::{Timestamp, civil::date};
use register::{House, Intake, Register, Shelf};
use std::{
    fs::{self, File},
    io::{BufWriter, Write},
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};
use vault::Ring;
use vocabulary::{CaseNumber, PersonId, TenantId};

/// Entries, unless the line says how many.
const ENTRIES: usize = 1_000_000;
/// Entries of a case.
const OF_A_CASE: usize = 5;
/// Words of a document; one entry in two has one.
const WORDS: usize = 40;
/// Cases of a year.
const OF_A_YEAR: usize = 20_000;
/// Questions of each kind.
const ASKED: usize = 500;

struct Still;

impl Clock for Still {
    fn now(&self) -> Timestamp {
        Timestamp::UNIX_EPOCH
    }
}

/// The number of a case by its place.
fn number(at: usize) -> String {
    format!("{}/{}", 2000 + at / OF_A_YEAR, 1 + at % OF_A_YEAR)
}

/// Prints the figures.
pub(crate) fn run() {
    if let Err(why) = measured() {
        println!("journal: {why}");
    }
}

fn measured() -> Result<(), Box<dyn std::error::Error>> {
    let entries = std::env::args().nth(2).and_then(|count| count.parse().ok()).unwrap_or(ENTRIES);
    let cases = entries / OF_A_CASE;
    let folder = tempfile::tempdir()?;
    let (from, kept) = (folder.path().join("from"), folder.path().join("kept"));
    fs::create_dir_all(&from)?;
    let mut language = Language::new();
    let begun = Instant::now();
    written(&from.join("cases.jsonl"), cases, &mut language)?;
    let size = fs::metadata(from.join("cases.jsonl"))?.len() / 1_000_000;
    println!(
        "journal: {entries} entries in {cases} cases, {size} MB, generated in {:.1} s",
        begun.elapsed().as_secs_f64()
    );
    let (ring, house) = (Ring::fleeting(Arc::new(Still))?, TenantId::new("fjordvik"));
    ring.admit(&house)?;
    let shelf = Shelf::new(&kept, &ring, &house);
    for what in ["first", "again, nothing changed"] {
        let begun = Instant::now();
        let documents = |_: &[u8], _: &str| Err(domain::port::Unreadable::Unknown);
        let house = House { reader: &text::Text, documents: &documents, domains: &[] };
        let intake = Intake::read(std::slice::from_ref(&from), &house)?;
        let read = begun.elapsed().as_secs_f64();
        let changed = intake.keep(&shelf, &folder.path().join("law"))?;
        let (whole, peak) = (begun.elapsed().as_secs_f64(), memory("VmHWM:"));
        println!(
            "journal, import {what}: read {read:.1} s, all {whole:.1} s, memory at most {peak} MB, written {changed:?}"
        );
    }
    let disk: u64 = fs::read_dir(&kept)?.flatten().filter_map(|file| file.metadata().ok()).map(|file| file.len()).sum();
    let begun = Instant::now();
    let register = Register::open(&shelf, Arc::new(Still))?.seen_by(AccessTable::owner());
    let (opened, held, peak) = (begun.elapsed().as_secs_f64(), memory("VmRSS:"), memory("VmHWM:"));
    println!("journal, open: {opened:.1} s, {} MB on disk, memory {held} MB, at most {peak} MB", disk / 1_000_000);
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    runtime.block_on(asked(&register, cases, &mut language));
    Ok(())
}

/// Cases as an export has them: a title, an address, and entries of which one in two has a text.
fn written(path: &Path, cases: usize, language: &mut Language) -> std::io::Result<()> {
    let mut out = BufWriter::new(File::create(path)?);
    for at in 0..cases {
        let (title, address) = (language.text(5), at % (cases / 3).max(1));
        let (status, closed) = if at % 3 == 0 { ("B", "null") } else { ("A", "\"2025-06-01\"") };
        write!(
            out,
            r#"{{"number":"{}","title":"{title}","status":"{status}","opened":"2024-02-01","closed":{closed},"parties":[{{"role":"part","name":"P","email":"p{address}@example.no"}}],"entries":["#,
            number(at)
        )?;
        for entry in 1..=OF_A_CASE {
            let (kind, comma) = (if entry % 2 == 0 { "U" } else { "I" }, if entry == 1 { "" } else { "," });
            let text = if entry % 2 == 0 { language.text(WORDS) } else { String::new() };
            let subject = language.text(4);
            write!(
                out,
                r#"{comma}{{"number":{entry},"kind":"{kind}","date":"2025-03-01","title":"Svar på spørsmål om {subject}","documents":[{{"title":"{subject}","text":"{text}"}}]}}"#
            )?;
        }
        writeln!(out, "]}}")?;
    }
    out.flush()
}

async fn asked(register: &Register, cases: usize, language: &mut Language) {
    let person = Person {
        tenant: TenantId::new("fjordvik"),
        id: PersonId::new("kari"),
        name: "Kari Nordby".into(),
        address: "kari.nordby@fjordvik.kommune.no".into(),
        roles: Vec::new(),
        groups: Vec::new(),
    };
    let numbers: Vec<CaseNumber> = (0..ASKED).filter_map(|at| number(at * 7919 % cases).parse().ok()).collect();
    let mut times = Times::default();
    for number in &numbers {
        times.of("case", register.case(&person, *number)).await;
        if let Ok(Some(case)) = register.case(&person, *number).await {
            times.of("sources_of", register.sources_of(&person, &case)).await;
        }
    }
    for at in 0..ASKED {
        times.of("cases_of", register.cases_of(&person, &format!("p{}@example.no", at * 31))).await;
        let words = [language.text(1), language.text(2), language.text(3)];
        if let Some(seek) = Seek::of(&words[at % 3]) {
            times.of("cases_like", register.cases_like(&person, &seek)).await;
        }
        let query = Query {
            questions: vec![language.text(3 + at % 6)],
            limit: 5,
            on: date(2026, 1, 1),
            case: numbers.get(at).copied(),
            people: Vec::new(),
        };
        times.of("search", register.search(&person, &query)).await;
        times.now("find", || register.find(&language.text(4), 10));
    }
    times.told();
}

/// The times of each kind of question, shortest first when told.
#[derive(Default)]
struct Times(std::collections::BTreeMap<&'static str, Vec<Duration>>);

impl Times {
    async fn of<T>(&mut self, what: &'static str, work: impl Future<Output = T>) {
        let begun = Instant::now();
        work.await;
        self.0.entry(what).or_default().push(begun.elapsed());
    }

    fn now<T>(&mut self, what: &'static str, work: impl FnOnce() -> T) {
        let begun = Instant::now();
        work();
        self.0.entry(what).or_default().push(begun.elapsed());
    }

    fn told(mut self) {
        for (what, times) in &mut self.0 {
            times.sort_unstable();
            let place = |part: f64| ((times.len() - 1) as f64 * part) as usize;
            let at = |part: f64| times[place(part)].as_secs_f64() * 1e3;
            println!(
                "journal, {what}: p50 {:.2} ms, p99 {:.2} ms, slowest {:.2} ms ({} asked)",
                at(0.5),
                at(0.99),
                at(1.0),
                times.len()
            );
        }
    }
}
