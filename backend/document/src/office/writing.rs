//! A document as it is written down (utskrift): paragraphs, items of lists, rows of tables, and notes.

/// What is written so far.
#[derive(Debug, Default)]
pub(crate) struct Writing {
    blocks: Vec<Block>,
    /// Paragraphs that are open; one within another is that of a text box.
    open: Vec<String>,
    tables: Vec<Table>,
}

#[derive(Debug)]
struct Block {
    text: String,
    /// Whether the next one like it stands on the very next line.
    is_tight: bool,
}

#[derive(Debug, Default)]
struct Table {
    cells: Vec<String>,
    cell: String,
    is_dropped: bool,
}

impl Writing {
    pub(crate) fn begin(&mut self) {
        self.open.push(String::new());
    }

    /// Letters of the paragraph that is open.
    pub(crate) fn push(&mut self, text: &str) {
        if let Some(open) = self.open.last_mut() {
            open.push_str(text);
        }
    }

    /// Letters in which blanks and line breaks are one blank, as in a page.
    pub(crate) fn push_collapsed(&mut self, text: &str) {
        let Some(open) = self.open.last_mut() else { return };
        for sign in text.chars() {
            match sign {
                ' ' | '\n' | '\t' | '\r' if open.is_empty() || open.ends_with([' ', '\n', '\t']) => {}
                ' ' | '\n' | '\t' | '\r' => open.push(' '),
                _ => open.push(sign),
            }
        }
    }

    /// The open paragraph ends; `mark` stands before it where it is an item.
    pub(crate) fn end(&mut self, mark: Option<&str>) {
        let Some(text) = self.open.pop() else { return };
        self.file(text.trim(), mark);
    }

    fn file(&mut self, text: &str, mark: Option<&str>) {
        if text.is_empty() {
            return;
        }
        match self.tables.last_mut() {
            Some(table) => add(&mut table.cell, text, " "),
            None => {
                let text = format!("{}{text}", mark.unwrap_or_default());
                self.blocks.push(Block { text, is_tight: mark.is_some() });
            }
        }
    }

    pub(crate) fn table(&mut self) {
        self.tables.push(Table::default());
    }

    pub(crate) fn cell_ends(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            let cell = std::mem::take(&mut table.cell).replace('\n', " ");
            table.cells.push(cell);
        }
    }

    /// The row that is open was taken out by somebody.
    pub(crate) fn drop_row(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            table.is_dropped = true;
        }
    }

    /// A row ends: a line of its own, or a part of the cell that its table stands in.
    pub(crate) fn row_ends(&mut self) {
        let Some(table) = self.tables.last_mut() else { return };
        let cells = std::mem::take(&mut table.cells);
        let is_dropped = std::mem::take(&mut table.is_dropped);
        if is_dropped || cells.iter().all(String::is_empty) {
            return;
        }
        let row = cells.join(" | ");
        match self.tables.len() {
            1 => self.blocks.push(Block { text: row, is_tight: true }),
            depth => add(&mut self.tables[depth - 2].cell, &row, "; "),
        }
    }

    pub(crate) fn table_ends(&mut self) {
        self.tables.pop();
        // What follows a table is apart from it, also where that is another one.
        if self.tables.is_empty() {
            self.blocks.push(Block { text: String::new(), is_tight: false });
        }
    }

    /// The whole text.
    pub(crate) fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.end(None);
        }
        let mut text = String::new();
        let mut tight = false;
        for block in self.blocks {
            if !text.is_empty() && !block.text.is_empty() {
                text.push_str(if tight && block.is_tight { "\n" } else { "\n\n" });
            }
            text.push_str(&block.text);
            tight = block.is_tight;
        }
        text
    }
}

fn add(cell: &mut String, text: &str, between: &str) {
    if !cell.is_empty() {
        cell.push_str(between);
    }
    cell.push_str(text);
}

/// Body between what stands at the head and at the foot of its pages, each once, with its notes at the end.
pub(crate) fn assembled(heads: Vec<String>, body: String, feet: Vec<String>, notes: &[String]) -> String {
    let mut parts: Vec<String> = Vec::new();
    for part in heads.into_iter().chain([body]).chain(feet) {
        if !part.trim().is_empty() && !parts.contains(&part) {
            parts.push(part);
        }
    }
    let numbered = (1..).zip(notes).map(|(number, note)| format!("[{number}] {}", note.replace("\n\n", "\n")));
    let notes: Vec<String> = numbered.collect();
    parts.extend((!notes.is_empty()).then(|| notes.join("\n")));
    parts.join("\n\n")
}
