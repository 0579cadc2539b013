//! Dossiers (utkastmapper) in and out: the facts as encrypted JSON, what is searched for as columns, a digest over both.

use crate::{
    column,
    digest::digest,
    engine::{Cells, Engine, Statement, statement},
    failure::{failure, garbled, stale},
    row::{DossierRow, Mirror},
    tenant::nothing,
};
use domain::{
    dossier::Dossier,
    port::{Cipher, Failure, FailureKind, cipher::Place},
    review::Ruling,
};
use std::collections::BTreeSet;
use vocabulary::{ConversationId, DraftId, PersonId, Status, TenantId};

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT tenant, id, version, status, conversation, reference, created, requested_at, body, digest FROM dossier ",
            $rest
        )
    };
}
pub(crate) use select;

/// The columns of one row.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Columns {
    pub(crate) tenant: TenantId,
    id: String,
    version: u64,
    status: String,
    pub(crate) conversation: String,
    reference: String,
    created: i64,
    requested_at: Option<i64>,
    /// Encrypted, in all but a row of an older version of this program.
    body: String,
}

impl Columns {
    fn of(cipher: &dyn Cipher, tenant: &TenantId, dossier: Dossier, version: u64) -> Result<Self, Failure> {
        let (id, reference) = (dossier.id.as_str().to_owned(), dossier.reference.as_str().to_owned());
        let status = status(dossier.status).to_owned();
        let conversation = conversation(cipher, tenant, &dossier.key.conversation)?;
        let created = dossier.created.as_millisecond();
        let requested_at = dossier.request.as_ref().map(|request| request.at.as_millisecond());
        let body = json(dossier)?;
        let tenant = tenant.clone();
        let plain = Self { tenant, id, version, status, conversation, reference, created, requested_at, body };
        plain.encrypted(cipher)
    }

    /// The columns of `select!` as they stand, and whether the digest fits them.
    pub(crate) fn raw(row: &dyn Cells) -> Result<(Self, String), Failure> {
        let columns = Self {
            tenant: TenantId::new(row.text(0)?),
            id: row.text(1)?,
            version: row.count(2)?,
            status: row.text(3)?,
            conversation: row.text(4)?,
            reference: row.text(5)?,
            created: row.number(6)?,
            requested_at: row.maybe_number(7)?,
            body: row.text(8)?,
        };
        Ok((columns, row.text(9)?))
    }

    /// The columns of `select!`; refused when any of them is not what was written.
    pub(crate) fn read(row: &dyn Cells) -> Result<Self, Failure> {
        let (columns, digest) = Self::raw(row)?;
        if digest == columns.digest() { Ok(columns) } else { Err(garbled("a dossier")) }
    }

    /// A text of another version does not fit either: an older one cannot be put back under a newer number.
    fn row(&self) -> String {
        format!("{} {}", self.id, self.version)
    }

    fn place<'a>(&'a self, row: &'a str) -> Place<'a> {
        Place { tenant: &self.tenant, table: "dossier", row, column: "body" }
    }

    /// With another hash of its conversation.
    pub(crate) fn found_by(self, conversation: String) -> Self {
        Self { conversation, ..self }
    }

    /// With the body encrypted, which is plain now.
    pub(crate) fn encrypted(self, cipher: &dyn Cipher) -> Result<Self, Failure> {
        let body = column::encrypted(cipher, self.place(&self.row()), &self.body)?;
        Ok(Self { body, ..self })
    }

    /// With the body plain, which is encrypted now.
    fn decrypted(self, cipher: &dyn Cipher) -> Result<Self, Failure> {
        let body = column::decrypted(cipher, self.place(&self.row()), &self.body)?;
        Ok(Self { body, ..self })
    }

    /// The dossier itself.
    pub(crate) fn dossier(self, cipher: &dyn Cipher) -> Result<Dossier, Failure> {
        let plain = self.decrypted(cipher)?;
        Ok(Dossier { version: plain.version, ..plain.kept()? })
    }

    /// The facts in a plain body.
    pub(crate) fn kept(&self) -> Result<Dossier, Failure> {
        let kept: DossierRow = serde_json::from_str(&self.body).map_err(|_| garbled("a dossier"))?;
        Ok(Dossier::from_row(kept))
    }

    /// Writes the same facts under the current key.
    pub(crate) fn anew(self, cipher: &dyn Cipher) -> Result<Statement, Failure> {
        let columns = self.decrypted(cipher)?.encrypted(cipher)?;
        let digest = columns.digest();
        Ok(columns.over(digest))
    }

    /// Writes what is looked up and encrypted over the row, at the same version.
    pub(crate) fn over(self, digest: String) -> Statement {
        let sql =
            "UPDATE dossier SET conversation = $3, body = $4, digest = $5 WHERE tenant = $1 AND id = $2 RETURNING id";
        let keyed = statement(sql).text(self.tenant.as_str()).text(self.id);
        keyed.text(self.conversation).text(self.body).text(digest)
    }

    /// Where it stands in the order of `select!` by id.
    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    pub(crate) fn digest(&self) -> String {
        let requested = self.requested_at.map_or_else(String::new, |at| at.to_string());
        let (version, created) = (self.version.to_string(), self.created.to_string());
        let about = [self.tenant.as_str(), &self.id, &version, &self.status, &self.conversation, &self.reference];
        digest(&[about.as_slice(), &[&created, &requested, &self.body]].concat())
    }

    fn values(self, sql: &'static str) -> Statement {
        let digest = self.digest();
        statement(sql)
            .text(self.tenant.as_str())
            .text(self.id)
            .number(self.version)
            .text(self.status)
            .text(self.conversation)
            .text(self.reference)
            .maybe_number(Some(self.created))
            .maybe_number(self.requested_at)
            .text(self.body)
            .text(digest)
    }
}

/// The facts as JSON.
fn json(dossier: Dossier) -> Result<String, Failure> {
    let row: DossierRow = dossier.into_row();
    serde_json::to_string(&row).map_err(|_| failure(FailureKind::Garbled, "a dossier cannot be written as JSON"))
}

/// A conversation as it is looked up: who has the database alone cannot try which one it is.
pub(crate) fn conversation(cipher: &dyn Cipher, tenant: &TenantId, id: &ConversationId) -> Result<String, Failure> {
    cipher.lookup(tenant, "dossier.conversation", id.as_str())
}

/// A status as its column holds it.
pub(crate) fn status(status: Status) -> &'static str {
    match status {
        Status::Drafted => "drafted",
        Status::AwaitingReview => "awaiting_review",
        Status::Returned => "returned",
        Status::Approved => "approved",
        Status::Released => "released",
        Status::SendAllowed => "send_allowed",
        Status::Sent => "sent",
    }
}

/// Writes a dossier over the version it was read as; a new one has version 0.
pub(crate) async fn write<DB: Engine>(
    connection: &mut DB::Connection,
    cipher: &dyn Cipher,
    tenant: &TenantId,
    dossier: Dossier,
) -> Result<(), Failure> {
    let (read, id) = (dossier.version, dossier.id.clone());
    let rulings = approvals(&dossier);
    let columns = Columns::of(cipher, tenant, dossier, read + 1)?;
    let change = if read == 0 {
        columns.values(
            "INSERT INTO dossier (tenant, id, version, status, conversation, reference, created, requested_at, body, digest) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING id",
        )
    } else {
        columns.values(
            "UPDATE dossier SET version = $3, status = $4, conversation = $5, reference = $6, created = $7, \
             requested_at = $8, body = $9, digest = $10 WHERE tenant = $1 AND id = $2 AND version = $3 - 1 RETURNING id",
        )
    };
    if DB::fetch(connection, change, nothing).await?.is_empty() {
        return Err(stale());
    }
    for approval in rulings {
        note::<DB>(connection, (tenant, &id), approval).await?;
    }
    Ok(())
}

/// Who approved which revision, and one of those who wrote it.
struct Approval {
    revision: u32,
    approver: PersonId,
    author: PersonId,
}

/// Every approval with every author of the text up to the approved revision.
fn approvals(dossier: &Dossier) -> Vec<Approval> {
    let of = |ruling: &Ruling| {
        let (revision, approver) = (ruling.revision, ruling.by.clone());
        let written = dossier.revisions.iter().filter(move |one| one.number <= revision);
        let authors: BTreeSet<_> = written.map(|one| one.author.clone()).collect();
        authors.into_iter().map(move |author| Approval { revision, approver: approver.clone(), author })
    };
    dossier.rulings.iter().filter(|ruling| ruling.approve).flat_map(of).collect()
}

async fn note<DB: Engine>(
    connection: &mut DB::Connection,
    (tenant, draft): (&TenantId, &DraftId),
    approval: Approval,
) -> Result<(), Failure> {
    let row = "INSERT INTO ruling (tenant, draft, revision, approver, author) VALUES ($1, $2, $3, $4, $5) \
        ON CONFLICT DO NOTHING";
    let row = statement(row)
        .text(tenant.as_str())
        .text(draft.as_str())
        .number(approval.revision.into())
        .text(approval.approver.as_str())
        .text(approval.author.as_str());
    DB::fetch(connection, row, nothing).await?;
    Ok(())
}
