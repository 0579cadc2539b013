//! HTML as a reader sees it: paragraphs, lists, tables and quotes as text; what is hidden apart; nothing run, nothing fetched.

use crate::{
    page::{Attributes, Page, Reader, Value},
    style::{Look, Sheet, is_unseen},
};
use domain::port::Plain;
use std::{borrow::Cow, collections::HashMap};

/// An end tag looks this far up for its start; beyond, it is ignored, so that no mail is read in quadratic time.
const REACH: usize = 64;
/// Styles that are kept; the paragraphs and spans of one mail have fewer.
const STYLES: usize = 32;
/// Quotes within quotes are marked this deep.
const DEEPEST: usize = 20;

/// The text of an HTML body.
pub(crate) fn plain(html: &str) -> Plain {
    let page = Page::new(html);
    let mut reading = Reading::default();
    page.read(&mut reading);
    reading.finish()
}

/// An open element.
struct Open<'p> {
    name: Cow<'p, str>,
    /// How many line breaks set it off, if it stands on lines of its own.
    breaks: Option<u8>,
    unseen: bool,
    look: Look,
    quote: bool,
    /// Items so far, in a numbered list.
    items: Option<u32>,
}

/// The text so far.
#[derive(Default)]
struct Reading<'p> {
    text: String,
    hidden: String,
    links: Vec<String>,
    open: Vec<Open<'p>>,
    counts: HashMap<Cow<'p, str>, usize>,
    quotes: usize,
    preformatted: usize,
    /// Line breaks owed before the next text.
    breaks: u8,
    /// A blank owed before the next text.
    blank: bool,
    dropping: bool,
    /// The style sheet that is being read.
    css: String,
    in_style: bool,
    sheet: Sheet,
    /// The styles that were read last.
    styled: HashMap<Value<'p>, Look>,
}

impl<'p> Reader<'p> for Reading<'p> {
    fn start(&mut self, name: Cow<'p, str>, attributes: &Attributes<'p>) {
        self.note_links(&name, attributes);
        if is_dropped(&name) {
            self.dropping = true;
            self.in_style = name == "style";
        } else if is_void(&name) {
            self.void(&name);
        } else {
            self.element(name, attributes);
        }
    }

    fn end(&mut self, name: &str) {
        if is_dropped(name) {
            self.dropping = false;
            self.sheet.read(&std::mem::take(&mut self.css));
            return;
        }
        if self.counts.get(name).is_none_or(|count| *count == 0) {
            // «</p>» alone still makes a paragraph.
            return self.owe(if name == "p" { 2 } else { 0 });
        }
        self.close_named(name);
    }

    fn text(&mut self, text: &str) {
        if self.dropping {
            if self.in_style {
                self.css.push_str(text);
            }
            return;
        }
        if self.is_unseen() {
            text.chars().filter(|c| !is_nothing(*c)).for_each(|c| push_collapsed(&mut self.hidden, c));
            return;
        }
        // What is no blank comes in whole words.
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let length = end_of_word(rest);
            if length > 0 {
                self.settle();
                self.text.push_str(&rest[..length]);
                rest = &rest[length..];
            } else {
                self.blank(first);
                rest = &rest[first.len_utf8()..];
            }
        }
    }
}

impl<'p> Reading<'p> {
    fn element(&mut self, name: Cow<'p, str>, attributes: &Attributes<'p>) {
        self.close_implied(&name);
        let open = self.opened(name, attributes);
        self.owe(open.breaks.unwrap_or(0));
        if matches!(&*open.name, "td" | "th") && !self.line_is_empty() {
            self.text.push('\t');
            self.blank = false;
        }
        let is_item = open.name == "li";
        self.push(open);
        if is_item {
            self.item();
        }
    }

    fn void(&mut self, name: &str) {
        match name {
            "br" if self.breaks >= 2 || self.text.is_empty() => {}
            "br" => self.breaks += 1,
            "hr" => self.owe(2),
            _ => {}
        }
        self.blank &= name != "br";
    }

    fn note_links(&mut self, name: &str, attributes: &Attributes<'p>) {
        let wanted = match name {
            "a" | "area" => "href",
            "img" | "iframe" | "source" => "src",
            "form" => "action",
            _ => return,
        };
        let found = attributes.of(wanted).map(|link| link.trim().to_owned());
        self.links.extend(found.filter(|link| !link.starts_with("data:")));
    }

    /// Paragraphs, items, rows and cells end where the next begins.
    fn close_implied(&mut self, name: &str) {
        let ended: &[&str] = match name {
            "li" => &["li"],
            "tr" => &["tr"],
            "td" | "th" => &["td", "th"],
            "dt" | "dd" => &["dt", "dd"],
            _ if breaks(name).is_some() => &["p"],
            _ => return,
        };
        let from = self.open.len().saturating_sub(REACH);
        let stop = |open: &Open| {
            matches!(&*open.name, "ul" | "ol" | "table" | "dl")
                || (ended == ["p"] && open.breaks.is_some() && &*open.name != "p")
        };
        for at in (from..self.open.len()).rev() {
            if ended.contains(&&*self.open[at].name) {
                self.owe(self.open[at].breaks.unwrap_or(0));
                return self.close(at);
            }
            if stop(&self.open[at]) {
                return;
            }
        }
    }

    /// The element that a tag opens.
    fn opened(&mut self, name: Cow<'p, str>, attributes: &Attributes<'p>) -> Open<'p> {
        let mut look = Look::default();
        let mut quote = false;
        for (attribute, value) in attributes.iter() {
            match attribute {
                "style" => look.merge(&self.styled(value)),
                "color" | "bgcolor" => look.read_old(attribute, &value.read()),
                "hidden" => look.hidden = true,
                "type" if value.read() == "cite" => quote = true,
                "class" => {
                    let classes = value.read();
                    quote |= classes.contains("quote");
                    look.merge(&self.sheet.look(&classes));
                }
                _ => {}
            }
        }
        let quote = &*name == "blockquote" && (quote || look.bar);
        let above = self.open.last();
        look.colour = look.colour.or_else(|| above.and_then(|open| open.look.colour));
        look.behind = look.behind.or_else(|| above.and_then(|open| open.look.behind));
        let inherited = above.is_some_and(|open| open.unseen && (open.look.hidden || is_template(&open.name)));
        look.hidden |= inherited;
        let unseen = look.hidden || is_template(&name) || is_unseen(look.colour, look.behind);
        let items = (name == "ol").then_some(0);
        // Outlook sets its lines as paragraphs without a margin.
        let breaks = breaks(&name).map(|breaks| if look.tight == Some(true) { breaks.min(1) } else { breaks });
        Open { name, breaks, unseen, look, quote, items }
    }

    fn push(&mut self, open: Open<'p>) {
        *self.counts.entry(open.name.clone()).or_default() += 1;
        self.quotes += usize::from(open.quote);
        self.preformatted += usize::from(&*open.name == "pre");
        self.open.push(open);
    }

    /// What a `style` attribute says. Mail programs repeat the same few.
    fn styled(&mut self, style: Value<'p>) -> Look {
        if let Some(known) = self.styled.get(&style) {
            return known.clone();
        }
        let mut look = Look::default();
        look.read(&style.read());
        if self.styled.len() >= STYLES {
            self.styled.clear();
        }
        self.styled.insert(style, look.clone());
        look
    }

    /// The mark of a list item.
    fn item(&mut self) {
        let from = self.open.len().saturating_sub(REACH);
        let list = self.open[from..].iter_mut().rev().find(|open| matches!(&*open.name, "ol" | "ul"));
        let mark = match list.and_then(|list| list.items.as_mut()) {
            Some(items) => {
                *items += 1;
                format!("{items}. ")
            }
            None => "- ".to_owned(),
        };
        if !self.is_unseen() {
            self.settle();
            self.text.push_str(&mark);
            self.blank = false;
        }
    }

    /// Closes the innermost element of this name.
    fn close_named(&mut self, name: &str) {
        let block = breaks(name).is_some();
        let from = self.open.len().saturating_sub(if block { usize::MAX } else { REACH });
        for at in (from..self.open.len()).rev() {
            if self.open[at].name == name {
                self.owe(self.open[at].breaks.unwrap_or(0));
                return self.close(at);
            }
            // An inline end tag does not reach out of a block, as in a browser.
            if !block && self.open[at].breaks.is_some() {
                return;
            }
        }
    }

    /// Closes this element and all within it.
    fn close(&mut self, at: usize) {
        for open in self.open.drain(at..) {
            self.quotes -= usize::from(open.quote);
            self.preformatted -= usize::from(&*open.name == "pre");
            if let Some(count) = self.counts.get_mut(&open.name) {
                *count -= 1;
            }
        }
    }

    fn is_unseen(&self) -> bool {
        self.open.last().is_some_and(|open| open.unseen)
    }

    /// A blank, or a character that is none at all.
    fn blank(&mut self, c: char) {
        if self.preformatted > 0 && c == '\n' {
            self.breaks = (self.breaks + 1).min(2);
        } else if self.preformatted > 0 && !is_nothing(c) {
            self.settle();
            self.text.push(if c.is_control() && c != '\t' { ' ' } else { c });
        } else {
            self.blank |= !is_nothing(c);
        }
    }

    /// Pays the line breaks and blanks that are owed.
    fn settle(&mut self) {
        if self.breaks == 0 && !self.blank && !self.text.is_empty() {
            return;
        }
        if self.breaks > 0 && !self.text.is_empty() {
            let mark = ">".repeat(self.quotes.min(DEEPEST));
            self.trim_line();
            for _ in 1..self.breaks {
                self.text.push('\n');
                self.text.push_str(&mark);
            }
            self.text.push('\n');
            self.mark();
        } else if self.text.is_empty() {
            self.mark();
        } else if self.blank && !self.line_is_empty() {
            self.text.push(' ');
        }
        self.breaks = 0;
        self.blank = false;
    }

    /// The marks of quotation at the start of a line.
    fn mark(&mut self) {
        if self.quotes > 0 {
            self.text.push_str(&">".repeat(self.quotes.min(DEEPEST)));
            self.text.push(' ');
        }
    }

    fn trim_line(&mut self) {
        let kept = self.text.trim_end_matches([' ', '\t', '\u{a0}']).len();
        self.text.truncate(kept);
    }

    fn line_is_empty(&self) -> bool {
        self.breaks > 0 || self.text.is_empty() || self.text.ends_with(['\n', '\t', ' '])
    }

    fn owe(&mut self, breaks: u8) {
        self.breaks = self.breaks.max(breaks);
    }

    fn finish(self) -> Plain {
        let Self { text, hidden, links, .. } = self;
        Plain { text: trimmed(text), hidden: trimmed(hidden), links }
    }
}

/// Without the blanks at both ends.
fn trimmed(mut text: String) -> String {
    text.truncate(text.trim_end().len());
    let start = text.len() - text.trim_start().len();
    text.drain(..start);
    text
}

/// A control sign that not even separates words: nobody sees it, and plain text of a mail has none either.
fn is_nothing(c: char) -> bool {
    c.is_control() && !c.is_whitespace()
}

/// Where the first word of a text ends.
fn end_of_word(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    // Signs apart are ASCII, or among those that begin with one of these four bytes.
    let may_be = |byte: &u8| matches!(byte, 0..=0x20 | 0x7F | 0xC2 | 0xE1..=0xE3);
    while let Some(skipped) = bytes[at..].iter().position(may_be) {
        at += skipped;
        match text[at..].chars().next() {
            Some(c) if !is_apart(c) => at += c.len_utf8(),
            _ => return at,
        }
    }
    text.len()
}

/// What is no part of a word.
fn is_apart(c: char) -> bool {
    c.is_control() || (c.is_whitespace() && c != '\u{a0}')
}

fn push_collapsed(text: &mut String, c: char) {
    if !c.is_whitespace() {
        text.push(c);
    } else if !text.ends_with(' ') {
        text.push(' ');
    }
}

/// Elements that stand on lines of their own, and how many line breaks set them off.
fn breaks(name: &str) -> Option<u8> {
    match name {
        "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "blockquote" | "ul" | "ol" | "dl" | "table" | "pre" => Some(2),
        "div" | "tr" | "li" | "section" | "article" | "header" | "footer" | "center" | "form" | "address" | "dt"
        | "dd" | "caption" | "fieldset" | "body" => Some(1),
        "td" | "th" | "tbody" | "thead" => Some(0),
        _ => None,
    }
}

/// Elements without content.
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

/// Elements whose content is never text for a reader.
fn is_dropped(name: &str) -> bool {
    matches!(name, "script" | "style" | "title" | "iframe" | "noembed" | "noframes" | "xmp")
}

/// Elements that browsers keep but never show.
fn is_template(name: &str) -> bool {
    matches!(name, "template" | "head" | "datalist" | "object" | "audio" | "video" | "canvas" | "svg")
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn html_is_read_as_a_person_sees_it() {
        for (html, text) in [
            ("<p>Hei</p><p>Når får jeg&nbsp;svar?</p>", "Hei\n\nNår får jeg\u{a0}svar?"),
            ("<div>En</div><div>To<br>Tre</div>", "En\nTo\nTre"),
            ("<ul><li>a<li>b</ul><ol><li>c</li><li>d</li></ol>", "- a\n- b\n\n1. c\n2. d"),
            ("<table><tr><td>Gebyr<td>kr 500</tr><tr><td>x</td><td>y</td></tr></table>", "Gebyr\tkr 500\nx\ty"),
            (
                "Ja<div>Den 1. skrev Kari:<blockquote class=gmail_quote><p>En</p><p>To</p></blockquote></div>",
                "Ja\nDen 1. skrev Kari:\n>\n> En\n>\n> To",
            ),
            ("<style>p{}</style><script>if(a<b)alert('</p>')</script><!-- x --><title>T</title>Tekst", "Tekst"),
            ("a  <b>b</b>\n c", "a b c"),
            ("<pre>a\n  b</pre>", "a\n  b"),
            ("a\u{7}b&#x1b;[31m c\u{85}d<pre>\u{c}e\tf", "ab[31m c d\n\n e\tf"),
            ("<p>a<p>b", "a\n\nb"),
            (
                "<style><!-- /* x */ @font-face{a:b} p.MsoNormal, li.MsoNormal {margin:0cm; font-size:11pt} --></style><p class=MsoNormal>a</p><p class=MsoNormal>b</p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>c</p><p>d</p>",
                "a\nb\n\nc\n\nd",
            ),
            ("<p style='margin:0'>a</p><p style='margin:0 0 8pt'>b</p><p style='margin:0'>c", "a\n\nb\n\nc"),
            ("&lt;b&gt; &aelig; &#248;", "<b> æ ø"),
            ("<textarea><style>a &amp; b</style></textarea><plaintext><title>c", "<style>a & b</style><title>c"),
            ("", ""),
        ] {
            assert_eq!(plain(html).text, text, "{html}");
        }
    }

    #[test]
    fn what_is_hidden_is_kept_apart() {
        for (html, text, hidden) in [
            ("<p>Hei</p><div style='display:none'>a <b>b</b></div>", "Hei", "a b"),
            ("<span hidden>x</span>y", "y", "x"),
            ("<div style='color:#ffffff'>hvit</div>sort", "sort", "hvit"),
            ("<div bgcolor=black><font color=white>les</font></div>", "les", ""),
            ("<div style='font-size:0'><p>x</p></div>y", "y", "x"),
            ("<div style='visibility:hidden'><span></div>etter", "etter", ""),
            ("<span style='display:none'><div>x</span>y</div>", "", "xy"),
            (
                "<style>@media print{.b{display:none}} .a, p.c{display:none}</style><p class='x a'>a</p><p class=b>b</p><p class=c>c</p>",
                "b",
                "ac",
            ),
            ("<template>x</template>y", "y", "x"),
        ] {
            let read = plain(html);
            assert_eq!((read.text.as_str(), read.hidden.as_str()), (text, hidden), "{html}");
        }
    }

    #[test]
    fn links_and_pictures_are_listed() {
        let read =
            plain("<a href='https://example.org/x'>her</a><img src=https://example.org/p.png><img src='data:x'>");
        assert_eq!(read.links, ["https://example.org/x", "https://example.org/p.png"]);
        assert_eq!(read.text, "her");
    }

    #[test]
    fn hostile_html_is_read_in_the_time_of_its_length() {
        let at = std::time::Instant::now();
        let attributes: String = (0..30_000).map(|n| format!(" a{n}=b")).collect();
        for html in [
            "<div>".repeat(100_000) + "inne",
            "<b>".repeat(20_000) + &"</i>".repeat(20_000) + "inne",
            "<span><div>".to_owned() + &"<b>".repeat(10_000) + &"</span>".repeat(10_000) + "inne",
            "<p>".repeat(20_000) + "inne",
            "<blockquote type=cite>".repeat(20_000) + "inne",
            "<ul><li>".repeat(10_000) + "inne",
            format!("<p{attributes}>inne"),
            "<!--".repeat(20_000) + "-->inne",
            "&".repeat(50_000) + "inne",
            "\0".repeat(1_000) + "inne",
        ] {
            assert!(plain(&html).text.ends_with("inne") || html.starts_with("<!"), "{}", &html[..20]);
        }
        assert!(at.elapsed().as_secs() < 60, "{:?}", at.elapsed());
    }
}
