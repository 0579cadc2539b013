//! Two servers on one store: the second does not start, says why, and disturbs nobody.

use crate::{
    trail::command,
    walk::{TILBYGG, drafted, mail_about, preparing},
};
use suite::Stand;

#[tokio::test(flavor = "multi_thread")]
async fn a_second_server_on_the_same_store_is_refused_with_a_clear_sentence() {
    let stand = Stand::up().await;
    let mail = mail_about(&stand, TILBYGG);
    let draft = drafted(&stand, &mail).await;
    let second = command(&stand, &["serve"]).env("SAKSVAR__SERVER__LISTEN", "127.0.0.1:0").output();
    let second = second.expect("the binary runs");
    let why = String::from_utf8(second.stderr).expect("text");
    assert_eq!(second.status.code(), Some(3), "{why}");
    let file = stand.state_folder().join("saksvar.sqlite");
    assert!(
        why.contains(&format!("another server has {} open", file.display())) && why.contains("stop it first"),
        "{why}"
    );
    let again = stand.call("kari", &preparing(&mail)).await.expect("the first serves on");
    assert_eq!((again.id, again.revision), (draft.id, draft.revision));
}
