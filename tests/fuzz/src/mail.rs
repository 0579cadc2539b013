//! The mails of the fixture (eksempler): what mutations begin with.

use domain::port::Reader;
use std::{fs, path::PathBuf, sync::OnceLock};
use text::Text;

/// A mail as it travels, and the text a person reads in it.
#[derive(Clone, Debug)]
pub struct Mail {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its text.
    pub text: String,
}

/// All mails of `tests/fixture/mail`, in the order of their names.
#[must_use]
pub fn mails() -> &'static [Mail] {
    static MAILS: OnceLock<Vec<Mail>> = OnceLock::new();
    MAILS.get_or_init(|| {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../fixture/mail");
        let mut files: Vec<PathBuf> =
            fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.path()).collect();
        files.sort();
        let bytes = files.iter().filter_map(|file| fs::read(file).ok());
        bytes.map(|bytes| Mail { text: Text.mail(&bytes).map(|mail| mail.text).unwrap_or_default(), bytes }).collect()
    })
}
