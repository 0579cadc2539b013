//! Checkpoints of the trail (sjekkpunkter): made by the clock or on demand, signed, put where the database's keepers cannot write.

mod folder;
pub mod key;

pub use folder::Folder;
pub use key::Key;

use domain::{
    audit::{
        Checkpoint,
        note::{Note, Refused, Verifier},
        proof,
        tree::{Hash, Part, joined},
    },
    port::{Failure, Store, TenantStore},
};
use std::{ops::Range, sync::Arc, time::Duration};
use vocabulary::TenantId;

/// What the origin of a tenant's checkpoints is: the key's name, and the tenant. One key signs for all trails of an installation.
#[must_use]
pub fn origin(verifier: &Verifier, tenant: &TenantId) -> String {
    format!("{}/{tenant}", verifier.name)
}

/// Reads a signed checkpoint; gives it with the tenant it is of.
///
/// # Errors
/// [`Refused`] when it is none, when another key signed it, or the signature does not hold.
pub fn read(note: &str, verifier: &Verifier) -> Result<(TenantId, Checkpoint), Refused> {
    let note = Note::read(note)?;
    verifier.signed(&note, key::holds)?;
    let checkpoint = Checkpoint::read(&note.text)?;
    let tenant = checkpoint.origin.strip_prefix(&verifier.name).and_then(|rest| rest.strip_prefix('/'));
    let tenant = tenant.map(TenantId::new).ok_or(Refused::NoCheckpoint)?;
    Ok((tenant, checkpoint))
}

/// Why no checkpoint was made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unmade {
    /// The store does not answer.
    #[error("{0}")]
    Store(#[from] Failure),
    /// The trail does not go on from the last checkpoint: what a log must never sign.
    #[error(
        "the trail does not go on from the checkpoint over {0} entries; run `saksvar audit verify`, and sign nothing"
    )]
    Fork(u64),
    /// The folder cannot be written.
    #[error("{0}")]
    Folder(String),
}

/// The checkpoint of a trail as it is now, signed; `None` where nothing was added since `last`. It is held against `last` by a consistency
/// proof, without reading the whole trail.
///
/// # Errors
/// [`Unmade`].
pub async fn made(
    trail: &dyn TenantStore,
    (key, tenant): (&Key, &TenantId),
    last: Option<&Checkpoint>,
) -> Result<Option<(u64, Note)>, Unmade> {
    let tree = trail.tree().await?;
    let now = Checkpoint::of(origin(key.verifier(), tenant), &tree);
    if let Some(last) = last {
        if *last == now {
            return Ok(None);
        }
        let Some(path) = proof::consistency(last.size, now.size) else { return Err(Unmade::Fork(last.size)) };
        let proof = proved(trail, &path).await?;
        if !proof::holds_consistency((last.size, &last.root), (now.size, &now.root), &proof) {
            return Err(Unmade::Fork(last.size));
        }
    }
    Ok(Some((now.size, key.signed(now.text()))))
}

async fn proved(trail: &dyn TenantStore, path: &[Range<u64>]) -> Result<Vec<Hash>, Failure> {
    let mut proof = Vec::with_capacity(path.len());
    for range in path {
        proof.push(joined(&trail.hashes(&Part::of(range)).await?));
    }
    Ok(proof)
}

/// Makes the checkpoints of every trail and puts them in the folder; gives how many were new.
///
/// # Errors
/// [`Unmade`]: the first trail that has none now.
pub async fn make(store: &dyn Store, key: &Key, folder: &Folder) -> Result<usize, Unmade> {
    let mut new = 0;
    for tenant in store.tenants().await? {
        let last = folder.last(&tenant).map_err(Unmade::Folder)?;
        let trail = store.tenant(&tenant);
        if let Some((size, note)) = made(&*trail, (key, &tenant), last.as_ref()).await? {
            folder.put(&tenant, size, &note).map_err(Unmade::Folder)?;
            new += 1;
        }
    }
    Ok(new)
}

/// Makes them again and again, for as long as the server runs. What cannot be made is told in the log, and tried again next time.
pub async fn keep(store: Arc<dyn Store>, (key, folder): (Key, Folder), every: Duration) {
    loop {
        match make(&*store, &key, &folder).await {
            Ok(new) => tracing::info!(new, "checkpoints of the trail"),
            Err(unmade) => tracing::error!(%unmade, "no checkpoint of the trail was made"),
        }
        tokio::time::sleep(every).await;
    }
}

#[cfg(test)]
mod tests;
