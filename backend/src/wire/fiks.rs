//! An archive that is reached by messages (Fiks Arkiv), from the settings `[fiks]`.

use super::cases::Plugs;
use crate::config::Config;
use fiks::{Fiks, Settings};
use std::time::Duration;

/// It; none where no folder is written.
///
/// # Errors
/// A sentence that names the setting that cannot be used.
pub(super) fn fiks(config: &Config, plugs: &Plugs) -> Result<Option<Fiks>, String> {
    let ours = &config.fiks;
    if ours.folder.as_os_str().is_empty() {
        return Ok(None);
    }
    let patience = Duration::from_secs(ours.patience);
    let settings =
        Settings { timeout: patience, total: patience * 2, ..Settings::at(&ours.folder, &ours.account, &ours.archive) };
    let fiks = Fiks::new(settings, plugs.documents.clone(), plugs.clock.clone());
    let fiks = fiks.map_err(|wrong| format!("fiks.{}: {}.", wrong.field, wrong.remedy))?;
    Ok(Some(fiks.seen_by(config.access.table()?)))
}
