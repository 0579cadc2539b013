//! What the kernel holds (arkiv): objects, each under another; kept in the order they were made.

use serde_json::{Map, Value};
use std::collections::{BTreeMap, HashMap};

/// An object.
#[derive(Clone, Debug)]
pub(super) struct Object {
    pub(super) id: String,
    pub(super) class: String,
    pub(super) under: Option<String>,
    pub(super) values: Map<String, Value>,
    /// Counts from 1; the entity tag.
    pub(super) version: u64,
    /// The file of a document object.
    pub(super) file: Option<Vec<u8>>,
}

/// All of them.
#[derive(Default)]
pub(super) struct Store {
    objects: HashMap<String, Object>,
    /// Every object in the order it was made.
    order: BTreeMap<u64, String>,
    /// The objects under another, in their order.
    under: HashMap<String, Vec<String>>,
    made: u64,
}

impl Store {
    pub(super) fn get(&self, id: &str) -> Option<&Object> {
        self.objects.get(id)
    }

    pub(super) fn change(&mut self, id: &str) -> Option<&mut Object> {
        self.objects.get_mut(id)
    }

    /// Somebody changes every object.
    pub(super) fn touch(&mut self) {
        self.objects.values_mut().for_each(|object| object.version += 1);
    }

    pub(super) fn add(&mut self, object: Object) {
        self.made += 1;
        self.order.insert(self.made, object.id.clone());
        if let Some(under) = &object.under {
            self.under.entry(under.clone()).or_default().push(object.id.clone());
        }
        self.objects.insert(object.id.clone(), object);
    }

    pub(super) fn remove(&mut self, id: &str) {
        let Some(object) = self.objects.remove(id) else { return };
        self.order.retain(|_, known| known != id);
        if let Some(list) = object.under.and_then(|under| self.under.get_mut(&under)) {
            list.retain(|known| known != id);
        }
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &Object> {
        self.order.values().filter_map(|id| self.objects.get(id))
    }

    pub(super) fn under(&self, id: &str) -> impl Iterator<Item = &Object> {
        self.under.get(id).into_iter().flatten().filter_map(|id| self.objects.get(id))
    }

    /// The object itself and all it lies under, innermost first.
    pub(super) fn upwards<'a>(&'a self, id: &str) -> impl Iterator<Item = &'a Object> {
        std::iter::successors(self.get(id), |object| self.get(object.under.as_deref()?))
    }
}
