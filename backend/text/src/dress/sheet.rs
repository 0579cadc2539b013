//! The style sheets of a mail (stilark): what each rule does to the words of the elements it may apply to.
//!
//! A rule is kept under the last part of its selector, and applied to whatever bears that tag, class or id: more elements than a browser
//! would pick, never fewer.

use super::style::{Look, declarations};
use std::collections::HashMap;

/// Rules that do something, by what they may apply to.
#[derive(Debug, Default)]
pub(super) struct Sheet(HashMap<String, Look>);

/// What holds for every element.
const ALL: &str = "*";

impl Sheet {
    /// The rules of all `<style>` elements.
    pub(super) fn of(html: &str) -> Self {
        let mut sheet = Self::default();
        // ASCII letters only change their case: places stay the same.
        let lower = html.to_ascii_lowercase();
        let mut at = 0;
        while let Some(from) = lower[at..].find("<style").map(|found| at + found) {
            let Some(begin) = lower[from..].find('>').map(|end| from + end + 1) else { break };
            let end = lower[begin..].find("</style").map_or(html.len(), |end| begin + end);
            sheet.read(&html[begin..end]);
            at = end;
        }
        sheet
    }

    fn read(&mut self, css: &str) {
        let css = crate::style::uncommented(css).replace("<!--", "").replace("-->", "");
        let (mut from, mut selector, mut within) = (0, "", Vec::new());
        for (at, byte) in css.bytes().enumerate() {
            match byte {
                b'{' => {
                    selector = css[from..at].trim();
                    within.push(selector.starts_with('@'));
                    from = at + 1;
                }
                b'}' => {
                    // Rules of `@media` count; what `@font-face`, `@page` and `@list` say is about no element.
                    if within.pop() == Some(false) {
                        self.add(selector, &css[from..at]);
                    }
                    selector = "";
                    from = at + 1;
                }
                b';' if within.last() != Some(&false) => from = at + 1,
                _ => {}
            }
        }
    }

    fn add(&mut self, selectors: &str, rules: &str) {
        let mut look = Look::default();
        look.read(rules);
        look.writes = declarations(rules).find(|(property, _)| property == "content").map(|(_, value)| value);
        if look == Look::default() {
            return;
        }
        for selector in selectors.split(',') {
            let last = selector.trim().rsplit([' ', '>', '+', '~']).next().unwrap_or_default().to_lowercase();
            let (name, pseudo) = last.split_once(':').unwrap_or((&last, ""));
            let mut look = look.clone();
            if !(pseudo.contains("before") || pseudo.contains("after")) {
                look.writes = None;
            }
            self.0.entry(key(name)).or_default().merge(&look);
        }
    }

    /// What all rules together may say of an element.
    pub(super) fn look(&self, tag: &str, classes: &str, id: &str) -> Look {
        let mut look = Look::default();
        if self.0.is_empty() {
            return look;
        }
        let own = [ALL.to_owned(), tag.to_owned(), format!("#{}", id.to_lowercase())];
        let classes = classes.split_whitespace().map(|class| format!(".{}", class.to_lowercase()));
        own.into_iter().chain(classes).filter_map(|key| self.0.get(&key)).for_each(|said| look.merge(said));
        look
    }
}

/// The class, the id or the tag that a part of a selector names; everything, where it names none.
fn key(part: &str) -> String {
    let part = part.split('[').next().unwrap_or_default();
    if let Some((_, class)) = part.split_once('.') {
        return format!(".{}", class.split(['.', '#']).next().unwrap_or_default());
    }
    match part.split_once('#') {
        Some((_, id)) => format!("#{id}"),
        None if part.is_empty() => ALL.to_owned(),
        None => part.to_owned(),
    }
}
