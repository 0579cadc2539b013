//! What was done at the command line (handlinger ved siden av tjeneren): noted beside the database, and put into the trail by the server.
//!
//! The trail has one writer at a time, and that is the server where one runs. A command leaves its notes in a file; the server takes them
//! within a second, or when it next starts. What cannot be noted is not done. A note that was taken just before a crash is taken once more.

use crate::config::Config;
use domain::{
    audit::{Action, Entry},
    port::Store,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sql::Sql;
use std::{
    fs::{File, OpenOptions},
    io::{self, Read, Write},
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};
use vocabulary::{DraftId, TenantId};

/// The file of the notes, in the folder of the store.
const NOTES: &str = "notes.jsonl";
/// How soon a server takes a note.
const LOOK: Duration = Duration::from_secs(1);

/// One note, a line of JSON.
#[derive(Deserialize, Serialize)]
struct Note {
    tenant: TenantId,
    at: Timestamp,
    action: String,
    draft: Option<DraftId>,
    facts: Vec<(String, String)>,
}

/// The open file of notes.
pub struct Notes {
    file: File,
    place: PathBuf,
}

impl Notes {
    /// Opens it, before anything is done.
    ///
    /// # Errors
    /// A sentence when nothing can be written there.
    pub fn open(config: &Config) -> Result<Self, String> {
        let place = config.store.folder.join(NOTES);
        let mut options = OpenOptions::new();
        options.append(true).create(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(&place).map_err(|error| told(&place, &error))?;
        Ok(Self { file, place })
    }

    /// Notes an entry for the trail of each of these tenants.
    ///
    /// # Errors
    /// A sentence when the disk does not take it.
    pub fn leave(&mut self, tenants: &[TenantId], entry: &Entry) -> Result<(), String> {
        let mut text = String::new();
        for tenant in tenants {
            let note = Note {
                tenant: tenant.clone(),
                at: entry.at,
                action: entry.action.name().to_owned(),
                draft: entry.draft.clone(),
                facts: entry.facts.clone(),
            };
            text.push_str(&serde_json::to_string(&note).map_err(|error| error.to_string())?);
            text.push('\n');
        }
        let write = |file: &mut File| -> io::Result<()> {
            file.lock()?;
            file.write_all(text.as_bytes())?;
            file.sync_all()?;
            file.unlock()
        };
        write(&mut self.file).map_err(|error| told(&self.place, &error))
    }
}

fn told(place: &Path, error: &io::Error) -> String {
    format!("what is done here is noted in {}, and that cannot be written: {error}", place.display())
}

/// Puts the notes of a folder into the trails they belong to.
///
/// # Errors
/// A sentence when they cannot be read, or the store does not take them; they stay where they are.
pub(crate) async fn record(store: &dyn Store, folder: &Path) -> Result<(), String> {
    let place = folder.join(NOTES);
    if place.metadata().is_ok_and(|notes| notes.len() > 0) {
        let file = OpenOptions::new().read(true).write(true).open(&place).map_err(|error| told(&place, &error))?;
        file.lock().map_err(|error| told(&place, &error))?;
        let mut text = String::new();
        (&file).read_to_string(&mut text).map_err(|error| told(&place, &error))?;
        for line in text.lines() {
            match read(line) {
                Some((tenant, entry)) => {
                    store.tenant(&tenant).record(entry).await.map_err(|failure| failure.to_string())?;
                }
                None => tracing::error!("a note of the command line cannot be read, and is not in the trail"),
            }
        }
        file.set_len(0).map_err(|error| told(&place, &error))?;
    }
    Ok(())
}

fn read(line: &str) -> Option<(TenantId, Entry)> {
    let note: Note = serde_json::from_str(line).ok()?;
    let entry = Entry::of(Action::named(&note.action)?, note.at);
    Some((note.tenant, Entry { draft: note.draft, facts: note.facts, ..entry }))
}

/// Takes notes for as long as the store lives; it is held only while there is work.
pub(crate) fn follow(store: &Arc<Sql>, folder: &Path) {
    let (store, folder) = (Arc::downgrade(store), folder.to_owned());
    tokio::spawn(async move {
        let mut look = tokio::time::interval(LOOK);
        let mut trouble = String::new();
        loop {
            look.tick().await;
            let Some(store) = store.upgrade() else { return };
            let why = record(&*store, &folder).await.err().unwrap_or_default();
            if !why.is_empty() && why != trouble {
                tracing::error!(why, "notes of the command line are not in the trail yet");
            }
            trouble = why;
        }
    });
}

#[cfg(test)]
mod tests {
    use super::{Notes, record};
    use crate::config::Config;
    use domain::{
        audit::{Action, Entry},
        port::{Store, fake::Shelves},
    };
    use jiff::Timestamp;
    use std::fs;
    use vocabulary::{DraftId, TenantId};

    fn config(folder: &std::path::Path) -> Config {
        Config::load(None, [("SAKSVAR__STORE__FOLDER".to_owned(), folder.display().to_string())]).unwrap()
    }

    #[tokio::test]
    async fn what_was_noted_is_in_each_trail_once() {
        let (folder, shelves) = (tempfile::TempDir::new().unwrap(), Shelves::default());
        let [a, b] = ["a", "b"].map(TenantId::new);
        let mut notes = Notes::open(&config(folder.path())).unwrap();
        let entry = Entry::of(Action::BasisShown, Timestamp::UNIX_EPOCH).about(&DraftId::new("d"), 0);
        let entry = Entry { revision: None, ..entry }.fact("command", "audit basis");
        notes.leave(&[a.clone(), b.clone()], &entry).unwrap();
        fs::write(folder.path().join("other"), "").unwrap();
        record(&shelves, folder.path()).await.unwrap();
        record(&shelves, folder.path()).await.unwrap();
        notes.leave(std::slice::from_ref(&b), &Entry::of(Action::KeyRotated, Timestamp::UNIX_EPOCH)).unwrap();
        record(&shelves, folder.path()).await.unwrap();
        let of = async |tenant| -> Vec<Entry> {
            let links = shelves.tenant(tenant).entries(0, 10).await.unwrap();
            links.into_iter().map(|link| link.entry).collect()
        };
        assert_eq!(of(&a).await, std::slice::from_ref(&entry));
        assert_eq!(
            of(&b).await.iter().map(|entry| entry.action).collect::<Vec<_>>(),
            [Action::BasisShown, Action::KeyRotated]
        );
    }

    #[tokio::test]
    async fn a_note_that_is_cut_off_keeps_nothing_else_from_the_trail() {
        let (folder, shelves) = (tempfile::TempDir::new().unwrap(), Shelves::default());
        fs::write(folder.path().join("notes.jsonl"), "{\"tenant\":\"a\",\"at").unwrap();
        record(&shelves, folder.path()).await.unwrap();
        assert!(shelves.tenant(&TenantId::new("a")).entries(0, 10).await.unwrap().is_empty());
        assert_eq!(fs::read(folder.path().join("notes.jsonl")).unwrap(), b"");
    }

    #[test]
    fn what_cannot_be_noted_is_told_before_it_is_done() {
        let missing = tempfile::TempDir::new().unwrap().path().join("missing");
        assert!(Notes::open(&config(&missing)).is_err_and(|why| why.contains("notes.jsonl")));
    }
}
