//! The tree over the trail (Merkle-tre): its edge grows with each entry, its whole subtrees are kept at every eighth level.

use crate::{
    digest::hex,
    engine::{Cells, Engine, statement},
    failure::garbled,
    tenant::nothing,
    trail::Head,
};
use domain::{
    audit::{
        chain,
        tree::{Frontier, Hash, Part},
    },
    port::Failure,
};
use vocabulary::TenantId;

/// Levels from one that is kept to the next: 256 rows make one.
pub(crate) const STEP: u32 = 8;
/// Leaves read at a time.
const PAGE: u64 = 10_000;

/// Whether a subtree's hash is kept.
pub(crate) fn is_kept(part: Part) -> bool {
    part.level > 0 && part.level.is_multiple_of(STEP)
}

/// An edge as its column holds it.
pub(crate) fn written(edge: &Frontier) -> String {
    edge.peaks().iter().map(|peak| hex(peak)).collect()
}

/// The edge with one more link; the subtrees that became whole are kept.
pub(crate) async fn grown<DB: Engine>(
    connection: &mut DB::Connection,
    tenant: &TenantId,
    (mut edge, hash): (Frontier, &str),
) -> Result<Frontier, Failure> {
    for whole in push(&mut edge, hash)? {
        keep::<DB>(connection, tenant, whole).await?;
    }
    Ok(edge)
}

async fn keep<DB: Engine>(
    connection: &mut DB::Connection,
    tenant: &TenantId,
    (part, hash): (Part, Hash),
) -> Result<(), Failure> {
    let row = "INSERT INTO node (tenant, level, place, hash) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
    let row = statement(row).text(tenant.as_str()).number(part.level.into()).number(part.place).text(hex(&hash));
    DB::fetch(connection, row, nothing).await.map(drop)
}

/// Adds a link; gives the subtrees to keep.
fn push(edge: &mut Frontier, hash: &str) -> Result<Vec<(Part, Hash)>, Failure> {
    let leaf = chain::leaf(hash).ok_or_else(|| garbled(&format!("entry {} of the trail", edge.size() + 1)))?;
    let mut whole = Vec::new();
    edge.push(leaf, |part, hash| whole.extend(is_kept(part).then_some((part, *hash))));
    Ok(whole)
}

/// The edge as it is now.
pub(crate) async fn edge<DB: Engine>(connection: &mut DB::Connection, tenant: &TenantId) -> Result<Frontier, Failure> {
    let head = DB::fetch(connection, statement(Head::SELECT).text(tenant.as_str()), Head::read).await?.pop();
    match head.map(|head| head.edge()).transpose()? {
        None => Ok(Frontier::default()),
        Some(Some(edge)) => Ok(edge),
        Some(None) => over_leaves::<DB>(connection, tenant, u64::MAX, |_| {}).await,
    }
}

/// Builds the tree over the first `sequence` entries, which are older than it; keeps its subtrees.
pub(crate) async fn built<DB: Engine>(
    connection: &mut DB::Connection,
    tenant: &TenantId,
    sequence: u64,
) -> Result<Frontier, Failure> {
    let mut whole = Vec::new();
    let edge = over_leaves::<DB>(connection, tenant, sequence, |kept| whole.extend(kept)).await?;
    for (part, hash) in whole {
        keep::<DB>(connection, tenant, (part, hash)).await?;
    }
    Ok(edge)
}

/// The edge over the first `size` entries, from the column of their hashes; `seen` is given the subtrees to keep.
async fn over_leaves<DB: Engine>(
    connection: &mut DB::Connection,
    tenant: &TenantId,
    size: u64,
    mut seen: impl FnMut(Vec<(Part, Hash)>) + Send,
) -> Result<Frontier, Failure> {
    let mut edge = Frontier::default();
    loop {
        let first = edge.size();
        let hashes = leaves::<DB>(connection, tenant, (first, size.min(first + PAGE))).await?;
        if hashes.is_empty() {
            return Ok(edge);
        }
        for hash in &hashes {
            seen(push(&mut edge, hash)?);
        }
    }
}

/// The hashes of the links after `first` up to `last`.
async fn leaves<DB: Engine>(
    connection: &mut DB::Connection,
    tenant: &TenantId,
    (first, last): (u64, u64),
) -> Result<Vec<String>, Failure> {
    let asked = "SELECT hash FROM trail WHERE tenant = $1 AND sequence > $2 AND sequence <= $3 ORDER BY sequence";
    let asked = statement(asked).text(tenant.as_str()).number(first).number(last);
    DB::fetch(connection, asked, text).await
}

/// The hashes of kept subtrees of one level, from one place to before another.
pub(crate) async fn nodes<DB: Engine>(
    connection: &mut DB::Connection,
    tenant: &TenantId,
    (level, from, to): (u32, u64, u64),
) -> Result<Vec<String>, Failure> {
    let asked = "SELECT hash FROM node WHERE tenant = $1 AND level = $2 AND place >= $3 AND place < $4 ORDER BY place";
    let asked = statement(asked).text(tenant.as_str()).number(level.into()).number(from).number(to);
    DB::fetch(connection, asked, text).await
}

fn text(row: &dyn Cells) -> Result<String, Failure> {
    row.text(0)
}

/// The hash of a subtree: of 256 rows at the most, of the next lower level that is kept.
pub(crate) async fn hash<DB: Engine>(
    connection: &mut DB::Connection,
    tenant: &TenantId,
    part: Part,
) -> Result<Hash, Failure> {
    let below = part.level % STEP;
    let (level, from, to) = (part.level - below, part.place << below, (part.place + 1) << below);
    let hashes: Option<Vec<Hash>> = if level == 0 {
        leaves::<DB>(connection, tenant, (from, to)).await?.iter().map(|hash| chain::leaf(hash)).collect()
    } else {
        nodes::<DB>(connection, tenant, (level, from, to)).await?.iter().map(|hash| chain::unhex(hash)).collect()
    };
    let whole = hashes.filter(|hashes| hashes.len() == 1 << below);
    let whole = whole.ok_or_else(|| garbled(&format!("the tree over entries up to {}", part.last())))?;
    let mut edge = Frontier::default();
    whole.into_iter().for_each(|hash| edge.push(hash, |_, _| {}));
    Ok(edge.root())
}
