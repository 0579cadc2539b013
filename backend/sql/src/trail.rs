//! The trail (logg): appends in one line per tenant and reads back exactly what was written, or says that it cannot.

use crate::{
    engine::{Cells, Engine, statement},
    failure::{failure, garbled},
    row::{EntryRow, Mirror},
    tenant::nothing,
    tree,
};
use domain::{
    audit::{
        Action, Entry, Link, chain,
        tree::{Frontier, Hash},
    },
    port::{Failure, FailureKind},
};
use vocabulary::TenantId;

macro_rules! select {
    ($rest:literal) => {
        concat!("SELECT trail.sequence, trail.draft, trail.entry, trail.previous, trail.hash FROM trail ", $rest)
    };
}
pub(crate) use select;

/// The end of a tenant's chain, and the edge of the tree over it.
pub(crate) struct Head {
    pub(crate) sequence: u64,
    pub(crate) hash: String,
    pub(crate) peaks: String,
}

impl Head {
    /// The end as it is now; the tenant is `$1`.
    pub(crate) const SELECT: &str = "SELECT sequence, hash, peaks FROM head WHERE tenant = $1";

    /// From the columns of `SELECT`.
    pub(crate) fn read(row: &dyn Cells) -> Result<Self, Failure> {
        Ok(Self { sequence: row.count(0)?, hash: row.text(1)?, peaks: row.text(2)? })
    }

    /// The edge of the tree; `None` where the entries are older than the tree.
    pub(crate) fn edge(&self) -> Result<Option<Frontier>, Failure> {
        if self.peaks.is_empty() && self.sequence > 0 {
            return Ok(None);
        }
        let (peaks, rest) = self.peaks.as_bytes().as_chunks::<64>();
        let hash = |peak: &[u8; 64]| std::str::from_utf8(peak).ok().and_then(chain::unhex);
        let hashes: Option<Vec<Hash>> = peaks.iter().map(hash).collect();
        let edge = hashes.filter(|_| rest.is_empty()).and_then(|hashes| Frontier::of(self.sequence, hashes));
        edge.map(Some).ok_or_else(|| garbled("the edge of the tree"))
    }
}

/// Puts an entry at the end; gives its number. The tenant's head row is written first, so that whoever appends next waits.
pub(crate) async fn append<DB: Engine>(
    connection: &mut DB::Connection,
    tenant: &TenantId,
    entry: Entry,
) -> Result<u64, Failure> {
    let head = "INSERT INTO head (tenant, sequence, hash) VALUES ($1, 0, $2) \
        ON CONFLICT (tenant) DO UPDATE SET sequence = head.sequence RETURNING sequence, hash, peaks";
    let head = DB::fetch(connection, statement(head).text(tenant.as_str()).text(chain::FIRST), Head::read).await?;
    let head = head.into_iter().next().ok_or_else(|| garbled("the end of the trail"))?;
    let link = chain::link(&head.hash, head.sequence + 1, entry);
    write::<DB>(connection, tenant, &link).await?;
    let edge = match head.edge()? {
        Some(edge) => edge,
        None => tree::built::<DB>(connection, tenant, head.sequence).await?,
    };
    let edge = tree::grown::<DB>(connection, tenant, (edge, &link.hash)).await?;
    let moved = "UPDATE head SET sequence = $2, hash = $3, peaks = $4 WHERE tenant = $1";
    let moved = statement(moved).text(tenant.as_str()).number(link.sequence).text(link.hash.as_str());
    let moved = moved.text(tree::written(&edge));
    DB::fetch(connection, moved, nothing).await?;
    follow::<DB>(connection, tenant, &link).await?;
    Ok(link.sequence)
}

async fn write<DB: Engine>(connection: &mut DB::Connection, tenant: &TenantId, link: &Link) -> Result<(), Failure> {
    let row =
        statement("INSERT INTO trail (tenant, sequence, draft, entry, previous, hash) VALUES ($1, $2, $3, $4, $5, $6)");
    let row = row
        .text(tenant.as_str())
        .number(link.sequence)
        .maybe_text(link.entry.draft.as_ref().map(|draft| draft.as_str().to_owned()))
        .text(json(&link.entry.clone().into_row())?)
        .text(link.previous.as_str())
        .text(link.hash.as_str());
    DB::fetch(connection, row, nothing).await?;
    Ok(())
}

/// Keeps the list of operations that are open.
async fn follow<DB: Engine>(connection: &mut DB::Connection, tenant: &TenantId, link: &Link) -> Result<(), Failure> {
    let Some(trace) = &link.entry.trace else { return Ok(()) };
    let change = match link.entry.action {
        Action::OperationOpened => statement(
            "INSERT INTO trace (tenant, trace, opened) VALUES ($1, $2, $3) \
             ON CONFLICT (tenant, trace) DO UPDATE SET opened = excluded.opened",
        )
        .text(tenant.as_str())
        .text(trace.as_str())
        .number(link.sequence),
        Action::OperationClosed | Action::OperationFailed | Action::OperationUnfinished => {
            statement("DELETE FROM trace WHERE tenant = $1 AND trace = $2").text(tenant.as_str()).text(trace.as_str())
        }
        _ => return Ok(()),
    };
    DB::fetch(connection, change, nothing).await?;
    Ok(())
}

fn json(row: &EntryRow) -> Result<String, Failure> {
    serde_json::to_string(row).map_err(|_| failure(FailureKind::Garbled, "an entry cannot be written as JSON"))
}

/// A link from the columns of `select!`; refused when the row says anything that `append` would not have written.
pub(crate) fn read(row: &dyn Cells) -> Result<Link, Failure> {
    let (sequence, draft, written) = (row.count(0)?, row.maybe_text(1)?, row.text(2)?);
    let wrong = || garbled(&format!("entry {sequence} of the trail"));
    let kept: EntryRow = serde_json::from_str(&written).map_err(|_| wrong())?;
    if json(&kept)? != written {
        return Err(wrong());
    }
    let entry = Entry::from_row(kept);
    if entry.draft.as_ref().map(vocabulary::DraftId::as_str) != draft.as_deref() {
        return Err(wrong());
    }
    Ok(Link { sequence, entry, previous: row.text(3)?, hash: row.text(4)? })
}

/// Whether the rows after `after` are all there: numbered without a gap, up to the head when the end was read.
pub(crate) fn whole(head: Option<&Head>, after: u64, links: &[Link], at_the_end: bool) -> Result<(), Failure> {
    let gap = (after + 1..).zip(links).find(|(expected, link)| link.sequence != *expected);
    if let Some((expected, _)) = gap {
        return Err(garbled(&format!("entry {expected} of the trail")));
    }
    let last = links.last().map_or(after, |link| link.sequence);
    let end = head.map_or(0, |head| head.sequence);
    let cut = at_the_end && last < end;
    let beyond = !links.is_empty() && last > end;
    let other = links.last().zip(head).is_some_and(|(link, head)| last == end && link.hash != head.hash);
    if cut || beyond || other { Err(garbled("the end of the trail")) } else { Ok(()) }
}
