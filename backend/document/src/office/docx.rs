//! DOCX (ISO/IEC 29500): what a reader of the accepted text sees. Insertions are kept; deletions, comments and hidden text are not.

use super::{
    numbering::{Counted, Numbering},
    package::Package,
    writing::{Writing, assembled},
    xml::{Element, Look, Visit, walk},
};
use crate::limit::Deadline;
use domain::port::Unreadable;
use std::{collections::HashMap, rc::Rc};

/// The text of a document.
pub(crate) fn read(package: &mut Package<'_>, deadline: &Deadline) -> Result<String, Unreadable> {
    let main = main(package, deadline)?;
    let folder = main.rsplit_once('/').map_or_else(String::new, |(folder, _)| format!("{folder}/"));
    let bytes = package.part(&main)?.ok_or(Unreadable::Damaged)?;
    let mut numbering = Numbering::default();
    if let Some(bytes) = package.part(&format!("{folder}numbering.xml"))? {
        walk(&bytes, deadline, &mut numbering)?;
    }
    let mut body = Story { numbering: Rc::new(numbering), ..Story::default() };
    walk(&bytes, deadline, &mut body)?;
    let mut notes = Notes::default();
    for name in ["footnotes", "endnotes"] {
        if let Some(bytes) = package.part(&format!("{folder}{name}.xml"))? {
            walk(&bytes, deadline, &mut notes)?;
        }
    }
    let mut beside = |kind: &str| -> Result<Vec<String>, Unreadable> {
        package.named(&format!("{folder}{kind}"), ".xml").iter().map(|name| story(package, name, deadline)).collect()
    };
    let (heads, feet) = (beside("header")?, beside("footer")?);
    let found: Vec<String> = body.notes.iter().map(|key| notes.texts.get(key).cloned().unwrap_or_default()).collect();
    Ok(assembled(heads, body.writing.finish(), feet, &found))
}

fn story(package: &mut Package<'_>, name: &str, deadline: &Deadline) -> Result<String, Unreadable> {
    let mut story = Story::default();
    if let Some(bytes) = package.part(name)? {
        walk(&bytes, deadline, &mut story)?;
    }
    Ok(story.writing.finish())
}

/// The part that the package names as its document; else the usual one.
fn main(package: &mut Package<'_>, deadline: &Deadline) -> Result<String, Unreadable> {
    let mut relations = Relations::default();
    if let Some(bytes) = package.part("_rels/.rels")? {
        walk(&bytes, deadline, &mut relations)?;
    }
    let named = relations.main.map(|target| target.trim_start_matches('/').to_owned());
    Ok(named.filter(|name| package.has(name)).unwrap_or_else(|| "word/document.xml".to_owned()))
}

#[derive(Default)]
struct Relations {
    main: Option<String>,
}

impl Visit for Relations {
    fn start(&mut self, name: &str, element: &Element<'_>) -> Look {
        let is_main =
            name == "Relationship" && element.of("Type").is_some_and(|kind| kind.ends_with("/officeDocument"));
        if is_main {
            self.main = element.of("Target");
        }
        Look::Within
    }

    fn end(&mut self, _: &str) {}
    fn text(&mut self, _: &str) {}
}

/// A run of paragraphs: the body, a header, a note.
#[derive(Default)]
struct Story {
    writing: Writing,
    /// Notes in the order they are referred to.
    notes: Vec<(bool, String)>,
    numbers: HashMap<(bool, String), usize>,
    /// Paragraphs that are open, and the list and level of which each is an item.
    items: Vec<(Option<String>, usize)>,
    numbering: Rc<Numbering>,
    counted: Counted,
    in_properties: bool,
    in_row_properties: bool,
    in_run: usize,
    in_letters: bool,
    is_hidden: bool,
}

impl Story {
    fn property(&mut self, name: &str, element: &Element<'_>) -> Look {
        match name {
            "numId" => {
                if let Some(item) = self.items.last_mut() {
                    item.0 = element.of("val").filter(|list| list != "0");
                }
            }
            "ilvl" => {
                if let Some(item) = self.items.last_mut() {
                    item.1 = element.of("val").and_then(|level| level.parse().ok()).unwrap_or_default();
                }
            }
            // Marks of the paragraph's own sign are none of its letters; older properties are not in force.
            "rPr" | "pPrChange" => return Look::Past,
            _ => {}
        }
        Look::Within
    }

    fn note(&mut self, is_end: bool, element: &Element<'_>) {
        let Some(key) = element.of("id").filter(|_| !self.is_hidden).map(|id| (is_end, id)) else { return };
        // One that is referred to again keeps its number, and stands once.
        let known = self.numbers.len() + 1;
        let number = *self.numbers.entry(key.clone()).or_insert(known);
        if number == known {
            self.notes.push(key);
        }
        self.writing.push(&format!("[{number}]"));
    }

    fn sign(&mut self, sign: &str) {
        if self.in_run > 0 && !self.is_hidden {
            self.writing.push(sign);
        }
    }

    fn opened(&mut self, name: &str) {
        match name {
            "p" => {
                self.items.push((None, 0));
                self.writing.begin();
            }
            "r" => {
                self.in_run += 1;
                self.is_hidden = false;
            }
            "pPr" => self.in_properties = true,
            "trPr" => self.in_row_properties = true,
            "tbl" => self.writing.table(),
            "t" => self.in_letters = true,
            "tab" | "ptab" => self.sign("\t"),
            "br" | "cr" => self.sign("\n"),
            "noBreakHyphen" => self.sign("-"),
            _ => {}
        }
    }
}

impl Visit for Story {
    fn start(&mut self, name: &str, element: &Element<'_>) -> Look {
        if self.in_properties {
            return self.property(name, element);
        }
        match name {
            "del" if self.in_row_properties => self.writing.drop_row(),
            "del" | "moveFrom" | "Fallback" | "sectPr" | "rPrChange" | "tblPr" | "tblGrid" | "rt" => return Look::Past,
            "vanish" => self.is_hidden |= self.in_run > 0 && element.is_on(),
            "footnoteReference" => self.note(false, element),
            "endnoteReference" => self.note(true, element),
            _ => self.opened(name),
        }
        Look::Within
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" => {
                let (list, level) = self.items.pop().unwrap_or_default();
                let mark = list.map(|list| self.counted.next(&self.numbering, &list, level));
                self.writing.end(mark.as_deref());
            }
            "r" => {
                self.in_run = self.in_run.saturating_sub(1);
                self.is_hidden = false;
            }
            "t" => self.in_letters = false,
            "pPr" => self.in_properties = false,
            "trPr" => self.in_row_properties = false,
            "tc" => self.writing.cell_ends(),
            "tr" => self.writing.row_ends(),
            "tbl" => self.writing.table_ends(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_letters && !self.is_hidden {
            self.writing.push(text);
        }
    }
}

/// Notes by whether they stand at the end, and their id.
#[derive(Default)]
struct Notes {
    story: Story,
    open: Option<(bool, String)>,
    texts: HashMap<(bool, String), String>,
}

impl Visit for Notes {
    fn start(&mut self, name: &str, element: &Element<'_>) -> Look {
        if matches!(name, "footnote" | "endnote") {
            // The line above the notes is a note, too, of a type of its own.
            if element.of("type").is_some_and(|kind| kind != "normal") {
                return Look::Past;
            }
            self.open = element.of("id").map(|id| (name == "endnote", id));
            return Look::Within;
        }
        self.story.start(name, element)
    }

    fn end(&mut self, name: &str) {
        if matches!(name, "footnote" | "endnote") {
            let story = std::mem::take(&mut self.story);
            self.texts.extend(self.open.take().map(|key| (key, story.writing.finish())));
            return;
        }
        self.story.end(name);
    }

    fn text(&mut self, text: &str) {
        self.story.text(text);
    }
}
