//! Plugs into sockets (kobling): the one place where every adapter is named.

mod cases;
mod clockwork;
mod counted;
mod einnsyn;
mod fiks;
mod intake;
mod journal;
pub mod key;
mod living;
mod meaning;
mod noark;
pub mod offline;
mod p360;
mod pane;
mod patient;
mod plug;
mod reach;
mod routed;
mod secret;
mod sign_in;

use crate::{
    backup,
    checkpoint::{self, Folder, Key},
    config::{self, Away, Config, Data},
    note, switch,
};
pub use cases::cases_answer;
use counted::Counted;
use domain::{
    audit::note::Verifier,
    draft::Class,
    port::{Checkpoints, Clock, Embedder, Identity, Mailbox, Records, Store, Writer},
    rule::{Invalid, Rules, access::AccessTable, law::Corpus},
};
use flow::{Flow, Systems, Writers};
pub use intake::{forget_mailed, import, import_law, import_paths, mailed};
pub use meaning::{embedder, embeddings_answer};
pub use pane::pane;
pub use plug::{SystemChance, SystemClock};
pub use reach::{credential_holds, entra_answers, models_answer};
use register::{Register, Shelf};
use sql::{Place, Sql, Sqlite};
use std::{path::Path, sync::Arc, time::Duration};
use vault::Ring;
use vocabulary::TenantId;
use web::{Metrics, Pane};

/// Where the imported acts lie in the folder of the store.
const LAW: &str = "law";

/// The servers of this configuration by their hosts, all plugs in and counted in `metrics`: one store, and a house of its own for each municipality.
///
/// # Errors
/// A sentence that names what is missing or wrong.
pub async fn hosts(config: &Config, metrics: &Arc<Metrics>) -> Result<web::Hosts, String> {
    hosts_at(config, metrics, Arc::new(SystemClock)).await
}

/// The same by another clock, for the drafts and how long they are kept; tokens are always judged by the machine's own.
///
/// # Errors
/// As [`hosts`].
pub async fn hosts_at(config: &Config, metrics: &Arc<Metrics>, clock: Arc<dyn Clock>) -> Result<web::Hosts, String> {
    backup::unfinished(config)?;
    let ring = key::keys(config)?;
    let store = Arc::new(store(config, &ring).await?);
    backup::tell(config, &store).await?;
    keep_checkpoints(config, &store)?;
    let houses = config.houses()?;
    note::record(&*store, &config.store.folder).await?;
    note::follow(&store, &config.store.folder);
    key::follow(&houses, &store, ring.clone());
    let kept = (&store, &ring);
    let shown = &(pane(&config.server)?.0, metrics.clone());
    if let [only] = houses.as_slice() {
        let server = Arc::new(server(only, flow(only, kept, metrics, clock)?, shown).await?);
        switch::follow(only, &server);
        clockwork::start(std::slice::from_ref(&server));
        journal::start(std::slice::from_ref(&server));
        return Ok(web::Hosts::only(server).within(bounds(config)));
    }
    let mut hosts = web::Hosts::default();
    let is_gone = |house: &&Config| key::is_gone(&ring, &key::tenant(house));
    for house in houses.iter().filter(is_gone) {
        let (host, tenant) = (house.host(), &house.entra.tenant);
        tracing::error!(host, tenant, "not served: its keys were destroyed. Take its [[tenant]] out of the settings");
        hosts.close(&host);
    }
    let mut servers = Vec::with_capacity(houses.len());
    for house in houses.iter().filter(|house| !is_gone(house)) {
        let server = Arc::new(server(house, flow(house, kept, metrics, clock.clone())?, shown).await?);
        switch::follow(house, &server);
        hosts.add(&house.host(), server.clone());
        servers.push(server);
    }
    clockwork::start(&servers);
    journal::start(&servers);
    Ok(hosts.within(bounds(config)))
}

/// How much may be open at a time.
fn bounds(config: &Config) -> web::Bounds {
    let connections = config.server.connections as usize;
    web::Bounds { connections, of_one: (connections / 8).max(1), proxies: config.server.proxies.clone() }
}

/// Has checkpoints of every trail made from now on, where a key is set.
fn keep_checkpoints(config: &Config, store: &Arc<Sql>) -> Result<(), String> {
    if let (true, Some(folder)) = (config.trail.is_kept(), trail_folder(&config.trail)?) {
        let key = trail_key(&config.trail.key)?;
        let every = Duration::from_secs(config.trail.every * 60 * 60);
        tokio::spawn(checkpoint::keep(store.clone(), (key, folder), every));
    }
    Ok(())
}

/// The server of one municipality.
async fn server(config: &Config, flow: Flow, shown: &(Arc<Pane>, Arc<Metrics>)) -> Result<web::Server, String> {
    let unfinished = flow.sweep_unfinished().await.map_err(|failure| failure.to_string())?;
    if unfinished > 0 {
        tracing::warn!(unfinished, "operations that the last run did not close are marked in the trail");
    }
    let settings = web::Settings {
        origin: config.server.public_url.clone(),
        office_js: config.server.office_js.clone(),
        frame_ancestors: config.server.frame_ancestors.clone(),
        sign_in: sign_in::told(config),
        body: config.house.body.clone(),
        patience: Duration::from_secs(config.server.patience),
        proxies: config.server.proxies.clone(),
        per_person: config.server.per_person,
        per_tenant: config.server.per_tenant,
    };
    web::Server::new(flow, settings, shown.clone())
}

/// Compiles the patterns and fills the memory they work in, before the first mail comes. Twice, on threads that end: a pattern
/// binds the first thread it meets to a memory of its own for good, and only what later threads give back is there for all.
pub fn warm() {
    for _ in 0..2 {
        let _ = std::thread::spawn(domain::warm).join();
    }
}

/// The verbs over the plugs of this configuration.
fn flow(
    config: &Config,
    (store, ring): (&Arc<Sql>, &Arc<Ring>),
    metrics: &Arc<Metrics>,
    clock: Arc<dyn Clock>,
) -> Result<Flow, String> {
    let chance = Arc::new(SystemChance);
    let mailbox = graph::Graph::new(graph_settings(config), Arc::new(SystemClock), chance.clone())
        .map_err(|wrong| format!("graph: {wrong}"))?;
    let embedder = embedder(&config.embeddings)?;
    let embedder = embedder.map(|inner| -> Arc<dyn Embedder> { Counted::<dyn Embedder>::new(inner, metrics) });
    let records = living::register(config, ring, embedder)?;
    let systems = cases::systems(config, records, clock.clone())?.into_iter();
    let counted = |system| -> Arc<dyn Records> { Counted::<dyn Records>::new(system, metrics) };
    let records = Systems::of(systems.map(counted).collect());
    Ok(Flow {
        tenant: TenantId::new(&config.entra.tenant),
        mailbox: Counted::<dyn Mailbox>::new(Arc::new(mailbox), metrics),
        records,
        journal: journal::journal(config, metrics, clock.clone())?,
        identity: Counted::<dyn Identity>::new(Arc::new(sign_in::entra(config)?), metrics),
        store: Counted::<dyn Store>::new(store.clone(), metrics),
        checkpoints: checkpoints(&config.trail)?,
        reader: Arc::new(text::Text),
        writers: writers(&config.writer, metrics)?,
        clock,
        chance,
        rules: rules(config)?,
        sends: config.graph.send,
    })
}

fn graph_settings(config: &Config) -> graph::Settings {
    let timeout = Duration::from_secs(config.graph.patience);
    graph::Settings {
        address: config.graph.url.clone(),
        loopback: config.is_loopback(),
        timeout,
        total: timeout * 3,
        ..graph::Settings::default()
    }
}

/// The model endpoints as writers, in the order they are tried; without one the built-in writer writes.
fn writers(writer: &config::Writer, metrics: &Arc<Metrics>) -> Result<Writers, String> {
    let counted = |settings| -> Result<Arc<dyn Writer>, String> { Ok(Counted::new(model(settings)?, metrics)) };
    let list: Result<Vec<_>, String> = models(writer)?.into_iter().map(counted).collect();
    Ok(Writers::new(list?, (writer.tokens_per_day > 0).then_some(writer.tokens_per_day)))
}

/// The one of `[writer]`, where it is set, and those of `[[writer.endpoint]]`.
fn models(writer: &config::Writer) -> Result<Vec<llm::Settings>, String> {
    let first = config::Endpoint {
        url: writer.url.clone(),
        model: writer.model.clone(),
        key: writer.key.clone(),
        data: writer.data,
        context: None,
    };
    let set = std::iter::once(&first).filter(|first| !first.url.is_empty()).chain(&writer.endpoint);
    let ca = authority("writer.ca_file", &writer.ca_file)?;
    let settings = |endpoint| Ok(llm::Settings { ca: ca.clone(), ..writer_settings(writer, endpoint)? });
    set.map(settings).collect()
}

/// The certificates of an authority of the house's own; `None` where none is named.
fn authority(key: &str, file: &Path) -> Result<Option<String>, String> {
    if file.as_os_str().is_empty() {
        return Ok(None);
    }
    let text = std::fs::read_to_string(file);
    text.map(Some).map_err(|error| format!("{key} {}: {error}", file.display()))
}

fn writer_settings(writer: &config::Writer, endpoint: &config::Endpoint) -> Result<llm::Settings, String> {
    let first_token = Duration::from_secs(writer.patience);
    Ok(llm::Settings {
        key: secret::read("writer.key", &endpoint.key)?,
        first_token,
        stall: first_token * 2 / 3,
        total: first_token * 4,
        max_tokens: writer.max_tokens,
        context: endpoint.context.unwrap_or(writer.context),
        sees: class(endpoint.data),
        ..llm::Settings::new(&endpoint.url, &endpoint.model)
    })
}

fn class(data: Data) -> Class {
    match data {
        Data::Open => Class::Open,
        Data::Personal => Class::Personal,
        Data::Restricted => Class::Restricted,
    }
}

/// A model endpoint as a writer.
fn model(settings: llm::Settings) -> Result<Arc<dyn Writer>, String> {
    let url = settings.url.clone();
    Ok(Arc::new(llm::Llm::new(settings).map_err(|failure| format!("writer \"{url}\": {failure}"))?))
}

/// The house rules of this configuration.
///
/// # Errors
/// A sentence that names the setting.
pub fn rules(config: &Config) -> Result<Rules, String> {
    let shipped = Rules::shipped(&config.house.body);
    let rules = Rules {
        domains: config.house.domains.clone(),
        press: config.house.press.clone(),
        notice: config.house.notice.clone(),
        below: config.house.below.clone(),
        tone: config.house.tone,
        stop_when_away: config.house.when_away == Away::Stop,
        review_days: config.house.review_days,
        gate: config.house.gate,
        retention: config.retention.rule(),
        law: kept_law(config)?,
        ..shipped
    };
    rules.valid().map_err(|invalid| match invalid {
        // A section of its own in the settings.
        Invalid::Retention { .. } => invalid.to_string(),
        _ => format!("house.{invalid}"),
    })
}

/// The store of this configuration, made where missing, with the keys of [`key::keys`].
///
/// # Errors
/// A sentence, also when another server holds it, or its text is under other keys.
pub async fn store(config: &Config, ring: &Arc<Ring>) -> Result<Sql, String> {
    let file = config.store.folder.join("saksvar.sqlite");
    if file.is_file() {
        let before = store_to_read(config).await?;
        key::fits(config, ring, &before).await?;
        before.close().await;
    }
    Sqlite::open(Place::File(&file), ring.clone()).await.map_err(|failure| failure.to_string())
}

/// The store to read beside a running server.
///
/// # Errors
/// A sentence when it is not there.
pub async fn store_to_read(config: &Config) -> Result<Sql, String> {
    Sqlite::read(&config.store.folder.join("saksvar.sqlite")).await.map_err(|failure| failure.to_string())
}

/// The key that signs checkpoints.
///
/// # Errors
/// A sentence when the file holds none.
pub fn trail_key(file: &Path) -> Result<Key, String> {
    let why = |why: String| format!("{}: {why}; `saksvar audit key` makes one", file.display());
    let text = std::fs::read_to_string(file).map_err(|error| why(error.to_string()))?;
    Key::read(&text).map_err(|_| why("this is no key".to_owned()))
}

/// Whose signature counts on checkpoints: the public half that is set, else that of the key; `None` where neither is.
///
/// # Errors
/// A sentence when what is set is no key.
pub fn trail_verifier(trail: &config::Trail) -> Result<Option<Verifier>, String> {
    if !trail.verifier.is_empty() {
        return Verifier::read(&trail.verifier).map(Some).map_err(|refused| format!("trail.verifier: {refused}"));
    }
    if trail.is_kept() { trail_key(&trail.key).map(|key| Some(key.verifier().clone())) } else { Ok(None) }
}

/// The folder of checkpoints; `None` where none is set.
///
/// # Errors
/// A sentence when the key is none.
pub fn trail_folder(trail: &config::Trail) -> Result<Option<Folder>, String> {
    if trail.checkpoints.as_os_str().is_empty() {
        return Ok(None);
    }
    Ok(trail_verifier(trail)?.map(|verifier| Folder::at(&trail.checkpoints, verifier)))
}

/// The checkpoints that are kept; none where no folder is set.
///
/// # Errors
/// A sentence when the key is none.
pub fn checkpoints(trail: &config::Trail) -> Result<Arc<dyn Checkpoints>, String> {
    Ok(match trail_folder(trail)? {
        Some(folder) => Arc::new(folder),
        None => Arc::new(()),
    })
}

/// The same with its keys: what people wrote is read too.
///
/// # Errors
/// A sentence when store or keys are not there, or do not fit.
pub async fn text_to_read(config: &Config) -> Result<Sql, String> {
    Ok(store_to_read(config).await?.with(Arc::new(key::ring(config)?)))
}

/// The store with its keys to erase in it beside a running server.
///
/// # Errors
/// A sentence when store or keys are not there, or do not fit.
pub async fn store_beside(config: &Config) -> Result<Sql, String> {
    let ring = Arc::new(key::ring(config)?);
    let file = config.store.folder.join("saksvar.sqlite");
    Ok(Sqlite::beside(&file).await.map_err(|failure| failure.to_string())?.with(ring))
}

/// The register of this configuration; empty until records are imported.
///
/// # Errors
/// A sentence for each line that cannot be read.
pub fn register(config: &Config, ring: &Ring) -> Result<Register, String> {
    let _hold = ring.hold().map_err(|wrong| wrong.to_string())?;
    let (folder, tenant) = (key::records(config), key::tenant(config));
    let shelf = Shelf::new(&folder, ring, &tenant);
    let register = Register::open(&shelf, Arc::new(SystemClock)).map_err(|refused| refused.to_string())?;
    Ok(register.seen_by(config.access.table()?))
}

/// A records directory, read for this run only; whoever has the files before them may see what stands in them.
///
/// # Errors
/// A sentence for each line that cannot be read.
pub fn records(folder: &Path) -> Result<Register, String> {
    Register::import(folder, Arc::new(SystemClock))
        .map(|imported| imported.register.seen_by(AccessTable::owner()))
        .map_err(|refused| refused.to_string())
}

/// A folder of acts and regulations.
///
/// # Errors
/// A sentence that names the file that is none.
pub fn law(folder: &Path) -> Result<Arc<Corpus>, String> {
    register::law(folder).map(Arc::new).map_err(|refused| refused.to_string())
}

/// The acts that were imported; none at first.
fn kept_law(config: &Config) -> Result<Arc<Corpus>, String> {
    let folder = config.own_folder().join(LAW);
    if folder.exists() { law(&folder) } else { Ok(Arc::default()) }
}
