//! Outlook on the web (Outlook på nettet): one page, an emulated office.js, and what the page asks its own server.

pub(crate) mod asset;
mod mailbox;
mod nested;
mod session;

use crate::world::World;
use axum::{
    Router,
    routing::{get, post},
};
pub use nested::Bridge;
use std::sync::Arc;

pub(crate) fn router(world: Arc<World>) -> Router {
    Router::new()
        .route("/", get(asset::page))
        .route("/office.js", get(asset::office))
        .route("/lib/1/hosted/office.js", get(asset::office))
        .route("/outlook/{file}", get(asset::file))
        .route("/host/{file}", get(asset::file))
        .route("/api/session", post(session::begin))
        .route("/api/start", get(session::start))
        .route("/api/token", post(session::token))
        .route("/api/nested", post(nested::nested))
        .route("/api/mails/{mailbox}/{folder}", get(mailbox::list))
        .route("/api/mail/{number}", get(mailbox::one))
        .route("/api/mail/{number}/properties", post(mailbox::properties))
        .route("/api/send", post(mailbox::send))
        .with_state(world)
}
