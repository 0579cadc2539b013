//! An archive that answers (arkiv i drift), and what a test may do with it.

use super::{
    archive::{Archive, Refusal},
    change, codes, create, field, folder, give, schema, search, seed,
    write::Xml,
};
use roxmltree::{Document, Node};
use std::{
    collections::VecDeque,
    io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tokio::task::JoinHandle;

const BASE: &str = "no.ks.fiks.arkiv.v1.";

/// How an archive is set up.
#[derive(Clone, Debug, Default)]
pub struct FiksSettings {
    /// A records folder whose `cases.jsonl` is filed from the beginning.
    pub records: Option<PathBuf>,
    /// Milliseconds until each answer.
    pub latency: u64,
}

/// What goes wrong with the next message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FiksFailing {
    /// Nobody answers, and nothing is carried out.
    Down,
    /// It is carried out, and nobody answers.
    Lost,
    /// `serverfeil`, and nothing is carried out.
    Broken,
    /// An answer of the right type that cannot be read; nothing is carried out.
    Garbage,
    /// An answer of a type that does not belong to the message.
    Wrong,
    /// The right answer after so many milliseconds.
    Slow(u64),
    /// Every answer twice.
    Twice,
    /// The answers in the wrong order.
    Reversed,
    /// The right answer, to the message of somebody else.
    Elsewhere,
    /// Nothing: the failure comes with a later message.
    Through,
}

/// A message, or an answer to one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FiksMessage {
    /// Its id.
    pub id: String,
    /// Its type.
    pub kind: String,
    /// The message that it answers.
    pub to: Option<String>,
    /// Its files by name, the XML first.
    pub files: Vec<(String, Vec<u8>)>,
}

#[derive(Default)]
struct State {
    archive: Mutex<Archive>,
    failing: Mutex<VecDeque<FiksFailing>>,
    asked: Mutex<Vec<FiksMessage>>,
    /// The longest chain of messages, each sent after the one before was answered.
    rounds: Mutex<u32>,
    latency: u64,
}

/// An archive; clones are the same one.
#[derive(Clone, Default)]
pub struct FiksArchive {
    state: Arc<State>,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl FiksArchive {
    /// An archive with these cases in it.
    ///
    /// # Errors
    /// Records that cannot be read.
    pub fn open(settings: &FiksSettings) -> io::Result<Self> {
        let mut archive = Archive::default();
        if let Some(records) = &settings.records {
            seed::fill(&mut archive, records)?;
        }
        let state = State { archive: Mutex::new(archive), latency: settings.latency, ..State::default() };
        Ok(Self { state: Arc::new(state) })
    }

    /// What goes wrong with the next messages, one after the other.
    pub fn fail(&self, failing: impl IntoIterator<Item = FiksFailing>) {
        lock(&self.state.failing).extend(failing);
    }

    /// Nothing goes wrong any more.
    pub fn heal(&self) {
        lock(&self.state.failing).clear();
    }

    /// The messages since the last time this was asked.
    #[must_use]
    pub fn asked(&self) -> Vec<FiksMessage> {
        std::mem::take(&mut *lock(&self.state.asked))
    }

    /// How many messages had to wait for one another, since the last time this was asked; it needs a latency to tell.
    #[must_use]
    pub fn rounds(&self) -> u32 {
        std::mem::take(&mut *lock(&self.state.rounds))
    }

    /// The statuses of the entries that came by messages, in the order they were made.
    #[must_use]
    pub fn statuses(&self) -> Vec<String> {
        let archive = lock(&self.state.archive);
        archive.entries().filter(|(_, entry)| entry.by != "arkivet").map(|(_, entry)| entry.status.clone()).collect()
    }

    /// How entries are signed off (avskrivningsmåte), one for each time.
    #[must_use]
    pub fn signed(&self) -> Vec<String> {
        let archive = lock(&self.state.archive);
        let people = archive.entries().flat_map(|(_, entry)| &entry.people);
        people.flat_map(|one| one.signed.iter().map(|(_, _, how, _)| how.clone())).collect()
    }

    /// Takes messages from a folder and lays answers there, until the task is ended.
    #[must_use]
    pub fn serve(&self, at: &Path) -> JoinHandle<()> {
        tokio::spawn(folder::serve(self.clone(), at.to_owned(), None))
    }

    /// The same in the name of this account, whichever was written to.
    #[must_use]
    pub fn serve_as(&self, at: &Path, account: &str) -> JoinHandle<()> {
        tokio::spawn(folder::serve(self.clone(), at.to_owned(), Some(account.to_owned())))
    }

    /// Takes a message in; the answers.
    pub async fn take(&self, message: FiksMessage) -> Vec<FiksMessage> {
        lock(&self.state.asked).push(message.clone());
        let round = *lock(&self.state.rounds) + 1;
        tokio::time::sleep(Duration::from_millis(self.state.latency)).await;
        {
            let mut rounds = lock(&self.state.rounds);
            *rounds = round.max(*rounds);
        }
        let failing = lock(&self.state.failing).pop_front().unwrap_or(FiksFailing::Through);
        if let FiksFailing::Slow(wait) = failing {
            tokio::time::sleep(Duration::from_millis(wait)).await;
        }
        let answer = |kind: &str, files: Vec<(String, Vec<u8>)>, at: usize| FiksMessage {
            id: format!("{}-{at}", message.id),
            kind: kind.to_owned(),
            to: Some(message.id.clone()),
            files,
        };
        let xml = |name: &str, bytes: Vec<u8>| vec![(name.to_owned(), bytes)];
        let done = format!("{}{}", message.kind, ending(&message.kind));
        match failing {
            FiksFailing::Down => return Vec::new(),
            FiksFailing::Broken => return vec![refused(&message, &Refusal::Broken("Intern feil".to_owned()))],
            FiksFailing::Garbage => return vec![answer(&done, xml("svar.xml", b"<sokeresultat><take".to_vec()), 1)],
            FiksFailing::Wrong => return vec![answer(&format!("{BASE}innsyn.sok.resultat.noekler"), Vec::new(), 1)],
            _ => {}
        }
        let carried_out = carried_out(&mut lock(&self.state.archive), &message);
        let mut all = match carried_out {
            Err(refusal) => vec![refused(&message, &refusal)],
            Ok(files) if message.kind.starts_with(&format!("{BASE}arkivering.")) => {
                vec![answer(&format!("{}.mottatt", message.kind), Vec::new(), 1), answer(&done, files, 2)]
            }
            Ok(files) => vec![answer(&done, files, 1)],
        };
        match failing {
            FiksFailing::Lost => all.clear(),
            FiksFailing::Twice => all = all.iter().flat_map(|one| [one.clone(), one.clone()]).collect(),
            FiksFailing::Reversed => all.reverse(),
            FiksFailing::Elsewhere => all.iter_mut().for_each(|one| one.to = Some("another".to_owned())),
            _ => {}
        }
        all
    }
}

fn ending(kind: &str) -> &'static str {
    match kind.strip_prefix(BASE) {
        Some("innsyn.sok") => ".resultat.utvidet",
        Some(kind) if kind.starts_with("innsyn.") => ".resultat",
        _ => ".kvittering",
    }
}

fn refused(message: &FiksMessage, refusal: &Refusal) -> FiksMessage {
    let (name, why) = match refusal {
        Refusal::Invalid(why) => ("ugyldigforespoersel", why),
        Refusal::Broken(why) => ("serverfeil", why),
        Refusal::Missing(why) => ("ikkefunnet", why),
    };
    let space = format!("feil.{name}");
    let xml = Xml::root(name, &[("", space.as_str()), ("f", "feil.feilmelding")], |out| {
        out.text("f:feilId", format!("{}-f", message.id));
        out.text("f:feilmelding", why);
    });
    FiksMessage {
        id: format!("{}-1", message.id),
        kind: format!("{BASE}feilmelding.{name}"),
        to: Some(message.id.clone()),
        files: vec![("feilmelding.xml".to_owned(), xml)],
    }
}

/// The files of the answer.
fn carried_out(archive: &mut Archive, message: &FiksMessage) -> Result<Vec<(String, Vec<u8>)>, Refusal> {
    let kind = message.kind.strip_prefix(BASE).ok_or_else(|| Refusal::invalid("Meldingstypen er ukjent"))?;
    let (_, xml) = message.files.first().ok_or_else(|| Refusal::invalid("Meldingen er tom"))?;
    schema::judged(xml).map_err(Refusal::Invalid)?;
    let text = std::str::from_utf8(xml).map_err(|_| Refusal::invalid("Meldingen er ikke UTF-8"))?;
    let document = Document::parse(text).map_err(|_| Refusal::invalid("Meldingen er ikke XML"))?;
    let asked = document.root_element();
    let is = |name: &str| {
        if asked.has_tag_name(asked_name(asked, name)) {
            Ok(())
        } else {
            Err(Refusal::invalid("Meldingen er av en annen type"))
        }
    };
    let one = |name: &str, bytes: Vec<u8>| vec![(name.to_owned(), bytes)];
    match kind {
        "innsyn.sok" => is("sok").and_then(|()| search::found(archive, asked)).map(|xml| one("resultat.xml", xml)),
        "innsyn.mappe.hent" => {
            is("mappeHent").and_then(|()| folder_of(archive, asked)).map(|xml| one("mappe.xml", xml))
        }
        "innsyn.registrering.hent" => {
            is("registreringHent").and_then(|()| entry_of(archive, asked)).map(|xml| one("registrering.xml", xml))
        }
        "innsyn.dokumentfil.hent" => {
            is("dokumentfilHent").and_then(|()| file_of(archive, asked)).map(|bytes| one("dokument.bin", bytes))
        }
        "innsyn.kodeliste.hent" => {
            is("HentKodeliste").and_then(|()| list_of(asked)).map(|xml| one("kodeliste.xml", xml))
        }
        "arkivering.arkivmelding.opprett" => is("arkivmelding")
            .and_then(|()| create::made(archive, asked, message))
            .map(|xml| one("arkivmelding-kvittering.xml", xml)),
        "arkivering.arkivmelding.oppdater" => {
            is("arkivmeldingOppdatering").and_then(|()| change::updated(archive, asked)).map(|()| Vec::new())
        }
        "arkivering.avskrivning.opprett" => {
            is("nyAvskrivning").and_then(|()| change::signed(archive, asked)).map(|()| Vec::new())
        }
        "arkivering.avskrivning.slett" => {
            is("slettAvskrivning").and_then(|()| change::signed(archive, asked)).map(|()| Vec::new())
        }
        _ => Err(Refusal::invalid("Meldingstypen er ukjent")),
    }
}

fn asked_name<'a>(asked: Node<'a, '_>, name: &'a str) -> (&'a str, &'a str) {
    (asked.tag_name().namespace().unwrap_or_default(), name)
}

const GIVEN: [(&str, &str); 2] = [("a", "arkivstruktur"), ("m", "metadatakatalog")];

fn reference<'a, 'i>(asked: Node<'a, 'i>, name: &str) -> Result<Node<'a, 'i>, Refusal> {
    field::inner(asked, name).ok_or_else(|| Refusal::invalid("Referanse mangler"))
}

fn folder_of(archive: &Archive, asked: Node<'_, '_>) -> Result<Vec<u8>, Refusal> {
    let case = field::case(archive, reference(asked, "referanseTilMappe")?)?;
    let include = field::all(asked, "inkluder");
    let spaces = [("", "mappe.hent.resultat"), GIVEN[0], GIVEN[1]];
    Ok(Xml::root("mappeHentResultat", &spaces, |out| out.of("saksmappe", |out| give::case(out, case, &include))))
}

fn entry_of(archive: &Archive, asked: Node<'_, '_>) -> Result<Vec<u8>, Refusal> {
    let (case, entry) = field::entry(archive, reference(asked, "referanseTilRegistrering")?)?;
    let include = field::all(asked, "inkluder");
    let spaces = [("", "registrering.hent.resultat"), GIVEN[0], GIVEN[1]];
    let within = |out: &mut Xml| out.of("journalpost", |out| give::entry(out, case, entry, &include));
    Ok(Xml::root("registreringHentResultat", &spaces, within))
}

fn file_of(archive: &Archive, asked: Node<'_, '_>) -> Result<Vec<u8>, Refusal> {
    let id = field::text(reference(asked, "dokumentfilNoekkel")?, "systemID");
    let mut files = archive.entries().flat_map(|(_, entry)| &entry.papers).flat_map(|paper| &paper.files);
    let file = files.find(|file| Some(&file.id) == id.as_ref());
    file.map(|file| file.bytes.clone()).ok_or_else(|| Refusal::Missing("Filen finnes ikke".to_owned()))
}

fn list_of(asked: Node<'_, '_>) -> Result<Vec<u8>, Refusal> {
    let name = field::text(asked, "kodelistenavn").unwrap_or_default();
    let rows = codes::list(&name).ok_or_else(|| Refusal::Missing("Kodelisten finnes ikke".to_owned()))?;
    Ok(Xml::root("KodeListe", &[("", "kodeliste.hent.resultat"), GIVEN[1]], |out| {
        for (code, said) in rows {
            out.of("liste", |out| {
                out.text("m:kode", code);
                out.text("m:beskrivelse", said);
            });
        }
    }))
}
