//! Rows of a table into lines of the register (tabellrader): every field that is wrong is told with its line and column.

use super::{
    Heap, amount,
    column::{Header, Kind},
    fees,
    place::name,
    table::{LARGEST, Rows, decoded, separator},
};
use crate::{
    import::{Pile, Reading, Spot},
    row::{
        AccessRow, Article, CaseRow, Day, DocumentRow, EntryRow, Kind as ArticleKind, PartyRow, ResponsibleRow, Unit,
    },
};
use jiff::civil::{Date, date};
use std::{borrow::Cow, collections::HashMap, fs, path::Path, sync::Arc};
use vocabulary::{CaseNumber, PersonId};

/// Entries wait until all cases are read: the tables come in any order.
pub(super) type Waiting = Vec<(Spot, CaseNumber, EntryRow)>;

/// A row with its header; what is wrong in it is noted.
pub(super) struct Row<'a, 'r> {
    header: &'a Header,
    names: &'a [Cow<'a, str>],
    fields: &'a [Cow<'a, str>],
    spot: &'a Spot,
    reading: &'r mut Reading,
}

impl Row<'_, '_> {
    fn wrong(&mut self, field: &str, remedy: &str) {
        let column = self.header.place(field).and_then(|at| self.names.get(at)).map_or(field, |name| name);
        self.reading.wrong_at(self.spot, column.to_owned().as_str(), remedy.to_owned());
    }

    /// What stands in a field, where anything does.
    pub(super) fn optional(&self, field: &str) -> Option<String> {
        let text = self.fields.get(self.header.place(field)?)?.trim();
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// The same, and nothing is wrong.
    pub(super) fn text(&mut self, field: &str) -> Option<String> {
        let text = self.optional(field);
        if text.is_none() {
            self.wrong(field, "write something here");
        }
        text
    }

    /// A day that need not be there.
    pub(super) fn optional_day(&mut self, field: &str) -> Option<Day> {
        let text = self.optional(field)?;
        let day = day(&text);
        if day.is_none() {
            self.wrong(field, "write a day that exists, as 01.03.2026 or 2026-03-01");
        }
        day.map(Day)
    }

    /// A day that must be there.
    pub(super) fn day(&mut self, field: &str) -> Option<Day> {
        self.text(field)?;
        self.optional_day(field)
    }

    /// An amount.
    pub(super) fn amount(&mut self, field: &str) -> Option<i64> {
        let text = self.text(field)?;
        let amount = amount::read(&text);
        if amount.is_none() {
            self.wrong(field, "write an amount that can mean one thing only, as 12 500 or 12 500,50");
        }
        amount
    }

    fn parsed<T: std::str::FromStr>(&mut self, field: &str, remedy: &str) -> Option<T> {
        let text = self.text(field)?;
        let read = text.parse().ok();
        if read.is_none() {
            self.wrong(field, remedy);
        }
        read
    }

    fn access(&mut self) -> Option<AccessRow> {
        let legal_basis = self.optional("access.legal_basis");
        match self.optional("access.code") {
            Some(code) => Some(AccessRow { code, legal_basis }),
            None => {
                if legal_basis.is_some() {
                    self.wrong("access.code", "a legal basis stands here without a code; write the code of the access");
                }
                None
            }
        }
    }

    fn coded(&mut self, field: &str, codes: &[(&'static str, &[&str])], remedy: &str) -> Option<String> {
        let text = self.text(field)?;
        let code = code(&text, codes);
        if code.is_none() {
            self.wrong(field, remedy);
        }
        code.map(str::to_owned)
    }
}

/// A code by itself or by what the standard calls it.
pub(super) fn code(text: &str, codes: &[(&'static str, &[&str])]) -> Option<&'static str> {
    let lower = text.trim().to_lowercase();
    let is = |(code, names): &&(&'static str, &[&str])| lower == code.to_lowercase() || names.contains(&lower.as_str());
    codes.iter().find(is).map(|(code, _)| *code)
}

/// saksstatus.
pub(super) const STATUS: &[(&str, &[&str])] = &[
    ("B", &["under behandling", "åpen", "open", "in progress"]),
    ("A", &["avsluttet", "avslutta", "lukket", "closed"]),
    ("U", &["utgår", "utgått"]),
    ("R", &["opprettet av saksbehandler", "reservert"]),
    ("S", &["avsluttet av saksbehandler"]),
    ("P", &["unntatt prosesstyring"]),
    ("F", &["ferdig", "ferdigbehandlet", "ferdig behandlet"]),
];

/// journalposttype.
pub(super) const ENTRY: &[(&str, &[&str])] = &[
    ("I", &["inngående dokument", "inngående", "inngåande", "inn", "incoming"]),
    ("U", &["utgående dokument", "utgående", "utgåande", "ut", "outgoing"]),
    ("N", &["organinternt dokument for oppfølging", "notat", "internal note"]),
    ("X", &["organinternt dokument uten oppfølging", "organinternt dokument uten oppfølgning", "internt", "internal"]),
    ("S", &["saksframlegg", "saksframlegg/innstilling"]),
];

/// A day as Norwegians and machines write it; a time behind it is left out.
pub(super) fn day(text: &str) -> Option<Date> {
    let text = text.trim();
    if let Some(head) = text.get(..10)
        && let Ok(day) = head.parse::<Date>()
    {
        let behind = text[10..].chars().next();
        return behind.is_none_or(|c| matches!(c, 'T' | ' ' | '+' | '-' | 'Z')).then_some(day);
    }
    let first = text.split_whitespace().next()?;
    let mut numbers = first.split('.');
    let (d, m, y) = (numbers.next()?, numbers.next()?, numbers.next()?);
    let fits = numbers.next().is_none() && y.len() == 4 && (1..=2).contains(&d.len()) && (1..=2).contains(&m.len());
    fits.then_some(())?;
    Date::new(y.parse().ok()?, m.parse().ok()?, d.parse().ok()?).ok().filter(|day| *day >= date(1800, 1, 1))
}

/// Reads a table onto the heap.
pub(super) fn read(heap: &mut Heap, path: &Path) {
    let file: Arc<str> = name(path).into();
    let whole = (file.clone(), 0);
    let bytes = match fs::metadata(path)
        .and_then(|found| if found.len() > LARGEST { Ok(None) } else { fs::read(path).map(Some) })
    {
        Ok(Some(bytes)) => bytes,
        Ok(None) => return heap.reading.wrong_at(&whole, "", "the table is larger than 2 GB; divide it".to_owned()),
        Err(error) => return heap.reading.wrong_at(&whole, "", format!("cannot be read ({})", error.kind())),
    };
    let (text, called) = match decoded(&bytes) {
        Ok(read) => read,
        Err((line, _, remedy)) => return heap.reading.wrong_at(&(file, line), "", remedy.to_owned()),
    };
    let mut rows = Rows::of(&text);
    let names = match rows.next() {
        Some((_, Ok(names))) => names,
        Some((line, Err((_, column, why)))) => {
            return heap.reading.wrong_at(&(file, line), &format!("column {column}"), why.to_owned());
        }
        None => {
            return heap.reading.wrong_at(&whole, "", "the table is empty; the first row names the columns".to_owned());
        }
    };
    match Header::of(&names) {
        Ok(header) => {
            let count = filled(heap, &file, (&header, &names), rows);
            let sign = match separator(&text) {
                '\t' => "tab".to_owned(),
                sign => format!("`{sign}`"),
            };
            heap.tell(
                &path.display().to_string(),
                &format!("{} as a table ({called}, {sign}), {count} rows", header.kind.told()),
            );
        }
        Err(wrong) => {
            for (at, remedy) in wrong {
                let column = names.get(at).map_or("", |name| name).to_owned();
                heap.reading.wrong_at(&(file.clone(), 1), &column, remedy);
            }
        }
    }
}

/// Lays the rows on the heap; how many there were.
fn filled<'a>(heap: &mut Heap, file: &Arc<str>, (header, names): (&Header, &[Cow<'a, str>]), rows: Rows<'a>) -> usize {
    let (mut count, mut fees) = (0, Vec::new());
    let schedule = fees::schedule(file);
    heap.given.extend(header.kind.records());
    for (line, fields) in rows {
        count += 1;
        let spot = (file.clone(), line);
        let fields = match fields {
            Ok(fields) => fields,
            Err((_, column, why)) => {
                let column = names.get(column.wrapping_sub(1)).map_or(String::new(), ToString::to_string);
                heap.reading.wrong_at(&spot, &column, why.to_owned());
                continue;
            }
        };
        if fields.len() != names.len() {
            let remedy =
                format!("the row has {} fields and the first row {}; make them as many", fields.len(), names.len());
            heap.reading.wrong_at(&spot, "", remedy);
            continue;
        }
        let mut row = Row { header, names, fields: &fields, spot: &spot, reading: &mut heap.reading };
        match header.kind {
            Kind::Cases => laid(case(&mut row), &mut heap.cases, (&mut heap.reading, &spot)),
            Kind::Articles => laid(article(&mut row), &mut heap.articles, (&mut heap.reading, &spot)),
            Kind::Units => laid(unit(&mut row), &mut heap.units, (&mut heap.reading, &spot)),
            Kind::Entries => heap.waiting.extend(entry(&mut row).map(|(case, entry)| (spot.clone(), case, entry))),
            Kind::Fees => fees.extend(fees::fee(&mut row, &schedule).map(|fee| (spot.clone(), fee))),
        }
    }
    if header.kind == Kind::Fees {
        lay_fees(heap, fees);
    }
    count
}

fn laid<L: crate::row::Line>(line: Option<L>, pile: &mut Pile<L>, (reading, spot): (&mut Reading, &Spot)) {
    if let Some(line) = line {
        pile.lay(reading, spot, line);
    }
}

fn lay_fees(heap: &mut Heap, fees: Vec<(Spot, fees::Fee)>) {
    let (spots, mut fees): (Vec<_>, Vec<_>) = fees.into_iter().unzip();
    fees::named(&mut fees);
    let pile = heap.fees.get_or_insert_default();
    for (spot, fee) in spots.iter().zip(fees) {
        pile.lay(&mut heap.reading, spot, fee.article);
    }
}

/// Puts the entries into their cases; one whose case is not there is wrong.
pub(super) fn settle(waiting: Waiting, cases: &mut Pile<CaseRow>, reading: &mut Reading) {
    let mut numbers: HashMap<(CaseNumber, u32), Spot> = HashMap::with_capacity(waiting.len());
    for (spot, number, entry) in waiting {
        let Some(case) = cases.line(&number) else {
            let remedy = format!("there is no case {number}; add its row to the table of cases");
            reading.wrong_at(&spot, "case", remedy);
            continue;
        };
        if let Some(earlier) = numbers.insert((number, entry.number), spot.clone()) {
            let remedy = format!(
                "the case has an entry {} on line {} of {} too; give each its own number",
                entry.number, earlier.1, earlier.0
            );
            reading.wrong_at(&spot, "number", remedy);
            continue;
        }
        for (field, remedy) in entry.faults() {
            reading.wrong_at(&spot, &field, remedy);
        }
        case.entries.push(entry);
    }
}

const NUMBER: &str = "write year and number, for example 2026/1234";

fn case(row: &mut Row<'_, '_>) -> Option<CaseRow> {
    let (number, title) = (row.parsed("number", NUMBER), row.text("title"));
    let status = row.coded("status", STATUS, "write a status of Noark 5: B, A, U, R, S, P or F, or its name");
    let (opened, closed, access) = (row.optional_day("opened"), row.optional_day("closed"), row.access());
    let account = row.optional("responsible.account").map(|account| PersonId::new(&account));
    let (email, unit) = (row.optional("responsible.email"), row.optional("responsible.unit"));
    let responsible = row.optional("responsible.name").or_else(|| unit.clone()).map(|name| ResponsibleRow {
        name,
        email,
        unit,
        account,
    });
    let party = row.optional("parties.name").map(|name| PartyRow {
        role: row.optional("parties.role").unwrap_or_else(|| "part".to_owned()),
        name,
        email: row.optional("parties.email"),
    });
    let estates = row.optional("estates").unwrap_or_default();
    let estates = estates.split([',', ';']).map(str::trim).filter(|one| !one.is_empty()).map(str::to_owned).collect();
    Some(CaseRow {
        number: number?,
        title: title?,
        public_title: row.optional("public_title"),
        status: status?,
        opened,
        closed,
        responsible,
        access,
        parties: party.into_iter().collect(),
        estates,
        entries: Vec::new(),
    })
}

fn entry(row: &mut Row<'_, '_>) -> Option<(CaseNumber, EntryRow)> {
    let (case, number) =
        (row.parsed("case", NUMBER), row.parsed("number", "write the number within the case: 1, 2, 3 …"));
    let kind = row.coded("kind", ENTRY, "write I, U, N, X or S, or what Noark 5 calls it");
    let (date, title, access) = (row.optional_day("date"), row.text("title"), row.access());
    let who = |role: &str, name: &str, email: &str| {
        let (name, email) = (row.optional(name), row.optional(email));
        (name.is_some() || email.is_some()).then(|| PartyRow {
            role: role.to_owned(),
            name: name.or_else(|| email.clone()).unwrap_or_default(),
            email,
        })
    };
    let correspondents = [who("EA", "from", "from.email"), who("EM", "to", "to.email")];
    let title = title?;
    let document = row.optional("text").map(|text| DocumentRow {
        title: row.optional("document").unwrap_or_else(|| title.clone()),
        text,
        access: None,
    });
    let entry = EntryRow {
        number: number?,
        kind: kind?,
        date,
        title,
        access,
        correspondents: correspondents.into_iter().flatten().collect(),
        documents: document.into_iter().collect(),
    };
    Some((case?, entry))
}

fn article(row: &mut Row<'_, '_>) -> Option<Article> {
    let (id, title, text) = (row.text("id"), row.text("title"), row.text("text"));
    let (valid_from, valid_to) = (row.optional_day("valid_from"), row.optional_day("valid_to"));
    let kind = match row.optional("kind").as_deref().map(str::to_lowercase).as_deref() {
        None | Some("article" | "artikkel") => Some(ArticleKind::Article),
        Some("fee" | "gebyr") => Some(ArticleKind::Fee),
        Some("law" | "lov" | "forskrift") => Some(ArticleKind::Law),
        Some("decision" | "vedtak") => Some(ArticleKind::Decision),
        Some(_) => {
            row.wrong("kind", "write article, fee, law or decision");
            None
        }
    };
    Some(Article {
        id: id?,
        kind: kind?,
        title: title?,
        text: text?,
        url: row.optional("url"),
        unit: row.optional("unit"),
        language: row.optional("language"),
        valid_from,
        valid_to,
    })
}

fn unit(row: &mut Row<'_, '_>) -> Option<Unit> {
    let (id, name, email) = (row.text("id"), row.text("name"), row.text("email"));
    Some(Unit { id: id?, name: name?, email: email?, about: row.optional("about").unwrap_or_default() })
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn days_are_read_as_norwegians_and_machines_write_them() {
        for (text, read) in [
            ("01.03.2026", Some("2026-03-01")),
            ("1.3.2026", Some("2026-03-01")),
            ("2026-03-01", Some("2026-03-01")),
            ("2026-03-01T12:00:00+01:00", Some("2026-03-01")),
            ("01.03.2026 09:30", Some("2026-03-01")),
            ("2026-03-01+01:00", Some("2026-03-01")),
            ("31.02.2026", None),
            ("01.03.26", None),
            ("03/01/2026", None),
            ("2026-03-01x", None),
            ("æøåæøåæøå", None),
            ("", None),
        ] {
            assert_eq!(day(text).map(|day| day.to_string()).as_deref(), read, "{text}");
        }
    }
}
