//! The figures (måltall): how much of what was expected was found, and how much was found that was not.

use crate::golden::Golden;
use domain::check::Finding;
use flow::Shown;
use std::collections::BTreeSet;
use vocabulary::{Code, Severity};

/// A share: so many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Share {
    /// Right.
    pub(crate) right: usize,
    /// All.
    pub(crate) all: usize,
}

impl Share {
    fn add(&mut self, right: usize, all: usize) {
        self.right += right;
        self.all += all;
    }

    /// In per cent; nothing of nothing is all of it.
    #[must_use]
    pub(crate) fn percent(self) -> f64 {
        if self.all == 0 { 100.0 } else { 100.0 * self.right as f64 / self.all as f64 }
    }
}

/// Every figure with its name and the floor it must not fall under, in per cent.
pub(crate) const FLOORS: [(&str, f64); 10] = [
    ("case", 99.0),
    ("language", 97.0),
    ("questions found", 95.0),
    ("questions that are some", 98.0),
    ("facts in the draft", 98.0),
    ("nothing that must be absent", 100.0),
    ("findings found", 86.0),
    ("findings that are due", 86.0),
    ("verdict", 91.0),
    ("outcome", 98.0),
];

/// All figures of a run.
#[derive(Clone, Debug, Default)]
pub(crate) struct Figures {
    shares: [Share; FLOORS.len()],
    /// What was missed, a line each.
    pub(crate) misses: Vec<String>,
}

impl Figures {
    /// Counts one mail.
    pub(crate) fn count(&mut self, golden: &Golden, shown: &Shown) {
        self.case(golden, shown);
        self.questions(golden, shown);
        self.words(golden, shown);
        self.findings(golden, shown.checked.findings());
        let (verdict, outcome) = (shown.checked.verdict(), shown.checked.draft().frame().outcome);
        let expect = &golden.expect;
        self.one(8, golden, (verdict == expect.verdict, format!("{verdict:?}, expected {:?}", expect.verdict)));
        self.one(9, golden, (outcome == expect.outcome, format!("{outcome:?}, expected {:?}", expect.outcome)));
    }

    /// Counts a mail that got no draft at all: everything is missed.
    pub(crate) fn failed(&mut self, golden: &Golden, why: &str) {
        for (place, _) in FLOORS.iter().enumerate() {
            self.one(place, golden, (false, why.to_owned()));
        }
    }

    /// Each figure with its name, its share and its floor.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&'static str, Share, f64)> {
        FLOORS.into_iter().zip(self.shares).map(|((name, floor), share)| (name, share, floor))
    }

    fn one(&mut self, place: usize, golden: &Golden, (is_right, told): (bool, String)) {
        self.some(place, golden, (usize::from(is_right), 1, told));
    }

    fn some(&mut self, place: usize, golden: &Golden, (right, all, told): (usize, usize, String)) {
        self.shares[place].add(right, all);
        if right < all {
            self.misses.push(format!("{} · {}: {told}", golden.id, FLOORS[place].0));
        }
    }

    fn case(&mut self, golden: &Golden, shown: &Shown) {
        let matched = &shown.dossier.matched;
        let number = matched.number.map(|number| number.to_string());
        let is_right = matched.matched == golden.expect.matched && number == golden.expect.case;
        self.one(0, golden, (is_right, format!("{:?} {number:?}", matched.matched)));
        let (language, _) = shown.thread.language();
        self.one(1, golden, (language == golden.expect.language, format!("{language:?}")));
    }

    fn questions(&mut self, golden: &Golden, shown: &Shown) {
        let (found, expected) = (shown.thread.questions(), &golden.expect.questions);
        let holds = |question: &str, words: &str| question.to_lowercase().contains(&words.to_lowercase());
        let missed: Vec<&String> =
            expected.iter().filter(|words| !found.iter().any(|question| holds(question, words))).collect();
        let more: Vec<&String> =
            found.iter().filter(|question| !expected.iter().any(|words| holds(question, words))).collect();
        self.some(2, golden, (expected.len() - missed.len(), expected.len(), format!("{missed:?}")));
        self.some(3, golden, (found.len() - more.len(), found.len(), format!("{more:?}")));
    }

    fn words(&mut self, golden: &Golden, shown: &Shown) {
        let letter = shown.checked.draft().marked().replace('\u{a0}', " ").to_lowercase();
        let without = |words: &&String| !letter.contains(&words.to_lowercase());
        let missed: Vec<&String> = golden.expect.facts.iter().filter(without).collect();
        let facts = golden.expect.facts.len();
        self.some(4, golden, (facts - missed.len(), facts, format!("{missed:?} in {letter:?}")));
        let absent = &golden.expect.absent;
        let there: Vec<&String> = absent.iter().filter(|words| !without(words)).collect();
        self.some(5, golden, (absent.len() - there.len(), absent.len(), format!("{there:?}")));
    }

    fn findings(&mut self, golden: &Golden, findings: &[Finding]) {
        let heavy = findings.iter().filter(|finding| finding.severity >= Severity::Verify);
        let found: BTreeSet<Code> = heavy.map(|finding| finding.code).collect();
        let expected: BTreeSet<Code> = golden.expect.findings.iter().copied().collect();
        let both = found.intersection(&expected).count();
        let missed: Vec<_> = expected.difference(&found).collect();
        let more: Vec<_> = found.difference(&expected).collect();
        self.some(6, golden, (both, expected.len(), format!("{missed:?}")));
        self.some(7, golden, (both, found.len(), format!("{more:?}")));
    }
}

#[cfg(test)]
mod tests {
    use super::Share;

    #[test]
    fn a_share_of_nothing_is_whole() {
        assert_eq!(Share::default().percent(), 100.0);
        assert_eq!(Share { right: 1, all: 4 }.percent(), 25.0);
    }
}
