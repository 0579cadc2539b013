//! Acts and regulations as Lovdata gives them out (offentlige data): archive, folder or single file; each section an article of its own.

use super::{
    Heap,
    place::name,
    xml::{Node, Part, Whole, stream},
};
use crate::{
    law::{File, Section},
    row::{Article, Day, Kind},
};
use bzip2::read::MultiBzDecoder;
use std::{fs, io::Read, path::Path};

/// Bytes of one act at most.
const LARGEST: u64 = 64 * 1024 * 1024;
/// Files of an archive, and bytes of all of them, at most.
const FILES: usize = 100_000;
const ALL: u64 = 2 * 1024 * 1024 * 1024;
/// Where Lovdata shows a document.
const SHOWN: &str = "https://lovdata.no/dokument/";

/// Takes the acts of an archive as Lovdata packs them.
pub(super) fn archive(heap: &mut Heap, path: &Path) {
    let shown = path.display().to_string();
    let spot = (name(path).into(), 0);
    let opened = match fs::File::open(path) {
        Ok(opened) => opened,
        Err(error) => return heap.reading.wrong_at(&spot, "", format!("cannot be read ({})", error.kind())),
    };
    let before = heap.acts.as_ref().map_or(0, Vec::len);
    if let Err(remedy) = entries(heap, MultiBzDecoder::new(opened)) {
        heap.reading.wrong_at(&spot, "", remedy);
    }
    let count = heap.acts.as_ref().map_or(0, Vec::len) - before;
    heap.tell(&shown, &format!("Lovdata's archive, {count} acts and regulations"));
}

fn entries(heap: &mut Heap, input: impl Read) -> Result<(), String> {
    let broken = |error: std::io::Error| format!("the archive is broken ({}); fetch it again", error.kind());
    let mut archive = tar::Archive::new(input.take(ALL));
    for (at, entry) in archive.entries().map_err(broken)?.enumerate() {
        let entry = entry.map_err(broken)?;
        if at >= FILES {
            return Err(format!("the archive has more than {FILES} files; name a smaller one"));
        }
        let name = entry.path().map_err(broken)?.file_name().map(|name| name.to_string_lossy().into_owned());
        let name = name.unwrap_or_default();
        if entry.header().entry_type().is_file() && name.ends_with(".xml") {
            let mut bytes = Vec::new();
            entry.take(LARGEST).read_to_end(&mut bytes).map_err(broken)?;
            act(heap, &name, &bytes);
        }
    }
    Ok(())
}

/// Takes one act.
pub(super) fn file(heap: &mut Heap, path: &Path) -> bool {
    let is_fit = fs::metadata(path).is_ok_and(|found| found.len() <= LARGEST);
    match is_fit.then(|| fs::read(path)) {
        Some(Ok(bytes)) => act(heap, &name(path), &bytes),
        _ => heap.reading.wrong_at(&(name(path).into(), 0), "", "cannot be read, or is larger than 64 MB".to_owned()),
    }
    told(heap);
    true
}

/// Takes one act that was turned into JSON; whether it is one.
pub(super) fn json(heap: &mut Heap, path: &Path) -> bool {
    let is_fit = fs::metadata(path).is_ok_and(|found| found.len() <= LARGEST);
    let Some(bytes) = is_fit.then(|| fs::read(path).ok()).flatten() else { return false };
    let Ok(act) = serde_json::from_slice::<File>(&bytes) else { return false };
    laid(heap, &name(path), act);
    told(heap);
    true
}

/// One line for all of them: there are many files.
fn told(heap: &mut Heap) {
    let count = heap.acts.as_ref().map_or(0, Vec::len);
    let line = format!("acts and regulations: {count} files");
    match heap.told.iter_mut().find(|told| told.starts_with("acts and regulations: ")) {
        Some(told) => *told = line,
        None => heap.told.push(line),
    }
}

fn act(heap: &mut Heap, name: &str, bytes: &[u8]) {
    let mut whole = Whole(None);
    if let Err((line, remedy)) = stream(bytes, &mut whole) {
        return heap.reading.wrong_at(&(name.into(), line), "", remedy);
    }
    match whole.0.as_ref().and_then(read) {
        Some(act) => laid(heap, name, act),
        None => {
            let remedy = "is no act as Lovdata gives them out: it has no id, title or section; take it out";
            heap.reading.wrong_at(&(name.into(), 0), "", remedy.to_owned());
        }
    }
}

fn laid(heap: &mut Heap, name: &str, act: File) {
    let spot = (name.into(), 0);
    for article in articles(&act) {
        heap.sections.lay(&mut heap.reading, &spot, article);
    }
    heap.acts.get_or_insert_default().push(act);
}

/// The sections that hold, or will from a known day, as articles.
fn articles(act: &File) -> Vec<Article> {
    let Ok(in_force) = act.date_in_force.trim().parse().map(Day) else { return Vec::new() };
    let short = act.short();
    let article = |section: &Section| {
        let named = section.named();
        let heading = section.heading.as_deref().unwrap_or_default().trim();
        let told = !section.text.trim().is_empty() && !is_repealed(heading) && !is_repealed(&section.text);
        let within = section.path.last().map(|chapter| format!(" ({chapter})")).unwrap_or_default();
        let colon = if heading.is_empty() { String::new() } else { format!(" {heading}") };
        told.then(|| Article {
            id: format!("{}:{}", act.id, section.section_id),
            kind: Kind::Law,
            title: format!("{short} {named}{colon}{within}"),
            text: section.text.trim().to_owned(),
            url: act.source_url.as_ref().map(|url| format!("{url}/{}", named.replace(' ', ""))),
            unit: None,
            language: None,
            valid_from: Some(in_force),
            valid_to: None,
        })
    };
    act.sections.iter().filter_map(article).collect()
}

/// Whether nothing is left of it but that it was repealed.
fn is_repealed(text: &str) -> bool {
    let plain = text.trim().trim_start_matches(['(', '[', '–', '-', ' ']).to_lowercase();
    let begins = ["opphevet", "oppheva", "opphevd"].iter().any(|word| plain.starts_with(word));
    begins && text.chars().count() < 200
}

/// An act out of Lovdata's own form.
fn read(root: &Node) -> Option<File> {
    let mut facts = Vec::new();
    collect(root, &|node| (node.name == "dd").then(|| node.mark("class").unwrap_or_default().to_owned()), &mut facts);
    let fact = |class: &str| facts.iter().find(|(name, _)| name == class).map(|(_, node)| words(node));
    let refid = fact("refid").or_else(|| fact("dokid"))?;
    let path = refid.trim_start_matches("NL/").trim_start_matches("SF/").to_owned();
    let id = fact("legacyID").unwrap_or_else(|| path.replace('/', "-").to_uppercase());
    let base = if path.starts_with("forskrift") { "SF" } else { "NL" };
    let mut sections = Vec::new();
    gather(root, &mut Vec::new(), &mut sections);
    let title = fact("title").or_else(|| heading(root))?;
    (!sections.is_empty()).then(|| File {
        id,
        title,
        short_title: fact("titleShort").unwrap_or_default(),
        date_in_force: fact("dateInForce").unwrap_or_default().split([',', ' ']).next().unwrap_or_default().to_owned(),
        source_url: Some(format!("{SHOWN}{base}/{path}")),
        sections,
    })
}

fn collect<'a>(node: &'a Node, wanted: &dyn Fn(&Node) -> Option<String>, found: &mut Vec<(String, &'a Node)>) {
    found.extend(wanted(node).map(|name| (name, node)));
    node.nodes().for_each(|node| collect(node, wanted, found));
}

fn heading(root: &Node) -> Option<String> {
    let mut found = Vec::new();
    collect(root, &|node| (node.name == "h1").then(String::new), &mut found);
    found.first().map(|(_, node)| words(node))
}

fn is_heading(node: &Node) -> bool {
    matches!(node.name.as_str(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

/// The sections of a document with the chapters around them.
fn gather(node: &Node, chapters: &mut Vec<String>, sections: &mut Vec<Section>) {
    if node.has_class("legalArticle") {
        sections.extend(section(node, chapters, sections.len()));
        return;
    }
    let chapter = (node.name == "section").then(|| node.nodes().find(|node| is_heading(node)).map(words)).flatten();
    let is_chapter = chapter.is_some();
    chapters.extend(chapter);
    node.nodes().for_each(|node| gather(node, chapters, sections));
    if is_chapter {
        chapters.pop();
    }
}

fn section(node: &Node, chapters: &[String], at: usize) -> Option<Section> {
    let head = node.nodes().find(|node| is_heading(node) || node.has_class("legalArticleHeader"));
    let part = |class: &str| head.and_then(|head| head.nodes().find(|node| node.has_class(class))).map(words);
    let heading = part("legalArticleTitle");
    if node.mark("data-repealeddate").is_some() || heading.as_deref().is_some_and(is_repealed) {
        return None;
    }
    let named = part("legalArticleValue").or_else(|| node.mark("data-name").map(str::to_owned))?;
    let paragraphs: Vec<String> = node
        .nodes()
        .filter(|node| !is_heading(node) && !is_note(node))
        .map(words)
        .filter(|text| !text.is_empty())
        .collect();
    let url = node.mark("id").map_or_else(|| format!("section-{at}"), str::to_owned);
    Some(Section {
        section_id: url,
        provision_ref: Some(named),
        heading,
        path: chapters.to_vec(),
        text: paragraphs.join("\n"),
    })
}

/// What tells of amendments, or stands below the text.
fn is_note(node: &Node) -> bool {
    let notes = ["changesToParent", "footnotes", "footnote", "footnotereference", "futureLegalArticle", "futuretitle"];
    notes.iter().any(|class| node.has_class(class)) || node.name == "footer"
}

/// The words of an element in their order, items of lists apart from each other.
fn words(node: &Node) -> String {
    let mut text = String::new();
    spell(node, &mut text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn spell(node: &Node, text: &mut String) {
    let is_block =
        matches!(node.name.as_str(), "li" | "p" | "article" | "br" | "td" | "tr" | "dd" | "dt" | "ol" | "ul");
    if is_block {
        text.push(' ');
    }
    if node.name == "li" {
        let mark = node.mark("data-name").unwrap_or_default();
        if !mark.is_empty() {
            text.push_str(mark);
            text.push(' ');
        }
    }
    for part in &node.parts {
        match part {
            Part::Text(own) => text.push_str(own),
            Part::Node(node) if is_note(node) => {}
            Part::Node(node) => spell(node, text),
        }
    }
    if is_block {
        text.push(' ');
    }
}
