//! Opens the four ports and serves until the town closes.

use crate::{
    fault::Fault,
    world::{Request, System, World},
};
use axum::{
    Router,
    extract::{self, State},
    middleware::{self, Next},
    response::Response,
    serve::Listener,
};
use std::{collections::VecDeque, fmt::Debug, io, net::Ipv4Addr, sync::Arc};
use tokio::{net::TcpListener, task::JoinHandle};

/// A loopback listener; 0 picks a free port.
pub(crate) async fn open(port: u16) -> io::Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await
}

/// The address a listener has.
pub(crate) fn address(listener: &TcpListener) -> io::Result<String> {
    Ok(format!("http://{}", listener.local_addr()?))
}

/// Serves, counting each request and answering with the faults that were scripted.
pub(crate) fn serve<L>(world: &Arc<World>, system: System, (listener, router): (L, Router)) -> JoinHandle<()>
where
    L: Listener<Addr: Debug>,
{
    let router = router.layer(middleware::from_fn_with_state((world.clone(), system), counted));
    let world = world.clone();
    tokio::spawn(async move {
        let closed = async move { world.closed().await };
        // Nobody is left to be told when serving ends badly.
        let _ = axum::serve(listener, router).with_graceful_shutdown(closed).await;
    })
}

async fn counted(
    State((world, system)): State<(Arc<World>, System)>,
    request: extract::Request,
    next: Next,
) -> Response {
    let seen = Request {
        system,
        method: request.method().to_string(),
        path: request.uri().path().to_owned(),
        query: request.uri().query().unwrap_or_default().to_owned(),
        prefer: crate::graph::prefer(request.headers()),
    };
    let fault = {
        let mut inner = world.open();
        inner.requests.push(seen);
        inner.faults.get_mut(&system).and_then(VecDeque::pop_front)
    };
    match fault {
        None | Some(Fault::Spared) => next.run(request).await,
        Some(fault) => {
            if matches!(fault, Fault::Done(_)) {
                drop(next.run(request).await);
            }
            fault.answer(&world)
        }
    }
}
