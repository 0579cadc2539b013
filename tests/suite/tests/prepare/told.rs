//! What is prepared, as plain text for a reader: every line is something a citizen, a caseworker or a privacy officer would look at.

use flow::Shown;
use std::fmt::Write;

/// The whole of it; the reference, which is chance, is masked.
pub(crate) fn told(shown: &Shown) -> String {
    let mut text = String::new();
    let draft = shown.checked.draft();
    let frame = draft.frame();
    let matched = &shown.dossier.matched;
    let case = matched.number.map_or_else(|| "none attached".to_owned(), |number| number.to_string());
    let _ = writeln!(text, "language: {:?}, reply in {:?}", shown.thread.language().0, frame.language);
    let _ = writeln!(text, "case: {case} ({:?}, {:?})", matched.matched, matched.reason);
    let _ = writeln!(text, "sender: {}", matched.relation.name());
    for (number, title) in &matched.candidates {
        let _ = writeln!(text, "  offered: {number} {title}");
    }
    list(&mut text, "questions", shown.thread.questions().iter().cloned());
    let evidence = shown.evidence.items().iter();
    list(
        &mut text,
        "evidence",
        evidence.map(|item| format!("[{}] {} {}", item.number, item.source.record, item.source.title)),
    );
    list(&mut text, "to", frame.recipients.iter().cloned());
    let _ = writeln!(text, "outcome: {:?}", frame.outcome);
    list(&mut text, "gaps", draft.gaps().iter().cloned());
    let _ = writeln!(text, "\n{}\n\n{}\n", draft.marked(), frame.footer);
    let findings = shown.checked.findings().iter();
    list(
        &mut text,
        "findings",
        findings.map(|one| format!("{:?} {:?} «{}» {}", one.code, one.severity, one.text, one.why)),
    );
    let _ = writeln!(text, "verdict: {:?}", shown.checked.verdict());
    let deadlines = shown.deadlines.iter();
    list(&mut text, "deadlines", deadlines.map(|one| format!("{:?} {} {:?}", one.kind, one.due, one.state)));
    text.replace(shown.dossier.reference.as_str(), "SV-····-····-····-····")
}

fn list(text: &mut String, name: &str, items: impl Iterator<Item = String>) {
    let _ = writeln!(text, "{name}:");
    for item in items {
        let _ = writeln!(text, "  - {item}");
    }
}
