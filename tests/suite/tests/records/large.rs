//! Files that are larger than a system takes at once (store filer), and objects that somebody else changed meanwhile.

use crate::{person::of, system};
use domain::{
    case::Access,
    port::{Correspondent, FailureKind, Filing, Journal, Way},
};

/// Bytes of a mail that is sent in parts.
const LARGE: usize = 3 << 20;

fn filing(bytes: usize) -> Filing {
    let head = "Message-ID: <stor@example.no>\r\nSubject: Tegninger\r\n\r\n";
    Filing {
        case: "2026/1234".parse().expect("a number"),
        system: String::new(),
        way: Way::In,
        title: "Tegninger".into(),
        public_title: "Tegninger".into(),
        access: Access::default(),
        at: "2026-11-20T08:12:03Z".parse().expect("a time"),
        people: vec![Correspondent { role: "EA".into(), name: "Per Haug".into(), email: None }],
        message_id: "<stor@example.no>".into(),
        mime: format!("{head}{}", "linje\r\n".repeat(bytes / 7)).into_bytes(),
    }
}

#[tokio::test]
async fn a_mail_that_is_larger_than_is_taken_at_once_goes_in_parts() {
    for (bulk, parts) in [(2 << 20, 2), (1 << 20, 4), (0, 0), (157_286_400, 0)] {
        let (journal, system) = system::bounded(bulk).await;
        let kernel = system.kernel.as_ref().expect("a kernel");
        journal.register(&of("Byggesak"), &filing(LARGE)).await.expect("it is registered");
        let sent = kernel.asked().iter().filter(|one| one.method == "PUT" && one.path.contains("/upload/")).count();
        assert_eq!(sent, parts, "{bulk}");
        let stored = kernel.objects("dokumentobjekt");
        let stored = stored.iter().find(|one| one["filnavn"] == "<stor@example.no>").expect("the file");
        assert_eq!(stored["filstoerrelse"], filing(LARGE).mime.len(), "{bulk}");
    }
}

#[tokio::test]
async fn what_somebody_else_changed_meanwhile_is_not_written_over() {
    let calls = {
        let (journal, system) = system::both().await;
        journal.register(&of("Byggesak"), &filing(100)).await.expect("it is registered");
        let asked = system.kernel.as_ref().expect("a kernel").asked();
        asked.iter().rposition(|one| one.method == "PATCH").expect("the status is set at the end")
    };
    let (journal, system) = system::both().await;
    let kernel = system.kernel.as_ref().expect("a kernel");
    let before = kernel.count("journalpost");
    kernel.meddle(calls);
    let told = journal.register(&of("Byggesak"), &filing(100)).await.expect_err("somebody was faster");
    assert_eq!((told.kind, kernel.count("journalpost")), (FailureKind::Stale, before), "{told}");
    let again = journal.register(&of("Byggesak"), &filing(100)).await.expect("the next try succeeds");
    assert_eq!((again.already, kernel.count("journalpost")), (false, before + 1));
}
