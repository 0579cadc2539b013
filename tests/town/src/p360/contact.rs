//! Contacts (kontaktregister): persons and enterprises, found by number, name or address.

use super::{
    find::like,
    model::{Contact, Kind, Store},
};
use serde_json::{Value, json};

/// `ContactService/GetPrivatePersons`, `GetContactPersons` and `GetEnterprises`.
pub(super) fn contacts(store: &Store, kind: Kind, parameter: &Value) -> Value {
    let recno = parameter["Recno"].as_u64().filter(|recno| *recno > 0);
    let text = |name: &str| parameter[name].as_str().filter(|text| !text.is_empty());
    let is = |one: &&Contact| {
        one.kind == kind
            && recno.is_none_or(|recno| recno == u64::from(one.recno))
            && text("Name").is_none_or(|name| like(name, &one.name))
            && text("Email").is_none_or(|email| email.eq_ignore_ascii_case(&one.email))
    };
    let found: Vec<&Contact> = store.contacts.iter().filter(is).collect();
    let most = parameter["MaxRows"].as_u64().filter(|most| *most > 0).unwrap_or(100).min(100);
    let most = usize::try_from(most).unwrap_or(100);
    let page = usize::try_from(parameter["Page"].as_u64().unwrap_or_default()).unwrap_or_default();
    let rows: Vec<Value> = found.iter().skip(page * most).take(most).map(|one| shown(one)).collect();
    let name = match kind {
        Kind::Person => "PrivatePersons",
        Kind::AtEnterprise => "ContactPersons",
        Kind::Enterprise => "Enterprises",
    };
    json!({ name: rows, "TotalPageCount": found.len().div_ceil(most), "TotalCount": found.len() })
}

fn shown(contact: &Contact) -> Value {
    if contact.kind == Kind::Enterprise {
        return json!({ "Recno": contact.recno, "Name": contact.name, "Email": contact.email, "EnterpriseNumber": "", "Active": true });
    }
    let (first, last) = contact.name.rsplit_once(' ').unwrap_or(("", &contact.name));
    json!({ "Recno": contact.recno, "FirstName": first, "MiddleName": "", "LastName": last, "Email": contact.email, "Active": true })
}
