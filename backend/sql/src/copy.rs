//! Copies of the store (kopier): all tables as they are in one moment, beside the server that writes on; and what such a copy holds.

use crate::{
    digest::hex,
    engine::{Cells, statement},
    failure,
    repo::Sql,
};
use domain::port::{Failure, FailureKind};
use futures::TryStreamExt;
use sha2::{Digest, Sha256};
use sqlx::{AssertSqlSafe, Row as _};
use std::path::Path;

/// What one table holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// How many rows.
    pub rows: u64,
    /// SHA-256 over every value of every row, in the order of the key.
    pub sha256: String,
}

impl Sql {
    /// Writes all tables, as they are in one moment, into a file that is empty or not there. Nobody waits for it: readers and writers
    /// go on, and what they write meanwhile is not in it. No page of what was deleted goes along.
    ///
    /// # Errors
    /// The store's failure, also when the disk is full.
    pub async fn copy_to(&self, file: &Path) -> Result<(), Failure> {
        let unnamed = || failure::failure(FailureKind::Garbled, "the path of the copy is not UTF-8 text");
        let path = file.to_str().ok_or_else(unnamed)?;
        let copied = sqlx::query("VACUUM INTO $1").bind(path).execute(self.pool()).await;
        copied.map(drop).map_err(|error| failure::of(&error))
    }

    /// The newest migration that was run on it.
    ///
    /// # Errors
    /// The store's failure.
    pub async fn migration(&self) -> Result<i64, Failure> {
        let newest = statement("SELECT max(version) FROM _sqlx_migrations");
        let rows = self.fetch(newest, |row| row.maybe_number(0)).await?;
        Ok(rows.into_iter().flatten().next().unwrap_or(0))
    }

    /// The newest migration that this version of the program knows.
    #[must_use]
    pub fn newest() -> i64 {
        sqlx::migrate!().iter().map(|migration| migration.version).max().unwrap_or(0)
    }

    /// What each table holds, by name: two stores with the same answer are equal row for row.
    ///
    /// # Errors
    /// The store's failure; `Garbled` when the file itself is damaged.
    pub async fn tables(&self) -> Result<Vec<Table>, Failure> {
        let sound = self.fetch(statement("PRAGMA integrity_check(1)"), |row| row.text(0)).await?;
        if sound != ["ok"] {
            return Err(failure::garbled("the file of the database"));
        }
        let names =
            statement("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name");
        let mut tables = Vec::new();
        for name in self.fetch(names, |row| row.text(0)).await? {
            tables.push(self.table(name).await?);
        }
        Ok(tables)
    }

    /// Every value is written as SQL would write it, so that a number, a text and nothing at all are three things.
    async fn table(&self, name: String) -> Result<Table, Failure> {
        let columns =
            statement("SELECT name, pk FROM pragma_table_info($1) ORDER BY pk = 0, pk, cid").text(name.as_str());
        let columns: Vec<(String, bool)> = self.fetch(columns, column).await?;
        let all = listed(columns.iter().map(|(column, _)| format!("quote(\"{column}\")")), " || ',' || ");
        let has_key = columns.iter().any(|(_, is_key)| *is_key);
        let key = columns.iter().filter(|(_, is_key)| *is_key || !has_key).map(|(column, _)| format!("\"{column}\""));
        let asked = format!("SELECT {all} FROM \"{name}\" ORDER BY {}", listed(key, ", "));
        let mut rows = sqlx::query(AssertSqlSafe(asked)).fetch(self.pool());
        let (mut hash, mut count) = (Sha256::new(), 0);
        while let Some(row) = rows.try_next().await.map_err(|error| failure::of(&error))? {
            let text: String = row.try_get(0).map_err(|error| failure::of(&error))?;
            hash.update((text.len() as u64).to_be_bytes());
            hash.update(text);
            count += 1;
        }
        Ok(Table { name, rows: count, sha256: hex(&hash.finalize()) })
    }
}

/// A column's name, and whether it is part of the key.
fn column(row: &dyn Cells) -> Result<(String, bool), Failure> {
    Ok((row.text(0)?, row.number(1)? > 0))
}

fn listed(parts: impl Iterator<Item = String>, between: &str) -> String {
    parts.collect::<Vec<_>>().join(between)
}
