//! A sealed letter whose HTML somebody changed (sluse): where a browser shows other letters than the sealed ones, it never simply leaves.

use crate::{
    html::TAGS,
    page::{HIDING, seen, signs},
    words::SAID,
};
use domain::{
    draft::normal::normalise,
    port::Reader,
    send::{Answer, Envelope, Known, Outgoing, Seal, gate::compare, letter_html},
    thread::{Address, Message},
};
use fuzz::Pick;
use jiff::{Timestamp, ToSpan};
use text::Text;
use vocabulary::{ConversationId, DraftId, Language, Reference};

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

fn now() -> Timestamp {
    "2026-03-02T10:00:00Z".parse().expect("a time")
}

fn seal(letter: &str) -> Seal {
    Seal {
        reference: Reference::new("SV-0000-0000-0000-0000"),
        draft: DraftId::new("d"),
        revision: 1,
        conversation: ConversationId::new("c"),
        envelope: Envelope {
            from: "post@fjordvik.kommune.no".into(),
            subject: "Tilbygg".into(),
            to: vec!["per.haug@example.no".into()],
            ..Envelope::default()
        },
        text: normalise(letter),
        made: now() - 1.hour(),
        expires: now() + 23.hours(),
        sent: None,
    }
}

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
        let below = shown.strip_prefix(&sealed).unwrap_or_else(|| panic!("{page}\nsealed {sealed}\nshown {shown}"));
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
