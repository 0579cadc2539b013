//! How a tenant's gate works (sluse) in and out: one row, where somebody has switched it.

use crate::{
    engine::{Cells, Engine, Statement, statement},
    failure::garbled,
    tenant::nothing,
};
use domain::port::Failure;
use vocabulary::{GateMode, TenantId};

/// The statement that finds it.
pub(crate) fn of(tenant: &TenantId) -> Statement {
    statement("SELECT mode FROM gate WHERE tenant = $1").text(tenant.as_str())
}

/// How it works; a name that is none is no answer, and the caller's settings do not take its place.
pub(crate) fn read(row: &dyn Cells) -> Result<GateMode, Failure> {
    GateMode::named(&row.text(0)?).ok_or_else(|| garbled("how the gate works"))
}

/// Writes it over what was there.
pub(crate) async fn write<DB: Engine>(
    connection: &mut DB::Connection,
    tenant: &TenantId,
    mode: GateMode,
) -> Result<(), Failure> {
    let upsert = "INSERT INTO gate (tenant, mode) VALUES ($1, $2) ON CONFLICT (tenant) DO UPDATE SET mode = excluded.mode RETURNING tenant";
    DB::fetch(connection, statement(upsert).text(tenant.as_str()).text(mode.name()), nothing).await.map(drop)
}
