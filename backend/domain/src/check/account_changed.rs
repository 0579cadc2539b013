//! Account numbers (kontonummer): one that no source gives is how invoice fraud works.

use super::{
    Check, Example, Finding, Look,
    concern::{Concern, Place},
    known::Known,
};
use crate::scan::{
    self, Confidence, Found, Kind,
    pattern::{Pattern, lowered},
};
use vocabulary::{Code, Severity};

pub(super) const CHECK: Check = Check {
    name: "account_changed",
    code: Code::AccountChanged,
    rule: "an account number is that of its source, and a changed one in the mail is looked at",
    legal: CONCERN.legal,
    flagged: Example::Draft("Betal til konto 8601.11.17947."),
    fine: Example::Draft("Betal til konto 1234.56.78903 [1]."),
    plain: true,
    run,
};

const CONCERN: Concern = Concern {
    code: Code::AccountChanged,
    severity: Severity::Stop,
    legal: Some("økonomireglementet, kommuneloven § 25-1"),
    why: [
        "Kontonummeret {} står ikke i noen av kildene.",
        "Kontonummeret {} står ikkje i nokon av kjeldene.",
        "The account number {} is in none of the sources.",
    ],
    clears: [
        "Bruk nummeret fra kilden, eller stryk det.",
        "Bruk nummeret frå kjelda, eller stryk det.",
        "Use the number of the source, or remove it.",
    ],
};

const ASKED: Concern = Concern {
    severity: Severity::Verify,
    why: [
        "E-posten melder om et nytt kontonummer ({}); det kan være svindel.",
        "E-posten melder om eit nytt kontonummer ({}); det kan vere svindel.",
        "The mail announces a new account number ({}); it may be fraud.",
    ],
    clears: [
        "Ring den det gjelder på et nummer dere kjenner fra før.",
        "Ring den det gjeld på eit nummer de kjenner frå før.",
        "Call the person on a number you already know.",
    ],
    ..CONCERN
};

static CHANGES: Pattern = Pattern::new(
    r"\b(?:nytt|ny|endret|endra|byttet|bytta|skiftet|skifta|new|changed)\b[^.\n]{0,40}\b(?:kontonummer\p{L}*|konto\p{L}*|bank\p{L}*|account)\b|\b(?:kontonummer\p{L}*|konto\p{L}*|account)\b[^.\n]{0,40}\b(?:endret|endra|byttet|bytta|nytt|changed)\b",
);

fn run(look: &Look) -> Vec<Finding> {
    let held = held(look);
    let unknown = look.found.iter().filter(|found| is_account(found) && !is_known(look, found, &held));
    let findings = unknown.map(|found| CONCERN.at(look, look.spanned(found.span, &found.text)));
    findings.chain(announced(look)).collect()
}

/// The account numbers of the sources, each with the number of its source.
fn held(look: &Look) -> Vec<(u16, String)> {
    let accounts = |known: &Known| {
        let found = scan::scan(&known.source.text).into_iter().filter(is_account);
        found.map(|found| (known.number, digits(&found.text))).collect::<Vec<_>>()
    };
    if look.found.iter().any(is_account) { look.known.iter().flat_map(accounts).collect() } else { Vec::new() }
}

fn is_account(found: &Found) -> bool {
    matches!(found.kind, Kind::BankAccount | Kind::Iban) && found.confidence > Confidence::Possible
}

/// In a source the sentence cites; in any source, where the text cites none.
fn is_known(look: &Look, found: &Found, held: &[(u16, String)]) -> bool {
    let cited = look.line_at(found.span).map(|line| line.assessed.citations.clone()).unwrap_or_default();
    let number = digits(&found.text);
    held.iter().any(|(source, there)| (!look.cites || cited.contains(source)) && number.ends_with(there.as_str()))
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

fn announced(look: &Look) -> Option<Finding> {
    let mail = look.mail.as_ref().filter(|mail| CHANGES.is_match(&lowered(&mail.raw)))?;
    let account = scan::scan(&mail.raw).into_iter().find(is_account)?;
    Some(ASKED.at(look, Place::outside(account.text)))
}
