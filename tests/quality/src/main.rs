//! `cargo run -p quality [-- --misses]`: prepares every golden mail and prints what was found; fails under a floor.

#![allow(clippy::print_stdout, reason = "figures are printed")]

mod figure;
mod golden;

use backend::wire::{self, offline::Offline};
use domain::{port::Reader, rule::Rules};
use figure::Figures;
use flow::Shown;
use golden::Golden;
use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

/// The day the golden mails live in.
const NOW: &str = "2026-11-21T09:00:00+01:00";

#[tokio::main]
async fn main() -> ExitCode {
    match measured().await {
        Ok(figures) => told(&figures, std::env::args().any(|word| word == "--misses")),
        Err(why) => {
            println!("{why}");
            ExitCode::FAILURE
        }
    }
}

async fn measured() -> Result<Figures, String> {
    let mut figures = Figures::default();
    for mail in golden::all(&root().join("tests/quality/golden"))? {
        match prepared(&mail).await {
            Ok(shown) => figures.count(&mail, &shown),
            Err(why) => figures.failed(&mail, &why),
        }
    }
    Ok(figures)
}

async fn prepared(mail: &Golden) -> Result<Shown, String> {
    let register = wire::records(&root().join("tests/fixture/records"))?;
    let message = text::Text.mail(mail.eml().as_bytes()).map_err(|failure| failure.to_string())?;
    let now = NOW.parse().map_err(|error| format!("{NOW}: {error}"))?;
    let rules = Rules::shipped("Fjordvik kommune");
    let offline = Offline { now, rules, register, mails: vec![message], writer: "builtin".to_owned() };
    offline.prepare().await.map(|(shown, _)| shown).map_err(|failure| failure.to_string())
}

fn told(figures: &Figures, misses: bool) -> ExitCode {
    if misses {
        figures.misses.iter().for_each(|miss| println!("{miss}"));
    }
    let mut holds = true;
    for (name, share, floor) in figures.all() {
        let is_under = share.percent() < floor;
        holds &= !is_under;
        let sign = if is_under { "under the floor" } else { "" };
        println!("{name:28} {:5.1} % ({} of {}), floor {floor} % {sign}", share.percent(), share.right, share.all);
    }
    if holds { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).map_or_else(PathBuf::new, Path::to_path_buf)
}

#[cfg(test)]
mod tests {
    use super::{golden, root};
    use std::collections::BTreeSet;

    #[test]
    fn the_golden_mails_can_be_read_and_have_names_of_their_own() {
        let all = golden::all(&root().join("tests/quality/golden")).expect("golden mails");
        let names: BTreeSet<&str> = all.iter().map(|mail| mail.id.as_str()).collect();
        assert_eq!(names.len(), all.len());
        assert!(all.len() >= 120, "{}", all.len());
    }
}
