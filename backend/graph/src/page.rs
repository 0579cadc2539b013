//! A list to its end: page by page, each link checked before the token follows it; all of it, or a failure.

use crate::{
    Graph, SYSTEM,
    ask::Place,
    shape::{Answered, Page},
};
use domain::{
    port::{Failure, FailureKind},
    thread::Message,
};
use graph_http::api_impl::RequestHandler;
use std::collections::HashSet;
use vocabulary::limit;

impl Graph {
    /// All mails of a conversation.
    pub(crate) async fn mails(&self, place: &Place<'_>, conversation: &str) -> Result<Vec<Message>, Failure> {
        self.all(place, || self.ask_mails(place, conversation)).await
    }

    /// Those in Sent Items.
    pub(crate) async fn sent_mails(&self, place: &Place<'_>, conversation: &str) -> Result<Vec<Message>, Failure> {
        self.all(place, || self.ask_sent(place, conversation)).await
    }

    /// What only the answered mail itself tells.
    pub(crate) async fn answered(&self, place: &Place<'_>, mail: &str) -> Result<Answered, Failure> {
        self.read_json(place, || self.ask_headers(place, mail)).await
    }

    async fn all(&self, place: &Place<'_>, first: impl Fn() -> RequestHandler + Sync) -> Result<Vec<Message>, Failure> {
        let mut found = Vec::new();
        // A mail that arrives while we turn the page pushes another onto the next one.
        let mut seen = HashSet::new();
        let mut next = None;
        for _ in 0..self.settings.pages {
            let page: Page = self.read_json(place, || turned(first(), next.as_ref())).await?;
            for mail in page.value {
                let mail = mail.into_message()?;
                if seen.insert(mail.id.clone()) {
                    found.push(mail);
                }
            }
            if found.len() > limit::THREAD_MESSAGES {
                break;
            }
            match page.next {
                Some(link) => next = Some(self.next(&link)?),
                None => return Ok(found),
            }
        }
        Err(Failure::new(FailureKind::TooLarge, SYSTEM, "the conversation has more mails than are read"))
    }
}

/// The same request, headers and all, with the link's address word for word.
fn turned(mut ask: RequestHandler, next: Option<&graph_rs_sdk::http::Url>) -> RequestHandler {
    if let Some(next) = next {
        *AsMut::<graph_rs_sdk::http::Url>::as_mut(&mut ask) = next.clone();
    }
    ask
}
