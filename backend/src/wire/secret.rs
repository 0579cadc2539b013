//! Secrets that others gave us (hemmeligheter): as the setting says them, or from where it says they are kept.

use domain::port::Secret;
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
            let secret = source.secret().map_err(|wrong| format!("{key}: {wrong}"))?;
            Ok(Some(Secret::new(secret.as_str())))
        }
        Err(_) => Ok(Some(Secret::new(setting))),
    }
}

#[cfg(test)]
mod tests {
    use super::read;

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
}
