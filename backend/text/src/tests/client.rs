//! HTML as the mail programs of citizens write it (postprogrammer): what each puts around a reply is told from the reply.

use crate::html::plain;
use domain::thread::{Message, Thread};
use jiff::civil::date;

/// Program, its HTML; the reply is always [`REPLY`], the earlier mail always Kari Nordby's «Hei Per.»
const PAGES: &[(&str, &str)] = &[
    (
        "Outlook, bokmål",
        "<html><head><style><!-- p.MsoNormal{margin:0cm} --></style></head><body lang=NO-BOK><div class=WordSection1><p class=MsoNormal>Når får jeg svar?<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Vennlig hilsen<o:p></o:p></p><p class=MsoNormal>Per Haug</p><p class=MsoNormal><o:p>&nbsp;</o:p></p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b><span lang=EN-US>Fra:</span></b><span lang=EN-US> Kari Nordby &lt;kari@example.no&gt; <br><b>Sendt:</b> mandag 16. mars 2026 10:12<br><b>Til:</b> Per Haug &lt;per@example.no&gt;<br><b>Emne:</b> SV: Tilbygg<o:p></o:p></span></p></div></div><p class=MsoNormal>Hei Per.</p></div></body></html>",
    ),
    (
        "Outlook on the web, nynorsk",
        "<div style=\"font-family:Calibri\">Når får jeg svar?</div><div><br></div><div>Vennlig hilsen</div><div>Per Haug</div><div id=\"appendonsend\"></div><hr style=\"display:inline-block;width:98%\"><div id=\"divRplyFwdMsg\"><font style=\"font-size:11pt\"><b>Frå:</b> Kari Nordby &lt;kari@example.no&gt;<br><b>Sendt:</b> måndag 16. mars 2026 10:12<br><b>Til:</b> Per Haug &lt;per@example.no&gt;<br><b>Emne:</b> SV: Tilbygg</font><div>&nbsp;</div></div><div>Hei Per.</div>",
    ),
    (
        "Outlook on a telephone",
        "<div dir=\"ltr\">Når får jeg svar?</div><div><br></div><div>Vennlig hilsen<br>Per Haug</div><div id=\"ms-outlook-mobile-signature\"><div><br></div>Last ned <a href=\"https://aka.ms/o0ukef\">Outlook for iOS</a></div><hr><div id=\"divRplyFwdMsg\"><b>Fra:</b> Kari Nordby &lt;kari@example.no&gt;<br><b>Sendt:</b> mandag, mars 16, 2026 10:12 AM<br><b>Til:</b> Per Haug<br><b>Emne:</b> SV: Tilbygg</div><div>Hei Per.</div>",
    ),
    (
        "Gmail, bokmål",
        "<div dir=\"ltr\"><div>Når får jeg svar?</div><div><br></div><div>Vennlig hilsen</div><div>Per Haug</div></div><br><div class=\"gmail_quote\"><div dir=\"ltr\" class=\"gmail_attr\">man. 16. mars 2026 kl. 10:12 skrev Kari Nordby &lt;<a href=\"mailto:kari@example.no\">kari@example.no</a>&gt;:<br></div><blockquote class=\"gmail_quote\" style=\"margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex\"><div>Hei Per.</div></blockquote></div>",
    ),
    (
        "Apple Mail, bokmål",
        "<html><body>Når får jeg svar?<div><br></div><div>Vennlig hilsen</div><div>Per Haug<br><div><br><blockquote type=\"cite\"><div>16. mars 2026 kl. 10:12 skrev Kari Nordby &lt;<a href=\"mailto:kari@example.no\">kari@example.no</a>&gt;:</div><br><div>Hei Per.</div></blockquote></div></div></body></html>",
    ),
    (
        "iPhone, bokmål",
        "<html><body dir=\"auto\">Når får jeg svar?<div><br></div><div>Vennlig hilsen<br>Per Haug<br id=\"lineBreakAtBeginningOfSignature\"><div dir=\"ltr\">Sendt fra min iPhone</div><div dir=\"ltr\"><br><blockquote type=\"cite\">16. mars 2026 kl. 10:12 skrev Kari Nordby &lt;kari@example.no&gt;:<br><br></blockquote></div><blockquote type=\"cite\"><div dir=\"ltr\">Hei Per.</div></blockquote></div></body></html>",
    ),
    (
        "Thunderbird, bokmål",
        "<html><body><p>Når får jeg svar?</p><p>Vennlig hilsen<br>Per Haug</p><div class=\"moz-cite-prefix\">Den 16.03.2026 10:12, skrev Kari Nordby &lt;kari@example.no&gt;:<br></div><blockquote type=\"cite\" cite=\"mid:1@example.no\"><p>Hei Per.</p></blockquote></body></html>",
    ),
    (
        "Yahoo, Danish",
        "<div class=\"yahoo-style-wrap\"><div>Når får jeg svar?</div><div><br></div><div>Vennlig hilsen<br>Per Haug</div></div><div id=\"yahoo_quoted_1\" class=\"yahoo_quoted\"><div>Den mandag den 16. marts 2026 kl. 10.12.00 CET skrev Kari Nordby &lt;kari@example.no&gt;: </div><div><br></div><div>Hei Per.</div></div>",
    ),
    (
        "Proton",
        "<div>Når får jeg svar?<br></div><div><br></div><div>Vennlig hilsen<br>Per Haug</div><div class=\"protonmail_quote\">On Monday, March 16th, 2026 at 10:12, Kari Nordby &lt;kari@example.no&gt; wrote:<br><blockquote class=\"protonmail_quote\" type=\"cite\">Hei Per.</blockquote></div>",
    ),
    (
        "Samsung",
        "<div dir=\"auto\">Når får jeg svar?</div><div><br></div><div>Vennlig hilsen<br>Per Haug</div><div id=\"composer_signature\">Sendt fra min Galaxy</div><div><br></div><div>-------- Opprinnelig melding --------</div><div>Fra: Kari Nordby &lt;kari@example.no&gt; </div><div>Dato: 16.03.2026 10:12 (GMT+01:00) </div><div>Til: Per Haug &lt;per@example.no&gt; </div><div>Emne: SV: Tilbygg </div><div><br></div><div>Hei Per.</div>",
    ),
    (
        "a warning of the recipient's own system",
        "<table><tr><td>Du får ikke ofte e-post fra per@example.no. <a href=\"https://aka.ms/LearnAboutSenderIdentification\">Finn ut hvorfor dette er viktig</a></td></tr></table><p>Når får jeg svar?</p><p>Vennlig hilsen<br>Per Haug</p><p>Fra: Kari Nordby &lt;kari@example.no&gt;<br>Sendt: 16. mars 2026 10:12<br>Til: x<br>Emne: y</p><p>Hei Per.</p>",
    ),
];

const REPLY: &str = "Når får jeg svar?";

#[test]
fn the_reply_is_told_from_what_programs_put_around_it() {
    for (program, page) in PAGES {
        let message =
            Message { text: plain(page).text, date: "2026-03-17T08:00:00Z".parse().ok(), ..Message::default() };
        let thread = Thread::new(vec![message], None, date(2026, 11, 21)).unwrap();
        let [newest, earlier] = thread.messages() else { panic!("{program}: {:#?}", thread.messages()) };
        assert_eq!(newest.visible, REPLY, "{program}");
        let signature = newest.signature.clone().unwrap_or_default();
        assert!(signature.starts_with("Vennlig hilsen\nPer Haug"), "{program}: {signature}");
        let told =
            (earlier.visible.as_str(), earlier.message.from.address.as_str(), earlier.message.from.name.as_deref());
        assert_eq!(told, ("Hei Per.", "kari@example.no", Some("Kari Nordby")), "{program}");
        let date = earlier.message.date.map(|date| date.to_string());
        assert_eq!(date.as_deref(), Some("2026-03-16T09:12:00Z"), "{program}");
    }
}
