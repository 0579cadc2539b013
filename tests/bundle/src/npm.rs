//! Scripts of others in the pane (fremmede skript): each lies in `dist/` beside `NAME.LICENSE`, and its first line says what it is.

use crate::{files, told};
use std::{fs, path::Path};

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Script {
    /// As npm names it.
    pub(crate) name: String,
    /// Its version.
    pub(crate) version: String,
    /// The text of its licence.
    pub(crate) license: String,
}

/// Those of a built pane.
///
/// # Errors
/// A sentence when one does not say what it is: what is shipped must be named.
pub(crate) fn scripts(dist: &Path) -> Result<Vec<Script>, String> {
    let all = files(dist)?;
    let licences = all.iter().filter(|file| file.extension().is_some_and(|end| end == "LICENSE"));
    let script = |licence: &std::path::PathBuf| {
        let stem = licence.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let is_its = |file: &Path| {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with(&format!("{stem}.")) && name.ends_with(".js")
        };
        let file = all
            .iter()
            .find(|file| is_its(file))
            .ok_or_else(|| format!("{stem}.LICENSE is there without its script"))?;
        let text = fs::read_to_string(file).map_err(told(file))?;
        let (name, version) = banner(&text).ok_or_else(|| format!("{} does not say what it is", file.display()))?;
        Ok(Script { name, version, license: fs::read_to_string(licence).map_err(told(licence))?.trim().to_owned() })
    };
    licences.map(script).collect()
}

/// From `/*! @azure/msal-browser v5.0.2 2026-01-17 */`.
fn banner(text: &str) -> Option<(String, String)> {
    let mut words = text.lines().next()?.split_whitespace().skip_while(|word| word.starts_with("/*"));
    let (name, version) = (words.next()?, words.next()?.strip_prefix('v')?);
    version.starts_with(|letter: char| letter.is_ascii_digit()).then(|| (name.to_owned(), version.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::{Script, scripts};
    use std::fs;

    #[test]
    fn a_script_of_others_says_what_it_is_or_is_not_shipped() {
        let folder = tempfile::tempdir().unwrap();
        let put = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
        put("pane.0123.js", "x");
        assert_eq!(scripts(folder.path()), Ok(Vec::new()));
        put("msal.LICENSE", "MIT\n");
        assert!(scripts(folder.path()).is_err_and(|why| why.contains("without its script")));
        put("msal.0123.js", "var a;");
        assert!(scripts(folder.path()).is_err_and(|why| why.contains("does not say")));
        put("msal.0123.js", "/*! @azure/msal-browser v5.0.2 2026-01-17 */\n");
        let msal = Script { name: "@azure/msal-browser".into(), version: "5.0.2".into(), license: "MIT".into() };
        assert_eq!(scripts(folder.path()), Ok(vec![msal]));
    }
}
