//! A case system's journal in memory, which goes wrong as it is told.

use super::{held, mailbox::Fault};
use crate::{
    person::Person,
    port::{Failure, Filed, Filing, Journal},
};
use async_trait::async_trait;
use std::{collections::VecDeque, sync::Mutex};

/// What was registered, and which was signed off by which.
#[derive(Debug, Default)]
pub struct Ledger {
    filed: Mutex<Vec<(Filed, Filing)>>,
    signed: Mutex<Vec<(String, String)>>,
    faults: Mutex<VecDeque<Option<Fault>>>,
    asked: Mutex<Vec<&'static str>>,
}

impl Ledger {
    /// The next calls go wrong, one each; `None` lets one through.
    pub fn fault(&self, faults: impl IntoIterator<Item = Option<Fault>>) {
        held(&self.faults).extend(faults);
    }

    /// What stands in the journal.
    #[must_use]
    pub fn filed(&self) -> Vec<(Filed, Filing)> {
        held(&self.filed).clone()
    }

    /// Which number is signed off by which.
    #[must_use]
    pub fn signed(&self) -> Vec<(String, String)> {
        held(&self.signed).clone()
    }

    /// Every call so far, by its name.
    #[must_use]
    pub fn asked(&self) -> Vec<&'static str> {
        held(&self.asked).clone()
    }

    fn call<T>(&self, name: &'static str, work: impl FnOnce() -> T) -> Result<T, Failure> {
        held(&self.asked).push(name);
        let fault = held(&self.faults).pop_front().flatten();
        let failed = |kind| Failure::new(kind, "ledger", "as scripted");
        match fault {
            Some(Fault::Before(kind)) => Err(failed(kind)),
            Some(Fault::After(kind)) => {
                work();
                Err(failed(kind))
            }
            None => Ok(work()),
        }
    }

    fn enter(&self, filing: &Filing) -> Filed {
        let mut all = held(&self.filed);
        if let Some((filed, _)) = all.iter().find(|(_, known)| known.message_id == filing.message_id) {
            return Filed { already: true, ..filed.clone() };
        }
        let number = format!("{}-{}", filing.case, all.len() + 6);
        let filed = Filed { id: number.clone(), number, already: false };
        all.push((filed.clone(), filing.clone()));
        filed
    }
}

#[async_trait]
impl Journal for Ledger {
    async fn register(&self, _: &Person, filing: &Filing) -> Result<Filed, Failure> {
        self.call("register", || self.enter(filing))
    }

    async fn sign_off(&self, _: &Person, incoming: &Filed, answer: &Filed) -> Result<(), Failure> {
        self.call("sign_off", || {
            let pair = (incoming.number.clone(), answer.number.clone());
            let mut signed = held(&self.signed);
            if !signed.contains(&pair) {
                signed.push(pair);
            }
        })
    }

    async fn undo(&self, _: &Person, filed: &Filed) -> Result<(), Failure> {
        self.call("undo", || held(&self.filed).retain(|(known, _)| known.id != filed.id))
    }
}
