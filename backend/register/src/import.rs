//! Reading a records folder (import): every line that is wrong is told with its file, line, field and remedy.

use crate::row::Line;
use std::{collections::BTreeMap, fmt, fs, io::ErrorKind, path::Path};

/// How many wrong lines are told one by one.
const TOLD: usize = 20;

/// One wrong place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The file.
    pub file: String,
    /// The line, from 1; 0 when it is about the whole file.
    pub line: usize,
    /// The field, as `entries[0].date`; empty when it is about the whole line.
    pub field: String,
    /// What to do.
    pub remedy: String,
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if self.line > 0 {
            write!(f, ", line {}", self.line)?;
        }
        if !self.field.is_empty() {
            write!(f, ", field `{}`", self.field)?;
        }
        write!(f, ": {}", self.remedy)
    }
}

/// A folder that was not imported; nothing of it is kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct Refused {
    /// The first wrong places, in the order of files and lines.
    pub wrong: Vec<Wrong>,
    /// How many more there are.
    pub more: usize,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for wrong in &self.wrong {
            writeln!(f, "{wrong}")?;
        }
        if self.more > 0 {
            writeln!(f, "and {} more", self.more)?;
        }
        f.write_str("nothing was imported; correct these and import again")
    }
}

impl Refused {
    /// One wrong place that is about a whole file or folder.
    pub(crate) fn whole(file: &str, remedy: String) -> Self {
        let wrong = Wrong { file: file.to_owned(), line: 0, field: String::new(), remedy };
        Self { wrong: vec![wrong], more: 0 }
    }
}

/// What a file of this name holds; nothing when it is not there, a sentence when it cannot be read.
pub(crate) type Files<'a> = &'a dyn Fn(&'static str) -> Result<Option<Vec<u8>>, String>;

/// The files of a folder, as they lie there.
pub(crate) fn plain(folder: &Path) -> impl Fn(&'static str) -> Result<Option<Vec<u8>>, String> {
    move |file| match fs::read(folder.join(file)) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(format!("cannot be read ({}); check its permissions", error.kind())),
    }
}

/// Collects what is wrong over all files.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    wrong: Vec<Wrong>,
    more: usize,
    files: usize,
}

impl Reading {
    fn note(&mut self, wrong: Wrong) {
        if self.wrong.len() < TOLD { self.wrong.push(wrong) } else { self.more += 1 }
    }

    /// The lines of one file in the order of their keys; a file that is not there has none.
    pub(crate) fn file<L: Line>(&mut self, files: Files<'_>) -> Vec<L> {
        let mut kept = BTreeMap::new();
        let mut places: BTreeMap<L::Key, usize> = BTreeMap::new();
        for (at, bytes) in self.lines::<L>(files) {
            let Some(line) = self.line::<L>(at, &bytes) else { continue };
            if let Some(earlier) = places.insert(line.key(), at) {
                let remedy = format!("{} stands on line {earlier} too; keep one of them", line.key());
                self.note(wrong::<L>(at, L::key_field(), remedy));
            }
            kept.insert(line.key(), line);
        }
        kept.into_values().collect()
    }

    fn lines<L: Line>(&mut self, files: Files<'_>) -> Vec<(usize, Vec<u8>)> {
        let bytes = match files(L::FILE) {
            Ok(Some(bytes)) => bytes,
            Ok(None) => return Vec::new(),
            Err(why) => {
                self.note(wrong::<L>(0, "", why));
                return Vec::new();
            }
        };
        self.files += 1;
        let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
        let lines = (1..).zip(text.split(|byte| *byte == b'\n'));
        lines.filter(|(_, line)| !line.trim_ascii().is_empty()).map(|(at, line)| (at, line.to_vec())).collect()
    }

    fn line<L: Line>(&mut self, at: usize, bytes: &[u8]) -> Option<L> {
        let mut json = serde_json::Deserializer::from_slice(bytes);
        let read = serde_path_to_error::deserialize::<_, L>(&mut json);
        let line = match read {
            Ok(line) => line,
            Err(error) => {
                let field = error.path().to_string();
                let field = if matches!(field.as_str(), "." | "?") { String::new() } else { field };
                self.note(wrong::<L>(at, &field, remedy(error.inner())));
                return None;
            }
        };
        if json.end().is_err() {
            self.note(wrong::<L>(
                at,
                "",
                "there is something after the line's closing brace; one object a line".to_owned(),
            ));
            return None;
        }
        for (field, remedy) in line.faults() {
            self.note(wrong::<L>(at, &field, remedy));
        }
        Some(line)
    }

    /// Ends with what was wrong, if anything was.
    pub(crate) fn end(self) -> Result<(), Refused> {
        if self.wrong.is_empty() { Ok(()) } else { Err(Refused { wrong: self.wrong, more: self.more }) }
    }

    /// The same, and a folder without any of the files is wrong too.
    pub(crate) fn end_of(self, folder: &Path) -> Result<(), Refused> {
        let files = self.files;
        self.end()?;
        if files == 0 {
            let remedy = "holds none of cases.jsonl, articles.jsonl, units.jsonl; name the folder that does".to_owned();
            return Err(Refused::whole(&folder.display().to_string(), remedy));
        }
        Ok(())
    }
}

fn wrong<L: Line>(line: usize, field: &str, remedy: String) -> Wrong {
    Wrong { file: L::FILE.to_owned(), line, field: field.to_owned(), remedy }
}

/// What serde says, as something to do; values are left out, they may be somebody's.
fn remedy(error: &serde_json::Error) -> String {
    let said = error.to_string();
    let said = said.rfind(" at line ").map_or(said.as_str(), |end| &said[..end]);
    match error.classify() {
        serde_json::error::Category::Data => data_remedy(said),
        serde_json::error::Category::Eof => "the line ends too early; one whole JSON object a line".to_owned(),
        _ => format!("this is no JSON ({said}, column {}); one whole JSON object a line", error.column()),
    }
}

fn data_remedy(said: &str) -> String {
    if let Some(rest) = said.strip_prefix("unknown field ") {
        return format!("unknown field {rest}; correct its name or remove it");
    }
    if let Some(field) = said.strip_prefix("missing field ") {
        return format!("{field} is missing; add it");
    }
    if let Some((kind @ ("invalid type" | "invalid value"), rest)) = said.split_once(": ") {
        let expected = rest.rsplit_once(", expected ").map_or("something else", |(_, expected)| expected);
        return format!("{kind}: write {expected}");
    }
    said.to_owned()
}
