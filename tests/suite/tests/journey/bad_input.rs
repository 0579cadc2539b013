//! Bad input and bad days: one clear answer, nothing lost, nothing sent.

use crate::walk::{TILBYGG, approval, asked, caller, drafted, mail_about, preparing};
use contract::{Kind, Problem, TABLE, operation::ReviseDraft};
use suite::Stand;
use town::Fault;
use vocabulary::Status;

#[tokio::test(flavor = "multi_thread")]
async fn garbage_is_answered_with_the_field_that_is_wrong() {
    let stand = Stand::up().await;
    let liv = stand.token("liv");
    for row in TABLE {
        let somebody = stand.token(caller(row));
        for garbage in ["", "[]", "{\"nonsense\":1}", "{", "null", "\u{0}"] {
            let answer = stand.post(row.path, Some(&somebody), garbage).await;
            let status = answer.status().as_u16();
            let empty_is_whole = garbage == "[]" || garbage == "{}";
            assert!(status == 400 || (empty_is_whole && status == 200), "{} answers {status} to {garbage:?}", row.path);
        }
    }
    let problem: Problem =
        stand.post("/api/show-draft", Some(&liv), "{\"draft\":5}").await.json().await.expect("a problem");
    assert_eq!((problem.kind, problem.field.as_deref()), (Kind::BadInput, Some("draft")));
    let huge = format!("{{\"draft\":\"{}\"}}", "x".repeat(3_000_000));
    assert_eq!(stand.post("/api/show-draft", Some(&liv), huge).await.status(), 413);
}

#[tokio::test(flavor = "multi_thread")]
async fn each_fault_of_graph_has_its_sentence_and_the_next_try_works() {
    let stand = Stand::up().await;
    let mail = mail_about(&stand, TILBYGG);
    for (fault, expected) in [
        (Fault::Unauthorized, Kind::Outside),
        (Fault::ClaimsChallenge, Kind::MoreNeeded),
        (Fault::Forbidden, Kind::Outside),
        (Fault::NotFound, Kind::NotFound),
        (Fault::Garbage, Kind::Outside),
        (Fault::WrongContentType, Kind::Outside),
        (Fault::ForeignNextLink, Kind::Outside),
    ] {
        stand.town.fail_graph([fault.clone()]);
        let problem = stand.call("kari", &preparing(&mail)).await.expect_err("Graph fails");
        assert_eq!(problem.kind, expected, "{fault:?}: {problem:?}");
        assert!(!problem.title.is_empty());
        stand.town.fail_graph([]);
    }
    stand.town.fail_graph([Fault::TooManyRequests(Some(1))]);
    assert!(stand.call("kari", &preparing(&mail)).await.is_ok(), "it waits as long as Graph says, and tries again");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_at_once_are_one_and_the_other_is_told() {
    let stand = Stand::up().await;
    let mail = mail_about(&stand, TILBYGG);
    let draft = drafted(&stand, &mail).await;
    let edit = |words: &str| ReviseDraft {
        draft: draft.id.clone(),
        revision: draft.revision,
        text: format!("{}\n\n{words}", draft.text),
    };
    let (one, two) = (edit("Ta gjerne kontakt."), edit("Ha en fin dag."));
    let (one, two) = tokio::join!(stand.call("kari", &one), stand.call("kari", &two));
    let stale = [&one, &two]
        .into_iter()
        .filter(|outcome| outcome.as_ref().is_err_and(|problem| problem.kind == Kind::Stale))
        .count();
    assert_eq!(stale, 1, "one edit is saved, the other is told to look again");

    let current = one.or(two).expect("one was saved");
    let waiting = asked(&stand, &current).await;
    let approve = approval(&waiting);
    let (one, two) = tokio::join!(stand.call("liv", &approve), stand.call("liv", &approve));
    let approved = [one, two].into_iter().flatten().filter(|draft| draft.status == Status::Approved).count();
    assert!(approved >= 1, "a double click approves once");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_draft_is_not_found() {
    let stand = Stand::up().await;
    let problem: Problem = stand
        .post("/api/show-draft", Some(&stand.token("liv")), "{\"draft\":\"none\"}")
        .await
        .json()
        .await
        .expect("a problem");
    assert_eq!(problem.kind, Kind::NotFound);
}
