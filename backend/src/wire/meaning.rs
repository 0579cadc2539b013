//! Search by meaning, where an endpoint is named (betydningssøk): learned in the background; an endpoint that fails is let rest, and told.

use super::class;
use crate::config;
use async_trait::async_trait;
use domain::{
    draft::Class,
    port::{Embedder, Failure, FailureKind, Records, Side, Vector},
};
use llm::{Embeddings, embedding};
use register::Register;
use std::{
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

/// How long an endpoint that failed is not asked a question, so that not every mail waits for it in vain.
const REST: Duration = Duration::from_secs(30);
/// How long until learning that broke off goes on.
const AGAIN: Duration = Duration::from_secs(60);

/// The embedder of these settings; none when it is off.
///
/// # Errors
/// A sentence when the address is none.
pub fn embedder(ours: &config::Embeddings) -> Result<Option<Arc<dyn Embedder>>, String> {
    let made = endpoint(ours)?.map(|inner| Watched { inner, resting: Mutex::default() });
    Ok(made.map(|watched| -> Arc<dyn Embedder> { Arc::new(watched) }))
}

fn endpoint(ours: &config::Embeddings) -> Result<Option<Embeddings>, String> {
    if ours.url.is_empty() {
        return Ok(None);
    }
    let patience = Duration::from_secs(ours.patience);
    let settings = embedding::Settings {
        key: super::secret::read("embeddings.key", &ours.key)?,
        patience,
        batch_patience: patience * 60,
        sees: class(ours.data),
        before_question: ours.before_question.clone(),
        before_passage: ours.before_passage.clone(),
        ca: super::authority("embeddings.ca_file", &ours.ca_file)?,
        ..embedding::Settings::new(&ours.url, &ours.model)
    };
    Embeddings::new(settings).map(Some).map_err(|failure| format!("embeddings \"{}\": {failure}", ours.url))
}

/// Whether the endpoint answers; nothing when search by meaning is off.
pub async fn embeddings_answer(ours: &config::Embeddings) -> Option<Result<String, String>> {
    match endpoint(ours) {
        Ok(embeddings) => {
            let reached = embeddings?.reach().await;
            let alone = |failure: Failure| format!("{failure}; until then articles are searched by their words alone");
            Some(reached.map_err(alone))
        }
        Err(why) => Some(Err(why)),
    }
}

/// The register, which learns what its articles mean while it is already asked.
pub(super) fn learning(register: Register, embedder: Option<Arc<dyn Embedder>>) -> Arc<dyn Records> {
    let Some(embedder) = embedder else { return Arc::new(register) };
    let register = Arc::new(register.meant_by(embedder));
    let learner = register.clone();
    tokio::spawn(async move {
        loop {
            match learner.learn().await {
                Ok(passages) => return tracing::info!(passages, "the register is searched by meaning too"),
                Err(_) => tokio::time::sleep(AGAIN).await,
            }
        }
    });
    register
}

/// An embedder whose failures are told in the log, and which is not asked a question for a while after one.
struct Watched<E> {
    inner: E,
    resting: Mutex<Option<Instant>>,
}

impl<E> Watched<E> {
    fn is_resting(&self) -> bool {
        let since = *self.resting.lock().unwrap_or_else(PoisonError::into_inner);
        since.is_some_and(|since| since.elapsed() < REST)
    }

    fn rest(&self, since: Option<Instant>) {
        *self.resting.lock().unwrap_or_else(PoisonError::into_inner) = since;
    }
}

#[async_trait]
impl<E: Embedder> Embedder for Watched<E> {
    fn sees(&self) -> Class {
        self.inner.sees()
    }

    async fn vectors(&self, texts: &[String], side: Side) -> Result<Vec<Vector>, Failure> {
        if side == Side::Question && self.is_resting() {
            return Err(Failure::new(FailureKind::Unavailable, "llm", "the embeddings endpoint failed a moment ago"));
        }
        let answered = self.inner.vectors(texts, side).await;
        if let Err(failure) = &answered {
            let (kind, why) = (failure.kind, &failure.detail);
            tracing::warn!(?kind, why, ?side, "the embeddings endpoint failed: articles are searched by their words");
        }
        self.rest(answered.is_err().then(Instant::now));
        answered
    }
}

#[cfg(test)]
mod tests {
    use super::{Class, Embedder, Failure, FailureKind, Side, Vector, Watched, async_trait};
    use std::sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering::Relaxed},
    };

    #[derive(Default)]
    struct Flaky {
        asked: AtomicUsize,
        is_up: Mutex<bool>,
    }

    #[async_trait]
    impl Embedder for Flaky {
        fn sees(&self) -> Class {
            Class::Open
        }
        async fn vectors(&self, _: &[String], _: Side) -> Result<Vec<Vector>, Failure> {
            self.asked.fetch_add(1, Relaxed);
            let is_up = *self.is_up.lock().unwrap();
            if is_up { Ok(Vec::new()) } else { Err(Failure::new(FailureKind::Slow, "llm", "late")) }
        }
    }

    #[tokio::test]
    async fn an_endpoint_that_failed_is_let_rest_until_a_batch_finds_it_well() {
        let watched = Watched { inner: Flaky::default(), resting: Mutex::default() };
        for (what, is_up, side, asked, fine) in [
            ("fails", false, Side::Question, 1, false),
            ("rests", false, Side::Question, 1, false),
            ("rests though it is up", true, Side::Question, 1, false),
            ("is asked for passages all the same", true, Side::Passage, 2, true),
            ("is asked again", true, Side::Question, 3, true),
        ] {
            *watched.inner.is_up.lock().unwrap() = is_up;
            assert_eq!(watched.vectors(&[], side).await.is_ok(), fine, "{what}");
            assert_eq!(watched.inner.asked.load(Relaxed), asked, "{what}");
        }
    }
}
