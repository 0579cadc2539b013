//! What must be looked at (kontroll): every check over one draft; checks do not fail, they find.

pub mod finding;
pub mod support;

use crate::{draft::Draft, evidence::Evidence, rule::Rules, thread::Thread};
pub use finding::Finding;
use jiff::civil::Date;
pub use support::{Assessed, Bearing};
use vocabulary::{Language, Verdict};

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
pub fn run(draft: Draft, _ground: &Ground) -> Checked {
    Checked { draft, sentences: Vec::new(), findings: Vec::new(), fine: Vec::new() }
}
