//! Connections (tilkoblinger): so many at a time, given a time for their headers, and finished in their own time when the server stops.

use crate::{
    door::{Line, Lines},
    limit::{AtOnce, Place, line},
    tls::Tls,
};
use axum::{
    Router,
    body::Body,
    extract::{ConnectInfo, Request},
};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::{GracefulShutdown, Watcher},
};
use std::{
    io,
    net::{IpAddr, SocketAddr},
    pin::pin,
    sync::Arc,
    time::Duration,
};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore},
};
use tower::ServiceExt;

/// Lines a minute about connections that had to wait or were closed.
const LINES: u32 = 6;
/// How long a request may take to send its headers, and a connection may rest between two. Longer than a proxy keeps one open
/// (nginx: 60 s), so that the proxy lets go first and no request meets a connection that is just being closed.
pub(crate) const HEADERS: Duration = Duration::from_secs(75);

/// How much may be open at a time.
#[derive(Clone, Debug)]
pub struct Bounds {
    /// Connections; the next ones wait until one ends.
    pub connections: usize,
    /// Connections of one address that is neither a proxy of ours nor this computer; one more is closed at once.
    pub of_one: usize,
    /// The addresses of the proxies in front.
    pub proxies: Vec<IpAddr>,
}

impl Default for Bounds {
    fn default() -> Self {
        Self { connections: 1024, of_one: 128, proxies: Vec::new() }
    }
}

/// The connections that are open.
struct Room {
    all: Arc<Semaphore>,
    of_one: Arc<AtOnce<IpAddr>>,
    proxies: Vec<IpAddr>,
    lines: Lines,
}

/// What a connection holds while it is open.
type Held = (OwnedSemaphorePermit, Option<Place<IpAddr>>);

impl Room {
    fn new(bounds: Bounds) -> Self {
        let all = Arc::new(Semaphore::new(bounds.connections));
        Self { all, of_one: Arc::new(AtOnce::new(bounds.of_one)), proxies: bounds.proxies, lines: Lines::default() }
    }

    /// Waits for room.
    async fn place(&self) -> Option<OwnedSemaphorePermit> {
        if let Ok(place) = self.all.clone().try_acquire_owned() {
            return Some(place);
        }
        if let Some(Line { left_out }) = self.lines.leave(["connections", "all"], LINES) {
            tracing::warn!(left_out, "all connections are taken; the next ones wait");
        }
        self.all.clone().acquire_owned().await.ok()
    }

    /// Whether this address may have one more. Many people come through a proxy, and from this computer no stranger does.
    fn held(&self, place: OwnedSemaphorePermit, peer: IpAddr) -> Option<Held> {
        let peer = peer.to_canonical();
        if peer.is_loopback() || self.proxies.iter().any(|proxy| proxy.to_canonical() == peer) {
            return Some((place, None));
        }
        let own = self.of_one.enter(&line(peer));
        if own.is_none()
            && let Some(Line { left_out }) = self.lines.leave(["connections", "of-one"], LINES)
        {
            tracing::warn!(left_out, "one address has taken all its connections");
        }
        own.map(|own| (place, Some(own)))
    }
}

/// Serves until `stop` ends, encrypted where `tls` says how; requests under way are finished.
pub(crate) async fn serve(
    listener: TcpListener,
    (router, bounds, tls): (Router, Bounds, Option<Tls>),
    headers: Duration,
    stop: impl Future<Output = ()> + Send,
) -> io::Result<()> {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(headers);
    let (graceful, room, mut stop) = (GracefulShutdown::new(), Room::new(bounds), pin!(stop));
    loop {
        let next = async { (room.place().await, listener.accept().await) };
        let (place, accepted) = tokio::select! {
            next = next => next,
            () = &mut stop => break,
        };
        match (place, accepted) {
            (Some(place), Ok((stream, peer))) => {
                if let Some(held) = room.held(place, peer.ip()) {
                    let line = Wire { http: http.clone(), watcher: graceful.watcher(), router: router.clone(), peer };
                    tokio::spawn(line.take((stream, held), tls.clone()));
                }
            }
            (_, Err(error)) => refused(&error).await,
            (None, _) => break,
        }
    }
    drop(listener);
    graceful.shutdown().await;
    Ok(())
}

/// What answers one connection.
struct Wire {
    http: http1::Builder,
    watcher: Watcher,
    router: Router,
    peer: SocketAddr,
}

impl Wire {
    /// Answers on the stream until it ends. A handshake is made here, so that the next connection does not wait for it, and its place is
    /// held from the first byte.
    async fn take(self, (stream, held): (TcpStream, Held), tls: Option<Tls>) {
        // Steps of a stream are small, and are to be seen at once.
        let _ = stream.set_nodelay(true);
        match tls {
            None => self.answer(stream).await,
            Some(tls) => {
                if let Some(stream) = tls.agreed(stream).await {
                    self.answer(stream).await;
                }
            }
        }
        drop(held);
    }

    async fn answer(self, stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static) {
        let Self { http, watcher, router, peer } = self;
        let answer = service_fn(move |request: hyper::Request<Incoming>| {
            let mut request: Request = request.map(Body::new);
            request.extensions_mut().insert(ConnectInfo(peer));
            router.clone().oneshot(request)
        });
        // A connection that breaks is the other side's matter; its requests have their own lines.
        if let Err(error) = watcher.watch(http.serve_connection(TokioIo::new(stream), answer)).await {
            tracing::debug!(is_timeout = error.is_timeout(), "a connection ended early");
        }
    }
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
    use super::{Bounds, Room, serve};
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
        tokio::spawn(serve(listener, (router, Bounds::default(), None), Duration::from_millis(50), pending()));
        for begun in ["", "GET / HT", "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: 1\r\n"] {
            assert!(!told(address, begun).await.contains("here"), "{begun:?}");
        }
        assert!(told(address, "GET / HTTP/1.1\r\nHost: x\r\n\r\n").await.ends_with("here"));
    }

    #[tokio::test]
    async fn who_holds_all_connections_open_holds_them_for_the_time_of_headers() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let router = Router::new().route("/", get(async || "here"));
        let bounds = Bounds { connections: 2, ..Bounds::default() };
        tokio::spawn(serve(listener, (router, bounds, None), Duration::from_millis(100), pending()));
        let slow = [TcpStream::connect(address).await.unwrap(), TcpStream::connect(address).await.unwrap()];
        let answer = told(address, "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").await;
        assert!(answer.ends_with("here"), "{answer}");
        drop(slow);
    }

    #[tokio::test]
    async fn one_address_has_its_share_and_a_proxy_has_all() {
        let proxies = vec!["10.0.0.5".parse().unwrap()];
        let room = Room::new(Bounds { connections: 100, of_one: 2, proxies });
        let mut open = Vec::new();
        for (peer, expected) in [
            ("192.0.2.7", [true, true, false]),
            ("2001:db8:1:2::1", [true, true, false]),
            ("2001:db8:1:2::ffff", [false, false, false]),
            ("192.0.2.8", [true, true, false]),
            ("192.0.2.9", [true, true, false]),
            ("10.0.0.5", [true; 3]),
            ("::ffff:10.0.0.5", [true; 3]),
            ("127.0.0.1", [true; 3]),
        ] {
            for fits in expected {
                let held = room.held(room.place().await.unwrap(), peer.parse().unwrap());
                assert_eq!(held.is_some(), fits, "{peer}");
                open.extend(held);
            }
        }
        assert_eq!(room.all.available_permits(), 100 - open.len());
        // Seven were not taken: one line for each, and none for those that were.
        let line = room.lines.leave(["connections", "of-one"], 8).map(|line| line.left_out);
        assert_eq!(line, Some(Some(1)), "six lines, and one that was left out");
        open.clear();
        assert!(room.held(room.place().await.unwrap(), "192.0.2.7".parse().unwrap()).is_some());
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
        let server = tokio::spawn(serve(listener, (router, Bounds::default(), None), Duration::from_secs(5), async {
            let _ = stopped.await;
        }));
        let answer = tokio::spawn(async move { told(address, "GET / HTTP/1.1\r\nHost: x\r\n\r\n").await });
        is_asked.recv().await.unwrap();
        stop.send(()).unwrap();
        assert!(answer.await.unwrap().ends_with("done"));
        server.await.unwrap().unwrap();
    }
}
