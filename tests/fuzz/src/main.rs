//! `cargo xtask fuzz --minutes N [NAME…]`: every target for so long with cases never tried before, how many there were, and what was found.

#![allow(clippy::print_stdout, reason = "the table is what the command is run for")]

use std::{
    env,
    process::{Command, ExitCode},
    time::{SystemTime, UNIX_EPOCH},
};

/// Minutes of each target where nobody says.
const USUAL: u64 = 1;

fn main() -> ExitCode {
    match asked(&env::args().skip(1).collect::<Vec<_>>()).and_then(|(minutes, names)| run(minutes, &names)) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(found) => {
            println!("{found} findings");
            ExitCode::FAILURE
        }
        Err(why) => {
            println!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// The minutes, and the names that targets must hold; all where none is said.
fn asked(words: &[String]) -> Result<(u64, Vec<String>), String> {
    match words {
        [flag, minutes, names @ ..] if flag == "--minutes" => {
            let minutes = minutes.parse().map_err(|_| format!("--minutes takes a whole number, not {minutes}"))?;
            Ok((minutes, names.to_vec()))
        }
        [flag, ..] if flag.starts_with('-') => Err("write: fuzz --minutes N [NAME…]".to_owned()),
        names => Ok((USUAL, names.to_vec())),
    }
}

/// Runs the targets one after the other; answers how many found something.
fn run(minutes: u64, names: &[String]) -> Result<usize, String> {
    let seed = SystemTime::now().duration_since(UNIX_EPOCH).map_or(1, |since| since.as_secs());
    let listed = tests(&["--list"], &[])?.1;
    let wanted = |name: &&str| names.is_empty() || names.iter().any(|word| name.contains(word.as_str()));
    let mut found = 0;
    println!("seed {seed}, {minutes} minutes a target");
    for name in listed.lines().filter_map(|line| line.strip_suffix(": test")).filter(wanted) {
        let pace = [("FUZZ_SECONDS", (minutes * 60).to_string()), ("FUZZ_SEED", seed.to_string())];
        let (is_fine, said) = tests(&[name, "--exact", "--nocapture"], &pace)?;
        // Tests of the harness itself are no targets, and say nothing.
        said.lines().filter(|line| line.contains(" cases in ")).for_each(|line| println!("{line}"));
        if !is_fine {
            found += 1;
            println!("{name}: FOUND\n{said}");
        }
    }
    Ok(found)
}

/// Runs the tests with these words; answers whether they passed, and all they said.
fn tests(words: &[&str], settings: &[(&str, String)]) -> Result<(bool, String), String> {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["test", "--quiet", "--package", "fuzz", "--test", "target", "--"]).args(words);
    cargo.envs(settings.iter().map(|(name, value)| (name, value.as_str()))).env("RUST_BACKTRACE", "0");
    let output = cargo.output().map_err(|error| format!("cargo did not start: {error}"))?;
    let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    Ok((output.status.success(), said))
}

#[cfg(test)]
mod tests {
    use super::{USUAL, asked};

    #[test]
    fn minutes_and_names_are_read() {
        let read = |line: &str| asked(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>());
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        assert_eq!(read(""), Ok((USUAL, Vec::new())));
        assert_eq!(read("--minutes 10 gate token"), Ok((10, names(&["gate", "token"]))));
        assert_eq!(read("gate"), Ok((USUAL, names(&["gate"]))));
        assert!(read("--minutes ten").is_err() && read("--hours 1").is_err());
    }
}
