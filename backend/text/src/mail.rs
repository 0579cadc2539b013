//! A mail as it travels (RFC 5322, MIME): sender, recipients, text and attachments; what is no mail is refused with a sentence.

use crate::{authentication, html};
use domain::{
    port::{Failure, FailureKind},
    thread::{Address, Attachment, Message},
};
use jiff::Timestamp;
use mail_parser::{ContentType, MessageParser, MessagePart, MimeHeaders, PartType};
use sha2::{Digest, Sha256};
use std::panic::catch_unwind;
use vocabulary::limit::MAIL_BYTES;

const GARBLED: &str = "this is not an e-mail: it has no header lines such as From, To or Subject; save the mail itself (.eml) and try again";

/// Plain text shorter than this, beside an HTML part that says more, is a stub such as «see the HTML version».
const STUB: usize = 20;

/// Reads a mail.
pub(crate) fn read(bytes: &[u8]) -> Result<Message, Failure> {
    if bytes.len() > MAIL_BYTES {
        let detail = format!(
            "the mail is {} bytes; at most {MAIL_BYTES} are read; open it without its attachments",
            bytes.len()
        );
        return Err(Failure::new(FailureKind::TooLarge, "text", detail));
    }
    let garbled = || Failure::new(FailureKind::Garbled, "text", GARBLED);
    let mail = parsed(bytes).ok_or_else(garbled)?;
    if mail.from().is_none() && mail.to().is_none() && mail.subject().is_none() && mail.message_id().is_none() {
        return Err(garbled());
    }
    Ok(Message {
        id: None,
        internet_id: mail.message_id().map(|id| format!("<{}>", id.trim_matches(['<', '>']))),
        from: addresses(mail.from().or_else(|| mail.sender())).into_iter().next().unwrap_or_default(),
        reply_to: reply_to(&mail),
        to: addresses(mail.to()),
        cc: addresses(mail.cc()),
        bcc: addresses(mail.bcc()),
        date: date(&mail),
        subject: clean(mail.subject().unwrap_or_default()),
        text: body(&mail),
        attachments: mail.attachments().map(attachment).collect(),
        authenticated: raw(&mail, "Authentication-Results").map(authentication::passed),
        draft: raw(&mail, "X-Unsent").is_some_and(|value| value.trim() == "1"),
    })
}

/// The parser gives up with a panic on some mails whose parts are nested wrongly; to us they are mails that cannot be read.
fn parsed(bytes: &[u8]) -> Option<mail_parser::Message<'_>> {
    catch_unwind(|| MessageParser::default().parse(bytes)).ok().flatten()
}

/// The first header of this name: the one that was added last, by our own server.
fn raw<'m>(mail: &'m mail_parser::Message<'_>, name: &str) -> Option<&'m str> {
    mail.headers_raw().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
}

/// The header lines with their values as they stand.
pub(crate) fn header(bytes: &[u8]) -> Vec<(String, String)> {
    let parsed = MessageParser::default().parse_headers(bytes);
    let joined = |value: &str| value.split_whitespace().collect::<Vec<_>>().join(" ");
    let lines = parsed.iter().flat_map(|mail| mail.headers_raw());
    lines.map(|(name, value)| (name.to_owned(), joined(value))).collect()
}

/// When our server received it, else when it says it was sent.
fn date(mail: &mail_parser::Message<'_>) -> Option<Timestamp> {
    let received = mail.received().and_then(|received| received.date());
    let date = received.or_else(|| mail.date().copied())?;
    Timestamp::from_second(date.to_timestamp()).ok()
}

fn addresses(found: Option<&mail_parser::Address<'_>>) -> Vec<Address> {
    let read = |address: &mail_parser::Addr<'_>| {
        let name = address.name().map(clean).filter(|name| !name.is_empty());
        Some(Address { name, address: clean(address.address()?).trim().to_lowercase() })
    };
    found.into_iter().flat_map(|list| list.iter()).filter_map(read).collect()
}

/// Reply-To, where it is another than the sender.
fn reply_to(mail: &mail_parser::Message<'_>) -> Vec<Address> {
    let from: Vec<String> = addresses(mail.from()).into_iter().map(|address| address.address).collect();
    addresses(mail.reply_to()).into_iter().filter(|address| !from.contains(&address.address)).collect()
}

/// The plain text; the HTML read as text where there is no plain text, or only a stub of it.
fn body(mail: &mail_parser::Message<'_>) -> String {
    let plain = join(mail.text_bodies());
    if plain.trim().chars().count() >= STUB || !mail.html_bodies().any(is_html) {
        return plain;
    }
    let rich = join(mail.html_bodies());
    if rich.trim().chars().count() > plain.trim().chars().count() { rich } else { plain }
}

fn is_html(part: &MessagePart<'_>) -> bool {
    matches!(part.body, PartType::Html(_))
}

fn join<'p>(parts: impl Iterator<Item = &'p MessagePart<'p>>) -> String {
    let texts = parts.filter_map(|part| match &part.body {
        PartType::Text(text) => Some(clean(text)),
        PartType::Html(source) => Some(html::plain(source).text),
        _ => None,
    });
    texts.filter(|text| !text.trim().is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// Lines end in `\n`; control characters are gone.
fn clean(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .collect()
}

fn attachment(part: &MessagePart<'_>) -> Attachment {
    let contents = part.contents();
    let kind = part.content_type().map(|kind| kind.ctype()).unwrap_or_default();
    let inline = part.content_disposition().is_some_and(ContentType::is_inline)
        || (part.content_id().is_some() && kind == "image");
    Attachment {
        name: part.attachment_name().map(clean).unwrap_or_else(|| "vedlegg".to_owned()),
        size: contents.len() as u64,
        sha256: Some(Sha256::digest(contents).iter().map(|byte| format!("{byte:02x}")).collect()),
        inline,
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use domain::port::FailureKind;
    use vocabulary::limit::MAIL_BYTES;

    #[test]
    fn quoted_printable_and_names_in_words_are_decoded() {
        let mail = "From: =?utf-8?Q?Per_H=C3=A5g?= <Per.Haug@Example.NO>\r\nTo: postmottak@fjordvik.kommune.no, Kari <kari@x.no>\r\nReply-To: annen@example.org\r\nSubject: =?iso-8859-1?Q?S=F8knad?=\r\nMessage-ID: <1@example.no>\r\nDate: Mon, 16 Mar 2026 10:12:00 +0100\r\nAuthentication-Results: mx; dmarc=pass\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nHei, jeg s=F8ker om =\r\ntilbygg.\r\n";
        let mail = read(mail.as_bytes()).unwrap();
        assert_eq!(mail.from.name.as_deref(), Some("Per Håg"));
        assert_eq!(mail.from.address, "per.haug@example.no");
        assert_eq!(mail.to.len(), 2);
        assert_eq!(mail.reply_to[0].address, "annen@example.org");
        assert_eq!((mail.subject.as_str(), mail.text.trim()), ("Søknad", "Hei, jeg søker om tilbygg."));
        assert_eq!(mail.internet_id.as_deref(), Some("<1@example.no>"));
        assert_eq!(mail.date.map(|at| at.to_string()).as_deref(), Some("2026-03-16T09:12:00Z"));
        assert_eq!(mail.authenticated, Some(true));
    }

    #[test]
    fn the_plain_part_is_preferred_unless_it_is_a_stub() {
        let mail = |plain: &str| {
            format!(
                "From: a@x.no\nSubject: s\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n{plain}\n--b\nContent-Type: text/html\n\n<p>Hei fra HTML, med mer å si enn en stubbe</p>\n--b--\n"
            )
        };
        for (plain, starts) in
            [("Hei fra ren tekst, lang nok", "Hei fra ren tekst"), ("", "Hei fra HTML"), ("-", "Hei fra HTML")]
        {
            let text = read(mail(plain).as_bytes()).unwrap().text;
            assert!(text.starts_with(starts), "{plain:?}: {text:?}");
        }
    }

    #[test]
    fn attachments_are_named_and_hashed() {
        let mail = "From: a@x.no\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nSe vedlegg.\n--b\nContent-Type: text/plain; name=kart.txt\nContent-Disposition: attachment; filename=kart.txt\nContent-Transfer-Encoding: base64\n\naGVp\n--b\nContent-Type: image/png\nContent-ID: <logo>\nContent-Disposition: inline; filename=logo.png\nContent-Transfer-Encoding: base64\n\naGVp\n--b--\n";
        let mail = read(mail.as_bytes()).unwrap();
        let seen: Vec<_> = mail.attachments.iter().map(|a| (a.name.as_str(), a.size, a.inline)).collect();
        assert_eq!(seen, [("kart.txt", 3, false), ("logo.png", 3, true)]);
        assert_eq!(
            mail.attachments[0].sha256.as_deref(),
            Some("f9d1af62d004d4da648929bc7dde552685979d6e6a78dc8f9b64eb08e9c4ccb7")
        );
        assert_eq!(mail.authenticated, None);
        assert_eq!(mail.text.trim(), "Se vedlegg.");
    }

    #[test]
    fn header_lines_are_told_with_their_folds_joined() {
        let mail = b"From: a@x.no\nList-Unsubscribe: <https://x.no>,\n <mailto:av@x.no>\n\nHei: du\n";
        let lines = super::header(mail);
        assert_eq!(lines[1], ("List-Unsubscribe".to_owned(), "<https://x.no>, <mailto:av@x.no>".to_owned()));
        assert_eq!(lines.len(), 2);
    }

    #[test]
    fn what_is_no_mail_is_refused_with_a_sentence() {
        for bytes in [&b""[..], b"\0\0\0\0", b"bare tekst uten hode", &[0xff; 300]] {
            let failure = read(bytes).unwrap_err();
            assert_eq!(failure.kind, FailureKind::Garbled, "{bytes:?}");
            assert!(failure.detail.contains("try again"));
        }
        assert_eq!(read(&vec![b'a'; MAIL_BYTES + 1]).unwrap_err().kind, FailureKind::TooLarge);
    }

    #[test]
    fn hostile_mails_are_read_in_the_time_of_their_length() {
        let at = std::time::Instant::now();
        let nested: String =
            (0..2_000).map(|n| format!("Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n")).collect();
        let unclosed = "Content-Type: multipart/mixed; boundary=b\n\n--b\n".to_owned()
            + &"--b\nContent-Type: text/plain\n\nx\n".repeat(5_000);
        let base64 = "Content-Transfer-Encoding: base64\n\n".to_owned() + &"!!!\0".repeat(100_000);
        let headers = "X-A: b\n".repeat(20_000) + "\n\n";
        let nul = "\n\nhei\0der".to_owned();
        for rest in [nested, unclosed, base64, headers, nul] {
            let mail = read(format!("From: a@x.no\nSubject: s\n{rest}").as_bytes()).unwrap();
            assert!(!mail.text.contains('\0'));
        }
        assert!(at.elapsed().as_secs() < 60, "{:?}", at.elapsed());
    }
}
