//! Turns the three `.ftl` files into one enum, in the order of their keys; the sentences themselves go into the pane one language
//! at a time (`cargo xtask sidebar` writes them in the same order), and into the tests all three.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::{env, fs, path::Path, process};

/// Bokmål comes first: it is the one the others are held against.
const LANGUAGES: [&str; 3] = ["nb", "nn", "en"];

type Sentences = BTreeMap<String, String>;

fn main() {
    if let Err(sentence) = run() {
        println!("cargo::error={sentence}");
        process::exit(1);
    }
}

fn run() -> Result<(), String> {
    let mut all = Vec::new();
    for language in LANGUAGES {
        let path = format!("text/{language}.ftl");
        println!("cargo::rerun-if-changed={path}");
        let text = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
        all.push(read(&path, &text)?);
    }
    for (language, other) in LANGUAGES.iter().zip(&all).skip(1) {
        compare(language, &all[0], other)?;
    }
    let out = env::var("OUT_DIR").map_err(|error| error.to_string())?;
    fs::write(Path::new(&out).join("text.rs"), code(&all)).map_err(|error| error.to_string())
}

/// One `key = sentence` a line; `#` begins a comment.
fn read(path: &str, text: &str) -> Result<Sentences, String> {
    let mut sentences = Sentences::new();
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let at = format!("{path}:{}", number + 1);
        let (key, sentence) = line.split_once(" = ").ok_or(format!("{at}: write «key = sentence»"))?;
        let plain = key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        if !plain || key.is_empty() || sentence.trim().is_empty() {
            return Err(format!("{at}: a key is small letters and hyphens, and its sentence is not empty"));
        }
        if sentences.insert(key.to_owned(), sentence.trim().to_owned()).is_some() {
            return Err(format!("{at}: {key} stands there twice"));
        }
    }
    Ok(sentences)
}

/// Every language says everything, with the same places to fill in.
fn compare(language: &str, first: &Sentences, other: &Sentences) -> Result<(), String> {
    for (key, sentence) in first {
        let translated = other.get(key).ok_or(format!("text/{language}.ftl lacks {key}, which text/nb.ftl has"))?;
        if places(sentence) != places(translated) {
            return Err(format!("text/{language}.ftl: {key} must have the same {{ $… }} as text/nb.ftl"));
        }
    }
    match other.keys().find(|key| !first.contains_key(*key)) {
        Some(key) => Err(format!("text/nb.ftl lacks {key}, which text/{language}.ftl has")),
        None => Ok(()),
    }
}

/// The names between `{ $` and ` }`.
fn places(sentence: &str) -> BTreeSet<&str> {
    sentence.split("{ $").skip(1).filter_map(|rest| rest.split_once(" }").map(|(name, _)| name)).collect()
}

/// `case-none` as the name of a variant.
fn variant(key: &str) -> String {
    let capital = |part: &str| {
        let mut letters = part.chars();
        letters.next().map(|first| first.to_ascii_uppercase().to_string() + letters.as_str()).unwrap_or_default()
    };
    key.split('-').map(capital).collect()
}

fn code(all: &[Sentences]) -> String {
    let mut code = String::from(
        "/// Everything the pane can say.\n#[allow(missing_docs)]\n#[derive(Clone, Copy, Debug, PartialEq, Eq)]\npub enum Text {\n",
    );
    for key in all[0].keys() {
        let _ = writeln!(code, "    {},", variant(key));
    }
    code.push_str("}\n\n/// All of them, by their names in the code.\n#[cfg(test)]\nconst NAMES: &[&str] = &[");
    for key in all[0].keys() {
        let _ = write!(code, "\"{}\", ", variant(key));
    }
    code.push_str("];\n");
    for (language, sentences) in LANGUAGES.iter().zip(all) {
        let table = language.to_uppercase();
        let _ =
            writeln!(code, "\n#[cfg(not(target_arch = \"wasm32\"))]\nstatic {table}: [&str; {}] = [", sentences.len());
        for sentence in sentences.values() {
            let _ = writeln!(code, "    {sentence:?},");
        }
        code.push_str("];\n");
    }
    code
}
