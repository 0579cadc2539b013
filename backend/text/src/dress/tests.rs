//! What is odd in the dress of a mail, and what every mail client writes and is not.

use super::dress;
use domain::send::Oddity;

#[test]
fn what_clients_write_is_not_odd() {
    for html in [
        "<div lang=\"nb\"><p>Hei Per!</p><ul><li>Gebyret er kr 12 500</li></ul></div>",
        // Outlook for Windows.
        "<html xmlns:v=\"urn:schemas-microsoft-com:vml\"><head><!--[if !mso]><style>v\\:* {behavior:url(#default#VML);}</style><![endif]--><style><!-- @font-face {font-family:Wingdings; panose-1:5 0 0} @font-face {font-family:\"Cambria Math\"} p.MsoNormal, li.MsoNormal {margin:0cm; font-size:11.0pt; font-family:\"Aptos\",sans-serif; mso-ligatures:standardcontextual} a:link {color:#467886; text-decoration:underline} span.EpostStil17 {mso-style-type:personal-compose; color:windowtext} @page WordSection1 {size:612.0pt 792.0pt; margin:70.85pt} @list l0:level1 {mso-level-text:; font-family:Symbol} --></style><!--[if gte mso 9]><xml><o:shapedefaults v:ext=\"edit\" spidmax=\"1026\" /><w:Zoom>0</w:Zoom></xml><![endif]--></head><body lang=NO style='word-wrap:break-word'><div class=WordSection1><p class=MsoNormal><span lang=NO style='font-size:11.0pt;mso-fareast-language:EN-US'>Hei<o:p></o:p></span></p><p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span></span>Gebyret</p></div></body></html>",
        // The new Outlook and Outlook on the web.
        "<div class=\"elementToProof\" style=\"font-family: Aptos, Aptos_EmbeddedFont, Calibri, sans-serif; font-size: 12pt; color: rgb(0, 0, 0); background-color: rgb(255,255,255); direction: ltr; line-height: 1.2\">Hei<br></div><div id=\"appendonsend\"></div><hr style=\"display: inline-block; width: 98%;\"><div id=\"divRplyFwdMsg\" dir=\"ltr\"><span style=\"font-family: Calibri, sans-serif; font-size: 11pt; color: var(--x, rgb(0, 0, 0));\"><b>Fra:</b> Per</span></div>",
        // Dark mode.
        "<div style=\"color: white; background-color: rgb(41, 41, 41)\">Hei <span style=\"color: rgb(255,255,255) !important\">Per</span></div>",
        "<table bgcolor=\"#003366\"><tr><td><font color=\"#ffffff\">Fjordvik kommune</font></td></tr></table>",
        "<p style=\"color:#767676;font-size:8pt\">Liten tekst</p>",
        "<p style=\"text-decoration:underline\">Hei</p><ol style=\"margin-top:0cm\" start=1 type=1><li>a</li></ol>",
        "<span style=\"color:white\"><span style=\"color:black\">Hei</span></span>",
        "<s> </s><span style=\"display:none\">&nbsp;</span>",
        "",
    ] {
        assert_eq!(dress(html).odd, Vec::new(), "{html}");
    }
}

#[test]
fn what_makes_words_read_otherwise_is_told_with_its_place() {
    let undone = Some(Oddity::Undone);
    let added = |words: &str| Some(Oddity::Added(words.into()));
    let picture = |source: &str, alt: &str| Some(Oddity::Picture { source: source.into(), alt: alt.into() });
    for (html, kind) in [
        ("Hei <s>Per</s>", undone.clone()),
        ("Hei <p style='text-decoration-line: line-through'>Per", undone.clone()),
        ("Hei <b style='COLOR:#FEFEFE'>Per", undone.clone()),
        ("Hei <div style='background:#111;color:#000'>Per", undone.clone()),
        ("<style>.x{opacity:.1}</style>Hei <i class=x>Per", undone.clone()),
        (
            "<style>@media screen{ div > p#a, td i.x:hover {font-size:1px} }</style>Hei <i class='y x'>Per",
            undone.clone(),
        ),
        ("<style>*{transform:scale(0)}</style>Hei <i>Per", undone.clone()),
        ("Hei <i style='d\\isplay:none'>Per", undone.clone()),
        ("Hei <i style='/*x*/font:1px/1 Arial'>Per", undone.clone()),
        ("Hei <i style='color:lab(100% 0 0)'>Per", undone.clone()),
        ("Hei <i style='display:n\\6f ne ! important'>Per", undone.clone()),
        ("<style>div{color:red;.\\61{display:none}}</style>Hei <i class=a>Per", undone.clone()),
        ("<style>i{opacity:0;@media all{color:red}}</style>Hei <i>Per", undone.clone()),
        ("<style>:is(p .a)[x=', b']{font-size:0</style>Hei <i class=a>Per", undone.clone()),
        ("<style>.z{content:'/*'}.a{opacity:0}.z{content:'*/'}</style>Hei <i class=a>Per", undone.clone()),
        ("<p title='<style>\"'></p><style title=\"'>\">i{opacity:0}</style>Hei <i>Per", undone.clone()),
        ("Hei <sup>12</sup>", undone.clone()),
        ("Hei <p><b style='color:#fff'></p>Per", undone.clone()),
        ("Hei <p><template></p>Per", undone.clone()),
        ("Hei <li style='font-size:0'></p>Per", undone.clone()),
        ("Hei <i hidden><div></i>Per", undone.clone()),
        ("Hei <table><tr>Per</table>", undone.clone()),
        ("Hei <table><b></b>", undone.clone()),
        ("<table><tr><td><p>Hei <td></td>Per", undone.clone()),
        ("Hei <ol start=4>", undone.clone()),
        ("<style>li::marker{content:'Du får medhold'}</style>Hei <li>", added("'du får medhold'")),
        ("<style>p:after{content:'Du får medhold'}</style>Hei <p>", added("'du får medhold'")),
        ("Hei <!--[if mso]><p>Du får medhold</p><![endif]-->", added("Du får medhold")),
        ("Hei <input value='Du får medhold'>", added("Du får medhold")),
        ("Hei <noembed>Du får medhold</noembed>", added("Du får medhold")),
        ("Hei <img alt='Du får medhold'>", picture("", "Du får medhold")),
        ("Hei <img src='data:image/png;base64,AAAA'>", picture("data:image/png", "")),
        ("Hei <p style='background:url(https://a.example/x.png)'>", picture("https://a.example/x.png", "")),
        ("Hei <table background='https://a.example/x.png'>", picture("https://a.example/x.png", "")),
        ("Hei <math><title>Du får medhold</title></math>", picture("math", "")),
        ("Hei <svg><style><p>Du får medhold</style></svg>", picture("svg", "")),
        ("Hei <i style='--x:#fff;color:red'>Per", undone.clone()),
        ("Hei <li style='list-style: inside \"Du får medhold\"'>Per", undone.clone()),
        ("Hei <p style='grid-row:2'>Per", undone.clone()),
        ("<!--[if mso]><style>i{mso-hide:all}</style><![endif]-->Hei <i>Per", undone.clone()),
        ("<style>@layer a,b;@layer a{@supports (x:y){i{opacity:0}}}</style>Hei <i>Per", undone.clone()),
        ("<style>@scope(p){:scope>i{opacity:0}}</style>Hei <i>Per", undone),
        ("Hei <base href='https://a.example'>", Some(Oddity::Page)),
        ("Hei <meta http-equiv=Refresh content='0'>", Some(Oddity::Page)),
    ] {
        let dress = dress(html);
        let first = dress.odd.first();
        assert_eq!(first.map(|odd| odd.kind.clone()), kind, "{html}");
        assert_eq!(first.map(|odd| odd.at), Some("Hei ".len()), "{html}");
    }
}

#[test]
fn a_sheet_that_brings_in_what_is_not_in_the_mail_is_told() {
    for (css, loads) in [
        ("@import 'https://a.example/x.css';", true),
        ("@charset 'utf-8'; @\\69 mp\\6f rt url(//a.example)", true),
        ("<!-- @IMPORT/* x */'a' -->", true),
        ("@font-face{font-family:Arial;src:url(https://a.example/x.woff)}", true),
        ("@media all{@font-face{font-family:Arial;src/**/:local('Wingdings')}}", true),
        ("@property --x{syntax:'<color>';inherits:true;initial-value:#fff}", true),
        ("@font-face{font-family:Wingdings;panose-1:5 0 0 0}@page a{size:1pt}@list l0{mso-list-id:1}", false),
        ("\\40 import 'a';/* @import 'a' */@media print{p{color:red}}", false),
    ] {
        let odd = dress(&format!("<style>{css}</style>Hei")).odd;
        assert_eq!(odd.first().map(|odd| &odd.kind), loads.then_some(&Oddity::Page), "{css}");
    }
}

#[test]
fn nothing_is_left_out_because_there_is_much_of_it() {
    let long = "ord ".repeat(300) + "og et løfte";
    assert_eq!(dress(&format!("<input value='{long}'>")).odd[0].kind, Oddity::Added(long));
    let pictures: String = (0..3_000).map(|n| format!("<img src=https://a.example/{n}>")).collect();
    assert_eq!(dress(&pictures).odd.last().map(|odd| odd.kind.clone()), Some(Oddity::Page));
    let attributes: String = (0..300).map(|n| format!(" a{n}")).collect();
    assert_eq!(dress(&format!("<p{attributes} style='font-size:0'>Hei</p>")).odd[0].kind, Oddity::Page);
}
