//! The repository (lager) of all tenants, generic over the database; hands out one handle per tenant.

use crate::{
    engine::{Engine, Statement, statement},
    failure,
    tenant::Tenant,
};
use async_trait::async_trait;
use domain::port::{Cipher, Failure, FailureKind, Store, TenantStore};
use sqlx::{Pool, Transaction};
use std::{fs::File, sync::Arc};
use vocabulary::TenantId;

/// The store on SQLite.
pub type Sql = Repo<sqlx::Sqlite>;

/// The few differences between the databases.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Dialect {
    /// SQLite locks the whole file.
    Sqlite,
}

impl Dialect {
    /// Begins a transaction that will write. SQLite must take its lock at once: a reader that turns writer could not wait.
    fn begin(self) -> &'static str {
        match self {
            Self::Sqlite => "BEGIN IMMEDIATE",
        }
    }

    /// Writes the log into the file and empties it; says in its first column whether somebody kept it from that.
    fn wipe(self) -> &'static str {
        match self {
            Self::Sqlite => "PRAGMA wal_checkpoint(TRUNCATE)",
        }
    }

    /// Begins a transaction that reads the same state throughout.
    fn snapshot(self) -> &'static str {
        match self {
            Self::Sqlite => "BEGIN DEFERRED",
        }
    }
}

/// The repository.
#[derive(Debug)]
pub struct Repo<DB: Engine> {
    pool: Pool<DB>,
    dialect: Dialect,
    /// Encrypts what people wrote; none where only the trail is read.
    cipher: Option<Arc<dyn Cipher>>,
    /// Held for as long as any handle lives.
    lock: Option<Arc<File>>,
}

impl<DB: Engine> Clone for Repo<DB> {
    fn clone(&self) -> Self {
        Self { pool: self.pool.clone(), dialect: self.dialect, cipher: self.cipher.clone(), lock: self.lock.clone() }
    }
}

impl<DB: Engine> Repo<DB> {
    pub(crate) fn new(pool: Pool<DB>, dialect: Dialect, lock: Option<Arc<File>>) -> Self {
        Self { pool, dialect, cipher: None, lock }
    }

    /// The same with the keys, so that what people wrote can be read too.
    #[must_use]
    pub fn with(self, cipher: Arc<dyn Cipher>) -> Self {
        Self { cipher: Some(cipher), ..self }
    }

    /// What encrypts and decrypts.
    pub(crate) fn cipher(&self) -> Result<&dyn Cipher, Failure> {
        let shut = || failure::failure(FailureKind::Denied, "the store was opened to read the trail, without the keys");
        self.cipher.as_deref().ok_or_else(shut)
    }

    /// A transaction that writes; dropped without commit, it never happened.
    pub(crate) async fn begin(&self) -> Result<Transaction<'static, DB>, Failure> {
        self.pool.begin_with(self.dialect.begin()).await.map_err(|error| failure::of(&error))
    }

    /// A transaction that reads one state of things.
    pub(crate) async fn snapshot(&self) -> Result<Transaction<'static, DB>, Failure> {
        self.pool.begin_with(self.dialect.snapshot()).await.map_err(|error| failure::of(&error))
    }

    /// Rows outside a transaction.
    pub(crate) async fn fetch<T: Send>(
        &self,
        statement: Statement,
        read: fn(&dyn crate::engine::Cells) -> Result<T, Failure>,
    ) -> Result<Vec<T>, Failure> {
        let mut connection = self.pool.acquire().await.map_err(|error| failure::of(&error))?;
        DB::fetch(&mut connection, statement, read).await
    }

    /// Waits until all is written and lets go of the file.
    pub async fn close(self) {
        self.pool.close().await;
    }

    pub(crate) fn pool(&self) -> &Pool<DB> {
        &self.pool
    }
}

/// Commits what was begun.
pub(crate) async fn commit<DB: Engine>(transaction: Transaction<'static, DB>) -> Result<(), Failure> {
    transaction.commit().await.map_err(|error| failure::of(&error))
}

#[async_trait]
impl<DB: Engine> Store for Repo<DB> {
    fn tenant(&self, tenant: &TenantId) -> Arc<dyn TenantStore> {
        Arc::new(Tenant::new(self.clone(), tenant.clone()))
    }

    async fn tenants(&self) -> Result<Vec<TenantId>, Failure> {
        let asked = statement("SELECT tenant FROM head UNION SELECT tenant FROM trail ORDER BY tenant");
        self.fetch(asked, |row| row.text(0).map(TenantId::new)).await
    }

    async fn wipe(&self) -> Result<bool, Failure> {
        let busy = self.fetch(statement(self.dialect.wipe()), |row| row.number(0)).await?;
        Ok(busy.iter().all(|busy| *busy == 0))
    }
}
