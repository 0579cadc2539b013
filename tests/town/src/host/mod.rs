//! Outlook as Microsoft's own office.js wants it (vertsnavn): TLS, and on one port the hosts that it has on the internet.

mod cdn;
mod tls;

use crate::{outlook, settings::Library, world::World};
use axum::{
    Router,
    extract::Request,
    http::{StatusCode, header::HOST},
    response::{IntoResponse, Response},
};
use std::{io, sync::Arc};
use tls::Encrypted;
use tokio::net::TcpListener;
use tower::ServiceExt;

/// Outlook, where its library lies, and where a library lies that it wants.
pub const HOSTS: [&str; 3] = ["outlook.office.com", "appsforoffice.microsoft.com", "ajax.aspnetcdn.com"];

/// Where Outlook stands.
pub(crate) fn outlook() -> String {
    format!("https://{}", HOSTS[0])
}

/// All hosts on one listener.
pub(crate) fn hosts(world: &Arc<World>, listener: TcpListener, library: &Library) -> io::Result<(Encrypted, Router)> {
    let listener = Encrypted::new(listener, library)?;
    let routers = [outlook::router(world.clone()), cdn::library(library.folder.clone()), cdn::ajax()];
    let at: Arc<[(&str, Router)]> = HOSTS.into_iter().zip(routers).collect();
    Ok((listener, Router::new().fallback(move |request| answered(at.clone(), request))))
}

async fn answered(at: Arc<[(&'static str, Router)]>, request: Request) -> Response {
    let named = request.headers().get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default().to_owned();
    match at.iter().find(|(host, _)| *host == named) {
        Some((_, router)) => router.clone().oneshot(request).await.into_response(),
        None => StatusCode::MISDIRECTED_REQUEST.into_response(),
    }
}
