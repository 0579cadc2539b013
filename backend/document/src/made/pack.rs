//! Packages (ZIP): written part by part, packed or as they are.

use flate2::{Compression, Crc, write::DeflateEncoder};
use std::io::Write;

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const TYPES: &str =
    r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const RELATIONS: &str = r#"<?xml version="1.0"?><Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

/// A package of these parts, packed.
#[must_use]
pub fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let deflated = parts.iter().map(|(name, bytes)| {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
        let _ = encoder.write_all(bytes);
        (*name, *bytes, encoder.finish().unwrap_or_default())
    });
    written(deflated.map(|(name, bytes, packed)| Part { name, sum: sum(bytes), size: bytes.len(), packed, method: 8 }))
}

/// A package of so many empty parts beside these.
#[must_use]
pub fn pile(parts: &[(&str, &[u8])], more: usize) -> Vec<u8> {
    let names: Vec<String> = (0..more).map(|n| format!("word/media/{n}.png")).collect();
    let empty = names.iter().map(|name| (name.as_str(), &b""[..]));
    let all = parts.iter().copied().chain(empty);
    written(all.map(|(name, bytes)| Part {
        name,
        sum: sum(bytes),
        size: bytes.len(),
        packed: bytes.to_vec(),
        method: 0,
    }))
}

struct Part<'p> {
    name: &'p str,
    sum: u32,
    size: usize,
    packed: Vec<u8>,
    method: u16,
}

fn sum(bytes: &[u8]) -> u32 {
    let mut sum = Crc::new();
    sum.update(bytes);
    sum.sum()
}

fn written<'p>(parts: impl Iterator<Item = Part<'p>>) -> Vec<u8> {
    let (mut file, mut list, mut count) = (Vec::new(), Vec::new(), 0_u16);
    for part in parts {
        let at = file.len() as u32;
        let mut head = Vec::new();
        for half in [20, 0, part.method, 0, 0x21] {
            head.extend(u16::to_le_bytes(half));
        }
        for word in [part.sum, part.packed.len() as u32, part.size as u32] {
            head.extend(u32::to_le_bytes(word));
        }
        head.extend((part.name.len() as u16).to_le_bytes());
        head.extend(0_u16.to_le_bytes());
        file.extend(b"PK\x03\x04");
        file.extend(&head);
        file.extend(part.name.as_bytes());
        file.extend(part.packed);
        list.extend(b"PK\x01\x02\x14\0");
        list.extend(&head);
        list.extend([0; 10]);
        list.extend(at.to_le_bytes());
        list.extend(part.name.as_bytes());
        count += 1;
    }
    let (size, at) = (list.len() as u32, file.len() as u32);
    file.extend(list);
    file.extend(b"PK\x05\x06\0\0\0\0");
    file.extend([count, count].map(u16::to_le_bytes).concat());
    file.extend([size, at].map(u32::to_le_bytes).concat());
    file.extend([0; 2]);
    file
}

/// A DOCX with this in its body.
#[must_use]
pub fn docx(body: &str) -> Vec<u8> {
    docx_of(body, &[])
}

/// The same with further parts.
#[must_use]
pub fn docx_of(body: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let main = format!(r#"<?xml version="1.0"?><w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>"#);
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", RELATIONS.as_bytes()),
        ("word/document.xml", main.as_bytes()),
    ];
    parts.extend(more.iter().map(|(name, text)| (*name, text.as_bytes())));
    packed(&parts)
}

/// An ODT with this in its body.
#[must_use]
pub fn odt(body: &str) -> Vec<u8> {
    odt_of("", body, &[])
}

/// The same with styles of its own and further parts.
#[must_use]
pub fn odt_of(styles: &str, body: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let main = format!(
        r#"<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:table="b"><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"#
    );
    let mut parts: Vec<(&str, &[u8])> =
        vec![("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", main.as_bytes())];
    parts.extend(more.iter().map(|(name, text)| (*name, text.as_bytes())));
    packed(&parts)
}
