//! Registered signatures (signaturer) in and out: one row a person, with a digest over all of it.

use crate::{
    digest::digest,
    engine::{Cells, Engine, Statement, statement},
    failure::{failure, garbled},
    row::{Mirror, SignatureRow},
    tenant::nothing,
};
use domain::{
    port::{Failure, FailureKind},
    send::Signature,
};
use vocabulary::{PersonId, TenantId};

/// The statement that finds the signature of one person.
pub(crate) fn of(tenant: &TenantId, person: &PersonId) -> Statement {
    statement("SELECT tenant, person, body, digest FROM signature WHERE tenant = $1 AND person = $2")
        .text(tenant.as_str())
        .text(person.as_str())
}

/// A signature from the columns of [`of`]; refused when any of them is not what was written, or when it is no signature.
pub(crate) fn read(row: &dyn Cells) -> Result<Signature, Failure> {
    let wrong = || garbled("a signature");
    let (tenant, person, body) = (row.text(0)?, row.text(1)?, row.text(2)?);
    if row.text(3)? != digest(&[&tenant, &person, &body]) {
        return Err(wrong());
    }
    let kept: SignatureRow = serde_json::from_str(&body).map_err(|_| wrong())?;
    Signature::of(&kept.text, Mirror::from_row(kept.images)).map_err(|_| wrong())
}

/// Writes it over the one before, or takes that away.
pub(crate) async fn write<DB: Engine>(
    connection: &mut DB::Connection,
    (tenant, person): (&TenantId, &PersonId),
    signature: Option<Signature>,
) -> Result<(), Failure> {
    let change = match signature {
        None => statement("DELETE FROM signature WHERE tenant = $1 AND person = $2 RETURNING person")
            .text(tenant.as_str())
            .text(person.as_str()),
        Some(signature) => upsert(tenant, person, &signature)?,
    };
    DB::fetch(connection, change, nothing).await.map(drop)
}

fn upsert(tenant: &TenantId, person: &PersonId, signature: &Signature) -> Result<Statement, Failure> {
    let row = SignatureRow { text: signature.text().to_owned(), images: signature.images().to_vec().into_row() };
    let body = serde_json::to_string(&row);
    let body = body.map_err(|_| failure(FailureKind::Garbled, "a signature cannot be written as JSON"))?;
    let digest = digest(&[tenant.as_str(), person.as_str(), &body]);
    let upsert = "INSERT INTO signature (tenant, person, body, digest) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (tenant, person) DO UPDATE SET body = excluded.body, digest = excluded.digest RETURNING person";
    Ok(statement(upsert).text(tenant.as_str()).text(person.as_str()).text(body).text(digest))
}
