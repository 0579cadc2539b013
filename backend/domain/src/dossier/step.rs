//! What a person may do next (neste steg) with a dossier as it stands; the first is the one the pane offers first.

use super::Dossier;
use crate::{check::Checked, person::Person};
use jiff::civil::Date;
use vocabulary::{Code, Role, Severity, Status, Verdict};

/// One thing that may be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Fill the gaps first.
    Fill,
    /// Ask for a second person.
    RequestReview,
    /// Remind the second person.
    Remind,
    /// Seal and have the server send it.
    Send,
    /// Seal and insert.
    Release,
    /// Approve.
    Approve,
    /// Return with a comment.
    Return,
    /// Make the text that came back one's own.
    Adopt,
    /// Edit.
    Revise,
    /// Write anew.
    Rewrite,
    /// Become the author.
    TakeOver,
    /// Look whether it was sent.
    SweepSent,
}

impl Dossier {
    /// What this person may do now. `proved` says whether the approval on record still holds; a reminder is for a day.
    #[must_use]
    pub fn next(&self, (person, today): (&Person, Date), checked: &Checked, proved: bool) -> Vec<Step> {
        if !person.is_writer() || !self.is_open_to(person) {
            return Vec::new();
        }
        if self.status == Status::Sent {
            return vec![Step::Rewrite];
        }
        if self.current().author != person.id {
            return self.of_another(person, checked);
        }
        let remind = self.is_remindable_by(person, today).then_some(Step::Remind);
        remind.into_iter().chain(self.own(checked, proved)).collect()
    }

    /// Whether a second person may rule on it at all: a reviewer who never wrote in it.
    #[must_use]
    pub fn is_decidable_by(&self, person: &Person) -> bool {
        person.is(Role::Reviewer) && !self.authors().contains(&person.id)
    }

    fn own(&self, checked: &Checked, proved: bool) -> Vec<Step> {
        match self.status {
            Status::Released => vec![Step::Release, Step::SweepSent, Step::Revise],
            Status::SendAllowed => vec![Step::SweepSent, Step::Release, Step::Revise],
            Status::AwaitingReview => vec![Step::Revise, Step::Rewrite],
            Status::Returned if self.proposal().is_some() => vec![Step::Adopt, Step::Revise, Step::Rewrite],
            _ => [first_of(checked, proved).as_slice(), &[Step::Revise, Step::Rewrite]].concat(),
        }
    }

    fn of_another(&self, person: &Person, checked: &Checked) -> Vec<Step> {
        let mut steps = Vec::new();
        if self.status == Status::AwaitingReview && self.is_decidable_by(person) {
            if is_approvable(checked) {
                steps.push(Step::Approve);
            }
            steps.extend([Step::Return, Step::Revise]);
        } else if self.status == Status::SendAllowed {
            steps.push(Step::SweepSent);
        }
        if self.key.mailbox.is_some() || person.is(Role::Reviewer) {
            steps.push(Step::TakeOver);
        }
        steps
    }
}

fn first_of(checked: &Checked, proved: bool) -> Vec<Step> {
    if !checked.draft().gaps().is_empty() {
        return vec![Step::Fill];
    }
    match checked.verdict() {
        _ if proved => vec![Step::Release],
        Verdict::Clear => vec![Step::Release],
        Verdict::Review => vec![Step::RequestReview],
        Verdict::Stop if is_approvable(checked) => vec![Step::RequestReview],
        Verdict::Stop => Vec::new(),
    }
}

/// Whether nothing stands against an approval that ticks could not clear; see [`crate::review::Review::decide`].
#[must_use]
pub fn is_approvable(checked: &Checked) -> bool {
    let stops = checked.findings().iter().filter(|finding| finding.severity == Severity::Stop);
    checked.draft().gaps().is_empty() && stops.into_iter().all(|finding| finding.code == Code::Decision)
}
