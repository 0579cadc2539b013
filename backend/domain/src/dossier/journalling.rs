//! How far a reply has come into the journal (journalføringens gang): confirmed by a person, registered by the case system, or not to be.

use super::{Dossier, fields::Fields};
use crate::person::Person;
use jiff::Timestamp;
use vocabulary::{Language, PersonId, Status};

/// Where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Confirmed, and on its way to the case system.
    Queued,
    /// The case system has it.
    Registered,
    /// The case system does not take it as it is: a person must look.
    Stopped,
    /// A person said that it is not journalled.
    Skipped,
}

/// What stands in the way, where trying again does not help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// It does not let us write there.
    Denied,
    /// There is no such case.
    CaseGone,
    /// It does not take it: the case is closed, or it does not know a code.
    Refused,
    /// The mail is larger than it takes.
    TooLarge,
    /// Its answers cannot be read, however often it was asked.
    Unclear,
}

impl Hindrance {
    /// The stable name, for the trail and the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Denied => "denied",
            Self::CaseGone => "case_gone",
            Self::Refused => "refused",
            Self::TooLarge => "too_large",
            Self::Unclear => "unclear",
        }
    }

    /// What happened and what to do next, in the reader's language.
    #[must_use]
    pub fn sentence(self, reader: Language) -> &'static str {
        let [nb, nn, en] = match self {
            Self::Denied => [
                "Sakssystemet lar ikke Saksvar skrive i saken. Be IT gi tilgang og journalfør på nytt, eller journalfør for hånd.",
                "Sakssystemet lèt ikkje Saksvar skrive i saka. Be IT gi tilgang og journalfør på nytt, eller journalfør for hand.",
                "The case system does not let Saksvar write in the case. Ask IT for access and journal again, or journal by hand.",
            ],
            Self::CaseGone => [
                "Sakssystemet finner ikke saken. Rett saksnummeret og journalfør på nytt.",
                "Sakssystemet finn ikkje saka. Rett saksnummeret og journalfør på nytt.",
                "The case system does not find the case. Correct its number and journal again.",
            ],
            Self::Refused => [
                "Sakssystemet tok ikke imot. Saken kan være avsluttet, eller tilgangskoden ukjent der. Rett det og journalfør på nytt.",
                "Sakssystemet tok ikkje imot. Saka kan vere avslutta, eller tilgangskoden ukjend der. Rett det og journalfør på nytt.",
                "The case system did not take it. The case may be closed, or the access code unknown there. Correct it and journal again.",
            ],
            Self::TooLarge => [
                "E-posten er større enn sakssystemet tar imot. Journalfør den for hånd.",
                "E-posten er større enn sakssystemet tek imot. Journalfør han for hand.",
                "The mail is larger than the case system takes. Journal it by hand.",
            ],
            Self::Unclear => [
                "Sakssystemet svarer, men ikke slik at Saksvar forstår det. Meld fra til IT og journalfør på nytt siden, eller for hånd.",
                "Sakssystemet svarar, men ikkje slik at Saksvar forstår det. Meld frå til IT og journalfør på nytt seinare, eller for hand.",
                "The case system answers, but not so that Saksvar understands. Tell IT and journal again later, or by hand.",
            ],
        };
        reader.pick(nb, nn, en)
    }
}

/// The whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Journalling {
    /// Who confirmed it, or said that it is not journalled.
    pub by: PersonId,
    /// Their name.
    pub by_name: String,
    /// When.
    pub at: Timestamp,
    /// Where it stands.
    pub standing: Standing,
    /// What was confirmed; as suggested where it is not journalled.
    pub fields: Fields,
    /// Why it is not journalled, in the person's words; empty elsewhere.
    pub why: String,
    /// When the case system took it, or did not.
    pub settled: Option<Timestamp>,
    /// Under which numbers it stands there, the incoming mails first.
    pub numbers: Vec<String>,
    /// Why it did not take it.
    pub hindrance: Option<Hindrance>,
}

impl Journalling {
    /// A person confirmed it.
    #[must_use]
    pub fn confirmed(by: &Person, fields: Fields, now: Timestamp) -> Self {
        Self {
            by: by.id.clone(),
            by_name: by.name.clone(),
            at: now,
            standing: Standing::Queued,
            fields,
            why: String::new(),
            settled: None,
            numbers: Vec::new(),
            hindrance: None,
        }
    }

    /// A person said why it is not journalled.
    #[must_use]
    pub fn skipped(by: &Person, (fields, why): (Fields, String), now: Timestamp) -> Self {
        Self { standing: Standing::Skipped, why, ..Self::confirmed(by, fields, now) }
    }

    /// The case system has it, under these numbers.
    #[must_use]
    pub fn registered(self, numbers: Vec<String>, now: Timestamp) -> Self {
        Self { standing: Standing::Registered, numbers, settled: Some(now), hindrance: None, ..self }
    }

    /// The case system does not take it.
    #[must_use]
    pub fn stopped(self, hindrance: Hindrance, now: Timestamp) -> Self {
        Self { standing: Standing::Stopped, settled: Some(now), hindrance: Some(hindrance), ..self }
    }

    /// It is tried once more as it is.
    #[must_use]
    pub fn queued_again(self) -> Self {
        Self { standing: Standing::Queued, settled: None, hindrance: None, ..self }
    }

    /// Whether nothing more is to be confirmed: it is on its way, or there.
    #[must_use]
    pub fn is_under_way(&self) -> bool {
        matches!(self.standing, Standing::Queued | Standing::Registered)
    }

    /// The last moment at which anybody did anything with it.
    pub(super) fn last(&self) -> Timestamp {
        self.settled.map_or(self.at, |settled| settled.max(self.at))
    }
}

impl Dossier {
    /// The same, so far with its journalling.
    #[must_use]
    pub fn journalling(self, journalling: Journalling) -> Self {
        Self { journalling: Some(journalling), ..self }
    }

    /// Whether this person may say whether it is journalled: it has left, and they wrote in it or it lies in a mailbox that is open to them.
    #[must_use]
    pub fn is_journalled_by(&self, person: &Person) -> bool {
        let handles = self.authors().contains(&person.id) || self.key.mailbox.is_some();
        self.status == Status::Sent && person.is_writer() && handles
    }

    /// Whether the case system is still to get it: until then nothing of it is erased by the clock.
    #[must_use]
    pub fn is_queued(&self) -> bool {
        self.journalling.as_ref().is_some_and(|journalling| journalling.standing == Standing::Queued)
    }
}

#[cfg(test)]
mod tests {
    use super::{Hindrance, Journalling, Standing};
    use crate::dossier::{
        Dossier, Fields,
        tests::{begun, person},
    };
    use crate::rule::retention::Retention;
    use jiff::{SignedDuration, Timestamp};
    use vocabulary::{Role, Status};

    fn day(number: i64) -> Timestamp {
        begun(None).created + SignedDuration::from_hours(24 * number)
    }

    #[test]
    fn days_count_from_the_registration_and_what_is_under_way_stays() {
        let kari = person("kari", &[Role::Caseworker]);
        let confirmed = || Journalling::confirmed(&kari, Fields::default(), day(1));
        let due = |journalling: Journalling, at| {
            let dossier = begun(None).sent(day(0)).journalling(journalling);
            dossier.is_due(&Retention::default(), day(at))
        };
        for (journalling, at, is_due) in [
            (confirmed(), 400, false),
            (confirmed().registered(vec![], day(20)), 49, false),
            (confirmed().registered(vec![], day(20)), 50, true),
            (confirmed().stopped(Hindrance::Refused, day(10)), 39, false),
            (confirmed().stopped(Hindrance::Refused, day(10)), 40, true),
            (confirmed().stopped(Hindrance::Refused, day(10)).queued_again(), 400, false),
            (Journalling::skipped(&kari, (Fields::default(), "Veiledning".into()), day(1)), 31, true),
        ] {
            let standing = journalling.standing;
            assert_eq!(due(journalling, at), is_due, "{standing:?} on day {at}");
        }
    }

    #[test]
    fn who_handles_the_reply_journals_it_once_it_has_left() {
        let (kari, ola) = (person("kari", &[Role::Caseworker]), person("ola", &[Role::Caseworker]));
        let auditor = person("aud", &[Role::Auditor]);
        let sent = |mailbox| begun(mailbox).sent(day(0));
        let bare = Dossier { status: Status::SendAllowed, ..begun(Some("postmottak@fjordvik.kommune.no")) };
        for (dossier, who, may) in [
            (sent(None), &kari, true),
            (sent(None), &ola, false),
            (sent(Some("postmottak@fjordvik.kommune.no")), &ola, true),
            (sent(Some("postmottak@fjordvik.kommune.no")), &auditor, false),
            (bare, &kari, false),
        ] {
            assert_eq!(dossier.is_journalled_by(who), may, "{} {:?}", who.name, dossier.key.mailbox);
        }
        let stopped = Journalling::confirmed(&kari, Fields::default(), day(0)).stopped(Hindrance::Denied, day(0));
        assert!(!stopped.is_under_way() && stopped.clone().queued_again().is_under_way());
        assert_eq!(stopped.standing, Standing::Stopped);
    }
}
