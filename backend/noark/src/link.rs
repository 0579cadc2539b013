//! Relations and the addresses they lead to (relasjoner, chapter 6): addresses are opaque, and may have a template at their end.

use crate::failure;
use domain::port::Failure;
use serde::Deserialize;
use std::collections::HashMap;

/// What every relation of the standard begins with.
const REL: &str = "https://rel.arkivverket.no/noark5/v5/api/";

/// The `_links` of an object or a list.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub(crate) struct Links(HashMap<String, Link>);

#[derive(Clone, Debug, Deserialize)]
struct Link {
    href: String,
}

/// A way to a list.
#[derive(Clone, Debug, Default)]
pub(crate) struct Way {
    pub(crate) href: String,
    /// Whether its template names `$expand`: the kernel then says what lies under an object together with it.
    pub(crate) expands: bool,
}

impl Links {
    /// Where a relation of the standard leads, without a template: `arkivstruktur/part`. Older kernels leave the last slash out.
    pub(crate) fn to(&self, relation: &str) -> Option<&str> {
        let slashed = format!("{REL}{relation}/");
        let link = self.0.get(&slashed).or_else(|| self.0.get(slashed.trim_end_matches('/')))?;
        Some(plain(&link.href))
    }

    /// The list that a relation leads to, and whether it can be asked for what lies under its objects.
    pub(crate) fn list(&self, relation: &str) -> Option<Way> {
        let slashed = format!("{REL}{relation}/");
        let link = self.0.get(&slashed).or_else(|| self.0.get(slashed.trim_end_matches('/')))?;
        let template = link.href.split_once('{').map_or("", |(_, template)| template);
        Some(Way { href: plain(&link.href).to_owned(), expands: template.contains("$expand") })
    }

    /// The same where it must be offered.
    pub(crate) fn must(&self, relation: &str) -> Result<&str, Failure> {
        self.to(relation).ok_or_else(|| failure::lacking(relation))
    }

    /// The page after this one.
    pub(crate) fn next(&self) -> Option<&str> {
        self.0.get("next").map(|link| link.href.as_str())
    }

    /// The object's own address.
    pub(crate) fn own(&self) -> Option<&str> {
        self.0.get("self").map(|link| plain(&link.href))
    }
}

fn plain(href: &str) -> &str {
    href.split('{').next().unwrap_or(href)
}

#[cfg(test)]
mod tests {
    use super::Links;

    #[test]
    fn a_relation_leads_to_an_address_without_its_template() {
        let links: Links = serde_json::from_str(
            r#"{"self":{"href":"https://n5.example.com/a/1"},
                "https://rel.arkivverket.no/noark5/v5/api/arkivstruktur/part/":{"href":"https://n5.example.com/p{?$filter&$top}","templated":true},
                "https://rel.arkivverket.no/noark5/v5/api/arkivstruktur/merknad/":{"href":"https://n5.example.com/m{?$filter&$expand}"},
                "https://rel.arkivverket.no/noark5/v5/api/sakarkiv/journalpost":{"href":"https://n5.example.com/j"}}"#,
        )
        .unwrap();
        assert_eq!(links.to("arkivstruktur/part"), Some("https://n5.example.com/p"));
        assert_eq!(links.to("sakarkiv/journalpost"), Some("https://n5.example.com/j"), "without the last slash");
        let way = |relation: &str| links.list(relation).map(|way| (way.href, way.expands));
        assert_eq!(way("arkivstruktur/part"), Some(("https://n5.example.com/p".to_owned(), false)));
        assert_eq!(way("arkivstruktur/merknad"), Some(("https://n5.example.com/m".to_owned(), true)));
        assert_eq!(links.own(), Some("https://n5.example.com/a/1"));
        assert_eq!((links.to("arkivstruktur/mappe"), links.next()), (None, None));
        assert!(links.must("arkivstruktur/mappe").is_err());
    }
}
