//! The facts of a case (saksopplysninger) read back from its excerpt: sentences as our own register words them, or lines of label
//! and value as other case systems give them.

use crate::draft::brief::Excerpt;
use crate::evidence::{Origin, sentence};
use jiff::civil::Date;

/// What the excerpt says, each fact in the excerpt's own spelling.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Facts {
    /// The excerpt's number.
    pub(super) source: u16,
    pub(super) number: Option<String>,
    pub(super) title: Option<String>,
    pub(super) status: Option<Status>,
    pub(super) opened: Option<String>,
    pub(super) closed: Option<String>,
    pub(super) responsible: Option<String>,
    pub(super) unit: Option<String>,
    /// What came in and went out, as far as anyone may know of it; `None` where the excerpt has no journal.
    pub(super) journal: Option<Vec<Entry>>,
}

/// What came in or went out, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) sent: bool,
    pub(super) title: String,
    pub(super) on: Date,
}

/// How far (saksstatus), as far as a citizen needs to know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    Handled,
    Registered,
    Finished,
    Closed,
    Dropped,
}

impl Facts {
    /// The facts of the case among the evidence; `None` without a case that may be told of.
    pub(super) fn among<'a>(mut evidence: impl Iterator<Item = &'a Excerpt>) -> Option<Self> {
        evidence.find(|excerpt| excerpt.origin == Origin::Case).map(Self::read)
    }

    /// The newest entry; of one day, the last.
    pub(super) fn newest(&self) -> Option<&Entry> {
        self.journal.iter().flatten().max_by_key(|entry| entry.on)
    }

    /// What came in after a day, oldest first.
    pub(super) fn received_after(&self, day: Option<Date>) -> impl Iterator<Item = &Entry> {
        self.journal.iter().flatten().filter(move |entry| !entry.sent && day.is_some_and(|day| entry.on > day))
    }

    /// Whether we wrote on that day; `None` where no journal tells.
    pub(super) fn wrote_on(&self, day: Option<Date>) -> Option<bool> {
        let journal = self.journal.as_ref()?;
        Some(day.is_some_and(|day| journal.iter().any(|entry| entry.sent && entry.on == day)))
    }

    fn read(excerpt: &Excerpt) -> Self {
        let mut facts = Self { source: excerpt.number, ..Self::default() };
        for range in sentence::split(&excerpt.text) {
            let said = excerpt.text[range].trim_end_matches('.');
            facts.hear(said);
            if let Some((label, value)) = said.split_once(':') {
                facts.take(&label.trim().to_lowercase(), value.trim());
            }
        }
        if facts.title.is_none() && !excerpt.title.trim().is_empty() {
            facts.title = Some(excerpt.title.trim().to_owned());
        }
        facts
    }

    /// A fact worded as a sentence.
    fn hear(&mut self, said: &str) {
        let after = |lead: &str| said.strip_prefix(lead).map(super::wording::borrowed);
        let titled = || Some(super::wording::borrowed(&said[said.find('«')? + '«'.len_utf8()..said.rfind('»')?]));
        if let Some(rest) = after("Saken har saksnummer ") {
            self.number = rest.split_whitespace().next().map(str::to_owned);
            self.title = titled();
        } else if let Some(rest) = after("Saken ble opprettet ") {
            self.opened = Some(rest);
        } else if let Some(rest) = after("Saken ble avsluttet ") {
            self.closed = Some(rest);
        } else if let Some(rest) = after("Saksansvarlig er ") {
            self.person(&rest);
        } else if let Some((_, sent)) =
            [("Vi mottok «", false), ("Vi sendte «", true)].into_iter().find(|(lead, _)| said.starts_with(lead))
        {
            let on = said.rsplit_once("» ").and_then(|(_, date)| day(date));
            let entry = titled().zip(on).map(|(title, on)| Entry { sent, title, on });
            self.journal.get_or_insert_default().extend(entry);
        }
    }

    fn take(&mut self, label: &str, value: &str) {
        if value.is_empty() {
            return;
        }
        let text = || Some(super::wording::borrowed(value));
        match label {
            "sak" | "saksnummer" | "saksnr" | "case" | "case number" | "number" => self.number = text(),
            "tittel" | "saken gjelder" | "saka gjeld" | "title" => self.title = text(),
            "status" | "saksstatus" => self.status = status(value),
            "opprettet" | "oppretta" | "saksdato" | "åpnet" | "registrert" | "opened" => self.opened = text(),
            "avsluttet" | "avslutta" | "closed" => self.closed = text(),
            "saksansvarlig" | "saksansvarleg" | "saksbehandler" | "ansvarlig" | "responsible" => self.person(value),
            "enhet" | "eining" | "avdeling" | "unit" => self.unit = text(),
            _ => {}
        }
    }

    /// "Ola Nes", "Ola Nes, Byggesak" or "Ola Nes (Byggesak)".
    fn person(&mut self, value: &str) {
        let value = super::wording::borrowed(value);
        let (name, unit) = value.split_once([',', '(']).unwrap_or((&value, ""));
        self.responsible = Some(name.trim().to_owned());
        let unit = unit.trim().trim_end_matches(')').trim();
        if !unit.is_empty() && !unit.contains('@') {
            self.unit = Some(unit.to_owned());
        }
    }
}

/// By the code of Noark 5 (saksstatus) or by its words.
fn status(value: &str) -> Option<Status> {
    let lower = value.to_lowercase();
    let word = |part: &str| lower.contains(part);
    match value {
        "B" | "P" => Some(Status::Handled),
        "R" => Some(Status::Registered),
        "A" | "S" => Some(Status::Closed),
        "F" => Some(Status::Finished),
        "U" => Some(Status::Dropped),
        _ if word("ikke tatt til behandling") => Some(Status::Registered),
        _ if word("avslutt") => Some(Status::Closed),
        _ if word("ferdig") => Some(Status::Finished),
        _ if word("behandl") || word("handsam") => Some(Status::Handled),
        _ if word("utgå") => Some(Status::Dropped),
        _ if word("opprett") || word("registrert") => Some(Status::Registered),
        _ => None,
    }
}

/// A date as a fact states it ("2026-01-12", "12. januar 2026"), read so that it can be written in the language of the reply.
pub(super) fn day(text: &str) -> Option<Date> {
    if let Some(day) = text.get(..10).and_then(|iso| iso.parse().ok()) {
        return Some(day);
    }
    let mut words = text.split_whitespace();
    let day = words.next()?.trim_end_matches('.').parse().ok()?;
    let month = super::wording::month(words.next()?)?;
    Date::new(words.next()?.parse().ok()?, month, day).ok()
}
