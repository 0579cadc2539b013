//! `saksvar check`: is this installation right? Each thing it needs, with a remedy where it is not.

use super::{Done, Ended, Wrong, print};
use crate::{config::Config, wire};
use std::sync::Arc;
use tokio::runtime::Runtime;
use vault::{Ring, Source};

pub(super) fn run(config: &Config) -> Done {
    let runtime = Runtime::new().map_err(|error| Wrong::Outside(format!("the runtime did not start: {error}")))?;
    let mut is_fine = true;
    let mut line = |name: &str, outcome: Result<String, String>| {
        is_fine &= outcome.is_ok();
        let (mark, text) = outcome.map_or_else(|why| ("wrong", why), |text| ("fine", text));
        print(&format!("{mark:5}  {name}: {text}"))
    };
    let faults = config.faults();
    line("settings", if faults.is_empty() { Ok("complete".to_owned()) } else { Err(faults.join(" ")) })?;
    let built = config.server.assets.join("index.html");
    line(
        "pane",
        if built.is_file() {
            Ok("built".to_owned())
        } else {
            Err(format!("{} is missing; run `cargo xtask sidebar`", built.display()))
        },
    )?;
    let ring = wire::key::keys(config);
    line("key", ring.as_ref().map_err(Clone::clone).and_then(|ring| key(config, ring)))?;
    if let Ok(ring) = &ring {
        line("store", runtime.block_on(store(config, ring)))?;
    }
    line("clock", Ok(jiff::Timestamp::now().to_string()))?;
    for house in config.houses().unwrap_or_default() {
        let of = |what: &str| if house.shares { format!("{what} of {}", house.house.body) } else { what.to_owned() };
        if let Ok(ring) = &ring {
            line(&of("records"), wire::register(&house, ring).map(|register| format!("{register:?}")))?;
        }
        if faults.is_empty() {
            line(&of("entra"), runtime.block_on(wire::entra_answers(&house)))?;
        }
        for (url, outcome) in runtime.block_on(wire::models_answer(&house)) {
            line(&of(&format!("writer {url}")), outcome)?;
        }
        if let Some(outcome) = runtime.block_on(wire::embeddings_answer(&house.embeddings)) {
            line(&of(&format!("embeddings {}", house.embeddings.url)), outcome)?;
        }
    }
    Ok(if is_fine { Ended::Fine } else { Ended::Findings })
}

/// The master key fits, nobody else reads it, and it does not lie beside what it locks.
fn key(config: &Config, ring: &Ring) -> Result<String, String> {
    let source = wire::key::source(config)?;
    if let Some(warning) = source.warning() {
        return Err(warning);
    }
    if let Source::File(file) = &source
        && let (Ok(file), Ok(folder)) = (file.canonicalize(), config.store.folder.canonicalize())
        && file.starts_with(folder)
    {
        return Err(format!(
            "{source} lies in store.folder; whoever copies the folder has both. Move it, and set store.key"
        ));
    }
    Ok(format!("{source} fits ({})", ring.master()))
}

/// The store opens; one that a running server holds is read beside it.
async fn store(config: &Config, ring: &Arc<Ring>) -> Result<String, String> {
    let place = config.store.folder.display().to_string();
    match wire::store(config, ring).await {
        Ok(_) => Ok(place),
        Err(why) => {
            wire::store_to_read(config).await.map(|_| format!("{place}, held by a running server")).map_err(|_| why)
        }
    }
}
