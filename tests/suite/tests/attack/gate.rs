//! The gate under attack: a sealed reply that somebody changes, wraps, dresses up, sends elsewhere or twice. Each case is one change to the mail
//! as the client would post it; none may be answered with «allow».

use crate::{
    told,
    walk::{POSTMOTTAK, TILBYGG, gate, mail_about, released, sending},
};
use contract::{
    operation::{AttachedFile, ConfirmSend},
    view::{DraftHtml, GateDecision},
};
use suite::Stand;
use town::Mail;
use vocabulary::{ConversationId, Reference};

/// What an attacker would have the citizen read.
const LIE: &str = "Du har fått medhold, og slipper å betale.";

/// Ways to set a sentence so that it is read, though it is no paragraph; `@` is the sentence.
const DRESSED: [&str; 34] = [
    "<p>@</p>",
    "@",
    "<h1>@</h1>",
    "<table><tr><td>@</td></tr></table>",
    "<textarea>@</textarea>",
    "<input value=\"@\">",
    "<input type=\"button\" value=\"@\">",
    "<button>@</button>",
    "<select><option>@</option></select>",
    "<svg><text>@</text></svg>",
    "<svg><foreignObject>@</foreignObject></svg>",
    "<math><mtext>@</mtext></math>",
    "<img alt=\"@\">",
    "<img src=\"\" alt=\"@\">",
    "<img src=\"cid:nothing\" alt=\"@\">",
    "<input type=\"image\" alt=\"@\">",
    "<object>@</object>",
    "<iframe srcdoc=\"@\"></iframe>",
    "<noscript>@</noscript>",
    "<xmp>@</xmp>",
    "<plaintext>@",
    "<marquee>@</marquee>",
    "<details open><summary>@</summary></details>",
    "<fieldset><legend>@</legend></fieldset>",
    "<video controls>@</video>",
    "<style>p:after{content:\"@\"}</style>",
    "<style>body::before{content:'@'}</style>",
    "<ol start=\"7\"><li>@</li></ol>",
    "<!--[if mso]><p>@</p><![endif]-->",
    "<!--[if gte mso 9]><v:textbox>@</v:textbox><![endif]-->",
    "<![if !mso]><p>@</p><![endif]>",
    "<a href=\"https://fjordvik.kommune.no\" title=\"@\">&nbsp;</a><img src=\"data:image/png;base64,iVBORw0KGgo=\">",
    "<img src=\"data:image/svg+xml,<svg><text>@</text></svg>\">",
    "<p style=\"background-image:url(https://evil.example/text.png);height:40px\">&nbsp;</p>",
];

/// Ways to keep a sealed sentence in the text while nobody reads it, or reads it otherwise; the last `@` is the sentence.
const UNDONE: [&str; 66] = [
    "<span style=\"display:none\">@</span>",
    "<span style=\"visibility:hidden\">@</span>",
    "<span style=\"opacity:0\">@</span>",
    "<span style=\"filter:opacity(0)\">@</span>",
    "<span style=\"font-size:0\">@</span>",
    "<span style=\"font-size:1px\">@</span>",
    "<span style=\"font:0/0 a\">@</span>",
    "<span style=\"color:white\">@</span>",
    "<span style=\"color:#fdfdfd\">@</span>",
    "<span style=\"color:#f4f4f4\">@</span>",
    "<span style=\"color:ivory\">@</span>",
    "<span style=\"color:transparent\">@</span>",
    "<span style=\"color:rgba(0,0,0,0)\">@</span>",
    "<span style=\"color:rgb(0 0 0 / 2%)\">@</span>",
    "<span style=\"color:#00000000\">@</span>",
    "<span style=\"color:hsl(0,0%,100%)\">@</span>",
    "<span style=\"color:hsla(0,0%,0%,0)\">@</span>",
    "<font color=\"white\">@</font>",
    "<font color=\"#FFFFFE\">@</font>",
    "<span style=\"background:black;color:#000\">@</span>",
    "<table bgcolor=\"#000000\"><tr><td style=\"color:black\">@</td></tr></table>",
    "<span style=\"position:absolute;left:-9999px\">@</span>",
    "<span style=\"position:absolute;right:-9999px\">@</span>",
    "<span style=\"position:absolute;top:-9999px\">@</span>",
    "<span style=\"margin-left:-9999px\">@</span>",
    "<div style=\"text-indent:-9999px\">@</div>",
    "<div style=\"height:0;overflow:hidden\">@</div>",
    "<div style=\"max-height:0;overflow:hidden\">@</div>",
    "<div style=\"width:0;overflow:hidden\">@</div>",
    "<div style=\"line-height:0\">@</div>",
    "<span style=\"letter-spacing:-2em\">@</span>",
    "<span style=\"clip-path:inset(100%)\">@</span>",
    "<span style=\"clip:rect(0,0,0,0);position:absolute\">@</span>",
    "<span style=\"transform:scale(0)\">@</span>",
    "<span style=\"transform:translateX(-9999px)\">@</span>",
    "<span style=\"mso-hide:all\">@</span>",
    "<s>@</s>",
    "<strike>@</strike>",
    "<del>@</del>",
    "<span style=\"text-decoration:line-through\">@</span>",
    "<span style=\"text-decoration-line:line-through\">@</span>",
    "<bdo dir=\"rtl\">@</bdo>",
    "<span style=\"direction:rtl;unicode-bidi:bidi-override\">@</span>",
    "<span style=\"font-family:Wingdings\">@</span>",
    "<span style=\"f\\ont-size:0\">@</span>",
    "<span style=\"/**/font-size:0\">@</span>",
    "<span style=\"FONT-SIZE:0 !IMPORTANT\">@</span>",
    "<style>.a{font-size:0}</style><span class=\"b a\">@</span>",
    "<style>td span, p>span{visibility:hidden}</style><span>@</span>",
    "<style>@media all{*{color:#fff}}</style><span>@</span>",
    "<details><summary></summary>@</details>",
    "<span style=\"float:right\">@</span>",
    "<span style=\"-webkit-text-fill-color:transparent\">@</span>",
    "<span hidden>@</span>",
    "<style>@import 'https://evil.example/a.css';</style>@",
    "<style>@\\69 mport url(//evil.example/a.css)</style>@",
    "<style><!-- @IMPORT/**/'a.css' --></style>@",
    "<style>@font-face{font-family:Aptos;src:url(https://evil.example/swapped.woff2)}</style>@",
    "<style>@media all{@font-face{font-family:Arial;src:local(Wingdings)}}</style>@",
    "<style>@property --c{syntax:'<color>';inherits:true;initial-value:#fff}</style><span style=\"color:var(--c,#000)\">@</span>",
    "<div style=\"--c:#fff\"><span style=\"color:var(--c,#000)\">@</span></div>",
    "<style>@layer a{@supports (color:red){span{opacity:0}}}</style><span>@</span>",
    "<style>@scope(p){:scope span{opacity:0}}</style><span>@</span>",
    "<style>p{color:black;& span{opac\\69ty:0}}</style><span>@</span>",
    "<!--[if mso]><style>span{mso-hide:all}</style><![endif]--><span>@</span>",
    "<ul><li style=\"list-style:inside 'ikke '\">@</li></ul>",
];

/// A name, and how a sentence is put into a page.
type Place = (&'static str, fn(&str, &str) -> String);

/// Where a sentence is put into the sealed mail.
const PLACES: [Place; 3] = [
    ("above", |html, more| html.replacen("<body>", &format!("<body>{more}"), 1)),
    ("within", |html, more| html.replacen("</p>", &format!("</p>{more}"), 1)),
    ("below", |html, more| html.replacen("</body>", &format!("{more}</body>"), 1)),
];

async fn sealed(stand: &Stand) -> (Mail, DraftHtml) {
    let mail = mail_about(stand, TILBYGG);
    let released = released(stand, &mail).await;
    assert_eq!(gate(stand, &sending(&released, &mail)).await.decision, GateDecision::Allow, "unchanged it leaves");
    (mail, released)
}

/// Tries each on the sealed letter itself: a question that the sender may answer with yes counts as through.
async fn stopped(stand: &Stand, class: &str, cases: Vec<(String, ConfirmSend)>) {
    let mut through = Vec::new();
    let count = cases.len();
    for (name, sending) in cases {
        let decision = gate(stand, &sending).await.decision;
        if decision != GateDecision::Stop {
            through.push(format!("{name}: {decision:?}"));
        }
    }
    told(class, count, &through);
}

/// Tries each, and tells which were allowed.
async fn tried(stand: &Stand, class: &str, cases: Vec<(String, ConfirmSend)>) {
    let mut through = Vec::new();
    let count = cases.len();
    for (name, sending) in cases {
        if gate(stand, &sending).await.decision == GateDecision::Allow {
            through.push(name);
        }
    }
    told(class, count, &through);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_sentence_is_added_however_it_is_dressed() {
    let stand = Stand::up().await;
    let (mail, released) = sealed(&stand).await;
    let base = sending(&released, &mail);
    let mut cases = Vec::new();
    for (place, put) in PLACES {
        for dress in DRESSED {
            let html = put(&base.html, &dress.replace('@', LIE));
            assert_ne!(html, base.html, "{place} {dress}");
            cases.push((format!("{place}: {dress}"), ConfirmSend { html, ..base.clone() }));
        }
    }
    let (below, inside): (Vec<_>, Vec<_>) = cases.into_iter().partition(|(name, _)| name.starts_with("below"));
    stopped(&stand, "a sentence added to the letter", inside).await;
    // Below a quote, what clients may have rewritten is asked about.
    tried(&stand, "a sentence added below", below).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_sealed_sentence_is_made_unread() {
    let stand = Stand::up().await;
    let (mail, released) = sealed(&stand).await;
    let base = sending(&released, &mail);
    let first = base.html.find("<p>").expect("a paragraph") + 3;
    let sentences: Vec<&str> = base.html[first..].split("<p>").filter_map(|rest| rest.split("</p>").next()).collect();
    let sentence =
        sentences.iter().find(|it| it.contains("kr") && !it.contains('<')).expect("a sentence with an amount");
    // Behind more attributes than are read of one tag.
    let more: String = (0..1000).map(|number| format!(" a{number}")).collect();
    let flood = format!("<span{more} style=\"font-size:0\">@</span>");
    let cases = UNDONE.into_iter().chain([flood.as_str()]).map(|way| {
        let (before, after) = way.rsplit_once('@').expect("a place for the sentence");
        let html = base.html.replacen(sentence, &format!("{before}{sentence}{after}"), 1);
        (way.to_owned(), ConfirmSend { html, ..base.clone() })
    });
    stopped(&stand, "a sealed sentence undone", cases.collect()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_letter_figure_or_link_is_swapped() {
    let stand = Stand::up().await;
    let (mail, released) = sealed(&stand).await;
    let base = sending(&released, &mail);
    let swaps: [(&str, &str, &str); 9] = [
        ("a digit", "500", "600"),
        ("a Cyrillic letter", "Gebyr", "Gеbyr"),
        ("a full-width digit", "500", "５00"),
        ("a word left out", "Gebyr", ""),
        ("a direction sign", "12\u{a0}500", "\u{202e}005\u{a0}21"),
        ("a link", "</p>", " <a href=\"https://evil.example/betal\">betal her</a></p>"),
        ("a link without words", "</p>", "<a href=\"https://evil.example/\"></a></p>"),
        ("a base for all links", "<body>", "<base href=\"https://evil.example/\"><body>"),
        ("a refresh", "<body>", "<meta http-equiv=\"refresh\" content=\"0;url=https://evil.example/\"><body>"),
    ];
    let cases = swaps.iter().map(|(name, was, now)| {
        assert!(base.html.contains(was), "{name}: «{was}» is not in the letter");
        ((*name).to_owned(), ConfirmSend { html: base.html.replacen(was, now, 1), ..base.clone() })
    });
    tried(&stand, "letters, figures and links swapped", cases.collect()).await;
}

/// Around the letter: who sends it, to whom, where, with what.
#[tokio::test(flavor = "multi_thread")]
async fn no_sender_recipient_subject_or_file_is_changed() {
    let stand = Stand::up().await;
    let (mail, released) = sealed(&stand).await;
    let file =
        |name: &str, inline: bool| AttachedFile { name: name.into(), size: 9, sha256: Some("aa".into()), inline };
    type Change<'a> = (&'a str, Box<dyn Fn(&mut ConfirmSend)>);
    let changes: Vec<Change<'_>> = vec![
        ("another To", Box::new(|it| it.to.push("x@evil.example".into()))),
        ("To replaced", Box::new(|it| it.to = vec!["x@evil.example".into()])),
        ("a look-alike To", Box::new(|it| it.to = vec![it.to[0].replace('e', "е")])),
        ("To with a comment", Box::new(|it| it.to[0].push_str("(x@evil.example)"))),
        ("two in one", Box::new(|it| it.to[0] = format!("{},x@evil.example", it.to[0]))),
        ("Cc", Box::new(|it| it.cc.push("x@evil.example".into()))),
        ("Bcc", Box::new(|it| it.bcc.push("x@evil.example".into()))),
        ("From another mailbox", Box::new(|it| it.from = "ordforer@fjordvik.kommune.no".into())),
        ("From nobody", Box::new(|it| it.from = String::new())),
        ("From a look-alike", Box::new(|it| it.from = POSTMOTTAK.replace('o', "о"))),
        ("another subject", Box::new(|it| it.subject = "Vedtak: innvilget".into())),
        ("a longer subject", Box::new(|it| it.subject.push_str(" – innvilget"))),
        ("another conversation", Box::new(|it| it.conversation = Some(ConversationId::new("AAQkOther")))),
        ("a file", Box::new(move |it| it.attachments.push(file("vedtak.pdf", false)))),
        ("a picture in the text", Box::new(move |it| it.attachments.push(file("bilde.png", true)))),
        (
            "an empty file",
            Box::new(|it| it.attachments.push(AttachedFile { name: "a".into(), size: 0, sha256: None, inline: false })),
        ),
    ];
    let cases = changes.iter().map(|(name, change)| {
        let mut sending = sending(&released, &mail);
        change(&mut sending);
        ((*name).to_owned(), sending)
    });
    tried(&stand, "sender, recipients, subject, files", cases.collect()).await;
}

/// References: guessed, somebody else's, left out, hidden, kept with another mail; and the seal used again.
#[tokio::test(flavor = "multi_thread")]
async fn no_reference_opens_what_it_does_not_belong_to() {
    let stand = Stand::up().await;
    let (mail, released) = sealed(&stand).await;
    let base = sending(&released, &mail);
    let own = base.reference.clone().expect("sealed");
    let other = stand
        .town
        .mails(POSTMOTTAK, town::Folder::Inbox)
        .into_iter()
        .find(|it| it.conversation() != mail.conversation());
    let other = other.expect("another mail");
    let lie = format!("<html><body><p>{LIE}</p>");
    let with = |html: String| ConfirmSend { html, ..base.clone() };
    let cases: Vec<(&str, ConfirmSend)> = vec![
        ("pasted into a new mail", ConfirmSend { conversation: None, subject: "Hei".into(), ..base.clone() }),
        (
            "in another conversation",
            ConfirmSend { conversation: Some(ConversationId::new(other.conversation())), ..base.clone() },
        ),
        ("a lie with the reference", with(format!("{lie}<p>Ref. {}</p></body></html>", own.as_str()))),
        ("a lie, the reference kept with the item", with(format!("{lie}</body></html>"))),
        (
            "a lie above a quote that holds the sealed letter",
            with(format!("{lie}<hr><div><b>Fra:</b> x<br><b>Sendt:</b> i dag</div>{}", base.html)),
        ),
        ("a lie above > quoted", with(format!("{lie}<blockquote type=\"cite\">{}</blockquote>", base.html))),
        (
            "below the signature marker",
            with(base.html.replacen(
                "<div id=\"appendonsend\">",
                &format!("<p>-- </p><p>{LIE}</p><div id=\"appendonsend\">"),
                1,
            )),
        ),
        (
            "below a false quote header",
            with(base.html.replacen(
                "</body>",
                &format!("<div><b>Fra:</b> Kari<br><b>Sendt:</b> i dag<br><b>Til:</b> Per</div><p>{LIE}</p></body>"),
                1,
            )),
        ),
        ("two references", with(base.html.replacen("Ref. ", "Ref. SV-0000-0000-0000-0000 Ref. ", 1))),
        ("an unknown reference", {
            let unknown = "SV-0000-0000-0000-0000";
            ConfirmSend {
                reference: Some(Reference::new(unknown)),
                html: base.html.replace(own.as_str(), unknown),
                ..base.clone()
            }
        }),
    ];
    tried(&stand, "references", cases.into_iter().map(|(name, it)| (name.to_owned(), it)).collect()).await;
}
