//! Whom a draft waits for, over HTTP: addressed, reminded of, stood in for; and what nobody gets by it.

use crate::{
    attack::Attack,
    walk::{POSTMOTTAK, TILBYGG, approval, asked, drafted, mail_about, preparing},
};
use contract::{
    Kind, Problem,
    operation::{ListReviews, RemindReview, RequestReview, ReviseDraft, SayAway, ShowDraft, TakeOver, WhoAmI},
    view::{Draft, Me},
};
use suite::Stand;
use vocabulary::PersonId;

async fn me(stand: &Stand, person: &str) -> Me {
    stand.call(person, &WhoAmI {}).await.expect("let in")
}

/// The account of somebody who may approve, once they have been here.
async fn account(stand: &Stand, person: &str) -> PersonId {
    let known = me(stand, person).await.approvers;
    known.into_iter().find(|approver| approver.own).expect("known").id
}

async fn ask(stand: &Stand, person: &str, draft: &Draft, to: &PersonId) -> Result<Draft, Problem> {
    let to = Some(to.clone());
    stand.call(person, &RequestReview { draft: draft.id.clone(), revision: draft.revision, to }).await
}

async fn away(stand: &Stand, person: &str, until: &str, stand_in: &PersonId) -> Result<Me, Problem> {
    let (until, stand_in) = (Some(until.to_owned()), Some(stand_in.clone()));
    stand.call(person, &SayAway { until, stand_in }).await
}

/// A day that has not come yet: today as the server's clock in this house has it, a week on.
fn later() -> String {
    jiff::Timestamp::now()
        .to_zoned(jiff::tz::TimeZone::UTC)
        .date()
        .saturating_add(jiff::Span::new().days(7))
        .to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_tells_whose_turn_it_is_and_a_reminder_reaches_it() {
    let stand = Stand::up().await;
    let (liv, eva) = (account(&stand, "liv").await, account(&stand, "eva").await);
    let draft = drafted(&stand, &mail_about(&stand, TILBYGG)).await;
    let asked = ask(&stand, "kari", &draft, &liv).await.expect("asked");
    let told = |draft: &Draft| draft.review.as_ref().expect("asked").told.clone();
    assert!(told(&asked).starts_with("Frist ") && told(&asked).ends_with("Til Liv Aas."), "{}", told(&asked));
    let mine = async |person| stand.call(person, &ListReviews {}).await.expect("a queue")[0].mine;
    assert_eq!((mine("liv").await, mine("eva").await), (true, false));
    assert_eq!((me(&stand, "liv").await.waiting, me(&stand, "eva").await.waiting), (1, 0));
    let remind = RemindReview { draft: draft.id.clone(), revision: asked.revision };
    let reminded = stand.call("kari", &remind).await.expect("reminded");
    assert_eq!(stand.call("kari", &remind).await.expect("the same"), reminded);
    assert!(told(&reminded).contains("Purret "), "{}", told(&reminded));
    assert_eq!((me(&stand, "liv").await.pressing, me(&stand, "eva").await.pressing), (1, 0));
    let own = away(&stand, "liv", &later(), &eva).await.expect("said").approvers;
    let own = own.into_iter().find(|approver| approver.own).expect("Liv");
    assert!(own.told.ends_with("Stedfortreder: Eva Dahl."), "{}", own.told);
    assert_eq!((mine("liv").await, mine("eva").await), (true, true));
    stand.call("liv", &SayAway { until: None, stand_in: None }).await.expect("back");
    assert!(!mine("eva").await);
    assert!(me(&stand, "kari").await.approvers.iter().all(|approver| !approver.own), "Kari may not approve");
}

#[tokio::test(flavor = "multi_thread")]
async fn attack_an_author_or_editor_who_stands_in() {
    let stand = Stand::up().await;
    let mut attack = Attack::on("an author or editor who stands in");
    let (liv, eva) = (account(&stand, "liv").await, account(&stand, "eva").await);
    // Liv writes, asks Eva, and stands in for her.
    let draft = drafted(&stand, &mail_about(&stand, TILBYGG)).await;
    let taken = TakeOver { draft: draft.id.clone(), revision: draft.revision };
    let own = stand.call("liv", &taken).await.expect("hers");
    attack.case("asks herself", ask(&stand, "liv", &own, &liv).await.is_ok());
    let waiting = ask(&stand, "liv", &own, &eva).await.expect("asked");
    away(&stand, "eva", &later(), &liv).await.expect("said");
    attack.case("decides as a stand-in", stand.call("liv", &approval(&waiting)).await.is_ok());
    let queue = stand.call("liv", &ListReviews {}).await.expect("a queue");
    attack.case("has it among her own", queue[0].mine || queue[0].decidable || me(&stand, "liv").await.waiting > 0);
    // Liv was an editor once; Kari has it again, and Liv stands in for whom it is addressed to.
    let text = format!("{}\n\nRing oss gjerne.", waiting.text);
    let edit = ReviseDraft { draft: waiting.id.clone(), revision: waiting.revision, text };
    let edited = stand.call("liv", &edit).await.expect("an edit");
    let back = TakeOver { draft: edited.id.clone(), revision: edited.revision };
    let back = stand.call("kari", &back).await.expect("Kari's again");
    let again = ask(&stand, "kari", &back, &eva).await.expect("asked");
    attack.case("decides as an earlier editor", stand.call("liv", &approval(&again)).await.is_ok());
    attack.case("is named as an earlier editor", ask(&stand, "kari", &again, &liv).await.is_ok());
    attack.case("a writer of earlier approves by Kari's hand", stand.call("kari", &approval(&again)).await.is_ok());
    assert!(stand.call("eva", &approval(&again)).await.is_ok(), "the one addressed does");
    attack.end();
}

#[tokio::test(flavor = "multi_thread")]
async fn attack_what_an_address_a_reminder_or_an_absence_may_carry() {
    let stand = Stand::up().await;
    let mut attack = Attack::on("address, reminder and absence");
    let (liv, eva) = (account(&stand, "liv").await, account(&stand, "eva").await);
    let draft = drafted(&stand, &mail_about(&stand, TILBYGG)).await;
    for to in ["", "nobody", "11111111-1111-1111-1111-111111111111", "<script>", "Liv Aas", POSTMOTTAK] {
        attack.case(format!("to {to}"), ask(&stand, "kari", &draft, &PersonId::new(to)).await.is_ok());
    }
    let waiting = asked(&stand, &draft).await;
    let remind = |revision| RemindReview { draft: waiting.id.clone(), revision };
    attack.case("reminds of another's", stand.call("liv", &remind(waiting.revision)).await.is_ok());
    attack.case("reminds of what was not seen", stand.call("kari", &remind(waiting.revision + 1)).await.is_ok());
    attack.case("a caseworker is away", away(&stand, "kari", &later(), &liv).await.is_ok());
    for (until, stand_in) in [
        (later(), &liv),
        (later(), &PersonId::new("nobody")),
        ("2020-01-01".to_owned(), &eva),
        ("9999-12-31".to_owned(), &eva),
        ("i morgen".to_owned(), &eva),
        (String::new(), &eva),
    ] {
        attack.case(format!("away until {until}"), away(&stand, "liv", &until, stand_in).await.is_ok());
    }
    attack.end();
    // Who lost the role stands in for nobody, and cannot be asked.
    away(&stand, "liv", &later(), &eva).await.expect("said");
    stand.town.withdraw_role("eva", "Reviewer");
    assert!(me(&stand, "eva").await.approvers.iter().all(|approver| approver.id != eva));
    assert!(!me(&stand, "liv").await.approvers.iter().any(|approver| approver.told.contains("Eva")));
    assert_eq!(ask(&stand, "kari", &waiting, &eva).await.expect_err("no more").kind, Kind::BadInput);
    let shown = stand.call("kari", &ShowDraft { draft: waiting.id.clone() }).await.expect("shown");
    assert_eq!(shown.review.map(|review| review.overdue), Some(false));
    let prepared = stand.call("kari", &preparing(&mail_about(&stand, TILBYGG))).await.expect("as it is");
    assert_eq!(prepared.id, waiting.id);
}
