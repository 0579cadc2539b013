//! `saksvar check`: is this installation right? Each thing it needs, with a remedy where it is not.

use super::{Done, Ended, Wrong, print};
use crate::{config::Config, wire};
use tokio::runtime::Runtime;

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
    line("store", runtime.block_on(store(config)))?;
    line("clock", Ok(jiff::Timestamp::now().to_string()))?;
    for house in config.houses().unwrap_or_default() {
        let of = |what: &str| if house.shares { format!("{what} of {}", house.house.body) } else { what.to_owned() };
        line(&of("records"), wire::register(&house).map(|register| format!("{register:?}")))?;
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

/// The store opens; one that a running server holds is read beside it.
async fn store(config: &Config) -> Result<String, String> {
    let place = config.store.folder.display().to_string();
    match wire::store(config).await {
        Ok(_) => Ok(place),
        Err(why) => {
            wire::store_to_read(config).await.map(|_| format!("{place}, held by a running server")).map_err(|_| why)
        }
    }
}
