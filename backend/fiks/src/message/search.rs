//! Searching (søk, `innsyn.sok`): what kind of thing, by which fields, a page at a time.

use super::{Kind, Message, US};
use crate::xml::{Writer, space};

/// What is sought, with the name of its search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// Case folders (saksmappe).
    Cases,
    /// Journal entries (journalpost).
    Entries,
    /// Entries of every kind (registrering): these alone are found by whom they are from or to, and by an outside key.
    Registrations,
}

/// What a field is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Value<'a> {
    /// Exactly this text.
    Text(&'a str),
    /// Exactly this number.
    Number(u32),
    /// A text with `*` for anything.
    Like(&'a str),
    /// Our own key.
    Key(&'a str),
}

/// A search.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Search<'a> {
    pub(crate) what: What,
    /// What is to come along with each.
    pub(crate) include: &'a [&'a str],
    /// Fields; all must match.
    pub(crate) fields: &'a [(&'a str, Value<'a>)],
    /// The field by which the newest come first.
    pub(crate) newest: Option<&'a str>,
    /// How many.
    pub(crate) take: u32,
    /// After how many.
    pub(crate) skip: u32,
}

impl Search<'_> {
    pub(crate) fn message(&self) -> Message {
        let mut out = Writer::of("sok", space::SEARCH);
        out.text("system", US);
        out.number("take", self.take);
        out.number("skip", self.skip);
        let kind = match self.what {
            What::Cases => "saksmappeSokdefinisjon",
            What::Entries => "journalpostSokdefinisjon",
            What::Registrations => "registreringSokdefinisjon",
        };
        out.typed("sokdefinisjon", Some(kind), |out| self.defined(out));
        Message::of(Kind::Search, out.finish())
    }

    fn defined(&self, out: &mut Writer) {
        out.text("responstype", "utvidet");
        for name in self.include {
            out.text("inkluder", name);
        }
        for (field, value) in self.fields {
            out.within("parametere", |out| parameter(out, field, *value));
        }
        if let Some(field) = self.newest {
            out.within("sortering", |out| {
                out.text("felt", field);
                out.text("type", "synkende");
            });
        }
    }
}

fn parameter(out: &mut Writer, field: &str, value: Value<'_>) {
    out.text("operator", if matches!(value, Value::Like(_)) { "wildcardquery" } else { "equal" });
    out.within("sokVerdier", |out| match value {
        Value::Text(text) | Value::Like(text) => out.within("stringvalues", |out| out.text("value", text)),
        Value::Number(number) => out.within("intvalues", |out| out.number("value", number)),
        Value::Key(key) => out.within("eksternNoekkel", |out| {
            out.text("fagsystem", US);
            out.text("noekkel", key);
        }),
    });
    out.text("felt", field);
}
