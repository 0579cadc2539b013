//! The whole crate against a mailbox on loopback that refuses what Graph refuses.

mod bad_day;
mod desk;
mod draft;
mod setting;
mod thread;

use crate::{Graph, Patience, Settings};
use desk::Desk;
use domain::{
    dossier::MailKey,
    port::{Chance, Clock, Failure, FailureKind, Grant, Secret},
};
use jiff::Timestamp;
use std::{sync::Arc, time::Duration};
use vocabulary::{ConversationId, MailId};

pub(in crate::tests) const CONVERSATION: &str = "AAQkAGI-conv=";
pub(in crate::tests) const MAILBOX: &str = "postmottak@fjordvik.kommune.no";

/// A clock that stands.
pub(in crate::tests) struct Still;

impl Clock for Still {
    fn now(&self) -> Timestamp {
        "2026-11-21T12:00:00Z".parse().unwrap()
    }
}

/// Chance without chance.
pub(in crate::tests) struct Even;

impl Chance for Even {
    fn bytes(&self) -> [u8; 10] {
        [0; 10]
    }
}

pub(in crate::tests) fn settings(desk: &Desk) -> Settings {
    Settings {
        address: desk.address.clone(),
        loopback: true,
        timeout: Duration::from_millis(500),
        total: Duration::from_secs(10),
        patience: Patience { tries: 3, first: Duration::from_millis(1), longest: Duration::from_secs(1) },
        answer_bytes: 100_000,
        pages: 3,
        page_size: 2,
        ..Settings::default()
    }
}

pub(in crate::tests) fn graph(desk: &Desk) -> Graph {
    Graph::new(settings(desk), Arc::new(Still), Arc::new(Even)).unwrap()
}

pub(in crate::tests) fn grant() -> Grant {
    Grant { token: Secret::new("kari") }
}

pub(in crate::tests) fn key(mail: &str) -> MailKey {
    MailKey { mail: MailId::new(mail), conversation: ConversationId::new(CONVERSATION), mailbox: None }
}

pub(in crate::tests) fn kind<T>(answer: &Result<T, Failure>) -> Option<FailureKind> {
    answer.as_ref().err().map(|failure| failure.kind)
}
