//! The kernel (kjernen): what it holds, who is signed in, and how an object comes to be.

use super::{
    class::{Card, Class, Classes, Field},
    code::Codes,
    feil::Feil,
    store::{Object, Store},
};
use crate::world::random;
use axum::http::StatusCode;
use serde_json::{Map, Value};
use std::collections::{BTreeSet, HashMap};

/// Somebody who may sign in.
#[derive(Clone, Debug)]
pub struct Clerk {
    /// User name.
    pub name: String,
    /// Password, or the secret of a service.
    pub password: String,
    /// Whether they are of the archive, and may journal and delete.
    pub archivist: bool,
    /// Codes of restricted records they may see.
    pub cleared: Vec<String>,
}

/// All that changes.
pub(super) struct Kernel {
    pub(super) classes: Classes,
    pub(super) codes: Codes,
    pub(super) declared: BTreeSet<String>,
    pub(super) store: Store,
    pub(super) tokens: HashMap<String, Clerk>,
    /// The path that every address begins with: nobody can build one.
    pub(super) root: String,
    pub(super) now: String,
    /// Whether lists can be asked for what lies under their objects (the extended level of the standard).
    pub(super) expands: bool,
    counts: HashMap<String, i64>,
}

impl Kernel {
    pub(super) fn new(root: String, now: String) -> Self {
        Self {
            classes: Classes::read(),
            codes: Codes::read(),
            declared: BTreeSet::new(),
            store: Store::default(),
            tokens: HashMap::new(),
            root,
            now,
            expands: false,
            counts: HashMap::new(),
        }
    }

    pub(super) fn class(&self, name: &str) -> Result<&Class, Feil> {
        self.classes.get(name).ok_or_else(Feil::gone)
    }

    fn next(&mut self, what: &str) -> i64 {
        let count = self.counts.entry(what.to_owned()).or_insert(0);
        *count += 1;
        *count
    }

    /// Numbers given from outside are not given again.
    pub(super) fn counted(&mut self, what: &str, number: i64) {
        let count = self.counts.entry(what.to_owned()).or_insert(0);
        *count = (*count).max(number);
    }

    /// Makes an object of values that were checked.
    pub(super) fn make(
        &mut self,
        (clerk, class): (&str, &str),
        under: Option<&str>,
        values: Map<String, Value>,
    ) -> Result<String, Feil> {
        let class = self.class(class)?.clone();
        let id = uuid();
        let mut object = Object {
            id: id.clone(),
            class: class.name.clone(),
            under: under.map(str::to_owned),
            values,
            version: 1,
            file: None,
        };
        self.number(&mut object);
        for field in class.fields.iter().filter(|field| field.card == Card::Filled) {
            if !object.values.contains_key(&field.name)
                && let Some(value) = self.filled(field, clerk, &id)
            {
                object.values.insert(field.name.clone(), value);
            }
        }
        self.store.add(object);
        Ok(id)
    }

    fn filled(&self, field: &Field, clerk: &str, id: &str) -> Option<Value> {
        // What the file says is known when there is one.
        if ["sjekksum", "sjekksumAlgoritme", "mimeType", "filstoerrelse"].contains(&field.name.as_str()) {
            return None;
        }
        match field.kind.as_str() {
            "datetime" => Some(self.now.clone().into()),
            "SystemID" if field.name == "systemID" => Some(id.into()),
            "SystemID" => Some("0a0a0a0a-0000-4000-8000-000000000001".into()),
            "string" if field.name.ends_with("Enhet") || field.name == "journalenhet" => {
                Some("Fjordvik kommune".into())
            }
            "string" => Some(clerk.into()),
            list => self.codes.value(list, field.code.as_deref()?),
        }
    }

    /// The numbers that the kernel gives out: of the case, of the journal, of the document.
    fn number(&mut self, object: &mut Object) {
        let year: i64 = self.now.get(..4).and_then(|year| year.parse().ok()).unwrap_or(2026);
        match object.class.as_str() {
            "saksmappe" => {
                let number = given(object, "sakssekvensnummer").unwrap_or_else(|| self.next(&format!("sak {year}")));
                let year = given(object, "saksaar").unwrap_or(year);
                self.counted(&format!("sak {year}"), number);
                set(
                    object,
                    [
                        ("saksaar", year.into()),
                        ("sakssekvensnummer", number.into()),
                        ("mappeID", format!("{year}/{number}").into()),
                    ],
                );
            }
            "mappe" => {
                let number = self.next("mappe");
                set(object, [("mappeID", format!("M{number}").into())]);
            }
            "journalpost" => self.journal(object, year),
            "registrering" | "arkivnotat" => {
                let number = self.next("registrering");
                set(object, [("registreringsID", format!("R{number}").into())]);
            }
            "dokumentbeskrivelse" | "dokumentobjekt" => {
                let field = if object.class == "dokumentobjekt" { "versjonsnummer" } else { "dokumentnummer" };
                let number = self.beside(object) + 1;
                set(object, [(field, number.into())]);
            }
            _ => {}
        }
    }

    fn journal(&mut self, object: &mut Object, year: i64) {
        let number = given(object, "journalpostnummer").unwrap_or_else(|| self.beside(object) + 1);
        let sequence = self.next(&format!("journal {year}"));
        let case = object.under.as_deref().and_then(|id| self.store.get(id));
        let case = case.and_then(|case| case.values.get("mappeID")?.as_str()).unwrap_or_default();
        let id = format!("{case}-{number}");
        set(
            object,
            [
                ("journalaar", year.into()),
                ("journalsekvensnummer", sequence.into()),
                ("journalpostnummer", number.into()),
                ("registreringsID", id.into()),
            ],
        );
    }

    /// How many of its class lie where it will.
    fn beside(&self, object: &Object) -> i64 {
        let under = object.under.as_deref().into_iter().flat_map(|id| self.store.under(id));
        i64::try_from(under.filter(|other| other.class == object.class).count()).unwrap_or_default()
    }

    /// Whether somebody may see an object: it, and all it lies under, must be open or of a code that they are cleared for.
    pub(super) fn sees(&self, clerk: &Clerk, id: &str) -> bool {
        self.store
            .upwards(id)
            .all(|object| code(object).is_none_or(|code| clerk.cleared.iter().any(|known| known == code)))
    }

    /// Refuses what a kernel does not take under an object.
    pub(super) fn takes(
        &self,
        clerk: &Clerk,
        (under, class): (&Object, &str),
        values: &Map<String, Value>,
    ) -> Result<(), Feil> {
        let has = |wanted: &str| self.store.under(&under.id).any(|object| self.classes.is(&object.class, wanted));
        if under.class == "arkivdel"
            && (class == "klassifikasjonssystem" && has("mappe")
                || self.classes.is(class, "mappe") && has("klassifikasjonssystem"))
        {
            return Err(Feil::conflict("En arkivdel har enten klassifikasjonssystem eller mapper"));
        }
        let closed = |object: &Object| {
            object.values.contains_key("avsluttetDato") || kode(&object.values, "saksstatus") == Some("A")
        };
        if self.classes.is(class, "registrering") && self.store.upwards(&under.id).any(closed) {
            return Err(Feil::conflict("Mappen er avsluttet"));
        }
        self.may_journal(clerk, values)
    }

    /// That something is journalled or archived is the archive's to say.
    pub(super) fn may_journal(&self, clerk: &Clerk, values: &Map<String, Value>) -> Result<(), Feil> {
        if matches!(kode(values, "journalstatus"), Some("J" | "A")) && !clerk.archivist {
            return Err(Feil(StatusCode::FORBIDDEN, "Bare arkivtjenesten setter journalstatus J og A".to_owned()));
        }
        Ok(())
    }
}

fn given(object: &Object, field: &str) -> Option<i64> {
    object.values.get(field).and_then(Value::as_i64)
}

/// Sets what was not sent.
fn set<const N: usize>(object: &mut Object, values: [(&str, Value); N]) {
    for (name, value) in values {
        object.values.entry(name).or_insert(value);
    }
}

pub(super) fn kode<'a>(values: &'a Map<String, Value>, field: &str) -> Option<&'a str> {
    values.get(field)?.get("kode")?.as_str()
}

/// The code that an object is restricted by.
fn code(object: &Object) -> Option<&str> {
    object.values.get("skjerming")?.get("tilgangsrestriksjon")?.get("kode")?.as_str()
}

fn uuid() -> String {
    let hex = random();
    format!("{}-{}-4{}-8{}-{}", &hex[..8], &hex[8..12], &hex[13..16], &hex[17..20], &hex[20..32])
}
