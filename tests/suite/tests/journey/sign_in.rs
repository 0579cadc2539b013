//! The fallback sign-in, walked by hand as a browser would: begin, choose a person, come back, redeem; and every way it goes wrong.

use crate::walk::{TILBYGG, mail_about, preparing, released};
use contract::{
    Kind, Operation, Problem,
    operation::{PrepareDraft, SweepSent, WhoAmI},
    view::Me,
};
use reqwest::{Response, StatusCode, Url};
use sha2::{Digest, Sha256};
use suite::Stand;

/// A secret of the pane.
pub(crate) const SECRET: &str = "f1d0-hemmelig-ord-som-bare-ruten-kjenner";

/// SHA-256 of the secret in hex: what the pane gives away of it.
pub(crate) fn binding() -> String {
    Sha256::digest(SECRET).iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(crate) async fn get(stand: &Stand, path: &str) -> Response {
    stand.client.get(format!("{}{path}", stand.url)).send().await.expect("the server answers")
}

pub(crate) fn location(answer: &Response) -> String {
    answer.headers()["location"].to_str().expect("an address").to_owned()
}

/// From the beginning to Entra's answer: the path and query with which the browser comes back.
pub(crate) async fn signed_in_as(stand: &Stand, person: &str) -> String {
    let begun = get(stand, &format!("/auth/begin?binding={}", binding())).await;
    assert_eq!(begun.status(), StatusCode::SEE_OTHER);
    let page = Url::parse(&location(&begun)).expect("Entra's page");
    assert!(page.as_str().starts_with(&stand.town.entra_url), "{page}");
    let mut form: Vec<(String, String)> = page.query_pairs().into_owned().collect();
    assert!(form.iter().any(|(name, value)| name == "code_challenge_method" && value == "S256"), "{form:?}");
    assert_eq!(stand.client.get(page.clone()).send().await.expect("Entra answers").status(), StatusCode::OK);
    form.push(("person".to_owned(), person.to_owned()));
    let login = format!("{}/{}/login", stand.town.entra_url, stand.town.settings().tenant);
    let chosen = stand.client.post(login).form(&form).send().await.expect("Entra answers");
    let back = location(&chosen);
    back.strip_prefix(&stand.url).expect("back to us").to_owned()
}

/// The ticket that the window hands over.
async fn ticket(stand: &Stand) -> String {
    ticket_of(stand, "kari").await
}

/// The same for anybody.
pub(crate) async fn ticket_of(stand: &Stand, person: &str) -> String {
    let back = signed_in_as(stand, person).await;
    let page = get(stand, &back).await;
    assert_eq!(page.status(), StatusCode::SEE_OTHER);
    location(&page).strip_prefix("/signed-in.html#").expect("the page that hands over").to_owned()
}

pub(crate) async fn redeem(stand: &Stand, ticket: &str, secret: &str) -> Result<String, Problem> {
    let body = serde_json::json!({"ticket": ticket, "secret": secret}).to_string();
    let answer = stand.post("/auth/redeem", None, body).await;
    let (is_fine, text) = (answer.status() == StatusCode::OK, answer.text().await.expect("a body"));
    let json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    if is_fine {
        Ok(json["bearer"].as_str().expect("a bearer").to_owned())
    } else {
        Err(serde_json::from_value(json).expect("a problem"))
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_signs_in_by_the_window_works_as_anybody() {
    let stand = Stand::up().await;
    let bearer = redeem(&stand, &ticket(&stand).await, SECRET).await.expect("a bearer");
    assert!(!bearer.contains('.'), "the bearer says nothing: it is no token of Entra's");
    let me: Me = stand.post(WhoAmI::PATH, Some(&bearer), "{}").await.json().await.expect("Kari");
    assert_eq!(me.name, "Kari Nordby");
    let order = serde_json::to_vec(&preparing(&mail_about(&stand, TILBYGG))).expect("JSON");
    let prepared = stand.post(PrepareDraft::PATH, Some(&bearer), order).await.text().await.expect("a stream");
    assert!(prepared.contains("event: answer"), "mail is read in Kari's name: {prepared}");
    assert_eq!(stand.post(WhoAmI::PATH, Some(&format!("{bearer}x")), "{}").await.status(), 401);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_does_what_a_secret_does() {
    let folder = tempfile::tempdir().expect("a folder");
    let key = rcgen::KeyPair::generate_rsa_for(&rcgen::PKCS_RSA_SHA256, rcgen::RsaKeySize::_2048).expect("a key");
    let certificate = rcgen::CertificateParams::new(Vec::new()).and_then(|all| all.self_signed(&key)).expect("one");
    let file = |name: &str, text: String| {
        let file = folder.path().join(name);
        std::fs::write(&file, text).expect("a file");
        file.display().to_string()
    };
    let key = format!("file:{}", file("entra.key", key.serialize_pem()));
    let settings = [
        ("CLIENT_SECRET", String::new()),
        ("CERTIFICATE", file("entra.pem", certificate.pem())),
        ("CERTIFICATE_KEY", key),
    ];
    let more = settings.map(|(name, value)| (format!("SAKSVAR__ENTRA__{name}"), value)).to_vec();
    let stand = Stand::in_town(|town| town.certificate = Some(certificate.pem()), |_| more).await;
    let bearer = redeem(&stand, &ticket(&stand).await, SECRET).await.expect("a bearer");
    let order = serde_json::to_vec(&preparing(&mail_about(&stand, TILBYGG))).expect("JSON");
    for bearer in [bearer, stand.token("kari")] {
        let prepared =
            stand.post(PrepareDraft::PATH, Some(&bearer), order.clone()).await.text().await.expect("a stream");
        assert!(prepared.contains("event: answer"), "mail is read in Kari's name: {prepared}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_sees_where_they_are_signed_in_by_the_window_and_ends_all_of_it() {
    let stand = Stand::up().await;
    let mut bearers = Vec::new();
    for person in ["kari", "kari", "liv"] {
        bearers.push(redeem(&stand, &ticket_of(&stand, person).await, SECRET).await.expect("a bearer"));
    }
    let office = stand.token("kari");
    for (bearer, own) in [(&bearers[0], 1), (&bearers[1], 1), (&office, 0)] {
        let told: serde_json::Value =
            stand.post("/auth/sessions", Some(bearer), "").await.json().await.expect("the sessions");
        let all = told["sessions"].as_array().expect("a list");
        assert_eq!(all.len(), 2, "her own alone: {told}");
        assert_eq!(all.iter().filter(|one| one["is_own"] == true).count(), own, "{told}");
        assert!(
            all.iter()
                .all(|one| ["begun", "used"].iter().all(|at| one[*at].as_str().is_some_and(|at| at.ends_with('Z'))))
        );
    }
    for (bearer, body, status) in [
        (None, "{\"all\":true}", 401),
        (Some("x"), "{\"all\":true}", 401),
        (Some(office.as_str()), "{\"all\":1}", 400),
        (Some(office.as_str()), "{\"all\":true,\"whose\":\"liv\"}", 400),
        (Some(office.as_str()), "{\"all\":true}", 204),
    ] {
        assert_eq!(stand.post("/auth/sign-out", bearer, body).await.status(), status, "{bearer:?} {body}");
        let (first, liv) = (&bearers[0], &bearers[2]);
        let is_in = stand.post(WhoAmI::PATH, Some(first), "{}").await.status() == StatusCode::OK;
        assert_eq!(is_in, status != 204, "{body}");
        assert_eq!(stand.post(WhoAmI::PATH, Some(liv), "{}").await.status(), StatusCode::OK, "Liv stays");
    }
    assert_eq!(stand.post(WhoAmI::PATH, Some(&bearers[1]), "{}").await.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(stand.post(WhoAmI::PATH, Some(&office), "{}").await.status(), StatusCode::OK, "Office's own is Entra's");
    assert_eq!(stand.post("/auth/sessions", None, "").await.status(), StatusCode::UNAUTHORIZED);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ticket_is_good_once_and_for_the_pane_that_asked() {
    let stand = Stand::up().await;
    let first = ticket(&stand).await;
    assert!(redeem(&stand, &first, SECRET).await.is_ok());
    assert_eq!(redeem(&stand, &first, SECRET).await.expect_err("used").kind, Kind::NotSignedIn);
    let second = ticket(&stand).await;
    assert_eq!(redeem(&stand, &second, "another secret").await.expect_err("another pane").kind, Kind::NotSignedIn);
    assert_eq!(redeem(&stand, &second, SECRET).await.expect_err("a wrong secret uses it up").kind, Kind::NotSignedIn);
    assert_eq!(redeem(&stand, "", "").await.expect_err("no ticket").kind, Kind::NotSignedIn);
    for garbage in [
        "",
        "[]",
        "{\"ticket\":5,\"secret\":\"x\"}",
        "{\"ticket\":\"hemmelig\"}",
        "{\"ticket\":\"hemmelig\",\"secret\":\"\",\"more\":1}",
    ] {
        let answer = stand.post("/auth/redeem", None, garbage).await;
        assert_eq!(
            (answer.status().as_u16(), &answer.headers()["content-type"]),
            (400, &"application/problem+json".parse().expect("a value"))
        );
        assert!(!answer.text().await.expect("a problem").contains("hemmelig"), "{garbage}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_back_wrong_is_told_on_a_page_and_nothing_is_repeated() {
    let stand = Stand::up().await;
    let back = signed_in_as(&stand, "kari").await;
    assert_eq!(get(&stand, &back).await.status(), StatusCode::SEE_OTHER);
    let declined = signed_in_as(&stand, "").await;
    assert!(declined.contains("error=access_denied"), "{declined}");
    for (address, status, words) in [
        (back.as_str(), 401, "logg inn på nytt"),
        (declined.as_str(), 400, "avbrutt"),
        ("/auth/callback?error=server_error&error_description=%3Cscript%3Eevil", 400, "ikke fullført"),
        ("/auth/callback?error=%3Cscript%3Eevil", 400, "ikke fullført"),
        ("/auth/callback?error=access_denied&error_description=AADSTS90094%3A+x", 403, "Send denne lenken til IT"),
        ("/auth/callback?admin_consent=True&tenant=evil&state=evil", 200, "samtykket er registrert"),
        ("/auth/callback?code=evil&state=evil", 401, "logg inn på nytt"),
        ("/auth/callback?code=evil&code=evil", 401, "logg inn på nytt"),
        ("/auth/callback?state=%FF", 401, "logg inn på nytt"),
        ("/auth/callback", 401, "logg inn på nytt"),
    ] {
        let answer = get(&stand, address).await;
        let (kind, found) = (answer.headers()["content-type"].clone(), answer.status().as_u16());
        assert!(
            answer.headers()["content-security-policy"]
                .to_str()
                .is_ok_and(|policy| policy.contains("default-src 'self'"))
        );
        let page = answer.text().await.expect("a page");
        assert_eq!((found, kind.to_str().unwrap_or_default()), (status, "text/html; charset=utf-8"), "{address}");
        assert!(page.contains(words) && page.contains("lang=\"nb\""), "{address}: {page}");
        assert!(!page.contains("evil") && !page.contains("script"), "{address} is repeated: {page}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_beginning_without_a_binding_is_refused_and_too_many_wait() {
    let stand = Stand::up().await;
    for query in [
        "",
        "?binding=",
        "?binding=abc",
        "?binding=a&binding=b",
        "?binding=%FF",
        &format!("?binding={}", binding().to_uppercase()),
    ] {
        let answer = get(&stand, &format!("/auth/begin{query}")).await;
        assert_eq!(answer.headers()["content-type"], "application/problem+json", "{query}");
        let problem: Problem = answer.json().await.expect("a problem");
        assert_eq!((problem.kind, problem.field.as_deref()), (Kind::BadInput, Some("binding")), "{query}");
    }
    let mut told = 0;
    for _ in 0..140 {
        let answer = get(&stand, &format!("/auth/begin?binding={}", binding())).await;
        told += u32::from(answer.status() == StatusCode::TOO_MANY_REQUESTS);
    }
    assert!(told > 0, "who begins all the time is told to wait");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_claims_challenge_is_json_in_the_answer_and_base64_in_the_header() {
    let stand = Stand::up().await;
    let released = released(&stand, &mail_about(&stand, TILBYGG)).await;
    stand.town.require_interaction();
    let look = serde_json::to_vec(&SweepSent { draft: released.draft.id }).expect("JSON");
    let answer = stand.post(SweepSent::PATH, Some(&stand.token("kari")), look).await;
    let header = answer.headers()["www-authenticate"].to_str().expect("a challenge").to_owned();
    assert!(header.starts_with("Bearer error=\"insufficient_claims\", claims=\"eyJ"), "{header}");
    let problem: Problem = answer.json().await.expect("a problem");
    let claims = problem.claims.expect("claims");
    assert!(
        serde_json::from_str::<serde_json::Value>(&claims).is_ok_and(|json| json["access_token"].is_object()),
        "{claims}"
    );
}
