//! What happens when a system fails (feil): each failure is told as what it is, and nothing of another's case comes instead.

use crate::{person::of, system};
use domain::port::FailureKind;
use std::time::Duration;
use town::Failing;

/// How many calls a case takes, signing in included.
async fn calls() -> usize {
    let system = system::noark(0, true).await;
    let kernel = system.kernel.as_ref().expect("a kernel");
    let _ = system.sources_of(&of("Byggesak"), "2026/1234".parse().expect("a number")).await;
    kernel.asked().len()
}

#[tokio::test]
async fn at_whichever_call_a_kernel_fails_the_failure_is_told_as_what_it_is() {
    let calls = calls().await;
    assert!(calls > 10, "{calls}");
    for (failing, kind) in [
        (Failing::Down, FailureKind::Unavailable),
        (Failing::Broken, FailureKind::Unavailable),
        (Failing::Garbage, FailureKind::Garbled),
        (Failing::Slow(5_000), FailureKind::Slow),
    ] {
        for at in [0, 3, calls / 2, calls - 1] {
            let patience = |settings: &mut noark::Settings| settings.timeout = Duration::from_millis(400);
            let system = system::kernel(0, true, patience).await;
            let kernel = system.kernel.as_ref().expect("a kernel");
            kernel.fail(vec![Failing::Through; at].into_iter().chain([failing]));
            let told = system.sources_of(&of("Byggesak"), "2026/1234".parse().expect("a number")).await;
            // A text that cannot be read is no source, and the rest of the case is told.
            let is_text = at == calls - 1 && failing == Failing::Garbage;
            match told {
                Ok(sources) => assert!(is_text && !sources.is_empty(), "{failing:?} at {at}"),
                Err(failure) => {
                    assert_eq!((failure.kind, failure.system), (kind, "noark"), "{failing:?} at {at}: {failure}")
                }
            }
        }
    }
}

#[tokio::test]
async fn the_whole_is_waited_for_no_longer_than_was_said() {
    let patience = |settings: &mut noark::Settings| settings.total = Duration::from_millis(300);
    let system = system::kernel(0, true, patience).await;
    system.kernel.as_ref().expect("a kernel").fail(vec![Failing::Slow(250); 50]);
    let told = system.records.case(&of("Byggesak"), "2026/1234".parse().expect("a number")).await;
    assert_eq!(told.expect_err("it is late").kind, FailureKind::Slow);
}

#[tokio::test]
async fn a_secret_that_is_wrong_lets_nobody_in() {
    let system =
        system::kernel(0, true, |settings| settings.client_secret = domain::port::Secret::new("guessed")).await;
    let told = system.records.case(&of("Byggesak"), "2026/1234".parse().expect("a number")).await;
    let failure = told.expect_err("nobody is let in");
    assert_eq!(failure.kind, FailureKind::Denied);
    assert!(!failure.detail.contains("guessed"), "{failure}");
}
