//! Reading a records folder (import): every line that is wrong is told with its file, line, field and remedy.

use crate::row::Line;
use std::{
    collections::{BTreeMap, HashMap},
    fmt, fs,
    io::ErrorKind,
    path::Path,
    sync::Arc,
};

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

/// Where a line was read: its file, and from which line on.
pub(crate) type Spot = (Arc<str>, usize);

/// Lines of one kind out of any number of files, no key twice.
#[derive(Debug)]
pub(crate) struct Pile<L: Line> {
    lines: BTreeMap<L::Key, L>,
    spots: HashMap<L::Key, Spot>,
}

impl<L: Line> Default for Pile<L> {
    fn default() -> Self {
        Self { lines: BTreeMap::new(), spots: HashMap::new() }
    }
}

impl<L: Line> Pile<L> {
    /// Lays a line on it; a second one with the same key is wrong, and so is one with faults of its own.
    pub(crate) fn lay(&mut self, reading: &mut Reading, spot: &Spot, line: L) {
        for (field, remedy) in line.faults() {
            reading.wrong_at(spot, &field, remedy);
        }
        if let Some(earlier) = self.spots.insert(line.key(), spot.clone()) {
            let there = if earlier.0 == spot.0 { String::new() } else { format!("in {} ", earlier.0) };
            let remedy = format!("{} stands {there}on line {} too; keep one of them", line.key(), earlier.1);
            reading.wrong_at(spot, L::key_field(), remedy);
        }
        self.lines.insert(line.key(), line);
    }

    /// The one with this key.
    pub(crate) fn line(&mut self, key: &L::Key) -> Option<&mut L> {
        self.lines.get_mut(key)
    }

    /// The lines in the order of their keys.
    pub(crate) fn sorted(self) -> Vec<L> {
        drop(self.spots);
        self.lines.into_values().collect()
    }

    pub(crate) fn len(&self) -> usize {
        self.lines.len()
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
    /// Notes a wrong place.
    pub(crate) fn note(&mut self, wrong: Wrong) {
        if self.wrong.len() < TOLD { self.wrong.push(wrong) } else { self.more += 1 }
    }

    /// Notes what is wrong at a spot.
    pub(crate) fn wrong_at(&mut self, (file, line): &Spot, field: &str, remedy: String) {
        self.note(Wrong { file: file.to_string(), line: *line, field: field.to_owned(), remedy });
    }

    /// How many wrong places there are.
    pub(crate) fn faults(&self) -> usize {
        self.wrong.len() + self.more
    }

    /// The lines of one file in the order of their keys; a file that is not there has none.
    pub(crate) fn file<L: Line>(&mut self, files: Files<'_>) -> Vec<L> {
        let mut pile = Pile::default();
        self.pile(files, L::FILE, &mut pile);
        pile.sorted()
    }

    /// Lays the lines of one file on a pile; `shown` is how the file is called where something is wrong.
    pub(crate) fn pile<L: Line>(&mut self, files: Files<'_>, shown: &str, pile: &mut Pile<L>) {
        let file: Arc<str> = shown.into();
        let bytes = match files(L::FILE) {
            Ok(Some(bytes)) => bytes,
            Ok(None) => return,
            Err(why) => return self.wrong_at(&(file, 0), "", why),
        };
        self.files += 1;
        let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
        for (at, line) in (1..).zip(text.split(|byte| *byte == b'\n')) {
            let spot = (file.clone(), at);
            if !line.trim_ascii().is_empty()
                && let Some(line) = self.line(&spot, line)
            {
                pile.lay(self, &spot, line);
            }
        }
    }

    fn line<L: Line>(&mut self, spot: &Spot, bytes: &[u8]) -> Option<L> {
        // Following the path to a fault takes as long again as reading, and most lines have none.
        if let Ok(line) = serde_json::from_slice(bytes) {
            return Some(line);
        }
        let mut json = serde_json::Deserializer::from_slice(bytes);
        match serde_path_to_error::deserialize::<_, L>(&mut json) {
            Ok(_) => {
                let remedy = "there is something after the line's closing brace; one object a line";
                self.wrong_at(spot, "", remedy.to_owned());
            }
            Err(error) => {
                let field = error.path().to_string();
                let field = if matches!(field.as_str(), "." | "?") { "" } else { field.as_str() };
                self.wrong_at(spot, field, remedy(error.inner()));
            }
        }
        None
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
