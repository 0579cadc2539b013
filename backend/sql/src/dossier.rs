//! Dossiers (utkastmapper) in and out: the facts as JSON, what is searched for as columns, a digest over both.

use crate::{
    digest::{digest, hex},
    engine::{Cells, Engine, Statement, statement},
    failure::{failure, garbled, stale},
    row::{DossierRow, Mirror},
    tenant::nothing,
};
use domain::{
    dossier::Dossier,
    port::{Failure, FailureKind},
    review::Ruling,
};
use sha2::{Digest, Sha256};
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
#[derive(PartialEq, Eq)]
struct Columns {
    tenant: String,
    id: String,
    version: u64,
    status: String,
    conversation: String,
    reference: String,
    created: i64,
    requested_at: Option<i64>,
    body: String,
}

impl Columns {
    fn of(tenant: &str, dossier: Dossier, version: u64) -> Result<Self, Failure> {
        let (id, reference) = (dossier.id.as_str().to_owned(), dossier.reference.as_str().to_owned());
        let (status, conversation) = (status(dossier.status).to_owned(), conversation(&dossier.key.conversation));
        let created = dossier.created.as_millisecond();
        let requested_at = dossier.request.as_ref().map(|request| request.at.as_millisecond());
        let row: DossierRow = dossier.into_row();
        let body = serde_json::to_string(&row);
        let body = body.map_err(|_| failure(FailureKind::Garbled, "a dossier cannot be written as JSON"))?;
        let tenant = tenant.to_owned();
        Ok(Self { tenant, id, version, status, conversation, reference, created, requested_at, body })
    }

    fn digest(&self) -> String {
        let requested = self.requested_at.map_or_else(String::new, |at| at.to_string());
        let (version, created) = (self.version.to_string(), self.created.to_string());
        let about = [&self.tenant, &self.id, &version, &self.status, &self.conversation, &self.reference];
        digest(&[about.as_slice(), &[&created, &requested, &self.body]].concat())
    }

    fn values(self, sql: &'static str) -> Statement {
        let digest = self.digest();
        statement(sql)
            .text(self.tenant)
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

/// A conversation as it is looked up: ids are long, and case matters in them.
pub(crate) fn conversation(id: &ConversationId) -> String {
    hex(&Sha256::digest(id.as_str()))
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

/// A dossier from the columns of `select!`; refused when any column is not what was written.
pub(crate) fn read(row: &dyn Cells) -> Result<Dossier, Failure> {
    let columns = Columns {
        tenant: row.text(0)?,
        id: row.text(1)?,
        version: row.count(2)?,
        status: row.text(3)?,
        conversation: row.text(4)?,
        reference: row.text(5)?,
        created: row.number(6)?,
        requested_at: row.maybe_number(7)?,
        body: row.text(8)?,
    };
    let wrong = || garbled("a dossier");
    if row.text(9)? != columns.digest() {
        return Err(wrong());
    }
    let kept: DossierRow = serde_json::from_str(&columns.body).map_err(|_| wrong())?;
    Ok(Dossier { version: columns.version, ..Dossier::from_row(kept) })
}

/// Writes a dossier over the version it was read as; a new one has version 0.
pub(crate) async fn write<DB: Engine>(
    connection: &mut DB::Connection,
    tenant: &TenantId,
    dossier: Dossier,
) -> Result<(), Failure> {
    let (read, id) = (dossier.version, dossier.id.clone());
    let rulings = approvals(&dossier);
    let columns = Columns::of(tenant.as_str(), dossier, read + 1)?;
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
