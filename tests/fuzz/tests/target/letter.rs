//! A sealed letter whose HTML somebody changed (sluse): where a browser shows other letters than the sealed ones, it never simply leaves.

use crate::{
    gate::{now, seal},
    html::TAGS,
    page::{HIDING, seen, signs},
    words::SAID,
};
use domain::{
    port::Reader,
    send::{Answer, Known, Outgoing, gate::compare, letter_html},
    thread::{Address, Message},
};
use fuzz::Pick;
use text::Text;
use vocabulary::Language;

/// Words that neither letter nor thread holds.
const PUT_IN: &[&str] = &["Xylofon", "Du vant quiz", "777", "x", "ZZ", "kr 4 444 444", "§ 99"];

/// What may stand around words: the last two columns of a start and its end. Programs read some of these in ways of their own.
const AROUND: &[(&str, &str)] = &[
    ("<p>", "</p>"),
    ("<b>", "</b>"),
    ("<div>", "</div>"),
    ("<span style='color:#fff'>", "</span>"),
    ("<span style='color:red'>", "</span>"),
    ("<s>", "</s>"),
    ("<a href='https://x.example'>", "</a>"),
    ("<table><tr><td>", "</td></tr></table>"),
    ("<table>", "</table>"),
    ("<table><style>", "</style></table>"),
    ("<svg>", "</svg>"),
    ("<svg><text>", "</text></svg>"),
    ("<svg><style><p>", "</p></style></svg>"),
    ("<svg><style>", "</style></svg>"),
    ("<svg><script><p>", "</p></script></svg>"),
    ("<svg><title><p>", "</p></title></svg>"),
    ("<svg><title>", "</title></svg>"),
    ("<svg><desc><style>", "</style></desc></svg>"),
    ("<svg><foreignObject>", "</foreignObject></svg>"),
    ("<svg><iframe>", "</iframe></svg>"),
    ("<svg><![CDATA[", "]]></svg>"),
    ("<math><mi>", "</mi></math>"),
    ("<math><style><p>", "</p></style></math>"),
    ("<math><title>", "</title></math>"),
    ("<math><mtext><style>", "</style></mtext></math>"),
    ("<math><xmp>", "</xmp></math>"),
    ("<math><script>", "</script></math>"),
    ("<math><noembed>", "</noembed></math>"),
    ("<![CDATA[", "]]>"),
    ("<!--", "-->"),
    ("<!--[if mso]>", "<![endif]-->"),
    ("<!--[if !mso]><!-->", "<!--<![endif]-->"),
    ("<!-->", "-->"),
    ("<!--->", "-->"),
    ("<!-- --!>", "<!-- -->"),
    ("<!x>", ""),
    ("<?x ", "?>"),
    ("</ x>", ""),
    ("<style>", "</style>"),
    ("<style/>", "</style>"),
    ("<style><!--</style>", "--></style>"),
    ("<style></style >", ""),
    ("<style></stylex>", "</style>"),
    ("<script>", "</script>"),
    ("<script><!--<script></script>", "--></script>"),
    ("<title>", "</title>"),
    ("<title></title>", "</title>"),
    ("<title/>", "</title>"),
    ("<textarea>", "</textarea>"),
    ("<textarea><style>", "</style></textarea>"),
    ("<textarea><!--", "--></textarea>"),
    ("<textarea><p title='</textarea>", "'></p>"),
    ("<xmp>", "</xmp>"),
    ("<xmp><style>", "</style></xmp>"),
    ("<plaintext>", ""),
    ("<listing>", "</listing>"),
    ("<noscript>", "</noscript>"),
    ("<noscript><style>", "</style></noscript>"),
    ("<noembed>", "</noembed>"),
    ("<noframes>", "</noframes>"),
    ("<iframe>", "</iframe>"),
    ("<template>", "</template>"),
    ("<template><style>", "</style></template>"),
    ("<template></template>", "</template>"),
    ("<select><option>", "</option></select>"),
    ("<select><style>", "</style></select>"),
    ("<option>", "</option>"),
    ("<button>", "</button>"),
    ("<details>", "</details>"),
    ("<details open>", "</details>"),
    ("<summary>", "</summary>"),
    ("<dialog open>", "</dialog>"),
    ("<object>", "</object>"),
    ("<object/>", ""),
    ("<canvas>", "</canvas>"),
    ("<head>", "</head>"),
    ("<head><p>", "</p></head>"),
    ("<head><body>", ""),
    ("<body>", ""),
    ("<html>", "</html>"),
    ("</body>", ""),
    ("</html>", ""),
    ("<frameset>", "</frameset>"),
    ("<form><form>", "</form>"),
    ("<ruby>a<rt>", "</rt></ruby>"),
    ("<ol><li>", "</li></ol>"),
    ("<ul><li>", "</li></ul>"),
    ("<dl><dt>", "</dt></dl>"),
    ("<pre>", "</pre>"),
    ("<blockquote type=cite>", "</blockquote>"),
    ("<q>", "</q>"),
    ("<sup>", "</sup>"),
    ("<bdo dir=rtl>", "</bdo>"),
    ("<p hidden>", "</p>"),
    ("<br>", "<br>"),
    ("<hr>", ""),
    ("<input value='", "'>"),
    ("<img alt='", "'>"),
    ("<p title='", "'></p>"),
    ("<p title=\"'", "'\"></p>"),
    ("<x-y>", "</x-y>"),
    ("<o:p>", "</o:p>"),
    ("<p/>", ""),
    ("</p>", ""),
    ("</br>", ""),
    ("<image>", ""),
    ("<isindex>", ""),
    ("<marquee>", "</marquee>"),
    ("<caption>", "</caption>"),
    ("<col>", ""),
];

fn outgoing(html: &str) -> Outgoing {
    let plain = Text.plain(html);
    Outgoing {
        from: "post@fjordvik.kommune.no".into(),
        to: vec!["per.haug@example.no".into()],
        subject: "SV: Tilbygg".into(),
        text: plain.text,
        hidden: plain.hidden,
        links: plain.links,
        dress: Text.dress(html),
        ..Outgoing::default()
    }
}

const MAIL: &str = "Hva koster det å søke om tilbygg?";
const QUOTE: &str = "<hr><div><b>Fra:</b> Per Haug &lt;per.haug@example.no&gt;<br><b>Sendt:</b> mandag 2. mars 2026 11:00<br><b>Emne:</b> Tilbygg</div><p>Hva koster det å søke om tilbygg?</p>";

fn known() -> Known {
    let from = Address { name: Some("Per Haug".into()), address: "per.haug@example.no".into() };
    Known::of(&[Message {
        from,
        text: MAIL.into(),
        date: Some(now()),
        subject: "Tilbygg".into(),
        ..Message::default()
    }])
}

fn letter(pick: &mut Pick<'_>) -> String {
    let said: Vec<&str> = (0..=pick.below(6)).map(|_| pick.one(SAID)).collect();
    format!("{}\n\nRef. SV-0000-0000-0000-0000", said.join(pick.one(&[" ", "\n", "\n\n", "\n- "])))
}

/// The pieces of a page: tags, and the words between them.
fn pieces(html: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    for piece in html.split_inclusive('>') {
        let (words, tag) = piece.split_at(piece.find('<').unwrap_or(piece.len()));
        pieces.extend(words.split_inclusive(' ').chain([tag]).filter(|it| !it.is_empty()).map(str::to_owned));
    }
    pieces
}

/// One change of the page.
fn change(pieces: &mut Vec<String>, pick: &mut Pick<'_>) {
    let (one, other) = (pick.below(pieces.len() + 1), pick.below(pieces.len() + 1));
    let (start, end) = (one.min(other), one.max(other));
    let (before, after) = pick.one(AROUND);
    match pick.below(12) {
        0..=2 => {
            let (outer, end) = if pick.coin() { pick.one(AROUND) } else { ("", "") };
            pieces.insert(start, format!("{outer}{before}{}{after}{end}", pick.one(PUT_IN)));
        }
        3 => drop(pieces.drain(start..end.min(start + 3))),
        4 | 5 => {
            pieces.insert(end, after.to_owned());
            pieces.insert(start, before.to_owned());
        }
        6 => {
            let name = pick.one(&["span", "span", "b", "font", "a", "div", "td", "table", "tr", "li", "h1", "nobr"]);
            pieces.insert(end, format!("</{name}>"));
            pieces.insert(start, format!("<{name} style='{}'>", pick.one(HIDING)));
        }
        7 => pieces.insert(start, pick.one(&[before, after]).to_owned()),
        8 => {
            let moved: Vec<String> = pieces.drain(start..end.min(start + 3)).collect();
            let to = pick.below(pieces.len() + 1);
            pieces.splice(to..to, moved);
        }
        9 => {
            if let Some(piece) = pieces.get_mut(start) {
                *piece = pick.words(3, PUT_IN);
            }
        }
        10 => pieces.insert(start, pick.one(TAGS).to_owned()),
        _ => {
            if let Some(piece) = pieces.get_mut(start) {
                *piece = String::from_utf8_lossy(&pick.mutated(piece.as_bytes(), TAGS)).into_owned();
            }
        }
    }
}

/// A letter, its page, and the page with some changes.
fn changed(pick: &mut Pick<'_>) -> (String, String, String) {
    let letter = letter(pick);
    let html = letter_html(&letter, Language::Nb);
    let mut pieces = pieces(&html);
    for _ in 0..=pick.below(3) {
        change(&mut pieces, pick);
    }
    (letter, html, pieces.concat())
}

fuzz::target!(
    /// Where a browser shows other letters than the sealed ones, alone or above a quote, the mail does not leave without a person's word.
    letter_changed, 3_000, |pick| {
    let quote = if pick.coin() { QUOTE } else { "" };
    let (letter, html, changed) = changed(pick);
    let (seal, known, page) = (seal(&letter), known(), format!("{changed}{quote}"));
    assert_eq!(compare(&seal, &outgoing(&format!("{html}{quote}")), &known, now()), Answer::Allow, "{letter:?}");
    if compare(&seal, &outgoing(&page), &known, now()) == Answer::Allow {
        let (sealed, shown) = (seen(&html), seen(&page));
        let below = shown.strip_prefix(&sealed).unwrap_or_else(|| panic!("{page}\nof {html}\nsealed {sealed}\nshown {shown}"));
        let whole = signs(&Text.plain(QUOTE).text);
        assert!(whole.contains(below) , "{page}\nbelow the letter stands {below}");
    }
});

fuzz::target!(
    /// The two readers of a page find the same words in it, where none are hidden: else the block would end elsewhere than its last letter.
    letter_readers, 2_000, |pick| {
    let (_, _, page) = changed(pick);
    let (plain, dress) = (Text.plain(&page), Text.dress(&page));
    // Numbers of points are written by the one and not by the other.
    let letters = |text: &str| signs(text).chars().filter(|c| c.is_alphabetic()).collect::<String>();
    if letters(&plain.hidden).is_empty() {
        assert_eq!(letters(&plain.text), letters(&dress.text), "{page}");
    }
});

/// Rules that hide what they apply to.
const RULES: &[&str] =
    &["display:none", "visibility:hidden", "font-size:0", "opacity:0", "transform:scale(0)", "text-indent:-9999px"];
/// Selectors of a `<b class=a id=b title="x y">` in a paragraph of the letter.
const SELECTORS: &[&str] = &[
    ".a",
    "b.a",
    "#b",
    "b",
    "*",
    "p .a",
    "p>b",
    "div b",
    ".z,.a",
    ":is(.a)",
    ":is(p .a)",
    ":where(div b)",
    "b:not(.z .y)",
    "[title]",
    "[title='x y']",
    ".a[title=\"x y\"]",
    "b:nth-child(n)",
    "[title~=x]",
    ".a:not(#z)",
    "p *",
    "b[class]#b",
    "p b:first-child,b:nth-child(n + 1)",
];
/// What may stand around a rule and does not end it.
const SHEETS: &[(&str, &str)] = &[
    ("", ""),
    ("@media all{", "}"),
    ("@media screen,print {", "}"),
    ("@supports (color:red){", "}"),
    ("@layer x{", "}"),
    ("div{", "}"),
    ("div{color:red;", "}"),
    (".z{content:'/*'}", ".z{content:'*/'}"),
    (".z{content:\"}\"}", ""),
    ("/* } */", ""),
    ("<!--", "-->"),
    (".z{background:url(/*)}", ".z{background:url(*/)}"),
    ("@font-face{font-family:x;src:local(x)}", ""),
    (".z{x:'\\'/*'}", "/**/"),
    ("@charset 'x';", ""),
    (".z{}", "}"),
    ("[title='{']{color:red}", ""),
];

/// How a sheet may begin.
const STYLES: &[&str] = &[
    "<style>",
    "<style>",
    "<STYLE type='text/css'>",
    "<style title='\">'>",
    "<style title=\"'>/*\">",
    "<p title='<style>\"'></p><style>",
    "<!-- <style> \" --><style>",
    "<textarea><style></textarea><style>",
    "<style>p{}</style><style>",
    "<title><style>'</title><style/>",
    "<style\n>",
];

/// The same words as CSS reads them: comments, blanks, capitals and escapes that change nothing.
fn respelled(css: &str, pick: &mut Pick<'_>) -> String {
    let mut written = String::new();
    let mut quote = None;
    for c in css.chars() {
        match (c, quote) {
            ('\'' | '"', None) => quote = Some(c),
            (c, Some(open)) if c == open => quote = None,
            _ => {}
        }
        let plain = quote.is_none();
        match pick.below(24) {
            0 if plain && matches!(c, ':' | '{' | ';' | '}') => {
                written.push_str(pick.one(&["/**/", "/* : ; } */", " ", "\n", "\t"]))
            }
            1 if c.is_ascii_lowercase() => written.push_str(&format!("\\{:x} ", u32::from(c))),
            2 if c.is_ascii_lowercase() => written.push_str(&format!("\\{:06x} ", u32::from(c))),
            3 if ('g'..='z').contains(&c) => written.push_str(&format!("\\{c}")),
            _ => {
                written.push(c);
                continue;
            }
        }
        if !c.is_ascii_lowercase() {
            written.push(c);
        }
    }
    written
}

fuzz::target!(
    /// A word of the letter that a style hides, however the style is written.
    letter_sheet, 1_000, |pick| {
    let html = letter_html("Hei Per! Gebyret er kr 12 500.\n\nRef. SV-0000-0000-0000-0000", Language::Nb);
    let hides = pick.one(RULES);
    let ends = pick.one(&["", ";", " ! important", "!important;", "; color:red", ";;"]);
    let style = format!("{}{}", respelled(hides, pick), ends);
    let page = if pick.coin() {
        html.replace("Gebyret", &format!("<b style=\"{}\">Gebyret</b>", style.replace('"', "'")))
    } else {
        let (before, after) = pick.one(SHEETS);
        let rule = format!("{}{{{style}}}", respelled(pick.one(SELECTORS), pick));
        format!("{}{before}{rule}{after}</style>{}", pick.one(STYLES), html.replace("Gebyret", "<b class=a id=b title=\"x y\">Gebyret</b>"))
    };
    let answer = compare(&seal("Hei Per! Gebyret er kr 12 500. Ref. SV-0000-0000-0000-0000"), &outgoing(&page), &known(), now());
    assert!(answer != Answer::Allow, "{page}");
});
