//! What an installation says about its archive (innstillinger): through which folder, between which accounts, and how patient we are.

use std::{path::PathBuf, time::Duration};

/// The settings of [`crate::Fiks`].
#[derive(Clone, Debug)]
pub struct Settings {
    /// The folder through which messages go.
    pub folder: PathBuf,
    /// Our account in Fiks IO.
    pub account: String,
    /// The archive's account there.
    pub archive: String,
    /// One message with its answers.
    pub timeout: Duration,
    /// One operation with all its messages.
    pub total: Duration,
    /// Messages at a time.
    pub concurrent: usize,
    /// Bytes of one answer.
    pub answer_bytes: usize,
    /// Bytes of one file; a larger one is not read.
    pub file_bytes: usize,
    /// Entries of a case that are read, the newest; more is told by the case's own facts alone.
    pub entries: u32,
}

impl Settings {
    /// What is usual, for messages through this folder.
    #[must_use]
    pub fn at(folder: impl Into<PathBuf>, account: impl Into<String>, archive: impl Into<String>) -> Self {
        Self {
            folder: folder.into(),
            account: account.into(),
            archive: archive.into(),
            timeout: Duration::from_secs(20),
            total: Duration::from_secs(40),
            concurrent: 8,
            answer_bytes: 8 << 20,
            file_bytes: 20 << 20,
            entries: 200,
        }
    }

    /// Whether these can be used.
    ///
    /// # Errors
    /// [`Wrong`] with what to write.
    pub(crate) fn judged(&self) -> Result<(), Wrong> {
        if !self.folder.is_absolute() {
            return Err(Wrong { field: "folder", remedy: "write the whole path of a folder" });
        }
        let ids = [("account", &self.account), ("archive", &self.archive)];
        match ids.into_iter().find(|(_, id)| !is_id(id)) {
            Some((field, _)) => Err(Wrong { field, remedy: "write the id of an account in Fiks IO (a UUID)" }),
            None => Ok(()),
        }
    }
}

fn is_id(text: &str) -> bool {
    text.split('-').map(str::len).eq([8, 4, 4, 4, 12])
        && text.chars().all(|sign| sign == '-' || sign.is_ascii_hexdigit())
}

/// A setting that cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The name of the setting.
    pub field: &'static str,
    /// What to write.
    pub remedy: &'static str,
}

#[cfg(test)]
mod tests {
    use super::Settings;

    #[test]
    fn a_folder_is_whole_and_an_account_is_an_id() {
        const ID: &str = "5ac5bae0-0000-4000-8000-000000000001";
        for (folder, account, archive, wrong) in [
            ("/var/lib/saksvar/fiks", ID, ID, None),
            ("fiks", ID, ID, Some("folder")),
            ("", ID, ID, Some("folder")),
            ("/a", "", ID, Some("account")),
            ("/a", ID, "arkivet", Some("archive")),
        ] {
            let judged = Settings::at(folder, account, archive).judged();
            assert_eq!(judged.err().map(|wrong| wrong.field), wrong, "{folder} {account} {archive}");
        }
    }
}
