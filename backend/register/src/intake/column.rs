//! What the columns of a table are called (kolonnenavn), in Norwegian and English, and which table has which.

use super::Part;
use crate::row::{Article, CaseRow, Line, Unit};
use std::borrow::Cow;

/// A column.
pub(super) struct Column {
    /// The field it fills.
    pub(super) field: &'static str,
    /// Its names without spaces, signs and capitals; the first is the one that is told.
    names: &'static [&'static str],
    /// Whether the table is not one without it.
    needed: bool,
}

const fn needed(field: &'static str, names: &'static [&'static str]) -> Column {
    Column { field, names, needed: true }
}

const fn free(field: &'static str, names: &'static [&'static str]) -> Column {
    Column { field, names, needed: false }
}

/// What a table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Cases,
    Entries,
    Articles,
    Units,
    Fees,
}

impl Kind {
    /// How it is told.
    pub(super) fn told(self) -> &'static str {
        match self {
            Self::Cases => "cases",
            Self::Entries => "journal entries",
            Self::Articles => "articles",
            Self::Units => "units",
            Self::Fees => "fee schedule",
        }
    }

    /// The file of records that its rows belong to; fees have one of their own.
    pub(super) fn records(self) -> Option<Part> {
        match self {
            Self::Cases | Self::Entries => Some(CaseRow::FILE),
            Self::Articles => Some(Article::FILE),
            Self::Units => Some(Unit::FILE),
            Self::Fees => None,
        }
    }

    fn columns(self) -> &'static [Column] {
        match self {
            Self::Cases => CASES,
            Self::Entries => ENTRIES,
            Self::Articles => ARTICLES,
            Self::Units => UNITS,
            Self::Fees => FEES,
        }
    }
}

const ALL: [Kind; 5] = [Kind::Cases, Kind::Entries, Kind::Articles, Kind::Units, Kind::Fees];

const CASES: &[Column] = &[
    needed(
        "number",
        &["saksnummer", "saksnr", "sak", "arkivsaksnummer", "arkivsaksnr", "number", "casenumber", "caseno"],
    ),
    needed("title", &["tittel", "sakstittel", "title"]),
    needed("status", &["status", "saksstatus"]),
    free("public_title", &["offentligtittel", "publictitle"]),
    free("opened", &["saksdato", "opprettet", "opprettetdato", "åpnet", "opened"]),
    free("closed", &["avsluttet", "avsluttetdato", "avsluta", "closed"]),
    free("responsible.name", &["saksbehandler", "saksansvarlig", "saksbehandlar", "responsible", "responsiblename"]),
    free("responsible.email", &["saksbehandlerepost", "saksansvarligepost", "responsibleemail"]),
    free("responsible.unit", &["enhet", "administrativenhet", "avdeling", "eining", "unit", "responsibleunit"]),
    free("responsible.account", &["konto", "objektid", "account", "responsibleaccount"]),
    free("access.code", &["tilgangskode", "skjerming", "tilgangsrestriksjon", "accesscode", "access"]),
    free("access.legal_basis", &["hjemmel", "skjermingshjemmel", "heimel", "legalbasis"]),
    free("parties.name", &["part", "partsnavn", "sakspart", "party", "partyname"]),
    free("parties.email", &["partepost", "partsepost", "partyemail"]),
    free("parties.role", &["partsrolle", "partrolle", "partyrole"]),
    free("estates", &["eiendom", "gnrbnr", "matrikkel", "matrikkelnummer", "eigedom", "estates", "property"]),
];

const ENTRIES: &[Column] = &[
    needed("case", &["saksnummer", "saksnr", "sak", "arkivsaksnummer", "arkivsaksnr", "case", "casenumber", "caseno"]),
    needed(
        "number",
        &["dokumentnummer", "dokumentnr", "doknr", "journalpostnummer", "journalpostnr", "number", "entrynumber"],
    ),
    needed("kind", &["type", "dokumenttype", "journalposttype", "kind"]),
    needed("title", &["tittel", "dokumenttittel", "innhold", "title"]),
    free("date", &["dato", "journaldato", "dokumentdato", "dokumentetsdato", "date"]),
    free("access.code", &["tilgangskode", "skjerming", "tilgangsrestriksjon", "accesscode", "access"]),
    free("access.legal_basis", &["hjemmel", "skjermingshjemmel", "heimel", "legalbasis"]),
    free("from", &["avsender", "avsendar", "from", "sender"]),
    free("from.email", &["avsenderepost", "avsendarepost", "fromemail", "senderemail"]),
    free("to", &["mottaker", "mottakar", "to", "recipient"]),
    free("to.email", &["mottakerepost", "mottakarepost", "toemail", "recipientemail"]),
    free("document", &["dokument", "filtittel", "document", "documenttitle"]),
    free("text", &["tekst", "text"]),
];

const ARTICLES: &[Column] = &[
    needed("id", &["id", "nøkkel"]),
    needed("title", &["tittel", "title"]),
    needed("text", &["tekst", "innhold", "text"]),
    free("kind", &["type", "slag", "kind"]),
    free("url", &["url", "lenke", "lenkje", "nettadresse"]),
    free("unit", &["enhet", "avdeling", "eining", "unit"]),
    free("language", &["språk", "målform", "language"]),
    free("valid_from", &["gyldigfra", "gjelderfra", "gjeldfrå", "fra", "frå", "validfrom", "from"]),
    free("valid_to", &["gyldigtil", "gjeldertil", "gjeldtil", "til", "validto", "to"]),
];

const UNITS: &[Column] = &[
    needed("id", &["id", "nøkkel"]),
    needed("name", &["navn", "namn", "name"]),
    needed("email", &["epost", "epostadresse", "email"]),
    free("about", &["omtale", "ansvar", "om", "about"]),
];

const FEES: &[Column] = &[
    needed("what", &["hva", "kva", "gebyr", "tjeneste", "teneste", "what", "fee"]),
    needed("amount", &["beløp", "pris", "sats", "gebyrsats", "amount", "price"]),
    needed("from", &["fra", "frå", "gyldigfra", "gjelderfra", "gjeldfrå", "from", "validfrom"]),
    free("unit", &["enhet", "eining", "per", "unit"]),
    free("to", &["til", "gyldigtil", "gjeldertil", "gjeldtil", "to", "validto"]),
    free("basis", &["hjemmel", "heimel", "lovhjemmel", "legalbasis", "basis"]),
    free("condition", &["vilkår", "betingelse", "merknad", "condition"]),
    free("heading", &["overskrift", "gruppe", "kapittel", "heading", "chapter"]),
    free("schedule", &["regulativ", "gebyrregulativ", "schedule"]),
    free("department", &["avdeling", "tjenesteområde", "department"]),
    free("url", &["url", "lenke", "lenkje", "nettadresse"]),
];

/// The first row of a table: what it is, and where each of its columns stands.
pub(super) struct Header {
    pub(super) kind: Kind,
    places: Vec<(&'static str, usize)>,
}

/// A name of a column as names are compared.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

impl Header {
    /// The table that has these columns; else what is wrong, by column: of the table that comes nearest.
    pub(super) fn of(names: &[Cow<'_, str>]) -> Result<Self, Vec<(usize, String)>> {
        let names: Vec<String> = names.iter().map(|name| plain(name)).collect();
        let mut best: Option<(usize, Vec<(usize, String)>)> = None;
        for kind in ALL {
            let read = Self::places(kind, &names);
            match read {
                Ok(places) => return Ok(Self { kind, places }),
                Err((known, wrong)) => {
                    if best.as_ref().is_none_or(|(most, _)| known > *most) {
                        best = Some((known, wrong));
                    }
                }
            }
        }
        Err(best.map(|(_, wrong)| wrong).unwrap_or_default())
    }

    #[allow(clippy::type_complexity)]
    fn places(kind: Kind, names: &[String]) -> Result<Vec<(&'static str, usize)>, (usize, Vec<(usize, String)>)> {
        let (mut places, mut wrong): (Vec<(&'static str, usize)>, Vec<_>) = (Vec::new(), Vec::new());
        for (at, name) in names.iter().enumerate() {
            let column = kind.columns().iter().find(|column| column.names.contains(&name.as_str()));
            match column {
                Some(column) if places.iter().any(|(field, _)| *field == column.field) => {
                    wrong.push((at, "another column fills the same field; keep one of them".to_owned()));
                }
                Some(column) => places.push((column.field, at)),
                None => wrong.push((at, unknown(kind))),
            }
        }
        let missing = kind.columns().iter().filter(|column| column.needed);
        let missing = missing.filter(|column| !places.iter().any(|(field, _)| *field == column.field));
        wrong.extend(
            missing.map(|column| (names.len(), format!("the column `{}` is missing; add it", column.names[0]))),
        );
        if wrong.is_empty() { Ok(places) } else { Err((places.len(), wrong)) }
    }

    /// Where the column of a field stands.
    pub(super) fn place(&self, field: &str) -> Option<usize> {
        self.places.iter().find(|(one, _)| *one == field).map(|(_, at)| *at)
    }
}

fn unknown(kind: Kind) -> String {
    let names: Vec<&str> = kind.columns().iter().map(|column| column.names[0]).collect();
    format!("this column is not known; for {} there are {}: rename it, or leave it out", kind.told(), names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::{Header, Kind};

    #[test]
    fn a_table_is_known_by_its_columns() {
        for (names, kind) in [
            ("Saksnr.;Tittel;Status;Saksbehandler;E-post", Err("this column is not known; for cases")),
            ("Saksnr.;Tittel;Status;Saksbehandler;Saksdato", Ok(Kind::Cases)),
            ("Saksnr;Dok.nr.;Type;Tittel;Dato;Avsender", Ok(Kind::Entries)),
            ("id;title;text;valid_from;valid_to", Ok(Kind::Articles)),
            ("id;navn;e-post", Ok(Kind::Units)),
            ("Hva;Beløp;Enhet;Fra;Til;Hjemmel", Ok(Kind::Fees)),
            ("what;amount;unit;from;to;legal basis", Ok(Kind::Fees)),
            ("Hva;Beløp", Err("`fra` is missing")),
            ("id;navn;epost;e-post", Err("another column fills the same field")),
        ] {
            let names: Vec<_> = names.split(';').map(Into::into).collect();
            match (Header::of(&names), kind) {
                (Ok(header), Ok(kind)) => assert_eq!(header.kind, kind, "{names:?}"),
                (Err(wrong), Err(part)) => assert!(wrong.iter().any(|(_, why)| why.contains(part)), "{wrong:?}"),
                (Ok(header), Err(_)) => panic!("{names:?}: {:?}", header.kind),
                (Err(wrong), Ok(_)) => panic!("{names:?}: {wrong:?}"),
            }
        }
    }
}
