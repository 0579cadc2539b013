//! `saksvar document`: the text of a file, as a draft could rest on it, or why it is not read.

use super::{Done, Wrong, print, read};
use crate::reading;
use domain::port::{DocumentText, Said, Unreadable};
use serde_json::json;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub(super) struct Words {
    /// PDF, DOCX, ODT, HTML, a mail or plain text; - for standard input.
    file: PathBuf,
    /// Its media type, where its bytes do not tell.
    #[arg(long, default_value = "")]
    media: String,
}

pub(super) fn run(words: &Words, json: bool) -> Done {
    let bytes = read(&words.file)?;
    let name = words.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let runtime = tokio::runtime::Runtime::new()
        .map_err(|error| Wrong::Outside(format!("The runtime did not start: {error}")))?;
    let said = Said { media: &words.media, name: &name };
    let text = runtime.block_on(async { reading::documents().text(&bytes, said).await });
    match text {
        Ok(text) if json => print(&shape(&text)),
        Ok(text) => print(&shown(text)),
        Err(Unreadable::Unavailable) => Err(Wrong::Outside(Unreadable::Unavailable.to_string())),
        Err(reason) => Err(Wrong::Input(format!("{}: {reason} ({})", words.file.display(), reason.code()))),
    }
}

fn shape(text: &DocumentText) -> String {
    json!({"format": text.format.code(), "text": text.text, "pages": text.pages, "attachments": text.attachments})
        .to_string()
}

fn shown(text: DocumentText) -> String {
    let files = text.attachments.iter().map(|name| format!("\n[{name}: not read]"));
    let files: String = files.collect();
    text.text + if files.is_empty() { "" } else { "\n" } + &files
}

/// `saksvar read-document`: one of the readers that the program starts for itself.
pub(super) fn serve() -> Done {
    reading::serve().map_err(|error| Wrong::Outside(format!("read-document: {error}")))?;
    Ok(super::Ended::Fine)
}
