//! HTTP for Saksvar (nettjener): every operation of the contract mounted over flow, with callers, problems, headers and the pane's files.

mod asset;
mod caller;
mod cors;
mod door;
mod gate;
mod header;
mod health;
mod host;
mod limit;
mod listen;
mod metrics;
mod mount;
mod observe;
mod off;
mod openapi;
mod outbox;
mod pane;
mod peer;
mod problem;
mod progress;
mod route;
mod sign_in;
mod sign_in_page;
mod state;
mod tls;
mod trace;
mod view;

pub use asset::{ALLOWED, allowed_scripts};
pub use host::Hosts;
pub use listen::Bounds;
pub use metrics::Metrics;
pub use pane::Pane;
pub use state::{Server, Settings, SignIn};
pub use tls::{Tls, Unfit};
pub use view::basis;

use axum::{Router, middleware, routing::get};
use std::sync::Arc;
use tokio::net::TcpListener;
use tower_http::catch_panic::CatchPanicLayer;

/// The whole server as one router; every answer carries the headers of `header`, every error is a problem.
fn router(server: Arc<Server>) -> Router {
    let router = Router::new()
        .route("/health/live", get(health::live))
        .route("/health/ready", get(health::ready))
        .route("/openapi.json", get(openapi::describe));
    let router = sign_in::mount(route::mount(router));
    asset::mount(router)
        .fallback(problem::no_such_page)
        .method_not_allowed_fallback(problem::no_such_method)
        .layer(middleware::from_fn_with_state(server.clone(), off::held))
        .layer(CatchPanicLayer::custom(problem::panicked))
        .layer(middleware::from_fn_with_state(server.clone(), cors::allow))
        .layer(middleware::from_fn_with_state(server.clone(), observe::around))
        .layer(middleware::from_fn_with_state(server.clone(), header::write))
        .with_state(server)
}

/// Serves on `listener` until `stop` ends; requests under way are finished.
///
/// # Errors
/// The listener's own error.
pub async fn serve(
    listener: TcpListener,
    hosts: Hosts,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    listen::serve(listener, hosts.into_router(), listen::HEADERS, stop).await
}

/// Serves the figures, and nothing else, on a listener of their own until `stop` ends, encrypted where `tls` is given.
///
/// # Errors
/// The listener's own error.
pub async fn serve_metrics(
    listener: TcpListener,
    (metrics, tls): (Arc<Metrics>, Option<Tls>),
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    listen::serve(listener, (metrics::router(metrics), Bounds::default(), tls), listen::HEADERS, stop).await
}
