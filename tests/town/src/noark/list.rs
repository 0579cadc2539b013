//! Lists (lister): what lies where, narrowed and a page at a time.

use super::{
    feil::Feil,
    kernel::{Clerk, Kernel},
    link::{Links, list, object},
    odata::{self, Asks, Values},
    store::Object,
};
use serde_json::Value;
use std::{cmp::Ordering, collections::HashMap};

/// Objects of a page where nothing else is asked, and at most.
const PAGE: usize = 50;
const MOST: usize = 100;

/// What every list can be asked; `$expand` is of the extended level.
const KNOWN: [&str; 5] = ["$filter", "$search", "$orderby", "$top", "$skip"];
/// How deep a list can be expanded.
const DEPTH: usize = 2;

/// An object of a kernel, for a filter.
struct Found<'a> {
    kernel: &'a Kernel,
    object: &'a Object,
}

impl Found<'_> {
    /// The objects in a list of it.
    fn listed(&self, name: &str) -> Vec<&Object> {
        let class = self.kernel.classes.get(&self.object.class);
        let under = class.and_then(|class| class.under.iter().find(|under| under.list == name));
        let Some(under) = under else { return Vec::new() };
        let all = self.kernel.store.under(&self.object.id);
        all.filter(|object| self.kernel.classes.is(&object.class, &under.class)).collect()
    }
}

impl Values for Found<'_> {
    fn at(&self, path: &[String]) -> Vec<Value> {
        let Some((first, rest)) = path.split_first() else { return Vec::new() };
        let own = self.object.values.get("virksomhetsspesifikkeMetadata").filter(|_| first.contains(':'));
        if let Some(value) = own.and_then(|own| own.get(first)).or_else(|| self.object.values.get(first)) {
            return within(value, rest);
        }
        let each = self.listed(first).into_iter();
        each.flat_map(|object| Found { kernel: self.kernel, object }.at(rest)).collect()
    }

    fn each(&self, list: &[String]) -> Vec<Box<dyn Values + '_>> {
        let Some(name) = list.first() else { return Vec::new() };
        let kernel = self.kernel;
        self.listed(name).into_iter().map(|object| Box::new(Found { kernel, object }) as Box<dyn Values>).collect()
    }
}

fn within(value: &Value, path: &[String]) -> Vec<Value> {
    if let Some(list) = value.as_array() {
        return list.iter().flat_map(|value| within(value, path)).collect();
    }
    let Some((first, rest)) = path.split_first() else { return vec![value.clone()] };
    // A list of words is named twice: `noekkelord/noekkelord`.
    if value.is_string() {
        return vec![value.clone()];
    }
    value.get(first).map(|value| within(value, rest)).unwrap_or_default()
}

/// What a list is asked.
struct Query {
    filter: Option<Asks>,
    search: Option<String>,
    order: Option<(String, bool)>,
    top: usize,
    skip: usize,
    /// The lists that are wanted with each object, each with those that are wanted under its own.
    expand: Vec<Vec<String>>,
}

impl Query {
    fn read(asked: &HashMap<String, String>, any: bool) -> Result<Self, Feil> {
        if let Some(name) =
            asked.keys().find(|name| !(KNOWN.contains(&name.as_str()) || any && name.as_str() == "$expand"))
        {
            return Err(Feil::bad(format!("{name} støttes ikke")));
        }
        let number = |name: &str| {
            asked
                .get(name)
                .map(|text| text.parse::<usize>().map_err(|_| Feil::bad(format!("{name} er et tall"))))
                .transpose()
        };
        let order = asked.get("$orderby").map(|text| {
            let (field, way) = text.trim().split_once(' ').unwrap_or((text.trim(), "asc"));
            (field.to_owned(), way.trim().eq_ignore_ascii_case("desc"))
        });
        Ok(Self {
            filter: asked.get("$filter").map(|text| odata::read(text, any)).transpose()?,
            search: asked.get("$search").map(|text| text.trim_matches('"').to_lowercase()),
            order,
            top: number("$top")?.unwrap_or(PAGE).min(MOST),
            skip: number("$skip")?.unwrap_or(0),
            expand: expand(asked)?,
        })
    }

    fn fits(&self, found: &Found<'_>) -> bool {
        self.filter.as_ref().is_none_or(|asks| asks.fits(found))
            && self.search.as_ref().is_none_or(|words| searched(found, words, 3))
    }
}

fn expand(asked: &HashMap<String, String>) -> Result<Vec<Vec<String>>, Feil> {
    let Some(text) = asked.get("$expand") else { return Ok(Vec::new()) };
    let paths: Vec<Vec<String>> =
        text.split(',').map(|path| path.trim().split('/').map(str::to_owned).collect()).collect();
    match paths.iter().any(|path| path.len() > DEPTH) {
        true => Err(Feil::bad(format!("$expand: høyst {DEPTH} nivåer"))),
        false => Ok(paths),
    }
}

/// An object with the lists that are wanted with it, as far as this clerk may see them.
fn expanded(kernel: &Kernel, clerk: &Clerk, one: &Object, expand: &[Vec<String>]) -> Result<Value, Feil> {
    let mut value = object(kernel, one);
    for path in expand {
        let Some((name, rest)) = path.split_first() else { continue };
        let class = kernel.class(&one.class)?;
        if !class.under.iter().any(|under| under.list == *name) {
            return Err(Feil::bad(format!("$expand: {name} finnes ikke i {}", one.class)));
        }
        let under: &[Vec<String>] = &if rest.is_empty() { Vec::new() } else { vec![rest.to_vec()] };
        let found = Found { kernel, object: one };
        let all = found.listed(name).into_iter().filter(|object| kernel.sees(clerk, &object.id));
        let all: Result<Vec<Value>, Feil> = all.map(|object| expanded(kernel, clerk, object, under)).collect();
        value[name] = Value::Array(all?);
    }
    Ok(value)
}

/// Whether the words stand in the object or in what lies under it.
fn searched(found: &Found<'_>, words: &str, depth: usize) -> bool {
    let said = Value::Object(found.object.values.clone()).to_string().to_lowercase();
    let file = found.object.file.as_deref().map(|file| String::from_utf8_lossy(file).to_lowercase());
    if said.contains(words) || file.is_some_and(|file| file.contains(words)) {
        return true;
    }
    let under = found.kernel.store.under(&found.object.id);
    depth > 0 && under.into_iter().any(|object| searched(&Found { kernel: found.kernel, object }, words, depth - 1))
}

/// The page that was asked for, of what this clerk may see.
pub(super) fn page<'a>(
    kernel: &'a Kernel,
    (clerk, path, any): (&Clerk, &str, bool),
    asked: &HashMap<String, String>,
    all: impl Iterator<Item = &'a Object>,
) -> Result<Value, Feil> {
    let query = Query::read(asked, any)?;
    let mut found: Vec<&Object> =
        all.filter(|object| kernel.sees(clerk, &object.id) && query.fits(&Found { kernel, object })).collect();
    if let Some((field, down)) = &query.order {
        found.sort_by(|one, other| {
            let order = by(one.values.get(field), other.values.get(field));
            if *down { order.reverse() } else { order }
        });
    }
    let count = found.len();
    let page = found.into_iter().skip(query.skip).take(query.top);
    let results: Result<Vec<Value>, Feil> = page.map(|one| expanded(kernel, clerk, one, &query.expand)).collect();
    let results = results?;
    let mut links = Links::new(kernel, path);
    if query.top > 0 && query.skip + results.len() < count {
        links = links.plain("next", &next(kernel, path, asked, (query.top, query.skip + results.len())));
    }
    Ok(list(links, count, results))
}

fn by(one: Option<&Value>, other: Option<&Value>) -> Ordering {
    match (one.and_then(Value::as_f64), other.and_then(Value::as_f64)) {
        (Some(one), Some(other)) => one.total_cmp(&other),
        _ => one.map(Value::to_string).cmp(&other.map(Value::to_string)),
    }
}

fn next(kernel: &Kernel, path: &str, asked: &HashMap<String, String>, (top, skip): (usize, usize)) -> String {
    let kept = ["$filter", "$search", "$orderby", "$expand"]
        .iter()
        .filter_map(|name| Some((*name, asked.get(*name)?.clone())));
    let all = kept.chain([("$top", top.to_string()), ("$skip", skip.to_string())]);
    let query: Vec<String> = all.map(|(name, value)| format!("{name}={}", crate::graph::percent(&value))).collect();
    format!("{}{path}?{}", kernel.root, query.join("&"))
}
