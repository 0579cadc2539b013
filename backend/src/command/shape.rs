//! The shapes of the command line (formater) that several subcommands share.

use domain::{
    check::{Bearing, Checked, Finding},
    deadline::Deadline,
    evidence::Item,
    thread::{Address, Thread, Written},
    value::Value as Recognised,
};
use serde_json::{Value, json};
use std::fmt::Debug;

/// The name of a variant in snake case: `BankAccount` → `bank_account`.
pub(super) fn snake(variant: impl Debug) -> String {
    let mut name = String::new();
    for c in format!("{variant:?}").chars() {
        if c.is_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.extend(c.to_lowercase());
    }
    name
}

/// A thread as `saksvar thread` answers it.
pub(super) fn thread(thread: &Thread) -> Value {
    let (language, confidence) = thread.language();
    json!({
        "language": language,
        "language_confidence": (f64::from(confidence) * 100.0).round() / 100.0,
        "messages": thread.messages().iter().map(message).collect::<Vec<_>>(),
        "questions": thread.questions(),
        "identifiers": thread.values().iter().filter(|value| is_identifier(value)).map(value).collect::<Vec<_>>(),
    })
}

fn message(written: &Written) -> Value {
    let mail = &written.message;
    json!({
        "from": address(&mail.from),
        "to": mail.to.iter().map(address).collect::<Vec<_>>(),
        "cc": mail.cc.iter().map(address).collect::<Vec<_>>(),
        "date": mail.date.map(|date| date.to_string()),
        "subject": mail.subject,
        "message_id": mail.internet_id,
        "visible": written.visible,
        "signature": written.signature,
    })
}

fn address(address: &Address) -> Value {
    json!({"name": address.name, "address": address.address})
}

fn is_identifier(value: &Recognised) -> bool {
    use domain::value::Kind;
    !matches!(value.kind, Kind::Percent | Kind::Time | Kind::Number | Kind::Name)
}

fn value(value: &Recognised) -> Value {
    json!({"kind": snake(value.kind), "text": value.text, "value": value.value, "strength": snake(value.strength), "span": value.span})
}

/// An item of evidence, as in `E.json`.
pub(super) fn item(item: &Item) -> Value {
    let source = &item.source;
    json!({
        "n": item.number,
        "system": source.system,
        "record": source.record,
        "title": source.title,
        "date": source.date.map(|date| date.to_string()),
        "access": source.access.code,
        "url": source.url,
        "text": source.text,
    })
}

/// How the evidence bears something.
pub(super) fn bearing(bearing: Bearing) -> String {
    snake(bearing)
}

/// The sentences of a checked draft.
pub(super) fn sentences(checked: &Checked) -> Value {
    let all = checked.sentences().iter().map(|sentence| {
        let values: Vec<_> = sentence
            .values
            .iter()
            .map(|(value, borne, evidence)| {
                json!({"kind": snake(value.kind), "text": value.text, "value": value.value, "support": bearing(*borne), "evidence": evidence})
            })
            .collect();
        json!({
            "text": sentence.text, "span": sentence.span, "citations": sentence.citations,
            "support": bearing(sentence.bearing), "values": values,
        })
    });
    Value::Array(all.collect())
}

/// The findings of a checked draft.
pub(super) fn findings(findings: &[Finding]) -> Value {
    let all = findings.iter().map(|finding| {
        json!({
            "code": finding.code, "severity": finding.severity, "span": finding.span, "text": finding.text,
            "why": finding.why, "legal": finding.legal, "clears": finding.clears, "evidence": finding.evidence,
        })
    });
    Value::Array(all.collect())
}

/// A clock.
pub(super) fn deadline(deadline: &Deadline) -> Value {
    json!({"kind": snake(deadline.kind), "due": deadline.due.to_string(), "state": snake(deadline.state)})
}
