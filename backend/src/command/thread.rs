//! `saksvar thread`: a mail taken apart (lesing av tråd).

use super::{Done, Wrong, each_line, print, read, shape};
use domain::{
    port::{Reader, clock},
    thread::{Message, Thread, quote},
};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};
use std::path::PathBuf;
use text::Text;

#[derive(Debug, clap::Args)]
pub(super) struct Words {
    /// A mail as a file (.eml), or - for standard input.
    file: Option<PathBuf>,
    /// The file is only a body, as plain text.
    #[arg(long)]
    text: bool,
    /// Many: a line {"id","kind":"plain|html|eml","input"} each in and out.
    #[arg(long)]
    ndjson: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Input {
    id: String,
    kind: Kind,
    input: String,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Plain,
    Html,
    Eml,
}

pub(super) fn run(words: &Words) -> Done {
    if words.ndjson {
        return each_line(|input: Input| parts(&input));
    }
    let file = words
        .file
        .as_ref()
        .ok_or_else(|| Wrong::Input("Which mail? Give a file, or - for standard input.".to_owned()))?;
    let bytes = read(file)?;
    let mail = if words.text { body(&String::from_utf8_lossy(&bytes)) } else { mail(&bytes)? };
    let thread = of(mail).map_err(|why| Wrong::Input(format!("{}: {why}", file.display())))?;
    print(&shape::thread(&thread).to_string())
}

/// A mail from its bytes.
pub(super) fn mail(bytes: &[u8]) -> Result<Message, Wrong> {
    Text.mail(bytes).map_err(|failure| Wrong::Input(failure.to_string()))
}

fn body(text: &str) -> Message {
    Message { text: text.to_owned(), ..Message::default() }
}

fn of(mail: Message) -> Result<Thread, domain::thread::Empty> {
    Thread::new(vec![mail], None, clock::day(Timestamp::now()))
}

/// One line's answer: the newest mail's parts. What cannot be read has none.
fn parts(input: &Input) -> Value {
    let (text, hidden) = match input.kind {
        Kind::Plain => (input.input.clone(), String::new()),
        Kind::Html => {
            let plain = Text.plain(&input.input);
            (plain.text, plain.hidden)
        }
        Kind::Eml => (Text.mail(input.input.as_bytes()).map(|mail| mail.text).unwrap_or_default(), String::new()),
    };
    let parts = quote::split(&text);
    let mut fragments: Vec<_> = parts.fragments.iter().map(fragment).collect();
    if !hidden.trim().is_empty() {
        fragments.push(json!({"text": hidden, "quoted": false, "signature": false, "hidden": true}));
    }
    json!({
        "id": input.id, "reply": parts.reply, "visible": parts.visible, "quoted": parts.quoted,
        "signature": parts.signature.unwrap_or_default(), "fragments": fragments,
    })
}

fn fragment(fragment: &quote::Fragment) -> Value {
    json!({"text": fragment.text, "quoted": fragment.quoted, "signature": fragment.signature, "hidden": fragment.hidden})
}
