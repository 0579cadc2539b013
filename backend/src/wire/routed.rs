//! Which journal a mail goes into (journalvalg), where several case systems are connected: that of the system in which its case lies.

use async_trait::async_trait;
use domain::{
    person::Person,
    port::{Failure, FailureKind, Filed, Filing, Journal},
};
use std::sync::Arc;

/// The journals of a house, each with the name of its system, in the order in which they count.
pub(super) struct Routed(Vec<(&'static str, Arc<dyn Journal>)>);

impl Routed {
    /// These; none where there are none.
    pub(super) fn of(all: Vec<(&'static str, Arc<dyn Journal>)>) -> Option<Self> {
        (!all.is_empty()).then_some(Self(all))
    }

    /// The one that registered something, and what it calls it.
    fn one(&self, filed: &Filed) -> Result<(&dyn Journal, Filed), Failure> {
        let known = filed.id.split_once(':').and_then(|(name, id)| {
            let (_, journal) = self.0.iter().find(|(one, _)| *one == name)?;
            Some((&**journal, Filed { id: id.to_owned(), ..filed.clone() }))
        });
        known.ok_or_else(|| refused("it was registered in a system that is not connected any more; connect it again"))
    }
}

fn refused(detail: &str) -> Failure {
    Failure::new(FailureKind::Refused, "journal", detail)
}

#[async_trait]
impl Journal for Routed {
    /// Where nobody could say in which system the case lies, they are asked in their order; one that does not answer is waited for, so that
    /// nothing lands in the wrong one.
    async fn register(&self, person: &Person, filing: &Filing) -> Result<Filed, Failure> {
        let is_meant = |name: &str| filing.system == name;
        let is_known = self.0.iter().any(|(name, _)| is_meant(name));
        let mut last = refused("no connected case system takes mails");
        for (name, journal) in self.0.iter().filter(|(name, _)| !is_known || is_meant(name)) {
            match journal.register(person, filing).await {
                Ok(filed) => return Ok(Filed { id: format!("{name}:{}", filed.id), ..filed }),
                Err(failure) if failure.kind == FailureKind::NotFound => last = failure,
                Err(failure) => return Err(failure),
            }
        }
        Err(last)
    }

    async fn sign_off(&self, person: &Person, incoming: &Filed, answer: &Filed) -> Result<(), Failure> {
        let ((journal, incoming), (other, reply)) = (self.one(incoming)?, self.one(answer)?);
        if !std::ptr::addr_eq(journal, other) {
            return Err(refused("the mail and its answer stand in two systems; sign it off by hand"));
        }
        journal.sign_off(person, &incoming, &reply).await
    }

    async fn undo(&self, person: &Person, filed: &Filed) -> Result<(), Failure> {
        let (journal, filed) = self.one(filed)?;
        journal.undo(person, &filed).await
    }
}

#[cfg(test)]
mod tests {
    use super::Routed;
    use domain::{
        case::Access,
        person::Person,
        port::{
            FailureKind, Filed, Filing, Journal, Way,
            fake::{Fault, Ledger},
        },
    };
    use futures::executor::block_on;
    use jiff::Timestamp;
    use std::sync::Arc;
    use vocabulary::{CaseNumber, PersonId, TenantId};

    fn kari() -> Person {
        let (name, address) = ("Kari Nordby".into(), "kari@fjordvik.kommune.no".into());
        let (tenant, id) = (TenantId::new("fjordvik"), PersonId::new("kari"));
        Person { tenant, id, name, address, roles: Vec::new(), groups: Vec::new() }
    }

    fn filing(system: &str, way: Way) -> Filing {
        Filing {
            case: CaseNumber { year: 2026, sequence: 1234 },
            system: system.into(),
            way,
            title: "Svar".into(),
            public_title: "Svar".into(),
            access: Access::default(),
            at: Timestamp::UNIX_EPOCH,
            people: Vec::new(),
            message_id: format!("<{way:?}@example.no>"),
            mime: vec![1],
        }
    }

    fn two() -> (Arc<Ledger>, Arc<Ledger>, Routed) {
        let (first, second) = (Arc::new(Ledger::default()), Arc::new(Ledger::default()));
        let all: Vec<(&'static str, Arc<dyn Journal>)> = vec![("noark", first.clone()), ("p360", second.clone())];
        (first, second, Routed::of(all).expect("two"))
    }

    #[test]
    fn a_mail_goes_where_its_case_lies() {
        let before = |kind| Some(Fault::Before(kind));
        for (system, fault, wanted) in [
            ("noark", None, Ok("noark")),
            ("p360", None, Ok("p360")),
            // In the imported register alone, or nobody could say.
            ("register", None, Ok("noark")),
            ("", before(FailureKind::NotFound), Ok("p360")),
            ("", before(FailureKind::Unavailable), Err(FailureKind::Unavailable)),
            ("noark", before(FailureKind::NotFound), Err(FailureKind::NotFound)),
            ("noark", before(FailureKind::Refused), Err(FailureKind::Refused)),
        ] {
            let (first, second, journals) = two();
            first.fault([fault]);
            let told = block_on(journals.register(&kari(), &filing(system, Way::In)));
            let told = told.map(|filed| filed.id.split(':').next().unwrap_or_default().to_owned());
            assert_eq!(told.as_deref().map_err(|failure| failure.kind), wanted, "{system}");
            let count = [first.filed().len(), second.filed().len()];
            assert_eq!(count, [usize::from(wanted == Ok("noark")), usize::from(wanted == Ok("p360"))], "{system}");
        }
    }

    #[test]
    fn what_follows_goes_to_the_same_one() {
        let (first, second, journals) = two();
        let register = |system, way| block_on(journals.register(&kari(), &filing(system, way))).expect("registered");
        let (incoming, answer) = (register("p360", Way::In), register("p360", Way::Out));
        block_on(journals.sign_off(&kari(), &incoming, &answer)).expect("signed off");
        assert_eq!((first.asked().len(), second.signed()), (0, vec![(incoming.number.clone(), answer.number)]));
        let elsewhere = register("noark", Way::Out);
        let told = block_on(journals.sign_off(&kari(), &incoming, &elsewhere)).expect_err("two systems");
        assert_eq!(told.kind, FailureKind::Refused);
        block_on(journals.undo(&kari(), &incoming)).expect("taken back");
        assert_eq!(second.filed().len(), 1);
        for id in ["elements:7", "7"] {
            let gone = Filed { id: id.into(), ..incoming.clone() };
            assert_eq!(block_on(journals.undo(&kari(), &gone)).expect_err("not connected").kind, FailureKind::Refused);
        }
    }
}
