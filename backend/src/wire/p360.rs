//! A Public 360 (p360), from the settings `[p360]`.

use super::{cases::Plugs, secret};
use crate::config::{self, CaseNumbers, Config};
use domain::port::Secret;
use p360::{Entrance, Numbers, P360, Settings};
use std::time::Duration;

/// It; none where no address is written.
///
/// # Errors
/// A sentence that names the setting that cannot be used.
pub(super) fn p360(config: &Config, plugs: &Plugs) -> Result<Option<P360>, String> {
    let ours = &config.p360;
    if ours.url.is_empty() {
        return Ok(None);
    }
    let patience = Duration::from_secs(ours.patience);
    let settings = Settings {
        prefix: ours.prefix.clone(),
        numbers: match ours.numbers {
            CaseNumbers::Short => Numbers::Short,
            CaseNumbers::Long => Numbers::Long,
        },
        open: ours.open.clone(),
        timeout: patience,
        total: patience * 2,
        ..Settings::at(&ours.url, &ours.client_id, entrance(ours)?)
    };
    let p360 = P360::new(settings, plugs.documents.clone(), plugs.clock.clone());
    let p360 = p360.map_err(|wrong| format!("p360.{}: {}.", wrong.field, wrong.remedy))?;
    let table = config.access.table()?;
    // Its own rules decide, for it is asked in the person's name; a table without rows would hide what it shows.
    let has_rows = table.codes().next().is_some();
    Ok(Some(if has_rows { p360.seen_by(table) } else { p360 }))
}

fn entrance(ours: &config::P360) -> Result<Entrance, String> {
    let key = secret::read("p360.key", &ours.key)?;
    if ours.token_url.is_empty() {
        return Ok(Entrance::Key(key.ok_or("p360.key is not set: write the key of the integration, or token_url.")?));
    }
    if key.is_some() {
        return Err("p360.key and p360.token_url are both set: write one way in.".to_owned());
    }
    let secret = secret::read("p360.client_secret", &ours.client_secret)?;
    let secret = secret.unwrap_or_else(|| Secret::new(""));
    Ok(Entrance::Token { endpoint: ours.token_url.clone(), secret, scope: ours.scope.clone() })
}

#[cfg(test)]
mod tests {
    use super::entrance;
    use crate::config::{CaseNumbers, P360};
    use p360::Entrance;

    #[test]
    fn there_is_one_way_in() {
        for (key, token_url, is_token) in [
            ("hemmelig", "", Ok(false)),
            ("", "https://login.example.no/t/oauth2/v2.0/token", Ok(true)),
            ("", "", Err("p360.key is not set")),
            ("hemmelig", "https://login.example.no/t/oauth2/v2.0/token", Err("are both set")),
            ("env:SAKSVAR_NO_SUCH_SECRET", "", Err("p360.key")),
        ] {
            let ours = P360 {
                url: "https://fjordvik.example.no".into(),
                prefix: String::new(),
                client_id: "saksvar".into(),
                key: key.into(),
                token_url: token_url.into(),
                client_secret: "hemmelig".into(),
                scope: "api://p360/.default".into(),
                numbers: CaseNumbers::Short,
                open: Vec::new(),
                patience: 10,
            };
            match (entrance(&ours), is_token) {
                (Ok(way), Ok(is_token)) => assert_eq!(matches!(way, Entrance::Token { .. }), is_token, "{key}"),
                (Err(told), Err(why)) => assert!(told.contains(why) && !told.contains("hemmelig"), "{told}"),
                (way, _) => panic!("{key} {token_url}: {way:?}"),
            }
        }
    }
}
