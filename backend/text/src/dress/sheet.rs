//! The style sheets of a mail (stilark): what each rule does to the words of the elements it may apply to.
//!
//! A rule is kept under the last part of its selector, and applied to whatever bears that tag, class or id: more elements than a browser
//! would pick, never fewer.

use super::style::{Look, declarations};
use crate::{
    page::{Attributes, Page, Reader},
    style::UNSIGNED,
};
use std::{borrow::Cow, collections::HashMap};

/// What the style sheets of a page do.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// Rules that do something, by what they may apply to.
    rules: HashMap<String, Look>,
    /// Whether one brings in what is not in the mail: another sheet, a font whose letters may be any, values for names used elsewhere.
    pub(super) loads: bool,
}

/// What stands in the `<style>` elements of a page.
#[derive(Default)]
struct Styles {
    css: Vec<String>,
    within: bool,
}

impl<'p> Reader<'p> for Styles {
    fn start(&mut self, name: Cow<'p, str>, _: &Attributes<'p>) {
        self.within = name == "style";
        if self.within {
            self.css.push(String::new());
        }
    }

    fn end(&mut self, _: &str) {
        self.within = false;
    }

    fn text(&mut self, text: &str) {
        if let Some(css) = self.css.last_mut().filter(|_| self.within) {
            css.push_str(text);
        }
    }

    /// A sheet for one mail program alone is a sheet.
    fn comment(&mut self, comment: &str) {
        if let Some(inner) = super::conditional(comment) {
            let mut styles = Inner::default();
            Page::new(inner).read(&mut styles);
            self.css.append(&mut styles.0.css);
        }
    }
}

/// The sheets within a comment; comments within it are none.
#[derive(Default)]
struct Inner(Styles);

impl<'p> Reader<'p> for Inner {
    fn start(&mut self, name: Cow<'p, str>, attributes: &Attributes<'p>) {
        self.0.start(name, attributes);
    }

    fn end(&mut self, name: &str) {
        self.0.end(name);
    }

    fn text(&mut self, text: &str) {
        self.0.text(text);
    }
}

/// What holds for every element.
const ALL: &str = "*";

impl Sheet {
    /// The rules of all `<style>` elements: found by the tokenizer, for what looks like one in an attribute or a comment is none.
    pub(super) fn of(page: &Page) -> Self {
        let mut sheet = Self::default();
        if page.has_tag("<style") {
            let mut styles = Styles::default();
            page.read(&mut styles);
            styles.css.iter().for_each(|css| sheet.read(css));
        }
        sheet
    }

    fn read(&mut self, css: &str) {
        let css = crate::style::uncommented(css).replace("<!--", "").replace("-->", "");
        self.loads |= names(&css).any(|name| matches!(name.as_str(), "import" | "property" | "use"));
        let (mut from, mut within) = (0, Vec::<&str>::new());
        for (at, byte) in css.bytes().enumerate() {
            match byte {
                b'{' => {
                    // Rules may stand within rules, behind what the outer one says.
                    let (said, selector) = css[from..at].rsplit_once(';').unwrap_or(("", &css[from..at]));
                    self.say(&within, said);
                    within.push(selector.trim());
                    from = at + 1;
                }
                b'}' => {
                    self.say(&within, &css[from..at]);
                    within.pop();
                    from = at + 1;
                }
                b';' if within.iter().all(|selector| selector.starts_with('@')) => from = at + 1,
                _ => {}
            }
        }
        self.say(&within, &css[from..]);
    }

    /// Rules of `@media` count; what `@font-face`, `@page` and `@list` say is about no element.
    fn say(&mut self, within: &[&str], rules: &str) {
        let is_font = within.last().is_some_and(|rule| names(rule).any(|name| name == "font-face"));
        // Word names the fonts it used, and says where none of them is to be had.
        self.loads |= is_font && declarations(rules).any(|(property, _)| property == "src");
        if let Some(selector) = within.iter().rfind(|selector| !selector.starts_with('@')) {
            self.add(selector, rules);
        }
    }

    fn add(&mut self, selectors: &str, rules: &str) {
        let mut look = Look::default();
        look.read(rules);
        look.writes = declarations(rules).find(|(property, _)| property == "content").map(|(_, value)| value);
        if look == Look::default() {
            return;
        }
        for selector in unbracketed(selectors).split(',') {
            let last = selector
                .trim()
                .rsplit(|c: char| c.is_whitespace() || matches!(c, '>' | '+' | '~'))
                .next()
                .unwrap_or_default()
                .to_lowercase();
            let (name, pseudo) = last.split_once(':').unwrap_or((&last, ""));
            let mut look = look.clone();
            if !["before", "after", "marker"].iter().any(|it| pseudo.contains(it)) {
                look.writes = None;
            }
            self.rules.entry(key(name)).or_default().merge(&look);
        }
    }

    /// What all rules together may say of an element.
    pub(super) fn look(&self, tag: &str, classes: &str, id: &str) -> Look {
        let mut look = Look::default();
        if self.rules.is_empty() {
            return look;
        }
        let own = [ALL.to_owned(), tag.to_owned(), format!("#{}", id.to_lowercase())];
        let classes = classes.split_whitespace().map(|class| format!(".{}", class.to_lowercase()));
        own.into_iter().chain(classes).filter_map(|key| self.rules.get(&key)).for_each(|said| look.merge(said));
        look
    }
}

/// The names of at-rules, in lower case; one that an escape begins is no at-rule, and has been replaced already.
fn names(css: &str) -> impl Iterator<Item = String> {
    let is_name = |c: &char| c.is_alphanumeric() || matches!(c, '-' | '_');
    css.split('@').skip(1).map(move |rest| rest.chars().take_while(is_name).take(16).collect::<String>().to_lowercase())
}

/// A selector without what stands in brackets: it only makes what it applies to fewer.
fn unbracketed(selectors: &str) -> String {
    let mut depth = 0_usize;
    let outside = |c: &char| {
        let was = depth;
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        was == 0 && depth == 0
    };
    selectors.chars().filter(outside).collect()
}

/// The class, the id or the tag that a part of a selector names; everything, where it names none.
fn key(part: &str) -> String {
    if part.contains(UNSIGNED) {
        return ALL.to_owned();
    }
    if let Some((_, class)) = part.split_once('.') {
        return format!(".{}", class.split(['.', '#']).next().unwrap_or_default());
    }
    match part.split_once('#') {
        Some((_, id)) => format!("#{id}"),
        None if part.is_empty() => ALL.to_owned(),
        None => part.to_owned(),
    }
}
