//! Searched by meaning too: the endpoint learns the articles and pseudonymised questions, nothing else; without it the words answer.

use crate::{
    model::leaked,
    walk::{POSTMOTTAK, TILBYGG, mail_about, preparing},
};
use suite::Stand;
use town::{EMBEDDING_MODEL, Fault, Folder, Running, System};

fn settings(town: &Running, url: String) -> Vec<(String, String)> {
    let own = [("URL", url), ("MODEL", EMBEDDING_MODEL.to_owned()), ("KEY", town.settings().model_key.clone())];
    own.into_iter().map(|(name, value)| (format!("SAKSVAR__EMBEDDINGS__{name}"), value)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_endpoint_never_learns_who_the_citizen_is_nor_a_case() {
    let stand = Stand::of(|town| settings(town, town.model_url.clone())).await;
    // The register is asked before it has learned anything; it learns while the others are served.
    let learned = || stand.town.prompts().len() >= 2;
    for _ in 0..10_000 {
        if learned() {
            break;
        }
        tokio::task::yield_now().await;
        stand.client.get(format!("{}/health/live", stand.url)).send().await.expect("alive");
    }
    assert!(learned(), "the articles are handed over");
    let before = stand.town.prompts().len();
    for mail in stand.town.mails(POSTMOTTAK, Folder::Inbox) {
        let first = stand.town.prompts().len();
        let _ = stand.call("kari", &preparing(&mail)).await;
        for prompt in &stand.town.prompts()[first..] {
            let told = leaked(prompt, &mail);
            assert!(told.is_empty(), "{}: {told:?} was sent to the endpoint: {prompt}", mail.subject);
        }
    }
    let prompts = stand.town.prompts();
    assert!(prompts.len() > before, "questions were asked");
    assert!(prompts.iter().all(|prompt| prompt.contains(EMBEDDING_MODEL) && !prompt.contains("2026/1234 gjelder")));
    let reached = backend::wire::embeddings_answer(&stand.config().embeddings).await;
    assert_eq!(reached, Some(Ok("answers with vectors of 256 numbers".to_owned())));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_endpoint_that_is_away_is_told_to_operations_and_not_to_the_caseworker() {
    let without = Stand::up().await;
    let wanted = without.call("kari", &preparing(&mail_about(&without, TILBYGG))).await.expect("a draft");
    let stand = Stand::of(|town| {
        town.fail(System::Model, vec![Fault::Unavailable(None); 20]);
        settings(town, town.model_url.clone())
    })
    .await;
    let draft = stand.call("kari", &preparing(&mail_about(&stand, TILBYGG))).await.expect("a draft all the same");
    assert_eq!(draft.text, wanted.text);
    let reached = backend::wire::embeddings_answer(&stand.config().embeddings).await.expect("it is set");
    assert!(reached.is_err_and(|why| why.contains("words alone")), "the installation says so");
    assert_eq!(backend::wire::embeddings_answer(&without.config().embeddings).await, None, "off by default");
}
