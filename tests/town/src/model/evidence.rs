//! Finds the numbered evidence (kilder) in what a model is told: JSON with `number` and `text`, tags with a number, or `[1] …` lines.

use serde_json::Value;

/// A number and the text under it.
pub(crate) type Item = (u64, String);

/// All evidence, in order, each number once.
pub(crate) fn found(words: &[String]) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for text in words {
        for item in in_json(text).into_iter().chain(in_tags(text)).chain(in_lines(text)) {
            if !item.1.trim().is_empty() && items.iter().all(|(number, _)| *number != item.0) {
                items.push(item);
            }
        }
    }
    items
}

fn in_json(text: &str) -> Vec<Item> {
    let begin = text.find(['{', '[']);
    let value = begin.and_then(|at| serde_json::Deserializer::from_str(&text[at..]).into_iter::<Value>().next());
    let mut items = Vec::new();
    if let Some(Ok(value)) = value {
        walk(&value, &mut items);
    }
    items
}

fn walk(value: &Value, items: &mut Vec<Item>) {
    match value {
        Value::Array(list) => list.iter().for_each(|it| walk(it, items)),
        Value::Object(fields) => match (fields.get("number").and_then(Value::as_u64), fields.get("text")) {
            (Some(number), Some(Value::String(text))) => items.push((number, text.clone())),
            _ => fields.values().for_each(|it| walk(it, items)),
        },
        _ => {}
    }
}

/// `<source number="1" …>text</source>`, whatever the names.
fn in_tags(text: &str) -> Vec<Item> {
    let mut items = Vec::new();
    for part in text.split('<').filter(|part| !part.starts_with('/')) {
        let Some((tag, inner)) = part.split_once('>') else { continue };
        let digits = |value: &str| value.chars().take_while(char::is_ascii_digit).collect::<String>().parse();
        if let Some(Ok(number)) = tag.split_once("=\"").map(|(_, value)| digits(value)) {
            items.push((number, inner.trim().to_owned()));
        }
    }
    items
}

/// `[1] title` with the lines under it.
fn in_lines(text: &str) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut open = false;
    for line in text.lines() {
        let head = line.trim_start().strip_prefix('[').and_then(|rest| rest.split_once(']'));
        let head = head.and_then(|(number, rest)| Some((number.parse().ok()?, rest)));
        match (head, items.last_mut()) {
            (Some((number, rest)), _) => items.push((number, rest.trim().to_owned())),
            (None, Some((_, text))) if open && !line.trim().is_empty() => {
                text.push('\n');
                text.push_str(line.trim());
            }
            _ => {}
        }
        open = head.is_some() || (open && !line.trim().is_empty());
    }
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn evidence_is_found_however_it_is_written() {
        let expected = vec![(1, "Gebyret er kr 12 500.".to_owned()), (2, "Fristen er 12 uker.".to_owned())];
        let cases = [
            r#"Skriv svar. {"evidence":[{"number":1,"text":"Gebyret er kr 12 500."},{"number":2,"text":"Fristen er 12 uker."}]}"#,
            "<kilde nr=\"1\">Gebyret er kr 12 500.</kilde>\n<kilde nr=\"2\" tittel=\"x\">Fristen er 12 uker.</kilde>",
            "Kilder:\n[1] Gebyret er kr 12 500.\n[2] Fristen er 12 uker.\n\nSpørsmål: hva nå?",
        ];
        for text in cases {
            assert_eq!(found(&[text.to_owned()]), expected, "{text}");
        }
        assert_eq!(found(&["Ingen kilder her.".to_owned()]), []);
    }
}
