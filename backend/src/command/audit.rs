//! `saksvar audit`: the trail (logg), verified and exported.

use super::{Done, Ended, Wrong, print};
use crate::{config::Config, wire};
use domain::{
    audit::{Link, chain},
    port::{Store, TenantStore},
};
use serde_json::{Value, json};
use tokio::runtime::Runtime;

/// Entries read at a time, so that memory stays bounded however long the trail is.
const PAGE: u32 = 1000;

#[derive(Debug, clap::Subcommand)]
pub(super) enum What {
    /// Does the chain hold? Names the first entry that does not.
    Verify,
    /// Every entry, a line of JSON each.
    Export,
}

pub(super) fn run(what: &What, config: &Config) -> Done {
    let runtime = Runtime::new().map_err(|error| Wrong::Outside(format!("the runtime did not start: {error}")))?;
    runtime.block_on(async {
        let store = wire::store_to_read(config).await.map_err(Wrong::Outside)?;
        let tenants = store.tenants().await.map_err(outside)?;
        let mut ended = Ended::Fine;
        for tenant in &tenants {
            let trail = store.tenant(tenant);
            match what {
                What::Verify if !verify(tenant.as_str(), &*trail).await? => ended = Ended::Findings,
                What::Verify => {}
                What::Export => export(tenant.as_str(), &*trail).await?,
            }
        }
        Ok(ended)
    })
}

#[expect(clippy::needless_pass_by_value, reason = "it is handed to map_err")]
fn outside(failure: domain::port::Failure) -> Wrong {
    Wrong::Outside(failure.to_string())
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

async fn export(tenant: &str, trail: &dyn TenantStore) -> Result<(), Wrong> {
    each(trail, |link| print(&shown(tenant, link).to_string()).map(|_| ())).await
}

async fn verify(tenant: &str, trail: &dyn TenantStore) -> Result<bool, Wrong> {
    let mut walk = chain::Walk::default();
    let mut broken = None;
    each(trail, |link| {
        broken = broken.take().or_else(|| walk.step(link).err());
        Ok(())
    })
    .await?;
    let answer = match &broken {
        None => json!({"tenant": tenant, "holds": true, "entries": walk.length()}),
        Some(broken) => json!({"tenant": tenant, "holds": false, "first": broken.sequence, "why": broken.why}),
    };
    print(&answer.to_string())?;
    Ok(broken.is_none())
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
