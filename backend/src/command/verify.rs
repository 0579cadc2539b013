//! `saksvar verify`: only the checks (kontroll), over a draft and its evidence.

use super::{Done, Ended, Wrong, each_line, print, read, read_text, shape, thread};
use domain::{
    case::Access,
    check::{self, Bearing, Ground, support},
    draft::{Draft, Frame},
    evidence::{Evidence, Item, Origin, Source},
    port::clock,
    thread::Thread,
};
use jiff::{Timestamp, civil::Date};
use serde::Deserialize;
use serde_json::{Value, json};
use std::path::PathBuf;
use vocabulary::{Language, Outcome, Verdict};

#[derive(Debug, clap::Args)]
pub(super) struct Words {
    /// The draft: text with citations as [1] after the sentence.
    #[arg(long, required_unless_present = "ndjson")]
    draft: Option<PathBuf>,
    /// The evidence: {"evidence":[{"n":1,…}]}.
    #[arg(long, required_unless_present = "ndjson")]
    evidence: Option<PathBuf>,
    /// The mail that is answered.
    #[arg(long)]
    mail: Option<PathBuf>,
    /// A recipient; may be given several times.
    #[arg(long)]
    to: Vec<String>,
    /// House rules.
    #[arg(long)]
    rules: Option<PathBuf>,
    /// A folder of acts and regulations that references are held against.
    #[arg(long)]
    law: Option<PathBuf>,
    /// Many: a line {"id","claim","source"} each in, {"id","label","score","spans"} out.
    #[arg(long)]
    ndjson: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Claim {
    id: String,
    claim: String,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    evidence: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    n: u16,
    #[serde(default)]
    system: String,
    #[serde(default)]
    record: String,
    #[serde(default)]
    title: String,
    date: Option<Date>,
    access: Option<String>,
    url: Option<String>,
    text: String,
}

pub(super) fn run(words: &Words) -> Done {
    let today = clock::day(Timestamp::now());
    if words.ndjson {
        return each_line(|claim: Claim| borne(&claim, today));
    }
    let (Some(draft), Some(evidence)) = (&words.draft, &words.evidence) else {
        return Err(Wrong::Input("Give --draft and --evidence.".to_owned()));
    };
    let evidence =
        evidence_of(&read_text(evidence)?).map_err(|why| Wrong::Input(format!("{}: {why}", evidence.display())))?;
    let mail = words.mail.as_ref().map(|file| thread::mail(&read(file)?)).transpose()?;
    let thread = mail
        .map(|mail| Thread::new(vec![mail], None, today))
        .transpose()
        .map_err(|why| Wrong::Input(why.to_string()))?;
    let text = read_text(draft)?;
    let draft = Draft::parse(&text, frame(words, thread.as_ref())).map_err(|why| Wrong::Input(why.to_string()))?;
    let rules = super::rules(words.rules.as_deref(), words.law.as_deref())?;
    let ground = Ground { thread: thread.as_ref(), evidence: &evidence, rules: &rules, today, words: Language::Nb };
    answer(&check::run(draft, &ground))
}

fn frame(words: &Words, thread: Option<&Thread>) -> Frame {
    let language = thread.map_or(Language::Nb, |thread| thread.language().0.of_reply());
    let mut recipients: Vec<_> = words.to.iter().map(|address| address.to_lowercase()).collect();
    if let (true, Some(thread)) = (recipients.is_empty(), thread) {
        recipients.push(thread.answered().message.from.address.clone());
    }
    Frame { language, outcome: Outcome::Ready, footer: String::new(), recipients }
}

fn answer(checked: &check::Checked) -> Done {
    let verdict = checked.verdict();
    let answer = json!({
        "sentences": shape::sentences(checked), "findings": shape::findings(checked.findings()), "verdict": verdict,
    });
    print(&answer.to_string())?;
    Ok(if verdict == Verdict::Clear { Ended::Fine } else { Ended::Findings })
}

fn evidence_of(text: &str) -> Result<Evidence, String> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let file: File = serde_path_to_error::deserialize(&mut reader)
        .map_err(|error| format!("field {}: {}", error.path(), error.inner()))?;
    Ok(Evidence::restored(file.evidence.into_iter().map(item).collect()))
}

fn item(row: Row) -> Item {
    let source = Source {
        origin: Origin::Article,
        system: row.system,
        case: row.record.split('-').next().and_then(|number| number.parse().ok()),
        record: row.record,
        title: row.title,
        date: row.date,
        valid_from: None,
        valid_to: None,
        access: Access { code: row.access, legal_basis: None },
        parties: Vec::new(),
        url: row.url,
        unit: None,
        text: row.text,
        retrieved: Timestamp::UNIX_EPOCH,
    };
    Item { number: row.n, source }
}

fn borne(claim: &Claim, today: Date) -> Value {
    let (bearing, score, spans) = support::bearing(&claim.claim, &claim.source, today);
    json!({"id": claim.id, "label": u8::from(bearing == Bearing::Supported), "score": score, "spans": spans})
}
