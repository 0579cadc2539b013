//! `saksvar health`: can the server on this machine work? For a container and a monitor, which have no browser and no shell.

use super::{Done, Wrong, print};
use crate::config::Config;
use reqwest::Client;
use std::{net::SocketAddr, time::Duration};
use tokio::runtime::Runtime;

/// How long an answer may take; a container's own patience is longer.
const PATIENCE: Duration = Duration::from_secs(5);

pub(super) fn run(config: &Config) -> Done {
    let runtime = Runtime::new().map_err(|error| Wrong::Outside(format!("the runtime did not start: {error}")))?;
    runtime.block_on(asked(&address(config))).map_err(Wrong::Outside).and_then(|()| print("ready"))
}

/// Where it listens, as this machine reaches it: «everywhere» is no address to call.
fn address(config: &Config) -> String {
    let server = &config.server;
    let ip = match server.listen.ip() {
        ip if !ip.is_unspecified() => ip,
        ip if ip.is_ipv4() => [127, 0, 0, 1].into(),
        _ => std::net::Ipv6Addr::LOCALHOST.into(),
    };
    let scheme = if server.certificate.as_os_str().is_empty() { "http" } else { "https" };
    format!("{scheme}://{}/health/ready", SocketAddr::new(ip, server.listen.port()))
}

async fn asked(url: &str) -> Result<(), String> {
    // The certificate names the public host and not this machine; whether it holds is for `saksvar check`.
    let client = Client::builder().timeout(PATIENCE).no_proxy().danger_accept_invalid_certs(true).build();
    let client = client.map_err(|error| format!("no client could be made: {error}"))?;
    match client.get(url).send().await {
        Ok(answer) if answer.status().is_success() => Ok(()),
        Ok(answer) => Err(format!("{url} answers with {}; the log says which part is away", answer.status().as_u16())),
        Err(_) => Err(format!("{url} does not answer; start `saksvar serve`, or give the same --config as it has")),
    }
}

#[cfg(test)]
mod tests {
    use super::{address, asked};
    use crate::config::Config;
    use tokio::{
        io::{AsyncReadExt, AsyncWriteExt},
        net::TcpListener,
        runtime::Runtime,
    };

    #[test]
    fn it_is_asked_where_this_machine_reaches_it() {
        for (listen, certificate, expected) in [
            ("127.0.0.1:8750", "", "http://127.0.0.1:8750/health/ready"),
            ("0.0.0.0:8750", "", "http://127.0.0.1:8750/health/ready"),
            ("[::]:443", "cert.pem", "https://[::1]:443/health/ready"),
            ("10.0.0.7:8750", "cert.pem", "https://10.0.0.7:8750/health/ready"),
        ] {
            let set = [("LISTEN", listen), ("CERTIFICATE", certificate)];
            let set = set.map(|(key, value)| (format!("SAKSVAR__SERVER__{key}"), value.to_owned()));
            assert_eq!(address(&Config::load(None, set).unwrap()), expected);
        }
    }

    #[test]
    fn only_a_yes_is_health() {
        for (status, expected) in [(200, None), (503, Some("answers with 503")), (0, Some("start `saksvar serve`"))] {
            let told = Runtime::new().unwrap().block_on(async {
                let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
                let url = format!("http://{}/", listener.local_addr().unwrap());
                tokio::spawn(async move {
                    let (mut stream, _) = listener.accept().await.unwrap();
                    let _ = stream.read(&mut [0; 1024]).await.unwrap();
                    if status > 0 {
                        let answer = format!("HTTP/1.1 {status} x\r\ncontent-length: 0\r\n\r\n");
                        stream.write_all(answer.as_bytes()).await.unwrap();
                    }
                });
                asked(&url).await
            });
            match (told, expected) {
                (Ok(()), None) => {}
                (Err(why), Some(expected)) => assert!(why.contains(expected), "{why}"),
                (told, expected) => panic!("{told:?}, expected {expected:?}"),
            }
        }
    }
}
