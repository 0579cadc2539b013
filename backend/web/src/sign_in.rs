//! The fallback sign-in (innlogging i eget vindu): begin, come back, redeem, sign out; no cookie, and no token in a page or an address.

use crate::{Server, caller, mount, problem, sign_in_page};
use axum::{
    Json, Router,
    extract::{Query, Request, State},
    http::{HeaderMap, StatusCode, Uri, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use contract::{Access, Kind, Problem};
use domain::port::{self, Caller, Failure, FailureKind};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::sync::Arc;
use vocabulary::Language;

/// Mounts the three steps, what came of them, and the way out.
pub(crate) fn mount(router: Router<Arc<Server>>) -> Router<Arc<Server>> {
    let router = router.route("/auth/begin", get(begin)).route("/auth/callback", get(callback));
    let router = router.route("/auth/redeem", post(redeem)).route("/auth/sessions", post(sessions));
    router.route("/auth/sign-out", post(sign_out))
}

#[derive(Deserialize)]
struct Begin {
    binding: String,
}

/// To Entra's sign-in page, with code + PKCE; bound to a secret that only the pane knows.
async fn begin(State(server): State<Arc<Server>>, request: Request) -> Response {
    let (words, peer) = mount::origin(&server, &request);
    if let Some(peer) = peer {
        if server.begun.is_spent(peer) {
            server.door.refused("sign-ins", "");
            return problem::answer(problem::too_many(words));
        }
        server.begun.count(peer);
    }
    let unbound = || {
        server.door.refused(Kind::BadInput.name(), "");
        problem::answer(problem::bad_input("binding", "64 hexadecimal digits in lower case, once", words))
    };
    let Some(input) = asked::<Begin>(request.uri()) else { return unbound() };
    match server.flow.identity.begin(&input.binding).await {
        Ok(address) => (StatusCode::SEE_OTHER, [(header::LOCATION, address)]).into_response(),
        Err(failure) if failure.kind == FailureKind::Garbled => unbound(),
        Err(failure) => problem::answer(refused(&server, &failure, words)),
    }
}

/// What Entra sends back: a code, an error, or the outcome of an administrator's consent.
#[derive(Default, Deserialize)]
struct Callback {
    #[serde(default)]
    state: String,
    #[serde(default)]
    code: String,
    error: Option<String>,
    #[serde(default)]
    error_description: String,
    admin_consent: Option<String>,
}

/// Back from Entra: the page hands a ticket to the pane, which is of no use to anyone else. What went wrong is told on a page, for a
/// person looks at this window; nothing of the address is repeated there, it only chooses between sentences of ours.
async fn callback(State(server): State<Arc<Server>>, request: Request) -> Response {
    let words = caller::language(request.headers());
    let input = asked::<Callback>(request.uri()).unwrap_or_default();
    if let Some(error) = input.error {
        server.door.refused("sign-in", "Entra came back with an error");
        return if sign_in_page::is_consent_missing(&error, &input.error_description) {
            sign_in_page::without_consent(&server.settings.sign_in.consent, words)
        } else {
            sign_in_page::not_done(&error, words)
        };
    }
    if input.admin_consent.is_some() {
        return sign_in_page::consented(words);
    }
    match server.flow.identity.finish(&input.state, &input.code).await {
        Ok(ticket) => {
            let to = format!("/signed-in.html#{ticket}");
            (StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response()
        }
        Err(failure) => sign_in_page::refused(&refused(&server, &failure, words), words),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Redeem {
    ticket: String,
    secret: String,
}

#[derive(Serialize)]
struct Redeemed {
    bearer: String,
}

/// Ticket and secret become an opaque bearer that the pane keeps in memory.
async fn redeem(State(server): State<Arc<Server>>, request: Request) -> Response {
    let words = caller::language(request.headers());
    let (parts, body) = request.into_parts();
    let input: Redeem = match mount::parse(&parts.headers, body, words).await {
        Ok(input) => input,
        // A ticket that is written wrongly is not repeated in the answer.
        Err(problem) => {
            server.door.refused(problem.kind.name(), "");
            return problem::answer(Problem { detail: None, ..problem });
        }
    };
    match server.flow.identity.redeem(&input.ticket, &input.secret).await {
        Ok(bearer) => {
            tracing::info!("signed in by the window");
            Json(Redeemed { bearer: bearer.reveal().to_owned() }).into_response()
        }
        Err(failure) => problem::answer(refused(&server, &failure, words)),
    }
}

/// The sign-ins by the window that a person has open, the one that ends first first.
#[derive(Serialize)]
struct Sessions {
    sessions: Vec<Session>,
}

#[derive(Serialize)]
struct Session {
    begun: String,
    used: String,
    is_own: bool,
}

/// Where the caller is signed in by the window, whichever way they came now.
async fn sessions(State(server): State<Arc<Server>>, headers: HeaderMap) -> Response {
    let words = caller::language(&headers);
    let caller = match known(&server, &headers, words).await {
        Ok(caller) => caller,
        Err(problem) => return problem::answer(problem),
    };
    match server.flow.identity.sessions(&caller).await {
        Ok(all) => {
            let shown = |one: port::Session| Session {
                begun: one.begun.to_string(),
                used: one.used.to_string(),
                is_own: one.is_own,
            };
            Json(Sessions { sessions: all.into_iter().map(shown).collect() }).into_response()
        }
        Err(failure) => problem::answer(problem::outside(&failure, words)),
    }
}

/// Which sign-ins end; without a body the one that asks.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct SignOut {
    all: bool,
}

/// Ends the sign-in whose bearer this is, at once: the answer is the same for every bearer, so that nothing can be tried out here. Or ends all
/// of the caller, who must then be known: a yes to somebody whose sessions live on would be a lie.
async fn sign_out(State(server): State<Arc<Server>>, request: Request) -> Response {
    let words = caller::language(request.headers());
    let (parts, body) = request.into_parts();
    let input: SignOut = match mount::parse_if_any(&parts.headers, body, words).await {
        Ok(input) => input,
        Err(problem) => {
            server.door.refused(problem.kind.name(), "");
            return problem::answer(problem);
        }
    };
    if input.all {
        return match ended(&server, &parts.headers, words).await {
            Ok(()) => StatusCode::NO_CONTENT.into_response(),
            Err(problem) => problem::answer(problem),
        };
    }
    if let Some(bearer) = caller::bearer(&parts.headers) {
        server.flow.identity.sign_out(bearer).await;
    }
    StatusCode::NO_CONTENT.into_response()
}

async fn ended(server: &Server, headers: &HeaderMap, words: Language) -> Result<(), Problem> {
    let caller = known(server, headers, words).await?;
    server.flow.identity.sign_out_all(&caller).await.map_err(|failure| problem::outside(&failure, words))?;
    tracing::info!("signed out of all windows");
    Ok(())
}

async fn known(server: &Server, headers: &HeaderMap, words: Language) -> Result<Caller, Problem> {
    let caller = caller::verified(server, headers, Access::SignedIn).await?;
    caller.ok_or_else(|| problem::bug(words))
}

/// The query as this shape; `None` where it is another.
fn asked<T: DeserializeOwned>(address: &Uri) -> Option<T> {
    Query::try_from_uri(address).ok().map(|Query(input)| input)
}

/// A sign-in that did not hold is begun anew; the rest is as with every outside system.
fn refused(server: &Server, failure: &Failure, words: Language) -> Problem {
    server.door.refused("sign-in", &failure.detail);
    match failure.kind {
        FailureKind::Denied | FailureKind::Garbled | FailureKind::NotFound => Problem::new(
            Kind::NotSignedIn,
            words.pick(
                "Innloggingen gjelder ikke lenger. Lukk vinduet, og logg inn på nytt.",
                "Innlogginga gjeld ikkje lenger. Lukk vindauget, og logg inn på nytt.",
                "The sign-in no longer holds. Close the window and sign in again.",
            ),
        ),
        _ => problem::outside(failure, words),
    }
}
