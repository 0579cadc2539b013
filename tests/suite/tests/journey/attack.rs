//! Attacks on identity over HTTP; each class prints `attack | class | cases | let through`.

use crate::{
    privacy,
    sign_in::{SECRET, binding, get, location, redeem, signed_in_as, ticket_of},
    walk::{TILBYGG, approval, asked, drafted, mail_about, preparing},
};
use contract::{
    Access, Kind, Operation, Problem, TABLE,
    operation::{DecideReview, PrepareDraft, WhoAmI},
};
use reqwest::{Response, StatusCode};
use suite::Stand;

/// One class of attack while its cases are tried.
pub(crate) struct Attack(&'static str, usize, Vec<String>);

impl Attack {
    pub(crate) fn on(class: &'static str) -> Self {
        Self(class, 0, Vec::new())
    }

    pub(crate) fn case(&mut self, case: impl Into<String>, is_let_through: bool) {
        self.1 += 1;
        if is_let_through {
            self.2.push(case.into());
        }
    }

    #[allow(clippy::print_stdout, reason = "the figures are read from here")]
    pub(crate) fn end(self) {
        println!("attack | {} | {} | {}", self.0, self.1, self.2.len());
        assert!(self.1 > 0 && self.2.is_empty(), "{}: let through {:?}", self.0, self.2);
    }
}

/// Decides with this bearer: the kind of the refusal, if it is one, and the challenge that comes with it.
async fn decided(stand: &Stand, bearer: &str, word: &DecideReview) -> (Option<Kind>, String) {
    let answer = stand.post(DecideReview::PATH, Some(bearer), serde_json::to_vec(word).expect("JSON")).await;
    if answer.status() == StatusCode::OK {
        return (None, String::new());
    }
    let challenge = answer.headers().get("www-authenticate").and_then(|value| value.to_str().ok());
    let challenge = challenge.unwrap_or_default().to_owned();
    let problem: Problem = answer.json().await.expect("a problem");
    (Some(problem.kind), challenge)
}

#[tokio::test(flavor = "multi_thread")]
async fn attack_role_taken_away_before_a_word_is_given() {
    let stand = Stand::up().await;
    let mut attack = Attack::on("role taken away, over HTTP");
    let waiting = asked(&stand, &drafted(&stand, &mail_about(&stand, TILBYGG)).await).await;
    let word = approval(&waiting);
    stand.town.age_tokens(120);
    let (old, session) =
        (stand.token("liv"), redeem(&stand, &ticket_of(&stand, "liv").await, SECRET).await.expect("in"));
    stand.town.age_tokens(0);
    let (kind, challenge) = decided(&stand, &old, &word).await;
    attack.case("a token of two minutes ago", kind != Some(Kind::MoreNeeded));
    assert!(challenge.starts_with("Bearer error=\"insufficient_claims\", claims=\"eyJ"), "{challenge}");
    stand.town.withdraw_role("liv", "Reviewer");
    attack.case("the same, the role gone", decided(&stand, &old, &word).await.0 != Some(Kind::MoreNeeded));
    attack.case("a new token", decided(&stand, &stand.token("liv"), &word).await.0 != Some(Kind::NotAllowed));
    attack.case("a session from before", decided(&stand, &session, &word).await.0 != Some(Kind::NotAllowed));
    stand.town.revoke_sessions();
    attack.case("a session that Entra ended", decided(&stand, &session, &word).await.0 != Some(Kind::MoreNeeded));
    attack.case("the same once more", decided(&stand, &session, &word).await.0 != Some(Kind::NotSignedIn));
    attack.end();
    stand.town.age_tokens(120);
    let eva = redeem(&stand, &ticket_of(&stand, "eva").await, SECRET).await.expect("in");
    stand.town.age_tokens(0);
    assert_eq!(decided(&stand, &eva, &word).await.0, None, "who has the role renews it without noticing");
}

#[tokio::test(flavor = "multi_thread")]
async fn attack_bearer_in_another_place() {
    let stand = Stand::up().await;
    let mut attack = Attack::on("bearer in another place");
    let kari = stand.token("kari");
    let headers = [
        vec![("cookie", format!("bearer={kari}; session={kari}"))],
        vec![("authorization", format!("Basic {kari}"))],
        vec![("authorization", format!("Bearer{kari}"))],
        vec![("authorization", format!("Bearer {kari}, Bearer {kari}"))],
        vec![("authorization", kari.clone())],
        vec![("authorization", "Bearer x.y.z".to_owned()), ("authorization", format!("Bearer {kari}"))],
        vec![("authorization", format!("Bearer {kari}")), ("authorization", "Bearer x.y.z".to_owned())],
        vec![("authorization", format!("Bearer {kari}")), ("authorization", format!("Bearer {kari}"))],
        vec![("x-forwarded-authorization", format!("Bearer {kari}"))],
        vec![("proxy-authorization", format!("Bearer {kari}"))],
        vec![("x-ms-client-principal-id", "kari".to_owned())],
        vec![("authorization", format!("Bearer {}", "x".repeat(17_000)))],
        vec![("authorization", format!("Bearer {}.{}.{}", "x".repeat(6000), "x".repeat(6000), "x".repeat(6000)))],
    ];
    for (number, headers) in headers.into_iter().enumerate() {
        let mut request =
            stand.client.post(format!("{}{}", stand.url, WhoAmI::PATH)).header("content-type", "application/json");
        for (name, value) in headers {
            request = request.header(name, value);
        }
        let answer = request.body("{}").send().await.expect("the server answers");
        attack.case(format!("headers {number}"), answer.status() != StatusCode::UNAUTHORIZED);
    }
    for row in TABLE.iter().filter(|row| row.access != Access::Anyone) {
        let path = format!("{}?access_token={kari}&bearer={kari}", row.path);
        let answer = stand.post(&path, None, format!("{{\"access_token\":\"{kari}\"}}")).await;
        attack.case(format!("address and body of {}", row.path), answer.status() != StatusCode::UNAUTHORIZED);
    }
    attack.end();
}

#[tokio::test(flavor = "multi_thread")]
async fn attack_two_windows() {
    let stand = Stand::up().await;
    let mut attack = Attack::on("two windows, over HTTP");
    let (first, second) = (signed_in_as(&stand, "kari").await, signed_in_as(&stand, "ola").await);
    let part = |back: &str, name: &str| {
        let (_, rest) = back.split_once(&format!("{name}=")).expect("a part");
        rest.split('&').next().unwrap_or_default().to_owned()
    };
    for (code, state) in [(&second, &first), (&first, &second)] {
        // The code of one window under the state of the other: PKCE and nonce do not fit, and both are used up.
        let back = format!("/auth/callback?code={}&state={}", part(code, "code"), part(state, "state"));
        attack.case("codes exchanged", get(&stand, &back).await.status() == StatusCode::SEE_OTHER);
    }
    for back in [&first, &second] {
        attack.case("the right one afterwards", get(&stand, back).await.status() == StatusCode::SEE_OTHER);
    }
    let theirs = ticket_of(&stand, "kari").await;
    attack.case("a ticket in another pane", redeem(&stand, &theirs, "another secret").await.is_ok());
    let bearer = redeem(&stand, &ticket_of(&stand, "kari").await, SECRET).await.expect("a bearer");
    for stranger in [format!("{bearer}x"), bearer.to_uppercase(), String::new()] {
        assert_eq!(stand.post("/auth/sign-out", Some(&stranger), "").await.status(), StatusCode::NO_CONTENT);
    }
    assert_eq!(stand.post(WhoAmI::PATH, Some(&bearer), "{}").await.status(), StatusCode::OK, "strangers end nothing");
    assert_eq!(stand.post("/auth/sign-out", Some(&bearer), "").await.status(), StatusCode::NO_CONTENT);
    for _ in 0..2 {
        attack.case(
            "signed out",
            stand.post(WhoAmI::PATH, Some(&bearer), "{}").await.status() != StatusCode::UNAUTHORIZED,
        );
    }
    attack.end();
}

/// What a browser and a proxy can see of an answer: its address of redirection, its headers and its page.
async fn seen(answer: Response) -> String {
    let head = format!("{:?}", answer.headers());
    head + &answer.text().await.expect("a body")
}

#[tokio::test(flavor = "multi_thread")]
async fn attack_secrets_read_where_they_do_not_belong() {
    let lines = privacy::lines();
    let stand = Stand::up().await;
    let mut attack = Attack::on("secrets in log, page or address");
    let begun = get(&stand, &format!("/auth/begin?binding={}", binding())).await;
    let asked = reqwest::Url::parse(&location(&begun)).expect("Entra's page");
    let mut secrets: Vec<String> = asked
        .query_pairs()
        .filter(|(name, _)| ["state", "nonce", "code_challenge"].contains(&name.as_ref()))
        .map(|(_, value)| value.into_owned())
        .collect();
    let back = signed_in_as(&stand, "kari").await;
    let (there, again) = (get(&stand, &back).await, get(&stand, &back).await);
    let ticket = location(&there).strip_prefix("/signed-in.html#").expect("a ticket").to_owned();
    let mut pages = vec![seen(there).await, seen(again).await];
    let bearer = redeem(&stand, &ticket, SECRET).await.expect("a bearer");
    for secret in [SECRET, "another"] {
        pages.push(format!("{:?}", redeem(&stand, &ticket, secret).await));
    }
    stand.town.require_interaction();
    let order = serde_json::to_vec(&preparing(&mail_about(&stand, TILBYGG))).expect("JSON");
    for token in [bearer.clone(), format!("{bearer}x"), stand.token("kari"), "a.b.c".to_owned()] {
        pages.push(seen(stand.post(PrepareDraft::PATH, Some(&token), order.clone()).await).await);
        pages.push(seen(stand.post(WhoAmI::PATH, Some(&token), "[").await).await);
    }
    pages.push(seen(stand.post("/auth/sign-out", Some(&bearer), "").await).await);
    secrets.extend(back.split(['=', '&']).map(str::to_owned).filter(|part| part.len() > 20));
    secrets.extend([ticket.clone(), bearer, SECRET.to_owned(), binding(), stand.town.settings().client_secret.clone()]);
    secrets.extend(stand.town.issued());
    let (log, pages) = (lines.text(), pages.join("\n"));
    for secret in &secrets {
        attack.case(format!("{secret} in the log"), log.contains(secret));
        // The ticket travels in the fragment, which no server sees, and is used up by now.
        attack.case(format!("{secret} on a page"), pages.contains(secret) && *secret != ticket);
    }
    for (place, text) in [("log", &log), ("pages", &pages)] {
        let is_token = text
            .match_indices("eyJ")
            .any(|(at, _)| text[at..].split(['"', ' ', '\n']).next().is_some_and(|word| word.contains('.')));
        attack.case(format!("a token in the {place}"), is_token);
    }
    assert!(log.contains("refused at the door"), "there is a log");
    attack.end();
}
