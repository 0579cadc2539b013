//! Speaks with the server: posts operations with a bearer, reads answers, problems and streams, and signs in.

use crate::{
    host::MailHost,
    json::Garbled,
    state::{
        Answer, Call,
        model::{Cause, Trouble},
    },
    stream::{Frame, Frames},
    way::{self, Pressed},
    wire::{self, Written, shapes},
};
use contract::{Kind, Operation, Problem, Step, operation::PrepareDraft};
use js_sys::{Object, Reflect, Uint8Array};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use vocabulary::Language;
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
    /// Outlook's own sign-in was left, and would come back without a word.
    has_left: Cell<bool>,
    preparing: RefCell<Option<AbortController>>,
}

/// One request, before it is known as whom it is sent.
struct Letter<'a> {
    path: &'a str,
    body: &'a str,
    signal: &'a AbortSignal,
}

/// What the sign-in page hands over.
struct Ticket {
    ticket: String,
}

struct Redeemed {
    bearer: String,
}

/// One step of progress, whichever it is.
struct Told {
    step: String,
    mails: Option<usize>,
    questions: Option<usize>,
    sources: Option<usize>,
    text: Option<String>,
    language: Option<Language>,
}

shapes! {
    Ticket { ticket }
    Redeemed { bearer }
    Told { step mails questions sources text language }
}

impl Client {
    /// A client that gets its tokens from `host` and wants its sentences in `language` (`nb`, `nn` or `en`).
    #[must_use]
    pub fn new(host: Rc<dyn MailHost>, language: &'static str) -> Self {
        let (bearer, by_dialog, has_left, preparing) = Default::default();
        Self { host, language, bearer, by_dialog, has_left, preparing }
    }

    /// Asks one question.
    ///
    /// # Errors
    /// What went wrong, with the server's own sentence where it has one.
    pub async fn call(&self, call: Call) -> Result<Answer, Trouble> {
        let (path, body, read) = question(&call);
        let signal = AbortSignal::timeout_with_u32(PATIENCE);
        let response = self.send(&Letter { path, body: &body, signal: &signal }).await?;
        read(&text(&response).await?).map_err(|_| Cause::Garbled.into())
    }

    /// Has a draft made; `told` hears of every step.
    ///
    /// # Errors
    /// As [`Self::call`], and [`Cause::Broken`] when the stream ends before the answer.
    pub async fn prepare(&self, request: &PrepareDraft, told: &dyn Fn(Step)) -> Result<Answer, Trouble> {
        let abort = AbortController::new().map_err(|_| Cause::Network)?;
        let signal = abort.signal();
        self.stop();
        self.preparing.replace(Some(abort));
        let body = wire::write(request);
        let response = self.send(&Letter { path: PrepareDraft::PATH, body: &body, signal: &signal }).await?;
        let body = response.body().ok_or(Cause::Broken)?;
        let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
        let mut frames = Frames::default();
        while let Some(bytes) = read(&reader).await? {
            for frame in frames.take(&bytes) {
                if let Some(answer) = event(&frame, told)? {
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

    /// Signs in somebody who has pressed: by Outlook where it can, else by a dialog. The server binds it to a secret that only this pane knows: the dialog's address carries the
    /// SHA-256 of the secret's text, and the ticket that comes back is worth nothing without the secret.
    pub async fn sign_in(&self) -> bool {
        let (bearer, by_dialog) = match way::pressed(&*self.host, self.has_left.take()).await {
            Pressed::Token(token) => (Some(token), false),
            Pressed::Window => (self.by_dialog().await, true),
            Pressed::Nobody => (None, false),
        };
        let succeeded = bearer.is_some();
        if succeeded {
            self.bearer.replace(bearer);
            self.by_dialog.set(by_dialog);
        }
        succeeded
    }

    /// Forgets the bearer, and ends the sign-in that it stands for: the server need not answer for this pane to have left it.
    pub async fn sign_out(&self) {
        let Some(bearer) = self.bearer.take() else { return };
        self.has_left.set(!self.by_dialog.get());
        let signal = AbortSignal::timeout_with_u32(PATIENCE);
        let _ = self.post(&Letter { path: "/auth/sign-out", body: "", signal: &signal }, Some(&bearer)).await;
    }

    async fn by_dialog(&self) -> Option<String> {
        let window = web_sys::window()?;
        let (secret, binding) = secret(&window).await?;
        let origin = window.location().origin().ok()?;
        let message = self.host.dialog(format!("{origin}/auth/begin?binding={binding}")).await?;
        let ticket: Ticket = wire::read(&message).ok()?;
        let mut body = String::new();
        wire::object(&[("ticket", &ticket.ticket), ("secret", &secret)], &mut body);
        let signal = AbortSignal::timeout_with_u32(PATIENCE);
        let response = self.post(&Letter { path: "/auth/redeem", body: &body, signal: &signal }, None).await.ok()?;
        let redeemed: Redeemed = wire::read(&text(&response).await.ok()?).ok()?;
        Some(redeemed.bearer)
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
        let token = way::quiet(Rc::clone(&self.host), ask, claims).await.ok_or(Cause::SignedOut)?;
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

/// What is asked where, and how its answer is read; everything that waits is the same for all.
type Question = (&'static str, String, fn(&str) -> Result<Answer, Garbled>);

fn question(call: &Call) -> Question {
    match call {
        Call::WhoAmI(ask) => asked(ask, |text| wire::read(text).map(Answer::Me)),
        Call::SaveSignature(ask) => asked(ask, |text| wire::read(text).map(Answer::Me)),
        Call::SayAway(ask) => asked(ask, |text| wire::read(text).map(Answer::Me)),
        Call::Find(ask) => asked(ask, |text| wire::read(text).map(|open| Answer::Open(Box::new(open)))),
        Call::ListReviews(ask) => asked(ask, |text| wire::read(text).map(Answer::Queue)),
        Call::Release(ask) => asked(ask, |text| wire::read(text).map(|html| Answer::Html(Box::new(html)))),
        Call::Search(ask) => asked(ask, |text| wire::read(text).map(Answer::Cases)),
        Call::ShowLog(ask) => asked(ask, |text| wire::read(text).map(Answer::Log)),
        Call::Show(ask) => asked(ask, drafted),
        Call::Revise(ask) => asked(ask, drafted),
        Call::Check(ask) => asked(ask, drafted),
        Call::RewriteSentence(ask) => asked(ask, drafted),
        Call::TakeOver(ask) => asked(ask, drafted),
        Call::RequestReview(ask) => asked(ask, drafted),
        Call::Remind(ask) => asked(ask, drafted),
        Call::Decide(ask) => asked(ask, drafted),
        Call::Send(ask) => asked(ask, drafted),
        Call::Sweep(ask) => asked(ask, drafted),
        Call::Rate(ask) => asked(ask, drafted),
        Call::Journal(ask) => asked(ask, drafted),
        Call::SkipJournal(ask) => asked(ask, drafted),
    }
}

fn asked<O: Operation + Written>(operation: &O, read: fn(&str) -> Result<Answer, Garbled>) -> Question {
    (O::PATH, wire::write(operation), read)
}

fn drafted(text: &str) -> Result<Answer, Garbled> {
    wire::read(text).map(|draft| Answer::Draft(Box::new(draft)))
}

/// The step a text tells; `None` for one this pane does not know.
fn step(text: &str) -> Result<Option<Step>, Garbled> {
    let told: Told = wire::read(text)?;
    Ok(match told.step.as_str() {
        "reading" => Some(Step::Reading),
        "read" => Some(Step::Read { mails: told.mails.ok_or(Garbled)?, questions: told.questions.ok_or(Garbled)? }),
        "found" => Some(Step::Found { sources: told.sources.ok_or(Garbled)? }),
        "written" => Some(Step::Written { text: told.text.ok_or(Garbled)?, language: told.language.ok_or(Garbled)? }),
        "checking" => Some(Step::Checking),
        _ => None,
    })
}

/// What one event of the stream means: a step is told, an answer ends it.
fn event(frame: &Frame, told: &dyn Fn(Step)) -> Result<Option<Answer>, Trouble> {
    match frame.event.as_str() {
        "progress" => {
            if let Some(step) = step(&frame.data).map_err(|_| Cause::Garbled)? {
                told(step);
            }
        }
        "answer" => return drafted(&frame.data).map(Some).map_err(|_| Cause::Garbled.into()),
        "problem" => {
            let problem: Problem = wire::read(&frame.data).map_err(|_| Cause::Garbled)?;
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
    let told = text(response).await.ok().and_then(|text| wire::read(&text).ok());
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
    let hashed = sha256(window, secret.as_bytes()).await?;
    Some((secret, hashed))
}

/// SHA-256 in hex.
pub(crate) async fn sha256(window: &web_sys::Window, bytes: &[u8]) -> Option<String> {
    let algorithm = Object::new();
    Reflect::set(&algorithm, &"name".into(), &JsValue::from_str("SHA-256")).ok()?;
    let digest = window.crypto().ok()?.subtle().digest_with_object_and_u8_array(&algorithm, bytes).ok()?;
    let digest = JsFuture::from(digest).await.ok()?;
    Some(hex(&Uint8Array::new(&digest).to_vec()))
}

fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

#[cfg(test)]
mod tests {
    use super::step;
    use contract::Step;
    use vocabulary::Language;

    #[test]
    fn every_step_of_the_contract_is_understood() {
        for told in [
            Step::Reading,
            Step::Read { mails: 3, questions: 2 },
            Step::Found { sources: 5 },
            Step::Written { text: "Hei".to_owned(), language: Language::Nn },
            Step::Checking,
        ] {
            assert_eq!(step(&serde_json::to_string(&told).unwrap()), Ok(Some(told)));
        }
        assert_eq!(step(r#"{"step":"dreaming"}"#), Ok(None));
        assert!(step(r#"{"step":"found"}"#).is_err());
    }
}
