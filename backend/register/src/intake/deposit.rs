//! A Noark 5 deposit (avleveringspakke): `arkivstruktur.xml` read as it streams, its documents from the files beside it.

use super::{
    Heap, House, paper,
    tables::{ENTRY, STATUS, code, day},
    xml::{Node, Sink, stream},
};
use crate::{
    import::{Pile, Reading, Spot},
    row::{AccessRow, CaseRow, Day, DocumentRow, EntryRow, PartyRow, ResponsibleRow},
};
use domain::port::Unreadable;
use sha2::{Digest, Sha256};
use std::{
    collections::{BTreeMap, HashMap},
    fmt::Write as _,
    fs::File,
    io::{BufReader, Read as _},
    path::{Component, Path, PathBuf},
    sync::Arc,
};
use vocabulary::CaseNumber;

/// The file that tells what there is.
pub(super) const FILE: &str = "arkivstruktur.xml";
/// Entries of one case at most.
const ENTRIES: usize = 100_000;

/// korrespondanseparttype.
const PARTY: &[(&str, &[&str])] = &[
    ("EA", &["avsender"]),
    ("EM", &["mottaker"]),
    ("EK", &["kopimottaker"]),
    ("GM", &["gruppemottaker"]),
    ("IA", &["intern avsender"]),
    ("IM", &["intern mottaker"]),
    ("IK", &["intern kopimottaker"]),
    ("IS", &["medavsender"]),
];

/// What was counted and not kept, so that nothing goes unseen.
#[derive(Default)]
struct Left {
    folders: usize,
    expired: usize,
    no_file: usize,
    /// Why files have no text: how many each, and the line of the first.
    unread: BTreeMap<&'static str, (Unreadable, usize, usize)>,
    unsummed: usize,
    remarks: usize,
}

/// A deposit while it is read.
struct Deposit<'a> {
    folder: PathBuf,
    house: &'a House<'a>,
    file: Arc<str>,
    reading: &'a mut Reading,
    cases: &'a mut Pile<CaseRow>,
    /// The entries of the folders that are open still, by how deep they stand.
    entries: HashMap<usize, Vec<EntryRow>>,
    left: Left,
    count: usize,
}

/// Reads a deposit onto the heap.
pub(super) fn read(heap: &mut Heap, folder: &Path, house: &House<'_>) {
    let shown = folder.join(FILE).display().to_string();
    let file: Arc<str> = FILE.into();
    let opened = folder.canonicalize().and_then(|folder| Ok((File::open(folder.join(FILE))?, folder)));
    let (opened, folder) = match opened {
        Ok(opened) => opened,
        Err(error) => return heap.reading.wrong_at(&(file, 0), "", format!("cannot be read ({})", error.kind())),
    };
    let cases = heap.deposit.get_or_insert_default();
    let mut deposit = Deposit {
        folder,
        house,
        file,
        reading: &mut heap.reading,
        cases,
        entries: HashMap::new(),
        left: Left::default(),
        count: 0,
    };
    if let Err((line, remedy)) = stream(BufReader::with_capacity(1 << 16, opened), &mut deposit) {
        deposit.wrong(line, "", remedy);
    }
    let told = format!("Noark 5 deposit, {} cases{}", deposit.count, deposit.left.told());
    let unread: Vec<String> = deposit.left.unread().collect();
    heap.tell(&shown, &told);
    unread.iter().for_each(|why| heap.tell(&shown, why));
}

impl Left {
    fn told(&self) -> String {
        let counted = [
            (self.folders, "folders that are no case"),
            (self.expired, "expired entries"),
            (self.no_file, "documents without a file"),
            (self.unread.values().map(|(_, count, _)| count).sum(), "documents without a text"),
            (self.unsummed, "files without a SHA-256 to hold them against"),
            (self.remarks, "remarks and sign-offs, which the register has no place for"),
        ];
        let mut told = String::new();
        for (count, what) in counted.iter().filter(|(count, _)| *count > 0) {
            let _ = write!(told, "; {count} {what}");
        }
        told
    }

    /// A line for each reason: what nobody can search is to be known, and can often be mended.
    fn unread(&self) -> impl Iterator<Item = String> {
        let told = |(why, count, line): &(Unreadable, usize, usize)| {
            format!("{count} documents without a text, the first at line {line}: {why}")
        };
        self.unread.values().map(told)
    }
}

impl Sink for Deposit<'_> {
    fn closed(&mut self, open: &mut [Node], node: Node) -> Option<Node> {
        match node.name.as_str() {
            "mappe" | "saksmappe" => self.folder_closed(open, &node),
            "registrering" | "journalpost" | "basisregistrering" | "arkivnotat" => self.entry_closed(open, &node),
            "arkiv" | "arkivdel" | "klassifikasjonssystem" | "klasse" => {}
            "merknad" | "avskrivning" => self.left.remarks += 1,
            _ => return Some(node),
        }
        None
    }
}

fn is_folder(node: &Node) -> bool {
    matches!(node.name.as_str(), "mappe" | "saksmappe")
}

fn is_case(node: &Node) -> bool {
    let named = node.name == "saksmappe" || node.mark("type").is_some_and(|kind| kind.ends_with("saksmappe"));
    named || node.leaf("saksaar").is_some()
}

impl Deposit<'_> {
    fn wrong(&mut self, line: usize, field: &str, remedy: impl Into<String>) {
        let spot: Spot = (self.file.clone(), line);
        self.reading.wrong_at(&spot, field, remedy.into());
    }

    fn folder_closed(&mut self, open: &[Node], node: &Node) {
        let entries = self.entries.remove(&open.len()).unwrap_or_default();
        let own = node.leaf("systemID");
        if own.is_some() && open.iter().any(|around| is_folder(around) && around.leaf("systemID") == own) {
            return self.wrong(node.line, "systemID", "the folder stands within itself; give each its own systemID");
        }
        if own.is_some() && node.leaf("referanseForelderMappe") == own {
            return self.wrong(
                node.line,
                "referanseForelderMappe",
                "the folder is named as its own parent; name the one around it",
            );
        }
        if !is_case(node) {
            // What stands in a folder within a case belongs to the case; a folder of another kind is none.
            match open.iter().rposition(is_folder) {
                Some(around) => self.entries.entry(around).or_default().extend(entries),
                None => self.left.folders += 1,
            }
            return;
        }
        if let Some(case) = self.case(open, node, entries) {
            self.count += 1;
            self.cases.lay(self.reading, &(self.file.clone(), node.line), case);
        }
    }

    fn case(&mut self, open: &[Node], node: &Node, entries: Vec<EntryRow>) -> Option<CaseRow> {
        let number = node.leaf("saksaar").zip(node.leaf("sakssekvensnummer"));
        let number = number.map(|(year, sequence)| format!("{year}/{sequence}")).or_else(|| node.leaf("mappeID"));
        let number = number.and_then(|number| number.replace('-', "/").parse::<CaseNumber>().ok());
        if number.is_none() {
            self.wrong(node.line, "sakssekvensnummer", "the case has no number; give saksaar and sakssekvensnummer");
        }
        let title = self.text(node, "tittel");
        let status = self.text(node, "saksstatus").and_then(|status| {
            let known = code(&status, STATUS);
            if known.is_none() {
                self.wrong(node.line, "saksstatus", "write a status of Noark 5: B, A, U, R, S, P or F, or its name");
            }
            known
        });
        let opened = self.day(node, &["saksdato", "opprettetDato"]);
        let closed = self.day(node, &["avsluttetDato"]);
        let unit = node.leaf("administrativEnhet");
        let name = node.leaf("saksansvarlig").or_else(|| unit.clone());
        let parties = node.named("part").chain(node.named("sakspart")).map(party);
        Some(CaseRow {
            number: number?,
            title: title?,
            public_title: node.leaf("offentligTittel"),
            status: status?.to_owned(),
            opened,
            closed,
            responsible: name.map(|name| ResponsibleRow { name, email: None, unit, account: None }),
            access: access(node).or_else(|| open.iter().rev().find_map(access)),
            parties: parties.collect(),
            estates: node.named("matrikkel").chain(node.named("nasjonalidentifikator")).filter_map(estate).collect(),
            entries,
        })
    }

    fn text(&mut self, node: &Node, field: &str) -> Option<String> {
        let text = node.leaf(field);
        if text.is_none() {
            self.wrong(node.line, field, "is missing or empty; write it");
        }
        text
    }

    fn day(&mut self, node: &Node, fields: &[&str]) -> Option<Day> {
        let (field, text) = fields.iter().find_map(|field| Some((field, node.leaf(field)?)))?;
        let read = day(&text);
        if read.is_none() {
            self.wrong(node.line, field, "write a day that exists, for example 2026-03-01");
        }
        read.map(Day)
    }

    fn entry_closed(&mut self, open: &[Node], node: &Node) {
        let Some(around) = open.iter().rposition(is_folder) else {
            self.left.folders += 1;
            return;
        };
        if node.leaf("journalstatus").is_some_and(|status| matches!(status.to_lowercase().as_str(), "u" | "utgår")) {
            self.left.expired += 1;
            return;
        }
        let next = self.entries.get(&around).map_or(0, Vec::len);
        if next >= ENTRIES {
            return self.wrong(node.line, "", "the case has more than 100 000 entries; divide the deposit");
        }
        if let Some(entry) = self.entry(node, next) {
            self.entries.entry(around).or_default().push(entry);
        }
    }

    fn entry(&mut self, node: &Node, before: usize) -> Option<EntryRow> {
        let number = node.leaf("journalpostnummer");
        let number = match &number {
            Some(number) => number.parse().ok(),
            None => u32::try_from(before + 1).ok(),
        };
        if number.is_none() {
            self.wrong(node.line, "journalpostnummer", "write a whole number");
        }
        let kind = node.leaf("journalposttype").unwrap_or_else(|| "X".to_owned());
        let kind = code(&kind, ENTRY);
        if kind.is_none() {
            self.wrong(node.line, "journalposttype", "write I, U, N, X or S, or what Noark 5 calls it");
        }
        let date = self.day(node, &["journaldato", "dokumentetsDato", "mottattDato", "sendtDato", "opprettetDato"]);
        let documents: Vec<_> = node.named("dokumentbeskrivelse").filter_map(|one| self.document(one)).collect();
        Some(EntryRow {
            number: number?,
            kind: kind?.to_owned(),
            date,
            title: self.text(node, "tittel")?,
            access: access(node),
            correspondents: node.named("korrespondansepart").map(correspondent).collect(),
            documents,
        })
    }

    fn document(&mut self, node: &Node) -> Option<DocumentRow> {
        let title = self.text(node, "tittel")?;
        let mut objects: Vec<&Node> = node.named("dokumentobjekt").collect();
        for object in &objects {
            self.summed(object);
        }
        // The latest version, of the whole document rather than of one with parts blotted out, and one with a text before one without.
        let is_read = |object: &Node| object.leaf("referanseDokumentfil").is_some_and(|file| paper::is_read(&file));
        let version = |object: &Node| object.leaf("versjonsnummer").and_then(|text| text.parse::<u32>().ok());
        objects.sort_by_key(|object| (is_read(object), !is_blotted(object), version(object)));
        let best = objects.last().and_then(|object| Some((object.line, object.leaf("referanseDokumentfil")?)));
        self.left.no_file += usize::from(best.is_none());
        let text = best.map_or_else(String::new, |(line, file)| self.words(line, &file));
        Some(DocumentRow { title, text, access: access(node) })
    }

    /// The place of a file, if it lies in the folder of the deposit, and neither its path nor a link leads out.
    fn place(&self, file: &str) -> Result<PathBuf, &'static str> {
        let file = file.trim().replace('\\', "/");
        let path = Path::new(&file);
        let is_inside = !file.contains(':') && path.components().all(|part| matches!(part, Component::Normal(_)));
        if !is_inside {
            return Err("the file lies outside of the deposit; name it by its path within");
        }
        let whole = self.folder.join(path).canonicalize().map_err(|_| "there is no such file in the deposit")?;
        if !whole.starts_with(&self.folder) {
            return Err("a link leads out of the deposit; put the file itself there");
        }
        if whole.is_file() { Ok(whole) } else { Err("this is no file") }
    }

    /// Holds a file against its sum.
    fn summed(&mut self, object: &Node) {
        let Some(file) = object.leaf("referanseDokumentfil") else { return };
        let place = match self.place(&file) {
            Ok(place) => place,
            Err(remedy) => return self.wrong(object.line, "referanseDokumentfil", remedy),
        };
        let kind = object.leaf("sjekksumAlgoritme").unwrap_or_else(|| "SHA-256".to_owned());
        let is_known = matches!(kind.replace('-', "").to_lowercase().as_str(), "sha256");
        match object.leaf("sjekksum").filter(|_| is_known) {
            None => self.left.unsummed += 1,
            Some(sum) => {
                let own = sum_of(&place).ok();
                if own.as_deref() != Some(sum.to_lowercase().as_str()) {
                    let remedy = "the file is not the one that was deposited: its SHA-256 is another";
                    self.wrong(object.line, "sjekksum", remedy);
                }
            }
        }
    }

    /// The text of a file; one that has none is counted with the reason, and costs the deposit nothing else.
    fn words(&mut self, line: usize, file: &str) -> String {
        // Where it is not in its place, that was told already.
        let Ok(place) = self.place(file) else { return String::new() };
        let is_large = std::fs::metadata(&place).map_or(true, |found| found.len() > paper::LARGEST);
        let read = match is_large.then_some(Unreadable::TooLarge) {
            Some(reason) => Err(reason),
            None => std::fs::read(place)
                .map_err(|_| Unreadable::Damaged)
                .and_then(|bytes| paper::text(self.house, file, &bytes)),
        };
        read.unwrap_or_else(|reason| {
            self.left.unread.entry(reason.code()).or_insert((reason, 0, line)).1 += 1;
            String::new()
        })
    }
}

/// Whether this is the form for those who may not see the whole.
fn is_blotted(object: &Node) -> bool {
    let form = object.leaf("variantformat").unwrap_or_default().to_lowercase();
    form == "o" || form.contains("skjermet")
}

fn sum_of(place: &Path) -> std::io::Result<String> {
    let (mut file, mut hash, mut part) = (File::open(place)?, Sha256::new(), vec![0; 1 << 16]);
    loop {
        let length = file.read(&mut part)?;
        if length == 0 {
            break;
        }
        hash.update(&part[..length]);
    }
    let mut hex = String::new();
    for byte in hash.finalize() {
        let _ = write!(hex, "{byte:02x}");
    }
    Ok(hex)
}

/// What restricts an element; a restriction that does not say its code restricts all the same.
fn access(node: &Node) -> Option<AccessRow> {
    let shield = node.named("skjerming").next();
    let graded = node.named("gradering").next();
    let code = shield.and_then(|shield| shield.leaf("tilgangsrestriksjon"));
    let code = code.or_else(|| graded.and_then(|graded| graded.leaf("gradering").or_else(|| graded.leaf("grad"))));
    (shield.is_some() || graded.is_some()).then(|| AccessRow {
        code: code.unwrap_or_else(|| "skjermet".to_owned()),
        legal_basis: shield.and_then(|shield| shield.leaf("skjermingshjemmel")),
    })
}

fn address(node: &Node) -> Option<String> {
    let contact = node.named("kontaktinformasjon").next();
    node.leaf("epostadresse").or_else(|| contact.and_then(|contact| contact.leaf("epostadresse")))
}

fn party(node: &Node) -> PartyRow {
    let name = ["partNavn", "sakspartNavn", "navn"].iter().find_map(|field| node.leaf(field)).unwrap_or_default();
    let role = ["partRolle", "sakspartRolle"].iter().find_map(|field| node.leaf(field));
    PartyRow { role: role.unwrap_or_else(|| "part".to_owned()), name, email: address(node) }
}

fn correspondent(node: &Node) -> PartyRow {
    let role = node.leaf("korrespondanseparttype").unwrap_or_default();
    let name = ["korrespondansepartNavn", "navn", "saksbehandler", "administrativEnhet"];
    PartyRow {
        role: code(&role, PARTY).map_or(role, str::to_owned),
        name: name.iter().find_map(|field| node.leaf(field)).unwrap_or_default(),
        email: address(node),
    }
}

fn estate(node: &Node) -> Option<String> {
    let node = node.named("matrikkel").next().unwrap_or(node);
    let (farm, unit) = (node.leaf("gaardsnummer")?, node.leaf("bruksnummer")?);
    let place = node.leaf("kommunenummer").map(|place| format!("{place}-")).unwrap_or_default();
    Some(format!("{place}{farm}/{unit}"))
}
