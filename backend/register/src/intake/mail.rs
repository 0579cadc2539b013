//! Folders of mail (e-postmapper): what we answered before, out of single mails, a Maildir or an mbox.

use super::{Heap, House, place::name};
use crate::{
    import::Spot,
    row::{Answer, Day},
};
use domain::{
    scan::{self, Confidence},
    thread::{Address, Message, Thread},
};
use jiff::tz::TimeZone;
use sha2::{Digest, Sha256};
use std::{
    collections::{BTreeMap, HashMap},
    fmt::Write as _,
    fs::{self, File},
    io::{BufRead as _, BufReader, Read as _},
    path::Path,
};

/// Bytes of one mail at most.
const LARGEST: usize = 40 * 1024 * 1024;
/// Bytes of an answer at least: less explains nothing.
const SHORTEST: usize = 40;

/// Mails while they are read: only what an answer may be made of.
#[derive(Default)]
pub(super) struct Box {
    /// Message-IDs of what others wrote to us, with the address of each writer.
    theirs: HashMap<String, String>,
    /// What we wrote, with what each answers.
    ours: BTreeMap<String, (Answer, Vec<String>)>,
    read: usize,
}

impl Box {
    /// Our answers to what others asked. One whose question is not there may be anything, and is left out.
    pub(super) fn answers(self) -> Vec<Answer> {
        let theirs = self.theirs;
        let answered = |(mut answer, questions): (Answer, Vec<String>)| {
            let before = answer.to.len();
            answer.to.extend(questions.iter().filter_map(|id| theirs.get(id)).cloned());
            let is_answer = answer.to.len() > before;
            answer.to.sort();
            answer.to.dedup();
            is_answer.then_some(answer)
        };
        self.ours.into_values().filter_map(answered).collect()
    }

    fn take(&mut self, bytes: &[u8], house: &House<'_>) -> Result<(), &'static str> {
        let message = house.reader.mail(bytes).map_err(|_| "this is no mail that can be read; take it out")?;
        self.read += 1;
        let id = message.internet_id.clone().unwrap_or_else(|| sum(bytes));
        if !is_ours(&message, house) {
            self.theirs.insert(id, lower(&message.from));
            return Ok(());
        }
        if let Some(answer) = answer(&id, &message) {
            self.ours.insert(id, (answer, references(bytes)));
        }
        Ok(())
    }
}

fn is_ours(message: &Message, house: &House<'_>) -> bool {
    let domain = message.from.address.rsplit('@').next().unwrap_or_default();
    house.domains.iter().any(|own| own.eq_ignore_ascii_case(domain))
}

/// What of a mail of ours may be shown as an earlier answer; nothing where it tells something about somebody that is nobody else's.
fn answer(id: &str, message: &Message) -> Option<Answer> {
    let secret = |text: &str| {
        let certain = |found: &scan::Found| found.confidence != Confidence::Possible;
        scan::scan(text)
            .iter()
            .any(|found| (found.kind.is_personal_number() || found.kind.is_topic()) && certain(found))
    };
    let date = message.date?.to_zoned(TimeZone::get("Europe/Oslo").ok()?).date();
    let thread = Thread::new(vec![message.clone()], None, date).ok()?;
    let text = thread.answered().visible.trim().to_owned();
    let is_fit = text.len() >= SHORTEST && !secret(&message.text) && !secret(&message.subject);
    let to = message.to.iter().chain(&message.cc).chain(&message.bcc).map(lower).collect();
    is_fit.then(|| Answer { id: id.to_owned(), title: bare(&message.subject).to_owned(), date: Day(date), to, text })
}

fn lower(one: &Address) -> String {
    one.address.trim().to_lowercase()
}

/// A subject without what mail programs put before it.
fn bare(subject: &str) -> &str {
    let mut rest = subject.trim();
    while let Some((before, behind)) = rest.split_once(':') {
        let mark = before.trim().to_lowercase();
        if !matches!(mark.as_str(), "re" | "sv" | "aw" | "vs" | "fw" | "fwd") {
            break;
        }
        rest = behind.trim();
    }
    rest
}

/// The mails that a mail answers, by its In-Reply-To and References.
fn references(bytes: &[u8]) -> Vec<String> {
    let head = &bytes[..bytes.len().min(64 * 1024)];
    let mut found = Vec::new();
    let mut is_wanted = false;
    for line in String::from_utf8_lossy(head).lines().take_while(|line| !line.trim().is_empty()) {
        if !line.starts_with([' ', '\t']) {
            let lower = line.to_lowercase();
            is_wanted = lower.starts_with("in-reply-to:") || lower.starts_with("references:");
        }
        if is_wanted {
            let ids = line.split('<').skip(1).filter_map(|rest| rest.split_once('>'));
            found.extend(ids.map(|(id, _)| format!("<{id}>")).take(100));
        }
    }
    found
}

fn sum(bytes: &[u8]) -> String {
    let mut hex = String::from("sha256:");
    for byte in Sha256::digest(bytes) {
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

/// Takes a single mail.
pub(super) fn eml(heap: &mut Heap, path: &Path, house: &House<'_>) {
    let spot: Spot = (name(path).into(), 0);
    let is_fit = fs::metadata(path).is_ok_and(|found| found.len() <= LARGEST as u64);
    let taken = match is_fit.then(|| fs::read(path)) {
        Some(Ok(bytes)) => heap.letters.get_or_insert_default().take(&bytes, house),
        None => Err("the mail is larger than 40 MB; take it out"),
        Some(Err(_)) => Err("cannot be read; check its permissions"),
    };
    if let Err(remedy) = taken {
        heap.reading.wrong_at(&spot, "", remedy.to_owned());
    }
    told(heap);
}

/// Takes the folders of a Maildir.
pub(super) fn maildir(heap: &mut Heap, path: &Path, house: &House<'_>) {
    if !matches!(name(path).as_str(), "cur" | "new") {
        return;
    }
    let Ok(inside) = fs::read_dir(path) else { return };
    let plain = inside.flatten().filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
    let mut paths: Vec<_> = plain.map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        eml(heap, &path, house);
    }
}

/// Takes what begins as an mbox does, whatever it is called.
pub(super) fn mbox_found(heap: &mut Heap, path: &Path, house: &House<'_>) -> bool {
    mbox(heap, path, house);
    true
}

/// Takes the mails of an mbox one after another.
pub(super) fn mbox(heap: &mut Heap, path: &Path, house: &House<'_>) {
    let file = name(path);
    let opened = match File::open(path) {
        Ok(opened) => opened,
        Err(error) => {
            return heap.reading.wrong_at(&(file.into(), 0), "", format!("cannot be read ({})", error.kind()));
        }
    };
    let (mut input, mut line, mut begun) = (BufReader::new(opened), 0, 1);
    let (mut mail, mut next): (Vec<u8>, Vec<u8>) = (Vec::new(), Vec::new());
    let (mut is_empty_before, mut is_first) = (true, true);
    loop {
        next.clear();
        let length = input.by_ref().take(LARGEST as u64).read_until(b'\n', &mut next).unwrap_or_default();
        line += 1;
        let is_begin = next.starts_with(b"From ") && is_empty_before;
        if is_first && !is_begin {
            let remedy = "a file of mails begins with a line `From …`; this one does not".to_owned();
            return heap.reading.wrong_at(&(file.into(), 1), "", remedy);
        }
        if (is_begin || length == 0) && !is_first {
            let taken = match mail.len() <= LARGEST {
                true => heap.letters.get_or_insert_default().take(&mail, house),
                false => Err("the mail is larger than 40 MB; take it out"),
            };
            if let Err(remedy) = taken {
                heap.reading.wrong_at(&(file.as_str().into(), begun), "", remedy.to_owned());
            }
            mail.clear();
        }
        if length == 0 {
            break;
        }
        is_empty_before = next.trim_ascii().is_empty();
        if is_begin {
            (begun, is_first) = (line, false);
        } else if mail.len() <= LARGEST {
            // A line of the mail that looked like a beginning was marked.
            let is_marked = next.starts_with(b">")
                && next
                    .trim_ascii_start()
                    .iter()
                    .position(|byte| *byte != b'>')
                    .is_some_and(|at| next[at..].starts_with(b"From "));
            mail.extend_from_slice(&next[usize::from(is_marked)..]);
        }
    }
    told(heap);
}

/// One line for all mails: there are many files.
fn told(heap: &mut Heap) {
    let read = heap.letters.as_ref().map_or(0, |letters| letters.read);
    let line = format!("mail: {read} read");
    match heap.told.iter_mut().find(|told| told.starts_with("mail: ")) {
        Some(told) => *told = line,
        None => heap.told.push(line),
    }
}
