//! Public 360 as a journal (journalføring): once, whole or void, and never in the archive's own name.

use super::started;
use crate::{
    person::{account, of},
    system::System,
};
use domain::{
    case::Access,
    person::Person,
    port::{Correspondent, FailureKind, Filing, Journal, Records, Way},
};
use p360::P360;
use serde_json::{Value, json};
use std::sync::Arc;
use town::Failing;

fn correspondent(role: &str, name: &str, email: Option<&str>) -> Correspondent {
    Correspondent { role: role.into(), name: name.into(), email: email.map(str::to_owned) }
}

fn filing(way: Way, message_id: &str) -> Filing {
    let per = |role| correspondent(role, "Per Haug", Some("per.haug@example.no"));
    let people = match way {
        Way::In => vec![per("EA"), correspondent("IM", "", None)],
        Way::Out => {
            vec![per("EM"), correspondent("EK", "", Some("kopi@example.org")), correspondent("IA", "Ola Nes", None)]
        }
    };
    Filing {
        case: "2026/1234".parse().expect("a number"),
        system: String::new(),
        way,
        title: "Spørsmål om tilbygg – Storgata 12".into(),
        public_title: "Spørsmål om tilbygg".into(),
        access: Access { code: Some("UO".into()), legal_basis: Some("offl. § 13".into()) },
        at: "2026-11-20T08:12:03Z".parse().expect("a time"),
        people,
        message_id: message_id.into(),
        mime: format!("Message-ID: {message_id}\r\nSubject: Tilbygg\r\n\r\nHei\r\n").into_bytes(),
    }
}

/// A mail and its answer.
pub(super) fn pair() -> [Filing; 2] {
    [filing(Way::In, "<spm+1@example.no>"), filing(Way::Out, "<svar'1@fjordvik.kommune.no>")]
}

struct Desk {
    journal: Arc<P360>,
    me: Person,
    system: System,
}

impl Desk {
    fn town(&self) -> &town::P360 {
        self.system.p360.as_ref().expect("it")
    }

    /// Number and status of what was made.
    fn statuses(&self) -> Vec<(String, String)> {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        self.town().made().iter().map(|one| (text(&one["number"]), text(&one["status"]))).collect()
    }
}

async fn desk() -> Desk {
    let (journal, system) = started(0, false, |_| {}).await;
    Desk { journal, me: of("Byggesak"), system }
}

fn of_status(all: &[(&str, &str)]) -> Vec<(String, String)> {
    all.iter().map(|(number, status)| ((*number).to_owned(), (*status).to_owned())).collect()
}

#[tokio::test]
async fn a_mail_and_its_answer_are_registered_and_signed_off_once() {
    let desk = desk().await;
    let [mail, reply] = pair();
    for turn in 0..3 {
        let incoming = desk.journal.register(&desk.me, &mail).await.expect("it is registered");
        let answer = desk.journal.register(&desk.me, &reply).await.expect("it is registered");
        desk.journal.sign_off(&desk.me, &incoming, &answer).await.expect("it is signed off");
        assert_eq!((incoming.number.as_str(), answer.number.as_str()), ("2026/1234-6", "2026/1234-7"));
        assert_eq!((incoming.already, answer.already), (turn > 0, turn > 0), "turn {turn}");
    }
    let elsewhere = Filing { case: "2026/1187".parse().expect("a number"), ..mail };
    let told = desk.journal.register(&desk.me, &elsewhere).await.expect("it is told where it stands");
    assert_eq!((told.number.as_str(), told.already), ("2026/1234-6", true), "in another case it is the same mail");
    let made = desk.town().made();
    assert_eq!(desk.statuses(), of_status(&[("26/01234-6", "S"), ("26/01234-7", "E")]));
    assert_eq!((&made[0]["signed_off"], &made[1]["signed_off"]), (&json!("BE"), &Value::Null));
    let wanted = json!({ "role": "EA", "name": "Per Haug", "email": "per.haug@example.no" });
    assert_eq!(made[0]["contacts"], json!([wanted]), "the house's own are no contacts there");
    assert_eq!(
        made[1]["contacts"][1],
        json!({ "role": "EK", "name": "kopi@example.org", "email": "kopi@example.org" })
    );
    assert_eq!(made[1]["dispatched"], "2026-11-20T09:12:03");
    for (field, is) in [
        ("category", "I"),
        ("by", account("Byggesak").as_str()),
        ("reference", "<spm+1@example.no>"),
        ("title", "Spørsmål om tilbygg"),
        ("unofficial", "Spørsmål om tilbygg – Storgata 12"),
        ("access", "UO"),
        ("paragraph", "offl. § 13"),
    ] {
        assert_eq!(made[0][field], is, "{field}");
    }
    let number = "2026/1234".parse().expect("a number");
    let case = desk.journal.case(&desk.me, number).await.expect("it answers").expect("the case");
    let last = case.entries.last().expect("an entry");
    assert_eq!((last.number, last.kind.as_str(), last.access.code.as_deref()), (7, "U", Some("UO")));
    let told = desk.journal.sources_of(&desk.me, &case).await.expect("it answers").sources;
    let text = told.iter().find(|source| source.record == "2026/1234-6").expect("the mail is a source");
    assert_eq!(text.text.trim(), "Hei", "the file is the mail, whole");
}

#[tokio::test]
async fn at_whichever_call_it_fails_nothing_stays_half_made() {
    let mail = filing(Way::In, "<a@example.no>");
    let calls = {
        let desk = desk().await;
        desk.journal.register(&desk.me, &mail).await.expect("it is registered");
        desk.town().asked().len()
    };
    for failing in [Failing::Down, Failing::Garbage] {
        for at in 0..calls {
            let desk = desk().await;
            desk.town().fail(vec![Failing::Through; at].into_iter().chain([failing]));
            let told = desk.journal.register(&desk.me, &mail).await;
            assert!(told.is_err(), "{failing:?} at {at} of {calls}");
            assert_eq!(desk.statuses(), [], "{failing:?} at {at} of {calls}");
            let again = desk.journal.register(&desk.me, &mail).await.expect("the next try succeeds");
            assert_eq!(again.number, "2026/1234-6", "{failing:?} at {at}");
            assert_eq!(desk.statuses(), of_status(&[("26/01234-6", "S")]), "{failing:?} at {at}");
        }
    }
}

#[tokio::test]
async fn a_mail_whose_answer_was_lost_is_found_and_not_made_twice() {
    let desk = desk().await;
    let mail = filing(Way::In, "<e@example.no>");
    desk.town().fail_lost();
    let failure = desk.journal.register(&desk.me, &mail).await.expect_err("nobody was told");
    assert_eq!(failure.kind, FailureKind::Unavailable, "{failure}");
    let again = desk.journal.register(&desk.me, &mail).await.expect("the next try finds it");
    assert_eq!((again.number.as_str(), again.already), ("2026/1234-6", true));
    assert_eq!(desk.statuses(), of_status(&[("26/01234-6", "S")]));
}

#[tokio::test]
async fn what_is_made_without_its_file_is_void_and_made_anew() {
    let mail = filing(Way::In, "<b@example.no>");
    // The second time it is down when that is to be taken back, so that the next try does it.
    for down in [0, 1] {
        let desk = desk().await;
        desk.journal.register(&desk.me, &filing(Way::In, "<before@example.no>")).await.expect("codes are known");
        desk.town().fail_half();
        if down > 0 {
            desk.town().fail(vec![Failing::Through; 4].into_iter().chain([Failing::Down]));
        }
        let failure = desk.journal.register(&desk.me, &mail).await.expect_err("the file was not stored");
        assert_eq!(failure.kind, FailureKind::Unavailable, "{failure}");
        desk.town().heal();
        let again = desk.journal.register(&desk.me, &mail).await.expect("the next try succeeds");
        assert_eq!((again.number.as_str(), again.already), ("2026/1234-8", false), "{down}");
        let wanted = [("26/01234-6", "S"), ("26/01234-7", "U"), ("26/01234-8", "S")];
        assert_eq!(desk.statuses(), of_status(&wanted), "{down}");
    }
}

#[tokio::test]
async fn a_closed_case_takes_nothing_and_a_hidden_or_unknown_one_neither() {
    let desk = desk().await;
    for (case, kind) in [
        ("2024/2210", FailureKind::Refused),
        ("2026/9999", FailureKind::NotFound),
        ("2026/0733", FailureKind::NotFound),
    ] {
        let mail = Filing { case: case.parse().expect("a number"), ..filing(Way::In, "<c@example.no>") };
        let told = desk.journal.register(&desk.me, &mail).await.expect_err("it takes none");
        assert_eq!(told.kind, kind, "{case}: {told}");
    }
    for code in ["ZZ", "GR", "XK"] {
        let access = Access { code: Some(code.into()), legal_basis: None };
        let mail = Filing { access, ..filing(Way::In, "<c@example.no>") };
        let told = desk.journal.register(&desk.me, &mail).await.expect_err("unknown, expired, or not the person's");
        assert_eq!(told.kind, FailureKind::Refused, "{code}: {told}");
    }
    assert_eq!(desk.statuses(), []);
}

#[tokio::test]
async fn a_registration_is_taken_back_by_voiding_it_and_may_be_made_again() {
    let desk = desk().await;
    let mail = filing(Way::In, "<d@example.no>");
    let filed = desk.journal.register(&desk.me, &mail).await.expect("it is registered");
    for _ in 0..2 {
        desk.journal.undo(&desk.me, &filed).await.expect("it is taken back, and twice is once");
        assert_eq!(desk.statuses(), of_status(&[("26/01234-6", "U")]));
    }
    let case = desk.journal.case(&desk.me, mail.case).await.expect("it answers").expect("the case");
    assert_eq!(case.entries.len(), 5, "what is void is not read");
    let again = desk.journal.register(&desk.me, &mail).await.expect("it is registered anew");
    assert_eq!((again.number.as_str(), again.already), ("2026/1234-7", false));
}

#[tokio::test]
async fn what_somebody_changed_meanwhile_is_not_taken_back() {
    let desk = desk().await;
    let filed = domain::port::Filed { id: "26/01234-1".into(), number: "2026/1234-1".into(), already: true };
    // Journalled by the archive since.
    let told = desk.journal.undo(&desk.me, &filed).await.expect_err("it is the archive's");
    assert_eq!(told.kind, FailureKind::Refused, "{told}");
}
