//! What was approved before (tidligere godkjenning): a text that was approved and changed since needs an approval of the difference alone.

use super::{Dossier, Revision, Stretch, Under, difference};
use crate::{
    check::{Assessed, Checked, Finding},
    draft::normal::normalise,
    review::Ruling,
    thread::Thread,
};
use vocabulary::{Code, PersonId, Severity};

impl Dossier {
    /// The last approval of an earlier text than the current one.
    #[must_use]
    pub fn approved_before(&self) -> Option<&Ruling> {
        let number = self.current().number;
        self.rulings.iter().rev().find(|ruling| ruling.approve && ruling.revision < number)
    }

    /// What changed since the text that was approved last, else since a second person last saw it, else since the revision before; nothing for a
    /// first revision.
    #[must_use]
    pub fn changes(&self) -> Vec<Stretch> {
        let now = self.current();
        let approved = self.approved_before().map(|ruling| ruling.revision);
        let seen = || self.rulings.iter().rev().map(|ruling| ruling.revision).find(|number| *number < now.number);
        let before = || self.revisions.iter().rev().map(|one| one.number).find(|number| *number < now.number);
        let old = approved.or_else(seen).or_else(before).and_then(|number| self.revision(number));
        old.map_or_else(Vec::new, |old| difference(&old.marked, &now.marked))
    }

    /// The keys of the findings that this person ticked when they approved the earlier text, and that nothing has changed about: the same
    /// finding of the same words in the same sentence. A mail that came in since, or a text written anew over other sources, asks for all
    /// of them again; so does another second person, who has looked at none.
    #[must_use]
    pub fn ticked_before(&self, person: &PersonId, checked: &Checked, over: (&Thread, Under<'_>)) -> Vec<String> {
        let ruling = self.approved_before().filter(|ruling| ruling.by == *person);
        let Some((ruling, old)) = ruling.and_then(|ruling| Some((ruling, self.revision(ruling.revision)?))) else {
            return Vec::new();
        };
        if self.is_other_ground(ruling, old) {
            return Vec::new();
        }
        let Ok(draft) = self.draft(old) else { return Vec::new() };
        let was = self.check_over(draft, over.0, over.1);
        let ticked = |finding: &&Finding| ruling.ticked.contains(&finding.key());
        let seen: Vec<_> = was.findings().iter().filter(ticked).map(|one| about(one, was.sentences())).collect();
        let kept = checked.findings().iter().filter(|one| seen.contains(&about(one, checked.sentences())));
        kept.map(Finding::key).collect()
    }

    /// Whether the letter rests on something else than what was approved.
    fn is_other_ground(&self, ruling: &Ruling, old: &Revision) -> bool {
        let newer = self.messages.iter().any(|mail| !mail.draft && mail.date.is_some_and(|date| date > ruling.at));
        let later = self.revisions.iter().filter(|one| one.number > old.number);
        let written = { later }.any(|one| one.writer != WRITTEN && normalise(&one.marked) != normalise(&old.marked));
        newer || written || self.current().recipients != old.recipients
    }
}

/// The writer of a revision that a person edited.
const WRITTEN: &str = "person";

/// A finding and the whole sentence it stands in, without their places: a word before them moves them and changes nothing about them.
fn about<'a>(finding: &'a Finding, sentences: &'a [Assessed]) -> About<'a> {
    let holds = |sentence: &&Assessed| {
        finding.span.is_some_and(|span| sentence.span.start <= span.start && span.start < sentence.span.end)
    };
    let sentence = sentences.iter().find(holds).map(|sentence| (sentence.text.as_str(), sentence.citations.as_slice()));
    (finding.code, finding.severity, &finding.text, &finding.evidence, sentence)
}

type About<'a> = (Code, Severity, &'a str, &'a [u16], Option<(&'a str, &'a [u16])>);
