//! Makes the pane lighter after the binding: names that only the program and its glue know become short, comments and indents go.
//!
//! The binding writes each name into both files with sixteen random digits, which no compression makes smaller.

use std::collections::BTreeMap;

/// What begins a section of names: what the program is given, and what it gives.
const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;

/// The program and its glue, both with the same short names.
pub(crate) fn slim(wasm: &[u8], glue: &str) -> Result<(Vec<u8>, String), String> {
    let mut short = Short { names: BTreeMap::new(), glue };
    let wasm = renamed(wasm, &mut short).ok_or("the bound program is no WebAssembly that can be read")?;
    Ok((wasm, bare(&in_glue(glue, &short.names))))
}

/// The short names given so far.
struct Short<'g> {
    names: BTreeMap<String, String>,
    glue: &'g str,
}

impl Short<'_> {
    /// Only names of the binding's own making are changed; the others are used by pages too.
    fn of(&mut self, name: &str) -> String {
        let is_own = name.starts_with("__") || name.starts_with("wasm_bindgen__");
        if !is_own || !self.glue.contains(name) {
            return name.to_owned();
        }
        let next = format!("$${:x}", self.names.len());
        self.names.entry(name.to_owned()).or_insert(next).clone()
    }
}

/// The program with other names, and without the sections that only tools read.
fn renamed(wasm: &[u8], short: &mut Short<'_>) -> Option<Vec<u8>> {
    let mut from = Bytes(wasm);
    let mut to = from.take(8)?.to_vec();
    while !from.0.is_empty() {
        let kind = from.byte()?;
        let length = from.number()?;
        let body = from.take(length)?;
        let body = match kind {
            0 => continue,
            IMPORTS => names(body, short, |entry, short, to| {
                to.extend(entry.string()?);
                put(to, &short.of(entry.text()?));
                entry.import()
            })?,
            EXPORTS => names(body, short, |entry, short, to| {
                put(to, &short.of(entry.text()?));
                entry.byte()?;
                entry.number().map(drop)
            })?,
            _ => body.to_vec(),
        };
        to.push(kind);
        to.extend(number(body.len()));
        to.extend(body);
    }
    Some(to)
}

/// A section of names: how many, and each with what it stands for, which is copied.
fn names<'g>(
    body: &[u8],
    short: &mut Short<'g>,
    one: impl Fn(&mut Bytes<'_>, &mut Short<'g>, &mut Vec<u8>) -> Option<()>,
) -> Option<Vec<u8>> {
    let mut from = Bytes(body);
    let count = from.number()?;
    let mut to = number(count);
    for _ in 0..count {
        let mut written = Vec::new();
        let mut entry = Bytes(from.0);
        one(&mut entry, short, &mut written)?;
        let (whole, rest) = from.0.split_at(from.0.len() - entry.0.len());
        // What follows the names is as long as it was.
        let mut after = Bytes(whole);
        skip_names(&mut after, &written)?;
        to.extend(written);
        to.extend(after.0);
        from.0 = rest;
    }
    Some(to)
}

/// Goes past as many names as were written.
fn skip_names(from: &mut Bytes<'_>, written: &[u8]) -> Option<()> {
    let mut written = Bytes(written);
    while !written.0.is_empty() {
        written.string()?;
        from.string()?;
    }
    Some(())
}

/// What is left to be read.
struct Bytes<'b>(&'b [u8]);

impl<'b> Bytes<'b> {
    fn take(&mut self, length: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1).map(|byte| byte[0])
    }

    /// An unsigned LEB128 number.
    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    fn text(&mut self) -> Option<&'b str> {
        let length = self.number()?;
        std::str::from_utf8(self.take(length)?).ok()
    }

    /// A name with its length.
    fn string(&mut self) -> Option<&'b [u8]> {
        let before = self.0;
        self.text()?;
        Some(&before[..before.len() - self.0.len()])
    }

    /// What an import stands for: a function, a table, a memory, a global, a tag.
    fn import(&mut self) -> Option<()> {
        match self.byte()? {
            0 => self.number().map(drop),
            1 => {
                self.byte()?;
                self.limits()
            }
            2 => self.limits(),
            3 | 4 => self.take(2).map(drop),
            _ => None,
        }
    }

    fn limits(&mut self) -> Option<()> {
        let has_most = self.byte()? & 1 == 1;
        self.number()?;
        if has_most {
            self.number()?;
        }
        Some(())
    }
}

fn put(to: &mut Vec<u8>, name: &str) {
    to.extend(number(name.len()));
    to.extend(name.as_bytes());
}

/// As LEB128.
fn number(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let low = u8::try_from(number & 0x7f).unwrap_or_default();
        number >>= 7;
        if number == 0 {
            bytes.push(low);
            return bytes;
        }
        bytes.push(low | 0x80);
    }
}

/// The glue with the short names, word by word.
fn in_glue(glue: &str, names: &BTreeMap<String, String>) -> String {
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '$');
    let mut to = String::with_capacity(glue.len());
    let mut rest = glue;
    while let Some(first) = rest.chars().next() {
        let length = rest.find(|c| is_word(c) != is_word(first)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(length);
        to.push_str(names.get(word).map_or(word, String::as_str));
        rest = after;
    }
    to
}

/// Without comments on lines of their own, indents and empty lines: neither the binding nor we write a text of several lines there.
pub(crate) fn bare(glue: &str) -> String {
    let mut kept = String::with_capacity(glue.len());
    let mut within = false;
    for line in glue.lines().map(str::trim) {
        within |= line.starts_with("/*");
        if !(within || line.is_empty() || line.starts_with("//")) {
            kept.push_str(line);
            kept.push('\n');
        }
        within &= !line.ends_with("*/");
    }
    kept
}

/// The same for a style, whose lines and blanks mean nothing between its signs.
pub(crate) fn style(text: &str) -> String {
    let pairs = [("\n", ""), (" {", "{"), ("{ ", "{"), (" }", "}"), (";}", "}"), (": ", ":"), ("; ", ";"), (", ", ",")];
    pairs.into_iter().fold(bare(text), |text, (from, to)| text.replace(from, to))
}

#[cfg(test)]
mod tests {
    use super::{bare, slim, style};

    #[test]
    fn names_are_short_and_the_same_on_both_sides() {
        let import = b"\x01\x06import\x0b__wbg_a_123\x00\x00";
        let exports = b"\x03\x08__free_1\x00\x05\x05start\x00\x06\x06memory\x02\x00";
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.extend(b"\x00\x05\x04name");
        wasm.extend([2, import.len() as u8]);
        // One import, of the module «import».
        wasm.extend(import);
        wasm.extend([7, exports.len() as u8]);
        wasm.extend(exports);
        let glue = "const i = {__wbg_a_123: () => wasm.__free_1(), __wbg_a: start, memory};";
        let (wasm, glue) = slim(&wasm, glue).unwrap();
        assert_eq!(glue, "const i = {$$0: () => wasm.$$1(), __wbg_a: start, memory};\n");
        assert_eq!(
            wasm,
            b"\0asm\x01\0\0\0\x02\x0e\x01\x06import\x03$$0\x00\x00\x07\x18\x03\x03$$1\x00\x05\x05start\x00\x06\x06memory\x02\x00"
        );
        assert!(slim(b"\0asm\x01\0\0\0\x02\x7f", "").is_err());
    }

    #[test]
    fn comments_and_indents_go() {
        assert_eq!(
            bare("/**\n * a\n */\nf() {\n    // b\n    g('/* c'); // d\n\n}\n/* e */\nh"),
            "f() {\ng('/* c'); // d\n}\nh\n"
        );
    }

    #[test]
    fn a_style_keeps_what_it_means() {
        let text = "/* a */\n.a > .b, p:empty { margin: 0 4px; color: red; }\n@media (width: 1px) {\n  .c :focus { top: 0; }\n}\n";
        assert_eq!(style(text), ".a > .b,p:empty{margin:0 4px;color:red}@media (width:1px){.c :focus{top:0}}");
    }
}
