//! Bearers that stand for people.

use super::{held, told};
use crate::{
    person::Person,
    port::{Caller, Failure, FailureKind, Grant, Identity, Secret, Session},
};
use async_trait::async_trait;
use std::{collections::HashMap, sync::Mutex};

/// The bearers that are known, and whom each stands for; a grant carries the caller's own token on.
#[derive(Debug, Default)]
pub struct Badges {
    people: Mutex<HashMap<String, Person>>,
    failing: Mutex<Option<FailureKind>>,
}

impl Badges {
    /// Makes a bearer stand for a person.
    pub fn give(&self, bearer: &str, person: Person) {
        held(&self.people).insert(bearer.to_owned(), person);
    }

    /// Makes every grant fail from now on, or succeed again.
    pub fn fail(&self, kind: Option<FailureKind>) {
        *held(&self.failing) = kind;
    }
}

#[async_trait]
impl Identity for Badges {
    async fn caller(&self, bearer: &str) -> Result<Caller, Failure> {
        let person = held(&self.people).get(bearer).cloned();
        let unknown = || Failure::new(FailureKind::Denied, "entra", "unknown bearer");
        Ok(Caller { person: person.ok_or_else(unknown)?, token: Secret::new(bearer) })
    }

    async fn grant(&self, caller: &Caller) -> Result<Grant, Failure> {
        told(*held(&self.failing), "entra")?;
        Ok(Grant { token: caller.token.clone() })
    }

    /// A token that says whose it is and what for.
    async fn token_for(&self, caller: &Caller, scope: &str) -> Result<Secret, Failure> {
        told(*held(&self.failing), "entra")?;
        Ok(Secret::new(format!("{} for {scope}", caller.person.id.as_str())))
    }

    async fn anew(&self, caller: &Caller) -> Result<Caller, Failure> {
        // Who was never given a bearer is taken as they stand.
        let person = held(&self.people).get(caller.token.reveal()).cloned();
        Ok(Caller { person: person.unwrap_or_else(|| caller.person.clone()), token: caller.token.clone() })
    }

    async fn begin(&self, binding: &str) -> Result<String, Failure> {
        Ok(format!("https://login.example.org/authorize?state={binding}"))
    }

    async fn finish(&self, state: &str, code: &str) -> Result<String, Failure> {
        Ok(format!("{state}.{code}"))
    }

    async fn redeem(&self, ticket: &str, secret: &str) -> Result<Secret, Failure> {
        let same = ticket.split_once('.').filter(|(binding, _)| *binding == secret);
        let (_, code) = same.ok_or_else(|| Failure::new(FailureKind::Denied, "entra", "another secret"))?;
        Ok(Secret::new(code))
    }

    async fn sign_out(&self, bearer: &str) {
        held(&self.people).remove(bearer);
    }

    async fn sessions(&self, _: &Caller) -> Result<Vec<Session>, Failure> {
        Ok(Vec::new())
    }

    async fn sign_out_all(&self, caller: &Caller) -> Result<(), Failure> {
        held(&self.people).retain(|_, person| person.id != caller.person.id);
        Ok(())
    }
}
