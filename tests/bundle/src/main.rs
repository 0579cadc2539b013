//! `cargo xtask dist`, its last step: puts server, pane and settings in one folder, with what they are made of and what they weigh in SHA-256.

#![allow(clippy::print_stdout, reason = "the folder and the sums are what the command is run for")]

mod bom;
mod crates;

use sha2::{Digest, Sha256};
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

/// The name of the bill of materials in the folder.
const BOM: &str = "saksvar.cdx.json";

fn main() -> ExitCode {
    let outcome = match std::env::args().nth(1).as_deref() {
        None => ship(),
        Some("bom") => written().map(|bom| println!("{bom}")),
        Some(_) => Err("write: bundle, or bundle bom for the bill of materials alone".to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            println!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// Gathers what is built already.
fn ship() -> Result<(), String> {
    let root = crates::root();
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    let to = target.join("dist").join(format!("saksvar-{}-{}", env!("CARGO_PKG_VERSION"), crates::host()?));
    if to.exists() {
        fs::remove_dir_all(&to).map_err(told(&to))?;
    }
    fs::create_dir_all(to.join("dist")).map_err(told(&to))?;
    let server = format!("saksvar{}", std::env::consts::EXE_SUFFIX);
    copy(&target.join("release").join(&server), &to.join(&server))?;
    copy(&root.join("backend/default.toml"), &to.join("default.toml"))?;
    for file in files(&root.join("dist"))? {
        copy(&file, &to.join("dist").join(file.file_name().unwrap_or_default()))?;
    }
    fs::write(to.join(BOM), written()?).map_err(told(&to))?;
    fs::write(to.join("SHA256SUMS"), sums(&to)?).map_err(told(&to))?;
    println!("{}", to.display());
    Ok(())
}

/// The bill of materials as it is shipped.
fn written() -> Result<String, String> {
    let programs = [("backend", crates::host()?), ("sidebar", "wasm32-unknown-unknown".to_owned())];
    let made = bom::of(&crates::Crates::of(&programs)?, &moment()?, &crates::rust()?);
    serde_json::to_string_pretty(&made).map(|text| text + "\n").map_err(|error| error.to_string())
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
    let mut lines = Vec::new();
    for file in files(folder)?.into_iter().chain(files(&folder.join("dist"))?) {
        let bytes = fs::read(&file).map_err(told(&file))?;
        let name = file.strip_prefix(folder).unwrap_or(&file).display().to_string();
        lines.push(format!("{}  {name}\n", hex(&Sha256::digest(bytes))));
    }
    Ok(lines.concat())
}

/// The files of a folder, by name.
fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let all = fs::read_dir(folder).map_err(told(folder))?;
    let mut files: Vec<_> = all.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    files.sort();
    Ok(files)
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    fs::copy(from, to).map(drop).map_err(told(from))
}

fn told(path: &Path) -> impl Fn(std::io::Error) -> String {
    let path = path.display().to_string();
    move |error| format!("{path}: {error}. Build all of it with `cargo xtask dist`.")
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
