//! `saksvar backup` and `saksvar restore` (sikkerhetskopi): one line of JSON says what was copied, and what was found in it.

use super::{Done, Ended, Wrong, print};
use crate::{
    backup::{self, Manifest, Refused},
    config::Config,
};
use serde_json::{Value, json};
use std::path::PathBuf;
use tokio::runtime::Runtime;

/// What `backup` is given.
#[derive(Debug, clap::Args)]
pub(super) struct Backup {
    /// A folder that is not there yet, best on another machine.
    #[arg(long)]
    to: PathBuf,
}

/// What `restore` is given.
#[derive(Debug, clap::Args)]
pub(super) struct Restore {
    /// The folder of the backup.
    #[arg(long)]
    from: PathBuf,
    /// Only prove that it is whole and can be read; nothing is written, and a server may run.
    #[arg(long)]
    check: bool,
    /// Put aside what store.folder holds.
    #[arg(long, conflicts_with = "check")]
    over: bool,
}

pub(super) fn make(words: &Backup, config: &Config) -> Done {
    let manifest = runtime()?.block_on(backup::make(config, &words.to)).map_err(wrong)?;
    told(&manifest, json!({"backup": words.to, "id": manifest.id}))
}

pub(super) fn restore(words: &Restore, config: &Config) -> Done {
    let runtime = runtime()?;
    if words.check {
        let manifest = runtime.block_on(backup::prove(config, &words.from)).map_err(wrong)?;
        return told(&manifest, json!({"checked": words.from, "id": manifest.id}));
    }
    let restored = runtime.block_on(backup::restore(config, &words.from, words.over)).map_err(wrong)?;
    let manifest = &restored.manifest;
    told(manifest, json!({"restored": words.from, "id": manifest.id, "before": restored.before}))
}

fn runtime() -> Result<Runtime, Wrong> {
    Runtime::new().map_err(|error| Wrong::Outside(format!("the runtime did not start: {error}")))
}

fn wrong(refused: Refused) -> Wrong {
    match refused {
        Refused::Input(why) => Wrong::Input(why),
        Refused::Outside(why) => Wrong::Outside(why),
    }
}

fn told(manifest: &Manifest, mut answer: Value) -> Done {
    answer["made"] = json!(manifest.made.to_string());
    answer["master"] = json!(manifest.master);
    answer["files"] = json!(manifest.files.len());
    answer["bytes"] = json!(manifest.files.iter().map(|file| file.bytes).sum::<u64>());
    answer["opened"] = json!(manifest.opened);
    answer["unread"] = json!(manifest.unread);
    answer["trails"] = json!(manifest.trails);
    print(&answer.to_string())?;
    Ok(if manifest.is_sound() { Ended::Fine } else { Ended::Findings })
}
