//! The register against the invented municipality, and against folders with every kind of fault.

mod import;
mod meaning;
mod records;
mod search;
mod shelf;

use crate::Register;
use domain::{port::Clock, rule::access::AccessTable};
use jiff::Timestamp;
use std::{path::PathBuf, sync::Arc};

struct Frozen;

impl Clock for Frozen {
    fn now(&self) -> Timestamp {
        "2026-11-21T08:00:00Z".parse().unwrap()
    }
}

pub(crate) fn clock() -> Arc<dyn Clock> {
    Arc::new(Frozen)
}

fn fixture() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixture/records")
}

fn fjordvik() -> Register {
    Register::import(&fixture(), clock()).unwrap().register.seen_by(AccessTable::owner())
}

pub(crate) fn block_on<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(work)
}
