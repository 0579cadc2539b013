//! Mailboxes as the page shows them: lists, one mail, sending.

use super::session::person;
use crate::{
    mail::{Address, File, Folder, Mail, Outgoing},
    world::World,
};
use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde::Deserialize;
use serde_json::{Value, json};
use std::{collections::BTreeMap, sync::Arc};

type Shown = Result<Json<Value>, StatusCode>;

fn open(world: &World, headers: &HeaderMap, mailbox: &str) -> Result<(), StatusCode> {
    let may = world.may_open(person(world, headers)?, mailbox);
    if may { Ok(()) } else { Err(StatusCode::FORBIDDEN) }
}

/// `GET /api/mails/{mailbox}/{folder}`: newest first.
pub(super) async fn list(
    State(world): State<Arc<World>>,
    Path((mailbox, folder)): Path<(String, String)>,
    headers: HeaderMap,
) -> Shown {
    open(&world, &headers, &mailbox)?;
    let folder = Folder::named(&folder).ok_or(StatusCode::NOT_FOUND)?;
    let inner = world.open();
    let mut mails: Vec<&Mail> =
        inner.post.mails.iter().filter(|mail| mail.mailbox == mailbox && mail.folder == Some(folder)).collect();
    mails.sort_by_key(|mail| (-mail.received, mail.number));
    Ok(Json(mails.into_iter().map(line).collect()))
}

fn line(mail: &Mail) -> Value {
    let words: Vec<&str> = mail.text.split_whitespace().take(24).collect();
    json!({
        "number": mail.number, "id": mail.office_id(), "from": mail.from, "to": mail.to, "subject": mail.subject, "received": mail.received,
        "preview": words.join(" "), "read": mail.read, "files": mail.files.iter().filter(|file| !file.inline).count(),
    })
}

/// `GET /api/mail/{number}`; the mail is read from then on.
pub(super) async fn one(State(world): State<Arc<World>>, Path(number): Path<u64>, headers: HeaderMap) -> Shown {
    let mailbox = world.open().post.number(number).map(|mail| mail.mailbox.clone()).ok_or(StatusCode::NOT_FOUND)?;
    open(&world, &headers, &mailbox)?;
    let mut inner = world.open();
    let mail = inner.post.number_mut(number).ok_or(StatusCode::NOT_FOUND)?;
    mail.read = true;
    Ok(Json(whole(mail)))
}

fn whole(mail: &Mail) -> Value {
    let mut shape = line(mail);
    let files = mail
        .files
        .iter()
        .map(|file| json!({ "name": file.name, "kind": file.kind, "size": file.bytes.len(), "inline": file.inline }));
    let more = json!({
        "conversation": mail.conversation(),
        "internetId": mail.internet_id,
        "mailbox": mail.mailbox,
        "folder": mail.folder,
        "cc": mail.cc,
        "replyTo": mail.reply_to,
        "text": mail.text,
        "html": mail.as_html(),
        "attachments": files.collect::<Vec<_>>(),
        "properties": mail.properties,
    });
    if let (Some(shape), Value::Object(more)) = (shape.as_object_mut(), more) {
        shape.extend(more);
    }
    shape
}

/// `POST /api/mail/{number}/properties`: custom properties of the add-in.
pub(super) async fn properties(
    State(world): State<Arc<World>>,
    Path(number): Path<u64>,
    headers: HeaderMap,
    Json(wanted): Json<BTreeMap<String, Value>>,
) -> Shown {
    let mailbox = world.open().post.number(number).map(|mail| mail.mailbox.clone()).ok_or(StatusCode::NOT_FOUND)?;
    open(&world, &headers, &mailbox)?;
    if let Some(mail) = world.open().post.number_mut(number) {
        mail.properties = wanted;
    }
    Ok(Json(Value::Null))
}

#[derive(Deserialize)]
struct Attached {
    name: String,
    kind: String,
    /// Base64.
    content: String,
    inline: bool,
}

/// What is sent.
#[derive(Deserialize)]
pub(super) struct Written {
    mailbox: String,
    answers: Option<u64>,
    to: Vec<String>,
    cc: Vec<String>,
    bcc: Vec<String>,
    subject: String,
    html: String,
    files: Vec<Attached>,
    properties: BTreeMap<String, Value>,
}

/// `POST /api/send`: the mail lies in Sent Items and reaches those it names in the town.
pub(super) async fn send(State(world): State<Arc<World>>, headers: HeaderMap, Json(written): Json<Written>) -> Shown {
    open(&world, &headers, &written.mailbox)?;
    if written.to.is_empty() && written.cc.is_empty() && written.bcc.is_empty() {
        return Err(StatusCode::UNPROCESSABLE_ENTITY);
    }
    let name = if written.mailbox == world.settings.shared { "Postmottak" } else { &person(&world, &headers)?.name };
    let out = Outgoing {
        from: Address::new(name, &written.mailbox),
        mailbox: written.mailbox,
        to: addresses(&written.to),
        cc: addresses(&written.cc),
        bcc: addresses(&written.bcc),
        subject: written.subject,
        html: written.html,
        files: written.files.into_iter().map(file).collect(),
        answers: written.answers,
        properties: written.properties,
    };
    let mut inner = world.open();
    let number = inner.post.draft(out, world.now());
    inner.post.send(number, world.now());
    Ok(Json(json!({ "number": number })))
}

fn addresses(list: &[String]) -> Vec<Address> {
    list.iter().map(|address| Address::new("", address)).collect()
}

fn file(attached: Attached) -> File {
    let bytes = STANDARD.decode(&attached.content).unwrap_or_default();
    File { name: attached.name, kind: attached.kind, content_id: None, inline: attached.inline, bytes }
}
