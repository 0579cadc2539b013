//! `$filter`: comparisons joined by `and`, with the properties a mailbox can search by.

use super::Refusal;
use crate::mail::Mail;
use std::cmp::Ordering;

/// One comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Clause {
    pub(crate) property: String,
    operator: String,
    value: String,
}

const OPERATORS: [&str; 6] = ["eq", "ne", "gt", "ge", "lt", "le"];
const PROPERTIES: [&str; 8] = [
    "conversationId",
    "isDraft",
    "isRead",
    "subject",
    "internetMessageId",
    "receivedDateTime",
    "sentDateTime",
    "from/emailAddress/address",
];

/// Reads a filter.
pub(crate) fn read(text: &str) -> Result<Vec<Clause>, Refusal> {
    let invalid = || Refusal::bad("Invalid filter clause");
    let mut clauses = Vec::new();
    let mut words = words(text).ok_or_else(invalid)?.into_iter();
    loop {
        let (Some(property), Some(operator), Some(value)) = (words.next(), words.next(), words.next()) else {
            return Err(invalid());
        };
        if !OPERATORS.contains(&operator.as_str()) {
            return Err(invalid());
        }
        if !PROPERTIES.contains(&property.as_str()) {
            return Err(Refusal::property(&property, "microsoft.graph.message"));
        }
        clauses.push(Clause { property, operator, value: literal(&value).ok_or_else(invalid)? });
        match words.next().as_deref() {
            None => return Ok(clauses),
            Some("and") => {}
            Some(_) => return Err(invalid()),
        }
    }
}

/// Splits at spaces outside quotes; nothing when a quote is left open.
fn words(text: &str) -> Option<Vec<String>> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for letter in text.chars() {
        quoted ^= letter == '\'';
        match words.last_mut() {
            Some(word) if quoted || letter != ' ' => word.push(letter),
            _ => words.push(String::new()),
        }
    }
    words.retain(|word| !word.is_empty());
    (!quoted).then_some(words)
}

/// A quoted text with `''` for a quote, or a bare word.
fn literal(word: &str) -> Option<String> {
    let Some(inner) = word.strip_prefix('\'') else {
        return (!word.contains('\'')).then(|| word.to_owned());
    };
    let inner = inner.strip_suffix('\'')?;
    let rest = inner.replace("''", "");
    (!rest.contains('\'')).then(|| inner.replace("''", "'"))
}

impl Clause {
    /// Whether a mail fulfils it.
    pub(crate) fn holds(&self, mail: &Mail) -> bool {
        let order = self.compare(mail);
        match self.operator.as_str() {
            "eq" => order == Ordering::Equal,
            "ne" => order != Ordering::Equal,
            "gt" => order == Ordering::Greater,
            "ge" => order != Ordering::Less,
            "lt" => order == Ordering::Less,
            _ => order != Ordering::Greater,
        }
    }

    fn compare(&self, mail: &Mail) -> Ordering {
        let wanted = self.value.as_str();
        match self.property.as_str() {
            "conversationId" => mail.conversation().as_str().cmp(wanted),
            "isDraft" => mail.draft().to_string().as_str().cmp(wanted),
            "isRead" => mail.read.to_string().as_str().cmp(wanted),
            "subject" => mail.subject.as_str().cmp(wanted),
            "internetMessageId" => mail.internet_id.as_str().cmp(wanted),
            "from/emailAddress/address" => mail.from.address.to_lowercase().cmp(&wanted.to_lowercase()),
            _ => {
                let wanted: Option<jiff::Timestamp> = wanted.parse().ok();
                mail.received.cmp(&wanted.map_or(i64::MAX, jiff::Timestamp::as_second))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_is_read_or_refused() {
        let cases = [
            ("conversationId eq 'a''b c'", Ok("a'b c")),
            ("isDraft eq false and conversationId eq 'x'", Ok("false")),
            ("conversationId eq 'a'b'", Err("BadRequest")),
            ("conversationId eq 'a", Err("BadRequest")),
            ("conversationId is 'a'", Err("BadRequest")),
            ("conversationid eq 'a'", Err("RequestBroker--ParseUri")),
            ("isDraft eq false or isRead eq true", Err("BadRequest")),
            ("", Err("BadRequest")),
        ];
        for (text, expected) in cases {
            let clauses = read(text);
            match (&clauses, expected) {
                (Ok(clauses), Ok(value)) => assert_eq!(clauses[0].value, value, "{text}"),
                (Err(refusal), Err(code)) => assert_eq!(refusal.code(), code, "{text}"),
                _ => panic!("{text}: {clauses:?}"),
            }
        }
    }
}
