//! Who is known to approve: one row a person, of one tenant, on record.

use super::sample::{approver, entry, memory, tenant};
use domain::{audit::Action, port::Enrolment, review::Approver};
use vocabulary::PersonId;

#[tokio::test]
async fn what_is_known_comes_back_as_it_was_and_goes() {
    let store = memory().await;
    let (ours, theirs) = (tenant(&store, "fjordvik"), tenant(&store, "bjerkedal"));
    let liv = approver();
    let siv = Approver { person: PersonId::new("siv"), name: "Siv Lund".into(), absence: None, ..liv.clone() };
    for approver in [&siv, &liv, &liv] {
        Enrolment::of(approver.clone()).commit(&*ours, entry(Action::ApproverKnown)).await.unwrap();
    }
    assert_eq!(ours.approvers().await.unwrap(), [liv.clone(), siv.clone()]);
    assert_eq!(theirs.approvers().await.unwrap(), []);
    Enrolment::none(liv.person).commit(&*ours, entry(Action::ApproverForgotten)).await.unwrap();
    assert_eq!((ours.approvers().await.unwrap(), ours.entries(0, 100).await.unwrap().len()), (vec![siv], 4));
}
