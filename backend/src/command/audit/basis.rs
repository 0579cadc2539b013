//! `saksvar audit basis`: on what one answer was based, as JSON or as a page to print.

use super::outside;
use crate::{
    command::{Done, Ended, Wrong, print},
    config::Config,
    note::Notes,
    wire,
};
use domain::{
    audit::{Action, Entry},
    port::Store,
};
use flow::{Asked, basis, named};
use sql::Sql;
use std::path::{Path, PathBuf};
use vocabulary::Language;

#[derive(Debug, clap::Args)]
pub(in crate::command) struct Words {
    /// The reference in the reply's footer, or the id of the draft.
    reply: String,
    /// Writes the page to this file; without it the answer is JSON.
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    /// The language of the page: nb, nn or en.
    #[arg(long, default_value = "nb", value_parser = ["nb", "nn", "en"])]
    language: String,
}

pub(super) async fn run(store: &Sql, config: &Config, words: &Words) -> Done {
    let language = match words.language.as_str() {
        "nn" => Language::Nn,
        "en" => Language::En,
        _ => Language::Nb,
    };
    let houses = config.houses().map_err(Wrong::Input)?;
    let checkpoints = wire::checkpoints(&config.trail).map_err(Wrong::Input)?;
    let mut notes = Notes::open(config).map_err(Wrong::Outside)?;
    let failed = |failure: flow::Failure| Wrong::Outside(failure.to_string());
    for tenant in store.tenants().await.map_err(outside)? {
        let trail = store.tenant(&tenant);
        let house = houses.iter().find(|house| house.entra.tenant == tenant.as_str()).unwrap_or(config);
        let rules = wire::rules(house).map_err(Wrong::Input)?;
        let now = jiff::Timestamp::now();
        let asked = Asked { rules: &rules, now, words: language };
        let (draft, dossier) = named(&*trail, &words.reply).await.map_err(failed)?;
        let found = basis((&*trail, &*checkpoints, &tenant), (&draft, dossier), asked).await.map_err(failed)?;
        if found.kept.is_some() || !found.entries.is_empty() {
            let shown = Entry { draft: Some(draft), ..Entry::of(Action::BasisShown, now) };
            notes.leave(&[tenant], &shown.fact("command", "audit basis")).map_err(Wrong::Outside)?;
            return match &words.html {
                Some(file) => written(file, &domain::basis::page(&found, language)),
                None => {
                    let shape = serde_json::to_string(&web::basis(&found, language));
                    print(&shape.map_err(|error| Wrong::Outside(error.to_string()))?)
                }
            };
        }
    }
    Err(Wrong::Input(format!("there is no reply called {}; give its reference or the id of its draft", words.reply)))
}

fn written(file: &Path, page: &str) -> Done {
    if file == Path::new("-") {
        return print(page);
    }
    let done = std::fs::write(file, page).map(|()| Ended::Fine);
    done.map_err(|error| Wrong::Input(format!("{}: {error}", file.display())))
}
