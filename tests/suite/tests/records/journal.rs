//! What every case system that takes mails into its journal does alike (journalføring): once, whole or not at all, and never in the
//! archive's own name.

use crate::{person::of, system};
use domain::{
    case::Access,
    port::{Correspondent, FailureKind, Filing, Journal, Records, Way},
};
use serde_json::Value;
use std::sync::Arc;
use town::Failing;

/// The statuses that a caseworker's system may set.
const OURS: [&str; 5] = ["S", "M", "F", "G", "E"];

fn correspondent(role: &str, name: &str, email: &str) -> Correspondent {
    Correspondent { role: role.into(), name: name.into(), email: (!email.is_empty()).then(|| email.into()) }
}

fn filing(way: Way, message_id: &str) -> Filing {
    let people = match way {
        Way::In => vec![correspondent("EA", "Per Haug", "per.haug@example.no"), correspondent("IM", "", "")],
        Way::Out => vec![correspondent("EM", "Per Haug", "per.haug@example.no"), correspondent("IA", "Ola Nes", "")],
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

/// A kernel, seen from both of our ports.
struct Desk {
    journal: Arc<noark::Noark>,
    kernel: town::Noark,
    _system: system::System,
}

async fn desk() -> Desk {
    let (journal, mut system) = system::both().await;
    let kernel = system.kernel.take().expect("a kernel");
    Desk { journal, kernel, _system: system }
}

fn statuses(kernel: &town::Noark) -> Vec<String> {
    let ours = |entry: &Value| entry["opprettetAv"] == "saksvar";
    let code = |entry: Value| entry["journalstatus"]["kode"].as_str().unwrap_or_default().to_owned();
    kernel.objects("journalpost").into_iter().filter(ours).map(code).collect()
}

#[tokio::test]
async fn a_mail_and_its_answer_are_registered_and_signed_off_once() {
    let desk = desk().await;
    let (me, journal) = (of("Byggesak"), &desk.journal);
    for turn in 0..3 {
        let incoming = journal.register(&me, &filing(Way::In, "<spm+1@example.no>")).await.expect("it is registered");
        let answer =
            journal.register(&me, &filing(Way::Out, "<svar'1@fjordvik.kommune.no>")).await.expect("it is registered");
        journal.sign_off(&me, &incoming, &answer).await.expect("it is signed off");
        assert_eq!((incoming.number.as_str(), answer.number.as_str()), ("2026/1234-6", "2026/1234-7"));
        assert_eq!((incoming.already, answer.already), (turn > 0, turn > 0), "turn {turn}");
    }
    let elsewhere = Filing { case: "2026/1187".parse().expect("a number"), ..filing(Way::In, "<spm+1@example.no>") };
    let told = journal.register(&me, &elsewhere).await.expect("it is told where it stands");
    assert_eq!((told.number.as_str(), told.already), ("2026/1234-6", true), "in another case it is the same mail");
    assert_eq!(statuses(&desk.kernel), ["S", "E"]);
    assert_eq!(desk.kernel.count("avskrivning"), 1);
    assert_eq!(desk.kernel.objects("avskrivning")[0]["avskrivningsmaate"]["kode"], "BE");
    let case = journal.case(&me, "2026/1234".parse().expect("a number")).await.expect("it answers").expect("the case");
    let last = case.entries.last().expect("an entry");
    assert_eq!((last.number, last.kind.as_str(), last.access.code.as_deref()), (7, "U", Some("UO")));
    let told = journal.sources_of(&me, &case).await.expect("it answers").sources;
    let text = told.iter().find(|source| source.record == "2026/1234-6").expect("the mail is a source");
    assert_eq!(text.text.trim(), "Hei", "the file is the mail, whole");
}

#[tokio::test]
async fn at_whichever_call_it_fails_nothing_stays_half_made() {
    let calls = {
        let desk = desk().await;
        desk.journal.register(&of("Byggesak"), &filing(Way::In, "<a@example.no>")).await.expect("it is registered");
        desk.kernel.asked().len()
    };
    for failing in [Failing::Down, Failing::Garbage] {
        for at in 0..calls {
            let desk = desk().await;
            let before = desk.kernel.count("arkivenhet") + desk.kernel.count("korrespondansepart");
            desk.kernel.fail(vec![Failing::Through; at].into_iter().chain([failing]));
            let mail = filing(Way::In, "<a@example.no>");
            let told = desk.journal.register(&of("Byggesak"), &mail).await;
            // Garbage in place of what the last call says hides that all was well; the mail is whole, and the next try tells so.
            let whole = statuses(&desk.kernel) == ["S"];
            assert!(told.is_err(), "{failing:?} at {at} of {calls}");
            let left = desk.kernel.count("arkivenhet") + desk.kernel.count("korrespondansepart");
            assert!(whole || left == before, "{failing:?} at {at} of {calls}: {left} instead of {before}");
            let again = desk.journal.register(&of("Byggesak"), &mail).await.expect("the next try succeeds");
            assert_eq!(again.number, "2026/1234-6", "{failing:?} at {at}");
            assert_eq!(statuses(&desk.kernel), ["S"], "{failing:?} at {at}");
        }
    }
}

#[tokio::test]
async fn what_a_server_left_half_made_when_it_stopped_is_made_anew() {
    let desk = desk().await;
    let mail = filing(Way::In, "<b@example.no>");
    // Long enough down that not even taking it back succeeds.
    desk.kernel.fail(vec![Failing::Through; 12].into_iter().chain(vec![Failing::Down; 2]));
    desk.journal.register(&of("Byggesak"), &mail).await.expect_err("the kernel is down");
    assert_eq!(statuses(&desk.kernel), ["R"], "reserved, which nobody reads as registered");
    let seen = desk.journal.case(&of("Byggesak"), mail.case).await.expect("it answers").expect("the case");
    assert_eq!(seen.entries.len(), 5, "what is half-made is not read");
    desk.journal.register(&of("Byggesak"), &mail).await.expect("the next try succeeds");
    assert_eq!(statuses(&desk.kernel), ["S"]);
    assert!(statuses(&desk.kernel).iter().all(|status| OURS.contains(&status.as_str())));
}

#[tokio::test]
async fn a_closed_case_takes_nothing_and_an_unknown_one_neither() {
    let desk = desk().await;
    for (case, kind) in [("2024/2210", FailureKind::Refused), ("2026/9999", FailureKind::NotFound)] {
        let mail = Filing { case: case.parse().expect("a number"), ..filing(Way::In, "<c@example.no>") };
        let told = desk.journal.register(&of("Byggesak"), &mail).await.expect_err("it takes none");
        assert_eq!(told.kind, kind, "{case}: {told}");
    }
    assert!(statuses(&desk.kernel).is_empty());
}

#[tokio::test]
async fn a_registration_is_taken_back() {
    let desk = desk().await;
    let filed =
        desk.journal.register(&of("Byggesak"), &filing(Way::In, "<d@example.no>")).await.expect("it is registered");
    for _ in 0..2 {
        desk.journal.undo(&of("Byggesak"), &filed).await.expect("it is taken back, and twice is once");
        assert!(statuses(&desk.kernel).is_empty());
    }
}
