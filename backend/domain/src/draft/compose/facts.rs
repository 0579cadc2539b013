//! The facts of a case (saksopplysninger) read back from its excerpt: lines of label and value, as the case system gives them.

use crate::draft::brief::Excerpt;
use crate::evidence::Origin;
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
}

/// How far (saksstatus), as far as a citizen needs to know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    Handled,
    Registered,
    Closed,
    Dropped,
}

impl Facts {
    /// The facts of the case among the evidence; `None` without a case that may be told of.
    pub(super) fn among<'a>(mut evidence: impl Iterator<Item = &'a Excerpt>) -> Option<Self> {
        evidence.find(|excerpt| excerpt.origin == Origin::Case).map(Self::read)
    }

    fn read(excerpt: &Excerpt) -> Self {
        let mut facts = Self { source: excerpt.number, ..Self::default() };
        let lines = excerpt.text.lines().filter_map(|line| line.split_once(':'));
        for (label, value) in lines {
            facts.take(&label.trim().to_lowercase(), value.trim().trim_end_matches('.'));
        }
        if facts.title.is_none() && !excerpt.title.trim().is_empty() {
            facts.title = Some(excerpt.title.trim().to_owned());
        }
        facts
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
        "A" | "S" | "F" => Some(Status::Closed),
        "U" => Some(Status::Dropped),
        _ if word("behandl") || word("handsam") => Some(Status::Handled),
        _ if word("avslutt") || word("ferdig") => Some(Status::Closed),
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
