//! Where one can go from here (`_links`): relations are addresses of the standard, addresses are the kernel's own.

use super::{
    class::Class,
    kernel::{Clerk, Kernel},
    store::Object,
};
use serde_json::{Map, Value, json};

/// What every relation of the standard begins with.
const REL: &str = "https://rel.arkivverket.no/noark5/v5/api/";
/// What a list can be asked.
const ASKED: &str = "{?$filter&$orderby&$top&$skip&$search}";
/// The same of a kernel of the extended level.
const MORE: &str = "{?$filter&$orderby&$top&$skip&$search&$expand}";
/// The groups of the root.
const GROUPS: [&str; 5] = ["arkivstruktur", "sakarkiv", "metadata", "admin", "loggingogsporing"];
/// What can be made without lying under anything.
pub(super) const TOP: [&str; 5] =
    ["arkivskaper", "arkiv", "administrativenhet", "bruker", "virksomhetsspesifikkeMetadata"];

/// Links that are being gathered.
pub(super) struct Links<'a> {
    kernel: &'a Kernel,
    links: Map<String, Value>,
}

impl<'a> Links<'a> {
    pub(super) fn new(kernel: &'a Kernel, own: &str) -> Self {
        let mut links = Map::new();
        links.insert("self".to_owned(), json!({ "href": format!("{}{own}", kernel.root) }));
        Self { kernel, links }
    }

    pub(super) fn to(mut self, rel: &str, path: &str) -> Self {
        self.links.insert(format!("{REL}{rel}/"), json!({ "href": format!("{}{path}", self.kernel.root) }));
        self
    }

    pub(super) fn list(mut self, rel: &str, path: &str) -> Self {
        let asked = if self.kernel.expands { MORE } else { ASKED };
        let href = format!("{}{path}{asked}", self.kernel.root);
        self.links.insert(format!("{REL}{rel}/"), json!({ "href": href, "templated": true }));
        self
    }

    pub(super) fn plain(mut self, rel: &str, href: &str) -> Self {
        self.links.insert(rel.to_owned(), json!({ "href": href }));
        self
    }

    /// Without a way to itself, as what is only to be filled in.
    pub(super) fn unnamed(mut self) -> Self {
        self.links.remove("self");
        self
    }

    pub(super) fn value(self) -> Value {
        Value::Object(self.links)
    }
}

/// The root: the way in for all, and the rest for who has come in.
pub(super) fn root(kernel: &Kernel, clerk: Option<&Clerk>) -> Value {
    let links = Links::new(kernel, "")
        .plain(&format!("{REL}login/oidc/"), &format!("{}.well-known/openid-configuration", kernel.root));
    let groups = GROUPS.iter().filter(|_| clerk.is_some());
    json!({ "_links": groups.fold(links, |links, group| links.to(group, &format!("{group}/"))).value() })
}

/// What a group has.
pub(super) fn group(kernel: &Kernel, group: &str) -> Option<Value> {
    let links = Links::new(kernel, &format!("{group}/"));
    let links = match group {
        "metadata" => kernel.codes.lists().fold(links, |links, list| {
            links
                .list(&format!("metadata/{list}"), &format!("metadata/{list}/"))
                .to(&format!("metadata/ny-{list}"), &format!("metadata/ny-{list}/"))
        }),
        "admin" => links.to("admin/system", "admin/system/"),
        "arkivstruktur" | "sakarkiv" | "loggingogsporing" => links,
        _ => return None,
    };
    let links =
        kernel.classes.of_group(group).filter(|class| class.name != "arkivenhet").fold(links, |links, class| {
            let rel = format!("{group}/{}", class.name);
            let list = format!("{rel}/");
            let links = if group == "metadata" { links.to(&rel, &list) } else { links.list(&rel, &list) };
            if TOP.contains(&class.name.as_str()) {
                links.to(&format!("{group}/ny-{}", class.name), &format!("{group}/ny-{}/", class.name))
            } else {
                links
            }
        });
    Some(json!({ "_links": links.value() }))
}

/// An object with its links.
pub(super) fn object(kernel: &Kernel, object: &Object) -> Value {
    let mut value = object.values.clone();
    if let Some(class) = kernel.classes.get(&object.class) {
        value.insert("_links".to_owned(), ways(kernel, object, class));
    }
    Value::Object(value)
}

fn ways(kernel: &Kernel, object: &Object, class: &Class) -> Value {
    let own = place(class, &object.id);
    let mut links = Links::new(kernel, &own).to(&format!("{}/{}", class.group, class.name), &own);
    for under in &class.under {
        let Some(of) = kernel.classes.get(&under.class) else { continue };
        links = links.list(&format!("{}/{}", of.group, under.list), &format!("{own}{}/", under.list));
        if under.made {
            links = links.to(&format!("{}/ny-{}", of.group, of.name), &format!("{own}ny-{}/", of.name));
        }
    }
    if let Some(up) = object.under.as_deref().and_then(|id| kernel.store.get(id))
        && let Some(of) = kernel.classes.get(&up.class)
    {
        let name = if up.class == object.class { format!("over{}", of.name) } else { of.name.clone() };
        links = links.to(&format!("{}/{name}", of.group), &place(of, &up.id));
    }
    match object.class.as_str() {
        "dokumentobjekt" => links = links.to("arkivstruktur/fil", &format!("{own}fil/")),
        "mappe" => links = links.to("sakarkiv/utvid-til-saksmappe", &format!("{own}utvid-til-saksmappe/")),
        "registrering" => links = links.to("sakarkiv/utvid-til-journalpost", &format!("{own}utvid-til-journalpost/")),
        _ => {}
    }
    links.value()
}

/// The path of an object.
pub(super) fn place(class: &Class, id: &str) -> String {
    format!("{}/{}/{id}/", class.group, class.name)
}

/// What is to be filled in: the codes that the kernel would set, and the lists they are of.
pub(super) fn template(kernel: &Kernel, class: &Class) -> Value {
    let mut value = Map::new();
    let mut links = Links::new(kernel, "").unnamed();
    for field in &class.fields {
        if let Some(code) = field.code.as_deref().and_then(|code| kernel.codes.value(&field.kind, code)) {
            value.insert(field.name.clone(), code);
        }
        if kernel.codes.of(&field.kind).is_some() {
            links = links.list(&format!("metadata/{}", field.kind), &format!("metadata/{}/", field.kind));
        }
    }
    if class.name == "dokumentflyt" {
        value.insert("flytMottattDato".to_owned(), kernel.now.clone().into());
    }
    value.insert("_links".to_owned(), links.value());
    Value::Object(value)
}

/// A list: nothing is there without `results` (chapter 6).
pub(super) fn list(links: Links<'_>, count: usize, results: Vec<Value>) -> Value {
    let mut value = json!({ "count": count, "_links": links.value() });
    if !results.is_empty() {
        value["results"] = Value::Array(results);
    }
    value
}
