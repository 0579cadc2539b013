//! Attacks on identity: each class is a test whose name begins with `attack_`, drives the real check with every case of its table, and
//! prints `attack | class | cases | let through`.

mod claim;
mod form;
mod header;
mod session;
mod vector;

use super::{House, provider::well_signed};
use domain::port::{FailureKind, Identity};
use serde_json::Value;

/// One class of attack while its cases are tried.
pub(in crate::tests) struct Attack {
    class: &'static str,
    tried: usize,
    through: Vec<String>,
}

impl Attack {
    pub(in crate::tests) fn on(class: &'static str) -> Self {
        Self { class, tried: 0, through: Vec::new() }
    }

    /// Counts a case.
    pub(in crate::tests) fn case(&mut self, case: impl Into<String>, is_let_through: bool) {
        self.tried += 1;
        if is_let_through {
            self.through.push(case.into());
        }
    }

    /// Tries a bearer; it must be denied, not merely fail.
    pub(in crate::tests) async fn bearer(&mut self, house: &House, case: impl Into<String>, bearer: &str) {
        let answer = house.entra.caller(bearer).await;
        self.case(case, answer.err().is_none_or(|failure| failure.kind != FailureKind::Denied));
    }

    /// Tries claims, well signed.
    pub(in crate::tests) async fn claims(&mut self, house: &House, case: impl Into<String>, claims: &Value) {
        self.bearer(house, case, &well_signed(claims)).await;
    }

    /// Prints the line, and fails where anything came through.
    pub(in crate::tests) fn end(self) {
        println!("attack | {} | {} | {}", self.class, self.tried, self.through.len());
        assert!(self.tried > 0 && self.through.is_empty(), "{}: let through {:?}", self.class, self.through);
    }
}
