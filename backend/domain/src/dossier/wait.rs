//! How a draft waits for a second person (ventetid): by when, for whom, how pressing it is, and when its author may remind.

use super::{Addressee, Dossier, anew::day};
use crate::{
    deadline::{Deadline, State, add_working_days},
    person::Person,
    review::{Approver, approver::answering},
};
use jiff::{Timestamp, civil::Date};
use std::cmp::Reverse;
use vocabulary::Status;

/// By when a second person should have answered, seen today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wait {
    /// The last day of the house's own limit.
    pub due: Date,
    /// That limit, or a limit that the citizen has by law, has passed.
    pub overdue: bool,
    /// The citizen's own clock that is nearest to its end, where one runs.
    pub deadline: Option<Deadline>,
}

impl Wait {
    /// The order of a list: what is overdue, then what the law presses for, then what has waited longest.
    #[must_use]
    pub fn order(&self, asked: Timestamp) -> impl Ord + use<> {
        let pressing = self.deadline.map_or(State::Ok, |deadline| deadline.state);
        (Reverse(self.overdue), Reverse(pressing), asked)
    }
}

impl Dossier {
    /// When a second person was asked, or else when it was written last.
    #[must_use]
    pub fn asked_at(&self) -> Timestamp {
        self.request.as_ref().map_or(self.current().at, |request| request.at)
    }

    /// How it waits: the house gives a second person so many working days after the day on which it was asked for.
    #[must_use]
    pub fn wait(&self, days: u32, clocks: &[Deadline], today: Date) -> Wait {
        let due = add_working_days(day(self.asked_at()), days);
        let deadline = clocks.iter().max_by_key(|clock| (clock.state, Reverse(clock.due))).copied();
        let breached = deadline.is_some_and(|clock| clock.state == State::Breached);
        Wait { due, overdue: today > due || breached, deadline }
    }

    /// Whether it stands among a person's own to decide (mine): they may, and it is addressed to nobody, to them, to one they stand in for,
    /// or they have ruled on an earlier revision and know it.
    #[must_use]
    pub fn is_for(&self, person: &Person, known: &[Approver], today: Date) -> bool {
        let addressed = match self.addressee() {
            None => true,
            Some(to) => answering(&to.person, known, today).contains(&&person.id),
        };
        self.is_decidable_by(person) && (addressed || self.rulings.iter().any(|ruling| ruling.by == person.id))
    }

    /// Whom the author named when asking.
    #[must_use]
    pub fn addressee(&self) -> Option<&Addressee> {
        self.request.as_ref().and_then(|request| request.to.as_ref())
    }

    /// Whether this person may remind: the author, while it waits, once a day.
    #[must_use]
    pub fn is_remindable_by(&self, person: &Person, today: Date) -> bool {
        let reminded = self.request.as_ref().and_then(|request| request.reminded);
        let waits = self.status == Status::AwaitingReview && self.current().author == person.id;
        waits && reminded.is_none_or(|at| day(at) < today)
    }
}

#[cfg(test)]
mod tests {
    use super::{Addressee, Wait};
    use crate::{
        deadline::{Deadline, Kind, State},
        dossier::{Dossier, tests::begun},
        person::Person,
        review::{Absence, Approver},
    };
    use jiff::{
        SignedDuration, Timestamp, ToSpan,
        civil::{Date, date},
    };
    use vocabulary::{PersonId, Role, TenantId};

    fn at(text: &str) -> Timestamp {
        text.parse().expect("a moment")
    }

    fn person(name: &str) -> Person {
        let (tenant, id) = (TenantId::new("t"), PersonId::new(name));
        let roles = vec![Role::Caseworker, Role::Reviewer];
        Person { tenant, id, name: name.into(), address: String::new(), roles, groups: Vec::new() }
    }

    fn asked(to: Option<&str>, when: &str) -> Dossier {
        let one = begun(None);
        let by = one.current().author.clone();
        let to = to.map(|name| Addressee { person: PersonId::new(name), name: name.into() });
        one.asked(by, "Kari Nordby", at(when)).addressed(to)
    }

    fn clock(kind: Kind, due: Date, state: State) -> Deadline {
        Deadline { kind, due, state }
    }

    #[test]
    fn a_second_person_has_working_days_and_the_citizen_has_the_law() {
        // Friday afternoon: one working day ends on Monday.
        let one = asked(None, "2026-03-06T14:00:00Z");
        let (friday, monday) = (date(2026, 3, 6), date(2026, 3, 9));
        let red = clock(Kind::AccessRequest, monday, State::Red);
        let amber = clock(Kind::PreliminaryReply, friday, State::Amber);
        let breached = clock(Kind::AccessRequest, date(2026, 3, 5), State::Breached);
        for (clocks, today, overdue, pressing) in [
            (vec![], friday, false, None),
            (vec![], monday, false, None),
            (vec![], date(2026, 3, 10), true, None),
            (vec![amber, red], friday, false, Some(red)),
            (vec![red, breached], friday, true, Some(breached)),
        ] {
            let wait = one.wait(1, &clocks, today);
            assert_eq!((wait.due, wait.overdue, wait.deadline), (monday, overdue, pressing), "{today}");
        }
        // Before Easter.
        assert_eq!(asked(None, "2026-04-01T08:00:00Z").wait(1, &[], monday).due, date(2026, 4, 7));
    }

    #[test]
    fn what_is_overdue_comes_first_then_what_presses_then_the_oldest() {
        let wait = |overdue, state: Option<State>| Wait {
            due: date(2026, 3, 6),
            overdue,
            deadline: state.map(|state| clock(Kind::Appeal, date(2026, 3, 6), state)),
        };
        let (early, late) = (Timestamp::UNIX_EPOCH, Timestamp::UNIX_EPOCH + SignedDuration::from_hours(1));
        let mut rows = [
            ("young", wait(false, None), late),
            ("old", wait(false, Some(State::Ok)), early),
            ("amber", wait(false, Some(State::Amber)), late),
            ("overdue", wait(true, None), late),
            ("breached", wait(true, Some(State::Breached)), late),
        ];
        rows.sort_by_key(|(_, wait, asked)| wait.order(*asked));
        assert_eq!(rows.map(|(name, ..)| name), ["breached", "overdue", "amber", "old", "young"]);
    }

    #[test]
    fn mine_is_what_is_addressed_to_me_to_nobody_or_to_whom_i_stand_in_for() {
        let today = date(2026, 3, 2);
        let approver = |name: &str, stand_in: Option<&str>| Approver {
            person: PersonId::new(name),
            name: name.into(),
            seen: Timestamp::UNIX_EPOCH,
            absence: stand_in.map(|other| Absence { until: today, stand_in: PersonId::new(other) }),
        };
        let author = begun(None).current().author.as_str().to_owned();
        let known = [approver("liv", Some("siv")), approver("siv", None), approver(&author, None)];
        for (to, who, mine) in [
            (None, "liv", true),
            (None, "tor", true),
            (None, author.as_str(), false),
            (Some("liv"), "liv", true),
            (Some("liv"), "siv", true),
            (Some("liv"), "tor", false),
            (Some("siv"), "liv", false),
            (Some(author.as_str()), author.as_str(), false),
        ] {
            let one = asked(to, "2026-03-02T08:00:00Z");
            assert_eq!(one.is_for(&person(who), &known, today), mine, "{to:?} {who}");
        }
        // An author who stands in for the one addressed still decides nothing.
        let known = [approver("liv", Some(&author)), approver(&author, None)];
        assert!(!asked(Some("liv"), "2026-03-02T08:00:00Z").is_for(&person(&author), &known, today));
    }

    #[test]
    fn an_author_reminds_once_a_day_while_it_waits() {
        let today = date(2026, 3, 3);
        let one = asked(None, "2026-03-02T08:00:00Z");
        let author = person(one.current().author.as_str());
        assert!(one.is_remindable_by(&author, today) && !one.is_remindable_by(&person("liv"), today));
        let reminded = one.reminded(at("2026-03-03T08:00:00Z"));
        assert!(!reminded.is_remindable_by(&author, today));
        assert!(reminded.is_remindable_by(&author, today.saturating_add(1.day())));
        assert!(!begun(None).is_remindable_by(&author, today), "nobody was asked");
    }
}
