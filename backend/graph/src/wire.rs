//! One request and its answer: a turn in the queue, a bounded body, JSON or a failure; a reading may be tried again, a writing never.

use crate::{Graph, SYSTEM, ask::Place, garbled, refusal};
use domain::port::{Failure, FailureKind};
use graph_http::api_impl::RequestHandler;
use graph_rs_sdk::{
    GraphFailure,
    header::{CONTENT_TYPE, HeaderMap, RETRY_AFTER},
    http::Url,
};
use http::StatusCode;
use serde::de::DeserializeOwned;

/// An answer, read to its end.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Graph {
    /// Reads; asks again when Graph is busy, as long as patience allows.
    pub(crate) async fn read_json<T: DeserializeOwned>(
        &self,
        place: &Place<'_>,
        ask: impl Fn() -> RequestHandler,
    ) -> Result<T, Failure> {
        self.read_answer(place, ask).await?.json()
    }

    /// Reads what is no JSON: a mail as it came.
    pub(crate) async fn read_bytes(
        &self,
        place: &Place<'_>,
        ask: impl Fn() -> RequestHandler,
    ) -> Result<Vec<u8>, Failure> {
        let answer = self.read_answer(place, ask).await?;
        if answer.status.is_success() { Ok(answer.body) } else { Err(refusal::of(&answer)) }
    }

    async fn read_answer(&self, place: &Place<'_>, ask: impl Fn() -> RequestHandler) -> Result<Answer, Failure> {
        let mut tried = 0;
        loop {
            let answer = self.once(place, ask()).await?;
            tried += 1;
            match self.wait(tried, &answer) {
                Some(wait) => {
                    tracing::debug!(status = answer.status.as_u16(), tried, "asked to wait");
                    tokio::time::sleep(wait).await;
                }
                None => return Ok(answer),
            }
        }
    }

    /// Writes, once.
    pub(crate) async fn write_json<T: DeserializeOwned>(
        &self,
        place: &Place<'_>,
        ask: RequestHandler,
    ) -> Result<T, Failure> {
        self.once(place, ask).await?.json()
    }

    /// Writes, once, what is answered with nothing but this status: a page of a proxy that says that all is well is no answer of Graph.
    pub(crate) async fn write_done(
        &self,
        place: &Place<'_>,
        (ask, done): (RequestHandler, StatusCode),
    ) -> Result<(), Failure> {
        let answer = self.once(place, ask).await?;
        match answer.status {
            status if status == done => Ok(()),
            status if status.is_success() => Err(garbled("Graph answered a writing in another way than it says")),
            _ => Err(refusal::of(&answer)),
        }
    }

    fn wait(&self, tried: u32, answer: &Answer) -> Option<std::time::Duration> {
        if !matches!(answer.status.as_u16(), 429 | 502 | 503 | 504) {
            return None;
        }
        let asked = answer.headers.get(RETRY_AFTER).and_then(|value| value.to_str().ok());
        self.settings.patience.wait(tried, asked, (self.clock.now(), self.chance.bytes()[0]))
    }

    async fn once(&self, place: &Place<'_>, ask: RequestHandler) -> Result<Answer, Failure> {
        let _turn = self.queues.turn(place).await?;
        // The SDK's errors print the request with its token: only their kind is looked at.
        let request = ask.build().await.map_err(|error| unsent(&error))?;
        let mut request = request.build().map_err(|_| unmade())?;
        *request.url_mut() = self.homeward(request.url())?;
        let answer = self.sender.execute(request).await;
        let mut answer = answer.map_err(|error| broken(error.is_timeout(), error.is_connect()))?;
        if answer.status().is_redirection() {
            return Err(garbled("Graph leads to another place"));
        }
        let mut body = Vec::new();
        while let Some(piece) = answer.chunk().await.map_err(|error| broken(error.is_timeout(), false))? {
            if body.len() + piece.len() > self.settings.answer_bytes {
                return Err(Failure::new(FailureKind::TooLarge, SYSTEM, "an answer is larger than allowed"));
            }
            body.extend_from_slice(&piece);
        }
        Ok(Answer { status: answer.status(), headers: std::mem::take(answer.headers_mut()), body })
    }

    /// The address of what the SDK put together, at the address of the settings: the same for Graph itself, another for an emulated one.
    fn homeward(&self, address: &Url) -> Result<Url, Failure> {
        let home = self.home.as_str().trim_end_matches('/');
        let address = match address.as_str().strip_prefix(self.client.url().as_str().trim_end_matches('/')) {
            Some(rest) => Url::parse(&format!("{home}{rest}")).map_err(|_| unmade())?,
            // A link to a next page, which `next` has looked at.
            None => address.clone(),
        };
        if address.origin() == self.home.origin() { Ok(address) } else { Err(unmade()) }
    }

    /// A link to a next page, if it leads to where the list came from.
    pub(crate) fn next(&self, link: &str) -> Result<Url, Failure> {
        let home = &self.home;
        let next = Url::parse(link).map_err(|_| garbled("the link to the next page cannot be read"))?;
        let below = next.path().starts_with(&format!("{}/", home.path().trim_end_matches('/')));
        if next.origin() == home.origin() && below && next.username().is_empty() && next.password().is_none() {
            Ok(next)
        } else {
            Err(garbled("the link to the next page leads to another place"))
        }
    }
}

impl Answer {
    fn json<T: DeserializeOwned>(self) -> Result<T, Failure> {
        if !self.status.is_success() {
            return Err(refusal::of(&self));
        }
        let kind = self.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if !kind.to_ascii_lowercase().starts_with("application/json") {
            return Err(garbled("an answer is not JSON"));
        }
        serde_json::from_slice(&self.body).map_err(|_| garbled("an answer is not the JSON it should be"))
    }
}

fn unsent(_: &GraphFailure) -> Failure {
    unmade()
}

fn unmade() -> Failure {
    garbled("a request could not be put together")
}

fn broken(late: bool, unconnected: bool) -> Failure {
    match (late, unconnected) {
        (true, _) => Failure::new(FailureKind::Slow, SYSTEM, "no answer in time"),
        (_, true) => Failure::new(FailureKind::Unavailable, SYSTEM, "no connection"),
        _ => Failure::new(FailureKind::Unavailable, SYSTEM, "the connection broke off"),
    }
}
