//! Cases in an archive that is reached by messages, and published journals beside it: the line is the same, and what is not connected is said.

use crate::walk::{TILBYGG, mail_about, preparing};
use contract::operation::PrepareDraft;
use suite::Stand;
use town::{Einnsyn, EinnsynSettings, Failing, FiksArchive, FiksFailing, FiksSettings, Published};

const OURS: &str = "5ac5bae0-0000-4000-8000-000000000001";
const ARCHIVE: &str = "5ac5bae0-0000-4000-8000-000000000002";

/// An archive behind a folder, with published journals beside it, and a server that knows both.
struct Place {
    archive: FiksArchive,
    journals: Einnsyn,
    stand: Stand,
    _folder: tempfile::TempDir,
}

async fn place() -> Place {
    let records = suite::root().join("tests/fixture/records");
    let archive = FiksArchive::open(&FiksSettings { records: Some(records), latency: 20 }).expect("the archive opens");
    let folder = tempfile::tempdir().expect("a folder");
    drop(archive.serve(folder.path()));
    let published = vec![Published::sent(1, "Svar om tilbygg nær grense", "Tilbygg – Nordvik")];
    let journals =
        Einnsyn::start(EinnsynSettings { published, ..EinnsynSettings::default() }).await.expect("it starts");
    let settings = [
        ("SAKSVAR__FIKS__FOLDER", folder.path().to_str().expect("a path")),
        ("SAKSVAR__FIKS__ACCOUNT", OURS),
        ("SAKSVAR__FIKS__ARCHIVE", ARCHIVE),
        ("SAKSVAR__EINNSYN__URL", journals.url.as_str()),
    ];
    let stand = Stand::with(&settings).await;
    Place { archive, journals, stand, _folder: folder }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_rests_on_an_archives_records_and_similar_cases_stand_beside_it() {
    let without = Stand::up().await;
    let wanted = without.call("kari", &preparing(&mail_about(&without, TILBYGG))).await.expect("a draft");
    let Place { archive, journals, stand, _folder } = place().await;
    let draft = stand.call("kari", &preparing(&mail_about(&stand, TILBYGG))).await.expect("a draft");
    let messages = archive.asked().len();
    assert!(messages <= 20, "{messages} messages");
    assert_eq!((&draft.text, &draft.case), (&wanted.text, &wanted.case), "no claim rests on what others answered");
    let of = |system: &str| draft.evidence.iter().filter(|source| source.system == system).count();
    assert!(of("fiks") > 0 && of("register") > 0 && of("einnsyn") == 1, "{:?}", draft.evidence);
    let asked = journals.asked();
    let is_plain = |one: &String| one.starts_with("/search?query=tilbygg") && !one.to_lowercase().contains("haug");
    assert!(asked.iter().all(is_plain), "{asked:?}");
    let reached = backend::wire::cases_answer(&stand.config()).await;
    assert!(reached.iter().all(|(_, told)| told.is_ok()) && reached.len() == 2, "{reached:?}");
    let said = reached[0].1.clone().expect("it answers");
    assert!(said.contains("Fiks IO is not connected"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_journals_there_is_the_same_draft_and_an_archive_that_is_away_is_named() {
    let Place { archive, journals, stand, _folder } = place().await;
    archive.fail(vec![FiksFailing::Broken; 40]);
    let first =
        stand.call("kari", &preparing(&mail_about(&stand, TILBYGG))).await.expect("a draft of what else is known");
    let said = first.case.silent.unwrap_or_default();
    assert!(said.starts_with("Sakarkivet (fiks) svarte ikke."), "{said}");
    archive.heal();
    journals.fail(vec![Failing::Down; 9]);
    let again = PrepareDraft { again: true, seen: Some(first.revision), ..preparing(&mail_about(&stand, TILBYGG)) };
    let draft = stand.call("kari", &again).await.expect("a draft without them");
    assert!(draft.evidence.iter().any(|source| source.system == "fiks"));
    assert!(draft.evidence.iter().all(|source| source.system != "einnsyn"));
}
