//! The licences (lisenser) of everything that is inside: each text once, with the names of what it is for.

use crate::{
    crates::{Crates, Id},
    npm::Script,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// How the files are called that a package keeps its licence in.
const NAMES: [&str; 6] = ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE", "COPYRIGHT"];

/// One page: first who is under what, then the texts.
pub(crate) fn page(crates: &Crates, scripts: &[Script]) -> String {
    let mut list = String::from("Saksvar: EUPL-1.2 (https://eupl.eu/1.2/en/). What others made, and is inside it:\n\n");
    let mut texts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (id, known) in crates.all.iter().filter(|(id, known)| known.is_outside && crates.inside.contains(*id)) {
        let found = known.folder.as_deref().map(of_folder).unwrap_or_default();
        let note = if found.is_empty() { " (its package holds no text)" } else { "" };
        list.push_str(&format!("{}: {}{note}\n", named(id), known.license));
        for text in found {
            texts.entry(text).or_default().insert(named(id));
        }
    }
    for script in scripts {
        list.push_str(&format!("{} {} (npm)\n", script.name, script.version));
        texts.entry(script.license.clone()).or_default().insert(format!("{} {}", script.name, script.version));
    }
    let texts = texts.into_iter().map(|(text, names)| {
        format!("\n{}\n{}\n\n{text}\n", "-".repeat(80), names.into_iter().collect::<Vec<_>>().join(", "))
    });
    list.push_str(&texts.collect::<String>());
    list
}

fn named((name, version): &Id) -> String {
    format!("{name} {version}")
}

/// The texts of one package and of what it brings along from others, without what only spaces tell apart.
fn of_folder(folder: &Path) -> Vec<String> {
    let folders = [folder.to_owned(), folder.join("assets")];
    let entries = folders.iter().flat_map(|folder| fs::read_dir(folder).into_iter().flatten().flatten());
    let files = entries.map(|entry| entry.path());
    let mut files: Vec<_> = files.filter(|file| file.is_file() && is_licence(file)).collect();
    files.sort();
    let texts = files.iter().filter_map(|file| fs::read(file).ok());
    let lines = |text: Vec<u8>| {
        let text = String::from_utf8_lossy(&text).into_owned();
        text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim().to_owned()
    };
    texts.map(lines).filter(|text| !text.is_empty()).collect()
}

fn is_licence(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
    NAMES.iter().any(|start| name.starts_with(start)) && !name.ends_with(".RS")
}

#[cfg(test)]
mod tests {
    use super::page;
    use crate::{
        crates::{Crates, host},
        npm::Script,
    };

    #[test]
    fn whatever_is_inside_stands_with_its_licence_and_most_with_its_text() {
        let crates = Crates::of(&[("backend", host().unwrap())]).unwrap();
        let script = Script { name: "@a/b".into(), version: "1.2.3".into(), license: "Permission is given.".into() };
        let page = page(&crates, &[script]);
        let list = page.split("\n----").next().unwrap();
        let rows: Vec<_> = list.lines().skip(2).collect();
        assert!(rows.iter().any(|row| row.starts_with("axum 0.")) && rows.contains(&"@a/b 1.2.3 (npm)"), "{list}");
        assert!(!rows.iter().any(|row| row.starts_with("cc ") || row.starts_with("web ")), "built with, or ours");
        let bare = rows.iter().filter(|row| row.ends_with("(its package holds no text)")).count();
        assert!(bare * 10 < rows.len(), "{bare} of {} have no text", rows.len());
        assert!(page.contains("PDFium Authors"), "the fonts that come with hayro-font are others' work");
        assert!(page.contains("\n@a/b 1.2.3\n\nPermission is given.\n"));
        assert_eq!(
            page.matches("                                 Apache License\n").count().min(1),
            1,
            "the texts stand there"
        );
    }
}
