//! A folder of acts and regulations (lovsamling) as Lovdata's public data are converted: one JSON file each, with sections and texts.

use crate::import::Refused;
use domain::rule::law::{Act, Corpus};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// A file; what else stands in it is left unread.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct File {
    pub(crate) id: String,
    pub(crate) title: String,
    #[serde(default)]
    pub(crate) short_title: String,
    /// A day, or that the King decides: then it is not in force.
    #[serde(default)]
    pub(crate) date_in_force: String,
    /// Where it is shown.
    #[serde(default)]
    pub(crate) source_url: Option<String>,
    pub(crate) sections: Vec<Section>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Section {
    pub(crate) section_id: String,
    #[serde(default)]
    pub(crate) provision_ref: Option<String>,
    #[serde(default)]
    pub(crate) heading: Option<String>,
    /// The chapters around it, the outermost first.
    #[serde(default)]
    pub(crate) path: Vec<String>,
    pub(crate) text: String,
}

/// The acts of a folder, by its files ending in `.json`.
///
/// # Errors
/// [`Refused`] names the file that is not one act, or the folder that holds none.
pub fn law(folder: &Path) -> Result<Corpus, Refused> {
    let mut acts = Vec::new();
    for file in files(folder)? {
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let bytes = fs::read(&file).map_err(|error| Refused::whole(&name, format!("cannot be read: {error}")))?;
        let read: File = serde_json::from_slice(&bytes)
            .map_err(|error| Refused::whole(&name, format!("is no act: {error}; write id, title and sections")))?;
        acts.extend(read.acts());
    }
    Ok(Corpus::new(acts))
}

/// Keeps the files of a folder in one of our own, in the place of those that were kept before; says how many acts they are.
///
/// # Errors
/// [`Refused`] when some file is not one act, or cannot be written; what was kept before is kept then.
pub fn keep_law(from: &Path, to: &Path) -> Result<usize, Refused> {
    let count = law(from)?.acts().len();
    let files = files(from)?;
    replaced(to, |fresh| {
        files.iter().try_for_each(|file| fs::copy(file, fresh.join(file.file_name().unwrap_or_default())).map(drop))
    })?;
    Ok(count)
}

/// Keeps acts that were read elsewhere in a folder of our own, in the place of those that were kept before.
pub(crate) fn keep_acts(acts: &[File], to: &Path) -> Result<(), Refused> {
    replaced(to, |fresh| {
        acts.iter().try_for_each(|act| {
            let plain: String = act.id.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
            fs::write(fresh.join(format!("{}.json", plain.to_lowercase())), serde_json::to_vec(act)?)
        })
    })
}

/// Fills a new folder, and puts it in the place of the old one.
fn replaced(to: &Path, fill: impl FnOnce(&Path) -> std::io::Result<()>) -> Result<(), Refused> {
    let (fresh, old) = (to.with_extension("new"), to.with_extension("old"));
    let write = || -> std::io::Result<()> {
        let _ = fs::remove_dir_all(&fresh);
        let _ = fs::remove_dir_all(&old);
        fs::create_dir_all(&fresh)?;
        fill(&fresh)?;
        if to.exists() {
            fs::rename(to, &old)?;
        }
        fs::rename(&fresh, to)?;
        let _ = fs::remove_dir_all(&old);
        Ok(())
    };
    write().map_err(|error| Refused::whole(&to.display().to_string(), format!("cannot be written: {error}")))
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, Refused> {
    let refused = |remedy: String| Refused::whole(&folder.display().to_string(), remedy);
    let entries = fs::read_dir(folder).map_err(|error| refused(format!("cannot be read: {error}")))?;
    let paths = entries.flatten().map(|entry| entry.path());
    let mut files: Vec<_> = paths.filter(|path| path.extension().is_some_and(|end| end == "json")).collect();
    files.sort();
    if files.is_empty() {
        return Err(refused("holds no .json file; name the folder of the acts".to_owned()));
    }
    Ok(files)
}

impl File {
    fn acts(&self) -> Vec<Act> {
        let in_force = self.date_in_force.parse::<Date>().ok();
        let provisions = self.sections.iter().map(|section| (section.named(), section.text.as_str()));
        let provisions: Vec<_> = provisions.collect();
        let named = provisions.iter().map(|(name, text)| (name.as_str(), *text));
        Act::read([&*self.id, &self.title, &self.short_title].into_iter(), in_force, named)
    }
}

impl File {
    /// What it is called shortly: the first of its short names, else what stands in brackets, else the whole title.
    pub(crate) fn short(&self) -> &str {
        let short = self.short_title.split(['–', ',']).next().unwrap_or_default().trim();
        let bracketed = || self.title.rsplit_once('(').and_then(|(_, name)| name.strip_suffix(')'));
        if short.is_empty() { bracketed().unwrap_or(&self.title) } else { short }
    }
}

impl Section {
    /// `§ 11 a`; by the end of its id (`kapittel-1-paragraf-11a`) where nothing else says so.
    pub(crate) fn named(&self) -> String {
        let by_id = || self.section_id.rsplit("paragraf-").next().map(|number| format!("§ {number}"));
        self.provision_ref.clone().filter(|name| !name.is_empty()).or_else(by_id).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::{keep_law, law};
    use domain::rule::law::Standing;
    use jiff::civil::date;
    use std::fs;

    const ACT: &str = r#"{"id":"LOV-2001-01-01-1","title":"Lov om havn (havnelova)","short_title":"Havnelova","date_in_force":"2002-01-01",
        "other":1,"sections":[{"section_id":"kapittel-1-paragraf-1","provision_ref":"§ 1","path":[],"text":"Ett.\nTo."},
        {"section_id":"kapittel-2-paragraf-11a","path":[],"text":"Ett."}]}"#;

    #[test]
    fn acts_are_read_kept_and_opened_again() {
        let (from, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        fs::write(from.path().join("a.json"), ACT).unwrap();
        let coming = ACT
            .replace("2002-01-01", "Kongen bestemmer")
            .replace("havnelova", "fjordlova")
            .replace("Havnelova", "Fjordlova");
        fs::write(from.path().join("b.json"), coming).unwrap();
        let kept = to.path().join("law");
        for _ in 0..2 {
            assert_eq!(keep_law(from.path(), &kept).unwrap(), 2);
        }
        let corpus = law(&kept).unwrap();
        for (reference, standing) in [
            ("havneloven § 1 ledd 2", Standing::Known),
            ("havneloven § 1 ledd 3", Standing::NoParagraph(2)),
            ("havneloven § 11 a", Standing::Known),
            ("havneloven § 2", Standing::NoSection),
            ("fjordloven § 1", Standing::NotInForce),
        ] {
            assert_eq!(corpus.standing(reference, date(2026, 1, 1)), standing, "{reference}");
        }
    }

    #[test]
    fn a_folder_that_is_no_collection_is_refused_with_what_to_do() {
        let folder = tempfile::tempdir().unwrap();
        assert!(law(folder.path()).unwrap_err().to_string().contains("holds no .json file"));
        assert!(law(&folder.path().join("nowhere")).is_err());
        fs::write(folder.path().join("a.json"), "{}").unwrap();
        assert!(law(folder.path()).unwrap_err().to_string().contains("a.json: is no act"));
        assert!(keep_law(folder.path(), &folder.path().join("law")).is_err());
        assert!(!folder.path().join("law").exists());
    }
}
