//! Registering a mail (journalføring): one call makes the document with its people and its file. A mail is known again by its `Message-ID`,
//! which stands as sender's reference, in a remark and with the file; what was made without its file is taken back.

use crate::{
    ask::{Service, Upn},
    code, failure, number,
    read::{GET_DOCUMENTS, Reading},
    wire::{Case, Document, Documents, Made},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use domain::port::{Correspondent, Failure, Filed, Filing, Way};
use futures::future::{try_join, try_join_all, try_join5};
use serde_json::{Value, json};

/// The operations that write.
const CREATE: &str = "DocumentService/CreateDocument";
const UPDATE: &str = "DocumentService/UpdateDocument";
const SIGN_OFF: &str = "DocumentService/SignOffDocument";
/// What Noark calls void (utgår); Public 360 deletes nothing.
const VOID: &str = "U";

/// Writes in a person's name.
pub(crate) struct Writing<'a> {
    pub(crate) service: &'a Service,
    pub(crate) person: &'a Upn,
}

impl Writing<'_> {
    /// Registers a mail, or tells where it stands.
    pub(crate) async fn register(&self, filing: &Filing) -> Result<Filed, Failure> {
        let reading = Reading { service: self.service, person: self.person };
        let (case, known, statuses) = reading.before(filing.case, &filing.message_id).await?;
        let case = case.ok_or_else(failure::no_case)?;
        let ours: Vec<&Document> = known.iter().filter(|one| is_of(one, filing) && !is_void(one)).collect();
        let whole = ours.iter().find(|one| has_file(one, filing));
        if let Some(number) = whole.and_then(|one| one.document_number.clone()) {
            return Ok(filed(number, true));
        }
        let status = statuses.code(case.status.as_deref().unwrap_or_default());
        if matches!(status.as_str(), "A" | VOID) {
            return Err(failure::closed());
        }
        for half in ours.iter().filter_map(|one| one.document_number.as_deref()) {
            self.void(half).await?;
        }
        self.create(&case, filing).await
    }

    async fn create(&self, case: &Case, filing: &Filing) -> Result<Filed, Failure> {
        let parameter = self.parameter(case, filing).await?;
        let told = self.service.answered(self.person, CREATE, parameter).await?;
        if told.is_refused() {
            // What is made without its file says its number nevertheless; what could not be taken back now is at the next try.
            if let Some(number) =
                told.body.get("DocumentNumber").and_then(Value::as_str).filter(|text| !text.is_empty())
            {
                let _ = self.void(number).await;
                return Err(failure::half());
            }
            return Err(told.refusal(CREATE));
        }
        let number = told.read::<Made>(CREATE)?.document_number.filter(|number| !number.is_empty());
        number.map(|number| filed(number, false)).ok_or_else(|| failure::garbled("a new document has no number"))
    }

    /// The document. `J` and `A` are the archive's to set, and are never set here.
    async fn parameter(&self, case: &Case, filing: &Filing) -> Result<Value, Failure> {
        let (category, statuses): (&[&str], &[&str]) = match filing.way {
            // A caseworker has registered what came in; what went out has been sent.
            Way::In => (&["I", "Inngående"], &["S", "M"]),
            Way::Out => (&["U", "Utgående"], &["E", "F"]),
        };
        let open: Vec<&str> = self.service.settings().open.iter().map(String::as_str).collect();
        let access = filing.access.code.as_deref().map_or(open, |code| vec![code]);
        let (category, status, access, people, notes) = try_join5(
            code::must(self.service, code::CATEGORY, category),
            code::must(self.service, code::STATUS, statuses),
            code::must(self.service, code::ACCESS, &access),
            try_join_all(filing.people.iter().filter(|one| !one.role.starts_with('I')).map(|one| self.contact(one))),
            code::table(self.service, code::NOTE),
        )
        .await?;
        let mut parameter = json!({
            "CaseNumber": case.case_number, "Title": filing.public_title, "UnofficialTitle": filing.title,
            "DocumentDate": filing.at.to_string(), "Category": category, "Status": status, "AccessCode": access,
            "UnregisteredContacts": people, "SendersReference": filing.message_id, "Files": [{
                "Title": filing.title, "Format": "EML", "Base64Data": STANDARD.encode(&filing.mime), "Note": mark(filing),
            }],
        });
        let mut remark = json!({ "Title": "Saksvar", "Content": mark(filing) });
        if let Some(kind) = notes.sent(&["ME", "Merknad"]).or_else(|| notes.first()) {
            remark["RemarkType"] = json!(kind);
        }
        parameter["Remarks"] = json!([remark]);
        if let Some(basis) = filing.access.legal_basis.as_ref().filter(|_| filing.access.code.is_some()) {
            parameter["Paragraph"] = json!(basis);
        }
        if filing.way == Way::Out {
            parameter["DispatchedDate"] = json!(filing.at.to_string());
        }
        Ok(parameter)
    }

    /// Somebody outside the house. The house's own are no contacts there: the document is the person's in whose name it is made.
    async fn contact(&self, one: &Correspondent) -> Result<Value, Failure> {
        let role: &[&str] = match one.role.as_str() {
            "EA" => &["EA", "Avsender", "Sender"],
            "EM" => &["EM", "Mottaker", "Recipient"],
            "EK" => &["EK", "Kopi til", "Kopimottaker", "Kopi", "Copy to"],
            other => &[other],
        };
        let role = code::must(self.service, code::ROLE, role).await?;
        let name = if one.name.trim().is_empty() { one.email.as_deref().unwrap_or_default() } else { &one.name };
        Ok(json!({ "Role": role, "ContactName": name, "Email": one.email.as_deref().unwrap_or_default() }))
    }

    /// Signs the incoming mail off as answered by e-mail; once.
    pub(crate) async fn sign_off(&self, incoming: &Filed, answer: &Filed) -> Result<(), Failure> {
        let code = code::must(self.service, code::RESPONSE, &["BE"]);
        let (code, document) = try_join(code, self.document(&incoming.id)).await?;
        let done = document.is_some_and(|one| one.referring_documents.contains(&answer.id));
        if done {
            return Ok(());
        }
        let parameter = json!({ "Document": incoming.id, "ResponseCode": code, "ReplyDocument": answer.id });
        self.service.call::<Made>(self.person, SIGN_OFF, parameter).await.map(|_| ())
    }

    /// Takes a registration back as far as that goes: it stays there, void. What is not there, or void already, needs nothing.
    pub(crate) async fn undo(&self, number: &str) -> Result<(), Failure> {
        match self.document(number).await? {
            Some(document) if document.status_code.as_deref() != Some(VOID) => self.void(number).await,
            _ => Ok(()),
        }
    }

    async fn void(&self, number: &str) -> Result<(), Failure> {
        let status = code::must(self.service, code::STATUS, &[VOID, "Utgår"]).await?;
        let parameter = json!({ "DocumentNumber": number, "Status": status });
        self.service.call::<Made>(self.person, UPDATE, parameter).await.map(|_| ())
    }

    /// A document by its number and no other.
    async fn document(&self, number: &str) -> Result<Option<Document>, Failure> {
        let parameter =
            json!({ "DocumentNumber": number, "IncludeReferringDocuments": true, "MaxReturnedDocuments": 2 });
        let told: Documents = self.service.call(self.person, GET_DOCUMENTS, parameter).await?;
        Ok(told.documents.into_iter().find(|one| one.document_number.as_deref() == Some(number)))
    }
}

/// How a mail is known again: among the remarks of its document, and among the files.
fn mark(filing: &Filing) -> String {
    format!("E-post {}", filing.message_id)
}

fn is_void(one: &Document) -> bool {
    one.status_code.as_deref() == Some(VOID)
}

/// Whether a document was made of this mail. That it was found by the reference proves nothing where the reference is not heeded.
fn is_of(one: &Document, filing: &Filing) -> bool {
    let mark = mark(filing);
    one.remarks.iter().any(|remark| remark.content.as_deref() == Some(mark.as_str())) || has_file(one, filing)
}

/// Whether the mail itself lies with it.
fn has_file(one: &Document, filing: &Filing) -> bool {
    let mark = mark(filing);
    one.files.iter().any(|file| file.note.as_deref() == Some(mark.as_str()))
}

fn filed(number: String, already: bool) -> Filed {
    Filed { number: number::known(&number), id: number, already }
}
