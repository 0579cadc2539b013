//! What lies at a path (kjenne igjen): by its content, its name only where the content leaves it open.

use super::{Heap, House, acts, deposit, mail, tables};
use crate::{
    import::plain,
    row::{Article, CaseRow, Line, SynonymRow, Unit},
};
use std::{
    fs::{self, File},
    io::Read,
    path::{Path, PathBuf},
};

/// Folders within folders that are looked into.
const DEEP: usize = 6;
/// Files of one path.
const FILES: usize = 500_000;
/// Bytes at the beginning of a file that tell what it is.
const BEGINNING: u64 = 8 * 1024;

/// Lays on the heap whatever lies at a path.
pub(super) fn read(heap: &mut Heap, path: &Path, house: &House<'_>) {
    let shown = path.display().to_string();
    match fs::metadata(path) {
        Err(error) => {
            let remedy = format!("cannot be read ({}); check the path and its permissions", error.kind());
            heap.reading.wrong_at(&(shown.into(), 0), "", remedy);
        }
        Ok(found) if found.is_dir() => {
            let (before, faults) = (heap.told.len(), heap.reading.faults());
            folder(heap, path, (house, 0));
            if heap.told.len() == before && heap.reading.faults() == faults {
                let remedy = "holds none of cases.jsonl, articles.jsonl, units.jsonl, and nothing else that can be \
                              imported; name the folder that does";
                heap.reading.wrong_at(&(shown.into(), 0), "", remedy.to_owned());
            }
        }
        Ok(_) => {
            if !file(heap, path, house) {
                let remedy = "is nothing that can be imported: JSON lines by their names, a CSV table, \
                              arkivstruktur.xml, .eml, .mbox, an act of Lovdata or its .tar.bz2";
                heap.reading.wrong_at(&(shown.into(), 0), "", remedy.to_owned());
            }
        }
    }
}

fn folder(heap: &mut Heap, path: &Path, (house, depth): (&House<'_>, usize)) {
    if path.join(deposit::FILE).is_file() {
        return deposit::read(heap, path, house);
    }
    let inside = match fs::read_dir(path) {
        Ok(inside) => inside,
        Err(error) => {
            let spot = (path.display().to_string().into(), 0);
            return heap.reading.wrong_at(&spot, "", format!("cannot be read ({})", error.kind()));
        }
    };
    // A link could lead anywhere; what is wanted is named itself.
    let plain = inside.flatten().filter(|entry| entry.file_type().is_ok_and(|kind| !kind.is_symlink()));
    let mut paths: Vec<PathBuf> = plain.map(|entry| entry.path()).take(FILES).collect();
    paths.sort();
    let is_maildir = path.join("cur").is_dir() && path.join("new").is_dir();
    let mut unknown = 0;
    for path in paths {
        if path.is_dir() {
            if depth < DEEP {
                match is_maildir {
                    true => mail::maildir(heap, &path, house),
                    false => folder(heap, &path, (house, depth + 1)),
                }
            }
        } else if !file(heap, &path, house) {
            unknown += 1;
        }
    }
    if unknown > 0 {
        heap.tell(&path.display().to_string(), &format!("{unknown} files of other kinds left alone"));
    }
}

/// Reads one file; whether it is of a kind that is read.
fn file(heap: &mut Heap, path: &Path, house: &House<'_>) -> bool {
    let name = name(path).to_lowercase();
    match name.as_str() {
        CaseRow::FILE | Article::FILE | Unit::FILE | SynonymRow::FILE => lines(heap, path, &name),
        deposit::FILE => deposit::read(heap, path.parent().unwrap_or(Path::new(".")), house),
        name if name.ends_with(".csv") || name.ends_with(".tsv") => tables::read(heap, path),
        name if name.ends_with(".eml") => mail::eml(heap, path, house),
        name if name.ends_with(".mbox") || name == "mbox" => mail::mbox(heap, path, house),
        name if name.ends_with(".tar.bz2") || name.ends_with(".tbz2") => acts::archive(heap, path),
        name if name.ends_with(".xml") || name.ends_with(".html") => return is_act(path) && acts::file(heap, path),
        name if name.ends_with(".json") => return acts::json(heap, path),
        _ => return beginning(path).starts_with("From ") && mail::mbox_found(heap, path, house),
    }
    true
}

/// Whether a file begins as Lovdata's do.
fn is_act(path: &Path) -> bool {
    let beginning = beginning(path);
    ["data-document-key-info", "data-lovdata-URL", "legacyID"].iter().any(|mark| beginning.contains(mark))
}

fn beginning(path: &Path) -> String {
    let mut bytes = Vec::new();
    let _ = File::open(path).and_then(|file| file.take(BEGINNING).read_to_end(&mut bytes));
    String::from_utf8_lossy(&bytes).into_owned()
}

/// How a file is called where something of it is told.
pub(super) fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// One of the four files of JSON lines.
fn lines(heap: &mut Heap, path: &Path, name: &str) {
    heap.given.extend([CaseRow::FILE, Article::FILE, Unit::FILE, SynonymRow::FILE].iter().find(|file| **file == name));
    let folder = path.parent().unwrap_or(Path::new("."));
    let files = plain(folder);
    let Heap { reading, cases, articles, units, synonyms, .. } = heap;
    let before = cases.len() + articles.len() + units.len() + synonyms.len();
    match name {
        CaseRow::FILE => reading.pile(&files, name, cases),
        Article::FILE => reading.pile(&files, name, articles),
        Unit::FILE => reading.pile(&files, name, units),
        _ => reading.pile(&files, name, synonyms),
    }
    let count = cases.len() + articles.len() + units.len() + synonyms.len() - before;
    heap.tell(&path.display().to_string(), &format!("JSON lines, {count} read"));
}
