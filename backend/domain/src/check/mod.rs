//! What must be looked at (kontroll): every check over one draft; checks do not fail, they find.
//!
//! A check is one file with its rule, its legal ground, an example that is flagged and one that is not, and one row in
//! [`CHECKS`]. A [`look::Look`] reads sentences, values, personal data and evidence once; the checks only compare.

mod about;
mod account_changed;
mod appeal_missing;
mod bearing;
mod binding;
mod citation;
mod claim;
mod computed;
mod concern;
mod correspondence;
mod deadline;
mod decision;
mod delicate;
mod denial;
mod eligibility;
mod fee;
pub mod finding;
mod fine;
mod frame;
mod instruction;
mod known;
mod language;
mod language_mixed;
mod law_unknown;
mod legal_status;
mod liability;
mod likeness;
mod look;
pub mod mark;
mod mood;
mod old_source;
mod personal_data;
mod personnel;
mod phrase;
mod promise;
mod readability;
mod reading;
mod reasons_missing;
mod recipient;
mod refusal;
mod restricted_source;
mod right;
mod said;
mod sender;
mod stated;
pub mod support;
mod terms;
mod third_party;
mod threat;
mod tone;
mod unsupported;
mod work;
pub mod writing;

use crate::{
    draft::{Draft, Note},
    evidence::Evidence,
    rule::Rules,
    thread::Thread,
};
use correspondence::Mail;
pub use finding::Finding;
use jiff::civil::Date;
use look::Look;
pub use support::{Assessed, Bearing};
use vocabulary::{Code, Language, Verdict};

/// What a draft is held against.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// The thread; absent when only a text is verified.
    pub thread: Option<&'a Thread>,
    /// The evidence.
    pub evidence: &'a Evidence,
    /// The house rules.
    pub rules: &'a Rules,
    /// Today.
    pub today: Date,
    /// The language that findings are worded in (nb, nn or en).
    pub words: Language,
}

/// What an example of a check is an example of.
#[derive(Clone, Copy, Debug)]
pub enum Example {
    /// A draft in marked text.
    Draft(&'static str),
    /// The incoming mail.
    Mail(&'static str),
    /// A recipient of the draft.
    Recipient(&'static str),
}

/// One check (kontroll).
pub struct Check {
    /// Names it: the file it lives in.
    pub name: &'static str,
    /// What its findings are.
    pub code: Code,
    /// What it sees to, as one clause.
    pub rule: &'static str,
    /// The legal ground.
    pub legal: Option<&'static str>,
    /// Something that is flagged.
    pub flagged: Example,
    /// Something like it that is not.
    pub fine: Example,
    /// Whether it also applies to a text that somebody wrote without our help.
    plain: bool,
    run: fn(&Look) -> Vec<Finding>,
}

/// All checks.
pub const CHECKS: [Check; 36] = [
    threat::SELF,
    threat::OTHERS,
    citation::CHECK,
    unsupported::UNSUPPORTED,
    unsupported::CONTRADICTED,
    fee::CHECK,
    deadline::CHECK,
    right::CHECK,
    legal_status::CHECK,
    refusal::CHECK,
    eligibility::CHECK,
    liability::CHECK,
    delicate::HEALTH,
    delicate::CHILD_WELFARE,
    delicate::CRIME,
    delicate::WELFARE,
    third_party::CHECK,
    promise::CHECK,
    personal_data::CHECK,
    decision::CHECK,
    reasons_missing::CHECK,
    appeal_missing::CHECK,
    recipient::CHECK,
    restricted_source::CHECK,
    old_source::CHECK,
    account_changed::CHECK,
    language::CHECK,
    language_mixed::CHECK,
    instruction::CHECK,
    sender::PRESS,
    sender::LAWYER,
    sender::POLITICIAN,
    law_unknown::CHECK,
    readability::CHECK,
    personnel::CHECK,
    tone::CHECK,
];

/// A draft with everything that was found in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    draft: Draft,
    sentences: Vec<Assessed>,
    findings: Vec<Finding>,
    fine: Vec<String>,
}

impl Checked {
    /// The draft.
    #[must_use]
    pub fn draft(&self) -> &Draft {
        &self.draft
    }
    /// Its sentences with how the evidence bears each.
    #[must_use]
    pub fn sentences(&self) -> &[Assessed] {
        &self.sentences
    }
    /// The findings, heaviest first, then by place; the order does not depend on the language.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }
    /// The same with what there is to say of how the text came to be.
    #[must_use]
    pub fn noting(mut self, note: Option<Note>, words: Language) -> Self {
        self.findings.extend(note.map(|note| writing::finding(note, words)));
        self.findings = look::ordered(self.findings);
        self
    }
    /// What was checked and found fine.
    #[must_use]
    pub fn fine(&self) -> &[String] {
        &self.fine
    }
    /// What it comes to.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        Verdict::of(self.findings.iter().map(|finding| finding.severity))
    }
}

/// Runs every check. A check that would need a network does not belong here.
#[must_use]
pub fn run(draft: Draft, ground: &Ground) -> Checked {
    let (sentences, findings, fine) = {
        let look = Look::of(&draft, ground, ground.thread.map(Mail::of));
        let findings = look::ordered(CHECKS.iter().flat_map(|check| (check.run)(&look)).collect());
        let fine = fine::lines(&look, &findings);
        (look.lines.into_iter().map(|line| line.assessed).collect(), findings, fine)
    };
    Checked { draft, sentences, findings, fine }
}

/// The same checks over a text that somebody wrote or pasted: no citation is expected and nothing need be borne, but what no
/// mail may carry, and what the evidence contradicts, is found all the same.
#[must_use]
pub fn text_findings(text: &str, ground: &Ground) -> Vec<Finding> {
    let look = Look::plain(text, ground, ground.thread.map(Mail::of));
    look::ordered(CHECKS.iter().filter(|check| check.plain).flat_map(|check| (check.run)(&look)).collect())
}

#[cfg(test)]
mod cases;
#[cfg(test)]
mod tests;
