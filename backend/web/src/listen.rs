//! Connections (tilkoblinger): taken, given a time for their headers, and finished in their own time when the server stops.

use axum::{
    Router,
    body::Body,
    extract::{ConnectInfo, Request},
};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use std::{io, net::SocketAddr, pin::pin, time::Duration};
use tokio::net::{TcpListener, TcpStream};
use tower::ServiceExt;

/// How long a request may take to send its headers, and a connection may rest between two. Longer than a proxy keeps one open
/// (nginx: 60 s), so that the proxy lets go first and no request meets a connection that is just being closed.
pub(crate) const HEADERS: Duration = Duration::from_secs(75);

/// Serves until `stop` ends; requests under way are finished.
pub(crate) async fn serve(
    listener: TcpListener,
    router: Router,
    headers: Duration,
    stop: impl Future<Output = ()> + Send,
) -> io::Result<()> {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(headers);
    let (graceful, mut stop) = (GracefulShutdown::new(), pin!(stop));
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => break,
        };
        match accepted {
            Ok((stream, peer)) => take(&http, &graceful, (stream, peer), router.clone()),
            Err(error) => refused(&error).await,
        }
    }
    drop(listener);
    graceful.shutdown().await;
    Ok(())
}

fn take(http: &http1::Builder, graceful: &GracefulShutdown, (stream, peer): (TcpStream, SocketAddr), router: Router) {
    // Steps of a stream are small, and are to be seen at once.
    let _ = stream.set_nodelay(true);
    let answer = service_fn(move |request: hyper::Request<Incoming>| {
        let mut request: Request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(peer));
        router.clone().oneshot(request)
    });
    let connection = graceful.watch(http.serve_connection(TokioIo::new(stream), answer));
    tokio::spawn(async move {
        // A connection that breaks is the other side's matter; its requests have their own lines.
        if let Err(error) = connection.await {
            tracing::debug!(is_timeout = error.is_timeout(), "a connection ended early");
        }
    });
}

/// A connection that was given up before it was taken is nothing; without room for more, a moment's rest lets some end.
async fn refused(error: &io::Error) {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    if !matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset) {
        tracing::error!(%error, "no connection could be taken");
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}

#[cfg(test)]
mod tests {
    use super::serve;
    use axum::{Router, routing::get};
    use std::{future::pending, time::Duration};
    use tokio::{
        io::{AsyncReadExt, AsyncWriteExt},
        net::{TcpListener, TcpStream},
    };

    /// What comes back until the other side closes.
    async fn told(address: std::net::SocketAddr, sent: &str) -> String {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(sent.as_bytes()).await.unwrap();
        let mut all = String::new();
        stream.read_to_string(&mut all).await.unwrap();
        all
    }

    #[tokio::test]
    async fn who_never_finishes_the_headers_is_let_go() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let router = Router::new().route("/", get(async || "here"));
        tokio::spawn(serve(listener, router, Duration::from_millis(50), pending()));
        for begun in ["", "GET / HT", "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: 1\r\n"] {
            assert!(!told(address, begun).await.contains("here"), "{begun:?}");
        }
        assert!(told(address, "GET / HTTP/1.1\r\nHost: x\r\n\r\n").await.ends_with("here"));
    }

    #[tokio::test]
    async fn what_is_under_way_is_finished() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (asked, mut is_asked) = tokio::sync::mpsc::channel::<()>(1);
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let work = move || {
            let asked = asked.clone();
            async move {
                let _ = asked.send(()).await;
                tokio::task::yield_now().await;
                "done"
            }
        };
        let router = Router::new().route("/", get(work));
        let server = tokio::spawn(serve(listener, router, Duration::from_secs(5), async {
            let _ = stopped.await;
        }));
        let answer = tokio::spawn(async move { told(address, "GET / HTTP/1.1\r\nHost: x\r\n\r\n").await });
        is_asked.recv().await.unwrap();
        stop.send(()).unwrap();
        assert!(answer.await.unwrap().ends_with("done"));
        server.await.unwrap().unwrap();
    }
}
