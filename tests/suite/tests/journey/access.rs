//! Who may see which case (tilgang): what an access code hides from a colleague is not found for them, and neither is a draft that rests on it.

use crate::walk::{asked, drafted, mail_about, preparing};
use contract::{
    Kind,
    operation::{FindDraft, ListReviews, PrepareDraft, SearchCases, ShowDraft},
};
use suite::Stand;
use vocabulary::ConversationId;

/// The complaint of a parent in a case under `UO`, which Barnehage og skole answers for.
const COMPLAINT: &str = "barnehage";

#[tokio::test(flavor = "multi_thread")]
async fn a_search_finds_what_the_caller_may_see_and_no_sign_of_the_rest() {
    let stand = Stand::up().await;
    for (person, text, found) in [
        ("kari", "2026/733", true),
        ("ola", "2026/733", false),
        ("ola", "barnehage", false),
        ("ola", "sak 26/1234", true),
        ("ola", "tilbygg storgata", true),
    ] {
        let cases = stand.call(person, &SearchCases { text: text.into() }).await.expect(text);
        assert_eq!(!cases.cases.is_empty(), found, "{person} {text}: {cases:?}");
    }
    let refused = stand.call("kari", &SearchCases { text: " … ".into() }).await.expect_err("nothing to seek by");
    assert_eq!((refused.kind, refused.field.as_deref()), (Kind::BadInput, Some("text")));
    let refused = stand.call("tor", &SearchCases { text: "tilbygg".into() }).await.expect_err("no writer");
    assert_eq!(refused.kind, Kind::NotAllowed);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restricted_case_is_there_for_the_people_of_its_unit_alone() {
    let stand = Stand::up().await;
    let mail = mail_about(&stand, COMPLAINT);
    let ola = stand.call("ola", &preparing(&mail)).await.expect("a draft without the case");
    assert!(ola.case.number.is_none(), "Ola builds: {:?}", ola.case);
    assert!(ola.evidence.iter().all(|item| item.access.is_none()), "{:?}", ola.evidence);
    let chosen = PrepareDraft { case: "2026/733".parse().ok(), ..preparing(&mail) };
    let refused = stand.call("ola", &chosen).await.expect_err("the case is not there for Ola");
    assert_eq!((refused.kind, refused.field.as_deref()), (Kind::BadInput, Some("case")), "{refused:?}");
    let stand = Stand::up().await;
    let mail = mail_about(&stand, COMPLAINT);
    let draft = drafted(&stand, &mail).await;
    assert!(draft.case.number.is_some() && draft.evidence.iter().any(|item| item.access.is_some()), "{:?}", draft.case);
    let waiting = asked(&stand, &draft).await;
    for (reviewer, sees) in [("liv", true), ("eva", false)] {
        let queue = stand.call(reviewer, &ListReviews {}).await.expect("a queue");
        assert_eq!(queue.len(), usize::from(sees), "{reviewer}");
        let shown = stand.call(reviewer, &ShowDraft { draft: waiting.id.clone() }).await;
        assert_eq!(shown.err().map(|problem| problem.kind), (!sees).then_some(Kind::NotFound), "{reviewer}");
    }
    let conversation = ConversationId::new(mail.conversation());
    assert!(stand.call("ola", &FindDraft { conversation }).await.expect("an answer").draft.is_none());
}
