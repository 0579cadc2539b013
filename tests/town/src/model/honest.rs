//! The honest model: one sentence for each piece of evidence, in its own words, with its number.

use super::{Asked, evidence};
use serde_json::{Value, json};

/// The reply, as text or as JSON parts.
pub(crate) fn written(asked: &Asked) -> String {
    let items = evidence::found(&asked.words);
    if items.is_empty() {
        let gap = part("Vi fant ikke svaret i kildene: ⟦svar fra saksbehandler⟧.", &[], true);
        return as_asked(asked, &[gap], "cannot_answer");
    }
    let last = items.len() - 1;
    let said = items.iter().enumerate().map(|(index, (number, text))| part(&sentence(text), &[*number], index == last));
    as_asked(asked, &said.collect::<Vec<_>>(), "ready")
}

/// One part of a reply.
pub(crate) fn part(text: &str, citations: &[u64], ends_paragraph: bool) -> Value {
    json!({ "text": text, "citations": citations, "ends_paragraph": ends_paragraph })
}

/// The parts as JSON or as running text.
pub(crate) fn as_asked(asked: &Asked, parts: &[Value], outcome: &str) -> String {
    if asked.json {
        return json!({ "parts": parts, "outcome": outcome }).to_string();
    }
    parts.iter().map(running).collect::<String>().trim_end().to_owned()
}

fn running(part: &Value) -> String {
    let numbers = part["citations"].as_array().into_iter().flatten();
    let numbers: String = numbers.map(|number| format!(" [{number}]")).collect();
    let end = if part["ends_paragraph"] == true { "\n\n" } else { " " };
    format!("{}{numbers}{end}", part["text"].as_str().unwrap_or_default())
}

/// The first sentence; a full stop ends one only before a space and a capital.
fn sentence(text: &str) -> String {
    let line = text.lines().rfind(|line| !line.trim().is_empty()).unwrap_or_default().trim();
    let ends = line.match_indices(". ").find(|(at, _)| line[at + 2..].starts_with(char::is_uppercase));
    ends.map_or(line, |(at, _)| &line[..=at]).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_honest_model_says_what_the_evidence_says_and_nothing_else() {
        let words = vec!["[1] Gebyret er kr 12 500. Det betales etterskudd.\n[4] Fristen er 12 uker.".to_owned()];
        let asked = Asked { words, streams: false, json: false };
        assert_eq!(written(&asked), "Gebyret er kr 12 500. [1] Fristen er 12 uker. [4]");
        let nothing = Asked { words: vec!["?".to_owned()], streams: false, json: true };
        let answer: Value = serde_json::from_str(&written(&nothing)).unwrap();
        assert_eq!(answer["outcome"], "cannot_answer");
    }
}
