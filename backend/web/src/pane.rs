//! The files of the built pane (sidepanelets filer), in memory from the start on: out of a folder, or out of the program itself.
//!
//! A start reads all of them, so that a folder which is exchanged under a running server leaves the pane of before whole until the next one.

use axum::body::Bytes;
use std::{collections::HashMap, fmt, fs, path::Path};

/// How a file's twin ends, and how an answer names its encoding; the smaller one first.
const TWINS: [(&str, &str); 2] = [(".br", "br"), (".gz", "gzip")];

/// Every file by its name.
#[derive(Clone, Default)]
pub struct Pane {
    files: HashMap<String, Bytes>,
}

impl Pane {
    /// What a folder holds; folders in it, and what is hidden, are none of the pane's.
    ///
    /// # Errors
    /// A sentence when it cannot be read.
    pub fn of_folder(folder: &Path) -> Result<Self, String> {
        let told = |error| {
            format!("The pane is not there ({}: {error}). Build it with `cargo xtask sidebar`.", folder.display())
        };
        let mut files = HashMap::new();
        for entry in fs::read_dir(folder).map_err(told)? {
            let entry = entry.map_err(told)?;
            let name = entry.file_name().into_string().unwrap_or_default();
            if is_ours(&name) && entry.path().is_file() {
                files.insert(name, fs::read(entry.path()).map_err(told)?.into());
            }
        }
        Ok(Self { files })
    }

    /// What was put into the program when it was built.
    #[must_use]
    pub fn inside(files: &'static [(&'static str, &'static [u8])]) -> Self {
        let files = files.iter().map(|(name, bytes)| ((*name).to_owned(), Bytes::from_static(bytes)));
        Self { files: files.collect() }
    }

    /// A file as it is.
    #[must_use]
    pub fn file(&self, name: &str) -> Option<&[u8]> {
        self.files.get(name).map(|bytes| &bytes[..])
    }

    /// A file in the smallest form that the asker takes, and the name of its encoding.
    pub(crate) fn taken(&self, name: &str, accepted: &str) -> Option<(Bytes, Option<&'static str>)> {
        let whole = self.files.get(name)?;
        let twins = TWINS.into_iter().filter(|(_, encoding)| accepts(accepted, encoding));
        let twin =
            twins.into_iter().find_map(|(end, encoding)| Some((self.files.get(&format!("{name}{end}"))?, encoding)));
        Some(match twin {
            Some((bytes, encoding)) => (bytes.clone(), Some(encoding)),
            None => (whole.clone(), None),
        })
    }

    /// Whether a file has a form of its own for some askers.
    pub(crate) fn varies(&self, name: &str) -> bool {
        TWINS.iter().any(|(end, _)| self.files.contains_key(&format!("{name}{end}")))
    }
}

impl fmt::Debug for Pane {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} files", self.files.len())
    }
}

/// The pane has no folders, and nothing of it is hidden: `%2F` and a first dot lead nowhere.
fn is_ours(name: &str) -> bool {
    !name.starts_with('.')
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'))
}

/// Whether `Accept-Encoding` names the encoding, and not with a weight of nothing (RFC 9110 § 12.5.3).
fn accepts(accepted: &str, encoding: &str) -> bool {
    accepted.split(',').any(|part| {
        let mut words = part.split(';').map(str::trim);
        let is_named = words.next().is_some_and(|name| name.eq_ignore_ascii_case(encoding) || name == "*");
        let weight = words.find_map(|word| word.strip_prefix("q=")?.parse::<f32>().ok());
        is_named && weight.is_none_or(|weight| weight > 0.0)
    })
}

/// The type of a file by its end; what is unknown is bytes and nothing that a browser runs.
pub(crate) fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("txt") => "text/plain; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::Pane;
    use std::fs;

    #[test]
    fn the_smallest_form_that_is_taken_is_given() {
        let pane = Pane::inside(&[("a.js", b"whole"), ("a.js.br", b"br"), ("a.js.gz", b"gz"), ("b.png", b"png")]);
        for (name, accepted, expected) in [
            ("a.js", "gzip, deflate, br, zstd", Some(("br", Some("br")))),
            ("a.js", "br;q=0, gzip;q=0.5", Some(("gz", Some("gzip")))),
            ("a.js", "*", Some(("br", Some("br")))),
            ("a.js", "brotli, x-gzip", Some(("whole", None))),
            ("a.js", "", Some(("whole", None))),
            ("b.png", "br", Some(("png", None))),
            ("c.js", "br", None),
        ] {
            let taken = pane.taken(name, accepted);
            let expected = expected.map(|(bytes, encoding)| (bytes.as_bytes(), encoding));
            assert_eq!(taken.as_ref().map(|(bytes, encoding)| (&bytes[..], *encoding)), expected, "{name} {accepted}");
        }
        assert!(pane.varies("a.js") && !pane.varies("b.png"));
    }

    #[test]
    fn a_folder_is_read_once_and_nothing_hidden_with_it() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("sub")).unwrap();
        for name in ["index.html", ".env", "sub/a.js", "a b.js"] {
            fs::write(at(name), name).unwrap();
        }
        let pane = Pane::of_folder(folder.path()).unwrap();
        fs::write(at("index.html"), "newer").unwrap();
        assert_eq!(pane.file("index.html"), Some(&b"index.html"[..]));
        assert_eq!(format!("{pane:?}"), "1 files");
        assert!(Pane::of_folder(&at("none")).is_err_and(|why| why.contains("cargo xtask sidebar")));
    }
}
