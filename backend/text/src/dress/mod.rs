//! How the words of a mail are dressed (utforming): whatever makes a reader see other words than those that stand there.
//!
//! `html` reads the words; this says where they are faint, tiny, struck out, covered or turned round, and what is seen without being a
//! word of the text: the value of a field, the words of a picture, what a style sheet writes. It errs towards finding something: a letter
//! needs none of it, and a mail client adds none of it.

mod sheet;
mod style;

use crate::{literal::literal, tame::tame};
use domain::send::{Dress, Odd, Oddity};
use html5ever::{
    Attribute, LocalName, TokenizerResult,
    tendril::StrTendril,
    tokenizer::{
        BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
        states::{Rawtext, Rcdata, ScriptData},
    },
};
use sheet::Sheet;
use std::cell::RefCell;
use style::{Look, is_faint};

/// An end tag looks this far up for its start.
const REACH: usize = 64;
/// Signs told at most: one is enough to hold a mail back.
const MOST: usize = 64;
/// Letters of what is seen that are told.
const TOLD: usize = 200;

/// The words of a page, and how they are dressed.
pub(crate) fn dress(html: &str) -> Dress {
    let html = tame(html);
    let reading = Reading { sheet: Sheet::of(&html), ..Reading::default() };
    let tokenizer = Tokenizer::new(Page(RefCell::new(reading)), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(&html));
    while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
    tokenizer.end();
    let mut reading = tokenizer.sink.0.into_inner();
    let left = std::mem::take(&mut reading.open);
    reading.undone_from(&left);
    Dress { text: reading.text, odd: reading.odd }
}

/// An open element.
struct Open {
    name: LocalName,
    look: Look,
    /// Whether its words are read otherwise than they stand.
    undone: bool,
    /// Whether its figures are: raised or lowered.
    shifted: bool,
    /// Bytes of the text before it.
    at: usize,
}

#[derive(Default)]
struct Page(RefCell<Reading>);

impl TokenSink for Page {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut reading = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => return reading.start(&tag),
            Token::TagToken(tag) => reading.end(&tag.name),
            Token::CharacterTokens(text) => reading.words(&text),
            Token::CommentToken(comment) => reading.comment(&comment),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

#[derive(Default)]
struct Reading {
    text: String,
    odd: Vec<Odd>,
    open: Vec<Open>,
    sheet: Sheet,
    /// The element whose content is no text of the page.
    raw: Option<LocalName>,
}

impl Reading {
    fn start(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name = &*tag.name;
        self.seen(name, &tag.attrs);
        if self.moves(name) {
            self.found(Oddity::Undone);
        }
        if let Some(state) = raw(name) {
            self.raw = Some(tag.name.clone());
            return TokenSinkResult::RawData(state);
        }
        if !is_void(name) {
            let open = self.opened(tag);
            self.open.push(open);
        }
        literal(name)
    }

    /// Whether browsers put the element elsewhere: one that is no part of a table into its frame, or a part of a table into anything else.
    fn moves(&self, name: &str) -> bool {
        let is_in_frame = self.open.last().is_some_and(|open| is_frame(&open.name));
        let is_within_cell = !is_in_frame && self.open.iter().any(|open| &*open.name == "table");
        is_in_frame && !is_of_table(name) || is_within_cell && is_part(name)
    }

    /// What an element shows that is no text of the page.
    fn seen(&mut self, name: &str, attributes: &[Attribute]) {
        let of = |wanted: &str| attributes.iter().find(|it| &*it.name.local == wanted).map(|it| it.value.trim());
        match name {
            "img" | "image" => self.picture(of("src").or_else(|| of("href")), of("alt")),
            // In a drawing or a formula `<title>` and `<style>` are elements like others, and what stands in them may be seen.
            "svg" | "math" => self.picture(Some(name), None),
            // What they begin goes on where no end tag of ours would think so.
            "template" | "details" | "dialog" | "marquee" | "applet" | "audio" | "video" | "canvas" | "datalist"
            | "select" | "frameset" => self.found(Oddity::Undone),
            "base" if of("href").is_some() => self.found(Oddity::Page),
            "meta" if of("http-equiv").is_some_and(|it| it.eq_ignore_ascii_case("refresh")) => {
                self.found(Oddity::Page);
            }
            "link" if of("rel").is_some_and(|it| it.to_ascii_lowercase().contains("stylesheet")) => {
                self.found(Oddity::Page);
            }
            "input" if of("type").is_some_and(|it| it.eq_ignore_ascii_case("image")) => {
                self.picture(of("src"), of("alt"))
            }
            "input" | "textarea" => ["value", "placeholder"].into_iter().for_each(|it| self.added(of(it))),
            "option" | "optgroup" | "track" => self.added(of("label")),
            "iframe" => self.added(of("srcdoc").or_else(|| of("src"))),
            "object" => {
                self.found(Oddity::Undone);
                self.added(of("data"));
            }
            "embed" => self.added(of("src")),
            "ol" => {
                let plain = |it: &str| of(it).is_none_or(|value| value == "1");
                if !plain("start") || !plain("type") || of("reversed").is_some() {
                    self.found(Oddity::Undone);
                }
            }
            "li" if of("value").is_some() => self.found(Oddity::Undone),
            _ => {}
        }
        if let Some(background) = of("background").filter(|it| !it.is_empty()) {
            self.picture(Some(background), None);
        }
        if of("srcset").is_some() {
            self.picture(of("srcset"), None);
        }
    }

    fn picture(&mut self, source: Option<&str>, alt: Option<&str>) {
        let source = source.unwrap_or_default();
        let source =
            if source.starts_with("data:") { source.split([';', ',']).next().unwrap_or_default() } else { source };
        self.found(Oddity::Picture { source: told(source), alt: told(alt.unwrap_or_default()) });
    }

    fn added(&mut self, words: Option<&str>) {
        if let Some(words) = words.filter(|words| words.contains(char::is_alphanumeric)) {
            self.found(Oddity::Added(told(words)));
        }
    }

    fn found(&mut self, kind: Oddity) {
        let odd = Odd { at: self.text.len(), kind };
        if self.odd.len() < MOST && self.odd.last() != Some(&odd) {
            self.odd.push(odd);
        }
    }

    fn opened(&mut self, tag: &Tag) -> Open {
        let name = &*tag.name;
        let of = |wanted: &str| tag.attrs.iter().find(|it| &*it.name.local == wanted).map(|it| &*it.value);
        let (class, id) = (of("class").unwrap_or_default(), of("id").unwrap_or_default());
        let mut look = self.sheet.look(name, class, id);
        if let Some(written) = look.writes.take() {
            self.added(Some(&written));
        }
        if let Some(style) = of("style") {
            look.read(style);
        }
        if let Some(source) = look.picture.take() {
            self.picture(Some(&source), None);
        }
        look.read_old(of("color"), of("bgcolor"));
        let above = self.open.last();
        look.colour = look.colour.or_else(|| above.and_then(|open| open.look.colour));
        look.behind = look.behind.or_else(|| above.and_then(|open| open.look.behind));
        let turned = of("dir").is_some_and(|it| it.eq_ignore_ascii_case("rtl"));
        let own = look.undone || turned || is_undoing(name) || of("hidden").is_some();
        let undone =
            own || is_faint(look.colour, look.behind) || above.is_some_and(|open| open.undone && !open.is_only_faint());
        let shifted = matches!(name, "sup" | "sub") || look.shifted || above.is_some_and(|open| open.shifted);
        look.undone = own || above.is_some_and(|open| open.look.undone);
        Open { name: tag.name.clone(), look, undone, shifted, at: self.text.len() }
    }

    fn end(&mut self, name: &LocalName) {
        if self.raw.as_ref() == Some(name) {
            self.raw = None;
            return;
        }
        let from = self.open.len().saturating_sub(REACH);
        if let Some(at) = self.open[from..].iter().rposition(|open| open.name == *name) {
            let ended = self.open.split_off(from + at);
            self.left_open(&ended);
        }
    }

    /// Where elements overlap or are left open, browsers let a look go on in what follows, or end it sooner: so nobody knows its words.
    fn left_open(&mut self, ended: &[Open]) {
        if ended.len() > 1 {
            self.undone_from(ended);
        }
    }

    /// Tells the first of these whose words are undone, at its beginning: before all that was told since, and however much that was.
    fn undone_from(&mut self, ended: &[Open]) {
        let Some(at) = ended.iter().find(|open| open.undone).map(|open| open.at) else { return };
        if self.odd.iter().all(|odd| odd.kind != Oddity::Undone || odd.at > at) {
            let place = self.odd.partition_point(|odd| odd.at <= at);
            self.odd.insert(place, Odd { at, kind: Oddity::Undone });
        }
    }

    fn words(&mut self, text: &str) {
        if let Some(raw) = &self.raw {
            // Programs that know no frames show what others leave out.
            if matches!(&**raw, "xmp" | "noembed" | "noframes") {
                self.added(Some(text));
            }
            return;
        }
        let open = self.open.last();
        let is_read_otherwise = open.is_some_and(|open| open.undone || is_frame(&open.name));
        let undone = is_read_otherwise && text.contains(char::is_alphanumeric);
        let shifted = open.is_some_and(|open| open.shifted) && text.contains(|c: char| c.is_ascii_digit());
        if undone || shifted {
            self.found(Oddity::Undone);
        }
        self.text.push_str(text);
    }

    /// What stands in a comment for one mail program alone.
    fn comment(&mut self, comment: &str) {
        let Some((condition, inner)) = comment.trim_start().strip_prefix("[if").and_then(|rest| rest.split_once('>'))
        else {
            return;
        };
        // `<!--[if !mso]><!-->`: what follows is text of the page for everybody.
        if condition.is_empty() || inner.trim().is_empty() {
            return;
        }
        let inner = crate::html::plain(&without_settings(inner)).text;
        self.added(Some(&inner));
    }
}

impl Open {
    /// Whether its words are only pale: a child with a colour of its own is read again.
    fn is_only_faint(&self) -> bool {
        self.undone && !self.look.undone
    }
}

/// Without the settings that Word keeps for itself.
fn without_settings(html: &str) -> String {
    let mut kept = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<xml>") {
        kept.push_str(before);
        rest = after.split_once("</xml>").map_or("", |(_, after)| after);
    }
    kept + rest
}

fn told(text: &str) -> String {
    text.chars().take(TOLD).collect()
}

/// Elements whose content is read as it stands.
fn raw(name: &str) -> Option<html5ever::tokenizer::states::RawKind> {
    match name {
        "script" => Some(ScriptData),
        "title" => Some(Rcdata),
        "style" | "iframe" | "noembed" | "noframes" | "xmp" => Some(Rawtext),
        _ => None,
    }
}

/// The frame of a table: what stands in it and in no cell is shown before the table.
fn is_frame(name: &str) -> bool {
    matches!(name, "table" | "tbody" | "thead" | "tfoot" | "tr" | "colgroup")
}

/// What a table is made of, below itself.
fn is_part(name: &str) -> bool {
    matches!(name, "td" | "th" | "tr" | "tbody" | "thead" | "tfoot" | "caption" | "col" | "colgroup")
}

/// What may stand in the frame of a table.
fn is_of_table(name: &str) -> bool {
    is_part(name) || matches!(name, "style" | "script")
}

/// Elements that strike their words out, fold them away or move them.
fn is_undoing(name: &str) -> bool {
    matches!(name, "s" | "strike" | "del" | "details" | "dialog" | "marquee" | "rt" | "rp" | "template")
}

fn is_void(name: &str) -> bool {
    matches!(
        name,
        "br" | "hr"
            | "img"
            | "input"
            | "meta"
            | "link"
            | "wbr"
            | "area"
            | "base"
            | "col"
            | "embed"
            | "source"
            | "track"
            | "param"
    )
}

#[cfg(test)]
mod tests;
