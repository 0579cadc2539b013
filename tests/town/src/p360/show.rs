//! How cases, documents and files are shown (svarformer), with the fields of the vendor's interface description.

use super::{
    code::known,
    model::{Access, Case, Document, File, Kind, Store, Who},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use jiff::civil::DateTime;
use serde_json::{Value, json};

/// Local time without a zone.
fn moment(at: Option<DateTime>) -> Value {
    at.map_or(Value::Null, |at| at.strftime("%Y-%m-%dT%H:%M:%S").to_string().into())
}

fn described(table: &str, code: &str) -> Value {
    known(table, code).map_or(Value::Null, |row| row.description.into())
}

fn access(value: &mut Value, access: &Access) {
    value["AccessCodeCode"] = json!(access.code);
    value["AccessCodeDescription"] = described("code table: Access code", &access.code);
    value["Paragraph"] = json!(access.paragraph.clone().unwrap_or_default());
}

pub(super) fn case(store: &Store, case: &Case, parameter: &Value) -> Value {
    let mut shown = json!({
        "Recno": case.recno, "CaseNumber": store.number(case), "ExternalId": null, "Title": case.title,
        "UnofficialTitle": case.unofficial, "Date": moment(case.date), "CreatedDate": moment(case.date),
        "LastChangedDate": moment(case.date), "Status": described("code table: Case status", &case.status),
        "ResponsibleEnterprise": { "Recno": 506, "Name": case.unit, "Email": "" }, "ResponsibleEnterpriseName": case.unit,
        "ResponsiblePerson": { "Recno": 507, "Name": case.person.0, "Email": case.person.1, "UserId": "" },
        "ResponsiblePersonName": case.person.0, "ArchiveCodes": [], "Documents": [], "Contacts": [], "CaseEstates": [],
        "ReferringCases": [], "ReferringDocuments": [], "URL": format!("/locator/DMS/Case/Details/Simplified/2?recno={}", case.recno),
    });
    access(&mut shown, &case.access);
    if parameter["IncludeCaseContacts"] == true {
        shown["Contacts"] = case.contacts.iter().map(|who| party(store, who)).collect();
    }
    shown
}

/// On a case, contacts have no address of the electronic kind: it is the contact's own.
fn party(store: &Store, who: &Who) -> Value {
    let contact = store.contacts.iter().find(|contact| Some(contact.recno) == who.recno);
    let kind = contact.map_or("Unregistered", |one| match one.kind {
        Kind::Person => "Private person",
        Kind::AtEnterprise => "Contact person",
        Kind::Enterprise => "Enterprise",
    });
    json!({
        "Recno": who.recno.unwrap_or_default(), "Role": described("code table: Contact - Case role", &who.role),
        "ContactName": who.name, "ContactType": kind, "Referencenumber": "", "Address": null,
    })
}

pub(super) fn document(store: &Store, document: &Document, (seen, parameter): (&[&File], &Value)) -> Value {
    let case = store.case_of(document);
    let mut shown = json!({
        "Recno": document.recno, "DocumentNumber": store.document_number(document),
        "CaseNumber": case.map(|case| store.number(case)), "CaseRecno": document.case.to_string(),
        "Title": document.unofficial, "OfficialTitle": document.title, "DocumentDate": moment(document.date),
        "JournalDate": null, "CreatedDate": moment(document.date), "LastChangedDate": moment(document.date),
        "Category": known("code table: Document category", &document.category).map(super::code::Row::shown),
        "StatusCode": document.status, "StatusDescription": described("code table: Journal status", &document.status),
        "ResponsibleEnterpriseName": case.map(|case| case.unit.clone()), "ResponsiblePersonName": document.person,
        "Contacts": document.contacts.iter().map(correspondent).collect::<Vec<_>>(), "Files": [], "Remarks": null,
        "ReferringCases": null, "ReferringDocuments": null, "URL": "",
    });
    access(&mut shown, &document.access);
    if parameter["IncludeFiles"] == true {
        let with = parameter["IncludeFileData"] == true;
        shown["Files"] = seen.iter().map(|one| file(one, with)).collect();
    }
    if parameter["IncludeRemarks"] == true {
        let remark =
            |(title, content): &(String, String)| json!({ "Title": title, "Content": content, "TypeCode": "ME" });
        shown["Remarks"] = document.remarks.iter().map(remark).collect();
    }
    if parameter["IncludeReferringDocuments"] == true {
        shown["ReferringDocuments"] = json!(document.referring);
    }
    shown
}

fn correspondent(who: &Who) -> Value {
    json!({
        "ContactRecno": who.recno.map(|recno| recno.to_string()).unwrap_or_default(), "Role": who.role, "SearchName": who.name,
        "Email": who.email.clone().unwrap_or_default(), "ExternalId": "", "ReferenceNumber": "",
    })
}

pub(super) fn file(file: &File, with_bytes: bool) -> Value {
    let mut shown = json!({
        "Recno": file.recno, "Title": file.title, "Format": file.format, "Note": file.note, "RelationTypeCode": file.relation,
        "VersionFormatCode": file.version, "StatusCode": "F", "CategoryCode": "", "Base64Data": null, "URL": "",
    });
    access(&mut shown, &file.access);
    if with_bytes {
        shown["Base64Data"] = json!(STANDARD.encode(&file.bytes));
    }
    shown
}
