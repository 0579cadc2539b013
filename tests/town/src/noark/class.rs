//! The classes of the standard (klasser), read from `class.txt`: what each has, and what may be made under it.

use std::collections::BTreeMap;

/// How often a field stands in an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Card {
    /// Whoever makes the object sends it.
    Sent,
    /// It may be left out.
    Free,
    /// The kernel fills it in where it is left out.
    Filled,
    /// A list.
    Many,
}

/// A field.
#[derive(Clone, Debug)]
pub(super) struct Field {
    pub(super) name: String,
    /// `string`, `integer`, `decimal`, `boolean`, `datetime`, `SystemID`, `object`, `metadata`, `skjerming`, `kontaktinformasjon`, or the
    /// name of a code list.
    pub(super) kind: String,
    pub(super) card: Card,
    /// The code that the kernel fills in.
    pub(super) code: Option<String>,
}

/// What lies under an object.
#[derive(Clone, Debug)]
pub(super) struct Under {
    /// The last word of the relation that lists it.
    pub(super) list: String,
    /// Its class.
    pub(super) class: String,
    /// Whether it is made here under the name of the class.
    pub(super) made: bool,
}

/// A class with what it inherits.
#[derive(Clone, Debug)]
pub(super) struct Class {
    pub(super) group: String,
    pub(super) name: String,
    pub(super) parent: Option<String>,
    pub(super) fields: Vec<Field>,
    pub(super) under: Vec<Under>,
}

impl Class {
    pub(super) fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}

/// All of them.
pub(super) struct Classes(BTreeMap<String, Class>);

impl Classes {
    /// As the file has them. A line that cannot be read is a mistake in the file, and is left out; the tests hold the file against the standard.
    pub(super) fn read() -> Self {
        let mut all = BTreeMap::new();
        let mut open: Option<Class> = None;
        for line in include_str!("class.txt").lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
            if line.starts_with(' ') {
                if let Some(class) = &mut open {
                    class.take(line.trim());
                }
            } else {
                keep(&mut all, open.take());
                open = begun(&all, line);
            }
        }
        keep(&mut all, open);
        Self(all)
    }

    pub(super) fn get(&self, name: &str) -> Option<&Class> {
        self.0.get(name)
    }

    pub(super) fn of_group<'a>(&'a self, group: &'a str) -> impl Iterator<Item = &'a Class> {
        self.0.values().filter(move |class| class.group == group)
    }

    /// Whether objects of `class` are objects of `wanted`, too.
    pub(super) fn is(&self, class: &str, wanted: &str) -> bool {
        class == wanted
            || self.get(class).and_then(|class| class.parent.as_deref()).is_some_and(|up| self.is(up, wanted))
    }
}

fn keep(all: &mut BTreeMap<String, Class>, class: Option<Class>) {
    if let Some(class) = class {
        all.insert(class.name.clone(), class);
    }
}

fn begun(all: &BTreeMap<String, Class>, line: &str) -> Option<Class> {
    let (name, parent) = line.split_once(" : ").map_or((line, None), |(name, parent)| (name, all.get(parent)));
    let (group, name) = name.trim().split_once('/')?;
    Some(Class {
        group: group.to_owned(),
        name: name.to_owned(),
        parent: parent.map(|it| it.name.clone()),
        fields: parent.map(|it| it.fields.clone()).unwrap_or_default(),
        under: parent.map(|it| it.under.clone()).unwrap_or_default(),
    })
}

impl Class {
    fn take(&mut self, line: &str) {
        if let Some(rest) = line.strip_prefix('>') {
            self.under.extend(under(rest));
        } else if let Some(field) = field(line) {
            self.fields.push(field);
        }
    }
}

fn under(rest: &str) -> Option<Under> {
    let (made, rest) = rest.strip_prefix('>').map_or((true, rest), |rest| (false, rest));
    let (list, path) = rest.trim().split_once('=').map_or((None, rest.trim()), |(list, path)| (Some(list), path));
    let class = path.split_once('/')?.1.to_owned();
    Some(Under { list: list.map_or_else(|| class.clone(), str::to_owned), class, made })
}

fn field(line: &str) -> Option<Field> {
    let (line, code) = line.split_once(" = ").map_or((line, None), |(line, code)| (line, Some(code.to_owned())));
    let (name, kind) = line.split_once(' ')?;
    let (kind, card) = match kind.chars().last()? {
        '?' => (&kind[..kind.len() - 1], Card::Free),
        '!' => (&kind[..kind.len() - 1], Card::Filled),
        '*' => (&kind[..kind.len() - 1], Card::Many),
        _ => (kind, Card::Sent),
    };
    Some(Field { name: name.to_owned(), kind: kind.to_owned(), card, code })
}

#[cfg(test)]
mod tests {
    use super::{Card, Classes};

    #[test]
    fn a_class_has_what_its_parents_have() {
        let classes = Classes::read();
        let post = classes.get("journalpost").expect("a journal entry");
        for (name, card) in [
            ("systemID", Card::Filled),
            ("tittel", Card::Sent),
            ("noekkelord", Card::Many),
            ("sendtDato", Card::Free),
            ("journalstatus", Card::Filled),
        ] {
            assert_eq!(post.field(name).map(|field| field.card), Some(card), "{name}");
        }
        assert!(classes.is("journalpost", "arkivenhet") && !classes.is("registrering", "journalpost"));
        for (list, made) in [("dokumentbeskrivelse", true), ("korrespondansepart", false), ("avskrivning", true)] {
            assert_eq!(
                post.under.iter().find(|under| under.list == list).map(|under| under.made),
                Some(made),
                "{list}"
            );
        }
        let sub = classes.get("mappe").and_then(|mappe| mappe.under.iter().find(|under| under.list == "undermappe"));
        assert_eq!(sub.map(|under| under.class.as_str()), Some("mappe"));
    }
}
