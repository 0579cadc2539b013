//! Speaks with the server: posts operations with a bearer, reads answers, problems and streams, and signs in.

use crate::{
    host::MailHost,
    state::{
        Answer, Call,
        model::{Cause, Trouble},
    },
    stream::{Frame, Frames},
};
use contract::{
    Kind, Operation, Problem, Step,
    operation::PrepareDraft,
    view::{Draft, OpenMail},
};
use js_sys::{Object, Reflect, Uint8Array};
use serde::{Deserialize, Serialize};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, AbortSignal, Headers, ReadableStreamDefaultReader, RequestCredentials, RequestInit, Response,
};

/// Milliseconds that an operation may take; a draft being made has no limit but the person's patience.
const PATIENCE: u32 = 60_000;

/// The pane's side of the wire.
pub struct Client {
    host: Rc<dyn MailHost>,
    language: &'static str,
    bearer: RefCell<Option<String>>,
    by_dialog: Cell<bool>,
    preparing: RefCell<Option<AbortController>>,
}

/// One request, before it is known as whom it is sent.
struct Letter<'a> {
    path: &'a str,
    body: &'a str,
    signal: &'a AbortSignal,
}

/// What the sign-in page hands over.
#[derive(Deserialize)]
struct Ticket {
    ticket: String,
}

#[derive(Serialize)]
struct Redeem<'a> {
    ticket: &'a str,
    secret: &'a str,
}

#[derive(Deserialize)]
struct Redeemed {
    bearer: String,
}

impl Client {
    /// A client that gets its tokens from `host` and wants its sentences in `language` (`nb`, `nn` or `en`).
    #[must_use]
    pub fn new(host: Rc<dyn MailHost>, language: &'static str) -> Self {
        let (bearer, by_dialog, preparing) = Default::default();
        Self { host, language, bearer, by_dialog, preparing }
    }

    /// Asks one question.
    ///
    /// # Errors
    /// What went wrong, with the server's own sentence where it has one.
    pub async fn call(&self, call: Call) -> Result<Answer, Trouble> {
        match call {
            Call::WhoAmI(ask) => self.ask(&ask).await.map(Answer::Me),
            Call::Find(ask) => self.ask(&ask).await.map(|open: OpenMail| Answer::Open(Box::new(open))),
            Call::Show(ask) => self.ask(&ask).await.map(drafted),
            Call::Revise(ask) => self.ask(&ask).await.map(drafted),
            Call::Check(ask) => self.ask(&ask).await.map(drafted),
            Call::TakeOver(ask) => self.ask(&ask).await.map(drafted),
            Call::RequestReview(ask) => self.ask(&ask).await.map(drafted),
            Call::ListReviews(ask) => self.ask(&ask).await.map(Answer::Queue),
            Call::Decide(ask) => self.ask(&ask).await.map(drafted),
            Call::Release(ask) => self.ask(&ask).await.map(|html| Answer::Html(Box::new(html))),
            Call::Sweep(ask) => self.ask(&ask).await.map(drafted),
            Call::ShowLog(ask) => self.ask(&ask).await.map(Answer::Log),
        }
    }

    /// Has a draft made; `told` hears of every step.
    ///
    /// # Errors
    /// As [`Self::call`], and [`Cause::Broken`] when the stream ends before the answer.
    pub async fn prepare(&self, request: &PrepareDraft, told: impl Fn(Step)) -> Result<Answer, Trouble> {
        let abort = AbortController::new().map_err(|_| Cause::Network)?;
        let signal = abort.signal();
        self.stop();
        self.preparing.replace(Some(abort));
        let body = written(request)?;
        let response = self.send(&Letter { path: PrepareDraft::PATH, body: &body, signal: &signal }).await?;
        let body = response.body().ok_or(Cause::Broken)?;
        let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
        let mut frames = Frames::default();
        while let Some(bytes) = read(&reader).await? {
            for frame in frames.take(&bytes) {
                if let Some(answer) = event(&frame, &told)? {
                    return Ok(answer);
                }
            }
        }
        Err(Cause::Broken.into())
    }

    /// Stops listening to a draft being made.
    pub fn stop(&self) {
        if let Some(abort) = self.preparing.take() {
            abort.abort();
        }
    }

    /// Signs in by a dialog. The server binds it to a secret that only this pane knows: the dialog's address carries the
    /// SHA-256 of the secret's text, and the ticket that comes back is worth nothing without the secret.
    pub async fn sign_in(&self) -> bool {
        match self.by_dialog().await {
            Some(bearer) => {
                self.bearer.replace(Some(bearer));
                self.by_dialog.set(true);
                true
            }
            None => false,
        }
    }

    async fn by_dialog(&self) -> Option<String> {
        let window = web_sys::window()?;
        let (secret, binding) = secret(&window).await?;
        let origin = window.location().origin().ok()?;
        let message = self.host.dialog(format!("{origin}/auth/begin?binding={binding}")).await?;
        let ticket: Ticket = serde_json::from_str(&message).ok()?;
        let body = serde_json::to_string(&Redeem { ticket: &ticket.ticket, secret: &secret }).ok()?;
        let signal = AbortSignal::timeout_with_u32(PATIENCE);
        let response = self.post(&Letter { path: "/auth/redeem", body: &body, signal: &signal }, None).await.ok()?;
        let redeemed: Redeemed = serde_json::from_str(&text(&response).await.ok()?).ok()?;
        Some(redeemed.bearer)
    }

    async fn ask<O: Operation>(&self, operation: &O) -> Result<O::Answer, Trouble> {
        let signal = AbortSignal::timeout_with_u32(PATIENCE);
        let body = written(operation)?;
        let response = self.send(&Letter { path: O::PATH, body: &body, signal: &signal }).await?;
        let text = text(&response).await?;
        serde_json::from_str(&text).map_err(|_| Cause::Garbled.into())
    }

    /// Posts with a bearer; when the server does not take it, once more with a fresh one.
    async fn send(&self, letter: &Letter<'_>) -> Result<Response, Trouble> {
        let response = self.post(letter, Some(&self.token(None).await?)).await?;
        if response.ok() {
            return Ok(response);
        }
        let problem = problem(&response).await;
        let claims = match problem.kind {
            Kind::NotSignedIn => None,
            Kind::MoreNeeded if problem.claims.is_some() => problem.claims.clone(),
            _ => return Err(problem.into()),
        };
        self.bearer.replace(None);
        let response = self.post(letter, Some(&self.token(claims).await?)).await?;
        if response.ok() { Ok(response) } else { Err(self::problem(&response).await.into()) }
    }

    /// The bearer in memory, or a fresh one from Outlook.
    async fn token(&self, claims: Option<String>) -> Result<String, Trouble> {
        if let Some(bearer) = self.bearer.borrow().clone() {
            return Ok(bearer);
        }
        let ask = !self.by_dialog.get();
        let token = self.host.token(ask, claims).await.ok_or(Cause::SignedOut)?;
        self.bearer.replace(Some(token.clone()));
        Ok(token)
    }

    async fn post(&self, letter: &Letter<'_>, bearer: Option<&str>) -> Result<Response, Trouble> {
        let sent = self.fetch(letter, bearer).ok_or(Cause::Network)?;
        let response = JsFuture::from(sent).await.map_err(|_| Cause::Network)?;
        response.dyn_into().map_err(|_| Cause::Garbled.into())
    }

    fn fetch(&self, letter: &Letter<'_>, bearer: Option<&str>) -> Option<js_sys::Promise> {
        let headers = Headers::new().ok()?;
        headers.set("Content-Type", "application/json").ok()?;
        headers.set("Accept-Language", self.language).ok()?;
        if let Some(bearer) = bearer {
            headers.set("Authorization", &format!("Bearer {bearer}")).ok()?;
        }
        let init = RequestInit::new();
        init.set_method("POST");
        init.set_credentials(RequestCredentials::Omit);
        init.set_headers(&headers);
        init.set_body(&letter.body.into());
        init.set_signal(Some(letter.signal));
        Some(web_sys::window()?.fetch_with_str_and_init(letter.path, &init))
    }
}

fn drafted(draft: Draft) -> Answer {
    Answer::Draft(Box::new(draft))
}

fn written(operation: &impl Serialize) -> Result<String, Trouble> {
    serde_json::to_string(operation).map_err(|_| Cause::Garbled.into())
}

/// What one event of the stream means: a step is told, an answer ends it.
fn event(frame: &Frame, told: &impl Fn(Step)) -> Result<Option<Answer>, Trouble> {
    match frame.event.as_str() {
        "progress" => told(serde_json::from_str(&frame.data).map_err(|_| Cause::Garbled)?),
        "answer" => return serde_json::from_str(&frame.data).map(drafted).map(Some).map_err(|_| Cause::Garbled.into()),
        "problem" => {
            let problem: Problem = serde_json::from_str(&frame.data).map_err(|_| Cause::Garbled)?;
            return Err(problem.into());
        }
        _ => {}
    }
    Ok(None)
}

/// The next bytes of the stream; `None` at its end.
async fn read(reader: &ReadableStreamDefaultReader) -> Result<Option<Vec<u8>>, Trouble> {
    let chunk = JsFuture::from(reader.read()).await.map_err(|_| Cause::Broken)?;
    let done = Reflect::get(&chunk, &"done".into()).is_ok_and(|done| done.is_truthy());
    if done {
        return Ok(None);
    }
    let value = Reflect::get(&chunk, &"value".into()).map_err(|_| Cause::Broken)?;
    Ok(Some(Uint8Array::new(&value).to_vec()))
}

async fn text(response: &Response) -> Result<String, Trouble> {
    let text = JsFuture::from(response.text().map_err(|_| Cause::Network)?).await.map_err(|_| Cause::Network)?;
    text.as_string().ok_or(Cause::Garbled.into())
}

/// The problem in a refusal; a refusal without one is told by its HTTP status.
async fn problem(response: &Response) -> Problem {
    let told = text(response).await.ok().and_then(|text| serde_json::from_str(&text).ok());
    told.unwrap_or_else(|| {
        let kind = if response.status() == 401 { Kind::NotSignedIn } else { Kind::Outside };
        Problem::new(kind, format!("HTTP {}", response.status()))
    })
}

/// 256 random bits as hex, and the SHA-256 of that text as hex.
async fn secret(window: &web_sys::Window) -> Option<(String, String)> {
    let crypto = window.crypto().ok()?;
    let mut bits = [0_u8; 32];
    crypto.get_random_values_with_u8_array(&mut bits).ok()?;
    let secret = hex(&bits);
    let algorithm = Object::new();
    Reflect::set(&algorithm, &"name".into(), &JsValue::from_str("SHA-256")).ok()?;
    let digest = crypto.subtle().digest_with_object_and_u8_array(&algorithm, secret.as_bytes()).ok()?;
    let digest = JsFuture::from(digest).await.ok()?;
    Some((secret, hex(&Uint8Array::new(&digest).to_vec())))
}

fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
