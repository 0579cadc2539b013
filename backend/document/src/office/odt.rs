//! ODT (ISO/IEC 26300): what a reader of the accepted text sees. Tracked deletions, annotations and hidden text are not.

use super::{
    package::Package,
    writing::{Writing, assembled},
    xml::{Element, Look, Visit, walk},
};
use crate::limit::Deadline;
use domain::port::Unreadable;
use std::collections::HashSet;

/// What an item of a list begins with.
const ITEM: &str = "– ";
/// Blanks that one element may stand for.
const BLANKS: usize = 80;

/// The text of a document.
pub(crate) fn read(package: &mut Package<'_>, deadline: &Deadline) -> Result<String, Unreadable> {
    if let Some(bytes) = package.part("META-INF/manifest.xml")? {
        let mut list = Manifest::default();
        walk(&bytes, deadline, &mut list)?;
        if list.is_locked {
            return Err(Unreadable::Encrypted);
        }
    }
    let mut styles = Story::default();
    if let Some(bytes) = package.part("styles.xml")? {
        walk(&bytes, deadline, &mut styles)?;
    }
    let (heads, feet) = (styles.heads, styles.feet);
    let mut body = Story { hidden: styles.hidden, ..Story::default() };
    let bytes = package.part("content.xml")?.ok_or(Unreadable::Damaged)?;
    walk(&bytes, deadline, &mut body)?;
    let written = std::mem::take(&mut body.writing).finish();
    Ok(assembled(heads, written, feet, &body.notes))
}

#[derive(Default)]
struct Manifest {
    is_locked: bool,
}

impl Visit for Manifest {
    fn start(&mut self, name: &str, _: &Element<'_>) -> Look {
        self.is_locked |= name == "encryption-data";
        Look::Within
    }

    fn end(&mut self, _: &str) {}
    fn text(&mut self, _: &str) {}
}

/// A run of paragraphs, and the styles in which letters are hidden.
#[derive(Default)]
struct Story {
    writing: Writing,
    /// Text that waits while a note is written.
    outer: Vec<Writing>,
    notes: Vec<String>,
    heads: Vec<String>,
    feet: Vec<String>,
    /// The style that is being described.
    style: Option<String>,
    hidden: HashSet<String>,
    /// Items that are open, and whether each has begun.
    items: Vec<bool>,
    /// Paragraphs that are open, and whether each begins an item.
    marks: Vec<bool>,
}

impl Story {
    fn is_hidden(&self, name: &str, element: &Element<'_>) -> bool {
        let by_style = || element.of("style-name").is_some_and(|style| self.hidden.contains(&style));
        match name {
            "span" | "p" | "h" => by_style(),
            "section" => matches!(element.of("display").as_deref(), Some("none" | "condition")),
            _ => false,
        }
    }

    fn styled(&mut self, name: &str, element: &Element<'_>) {
        match name {
            "style" => self.style = element.of("name"),
            "text-properties" if element.of("display").as_deref() == Some("none") => {
                self.hidden.extend(self.style.clone())
            }
            _ => {}
        }
    }

    fn paragraph(&mut self) {
        let begins = self.items.last_mut().is_some_and(|begun| !std::mem::replace(begun, true));
        self.marks.push(begins);
        self.writing.begin();
    }

    fn note(&mut self) {
        // The number is that of the note's beginning; one within another ends first.
        self.notes.push(String::new());
        self.writing.push(&format!("[{}]", self.notes.len()));
        self.outer.push(std::mem::take(&mut self.writing));
    }

    fn note_ends(&mut self) {
        if let Some(outer) = self.outer.pop() {
            let note = std::mem::replace(&mut self.writing, outer).finish();
            if let Some(open) = self.notes.iter_mut().rev().find(|note| note.is_empty()) {
                *open = note;
            }
        }
    }
}

impl Visit for Story {
    fn start(&mut self, name: &str, element: &Element<'_>) -> Look {
        if self.is_hidden(name, element) {
            return Look::Past;
        }
        match name {
            "tracked-changes" | "annotation" | "forms" | "note-citation" | "hidden-text" | "hidden-paragraph"
            | "title" | "desc" | "ruby-text" | "binary-data" | "scripts" => return Look::Past,
            "style" | "text-properties" => self.styled(name, element),
            "p" | "h" => self.paragraph(),
            "s" => {
                let count = element.of("c").and_then(|count| count.parse().ok()).unwrap_or(1_usize);
                self.writing.push(&" ".repeat(count.min(BLANKS)));
            }
            "tab" => self.writing.push("\t"),
            "line-break" => self.writing.push("\n"),
            "list-item" | "list-header" => self.items.push(name == "list-header"),
            "note" => self.note(),
            "table" => self.writing.table(),
            _ => {}
        }
        Look::Within
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" | "h" => {
                let is_item = self.marks.pop().unwrap_or_default();
                self.writing.end(is_item.then_some(ITEM));
            }
            "list-item" | "list-header" => drop(self.items.pop()),
            "note" => self.note_ends(),
            "table-cell" => self.writing.cell_ends(),
            "table-row" => self.writing.row_ends(),
            "table" => self.writing.table_ends(),
            "header" | "header-left" | "header-first" => self.heads.push(std::mem::take(&mut self.writing).finish()),
            "footer" | "footer-left" | "footer-first" => self.feet.push(std::mem::take(&mut self.writing).finish()),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        self.writing.push_collapsed(text);
    }
}
