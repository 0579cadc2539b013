//! Opening the store (åpning): SQLite in a file or in memory, one server at a time, migrated before anyone asks.

use crate::{
    failure,
    repo::{Dialect, Repo, Sql},
};
use domain::port::{Cipher, Failure, FailureKind};
use sqlx::{
    ConnectOptions, Connection,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use std::{
    fs::{File, OpenOptions, TryLockError},
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

/// How long a writer waits for another before it gives up.
const PATIENCE: Duration = Duration::from_secs(10);
/// Connections to a file: one writes, the others read meanwhile.
const CONNECTIONS: u32 = 4;

/// Where the database lies.
#[derive(Clone, Copy, Debug)]
pub enum Place<'a> {
    /// A file, made where missing; its folder must exist.
    File(&'a Path),
    /// Memory; gone when the store is dropped.
    Memory,
}

/// A database that no server can open until this is dropped.
#[derive(Debug)]
pub struct Held(#[expect(dead_code, reason = "the system lets go of the lock with the file")] File);

/// SQLite as the database.
#[derive(Clone, Copy, Debug)]
pub struct Sqlite;

impl Sqlite {
    /// Opens the store for one server: locked against a second one, write-ahead log, every commit on the disk before it
    /// counts, foreign keys on, migrated to the newest tables, what people wrote encrypted with `cipher`.
    ///
    /// # Errors
    /// `Denied` when another server has it open; `Unavailable` when the file cannot be used.
    pub async fn open(place: Place<'_>, cipher: Arc<dyn Cipher>) -> Result<Sql, Failure> {
        Self::open_within(place, cipher, PATIENCE).await
    }

    /// The same with another patience.
    pub(crate) async fn open_within(
        place: Place<'_>,
        cipher: Arc<dyn Cipher>,
        patience: Duration,
    ) -> Result<Sql, Failure> {
        let (options, connections, lock) = match place {
            Place::Memory => (SqliteConnectOptions::new().in_memory(true), 1, None),
            Place::File(path) => {
                let lock = lock(path)?;
                (SqliteConnectOptions::new().filename(path).create_if_missing(true), CONNECTIONS, Some(Arc::new(lock)))
            }
        };
        let options = written(options, patience);
        // A file turns to its write-ahead log under one connection alone: two that do it at once are busy to each other, and SQLite does
        // not let either wait. It stays open until the others are there.
        let first = match place {
            Place::File(_) => Some(options.connect().await.map_err(|error| failure::of(&error))?),
            Place::Memory => None,
        };
        // Whoever waits for a connection, and then for a writer, waits twice as long at the most.
        let pool = pool(connections)
            .acquire_timeout(PATIENCE)
            .connect_with(options)
            .await
            .map_err(|error| failure::of(&error))?;
        sqlx::migrate!().run(&pool).await.map_err(|error| failure(&error))?;
        if let Some(first) = first {
            first.close().await.map_err(|error| failure::of(&error))?;
        }
        let repo = Repo::new(pool, Dialect::Sqlite, lock).with(cipher);
        if repo.is_plain().await? {
            repo.encrypt_plain().await?;
            purge(&repo).await?;
        }
        Ok(repo)
    }

    /// Opens a store beside the server that runs on it, to put an entry into its trail. It has no keys and makes no tables: the server
    /// and whoever opens it so must be of the same version.
    ///
    /// # Errors
    /// `NotFound` when there is no such file; `Stale` when it is of another version; `Unavailable` when it cannot be used.
    pub async fn beside(path: &Path) -> Result<Sql, Failure> {
        let before = Self::read(path).await?;
        let (found, ours) = (before.migration().await?, Sql::newest());
        before.close().await;
        if found != ours {
            let detail = format!(
                "the database has the tables of migration {found}, this program those of {ours}; use the program that serves it"
            );
            return Err(failure::failure(FailureKind::Stale, detail));
        }
        let options = SqliteConnectOptions::new().filename(path).busy_timeout(PATIENCE).foreign_keys(true);
        let options = options.synchronous(SqliteSynchronous::Full).pragma("secure_delete", "ON");
        let pool = pool(1).connect_with(options).await.map_err(|error| failure::of(&error))?;
        Ok(Repo::new(pool, Dialect::Sqlite, None))
    }

    /// Keeps servers from opening a database, which need not be there yet, for as long as what it gives is held.
    ///
    /// # Errors
    /// `Denied` when a server has it open; `Unavailable` when the folder cannot be written.
    pub fn hold(path: &Path) -> Result<Held, Failure> {
        lock(path).map(Held)
    }

    /// Opens a store for reading beside the server that runs on it: to verify or export the trail. It has no keys,
    /// so what people wrote stays shut.
    ///
    /// # Errors
    /// `NotFound` when there is no such file; `Unavailable` when it cannot be used.
    pub async fn read(path: &Path) -> Result<Sql, Failure> {
        if !path.is_file() {
            let detail = format!("there is no database at {}; check `store.folder`", path.display());
            return Err(failure::failure(FailureKind::NotFound, detail));
        }
        let options = SqliteConnectOptions::new().filename(path).read_only(true).busy_timeout(PATIENCE);
        let pool = pool(1).connect_with(options).await.map_err(|error| failure::of(&error))?;
        Ok(Repo::new(pool, Dialect::Sqlite, None))
    }
}

/// How a file is written.
fn written(options: SqliteConnectOptions, patience: Duration) -> SqliteConnectOptions {
    options
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(patience)
        // What is deleted is overwritten, and what a large sort sets aside stays in memory.
        .pragma("secure_delete", "ON")
        .pragma("temp_store", "MEMORY")
}

/// Writes the file anew, so that no free page holds what was plain, and empties the log of what was written before. Whoever reads the
/// file meanwhile keeps the log from being emptied: then this start is refused, and the next one does it.
async fn purge(repo: &Sql) -> Result<(), Failure> {
    let whole = |error: sqlx::Error| failure::of(&error);
    sqlx::query("VACUUM").execute(repo.pool()).await.map_err(whole)?;
    for _ in 0..2 {
        let busy: (i64, i64, i64) =
            sqlx::query_as("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(repo.pool()).await.map_err(whole)?;
        if busy.0 != 0 {
            let detail = "another program reads the database, so plain text of before cannot be cleared away; end it and start again";
            return Err(failure::failure(FailureKind::Unavailable, detail));
        }
        repo.plain_is_gone().await?;
    }
    Ok(())
}

/// A connection in memory must never be closed for idleness: its tables would go with it.
/// A file on this machine does not hang up: asking each connection whether it is there would cost as much as what is asked of it.
fn pool(connections: u32) -> SqlitePoolOptions {
    let options = SqlitePoolOptions::new().max_connections(connections).min_connections(1);
    options.idle_timeout(None).max_lifetime(None).test_before_acquire(false)
}

fn failure(error: &sqlx::migrate::MigrateError) -> Failure {
    use sqlx::migrate::MigrateError as E;
    let detail = match error {
        E::VersionMissing(version) => format!(
            "the database was made by a newer version (migration {version}); run that version, or restore an older backup"
        ),
        E::VersionMismatch(version) => format!("migration {version} of the database is not the one of this version"),
        _ => "the tables could not be brought up to date; the file may be no database, or the disk may be full"
            .to_owned(),
    };
    failure::failure(FailureKind::Unavailable, detail)
}

/// Takes the lock file beside the database; the system lets go of it when the process ends, however it ends.
fn lock(database: &Path) -> Result<File, Failure> {
    let mut path = database.as_os_str().to_owned();
    path.push(".lock");
    let path = PathBuf::from(path);
    let unusable = |why: std::io::ErrorKind| {
        let detail =
            format!("{} cannot be made: {why}; check that the folder exists and may be written", path.display());
        failure::failure(FailureKind::Unavailable, detail)
    };
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path);
    let file = file.map_err(|error| unusable(error.kind()))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => {
            let detail = format!(
                "another server has {} open; stop it first, or give this one a database of its own",
                database.display()
            );
            Err(failure::failure(FailureKind::Denied, detail))
        }
        Err(TryLockError::Error(error)) => Err(unusable(error.kind())),
    }
}
