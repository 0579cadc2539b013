//! The files of one deployment (leveranse), as they are rendered, written, read back and looked through.

use super::{
    ENTRA, ENTRA_FIRST, OUTLOOK_JSON, OUTLOOK_XML, OUTLOOK_ZIP, picture::PICTURES, render, validate, validate::Finding,
    value::Values,
};
use crate::config::Config;
use std::{collections::BTreeMap, fs, path::Path};

/// The most that is read of one file.
const LARGEST: u64 = 4 * 1024 * 1024;

/// Files by their names below one folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bundle {
    files: BTreeMap<String, Vec<u8>>,
}

impl Bundle {
    /// What these settings of one municipality give.
    ///
    /// # Errors
    /// One sentence for each setting that Outlook or Entra would refuse.
    pub fn rendered(config: &Config) -> Result<Self, Vec<String>> {
        let values = Values::of(config)?;
        render::files(&values, config).map(|files| Self { files }).map_err(|why| vec![why])
    }

    /// What lies in a folder of what we know by name; everything else in it is left alone.
    ///
    /// # Errors
    /// A sentence that names the file that cannot be read, or says that none of the manifests is there.
    pub fn read(folder: &Path) -> Result<Self, String> {
        let allowed = web::ALLOWED.trim_start_matches('/').to_owned();
        let icons = PICTURES.iter().map(|(name, _)| format!("icon/{name}"));
        let known = [OUTLOOK_XML, OUTLOOK_JSON, OUTLOOK_ZIP, ENTRA, ENTRA_FIRST].map(str::to_owned);
        let mut bundle = Self::default();
        for name in known.into_iter().chain([allowed]).chain(icons) {
            let path = folder.join(&name);
            if path.exists() {
                bundle.files.insert(name, bytes(&path)?);
            }
        }
        if [OUTLOOK_XML, OUTLOOK_JSON, ENTRA].iter().any(|name| bundle.files.contains_key(*name)) {
            return Ok(bundle);
        }
        Err(format!(
            "{}: neither {OUTLOOK_XML} nor {OUTLOOK_JSON} nor {ENTRA} is here. `saksvar manifest render --out DIR` writes them.",
            folder.display()
        ))
    }

    /// One file alone, under its own name.
    ///
    /// # Errors
    /// A sentence when it cannot be read, or is of no kind that there are rules for.
    pub fn of_file(file: &Path) -> Result<Self, String> {
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if !validate::has_rules(&name) {
            return Err(format!(
                "{}: there are no rules for this. Name a folder, an .xml, .json or .zip.",
                file.display()
            ));
        }
        Ok(Self::holding(&name, bytes(file)?))
    }

    /// One file alone, from memory.
    #[must_use]
    pub fn holding(name: &str, bytes: Vec<u8>) -> Self {
        Self { files: BTreeMap::from([(name.to_owned(), bytes)]) }
    }

    /// Writes all of it below a folder, made where missing.
    ///
    /// # Errors
    /// A sentence that names the file.
    pub fn write(&self, folder: &Path) -> Result<(), String> {
        for (name, bytes) in &self.files {
            let path = folder.join(name);
            let made = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&path, bytes));
            made.map_err(|error| format!("{}: {error}. Name another folder with --out.", path.display()))?;
        }
        Ok(())
    }

    /// The names, in the order of the alphabet.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// The names of those that there are rules for.
    pub fn validated(&self) -> impl Iterator<Item = &str> {
        self.names().filter(|name| validate::has_rules(name))
    }

    /// The bytes of a file.
    #[must_use]
    pub fn file(&self, name: &str) -> Option<&[u8]> {
        self.files.get(name).map(Vec::as_slice)
    }

    /// Everything that is wrong with it, file by file and line by line.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        validate::findings(self)
    }
}

fn bytes(path: &Path) -> Result<Vec<u8>, String> {
    let told = |why: &str| format!("{}: {why}", path.display());
    let length = fs::metadata(path).map_err(|error| told(&error.to_string()))?.len();
    if length > LARGEST {
        return Err(told("is larger than 4 MB; this is no manifest. Name another file."));
    }
    fs::read(path).map_err(|error| told(&error.to_string()))
}

#[cfg(test)]
pub(super) mod tests {
    use super::Bundle;
    use crate::config::Config;

    /// Settings of a municipality, and these besides.
    pub(in crate::manifest) fn house_with(more: &[(&str, &str)]) -> Config {
        let set = [
            ("SERVER__PUBLIC_URL", "https://saksvar.fjordvik.example"),
            ("ENTRA__TENANT", "5e0a3c11-1111-4111-8111-000000000001"),
            ("ENTRA__CLIENT_ID", "5e0a3c11-2222-4222-8222-000000000002"),
            ("HOUSE__BODY", "Fjordvik & <Vest> \"kommune\""),
        ];
        let all = set.iter().chain(more).map(|(key, value)| (format!("SAKSVAR__{key}"), (*value).to_owned()));
        Config::load(None, all).expect("settings")
    }

    pub(in crate::manifest) fn house() -> Config {
        house_with(&[])
    }

    impl Bundle {
        /// The same with a text of one file exchanged everywhere; it must be there.
        pub(in crate::manifest) fn with(mut self, name: &str, from: &str, to: &str) -> Self {
            let text = String::from_utf8(self.files.remove(name).expect(name)).expect("text");
            assert!(text.contains(from), "{name} does not hold {from}");
            self.files.insert(name.to_owned(), text.replace(from, to).into_bytes());
            self
        }

        pub(in crate::manifest) fn put(mut self, name: &str, bytes: Vec<u8>) -> Self {
            self.files.insert(name.to_owned(), bytes);
            self
        }
    }

    #[test]
    fn what_is_written_is_read_back_and_equal_settings_give_equal_bytes() {
        let folder = tempfile::tempdir().unwrap();
        let rendered = Bundle::rendered(&house()).unwrap();
        rendered.write(folder.path()).unwrap();
        let read = Bundle::read(folder.path()).unwrap();
        assert!(read.names().all(|name| read.file(name) == rendered.file(name)));
        assert_eq!(rendered, Bundle::rendered(&house()).unwrap());
        assert!(Bundle::read(&folder.path().join("icon")).is_err());
    }

    #[test]
    fn ids_and_addresses_stay_when_words_and_version_change() {
        let after = house_with(&[("MANIFEST__VERSION", "2.0.0"), ("MANIFEST__NAME", "Svar"), ("HOUSE__BODY", "Nyvik")]);
        let stable = |config: &Config| {
            let xml =
                String::from_utf8(Bundle::rendered(config).unwrap().file("outlook.xml").unwrap().to_vec()).unwrap();
            let words = xml.split(['"', '>', '<']);
            let kept =
                words.filter(|word| word.starts_with("https://") || word.len() == 36 && word.matches('-').count() == 4);
            kept.map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(stable(&house()), stable(&after));
    }
}
