//! Sending from the pane over the emulated Graph: the sealed letter leaves once, whatever Graph answers; and the gate's switch.

use crate::{
    trail::{run, trail},
    walk::{POSTMOTTAK, TILBYGG, approval, asked, drafted, gate, known, mail_about, released, sending, swept},
};
use contract::{
    Access, Kind, Problem, TABLE,
    operation::{ConfirmSend, LookAhead, PrepareDraft, RateDraft, SendDraft, SwitchGate, WhoAmI},
    view::{Action, Draft, GateDecision},
};
use suite::Stand;
use town::{Fault, Mail};
use vocabulary::{GateMode, Rating, Role, Status};

/// Settings of a house that sends from the pane.
pub(crate) const SENDS: [(&str, &str); 2] = [
    ("SAKSVAR__GRAPH__SEND", "true"),
    ("SAKSVAR__GRAPH__SCOPES", "[\"Mail.ReadWrite\", \"Mail.ReadWrite.Shared\", \"Mail.Send\", \"Mail.Send.Shared\"]"),
];

/// An approved draft; the first to this mail, or the next.
async fn approved(stand: &Stand, mail: &Mail) -> Draft {
    let again = PrepareDraft { again: true, ..crate::walk::preparing(mail) };
    stand.call("kari", &again).await.expect("a draft");
    let waiting = asked(stand, &drafted(stand, mail).await).await;
    stand.call("liv", &approval(&waiting)).await.expect("approved")
}

async fn send(stand: &Stand, draft: &Draft) -> Result<Draft, Problem> {
    stand.call("kari", &SendDraft { draft: draft.id.clone(), revision: draft.revision }).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sealed_letter_leaves_from_the_mailbox_it_came_to() {
    let stand = Stand::with(&SENDS).await;
    let mail = mail_about(&stand, TILBYGG);
    let draft = approved(&stand, &mail).await;
    let before = stand.town.sent(POSTMOTTAK).len();
    let sent = send(&stand, &draft).await.expect("sent");
    let again = send(&stand, &draft).await.expect("the same");
    let left = &stand.town.sent(POSTMOTTAK)[before..];
    assert_eq!((left.len(), sent.status, again.status), (1, Status::Sent, Status::Sent));
    let to: Vec<_> = left[0].to.iter().chain(&left[0].cc).chain(&left[0].bcc).map(|to| to.address.clone()).collect();
    assert_eq!((to, left[0].from.address.as_str()), (draft.recipients.clone(), POSTMOTTAK));
    assert!(left[0].text.contains("Ref. SV-") && left[0].text.contains("Sent:"), "the letter, and the thread below");
    let after = sent.after.expect("what there is to say");
    assert_eq!((after.journal, after.unsure, after.unrated), (Some(true), false, true), "{after:?}");
    assert!(after.sent_at.is_some() && after.by.contains("Kari") && !after.title.is_empty());
    let rate = RateDraft { draft: draft.id.clone(), rating: Rating::Good };
    assert!(stand.call("kari", &rate).await.expect("counted").after.is_some_and(|after| !after.unrated));
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_graph_answers_it_leaves_at_most_once() {
    let stand = Stand::with(&SENDS).await;
    let mail = mail_about(&stand, TILBYGG);
    let done = |fault| Fault::Done(Box::new(fault));
    // Two readings come first; then the draft, what stands in it, a look at it, and the order.
    for (place, fault, left, is_unsure) in [
        (2, Fault::Forbidden, 0, false),
        (2, done(Fault::Unavailable(None)), 0, false),
        (3, Fault::TooManyRequests(Some(1)), 0, false),
        (4, Fault::Garbage, 0, false),
        (5, Fault::Forbidden, 0, false),
        (5, done(Fault::Unavailable(None)), 1, false),
        (5, done(Fault::BreakOff), 1, false),
        (5, Fault::WrongContentType, 0, true),
    ] {
        let draft = approved(&stand, &mail).await;
        let before = stand.town.sent(POSTMOTTAK).len();
        stand.town.fail_graph(std::iter::repeat_n(Fault::Spared, place).chain([fault.clone()]));
        let told = send(&stand, &draft).await;
        let name = format!("{fault:?} at {place}: {told:?}");
        assert_eq!(stand.town.sent(POSTMOTTAK).len() - before, left, "{name}");
        assert_eq!(told.is_ok(), left == 1, "{name}");
        let now = swept(&stand, &draft).await;
        assert_eq!(now.after.as_ref().is_some_and(|after| after.unsure), is_unsure, "{name}");
        let again = send(&stand, &draft).await.expect("goes on, or waits");
        let expected = if is_unsure { Status::Released } else { Status::Sent };
        assert_eq!(again.status, expected, "{name}");
        assert_eq!(stand.town.sent(POSTMOTTAK).len() - before, usize::from(!is_unsure), "{name}: once");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_house_that_does_not_send_offers_it_to_nobody() {
    let stand = Stand::up().await;
    let draft = approved(&stand, &mail_about(&stand, TILBYGG)).await;
    assert!(!draft.next.contains(&Action::Send));
    assert_eq!(send(&stand, &draft).await.expect_err("not here").kind, Kind::NotAllowed);
    assert!(stand.town.sent(POSTMOTTAK).iter().all(|mail| !mail.text.contains("Ref. SV-")));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_gate_is_switched_beside_the_running_server_and_by_nobody_but_an_operator() {
    let (ours, theirs) = Stand::pair().await;
    let mail = mail_about(&ours, TILBYGG);
    let released = released(&ours, &mail).await;
    let whole = sending(&released, &mail);
    let changed = ConfirmSend { html: whole.html.replace("12 500", "1 250").replace("Hei", "Hallo"), ..whole.clone() };
    let tenant = ours.town.settings().tenant.clone();
    let row = TABLE.iter().find(|row| row.path == "/api/switch-gate").expect("it is there");
    assert_eq!(row.access, Access::Roles(&[Role::Operator]));
    for person in ["kari", "liv", "ola"] {
        let refused = ours.call(person, &SwitchGate { mode: GateMode::Off }).await.expect_err("no operator");
        assert_eq!(refused.kind, Kind::NotAllowed, "{person}");
    }
    assert_eq!(gate(&ours, &changed).await.decision, GateDecision::Stop);
    let (code, told) = run(&ours, &["gate", "off", "--tenant", &tenant]);
    assert_eq!((code, told.trim()), (Some(0), "off"));
    assert_eq!(known(&ours, &mail.conversation()).await, GateDecision::Allow, "at once, without a restart");
    assert_eq!(gate(&ours, &changed).await.decision, GateDecision::Allow);
    assert_eq!(
        theirs.call("kari", &WhoAmI {}).await.expect("Kari").gate,
        GateMode::Soft,
        "the other house's is its own"
    );
    let me = ours.call("tor", &SwitchGate { mode: GateMode::Prompt }).await.expect("an operator");
    assert_eq!(me.gate, GateMode::Prompt);
    let asks = gate(&ours, &changed).await;
    assert_eq!((asks.decision, asks.sentence.is_empty()), (GateDecision::Ask, false));
    assert_eq!(run(&ours, &["gate", "--tenant", &tenant]).1.trim(), "prompt");
    let links = trail(&ours).await;
    let of = |name: &str| links.iter().filter(|link| link.entry.action.name() == name).collect::<Vec<_>>();
    let switched: Vec<_> = of("gate_switched");
    assert!(switched[0].entry.facts.iter().any(|(name, _)| name == "account"), "who sat at the line");
    assert!(switched[1].entry.person.is_some() && !of("send_ungated").is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn looking_ahead_tells_what_send_will_say_and_lets_nothing_go() {
    let stand = Stand::up().await;
    let mail = mail_about(&stand, TILBYGG);
    let released = released(&stand, &mail).await;
    let whole = sending(&released, &mail);
    let before = trail(&stand).await.len();
    let ahead = |it: ConfirmSend| LookAhead {
        reference: it.reference,
        conversation: it.conversation,
        from: it.from,
        to: it.to,
        cc: it.cc,
        bcc: it.bcc,
        subject: it.subject,
        html: it.html,
        attachments: it.attachments,
    };
    let more = ConfirmSend { cc: vec!["naboen@example.no".into()], ..whole.clone() };
    let told = stand.call("gate", &ahead(more.clone())).await.expect("an answer");
    assert_eq!((told.decision, told.place.as_str()), (GateDecision::Ask, "recipients"));
    assert_eq!(stand.call("gate", &ahead(whole)).await.expect("an answer").decision, GateDecision::Allow);
    assert_eq!(trail(&stand).await.len(), before, "nothing is on record");
    assert_eq!(swept(&stand, &released.draft).await.status, Status::Released, "and nothing was let through");
    assert_eq!(gate(&stand, &more).await, told);
}
