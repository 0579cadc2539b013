//! `saksvar check`: is this installation right? Each thing it needs, with a remedy where it is not.

mod consent;
mod disk;
mod site;

use super::{Done, Ended, Wrong, print};
use crate::{config::Config, manifest::Bundle, switch, wire};
use std::{path::PathBuf, sync::Arc};
use tokio::runtime::Runtime;
use vault::{Ring, Source};

#[derive(Debug, clap::Args)]
pub(super) struct Words {
    /// What `az` tells of the consent given, for the line `consent`; without it that line says how to ask.
    #[arg(long, value_name = "FILE")]
    grants: Option<PathBuf>,
    /// A mailbox, to ask whether the application itself may read it, as it may not unless it was granted.
    #[arg(long, value_name = "ADDRESS")]
    mailbox: Option<String>,
    /// Whose consent and mailbox that is (entra.tenant), where several municipalities share the server.
    #[arg(long)]
    tenant: Option<String>,
}

/// How a thing stands.
#[derive(Clone, Debug, PartialEq, Eq)]
enum State {
    Fine(String),
    /// What is wrong, and the remedy.
    Wrong(String),
    /// What was not asked, and how to ask.
    Open(String),
}

impl From<Result<String, String>> for State {
    fn from(outcome: Result<String, String>) -> Self {
        outcome.map_or_else(Self::Wrong, Self::Fine)
    }
}

impl State {
    fn line(&self, name: &str) -> String {
        let (mark, text) = match self {
            Self::Fine(text) => ("fine", text),
            Self::Wrong(text) => ("wrong", text),
            Self::Open(text) => ("open", text),
        };
        format!("{mark:5}  {name}: {text}")
    }
}

pub(super) fn run(words: &Words, config: &Config) -> Done {
    let runtime = Runtime::new().map_err(|error| Wrong::Outside(format!("the runtime did not start: {error}")))?;
    let grants = words.grants.as_deref().map(super::read).transpose()?;
    let asked = match words.grants.is_some() || words.mailbox.is_some() {
        true => Some(config.house(words.tenant.as_deref()).map_err(Wrong::Input)?.entra.tenant),
        false => None,
    };
    let mut is_fine = true;
    let mut line = |name: &str, state: State| {
        is_fine &= !matches!(state, State::Wrong(_));
        print(&state.line(name))
    };
    let faults = config.faults();
    line("settings", if faults.is_empty() { Ok("complete".to_owned()) } else { Err(faults.join(" ")) }.into())?;
    line("pane", wire::pane(&config.server).map(|(_, place)| place).into())?;
    let ring = wire::key::keys(config);
    line("key", ring.as_ref().map_err(Clone::clone).and_then(|ring| key(config, ring)).into())?;
    if let Ok(ring) = &ring {
        line("store", runtime.block_on(store(config, ring)).into())?;
    }
    line("disk", disk::room(&config.store.folder).into())?;
    for house in config.houses().unwrap_or_default() {
        let of = |what: &str| if house.shares { format!("{what} of {}", house.house.body) } else { what.to_owned() };
        if let Some(since) = switch::since(&house) {
            let on = "`saksvar tenant enable` switches it on again";
            line(&of("switch"), State::Open(format!("off since {since}; {on}")))?;
        }
        if let Ok(ring) = &ring {
            for (name, state) in records(&house, ring) {
                line(&of(name), state)?;
            }
        }
        if !house.is_loopback() {
            line(&of("manifest"), manifest(&house).into())?;
        }
        let is_asked = asked.as_ref() == Some(&house.entra.tenant);
        let grants = grants.as_deref().filter(|_| is_asked);
        if faults.is_empty() {
            let mailbox = words.mailbox.as_deref().filter(|_| is_asked);
            for (name, state) in runtime.block_on(outside(&house, mailbox)) {
                line(&of(name), state)?;
            }
            line(&of("consent"), consent::state(&house, grants))?;
        }
        for (url, outcome) in runtime.block_on(wire::models_answer(&house)) {
            line(&of(&format!("writer {url}")), outcome.into())?;
        }
        for (name, outcome) in runtime.block_on(wire::cases_answer(&house)) {
            line(&of(name), outcome.into())?;
        }
        if let Some(outcome) = runtime.block_on(wire::embeddings_answer(&house.embeddings)) {
            line(&of(&format!("embeddings {}", house.embeddings.url)), outcome.into())?;
        }
    }
    Ok(if is_fine { Ended::Fine } else { Ended::Findings })
}

/// Whether what IT deploys can be rendered from these settings.
fn manifest(house: &Config) -> Result<String, String> {
    let bundle = Bundle::rendered(house).map_err(|faults| faults.join(" "))?;
    let findings: Vec<_> = bundle.findings().iter().map(ToString::to_string).collect();
    if findings.is_empty() { Ok("can be rendered, and is valid".to_owned()) } else { Err(findings.join(" ")) }
}

/// What was imported, and whether `[access]` names every code in it.
fn records(house: &Config, ring: &Ring) -> Vec<(&'static str, State)> {
    let register = match wire::register(house, ring) {
        Ok(register) => register,
        Err(why) => return vec![("records", State::Wrong(why))],
    };
    let unnamed = register.unnamed_codes();
    let told: Vec<_> = unnamed.iter().map(|(code, times)| format!("\"{code}\" ({times})")).collect();
    let access = if told.is_empty() {
        Ok("every access code of the records has its row".to_owned())
    } else {
        let codes = told.join(", ");
        Err(format!("no row for {codes}; only who answers for the case sees these. Give each an [[access.code]]"))
    };
    vec![("records", State::Fine(format!("{register:?}"))), ("access", access.into())]
}

/// What is asked over the network: Entra, its time, and ourselves as Outlook sees us.
async fn outside(house: &Config, mailbox: Option<&str>) -> Vec<(&'static str, State)> {
    let entra = State::from(wire::entra_answers(house).await);
    let credential = match &entra {
        State::Fine(_) => wire::credential_holds(house).await,
        _ => Err("not asked; Entra does not answer".to_owned()),
    };
    let told = match (&entra, &credential) {
        (_, Ok(_)) => State::Fine("Entra believes that we are the app registration".to_owned()),
        (State::Fine(_), Err(why)) => State::Wrong(why.clone()),
        (_, Err(why)) => State::Open(why.clone()),
    };
    let mut states = vec![("entra", entra), ("credential", told)];
    match site::Visitor::new(house) {
        Ok(visitor) => {
            states.push(("clock", visitor.clock().await.into()));
            states.push(("graph", visitor.graph().await.into()));
            if let (Some(mailbox), Ok(token)) = (mailbox, &credential) {
                states.push(("mailbox", visitor.mailbox(mailbox, token).await));
            }
            let address = State::from(visitor.address().await);
            let file = match address {
                State::Fine(_) => visitor.well_known().await.into(),
                _ => State::Open("not asked; the address does not answer".to_owned()),
            };
            states.extend([("address", address), ("well-known", file)]);
        }
        Err(why) => states.push(("address", State::Wrong(why))),
    }
    states
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

#[cfg(test)]
mod tests {
    use super::{State, manifest};
    use crate::config::Config;

    #[test]
    fn settings_that_outlook_would_refuse_are_told_before_anything_is_rendered() {
        let house = |id: &str| {
            let set = [
                ("SERVER__PUBLIC_URL", "https://saksvar.fjordvik.example"),
                ("ENTRA__TENANT", "5e0a3c11-1111-4111-8111-000000000001"),
                ("ENTRA__CLIENT_ID", "5e0a3c11-2222-4222-8222-000000000002"),
                ("MANIFEST__ID", id),
            ];
            Config::load(None, set.map(|(key, value)| (format!("SAKSVAR__{key}"), value.to_owned()))).unwrap()
        };
        assert!(manifest(&house("5b2f6a1c-6f0e-4c0e-9a53-5a4b7c0d1e2f")).is_ok());
        let told = State::from(manifest(&house("saksvar"))).line("manifest");
        assert!(told.starts_with("wrong  manifest: manifest.id"), "{told}");
    }
}
