//! The folder that is shipped (leveransen): the program, what IT sets it up with, and what tells what it is.

use crate::{
    alone::Place,
    bom,
    crates::{self, Crates},
    files, hex, licence, name,
    npm::{self, Script},
    told,
};
use sha2::{Digest, Sha256};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The name of the bill of materials in the folder.
const BOM: &str = "saksvar.cdx.json";
/// Starts that are measured; the middle one is told.
const STARTS: usize = 5;

/// Gathers what is built already, and tries it.
pub(crate) fn ship(target: Option<&str>) -> Result<(), String> {
    let (root, host) = (crates::root(), crates::host()?);
    let platform = target.unwrap_or(&host);
    let to = crates::target().join("dist").join(format!("saksvar-{}-{platform}", env!("CARGO_PKG_VERSION")));
    if to.exists() {
        fs::remove_dir_all(&to).map_err(told(&to))?;
    }
    fs::create_dir_all(&to).map_err(told(&to))?;
    let server = format!("saksvar{}", std::env::consts::EXE_SUFFIX);
    let built = target.map_or_else(crates::target, |target| crates::target().join(target)).join("release");
    copy(&built.join(&server), &to.join(&server))?;
    copy(&root.join("backend/default.toml"), &to.join("default.toml"))?;
    for file in files(&root.join("manifest/server"))? {
        copy(&file, &to.join(name(&file)))?;
    }
    for guide in ["manifest/README.md", "backend/README.md"] {
        copy(&root.join(guide), &to.join(guide.replace('/', "-")))?;
    }
    let (bom, licences) = bill(platform)?;
    fs::write(to.join(BOM), bom).map_err(told(&to))?;
    fs::write(to.join("LICENCES.txt"), licences).map_err(told(&to))?;
    fs::write(to.join("SHA256SUMS"), sums(&to)?).map_err(told(&to))?;
    println!("{}", to.display());
    tried(&to.join(server))
}

/// The bill of materials as it is shipped, and the page of licences.
pub(crate) fn bill(platform: &str) -> Result<(String, String), String> {
    let programs = [("backend", platform.to_owned()), ("sidebar", "wasm32-unknown-unknown".to_owned())];
    let (crates, scripts) = (Crates::of(&programs)?, scripts()?);
    let made = bom::of((&crates, &scripts), &moment()?, &crates::rust()?);
    let text = serde_json::to_string_pretty(&made).map_err(|error| error.to_string())?;
    Ok((text + "\n", licence::page(&crates, &scripts)))
}

/// Those of the pane where it is built.
fn scripts() -> Result<Vec<Script>, String> {
    let dist = crates::root().join("dist");
    if dist.is_dir() { npm::scripts(&dist) } else { Ok(Vec::new()) }
}

/// Starts it alone, empty and with the records of the invented municipality, and tells how long that took.
fn tried(program: &Path) -> Result<(), String> {
    let folder = crates::target().join("dist/tried");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(told(&folder))?;
    }
    fs::create_dir_all(&folder).map_err(told(&folder))?;
    let size = fs::metadata(program).map_err(told(program))?.len();
    println!("{:.1} MB, {}", size as f64 / 1e6, linked(program));
    let place = Place::new(program, &folder)?;
    let first = place.start()?;
    println!("first start, empty folder: {} ms to ready, {} files of the pane", first.ready.as_millis(), first.files);
    let records = crates::root().join("tests/fixture/records");
    place.said(&["records", "import", &records.display().to_string()])?;
    let mut starts = (0..STARTS).map(|_| place.start()).collect::<Result<Vec<_>, _>>()?;
    starts.sort_by_key(|start| start.ready);
    let (middle, last) = (starts[STARTS / 2], starts[STARTS - 1]);
    let (ready, slowest) = (middle.ready.as_millis(), last.ready.as_millis());
    println!(
        "with records: {ready} ms to ready (slowest of {STARTS}: {slowest}), {:.1} MB resident",
        middle.resident as f64 / 1e3
    );
    Ok(())
}

/// The libraries that the system must have, by `ldd`.
fn linked(program: &Path) -> String {
    let said =
        Command::new("ldd").arg(program).output().map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    let needs: Vec<_> =
        said.iter().flat_map(|text| text.lines()).filter_map(|line| line.split_whitespace().next()).collect();
    match needs.as_slice() {
        [] | ["statically"] => "needs no library".to_owned(),
        needs => format!("needs {}", needs.join(", ")),
    }
}

/// When the sources were committed: the same for whoever builds them, whenever.
fn moment() -> Result<String, String> {
    let seconds = match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(set) => set,
        Err(_) => crates::said(Command::new("git").args(["log", "-1", "--format=%ct"]))?,
    };
    let seconds = seconds.trim().parse().map_err(|_| "SOURCE_DATE_EPOCH is no number of seconds".to_owned())?;
    let moment = jiff::Timestamp::from_second(seconds).map_err(|error| error.to_string())?;
    Ok(moment.to_string())
}

/// A line for each file, as `sha256sum --check` reads it.
fn sums(folder: &Path) -> Result<String, String> {
    let line = |file: &PathBuf| {
        let bytes = fs::read(file).map_err(told(file))?;
        Ok(format!("{}  {}\n", hex(&Sha256::digest(bytes)), name(file)))
    };
    files(folder)?.iter().map(line).collect()
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    fs::copy(from, to).map(drop).map_err(told(from))
}
