//! The whole line: one mail from the citizen's question to Sent Items, and the trail of it.

use crate::walk::{
    TILBYGG, approval, asked, drafted, gate, known, mail_about, preparing, release, revised, sending, swept,
};
use contract::{
    Kind,
    operation::{FindDraft, ListReviews, ShowLog, WhoAmI},
    view::{Action, Draft, GateDecision, Support},
};
use suite::Stand;
use vocabulary::{Code, ConversationId, Match, Severity, Status, Verdict};

/// What is marked in a source.
fn marked(draft: &Draft, record: &str) -> Vec<String> {
    let source = draft.evidence.iter().find(|one| one.record == record).expect("the source");
    let chars: Vec<char> = source.text.chars().collect();
    source.marks.iter().map(|mark| chars[mark.start..mark.end].iter().collect()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_approved_mail_passes_and_an_altered_one_is_stopped() {
    let stand = Stand::up().await;
    let mail = mail_about(&stand, TILBYGG);
    assert_eq!(
        known(&stand, &mail.conversation()).await,
        GateDecision::Unknown,
        "before anything is drafted, nothing is known"
    );

    let first = stand.call("kari", &preparing(&mail)).await.expect("a draft");
    assert_eq!(
        (first.case.matched, first.case.number.map(|number| number.to_string())),
        (Match::Strong, Some("2026/1234".to_owned())),
        "{:?}",
        first.case
    );
    assert!(
        first.sentences.iter().any(|sentence| sentence.support == Support::Supported),
        "claims carry their source: {}",
        first.text
    );
    assert!(
        first.findings.iter().any(|finding| finding.code == Code::Fee),
        "the fee is looked at by two: {:?}",
        first.findings
    );

    assert_eq!(
        marked(&first, "gebyr-2026"),
        ["50 m²", "kr 12 500"],
        "only the line that the sentence rests on is marked"
    );

    let draft = drafted(&stand, &mail).await;
    assert_eq!(draft.verdict, Verdict::Review, "{:?}", draft.findings);
    assert_eq!(release(&stand, &draft).await.expect_err("nobody has approved it").kind, Kind::Blocked);

    let waiting = asked(&stand, &draft).await;
    assert_eq!(waiting.status, Status::AwaitingReview);
    let queue = stand.call("liv", &ListReviews {}).await.expect("the queue");
    assert_eq!(queue.iter().filter(|item| item.draft == draft.id && item.decidable).count(), 1);
    assert_eq!(stand.call("liv", &WhoAmI {}).await.expect("Liv").waiting, 1);

    let approved = stand.call("liv", &approval(&waiting)).await.expect("approved");
    assert_eq!(approved.status, Status::Approved);
    let released = release(&stand, &approved).await.expect("released");
    assert!(released.html.contains(released.reference.as_str()), "the reference stands in the text");

    let honest = sending(&released, &mail);
    let mut altered = honest.clone();
    altered.html = altered.html.replacen("12\u{a0}500", "11\u{a0}500", 1).replacen("12 500", "11 500", 1);
    assert_ne!(altered.html, honest.html, "{}", honest.html);
    let stopped = gate(&stand, &altered).await;
    assert_eq!(stopped.decision, GateDecision::Stop, "{}", stopped.sentence);
    assert!(stopped.sentence.chars().count() > 20 && stopped.sentence.chars().count() <= 500);

    for _ in 0..2 {
        let answer = gate(&stand, &honest).await;
        assert_eq!(answer.decision, GateDecision::Allow, "pressing Send again is the same: {}", answer.sentence);
    }
    assert_eq!(swept(&stand, &approved).await.status, Status::SendAllowed, "the gate's word is not yet a sent mail");

    let log = stand.call("kari", &ShowLog { draft: draft.id.clone() }).await.expect("the log");
    let actions: Vec<_> = log.iter().map(|line| line.action.as_str()).collect();
    for action in
        ["draft_prepared", "review_requested", "draft_approved", "draft_released", "send_stopped", "send_allowed"]
    {
        assert!(actions.contains(&action), "{action} is in the log: {actions:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edit_after_approval_needs_a_new_one() {
    let stand = Stand::up().await;
    let mail = mail_about(&stand, TILBYGG);
    let draft = asked(&stand, &drafted(&stand, &mail).await).await;
    let approved = stand.call("liv", &approval(&draft)).await.expect("approved");
    let edited = revised(&stand, &approved, &approved.text.replacen("Hei", "God dag", 1)).await;
    assert_eq!((edited.status, edited.revision), (Status::Drafted, approved.revision + 1));
    assert_eq!(release(&stand, &edited).await.expect_err("approval was for the text before").kind, Kind::Blocked);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_approves_their_own_and_every_finding_is_ticked() {
    let stand = Stand::up().await;
    let mail = mail_about(&stand, TILBYGG);
    let draft = asked(&stand, &drafted(&stand, &mail).await).await;
    assert_eq!(stand.call("kari", &approval(&draft)).await.expect_err("Kari is no reviewer").kind, Kind::NotAllowed);
    let mut careless = approval(&draft);
    careless.ticked.pop();
    assert_eq!(stand.call("liv", &careless).await.expect_err("a finding is not ticked").kind, Kind::Blocked);
    let mut other = approval(&draft);
    other.fingerprint = "0".repeat(64);
    assert!(stand.call("liv", &other).await.is_err(), "another text was read");
    let returned = contract::operation::DecideReview {
        approve: false,
        ticked: vec![],
        comment: "Nevn saksnummeret.".to_owned(),
        ..approval(&draft)
    };
    let back = stand.call("liv", &returned).await.expect("returned");
    assert_eq!(
        (back.status, back.review.map(|review| review.comment)),
        (Status::Returned, Some("Nevn saksnummeret.".to_owned()))
    );
    assert!(draft.findings.iter().all(|finding| finding.severity != Severity::Stop));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reload_finds_the_draft_again_and_a_restart_loses_nothing() {
    let mut stand = Stand::up().await;
    let mail = mail_about(&stand, TILBYGG);
    let draft = asked(&stand, &drafted(&stand, &mail).await).await;
    let again = stand.call("kari", &preparing(&mail)).await.expect("the same draft");
    assert_eq!(
        (again.id.clone(), again.revision),
        (draft.id.clone(), draft.revision),
        "a second click makes no second draft"
    );
    stand.restart().await;
    let found =
        stand.call("ola", &FindDraft { conversation: ConversationId::new(mail.conversation()) }).await.expect("found");
    let seen = found.draft.expect("a colleague sees it");
    assert_eq!((seen.id, seen.status, seen.mine), (draft.id, Status::AwaitingReview, false));
    assert!(seen.next.contains(&Action::TakeOver));
}
