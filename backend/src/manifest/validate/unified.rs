//! The unified manifest (samlet manifest): the same rules over JSON.

use super::{
    super::{
        Bundle,
        value::{is_guid, is_https, is_version},
    },
    Report, Rule,
    address::origin_of,
    gate, icon,
    place::Places,
};
use serde_json::Value;
use std::collections::BTreeSet;

/// The longest texts, by their pointers.
const LENGTHS: [(&str, usize); 5] = [
    ("/developer/name", 32),
    ("/name/short", 30),
    ("/name/full", 100),
    ("/description/short", 80),
    ("/description/full", 4000),
];

/// A value with its pointer.
type Found<'a> = (String, &'a Value);

/// A manifest, where it stands, and what lies beside it.
struct Unified<'a> {
    bundle: &'a Bundle,
    /// Every value.
    all: Vec<Found<'a>>,
    root: &'a Value,
    places: &'a Places,
}

pub(super) fn check(bundle: &Bundle, (root, places): (&Value, &Places), report: &mut Report) {
    let unified = Unified { bundle, all: walked(root), root, places };
    for check in [
        Unified::form,
        Unified::addresses,
        Unified::origin,
        Unified::actions,
        Unified::unique,
        Unified::events,
        Unified::scripts,
        Unified::buttons,
    ] {
        check(&unified, report);
    }
}

/// Every value below one, with its pointer.
pub(super) fn walked(root: &Value) -> Vec<Found<'_>> {
    let mut all = vec![(String::new(), root)];
    let mut next = 0;
    while let Some((pointer, value)) = all.get(next).cloned() {
        match value {
            Value::Object(fields) => all.extend(fields.iter().map(|(key, value)| (format!("{pointer}/{key}"), value))),
            Value::Array(rows) => {
                all.extend(rows.iter().enumerate().map(|(at, value)| (format!("{pointer}/{at}"), value)))
            }
            _ => {}
        }
        next += 1;
    }
    all
}

impl<'a> Unified<'a> {
    fn text(&self, pointer: &str) -> &'a str {
        self.root.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
    }

    /// Every value under a key of this name.
    fn under(&self, key: &'a str) -> impl Iterator<Item = &Found<'a>> {
        self.all.iter().filter(move |(pointer, _)| pointer.rsplit('/').next() == Some(key))
    }

    /// Every object in a list of this name.
    fn rows(&self, list: &'a str) -> impl Iterator<Item = Found<'a>> {
        self.under(list).flat_map(|(pointer, value)| {
            value.as_array().into_iter().flatten().enumerate().map(move |(at, row)| (format!("{pointer}/{at}"), row))
        })
    }

    fn add(&self, report: &mut Report, (pointer, rule): (&str, Rule), told: String) {
        report.add(self.places.line(pointer), rule, told);
    }

    fn form(&self, report: &mut Report) {
        for pointer in ["/id", "/webApplicationInfo/id"] {
            if !is_guid(self.text(pointer)) {
                self.add(report, (pointer, Rule::Id), format!("\"{}\" is no GUID", self.text(pointer)));
            }
        }
        let (version, language) = (self.text("/version"), self.text("/localizationInfo/defaultLanguageTag"));
        if !is_version(version, 3) {
            self.add(report, ("/version", Rule::Version), format!("\"{version}\" is no version"));
        }
        if !is_language(language) {
            let place = "/localizationInfo/defaultLanguageTag";
            self.add(report, (place, Rule::Locale), format!("\"{language}\" is no language"));
        }
        for (pointer, most) in LENGTHS {
            let length = self.text(pointer).chars().count();
            if !(1..=most).contains(&length) {
                let told = format!("{pointer} has {length} characters, and may have 1 to {most}");
                self.add(report, (pointer, Rule::Length), told);
            }
        }
        let asked: Vec<_> = self.rows("resourceSpecific").filter_map(|(_, row)| row["name"].as_str()).collect();
        if !asked.contains(&"MailboxItem.ReadWrite.User") || asked.contains(&"Mailbox.ReadWrite.User") {
            let told = format!("the add-in asks for {}", asked.join(", "));
            self.add(report, ("/authorization/permissions/resourceSpecific", Rule::Permission), told);
        }
    }

    /// What should be a whole address, with its pointer.
    fn urls(&self) -> impl Iterator<Item = (&str, &'a str)> {
        let is_one = |pointer: &str| {
            let key = pointer.rsplit('/').next().unwrap_or_default();
            ["url", "page", "script"].contains(&key) || key.ends_with("Url")
        };
        let texts = self.all.iter().filter_map(|(pointer, value)| Some((pointer.as_str(), value.as_str()?)));
        texts.filter(move |(pointer, _)| is_one(pointer))
    }

    fn addresses(&self, report: &mut Report) {
        for (pointer, url) in self.urls().filter(|(_, url)| !is_https(url)) {
            self.add(report, (pointer, Rule::Https), format!("\"{url}\" is no https address"));
        }
    }

    fn origin(&self, report: &mut Report) {
        let mut own = self.urls().filter(|(pointer, url)| !pointer.starts_with("/developer/") && is_https(url));
        let Some((_, first)) = own.next() else { return };
        let (server, host) = (origin_of(first), origin_of(first).trim_start_matches("https://"));
        for (pointer, url) in own.filter(|(_, url)| origin_of(url) != server) {
            self.add(report, (pointer, Rule::Origin), format!("\"{url}\" is not of {server}"));
        }
        if !self.root["validDomains"].as_array().is_some_and(|all| all.iter().any(|domain| domain == host)) {
            self.add(report, ("/validDomains", Rule::Origin), format!("{host} is not among the domains"));
        }
        let wanted = format!("api://{host}/{}", self.text("/webApplicationInfo/id"));
        if self.text("/webApplicationInfo/resource") != wanted {
            let told = format!("the sign-in must be for {wanted}");
            self.add(report, ("/webApplicationInfo/resource", Rule::Origin), told);
        }
    }

    fn actions(&self, report: &mut Report) {
        let known: BTreeSet<_> = self.rows("actions").filter_map(|(_, row)| row["id"].as_str()).collect();
        for (pointer, value) in self.under("actionId") {
            let id = value.as_str().unwrap_or_default();
            if !known.contains(id) {
                self.add(report, (pointer, Rule::Resource), format!("actionId \"{id}\" names no action"));
            }
        }
        for (pointer, row) in self.rows("actions").filter(|(_, row)| row["type"] == "executeFunction") {
            let id = row["id"].as_str().unwrap_or_default();
            if !gate::is_associated(id) {
                self.add(report, (&pointer, Rule::Function), format!("launchevent.js associates no function \"{id}\""));
            }
        }
    }

    fn unique(&self, report: &mut Report) {
        for lists in [&["runtimes"][..], &["actions"], &["groups", "controls"]] {
            let mut seen = BTreeSet::new();
            for (pointer, row) in lists.iter().flat_map(|list| self.rows(list)) {
                if let Some(id) = row["id"].as_str().filter(|id| !seen.insert(*id)) {
                    self.add(report, (&pointer, Rule::Unique), format!("the id \"{id}\" stands twice"));
                }
            }
        }
    }

    fn events(&self, report: &mut Report) {
        let (mut seen, required) = (BTreeSet::new(), self.required());
        for (pointer, row) in self.rows("events") {
            let (event, mode) = (row["type"].as_str().unwrap_or_default(), row["options"]["sendMode"].as_str());
            if !gate::EVENTS.iter().any(|(_, known)| *known == event) || !seen.insert(event) {
                let told = format!("Outlook knows no event \"{event}\", or it stands twice");
                self.add(report, (&pointer, Rule::Event), told);
            }
            if !gate::has_mode(event, mode, |(_, json)| json) {
                self.add(report, (&pointer, Rule::Mode), gate::told_mode(event, mode));
            }
            if event == gate::SEND.1 && required < Some(gate::LEAST) {
                let told = format!("{event} stands under a set of Mailbox below 1.12");
                self.add(report, (&pointer, Rule::Requirement), told);
            }
        }
    }

    /// The highest set of Mailbox that is required of a client.
    fn required(&self) -> Option<(u32, u32)> {
        let sets = self.rows("capabilities").filter(|(_, row)| row["name"] == "Mailbox");
        sets.filter_map(|(_, row)| gate::set(row["minVersion"].as_str()?)).max()
    }

    fn scripts(&self, report: &mut Report) {
        for (pointer, runtime) in self.rows("runtimes") {
            let actions = runtime["actions"].as_array().into_iter().flatten();
            let runs = actions.filter(|action| action["type"] == "executeFunction").count() > 0;
            match runtime["code"]["script"].as_str() {
                Some(script) => {
                    let line = self.places.line(&format!("{pointer}/code/script"));
                    gate::allowed(self.bundle, (script, line), report);
                }
                None if runs => {
                    let told = "the page of the event has no script of its own".to_owned();
                    self.add(report, (&pointer, Rule::Runtime), told);
                }
                None => {}
            }
        }
    }

    fn buttons(&self, report: &mut Report) {
        let composing = self.rows("ribbons").filter(|(_, row)| {
            row["contexts"].as_array().is_some_and(|all| all.iter().any(|one| one == "mailCompose"))
        });
        let mut ids = composing
            .flat_map(|(_, row)| walked(row))
            .filter(|(pointer, _)| pointer.contains("/controls/") && pointer.ends_with("/id"));
        if !ids.any(|(_, id)| id == gate::command()) {
            let told = format!("no button in compose has the id \"{}\"", gate::command());
            self.add(report, ("/extensions", Rule::Command), told);
        }
        for (pointer, row) in self.rows("controls") {
            let icons = row["icons"].as_array().map(Vec::as_slice).unwrap_or_default();
            for missing in icon::SIZES.iter().filter(|size| !icons.iter().any(|icon| icon["size"] == **size)) {
                self.add(report, (&pointer, Rule::Icon), format!("the button has no picture of {missing}"));
            }
            for (at, picture) in icons.iter().enumerate() {
                let wanted = picture["size"].as_u64().and_then(|size| u32::try_from(size).ok()).unwrap_or_default();
                let fault = icon::fault(self.bundle, picture["url"].as_str().unwrap_or_default(), wanted);
                let place = format!("{pointer}/icons/{at}");
                fault.into_iter().for_each(|told| self.add(report, (&place, Rule::Icon), told));
            }
        }
    }
}

/// Two letters and a land, as `nb-no`.
fn is_language(text: &str) -> bool {
    text.split_once('-').is_some_and(|(language, land)| {
        (2..=3).contains(&language.len())
            && land.len() == 2
            && language.bytes().chain(land.bytes()).all(|byte| byte.is_ascii_lowercase())
    })
}
