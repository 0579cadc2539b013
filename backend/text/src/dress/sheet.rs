//! The style sheets of a mail (stilark): what each rule does to the words of the elements it may apply to.
//!
//! A rule is kept under the last part of its selector, and applied to whatever bears that tag, class or id: more elements than a browser
//! would pick, never fewer.

use super::{
    raw,
    style::{Look, declarations},
};
use crate::{literal::literal, style::UNSIGNED};
use html5ever::{
    TokenizerResult,
    tendril::StrTendril,
    tokenizer::{BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts},
};
use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
};

/// Rules that do something, by what they may apply to.
#[derive(Debug, Default)]
pub(super) struct Sheet(HashMap<String, Look>);

/// What stands in the `<style>` elements of a page.
#[derive(Default)]
struct Styles {
    css: RefCell<Vec<String>>,
    within: Cell<bool>,
}

impl TokenSink for Styles {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                self.within.set(&*tag.name == "style");
                if self.within.get() {
                    self.css.borrow_mut().push(String::new());
                }
                return raw(&tag.name).map_or_else(|| literal(&tag.name), TokenSinkResult::RawData);
            }
            Token::TagToken(_) => self.within.set(false),
            Token::CharacterTokens(text) if self.within.get() => {
                self.css.borrow_mut().last_mut().into_iter().for_each(|css| css.push_str(&text));
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// What holds for every element.
const ALL: &str = "*";

impl Sheet {
    /// The rules of all `<style>` elements: found by the tokenizer, for what looks like one in an attribute or a comment is none.
    pub(super) fn of(html: &str) -> Self {
        let mut sheet = Self::default();
        if html.as_bytes().windows(6).any(|tag| tag.eq_ignore_ascii_case(b"<style")) {
            let tokenizer = Tokenizer::new(Styles::default(), TokenizerOpts::default());
            let input = BufferQueue::default();
            input.push_back(StrTendril::from_slice(html));
            while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
            tokenizer.end();
            tokenizer.sink.css.into_inner().iter().for_each(|css| sheet.read(css));
        }
        sheet
    }

    fn read(&mut self, css: &str) {
        let css = crate::style::uncommented(css).replace("<!--", "").replace("-->", "");
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
