//! Registered signatures (signaturer) in and out: one row a person, encrypted, with a digest over all of it.

use crate::{
    column,
    digest::digest,
    engine::{Cells, Engine, Statement, statement},
    failure::{failure, garbled},
    row::{Mirror, SignatureRow},
    tenant::nothing,
};
use domain::{
    port::{Cipher, Failure, FailureKind, cipher::Place},
    send::Signature,
};
use vocabulary::{PersonId, TenantId};

macro_rules! select {
    ($rest:literal) => {
        concat!("SELECT tenant, person, body, digest FROM signature ", $rest)
    };
}
pub(crate) use select;

/// The columns of one row.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Columns {
    pub(crate) tenant: TenantId,
    person: String,
    /// Encrypted, in all but a row of an older version of this program.
    body: String,
}

impl Columns {
    /// The columns of `select!` as they stand, and their digest.
    pub(crate) fn raw(row: &dyn Cells) -> Result<(Self, String), Failure> {
        Ok((Self { tenant: TenantId::new(row.text(0)?), person: row.text(1)?, body: row.text(2)? }, row.text(3)?))
    }

    /// The columns of `select!`; refused when any of them is not what was written.
    pub(crate) fn read(row: &dyn Cells) -> Result<Self, Failure> {
        let (columns, digest) = Self::raw(row)?;
        if digest == columns.digest() { Ok(columns) } else { Err(garbled("a signature")) }
    }

    pub(crate) fn digest(&self) -> String {
        digest(&[self.tenant.as_str(), &self.person, &self.body])
    }

    fn place(&self) -> Place<'_> {
        Place { tenant: &self.tenant, table: "signature", row: &self.person, column: "body" }
    }

    /// With the body encrypted, which is plain now.
    pub(crate) fn encrypted(self, cipher: &dyn Cipher) -> Result<Self, Failure> {
        let body = column::encrypted(cipher, self.place(), &self.body)?;
        Ok(Self { body, ..self })
    }

    /// With the body plain, which is encrypted now.
    fn decrypted(self, cipher: &dyn Cipher) -> Result<Self, Failure> {
        let body = column::decrypted(cipher, self.place(), &self.body)?;
        Ok(Self { body, ..self })
    }

    /// The signature itself; refused when it is none.
    pub(crate) fn signature(self, cipher: &dyn Cipher) -> Result<Signature, Failure> {
        let wrong = || garbled("a signature");
        let plain = self.decrypted(cipher)?;
        let kept: SignatureRow = serde_json::from_str(&plain.body).map_err(|_| wrong())?;
        Signature::of(&kept.text, Mirror::from_row(kept.images)).map_err(|_| wrong())
    }

    /// Writes the same signature under the current key.
    pub(crate) fn anew(self, cipher: &dyn Cipher) -> Result<Statement, Failure> {
        let columns = self.decrypted(cipher)?.encrypted(cipher)?;
        let digest = columns.digest();
        Ok(columns.over(digest))
    }

    /// Writes what is encrypted over the row.
    pub(crate) fn over(self, digest: String) -> Statement {
        let sql = "UPDATE signature SET body = $3, digest = $4 WHERE tenant = $1 AND person = $2 RETURNING person";
        statement(sql).text(self.tenant.as_str()).text(self.person).text(self.body).text(digest)
    }

    /// Where it stands in the order of `select!` by person.
    pub(crate) fn id(&self) -> &str {
        &self.person
    }
}

/// The statement that finds the signature of one person.
pub(crate) fn of(tenant: &TenantId, person: &PersonId) -> Statement {
    statement(select!("WHERE tenant = $1 AND person = $2")).text(tenant.as_str()).text(person.as_str())
}

/// Writes it over the one before, or takes that away.
pub(crate) async fn write<DB: Engine>(
    connection: &mut DB::Connection,
    cipher: &dyn Cipher,
    (tenant, person): (&TenantId, &PersonId),
    signature: Option<Signature>,
) -> Result<(), Failure> {
    let change = match signature {
        None => statement("DELETE FROM signature WHERE tenant = $1 AND person = $2 RETURNING person")
            .text(tenant.as_str())
            .text(person.as_str()),
        Some(signature) => upsert(cipher, (tenant, person), &signature)?,
    };
    DB::fetch(connection, change, nothing).await.map(drop)
}

fn upsert(
    cipher: &dyn Cipher,
    (tenant, person): (&TenantId, &PersonId),
    signature: &Signature,
) -> Result<Statement, Failure> {
    let row = SignatureRow { text: signature.text().to_owned(), images: signature.images().to_vec().into_row() };
    let body = serde_json::to_string(&row);
    let body = body.map_err(|_| failure(FailureKind::Garbled, "a signature cannot be written as JSON"))?;
    let plain = Columns { tenant: tenant.clone(), person: person.as_str().to_owned(), body };
    let row = plain.encrypted(cipher)?;
    let digest = row.digest();
    let upsert = "INSERT INTO signature (tenant, person, body, digest) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (tenant, person) DO UPDATE SET body = excluded.body, digest = excluded.digest RETURNING person";
    Ok(statement(upsert).text(tenant.as_str()).text(row.person).text(row.body).text(digest))
}
