//! Word to the service manager (tjenestestyring): ready, alive, stopping; systemd's protocol of datagrams, where it asks for them.
//!
//! <https://www.freedesktop.org/software/systemd/man/latest/sd_notify.html>

use std::{env, io, time::Duration};

/// The name of systemd's socket in the environment.
const SOCKET: &str = "NOTIFY_SOCKET";
/// …and the microseconds within which it wants a sign of life.
const WATCHDOG: &str = "WATCHDOG_USEC";

/// The server answers from now on; a sign of life follows twice in the time that is allowed, for as long as the runtime turns.
pub(crate) fn ready() {
    tell("READY=1");
    let allowed = env::var(WATCHDOG).ok().and_then(|text| text.parse().ok()).filter(|allowed| *allowed > 0);
    if let Some(allowed) = allowed {
        let every = Duration::from_micros(allowed) / 2;
        tokio::spawn(async move {
            let mut beat = tokio::time::interval(every);
            loop {
                beat.tick().await;
                tell("WATCHDOG=1");
            }
        });
    }
}

/// Nothing new is taken; what is under way is finished.
pub(crate) fn stopping() {
    tell("STOPPING=1");
}

fn tell(word: &str) {
    let Some(socket) = env::var_os(SOCKET) else { return };
    if let Err(error) = sent(&socket.to_string_lossy(), word) {
        tracing::warn!(%error, word, "the service manager was not told");
    }
}

#[cfg(target_os = "linux")]
fn sent(socket: &str, word: &str) -> io::Result<()> {
    use std::os::{
        linux::net::SocketAddrExt,
        unix::net::{SocketAddr, UnixDatagram},
    };
    let address = match socket.strip_prefix('@') {
        Some(name) => SocketAddr::from_abstract_name(name)?,
        None => SocketAddr::from_pathname(socket)?,
    };
    UnixDatagram::unbound()?.send_to_addr(word.as_bytes(), &address).map(drop)
}

/// No other system has it.
#[cfg(not(target_os = "linux"))]
fn sent(_: &str, _: &str) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests {
    use super::sent;
    use std::os::{
        linux::net::SocketAddrExt,
        unix::net::{SocketAddr, UnixDatagram},
    };

    #[test]
    fn a_word_comes_to_a_socket_in_a_folder_and_to_one_without() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("notify");
        let name = format!("saksvar-{}", std::process::id());
        let abstract_one = SocketAddr::from_abstract_name(&name).unwrap();
        for (address, socket) in [
            (path.display().to_string(), UnixDatagram::bind(&path).unwrap()),
            (format!("@{name}"), UnixDatagram::bind_addr(&abstract_one).unwrap()),
        ] {
            sent(&address, "READY=1").unwrap();
            let mut word = [0; 16];
            let length = socket.recv(&mut word).unwrap();
            assert_eq!(&word[..length], b"READY=1", "{address}");
        }
        assert!(sent("/nowhere/notify", "READY=1").is_err());
    }
}
