//! `saksvar gate`: how the gate at Send works (nødbryter), shown or switched beside a running server, with an entry in the trail.

use super::{Done, Wrong, print};
use crate::{config::Config, wire};
use domain::port::{Clock, Store};
use tokio::runtime::Runtime;
use vocabulary::{GateMode, TenantId};
use wire::SystemClock;

#[derive(Debug, clap::Args)]
pub(super) struct Words {
    /// `soft` stops and asks, `prompt` asks where it would stop, `off` lets every mail go; without it, how it works now.
    #[arg(value_parser = named)]
    mode: Option<GateMode>,
    /// The tenant (entra.tenant); without it, the only one of the settings.
    #[arg(long)]
    tenant: Option<String>,
}

fn named(text: &str) -> Result<GateMode, String> {
    GateMode::named(text).ok_or_else(|| "write soft, prompt or off".to_owned())
}

pub(super) fn run(words: &Words, config: &Config) -> Done {
    let house = config.house(words.tenant.as_deref()).map_err(Wrong::Input)?;
    let runtime = Runtime::new().map_err(|error| Wrong::Outside(format!("the runtime did not start: {error}")))?;
    let outside = |failure: domain::port::Failure| Wrong::Outside(failure.to_string());
    let mode = runtime.block_on(async {
        let store = wire::store_beside(config).await.map_err(Wrong::Outside)?;
        let tenant = store.tenant(&TenantId::new(&house.entra.tenant));
        let was = tenant.gate().await.map_err(outside)?.unwrap_or(house.house.gate);
        if let Some(mode) = words.mode {
            let now = SystemClock.now();
            let switched = flow::switch_at_the_line(tenant.as_ref(), (mode, was), &account(), now).await;
            switched.map_err(|failure| Wrong::Outside(failure.to_string()))?;
        }
        drop(tenant);
        store.close().await;
        Ok(words.mode.unwrap_or(was))
    })?;
    print(mode.name())
}

/// Who sits at the command line, as the system tells: who asked for the rights of another, else whose they are.
fn account() -> String {
    let told = ["SUDO_USER", "LOGNAME", "USER", "USERNAME"].into_iter().find_map(|name| std::env::var(name).ok());
    let told = told.unwrap_or_default();
    told.chars().filter(|c| c.is_alphanumeric() || "._-@\\".contains(*c)).take(64).collect()
}
