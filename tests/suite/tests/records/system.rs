//! The case systems under test, each with the same cases in it.

use crate::{fiks, p360, person};
use domain::{
    case::Case,
    evidence::Source,
    person::Person,
    port::{Failure, Records, Secret, fake::Frozen},
};
use noark::{Noark, Settings};
use register::Register;
use std::{fmt::Write as _, fs, sync::Arc, time::Duration};
use tempfile::TempDir;
use town::NoarkSettings;
use vocabulary::CaseNumber;

/// Entries of the longest case.
pub(crate) const MANY: usize = 10_000;
/// Entries of a case that takes more than a page.
pub(crate) const PAGES: usize = 150;

/// A system that runs.
pub(crate) struct System {
    /// Its name.
    pub(crate) name: &'static str,
    /// The plug.
    pub(crate) records: Arc<dyn Records>,
    /// The emulated kernel behind it, where it is one.
    pub(crate) kernel: Option<town::Noark>,
    /// The emulated Public 360 behind it, where it is one.
    pub(crate) p360: Option<town::P360>,
    pub(crate) _folder: TempDir,
}

impl System {
    /// A case as this person reads it, as sources; none where it is not there for them.
    pub(crate) async fn sources_of(&self, person: &Person, number: CaseNumber) -> Result<Vec<Source>, Failure> {
        match self.records.case(person, number).await? {
            Some(case) => self.records.sources_of(person, &case).await.map(|contents| contents.sources),
            None => Ok(Vec::new()),
        }
    }
}

/// A case as this system can tell it: Public 360 says neither when a case was closed nor in words we know what properties it is about.
pub(crate) fn as_told(system: &System, case: Case) -> Case {
    match system.p360 {
        Some(_) => Case { closed: None, estates: Vec::new(), ..case },
        None => case,
    }
}

pub(crate) fn clock() -> Arc<Frozen> {
    Arc::new(Frozen::at("2026-11-21T08:00:00Z".parse().expect("a time")))
}

/// The fixture's cases, one that takes two pages, and where wanted one with very many entries.
pub(crate) fn folder(many: usize) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let fixture = suite::root().join("tests/fixture/records");
    for file in ["articles.jsonl", "units.jsonl"] {
        fs::copy(fixture.join(file), folder.path().join(file)).expect("the fixture");
    }
    let mut cases = fs::read_to_string(fixture.join("cases.jsonl")).expect("the fixture");
    for (number, count) in [("2026/3000", PAGES), ("2026/3001", many)].into_iter().filter(|(_, count)| *count > 0) {
        let _ = writeln!(cases, "{}", long(number, count));
    }
    // A name that would end a literal, and an address with a sign that means a blank in an address of the web.
    let _ = writeln!(cases, "{}", quoted());
    fs::write(folder.path().join("cases.jsonl"), cases).expect("the cases are written");
    folder
}

fn long(number: &str, entries: usize) -> serde_json::Value {
    let entries: Vec<_> = (1..=entries)
        .map(|at| {
            serde_json::json!({ "number": at, "kind": "I", "date": "2026-03-02", "title": format!("Merknad {at}"), "access": null,
                "correspondents": [], "documents": [] })
        })
        .collect();
    serde_json::json!({ "number": number, "title": "Reguleringsplan for Fjordvik sentrum", "public_title": null, "status": "B",
        "opened": "2026-03-01", "closed": null, "responsible": { "name": "Ola Nes", "email": null, "unit": "Byggesak" }, "access": null,
        "parties": [], "estates": [], "entries": entries })
}

fn quoted() -> serde_json::Value {
    serde_json::json!({ "number": "2026/3002", "title": "O'Briens hage", "public_title": null, "status": "B", "opened": "2026-04-01",
        "closed": null, "responsible": null, "access": null, "estates": [], "entries": [],
        "parties": [{ "role": "applicant", "name": "Pat O'Brien", "email": "pat.o'brien+hage@example.no" }] })
}

/// The built-in register.
pub(crate) fn register(many: usize) -> System {
    let folder = folder(many);
    let register = Register::import(folder.path(), clock()).expect("the records are read").register;
    System {
        name: "register",
        records: Arc::new(register.seen_by(person::table())),
        kernel: None,
        p360: None,
        _folder: folder,
    }
}

/// A Noark 5 kernel; `any` tells whether it understands the extended filters.
pub(crate) async fn noark(many: usize, any: bool) -> System {
    kernel(many, any, |_| {}).await
}

/// A kernel, and the plug that also writes.
pub(crate) async fn both() -> (Arc<Noark>, System) {
    started(0, true, |_| {}).await
}

/// The same with other settings of ours.
pub(crate) async fn kernel(many: usize, any: bool, change: impl Fn(&mut Settings)) -> System {
    started(many, any, change).await.1
}

async fn started(many: usize, any: bool, change: impl Fn(&mut Settings)) -> (Arc<Noark>, System) {
    of_town(folder(many), change, |town| town.any = any).await
}

/// A Noark 5 kernel with this case alone.
pub(crate) async fn noark_with(case: &serde_json::Value) -> System {
    of_town(only(case), |_| {}, |_| {}).await.1
}

/// Records with this case alone.
pub(crate) fn only(case: &serde_json::Value) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("cases.jsonl"), case.to_string()).expect("the case is written");
    folder
}

async fn of_town(
    folder: TempDir,
    change: impl Fn(&mut Settings),
    town: impl Fn(&mut NoarkSettings),
) -> (Arc<Noark>, System) {
    let mut settings = NoarkSettings { records: Some(folder.path().to_owned()), ..NoarkSettings::default() };
    town(&mut settings);
    let any = settings.any;
    // A code that only this house has.
    settings.clerks[0].cleared.push("XK".to_owned());
    let kernel = town::Noark::start(settings).await.expect("the kernel starts");
    let mut ours = Settings::at(&kernel.url, "saksvar", Secret::new("town-noark-secret"));
    ours.timeout = Duration::from_secs(30);
    ours.total = Duration::from_secs(60);
    change(&mut ours);
    let documents = Arc::new(backend::reading::Here);
    let noark = Noark::new(ours, documents, clock()).expect("the settings are right").seen_by(person::table());
    let noark = Arc::new(noark);
    let name = if any { "noark" } else { "noark, base level" };
    (noark.clone(), System { name, records: noark, kernel: Some(kernel), p360: None, _folder: folder })
}

/// A kernel that takes no more than so many bytes of a file at once.
pub(crate) async fn bounded(bulk: usize) -> (Arc<Noark>, System) {
    of_town(folder(0), |_| {}, |town| town.bulk = bulk).await
}

/// A kernel that knows people: Liv sees what is restricted, Ola does not.
pub(crate) async fn knowing_people() -> System {
    let scope = |settings: &mut Settings| settings.person_scope = Some("api://arkiv/.default".into());
    let clerks = |town: &mut NoarkSettings| {
        let all = town.clerks[0].clone();
        town.clerks.push(town::Clerk { name: "liv".into(), password: "-".into(), ..all.clone() });
        town.clerks.push(town::Clerk { name: "ola".into(), password: "-".into(), cleared: Vec::new(), ..all });
    };
    of_town(folder(0), scope, clerks).await.1
}

/// Every system, with its usual settings.
pub(crate) async fn all() -> Vec<System> {
    let p360 = [p360::usual(0).await, p360::other(0).await];
    let others = p360.into_iter().chain([fiks::system(0)]);
    [register(0), noark(0, true).await, noark(0, false).await].into_iter().chain(others).collect()
}
