//! What an older version left plain (ukryptert): encrypted at the next start, and gone from the file.

use crate::{
    dossier,
    engine::{Cells, Engine, Statement, statement},
    personal,
    repo::{Repo, commit},
    signature::SIGNATURE,
    tenant::nothing,
};
use domain::port::{Cipher, Failure};

/// Rows in one transaction.
const ROWS: u64 = 200;
/// The name of this chore.
const CHORE: &str = "encrypt";

impl<DB: Engine> Repo<DB> {
    /// Whether an older version left text that is not encrypted, or pages that held it.
    pub(crate) async fn is_plain(&self) -> Result<bool, Failure> {
        let asked = statement("SELECT name FROM chore WHERE name = $1").text(CHORE);
        Ok(!self.fetch(asked, nothing).await?.is_empty())
    }

    /// Encrypts every plain row; goes on where a kill left it.
    pub(crate) async fn encrypt_plain(&self) -> Result<(), Failure> {
        let dossiers = dossier::select!("WHERE substr(body, 1, 1) = '{' LIMIT $1");
        let signatures = personal::select!("signature", "WHERE substr(body, 1, 1) = '{' LIMIT $1");
        while self.some_plain(dossiers, dossier::Columns::raw, encrypted_dossier).await? {}
        while self.some_plain(signatures, |row| SIGNATURE.raw(row), encrypted_signature).await? {}
        Ok(())
    }

    /// Nothing plain is left in the file.
    pub(crate) async fn plain_is_gone(&self) -> Result<(), Failure> {
        let done = statement("DELETE FROM chore WHERE name = $1 RETURNING name").text(CHORE);
        self.fetch(done, nothing).await.map(drop)
    }

    async fn some_plain<T: Send>(
        &self,
        sql: &'static str,
        read: fn(&dyn Cells) -> Result<T, Failure>,
        encrypted: fn(&dyn Cipher, T) -> Result<Statement, Failure>,
    ) -> Result<bool, Failure> {
        let mut transaction = self.begin().await?;
        let rows = DB::fetch(&mut transaction, statement(sql).number(ROWS), read).await?;
        let more = !rows.is_empty();
        for row in rows {
            DB::fetch(&mut transaction, encrypted(self.cipher()?, row)?, nothing).await?;
        }
        commit(transaction).await?;
        Ok(more)
    }
}

/// A row that was damaged before keeps a digest that does not fit, and is refused when it is read, as before.
fn encrypted_dossier(cipher: &dyn Cipher, (plain, digest): (dossier::Columns, String)) -> Result<Statement, Failure> {
    cipher.admit(&plain.tenant)?;
    let fits = plain.digest() == digest;
    let conversation = match plain.kept() {
        Ok(kept) => dossier::conversation(cipher, &plain.tenant, &kept.key.conversation)?,
        Err(_) => cipher.lookup(&plain.tenant, "damaged", &plain.conversation)?,
    };
    let row = plain.found_by(conversation).encrypted(cipher)?;
    let digest = if fits { row.digest() } else { digest };
    Ok(row.over(digest))
}

fn encrypted_signature(
    cipher: &dyn Cipher,
    (plain, digest): (personal::Columns, String),
) -> Result<Statement, Failure> {
    cipher.admit(&plain.tenant)?;
    let fits = plain.digest() == digest;
    let row = plain.encrypted(cipher)?;
    let digest = if fits { row.digest() } else { digest };
    Ok(row.over(digest))
}
