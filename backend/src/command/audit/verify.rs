//! `saksvar audit verify`: one pass over every trail, and every checkpoint held against it.

use super::{outside, print};
use crate::{
    checkpoint,
    command::{Done, Ended, Wrong, read_text},
    config::Config,
    wire,
};
use domain::{
    audit::{Broken, Checkpoint, Examined, note::Verifier},
    draft::normal::hex,
    port::Store,
};
use serde_json::{Value, json};
use sql::Sql;
use std::path::{Path, PathBuf};
use vocabulary::TenantId;

/// A checkpoint with its file.
struct Kept {
    file: PathBuf,
    tenant: TenantId,
    checkpoint: Checkpoint,
}

pub(super) async fn run(store: &Sql, config: &Config, (files, verifier): (&[PathBuf], Option<Verifier>)) -> Done {
    let mut kept = checkpoints(config, (files, verifier))?;
    kept.sort_by_key(|kept| kept.checkpoint.size);
    let mut tenants = store.tenants().await.map_err(outside)?;
    // A checkpoint of a trail that is gone altogether is held against nothing.
    for lost in &kept {
        if !tenants.contains(&lost.tenant) {
            tenants.push(lost.tenant.clone());
        }
    }
    let mut ended = Ended::Fine;
    for tenant in &tenants {
        let own: Vec<&Kept> = kept.iter().filter(|kept| kept.tenant == *tenant).collect();
        let sizes: Vec<u64> = own.iter().map(|kept| kept.checkpoint.size).collect();
        let examined = store.tenant(tenant).examine(&sizes).await.map_err(outside)?;
        let (answer, holds) = told(tenant, &examined, &own);
        print(&answer.to_string())?;
        if !holds {
            ended = Ended::Findings;
        }
    }
    Ok(ended)
}

/// Those that were named, and those of the folder.
fn checkpoints(config: &Config, (files, verifier): (&[PathBuf], Option<Verifier>)) -> Result<Vec<Kept>, Wrong> {
    let folder = wire::trail_folder(&config.trail).map_err(Wrong::Input)?;
    let found = folder.map_or_else(|| Ok(Vec::new()), |folder| folder.files()).map_err(Wrong::Outside)?;
    let all: Vec<&PathBuf> = files.iter().chain(&found).collect();
    let Some(verifier) = verifier else {
        let needed = "the key that signed it is not known: name it with --verifier, or set trail.verifier";
        return if all.is_empty() { Ok(Vec::new()) } else { Err(Wrong::Input(format!("--checkpoint: {needed}"))) };
    };
    all.into_iter().map(|file| kept(file, &verifier)).collect()
}

fn kept(file: &Path, verifier: &Verifier) -> Result<Kept, Wrong> {
    let wrong = |why: String| Wrong::Input(format!("{}: {why}", file.display()));
    let read = checkpoint::read(&read_text(file)?, verifier);
    let (tenant, checkpoint) = read.map_err(|refused| wrong(refused.to_string()))?;
    Ok(Kept { file: file.to_path_buf(), tenant, checkpoint })
}

/// What there is to say of one trail, and whether it holds; the first entry that does not is the first by anybody's word.
fn told(tenant: &TenantId, examined: &Examined, kept: &[&Kept]) -> (Value, bool) {
    let (mut vouched, mut first, mut lines) = (0, examined.broken.clone(), Vec::new());
    for one in kept {
        let (size, against) = (one.checkpoint.size, examined.extends(&one.checkpoint, vouched).err());
        let why = against.as_ref().map(|broken| broken.why.clone());
        lines.push(json!({"file": one.file, "size": size, "extends": why.is_none(), "why": why}));
        match against {
            None => vouched = size,
            Some(broken) if first.as_ref().is_none_or(|first| broken.sequence < first.sequence) => first = Some(broken),
            Some(_) => {}
        }
    }
    let holds = first.is_none();
    let mut answer = match first {
        None => json!({"tenant": tenant, "holds": true, "entries": examined.entries}),
        Some(Broken { sequence, why }) => json!({"tenant": tenant, "holds": false, "first": sequence, "why": why}),
    };
    answer["root"] = json!(hex(&examined.root));
    answer["checkpoints"] = json!(lines);
    (answer, holds)
}
