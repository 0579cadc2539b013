//! What happens when Public 360 fails (feil): each failure is told as what it is.

use super::{started, usual};
use crate::person::of;
use domain::{
    person::Person,
    port::{FailureKind, Records, Secret},
};
use p360::Entrance;
use std::time::Duration;
use town::Failing;

#[tokio::test]
async fn at_whichever_call_it_fails_the_failure_is_told_as_what_it_is() {
    let number = "2026/1234".parse().expect("a number");
    let calls = {
        let system = usual(0).await;
        let _ = system.sources_of(&of("Byggesak"), number).await;
        system.p360.expect("it").asked().len()
    };
    for (failing, kind) in [
        (Failing::Down, FailureKind::Unavailable),
        (Failing::Broken, FailureKind::Unavailable),
        (Failing::Garbage, FailureKind::Garbled),
        (Failing::Slow(5_000), FailureKind::Slow),
    ] {
        // Waiting takes its time: the first call and the last one tell it of the rest.
        let is_waited = matches!(failing, Failing::Slow(_));
        for at in (0..calls).filter(|at| !is_waited || [0, calls - 1].contains(at)) {
            let (_, system) = started(0, false, |ours| ours.timeout = Duration::from_millis(400)).await;
            let town = system.p360.as_ref().expect("it");
            town.fail(vec![Failing::Through; at].into_iter().chain([failing]));
            match system.sources_of(&of("Byggesak"), number).await {
                // A text that cannot be read is no source, and the rest of the case is told.
                Ok(sources) => {
                    assert!(failing == Failing::Garbage && at >= 4 && !sources.is_empty(), "{failing:?} at {at}")
                }
                Err(failure) => {
                    assert_eq!((failure.kind, failure.system), (kind, "p360"), "{failing:?} at {at}: {failure}")
                }
            }
        }
    }
}

#[tokio::test]
async fn the_whole_is_waited_for_no_longer_than_was_said() {
    let (p360, system) = started(0, false, |ours| ours.total = Duration::from_millis(300)).await;
    system.p360.as_ref().expect("it").fail(vec![Failing::Slow(500); 50]);
    let told = p360.case(&of("Byggesak"), "2026/1234".parse().expect("a number")).await;
    assert_eq!(told.expect_err("it is late").kind, FailureKind::Slow);
}

#[tokio::test]
async fn who_is_not_let_in_and_who_is_not_known_is_denied() {
    let number = "2026/1234".parse().expect("a number");
    let (wrong, _one) = started(0, false, |ours| ours.entrance = Entrance::Key(Secret::new("guessed"))).await;
    let (token, _two) = started(0, true, |ours| {
        if let Entrance::Token { secret, .. } = &mut ours.entrance {
            *secret = Secret::new("guessed");
        }
    })
    .await;
    let (right, three) = started(0, false, |_| {}).await;
    // Somebody of another municipality, and somebody without a user name.
    let stranger = Person { address: "kari@annen.kommune.no".into(), ..of("Byggesak") };
    let nameless = Person { address: String::new(), ..of("Byggesak") };
    for (p360, person) in
        [(&wrong, of("Byggesak")), (&token, of("Byggesak")), (&right, stranger), (&right, nameless.clone())]
    {
        let failure = p360.case(&person, number).await.expect_err("nobody is let in");
        assert_eq!(failure.kind, FailureKind::Denied, "{failure}");
        assert!(!failure.detail.contains("guessed") && !failure.detail.contains("kari@"), "{failure}");
    }
    let town = three.p360.as_ref().expect("it");
    let _ = town.asked();
    assert!(right.cases_of(&nameless, "per.haug@example.no").await.is_err());
    assert_eq!(town.asked(), [], "who has no name is not asked for at all");
}

#[tokio::test]
async fn a_token_that_is_not_taken_any_more_is_fetched_anew() {
    let (p360, system) = started(0, true, |_| {}).await;
    let number = "2026/1234".parse().expect("a number");
    for _ in 0..2 {
        assert!(p360.case(&of("Byggesak"), number).await.expect("it answers").is_some());
        system.p360.as_ref().expect("it").withdraw();
    }
}

#[tokio::test]
async fn an_answer_that_is_too_large_is_not_read() {
    let number = "2026/1234".parse().expect("a number");
    let (small, _one) = started(0, false, |ours| ours.answer_bytes = 500).await;
    assert_eq!(small.case(&of("Byggesak"), number).await.expect_err("it is large").kind, FailureKind::TooLarge);
    // A file that is too large is no source; the case is.
    let (_, system) = started(0, false, |ours| ours.file_bytes = 8).await;
    let sources = system.sources_of(&of("Byggesak"), number).await.expect("it answers");
    assert_eq!(sources.len(), 1);
}
