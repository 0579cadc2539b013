//! Reads mail: lists with pages, one mail, its attachments.

use super::{
    Answer, Place, Refusal, percent,
    query::{attachment, skip_token},
    shape,
};
use crate::mail::{Folder, Mail};
use axum::http::StatusCode;
use serde_json::{Value, json};

/// Letters an id can have.
pub(super) fn plain(id: &str) -> Result<(), Refusal> {
    let letter = |byte: u8| byte.is_ascii_alphanumeric() || b"_-=".contains(&byte);
    if !id.is_empty() && id.bytes().all(letter) { Ok(()) } else { Err(Refusal::malformed()) }
}

fn named(place: &Place<'_>, name: &str) -> Result<Folder, Refusal> {
    let by_id = |it: &Folder| shape::folder_id(place.mailbox, *it) == name;
    let folder = Folder::named(name).or_else(|| Folder::ALL.into_iter().find(by_id));
    folder.ok_or_else(Refusal::malformed)
}

/// `GET …/messages`, of a folder or of all.
pub(super) fn list(place: &Place<'_>, (folder, path): (Option<&str>, &[String])) -> Answer {
    let folder = folder.map(|name| named(place, name)).transpose()?;
    let inner = place.world.open();
    let query = place.query;
    let mut found: Vec<&Mail> = inner
        .post
        .mails
        .iter()
        .filter(|mail| mail.mailbox == place.mailbox && folder.is_none_or(|it| mail.folder == Some(it)))
        .filter(|mail| query.filter.iter().all(|clause| clause.holds(mail)))
        .collect();
    order(&mut found, query);
    let page: Vec<Value> =
        found.iter().skip(query.skip).take(query.top).map(|mail| shape::message(place.world, mail, query)).collect();
    let mut answer =
        json!({ "@odata.context": format!("{}/v1.0/$metadata#messages", place.world.at.graph), "value": page });
    let next = query.skip + query.top;
    if next < found.len() {
        answer["@odata.nextLink"] = json!(next_link(place, path, next));
    }
    Ok((StatusCode::OK, Some(answer)))
}

/// Newest first; a filter gives the mails in an order of the store's own, so that nobody relies on one.
fn order(found: &mut [&Mail], query: &super::Query) {
    if !query.filter.is_empty() && query.order.is_empty() {
        found.sort_by_key(|mail| mail.id());
    } else if query.order.first().is_some_and(|it| it.starts_with("subject")) {
        found.sort_by(|a, b| a.subject.cmp(&b.subject));
    } else {
        let ascending = query.order.first().is_some_and(|it| !it.ends_with(" desc"));
        found.sort_by_key(|mail| if ascending { mail.received } else { -mail.received });
    }
}

fn next_link(place: &Place<'_>, path: &[String], skip: usize) -> String {
    let path: Vec<String> = path.iter().map(|segment| percent(segment)).collect();
    let kept = place.query.pairs.iter().filter(|(name, _)| name != "$skiptoken");
    let pairs: Vec<String> = kept.map(|(name, value)| format!("{}={}", percent(name), percent(value))).collect();
    let token = format!("%24skiptoken={}", skip_token(skip));
    format!("{}/{}?{}", place.world.at.graph, path.join("/"), [pairs, vec![token]].concat().join("&"))
}

/// `GET …/mailFolders/{folder}`.
pub(super) fn folder(place: &Place<'_>, name: &str) -> Answer {
    let folder = named(place, name)?;
    let inner = place.world.open();
    let lying = inner.post.mails.iter().filter(|mail| mail.mailbox == place.mailbox && mail.folder == Some(folder));
    let shape = json!({
        "id": shape::folder_id(place.mailbox, folder), "displayName": folder.name(), "totalItemCount": lying.count(),
    });
    Ok((StatusCode::OK, Some(shape)))
}

/// `GET …/messages/{id}`.
pub(super) fn one(place: &Place<'_>, id: &str) -> Answer {
    plain(id)?;
    let inner = place.world.open();
    let mail = inner.post.find(place.mailbox, id).ok_or_else(Refusal::missing)?;
    Ok((StatusCode::OK, Some(shape::message(place.world, mail, place.query))))
}

/// `GET …/messages/{id}/attachments`; `$select` is read anew, because the properties are others.
pub(super) fn attachments(place: &Place<'_>, id: &str) -> Answer {
    plain(id)?;
    let inner = place.world.open();
    let mail = inner.post.find(place.mailbox, id).ok_or_else(Refusal::missing)?;
    let asked = place.query.pairs.iter().find(|(name, _)| name == "$select");
    let names = asked.map(|(_, value)| value.split(',').map(|name| attachment(name.trim())).collect()).transpose()?;
    let value = shape::attachments(mail, &names.unwrap_or_else(Vec::new));
    Ok((StatusCode::OK, Some(json!({ "value": value }))))
}
