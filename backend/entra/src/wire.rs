//! HTTP to Entra: one client that follows no redirects, waits no longer than allowed and reads no more than a document needs.

use crate::{
    SYSTEM, garbled,
    settings::{Settings, Wrong, loopback},
};
use domain::port::{Failure, FailureKind};
use oauth2::{
    http::{Response, StatusCode, header::CONTENT_TYPE},
    url::Url,
};
use serde::de::DeserializeOwned;

/// Bytes of one answer; Entra's largest (the keys) is far below.
const ANSWER_BYTES: usize = 256 * 1024;

/// The client.
pub(crate) struct Wire {
    client: reqwest::Client,
    authority: Url,
}

impl Wire {
    pub(crate) fn new(settings: &Settings) -> Result<Self, Wrong> {
        let authority = Url::parse(&settings.authority).map_err(|_| Wrong::new("authority", "write a full address"))?;
        let near = loopback(&authority);
        let mut builder = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .timeout(settings.pace.timeout)
            .https_only(!near)
            .user_agent("saksvar");
        if near {
            // A proxy named in the environment has no business with this computer's own addresses.
            builder = builder.no_proxy();
        }
        let client = builder.build().map_err(|_| Wrong::new("authority", "no TLS client could be made"))?;
        Ok(Self { client, authority })
    }

    /// Reads a document of the authority's own host as JSON.
    pub(crate) async fn document<T: DeserializeOwned>(&self, address: &str) -> Result<T, Failure> {
        let url = self.own(address)?;
        let answer = self.answer(self.client.get(url)).await?;
        if answer.status() != StatusCode::OK {
            let why = format!("a document was answered with {}", answer.status().as_u16());
            return Err(Failure::new(FailureKind::Unavailable, SYSTEM, why));
        }
        serde_json::from_slice(answer.body()).map_err(|_| garbled("a document is not the JSON it should be"))
    }

    /// Posts a form.
    pub(crate) async fn form(&self, address: &str, fields: &[(&str, &str)]) -> Result<Response<Vec<u8>>, Failure> {
        let url = self.own(address)?;
        self.answer(self.client.post(url).header("accept", "application/json").form(fields)).await
    }

    /// Sends what the `oauth2` crate has put together.
    pub(crate) async fn relay(&self, request: oauth2::HttpRequest) -> Result<Response<Vec<u8>>, Failure> {
        let url = self.own(&request.uri().to_string())?;
        let (parts, body) = request.into_parts();
        self.answer(self.client.request(parts.method, url).headers(parts.headers).body(body)).await
    }

    /// The address, if it has the authority's scheme, host and port.
    fn own(&self, address: &str) -> Result<Url, Failure> {
        let url = Url::parse(address).map_err(|_| garbled("an address in a document cannot be read"))?;
        if url.origin() == self.authority.origin() {
            Ok(url)
        } else {
            Err(garbled("a document names another host than the authority"))
        }
    }

    async fn answer(&self, request: reqwest::RequestBuilder) -> Result<Response<Vec<u8>>, Failure> {
        let mut answer = request.send().await.map_err(|error| broken(&error))?;
        let mut body = Vec::new();
        while let Some(piece) = answer.chunk().await.map_err(|error| broken(&error))? {
            if body.len() + piece.len() > ANSWER_BYTES {
                return Err(Failure::new(FailureKind::TooLarge, SYSTEM, "an answer is larger than any of Entra's"));
            }
            body.extend_from_slice(&piece);
        }
        let mut whole = Response::new(body);
        *whole.status_mut() = answer.status();
        if let Some(kind) = answer.headers_mut().remove(CONTENT_TYPE) {
            whole.headers_mut().insert(CONTENT_TYPE, kind);
        }
        Ok(whole)
    }
}

/// A call that came to nothing; the address, which may hold secrets, is not repeated.
fn broken(error: &reqwest::Error) -> Failure {
    if error.is_timeout() {
        Failure::new(FailureKind::Slow, SYSTEM, "no answer in time")
    } else if error.is_connect() {
        Failure::new(FailureKind::Unavailable, SYSTEM, "no connection")
    } else {
        Failure::new(FailureKind::Unavailable, SYSTEM, "the connection broke off")
    }
}
