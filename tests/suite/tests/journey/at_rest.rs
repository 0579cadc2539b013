//! What lies on the disk after a day's work: nothing that anybody wrote, no address, no name, no number, in no file and no encoding.

use crate::walk::{
    POSTMOTTAK, TILBYGG, approval, asked, drafted, gate, known, mail_about, preparing, release, sending, swept,
};
use base64::{Engine as _, engine::general_purpose::STANDARD_NO_PAD};
use contract::operation::{DecideReview, RequestReview, SaveSignature};
use domain::port::Reader;
use std::{
    collections::{BTreeSet, HashMap, HashSet},
    fs,
    path::Path,
};
use suite::Stand;
use town::Folder;

/// Bytes of a piece of text that must not be found; a piece of twelve letters has as many at least.
const PIECE: usize = 12;
/// The shortest name or address that is looked for by itself.
const TERM: usize = 5;
/// Where base64 is decoded, so many of its letters stand together.
const RUN: usize = 24;

/// What must not be found.
pub(crate) struct Needles {
    /// By their length.
    pieces: HashMap<usize, HashSet<Vec<u8>>>,
    /// Pairs of bytes that one of them begins with, and goes on with.
    first: Vec<bool>,
    second: Vec<bool>,
}

impl Needles {
    /// Of texts; what a store without any of them holds too (its tables) is no secret.
    pub(crate) fn of(texts: &[String], bare: &Path) -> Self {
        let mut all = Self { pieces: HashMap::new(), first: vec![false; 1 << 16], second: vec![false; 1 << 16] };
        for text in texts {
            text.as_bytes().windows(PIECE).for_each(|piece| all.add(piece));
            let found = domain::scan::scan(text).into_iter().map(|found| found.text);
            found.filter(|term| is_telling(term)).for_each(|term| all.add(term.as_bytes()));
        }
        let harmless = all.found(bare);
        for pieces in all.pieces.values_mut() {
            pieces.retain(|piece| !harmless.contains(&String::from_utf8_lossy(piece).into_owned()));
        }
        all
    }

    fn add(&mut self, piece: &[u8]) {
        let piece = &piece[..piece.len().min(PIECE)];
        // A line of dashes tells nothing.
        if piece.iter().collect::<HashSet<_>>().len() < 4 {
            return;
        }
        self.first[pair(piece, 0)] = true;
        self.second[pair(piece, 2)] = true;
        self.pieces.entry(piece.len()).or_default().insert(piece.to_vec());
    }

    /// Those that are in some file below a folder.
    pub(crate) fn found(&self, folder: &Path) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        for file in suite::files(folder, "") {
            for view in views(&fs::read(&file).unwrap_or_default()) {
                self.look(&view, &mut found);
            }
        }
        found
    }

    fn look(&self, bytes: &[u8], found: &mut BTreeSet<String>) {
        for at in 0..bytes.len().saturating_sub(TERM) {
            let rest = &bytes[at..];
            if !(self.first[pair(rest, 0)] && self.second[pair(rest, 2)]) {
                continue;
            }
            for (length, pieces) in &self.pieces {
                if let Some(piece) = rest.get(..*length).filter(|piece| pieces.contains(*piece)) {
                    found.insert(String::from_utf8_lossy(piece).into_owned());
                }
            }
        }
    }
}

fn pair(bytes: &[u8], at: usize) -> usize {
    usize::from(bytes[at]) << 8 | usize::from(bytes[at + 1])
}

/// Long enough that no random letters and no hash in the trail spell it.
fn is_telling(term: &str) -> bool {
    let is_random = |c: char| c.is_ascii_alphanumeric() || c == '+' || c == '/';
    let is_digits = term.chars().all(|c| c.is_ascii_digit());
    let least = if is_digits {
        9
    } else if term.chars().all(is_random) {
        7
    } else {
        TERM
    };
    term.len() >= least
}

/// The bytes as they are, as UTF-16 from either end and either byte, and what is base64 among them decoded.
fn views(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut views = vec![bytes.to_vec()];
    for start in [0, 1] {
        for read in [u16::from_le_bytes, u16::from_be_bytes] {
            let units = bytes.get(start..).unwrap_or_default().chunks_exact(2).map(|two| read([two[0], two[1]]));
            let text: String = char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect();
            views.push(text.into_bytes());
        }
    }
    let is_base64 = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
    for run in bytes.split(|byte| !is_base64(byte)).filter(|run| run.len() >= RUN) {
        // A page of the database may begin in the middle of four letters.
        for start in 0..4 {
            let run = &run[start..];
            views.extend(STANDARD_NO_PAD.decode(&run[..run.len() / 4 * 4]));
        }
    }
    views
}

/// Every text of the invented municipality: mails as a person reads them, who wrote them, and all values of the records. Then the
/// ids of the records.
fn fixture() -> (Vec<String>, Vec<String>) {
    let folder = suite::root().join("tests/fixture");
    let (mut texts, mut ids) = (Vec::new(), Vec::new());
    for file in suite::files(&folder.join("mail"), ".eml") {
        let mail = text::Text.mail(&fs::read(&file).expect("a mail")).expect("it is read");
        let people = std::iter::once(&mail.from).chain(&mail.to).chain(&mail.cc).chain(&mail.reply_to);
        texts.extend(people.flat_map(|one| [one.name.clone().unwrap_or_default(), one.address.clone()]));
        texts.extend(mail.attachments.iter().map(|file| file.name.clone()));
        texts.extend([mail.subject, mail.text]);
    }
    for file in suite::files(&folder.join("records"), ".jsonl") {
        for line in fs::read_to_string(&file).expect("records").lines().filter(|line| !line.is_empty()) {
            let row = serde_json::from_str(line).expect("JSON");
            values(&row, &mut texts);
            ids.extend(row["id"].as_str().map(str::to_owned));
        }
    }
    (texts, ids)
}

fn values(json: &serde_json::Value, texts: &mut Vec<String>) {
    match json {
        serde_json::Value::String(text) => texts.push(text.clone()),
        serde_json::Value::Array(all) => all.iter().for_each(|one| values(one, texts)),
        serde_json::Value::Object(all) => all.values().for_each(|one| values(one, texts)),
        _ => {}
    }
}

/// Nothing of the fixture, and none of these texts, is in the folder of the server, while it runs.
pub(crate) async fn nothing_is_readable(stand: &Stand, more: &[String]) {
    let bare = Stand::up().await;
    let (texts, ids) = fixture();
    let texts: Vec<String> = texts.into_iter().chain(more.iter().cloned()).collect();
    let bare_folder = tempfile::tempdir().expect("a folder");
    // Tables without rows, as a server makes them; and the ids of records, by which the trail names them.
    fs::write(bare_folder.path().join("ids"), format!(" {} ", ids.join("  "))).expect("written");
    let file = "saksvar.sqlite";
    fs::copy(bare.config().store.folder.join(file), bare_folder.path().join(file)).expect("copied");
    let needles = Needles::of(&texts, bare_folder.path());
    let folder = stand.config().store.folder;
    let found = needles.found(&folder);
    assert!(
        found.is_empty(),
        "{} pieces are readable, such as {:?}",
        found.len(),
        found.iter().take(20).collect::<Vec<_>>()
    );
    assert!(
        fs::metadata(folder.join("saksvar.sqlite-wal")).is_ok_and(|log| log.len() > 0),
        "the log was looked at too"
    );
}

#[test]
fn the_search_finds_what_is_there_in_every_encoding() {
    let (bare, folder) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let text = "Hvor langt er søknaden min kommet? Hilsen Per Haug, per.haug@example.no".to_owned();
    let needles = Needles::of(std::slice::from_ref(&text), bare.path());
    assert!(needles.found(folder.path()).is_empty());
    let wide = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<_>>();
    let (little, big) = (wide(u16::to_le_bytes), wide(u16::to_be_bytes));
    let coded = STANDARD_NO_PAD.encode(&text).into_bytes();
    let odd = [b"x", &little[..]].concat();
    for (name, bytes) in [
        ("utf-8", text.clone().into_bytes()),
        ("a short name", b"\0\0Per Haug\0\0".to_vec()),
        ("a short address", b"\xff\xffper.haug@example.no".to_vec()),
        ("little", little),
        ("big", big),
        ("odd", odd),
        ("base64", coded.clone()),
        ("base64 cut in the middle", coded[21..].to_vec()),
    ] {
        fs::write(folder.path().join("file"), bytes).expect("written");
        assert!(!needles.found(folder.path()).is_empty(), "{name}");
    }
    fs::write(folder.path().join("file"), "Noe helt annet står her.").expect("written");
    assert!(needles.found(folder.path()).is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_day_over_all_mails_nothing_readable_lies_on_the_disk() {
    let mut stand = Stand::up().await;
    let mut drafts = Vec::new();
    for mail in stand.town.mails(POSTMOTTAK, Folder::Inbox) {
        drafts.extend(stand.call("kari", &preparing(&mail)).await);
        known(&stand, &mail.conversation()).await;
    }
    let mail = mail_about(&stand, TILBYGG);
    let waiting = asked(&stand, &drafted(&stand, &mail).await).await;
    let approved = stand.call("liv", &approval(&waiting)).await.expect("approved");
    let released = release(&stand, &approved).await.expect("released");
    let mut altered = sending(&released, &mail);
    altered.to.push("journalist@example.org".to_owned());
    gate(&stand, &altered).await;
    gate(&stand, &sending(&released, &mail)).await;
    swept(&stand, &approved).await;
    let comment = "Nevn heller at naboen skal varsles før rammetillatelsen.".to_owned();
    let proposal = "Vennlig sikret hilsen fra oss alle sammen.".to_owned();
    let mut returned = 0;
    for draft in drafts.iter().filter(|draft| draft.id != approved.id) {
        let Ok(waiting) =
            stand.call("kari", &RequestReview { draft: draft.id.clone(), revision: draft.revision, to: None }).await
        else {
            continue;
        };
        let proposal = Some(format!("{}\n\n{proposal}", waiting.text));
        let back = DecideReview { approve: false, comment: comment.clone(), proposal, ..approval(&waiting) };
        returned += usize::from(stand.call("liv", &back).await.is_ok());
    }
    assert!(returned > 0, "some draft was returned with a comment and a text");
    let signature = SaveSignature { text: "Kari Nordby, rådgiver\nFjordvik kommune".into(), images: Vec::new() };
    stand.call("kari", &signature).await.expect("registered");
    let own = [comment, proposal, signature.text, approved.text, "journalist@example.org".to_owned()];
    let written: Vec<String> = drafts.into_iter().map(|draft| draft.text).chain(own).collect();
    nothing_is_readable(&stand, &written).await;
    stand.restart().await;
    stand.call("kari", &preparing(&mail)).await.expect("it is read again");
    nothing_is_readable(&stand, &written).await;
}
