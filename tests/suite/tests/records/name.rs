//! In whose name a system is asked (på vegne av): a token shows what its person may see, and nobody else's.

use crate::{person::of, system};
use domain::port::{Capability, FailureKind, Secret};
use std::sync::Arc;
use vocabulary::CaseNumber;

#[tokio::test]
async fn a_person_sees_by_their_own_token_what_the_kernel_shows_them() {
    let system = system::knowing_people().await;
    let records = &system.records;
    assert!(records.capabilities().has(Capability::AsPerson));
    let kernel = system.kernel.as_ref().expect("a kernel");
    kernel.trusts(Arc::new(|token: &str| token.strip_prefix("token of ").map(str::to_owned)));
    let number: CaseNumber = "2026/0412".parse().expect("a number");
    for (token, unit, found) in [
        ("token of liv", "Helse og omsorg", Ok(true)),
        ("token of ola", "Helse og omsorg", Ok(false)),
        // Nothing of what the other was shown is left.
        ("token of liv", "Helse og omsorg", Ok(true)),
        ("token of ola", "Helse og omsorg", Ok(false)),
        // The house's own table counts besides.
        ("token of liv", "Byggesak", Ok(false)),
        ("token of nobody", "Helse og omsorg", Err(FailureKind::Denied)),
        ("stolen", "Helse og omsorg", Err(FailureKind::Denied)),
    ] {
        let own = records.in_name_of(Secret::new(token)).expect("it knows people");
        let told = own.case(&of(unit), number).await.map(|case| case.is_some()).map_err(|failure| failure.kind);
        assert_eq!(told, found, "{token}");
        let told = own.cases_of(&of(unit), "nina.solheim@example.no").await.map(|cases| !cases.is_empty());
        assert_eq!(told.map_err(|failure| failure.kind), found, "{token}");
    }
    let without = system::noark(0, true).await;
    assert!(without.records.scope().is_none() && without.records.in_name_of(Secret::new("token of liv")).is_none());
}
