//! What is asked of a database (databasemotor): the one where-block, so that SQLite and PostgreSQL run the same code.

use crate::failure;
use domain::port::Failure;
use futures::TryStreamExt;
use sqlx::{ColumnIndex, Database, Decode, Encode, Executor, Row as _, Type, query::Query};
use std::future::Future;

/// One value on its way into a statement.
enum Cell {
    Text(Option<String>),
    Number(Option<i64>),
}

/// A statement with its values in the order of `$1`, `$2` …
pub struct Statement {
    sql: &'static str,
    cells: Vec<Cell>,
}

/// A statement without values yet.
pub(crate) fn statement(sql: &'static str) -> Statement {
    Statement { sql, cells: Vec::new() }
}

impl Statement {
    /// The next value, a text.
    pub(crate) fn text(mut self, text: impl Into<String>) -> Self {
        self.cells.push(Cell::Text(Some(text.into())));
        self
    }

    /// The next value, a text or NULL.
    pub(crate) fn maybe_text(mut self, text: Option<String>) -> Self {
        self.cells.push(Cell::Text(text));
        self
    }

    /// The next value, a number; what does not fit into a BIGINT becomes the largest one.
    pub(crate) fn number(self, number: u64) -> Self {
        self.maybe_number(Some(i64::try_from(number).unwrap_or(i64::MAX)))
    }

    /// The next value, a number or NULL.
    pub(crate) fn maybe_number(mut self, number: Option<i64>) -> Self {
        self.cells.push(Cell::Number(number));
        self
    }
}

/// One row of an answer, read by the number of its column from 0.
pub trait Cells {
    /// A text.
    ///
    /// # Errors
    /// Garbled when the column holds none.
    fn text(&self, at: usize) -> Result<String, Failure>;
    /// A number.
    ///
    /// # Errors
    /// Garbled when the column holds none.
    fn number(&self, at: usize) -> Result<i64, Failure>;
    /// A text or NULL.
    ///
    /// # Errors
    /// Garbled when the column holds neither.
    fn maybe_text(&self, at: usize) -> Result<Option<String>, Failure>;
    /// A number or NULL.
    ///
    /// # Errors
    /// Garbled when the column holds neither.
    fn maybe_number(&self, at: usize) -> Result<Option<i64>, Failure>;

    /// A count, which is never below zero.
    ///
    /// # Errors
    /// Garbled when the column holds none.
    fn count(&self, at: usize) -> Result<u64, Failure> {
        u64::try_from(self.number(at)?).map_err(|_| failure::garbled("a count"))
    }
}

/// A kind of database that a repository can live in; implemented for every one that satisfies the where-block below.
pub trait Engine: Database {
    /// Runs a statement; gives its rows, each read by `read`. Writing statements use RETURNING: the number of rows touched
    /// has no name that all databases share.
    fn fetch<T: Send>(
        connection: &mut Self::Connection,
        statement: Statement,
        read: fn(&dyn Cells) -> Result<T, Failure>,
    ) -> impl Future<Output = Result<Vec<T>, Failure>> + Send;

    /// Runs a statement and hands on each row while the database goes on to the next, until one is refused (`false`).
    fn each(
        connection: &mut Self::Connection,
        statement: Statement,
        seen: &mut (dyn FnMut(&dyn Cells) -> bool + Send),
    ) -> impl Future<Output = Result<(), Failure>> + Send;
}

struct Answer<'r, DB: Database>(&'r DB::Row);

impl<DB> Cells for Answer<'_, DB>
where
    DB: Database,
    usize: ColumnIndex<DB::Row>,
    for<'q> String: Decode<'q, DB> + Type<DB>,
    for<'q> i64: Decode<'q, DB> + Type<DB>,
{
    fn text(&self, at: usize) -> Result<String, Failure> {
        self.0.try_get(at).map_err(|error| failure::of(&error))
    }
    fn number(&self, at: usize) -> Result<i64, Failure> {
        self.0.try_get(at).map_err(|error| failure::of(&error))
    }
    fn maybe_text(&self, at: usize) -> Result<Option<String>, Failure> {
        self.0.try_get(at).map_err(|error| failure::of(&error))
    }
    fn maybe_number(&self, at: usize) -> Result<Option<i64>, Failure> {
        self.0.try_get(at).map_err(|error| failure::of(&error))
    }
}

/// A statement as a query of the database, its values bound.
macro_rules! bound {
    ($statement:ident) => {{
        let mut query: Query<'_, DB, DB::Arguments> = sqlx::query($statement.sql);
        for cell in $statement.cells {
            query = match cell {
                Cell::Text(text) => query.bind(text),
                Cell::Number(number) => query.bind(number),
            };
        }
        query
    }};
}

impl<DB> Engine for DB
where
    DB: Database,
    DB::Arguments: sqlx::IntoArguments<DB>,
    for<'c> &'c mut DB::Connection: Executor<'c, Database = DB>,
    usize: ColumnIndex<DB::Row>,
    for<'q> String: Decode<'q, DB> + Type<DB>,
    for<'q> i64: Decode<'q, DB> + Type<DB>,
    for<'q> Option<String>: Encode<'q, DB> + Type<DB>,
    for<'q> Option<i64>: Encode<'q, DB> + Type<DB>,
{
    async fn fetch<T: Send>(
        connection: &mut Self::Connection,
        statement: Statement,
        read: fn(&dyn Cells) -> Result<T, Failure>,
    ) -> Result<Vec<T>, Failure> {
        let query = bound!(statement);
        let rows = query.fetch_all(connection).await.map_err(|error| failure::of(&error))?;
        rows.iter().map(|row| read(&Answer::<DB>(row))).collect()
    }

    async fn each(
        connection: &mut Self::Connection,
        statement: Statement,
        seen: &mut (dyn FnMut(&dyn Cells) -> bool + Send),
    ) -> Result<(), Failure> {
        let mut rows = bound!(statement).fetch(connection);
        while let Some(row) = rows.try_next().await.map_err(|error| failure::of(&error))? {
            if !seen(&Answer::<DB>(&row)) {
                break;
            }
        }
        Ok(())
    }
}
