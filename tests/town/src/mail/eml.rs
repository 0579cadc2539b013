//! Reads an `.eml` file.

use super::{Address, File, Mail, text_of};
use mail_parser::{HeaderValue, Message, MessageParser, MimeHeaders, PartType};

/// A mail from the bytes of an `.eml` file; nothing when they are none.
pub(crate) fn read(bytes: &[u8]) -> Option<Mail> {
    let parsed = MessageParser::default().parse(bytes)?;
    let internet_id = parsed.message_id().map_or_else(
        || super::hashed("<", &String::from_utf8_lossy(bytes)).replace('=', "@town.invalid>"),
        |id| format!("<{id}>"),
    );
    let html = parsed.html_bodies().next().filter(|part| matches!(part.body, PartType::Html(_)));
    let html = html.and_then(|part| part.text_contents().map(str::to_owned));
    let text = match (&html, plain(&parsed)) {
        (_, Some(text)) => text,
        (Some(html), None) => text_of(html),
        (None, None) => String::new(),
    };
    Some(Mail {
        internet_id,
        references: references(&parsed),
        subject: parsed.subject().unwrap_or_default().to_owned(),
        from: addresses(parsed.from()).into_iter().next().unwrap_or_default(),
        to: addresses(parsed.to()),
        cc: addresses(parsed.cc()),
        bcc: addresses(parsed.bcc()),
        reply_to: addresses(parsed.reply_to()),
        received: parsed.date().map_or(0, mail_parser::DateTime::to_timestamp),
        text,
        html,
        headers: parsed.headers_raw().map(|(name, value)| (name.to_owned(), unfolded(value))).collect(),
        files: parsed.attachments().filter_map(file).collect(),
        ..Mail::default()
    })
}

fn plain(parsed: &Message<'_>) -> Option<String> {
    let mut parts = parsed.text_bodies().filter(|part| matches!(part.body, PartType::Text(_)));
    parts.next()?.text_contents().map(str::to_owned)
}

fn unfolded(value: &str) -> String {
    value.split("\r\n").flat_map(|line| line.split('\n')).map(str::trim).collect::<Vec<_>>().join(" ").trim().to_owned()
}

fn addresses(list: Option<&mail_parser::Address<'_>>) -> Vec<Address> {
    let written = list.into_iter().flat_map(mail_parser::Address::iter);
    written.map(|it| Address::new(it.name().unwrap_or_default(), it.address().unwrap_or_default())).collect()
}

/// First the oldest of References, last In-Reply-To.
fn references(parsed: &Message<'_>) -> Vec<String> {
    [parsed.references(), parsed.in_reply_to()].into_iter().flat_map(ids).map(|id| format!("<{id}>")).collect()
}

fn ids(value: &HeaderValue<'_>) -> Vec<String> {
    match value {
        HeaderValue::Text(id) => vec![id.to_string()],
        HeaderValue::TextList(list) => list.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    }
}

fn file(part: &mail_parser::MessagePart<'_>) -> Option<File> {
    let kind = part.content_type().map_or_else(
        || "application/octet-stream".to_owned(),
        |it| it.subtype().map_or_else(|| it.ctype().to_owned(), |sub| format!("{}/{sub}", it.ctype())),
    );
    let bytes = match &part.body {
        PartType::Message(message) => message.raw_message().to_vec(),
        PartType::Multipart(_) => return None,
        _ => part.contents().to_vec(),
    };
    Some(File {
        name: part.attachment_name().unwrap_or("vedlegg").to_owned(),
        kind,
        content_id: part.content_id().map(str::to_owned),
        inline: part.content_disposition().is_some_and(mail_parser::ContentType::is_inline),
        bytes,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LETTER: &str = "From: =?utf-8?Q?Per_H=C3=B8y?= <per@example.no>\r\nTo: <post@fjordvik.kommune.no>, Liv <liv@x.no>\r\n\
        Date: Mon, 12 Jan 2026 09:00:00 +0100\r\nMessage-ID: <b@example.no>\r\nReferences: <a@example.no>\r\n <z@example.no>\r\n\
        In-Reply-To: <z@example.no>\r\nSubject: =?iso-8859-1?Q?S=F8knad?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n\
        --x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>Hei p=C3=A5 deg</p>\r\n\
        --x\r\nContent-Type: application/pdf; name=plan.pdf\r\nContent-Disposition: attachment; filename=plan.pdf\r\n\
        Content-Transfer-Encoding: base64\r\n\r\nJVBERg==\r\n--x--\r\n";

    #[test]
    fn a_letter_is_read_with_its_names_dates_references_and_files() {
        let mail = read(LETTER.as_bytes()).unwrap();
        assert_eq!(mail.from, Address::new("Per Høy", "per@example.no"));
        assert_eq!(mail.to.len(), 2);
        assert_eq!(mail.subject, "Søknad");
        assert_eq!(mail.received, 1_768_204_800);
        assert_eq!(mail.references, ["<a@example.no>", "<z@example.no>", "<z@example.no>"]);
        assert_eq!(mail.text.trim(), "Hei på deg");
        assert_eq!(mail.files[0].bytes, b"%PDF");
        assert_eq!((mail.files[0].name.as_str(), mail.files[0].kind.as_str()), ("plan.pdf", "application/pdf"));
    }
}
