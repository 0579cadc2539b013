//! Shows on what one answer was based (svargrunnlag): for an auditor, and for whoever may see the draft.

use crate::{Blocked, Call, Failure, Flow};
use domain::{
    audit::{
        Action, Entry, Link, proof,
        tree::{Part, joined},
    },
    basis::{Anchor, Basis, Kept, Placed},
    dossier::{Dossier, Under},
    port::{Checkpoints, TenantStore},
    rule::Rules,
};
use jiff::{Timestamp, tz::TimeZone};
use vocabulary::{DraftId, Language, Reference, Role, TenantId};

/// Under which rules, at which moment and in whose words a basis is put together.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The house rules.
    pub rules: &'a Rules,
    /// Now.
    pub now: Timestamp,
    /// The language that findings are worded in.
    pub words: Language,
}

impl Flow {
    /// What one answer was based on. Where the draft is erased an auditor is told what the trail holds of it.
    ///
    /// # Errors
    /// `NotFound` where the draft is not there for this person; the store's failure.
    pub async fn show_basis(&self, call: Call<'_>, draft: &DraftId) -> Result<Basis, Failure> {
        let dossier = match self.dossier(call, draft).await {
            Err(Failure::NotFound | Failure::Blocked(Blocked::Erased)) if call.person().is(Role::Auditor) => None,
            dossier => Some(dossier?),
        };
        let (store, tenant) = (self.tenant(call), &call.person().tenant);
        let entry = match &dossier {
            Some(dossier) => self.entry(call, Action::BasisShown, dossier),
            None if store.entries_of(draft).await?.is_empty() => return Err(Failure::NotFound),
            None => self.of_erased(call, draft),
        };
        store.record(entry).await?;
        let asked = Asked { rules: &self.rules, now: self.clock.now(), words: call.words };
        basis((store.as_ref(), self.checkpoints.as_ref(), tenant), (draft, dossier), asked).await
    }

    fn of_erased(&self, call: Call<'_>, draft: &DraftId) -> Entry {
        let entry = Entry::of(Action::BasisShown, self.clock.now()).by(&call.person().id);
        Entry { trace: Some(call.trace.to_owned()), draft: Some(draft.clone()), ..entry }
    }
}

/// The dossier that a reference or the id of a draft names; with its draft, which may be known to the trail alone.
///
/// # Errors
/// The store's failure.
pub async fn named(store: &dyn TenantStore, name: &str) -> Result<(DraftId, Option<Dossier>), Failure> {
    let by_reference = store.by_reference(&Reference::new(name)).await?;
    let draft = by_reference.as_ref().map_or_else(|| DraftId::new(name), |dossier| dossier.id.clone());
    let dossier = match by_reference {
        None => store.dossier(&draft).await?,
        found => found,
    };
    Ok((draft, dossier))
}

/// Puts a basis together, with proofs to the latest checkpoint, else to the trail as it is now.
///
/// # Errors
/// The store's failure.
pub async fn basis(
    (store, checkpoints, tenant): (&dyn TenantStore, &dyn Checkpoints, &TenantId),
    (draft, dossier): (&DraftId, Option<Dossier>),
    asked: Asked<'_>,
) -> Result<Basis, Failure> {
    let links = store.entries_of(draft).await?;
    let tree = store.tree().await?;
    let latest = checkpoints.latest(tenant).await?;
    let anchor = latest.map_or_else(|| Anchor::Now(tree.size(), tree.root()), Anchor::Checkpoint);
    let mut entries = Vec::with_capacity(links.len());
    for link in links {
        entries.push(placed(store, link, anchor.size().min(tree.size())).await?);
    }
    let kept = dossier.map(|dossier| kept(dossier, asked));
    let body = asked.rules.body.clone();
    Ok(Basis { body, draft: draft.clone(), at: asked.now, kept, entries, anchor })
}

async fn placed(store: &dyn TenantStore, link: Link, size: u64) -> Result<Placed, Failure> {
    let Some(path) = proof::inclusion(link.sequence - 1, size) else { return Ok(Placed { link, proof: None }) };
    let mut proof = Vec::with_capacity(path.len());
    for range in path {
        proof.push(joined(&store.hashes(&Part::of(&range)).await?));
    }
    Ok(Placed { link, proof: Some(proof) })
}

/// The facts, checked as of the day of the revision that counts, so that what was found then is found.
fn kept(dossier: Dossier, Asked { rules, words, .. }: Asked<'_>) -> Kept {
    let zone = TimeZone::get("Europe/Oslo").unwrap_or(TimeZone::UTC);
    let today = dossier.current().at.to_zoned(zone).date();
    let checked = dossier.checked(Under { rules, today, words }).ok();
    Kept { dossier, checked, rules: rules.version }
}
