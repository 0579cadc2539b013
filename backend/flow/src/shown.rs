//! A dossier as somebody sees it now (visning): every stage made anew, with what this person may do next.

use crate::{Call, Failure, Flow};
use domain::{
    check::Checked,
    deadline::Deadline,
    dossier::{self, Damaged, Dossier, Fields, House, Journal, Slip, Step, Stretch, Wait},
    draft::{Draft, normal::fingerprint},
    evidence::{Evidence, Unread},
    review::Ruling,
    thread::Thread,
};
use vocabulary::{PersonId, Status};

/// What is shown of the way into the journal.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Whether a case system is connected that takes mails.
    pub is_connected: bool,
    /// Whether the person who asks may say whether it is journalled.
    pub is_theirs: bool,
    /// What was confirmed, else what is suggested.
    pub fields: Fields,
    /// The mails that the reply answers.
    pub incoming: Vec<Slip>,
}

/// Everything that is shown of a draft.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The facts.
    pub dossier: Dossier,
    /// The thread; its answered mail is the one on the screen.
    pub thread: Thread,
    /// The evidence.
    pub evidence: Evidence,
    /// The documents of the case that were not read, as far as the person who asks may know of them.
    pub unread: Vec<Unread>,
    /// The revision that counts, checked now.
    pub checked: Checked,
    /// Binds a review to text and recipients.
    pub fingerprint: String,
    /// The person who asks.
    pub person: PersonId,
    /// Whether the person who asks is the author.
    pub mine: bool,
    /// What this person may do now, the primary thing first.
    pub next: Vec<Step>,
    /// The clocks that run.
    pub deadlines: Vec<Deadline>,
    /// For each question of the thread whether the draft answers it.
    pub answered: Vec<bool>,
    /// Whether it should be journalled, once it has left.
    pub journal: Option<Journal>,
    /// How far it has come, and what goes there.
    pub card: Option<Card>,
    /// What changed since the text that was approved last, else since the second person saw it, else since the revision before.
    pub changes: Vec<Stretch>,
    /// The second person's word on this revision.
    pub ruling: Option<Ruling>,
    /// Whether that word is an approval that still holds under today's rules.
    pub approved: bool,
    /// By when the second person should have answered, while it waits.
    pub wait: Option<Wait>,
    /// The keys of findings that the person who asks ticked when they approved an earlier text, and that nothing has changed about.
    pub ticked: Vec<String>,
    /// Mails of the citizen that came in since the draft was made, found by this very call.
    pub newer: usize,
}

impl Flow {
    /// The dossier as the caller sees it.
    pub(crate) fn show(&self, call: Call<'_>, dossier: Dossier) -> Result<Shown, Failure> {
        let draft = dossier.draft(dossier.current()).map_err(Damaged::from)?;
        self.show_draft_of(call, dossier, draft)
    }

    /// The same with a text that is not saved.
    pub(crate) fn show_draft_of(&self, call: Call<'_>, dossier: Dossier, draft: Draft) -> Result<Shown, Failure> {
        let under = self.under(call.words);
        let today = under.today;
        let thread = dossier.thread(today).map_err(Damaged::from)?;
        let checked = dossier.check_over(draft, &thread, under);
        let print = fingerprint(checked.draft());
        let person = call.person();
        let approved = matches!(dossier.reviewed(checked.clone()), Ok(Some(_)));
        // A reply that has left has met the clocks of the mail it answers.
        let has_left = dossier.status == Status::Sent;
        let deadlines = if has_left { Vec::new() } else { dossier.deadlines(&thread, today) };
        let waits = dossier.status == Status::AwaitingReview;
        let journal = has_left.then(|| dossier.journal(&thread, &checked));
        Ok(Shown {
            card: journal.as_ref().map(|journal| self.card(call, &dossier, journal)),
            journal,
            wait: waits.then(|| dossier.wait(self.rules.review_days, &deadlines, today)),
            evidence: dossier.evidence(),
            unread: dossier.unread_for(person),
            fingerprint: print,
            person: person.id.clone(),
            mine: dossier.current().author == person.id,
            next: self.offered(&dossier, dossier.next((person, today), &checked, approved)),
            deadlines,
            answered: dossier::answered(thread.questions(), checked.draft()),
            changes: dossier.changes(),
            ticked: self.ticked(call, &dossier, (&checked, &thread)),
            ruling: dossier.ruling().cloned(),
            approved,
            newer: 0,
            dossier,
            thread,
            checked,
        })
    }

    fn card(&self, call: Call<'_>, dossier: &Dossier, journal: &Journal) -> Card {
        let confirmed = dossier.journalling.as_ref().map(|journalling| journalling.fields.clone());
        Card {
            is_connected: self.journal.is_some(),
            is_theirs: dossier.is_journalled_by(call.person()),
            fields: confirmed.unwrap_or_else(|| journal.fields.clone()),
            incoming: dossier.incoming(self.house(dossier)),
        }
    }

    /// Who is of the house, as its rules and the draft say.
    pub(crate) fn house<'a>(&'a self, dossier: &'a Dossier) -> House<'a> {
        House { from: &dossier.from, domains: &self.rules.domains }
    }

    /// What is ticked already: asked for only where it is this person's to decide.
    fn ticked(&self, call: Call<'_>, dossier: &Dossier, (checked, thread): (&Checked, &Thread)) -> Vec<String> {
        if dossier.status != Status::AwaitingReview || !dossier.is_decidable_by(call.person()) {
            return Vec::new();
        }
        dossier.ticked_before(&call.person().id, checked, (thread, self.under(call.words)))
    }

    /// The steps as this house has them: where the server may send, that comes before inserting; while it is at it, nothing else is done.
    fn offered(&self, dossier: &Dossier, mut steps: Vec<Step>) -> Vec<Step> {
        if dossier.is_on_its_way(self.clock.now()) {
            let is_taken = dossier.sending.as_ref().is_some_and(|sending| sending.accepted.is_some());
            let again = (self.sends && !is_taken && steps.contains(&Step::Release)).then_some(Step::Send);
            return std::iter::once(Step::SweepSent).chain(again).collect();
        }
        if self.sends
            && dossier.status != Status::SendAllowed
            && let Some(place) = steps.iter().position(|step| *step == Step::Release)
        {
            steps.insert(place, Step::Send);
        }
        steps
    }
}
