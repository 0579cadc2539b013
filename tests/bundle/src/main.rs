//! `cargo xtask dist`, its last step: puts server and settings in one folder, with what they are made of and what they weigh in SHA-256.

#![allow(clippy::print_stdout, reason = "the folder and the sums are what the command is run for")]

mod alone;
mod bom;
mod crates;
mod folder;
mod licence;
mod npm;

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

/// What is written on the command line.
const USAGE: &str = "write: bundle pane FILE (the list of the pane's files, for the compiler), bundle bom (the bill of materials alone), or \
                     bundle ship [TARGET]";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<_> = words.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["pane", list] => inside(&crates::root().join("dist")).and_then(|text| written(Path::new(list), &text)),
        ["bom"] => crates::host().and_then(|host| folder::bill(&host)).map(|(bom, _)| println!("{bom}")),
        ["ship"] => folder::ship(None),
        ["ship", target] => folder::ship(Some(target)),
        _ => Err(USAGE.to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            println!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// The files of the pane as an expression of Rust, which the server is compiled with.
fn inside(pane: &Path) -> Result<String, String> {
    let row = |file: &PathBuf| format!("    ({:?}, include_bytes!({:?})),\n", name(file), file.display().to_string());
    let rows: String = files(pane)?.iter().map(row).collect();
    Ok(format!("&[\n{rows}]\n"))
}

fn name(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Writes a file, and the folder it lies in.
fn written(file: &Path, text: &str) -> Result<(), String> {
    fs::create_dir_all(file.parent().unwrap_or(file)).map_err(told(file))?;
    fs::write(file, text).map_err(told(file))
}

/// The files of a folder, by name.
fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let all = fs::read_dir(folder).map_err(told(folder))?;
    let mut files: Vec<_> = all.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    files.sort();
    Ok(files)
}

fn told(path: &Path) -> impl Fn(std::io::Error) -> String {
    let path = path.display().to_string();
    move |error| format!("{path}: {error}. Build all of it with `cargo xtask dist`.")
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
