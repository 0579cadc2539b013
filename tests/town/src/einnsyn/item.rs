//! What is published (journalposter), as it is answered.

use serde_json::{Value, json};

/// A published entry of a journal.
#[derive(Clone, Debug)]
pub struct Published {
    /// Which one; ids are made of it.
    pub number: u32,
    /// Its title to the public.
    pub title: String,
    /// The case's title to the public.
    pub case: String,
    /// `utgaaende_dokument` and so on.
    pub kind: String,
    /// Whether it was taken away.
    pub deleted: bool,
    /// From when it is the public's.
    pub after: Option<String>,
}

impl Published {
    /// An answer that a body sent.
    #[must_use]
    pub fn sent(number: u32, title: &str, case: &str) -> Self {
        let (title, case, kind) = (title.to_owned(), case.to_owned(), "utgaaende_dokument".to_owned());
        Self { number, title, case, kind, deleted: false, after: None }
    }

    /// As it is answered, with what was asked to come along.
    pub(super) fn value(&self, expand: &[&str]) -> Value {
        let (folder, body) = (self.folder(), body());
        let or_id =
            |name: &str, whole: &Value| if expand.contains(&name) { whole.clone() } else { whole["id"].clone() };
        let mut value = json!({
            "entity": "Journalpost", "id": format!("jp_{:026}", self.number), "deleted": self.deleted, "slug": "svar",
            "offentligTittel": self.title, "offentligTittelSensitiv": format!("{} Kari Hemmelig", self.title),
            "journalaar": 2025, "journalsekvensnummer": self.number, "journalpostnummer": self.number % 10 + 1,
            "journalposttype": self.kind, "journaldato": "2025-03-05", "dokumentetsDato": "2025-03-04",
            "administrativEnhet": "Plan og bygg", "saksmappe": or_id("saksmappe", &folder), "journalenhet": or_id("journalenhet", &body),
        });
        if let Some(after) = &self.after {
            value["accessibleAfter"] = json!(after);
        }
        value
    }

    fn folder(&self) -> Value {
        let enhet = body()["id"].clone();
        json!({
            "entity": "Saksmappe", "id": format!("sm_{:026}", self.number), "deleted": false, "saksaar": 2025,
            "sakssekvensnummer": 100 + self.number, "saksnummer": format!("2025/{}", 100 + self.number), "offentligTittel": self.case,
            "offentligTittelSensitiv": format!("{} Kari Hemmelig", self.case), "administrativEnhetObjekt": enhet,
        })
    }
}

fn body() -> Value {
    json!({
        "entity": "Enhet", "id": "enh_00000000000000000000000001", "deleted": false, "navn": "Nordvik kommune", "orgnummer": "999999999",
        "kontaktpunktEpost": "post@nordvik.example.no", "innsynskravEpost": "post@nordvik.example.no", "enhetstype": "KOMMUNE",
    })
}
