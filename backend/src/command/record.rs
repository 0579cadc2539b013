//! `saksvar record`: what the law wants written down (dokumentasjon), from the settings in force.

use super::{Done, Wrong, print};
use crate::{
    config::Config,
    record::{Facts, Kind, Sheet},
    wire::SystemClock,
};
use domain::port::Clock;

#[derive(Debug, clap::Args)]
pub(super) struct Words {
    /// processing: record of processing (personvernforordningen art. 30); dpia: facts for the impact assessment (art. 35); ai: entry for a
    /// register of AI.
    #[arg(value_parser = ["processing", "dpia", "ai"])]
    what: String,
    /// json, or md to read and print.
    #[arg(long, default_value = "json", value_parser = ["json", "md"])]
    format: String,
    /// The tenant (entra.tenant); without it, the only one of the settings.
    #[arg(long)]
    tenant: Option<String>,
}

pub(super) fn run(words: &Words, config: &Config) -> Done {
    let house = config.house(words.tenant.as_deref()).map_err(Wrong::Input)?;
    let kind = match words.what.as_str() {
        "dpia" => Kind::Dpia,
        "ai" => Kind::Ai,
        _ => Kind::Processing,
    };
    let (sheet, now) = (Sheet::of(kind, &Facts::of(&house)), SystemClock.now());
    match words.format.as_str() {
        "md" => print(&sheet.markdown(now)),
        _ => print(&sheet.json(now).to_string()),
    }
}
