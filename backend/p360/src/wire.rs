//! The shapes of answers (svarformer): an envelope that says whether it was successful and keeps the rest whole, and within it what is
//! read, by the names of the vendor's interface description.

use crate::failure;
use domain::port::Failure;
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Deserializer, Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

/// Any answer.
#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Envelope {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    successful: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    error_message: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    error_details: Option<String>,
    #[serde(flatten)]
    pub(crate) body: Map<String, Value>,
}

impl Envelope {
    /// Whether it says that it did not.
    pub(crate) fn is_refused(&self) -> bool {
        self.successful == Some(false)
    }

    /// Why not, as far as it matters here: whether it is the person it does not know. Its own field's name is the only word that is the
    /// same in every language.
    pub(crate) fn refusal(&self, operation: &str) -> Failure {
        let is_person = |text: &Option<String>| text.as_ref().is_some_and(|text| text.contains("ADContextUser"));
        failure::refused(operation, is_person(&self.error_message) || is_person(&self.error_details))
    }

    /// What is in it.
    pub(crate) fn read<T: DeserializeOwned>(self, operation: &str) -> Result<T, Failure> {
        if self.is_refused() {
            return Err(self.refusal(operation));
        }
        // What does not say that it did, did not.
        if self.successful.is_none() {
            return Err(failure::garbled("it does not say whether it was successful"));
        }
        serde_json::from_value(Value::Object(self.body))
            .map_err(|_| failure::garbled(&format!("what {operation} gives has another form")))
    }
}

/// Absent, `null` and empty are the same: nothing.
fn listed<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    Option::<Vec<T>>::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// Shapes that are read: every field may be absent, and what is not named is let be.
macro_rules! shapes {
    ($($(#[$doc:meta])* $name:ident { $($(#[$attribute:meta])* $field:ident: $kind:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, Deserialize)]
        #[cfg_attr(test, derive(Serialize))]
        #[serde(rename_all = "PascalCase", default)]
        pub(crate) struct $name { $($(#[$attribute])* pub(crate) $field: $kind,)* }
    )*};
}

shapes! {
    /// `GetCases`.
    Cases {
        #[serde(deserialize_with = "listed")]
        cases: Vec<Case>,
    }
    /// A case (sak).
    Case {
        recno: u64,
        case_number: Option<String>,
        title: Option<String>,
        unofficial_title: Option<String>,
        date: Option<String>,
        status: Option<String>,
        access_code_code: Option<String>,
        access_code_description: Option<String>,
        paragraph: Option<String>,
        responsible_enterprise_name: Option<String>,
        responsible_person_name: Option<String>,
        responsible_person: Option<Responsible>,
        #[serde(deserialize_with = "listed")]
        contacts: Vec<CaseContact>,
    }
    /// Who answers for a case.
    Responsible {
        name: Option<String>,
        email: Option<String>,
    }
    /// Somebody on a case; the address is the contact's.
    CaseContact {
        recno: u64,
        role: Option<String>,
        contact_name: Option<String>,
    }
    /// `GetDocuments`.
    Documents {
        #[serde(deserialize_with = "listed")]
        documents: Vec<Document>,
        total_page_count: usize,
    }
    /// A document, which is an entry of the journal (journalpost).
    Document {
        recno: u64,
        document_number: Option<String>,
        case_number: Option<String>,
        title: Option<String>,
        document_date: Option<String>,
        category: Option<Coded>,
        status_code: Option<String>,
        access_code_code: Option<String>,
        access_code_description: Option<String>,
        paragraph: Option<String>,
        #[serde(deserialize_with = "listed")]
        contacts: Vec<DocumentContact>,
        #[serde(deserialize_with = "listed")]
        files: Vec<File>,
        #[serde(deserialize_with = "listed")]
        remarks: Vec<Remark>,
        #[serde(deserialize_with = "listed")]
        referring_documents: Vec<String>,
    }
    /// A value of a code table.
    Coded {
        recno: u64,
        code: Option<String>,
        description: Option<String>,
    }
    /// Somebody on a document.
    DocumentContact {
        contact_recno: Option<String>,
        role: Option<String>,
        search_name: Option<String>,
        email: Option<String>,
    }
    /// A file of a document, without its bytes.
    File {
        recno: u64,
        title: Option<String>,
        format: Option<String>,
        note: Option<String>,
        relation_type_code: Option<String>,
        version_format_code: Option<String>,
        access_code_code: Option<String>,
        access_code_description: Option<String>,
        paragraph: Option<String>,
    }
    /// A remark on a document (merknad).
    Remark {
        title: Option<String>,
        content: Option<String>,
    }
    /// `GetFileWithMetadata`.
    WithFile {
        file: Option<Bytes>,
    }
    /// A file with its bytes.
    Bytes {
        format: Option<String>,
        base64_data: Option<String>,
    }
    /// `GetPrivatePersons`.
    Persons {
        #[serde(deserialize_with = "listed")]
        private_persons: Vec<Contact>,
    }
    /// `GetContactPersons`.
    AtEnterprises {
        #[serde(deserialize_with = "listed")]
        contact_persons: Vec<Contact>,
    }
    /// `GetEnterprises`.
    Enterprises {
        #[serde(deserialize_with = "listed")]
        enterprises: Vec<Contact>,
    }
    /// A contact, as far as it is compared.
    Contact {
        recno: u64,
        email: Option<String>,
    }
    /// `GetCodeTableRows`.
    CodeTable {
        #[serde(deserialize_with = "listed")]
        code_table_rows: Vec<CodeTableRow>,
    }
    /// A row of a code table.
    CodeTableRow {
        recno: u64,
        code: Option<String>,
        description: Option<String>,
        is_expired: bool,
    }
    /// `CreateDocument`, `UpdateDocument`, `SignOffDocument`.
    Made {
        document_number: Option<String>,
    }
}

/// The day of a moment: without a zone it is local already, and the first one of all is none.
pub(crate) fn day(text: &str) -> Option<Date> {
    let day = text.parse::<Timestamp>().map(domain::port::day).or_else(|_| text.get(..10).unwrap_or(text).parse());
    day.ok().filter(|day: &Date| day.year() > 1)
}

#[cfg(test)]
mod tests;
