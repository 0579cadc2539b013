//! `saksvar serve`: wires the plugs, listens, and ends in its own time when asked to.

use crate::{
    config::{Config, Server},
    notify, telemetry,
    tls::Files,
    wire,
};
use std::{net::SocketAddr, sync::Arc};
use tokio::{net::TcpListener, runtime::Runtime, signal};
use web::{Metrics, Tls};

/// Serves until it is told to stop.
///
/// # Errors
/// A sentence when something it needs is not there. The settings are taken as they are: `Config::faults` says what is wrong with them.
pub fn run(config: &Config) -> Result<(), String> {
    telemetry::start(&config.log)?;
    // In the background: the pane may open at once, and the first mail does not wait for patterns to be compiled.
    std::thread::spawn(wire::warm);
    let runtime = Runtime::new().map_err(|error| format!("The runtime did not start: {error}"))?;
    runtime.block_on(async {
        let listener = bound("server.listen", config.server.listen).await?;
        let figures = match config.server.metrics()? {
            Some(address) => Some(bound("server.metrics", address).await?),
            None => None,
        };
        let tls = certificate(config)?;
        let metrics = Arc::default();
        let hosts = wire::hosts(config, &metrics).await?.encrypted(tls.clone());
        if let Some(figures) = figures {
            let is_near = address(&figures)?.ip().to_canonical().is_loopback();
            let tls = tls.filter(|_| !is_near);
            // They end with the process: whoever scrapes them may see its last moments.
            tokio::spawn(metrics_until_stopped(figures, (metrics, tls), std::future::pending()));
        }
        tracing::info!(listen = %config.server.listen, metrics = config.server.metrics, "ready");
        notify::ready();
        until_stopped(listener, hosts, stop_signal()).await
    })
}

/// The certificate of the settings, followed from now on; `None` where a proxy has it.
///
/// # Errors
/// A sentence that names the file that will not do.
pub fn certificate(config: &Config) -> Result<Option<Tls>, String> {
    Files::of(&config.server).map(Files::shown).transpose()
}

/// Serves on `listener` until `stop` comes true; requests under way are finished.
///
/// # Errors
/// A sentence when the listener breaks.
pub async fn until_stopped(
    listener: TcpListener,
    hosts: web::Hosts,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), String> {
    web::serve(listener, hosts, stop).await.map_err(|error| format!("The server stopped: {error}"))
}

impl Server {
    /// Where the figures are served, if anywhere.
    ///
    /// # Errors
    /// One sentence when it is no address, or that of the server itself.
    pub fn metrics(&self) -> Result<Option<SocketAddr>, String> {
        if self.metrics.is_empty() {
            return Ok(None);
        }
        match self.metrics.parse() {
            Ok(address) if address != self.listen => Ok(Some(address)),
            Ok(_) => Err("server.metrics is server.listen. Give the figures an address of their own.".to_owned()),
            Err(_) => Err(format!(
                "server.metrics = \"{}\" is no address. Write one such as 127.0.0.1:9750, or nothing.",
                self.metrics
            )),
        }
    }
}

/// Serves the figures on `listener`, encrypted where `tls` is given, until `stop` comes true.
///
/// # Errors
/// A sentence when the listener breaks.
pub async fn metrics_until_stopped(
    listener: TcpListener,
    (metrics, tls): (Arc<Metrics>, Option<Tls>),
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), String> {
    web::serve_metrics(listener, (metrics, tls), stop).await.map_err(|error| format!("The figures stopped: {error}"))
}

async fn bound(key: &str, address: SocketAddr) -> Result<TcpListener, String> {
    let bound = TcpListener::bind(address).await;
    bound.map_err(|error| format!("Cannot listen on {address}: {error}. Set {key} to a free address."))
}

/// Ctrl-C, or the service manager's word.
async fn stop_signal() {
    #[cfg(unix)]
    {
        let Ok(mut terminate) = signal::unix::signal(signal::unix::SignalKind::terminate()) else {
            let _ = signal::ctrl_c().await;
            return notify::stopping();
        };
        tokio::select! {
            _ = signal::ctrl_c() => {}
            _ = terminate.recv() => {}
        }
    }
    #[cfg(not(unix))]
    {
        let _ = signal::ctrl_c().await;
    }
    notify::stopping();
}

/// The address a listener got.
///
/// # Errors
/// A sentence when it has none.
pub fn address(listener: &TcpListener) -> Result<SocketAddr, String> {
    listener.local_addr().map_err(|error| format!("The listener has no address: {error}"))
}
