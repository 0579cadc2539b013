//! Two at once: double clicks are one, two reviewers are one word, and an approval never lands on another text.

use crate::walk::{TILBYGG, approval, asked, drafted, filled, gate, mail_about, preparing, released, sending};
use contract::{
    Kind, Operation, Problem,
    operation::{
        FindDraft, PrepareDraft, ReleaseDraft, RequestReview, ReviseDraft, ShowDraft, ShowLog, SweepSent, TakeOver,
    },
    view::{Draft, GateDecision},
};
use suite::Stand;
use vocabulary::{ConversationId, Status};

/// Presses a button twice at the same moment.
async fn twice<O: Operation>(
    stand: &Stand,
    person: &str,
    operation: &O,
) -> (Result<O::Answer, Problem>, Result<O::Answer, Problem>) {
    tokio::join!(stand.call(person, operation), stand.call(person, operation))
}

/// Both presses were answered with the same draft.
fn same(what: &str, (one, two): (Result<Draft, Problem>, Result<Draft, Problem>)) -> Draft {
    match (one, two) {
        (Ok(one), Ok(two)) => {
            assert_eq!((&one.id, one.revision, one.status), (&two.id, two.revision, two.status), "{what}");
            one
        }
        failed => panic!("{what}: {failed:?}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_button_pressed_twice_is_pressed_once() {
    let stand = Stand::up().await;
    let mail = mail_about(&stand, TILBYGG);
    let draft = same("prepare", twice(&stand, "kari", &preparing(&mail)).await);
    let anew = same(
        "write anew",
        twice(&stand, "kari", &PrepareDraft { again: true, seen: Some(draft.revision), ..preparing(&mail) }).await,
    );
    assert_eq!((&anew.id, anew.revision), (&draft.id, 2));
    let edit = ReviseDraft {
        draft: anew.id.clone(),
        revision: anew.revision,
        text: filled(&anew.text).replace("Hei", "God dag"),
    };
    let edited = same("revise", twice(&stand, "kari", &edit).await);
    assert_eq!(edited.revision, 3);
    let at = |draft: &Draft| (draft.id.clone(), draft.revision);
    let (draft, revision) = at(&edited);
    let taken = same("take over", twice(&stand, "ola", &TakeOver { draft, revision }).await);
    let (draft, revision) = at(&taken);
    let waiting = same("ask", twice(&stand, "ola", &RequestReview { draft, revision, to: None }).await);
    assert_eq!(waiting.status, Status::AwaitingReview);
    let approved = same("approve", twice(&stand, "liv", &approval(&waiting)).await);
    let (draft, revision) = at(&approved);
    let (one, two) = twice(&stand, "ola", &ReleaseDraft { draft, revision }).await;
    let (one, two) = (one.expect("released"), two.expect("released"));
    assert_eq!((&one.html, &one.reference), (&two.html, &two.reference), "one seal");
    let (first, second) = twice(&stand, "gate", &sending(&one, &mail)).await;
    for answer in [first, second] {
        assert_eq!(answer.expect("the gate answers").decision, GateDecision::Allow);
    }
    same("look", twice(&stand, "ola", &SweepSent { draft: approved.id.clone() }).await);
    let find = FindDraft { conversation: ConversationId::new(mail.conversation()) };
    let (found, again) = twice(&stand, "kari", &find).await;
    assert_eq!(found.expect("found").draft.map(|draft| draft.id), again.expect("found").draft.map(|draft| draft.id));
    let log = stand.call("kari", &ShowLog { draft: approved.id }).await.expect("the log");
    for action in ["draft_taken_over", "review_requested", "draft_approved", "draft_released", "send_allowed"] {
        assert_eq!(log.iter().filter(|line| line.action == action).count(), 1, "{action}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_reviewers_one_is_told_that_the_other_was_faster() {
    let stand = Stand::up().await;
    let mail = mail_about(&stand, TILBYGG);
    let waiting = asked(&stand, &drafted(&stand, &mail).await).await;
    let approve = approval(&waiting);
    let (liv, eva) = tokio::join!(stand.call("liv", &approve), stand.call("eva", &approve));
    let stale =
        [&liv, &eva].into_iter().filter(|word| word.as_ref().is_err_and(|problem| problem.kind == Kind::Stale)).count();
    assert_eq!(stale, 1, "{liv:?} {eva:?}");
    let shown = stand.call("kari", &ShowDraft { draft: waiting.id.clone() }).await.expect("shown");
    let faster = if liv.is_ok() { "Liv Aas" } else { "Eva Dahl" };
    assert_eq!(shown.review.and_then(|review| review.decided_by).as_deref(), Some(faster));
    let returned = contract::operation::DecideReview {
        approve: false,
        comment: "Vent litt.".to_owned(),
        ticked: vec![],
        ..approve
    };
    let slower = if liv.is_ok() { "eva" } else { "liv" };
    assert_eq!(stand.call(slower, &returned).await.expect_err("too late").kind, Kind::Stale);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_approval_never_lands_on_another_text() {
    let stand = Stand::up().await;
    let mail = mail_about(&stand, TILBYGG);
    let mut waiting = asked(&stand, &drafted(&stand, &mail).await).await;
    for round in 0..6 {
        let text = format!("{}\n\nHilsen nummer {round}.", waiting.text);
        let edit = ReviseDraft { draft: waiting.id.clone(), revision: waiting.revision, text };
        let approve = approval(&waiting);
        let (word, edited) = tokio::join!(stand.call("liv", &approve), stand.call("kari", &edit));
        let shown = stand.call("kari", &ShowDraft { draft: waiting.id.clone() }).await.expect("shown");
        match edited {
            Ok(edited) => {
                assert_eq!(
                    (shown.status, shown.revision),
                    (Status::Drafted, edited.revision),
                    "the approval was for the text before"
                );
                assert!(
                    shown.review.as_ref().is_none_or(|review| review.approved.is_none()),
                    "nobody has approved this text"
                );
            }
            Err(problem) => assert!(problem.kind == Kind::Stale && word.is_ok(), "{problem:?}"),
        }
        let release = ReleaseDraft { draft: shown.id.clone(), revision: shown.revision };
        if shown.status == Status::Drafted {
            assert_eq!(stand.call("kari", &release).await.expect_err("not approved").kind, Kind::Blocked);
            waiting = asked(&stand, &shown).await;
        } else {
            let edit = ReviseDraft {
                draft: shown.id.clone(),
                revision: shown.revision,
                text: format!("{} Takk.", shown.text),
            };
            let edited = stand.call("kari", &edit).await.expect("edited");
            waiting = asked(&stand, &edited).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edit_while_the_mail_leaves_is_refused_or_stops_it() {
    let stand = Stand::up().await;
    let mail = mail_about(&stand, TILBYGG);
    let released = released(&stand, &mail).await;
    let draft = &released.draft;
    let edit = ReviseDraft { draft: draft.id.clone(), revision: draft.revision, text: format!("{} Takk.", draft.text) };
    let sending = sending(&released, &mail);
    let (_, edited) = tokio::join!(gate(&stand, &sending), stand.call("kari", &edit));
    if edited.is_ok() {
        assert_eq!(gate(&stand, &sending).await.decision, GateDecision::Stop, "the seal was for the text before");
    }
}
