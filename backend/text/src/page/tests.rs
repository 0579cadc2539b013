//! The tokenizer against html5ever's, which was made by others after the same standard.

use super::{Attributes, Page, Reader, reference};
use html5ever::{
    data::NAMED_ENTITIES,
    tendril::StrTendril,
    tokenizer::{
        BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
        states::{Rawtext, Rcdata, ScriptData},
    },
};
use std::{borrow::Cow, cell::RefCell};

/// What both say of a page: start and end tags, texts and comments, each on a line of its own.
#[derive(Default)]
struct Told(String);

impl Told {
    fn tell(&mut self, what: &str, text: &str) {
        // Neither says where a text is cut into pieces.
        if !(what == "text" && self.0.ends_with('\u{1}')) {
            self.0.push_str(&format!("\n{what} "));
        }
        if self.0.ends_with('\u{1}') {
            self.0.pop();
        }
        self.0.push_str(text);
        if what == "text" {
            self.0.push('\u{1}');
        }
    }
}

impl<'p> Reader<'p> for Told {
    fn start(&mut self, name: Cow<'p, str>, attributes: &Attributes<'p>) {
        let all: Vec<_> = attributes.iter().map(|(name, value)| format!(" {name}={:?}", value.read())).collect();
        self.tell("start", &(name.into_owned() + &all.concat()));
    }

    fn end(&mut self, name: &str) {
        self.tell("end", name);
    }

    fn text(&mut self, text: &str) {
        self.tell("text", text);
    }

    fn comment(&mut self, comment: &str) {
        self.tell("comment", comment);
    }
}

fn ours(html: &str) -> String {
    let mut told = Told::default();
    Page::new(html).read(&mut told);
    told.0
}

#[derive(Default)]
struct Theirs(RefCell<Told>);

impl TokenSink for Theirs {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut told = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                let all = tag.attrs.iter().map(|it| format!(" {}={:?}", it.name.local, &*it.value));
                told.tell("start", &(tag.name.to_string() + &all.collect::<String>()));
                return match &*tag.name {
                    "script" => TokenSinkResult::RawData(ScriptData),
                    "title" | "textarea" => TokenSinkResult::RawData(Rcdata),
                    "style" | "iframe" | "noembed" | "noframes" | "xmp" => TokenSinkResult::RawData(Rawtext),
                    "plaintext" => TokenSinkResult::Plaintext,
                    _ => TokenSinkResult::Continue,
                };
            }
            Token::TagToken(tag) => told.tell("end", &tag.name),
            Token::CharacterTokens(text) if !text.is_empty() => told.tell("text", &text),
            Token::CommentToken(comment) => told.tell("comment", &comment),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

fn theirs(html: &str) -> String {
    let tokenizer = Tokenizer::new(Theirs::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    while !matches!(tokenizer.feed(&input), html5ever::TokenizerResult::Done) {}
    tokenizer.end();
    tokenizer.sink.0.into_inner().0
}

#[test]
fn a_page_is_read_as_the_standard_says() {
    for html in [
        "Hei <b class=a>Per</b>, p&aring; &lt;b&gt; &notit; &notin; &ampx; &am; &#229;&#xE5;&#x80;&#0;&#xD800;&#99999999999; &#; &#x; &",
        "<P CLASS='A&amp;b' class=c Hidden STYLE = \"x: 'y>'\" a/b=/c d= e=>Hei</P x='>'>",
        "<a href='?a=1&copy=2&copy;&copyx&copy'><a b=\"\0\" \0=x><\0>\0a<p/ =a==b/>",
        "<p a<b c\"d='e'f g=h/>i</p/ ></><//p></ p><?php x ?><!x><!><!DOCTYPE html PUBLIC '>'>a<![CDATA[ b ]]> c",
        "<!---->a<!-->b<!--->c<!-- d --!>e<!-- <!-- -- > -->f<!-----g-->h<!--<!->--!-->i<!-- j",
        "<!--a--",
        "<!--a-",
        "<!--a--!",
        "<!--",
        "<!---",
        "<!----",
        "<!----!",
        "<!-",
        "<!",
        "<!--<!-",
        "<!-- --!-",
        "<!-->",
        "<!d",
        "<",
        "</",
        "<a",
        "<a ",
        "<a b",
        "<a b=",
        "<a b='",
        "<a b=c",
        "<a b='c'",
        "<a /",
        "</a",
        "</a b",
        "a<b",
        "< a",
        "<1",
        "<<a>",
        "<&lt;",
        "<title>a &amp; <b> </titles></TITLE x>c<textarea>&lt;<b></textarea>d<style>a &amp; </style/>e<title>f</title",
        "<xmp>\0<b></xmp>a<noembed></noembe><plaintext>a</plaintext>\0&amp;",
        "<script>a</script>b<script><!-- </script>c<script><!-- <script> </script> --> <script></script>d<script><!--> <script></script>e",
        "<script><!-- <scriptx> </script>f<script><!--<script/</script ><!-- </script>g--></script>h<script>-->",
        "<script><!---><script></script>i",
        "<script><!-- <script> -- ></script>j",
        "<script><!--<script>--></script>k",
        "a\r\nb\rc\n\rd\r\r\n<p title='\r\n'>\r",
        "\u{feff}a\u{feff}",
        "\r",
        "",
        "<p æ=å Ø=Ø>ø</p>&aring&aringa;&hellip;&NotEqualTilde;&fjlig;&CounterClockwiseContourIntegral;&CounterClockwiseContourIntegral",
    ] {
        assert_eq!(ours(html), theirs(html), "{html:?}");
    }
}

/// Pieces that mean something to a tokenizer.
const PIECES: &[&str] = &[
    "<",
    ">",
    "</",
    "/",
    "/>",
    "=",
    "\"",
    "'",
    "&",
    "&amp",
    "&amp;",
    "&not",
    "in;",
    "&#",
    "x",
    "41;",
    "&#38",
    ";",
    "!",
    "<!--",
    "-->",
    "--",
    "-",
    "--!>",
    "<!",
    "?",
    "<script",
    "</script",
    "<style>",
    "</style>",
    "<title>",
    "</title>",
    "<textarea>",
    "</textarea>",
    "<plaintext>",
    "<xmp>",
    "</xmp ",
    "<p",
    " class=",
    " id='",
    "a",
    "B",
    "å",
    "\u{1f600}",
    "\0",
    "\r",
    "\n",
    " ",
    "\t",
    "\u{c}",
    "[CDATA[",
    "]]>",
    "<!doctype",
    "<a href=\"",
];

#[test]
fn pages_of_any_making_are_read_as_the_standard_says() {
    let mut state = 0x9e37_79b9_u64;
    for _ in 0..20_000 {
        let mut html = String::new();
        for _ in 0..14 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            html.push_str(PIECES[(state >> 33) as usize % PIECES.len()]);
        }
        assert_eq!(ours(&html), theirs(&html), "{html:?}");
    }
}

#[test]
fn every_named_reference_is_read() {
    for (name, (first, _)) in NAMED_ENTITIES.entries().filter(|(_, (first, _))| *first != 0) {
        let text = format!("&{name}");
        let (signs, length) = reference::read(&text, false).unwrap_or_else(|| panic!("{name}"));
        assert_eq!(signs.encode(&mut [0; 8]).chars().next(), char::from_u32(*first), "{name}");
        assert_eq!(length, text.len(), "{name}");
    }
}

#[test]
fn of_a_flood_of_attributes_the_first_are_kept() {
    let flood: String = (0..1000).map(|n| format!(" a{n}=\"ø{n}\"")).collect();
    let told = ours(&format!("<p{flood}>Hei</p><p id=x>"));
    assert!(told.contains("a199=") && !told.contains("a200="), "{told}");
    assert!(told.ends_with("\nend p\nstart p id=\"x\""), "{told}");
}
