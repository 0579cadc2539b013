//! Mail as the JSON of `microsoft.graph.message`.

use super::query::{MESSAGE, Query};
use crate::{
    mail::{Address, File, Folder, Mail, hashed},
    world::World,
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::{Map, Value, json};

/// What comes only when it is asked for.
const ON_REQUEST: [&str; 2] = ["uniqueBody", "internetMessageHeaders"];

/// The properties that were asked for.
pub(crate) fn message(world: &World, mail: &Mail, query: &Query) -> Value {
    let mut shape = Map::new();
    shape.insert("@odata.etag".to_owned(), json!(format!("W/\"{}\"", change_key(mail))));
    let wanted = |name: &&str| match &query.select {
        Some(names) => *name == "id" || names.iter().any(|it| it == name),
        None => !ON_REQUEST.contains(name),
    };
    for name in MESSAGE.into_iter().filter(wanted) {
        shape.insert(name.to_owned(), property(world, mail, (name, query)));
    }
    if let Some(names) = &query.attachments {
        shape.insert("attachments".to_owned(), attachments(mail, names));
    }
    Value::Object(shape)
}

fn property(world: &World, mail: &Mail, (name, query): (&str, &Query)) -> Value {
    match name {
        "id" => json!(if query.immutable { mail.immutable_id() } else { mail.id() }),
        "createdDateTime" | "lastModifiedDateTime" | "receivedDateTime" | "sentDateTime" => json!(time(mail.received)),
        "changeKey" => json!(change_key(mail)),
        "categories" => json!(mail.categories),
        "hasAttachments" => json!(mail.files.iter().any(|file| !file.inline)),
        "internetMessageId" => json!(mail.internet_id),
        "subject" => json!(mail.subject),
        "bodyPreview" => {
            json!(mail.text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(255).collect::<String>())
        }
        "importance" => json!("normal"),
        "parentFolderId" => json!(mail.folder.map(|folder| folder_id(&mail.mailbox, folder))),
        "conversationId" => json!(mail.conversation()),
        "conversationIndex" => json!(STANDARD.encode(&mail.conversation()[4..26])),
        "isDeliveryReceiptRequested" | "isReadReceiptRequested" => json!(false),
        "isRead" => json!(mail.read),
        "isDraft" => json!(mail.draft()),
        "webLink" => json!(format!("{}/?mail={}", world.at.outlook, mail.number)),
        "inferenceClassification" => json!("focused"),
        "body" => body(&mail.text, &mail.as_html(), query.text),
        "uniqueBody" => unique(mail, query.text),
        "sender" | "from" => recipient(&mail.from),
        "toRecipients" => recipients(&mail.to),
        "ccRecipients" => recipients(&mail.cc),
        "bccRecipients" => recipients(&mail.bcc),
        "replyTo" => recipients(&mail.reply_to),
        _ => {
            json!(mail.headers.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect::<Vec<_>>())
        }
    }
}

fn change_key(mail: &Mail) -> String {
    hashed("CQAA", &format!("{} {} {}", mail.number, mail.moves, mail.changes))
}

fn body(text: &str, html: &str, as_text: bool) -> Value {
    if as_text {
        json!({ "contentType": "text", "content": text })
    } else {
        json!({ "contentType": "html", "content": html })
    }
}

/// What is new in the mail: everything above the first quoted line.
fn unique(mail: &Mail, as_text: bool) -> Value {
    let quoted = |line: &&str| !(line.starts_with('>') || line.starts_with("Fra: ") || line.starts_with("From: "));
    let text = mail.text.lines().take_while(quoted).collect::<Vec<_>>().join("\n");
    body(&text, &crate::mail::html_of(&text), as_text)
}

fn recipient(who: &Address) -> Value {
    json!({ "emailAddress": { "name": who.name, "address": who.address } })
}

fn recipients(list: &[Address]) -> Value {
    list.iter().map(recipient).collect()
}

/// A folder's opaque id.
pub(crate) fn folder_id(mailbox: &str, folder: Folder) -> String {
    hashed("AAMk", &format!("{mailbox} {}", folder.name()))
}

/// RFC 3339.
pub(crate) fn time(seconds: i64) -> String {
    jiff::Timestamp::from_second(seconds).unwrap_or_default().to_string()
}

/// The attachments with the properties that were asked for; none named means all.
pub(crate) fn attachments(mail: &Mail, names: &[String]) -> Value {
    mail.files.iter().enumerate().map(|(index, file)| attachment(mail, (index, file), names)).collect()
}

fn attachment(mail: &Mail, (index, file): (usize, &File), names: &[String]) -> Value {
    let of_mail = file.kind == "message/rfc822";
    let kind = if of_mail { "#microsoft.graph.itemAttachment" } else { "#microsoft.graph.fileAttachment" };
    let mut shape = json!({
        "id": hashed("AAMk", &format!("{} file {index}", mail.number)),
        "name": file.name,
        "contentType": file.kind,
        "size": file.bytes.len(),
        "isInline": file.inline,
        "lastModifiedDateTime": time(mail.received),
    });
    if !of_mail {
        shape["contentId"] = json!(file.content_id);
        shape["contentLocation"] = Value::Null;
        shape["contentBytes"] = json!(STANDARD.encode(&file.bytes));
    }
    if let Some(fields) = shape.as_object_mut() {
        fields.retain(|name, _| names.is_empty() || name == "id" || names.contains(name));
    }
    shape["@odata.type"] = json!(kind);
    shape
}
