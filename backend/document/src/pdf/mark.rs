//! Marks on what is drawn (merket innhold): layers that are switched off, and letters that say something else than they show.

use hayro_syntax::{
    Pdf,
    object::{Array, Dict, Object, ObjectIdentifier, dict_or_stream},
    page::Resources,
};
use std::collections::HashSet;

/// Marks within marks; more is no page that anybody drew.
const DEEPEST: usize = 512;

/// The layers that nobody sees when the file is opened.
#[derive(Debug, Default)]
pub(super) struct Layers(HashSet<ObjectIdentifier>);

impl Layers {
    /// Those that the file itself says are off.
    pub(super) fn of(pdf: &Pdf) -> Self {
        let catalogue = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id());
        let usual = catalogue.and_then(|one| one.get::<Dict<'_>>("OCProperties")?.get::<Dict<'_>>("D"));
        let off = usual.and_then(|one| one.get::<Array<'_>>("OFF"));
        Self(off.map(|all| named(&all)).unwrap_or_default().into_iter().collect())
    }

    /// Whether what carries this entry is off: a layer itself, or a group of layers that are all off.
    pub(super) fn hide(&self, carrier: &Dict<'_>, key: &[u8]) -> bool {
        if self.0.is_empty() {
            return false;
        }
        let is_off = carrier.get_ref(key).is_some_and(|layer| self.0.contains(&layer.into()));
        let group = || carrier.get::<Dict<'_>>(key)?.get::<Array<'_>>("OCGs").map(|all| named(&all));
        is_off || group().is_some_and(|all| !all.is_empty() && all.iter().all(|one| self.0.contains(one)))
    }
}

fn named(all: &Array<'_>) -> Vec<ObjectIdentifier> {
    all.raw_iter().filter_map(|one| one.as_obj_ref()).map(Into::into).collect()
}

/// The marks that are open.
#[derive(Debug, Default)]
pub(super) struct Marks(Vec<Mark>);

#[derive(Debug, Default)]
struct Mark {
    is_hidden: bool,
    /// What the letters within say, and whether it was told already.
    says: Option<(String, bool)>,
}

impl Marks {
    /// A mark begins, with its properties where it has some.
    pub(super) fn begin(&mut self, properties: Option<&Object<'_>>, resources: &Resources<'_>, layers: &Layers) {
        let mut mark = Mark { is_hidden: self.is_hidden(), says: None };
        if let Some(Object::Name(name)) = properties {
            mark.is_hidden |= layers.hide(&resources.properties, name);
            mark.says = resources.properties.get::<Dict<'_>>(name).and_then(|dict| says(&dict));
        } else if let Some((dict, _)) = properties.and_then(|one| dict_or_stream(one)) {
            mark.is_hidden |= layers.hide(dict, b"OC");
            mark.says = says(dict);
        }
        if self.0.len() < DEEPEST {
            self.0.push(mark);
        }
    }

    /// The last mark ends.
    pub(super) fn end(&mut self) {
        self.0.pop();
    }

    pub(super) fn is_hidden(&self) -> bool {
        self.0.last().is_some_and(|mark| mark.is_hidden)
    }

    /// What a letter says here: itself, or once what all of them say together.
    pub(super) fn said(&mut self, letter: String) -> String {
        match self.0.iter_mut().find_map(|mark| mark.says.as_mut()) {
            None => letter,
            Some((_, true)) => String::new(),
            Some((text, told)) => {
                *told = true;
                text.clone()
            }
        }
    }
}

fn says(dict: &Dict<'_>) -> Option<(String, bool)> {
    let text = dict.get::<hayro_syntax::object::String<'_>>("ActualText")?;
    let bytes = text.as_bytes();
    let wide = |rest: &[u8]| {
        let units: Vec<u16> = rest.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    let text = match bytes {
        [0xfe, 0xff, rest @ ..] => wide(rest),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|byte| char::from(*byte)).collect(),
    };
    Some((text, false))
}
