//! Making and changing documents (journalføring): whole or not at all, in a case that is open, by codes that are known.

use super::{
    access::Viewer,
    code::{known, meant},
    field::moment,
    find::sees,
    model::{Access, Document, File, Store, Who},
    refusal::Refusal,
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

/// A text that is there.
fn text<'a>(value: &'a Value, name: &str) -> Option<&'a str> {
    value[name].as_str().filter(|text| !text.trim().is_empty())
}

fn must<'a>(value: &'a Value, name: &str) -> Result<&'a str, Refusal> {
    text(value, name).ok_or_else(|| Refusal::said(format!("{name} is mandatory")))
}

/// A case that takes documents.
fn open_case(store: &Store, viewer: Viewer<'_>, number: &str) -> Result<u32, Refusal> {
    let case = store.cases.iter().find(|case| store.number(case) == number && viewer.sees(&case.access, &case.unit));
    let case = case.ok_or_else(|| Refusal::said(format!("Case '{number}' was not found")))?;
    if ["A", "U"].contains(&case.status.as_str()) {
        return Err(Refusal::said(format!("Case '{number}' is closed")));
    }
    Ok(case.recno)
}

/// `DocumentService/CreateDocument`; `half` leaves it without its files, as when those cannot be stored.
pub(super) fn create(
    store: &mut Store,
    viewer: Viewer<'_>,
    (parameter, half): (&Value, bool),
) -> Result<Value, Refusal> {
    let case = open_case(store, viewer, must(parameter, "CaseNumber")?)?;
    let title = must(parameter, "Title")?.to_owned();
    let category = meant("code table: Document category", "Category", must(parameter, "Category")?)?;
    let status = meant("code table: Journal status", "Status", text(parameter, "Status").unwrap_or("R"))?;
    let access = access(viewer, parameter)?;
    let contacts = contacts(store, parameter)?;
    let files = files(store, parameter, &access)?;
    let number = 1 + store.documents.iter().filter(|one| one.case == case).map(|one| one.number).max().unwrap_or(0);
    let date = |name: &str| text(parameter, name).and_then(moment);
    let remark =
        |one: &Value| (text(one, "Title").unwrap_or_default().into(), text(one, "Content").unwrap_or_default().into());
    let document = Document {
        recno: store.recno(),
        case,
        number,
        unofficial: text(parameter, "UnofficialTitle").unwrap_or(&title).to_owned(),
        title,
        category: category.code.to_owned(),
        status: status.code.to_owned(),
        date: date("DocumentDate"),
        dispatched: date("DispatchedDate"),
        access,
        reference: text(parameter, "SendersReference").map(str::to_owned),
        person: text(parameter, "ADContextUser").unwrap_or("integration").to_owned(),
        contacts,
        files: if half { Vec::new() } else { files },
        remarks: parameter["Remarks"].as_array().into_iter().flatten().map(remark).collect(),
        referring: Vec::new(),
        signed_off: None,
    };
    let (recno, number) = (document.recno, store.document_number(&document));
    store.documents.push(document);
    if half {
        let details = "SI.Biz.Core.FileException".to_owned();
        return Err(Refusal::Said {
            message: "The file could not be stored".into(),
            details,
            made: Some((recno, number)),
        });
    }
    Ok(json!({ "Recno": recno, "DocumentNumber": number }))
}

fn access(viewer: Viewer<'_>, parameter: &Value) -> Result<Access, Refusal> {
    let code = meant("code table: Access code", "AccessCode", text(parameter, "AccessCode").unwrap_or("U"))?.code;
    if !viewer.may_use(code) {
        return Err(Refusal::said(format!("You do not have access to access code {code}")));
    }
    Ok(Access { code: code.to_owned(), paragraph: text(parameter, "Paragraph").map(str::to_owned) })
}

fn contacts(store: &Store, parameter: &Value) -> Result<Vec<Who>, Refusal> {
    let role =
        |one: &Value| Ok(meant("code table: Activity - Contact role", "Role", must(one, "Role")?)?.code.to_owned());
    let mut all = Vec::new();
    for one in parameter["Contacts"].as_array().into_iter().flatten() {
        let number = text(one, "ReferenceNumber").and_then(|text| text.strip_prefix("recno:")?.parse().ok());
        let contact = store.contacts.iter().find(|contact| Some(contact.recno) == number);
        let contact = contact.ok_or_else(|| Refusal::said("Contact was not found"))?;
        let (name, email) = (contact.name.clone(), Some(contact.email.clone()));
        all.push(Who { recno: number, role: role(one)?, name, email });
    }
    for one in parameter["UnregisteredContacts"].as_array().into_iter().flatten() {
        let name = text(one, "ContactName").or_else(|| text(one, "ContactCompanyName"));
        let name = name.ok_or_else(|| Refusal::said("ContactName or ContactCompanyName is mandatory"))?.to_owned();
        all.push(Who { recno: None, role: role(one)?, name, email: text(one, "Email").map(str::to_owned) });
    }
    Ok(all)
}

fn files(store: &mut Store, parameter: &Value, access: &Access) -> Result<Vec<File>, Refusal> {
    let mut all = Vec::new();
    for one in parameter["Files"].as_array().into_iter().flatten() {
        let bytes = STANDARD.decode(must(one, "Base64Data")?).map_err(|_| Refusal::bad("Base64Data is no base64"))?;
        let first = all.is_empty();
        all.push(File {
            recno: store.recno(),
            title: must(one, "Title")?.to_owned(),
            format: must(one, "Format")?.to_uppercase(),
            note: text(one, "Note").unwrap_or_default().to_owned(),
            access: access.clone(),
            relation: text(one, "RelationType").unwrap_or(if first { "H" } else { "V" }).to_owned(),
            version: "P".to_owned(),
            bytes,
        });
    }
    Ok(all)
}

/// Where a document stands that may be seen.
fn place(store: &Store, viewer: Viewer<'_>, number: &str) -> Result<usize, Refusal> {
    let is = |one: &Document| store.document_number(one) == number && sees(store, viewer, one);
    store.documents.iter().position(is).ok_or_else(|| Refusal::said(format!("Document '{number}' was not found")))
}

/// `DocumentService/UpdateDocument`. What the archive has journalled (`J`) is the archive's.
pub(super) fn update(store: &mut Store, viewer: Viewer<'_>, parameter: &Value) -> Result<Value, Refusal> {
    let at = place(store, viewer, must(parameter, "DocumentNumber")?)?;
    let status =
        text(parameter, "Status").map(|value| meant("code table: Journal status", "Status", value)).transpose()?;
    let restricted = text(parameter, "AccessCode").map(|_| access(viewer, parameter)).transpose()?;
    if store.documents[at].status == "J" {
        return Err(Refusal::said("The document is journalled and cannot be changed"));
    }
    let number = store.document_number(&store.documents[at]);
    let one = &mut store.documents[at];
    one.status = status.map_or_else(|| one.status.clone(), |row| row.code.to_owned());
    one.access = restricted.unwrap_or_else(|| one.access.clone());
    one.title = text(parameter, "Title").unwrap_or(&one.title).to_owned();
    one.unofficial = text(parameter, "UnofficialTitle").unwrap_or(&one.unofficial).to_owned();
    one.dispatched = text(parameter, "DispatchedDate").and_then(moment).or(one.dispatched);
    Ok(json!({ "Recno": one.recno, "DocumentNumber": number }))
}

/// `DocumentService/SignOffDocument`: what came in, once, by an answer that is there.
pub(super) fn sign_off(store: &mut Store, viewer: Viewer<'_>, parameter: &Value) -> Result<Value, Refusal> {
    let number = must(parameter, "Document")?;
    let at = place(store, viewer, number)?;
    let code = meant("code table: Response Code", "ResponseCode", must(parameter, "ResponseCode")?)?;
    let reply = text(parameter, "ReplyDocument");
    let answer = reply.map(|reply| place(store, viewer, reply)).transpose()?;
    if known("code table: Document category", &store.documents[at].category).is_none_or(|row| row.code != "I") {
        return Err(Refusal::said("Only incoming documents are signed off"));
    }
    if store.documents[at].signed_off.is_some() {
        return Err(Refusal::said(format!("Document '{number}' is already signed off")));
    }
    store.documents[at].signed_off = Some(code.code.to_owned());
    store.documents[at].referring.extend(reply.map(str::to_owned));
    if let Some(answer) = answer {
        store.documents[answer].referring.push(number.to_owned());
    }
    Ok(json!({ "Recno": store.documents[at].recno, "DocumentNumber": number }))
}
