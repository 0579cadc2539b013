//! Erasing (sletting): a dossier with all that hangs on it in one transaction with its entry, and then out of the file and its log.

use crate::{
    dossier,
    engine::{Engine, Statement, statement},
    failure::stale,
    learned::{self, Whose},
    repo::Repo,
    tenant::nothing,
};
use domain::port::{Batch, Erasure, Failure, FailureKind};
use vocabulary::{DraftId, TenantId};

impl<DB: Engine> Repo<DB> {
    /// Dossiers as they stand, damaged ones by their ids alone; a key that is not there is a failure.
    pub(crate) async fn batch(&self, asked: Statement) -> Result<Batch, Failure> {
        let cipher = self.cipher()?;
        let mut batch = Batch::default();
        for (columns, digest) in self.fetch(asked, dossier::Columns::raw).await? {
            let id = DraftId::new(columns.id());
            batch.next = Some(id.clone());
            let fits = columns.digest() == digest;
            match columns.dossier(cipher) {
                Ok(dossier) if fits => batch.dossiers.push(dossier),
                Err(failure) if failure.kind != FailureKind::Garbled => return Err(failure),
                _ => batch.unread.push(id),
            }
        }
        Ok(batch)
    }
}

/// Takes it out of its tables; nothing is gone before the transaction is committed.
pub(crate) async fn erase<DB: Engine>(
    connection: &mut DB::Connection,
    whose: Whose<'_>,
    erasure: &Erasure,
) -> Result<(), Failure> {
    let own = |sql| keyed(sql, whose.tenant, &erasure.draft);
    DB::fetch(connection, own("DELETE FROM journal_outbox WHERE tenant = $1 AND draft = $2"), nothing).await?;
    DB::fetch(connection, own("DELETE FROM ruling WHERE tenant = $1 AND draft = $2"), nothing).await?;
    let gone = own("DELETE FROM dossier WHERE tenant = $1 AND id = $2 AND version = $3 RETURNING id");
    if DB::fetch(connection, gone.number(erasure.version), nothing).await?.is_empty() {
        return Err(stale());
    }
    for mark in &erasure.mails {
        learned::take_back::<DB>(connection, whose, &whose.mark(mark)?).await?;
    }
    Ok(())
}

fn keyed(sql: &'static str, tenant: &TenantId, draft: &DraftId) -> Statement {
    statement(sql).text(tenant.as_str()).text(draft.as_str())
}
