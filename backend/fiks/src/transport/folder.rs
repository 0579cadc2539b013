//! Messages in a folder (mappe): laid in `ut` for another program to carry, answers fetched from `inn`. The README tells how they lie.
//!
//! A message is a folder of its own that appears at once and whole, by a name that nothing else has; whoever takes it gives it another name
//! first, so that nothing is taken twice and nothing half-written is seen, also when the machine stops in between.

use super::Transport;
use crate::{
    failure,
    message::{Answer, Attachment, Message},
};
use async_trait::async_trait;
use domain::port::Failure;
use serde::{Deserialize, Serialize};
use std::{
    fs::{self, File},
    io::{self, Read, Write},
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, SystemTime},
};
use tokio::time::{Instant, sleep};

/// What describes a message, beside its files.
const ABOUT: &str = "melding.json";
/// How often answers are looked for.
const LOOK: Duration = Duration::from_millis(20);
/// Files of an answer.
const FILES: usize = 64;
/// Bytes of what describes one.
const ABOUT_BYTES: usize = 64 << 10;
/// What nobody has fetched after so long, nobody fetches.
const OLD: Duration = Duration::from_hours(24);
/// Messages between two looks for what is old.
const SWEEP: u64 = 500;

/// What describes a message.
#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
struct About {
    melding_id: String,
    melding_type: String,
    avsender_konto_id: String,
    mottaker_konto_id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    svar_pa_melding: Option<String>,
    /// Seconds within which it must have been carried on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ttl: Option<u64>,
    filer: Vec<String>,
}

/// A folder through which messages go.
#[derive(Debug)]
pub struct Folder {
    ours: Arc<Place>,
    sent: AtomicU64,
}

/// Where it is, and between which accounts.
#[derive(Debug)]
struct Place {
    out: PathBuf,
    inward: PathBuf,
    account: String,
    archive: String,
    bytes: usize,
}

impl Folder {
    /// The folder at this path, for messages from our account to the archive's; of an answer at most so many bytes are read.
    #[must_use]
    pub fn at(path: &Path, (account, archive): (&str, &str), bytes: usize) -> Self {
        let (account, archive) = (account.to_owned(), archive.to_owned());
        let place = Place { out: path.join("ut"), inward: path.join("inn"), account, archive, bytes };
        Self { ours: Arc::new(place), sent: AtomicU64::new(0) }
    }

    async fn apart<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Place) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Failure> {
        let ours = self.ours.clone();
        tokio::task::spawn_blocking(move || work(&ours))
            .await
            .unwrap_or_else(|_| Err(failure::folder("the work on it ended")))
    }
}

#[async_trait]
impl Transport for Folder {
    async fn send(&self, message: &Message, patience: Duration) -> Result<String, Failure> {
        let is_time = self.sent.fetch_add(1, Ordering::Relaxed).is_multiple_of(SWEEP);
        let message = message.clone();
        self.apart(move |place| {
            if is_time {
                place.sweep();
            }
            place.lay(&message, patience).map_err(|error| failure::folder(&error.kind().to_string()))
        })
        .await
    }

    async fn answer(&self, to: &str, patience: Duration) -> Result<Option<Answer>, Failure> {
        let until = Instant::now() + patience;
        loop {
            let to = to.to_owned();
            let found = self.apart(move |place| place.fetch(&to)).await?;
            if found.is_some() || Instant::now() >= until {
                return Ok(found);
            }
            sleep(LOOK.min(until.saturating_duration_since(Instant::now()))).await;
        }
    }

    fn forget(&self, id: &str) -> bool {
        for name in self.ours.answers(id) {
            // What cannot be taken away now is old one day.
            let _ = fs::remove_dir_all(self.ours.inward.join(name));
        }
        let hidden = self.ours.out.join(format!(".{id}"));
        let was_there = fs::rename(self.ours.out.join(id), &hidden).is_ok();
        let _ = fs::remove_dir_all(hidden);
        was_there
    }

    fn carried(&self) -> String {
        "messages are laid in a folder; Fiks IO is not connected, so another program must carry them".to_owned()
    }
}

impl Place {
    /// Lays a message so that it is there at once, and stays there.
    fn lay(&self, message: &Message, patience: Duration) -> io::Result<String> {
        let id = fresh().map_err(io::Error::other)?;
        let about = About {
            melding_id: id.clone(),
            melding_type: message.kind.name().to_owned(),
            avsender_konto_id: self.account.clone(),
            mottaker_konto_id: self.archive.clone(),
            svar_pa_melding: None,
            ttl: Some(patience.as_secs().max(1)),
            filer: message.files.iter().map(|file| file.name.clone()).collect(),
        };
        for folder in [&self.out, &self.inward] {
            fs::create_dir_all(folder)?;
        }
        let hidden = self.out.join(format!(".{id}"));
        fs::create_dir(&hidden)?;
        for file in &message.files {
            kept(&hidden.join(&file.name), &file.bytes)?;
        }
        kept(&hidden.join(ABOUT), &serde_json::to_vec_pretty(&about)?)?;
        fs::rename(&hidden, self.out.join(&id))?;
        // So that the name is there after a stop of the machine, too; where a folder cannot be synced, nothing is lost but that.
        let _ = File::open(&self.out).and_then(|folder| folder.sync_all());
        Ok(id)
    }

    /// Names of answers to a message, in their order.
    fn answers(&self, to: &str) -> Vec<String> {
        let begins = format!("{to}.");
        let mut names: Vec<String> = names(&self.inward).filter(|name| name.starts_with(&begins)).collect();
        names.sort();
        names
    }

    /// Takes the next answer; one that is not the archive's to us is taken away, and nothing else.
    fn fetch(&self, to: &str) -> Result<Option<Answer>, Failure> {
        for name in self.answers(to) {
            let mine = self.inward.join(format!(".{name}"));
            if fs::rename(self.inward.join(&name), &mine).is_err() {
                continue;
            }
            let read = self.read(&mine, to);
            let _ = fs::remove_dir_all(&mine);
            match read {
                Ok(None) => {}
                answer => return answer,
            }
        }
        Ok(None)
    }

    fn read(&self, folder: &Path, to: &str) -> Result<Option<Answer>, Failure> {
        let mut left = ABOUT_BYTES;
        let about = bytes(&folder.join(ABOUT), &mut left)?;
        let about: About = serde_json::from_slice(&about).map_err(|_| failure::garbled("its melding.json"))?;
        let is_ours = about.svar_pa_melding.as_deref() == Some(to)
            && about.avsender_konto_id == self.archive
            && about.mottaker_konto_id == self.account;
        if !is_ours {
            return Ok(None);
        }
        if about.filer.len() > FILES || !about.filer.iter().all(|name| is_plain(name)) {
            return Err(failure::garbled("the names of its files"));
        }
        let mut left = self.bytes;
        let mut files = Vec::new();
        for name in about.filer {
            let bytes = bytes(&folder.join(&name), &mut left)?;
            files.push(Attachment { name, bytes });
        }
        Ok(Some(Answer { kind: about.melding_type, to: to.to_owned(), files }))
    }

    /// Takes away what nobody fetched, and what was left half-written.
    fn sweep(&self) {
        for folder in [&self.out, &self.inward] {
            let is_ours_to = |name: &String| *folder == self.inward || name.starts_with('.');
            for name in names(folder).filter(is_ours_to) {
                let path = folder.join(name);
                let changed = fs::symlink_metadata(&path).and_then(|about| about.modified());
                if changed.is_ok_and(|at| SystemTime::now().duration_since(at).is_ok_and(|age| age > OLD)) {
                    let _ = fs::remove_dir_all(path);
                }
            }
        }
    }
}

fn names(folder: &Path) -> impl Iterator<Item = String> {
    let all = fs::read_dir(folder).into_iter().flatten().flatten();
    all.filter_map(|entry| entry.file_name().into_string().ok())
}

/// A name that leads nowhere else.
fn is_plain(name: &str) -> bool {
    !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\', '\0', ':'])
}

/// A file that stays, also when the machine stops.
fn kept(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// The bytes of a file, as long as there are some left to read.
fn bytes(path: &Path, left: &mut usize) -> Result<Vec<u8>, Failure> {
    let unread = |_: io::Error| failure::garbled("a file of it is not there");
    if !fs::symlink_metadata(path).map_err(unread)?.is_file() {
        return Err(failure::garbled("what should be a file of it is none"));
    }
    let mut bytes = Vec::new();
    let most = u64::try_from(*left).unwrap_or(u64::MAX).saturating_add(1);
    File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes)).map_err(unread)?;
    *left = left.checked_sub(bytes.len()).ok_or_else(|| failure::too_large(*left))?;
    Ok(bytes)
}

/// An id that nothing has yet (UUID version 4).
fn fresh() -> Result<String, String> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).map_err(|error| error.to_string())?;
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok([&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-"))
}

#[cfg(test)]
mod tests;
