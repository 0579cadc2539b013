//! The mirror (speiling): every field named on both sides, lists and options by their parts.

use vocabulary::{
    CaseNumber, ConversationId, DraftId, Language, MailId, Match, Outcome, PersonId, Reference, Relation, Status, Tone,
};

/// A domain value and its row; neither direction can fail.
pub(crate) trait Mirror<Row>: Sized {
    /// The row of it.
    fn into_row(self) -> Row;
    /// It, from its row.
    fn from_row(row: Row) -> Self;
}

impl<R, T: Mirror<R>> Mirror<Vec<R>> for Vec<T> {
    fn into_row(self) -> Vec<R> {
        self.into_iter().map(T::into_row).collect()
    }
    fn from_row(row: Vec<R>) -> Self {
        row.into_iter().map(T::from_row).collect()
    }
}

impl<R, T: Mirror<R>> Mirror<Option<R>> for Option<T> {
    fn into_row(self) -> Option<R> {
        self.map(T::into_row)
    }
    fn from_row(row: Option<R>) -> Self {
        row.map(T::from_row)
    }
}

/// Values that are their own row.
macro_rules! itself {
    ($($type:ty),* $(,)?) => { $(
        impl Mirror<$type> for $type {
            fn into_row(self) -> $type { self }
            fn from_row(row: $type) -> Self { row }
        }
    )* };
}
itself!(
    bool,
    u16,
    u32,
    u64,
    String,
    (String, String),
    (CaseNumber, String),
    CaseNumber,
    ConversationId,
    DraftId,
    Language,
    MailId,
    Match,
    Outcome,
    PersonId,
    Reference,
    Relation,
    Status,
    Tone,
);

/// A row with the fields of a domain struct, those that older rows lack marked `#[serde(default)]`; a field added or removed there stops this from compiling.
macro_rules! mirror {
    ($(#[$doc:meta])* $row:ident = $of:ident { $($(#[$serde:meta])* $field:ident: $type:ty),* $(,)? }) => {
        $(#[$doc])*
        #[derive(serde::Serialize, serde::Deserialize)]
        pub(crate) struct $row { $($(#[$serde])* $field: $type),* }

        impl crate::row::mirror::Mirror<$row> for $of {
            fn into_row(self) -> $row {
                let $of { $($field),* } = self;
                $row { $($field: crate::row::mirror::Mirror::into_row($field)),* }
            }
            fn from_row(row: $row) -> Self {
                let $row { $($field),* } = row;
                $of { $($field: crate::row::mirror::Mirror::from_row($field)),* }
            }
        }
    };
}
pub(crate) use mirror;

/// The names of a domain enum, in snake case.
macro_rules! names {
    ($(#[$doc:meta])* $row:ident = $of:ident { $($name:ident),* $(,)? }) => {
        $(#[$doc])*
        #[derive(serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub(crate) enum $row { $($name),* }

        impl crate::row::mirror::Mirror<$row> for $of {
            fn into_row(self) -> $row {
                match self { $($of::$name => $row::$name),* }
            }
            fn from_row(row: $row) -> Self {
                match row { $($row::$name => $of::$name),* }
            }
        }
    };
}
pub(crate) use names;
