//! Invented drafts for the tests of the state.

use contract::view::{Action, Case, Draft, Finding, Mail, Me, QueueItem};
use vocabulary::{
    Code, ConversationId, DraftId, GateMode, Language, MailId, Match, Outcome, Role, Severity, Status, Tone, Verdict,
};

use super::Item;

/// A mail in the conversation `name`.
pub(super) fn item(name: &str) -> Item {
    Item { mail: Some(MailId::new(name)), conversation: Some(ConversationId::new(name)), ..Item::default() }
}

/// A mail being written in the conversation `name`.
pub(super) fn compose(name: &str) -> Item {
    Item { mail: None, ..item(name) }
}

/// A draft with one gap and two findings that a second person must see.
pub(crate) fn draft(id: &str, revision: u32, status: Status, next: &[Action]) -> Draft {
    let finding = |key: &str, severity| Finding {
        key: key.to_owned(),
        code: Code::Fee,
        severity,
        span: None,
        text: "kr 12 500".to_owned(),
        why: String::new(),
        legal: None,
        clears: String::new(),
        evidence: vec![2],
    };
    Draft {
        id: DraftId::new(id),
        revision,
        fingerprint: format!("{id}-{revision}"),
        status,
        outcome: Outcome::NeedsFilling,
        language: Language::Nb,
        tone: Tone::Usual,
        mail: mail(),
        case: Case {
            matched: Match::None,
            number: None,
            title: None,
            responsible: None,
            why: String::new(),
            candidates: vec![],
            silent: None,
        },
        text: "Gebyret er kr 12 500 [2]. Svar innen ⟦dato⟧.".to_owned(),
        footer: String::new(),
        sentences: vec![],
        evidence: vec![],
        findings: vec![
            finding("fee", Severity::Verify),
            finding("right", Severity::Verify),
            finding("old", Severity::Warn),
        ],
        fine: vec![],
        verdict: Verdict::Review,
        gaps: vec!["dato".to_owned()],
        recipients: vec![],
        writer: "builtin".to_owned(),
        author: "Kari Nordby".to_owned(),
        mine: true,
        review: None,
        changes: vec![],
        before: None,
        unsaved: None,
        after: None,
        next: next.to_vec(),
    }
}

fn mail() -> Mail {
    Mail {
        from_name: "Per Haug".to_owned(),
        from_address: "per.haug@example.no".to_owned(),
        role: "unknown".to_owned(),
        role_told: String::new(),
        subject: "Tilbygg".to_owned(),
        received: "2026-11-20T08:00:00Z".to_owned(),
        visible: "Hva koster det?".to_owned(),
        language: Language::Nb,
        questions: vec![],
        deadlines: vec![],
        mails: 1,
    }
}

/// The team lead.
pub(crate) fn lead() -> Me {
    Me {
        name: "Liv Aas".to_owned(),
        tenant: "Fjordvik kommune".to_owned(),
        roles: vec![Role::Caseworker, Role::Reviewer],
        waiting: 0,
        pressing: 0,
        pending: 0,
        overdue: 0,
        approvers: vec![],
        decided: vec![],
        signature: None,
        gate: GateMode::Soft,
    }
}

/// A line of the list.
pub(crate) fn waiting(id: &str) -> QueueItem {
    QueueItem {
        draft: DraftId::new(id),
        from_name: "Per Haug".to_owned(),
        case: None,
        topics: vec![Code::Fee],
        severity: Severity::Verify,
        decidable: true,
        mine: true,
        overdue: false,
        told: "Frist 23. november 2026.".to_owned(),
    }
}
