//! What is kept of one employee in a row of its own (personrader): encrypted, with a digest over all of it; one table for each kind.

use crate::{
    column,
    digest::digest,
    engine::{Cells, Engine, Statement, statement},
    failure::garbled,
    tenant::nothing,
};
use domain::port::{Cipher, Failure, cipher::Place};
use vocabulary::{PersonId, TenantId};

/// One table of such rows.
pub(crate) struct Kind {
    /// Its name.
    table: &'static str,
    /// What a row is called when it is damaged.
    called: &'static str,
    /// All rows of a tenant.
    pub(crate) all: &'static str,
    of: &'static str,
    over: &'static str,
    upsert: &'static str,
    delete: &'static str,
}

macro_rules! select {
    ($table:literal, $rest:literal) => {
        concat!("SELECT tenant, person, body, digest FROM ", $table, " ", $rest)
    };
}
pub(crate) use select;

macro_rules! kind {
    ($table:literal, $called:literal) => {
        crate::personal::Kind::new(
            ($table, $called),
            [
                crate::personal::select!($table, "WHERE tenant = $1 ORDER BY person"),
                crate::personal::select!($table, "WHERE tenant = $1 AND person = $2"),
                concat!(
                    "UPDATE ",
                    $table,
                    " SET body = $3, digest = $4 WHERE tenant = $1 AND person = $2 RETURNING person"
                ),
            ],
            [
                concat!(
                    "INSERT INTO ",
                    $table,
                    " (tenant, person, body, digest) VALUES ($1, $2, $3, $4) \
                     ON CONFLICT (tenant, person) DO UPDATE SET body = excluded.body, digest = excluded.digest RETURNING person"
                ),
                concat!("DELETE FROM ", $table, " WHERE tenant = $1 AND person = $2 RETURNING person"),
            ],
        )
    };
}
pub(crate) use kind;

impl Kind {
    /// Only the macro beside it, so that every statement is a text of this program.
    pub(crate) const fn new(
        (table, called): (&'static str, &'static str),
        [all, of, over]: [&'static str; 3],
        [upsert, delete]: [&'static str; 2],
    ) -> Self {
        Self { table, called, all, of, over, upsert, delete }
    }

    /// The statement that finds the row of one person.
    pub(crate) fn of(&self, tenant: &TenantId, person: &PersonId) -> Statement {
        statement(self.of).text(tenant.as_str()).text(person.as_str())
    }

    /// The columns of `select!` as they stand, and their digest.
    pub(crate) fn raw(&'static self, row: &dyn Cells) -> Result<(Columns, String), Failure> {
        let tenant = TenantId::new(row.text(0)?);
        Ok((Columns { kind: self, tenant, person: row.text(1)?, body: row.text(2)? }, row.text(3)?))
    }

    /// The columns of `select!`; refused when any of them is not what was written.
    pub(crate) fn read(&'static self, row: &dyn Cells) -> Result<Columns, Failure> {
        let (columns, digest) = self.raw(row)?;
        if digest == columns.digest() { Ok(columns) } else { Err(garbled(self.called)) }
    }

    /// Writes a body over the one before, or takes that away.
    pub(crate) async fn write<DB: Engine>(
        &'static self,
        (connection, cipher): (&mut DB::Connection, &dyn Cipher),
        (tenant, person): (&TenantId, &PersonId),
        body: Option<String>,
    ) -> Result<(), Failure> {
        let change = match body {
            None => statement(self.delete).text(tenant.as_str()).text(person.as_str()),
            Some(body) => {
                let plain = Columns { kind: self, tenant: tenant.clone(), person: person.as_str().to_owned(), body };
                let row = plain.encrypted(cipher)?;
                let digest = row.digest();
                statement(self.upsert).text(tenant.as_str()).text(row.person).text(row.body).text(digest)
            }
        };
        DB::fetch(connection, change, nothing).await.map(drop)
    }
}

/// The columns of one row.
pub(crate) struct Columns {
    kind: &'static Kind,
    pub(crate) tenant: TenantId,
    person: String,
    /// Encrypted, in all but a row of an older version of this program.
    body: String,
}

impl Columns {
    pub(crate) fn digest(&self) -> String {
        digest(&[self.tenant.as_str(), &self.person, &self.body])
    }

    fn place(&self) -> Place<'_> {
        Place { tenant: &self.tenant, table: self.kind.table, row: &self.person, column: "body" }
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

    /// Whose, and the body that was kept of them.
    pub(crate) fn kept<T: serde::de::DeserializeOwned>(self, cipher: &dyn Cipher) -> Result<(PersonId, T), Failure> {
        let plain = self.decrypted(cipher)?;
        let kept = serde_json::from_str(&plain.body).map_err(|_| garbled(plain.kind.called))?;
        Ok((PersonId::new(plain.person), kept))
    }

    /// Writes the same under the current key.
    pub(crate) fn anew(self, cipher: &dyn Cipher) -> Result<Statement, Failure> {
        let columns = self.decrypted(cipher)?.encrypted(cipher)?;
        let digest = columns.digest();
        Ok(columns.over(digest))
    }

    /// Writes what is encrypted over the row.
    pub(crate) fn over(self, digest: String) -> Statement {
        let Self { kind, tenant, person, body } = self;
        statement(kind.over).text(tenant.as_str()).text(person).text(body).text(digest)
    }

    /// Where it stands in the order of `select!` by person.
    pub(crate) fn id(&self) -> &str {
        &self.person
    }
}
