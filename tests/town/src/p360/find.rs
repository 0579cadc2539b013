//! Lists (oppslag): what meets every criterion and may be seen, sorted, a page at a time.

use super::{
    access::Viewer,
    model::{Case, Document, File, Store},
    refusal::Refusal,
    show,
};
use serde_json::{Value, json};

/// Rows of a page at most, whatever is asked for.
const PAGE: usize = 100;

/// What a list is asked for, whichever it is.
struct Asked<'a> {
    parameter: &'a Value,
    most: usize,
    page: usize,
    newest_first: bool,
}

impl<'a> Asked<'a> {
    fn of(parameter: &'a Value, most: &str, sort: &str) -> Result<Self, Refusal> {
        let number = |name: &str| parameter[name].as_u64().and_then(|number| usize::try_from(number).ok()).unwrap_or(0);
        let newest_first = match parameter[sort].as_str() {
            None | Some("RecnoAscending") => false,
            Some("RecnoDescending") => true,
            Some(other) => return Err(Refusal::bad(format!("Error converting value '{other}' to SortCriterion"))),
        };
        let most = match number(most) {
            0 => PAGE,
            most => most.min(PAGE),
        };
        Ok(Self { parameter, most, page: number("Page"), newest_first })
    }

    fn text(&self, name: &str) -> Option<&'a str> {
        self.parameter[name].as_str().filter(|text| !text.is_empty())
    }

    fn recno(&self) -> Option<u64> {
        self.parameter["Recno"].as_u64().filter(|recno| *recno > 0)
    }

    /// Whether somebody of these is among the contacts that are asked for.
    fn knows<'b>(&self, mut contacts: impl Iterator<Item = &'b super::model::Who>) -> bool {
        let wanted: Vec<u64> =
            self.parameter["ContactRecnos"].as_array().into_iter().flatten().filter_map(Value::as_u64).collect();
        let wanted_one = self.text("ContactReferenceNumber").and_then(|text| text.strip_prefix("recno:")?.parse().ok());
        let is = |recno: u64| wanted.contains(&recno) || wanted_one == Some(recno);
        let is_asked = !wanted.is_empty() || self.text("ContactReferenceNumber").is_some();
        !is_asked || contacts.any(|who| who.recno.is_some_and(|recno| is(recno.into())))
    }

    /// The page, and how many there are.
    fn page<T>(&self, mut found: Vec<T>, name: &str, shown: impl Fn(&T) -> Value) -> Value {
        if self.newest_first {
            found.reverse();
        }
        let rows: Vec<Value> = found.iter().skip(self.page * self.most).take(self.most).map(shown).collect();
        json!({ name: rows, "TotalPageCount": found.len().div_ceil(self.most), "TotalCount": found.len() })
    }
}

/// Whether a text meets a pattern: `%` stands for anything, `_` for one sign, a sign in brackets for itself.
pub(super) fn like(pattern: &str, text: &str) -> bool {
    fn meets(pattern: &[char], text: &[char]) -> bool {
        match (pattern, text) {
            ([], []) => true,
            (['%', rest @ ..], _) => meets(rest, text) || !text.is_empty() && meets(pattern, &text[1..]),
            (['[', sign, ']', rest @ ..], [first, after @ ..]) => sign == first && meets(rest, after),
            (['_', rest @ ..], [_, after @ ..]) => meets(rest, after),
            ([one, rest @ ..], [first, after @ ..]) => one == first && meets(rest, after),
            _ => false,
        }
    }
    let signs = |text: &str| text.to_lowercase().chars().collect::<Vec<_>>();
    meets(&signs(pattern), &signs(text))
}

/// `CaseService/GetCases`.
pub(super) fn cases(store: &Store, viewer: Viewer<'_>, parameter: &Value) -> Result<Value, Refusal> {
    let asked = Asked::of(parameter, "MaxReturnedCases", "SortCriterion")?;
    let is = |case: &Case| {
        asked.recno().is_none_or(|recno| recno == u64::from(case.recno))
            && asked.text("CaseNumber").is_none_or(|number| number == store.number(case))
            && asked.text("Title").is_none_or(|title| like(title, &case.title))
            && asked.text("UnofficialTitle").is_none_or(|title| like(title, &case.unofficial))
            && asked.knows(case.contacts.iter())
    };
    let found = store.cases.iter().filter(|case| viewer.sees(&case.access, &case.unit) && is(case)).collect();
    Ok(asked.page(found, "Cases", |case: &&Case| show::case(store, case, parameter)))
}

/// Whether a document may be seen: its case, and it.
pub(super) fn sees(store: &Store, viewer: Viewer<'_>, document: &Document) -> bool {
    store
        .case_of(document)
        .is_some_and(|case| viewer.sees(&case.access, &case.unit) && viewer.sees(&document.access, &case.unit))
}

/// The files of a document that may be seen.
fn files<'a>(store: &Store, viewer: Viewer<'_>, document: &'a Document) -> Vec<&'a File> {
    let unit = store.case_of(document).map(|case| case.unit.as_str()).unwrap_or_default();
    document.files.iter().filter(|file| viewer.sees(&file.access, unit)).collect()
}

/// `DocumentService/GetDocuments`.
pub(super) fn documents(store: &Store, viewer: Viewer<'_>, parameter: &Value) -> Result<Value, Refusal> {
    let asked = Asked::of(parameter, "MaxReturnedDocuments", "SortingCriterion")?;
    let reference = reference(parameter)?;
    let case = asked.text("CaseNumber").map(|number| store.cases.iter().find(|case| store.number(case) == number));
    let is = |document: &Document| {
        asked.recno().is_none_or(|recno| recno == u64::from(document.recno))
            && case.is_none_or(|case| case.is_some_and(|case| case.recno == document.case))
            && asked.text("DocumentNumber").is_none_or(|number| number == store.document_number(document))
            && asked.text("Title").is_none_or(|title| like(title, &document.title))
            && reference.is_none_or(|reference| document.reference.as_deref() == Some(reference))
            && asked.knows(document.contacts.iter())
    };
    let found = store.documents.iter().filter(|one| is(one) && sees(store, viewer, one)).collect();
    let shown = |one: &&Document| show::document(store, one, (&files(store, viewer, one), parameter));
    Ok(asked.page(found, "Documents", shown))
}

/// Of the columns that a document may be sought by, this installation has one.
fn reference(parameter: &Value) -> Result<Option<&str>, Refusal> {
    let mut wanted = None;
    for field in parameter["AdditionalFields"].as_array().into_iter().flatten() {
        match (field["Name"].as_str(), field["Value"].as_str()) {
            (Some("SendersReference"), Some(value)) => wanted = Some(value),
            (name, _) => {
                return Err(Refusal::said(format!(
                    "AdditionalFields: '{}' is no column of Document",
                    name.unwrap_or_default()
                )));
            }
        }
    }
    Ok(wanted)
}

/// `FileService/GetFileWithMetadata`.
pub(super) fn file(store: &Store, viewer: Viewer<'_>, parameter: &Value) -> Result<Value, Refusal> {
    let recno = parameter["Recno"].as_u64().unwrap_or_default();
    let seen = store.documents.iter().filter(|one| sees(store, viewer, one));
    let found = seen.flat_map(|one| files(store, viewer, one).into_iter().map(move |file| (one, file)));
    let (document, file) = found
        .into_iter()
        .find(|(_, file)| u64::from(file.recno) == recno)
        .ok_or_else(|| Refusal::said(format!("File with recno {recno} was not found")))?;
    let mut shown = show::file(file, parameter["IncludeFileData"] == true);
    shown["DocumentRecno"] = json!(document.recno);
    shown["DocumentNumber"] = json!(store.document_number(document));
    shown["Version"] = json!(1);
    Ok(json!({ "File": shown }))
}

#[cfg(test)]
mod tests {
    use super::like;

    #[test]
    fn a_pattern_stands_for_what_it_says() {
        for (pattern, text, is) in [
            ("tilbygg", "Tilbygg", true),
            ("tilbygg", "Søknad om tilbygg", false),
            ("%TILBYGG%", "Søknad om tilbygg – Storgata", true),
            ("100[%]", "100%", true),
            ("100[%]", "1000", false),
            ("a_c", "abc", true),
            ("%", "", true),
            ("", "a", false),
        ] {
            assert_eq!(like(pattern, text), is, "{pattern} {text}");
        }
    }
}
