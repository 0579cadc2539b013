//! Signing in by nested app authentication, with Microsoft's own library in the pane: silently, by a window of Outlook's, and not at all.

use browser::Visit;
use serde_json::Value;
use std::{fs, io::Write};
use tempfile::TempDir;
use town::{Bridge, Running};

const MAIL: &str = "Sak 2026/1234 – tilbygg";
/// How many seconds old the pane's token may be, at most, for a second person's word; and something above that.
const OLD: i64 = 3000;

/// Whether the build could fetch the library; where it could not, the story says so and ends.
fn is_built() -> bool {
    let files = fs::read_dir(browser::root().join("dist")).expect("dist");
    let is_there = files.flatten().any(|file| file.file_name().to_string_lossy().starts_with("msal."));
    if !is_there {
        let _ =
            writeln!(std::io::stdout(), "\nnot run: the pane was built without Microsoft's library, for want of npm");
    }
    is_there
}

async fn visit(bridge: Bridge) -> Visit {
    let visit = Visit::begin().await;
    // The pane that has come up with an older Outlook has its token, and asks for no other.
    visit.pane().await.see(".who", "Kari N.").await;
    visit.stand.town.set_bridge(bridge);
    visit
}

/// The methods that Outlook was asked, since so many.
fn methods(town: &Running, since: usize) -> Vec<String> {
    town.nested().iter().skip(since).filter_map(|asked| Some(asked["method"].as_str()?.to_owned())).collect()
}

/// How often Office's own token was asked for.
fn office(town: &Running) -> usize {
    town.count(town::System::Outlook, "POST", "/api/token")
}

#[tokio::test(flavor = "multi_thread")]
async fn outlook_signs_in_silently_and_nothing_of_it_is_stored() {
    if !is_built() {
        return;
    }
    let visit = visit(Bridge::There).await;
    let before = office(&visit.stand.town);
    visit.go("").await;
    visit.open(MAIL).await.drafted().await;
    let town = &visit.stand.town;
    assert_eq!(methods(town, 0), ["GetInitContext", "GetToken"], "one application, one token");
    assert_eq!(office(town), before, "Office's own token is not asked for");
    let params = town.nested()[1]["params"].clone();
    let (client, host) = (town.settings().client_id.clone(), visit.stand.address());
    assert_eq!(params["clientId"], client);
    assert_eq!(params["scope"], format!("api://{host}/{client}/access_as_user"), "our own scope and no other");
    let stores = "return [localStorage, sessionStorage].map((it) => JSON.stringify(it)).join() + document.cookie";
    let stored = visit.ask(stores, vec![]).await.to_string();
    for token in town.issued() {
        assert!(!stored.contains(&token), "a token lies in a store of the browser: {stored}");
    }
    assert!(!stored.contains("accesstoken") && !stored.contains("idtoken"), "{stored}");
    // Whoever comes again has had the token that is kept refused.
    assert!(visit.ask("return window.nested(false)", vec![]).await.is_string());
    let last = visit.stand.town.nested().pop().unwrap_or_default();
    assert_eq!((last["method"].as_str(), last["params"]["forceRefresh"].as_bool()), (Some("GetToken"), Some(true)));
    visit.press("#sign-out", "Logg ut").await.see(".empty", "Logg inn for å fortsette").await;
    visit.press("#primary", "Logg inn").await.see(".who", "Kari N.").await;
    assert!(!methods(&visit.stand.town, 0).contains(&"GetTokenPopup".to_owned()), "nobody is asked");
    visit.end(&[]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn outlook_asks_the_person_only_once_they_have_pressed() {
    if !is_built() {
        return;
    }
    let visit = visit(Bridge::Person).await;
    visit.stand.town.fail_office_sign_in(Some(13012));
    visit.go("").await;
    visit.open(MAIL).await.see(".empty", "Logg inn for å fortsette").await;
    assert!(!methods(&visit.stand.town, 0).contains(&"GetTokenPopup".to_owned()), "nothing pops up by itself");
    visit.press("#primary", "Logg inn").await.in_other_window("#prompt-no").await;
    visit.pane().await.see(".empty", "Innloggingen ble ikke fullført").await;
    visit.press("#primary", "Logg inn").await.in_other_window("#prompt-yes").await;
    visit.pane().await.see(".who", "Kari N.").await;
    visit.drafted().await;
    visit.end(&[]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_entra_asks_for_besides_reaches_the_person_through_outlook() {
    if !is_built() {
        return;
    }
    let visit = visit(Bridge::There).await;
    visit.go("").await;
    visit.pane().await.see(".who", "Kari N.").await;
    visit.stand.town.require_interaction();
    visit.open(MAIL).await.in_other_window("#prompt-yes").await;
    visit.drafted().await;
    let asked = visit.stand.town.nested();
    let claims = |asked: &Value| asked["params"]["claims"].as_str().unwrap_or_default().to_owned();
    let proof: Vec<_> = asked.iter().filter(|asked| claims(asked).contains("acrs")).collect();
    assert!(!proof.is_empty() && proof.iter().any(|asked| asked["method"] == "GetTokenPopup"), "{asked:?}");
    visit.end(&["401"]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_persons_word_is_given_with_a_newer_token_in_silence() {
    if !is_built() {
        return;
    }
    let visit = visit(Bridge::There).await;
    visit.stand.town.age_tokens(OLD);
    visit.go("").await;
    visit.open(MAIL).await.drafted().await.asked().await;
    visit.becomes("liv", "Liv A.").await.press("#tab-review", "").await;
    visit.stand.town.age_tokens(0);
    visit.press(".entry", "Per Haug").await.see(".detail #draft", "").await;
    visit.ticked().await;
    let asked = visit.stand.town.nested();
    let newer = asked.iter().find(|asked| asked["params"]["claims"].as_str().is_some_and(|it| it.contains("nbf")));
    assert_eq!(newer.expect("a newer token was asked for")["method"], "GetToken");
    visit.end(&["401"]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn where_outlook_refuses_the_other_two_ways_are_left() {
    if !is_built() {
        return;
    }
    let visit = visit(Bridge::Refusing).await;
    visit.go("").await;
    visit.pane().await.see(".who", "Kari N.").await;
    assert!(office(&visit.stand.town) > 0, "by Office's own token");
    visit.stand.town.fail_office_sign_in(Some(13012));
    visit.go("").await;
    visit.open(MAIL).await.see(".empty", "Logg inn for å fortsette").await;
    visit.press("#primary", "Logg inn").await.in_other_window("[data-person=kari]").await;
    visit.pane().await.see(".who", "Kari N.").await;
    visit.end(&["/api/token"]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn where_consent_is_missing_our_own_window_says_so_and_not_outlooks() {
    if !is_built() {
        return;
    }
    let visit = visit(Bridge::NoConsent).await;
    visit.stand.town.fail_office_sign_in(Some(13005));
    visit.go("").await;
    visit.open(MAIL).await.see(".empty", "Logg inn for å fortsette").await;
    visit.press("#primary", "Logg inn").await.in_other_window("[data-person=kari]").await;
    visit.pane().await.see(".who", "Kari N.").await;
    assert!(!methods(&visit.stand.town, 0).contains(&"GetTokenPopup".to_owned()));
    visit.end(&["/api/token"]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_outlook_that_never_answers_is_left() {
    if !is_built() {
        return;
    }
    let visit = visit(Bridge::Mute).await;
    visit.go("").await;
    visit.open(MAIL).await.see(".who", "Kari N.").await;
    assert!(office(&visit.stand.town) > 0, "by Office's own token");
    visit.end(&[]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_library_office_gives_the_token() {
    let folder = TempDir::new().expect("a folder");
    for file in fs::read_dir(browser::root().join("dist")).expect("dist").flatten() {
        if !file.file_name().to_string_lossy().starts_with("msal.") {
            fs::copy(file.path(), folder.path().join(file.file_name())).expect("a copy");
        }
    }
    let assets = folder.path().to_string_lossy();
    let visit = Visit::with(&[("SAKSVAR__SERVER__ASSETS", &assets)], "", (1280, 900)).await;
    visit.stand.town.set_bridge(Bridge::There);
    visit.go("").await;
    visit.open(MAIL).await.drafted().await;
    assert!(methods(&visit.stand.town, 0).is_empty(), "the bridge was not touched");
    visit.end(&["msal.", "404"]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn consent_that_is_missing_is_a_sentence_and_a_link_to_send_on() {
    let visit = visit(Bridge::Absent).await;
    visit.stand.town.withdraw_consent();
    visit.open(MAIL).await.see("#trouble", "Kommunen har ikke gitt Saksvar tilgang til e-posten ennå.").await;
    let words = visit.words("#trouble").await;
    assert!(!words.contains("AADSTS") && !words.contains("65001"), "{words}");
    let link = visit.see("#mend", "").await.attr("href").await.unwrap().unwrap_or_default();
    let client = &visit.stand.town.settings().client_id;
    assert!(link.contains("/v2.0/adminconsent?client_id=") && link.contains(client.as_str()), "{link}");
    visit.press("#trouble button", "Kopier lenken").await.see("#trouble", "Lenken er kopiert.").await;
    visit.picture("consent").await;
    visit.end(&["401", "403"]).await;
}
