//! A golden mail (fasit): what a citizen wrote, and what a good caseworker would find in it and answer.

use serde::Deserialize;
use std::{fs, path::Path};
use vocabulary::{Code, Language, Match, Outcome, Verdict};

/// One mail with what is expected of it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Golden {
    /// Names it in what is printed.
    pub(crate) id: String,
    /// `Per Haug <per.haug@example.no>`.
    pub(crate) from: String,
    /// The subject.
    #[serde(default)]
    pub(crate) subject: String,
    /// The body as plain text.
    pub(crate) text: String,
    /// What is expected.
    pub(crate) expect: Expected,
}

/// What a good caseworker would find and answer.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Expected {
    /// How sure the case is.
    #[serde(rename = "match")]
    pub(crate) matched: Match,
    /// The case's number where it is attached.
    #[serde(default)]
    pub(crate) case: Option<String>,
    /// The language of the mail.
    pub(crate) language: Language,
    /// A few words of each question, in order.
    #[serde(default)]
    pub(crate) questions: Vec<String>,
    /// Words that the draft must hold: the facts that answer.
    #[serde(default)]
    pub(crate) facts: Vec<String>,
    /// Words that the draft must not hold, in any case of letters.
    #[serde(default)]
    pub(crate) absent: Vec<String>,
    /// The kinds of findings that a second person must see, or that stop.
    #[serde(default)]
    pub(crate) findings: Vec<Code>,
    /// What it comes to.
    pub(crate) verdict: Verdict,
    /// What the writer could make of it.
    pub(crate) outcome: Outcome,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    mail: Vec<Golden>,
}

/// All golden mails of a folder, in the order of files and lines.
///
/// # Errors
/// A sentence with file and place.
pub(crate) fn all(folder: &Path) -> Result<Vec<Golden>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    let mut all = Vec::new();
    for file in files.iter().filter(|file| file.extension().is_some_and(|end| end == "toml")) {
        let told = |error: &dyn std::fmt::Display| format!("{}: {error}", file.display());
        let text = fs::read_to_string(file).map_err(|error| told(&error))?;
        let read: File = toml::from_str(&text).map_err(|error| told(&error))?;
        all.extend(read.mail);
    }
    Ok(all)
}

impl Golden {
    /// The mail as it comes in.
    #[must_use]
    pub(crate) fn eml(&self) -> String {
        format!(
            "From: {}\nTo: Postmottak <postmottak@fjordvik.kommune.no>\nSubject: {}\nMessage-ID: <{}@golden.example>\n\
             Date: Fri, 20 Nov 2026 09:00:00 +0100\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\
             Content-Transfer-Encoding: 8bit\n\n{}\n",
            self.from, self.subject, self.id, self.text
        )
    }
}
