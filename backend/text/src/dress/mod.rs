//! How the words of a mail are dressed (utforming): whatever makes a reader see other words than those that stand there.
//!
//! `html` reads the words; this says where they are faint, tiny, struck out, covered or turned round, and what is seen without being a
//! word of the text: the value of a field, the words of a picture, what a style sheet writes. It errs towards finding something: a letter
//! needs none of it, and a mail client adds none of it.

mod sheet;
mod style;

use crate::page::{Attributes, Page, Reader};
use domain::send::{Dress, Odd, Oddity};
use sheet::Sheet;
use std::borrow::Cow;
use style::{Look, is_faint};

/// An end tag looks this far up for its start.
const REACH: usize = 64;
/// Signs told at most; with more, nobody has seen all of them.
const MOST: usize = 2_000;

/// The words of a page, and how they are dressed.
pub(crate) fn dress(html: &str) -> Dress {
    let page = Page::new(html);
    let mut reading = Reading { sheet: Sheet::of(&page), ..Reading::default() };
    if reading.sheet.loads {
        reading.found(Oddity::Page);
    }
    page.read(&mut reading);
    let left = std::mem::take(&mut reading.open);
    reading.undone_from(&left);
    Dress { text: reading.text, odd: reading.odd }
}

/// An open element.
struct Open<'p> {
    name: Cow<'p, str>,
    look: Look,
    /// Whether its words are read otherwise than they stand.
    undone: bool,
    /// Whether its figures are: raised or lowered.
    shifted: bool,
    /// Bytes of the text before it.
    at: usize,
}

#[derive(Default)]
struct Reading<'p> {
    text: String,
    odd: Vec<Odd>,
    open: Vec<Open<'p>>,
    sheet: Sheet,
    /// The element whose content is no text of the page.
    raw: Option<Cow<'p, str>>,
}

impl<'p> Reader<'p> for Reading<'p> {
    fn start(&mut self, name: Cow<'p, str>, attributes: &Attributes<'p>) {
        self.seen(&name, attributes);
        if attributes.is_cut {
            // Nobody has seen what the rest says.
            self.found(Oddity::Page);
        }
        if self.moves(&name) {
            self.found(Oddity::Undone);
        }
        if is_raw(&name) {
            self.raw = Some(name);
        } else if !is_void(&name) {
            let open = self.opened(name, attributes);
            self.open.push(open);
        }
    }

    fn end(&mut self, name: &str) {
        if self.raw.as_deref() == Some(name) {
            self.raw = None;
            return;
        }
        let from = self.open.len().saturating_sub(REACH);
        if let Some(at) = self.open[from..].iter().rposition(|open| open.name == name) {
            let ended = self.open.split_off(from + at);
            self.left_open(&ended);
        }
    }

    fn text(&mut self, text: &str) {
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
        let Some(inner) = conditional(comment) else { return };
        let inner = crate::html::plain(&without_settings(inner)).text;
        self.added(Some(&inner));
    }
}

impl<'p> Reading<'p> {
    /// Whether browsers put the element elsewhere: one that is no part of a table into its frame, or a part of a table into anything else.
    fn moves(&self, name: &str) -> bool {
        let is_in_frame = self.open.last().is_some_and(|open| is_frame(&open.name));
        let is_within_cell = !is_in_frame && self.open.iter().any(|open| &*open.name == "table");
        is_in_frame && !is_of_table(name) || is_within_cell && is_part(name)
    }

    /// What an element shows that is no text of the page.
    fn seen(&mut self, name: &str, attributes: &Attributes) {
        let of = |wanted: &str| attributes.of(wanted);
        match name {
            "img" | "image" => self.picture(of("src").or_else(|| of("href")).as_deref(), of("alt").as_deref()),
            // In a drawing or a formula `<title>` and `<style>` are elements like others, and what stands in them may be seen.
            "svg" | "math" => self.picture(Some(name), None),
            // What they begin goes on where no end tag of ours would think so.
            "template" | "details" | "dialog" | "marquee" | "applet" | "audio" | "video" | "canvas" | "datalist"
            | "select" | "frameset" => self.found(Oddity::Undone),
            "base" if of("href").is_some() => self.found(Oddity::Page),
            "meta" if of("http-equiv").is_some_and(|it| it.trim().eq_ignore_ascii_case("refresh")) => {
                self.found(Oddity::Page);
            }
            "link" if of("rel").is_some_and(|it| it.to_ascii_lowercase().contains("stylesheet")) => {
                self.found(Oddity::Page);
            }
            "input" if of("type").is_some_and(|it| it.trim().eq_ignore_ascii_case("image")) => {
                self.picture(of("src").as_deref(), of("alt").as_deref());
            }
            "input" | "textarea" => ["value", "placeholder"].into_iter().for_each(|it| self.added(of(it).as_deref())),
            "option" | "optgroup" | "track" => self.added(of("label").as_deref()),
            "iframe" => self.added(of("srcdoc").or_else(|| of("src")).as_deref()),
            "object" => {
                self.found(Oddity::Undone);
                self.added(of("data").as_deref());
            }
            "embed" => self.added(of("src").as_deref()),
            "ol" => {
                let plain = |it: &str| of(it).is_none_or(|value| value.trim() == "1");
                if !plain("start") || !plain("type") || of("reversed").is_some() {
                    self.found(Oddity::Undone);
                }
            }
            "li" if of("value").is_some() => self.found(Oddity::Undone),
            _ => {}
        }
        if let Some(background) = of("background").filter(|it| !it.trim().is_empty()) {
            self.picture(Some(&background), None);
        }
        if let Some(set) = of("srcset") {
            self.picture(Some(&set), None);
        }
    }

    fn picture(&mut self, source: Option<&str>, alt: Option<&str>) {
        let source = source.unwrap_or_default().trim();
        let source =
            if source.starts_with("data:") { source.split([';', ',']).next().unwrap_or_default() } else { source };
        self.found(Oddity::Picture { source: source.to_owned(), alt: alt.unwrap_or_default().trim().to_owned() });
    }

    fn added(&mut self, words: Option<&str>) {
        if let Some(words) = words.filter(|words| words.contains(char::is_alphanumeric)) {
            self.found(Oddity::Added(words.trim().to_owned()));
        }
    }

    fn found(&mut self, kind: Oddity) {
        let odd = Odd { at: self.text.len(), kind };
        if self.odd.last() == Some(&odd) {
            return;
        }
        match self.odd.len() {
            0..MOST => self.odd.push(odd),
            MOST => self.odd.push(Odd { kind: Oddity::Page, ..odd }),
            _ => {}
        }
    }

    fn opened(&mut self, name: Cow<'p, str>, attributes: &Attributes<'p>) -> Open<'p> {
        let of = |wanted: &str| attributes.of(wanted);
        let (class, id) = (of("class").unwrap_or_default(), of("id").unwrap_or_default());
        let mut look = self.sheet.look(&name, &class, &id);
        if let Some(written) = look.writes.take() {
            self.added(Some(&written));
        }
        if let Some(style) = of("style") {
            look.read(&style);
        }
        if let Some(source) = look.picture.take() {
            self.picture(Some(&source), None);
        }
        look.read_old(of("color").as_deref(), of("bgcolor").as_deref());
        let above = self.open.last();
        look.colour = look.colour.or_else(|| above.and_then(|open| open.look.colour));
        look.behind = look.behind.or_else(|| above.and_then(|open| open.look.behind));
        let turned = of("dir").is_some_and(|it| it.eq_ignore_ascii_case("rtl"));
        let own = look.undone || turned || is_undoing(&name) || of("hidden").is_some();
        let undone =
            own || is_faint(look.colour, look.behind) || above.is_some_and(|open| open.undone && !open.is_only_faint());
        let shifted = matches!(&*name, "sup" | "sub") || look.shifted || above.is_some_and(|open| open.shifted);
        look.undone = own || above.is_some_and(|open| open.look.undone);
        Open { name, look, undone, shifted, at: self.text.len() }
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
}

impl Open<'_> {
    /// Whether its words are only pale: a child with a colour of its own is read again.
    fn is_only_faint(&self) -> bool {
        self.undone && !self.look.undone
    }
}

/// What a comment holds for one mail program alone.
fn conditional(comment: &str) -> Option<&str> {
    let (condition, inner) = comment.trim_start().strip_prefix("[if")?.split_once('>')?;
    // `<!--[if !mso]><!-->`: what follows is text of the page for everybody.
    (!condition.is_empty() && !inner.trim().is_empty()).then_some(inner)
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

/// Elements whose content is no text of the page.
fn is_raw(name: &str) -> bool {
    matches!(name, "script" | "title" | "style" | "iframe" | "noembed" | "noframes" | "xmp")
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
