//! Patience (tålmodighet): a case system that has not answered in time is left behind, and what it was doing for us is given up.

use async_trait::async_trait;
use domain::{
    case::Case,
    evidence::{Contents, Query, Seek, Source},
    person::Person,
    port::{Capabilities, CodeList, CodeRow, Failure, FailureKind, Records, Secret},
    sort::Unit,
};
use std::{sync::Arc, time::Duration};
use tokio::time::timeout;
use vocabulary::CaseNumber;

/// A system with the time it has for each question.
pub(super) struct Patient {
    system: Arc<dyn Records>,
    patience: Duration,
}

impl Patient {
    pub(super) fn new(system: Arc<dyn Records>, patience: Duration) -> Self {
        Self { system, patience }
    }

    async fn in_time<T>(&self, asked: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
        // What is dropped is not carried on: the connection is given up with it.
        timeout(self.patience, asked).await.unwrap_or_else(|_| {
            let seconds = self.patience.as_secs();
            Err(Failure::new(
                FailureKind::Slow,
                "records",
                format!("{} did not answer within {seconds} s", self.system.system()),
            ))
        })
    }
}

#[async_trait]
impl Records for Patient {
    fn system(&self) -> &str {
        self.system.system()
    }

    fn capabilities(&self) -> Capabilities {
        self.system.capabilities()
    }

    fn scope(&self) -> Option<&str> {
        self.system.scope()
    }

    fn in_name_of(&self, token: Secret) -> Option<Arc<dyn Records>> {
        let system = self.system.in_name_of(token)?;
        Some(Arc::new(Self::new(system, self.patience)))
    }

    async fn health(&self) -> Result<String, Failure> {
        self.system.health().await
    }

    async fn codes(&self, person: &Person, list: CodeList) -> Result<Option<Vec<CodeRow>>, Failure> {
        self.in_time(self.system.codes(person, list)).await
    }

    async fn case(&self, person: &Person, number: CaseNumber) -> Result<Option<Case>, Failure> {
        self.in_time(self.system.case(person, number)).await
    }

    async fn cases_of(&self, person: &Person, address: &str) -> Result<Vec<Case>, Failure> {
        self.in_time(self.system.cases_of(person, address)).await
    }

    async fn cases_like(&self, person: &Person, seek: &Seek) -> Result<Vec<Case>, Failure> {
        self.in_time(self.system.cases_like(person, seek)).await
    }

    async fn sources_of(&self, person: &Person, case: &Case) -> Result<Contents, Failure> {
        self.in_time(self.system.sources_of(person, case)).await
    }

    async fn search(&self, person: &Person, query: &Query) -> Result<Vec<Source>, Failure> {
        self.in_time(self.system.search(person, query)).await
    }

    async fn units(&self, person: &Person) -> Result<Vec<Unit>, Failure> {
        self.in_time(self.system.units(person)).await
    }
}

#[cfg(test)]
mod tests {
    use super::{Arc, Case, CaseNumber, Duration, Failure, FailureKind, Patient, Person, Records, async_trait};
    use domain::{
        evidence::{Contents, Query, Seek, Source},
        port::{Capabilities, CodeList, CodeRow},
        sort::Unit,
    };
    use std::{
        future::pending,
        sync::atomic::{AtomicBool, Ordering::Relaxed},
    };
    use vocabulary::{PersonId, TenantId};

    /// A system that answers at once, or never; and knows whether its work was given up.
    struct Late {
        answers: bool,
        given_up: Arc<AtomicBool>,
    }

    /// Work under way.
    struct Work(Arc<AtomicBool>);

    impl Drop for Work {
        fn drop(&mut self) {
            self.0.store(true, Relaxed);
        }
    }

    #[async_trait]
    impl Records for Late {
        fn system(&self) -> &str {
            "late"
        }
        fn capabilities(&self) -> Capabilities {
            Capabilities::all()
        }
        async fn health(&self) -> Result<String, Failure> {
            Ok(String::new())
        }
        async fn codes(&self, _: &Person, _: CodeList) -> Result<Option<Vec<CodeRow>>, Failure> {
            Ok(None)
        }
        async fn case(&self, _: &Person, _: CaseNumber) -> Result<Option<Case>, Failure> {
            let _work = Work(self.given_up.clone());
            if self.answers { Ok(None) } else { pending().await }
        }
        async fn cases_of(&self, _: &Person, _: &str) -> Result<Vec<Case>, Failure> {
            Ok(Vec::new())
        }
        async fn cases_like(&self, _: &Person, _: &Seek) -> Result<Vec<Case>, Failure> {
            Ok(Vec::new())
        }
        async fn sources_of(&self, _: &Person, _: &Case) -> Result<Contents, Failure> {
            Ok(Contents::default())
        }
        async fn search(&self, _: &Person, _: &Query) -> Result<Vec<Source>, Failure> {
            Ok(Vec::new())
        }
        async fn units(&self, _: &Person) -> Result<Vec<Unit>, Failure> {
            Ok(Vec::new())
        }
    }

    #[tokio::test]
    async fn who_is_late_is_left_behind_and_their_work_is_given_up() {
        let person = Person {
            tenant: TenantId::new("t"),
            id: PersonId::new("p"),
            name: "Kari".to_owned(),
            address: "kari@example.no".to_owned(),
            roles: Vec::new(),
            groups: Vec::new(),
        };
        for answers in [true, false] {
            let given_up = Arc::new(AtomicBool::new(false));
            let late = Late { answers, given_up: given_up.clone() };
            let patient = Patient::new(Arc::new(late), Duration::from_millis(20));
            let told = patient.case(&person, "2026/1".parse().unwrap()).await;
            assert_eq!(told.err().map(|failure| failure.kind), (!answers).then_some(FailureKind::Slow));
            assert!(given_up.load(Relaxed), "nothing goes on behind our back");
        }
    }
}
