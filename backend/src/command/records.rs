//! `saksvar records`: the built-in case register (saksregister), imported and searched.

use super::{
    Done, Wrong, each_line, print, read_text,
    searched::{Collection, Searched},
};
use crate::{config::Config, telemetry, wire};
use register::search::{Document, Documents};
use serde::Deserialize;
use serde_json::{Value, json};
use std::{
    path::{Path, PathBuf},
    time::Instant,
};

#[derive(Debug, clap::Subcommand)]
pub(super) enum What {
    /// Reads what lies at the paths into the register; what each is, is seen by its content.
    Import {
        /// A records directory (cases.jsonl, articles.jsonl, units.jsonl, synonyms.jsonl), CSV tables, a Noark 5 deposit, mail,
        /// Lovdata's acts: folders or files.
        #[arg(required_unless_present = "law", value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// Only looks whether it could be imported; writes nothing.
        #[arg(long)]
        check: bool,
        /// A folder of acts and regulations, one JSON file each.
        #[arg(long)]
        law: Option<PathBuf>,
        /// Whose records they are (entra.tenant), where several municipalities share the server.
        #[arg(long)]
        tenant: Option<String>,
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
        #[command(flatten)]
        meaning: Meaning,
        /// One query.
        query: Option<String>,
    },
}

/// Search by meaning too; key, patience and what the model wants to read first are those of `[embeddings]`.
#[derive(Debug, clap::Args)]
pub(super) struct Meaning {
    /// An OpenAI-compatible endpoint for embeddings, such as http://127.0.0.1:8081/v1.
    #[arg(long, value_name = "URL")]
    embeddings: Option<String>,
    /// Its model.
    #[arg(long, value_name = "NAME", requires = "embeddings")]
    embeddings_model: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Query {
    id: String,
    query: String,
}

/// A line of `--documents`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    text: String,
    #[serde(default)]
    title: String,
}

pub(super) fn run(what: &What, settings: impl Fn() -> Result<Config, Wrong>) -> Done {
    match what {
        What::Import { paths, check, law, tenant } => {
            let house = settings()?.house(tenant.as_deref()).map_err(Wrong::Input)?;
            import(&house, (paths, *check), law.as_deref())
        }
        What::Search { records, documents, ndjson, meaning, query } => {
            let collection = collection(records.as_deref(), documents.as_deref())?;
            let searched = match &meaning.embeddings {
                Some(url) => by_meaning(collection, (url, meaning.embeddings_model.as_deref()), settings()?)?,
                None => Searched::by_words(collection),
            };
            search(&searched, *ndjson, query.as_deref())
        }
    }
}

fn import(config: &Config, (paths, check): (&[PathBuf], bool), law: Option<&Path>) -> Done {
    let records = (!paths.is_empty()).then(|| wire::import_paths(config, paths, check));
    let records = records.transpose().map_err(Wrong::Input)?;
    let act = |folder: &Path| match check {
        true => wire::law(folder).map(|acts| format!("{} acts and regulations could be imported.", acts.acts().len())),
        false => wire::import_law(config, folder),
    };
    let acts = law.map(act).transpose().map_err(Wrong::Input)?;
    print(&[records, acts].into_iter().flatten().collect::<Vec<_>>().join("\n"))
}

/// With what it means learned from the endpoint named. The failures of an endpoint are told in the log, on standard error.
fn by_meaning(collection: Collection, named: (&str, Option<&str>), mut config: Config) -> Result<Searched, Wrong> {
    named.0.clone_into(&mut config.embeddings.url);
    if let Some(model) = named.1 {
        model.clone_into(&mut config.embeddings.model);
    }
    telemetry::start(&config.log).map_err(Wrong::Input)?;
    match wire::embedder(&config.embeddings).map_err(Wrong::Input)? {
        Some(embedder) => Searched::by_meaning(collection, embedder).map_err(Wrong::Outside),
        None => Ok(Searched::by_words(collection)),
    }
}

fn collection(records: Option<&Path>, documents: Option<&Path>) -> Result<Collection, Wrong> {
    match (records, documents) {
        (Some(folder), _) => {
            wire::records(folder).map(|register| Collection::Register(Box::new(register))).map_err(Wrong::Input)
        }
        (None, Some(file)) => indexed(file).map(|documents| Collection::Documents(Box::new(documents))),
        (None, None) => Err(Wrong::Input("Search in what? Give --records DIR or --documents FILE.".to_owned())),
    }
}

fn indexed(file: &Path) -> Result<Documents, Wrong> {
    let text = read_text(file)?;
    let lines = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
    let rows = lines.map(|(number, line)| {
        let mut reader = serde_json::Deserializer::from_str(line);
        let row: Row = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
            Wrong::Input(format!("{}, line {number}, field {}: {}", file.display(), error.path(), error.inner()))
        })?;
        Ok(Document { id: row.id, title: row.title, text: row.text })
    });
    Documents::index(rows.collect::<Result<Vec<_>, Wrong>>()?).map_err(|failure| Wrong::Outside(failure.to_string()))
}

fn search(searched: &Searched, many: bool, query: Option<&str>) -> Done {
    match (many, query) {
        (true, _) => each_line(|query: Query| answer(searched, &query)),
        (false, Some(query)) => {
            print(&answer(searched, &Query { id: "1".to_owned(), query: query.to_owned() }).to_string())
        }
        (false, None) => Err(Wrong::Input("Search for what? Give a query, or --ndjson.".to_owned())),
    }
}

fn answer(searched: &Searched, query: &Query) -> Value {
    let start = Instant::now();
    match searched.find(&query.query) {
        Ok(hits) => json!({"id": query.id, "hits": hits, "ms": start.elapsed().as_secs_f64() * 1000.0}),
        Err(failure) => json!({"id": query.id, "error": failure.to_string()}),
    }
}
