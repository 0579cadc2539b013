//! Who is known to approve (godkjennere): learned from their own sign-ins, with who stands in while they are away.

use crate::{Call, Failure, Flow, allow};
use domain::{
    audit::{Action, Entry},
    port::Enrolment,
    review::{Absence, Approver, approver::Unfit},
};
use jiff::civil::Date;
use vocabulary::{PersonId, Role};

impl Flow {
    /// Who is known to approve; a caller with the role is among them from their first sign-in, and one who lost it is not.
    ///
    /// # Errors
    /// The store's failure.
    pub async fn approvers(&self, call: Call<'_>) -> Result<Vec<Approver>, Failure> {
        let mut known = self.tenant(call).approvers().await?;
        let (person, now) = (call.person(), self.clock.now());
        let before = known.iter().position(|approver| approver.person == person.id);
        if !person.is(Role::Reviewer) {
            if let Some(place) = before {
                let gone = known.remove(place);
                let entry = self.entry_of(call, Action::ApproverForgotten).fact("why", "role");
                Enrolment::none(gone.person).commit(self.tenant(call).as_ref(), entry).await?;
            }
            return Ok(known);
        }
        let day = domain::port::clock::day;
        let is_new = |place: usize| known[place].name != person.name || day(known[place].seen) != day(now);
        if before.is_none_or(is_new) {
            let absence = before.and_then(|place| known[place].absence.clone());
            let approver = Approver { person: person.id.clone(), name: person.name.clone(), seen: now, absence };
            let entry = self.entry_of(call, Action::ApproverKnown);
            Enrolment::of(approver.clone()).commit(self.tenant(call).as_ref(), entry).await?;
            known.retain(|other| other.person != approver.person);
            known.push(approver);
        }
        Ok(known)
    }

    /// The caller is away until a day (`2026-12-24`), with somebody in their place; or is back, without either.
    ///
    /// # Errors
    /// `NotAllowed` for who does not review; `BadInput` with field `until` or `stand_in`; the store's failure.
    pub async fn say_away(
        &self,
        call: Call<'_>,
        (until, stand_in): (Option<&str>, Option<PersonId>),
    ) -> Result<(), Failure> {
        let person = call.person();
        allow(person.is(Role::Reviewer))?;
        let known = self.approvers(call).await?;
        let today = self.clock.today();
        let absence = match (until.map(str::parse::<Date>), stand_in) {
            (None, None) => Ok(None),
            (Some(Ok(until)), Some(other)) => Absence::of((until, other), &person.id, &known, today).map(Some),
            (Some(Ok(_)), None) => Err(Unfit::StandIn),
            (None | Some(Err(_)), _) => Err(Unfit::Day),
        };
        let absence = absence.map_err(|unfit| told(unfit, call))?;
        let entry = self.entry_of(call, Action::AbsenceStated);
        let entry = match &absence {
            Some(absence) => entry.fact("until", absence.until.to_string()).fact("stand_in", absence.stand_in.as_str()),
            None => entry.fact("until", "back"),
        };
        let approver =
            Approver { person: person.id.clone(), name: person.name.clone(), seen: self.clock.now(), absence };
        Ok(Enrolment::of(approver).commit(self.tenant(call).as_ref(), entry).await?)
    }

    /// Forgets who was not seen for long; gives how many.
    pub(crate) async fn forget_approvers(&self) -> Result<u64, Failure> {
        let (store, now) = (self.store.tenant(&self.tenant), self.clock.now());
        let mut forgotten = 0;
        for approver in store.approvers().await?.into_iter().filter(|approver| approver.is_forgotten(now)) {
            let entry = Entry::of(Action::ApproverForgotten, now).by(&approver.person).fact("why", "retention");
            Enrolment::none(approver.person).commit(store.as_ref(), entry).await?;
            forgotten += 1;
        }
        Ok(forgotten)
    }

    fn entry_of(&self, call: Call<'_>, action: Action) -> Entry {
        let entry = Entry::of(action, self.clock.now()).by(&call.person().id);
        Entry { trace: Some(call.trace.to_owned()), ..entry }
    }
}

fn told(unfit: Unfit, call: Call<'_>) -> Failure {
    let (field, [nb, nn, en]) = match unfit {
        Unfit::Day => (
            "until",
            [
                "Velg en dag fra i dag og høyst et år fram.",
                "Vel ein dag frå i dag og høgst eit år fram.",
                "Choose a day from today to a year from now.",
            ],
        ),
        Unfit::StandIn => (
            "stand_in",
            [
                "Velg en annen som kan godkjenne. De må ha logget inn i Saksvar minst én gang.",
                "Vel ein annan som kan godkjenne. Dei må ha logga inn i Saksvar minst éin gong.",
                "Choose another who may approve. They must have signed in to Saksvar at least once.",
            ],
        ),
    };
    Failure::BadInput { field, why: call.words.pick(nb, nn, en).to_owned() }
}
