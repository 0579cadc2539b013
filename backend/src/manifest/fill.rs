//! Filling a template (mal): each `{{name}}` becomes its value, written as the kind of file wants it.

/// What kind of file a template is, and so how a value is written in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Xml,
    /// Inside quotes.
    Json,
    /// Inside single quotes.
    Shell,
    /// Inside single quotes.
    PowerShell,
}

/// A value for a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words of the settings, which are escaped.
    Text(String),
    /// JSON of our own, which stands as it is.
    Raw(String),
}

/// Fills a template in one pass, so that what a value says is never read as a place.
pub(super) fn fill(template: &str, kind: Kind, values: &[(&'static str, Piece)]) -> Result<String, String> {
    let mut parts = template.split("{{");
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once("}}").ok_or_else(|| "a place in the template is not closed".to_owned())?;
        let value = values.iter().find(|(known, _)| *known == name);
        match value.map(|(_, piece)| piece) {
            Some(Piece::Text(text)) => filled.push_str(&kind.written(text)),
            Some(Piece::Raw(json)) => filled.push_str(json),
            None => return Err(format!("the template names {name}, which is nothing")),
        }
        filled.push_str(rest);
    }
    Ok(filled)
}

impl Kind {
    fn written(self, text: &str) -> String {
        match self {
            Self::Xml => text.chars().map(entity).collect(),
            Self::Json => quoted(text),
            Self::Shell => text.replace('\'', r"'\''"),
            Self::PowerShell => text.replace('\'', "''"),
        }
    }
}

fn entity(letter: char) -> String {
    match letter {
        '&' => "&amp;".to_owned(),
        '<' => "&lt;".to_owned(),
        '>' => "&gt;".to_owned(),
        '"' => "&quot;".to_owned(),
        '\'' => "&apos;".to_owned(),
        other => other.to_string(),
    }
}

fn quoted(text: &str) -> String {
    let whole = serde_json::Value::from(text).to_string();
    whole.get(1..whole.len() - 1).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Kind, Piece, fill};

    #[test]
    fn a_value_is_written_as_its_file_wants_it_and_never_read_again() {
        let values = [("a", Piece::Text(r#"A & <B> "C" 'D' {{b}}"#.to_owned())), ("b", Piece::Raw("[1]".to_owned()))];
        for (kind, written) in [
            (Kind::Xml, "A &amp; &lt;B&gt; &quot;C&quot; &apos;D&apos; {{b}}"),
            (Kind::Json, r#"A & <B> \"C\" 'D' {{b}}"#),
            (Kind::Shell, r#"A & <B> "C" '\''D'\'' {{b}}"#),
            (Kind::PowerShell, r#"A & <B> "C" ''D'' {{b}}"#),
        ] {
            assert_eq!(fill("x {{a}} {{b}}", kind, &values), Ok(format!("x {written} [1]")));
        }
        for wrong in ["{{c}}", "{{a"] {
            assert!(fill(wrong, Kind::Xml, &values).is_err(), "{wrong}");
        }
    }
}
