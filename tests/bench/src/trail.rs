//! How fast a trail of a million entries is written and verified, and how much memory that takes.

use crate::store::Nothing;
use domain::{
    audit::{Action, Entry},
    port::{Store, TenantStore},
};
use jiff::Timestamp;
use sql::{Place, Sqlite};
use std::{path::Path, process::Command, sync::Arc, time::Instant};
use tokio::runtime::Runtime;
use vocabulary::{CaseNumber, DraftId, PersonId, TenantId};

/// Entries of the trail.
const ENTRIES: u64 = 1_000_000;
/// The file in the folder.
const FILE: &str = "trail.sqlite";

/// Prints the figures: `trail [ENTRIES [FOLDER]]`. A folder that holds the entries already is only verified. The verification runs in a
/// process of its own, so that its memory is not that of the writing.
pub(crate) fn run() {
    let count = std::env::args().nth(2).and_then(|count| count.parse().ok()).unwrap_or(ENTRIES);
    let named = std::env::args().nth(3).map(std::path::PathBuf::from);
    let folder =
        named.clone().unwrap_or_else(|| std::env::temp_dir().join(format!("saksvar-bench-{}", std::process::id())));
    let done = if folder.join(FILE).is_file() { verify(&folder) } else { both(count, &folder) };
    if let Err(why) = done {
        println!("trail: {why}");
    }
    if named.is_none() {
        let _ = std::fs::remove_dir_all(&folder);
    }
}

fn both(count: u64, folder: &Path) -> Result<(), String> {
    std::fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    write(count, folder)?;
    let me = std::env::current_exe().map_err(|error| error.to_string())?;
    let child = Command::new(me).args(["trail", &count.to_string()]).arg(folder).status();
    child.map(|_| ()).map_err(|error| error.to_string())
}

fn write(count: u64, folder: &Path) -> Result<(), String> {
    let runtime = Runtime::new().map_err(|error| error.to_string())?;
    runtime.block_on(async {
        let store = Sqlite::open(Place::File(&folder.join(FILE)), Arc::new(Nothing))
            .await
            .map_err(|failure| failure.to_string())?;
        let ours = tenant(&store);
        let (start, mut hundred) = (Instant::now(), Instant::now());
        for number in 0..count {
            ours.record(entry(number)).await.map_err(|failure| failure.to_string())?;
            if number + 100 == count {
                hundred = Instant::now();
            }
        }
        let (all, last) = (start.elapsed().as_secs_f64(), hundred.elapsed().as_secs_f64());
        println!(
            "trail: {count} entries written in {all:.1} s, {:.0} a second; the last hundred took {:.0} µs each",
            count as f64 / all,
            last * 1e4
        );
        store.close().await;
        Ok(())
    })
}

fn verify(folder: &Path) -> Result<(), String> {
    let runtime = Runtime::new().map_err(|error| error.to_string())?;
    runtime.block_on(async {
        let store = Sqlite::read(&folder.join(FILE)).await.map_err(|failure| failure.to_string())?;
        let before = super::search::memory("VmHWM:");
        let (start, begun) = (Instant::now(), processor());
        let examined = tenant(&store).examine(&[]).await.map_err(|failure| failure.to_string())?;
        let (time, processor) = (start.elapsed().as_secs_f64(), processor() - begun);
        let rate = examined.entries as f64 / time;
        println!(
            "trail: {} entries verified in {time:.1} s, {rate:.0} a second; broken: {:?}",
            examined.entries, examined.broken
        );
        println!(
            "    {processor:.1} s of the processor over all threads; memory at most {} MB, {before} MB before",
            super::search::memory("VmHWM:")
        );
        let start = Instant::now();
        let root = tenant(&store).tree().await.map_err(|failure| failure.to_string())?.root();
        let one = start.elapsed();
        let is_same = root == examined.root;
        println!("trail: the root alone in {:.2} ms, the same: {is_same}", one.as_secs_f64() * 1e3);
        Ok(())
    })
}

/// Seconds that all threads of this process have had of the processor; 0 where the system does not say. The kernel counts in hundredths.
fn processor() -> f64 {
    let told = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = told.rsplit(')').next().unwrap_or_default().split_whitespace();
    fields.skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}

fn tenant(store: &dyn Store) -> Arc<dyn TenantStore> {
    store.tenant(&TenantId::new("00000000-0000-4000-8000-000000000001"))
}

/// Entries as a day's work writes them.
fn entry(number: u64) -> Entry {
    let at =
        Timestamp::from_millisecond(1_795_248_000_000 + i64::try_from(number).unwrap_or(0) * 997).unwrap_or_default();
    let (draft, person) =
        (DraftId::new(format!("d{:016x}", number / 12)), PersonId::new(format!("{:032x}", number % 40)));
    let case = CaseNumber { year: 2026, sequence: u32::try_from(number / 12 % 9000).unwrap_or(0) + 1 };
    let entry = match number % 3 {
        0 => Entry::of(Action::DraftShown, at).fact("operation", "/api/show-draft"),
        1 => Entry::of(Action::DraftRevised, at)
            .about(&draft, 1)
            .in_case(Some(case))
            .fact("rules", "1")
            .fact("text", "ab".repeat(32)),
        _ => Entry::of(Action::DraftPrepared, at)
            .about(&draft, 1)
            .in_case(Some(case))
            .fact("rules", "1")
            .fact("sources", "2026/1234-1 2026/1234-2 gebyr-2026")
            .fact("text", "cd".repeat(32)),
    };
    Entry { trace: Some(format!("{number:020x}")), ..entry.by(&person) }
}
