//! Words on drafts (vurderinger) in and out: counts by week and unit, which lead back to no draft and to nobody.

use crate::{
    engine::{Cells, Engine, statement},
    failure::garbled,
    tenant::nothing,
};
use domain::port::{Failure, Heap};
use vocabulary::{Rating, TenantId};

/// All counts of one tenant.
pub(crate) const ALL: &str =
    "SELECT week, unit, rating, drafts FROM rating WHERE tenant = $1 ORDER BY week, unit, rating";

/// One of them.
pub(crate) fn read(row: &dyn Cells) -> Result<(Heap, u64), Failure> {
    let rating = Rating::named(&row.text(2)?).ok_or_else(|| garbled("a word on drafts"))?;
    Ok((Heap { week: row.text(0)?, unit: row.text(1)?, rating }, row.count(3)?))
}

/// One more.
pub(crate) async fn add<DB: Engine>(
    connection: &mut DB::Connection,
    tenant: &TenantId,
    heap: Heap,
) -> Result<(), Failure> {
    let one = "INSERT INTO rating (tenant, week, unit, rating, drafts) VALUES ($1, $2, $3, $4, 1) \
        ON CONFLICT (tenant, week, unit, rating) DO UPDATE SET drafts = rating.drafts + 1 RETURNING tenant";
    let one = statement(one).text(tenant.as_str()).text(heap.week).text(heap.unit).text(heap.rating.name());
    DB::fetch(connection, one, nothing).await.map(drop)
}
