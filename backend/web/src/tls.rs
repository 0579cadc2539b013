//! TLS of the listener itself (kryptering): versions 1.2 and 1.3 with one certificate, and a time within which both sides must have agreed.

use std::{
    sync::{Arc, PoisonError, RwLock},
    time::Duration,
};
use tokio::{net::TcpStream, time::timeout};
use tokio_rustls::{
    TlsAcceptor,
    rustls::{
        ServerConfig,
        crypto::ring,
        pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
        version::{TLS12, TLS13},
    },
    server::TlsStream,
};

/// How long a handshake may take; over a slow line it is a second.
const HANDSHAKE: Duration = Duration::from_secs(10);

/// Why a certificate cannot be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// The one file holds none.
    #[error("no certificate stands in it as PEM")]
    Certificate,
    /// The other file holds none.
    #[error("no private key stands in it as PEM, or it has a password")]
    Key,
    /// Both are there and do not go together.
    #[error("the key is not that of the certificate, or of a kind that TLS does not know")]
    Pair,
}

/// A certificate with its key, which may be exchanged while connections are open.
#[derive(Clone)]
pub struct Tls {
    acceptor: Arc<RwLock<TlsAcceptor>>,
    handshake: Duration,
}

impl Tls {
    /// From PEM: the certificate with those between it and its authority, and its key.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn new(certificate: &[u8], key: &[u8]) -> Result<Self, Unfit> {
        Ok(Self { acceptor: Arc::new(RwLock::new(acceptor(certificate, key)?)), handshake: HANDSHAKE })
    }

    /// Shows another certificate from the next connection on.
    ///
    /// # Errors
    /// As [`Tls::new`]; then the one before is shown on.
    pub fn exchange(&self, certificate: &[u8], key: &[u8]) -> Result<(), Unfit> {
        let next = acceptor(certificate, key)?;
        *self.acceptor.write().unwrap_or_else(PoisonError::into_inner) = next;
        Ok(())
    }

    /// The stream when both sides have agreed; `None` when they did not, or not in time.
    pub(crate) async fn agreed(&self, stream: TcpStream) -> Option<TlsStream<TcpStream>> {
        let acceptor = self.acceptor.read().unwrap_or_else(PoisonError::into_inner).clone();
        match timeout(self.handshake, acceptor.accept(stream)).await {
            Ok(Ok(stream)) => Some(stream),
            Ok(Err(error)) => {
                tracing::debug!(kind = %error.kind(), "a handshake failed");
                None
            }
            Err(_) => {
                tracing::debug!("a handshake took too long");
                None
            }
        }
    }
}

/// The suites are those of rustls, all with forward secrecy, in our order.
fn acceptor(certificate: &[u8], key: &[u8]) -> Result<TlsAcceptor, Unfit> {
    let chain: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(certificate).collect();
    let chain = chain.ok().filter(|chain| !chain.is_empty()).ok_or(Unfit::Certificate)?;
    let key = PrivateKeyDer::from_pem_slice(key).map_err(|_| Unfit::Key)?;
    let provider = Arc::new(ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider).with_protocol_versions(&[&TLS13, &TLS12]);
    let mut config =
        config.and_then(|config| config.with_no_client_auth().with_single_cert(chain, key)).map_err(|_| Unfit::Pair)?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    config.ignore_client_order = true;
    Ok(TlsAcceptor::from(Arc::new(config)))
}

#[cfg(test)]
mod tests {
    use super::{Tls, Unfit};
    use crate::{Bounds, listen::serve};
    use axum::{Router, routing::get};
    use rcgen::{CertifiedKey, generate_simple_self_signed};
    use std::{future::pending, net::SocketAddr, sync::Arc, time::Duration};
    use tokio::{
        io::{AsyncReadExt, AsyncWriteExt},
        net::{TcpListener, TcpStream},
    };
    use tokio_rustls::{
        TlsConnector,
        rustls::{
            ClientConfig, ProtocolVersion, RootCertStore, SupportedProtocolVersion,
            crypto::ring,
            pki_types::{CertificateDer, ServerName},
            version::{TLS12, TLS13},
        },
    };

    const ASKED: &[u8] = b"GET / HTTP/1.1\r\nHost: saksvar.example.no\r\nConnection: close\r\n\r\n";

    /// The least that would do but for its version, 1.1: 32 bytes of chance, one suite, and a signature, a group and a form of points that we
    /// know.
    fn old() -> Vec<u8> {
        let start = [0x16, 3, 1, 0, 69, 1, 0, 0, 65, 3, 2];
        let end = [0, 0, 2, 0xc0, 0x2b, 1, 0, 0, 22];
        let known = [0, 13, 0, 4, 0, 2, 4, 3, 0, 10, 0, 4, 0, 2, 0, 29, 0, 11, 0, 2, 1, 0];
        [&start[..], &[7; 32], &end, &known].concat()
    }

    fn made() -> CertifiedKey<rcgen::KeyPair> {
        generate_simple_self_signed(["saksvar.example.no".to_owned()]).unwrap()
    }

    fn tls(made: &CertifiedKey<rcgen::KeyPair>) -> Tls {
        Tls::new(made.cert.pem().as_bytes(), made.signing_key.serialize_pem().as_bytes()).unwrap()
    }

    /// A server with room for two connections.
    async fn served(tls: Tls) -> SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let router = Router::new().route("/", get(async || "here"));
        let bounds = Bounds { connections: 2, ..Bounds::default() };
        tokio::spawn(serve(listener, (router, bounds, Some(tls)), Duration::from_secs(5), pending()));
        address
    }

    /// What a client is answered that trusts this certificate alone and speaks this version.
    async fn told(
        address: SocketAddr,
        trusted: &CertificateDer<'static>,
        version: &'static SupportedProtocolVersion,
    ) -> Result<(ProtocolVersion, String), String> {
        let mut roots = RootCertStore::empty();
        roots.add(trusted.clone()).unwrap();
        let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_protocol_versions(&[version])
            .unwrap();
        let connector = TlsConnector::from(Arc::new(config.with_root_certificates(roots).with_no_client_auth()));
        let stream = TcpStream::connect(address).await.unwrap();
        let name = ServerName::try_from("saksvar.example.no").unwrap();
        let mut stream = connector.connect(name, stream).await.map_err(|error| error.to_string())?;
        stream.write_all(ASKED).await.unwrap();
        let mut all = String::new();
        stream.read_to_string(&mut all).await.unwrap();
        Ok((stream.get_ref().1.protocol_version().unwrap(), all))
    }

    /// What comes back on the bare line until it is closed.
    async fn bare(address: SocketAddr, sent: &[u8]) -> Vec<u8> {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(sent).await.unwrap();
        let mut all = Vec::new();
        let _ = stream.read_to_end(&mut all).await;
        all
    }

    #[tokio::test]
    async fn versions_1_3_and_1_2_are_spoken_and_nothing_else() {
        let made = made();
        let address = served(tls(&made)).await;
        for (version, spoken) in [(&TLS13, ProtocolVersion::TLSv1_3), (&TLS12, ProtocolVersion::TLSv1_2)] {
            let (used, all) = told(address, made.cert.der(), version).await.unwrap();
            assert!(used == spoken && all.ends_with("here"), "{all}");
        }
        let refused = bare(address, &old()).await;
        assert_eq!(refused, [0x15, 3, 3, 0, 2, 2, 70], "the alert protocol_version, fatal");
        let plain = bare(address, ASKED).await;
        assert!(plain.len() <= 7 && plain.first().is_none_or(|first| *first == 0x15), "{plain:?}");
    }

    #[tokio::test]
    async fn a_slow_handshake_is_cut_and_keeps_nobody_out_for_longer() {
        let made = made();
        let address = served(Tls { handshake: Duration::from_millis(100), ..tls(&made) }).await;
        let mut slow = [TcpStream::connect(address).await.unwrap(), TcpStream::connect(address).await.unwrap()];
        slow[0].write_all(&old()[..9]).await.unwrap();
        let (_, all) = told(address, made.cert.der(), &TLS13).await.unwrap();
        assert!(all.ends_with("here"), "after both places were free again: {all}");
        for mut stream in slow {
            let mut rest = Vec::new();
            let _ = stream.read_to_end(&mut rest).await;
            assert!(rest.is_empty(), "cut without a word: {rest:?}");
        }
    }

    #[tokio::test]
    async fn one_handshake_does_not_wait_for_another() {
        let made = made();
        let address = served(tls(&made)).await;
        let _slow = TcpStream::connect(address).await.unwrap();
        assert!(told(address, made.cert.der(), &TLS13).await.unwrap().1.ends_with("here"));
    }

    #[tokio::test]
    async fn another_certificate_is_shown_from_the_next_connection_on() {
        let (first, second) = (made(), made());
        let tls = tls(&first);
        let address = served(tls.clone()).await;
        assert!(told(address, second.cert.der(), &TLS13).await.is_err(), "the client trusts another");
        tls.exchange(second.cert.pem().as_bytes(), second.signing_key.serialize_pem().as_bytes()).unwrap();
        assert!(told(address, second.cert.der(), &TLS13).await.is_ok());
        assert_eq!(tls.exchange(b"", b""), Err(Unfit::Certificate));
        assert!(told(address, second.cert.der(), &TLS13).await.is_ok(), "what was no certificate changes nothing");
    }

    #[test]
    fn a_certificate_is_with_its_own_key_or_it_is_refused() {
        let (made, other) = (made(), made());
        let (certificate, key, strange) =
            (made.cert.pem(), made.signing_key.serialize_pem(), other.signing_key.serialize_pem());
        for (certificate, key, expected) in [
            (certificate.as_str(), key.as_str(), None),
            (certificate.as_str(), strange.as_str(), Some(Unfit::Pair)),
            (certificate.as_str(), certificate.as_str(), Some(Unfit::Key)),
            (key.as_str(), key.as_str(), Some(Unfit::Certificate)),
            ("", "", Some(Unfit::Certificate)),
        ] {
            assert_eq!(Tls::new(certificate.as_bytes(), key.as_bytes()).err(), expected);
        }
    }
}
