//! Faults of the machine: kills at any moment, a full disk, a database that another program holds, a second server, a clock that jumps.

mod disk;
mod kill;
mod second;

use std::process::{Child, Command, Stdio};
use suite::Stand;
use tokio::net::TcpStream;

/// A server in a process of its own; killed, without any farewell, when it is dropped.
struct Served(Child);

impl Served {
    /// Just started.
    fn begun(command: &mut Command) -> Self {
        Self(command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the server starts"))
    }

    /// Listening.
    async fn at(stand: &Stand, command: &mut Command) -> Self {
        let mut server = Self::begun(command);
        while TcpStream::connect(stand.url.trim_start_matches("http://")).await.is_err() {
            assert!(server.0.try_wait().expect("a process").is_none(), "the server ended by itself");
            tokio::task::yield_now().await;
        }
        server
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.0.kill().expect("killed");
        self.0.wait().expect("dead");
    }
}
