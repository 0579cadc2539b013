//! Records into the register (import), and what it keeps of a person out of mail.

use super::{LAW, key};
use crate::{config::Config, reading};
use domain::{
    dossier::{Subject, Tie},
    port::{Said, Unreadable},
};
use register::{House, Intake, Mailed, Refused, Shelf};
use std::{
    path::{Path, PathBuf},
    sync::OnceLock,
    thread,
    time::Instant,
};
use tokio::runtime::Runtime;

/// Imports a records directory into the register of this configuration; says what came in.
///
/// # Errors
/// As [`import_paths`].
pub fn import(config: &Config, folder: &Path) -> Result<String, String> {
    import_paths(config, &[folder.to_owned()], false)
}

/// Imports what lies at the paths into the register of this configuration, or only looks whether it could; says what came in.
///
/// # Errors
/// A sentence for each place that cannot be read; nothing is imported then.
pub fn import_paths(config: &Config, paths: &[PathBuf], check: bool) -> Result<String, String> {
    let begun = Instant::now();
    let papers = Papers::default();
    let documents = |bytes: &[u8], name: &str| papers.text(bytes, name);
    let house = House { reader: &text::Text, documents: &documents, domains: &config.house.domains };
    let intake = Intake::read(paths, &house).map_err(|refused| refused.to_string())?;
    let mut told = intake.told().to_vec();
    let counted: Vec<String> = intake.counted().into_iter().map(|(what, count)| format!("{count} {what}")).collect();
    let counted = match counted.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        all => all.concat(),
    };
    if check {
        told.push(format!("{counted} could be imported; nothing was written."));
        return Ok(told.join("\n"));
    }
    let ring = key::keys(config)?;
    let _hold = ring.hold().map_err(|wrong| wrong.to_string())?;
    let (kept, tenant) = (key::records(config), key::tenant(config));
    let law = config.own_folder().join(LAW);
    let changed = intake.keep(&Shelf::new(&kept, &*ring, &tenant), &law).map_err(|refused| refused.to_string())?;
    told.push(format!("{counted} imported."));
    let changed = if changed.is_empty() { "nothing that was not there".to_owned() } else { changed.join(", ") };
    told.push(format!("Written: {changed}; {:.1} s.", begun.elapsed().as_secs_f64()));
    Ok(told.join("\n"))
}

/// Imports a folder of acts and regulations in the place of those imported before; says how many.
///
/// # Errors
/// A sentence that names the file that is none; nothing is imported then.
pub fn import_law(config: &Config, folder: &Path) -> Result<String, String> {
    let own = config.own_folder();
    std::fs::create_dir_all(&own).map_err(|error| format!("store.folder {}: {error}", own.display()))?;
    let count = register::keep_law(folder, &own.join(LAW)).map_err(|refused| refused.to_string())?;
    Ok(format!("{count} acts and regulations imported."))
}

/// The answers made from imported mail that tell of somebody, and how each does.
///
/// # Errors
/// A sentence when the keys are not there, or what is kept cannot be read.
pub fn mailed(config: &Config, subject: &Subject) -> Result<Vec<(Tie, Mailed)>, String> {
    on_shelf(config, |shelf| shelf.mailed(subject))
}

/// Takes them out of the register, for good; how many they were. A running server answers without them within seconds.
///
/// # Errors
/// As [`mailed`], or when it cannot be written.
pub fn forget_mailed(config: &Config, subject: &Subject) -> Result<usize, String> {
    on_shelf(config, |shelf| shelf.forget_mailed(subject))
}

/// The shelf, while nobody else writes on it.
fn on_shelf<T>(config: &Config, work: impl FnOnce(&Shelf<'_>) -> Result<T, Refused>) -> Result<T, String> {
    let ring = key::ring(config)?;
    let _hold = ring.hold().map_err(|wrong| wrong.to_string())?;
    let (kept, tenant) = (key::records(config), key::tenant(config));
    work(&Shelf::new(&kept, &ring, &tenant)).map_err(|refused| refused.to_string())
}

/// Documents read apart while an import waits for each; what reads them begins with the first one.
#[derive(Default)]
struct Papers(OnceLock<Option<Runtime>>);

impl Papers {
    /// The text of a document, or why it has none.
    fn text(&self, bytes: &[u8], name: &str) -> Result<String, Unreadable> {
        let runtime = self.0.get_or_init(|| Runtime::new().ok()).as_ref().ok_or(Unreadable::Unavailable)?;
        let said = Said { media: "", name };
        // On a thread of its own: whoever imports may stand in a runtime, where nothing may be waited for.
        let read = thread::scope(|scope| {
            let work = || runtime.block_on(async { reading::documents().text(bytes, said).await });
            scope.spawn(work).join().unwrap_or(Err(Unreadable::Crashed))
        });
        read.map(|document| document.text)
    }
}

impl Drop for Papers {
    fn drop(&mut self) {
        if let Some(runtime) = self.0.take().flatten() {
            runtime.shutdown_background();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Papers;
    use document::made;
    use domain::port::Unreadable;

    #[test]
    fn a_deposits_papers_are_read_by_what_they_are_within_a_runtime_and_without() {
        let cases = [
            ("brev.pdf", made::pdf(&[&made::letters(&["Tilbygget er godkjent."])]), Ok("Tilbygget er godkjent.")),
            ("brev.docx", made::docx("<w:p><w:r><w:t>Kaien er stengt.</w:t></w:r></w:p>"), Ok("Kaien er stengt.")),
            ("brev.odt", made::odt("<text:p>Veien er brøytet.</text:p>"), Ok("Veien er brøytet.")),
            ("uten", made::odt("<text:p>Veien er brøytet.</text:p>"), Ok("Veien er brøytet.")),
            ("skannet.pdf", made::pdf(&[""]), Err(Unreadable::NoText)),
            ("bilde.tif", b"II*\0mer".to_vec(), Err(Unreadable::Image)),
        ];
        let read = || {
            let papers = Papers::default();
            for (name, bytes, expected) in &cases {
                let read = papers.text(bytes, name);
                assert_eq!(read.as_deref().map_err(|why| *why), *expected, "{name}");
            }
        };
        read();
        tokio::runtime::Runtime::new().unwrap().block_on(async { read() });
    }
}
