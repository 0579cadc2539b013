//! The stages made anew from the facts (gjenoppbygging): whatever was stored is proved again by the constructors of today.

use super::{Dossier, Revision, purpose::purpose};
use crate::{
    check::{Checked, Ground, run},
    deadline::{self, Deadline},
    draft::{Draft, Frame, brief::Purpose, parse::Unreadable},
    evidence::{Evidence, word},
    review::{Refusal, Review, Reviewed},
    rule::Rules,
    thread::{Empty, Thread},
};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use vocabulary::{Language, Outcome};

/// Under which rules, on which day and in whose words a dossier is looked at.
#[derive(Clone, Copy, Debug)]
pub struct Under<'a> {
    /// The house rules.
    pub rules: &'a Rules,
    /// Today in Norway.
    pub today: Date,
    /// The language that findings are worded in.
    pub words: Language,
}

/// The facts do not make a draft: the store gave back something it was never given.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Damaged {
    /// No mail to answer.
    #[error("the thread: {0}")]
    Thread(#[from] Empty),
    /// No readable text.
    #[error("the text: {0}")]
    Draft(#[from] Unreadable),
}

impl Dossier {
    /// The thread, read as of `today`.
    ///
    /// # Errors
    /// [`Empty`] when no mail is there.
    pub fn thread(&self, today: Date) -> Result<Thread, Empty> {
        Thread::new(self.messages.clone(), Some(&self.key.mail), today)
    }

    /// The evidence.
    #[must_use]
    pub fn evidence(&self) -> Evidence {
        Evidence::restored(self.evidence.clone())
    }

    /// A revision as a draft.
    ///
    /// # Errors
    /// [`Unreadable`] when it is none.
    pub fn draft(&self, revision: &Revision) -> Result<Draft, Unreadable> {
        Draft::parse(&revision.marked, revision.frame())
    }

    /// The revision that counts, checked under today's rules.
    ///
    /// # Errors
    /// [`Damaged`] when thread or draft cannot be made.
    pub fn checked(&self, under: Under<'_>) -> Result<Checked, Damaged> {
        Ok(self.check(self.draft(self.current())?, under)?)
    }

    /// Any draft over this dossier's thread and evidence, checked; nothing is kept.
    ///
    /// # Errors
    /// [`Empty`] when no mail is there.
    pub fn check(&self, draft: Draft, under: Under<'_>) -> Result<Checked, Empty> {
        Ok(self.check_over(draft, &self.thread(under.today)?, under))
    }

    /// The same over this dossier's thread where it is at hand already.
    #[must_use]
    pub fn check_over(&self, draft: Draft, thread: &Thread, under: Under<'_>) -> Checked {
        let evidence = self.evidence();
        let Under { rules, today, words } = under;
        let checked = run(draft, &Ground { thread: Some(thread), evidence: &evidence, rules, today, words });
        checked.noting(self.current().note, words)
    }

    /// The approval of the revision that counts, proved again; `None` where there is none.
    ///
    /// # Errors
    /// [`Refusal`] when the approval no longer holds: the rules, the day or the stored text have changed.
    pub fn reviewed(&self, checked: Checked) -> Result<Option<Reviewed>, Refusal> {
        let Some(ruling) = self.ruling().filter(|ruling| ruling.approve) else { return Ok(None) };
        let review = Review::of(checked, self.current().number, self.authors());
        review.decide(ruling.clone()).map(Some)
    }

    /// The clocks that run for the mail that is answered, as of `today`: a preliminary reply is owed in a case and for a complaint
    /// (forvaltningsloven § 11 a), an answer within days for an access request (offentleglova §§ 29, 32), and an appeal runs from the day
    /// on which the mail says that the decision was received (§ 29): a complaint stands as it did when it came.
    #[must_use]
    pub fn deadlines(&self, thread: &Thread, today: Date) -> Vec<Deadline> {
        let Some(received) = thread.answered().message.date.map(day) else { return Vec::new() };
        let purpose = purpose(thread);
        let in_case = purpose == Purpose::Complaint || purpose == Purpose::Answer && self.matched.number.is_some();
        let access = (purpose == Purpose::AccessRequest).then_some(deadline::Kind::AccessRequest);
        let kinds = access.into_iter().chain(in_case.then_some(deadline::Kind::PreliminaryReply));
        let answered = thread.answered();
        let came = deadline::stated_receipt(&answered.visible, thread.values(), received);
        let seen = if purpose == Purpose::Complaint { received.min(today) } else { today };
        let appeal = came.map(|came| deadline::of(deadline::Kind::Appeal, came, seen));
        kinds.map(|kind| deadline::of(kind, received, today)).chain(appeal).collect()
    }
}

impl Revision {
    /// What stands around its words.
    #[must_use]
    pub fn frame(&self) -> Frame {
        Frame {
            language: self.language,
            outcome: self.outcome,
            footer: self.footer.clone(),
            recipients: self.recipients.clone(),
        }
    }
}

/// The day of a moment in Norway.
pub(super) fn day(at: Timestamp) -> Date {
    at.to_zoned(TimeZone::get("Europe/Oslo").unwrap_or(TimeZone::UTC)).date()
}

/// For each question whether the draft answers it: some sentence with a source shares its words, and no gap does.
#[must_use]
pub fn answered(questions: &[String], draft: &Draft) -> Vec<bool> {
    let cited = draft.sentences().iter().filter(|sentence| !sentence.citations.is_empty());
    let told: Vec<Vec<String>> = cited.map(|sentence| word::stems(&sentence.text)).collect();
    let open: Vec<Vec<String>> = draft.gaps().iter().map(|gap| word::stems(gap)).collect();
    let all = draft.frame().outcome == Outcome::Ready && draft.gaps().is_empty();
    let touches = |asked: &[String], texts: &[Vec<String>]| texts.iter().any(|text| word::shared(asked, text) > 0);
    let is_answered = |question: &String| {
        let asked = word::stems(question);
        touches(&asked, &told) && !touches(&asked, &open)
    };
    questions.iter().map(|question| all || is_answered(question)).collect()
}
