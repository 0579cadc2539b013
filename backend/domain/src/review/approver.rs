//! Who is known to approve (godkjennere), who stands in for whom while they are away (stedfortreder), and to whom a request is addressed.

use jiff::{SignedDuration, Timestamp, ToSpan, civil::Date};
use vocabulary::PersonId;

/// Days after which who was not seen any more is forgotten: they have another post, or none.
pub const KEPT_DAYS: i64 = 180;
/// Days that an absence may be stated ahead.
const LONGEST: i32 = 366;

/// Somebody who signed in with the right to approve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approver {
    /// The account.
    pub person: PersonId,
    /// Display name.
    pub name: String,
    /// When they were last seen, to the day.
    pub seen: Timestamp,
    /// While they are away.
    pub absence: Option<Absence>,
}

/// Away, with somebody in their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absence {
    /// The last day.
    pub until: Date,
    /// Who stands in.
    pub stand_in: PersonId,
}

/// Why an absence cannot be stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// The last day has passed, or is more than a year away.
    #[error("the last day must be from today to a year from now")]
    Day,
    /// Nobody known to approve, or the person themselves.
    #[error("the stand-in must be another who is known to approve")]
    StandIn,
}

impl Absence {
    /// Until and with whom `person` is away, if that can be.
    ///
    /// # Errors
    /// [`Unfit`].
    pub fn of(
        (until, stand_in): (Date, PersonId),
        person: &PersonId,
        known: &[Approver],
        today: Date,
    ) -> Result<Self, Unfit> {
        if until < today || until > today.saturating_add(LONGEST.days()) {
            return Err(Unfit::Day);
        }
        let is_known = known.iter().any(|approver| approver.person == stand_in);
        if is_known && stand_in != *person { Ok(Self { until, stand_in }) } else { Err(Unfit::StandIn) }
    }
}

impl Approver {
    /// The absence that holds on a day.
    #[must_use]
    pub fn absent(&self, today: Date) -> Option<&Absence> {
        self.absence.as_ref().filter(|absence| absence.until >= today)
    }

    /// Whether they were not seen for so long that they are forgotten.
    #[must_use]
    pub fn is_forgotten(&self, now: Timestamp) -> bool {
        self.seen.checked_add(SignedDuration::from_hours(24 * KEPT_DAYS)).is_ok_and(|end| end <= now)
    }
}

/// Whom a draft addressed to `to` is for today: the person, and whoever stands in for them; where that one is away too, their own
/// stand-in. It says whose list the draft stands in, and gives nobody a right: an author approves nothing, whoever they stand in for.
#[must_use]
pub fn answering<'a>(to: &'a PersonId, known: &'a [Approver], today: Date) -> Vec<&'a PersonId> {
    let mut people = vec![to];
    while let Some(next) = stand_in(people[people.len() - 1], known, today).filter(|next| !people.contains(next)) {
        people.push(next);
    }
    people
}

fn stand_in<'a>(person: &PersonId, known: &'a [Approver], today: Date) -> Option<&'a PersonId> {
    let away = known.iter().find(|approver| approver.person == *person)?.absent(today)?;
    known.iter().map(|approver| &approver.person).find(|other| **other == away.stand_in)
}

#[cfg(test)]
mod tests {
    use super::{Absence, Approver, KEPT_DAYS, Unfit, answering};
    use jiff::{SignedDuration, Timestamp, civil::date};
    use vocabulary::PersonId;

    fn approver(name: &str, away: Option<(i8, &str)>) -> Approver {
        let absence =
            away.map(|(day, stand_in)| Absence { until: date(2026, 3, day), stand_in: PersonId::new(stand_in) });
        Approver { person: PersonId::new(name), name: name.into(), seen: Timestamp::UNIX_EPOCH, absence }
    }

    #[test]
    fn a_draft_is_for_whom_it_is_addressed_to_and_for_who_stands_in() {
        for (known, people) in [
            (vec![approver("liv", None)], vec!["liv"]),
            (vec![], vec!["liv"]),
            (vec![approver("liv", Some((2, "siv"))), approver("siv", None)], vec!["liv", "siv"]),
            // Back again.
            (vec![approver("liv", Some((1, "siv"))), approver("siv", None)], vec!["liv"]),
            // Nobody knows the stand-in any more.
            (vec![approver("liv", Some((2, "siv")))], vec!["liv"]),
            (
                vec![approver("liv", Some((2, "siv"))), approver("siv", Some((9, "tor"))), approver("tor", None)],
                vec!["liv", "siv", "tor"],
            ),
            // Two who point at each other.
            (vec![approver("liv", Some((2, "siv"))), approver("siv", Some((2, "liv")))], vec!["liv", "siv"]),
        ] {
            let to = PersonId::new("liv");
            let found = answering(&to, &known, date(2026, 3, 2));
            assert_eq!(found.iter().map(|person| person.as_str()).collect::<Vec<_>>(), people);
        }
    }

    #[test]
    fn an_absence_has_an_end_and_another_persons_name() {
        let known = [approver("liv", None), approver("siv", None)];
        let (today, liv) = (date(2026, 3, 2), PersonId::new("liv"));
        for (until, stand_in, wrong) in [
            (date(2026, 3, 2), "siv", None),
            (date(2027, 3, 3), "siv", None),
            (date(2027, 3, 4), "siv", Some(Unfit::Day)),
            (date(2026, 3, 1), "siv", Some(Unfit::Day)),
            (date(2026, 3, 9), "liv", Some(Unfit::StandIn)),
            (date(2026, 3, 9), "kari", Some(Unfit::StandIn)),
        ] {
            let said = Absence::of((until, PersonId::new(stand_in)), &liv, &known, today);
            assert_eq!(said.err(), wrong, "{until} {stand_in}");
        }
    }

    #[test]
    fn who_is_not_seen_for_half_a_year_is_forgotten() {
        let seen = |days: i64| Timestamp::UNIX_EPOCH + SignedDuration::from_hours(24 * days);
        let liv = approver("liv", None);
        assert!(!liv.is_forgotten(seen(KEPT_DAYS - 1)) && liv.is_forgotten(seen(KEPT_DAYS)));
    }
}
