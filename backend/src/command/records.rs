//! `saksvar records`: the built-in case register (saksregister), imported and searched.

use super::{Done, Ended, Wrong, each_line, print, read_text};
use crate::{config::Config, wire};
use register::search::Documents;
use serde::Deserialize;
use serde_json::json;
use std::{path::PathBuf, time::Instant};

#[derive(Debug, clap::Subcommand)]
pub(super) enum What {
    /// Reads a records directory into the register.
    Import {
        /// The directory: cases.jsonl, articles.jsonl, units.jsonl.
        dir: PathBuf,
    },
    /// Searches: a line {"id","query"} in, {"id","hits","ms"} out; or one query.
    Search {
        /// A records directory.
        #[arg(long, conflicts_with = "documents")]
        records: Option<PathBuf>,
        /// Documents, a line {"id","text","title"?} each.
        #[arg(long)]
        documents: Option<PathBuf>,
        /// Many, a line each.
        #[arg(long)]
        ndjson: bool,
        /// One query.
        query: Option<String>,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Query {
    id: String,
    query: String,
}

pub(super) fn run(what: &What, settings: impl Fn() -> Result<Config, Wrong>) -> Done {
    match what {
        What::Import { dir } => {
            let imported = wire::import(&settings()?, dir).map_err(Wrong::Input)?;
            print(&imported)
        }
        What::Search { records, documents, ndjson, query } => {
            let documents = match (records, documents) {
                (Some(folder), _) => wire::records(folder).map_err(Wrong::Input)?.documents(),
                (None, Some(file)) => Documents::read(&read_text(file)?).map_err(|why| Wrong::Input(format!("{}: {why}", file.display())))?,
                (None, None) => return Err(Wrong::Input("Search in what? Give --records DIR or --documents FILE.".to_owned())),
            };
            match (ndjson, query) {
                (true, _) => each_line(|query: Query| answer(&documents, &query)),
                (false, Some(query)) => {
                    let query = Query { id: "1".to_owned(), query: query.clone() };
                    print(&answer(&documents, &query).to_string())
                }
                (false, None) => Err(Wrong::Input("Search for what? Give a query, or --ndjson.".to_owned())),
            }
        }
    }
    .map(|_| Ended::Fine)
}

fn answer(documents: &Documents, query: &Query) -> serde_json::Value {
    let start = Instant::now();
    let hits = documents.hits(&query.query, 10);
    json!({"id": query.id, "hits": hits, "ms": start.elapsed().as_secs_f64() * 1000.0})
}
