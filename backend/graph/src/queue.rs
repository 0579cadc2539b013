//! The queue in front of a mailbox: Graph takes four requests at a time per app and mailbox and refuses the fifth
//! (<https://learn.microsoft.com/graph/throttling-limits#outlook-service-limits>).

use crate::{SYSTEM, ask::Place};
use domain::port::{Failure, FailureKind};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Queues remembered; those that nobody stands in are forgotten first.
const MOST: usize = 1000;

/// A queue for each mailbox.
pub(crate) struct Queues {
    open: Mutex<HashMap<String, Arc<Semaphore>>>,
    width: usize,
}

impl Queues {
    pub(crate) fn new(width: usize) -> Self {
        Self { open: Mutex::default(), width }
    }

    /// Waits for one's turn; it lasts as long as the permit is held.
    pub(crate) async fn turn(&self, place: &Place<'_>) -> Result<OwnedSemaphorePermit, Failure> {
        let queue = self.queue(&place.queue());
        queue.acquire_owned().await.map_err(|_| Failure::new(FailureKind::Unavailable, SYSTEM, "the queue is closed"))
    }

    fn queue(&self, name: &str) -> Arc<Semaphore> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(queue) = open.get(name) {
            return Arc::clone(queue);
        }
        if open.len() >= MOST {
            open.retain(|_, queue| Arc::strong_count(queue) > 1);
        }
        let queue = Arc::new(Semaphore::new(self.width));
        open.insert(name.to_owned(), Arc::clone(&queue));
        queue
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST, Queues};
    use std::sync::Arc;

    #[test]
    fn empty_queues_make_room_and_full_ones_stay() {
        let queues = Queues::new(4);
        let held = queues.queue("postmottak@fjordvik.kommune.no");
        for number in 0..2 * MOST {
            queues.queue(&number.to_string());
        }
        assert!(Arc::ptr_eq(&held, &queues.queue("postmottak@fjordvik.kommune.no")));
        assert!(queues.open.lock().unwrap().len() <= MOST);
    }
}
