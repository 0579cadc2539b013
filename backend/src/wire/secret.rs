//! Secrets that others gave us (hemmeligheter): as the setting says them, or from where it says they are kept.

use crate::config;
use domain::port::Secret;
use entra::Credential;
use vault::Source;

/// The secret of a setting; `None` where it is empty. `file:`, `env:` and `command:` name a place, as they do for the master key; anything else
/// is the secret itself.
///
/// # Errors
/// A sentence that names the setting and the place, and repeats nothing of the secret.
pub(super) fn read(key: &str, setting: &str) -> Result<Option<Secret>, String> {
    if setting.is_empty() {
        return Ok(None);
    }
    match Source::read(setting) {
        Ok(source) => {
            if let Some(warning) = source.warning() {
                tracing::warn!("{key}: {warning}");
            }
            let secret = source.secret().map_err(|wrong| format!("{key}: {wrong}"))?;
            Ok(Some(Secret::new(secret.as_str())))
        }
        Err(_) => Ok(Some(Secret::new(setting))),
    }
}

/// What proves to Entra that we are our app registration; `None` where nothing is set.
///
/// # Errors
/// A sentence that names the setting that cannot be read.
pub(super) fn credential(ours: &config::Entra) -> Result<Option<Credential>, String> {
    if let Some(key) = read("entra.certificate_key", &ours.certificate_key)? {
        let file = &ours.certificate;
        let certificate = std::fs::read_to_string(file)
            .map_err(|error| format!("entra.certificate {}: {}", file.display(), error.kind()))?;
        return Ok(Some(Credential::Certificate { certificate, key }));
    }
    Ok(read("entra.client_secret", &ours.client_secret)?.map(Credential::Secret))
}

#[cfg(test)]
mod tests {
    use super::{credential, read};
    use crate::config::Config;
    use entra::Credential;

    #[test]
    fn a_secret_is_said_or_its_place_is() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, text: &str| {
            let file = folder.path().join(name);
            std::fs::write(&file, text).unwrap();
            format!("file:{}", file.display())
        };
        for (setting, secret) in [
            (String::new(), None),
            ("abc8Q~hemmelig".to_owned(), Some("abc8Q~hemmelig")),
            ("sk-a:b".to_owned(), Some("sk-a:b")),
            (file("a", "hemmelig\n"), Some("hemmelig")),
            ("command:printf hemmelig".to_owned(), Some("hemmelig")),
        ] {
            let read = read("writer.key", &setting).unwrap();
            assert_eq!(read.as_ref().map(|secret| secret.reveal()), secret, "{setting}");
        }
        let none = format!("file:{}", folder.path().join("none").display());
        for setting in [none.as_str(), &file("empty", " \n"), "env:SAKSVAR_NO_SUCH_SECRET", "command:false"] {
            let why = read("entra.client_secret", setting).unwrap_err();
            assert!(why.starts_with("entra.client_secret: "), "{why}");
        }
    }

    #[test]
    fn a_certificate_comes_from_its_file_and_its_key_from_where_it_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("entra.pem");
        std::fs::write(&file, "cert").unwrap();
        let mut ours = Config::load(None, []).unwrap().entra;
        assert_eq!(credential(&ours), Ok(None));
        ours.client_secret = "hemmelig".to_owned();
        assert!(matches!(credential(&ours), Ok(Some(Credential::Secret(secret))) if secret.reveal() == "hemmelig"));
        (ours.certificate, ours.certificate_key) = (file, "command:printf key".to_owned());
        let read = credential(&ours).unwrap();
        assert!(
            matches!(&read, Some(Credential::Certificate { certificate, key }) if certificate == "cert" && key.reveal() == "key")
        );
        ours.certificate = folder.path().join("none");
        assert!(credential(&ours).unwrap_err().starts_with("entra.certificate "));
    }
}
