//! The certificate to listen with (sertifikat): read at the start, and again when its files were renewed.

use crate::config::Server;
use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};
use vault::Source;
use web::{Tls, Unfit};

/// How often the files are looked at; whoever renews them does so weeks before the old certificate ends.
const LOOK: Duration = Duration::from_secs(60);

/// Where certificate and key are.
#[derive(Clone)]
pub(crate) struct Files {
    certificate: PathBuf,
    key: PathBuf,
}

/// What stood in both.
type Read = (Vec<u8>, Vec<u8>);

impl Files {
    /// Those of the settings; `None` where none are named.
    pub(crate) fn of(server: &Server) -> Option<Self> {
        let (certificate, key) = (server.certificate.clone(), server.key.clone());
        (!certificate.as_os_str().is_empty()).then_some(Self { certificate, key })
    }

    /// The certificate as it stands in them now, and as it will after each renewal.
    ///
    /// # Errors
    /// A sentence that names the file that will not do.
    pub(crate) fn shown(self) -> Result<Tls, String> {
        if let Some(warning) = Source::File(self.key.clone()).warning() {
            tracing::warn!("server.key: {warning}");
        }
        let read = self.read()?;
        let tls = Tls::new(&read.0, &read.1).map_err(|unfit| self.told(unfit))?;
        tokio::spawn(self.follow(tls.clone(), read));
        Ok(tls)
    }

    async fn follow(self, tls: Tls, mut shown: Read) {
        loop {
            tokio::time::sleep(LOOK).await;
            let told = self.renew(&tls, &mut shown);
            match told {
                Ok(true) => tracing::info!("the certificate was renewed"),
                Ok(false) => {}
                Err(why) => tracing::error!(why, "the renewed certificate cannot be shown; the one before still is"),
            }
        }
    }

    /// Shows what stands in the files where it is new; whether it was.
    fn renew(&self, tls: &Tls, shown: &mut Read) -> Result<bool, String> {
        let read = self.read()?;
        if read == *shown {
            return Ok(false);
        }
        // Between the one file and the other being written they do not go together; the next look will find both.
        tls.exchange(&read.0, &read.1).map_err(|unfit| self.told(unfit))?;
        *shown = read;
        Ok(true)
    }

    fn read(&self) -> Result<Read, String> {
        let read = |key: &str, file: &Path| {
            fs::read(file).map_err(|error| format!("server.{key} {}: {}", file.display(), error.kind()))
        };
        Ok((read("certificate", &self.certificate)?, read("key", &self.key)?))
    }

    fn told(&self, unfit: Unfit) -> String {
        match unfit {
            Unfit::Certificate => format!("server.certificate {}: {unfit}", self.certificate.display()),
            Unfit::Key | Unfit::Pair => format!("server.key {}: {unfit}", self.key.display()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Files;
    use rcgen::generate_simple_self_signed;
    use std::fs;
    use web::Tls;

    #[test]
    fn what_was_renewed_is_shown_and_half_of_it_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files { certificate: folder.path().join("cert.pem"), key: folder.path().join("key.pem") };
        let made = || generate_simple_self_signed(["saksvar.example.no".to_owned()]).unwrap();
        let (first, second) = (made(), made());
        let why = files.read().unwrap_err();
        assert!(why.starts_with("server.certificate ") && why.contains("cert.pem"), "{why}");
        fs::write(&files.certificate, first.cert.pem()).unwrap();
        fs::write(&files.key, first.signing_key.serialize_pem()).unwrap();
        let mut shown = files.read().unwrap();
        let tls = Tls::new(&shown.0, &shown.1).unwrap();
        assert_eq!(files.renew(&tls, &mut shown), Ok(false));
        fs::write(&files.certificate, second.cert.pem()).unwrap();
        let why = files.renew(&tls, &mut shown).unwrap_err();
        assert!(why.starts_with("server.key ") && !why.contains("PRIVATE"), "{why}");
        assert_eq!(shown.0, first.cert.pem().into_bytes(), "the one before is shown on");
        fs::write(&files.key, second.signing_key.serialize_pem()).unwrap();
        assert_eq!(files.renew(&tls, &mut shown), Ok(true));
        assert_eq!(files.renew(&tls, &mut shown), Ok(false));
    }
}
