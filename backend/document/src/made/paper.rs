//! PDF files, object by object.

use std::fmt::Write;

/// A PDF that is being made.
#[derive(Clone, Debug, Default)]
pub struct Paper {
    objects: Vec<Vec<u8>>,
    /// Further entries of the trailer.
    pub trailer: String,
}

impl Paper {
    /// Adds an object, numbered from 1.
    pub fn add(&mut self, object: impl Into<Vec<u8>>) -> usize {
        self.objects.push(object.into());
        self.objects.len()
    }

    /// Adds a stream with these entries beside its length.
    pub fn stream(&mut self, entries: &str, bytes: &[u8]) -> usize {
        let head = format!("<< /Length {} {entries} >>\nstream\n", bytes.len());
        self.add([head.as_bytes(), bytes, b"\nendstream"].concat())
    }

    /// The file; object 1 is the catalogue.
    #[must_use]
    pub fn finish(self) -> Vec<u8> {
        let mut file = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
        let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", self.objects.len() + 1);
        for (number, object) in (1..).zip(&self.objects) {
            let _ = writeln!(table, "{:010} 00000 n ", file.len());
            file.extend(format!("{number} 0 obj\n").as_bytes());
            file.extend(object);
            file.extend(b"\nendobj\n");
        }
        let at = file.len();
        let size = self.objects.len() + 1;
        file.extend(table.as_bytes());
        file.extend(
            format!("trailer\n<< /Size {size} /Root 1 0 R {} >>\nstartxref\n{at}\n%%EOF\n", self.trailer).as_bytes(),
        );
        file
    }
}

/// A PDF whose pages are drawn by these instructions, with Helvetica as `F1`.
#[must_use]
pub fn pdf(pages: &[&str]) -> Vec<u8> {
    let mut paper = Paper::default();
    paper.add("<< /Type /Catalog /Pages 2 0 R >>");
    let kids: Vec<String> = (0..pages.len()).map(|page| format!("{} 0 R", 4 + 2 * page)).collect();
    paper.add(format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), pages.len()));
    paper.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    for (at, page) in pages.iter().enumerate() {
        let drawn = 5 + 2 * at;
        paper.add(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {drawn} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
        ));
        paper.stream("", &western(page));
    }
    paper.finish()
}

/// Instructions that set these lines below each other.
#[must_use]
pub fn letters(lines: &[&str]) -> String {
    let mut drawn = "BT /F1 11 Tf 14 TL 72 770 Td\n".to_owned();
    for line in lines {
        let _ = writeln!(drawn, "({}) Tj T*", line.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)"));
    }
    drawn + "ET"
}

/// Letters as one byte each.
fn western(text: &str) -> Vec<u8> {
    text.chars()
        .map(|c| match c {
            '–' => 0x96,
            '•' => 0x95,
            '’' => 0x92,
            _ => u8::try_from(u32::from(c)).unwrap_or(b'?'),
        })
        .collect()
}
