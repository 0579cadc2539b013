//! Lists what came back to its author (tilbake fra godkjenning), and counts what waits; nothing is checked for it.

use crate::{Call, Failure, Flow};
use domain::{dossier::Dossier, review::Approver};
use futures::future::join_all;
use vocabulary::DraftId;

/// One draft that came back; no text of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// Which.
    pub draft: DraftId,
    /// The citizen's name, or address where no name was given.
    pub from_name: String,
    /// Who decided.
    pub by: String,
    /// Approved, or returned.
    pub approved: bool,
}

/// What lies between the caller and the second readers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Away {
    /// How many of others wait for the caller's word; see [`Dossier::is_for`].
    pub to_decide: usize,
    /// How many of these the house's limit has passed for, or their authors remind of.
    pub pressing: usize,
    /// How many of the caller's own still wait.
    pub waiting: usize,
    /// How many of these the house's limit has passed for.
    pub overdue: usize,
    /// Those that came back, the last first.
    pub decided: Vec<Decided>,
}

impl Flow {
    /// What waits for the caller, and the caller's own drafts at the second readers.
    ///
    /// # Errors
    /// The store's failure.
    pub async fn list_decided(&self, call: Call<'_>, known: &[Approver]) -> Result<Away, Failure> {
        let is_own = |dossier: &Dossier| dossier.current().author == call.person().id;
        let (store, today) = (self.tenant(call), self.clock.today());
        let queue = store.waiting().await?;
        let mine: Vec<&Dossier> = queue.iter().filter(|one| one.is_for(call.person(), known, today)).collect();
        let seen = join_all(mine.iter().map(|dossier| self.sees_basis(call, dossier))).await;
        // A number on a button is no place to say that the case system is away; the queue itself does.
        let mine: Vec<_> = mine.into_iter().zip(seen).filter(|(_, seen)| matches!(seen, Ok(true))).collect();
        // Without the clocks of the law: they need the thread read anew, and the list itself tells them.
        let is_late = |dossier: &Dossier| dossier.wait(self.rules.review_days, &[], today).overdue;
        let is_reminded = |one: &Dossier| one.request.as_ref().is_some_and(|request| request.reminded.is_some());
        let pressing = mine.iter().filter(|(dossier, _)| is_late(dossier) || is_reminded(dossier)).count();
        let own: Vec<&Dossier> = queue.iter().filter(|dossier| is_own(dossier)).collect();
        let overdue = own.iter().filter(|dossier| is_late(dossier)).count();
        let decided = store.decided().await?.iter().filter(|dossier| is_own(dossier)).filter_map(decided).collect();
        Ok(Away { to_decide: mine.len(), pressing, waiting: own.len(), overdue, decided })
    }
}

fn decided(dossier: &Dossier) -> Option<Decided> {
    let ruling = dossier.ruling()?;
    let answered = dossier.messages.iter().find(|message| message.id.as_ref() == Some(&dossier.key.mail));
    let from = &answered.or(dossier.messages.first())?.from;
    Some(Decided {
        draft: dossier.id.clone(),
        from_name: from.name.clone().unwrap_or_else(|| from.address.clone()),
        by: ruling.by_name.clone(),
        approved: ruling.approve,
    })
}
