//! `saksvar key`: the life of the keys (nøkler): made, looked at, succeeded, locked by another master key, destroyed.

use super::{Done, Wrong, print};
use crate::{config::Config, note::Notes, wire};
use domain::audit::{Action, Entry};
use serde_json::{Value, json};
use sql::Under;
use std::path::PathBuf;
use tokio::runtime::Runtime;
use vault::{Source, State};
use vocabulary::TenantId;

#[derive(Debug, clap::Subcommand)]
pub(super) enum What {
    /// Makes a master key in a new file that only its owner may read.
    New {
        /// The file; it must not be there yet.
        file: PathBuf,
    },
    /// Which keys there are, and how much stands under each; never a key itself.
    Status,
    /// Gives a tenant a new data key; the server encrypts anew what stands under the earlier one, while it serves or at its next start.
    Rotate {
        /// The tenant (entra.tenant); without it, the only one of the settings.
        #[arg(long)]
        tenant: Option<String>,
    },
    /// Locks all data keys by another master key; the server need not stop.
    Rewrap {
        /// Where the other one is: file:PATH, env:NAME or command:PROGRAM ARGUMENTS.
        #[arg(long)]
        to: String,
    },
    /// Destroys the keys of a tenant: its text cannot be read again by anybody; the trail stays.
    Erase {
        /// The tenant.
        #[arg(long)]
        tenant: String,
        /// It cannot be taken back.
        #[arg(long, required = true)]
        yes: bool,
    },
}

pub(super) fn run(what: &What, settings: impl Fn() -> Result<Config, Wrong>) -> Done {
    let told = |wrong: vault::Wrong| Wrong::Input(wrong.to_string());
    let ring = || wire::key::ring(&settings()?).map_err(Wrong::Input);
    let answer = match what {
        What::New { file } => {
            // Before there are settings and a store, there is no trail to tell.
            let config = settings().ok().filter(|config| config.store.folder.is_dir());
            let told_to = config.map(|config| Ok((noted(&config)?, tenants(&config)?))).transpose()?;
            let master = Source::make(file).map_err(told)?;
            if let Some((mut notes, tenants)) = told_to {
                notes.leave(&tenants, &entry(Action::KeyMade).fact("key", &master)).map_err(Wrong::Outside)?;
            }
            json!({"file": file, "master": master})
        }
        What::Status => return status(&settings()?),
        What::Rotate { tenant } => {
            let house = settings()?.house(tenant.as_deref()).map_err(Wrong::Input)?;
            let tenant = TenantId::new(&house.entra.tenant);
            let (ring, mut notes) = (ring()?, noted(&house)?);
            let key = ring.rotate(&tenant).map_err(told)?;
            let entry = entry(Action::KeyRotated).fact("key", &key);
            notes.leave(std::slice::from_ref(&tenant), &entry).map_err(Wrong::Outside)?;
            json!({"tenant": tenant, "key": key})
        }
        What::Rewrap { to } => {
            let to = Source::read(to).map_err(|_| {
                Wrong::Input("--to must be file:PATH, env:NAME or command:PROGRAM ARGUMENTS".to_owned())
            })?;
            let config = settings()?;
            let (ring, mut notes) = (ring()?, noted(&config)?);
            let master = ring.rewrap(&to).map_err(told)?;
            let entry = entry(Action::KeyRewrapped).fact("key", &master);
            notes.leave(&tenants(&config)?, &entry).map_err(Wrong::Outside)?;
            json!({"master": master, "store.key": to.to_string(), "next": "set store.key to this before the next start"})
        }
        What::Erase { tenant, yes: _ } => {
            let tenant = TenantId::new(tenant);
            let (ring, mut notes) = (ring()?, noted(&settings()?)?);
            ring.erase(&tenant).map_err(told)?;
            notes.leave(std::slice::from_ref(&tenant), &entry(Action::KeyErased)).map_err(Wrong::Outside)?;
            json!({"tenant": tenant, "erased": true, "next": "copies of keys.json in backups are dead after `saksvar key rewrap`, once the old master key is destroyed"})
        }
    };
    print(&answer.to_string())
}

/// The file of notes, open before anything is done.
fn noted(config: &Config) -> Result<Notes, Wrong> {
    Notes::open(config).map_err(Wrong::Outside)
}

fn entry(action: Action) -> Entry {
    Entry::of(action, jiff::Timestamp::now())
}

/// Everybody whose data keys are under the master key.
fn tenants(config: &Config) -> Result<Vec<TenantId>, Wrong> {
    let houses = config.houses().map_err(Wrong::Input)?;
    Ok(houses.into_iter().map(|house| TenantId::new(house.entra.tenant)).collect())
}

/// The master key in a line, then each tenant.
fn status(config: &Config) -> Done {
    let ring = wire::key::ring(config).map_err(Wrong::Input)?;
    let source = wire::key::source(config).map_err(Wrong::Input)?;
    print(&json!({"master": ring.master(), "source": source.to_string(), "warning": source.warning()}).to_string())?;
    let runtime = Runtime::new().map_err(|error| Wrong::Outside(format!("the runtime did not start: {error}")))?;
    let under = runtime.block_on(async {
        match wire::store_to_read(config).await {
            Ok(store) => store.under().await.map_err(|failure| Wrong::Outside(failure.to_string())),
            // Before the first start there is none.
            Err(_) => Ok(Vec::new()),
        }
    })?;
    for state in ring.states() {
        print(&shown(&state, &under).to_string())?;
    }
    Ok(super::Ended::Fine)
}

fn shown(state: &State, under: &[Under]) -> Value {
    let rows = |key: Option<&str>| {
        let of = under.iter().find(|rows| rows.tenant == state.tenant && rows.key.as_deref() == key);
        of.map_or(0, |rows| rows.rows)
    };
    let last = state.keys.len().saturating_sub(1);
    let keys = state.keys.iter().enumerate().map(|(at, key)| {
        json!({"id": key.id, "since": key.since.to_string(), "current": at == last, "rows": rows(Some(&key.id))})
    });
    json!({
        "tenant": state.tenant, "keys": keys.collect::<Vec<_>>(), "plain_rows": rows(None),
        "erased": state.erased.map(|at| at.to_string()),
    })
}
