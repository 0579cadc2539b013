//! Asking the kernel (forespørsler): a bearer only to the kernel itself, a bound on time, size and number of requests at once.

use crate::{
    Settings, Wrong, failure, filter,
    link::Way,
    sign_in::{self, Doors, Token},
    wire::Page,
};
use domain::port::{Failure, Secret};
use futures::StreamExt;
use reqwest::{Client, Method, RequestBuilder, Response, StatusCode, Url, header, redirect::Policy};
use serde::de::DeserializeOwned;
use std::{
    fmt,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};
use tokio::sync::{Mutex, OnceCell, Semaphore};

/// Media type of the standard.
pub(crate) const NOARK: &str = "application/vnd.noark5+json";
/// Objects asked for in a page.
const PAGE: &str = "100";

/// A kernel that can be asked: in the name of the house, or in one person's.
pub(crate) struct Kernel {
    own: Arc<Own>,
    /// The token of the person in whose name it is asked; it lives as long as the call.
    person: Option<Secret>,
}

/// What is the kernel's own, and nobody's data.
struct Own {
    settings: Settings,
    base: Url,
    identity: Url,
    client: Client,
    token: Mutex<Option<Token>>,
    doors: OnceCell<Doors>,
    /// Bytes of a file that it takes whole; found out once.
    bulk: OnceCell<usize>,
    turns: Semaphore,
    /// Whether its filters understand `any`; found out once.
    any: AtomicBool,
    /// Whether it gives what lies under an object with it, as its links say; found out once.
    expand: AtomicBool,
}

impl fmt::Debug for Kernel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.own.base)
    }
}

impl Kernel {
    pub(crate) fn new(settings: Settings) -> Result<Self, Wrong> {
        let (base, identity) = (settings.base()?, settings.identity()?);
        let client = Client::builder().redirect(Policy::none()).timeout(settings.timeout).build();
        let client = client.map_err(|_| Wrong { field: "url", remedy: "the client for it cannot be made" })?;
        let own = Own {
            turns: Semaphore::new(settings.concurrent.max(1)),
            settings,
            base,
            identity,
            client,
            token: Mutex::default(),
            doors: OnceCell::new(),
            bulk: OnceCell::new(),
            any: AtomicBool::new(true),
            expand: AtomicBool::new(true),
        };
        Ok(Self { own: Arc::new(own), person: None })
    }

    /// The same kernel, asked as whoever this token was given for.
    pub(crate) fn in_name_of(&self, token: Secret) -> Self {
        Self { own: self.own.clone(), person: Some(token) }
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.own.settings
    }

    pub(crate) fn base(&self) -> &Url {
        &self.own.base
    }

    pub(crate) fn identity(&self) -> &Url {
        &self.own.identity
    }

    pub(crate) fn client(&self) -> &Client {
        &self.own.client
    }

    /// The lists that everything begins with, found once.
    pub(crate) async fn doors(&self) -> Result<&Doors, Failure> {
        self.own.doors.get_or_try_init(|| sign_in::doors(self)).await
    }

    /// Bytes of a file that it takes whole; nothing where there is no end to it.
    pub(crate) async fn bulk(&self) -> Result<Option<usize>, Failure> {
        let bulk = self.own.bulk.get_or_try_init(|| sign_in::bulk(self)).await?;
        Ok(Some(*bulk).filter(|bulk| *bulk > 0))
    }

    /// Whether `any` may be tried in a filter.
    pub(crate) fn knows_any(&self) -> bool {
        self.own.any.load(Ordering::Relaxed)
    }

    pub(crate) fn forget_any(&self) {
        self.own.any.store(false, Ordering::Relaxed);
    }

    /// An object that anyone may read.
    pub(crate) async fn plain<T: DeserializeOwned>(&self, href: &str) -> Result<T, Failure> {
        let request =
            self.own.client.get(self.within(href)?).header(header::ACCEPT, format!("{NOARK}, application/json"));
        let answer = self.sent(request).await?;
        self.read(answer).await
    }

    /// An object.
    pub(crate) async fn get<T: DeserializeOwned>(&self, href: &str) -> Result<T, Failure> {
        let answer = self.allowed(href, NOARK).await?;
        self.read(answer).await
    }

    /// The first `most` objects of a list, page by page.
    pub(crate) async fn list<T: DeserializeOwned>(
        &self,
        href: &str,
        asked: &[(&str, &str)],
        most: usize,
    ) -> Result<Vec<T>, Failure> {
        let mut all = Vec::new();
        let paged: Vec<_> = asked.iter().copied().chain([("$top", PAGE)]).collect();
        let mut next = Some(filter::asked(href, &paged));
        while let Some(url) = next.take() {
            let page: Page<T> = self.get(&url).await?;
            let is_empty = page.results.is_empty();
            all.extend(page.results);
            // A page without anything that leads to another is a kernel going round in circles.
            next = page.links.next().filter(|_| all.len() < most && !is_empty).map(str::to_owned);
        }
        all.truncate(most);
        Ok(all)
    }

    /// The same with these lists under each object, where the kernel offers that; an object that comes without them has links to them.
    pub(crate) async fn list_with<T: DeserializeOwned>(
        &self,
        way: &Way,
        (under, asked): (&str, &[(&str, &str)]),
        most: usize,
    ) -> Result<Vec<T>, Failure> {
        if !way.expands || !self.own.expand.load(Ordering::Relaxed) {
            return self.list(&way.href, asked, most).await;
        }
        let more: Vec<_> = asked.iter().copied().chain([("$expand", under)]).collect();
        match self.list(&way.href, &more, most).await {
            Err(failure) if failure::is_puzzled(&failure) => {
                let told = self.list(&way.href, asked, most).await?;
                // It understands the rest of the question: so that was it.
                self.own.expand.store(false, Ordering::Relaxed);
                Ok(told)
            }
            told => told,
        }
    }

    /// The bytes of a file.
    pub(crate) async fn bytes(&self, href: &str) -> Result<Vec<u8>, Failure> {
        let answer = self.allowed(href, "*/*").await?;
        whole(answer, self.own.settings.file_bytes).await
    }

    async fn allowed(&self, href: &str, accept: &str) -> Result<Response, Failure> {
        self.carried_out(Method::GET, href, |request| request.header(header::ACCEPT, accept)).await
    }

    /// An answer to somebody who is signed in; a token that is not taken any more is fetched anew, once.
    pub(crate) async fn carried_out(
        &self,
        method: Method,
        href: &str,
        with: impl Fn(RequestBuilder) -> RequestBuilder,
    ) -> Result<Response, Failure> {
        let url = self.within(href)?;
        let mut fresh = false;
        loop {
            let token = match &self.person {
                Some(token) => token.clone(),
                None => self.token(fresh).await?.secret,
            };
            let request = self.own.client.request(method.clone(), url.clone()).bearer_auth(token.reveal());
            let answer = self.sent(with(request)).await?;
            // A person's token is renewed by who gave it, and the house's is never put in its place.
            if answer.status() != StatusCode::UNAUTHORIZED || fresh || self.person.is_some() {
                return if answer.status().is_success() {
                    Ok(answer)
                } else {
                    Err(failure::of_status(answer.status()))
                };
            }
            fresh = true;
        }
    }

    async fn token(&self, fresh: bool) -> Result<Token, Failure> {
        let mut kept = self.own.token.lock().await;
        if let Some(token) = kept.as_ref().filter(|token| token.holds() && !fresh) {
            return Ok(token.clone());
        }
        // Boxed: signing in asks the kernel, too.
        let token = Box::pin(sign_in::token(self)).await?;
        *kept = Some(token.clone());
        Ok(token)
    }

    /// Sends when there is a turn.
    pub(crate) async fn sent(&self, request: RequestBuilder) -> Result<Response, Failure> {
        let _turn = self.own.turns.acquire().await;
        request.send().await.map_err(failure::connection)
    }

    /// Reads an answer as JSON.
    pub(crate) async fn read<T: DeserializeOwned>(&self, answer: Response) -> Result<T, Failure> {
        if !answer.status().is_success() {
            return Err(failure::of_status(answer.status()));
        }
        let body = whole(answer, self.own.settings.answer_bytes).await?;
        serde_json::from_slice(&body)
            .map_err(|error| failure::garbled(&format!("line {}, column {}", error.line(), error.column())))
    }

    /// An address that the kernel gave; a bearer goes nowhere else.
    fn within(&self, href: &str) -> Result<Url, Failure> {
        let url = self.own.base.join(href).map_err(|_| failure::garbled("an address in it is none"))?;
        if url.origin() == self.own.base.origin() {
            Ok(url)
        } else {
            Err(failure::elsewhere("an address in its answer"))
        }
    }
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
