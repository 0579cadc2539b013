//! Calling operations (kall): each in the person's name, within a bound on time, size and number of requests at once; what was not
//! successful is a failure, whatever HTTP says.

use crate::{
    Settings, Wrong,
    code::Tables,
    failure,
    sign_in::{self, Kept},
    wire::Envelope,
};
use domain::{person::Person, port::Failure};
use futures::StreamExt;
use reqwest::{Client, RequestBuilder, Response, StatusCode, Url, redirect::Policy};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::fmt;
use tokio::sync::Semaphore;

/// The field that says in whose name.
const PERSON: &str = "ADContextUser";

/// A person as Public 360 knows them: by user principal name. Who has none is not asked for at all, for without one it would answer as the
/// integration, which sees everything.
#[derive(Clone, Debug)]
pub(crate) struct Upn(String);

impl Upn {
    pub(crate) fn of(person: &Person) -> Result<Self, Failure> {
        let name = person.address.trim();
        let is_one = name.split_once('@').is_some_and(|(own, domain)| !own.is_empty() && !domain.is_empty());
        let is_plain = !name.chars().any(|sign| sign.is_whitespace() || sign.is_control());
        if is_one && is_plain { Ok(Self(name.to_owned())) } else { Err(failure::nameless()) }
    }
}

/// A Public 360 that can be asked.
pub(crate) struct Service {
    settings: Settings,
    base: Url,
    endpoint: Option<Url>,
    client: Client,
    token: Kept,
    turns: Semaphore,
    tables: Tables,
}

impl fmt::Debug for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.base)
    }
}

impl Service {
    pub(crate) fn new(settings: Settings) -> Result<Self, Wrong> {
        let (base, endpoint) = (settings.base()?, settings.endpoint()?);
        let client = Client::builder().redirect(Policy::none()).timeout(settings.timeout).build();
        let client = client.map_err(|_| Wrong { field: "url", remedy: "the client for it cannot be made" })?;
        let turns = Semaphore::new(settings.concurrent.max(1));
        let (token, tables) = (Kept::default(), Tables::default());
        Ok(Self { settings, base, endpoint, client, token, turns, tables })
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }

    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    pub(crate) fn endpoint(&self) -> Option<&Url> {
        self.endpoint.as_ref()
    }

    pub(crate) fn token(&self) -> &Kept {
        &self.token
    }

    pub(crate) fn tables(&self) -> &Tables {
        &self.tables
    }

    /// What an operation answers this person, when it was successful.
    pub(crate) async fn call<T: DeserializeOwned>(
        &self,
        person: &Upn,
        operation: &str,
        parameter: Value,
    ) -> Result<T, Failure> {
        self.answered(person, operation, parameter).await?.read(operation)
    }

    /// The same with a bound of its own, for an answer that carries a file.
    pub(crate) async fn file<T: DeserializeOwned>(
        &self,
        person: &Upn,
        operation: &str,
        parameter: Value,
    ) -> Result<T, Failure> {
        // In base64 four bytes stand for three.
        let limit = self.settings.file_bytes / 3 * 4 + self.settings.answer_bytes;
        self.posted(operation, named(person, parameter), limit).await?.read(operation)
    }

    /// What an operation answers this person, successful or not.
    pub(crate) async fn answered(&self, person: &Upn, operation: &str, parameter: Value) -> Result<Envelope, Failure> {
        self.posted(operation, named(person, parameter), self.settings.answer_bytes).await
    }

    /// What belongs to nobody: code tables.
    pub(crate) async fn common(&self, operation: &str, parameter: Value) -> Result<Envelope, Failure> {
        self.posted(operation, parameter, self.settings.answer_bytes).await
    }

    /// Whether it is there at all.
    pub(crate) async fn ping(&self) -> Result<(), Failure> {
        self.carried_out("CaseService/Ping", &json!({})).await.map(|_| ())
    }

    async fn posted(&self, operation: &str, parameter: Value, limit: usize) -> Result<Envelope, Failure> {
        let answer = self.carried_out(operation, &json!({ "parameter": parameter })).await?;
        parsed(&whole(answer, limit).await?)
    }

    /// A token that is not taken any more is fetched anew, once.
    async fn carried_out(&self, operation: &str, body: &Value) -> Result<Response, Failure> {
        let url = self.base.join(operation).map_err(|_| failure::garbled("an operation has no address"))?;
        let mut fresh = false;
        loop {
            let request = sign_in::let_in(self, self.client.post(url.clone()).json(body), fresh).await?;
            let answer = self.sent(request).await?;
            if answer.status() != StatusCode::UNAUTHORIZED || fresh || self.endpoint.is_none() {
                let status = answer.status();
                return if status.is_success() { Ok(answer) } else { Err(failure::of_status(status)) };
            }
            fresh = true;
        }
    }

    /// Sends when there is a turn.
    pub(crate) async fn sent(&self, request: RequestBuilder) -> Result<Response, Failure> {
        let _turn = self.turns.acquire().await;
        request.send().await.map_err(failure::connection)
    }

    /// Reads an answer that is no operation's.
    pub(crate) async fn read<T: DeserializeOwned>(&self, answer: Response) -> Result<T, Failure> {
        if !answer.status().is_success() {
            return Err(failure::of_status(answer.status()));
        }
        parsed(&whole(answer, self.settings.answer_bytes).await?)
    }
}

fn named(person: &Upn, mut parameter: Value) -> Value {
    parameter[PERSON] = json!(person.0);
    parameter
}

fn parsed<T: DeserializeOwned>(body: &[u8]) -> Result<T, Failure> {
    serde_json::from_slice(body)
        .map_err(|error| failure::garbled(&format!("line {}, column {}", error.line(), error.column())))
}

async fn whole(answer: Response, limit: usize) -> Result<Vec<u8>, Failure> {
    if answer.content_length().is_some_and(|length| usize::try_from(length).is_ok_and(|length| length > limit)) {
        return Err(failure::too_large(limit));
    }
    let mut body = Vec::new();
    let mut stream = answer.bytes_stream();
    while let Some(chunk) = stream.next().await {
        body.extend_from_slice(&chunk.map_err(failure::connection)?);
        if body.len() > limit {
            return Err(failure::too_large(limit));
        }
    }
    Ok(body)
}

#[cfg(test)]
mod tests {
    use super::Upn;
    use domain::person::Person;
    use vocabulary::{PersonId, TenantId};

    #[test]
    fn who_has_no_user_name_is_not_asked_for() {
        for (address, is) in [
            ("kari.nordby@fjordvik.kommune.no", true),
            (" kari.nordby@fjordvik.kommune.no ", true),
            ("", false),
            ("  ", false),
            ("kari", false),
            ("@fjordvik.kommune.no", false),
            ("kari@", false),
            ("kari nordby@fjordvik.kommune.no", false),
        ] {
            let person = Person {
                tenant: TenantId::new("t"),
                id: PersonId::new("p"),
                name: "Kari Nordby".into(),
                address: address.into(),
                roles: Vec::new(),
                groups: Vec::new(),
            };
            assert_eq!(Upn::of(&person).is_ok(), is, "{address}");
        }
    }
}
