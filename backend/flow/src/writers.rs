//! The writers outside (skrivere) in the order they are tried, and what a tenant may spend on them in a day.

use domain::port::Writer;
use jiff::civil::Date;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use vocabulary::TenantId;

/// Model endpoints in the order they are tried; the built-in writer comes after them all.
#[derive(Clone, Default)]
pub struct Writers {
    list: Vec<Arc<dyn Writer>>,
    per_day: Option<u64>,
    spent: Arc<Mutex<HashMap<TenantId, (Date, u64)>>>,
}

impl Writers {
    /// These, with the tokens that each tenant may spend on them in a day; without a ceiling where there is none. It is looked at
    /// before each draft, so that the last one of a day may go over it, and is forgotten when the server is started anew.
    #[must_use]
    pub fn new(list: Vec<Arc<dyn Writer>>, per_day: Option<u64>) -> Self {
        Self { list, per_day, ..Self::default() }
    }

    /// All of them.
    pub(crate) fn list(&self) -> &[Arc<dyn Writer>] {
        &self.list
    }

    /// Whether the tenant has used up the day's tokens.
    pub(crate) fn is_spent(&self, tenant: &TenantId, today: Date) -> bool {
        let spent = self.held().get(tenant).filter(|(day, _)| *day == today).map_or(0, |(_, tokens)| *tokens);
        self.per_day.is_some_and(|most| spent >= most)
    }

    /// Counts tokens to the tenant's day; yesterday's are forgotten.
    pub(crate) fn spend(&self, tenant: &TenantId, today: Date, tokens: u64) {
        let mut spent = self.held();
        let (day, sum) = spent.entry(tenant.clone()).or_insert((today, 0));
        *sum = if *day == today { sum.saturating_add(tokens) } else { tokens };
        *day = today;
    }

    fn held(&self) -> MutexGuard<'_, HashMap<TenantId, (Date, u64)>> {
        self.spent.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::Writers;
    use jiff::civil::date;
    use vocabulary::TenantId;

    #[test]
    fn each_tenant_has_its_own_day() {
        let (fjord, dal) = (TenantId::new("fjordvik"), TenantId::new("dalen"));
        let (today, tomorrow) = (date(2026, 3, 2), date(2026, 3, 3));
        let writers = Writers::new(Vec::new(), Some(150));
        for (spend, spent) in [(100, false), (50, true), (1, true)] {
            writers.spend(&fjord, today, spend);
            assert_eq!(writers.is_spent(&fjord, today), spent, "{spend}");
        }
        assert!(!writers.is_spent(&dal, today) && !writers.is_spent(&fjord, tomorrow));
        writers.spend(&fjord, tomorrow, 149);
        assert!(!writers.is_spent(&fjord, tomorrow));
        assert!(
            !Writers::new(Vec::new(), None).is_spent(&fjord, today)
                && Writers::new(Vec::new(), Some(0)).is_spent(&dal, today)
        );
    }
}
