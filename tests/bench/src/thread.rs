//! How fast a mail is taken apart: typical mail as text and as HTML, and mails made to be slow.

use crate::{median, say};
use domain::{
    port::Reader,
    thread::{Message, Thread, language, question, quote},
    value,
};
use jiff::civil::{Date, date};
use std::fmt::Write;
use text::Text;

const TODAY: Date = date(2026, 11, 21);

/// What a citizen writes, without quotes.
const OWN: &str = "Hei, jeg lurer på om dere kan si meg når byggesaken min blir ferdig behandlet. Jeg viser til sak 26/1234.\n\n\
     Vi har ventet siden 12. mars, og naboen i Storgata 14 har ikke fått noe varsel. Hva koster det å søke på nytt?\n\n\
     Vennlig hilsen\nPer Haug\nTlf 900 00 000\n";

/// Prints the figures.
pub(crate) fn run() {
    parts("short plain mail", OWN);
    parts("767 kB of quotes", &gmail(767_000));
    parts("767 kB of Outlook replies", &outlook(767_000));
    parts("767 kB of one's own words", &words(767_000));
    thread("thread of a short mail", OWN);
    thread("thread of 500 kB of quotes", &gmail(500_000));
    thread("thread of 500 kB of Outlook replies", &outlook(500_000));
    thread("thread of 500 kB of one's own words", &words(500_000));
    let own = words(500_000);
    figure("its questions", own.len(), || drop(question::find(&own)));
    figure("its values", own.len(), || drop(value::find(&own, TODAY)));
    figure("its language", own.len(), || _ = language::detect(&own));
    html("767 kB of HTML", &rich(767_000));
    for (what, text) in hostile() {
        parts(what, &text);
        thread(what, &text[..text.floor_char_boundary(500_000)]);
    }
    for (what, page) in hostile_pages() {
        html(what, &page);
    }
}

/// `bench thread WORD` prints the figures with that word alone, for a profiler.
fn figure(what: &str, bytes: usize, work: impl FnMut()) {
    if std::env::args().nth(2).is_none_or(|word| what.contains(&word)) {
        say(what, bytes, median(work));
    }
}

fn parts(what: &str, mail: &str) {
    figure(&format!("{what}, taken apart"), mail.len(), || drop(quote::split(mail)));
}

fn thread(what: &str, mail: &str) {
    let message = || Message { text: mail.to_owned(), date: "2026-11-20T09:00:00Z".parse().ok(), ..Message::default() };
    figure(what, mail.len(), || drop(Thread::new(vec![message()], None, TODAY)));
}

fn html(what: &str, page: &str) {
    figure(what, page.len(), || drop(quote::split(&Text.plain(page).text)));
}

/// A mail with a long conversation below it, as Gmail quotes it.
fn gmail(bytes: usize) -> String {
    let marked = OWN.lines().fold(String::new(), |all, line| all + "> " + line + "\n");
    let header = "man. 2. mars 2026 kl. 09:05 skrev Kari Nordby <kari.nordby@fjordvik.kommune.no>:\n\n";
    format!("{OWN}\n{header}{}", marked.repeat(bytes / marked.len()))
}

/// The same as Outlook quotes it.
fn outlook(bytes: usize) -> String {
    let header = "Fra: Kari Nordby <kari.nordby@fjordvik.kommune.no>\nSendt: mandag 2. mars 2026 09:05\nTil: Per Haug\nEmne: SV: Tilbygg\n\n";
    let mail = format!("{header}{OWN}{OWN}\n");
    format!("{OWN}\n{}", mail.repeat(bytes / mail.len()))
}

/// Paragraphs without any quote.
fn words(bytes: usize) -> String {
    let own = OWN.split("Vennlig").next().unwrap_or_default();
    own.repeat(bytes / own.len())
}

/// A conversation as Outlook writes HTML.
fn rich(bytes: usize) -> String {
    let paragraph = "<p class=\"MsoNormal\" style=\"margin:0cm;font-size:11.0pt;font-family:&quot;Calibri&quot;,sans-serif\"><span lang=\"NO-BOK\" style=\"color:#1F497D\">Hei, jeg lurer p&aring; om dere kan si meg n&aring;r saken blir ferdig.<o:p></o:p></span></p>\r\n";
    let header = "<div style=\"border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm\"><p class=\"MsoNormal\"><b>Fra:</b> Kari Nordby &lt;kari@fjordvik.kommune.no&gt; <br><b>Sendt:</b> mandag 2. mars 2026 09:05<br><b>Til:</b> Per Haug<br><b>Emne:</b> SV: Tilbygg</p></div>";
    let mail = format!("{header}{}", paragraph.repeat(8));
    format!(
        "<html><head><style>p.MsoNormal{{margin:0cm}}</style></head><body lang=NO-BOK><div class=\"WordSection1\">{paragraph}{}</div></body></html>",
        mail.repeat(bytes / mail.len())
    )
}

/// Texts that would be slow if anything looked at them more than once.
fn hostile() -> Vec<(&'static str, String)> {
    let mut numbered = String::new();
    for n in 0..20_000 {
        // Writing to a string cannot fail.
        let _ = writeln!(numbered, "Fra: a{n}@x.no\nSendt: 1. mars 2026 10:12\nTil: b\nEmne: c{n}\n\nTekst {n}\n");
    }
    vec![
        ("100 000 lines of >", ">\n".repeat(100_000)),
        ("deep >", (0..2_000).map(|n| ">".repeat(n % 500) + " hei\n").collect()),
        ("one line of 5 MB", "a".repeat(5_000_000)),
        ("one line of 5 MB of words", "ord ".repeat(1_250_000)),
        ("a million blank lines", "\n".repeat(1_000_000)),
        ("lines without an end", "hei alle sammen\n".repeat(60_000)),
        ("20 000 headers", numbered),
        ("labels alone", "Fra: x\n".repeat(140_000)),
        ("attributions that never end", "On 2026 a@b\n".repeat(80_000)),
        ("attributions", "Den 16.03.2026 10:12, skrev a@b.no:\n> x\n".repeat(25_000)),
        ("questions", "Hva er det? ".repeat(80_000)),
        ("joints", "hva er det, og ".repeat(60_000)),
        ("closings", "Mvh\n".repeat(250_000)),
    ]
}

/// Pages that would be slow if anything looked at them more than once.
fn hostile_pages() -> Vec<(&'static str, String)> {
    vec![
        ("100 000 open elements", "<div>".repeat(100_000) + "inne"),
        ("quotes in quotes", "<blockquote type=cite>a".repeat(50_000)),
        ("ends without starts", "<b>".repeat(50_000) + &"</i>".repeat(50_000)),
        ("styles in styles", "<style>.a{color:red}</style>".repeat(30_000)),
        ("classes", format!("<p class=\"{}\">a", "a ".repeat(500_000))),
        ("cells", "<table><tr><td>a".repeat(50_000)),
        ("one long attribute", format!("<p style=\"{}\">a", "color:red;".repeat(500_000))),
    ]
}
