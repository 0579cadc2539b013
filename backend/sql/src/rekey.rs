//! From one key to the next (nøkkelskifte): rows are encrypted anew a few at a time, beside everything else that is written.

use crate::{
    approver::APPROVER,
    column, dossier,
    engine::{Cells, Engine, Statement, statement},
    failure, outbox, personal,
    repo::{Repo, commit},
    signature::SIGNATURE,
    tenant::nothing,
};
use domain::port::{Cipher, Failure};
use std::collections::BTreeSet;
use vocabulary::TenantId;

/// Rows in one transaction: few enough that nobody notices the wait.
const ROWS: u64 = 50;

/// What was done for one tenant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rekeyed {
    /// Rows that stand under the current key now.
    pub rows: u64,
    /// Rows that could not be read, and stay as they are.
    pub unread: u64,
}

/// What of the encrypted rows can be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Readable {
    /// Rows that the keys open, and whose digest fits.
    pub rows: u64,
    /// Rows that are damaged, or under a key that is not there.
    pub unread: u64,
}

/// How many rows of a tenant stand under one key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Under {
    /// Whose.
    pub tenant: TenantId,
    /// The id of the key; none for rows that are not encrypted.
    pub key: Option<String>,
    /// How many.
    pub rows: u64,
}

/// A row that is not under the current key: its place in the order, and the statement that writes it there, if it can be read.
type Row = (String, Result<Statement, Failure>);

/// One table with encrypted columns.
pub(crate) struct Table {
    /// Rows after `$3` that do not begin with `$2`, at most `$4`.
    earlier: &'static str,
    read: fn(&dyn Cells) -> Result<Raw, Failure>,
}

/// A row of any of them.
pub(crate) enum Raw {
    Dossier(dossier::Columns, String),
    Personal(personal::Columns, String),
    Outbox(outbox::Columns, String),
}

impl Raw {
    fn anew(self, cipher: &dyn Cipher) -> Row {
        let damaged = || failure::garbled("a row");
        match self {
            Self::Dossier(columns, digest) => {
                let fits = columns.digest() == digest;
                (columns.id().to_owned(), if fits { columns.anew(cipher) } else { Err(damaged()) })
            }
            Self::Personal(columns, digest) => {
                let fits = columns.digest() == digest;
                (columns.id().to_owned(), if fits { columns.anew(cipher) } else { Err(damaged()) })
            }
            Self::Outbox(columns, digest) => {
                let fits = columns.digest() == digest;
                (columns.id().to_owned(), if fits { columns.anew(cipher) } else { Err(damaged()) })
            }
        }
    }
}

/// The tables with encrypted columns.
pub(crate) const TABLES: [Table; 4] = [
    Table {
        earlier: dossier::select!("WHERE tenant = $1 AND substr(body, 1, 12) <> $2 AND id > $3 ORDER BY id LIMIT $4"),
        read: |row| dossier::Columns::raw(row).map(|(columns, digest)| Raw::Dossier(columns, digest)),
    },
    Table {
        earlier: personal::select!(
            "signature",
            "WHERE tenant = $1 AND substr(body, 1, 12) <> $2 AND person > $3 ORDER BY person LIMIT $4"
        ),
        read: |row| SIGNATURE.raw(row).map(|(columns, digest)| Raw::Personal(columns, digest)),
    },
    Table {
        earlier: personal::select!(
            "approver",
            "WHERE tenant = $1 AND substr(body, 1, 12) <> $2 AND person > $3 ORDER BY person LIMIT $4"
        ),
        read: |row| APPROVER.raw(row).map(|(columns, digest)| Raw::Personal(columns, digest)),
    },
    Table {
        earlier: outbox::select!(
            "WHERE tenant = $1 AND substr(body, 1, 12) <> $2 AND draft > $3 ORDER BY draft LIMIT $4"
        ),
        read: |row| outbox::Columns::raw(row).map(|(columns, digest)| Raw::Outbox(columns, digest)),
    },
];

impl<DB: Engine> Repo<DB> {
    /// Encrypts anew what a tenant has under earlier keys. Whenever it is stopped, what was done is done.
    ///
    /// # Errors
    /// The store's failure; a row that cannot be read is none.
    pub async fn rekey(&self, tenant: &TenantId) -> Result<Rekeyed, Failure> {
        let mut done = Rekeyed::default();
        for table in TABLES {
            let mut after = Some(String::new());
            while let Some(place) = after {
                after = self.some((tenant, &table), place, &mut done).await?;
            }
        }
        Ok(done)
    }

    /// Reads every encrypted row of every tenant with the keys, and keeps nothing of it: what proves that keys and text belong together.
    /// Those whose keys were destroyed are left out: nobody is to read them again.
    ///
    /// # Errors
    /// The store's failure; a row that cannot be read is none.
    pub async fn readable(&self, destroyed: &[TenantId]) -> Result<Readable, Failure> {
        let mut told = Readable::default();
        let tenants: BTreeSet<TenantId> = self.under().await?.into_iter().map(|under| under.tenant).collect();
        for tenant in tenants.iter().filter(|tenant| !destroyed.contains(tenant)) {
            for table in TABLES {
                let mut after = Some(String::new());
                while let Some(place) = after {
                    after = self.some_read((tenant, &table), place, &mut told).await?;
                }
            }
        }
        Ok(told)
    }

    /// Reads a few rows after a place; the place of the last of them.
    async fn some_read(
        &self,
        (tenant, table): (&TenantId, &Table),
        after: String,
        told: &mut Readable,
    ) -> Result<Option<String>, Failure> {
        let cipher = self.cipher()?;
        // No key begins with nothing, so all rows are there.
        let asked = statement(table.earlier).text(tenant.as_str()).text("").text(after).number(ROWS);
        let mut last = None;
        for row in self.fetch(asked, table.read).await? {
            let (place, read) = row.anew(cipher);
            *(if read.is_ok() { &mut told.rows } else { &mut told.unread }) += 1;
            last = Some(place);
        }
        Ok(last)
    }

    /// A few rows after a place; the place of the last of them.
    pub(crate) async fn some(
        &self,
        (tenant, table): (&TenantId, &Table),
        after: String,
        done: &mut Rekeyed,
    ) -> Result<Option<String>, Failure> {
        let cipher = self.cipher()?;
        let mut transaction = self.begin().await?;
        let asked = statement(table.earlier).text(tenant.as_str()).text(column::mark(cipher, tenant)?);
        let rows = DB::fetch(&mut transaction, asked.text(after).number(ROWS), table.read).await?;
        let mut last = None;
        for row in rows {
            let (place, change) = row.anew(cipher);
            match change {
                Ok(change) => {
                    DB::fetch(&mut transaction, change, nothing).await?;
                    done.rows += 1;
                }
                Err(_) => done.unread += 1,
            }
            last = Some(place);
        }
        commit(transaction).await?;
        Ok(last)
    }

    /// Does `work` in a moment when nobody writes, and only when nothing of the tenant stands under an earlier key; says whether.
    ///
    /// # Errors
    /// The store's failure, or that of `work`.
    pub async fn when_settled(
        &self,
        tenant: &TenantId,
        work: impl FnOnce() -> Result<(), Failure> + Send,
    ) -> Result<bool, Failure> {
        let sql = "SELECT 1 FROM dossier WHERE tenant = $1 AND substr(body, 1, 12) <> $2 \
             UNION ALL SELECT 1 FROM signature WHERE tenant = $1 AND substr(body, 1, 12) <> $2 \
             UNION ALL SELECT 1 FROM approver WHERE tenant = $1 AND substr(body, 1, 12) <> $2 \
             UNION ALL SELECT 1 FROM journal_outbox WHERE tenant = $1 AND substr(body, 1, 12) <> $2 LIMIT 1";
        let mark = column::mark(self.cipher()?, tenant)?;
        let mut transaction = self.begin().await?;
        let earlier = DB::fetch(&mut transaction, statement(sql).text(tenant.as_str()).text(mark), nothing).await?;
        if earlier.is_empty() {
            work()?;
        }
        commit(transaction).await?;
        Ok(earlier.is_empty())
    }

    /// The id of the key that some row of a tenant stands under; none when it has no row that is encrypted.
    ///
    /// # Errors
    /// The store's failure.
    pub async fn key_of(&self, tenant: &TenantId) -> Result<Option<String>, Failure> {
        let sql = "SELECT substr(body, 1, 12) FROM dossier WHERE tenant = $1 LIMIT 1";
        let row = self.fetch(statement(sql).text(tenant.as_str()), |row| row.text(0)).await?.pop();
        Ok(row.and_then(|beginning| column::key(&beginning)))
    }

    /// How many rows stand under which key, of every tenant.
    ///
    /// # Errors
    /// The store's failure.
    pub async fn under(&self) -> Result<Vec<Under>, Failure> {
        let sql = "SELECT tenant, substr(body, 1, 12) AS mark, count(*) FROM \
             (SELECT tenant, body FROM dossier UNION ALL SELECT tenant, body FROM signature \
             UNION ALL SELECT tenant, body FROM approver UNION ALL SELECT tenant, body FROM journal_outbox) AS text \
             GROUP BY tenant, substr(body, 1, 12) ORDER BY tenant, mark";
        let read = |row: &dyn Cells| {
            Ok(Under { tenant: TenantId::new(row.text(0)?), key: column::key(&row.text(1)?), rows: row.count(2)? })
        };
        self.fetch(statement(sql), read).await
    }
}

const _: () = assert!(column::MARK == 12, "the statements above cut twelve letters");
