//! The sections of the settings, as `default.toml` has them.

use serde::{Deserialize, Serialize};
use std::{
    net::{IpAddr, SocketAddr},
    path::PathBuf,
};
use vocabulary::{GateMode, Tone};

macro_rules! sections {
    ($($(#[$doc:meta])* $name:ident { $($field:ident: $kind:ty,)* })*) => { $(
        $(#[$doc])*
        #[derive(Clone, Debug, Deserialize, Serialize)]
        #[serde(deny_unknown_fields)]
        #[expect(missing_docs, reason = "default.toml is the documentation")]
        pub struct $name { $(pub $field: $kind,)* }
    )* };
}

sections! {
    /// `[server]`.
    Server {
        listen: SocketAddr, certificate: PathBuf, key: PathBuf, plain_http: bool, metrics: String, public_url: String,
        tenants: PathBuf, proxies: Vec<IpAddr>, patience: u64, connections: u32, per_person: u32, per_tenant: u32, assets: PathBuf, office_js: String, frame_ancestors: Vec<String>,
    }
    /// `[store]`.
    Store { folder: PathBuf, key: String, }
    /// `[trail]`.
    Trail { key: PathBuf, verifier: String, checkpoints: PathBuf, every: u64, }
    /// `[entra]`.
    Entra {
        authority: String, tenant: String, client_id: String, client_secret: String, certificate: PathBuf,
        certificate_key: String, callers: Vec<String>,
    }
    /// `[graph]`.
    Graph { url: String, scopes: Vec<String>, send: bool, patience: u64, }
    /// `[writer]`.
    Writer {
        url: String, model: String, patience: u64, key: String, data: Data, context: u32, max_tokens: u32,
        tokens_per_day: u64, ca_file: PathBuf, plain_http: bool, endpoint: Vec<Endpoint>,
    }
    /// `[embeddings]`.
    Embeddings {
        url: String, model: String, key: String, data: Data, patience: u64, before_question: String,
        before_passage: String, ca_file: PathBuf, plain_http: bool,
    }
    /// `[house]`.
    House {
        body: String, domains: Vec<String>, press: Vec<String>, tone: Tone, gate: GateMode, when_away: Away, notice: [String; 3], below: String,
        review_days: u32,
    }
    /// `[cases]`.
    Cases { patience: u64, }
    /// `[noark]`.
    Noark { url: String, identity: String, client_id: String, client_secret: String, scope: String, person_scope: String, patience: u64, }
    /// `[p360]`.
    P360 {
        url: String, prefix: String, client_id: String, key: String, token_url: String, client_secret: String, scope: String,
        numbers: CaseNumbers, open: Vec<String>, patience: u64,
    }
    /// `[fiks]`.
    Fiks { folder: PathBuf, account: String, archive: String, patience: u64, }
    /// `[einnsyn]`.
    Einnsyn { url: String, key: String, bodies: Vec<String>, patience: u64, }
    /// `[manifest]`.
    Manifest {
        id: String, name: String, provider: String, support_url: String, version: String, send_mode: SendMode,
    }
    /// `[retention]`.
    Retention { answered: u32, unsent: u32, sorted: u32, }
    /// `[log]`.
    Log { level: String, form: Form, }
}

/// `[[writer.endpoint]]`: one more, tried when those before it may not see the text or do not answer.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "default.toml is the documentation")]
pub struct Endpoint {
    pub url: String,
    pub model: String,
    #[serde(default)]
    pub key: String,
    pub data: Data,
    pub context: Option<u32>,
}

/// The most delicate text that an endpoint may be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Data {
    /// What names nobody.
    Open,
    /// What is about a person or a case.
    Personal,
    /// What is under a duty of secrecy or of a special category.
    Restricted,
}

/// How the case numbers of a Public 360 are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum CaseNumbers {
    /// `26/01234`.
    Short,
    /// `2026/01234`.
    Long,
}

/// What the gate does when the server is away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Away {
    /// A person may send after a warning.
    Ask,
    /// Nobody may.
    Stop,
}

/// What Outlook does at Send when the gate cannot be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SendMode {
    /// A person may send after a warning.
    Prompt,
    /// The same, but not while the gate is at work.
    Soft,
    /// Nobody can send.
    Block,
}

/// How the log is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// For people.
    Text,
    /// For machines.
    Json,
}
