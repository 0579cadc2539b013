//! `saksvar audit`: the trail (logg), verified, exported, held by checkpoints, and asked what one answer was based on.

mod basis;
mod checkpoint;
mod verify;

use super::{Done, Ended, Wrong, print};
use crate::{config::Config, wire};
use domain::{
    audit::{Link, note::Verifier},
    port::{Store, TenantStore},
};
use serde_json::{Value, json};
use sql::Sql;
use std::path::PathBuf;
use tokio::runtime::Runtime;

/// Entries read at a time, so that memory stays bounded however long the trail is.
const PAGE: u32 = 1000;

#[derive(Debug, clap::Subcommand)]
pub(super) enum What {
    /// Does the trail hold? Names the first entry that does not, and the checkpoints that it no longer goes on from.
    Verify {
        /// A checkpoint that was kept elsewhere; those of trail.checkpoints are looked at as well.
        #[arg(long)]
        checkpoint: Vec<PathBuf>,
        /// The public half of the key that signed it (NAME+ID+KEY); else that of the settings.
        #[arg(long)]
        verifier: Option<String>,
    },
    /// Every entry, a line of JSON each.
    Export,
    /// Verifies the trail, signs a checkpoint of it, and prints it.
    Checkpoint {
        /// The file of the key; else that of the settings.
        #[arg(long)]
        key: Option<PathBuf>,
        /// A folder to put it in as well; else that of the settings, where one is set.
        #[arg(long)]
        folder: Option<PathBuf>,
    },
    /// Makes a key that signs checkpoints, and prints its public half.
    Key {
        /// The key's name: an address of yours without https://, for example sak.example.no.
        name: String,
        /// The file to write it to; one that is there is never written over.
        #[arg(long)]
        to: PathBuf,
    },
    /// On what was this answer based? Everything that is kept about one reply, with its entries and their proofs.
    Basis(basis::Words),
}

pub(super) fn run(what: &What, config: &Config) -> Done {
    if let What::Key { name, to } = what {
        return checkpoint::key(name, to);
    }
    let runtime = Runtime::new().map_err(|error| Wrong::Outside(format!("the runtime did not start: {error}")))?;
    runtime.block_on(async {
        let store = wire::store_to_read(config).await.map_err(Wrong::Outside)?;
        match what {
            What::Verify { checkpoint, verifier } => {
                let verifier = verifier_of(verifier.as_deref(), config)?;
                verify::run(&store, config, (checkpoint, verifier)).await
            }
            What::Export => export(&store).await,
            What::Checkpoint { key, folder } => {
                checkpoint::run(&store, config, (key.as_deref(), folder.as_deref())).await
            }
            // What the reply rests on is text: of all that an auditor does, this alone needs the keys.
            What::Basis(words) => {
                let store = wire::text_to_read(config).await.map_err(Wrong::Outside)?;
                basis::run(&store, config, words).await
            }
            What::Key { .. } => Ok(Ended::Fine),
        }
    })
}

#[expect(clippy::needless_pass_by_value, reason = "it is handed to map_err")]
fn outside(failure: domain::port::Failure) -> Wrong {
    Wrong::Outside(failure.to_string())
}

/// Whose signature counts: the one named, else the one of the settings.
fn verifier_of(named: Option<&str>, config: &Config) -> Result<Option<Verifier>, Wrong> {
    match named {
        Some(text) => Verifier::read(text).map(Some).map_err(|refused| Wrong::Input(format!("--verifier: {refused}"))),
        None => wire::trail_verifier(&config.trail).map_err(Wrong::Input),
    }
}

async fn export(store: &Sql) -> Done {
    for tenant in store.tenants().await.map_err(outside)? {
        let trail = store.tenant(&tenant);
        each(&*trail, |link| print(&shown(tenant.as_str(), link).to_string()).map(|_| ())).await?;
    }
    Ok(Ended::Fine)
}

/// Hands every link to `seen`, oldest first.
async fn each(trail: &dyn TenantStore, mut seen: impl FnMut(&Link) -> Result<(), Wrong>) -> Result<(), Wrong> {
    let mut after = 0;
    loop {
        let page = trail.entries(after, PAGE).await.map_err(outside)?;
        let Some(last) = page.last() else { return Ok(()) };
        after = last.sequence;
        page.iter().try_for_each(&mut seen)?;
    }
}

fn shown(tenant: &str, link: &Link) -> Value {
    let entry = &link.entry;
    json!({
        "tenant": tenant, "sequence": link.sequence, "at": entry.at.to_string(), "person": entry.person, "action": entry.action.name(),
        "draft": entry.draft, "revision": entry.revision, "case": entry.case, "trace": entry.trace,
        "facts": entry.facts.iter().map(|(name, value)| (name.clone(), json!(value))).collect::<serde_json::Map<_, _>>(),
        "previous": link.previous, "hash": link.hash,
    })
}
