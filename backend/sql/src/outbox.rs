//! What waits to be journalled (utboks) in and out: the mails as encrypted JSON, when they are due as a column, a digest over both.

use crate::{
    column,
    digest::digest,
    engine::{Cells, Engine, Statement, statement},
    failure::{failure, garbled, stale},
    row::{Mirror, PostingRow},
    tenant::nothing,
};
use domain::port::{Cipher, Failure, FailureKind, Posting, cipher::Place};
use jiff::Timestamp;
use vocabulary::TenantId;

macro_rules! select {
    ($rest:literal) => {
        concat!("SELECT tenant, draft, version, due, body, digest FROM journal_outbox ", $rest)
    };
}
pub(crate) use select;

/// Rows that are looked at for one that can be read.
const LOOKED_AT: u64 = 5;

/// The columns of one row.
pub(crate) struct Columns {
    pub(crate) tenant: TenantId,
    draft: String,
    version: u64,
    due: Option<i64>,
    /// Encrypted.
    body: String,
}

impl Columns {
    fn of(cipher: &dyn Cipher, tenant: &TenantId, posting: Posting) -> Result<Self, Failure> {
        let (draft, version) = (posting.draft.as_str().to_owned(), posting.version + 1);
        let due = posting.due.map(Timestamp::as_millisecond);
        let row: PostingRow = posting.into_row();
        let unwritten = |_| failure(FailureKind::Garbled, "what waits for the journal cannot be written as JSON");
        let body = serde_json::to_string(&row).map_err(unwritten)?;
        Self { tenant: tenant.clone(), draft, version, due, body }.encrypted(cipher)
    }

    /// The columns of `select!` as they stand, and their digest.
    pub(crate) fn raw(row: &dyn Cells) -> Result<(Self, String), Failure> {
        let columns = Self {
            tenant: TenantId::new(row.text(0)?),
            draft: row.text(1)?,
            version: row.count(2)?,
            due: row.maybe_number(3)?,
            body: row.text(4)?,
        };
        Ok((columns, row.text(5)?))
    }

    pub(crate) fn digest(&self) -> String {
        let due = self.due.map_or_else(String::new, |due| due.to_string());
        digest(&[self.tenant.as_str(), &self.draft, &self.version.to_string(), &due, &self.body])
    }

    /// A text of another version does not fit.
    fn row(&self) -> String {
        format!("{} {}", self.draft, self.version)
    }

    fn place<'a>(&'a self, row: &'a str) -> Place<'a> {
        Place { tenant: &self.tenant, table: "journal_outbox", row, column: "body" }
    }

    fn encrypted(self, cipher: &dyn Cipher) -> Result<Self, Failure> {
        let body = column::encrypted(cipher, self.place(&self.row()), &self.body)?;
        Ok(Self { body, ..self })
    }

    fn decrypted(self, cipher: &dyn Cipher) -> Result<Self, Failure> {
        let body = column::decrypted(cipher, self.place(&self.row()), &self.body)?;
        Ok(Self { body, ..self })
    }

    fn posting(self, cipher: &dyn Cipher) -> Result<Posting, Failure> {
        let plain = self.decrypted(cipher)?;
        let row: PostingRow = serde_json::from_str(&plain.body).map_err(|_| wrong())?;
        let due = plain.due.map(Timestamp::from_millisecond).transpose().map_err(|_| wrong())?;
        Ok(Posting { version: plain.version, due, ..Posting::from_row(row) })
    }

    /// Writes the same under the current key.
    pub(crate) fn anew(self, cipher: &dyn Cipher) -> Result<Statement, Failure> {
        let columns = self.decrypted(cipher)?.encrypted(cipher)?;
        let digest = columns.digest();
        let sql = "UPDATE journal_outbox SET body = $3, digest = $4 WHERE tenant = $1 AND draft = $2 RETURNING draft";
        Ok(statement(sql).text(columns.tenant.as_str()).text(columns.draft).text(columns.body).text(digest))
    }

    /// Where it stands in the order of `select!` by draft.
    pub(crate) fn id(&self) -> &str {
        &self.draft
    }

    fn values(self, sql: &'static str) -> Statement {
        let digest = self.digest();
        let keyed = statement(sql).text(self.tenant.as_str()).text(self.draft);
        keyed.number(self.version).maybe_number(self.due).text(self.body).text(digest)
    }
}

fn wrong() -> Failure {
    garbled("what waits for the journal")
}

/// One row, whole.
fn whole((columns, digest): (Columns, String), cipher: &dyn Cipher) -> Result<Posting, Failure> {
    if columns.digest() == digest { columns.posting(cipher) } else { Err(wrong()) }
}

/// Rows, each whole.
pub(crate) fn read(rows: Vec<(Columns, String)>, cipher: &dyn Cipher) -> Result<Vec<Posting>, Failure> {
    rows.into_iter().map(|row| whole(row, cipher)).collect()
}

/// Writes one over the version it was read as; a new one has version 0.
pub(crate) async fn write<DB: Engine>(
    connection: &mut DB::Connection,
    (cipher, tenant): (&dyn Cipher, &TenantId),
    posting: Posting,
) -> Result<(), Failure> {
    let is_new = posting.version == 0;
    let columns = Columns::of(cipher, tenant, posting)?;
    let change = columns.values(if is_new {
        "INSERT INTO journal_outbox (tenant, draft, version, due, body, digest) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT DO NOTHING RETURNING draft"
    } else {
        "UPDATE journal_outbox SET version = $3, due = $4, body = $5, digest = $6 \
         WHERE tenant = $1 AND draft = $2 AND version = $3 - 1 RETURNING draft"
    });
    if DB::fetch(connection, change, nothing).await?.is_empty() { Err(stale()) } else { Ok(()) }
}

/// Takes one away, as it was read; one that was never there is gone already.
pub(crate) async fn delete<DB: Engine>(
    connection: &mut DB::Connection,
    tenant: &TenantId,
    posting: &Posting,
) -> Result<(), Failure> {
    let sql = "DELETE FROM journal_outbox WHERE tenant = $1 AND draft = $2 AND version = $3 RETURNING draft";
    let gone = statement(sql).text(tenant.as_str()).text(posting.draft.as_str()).number(posting.version);
    let gone = DB::fetch(connection, gone, nothing).await?;
    if gone.is_empty() && posting.version > 0 { Err(stale()) } else { Ok(()) }
}

/// Takes the one that has been due the longest and can be read, and holds it.
pub(crate) async fn take<DB: Engine>(
    connection: &mut DB::Connection,
    (cipher, tenant): (&dyn Cipher, &TenantId),
    now: Timestamp,
) -> Result<Option<Posting>, Failure> {
    let asked = statement(select!("WHERE tenant = $1 AND due <= $2 ORDER BY due, draft LIMIT $3"));
    let asked = asked.text(tenant.as_str()).maybe_number(Some(now.as_millisecond())).number(LOOKED_AT);
    let (mut taken, mut damaged) = (None, None);
    for row in DB::fetch(connection, asked, Columns::raw).await? {
        match whole(row, cipher) {
            Ok(posting) => {
                taken = Some(posting.held(now));
                break;
            }
            Err(failure) => damaged = Some(failure),
        }
    }
    match (taken, damaged) {
        (Some(posting), _) => {
            write::<DB>(connection, (cipher, tenant), posting.clone()).await?;
            Ok(Some(Posting { version: posting.version + 1, ..posting }))
        }
        (None, Some(failure)) => Err(failure),
        (None, None) => Ok(None),
    }
}
