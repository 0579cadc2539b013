//! HTML as a reader sees it (lesbar tekst): nothing made up, no control signs, and a letter of ours comes back as it was.

use crate::words::SAID;
use domain::{
    draft::{Draft, Frame, normal::normalise},
    port::Reader,
    send::letter_html,
};
use text::Text;
use vocabulary::{Language, Outcome};

/// Pieces of pages.
pub(crate) const TAGS: &[&str] = &[
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<br>",
    "<b>",
    "</b>",
    "<span style=\"display:none\">",
    "<span style='color:#fff;font-size:0'>",
    "</span>",
    "<ul>",
    "<li>",
    "</li></ul>",
    "<table><tr><td>",
    "</td><td>",
    "</td></tr></table>",
    "<td>",
    "<blockquote>",
    "</blockquote>",
    "<a href=\"https://x.no\">",
    "<a href=javascript:x>",
    "</a>",
    "<img src=cid:1 alt='bilde'>",
    "<style>p{display:none}",
    "<style>.a{font-size:0}</style>",
    "</style>",
    "<script>alert(1)",
    "</script>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<textarea>",
    "<title>",
    "<plaintext>",
    "<noscript>",
    "<template>",
    "<svg>",
    "<math>",
    "&amp;",
    "&lt;",
    "&#x1F600;",
    "&#0;",
    "&#xD800;",
    "&nbsp;",
    "&shy;",
    "&am",
    "<",
    ">",
    "</",
    "<p",
    "class=a",
    "style=\"visibility:hidden\"",
    "hidden",
    "aria-hidden=true",
    "=\"",
    "'",
    "<pre>",
    "</pre>",
    "Hei",
    "tekst",
    "<h1>",
    "<o:p>",
    "<body bgcolor=white>",
    "<font color=white size=1>",
    "<details>",
    "<select><option>",
    "<input value=x>",
];

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphabetic())
}

fuzz::target!(
    /// HTML of any making.
    html_plain, 1_500, |pick| {
    let html = pick.text_of(&[TAGS, SAID]);
    let plain = Text.plain(&html);
    let odd = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    assert!(!plain.text.contains(odd), "{html:?}: {:?}", plain.text);
    if !html.contains('&') {
        let mut source = letters(&html);
        assert!(letters(&plain.text).all(|c| source.any(|other| other == c)), "made up: {html:?}: {:?}", plain.text);
    }
    for link in &plain.links {
        assert!(!link.trim().is_empty(), "{html:?}");
    }
});

fuzz::target!(
    /// A letter of ours, written as HTML and read again.
    html_letter, 1_000, |pick| {
    let frame = Frame { language: Language::Nb, outcome: Outcome::Ready, footer: normalise(&pick.words(3, SAID)), recipients: Vec::new() };
    let Ok(draft) = Draft::parse(&pick.text_of(&[TAGS, SAID]), frame) else { return };
    let letter = draft.letter();
    let html = letter_html(&letter, Language::Nb);
    let plain = Text.plain(&html);
    let without_points = |text: &str| {
        let lines = text.lines().map(str::trim);
        let bare = lines.map(|line| ["- ", "• ", "* ", "– "].iter().find_map(|sign| line.strip_prefix(sign)).unwrap_or(line));
        normalise(&bare.collect::<Vec<_>>().join("\n"))
    };
    assert_eq!(without_points(&plain.text), without_points(&letter), "{letter:?}: {html:?}");
    assert!(plain.hidden.is_empty() && plain.links.is_empty(), "{letter:?}: {plain:?}");
});
