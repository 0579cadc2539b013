//! Writing answers (svar) as XML.

use std::fmt::Write as _;

/// An answer that is being written; elements take the prefix that is given, and `root` tells what the prefixes mean.
#[derive(Default)]
pub(super) struct Xml(String);

impl Xml {
    pub(super) fn root(name: &str, spaces: &[(&str, &str)], inner: impl FnOnce(&mut Self)) -> Vec<u8> {
        let mut out = Self::default();
        let _ = write!(out.0, "<{name}");
        for (prefix, space) in spaces {
            let (colon, uri) = (if prefix.is_empty() { "" } else { ":" }, super::schema::uri(space));
            let _ = write!(out.0, " xmlns{colon}{prefix}=\"{uri}\"");
        }
        out.0.push_str(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">");
        inner(&mut out);
        let _ = write!(out.0, "</{name}>");
        out.0.into_bytes()
    }

    pub(super) fn of(&mut self, name: &str, inner: impl FnOnce(&mut Self)) {
        let _ = write!(self.0, "<{name}>");
        inner(self);
        let end = name.split(' ').next().unwrap_or(name);
        let _ = write!(self.0, "</{end}>");
    }

    pub(super) fn text(&mut self, name: &str, text: impl AsRef<str>) {
        let safe = text.as_ref().replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\r', "&#13;");
        let _ = write!(self.0, "<{name}>{safe}</{name}>");
    }

    pub(super) fn maybe(&mut self, name: &str, text: Option<&String>) {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            self.text(name, text);
        }
    }

    pub(super) fn code(&mut self, name: &str, code: &str) {
        self.of(name, |out| out.text("m:kode", code));
    }

    pub(super) fn named(&mut self, name: &str, who: Option<&String>) {
        self.of(name, |out| out.maybe("m:navn", who));
    }
}
