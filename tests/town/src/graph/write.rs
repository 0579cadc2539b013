//! Writes mail: reply drafts, changes to drafts, sending.

use super::{Answer, Place, Refusal, query::MESSAGE, read::plain, shape};
use crate::mail::{Address, Folder, Mail, Outgoing, text_of};
use axum::http::StatusCode;
use serde_json::Value;

/// What may be changed on a mail that is not a draft.
const ALWAYS: [&str; 4] = ["categories", "isRead", "flag", "inferenceClassification"];
/// What may be changed on a draft.
const ON_DRAFTS: [&str; 7] =
    ["subject", "body", "toRecipients", "ccRecipients", "bccRecipients", "replyTo", "importance"];

/// `POST …/messages/{id}/createReply` and `createReplyAll`: a draft with the thread quoted.
pub(super) fn reply(place: &Place<'_>, (id, all): (&str, bool), asked: &Value) -> Answer {
    plain(id)?;
    let body = &asked["message"]["body"];
    if asked["comment"].is_string() && !body.is_null() {
        return Err(Refusal::bad("Specify either a comment or the body property of the message parameter, not both."));
    }
    let mut inner = place.world.open();
    let mail = inner.post.find(place.mailbox, id).ok_or_else(Refusal::missing)?;
    let comment = asked["comment"].as_str().map(|text| format!("{}<br>", crate::entra::escaped(text)));
    let out = answer_to(mail, all, &comment.unwrap_or_default());
    let number = inner.post.draft(out, place.world.now());
    if let Some(draft) = inner.post.number_mut(number) {
        apply(draft, &asked["message"])?;
    }
    let draft = inner.post.number(number).ok_or_else(Refusal::missing)?;
    Ok((StatusCode::CREATED, Some(shape::message(place.world, draft, place.query))))
}

/// The reply with what is new above the quoted mail.
fn answer_to(mail: &Mail, all: bool, above: &str) -> Outgoing {
    let own = |it: &&Address| !it.address.eq_ignore_ascii_case(&mail.mailbox);
    let back = if mail.reply_to.is_empty() { std::slice::from_ref(&mail.from) } else { &mail.reply_to };
    let others = |list: &[Address]| list.iter().filter(own).filter(|_| all).cloned().collect::<Vec<_>>();
    Outgoing {
        mailbox: mail.mailbox.clone(),
        from: Address::new("", &mail.mailbox),
        to: back.iter().cloned().chain(others(&mail.to)).collect(),
        cc: others(&mail.cc),
        subject: answer_subject(&mail.subject),
        html: format!("<html><body>{above}{}</body></html>", quoted(mail)),
        answers: Some(mail.number),
        ..Outgoing::default()
    }
}

fn answer_subject(subject: &str) -> String {
    let answered = ["re:", "sv:"].iter().any(|it| subject.to_lowercase().starts_with(it));
    if answered { subject.to_owned() } else { format!("RE: {subject}") }
}

/// A moment as Outlook writes it before a quote.
fn sent(seconds: i64) -> String {
    jiff::Timestamp::from_second(seconds).unwrap_or_default().strftime("%A, %B %-d, %Y %-I:%M %p").to_string()
}

fn quoted(mail: &Mail) -> String {
    let escaped = |text: &str| crate::entra::escaped(text);
    let to: Vec<String> = mail.to.iter().map(|it| it.address.clone()).collect();
    let lines: Vec<String> = mail.text.lines().map(escaped).collect();
    format!(
        "<hr><div id=\"divRplyFwdMsg\"><b>From:</b> {} &lt;{}&gt;<br><b>Sent:</b> {}<br><b>To:</b> {}<br><b>Subject:</b> {}</div><div>{}</div>",
        escaped(&mail.from.name),
        escaped(&mail.from.address),
        sent(mail.received),
        escaped(&to.join("; ")),
        escaped(&mail.subject),
        lines.join("<br>")
    )
}

/// `PATCH …/messages/{id}`.
pub(super) fn change(place: &Place<'_>, id: &str, asked: &Value) -> Answer {
    plain(id)?;
    let mut inner = place.world.open();
    let found = inner.post.find(place.mailbox, id).ok_or_else(Refusal::missing)?;
    let (number, draft) = (found.number, found.draft());
    for name in asked.as_object().ok_or_else(|| Refusal::bad("A JSON object is required."))?.keys() {
        allowed(name, draft)?;
    }
    let mail = inner.post.number_mut(number).ok_or_else(Refusal::missing)?;
    apply(mail, asked)?;
    mail.changes += 1;
    Ok((StatusCode::OK, Some(shape::message(place.world, mail, place.query))))
}

fn allowed(name: &str, draft: bool) -> Result<(), Refusal> {
    if ALWAYS.contains(&name) || (draft && ON_DRAFTS.contains(&name)) || name.starts_with("@odata.") {
        return Ok(());
    }
    if ON_DRAFTS.contains(&name) {
        let words =
            "Updating subject, body or recipients of a message that is not a draft needs Mail-Advanced.ReadWrite.";
        return Err(Refusal::new(403, "ErrorAccessDenied", words));
    }
    if MESSAGE.contains(&name) {
        return Err(Refusal::new(
            400,
            "ErrorInvalidPropertySet",
            format!("Set action is invalid for property '{name}'."),
        ));
    }
    Err(Refusal::property(name, "microsoft.graph.message"))
}

fn apply(mail: &mut Mail, asked: &Value) -> Result<(), Refusal> {
    if let Some(subject) = asked["subject"].as_str() {
        subject.clone_into(&mut mail.subject);
    }
    if let Some(content) = asked["body"]["content"].as_str() {
        let html = asked["body"]["contentType"].as_str().is_some_and(|kind| kind.eq_ignore_ascii_case("html"));
        mail.text = if html { text_of(content) } else { content.to_owned() };
        mail.html = html.then(|| content.to_owned());
    }
    if let Some(read) = asked["isRead"].as_bool() {
        mail.read = read;
    }
    if let Some(list) = asked["categories"].as_array() {
        mail.categories = list.iter().filter_map(|it| it.as_str().map(str::to_owned)).collect();
    }
    for (name, list) in [
        ("toRecipients", &mut mail.to),
        ("ccRecipients", &mut mail.cc),
        ("bccRecipients", &mut mail.bcc),
        ("replyTo", &mut mail.reply_to),
    ] {
        if let Some(wanted) = asked[name].as_array() {
            *list = wanted.iter().map(recipient).collect::<Result<_, _>>()?;
        }
    }
    Ok(())
}

fn recipient(value: &Value) -> Result<Address, Refusal> {
    let who = &value["emailAddress"];
    let address = who["address"].as_str().filter(|it| it.contains('@'));
    let address =
        address.ok_or_else(|| Refusal::new(400, "ErrorInvalidRecipients", "At least one recipient isn't valid."))?;
    Ok(Address::new(who["name"].as_str().unwrap_or_default(), address))
}

/// `POST …/messages/{id}/send`.
pub(super) fn send(place: &Place<'_>, id: &str) -> Answer {
    let mut inner = place.world.open();
    plain(id)?;
    let mail = inner.post.find(place.mailbox, id).ok_or_else(Refusal::missing)?;
    if !mail.draft() {
        return Err(Refusal::new(400, "ErrorInvalidOperation", "Only a draft can be sent."));
    }
    if mail.recipients().next().is_none() {
        return Err(Refusal::new(400, "ErrorInvalidRecipients", "At least one recipient isn't valid."));
    }
    let number = mail.number;
    inner.post.send(number, place.world.now());
    Ok((StatusCode::ACCEPTED, None))
}

/// `DELETE …/messages/{id}`: the mail goes to Deleted Items.
pub(super) fn delete(place: &Place<'_>, id: &str) -> Answer {
    plain(id)?;
    let mut inner = place.world.open();
    let number = inner.post.find(place.mailbox, id).ok_or_else(Refusal::missing)?.number;
    if let Some(mail) = inner.post.number_mut(number) {
        mail.folder = Some(Folder::DeletedItems);
        mail.moves += 1;
    }
    Ok((StatusCode::NO_CONTENT, None))
}
