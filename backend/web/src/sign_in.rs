//! The fallback sign-in (innlogging i eget vindu): begin, come back, redeem; no cookie, and no token in a page or an address.

use crate::{Server, caller, problem};
use axum::{
    Json, Router,
    extract::{Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use domain::port::Failure;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Mounts the three steps.
pub(crate) fn mount(router: Router<Arc<Server>>) -> Router<Arc<Server>> {
    router.route("/auth/begin", get(begin)).route("/auth/callback", get(callback)).route("/auth/redeem", post(redeem))
}

#[derive(Deserialize)]
struct Begin {
    binding: String,
}

/// To Entra's sign-in page, with code + PKCE; bound to a secret that only the pane knows.
async fn begin(State(server): State<Arc<Server>>, headers: HeaderMap, Query(input): Query<Begin>) -> Response {
    match server.flow.identity.begin(&input.binding).await {
        Ok(address) => (StatusCode::SEE_OTHER, [(header::LOCATION, address)]).into_response(),
        Err(failure) => refused(&failure, &headers),
    }
}

#[derive(Deserialize)]
struct Callback {
    #[serde(default)]
    state: String,
    #[serde(default)]
    code: String,
}

/// Back from Entra: the page hands a ticket to the pane, which is of no use to anyone else.
async fn callback(State(server): State<Arc<Server>>, headers: HeaderMap, Query(input): Query<Callback>) -> Response {
    match server.flow.identity.finish(&input.state, &input.code).await {
        Ok(ticket) => {
            let to = format!("/signed-in.html#{ticket}");
            (StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response()
        }
        Err(failure) => refused(&failure, &headers),
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
async fn redeem(State(server): State<Arc<Server>>, headers: HeaderMap, Json(input): Json<Redeem>) -> Response {
    match server.flow.identity.redeem(&input.ticket, &input.secret).await {
        Ok(bearer) => Json(Redeemed { bearer: bearer.reveal().to_owned() }).into_response(),
        Err(failure) => refused(&failure, &headers),
    }
}

fn refused(failure: &Failure, headers: &HeaderMap) -> Response {
    tracing::info!(%failure, "sign-in refused");
    problem::answer(problem::outside(failure, caller::language(headers)))
}
